import { z } from 'zod'
import { type Day, addDays } from '../../kernel/date.ts'
import type { Facts, VisitFacts } from '../facts.ts'
import type { Meeting } from '../programme.ts'
import { deliveredOn, meetingOf, nextMeeting } from './report-delivery.ts'
import { bothBind } from './apart.ts'
import {
  broken,
  type CompiledRule,
  defineRule,
  orSilent,
  type Run,
  unanswered,
  unansweredSentences,
  type ValueProblem,
} from './kind.ts'
import { isVisitForm } from '../programme.ts'

const values = z.strictObject({
  /** `next-meeting`: among its papers; `at-meeting`: at the meeting itself; `days`: so many days after the visit. */
  by: z.enum(['next-meeting', 'at-meeting', 'days']),
  days: z.int().min(0).max(365).optional(),
  /** From what the next meeting is counted. Days are always counted from the visit. */
  countsFrom: orSilent(['visit', 'report']).default('visit'),
})
type Values = z.infer<typeof values>

/** By when the report is there. */
export const reportTiming = defineRule({
  kind: 'report.timing',
  title: { sv: 'När rapporten ska lämnas', en: 'When the report is due' },
  ask: {
    by: {
      sv: 'När ska rapporten senast vara lämnad?',
      en: 'By when is the report made?',
      choices: {
        'next-meeting': { sv: 'till handlingarna för nästa sammanträde', en: 'for the papers of the next meeting' },
        'at-meeting': { sv: 'vid nästa sammanträde', en: 'at the next meeting itself' },
        days: { sv: 'inom ett antal dagar efter besöket', en: 'within a number of days after the visit' },
      },
    },
    days: {
      sv: 'Inom hur många dagar efter besöket?',
      en: 'Within how many days after the visit?',
      help: { sv: 'Anges bara när tiden är ett antal dagar.', en: 'Given only when the time is a number of days.' },
    },
    countsFrom: {
      sv: 'Räknas nästa sammanträde från besöket eller från när rapporten är klar?',
      en: 'Is the next meeting counted from the visit or from when the report is final?',
      choices: {
        visit: { sv: 'från besöket', en: 'from the visit' },
        report: { sv: 'från när rapporten är klar', en: 'from when the report is final' },
      },
    },
  },
  once: true,
  values,
  collides: bothBind,
  check: timingProblems,
  visit(run, rule, visit) {
    if (!visit.happened || !isVisitForm(visit.visit.form)) return
    if (rule.values.countsFrom === 'silent') {
      run.emit(rule, 'cannot-tell', 'unanswered', { ...about(visit), missing: unanswered(rule, 'countsFrom') })
    } else if (rule.values.by === 'days') judgeDays(run, rule, visit)
    else judgeMeeting(run, rule, visit)
  },
  describe: {
    sv: ({ by, days, countsFrom }) =>
      by === 'days'
        ? `Rapporten lämnas inom ${days === 1 ? 'en dag' : `${days} dagar`} från besöket.`
        : `Rapporten ${by === 'at-meeting' ? 'lämnas vid' : 'går med till'} nämndens nästa sammanträde${countsFrom === 'visit' ? ', räknat från besöket' : countsFrom === 'report' ? ', räknat från när rapporten är klar' : ''}.`,
    en: ({ by, days, countsFrom }) =>
      by === 'days'
        ? `The report is made within ${days === 1 ? 'one day' : `${days} days`} of the visit.`
        : `The report ${by === 'at-meeting' ? 'is made at' : 'goes with the papers of'} the committee's next meeting${countsFrom === 'visit' ? ', counted from the visit' : countsFrom === 'report' ? ', counted from when the report is final' : ''}.`,
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      'report-first': () => 'Rapporten ska lämnas och går då med till nästa sammanträde.',
      'no-meeting': () => 'Det finns inget sammanträde i kalendern som rapporten kan gå med till.',
      ahead: (say) =>
        `Rapporten ska vara med i handlingarna till sammanträdet ${say.day('meetingDay')}, senast ${say.day('deadlineDay')}.`,
      missed: (say) =>
        `Rapporten kom inte med i handlingarna till sammanträdet ${say.day('meetingDay')} (manusstopp ${say.day('deadlineDay')}).`,
      'ahead-of-meeting': (say) => `Rapporten ska lämnas vid sammanträdet ${say.day('meetingDay')}.`,
      'missed-meeting': (say) => `Rapporten lämnades inte vid sammanträdet ${say.day('meetingDay')}.`,
      'in-time': (say) => `Rapporten var med till sammanträdet ${say.day('actualDay')}.`,
      later: (say) =>
        `Rapporten kom med först till sammanträdet ${say.day('actualDay')}; nästa sammanträde var ${say.day('meetingDay')}.`,
      'days-left': (say) => `Rapporten ska lämnas senast ${say.day('deadlineDay')}.`,
      'within-days': (say) => `Rapporten lämnades i tid, ${say.day('deliveredDay')}.`,
      'after-days': (say) =>
        `Rapporten lämnades ${say.day('deliveredDay')}; den skulle ha lämnats senast ${say.day('deadlineDay')}.`,
      'missed-days': (say) => `Rapporten skulle ha lämnats senast ${say.day('deadlineDay')} och saknas fortfarande.`,
    },
    en: {
      ...unansweredSentences.en,
      'report-first': () => 'The report is to be made and then goes with the next meeting.',
      'no-meeting': () => 'There is no meeting in the calendar that the report can go with.',
      ahead: (say) =>
        `The report is to be among the papers of the meeting on ${say.day('meetingDay')}, by ${say.day('deadlineDay')}.`,
      missed: (say) =>
        `The report was not among the papers of the meeting on ${say.day('meetingDay')} (deadline ${say.day('deadlineDay')}).`,
      'ahead-of-meeting': (say) => `The report is to be made at the meeting on ${say.day('meetingDay')}.`,
      'missed-meeting': (say) => `The report was not made at the meeting on ${say.day('meetingDay')}.`,
      'in-time': (say) => `The report was with the meeting on ${say.day('actualDay')}.`,
      later: (say) =>
        `The report came only to the meeting on ${say.day('actualDay')}; the next meeting was on ${say.day('meetingDay')}.`,
      'days-left': (say) => `The report is to be made by ${say.day('deadlineDay')}.`,
      'within-days': (say) => `The report was made in time, on ${say.day('deliveredDay')}.`,
      'after-days': (say) =>
        `The report was made on ${say.day('deliveredDay')}; it was due by ${say.day('deadlineDay')}.`,
      'missed-days': (say) => `The report was due by ${say.day('deadlineDay')} and is still missing.`,
    },
  },
})

/**
 * Returns the last day for the report of a visit that has none yet: `visit` where the rule counts from the report itself
 * and so names no day, `silent` where nobody has said what it counts from, `no-meeting` where the calendar has none to name.
 */
export function reportDay(
  facts: Facts,
  { by, days, countsFrom }: Values,
  visitDay: Day,
): Day | 'visit' | 'silent' | 'no-meeting' {
  if (countsFrom === 'silent') return 'silent'
  if (by === 'days') return addDays(visitDay, days ?? 0)
  if (countsFrom === 'report') return 'visit'
  const meeting = by === 'at-meeting' ? meetingFrom(facts.meetings, visitDay) : nextMeeting(facts, visitDay)
  return meeting === undefined ? 'no-meeting' : lastDayOf(by, meeting)
}

function lastDayOf(by: Values['by'], meeting: Meeting): Day {
  return by === 'at-meeting' ? meeting.day : meeting.papersDeadline
}

function timingProblems({ by, days, countsFrom }: Values): readonly ValueProblem[] {
  if (by !== 'days')
    return days === undefined
      ? []
      : [
          {
            parameter: 'days',
            message: 'days are given, but the report is due by a meeting',
            mend: 'write by: days, or take days away',
          },
        ]
  const problems: ValueProblem[] = []
  if (days === undefined)
    problems.push({
      parameter: 'days',
      message: 'it is not said within how many days the report is made',
      mend: 'add days: with a whole number, for example days: 14',
    })
  if (countsFrom !== 'visit')
    problems.push({
      parameter: 'countsFrom',
      message: 'days are counted from the visit',
      mend: 'write countsFrom: visit, or take countsFrom away',
    })
  return problems
}

function about(visit: VisitFacts) {
  return { subject: visit.subject, related: visit.related, day: visit.day } as const
}

function judgeDays(run: Run, rule: CompiledRule<Values>, visit: VisitFacts): void {
  const deadline = addDays(visit.day, rule.values.days ?? 0)
  let delivered: Day | undefined
  for (const report of visit.reports) {
    const day = deliveredOn(run.facts, report)
    if (day !== undefined && (delivered === undefined || day < delivered)) delivered = day
  }
  const code =
    delivered === undefined
      ? run.today <= deadline
        ? 'days-left'
        : 'missed-days'
      : delivered <= deadline
        ? 'within-days'
        : 'after-days'
  const outcome = code === 'within-days' ? 'satisfied' : code === 'days-left' ? 'due' : broken(rule)
  run.emit(rule, outcome, code, { ...about(visit), values: { deadlineDay: deadline, deliveredDay: delivered } })
}

function judgeMeeting(run: Run, rule: CompiledRule<Values>, visit: VisitFacts): void {
  const { by, countsFrom } = rule.values
  const report = visit.reports.find((it) => deliveredOn(run.facts, it) !== undefined)
  const delivered = report === undefined ? undefined : deliveredOn(run.facts, report)
  const from = countsFrom === 'visit' ? visit.day : delivered
  const target =
    from === undefined
      ? undefined
      : by === 'at-meeting'
        ? meetingFrom(run.facts.meetings, from)
        : nextMeeting(run.facts, from)
  if (from === undefined) run.emit(rule, 'due', 'report-first', about(visit))
  else if (target === undefined)
    run.emit(rule, 'cannot-tell', 'no-meeting', { ...about(visit), missing: [{ what: 'fact', fact: 'meetings' }] })
  else {
    const actual = report === undefined ? undefined : meetingOf(run.facts, report)
    const last = lastDayOf(by, target)
    const state =
      actual !== undefined ? (actual.day <= target.day ? 'made' : 'later') : last >= run.today ? 'ahead' : 'missed'
    const outcome = state === 'made' ? 'satisfied' : state === 'ahead' ? 'due' : broken(rule)
    run.emit(rule, outcome, meetingCodes[by === 'at-meeting' ? 'at' : 'papers'][state], {
      ...about(visit),
      values: {
        meeting: target.id,
        meetingDay: target.day,
        deadlineDay: target.papersDeadline,
        actual: actual?.id,
        actualDay: actual?.day,
      },
    })
  }
}

const meetingCodes = {
  papers: { made: 'in-time', later: 'later', ahead: 'ahead', missed: 'missed' },
  at: { made: 'in-time', later: 'later', ahead: 'ahead-of-meeting', missed: 'missed-meeting' },
} as const

/** A visit on the day of a meeting may be told about there. */
function meetingFrom(meetings: readonly Meeting[], day: Day): Meeting | undefined {
  return meetings.find((meeting) => meeting.day >= day)
}
