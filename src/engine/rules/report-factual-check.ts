import { z } from 'zod'
import { addDays, type Day } from '../../kernel/date.ts'
import type { VisitFacts } from '../facts.ts'
import type { Report } from '../programme.ts'
import { broken, type CompiledRule, defineRule, type Run, unanswered, unansweredSentences } from './kind.ts'

const values = z.strictObject({
  /** `check`: the manager corrects mistakes of fact; `comment`: the manager may comment on the whole. */
  means: z.enum(['check', 'comment']),
  /** How long the manager has; after that the report goes on without an answer. */
  days: z.union([z.int().min(1).max(365), z.literal('silent')]),
})
type Values = z.infer<typeof values>

/** The unit's manager sees the report before it circulates. */
export const reportFactualCheck = defineRule({
  kind: 'report.factual-check',
  title: { sv: 'Faktagranskning före spridning', en: 'Factual check before circulation' },
  ask: {
    means: {
      sv: 'Vad gör enhetens chef med rapporten innan den sprids?',
      en: "What does the unit's manager do with the report before it circulates?",
      choices: {
        check: { sv: 'rättar sakfel', en: 'corrects mistakes of fact' },
        comment: { sv: 'får lämna synpunkter', en: 'may comment' },
      },
    },
    days: {
      sv: 'Hur många dagar har chefen på sig?',
      en: 'How many days does the manager have?',
      help: {
        sv: 'Räknat från den dag då rapporten skickades. Har chefen inte svarat då går rapporten vidare.',
        en: 'Counted from the day on which the report was sent. If the manager has not answered by then, the report goes on.',
      },
    },
  },
  once: true,
  values,
  visit(run, rule, visit) {
    if (!visit.happened) return
    for (const report of visit.reports)
      if (report.form === 'written' && report.writtenBy !== 'manager') judge(run, rule, visit, report)
  },
  describe: {
    sv: ({ means, days }) =>
      `Innan rapporten sprids ${means === 'check' ? 'rättar enhetens chef sakfel' : 'får enhetens chef lämna synpunkter'}${typeof days === 'number' ? `, inom ${days === 1 ? 'en dag' : `${days} dagar`}` : ''}.`,
    en: ({ means, days }) =>
      `Before the report circulates the unit's manager ${means === 'check' ? 'corrects mistakes of fact' : 'may comment on it'}${typeof days === 'number' ? `, within ${days === 1 ? 'one day' : `${days} days`}` : ''}.`,
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      'not-sent': () => 'Rapporten ska skickas till enhetens chef innan den sprids.',
      waits: (say) => `Rapporten är hos enhetens chef, som har till och med ${say.day('lastDay')} på sig.`,
      answered: (say) => `Enhetens chef svarade ${say.day('answeredOn')}, innan rapporten spreds.`,
      silence: (say) => `Enhetens chef har inte svarat; tiden gick ut ${say.day('lastDay')} och rapporten går vidare.`,
      'never-sent': (say) => `Rapporten spreds ${say.day('circulatedOn')} utan att enhetens chef hade sett den.`,
      early: (say) => `Rapporten spreds ${say.day('circulatedOn')}, innan enhetens chef hade svarat.`,
    },
    en: {
      ...unansweredSentences.en,
      'not-sent': () => "The report is to be sent to the unit's manager before it circulates.",
      waits: (say) => `The report is with the unit's manager, who has until ${say.day('lastDay')}.`,
      answered: (say) => `The unit's manager answered on ${say.day('answeredOn')}, before the report circulated.`,
      silence: (say) =>
        `The unit's manager has not answered; the time ended on ${say.day('lastDay')} and the report goes on.`,
      'never-sent': (say) => `The report circulated on ${say.day('circulatedOn')}, unseen by the unit's manager.`,
      early: (say) => `The report circulated on ${say.day('circulatedOn')}, before the unit's manager had answered.`,
    },
  },
})

function judge(run: Run, rule: CompiledRule<Values>, visit: VisitFacts, report: Report): void {
  const { sentOn, answeredOn } = report.checked ?? {}
  const { days } = rule.values
  const circulatedOn = circulated(report)
  const lastDay = sentOn === undefined || days === 'silent' ? undefined : addDays(sentOn, days)
  const code = codeOf({ sentOn, answeredOn, circulatedOn, lastDay, today: run.today })
  run.emit(rule, code === 'never-sent' || code === 'early' ? broken(rule) : outcomes[code], code, {
    subject: { type: 'report', id: report.id },
    related: [visit.subject, ...visit.related],
    day: visit.day,
    values: { sentOn, answeredOn, circulatedOn, lastDay },
    ...(code === 'unanswered' ? { missing: unanswered(rule, 'days') } : {}),
  })
}

type Days = Readonly<Record<'sentOn' | 'answeredOn' | 'circulatedOn' | 'lastDay', Day | undefined>>

function codeOf({ sentOn, answeredOn, circulatedOn, lastDay, today }: Days & { readonly today: Day }) {
  if (sentOn === undefined || (circulatedOn !== undefined && circulatedOn < sentOn))
    return circulatedOn === undefined ? 'not-sent' : 'never-sent'
  // An answer on the very day of circulation is in time: which came first that day is not known.
  if (answeredOn !== undefined && (circulatedOn === undefined || answeredOn <= circulatedOn)) return 'answered'
  if (lastDay === undefined) return 'unanswered'
  if (circulatedOn === undefined) return today <= lastDay ? 'waits' : 'silence'
  return circulatedOn <= lastDay ? 'early' : 'silence'
}

const outcomes = {
  answered: 'satisfied',
  silence: 'satisfied',
  'not-sent': 'due',
  waits: 'due',
  unanswered: 'cannot-tell',
} as const

/** The first day on which anybody but its authors and the manager had the report: when it became final or was sent on. */
function circulated(report: Report): Day | undefined {
  let first = report.final
  for (const { on } of report.sentTo) if (first === undefined || on < first) first = on
  return first
}
