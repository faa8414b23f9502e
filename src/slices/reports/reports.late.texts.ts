import { wordsOf } from '../../engine/rules/words.ts'
import type { Day } from '../../kernel/date.ts'
import { defineTexts, type Language } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'

/** What the list of missing reports and the letters about them say. */
export const lateTexts = defineTexts(
  {
    title: 'Rapporter som saknas',
    lead: 'Besöken är genomförda och väntar på sin rapport. Den som har väntat längst står först.',
    leadOwn: 'Besöken är genomförda och väntar på din rapport. Den som har väntat längst står först.',
    columns: {
      visit: 'Besök',
      owed: 'Väntas från',
      due: 'Senast',
      reminders: 'Påminnelser',
      escalation: 'Om den dröjer',
      step: 'Nästa steg',
    },
    madeOn: (day: string) => `Besöket var ${day}.`,
    owedBy: { manager: 'Enhetens chef', officer: 'En tjänsteperson' },
    nobody: 'Ingen är antecknad',
    clause: (rule: string, clause: string) => `${rule}, ${clause}`,
    late: (days: number) => (days === 1 ? '1 dag sen' : `${days} dagar sen`),
    lastDay: 'Sista dagen är i dag',
    left: (days: number) => (days === 1 ? '1 dag kvar' : `${days} dagar kvar`),
    noDay: 'Ingen dag är angiven',
    since: (days: number) => (days === 1 ? 'Besöket var i går.' : `Besöket var för ${days} dagar sedan.`),
    noReminders: 'Ingen påminnelse har gått ut.',
    reminders: (count: number) => (count === 1 ? '1 påminnelse' : `${count} påminnelser`),
    reminder: {
      'report-due': (name: string, day: string) => `${name}, ${day}: före sista dagen`,
      'report-late': (name: string, day: string) => `${name}, ${day}: efter sista dagen`,
      'report-missing': (name: string, day: string) => `${name}, ${day}: två veckor efter besöket`,
      'report-asked': (name: string, day: string) => `${name}, ${day}: av sekreteraren`,
    },
    next: (day: string) => `Nästa går ut ${day}.`,
    noNext: 'Ingen fler går ut av sig själv.',
    tells: (to: string, day: string) => `Saknas rapporten ${day} får ${to} veta det.`,
    toTell: (to: string) => `Nästa morgon får ${to} veta att rapporten saknas.`,
    told: (names: string, day: string) => `${names} fick veta det ${day}.`,
    write: 'Skriv rapport',
    writeOf: (unit: string) => `Skriv rapport: ${unit}`,
    register: 'Registrera rapporten',
    registerOf: (unit: string) => `Registrera rapporten: ${unit}`,
    remind: 'Påminn nu',
    remindOf: (unit: string) => `Påminn nu: ${unit}`,
    remindedToday: 'Påmind i dag.',
    reminded: 'Påminnelsen är på väg.',
    noMissing: 'Alla genomförda besök har en rapport.',
    nextDeadline: (deadline: string, meeting: string) =>
      `Nästa manusstopp är ${deadline}, inför sammanträdet ${meeting}.`,
    errors: {
      'reports.nobody-to-remind': 'Det finns ingen att skicka en påminnelse till.',
      'reports.reminded-today': 'De som väntas rapportera har redan fått en påminnelse i dag. Försök igen i morgon.',
    },
    hello: 'Hej!',
    regards: 'Vänliga hälsningar\nNämndkontakt',
    askedSubject: (units: string) => `Påminnelse: rapporten från besöket på ${units}`,
    askedSubjects: (count: number) => `Påminnelse: ${count} rapporter väntar på dig`,
    asked: (by: string) => (by === '' ? 'Du får en påminnelse om det här:' : `${by} påminner dig om det här:`),
    owes: (units: string, day: string) => `Rapporten från besöket på ${units} ${day}.`,
    dueOn: (day: string) => `Den skulle ha varit klar ${day}.`,
    dueBy: (day: string) => `Den ska vara klar senast ${day}.`,
    escalationSubject: (units: string) => `En rapport saknas: besöket på ${units}`,
    escalationSubjects: (count: number) => `${count} rapporter saknas`,
    escalation: 'Enligt nämndens riktlinje får du veta att rapporten saknas:',
    escalations: 'Enligt nämndens riktlinje får du veta att de här rapporterna saknas:',
    from: (names: string) => `Den väntas från ${names}.`,
    byClause: (clause: string) => `Riktlinjen: ${clause}.`,
    passOn: (to: string) => `Riktlinjen säger att även ${to} ska få veta det. Berätta gärna det för dem.`,
    list: 'Alla rapporter som saknas:',
  },
  {
    title: 'Missing reports',
    lead: 'The visits have been made and await their report. The one that has waited longest comes first.',
    leadOwn: 'The visits have been made and await your report. The one that has waited longest comes first.',
    columns: {
      visit: 'Visit',
      owed: 'Awaited from',
      due: 'By',
      reminders: 'Reminders',
      escalation: 'If it is late',
      step: 'Next step',
    },
    madeOn: (day) => `The visit was on ${day}.`,
    owedBy: { manager: 'The unit’s manager', officer: 'An officer' },
    nobody: 'Nobody is noted',
    clause: (rule, clause) => `${rule}, ${clause}`,
    late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
    lastDay: 'Today is the last day',
    left: (days) => (days === 1 ? '1 day left' : `${days} days left`),
    noDay: 'No day is named',
    since: (days) => (days === 1 ? 'The visit was yesterday.' : `The visit was ${days} days ago.`),
    noReminders: 'No reminder has gone out.',
    reminders: (count) => (count === 1 ? '1 reminder' : `${count} reminders`),
    reminder: {
      'report-due': (name, day) => `${name}, ${day}: before the last day`,
      'report-late': (name, day) => `${name}, ${day}: after the last day`,
      'report-missing': (name, day) => `${name}, ${day}: two weeks after the visit`,
      'report-asked': (name, day) => `${name}, ${day}: by the secretary`,
    },
    next: (day) => `The next goes out on ${day}.`,
    noNext: 'No more go out by themselves.',
    tells: (to, day) => `If the report is missing on ${day}, ${to} will know.`,
    toTell: (to) => `Next morning ${to} will know that the report is missing.`,
    told: (names, day) => `${names} got to know on ${day}.`,
    write: 'Write a report',
    writeOf: (unit) => `Write a report: ${unit}`,
    register: 'Register the report',
    registerOf: (unit) => `Register the report: ${unit}`,
    remind: 'Remind now',
    remindOf: (unit) => `Remind now: ${unit}`,
    remindedToday: 'Reminded today.',
    reminded: 'The reminder is on its way.',
    noMissing: 'Every visit that was made has a report.',
    nextDeadline: (deadline, meeting) => `The next papers deadline is ${deadline}, before the meeting on ${meeting}.`,
    errors: {
      'reports.nobody-to-remind': 'There is nobody to send a reminder to.',
      'reports.reminded-today': 'Those who are to report have had a reminder today already. Try again tomorrow.',
    },
    hello: 'Hello!',
    regards: 'Kind regards\nNämndkontakt',
    askedSubject: (units) => `Reminder: the report of the visit to ${units}`,
    askedSubjects: (count) => `Reminder: ${count} reports wait for you`,
    asked: (by) => (by === '' ? 'This is a reminder of the following:' : `${by} reminds you of the following:`),
    owes: (units, day) => `The report of the visit to ${units} on ${day}.`,
    dueOn: (day) => `It was to be final by ${day}.`,
    dueBy: (day) => `It is to be final by ${day}.`,
    escalationSubject: (units) => `A report is missing: the visit to ${units}`,
    escalationSubjects: (count) => `${count} reports are missing`,
    escalation: 'By the committee’s guideline you are told that the report is missing:',
    escalations: 'By the committee’s guideline you are told that these reports are missing:',
    from: (names) => `It is awaited from ${names}.`,
    byClause: (clause) => `The guideline: ${clause}.`,
    passOn: (to) => `The guideline says that ${to} is to know too. Please tell them.`,
    list: 'All missing reports:',
  },
)

type Owed = {
  readonly units: readonly string[]
  readonly day: Day
  readonly deadline: Day | undefined
}

/** Returns the letter by which the secretary reminds somebody: units, days and links, nothing of what is written. */
export function askedMail(
  language: Language,
  by: string,
  owed: readonly (Owed & { readonly daysLate: number | undefined; readonly link: string })[],
): { readonly subject: string; readonly text: string } {
  const texts = lateTexts(language)
  const { list } = wordsOf(language)
  const [first] = owed
  const blocks = owed.map(({ units, day, deadline, daysLate, link }) =>
    [
      texts.owes(list(units), formatDay(day, language)),
      ...(deadline === undefined
        ? []
        : [
            (daysLate ?? 0) > 0
              ? texts.dueOn(formatDay(deadline, language))
              : texts.dueBy(formatDay(deadline, language)),
          ]),
      link,
    ].join('\n'),
  )
  return {
    subject: owed.length === 1 && first ? texts.askedSubject(list(first.units)) : texts.askedSubjects(owed.length),
    text: `${[texts.hello, texts.asked(by), ...blocks, texts.regards].join('\n\n')}\n`,
  }
}

/** Returns the letter to somebody whom the guideline has told of late reports: whose they are and since when, nothing more. */
export function escalationMail(
  language: Language,
  late: readonly (Owed & {
    readonly owing: readonly string[]
    readonly clause: string
    readonly passOn: readonly string[]
  })[],
  link: string,
): { readonly subject: string; readonly text: string } {
  const texts = lateTexts(language)
  const { list, label } = wordsOf(language)
  const [first] = late
  const blocks = late.map(({ units, day, deadline, owing, clause, passOn }) =>
    [
      texts.owes(list(units), formatDay(day, language)),
      ...(deadline === undefined ? [] : [texts.dueOn(formatDay(deadline, language))]),
      ...(owing.length === 0 ? [] : [texts.from(list(owing))]),
      texts.byClause(clause),
      ...(passOn.length === 0 ? [] : [texts.passOn(list(passOn.map(label)))]),
    ].join('\n'),
  )
  return {
    subject:
      late.length === 1 && first ? texts.escalationSubject(list(first.units)) : texts.escalationSubjects(late.length),
    text: `${[texts.hello, late.length === 1 ? texts.escalation : texts.escalations, ...blocks, `${texts.list}\n${link}`, texts.regards].join('\n\n')}\n`,
  }
}
