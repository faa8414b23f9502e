import { defineTexts } from '../../kernel/language.ts'

/** What the notes of oral reports and summaries say. */
export const spokenTexts = defineTexts(
  {
    title: 'Muntliga rapporter',
    lead: 'Har någon berättat om ett besök på sammanträdet antecknar du det här.',
    visit: 'Vilket besök?',
    visitChoice: (units: string, day: string) => `${units}, besök ${day}`,
    next: 'Anteckna muntlig rapport',
    noVisits: 'Alla besök fram till sammanträdet är redan rapporterade muntligt.',
    formTitle: (units: string) => `Muntlig rapport: ${units}`,
    visitOn: (day: string) => `Besöket var ${day}.`,
    counts: 'Enligt riktlinjen räknas det som sägs på sammanträdet som rapporten från besöket.',
    countsOf: (rapporteur: string) =>
      `Enligt riktlinjen räknas det som rapporten när ${rapporteur}, gruppens rapportör, talar. Annars antecknas det som en muntlig sammanfattning.`,
    beside: 'Det antecknas som en muntlig sammanfattning. Den skriftliga rapporten lämnas ändå.',
    meeting: 'Vid vilket sammanträde?',
    speaker: 'Vem talade?',
    line: 'Vad handlade det om, i en mening?',
    lineHint: 'Syns i sammanträdets lista. Skriv inget om enskilda.',
    discussed: 'Blev det någon diskussion?',
    submit: 'Anteckna',
    noMeeting: 'Inget sammanträde har hållits efter besöket än.',
    given: 'Framförd',
    wasDiscussed: 'Nämnden diskuterade det.',
    takeBack: 'Ta tillbaka',
    takeBackOf: (what: string) => `Ta tillbaka: ${what}`,
    takeBackWhy: 'Blev det fel kan anteckningen tas tillbaka tills paragrafen i protokollet är antecknad.',
    yes: 'Ja',
    no: 'Nej',
    errors: {
      'meeting-missing': 'Välj ett sammanträde.',
      'speaker-missing': 'Välj vem som talade.',
      'line-missing': 'Skriv i en mening vad det handlade om.',
      'line-too-long': 'Skriv högst 300 tecken.',
      'discussed-missing': 'Välj ja eller nej.',
      'reports.visit-not-held': 'Besöket är inte genomfört än. Anteckna närvaron först.',
      'reports.meeting-ahead': 'Sammanträdet har inte varit än. Anteckna när det har hållits.',
      'reports.meeting-before-visit': 'Sammanträdet var före besöket. Välj ett senare.',
      'reports.not-speaker': 'Den som talar behöver ha varit med på besöket.',
      'reports.not-rapporteur': 'Enligt riktlinjen är det gruppens rapportör som rapporterar muntligt.',
      'reports.personal-number': 'Det här ser ut som ett personnummer. Ta bort det först.',
      'reports.already-oral': 'Besöket är redan rapporterat muntligt.',
      'meetings.already-spoken': 'Det är redan antecknat för det sammanträdet.',
      'meetings.not-spoken': 'Det finns inget att ta tillbaka.',
      'meetings.paragraph-noted': 'Paragrafen i protokollet är antecknad. Då går det inte längre att ta tillbaka.',
    },
  },
  {
    title: 'Oral reports',
    lead: 'If somebody told of a visit at the meeting you note it here.',
    visit: 'Which visit?',
    visitChoice: (units, day) => `${units}, visit ${day}`,
    next: 'Note an oral report',
    noVisits: 'Every visit up to the meeting has been reported orally already.',
    formTitle: (units) => `Oral report: ${units}`,
    visitOn: (day) => `The visit was on ${day}.`,
    counts: 'By the guideline what is said at the meeting counts as the report of the visit.',
    countsOf: (rapporteur) =>
      `By the guideline it counts as the report when ${rapporteur}, the group’s rapporteur, speaks. Otherwise it is noted as an oral summary.`,
    beside: 'It is noted as an oral summary. The written report is made all the same.',
    meeting: 'At which meeting?',
    speaker: 'Who spoke?',
    line: 'What was it about, in one sentence?',
    lineHint: 'Shown in the meeting’s list. Write nothing about individuals.',
    discussed: 'Was there a discussion?',
    submit: 'Note',
    noMeeting: 'No meeting has been held after the visit yet.',
    given: 'Given',
    wasDiscussed: 'The committee discussed it.',
    takeBack: 'Take back',
    takeBackOf: (what) => `Take back: ${what}`,
    takeBackWhy: 'A note made by mistake can be taken back until the paragraph of the minutes is noted.',
    yes: 'Yes',
    no: 'No',
    errors: {
      'meeting-missing': 'Choose a meeting.',
      'speaker-missing': 'Choose who spoke.',
      'line-missing': 'Write in one sentence what it was about.',
      'line-too-long': 'Write at most 300 characters.',
      'discussed-missing': 'Choose yes or no.',
      'reports.visit-not-held': 'The visit has not been made yet. Note the attendance first.',
      'reports.meeting-ahead': 'The meeting has not been held yet. Note it when it has.',
      'reports.meeting-before-visit': 'The meeting was before the visit. Choose a later one.',
      'reports.not-speaker': 'The one who speaks must have been on the visit.',
      'reports.not-rapporteur': 'By the guideline the group’s rapporteur reports orally.',
      'reports.personal-number': 'This looks like a personal number. Take it away first.',
      'reports.already-oral': 'The visit has been reported orally already.',
      'meetings.already-spoken': 'It is noted for that meeting already.',
      'meetings.not-spoken': 'There is nothing to take back.',
      'meetings.paragraph-noted': 'The paragraph of the minutes is noted. It can no longer be taken back.',
    },
  },
)

export type SpokenTexts = ReturnType<typeof spokenTexts>

/** Returns the sentence for a code. Throws for one that has none: every refusal of the notes has. */
export function spokenError({ errors }: SpokenTexts, code: string): string {
  const found = Object.entries(errors).find(([known]) => known === code)
  if (found === undefined) throw new Error(`no sentence for ${code}`)
  return found[1]
}
