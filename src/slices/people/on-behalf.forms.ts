import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/date.ts'

/** The day of the phone call as a form sends it; undefined when it was left out. `called-on` when it is no day. */
export const calledOnField = z
  .string({ error: 'called-on' })
  .trim()
  .default('')
  .transform((value, context): Day | undefined => {
    if (value === '') return undefined
    const day = parseDay(value)
    if (day !== undefined) return day
    context.addIssue({ code: 'custom', message: 'called-on' })
    return z.NEVER
  })
