import type { Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { defineTexts, type Language } from '../../kernel/language.ts'
import { formatDayWithWeekday, formatTimeOfDay } from '../../ui/index.ts'
import type { Reminder } from './reminders.rules.ts'

/** One thing that a reminder tells, with all that its words need. */
export type ToldReminder = Pick<Reminder, 'kind' | 'as'> & {
  readonly units: string
  readonly link: string
  /** The visit, for what is about one. */
  readonly visit?:
    | {
        readonly day: Day
        readonly start: Minutes
        readonly end: Minutes
        readonly timesOpen: boolean
        readonly daysLeft: number
      }
    | undefined
}

const remindersTexts = defineTexts(
  {
    hello: 'Hej!',
    regards: 'Vänliga hälsningar\nNämndkontakt',
    choice: 'När du vill bli påmind väljer du på sidan Mitt konto.',
    several: (count: number) => `${count} påminnelser`,
    left: (days: number) =>
      days === 0 ? 'Besöket är i dag.' : days === 1 ? 'Besöket är i morgon.' : `Om ${days} dagar är det besök.`,
    when: (day: Day, start: Minutes, end: Minutes) =>
      `${formatDayWithWeekday(day, 'sv')} kl. ${formatTimeOfDay(start, 'sv')}–${formatTimeOfDay(end, 'sv')}`,
    severalTimes: 'Flera tider är föreslagna',
    subjects: {
      visit: (units: string) => `Påminnelse om besöket på ${units}`,
      unanswered: (units: string) => `Svar saknas om besöket på ${units}`,
      attendance: (units: string) => `Hur gick det med besöket på ${units}?`,
      'take-over': (units: string) => `Din tur att ta initiativ till besök på ${units}`,
      'no-invitation': (units: string) => `Ingen inbjudan har kommit i år: ${units}`,
    },
    unanswered: {
      invited: 'Du har fått en kallelse som väntar på ditt svar. Öppna besöket och säg om du kommer.',
      manager: 'Ett förslag om besök på din enhet väntar på ditt svar.',
    },
    attendance: {
      invited: 'Besökets dag har varit. Öppna besöket och anteckna vilka som var med, eller att det inte blev av.',
      manager:
        'Besökets dag har varit. Har de som var där inte antecknat det än kan du göra det, eller säga att det inte blev av.',
    },
    'take-over':
      'Ingen har tagit upp något besök här i tid. Enligt riktlinjen går initiativet vidare, och nu är det din tur.',
    'no-invitation': {
      manager: 'Halva året har gått och ingen inbjudan till besök har gått ut från din enhet. Öppna sidan och bjud in.',
      invited:
        'Du är kontaktpolitiker här, och ingen inbjudan till besök har kommit i år. Enhetens chef och nämndsekreteraren har fått veta det. Hör gärna av dig till enheten.',
      secretary: 'Ingen inbjudan till besök har kommit i år. Enhetens chef och kontaktpolitikerna har fått veta det.',
    },
  },
  {
    hello: 'Hello!',
    regards: 'Kind regards\nNämndkontakt',
    choice: 'You choose when to be reminded on the page My account.',
    several: (count) => `${count} reminders`,
    left: (days) =>
      days === 0 ? 'The visit is today.' : days === 1 ? 'The visit is tomorrow.' : `There is a visit in ${days} days.`,
    when: (day, start, end) =>
      `${formatDayWithWeekday(day, 'en')}, ${formatTimeOfDay(start, 'en')}–${formatTimeOfDay(end, 'en')}`,
    severalTimes: 'Several times are proposed',
    subjects: {
      visit: (units) => `Reminder of the visit to ${units}`,
      unanswered: (units) => `No answer yet about the visit to ${units}`,
      attendance: (units) => `How did the visit to ${units} go?`,
      'take-over': (units) => `Your turn to take the initiative to a visit to ${units}`,
      'no-invitation': (units) => `No invitation has come this year: ${units}`,
    },
    unanswered: {
      invited: 'You have an invitation that waits for your answer. Open the visit and say whether you are coming.',
      manager: 'A proposed visit to your unit waits for your answer.',
    },
    attendance: {
      invited: 'The day of the visit has been. Open the visit and note who came, or that it did not come about.',
      manager:
        'The day of the visit has been. If those who were there have not noted it yet you can do so, or say that it did not come about.',
    },
    'take-over':
      'Nobody has taken up a visit here in time. By the guideline the initiative passes on, and it is now your turn.',
    'no-invitation': {
      manager: 'Half the year is gone and no invitation to a visit has come from your unit. Open the page and invite.',
      invited:
        'You are a contact politician here, and no invitation to a visit has come this year. The manager of the unit and the committee secretary have been told. Do get in touch with the unit.',
      secretary:
        'No invitation to a visit has come this year. The manager of the unit and the contact politicians have been told.',
    },
  },
)

/** Returns the mail that reminds one person of these things: units, days and links, and nothing about persons. */
export function reminderMail(
  language: Language,
  told: readonly ToldReminder[],
): { readonly subject: string; readonly text: string } {
  const texts = remindersTexts(language)
  const [first] = told
  const only = told.length === 1 ? first : undefined
  const blocks = told.map((it) => {
    const { visit } = it
    const when = visit && (visit.timesOpen ? texts.severalTimes : texts.when(visit.day, visit.start, visit.end))
    return [`${sentence(language, it)}`, [it.units, when, it.link].filter(Boolean).join('\n')].join('\n\n')
  })
  const canChoose = told.some(({ kind }) => kind === 'visit')
  return {
    subject: only === undefined ? texts.several(told.length) : texts.subjects[only.kind](only.units),
    text: `${[texts.hello, ...blocks, ...(canChoose ? [texts.choice] : []), texts.regards].join('\n\n')}\n`,
  }
}

function sentence(language: Language, { kind, as, visit }: ToldReminder): string {
  const texts = remindersTexts(language)
  const side = as === 'manager' ? 'manager' : 'invited'
  if (kind === 'visit') return texts.left(visit?.daysLeft ?? 0)
  if (kind === 'take-over') return texts[kind]
  return kind === 'no-invitation' ? texts[kind][as === 'next' ? 'secretary' : as] : texts[kind][side]
}
