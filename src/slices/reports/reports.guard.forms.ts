import { z } from 'zod'
import { calledOnField } from '../people/index.ts'
import { isDraftField } from './reports.fields.rules.ts'

const id = z.uuid()
/** For an author who has phoned, and on which day. */
const byPhone = { person: id, calledOn: calledOnField }

/** A sentence of the draft: the field it stands in, and the tag of how the page showed it. */
const sentence = {
  id,
  field: z.string().refine(isDraftField, 'unknown-field'),
  sentence: z.string().min(1).max(20),
}
const whatGoes = { what: z.enum(['sentence', 'words']) }
const reason = {
  reason: z.string({ error: 'reason-missing' }).trim().min(1, 'reason-missing').max(500, 'reason-too-long'),
}

export const takeAwayForm = z.strictObject({ ...sentence, ...whatGoes })
export const takeAwayForForm = z.strictObject({ ...sentence, ...whatGoes, ...byPhone })
export const keepForm = z.strictObject({ ...sentence, ...reason })
export const keepForForm = z.strictObject({ ...sentence, ...reason, ...byPhone })
export const putBackForm = z.strictObject({ id })
export const putBackForForm = z.strictObject({ id, ...byPhone })
