import { z } from 'zod'
import { deliveredOn, meetingOf } from './report-delivery.ts'
import { broken, defineRule } from './kind.ts'

/** An oral summary at the meeting that has the written report. */
export const reportOralSummary = defineRule({
  kind: 'report.oral-summary',
  title: { sv: 'Muntlig sammanfattning', en: 'Oral summary' },
  ask: {
    at: {
      sv: 'Vid vilket sammanträde sammanfattas besöket muntligt?',
      en: 'At which meeting is the visit summed up orally?',
      choices: {
        'same-meeting': {
          sv: 'det som har rapporten bland sina handlingar',
          en: 'the one that has the report among its papers',
        },
      },
    },
  },
  values: z.strictObject({ at: z.enum(['same-meeting']) }),
  visit(run, rule, visit) {
    if (!visit.happened) return
    for (const report of visit.reports) {
      const meeting = meetingOf(run.facts, report)
      if (report.form !== 'written' || meeting === undefined || deliveredOn(run.facts, report) === undefined) continue
      const code = report.oralAt !== undefined ? 'given' : meeting.day >= run.today ? 'ahead' : 'not-given'
      run.emit(rule, code === 'given' ? 'satisfied' : code === 'ahead' ? 'due' : broken(rule), code, {
        subject: { type: 'report', id: report.id },
        related: [visit.subject, ...visit.related],
        day: visit.day,
        values: { meeting: meeting.id, meetingDay: meeting.day },
      })
    }
  },
  describe: {
    sv: () => 'Vid sammanträdet görs även en muntlig sammanfattning av besöket.',
    en: () => 'At the meeting an oral summary of the visit is given too.',
  },
  sentences: {
    sv: {
      given: (say) => `Besöket är muntligt sammanfattat vid sammanträdet ${say.day('meetingDay')}.`,
      ahead: (say) => `Besöket sammanfattas gärna muntligt vid sammanträdet ${say.day('meetingDay')}.`,
      'not-given': (say) => `Ingen muntlig sammanfattning är antecknad från sammanträdet ${say.day('meetingDay')}.`,
    },
    en: {
      given: (say) => `The visit was summed up orally at the meeting on ${say.day('meetingDay')}.`,
      ahead: (say) => `The visit is preferably summed up orally at the meeting on ${say.day('meetingDay')}.`,
      'not-given': (say) => `No oral summary is noted from the meeting on ${say.day('meetingDay')}.`,
    },
  },
})
