import { defineTexts } from '../../kernel/language.ts'

/** What leads to the note of an oral report, and what its page says. */
export const spokenLinkTexts = defineTexts(
  {
    heading: 'Muntligt vid ett sammanträde',
    lead: 'Har någon berättat om besöket på ett sammanträde antecknar du det här.',
    note: 'Anteckna muntlig rapport',
    given: (day: string, speaker: string) => `Lämnades muntligt av ${speaker} vid sammanträdet ${day}`,
  },
  {
    heading: 'Orally at a meeting',
    lead: 'If somebody told of the visit at a meeting you note it here.',
    note: 'Note an oral report',
    given: (day, speaker) => `Was given orally by ${speaker} at the meeting on ${day}`,
  },
)
