import { z } from 'zod'
import { addDays, parseDay } from '../../kernel/date.ts'

const day = z.string('missing').transform((text, context) => {
  const parsed = parseDay(text.trim())
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'day-form' })
  return z.NEVER
})
/** The last day of a period is written, and the first day after it is kept. */
const lastDay = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .pipe(day.transform((it) => addDays(it, 1)).optional())
const personId = z.uuid()

/** A fixed fee (årsarvode) as a share of a full one, for the work of a committee or of none. */
export const fixedFeeForm = z.strictObject({
  personId,
  percent: z
    .string('missing')
    .trim()
    .regex(/^\d{1,3}( ?%)?$/, 'percent-form')
    .transform((text) => Number.parseInt(text, 10))
    .refine((share) => share >= 1 && share <= 100, 'percent-form'),
  forCommitteeId: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .transform((id) => (id === '' ? undefined : id)),
  validFrom: day,
  lastDay,
})

/** That a person belongs to a group that the fee rules name. */
export const feeGroupForm = z.strictObject({
  personId,
  code: z.string('group-missing').trim().min(1, 'group-missing').max(60, 'group-missing'),
  validFrom: day,
  lastDay,
})

/** To end a fixed fee or a group on a day, or to take away what should never have been there. */
export const endTermForm = z
  .strictObject({ personId, termId: z.uuid(), outcome: z.enum(['end', 'remove'], 'outcome-missing'), lastDay })
  .superRefine(({ outcome, lastDay: until }, context) => {
    if (outcome === 'end' && until === undefined)
      context.addIssue({ code: 'custom', path: ['lastDay'], message: 'day-form' })
  })

/** The day a person died. */
export const deathForm = z.strictObject({ personId, diedOn: day })
