import { z } from 'zod'
import { deliveredOn, meetingOf, nextMeeting } from './report-delivery.ts'
import { broken, defineRule, orSilent, unanswered, unansweredSentences } from './kind.ts'

/** By when the report reaches the committee. */
export const reportTiming = defineRule({
  kind: 'report.timing',
  once: true,
  values: z.strictObject({ by: z.enum(['next-meeting']), countsFrom: orSilent(['visit', 'report']) }),
  visit(run, rule, visit) {
    if (!visit.happened || visit.visit.form !== 'visit') return
    const about = { subject: visit.subject, related: visit.related, day: visit.day } as const
    const { countsFrom } = rule.values
    if (countsFrom === 'silent')
      return run.emit(rule, 'cannot-tell', 'unanswered', { ...about, missing: unanswered(rule, 'countsFrom') })
    const report = visit.reports.find((it) => deliveredOn(run.facts, it) !== undefined)
    const delivered = report === undefined ? undefined : deliveredOn(run.facts, report)
    const from = countsFrom === 'visit' ? visit.day : delivered
    if (from === undefined) return run.emit(rule, 'due', 'report-first', about)
    const target = nextMeeting(run.facts, from)
    if (target === undefined)
      return run.emit(rule, 'cannot-tell', 'no-meeting', { ...about, missing: [{ what: 'fact', fact: 'meetings' }] })
    const actual = report === undefined ? undefined : meetingOf(run.facts, report)
    const values = {
      meeting: target.id,
      meetingDay: target.day,
      deadlineDay: target.papersDeadline,
      actual: actual?.id,
      actualDay: actual?.day,
    }
    const code =
      actual === undefined
        ? target.papersDeadline >= run.today
          ? 'ahead'
          : 'missed'
        : actual.day <= target.day
          ? 'in-time'
          : 'later'
    run.emit(rule, code === 'in-time' ? 'satisfied' : code === 'ahead' ? 'due' : broken(rule), code, {
      ...about,
      values,
    })
  },
  describe: {
    sv: ({ countsFrom }) =>
      `Rapporten går med till nämndens nästa sammanträde${countsFrom === 'visit' ? ', räknat från besöket' : countsFrom === 'report' ? ', räknat från när rapporten är klar' : ''}.`,
    en: ({ countsFrom }) =>
      `The report goes with the papers of the committee's next meeting${countsFrom === 'visit' ? ', counted from the visit' : countsFrom === 'report' ? ', counted from when the report is final' : ''}.`,
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
      'in-time': (say) => `Rapporten var med till sammanträdet ${say.day('actualDay')}.`,
      later: (say) =>
        `Rapporten kom med först till sammanträdet ${say.day('actualDay')}; nästa sammanträde var ${say.day('meetingDay')}.`,
    },
    en: {
      ...unansweredSentences.en,
      'report-first': () => 'The report is to be made and then goes with the next meeting.',
      'no-meeting': () => 'There is no meeting in the calendar that the report can go with.',
      ahead: (say) =>
        `The report is to be among the papers of the meeting on ${say.day('meetingDay')}, by ${say.day('deadlineDay')}.`,
      missed: (say) =>
        `The report was not among the papers of the meeting on ${say.day('meetingDay')} (deadline ${say.day('deadlineDay')}).`,
      'in-time': (say) => `The report was with the meeting on ${say.day('actualDay')}.`,
      later: (say) =>
        `The report came only to the meeting on ${say.day('actualDay')}; the next meeting was on ${say.day('meetingDay')}.`,
    },
  },
})
