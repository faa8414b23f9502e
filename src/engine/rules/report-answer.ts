import { z } from 'zod'
import { addDays } from '../../kernel/date.ts'
import { openCode } from '../programme.ts'
import { deliveredOn } from './report-delivery.ts'
import { broken, defineRule, unanswered, unansweredSentences } from './kind.ts'

/** Proposals in a report are answered, by somebody named and within a time counted from the report. */
export const reportAnswer = defineRule({
  kind: 'report.answer',
  title: { sv: 'Svar på förslag', en: 'Answers to proposals' },
  ask: {
    by: { sv: 'Vem svarar på förslagen i en rapport?', en: 'Who answers the proposals in a report?' },
    days: {
      sv: 'Inom hur många dagar från rapporten?',
      en: 'Within how many days of the report?',
    },
  },
  once: true,
  values: z.strictObject({
    by: openCode.meta({ examples: ['committee', 'administration', 'manager', 'chair'] }),
    days: z.union([z.int().min(1).max(1000), z.literal('silent')]),
  }),
  collides: (one, other) => (one.by === other.by ? [] : ['by']),
  visit(run, rule, visit) {
    if (!visit.happened) return
    const { by, days } = rule.values
    for (const report of visit.reports) {
      const delivered = report.proposals.length === 0 ? undefined : deliveredOn(run.facts, report)
      if (delivered === undefined) continue
      const dueOn = days === 'silent' ? undefined : addDays(delivered, days)
      for (const { id, answeredOn } of report.proposals) {
        const about = {
          subject: { type: 'report', id: report.id },
          related: [visit.subject, ...visit.related],
          day: visit.day,
          values: { proposal: id, by, dueOn, answeredOn },
        } as const
        if (dueOn === undefined && answeredOn === undefined) {
          run.emit(rule, 'cannot-tell', 'unanswered', { ...about, missing: unanswered(rule, 'days') })
          continue
        }
        const late = dueOn !== undefined && (answeredOn ?? run.today) > dueOn
        const code = answeredOn === undefined ? (late ? 'not-answered' : 'ahead') : late ? 'answered-late' : 'answered'
        run.emit(rule, late ? broken(rule) : code === 'answered' ? 'satisfied' : 'due', code, about)
      }
    }
  },
  describe: {
    sv: ({ by, days }, words) =>
      `Förslag i en rapport besvaras av ${words.label(by)}${typeof days === 'number' ? ` inom ${days === 1 ? 'en dag' : `${days} dagar`}` : ''}.`,
    en: ({ by, days }, words) =>
      `Proposals in a report are answered by ${words.label(by)}${typeof days === 'number' ? ` within ${days === 1 ? 'one day' : `${days} days`}` : ''}.`,
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      answered: (say) => `Förslaget besvarades ${say.day('answeredOn')}.`,
      'answered-late': (say) =>
        `Förslaget besvarades ${say.day('answeredOn')}; svaret skulle ha kommit senast ${say.day('dueOn')}.`,
      ahead: (say) => `Förslaget ska besvaras av ${say.labels('by')} senast ${say.day('dueOn')}.`,
      'not-answered': (say) =>
        `Förslaget är inte besvarat. Svaret från ${say.labels('by')} skulle ha kommit senast ${say.day('dueOn')}.`,
    },
    en: {
      ...unansweredSentences.en,
      answered: (say) => `The proposal was answered on ${say.day('answeredOn')}.`,
      'answered-late': (say) =>
        `The proposal was answered on ${say.day('answeredOn')}; it was due by ${say.day('dueOn')}.`,
      ahead: (say) => `The proposal is to be answered by ${say.labels('by')} by ${say.day('dueOn')}.`,
      'not-answered': (say) =>
        `The proposal is not answered. An answer from ${say.labels('by')} was due by ${say.day('dueOn')}.`,
    },
  },
})
