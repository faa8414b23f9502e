import { z } from 'zod'
import type { VisitFacts } from '../facts.ts'
import { type CompiledRule, defineRule } from './kind.ts'

const values = z.strictObject({
  /** Capacities beside the committee's in which a visit counts too. */
  also: z.array(z.enum(['other-office', 'party'])).default([]),
})
type Values = z.infer<typeof values>

/** In which capacity one visits. A visit made in another one is none of the programme's: it counts nowhere and is not paid. */
export const visitsCapacity = defineRule({
  kind: 'visits.capacity',
  title: { sv: 'I vilken egenskap man besöker', en: 'Capacity in which one visits' },
  ask: {
    also: {
      sv: 'Räknas besök som görs i någon annan egenskap än för nämnden?',
      en: "Do visits made in another capacity than the committee's count?",
      help: {
        sv: 'Lämna tomt om bara besök för nämnden räknas och ersätts.',
        en: 'Leave it empty where only visits for the committee count and are paid.',
      },
      choices: {
        'other-office': { sv: 'i ett annat uppdrag', en: 'in another office' },
        party: { sv: 'för partiet', en: 'for the party' },
      },
    },
  },
  once: true,
  values,
  visit(run, rule, visit) {
    const { capacity } = visit.visit
    // What is made for the committee goes without saying.
    if (capacity === 'committee') return
    const counts = countsInCapacity([rule], visit)
    run.emit(rule, 'satisfied', counts ? 'counts-too' : 'outside', {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
      values: { capacity },
    })
  },
  describe: {
    sv: ({ also }) =>
      `Bara besök som görs för nämnden${also.map((it) => ` eller ${inWords[it].sv}`).join('')} räknas och ersätts.`,
    en: ({ also }) =>
      `Only visits made for the committee${also.map((it) => ` or ${inWords[it].en}`).join('')} count and are paid.`,
  },
  sentences: {
    sv: {
      'counts-too': (say) => `Besöket gjordes ${inWords[capacityOf(say.text('capacity'))].sv} och räknas.`,
      outside: (say) =>
        `Besöket gjordes ${inWords[capacityOf(say.text('capacity'))].sv} och inte för nämnden; det räknas inte och ersätts inte.`,
    },
    en: {
      'counts-too': (say) => `The visit was made ${inWords[capacityOf(say.text('capacity'))].en} and counts.`,
      outside: (say) =>
        `The visit was made ${inWords[capacityOf(say.text('capacity'))].en} and not for the committee; it does not count and is not paid.`,
    },
  },
})

/** Whether a visit counts, and can be paid, under the capacity rules of its day. Without such a rule every visit does. */
export function countsInCapacity(rules: readonly Pick<CompiledRule<Values>, 'values'>[], visit: VisitFacts): boolean {
  const { capacity } = visit.visit
  return capacity === 'committee' || rules.every(({ values: { also } }) => also.includes(capacity))
}

const inWords = {
  'other-office': { sv: 'i ett annat uppdrag', en: 'in another office' },
  party: { sv: 'för partiet', en: 'for the party' },
} as const

function capacityOf(text: string): keyof typeof inWords {
  return text === 'party' ? 'party' : 'other-office'
}
