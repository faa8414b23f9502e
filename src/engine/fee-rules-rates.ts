import { z } from 'zod'
import { amountField, roundingSchema } from './fee-rules-amounts.ts'
import { clauseField as clause } from './programme.ts'

/** An amount of its own for the first hour, begun or whole; then an hourly rate counted by begun half-hours. */
const firstHourForm = z.strictObject({
  form: z.literal('first-hour-then-half-hours'),
  firstHour: amountField,
  perHour: amountField,
})

/** How time is counted: to the minute, by begun or whole parts of an hour, or to the nearest (the middle upwards). */
export const countings = {
  minute: { step: 1, by: 'up' },
  'begun-quarter': { step: 15, by: 'up' },
  'begun-half-hour': { step: 30, by: 'up' },
  'begun-hour': { step: 60, by: 'up' },
  'whole-quarter': { step: 15, by: 'down' },
  'whole-half-hour': { step: 30, by: 'down' },
  'whole-hour': { step: 60, by: 'down' },
  'nearest-quarter': { step: 15, by: 'nearest' },
  'nearest-half-hour': { step: 30, by: 'nearest' },
  'nearest-hour': { step: 60, by: 'nearest' },
} as const
export type Counting = keyof typeof countings

/** So much per hour, with or without an amount of its own for the first one, begun or whole. */
const hourlyForm = z.strictObject({
  form: z.literal('hourly'),
  firstHour: amountField.optional(),
  /** How long the first amount lasts, where that is not an hour: two hours, or three. */
  firstMinutes: z.int().min(1).max(1440).optional(),
  perHour: amountField,
  counted: z.enum(Object.keys(countings) as [Counting, ...Counting[]]),
  /** How the amount for the counted time is rounded; needed where it is not always whole öre. */
  rounding: roundingSchema.optional(),
})

/** Half or whole day, with the boundary and the side to which exactly the boundary belongs. */
const dayForm = z.strictObject({
  form: z.literal('half-full-day'),
  halfDay: amountField,
  fullDay: amountField,
  boundaryMinutes: z.int().min(1).max(1440),
  /** What exactly the boundary gives; `silent` where the rules do not say. */
  atBoundary: z.enum(['half', 'full', 'silent']),
})

const stepMinutes = z.int().min(1).max(1440).optional()

/** An amount by how long it lasted: each step says to what length it reaches, and the last has no end. */
const stepsForm = z.strictObject({
  form: z.literal('steps'),
  steps: z
    .array(
      z.strictObject({
        /** That long or shorter. */
        upTo: stepMinutes,
        /** Shorter than that. */
        below: stepMinutes,
        /** 0 where so short a time gives nothing. */
        amount: amountField,
        clause: clause.optional(),
      }),
    )
    .min(2)
    .max(24),
})

const flatForm = z.strictObject({ form: z.literal('flat'), amount: amountField })

export const feeFormSchema = z.discriminatedUnion('form', [firstHourForm, hourlyForm, dayForm, stepsForm, flatForm])
export type FeeForm = z.infer<typeof feeFormSchema>
