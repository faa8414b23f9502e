import { describe, expect, it } from 'vitest'
import { type File, problemOf } from './testing/refused.ts'

/**
 * One slip: in which file, what becomes what, where the problem is said to begin, and what is said about it in
 * English and in Swedish, with the mend after a semicolon.
 */
type Slip = readonly [what: string, file: File, right: string, wrong: string, at: string, en: string, sv: string]

const slips: readonly Slip[] = [
  // Unknown keys
  [
    'an unknown key at the top',
    'guideline',
    'title: Riktlinje',
    'titel: X\ntitle: Riktlinje',
    'titel:',
    '"titel" is not a key here; write "title" (the keys here are format, id, title, issuer, status, adoption, validity, document, terms, rules, silences)',
    'nyckeln "titel" finns inte här; skriv "title" (nycklarna här är format, id, title, issuer, status, adoption, validity, document, terms, rules, silences)',
  ],
  [
    'an unknown key among values',
    'guideline',
    '{ by: manager }',
    '{ by: manager, when: soon }',
    'when:',
    '"when" is not a key here',
    'nyckeln "when" finns inte här',
  ],
  [
    'an unknown key in fee rules',
    'fees',
    'firstHour: 34700',
    'firstHour: 34700\n      firstHuor: 1',
    'firstHuor:',
    '"firstHuor" is not a key here; write "firstHour"',
    'nyckeln "firstHuor" finns inte här; skriv "firstHour"',
  ],
  [
    'an unknown key in a programme',
    'programme',
    'municipality:',
    'kommun: Hedemora\nmunicipality:',
    'kommun:',
    '"kommun" is not a key here; the keys here are format',
    'nyckeln "kommun" finns inte här; nycklarna här är format',
  ],
  [
    'an unknown key in an answer',
    'answers',
    'silence: HED-Q1',
    'silenced: HED-Q1',
    'id: H',
    '"silence" is missing; add "silence:" followed by text',
    '"silence" saknas; lägg till "silence:" följt av text',
  ],
  [
    'the key of every object',
    'guideline',
    'title: Riktlinje',
    '__proto__: { status: adopted }\ntitle: Riktlinje',
    '__proto__:',
    '"__proto__" is not a key here',
    'nyckeln "__proto__" finns inte här',
  ],
  // Combinations that cannot be
  [
    'a minimum above a maximum',
    'guideline',
    'least: 1, most: 2',
    'least: 3, most: 2',
    '3, most: 2',
    'at least 3 is more than at most 2; exchange the two',
    'minst 3 är mer än högst 2; byt plats på de två',
  ],
  [
    'half a day above a whole',
    'days',
    'halfDay: 62500',
    'halfDay: 162500',
    '162500',
    'half a day is paid more than a whole; exchange the two amounts',
    'en halv dag betalas mer än en hel; byt plats på beloppen',
  ],
  [
    'a guideline that ends before it begins',
    'guideline',
    'from: 2026-03-25',
    'from: 2026-03-25\n  until: 2026-03-25',
    '2026-03-25\ndocument',
    '"until" comes after "from"; it is the first day on which the guideline no longer holds',
    '"until" ska vara senare än "from"; det är första dagen då det inte längre gäller',
  ],
  [
    'an adopted guideline that holds from no day',
    'guideline',
    'validity:\n  from: 2026-03-25\n',
    '',
    'format:',
    'an adopted guideline says from which day it holds; add validity: { from: YYYY-MM-DD }',
    'en antagen riktlinje anger från vilken dag den gäller; lägg till validity: { from: ÅÅÅÅ-MM-DD }',
  ],
  [
    'a second rule where there is one',
    'guideline',
    'kind: visits.length\n    force: should\n    bearer: manager\n    clause: Verksamhetsbesök, stycke 3\n    values: { mostMinutes: 180 }',
    'kind: visits.attendance\n    force: should\n    bearer: manager\n    clause: Verksamhetsbesök, stycke 3\n    values: { who: any }',
    'visits.attendance\n    force: should',
    'HED-04 is a rule of the kind visits.attendance already, and a guideline has one; write this one\'s values there, or under its "changes" when they begin later',
    'HED-04 är redan en regel av slaget visits.attendance, och en riktlinje har bara en sådan; skriv värdena där, eller under dess "changes" om de börjar gälla senare',
  ],
  [
    'a word that nobody knows',
    'guideline',
    'audiences: [users, manager, staff], effort',
    'audiences: [users, godman, staff], effort',
    'godman',
    'nobody knows what "godman" is called; correct it, or add it under terms: { id: godman, sv: …, en: … }',
    'det är inte sagt vad "godman" heter; rätta koden, eller lägg till den under terms: { id: godman, sv: …, en: … }',
  ],
  [
    'a word that every object has',
    'guideline',
    'audiences: [users, manager, staff], effort',
    'audiences: [users, constructor, staff], effort',
    'constructor',
    'nobody knows what "constructor" is called',
    'det är inte sagt vad "constructor" heter',
  ],
  [
    'silence where nothing can be left open',
    'guideline',
    'values: { by: manager }',
    'values: { by: silent }',
    'silent }',
    '"by": nothing can be left open here; write a code instead of silent',
    '"by": det här kan inte lämnas öppet; skriv en kod i stället för silent',
  ],
  [
    'a visit that ends before it begins',
    'programme',
    'end: "16:00"',
    'end: "13:00"',
    '"13:00"',
    'it ends before it begins; write an end that is later than the start, or what goes on past midnight as two visits, until "24:00" and from "00:00"',
    'slutet ligger före början; skriv ett slut som är senare än början, eller det som fortsätter efter midnatt som två besök, till "24:00" och från "00:00"',
  ],
  [
    'an answer that is no answer',
    'answers',
    'answer: cap',
    'answer: maybe',
    'maybe',
    '"maybe" is no answer to HED-Q2; write one of: cap, flat',
    '"maybe" är inget svar på HED-Q2; skriv något av cap, flat',
  ],
  [
    'somebody who is not there',
    'programme',
    'person: astrid, unit: granen',
    'person: astri, unit: granen',
    'astri, unit',
    'there is no person "astri"; write "astrid", or add the person',
    'det finns ingen sådan person: "astri"; skriv "astrid", eller lägg till det som saknas (person)',
  ],
  // Clauses without a source
  ...[
    ['an empty clause', 'clause: ""', '""'],
    ['a blank clause', 'clause: "  "', '"  "'],
  ].map(
    ([what = '', wrong = '', at = '']): Slip => [
      what,
      'guideline',
      'clause: Övrigt, stycke 2',
      wrong,
      at,
      '"clause": a rule names its place in the source; write heading and paragraph, for example Avsnitt 2, stycke 1',
      '"clause": en regel anger var i källan den står; skriv rubrik och stycke, till exempel Avsnitt 2, stycke 1',
    ],
  ),
  [
    'a rule without a clause',
    'guideline',
    '    clause: Övrigt, stycke 2\n',
    '',
    'id: HED-16',
    '"clause" is missing; add "clause:" followed by text',
    '"clause" saknas; lägg till "clause:" följt av text',
  ],
  [
    'a clause with nothing after the colon',
    'guideline',
    'clause: Övrigt, stycke 2',
    'clause:',
    '\n    values: { requires',
    '"clause" is empty; write text after "clause:", or take the line away where it may be left out',
    '"clause" är tomt; skriv text efter "clause:", eller ta bort raden om den får utelämnas',
  ],
  [
    'a change without a clause',
    'guideline',
    'values: { mostMinutes: 180 }',
    'values: { mostMinutes: 180 }\n    changes: [{ from: 2027-01-01, values: { mostMinutes: 120 }, clause: " " }]',
    '" "',
    '"clause": a rule names its place in the source',
    '"clause": en regel anger var i källan den står',
  ],
  [
    'a guideline without a name',
    'guideline',
    'title: Riktlinje för omsorgsnämndens kontaktpolitiker',
    'title: " "',
    '" "',
    '"title": a name holds more than blanks; write the name as it stands in the source',
    '"title": ett namn är mer än blanksteg; skriv namnet som det står i källan',
  ],
  [
    'a guideline by nobody',
    'guideline',
    '  committee: Omsorgsnämnden\n',
    '',
    'issuer:',
    '"committee" is missing; add committee: and its name, or council: and binds:',
    '"committee" saknas; lägg till committee: med nämndens namn, eller council: och binds:',
  ],
  [
    'a fee with a blank clause',
    'fees',
    'clause: Arvoden 2019, sammanträdesarvode',
    'clause: " "',
    '" "',
    '"clause": a rule names its place in the source',
    '"clause": en regel anger var i källan den står',
  ],
  [
    'fee rules without a name',
    'fees',
    'title: Upplands-Bro 2019 (exempel)',
    'title: ""',
    '""',
    '"title": a name holds more than blanks',
    '"title": ett namn är mer än blanksteg',
  ],
  // Dates that do not exist
  ...[
    ['2026-02-30', '2026-02-28'],
    ['2025-02-29', '2025-02-28'],
    ['2026-04-31', '2026-04-30'],
    ['2026-12-32', '2026-12-31'],
    ['2026-01-00', '2026-01-31'],
  ].map(
    ([wrong = '', last = '']): Slip => [
      `the day ${wrong}`,
      'guideline',
      'from: 2026-03-25',
      `from: ${wrong}`,
      `${wrong}\n`,
      `there is no day ${wrong}; write a day that is in the calendar, for example ${last}`,
      `det finns ingen dag ${wrong}; skriv en dag som finns i kalendern, till exempel ${last}`,
    ],
  ),
  ...['2026-13-01', '26-03-25', '25 mars 2026', '2026-3-5', '2026-03-25T00:00'].map(
    (wrong): Slip => [
      `the date ${wrong}`,
      'guideline',
      'from: 2026-03-25',
      `from: ${wrong}`,
      `${wrong}\n`,
      `"${wrong}" is not a date; write it as YYYY-MM-DD, for example 2026-03-25`,
      `"${wrong}" är inget datum; skriv det som ÅÅÅÅ-MM-DD, till exempel 2026-03-25`,
    ],
  ),
  [
    'a date without hyphens',
    'guideline',
    'from: 2026-03-25',
    'from: 20260325',
    '20260325',
    '"from" is 20260325, and text is expected; write it in quotes: A calendar day, YYYY-MM-DD',
    '"from" är 20260325, men här ska det stå text; skriv det inom citattecken: en dag, ÅÅÅÅ-MM-DD',
  ],
  [
    'a day in a programme that does not exist',
    'programme',
    'papersDeadline: 2026-05-06',
    'papersDeadline: 2026-02-29',
    '2026-02-29',
    'there is no day 2026-02-29; write a day that is in the calendar, for example 2026-02-28',
    'det finns ingen dag 2026-02-29; skriv en dag som finns i kalendern, till exempel 2026-02-28',
  ],
]

describe('a slip is refused with file, line, column and a mend, in both languages', () => {
  it.each(slips)('%s', (_what, file, right, wrong, at, en, sv) => {
    const { problem, text } = problemOf(file, right, wrong)
    expect(problem?.file).toBe('a.yaml')
    expect(`${problem?.message}; ${problem?.mend}`).toContain(en)
    const line = text.split('\n').slice((problem?.line ?? 0) - 1)
    expect(line.join('\n').slice((problem?.column ?? 0) - 1, (problem?.column ?? 0) - 1 + at.length)).toBe(at)
    const swedish = problemOf(file, right, wrong, 'sv').problem
    expect(`${swedish?.message}; ${swedish?.mend}`).toContain(sv)
    expect(swedish).toMatchObject({ line: problem?.line, column: problem?.column, path: problem?.path })
  })
})
