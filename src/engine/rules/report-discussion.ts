import { z } from 'zod'
import { deliveredOn, meetingOf } from './report-delivery.ts'
import { broken, defineRule, localised } from './kind.ts'

/** Room at the meeting to discuss what the visit raised. */
export const reportDiscussion = defineRule({
  kind: 'report.discussion',
  title: { sv: 'Diskussion vid sammanträdet', en: 'Discussion at the meeting' },
  ask: {
    about: {
      sv: 'Vad ges det utrymme att diskutera vid sammanträdet?',
      en: 'What is there room to discuss at the meeting?',
      help: {
        sv: 'Svaret fortsätter meningen ”Vid sammanträdet finns utrymme för diskussion om …”.',
        en: 'The answer goes on from “At the meeting there is room to discuss …”.',
      },
    },
  },
  values: z.strictObject({ about: localised }),
  visit(run, rule, visit) {
    if (!visit.happened) return
    for (const report of visit.reports) {
      const meeting = meetingOf(run.facts, report)
      if (meeting === undefined || deliveredOn(run.facts, report) === undefined) continue
      const code = report.discussedAt !== undefined ? 'discussed' : meeting.day >= run.today ? 'ahead' : 'not-discussed'
      run.emit(rule, code === 'discussed' ? 'satisfied' : code === 'ahead' ? 'due' : broken(rule), code, {
        subject: { type: 'report', id: report.id },
        related: [visit.subject, ...visit.related],
        day: visit.day,
        values: { meeting: meeting.id, meetingDay: meeting.day },
      })
    }
  },
  describe: {
    sv: ({ about }) => `Vid sammanträdet finns utrymme för diskussion om ${about.sv}.`,
    en: ({ about }) => `At the meeting there is room to discuss ${about.en}.`,
  },
  sentences: {
    sv: {
      discussed: () => 'Rapporten har diskuterats vid ett sammanträde.',
      ahead: (say) => `Ge utrymme för diskussion vid sammanträdet ${say.day('meetingDay')}.`,
      'not-discussed': (say) => `Ingen diskussion är antecknad från sammanträdet ${say.day('meetingDay')}.`,
    },
    en: {
      discussed: () => 'The report has been discussed at a meeting.',
      ahead: (say) => `Give room for discussion at the meeting on ${say.day('meetingDay')}.`,
      'not-discussed': (say) => `No discussion is noted from the meeting on ${say.day('meetingDay')}.`,
    },
  },
})
