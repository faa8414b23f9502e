import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/date.ts'
import { confirmationForm } from './claims.forms.ts'

/** The day of the phone call as a form sends it; undefined when it was left out. `called-on` when it is no day. */
const calledOnField = z
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

/** A confirmation by phone: what the claimant confirms, and when they phoned. */
export const confirmationForForm = z
  .looseObject({ calledOn: calledOnField })
  .transform(({ calledOn, ...rest }, context) => {
    const read = confirmationForm.safeParse(rest)
    if (read.success) return { ...read.data, calledOn }
    for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path: [...path], message })
    return z.NEVER
  })
