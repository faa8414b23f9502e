import { z } from 'zod'
import { calledOnField } from '../people/index.ts'
import { confirmationForm } from './claims.forms.ts'

/** A confirmation by phone: what the claimant confirms, and when they phoned. */
export const confirmationForForm = z
  .looseObject({ calledOn: calledOnField })
  .transform(({ calledOn, ...rest }, context) => {
    const read = confirmationForm.safeParse(rest)
    if (read.success) return { ...read.data, calledOn }
    for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path: [...path], message })
    return z.NEVER
  })
