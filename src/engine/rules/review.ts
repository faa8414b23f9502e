import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import { broken, defineRule } from './kind.ts'

/** When the guideline itself is followed up. */
export const review = defineRule({
  kind: 'review',
  values: z.strictObject({ every: z.enum(['term']) }),
  committee(run, rule) {
    const term = run.facts.programme.term
    const subject = { type: 'guideline', id: rule.source } as const
    if (term === undefined)
      return run.emit(rule, 'cannot-tell', 'term-unknown', { subject, missing: [{ what: 'fact', fact: 'term' }] })
    const reviewed = run.facts.reviewsOf(rule.source).find((it) => isWithin(it.on, term))
    const code = reviewed !== undefined ? 'reviewed' : run.today < term.until ? 'ahead' : 'not-reviewed'
    run.emit(rule, code === 'reviewed' ? 'satisfied' : code === 'ahead' ? 'due' : broken(rule), code, {
      subject,
      day: run.today,
      values: { dueOn: term.until, reviewedOn: reviewed?.on, result: reviewed?.outcome },
    })
  },
  describe: {
    sv: () => 'Riktlinjen följs upp en gång per mandatperiod.',
    en: () => 'The guideline is followed up once per term of office.',
  },
  sentences: {
    sv: {
      'term-unknown': () => 'När riktlinjen ska följas upp går inte att avgöra: mandatperioden saknas.',
      reviewed: (say) => `Riktlinjen följdes upp ${say.day('reviewedOn')}: ${say.text('result')}`,
      ahead: (say) => `Riktlinjen ska följas upp före mandatperiodens slut, ${say.day('dueOn')}.`,
      'not-reviewed': (say) => `Riktlinjen följdes inte upp under mandatperioden som slutade ${say.day('dueOn')}.`,
    },
    en: {
      'term-unknown': () => 'When the guideline is to be followed up cannot be told: the term of office is missing.',
      reviewed: (say) => `The guideline was followed up on ${say.day('reviewedOn')}: ${say.text('result')}`,
      ahead: (say) => `The guideline is to be followed up before the end of the term of office, ${say.day('dueOn')}.`,
      'not-reviewed': (say) =>
        `The guideline was not followed up in the term of office that ended on ${say.day('dueOn')}.`,
    },
  },
})
