import { z } from 'zod'
import { roundingSchema } from './fee-rules-amounts.ts'
import { feeFormSchema } from './fee-rules-rates.ts'
import { clauseField as clause, timeField } from './programme.ts'
import { localised } from './rules/kind.ts'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/**
 * What is paid beside the fee of an event, in the same line: for inconvenient hours, for travel at a rate of its own, for
 * preparation. No cap in hours takes it; the kronor of the day and the year do.
 */
export const additionSchema = z.strictObject({
  title: localised,
  clause,
  /** Which time it is paid for: that of the visit, or what the claim says of travel, preparation or after-work. */
  of: z.enum(['meeting', 'travel', 'preparation', 'after-work']),
  /** Only on these days; `holiday` is a public holiday, or the eve of Midsummer, Christmas or New Year. */
  days: z
    .array(z.enum([...weekdays, 'holiday']))
    .min(1)
    .optional(),
  /** Only the time from this time of day until that one, over midnight where it is earlier. */
  between: z.strictObject({ from: timeField, until: timeField }).optional(),
  /** Travel counts when the place lies at least so many kilometres from home or workplace, one way. */
  fromKilometres: z.int().min(1).max(2000).optional(),
  /** What the time gives … */
  rate: feeFormSchema.optional(),
  /** … or a share of the fee, for so much of it as the time is of the visit. */
  percent: z.number().positive().max(1000).multipleOf(0.01).optional(),
  rounding: roundingSchema.optional(),
})
export type Addition = z.infer<typeof additionSchema>
