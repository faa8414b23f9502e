import { defineTexts } from '../../kernel/language.ts'

/** The words of what is reported to the committee: decisions that others have taken for it. */
export const decisionTexts = defineTexts(
  {
    heading: 'Delegationsbeslut',
    none: 'Inga delegationsbeslut anmäls vid sammanträdet.',
    hint: 'Beslut som anmäls till nämnden (kommunallagen 6 kap. 40 § och 7 kap. 8 §).',
    waiting: 'Delegationsbeslut som väntar på ett sammanträde',
    waitingHint: 'De anmäls vid nästa sammanträde som läggs in och vars manusstopp inte har passerat.',
    columns: {
      number: 'Nr',
      what: 'Beslut',
      person: 'Gäller',
      by: 'Beslutat av',
      clause: 'Riktlinjen',
      delegation: 'Delegation',
    },
    about: { 'extra-visit': 'Extra besök', 'extra-fee': 'Arvode för extra besök' },
    what: (about: string, units: string, day: string, granted: boolean) =>
      `${about}: ${units}, ${day}. ${granted ? 'Bifall' : 'Avslag'}`,
    by: (who: string, day: string) => `${who}, ${day}`,
    byOther: (role: string, day: string, who: string) => `${role}, ${day} (registrerat av ${who})`,
  },
  {
    heading: 'Decisions on delegation',
    none: 'No decisions on delegation are reported at this meeting.',
    hint: 'Decisions that are reported to the committee (Local Government Act, chapter 6, section 40 and chapter 7, section 8).',
    waiting: 'Decisions on delegation that wait for a meeting',
    waitingHint: 'They are reported at the next meeting that is put in the calendar and whose papers are not closed.',
    columns: {
      number: 'No.',
      what: 'Decision',
      person: 'About',
      by: 'Decided by',
      clause: 'The guideline',
      delegation: 'Delegation',
    },
    about: { 'extra-visit': 'Extra visit', 'extra-fee': 'Fee for an extra visit' },
    what: (about, units, day, granted) => `${about}: ${units}, ${day}. ${granted ? 'Granted' : 'Refused'}`,
    by: (who, day) => `${who}, ${day}`,
    byOther: (role, day, who) => `${role}, ${day} (registered by ${who})`,
  },
)
