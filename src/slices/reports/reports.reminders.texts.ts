import type { Day } from '../../kernel/date.ts'
import { defineTexts, type Language } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'
import type { ReportReminder } from './reports.reminders.rules.ts'

export type ToldReport = {
  readonly kind: ReportReminder['kind']
  readonly units: string
  readonly day: Day
  readonly deadline: Day | undefined
  readonly link: string
}

const reportReminderTexts = defineTexts(
  {
    hello: 'Hej!',
    regards:
      'Vill du inte bli påmind om rapporter ändrar du det på sidan Mitt konto.\n\nVänliga hälsningar\nNämndkontakt',
    several: (count: number) => `${count} rapporter väntar på dig`,
    subject: (units: string) => `Rapporten från besöket på ${units}`,
    'report-due': (deadline: string) => `Rapporten från besöket ska vara klar senast ${deadline}.`,
    'report-late': (deadline: string) => `Rapporten från besöket skulle ha varit klar ${deadline} och saknas än.`,
    'report-missing': (_deadline: string) => 'Det har gått två veckor sedan besöket, och rapporten är inte klar än.',
  },
  {
    hello: 'Hello!',
    regards:
      'If you do not want to be reminded of reports, change that on the page My account.\n\nKind regards\nNämndkontakt',
    several: (count) => `${count} reports wait for you`,
    subject: (units) => `The report of the visit to ${units}`,
    'report-due': (deadline) => `The report of the visit is to be final by ${deadline}.`,
    'report-late': (deadline) => `The report of the visit was to be final by ${deadline} and is still missing.`,
    'report-missing': (_deadline) => 'Two weeks have passed since the visit, and the report is not final yet.',
  },
)

/** Returns the mail about reports that are due or late: unit, days and link, nothing of what is written. */
export function reportReminderMail(
  language: Language,
  told: readonly ToldReport[],
): { readonly subject: string; readonly text: string } {
  const texts = reportReminderTexts(language)
  const [first] = told
  const blocks = told.map(
    ({ kind, units, day, deadline, link }) =>
      `${texts[kind](deadline === undefined ? '' : formatDay(deadline, language))}\n\n${units}, ${formatDay(day, language)}\n${link}`,
  )
  return {
    subject: told.length === 1 && first ? texts.subject(first.units) : texts.several(told.length),
    text: `${[texts.hello, ...blocks, texts.regards].join('\n\n')}\n`,
  }
}
