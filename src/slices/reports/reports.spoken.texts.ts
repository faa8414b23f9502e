import { defineTexts } from '../../kernel/language.ts'

/** What leads to the note of an oral report. */
export const spokenLinkTexts = defineTexts(
  {
    heading: 'Muntligt vid ett sammanträde',
    lead: 'Har någon berättat om besöket på ett sammanträde antecknar du det här.',
    note: 'Anteckna muntlig rapport',
  },
  {
    heading: 'Orally at a meeting',
    lead: 'If somebody told of the visit at a meeting you note it here.',
    note: 'Note an oral report',
  },
)
