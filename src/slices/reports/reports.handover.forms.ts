import { z } from 'zod'
import { calledOnField } from '../people/index.ts'
import { isDraftField, longestLine } from './reports.fields.rules.ts'

const id = z.uuid()
const byPhone = { person: id, calledOn: calledOnField }
const sentence = {
  id,
  field: z.string().refine(isDraftField, 'unknown-field'),
  sentence: z.string().min(1).max(20),
}

export const handOverForm = z.strictObject(sentence)
export const handOverForForm = z.strictObject({ ...sentence, ...byPhone })
/** The report that it goes back to, and what was handed over. */
export const takeBackForm = z.strictObject({ id, handOver: id })
export const takeBackForForm = z.strictObject({ id, handOver: id, ...byPhone })
/** What a receiver has opened, or takes on. */
export const receivedForm = z.strictObject({ id })
/** The receiver's line to the sender. */
export const answerForm = z.strictObject({
  id,
  answer: z.string({ error: 'answer-missing' }).trim().min(1, 'answer-missing').max(longestLine, 'line-too-long'),
})
