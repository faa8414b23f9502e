import { z } from 'zod'
import { addDays, type Day } from '../../kernel/date.ts'
import type { VisitFacts } from '../facts.ts'
import { isVisitForm, openCode } from '../programme.ts'
import { bothBind } from './apart.ts'
import { defineRule, type Run, unanswered, unansweredSentences } from './kind.ts'
import { deliveredOn } from './report-delivery.ts'
import { reportDay, reportTiming } from './report-timing.ts'

/**
 * A report that is late is told to somebody. Several rules are several steps, and of several sources all are followed.
 * That it is told is nobody's fault: the finding is due until the report comes, and only the time of the report is broken.
 */
export const reportEscalation = defineRule({
  kind: 'report.escalation',
  title: { sv: 'När en rapport dröjer', en: 'When a report is late' },
  ask: {
    afterDays: {
      sv: 'Hur många dagar för sen är rapporten när någon får veta att den saknas?',
      en: 'How many days late is the report when somebody is told that it is missing?',
      help: {
        sv: 'Räknat från den dag då rapporten senast skulle ha lämnats. Säger riktlinjen ingen sådan dag räknas det från besöket.',
        en: 'Counted from the last day for the report. Where the guideline names no such day, counted from the visit.',
      },
    },
    to: { sv: 'Vem får veta det?', en: 'Who is told?' },
  },
  values: z.strictObject({
    afterDays: z.union([z.int().min(1).max(365), z.literal('silent')]),
    to: z.array(openCode.meta({ examples: ['chair', 'secretary', 'committee', 'group-leader'] })).min(1),
  }),
  collides: bothBind,
  visit(run, rule, visit) {
    if (!visit.happened || !isVisitForm(visit.visit.form) || isReported(run, visit)) return
    const about = { subject: visit.subject, related: visit.related, day: visit.day } as const
    const { afterDays, to } = rule.values
    if (afterDays === 'silent') {
      run.emit(rule, 'cannot-tell', 'unanswered', { ...about, missing: unanswered(rule, 'afterDays') })
      return
    }
    const due = dueOf(run, visit)
    if ('missing' in due) {
      run.emit(rule, 'cannot-tell', 'no-day', { ...about, values: { to }, missing: due.missing })
      return
    }
    const { dueOn } = due
    if (run.today <= dueOn) return
    const tellOn = addDays(dueOn, afterDays)
    run.emit(rule, 'due', run.today < tellOn ? 'waits' : 'tell', { ...about, values: { to, dueOn, tellOn, afterDays } })
  },
  describe: {
    sv: ({ afterDays, to }, words) =>
      `${typeof afterDays === 'number' ? `När en rapport är ${afterDays === 1 ? 'en dag' : `${afterDays} dagar`} sen` : 'När en rapport dröjer'} får ${words.list(to.map((it) => words.label(it)))} veta att den saknas.`,
    en: ({ afterDays, to }, words) =>
      `${typeof afterDays === 'number' ? `When a report is ${afterDays === 1 ? 'one day' : `${afterDays} days`} late` : 'When a report is late'} ${words.list(to.map((it) => words.label(it)))} ${to.length === 1 ? 'is' : 'are'} told that it is missing.`,
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      'no-day': (say) =>
        `Det går inte att avgöra när ${say.labels('to')} ska få veta att rapporten saknas: den har ingen sista dag än.`,
      waits: (say) => `Rapporten är sen. Saknas den fortfarande ${say.day('tellOn')} får ${say.labels('to')} veta det.`,
      tell: (say) => `Rapporten saknas fortfarande. Från ${say.day('tellOn')} ska ${say.labels('to')} få veta det.`,
    },
    en: {
      ...unansweredSentences.en,
      'no-day': (say) =>
        `When ${say.labels('to')} is to be told that the report is missing cannot be told: it has no last day yet.`,
      waits: (say) =>
        `The report is late. If it is still missing on ${say.day('tellOn')}, that is told to ${say.labels('to')}.`,
      tell: (say) =>
        `The report is still missing. From ${say.day('tellOn')} that is to be told to ${say.labels('to')}.`,
    },
  },
})

function isReported(run: Run, visit: VisitFacts): boolean {
  return visit.reports.some((report) => deliveredOn(run.facts, report) !== undefined)
}

type Due = { readonly dueOn: Day } | { readonly missing: NonNullable<Parameters<Run['emit']>[3]['missing']> }

/** The day of the report: the earliest that a source names, and that of the visit where none does. */
function dueOf(run: Run, visit: VisitFacts): Due {
  let earliest: Day | undefined
  for (const rule of run.rulesOn(reportTiming, visit.day)) {
    const last = reportDay(run.facts, rule.values, visit.day)
    if (last === 'silent') return { missing: unanswered(rule, 'countsFrom') }
    if (last === 'no-meeting') return { missing: [{ what: 'fact', fact: 'meetings' }] }
    if (last !== 'visit' && (earliest === undefined || last < earliest)) earliest = last
  }
  return { dueOn: earliest ?? visit.day }
}
