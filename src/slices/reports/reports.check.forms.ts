import { z } from 'zod'
import { parseDay } from '../../kernel/date.ts'
import { calledOnField } from '../people/index.ts'
import type { ItemAnswer } from './reports.check.rules.ts'
import { isDraftField, longestText } from './reports.fields.rules.ts'

const id = z.uuid()
const version = z.coerce.number({ error: 'version-missing' }).int('version-missing').positive('version-missing')
const said = z
  .string({ error: 'version-missing' })
  .default('')
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .refine((text) => text.length <= longestText, 'too-long')

/** Sending the draft to the managers; `dispatch` says yes to its leaving the authority. */
export const sendCheckForm = z.strictObject({
  id,
  version,
  /** The last day to answer, where the guideline names none; one that is no day is refused as one that cannot be. */
  lastDay: z
    .string()
    .trim()
    .default('')
    .transform((text) => parseDay(text)),
  dispatch: z.literal('yes').optional(),
})

export const takeBackForm = z.strictObject({ id })

type AnswerInput = {
  readonly id: string
  readonly version: number
  readonly next: 'save' | 'hand-in'
  readonly comment: string
  /** What is said of each text, as far as anything is. */
  readonly answers: readonly ItemAnswer[]
}

/**
 * The manager's answer: `comment`, and for each text that was sent `verdict.FIELD` (`agrees`, `wrong` or nothing) and
 * `said.FIELD`. What is written without a choice means that something is wrong.
 */
export const answerForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((raw, context): AnswerInput => {
    const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const read = <T>(field: string, schema: z.ZodType<T>, otherwise: T): T => {
      const parsed = schema.safeParse(raw[field])
      if (parsed.success) return parsed.data
      issue(field, parsed.error.issues[0]?.message ?? 'unknown-field')
      return otherwise
    }
    const fields = new Set<string>()
    for (const name of Object.keys(raw)) {
      if (['id', 'version', 'next', 'comment'].includes(name)) continue
      const [, field = ''] = /^(?:verdict|said)\.(.+)$/s.exec(name) ?? []
      if (isDraftField(field)) fields.add(field)
      else issue(name, 'unknown-field')
    }
    const answers = [...fields].flatMap((field): ItemAnswer[] => {
      const text = read(`said.${field}`, said, '')
      const chosen = raw[`verdict.${field}`]
      if (chosen === 'agrees' && text === '') return [{ field, verdict: 'agrees', text }]
      return chosen === 'wrong' || text !== '' ? [{ field, verdict: 'wrong', text }] : []
    })
    return {
      id: read('id', id, ''),
      version: read('version', version, 0),
      next: raw.next === 'hand-in' ? 'hand-in' : 'save',
      comment: read('comment', said, ''),
      answers,
    }
  })

/** What a manager said by phone, as the secretary notes it. */
export const answerForForm = z.strictObject({
  id,
  person: z.uuid({ error: 'person-missing' }),
  calledOn: calledOnField,
  comment: said.refine((text) => text !== '', 'check-comment-missing'),
})
