import { z } from 'zod'
import { type Day, civilFromDay, dayOf } from '../../kernel/date.ts'
import { openCode } from '../programme.ts'
import type { Facts } from '../facts.ts'
import { defineRule } from './kind.ts'

const values = z.strictObject({
  keeps: z
    .array(
      z.strictObject({
        what: openCode.meta({ examples: ['report', 'fee-form', 'invitation', 'notes'] }),
        /** `true`: kept for good; a number: disposed of after so many years. */
        keep: z.union([z.literal(true), z.int().min(1).max(200)]),
      }),
    )
    .min(1),
})

/** What is kept of what has been written, and what is disposed of (gallras) and when. */
export const useDisposal = defineRule({
  kind: 'use.disposal',
  title: { sv: 'Bevarande och gallring', en: 'Keeping and disposal' },
  ask: {
    keeps: { sv: 'Vad ska bevaras och vad ska gallras?', en: 'What is kept, and what is disposed of?' },
    'keeps.what': { sv: 'Vilken handling?', en: 'Which record?' },
    'keeps.keep': {
      sv: 'Efter hur många år gallras den, eller bevaras den?',
      en: 'After how many years is it disposed of, or is it kept for good?',
      help: {
        sv: 'Antalet år, om handlingen gallras.',
        en: 'The number of years, if the record is disposed of.',
      },
      choices: { true: { sv: 'bevaras', en: 'kept for good' } },
    },
  },
  once: true,
  values,
  collides: (one, other) =>
    one.keeps.some((it) => other.keeps.some(({ what, keep }) => what === it.what && keep !== it.keep)) ? ['keeps'] : [],
  check: ({ keeps }) => {
    const twice = keeps.find(({ what }, index) => keeps.findIndex((it) => it.what === what) < index)
    return twice === undefined
      ? []
      : [
          {
            parameter: 'keeps',
            message: `"${twice.what}" stands twice among what is kept`,
            mend: 'keep one line for each record',
          },
        ]
  },
  committee(run, rule) {
    for (const { what, keep } of rule.values.keeps) {
      const days = daysOf[what]?.(run.facts)
      if (keep === true || days === undefined) continue
      const { year, month, day } = civilFromDay(run.today)
      const oldest = dayOf(year - keep, month, day)
      const count = days.filter((it) => it !== undefined && it < oldest).length
      run.emit(rule, count === 0 ? 'satisfied' : 'due', count === 0 ? 'nothing-old' : 'to-dispose', {
        subject: { type: 'committee', id: run.facts.programme.committee.id },
        day: run.today,
        values: { what, years: keep, count },
      })
    }
  },
  describe: {
    sv: ({ keeps }, words) =>
      `Handlingarna: ${keeps
        .map(
          ({ what, keep }) =>
            `${words.label(what)} ${keep === true ? 'bevaras' : `gallras efter ${keep === 1 ? 'ett år' : `${keep} år`}`}`,
        )
        .join('; ')}.`,
    en: ({ keeps }, words) =>
      `The records: ${keeps
        .map(
          ({ what, keep }) =>
            `${words.label(what)} ${keep === true ? 'is kept for good' : `is disposed of after ${keep === 1 ? 'one year' : `${keep} years`}`}`,
        )
        .join('; ')}.`,
  },
  sentences: {
    sv: {
      'nothing-old': (say) => `Inget att gallra (${say.labels('what')}).`,
      'to-dispose': (say) =>
        `Att gallra (${say.labels('what')}): ${say.number('count')} äldre än ${say.number('years')} år.`,
    },
    en: {
      'nothing-old': (say) => `Nothing to dispose of (${say.labels('what')}).`,
      'to-dispose': (say) =>
        `To dispose of (${say.labels('what')}): ${say.number('count')} older than ${say.number('years')} ${say.number('years') === 1 ? 'year' : 'years'}.`,
    },
  },
})

/** The records that a programme holds with their day: a report is as old as its final version, a claim as its confirmation. */
const daysOf: Readonly<Record<string, ((facts: Facts) => readonly (Day | undefined)[]) | undefined>> = {
  report: ({ programme }) => programme.reports.map((it) => it.final),
  'fee-form': ({ programme }) => programme.claims.map((it) => it.confirmed),
}
