import { z } from 'zod'
import { dayField, oreField } from './programme.ts'
import { localised } from './rules/kind.ts'

const amount = oreField.refine((value) => value >= 0, 'an amount is not below zero; write 0 or more')
const clause = z.string().min(1).max(300)

/** An amount of its own for the first hour, begun or whole; then an hourly rate counted by begun half-hours. */
const firstHourForm = z.strictObject({
  form: z.literal('first-hour-then-half-hours'),
  firstHour: amount,
  perHour: amount.refine(
    (value) => value % 2 === 0,
    'an hourly rate counted by half-hours is an even number of öre, or half of it is no whole öre; write an even number',
  ),
})

/** Half or whole day, with the boundary and the side to which exactly the boundary belongs. */
const dayForm = z.strictObject({
  form: z.literal('half-full-day'),
  halfDay: amount,
  fullDay: amount,
  boundaryMinutes: z.int().min(1).max(1440),
  /** What exactly the boundary gives; `silent` where the rules do not say. */
  atBoundary: z.enum(['half', 'full', 'silent']),
})

const flatForm = z.strictObject({ form: z.literal('flat'), amount })

export const feeFormSchema = z.discriminatedUnion('form', [firstHourForm, dayForm, flatForm])
export type FeeForm = z.infer<typeof feeFormSchema>

export const feeKinds = ['meeting', 'errand'] as const
export type FeeKind = (typeof feeKinds)[number]

/** A municipality's fee rules (arvodesreglemente), decided by its council; one version a file. Amounts in whole öre. */
export const feeRulesSchema = z
  .strictObject({
    format: z.literal('namndkontakt/fee-rules@1'),
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id holds small letters, digits and hyphens'),
    title: z.string().min(1).max(200),
    municipality: z.string().min(1).max(100).optional(),
    /** `example`: real public figures shown as an example. `invented`: made up for the demonstration. */
    status: z.enum(['adopted', 'example', 'invented']),
    source: localised,
    validity: z.strictObject({ from: dayField, until: dayField.optional() }),
    fees: z.array(z.strictObject({ kind: z.enum(feeKinds), title: localised, clause, rate: feeFormSchema })).min(1),
  })
  .superRefine((rules, context) => {
    const seen = new Set<string>()
    rules.fees.forEach((fee, index) => {
      if (seen.has(fee.kind))
        context.addIssue({
          code: 'custom',
          path: ['fees', index, 'kind'],
          message: `the kind ${fee.kind} stands twice; keep one`,
        })
      seen.add(fee.kind)
      if (fee.rate.form === 'half-full-day' && fee.rate.halfDay > fee.rate.fullDay) {
        context.addIssue({
          code: 'custom',
          path: ['fees', index, 'rate', 'halfDay'],
          message: 'half a day is paid more than a whole; exchange the two amounts',
        })
      }
    })
    if (rules.validity.until !== undefined && rules.validity.until <= rules.validity.from) {
      context.addIssue({
        code: 'custom',
        path: ['validity', 'until'],
        message: '"until" comes after "from"; it is the first day on which the rules no longer hold',
      })
    }
  })

export type FeeRules = z.infer<typeof feeRulesSchema>
