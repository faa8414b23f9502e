import { z } from 'zod'
import { calledOnField } from '../people/index.ts'
import { draftForm, oralForm, startForm } from './reports.forms.ts'

const phoned = { person: z.uuid({ error: 'person-missing' }), calledOn: calledOnField }

/** To begin a report for an author who has phoned. */
export const startForForm = z.strictObject({ visitId: startForm.shape.visitId, ...phoned })

/** The draft as `draftForm` reads it, with the author it is written for. */
export const draftForForm = z.looseObject(phoned).transform(({ person, calledOn, ...draft }, context) => {
  const read = draftForm.safeParse(draft)
  if (read.success) return { ...read.data, person, calledOn }
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path: [...path], message })
  return z.NEVER
})

export const finaliseForForm = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number({ error: 'version-missing' }).int('version-missing').positive('version-missing'),
  ...phoned,
})

/** An oral report by the speaker, who has phoned. */
export const oralForForm = z.strictObject({ ...oralForm.shape, oralCalledOn: calledOnField })
