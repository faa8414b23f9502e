import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import { bothBind } from './apart.ts'
import { broken, defineRule } from './kind.ts'

/** How many reports a meeting takes. A meeting that lies ahead with too many is not yet a breach: one of them can wait. */
export const reportMostPerMeeting = defineRule({
  kind: 'report.most-per-meeting',
  title: { sv: 'Högsta antal rapporter vid ett sammanträde', en: 'Most reports at a meeting' },
  ask: {
    most: {
      sv: 'Hur många rapporter tas högst upp vid ett sammanträde?',
      en: 'How many reports does a meeting take at most?',
    },
  },
  once: true,
  values: z.strictObject({ most: z.int().min(1).max(100) }),
  collides: bothBind,
  year(run, rule, year) {
    const { programme, meetings, reportsByMeeting } = run.facts
    for (const meeting of meetings) {
      if (!isWithin(meeting.day, year)) continue
      const reports = reportsByMeeting.get(meeting.id) ?? []
      if (reports.length === 0 || !run.heldOn(rule, meeting.day)) continue
      const fits = reports.length <= rule.values.most
      const code = fits ? 'fits' : meeting.day >= run.today ? 'move-some' : 'too-many'
      run.emit(rule, fits ? 'satisfied' : code === 'move-some' ? 'due' : broken(rule), code, {
        subject: { type: 'committee', id: programme.committee.id },
        related: reports.map((report) => ({ type: 'report', id: report.id }) as const),
        day: meeting.day,
        values: { meeting: meeting.id, meetingDay: meeting.day, count: reports.length, most: rule.values.most },
      })
    }
  },
  describe: {
    sv: ({ most }, words) =>
      `Vid ett sammanträde tas högst ${words.number(most)} ${most === 1 ? 'rapport' : 'rapporter'} upp.`,
    en: ({ most }, words) => `A meeting takes at most ${words.number(most)} ${most === 1 ? 'report' : 'reports'}.`,
  },
  sentences: {
    sv: {
      fits: (say) =>
        `Till sammanträdet ${say.day('meetingDay')} finns ${say.number('count')} ${say.number('count') === 1 ? 'rapport' : 'rapporter'}; högst ${say.number('most')} ryms.`,
      'move-some': (say) =>
        `Till sammanträdet ${say.day('meetingDay')} finns ${say.number('count')} rapporter; högst ${say.number('most')} ryms. Flytta någon till ett senare sammanträde.`,
      'too-many': (say) =>
        `Vid sammanträdet ${say.day('meetingDay')} togs ${say.number('count')} rapporter upp; riktlinjen anger högst ${say.number('most')}.`,
    },
    en: {
      fits: (say) =>
        `The meeting on ${say.day('meetingDay')} has ${say.number('count')} ${say.number('count') === 1 ? 'report' : 'reports'}; there is room for ${say.number('most')}.`,
      'move-some': (say) =>
        `The meeting on ${say.day('meetingDay')} has ${say.number('count')} reports, and there is room for ${say.number('most')}. Move some to a later meeting.`,
      'too-many': (say) =>
        `The meeting on ${say.day('meetingDay')} took ${say.number('count')} reports; the guideline says at most ${say.number('most')}.`,
    },
  },
})
