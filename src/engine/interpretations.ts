import { z } from 'zod'
import type { Day } from '../kernel/date.ts'
import { type Result, done, refuse } from '../kernel/result.ts'
import { dayField } from './programme.ts'
import { adoptionSchema, type Guideline, kindOf, type Silence } from './guideline.ts'
import { localised } from './rules/kind.ts'

/** A committee's answer to what its guideline leaves open, holding from a day. */
export const answerSchema = z.strictObject({
  id: z.string().min(1).max(100),
  /** The silence that it answers, for example HED-Q1. */
  silence: z.string().min(1).max(100),
  answer: z.union([z.string(), z.boolean(), z.int()]),
  decidedBy: z.string().min(1).max(200),
  on: dayField,
  paragraph: z.string().max(50).optional(),
  from: dayField,
  until: dayField.optional(),
  /** Made up for the demonstration. */
  invented: z.boolean().optional(),
  note: localised.optional(),
})

/** Local interpretations of one guideline, kept beside it and shown as such. */
export const interpretationsSchema = z
  .strictObject({
    format: z.literal('namndkontakt/interpretations@1'),
    /** The id of the guideline. */
    guideline: z.string().min(1).max(100),
    /** Adoption of a guideline whose file is a proposal. */
    adoption: adoptionSchema.extend({ from: dayField, invented: z.boolean().optional() }).optional(),
    answers: z.array(answerSchema).default([]),
  })
  .superRefine((file, context) => {
    const ids = new Set<string>()
    file.answers.forEach((answer, index) => {
      if (ids.has(answer.id))
        context.addIssue({
          code: 'custom',
          path: ['answers', index, 'id'],
          message: `the answer ${answer.id} stands twice; give this one an id of its own`,
        })
      ids.add(answer.id)
      if (file.answers.slice(0, index).some((it) => it.silence === answer.silence && it.from === answer.from))
        context.addIssue({
          code: 'custom',
          path: ['answers', index, 'from'],
          message: `another answer to ${answer.silence} holds from the same day; keep one of them, or let this one begin later`,
        })
      if (answer.until !== undefined && answer.until <= answer.from) {
        context.addIssue({
          code: 'custom',
          path: ['answers', index, 'until'],
          message: '"until" comes after "from"; it is the first day on which the answer no longer holds',
        })
      }
    })
  })

export type Interpretations = z.infer<typeof interpretationsSchema>
export type Answer = z.infer<typeof answerSchema>

/** Returns the guideline as adopted: status, adoption and the day from which it holds. */
export function adopt(
  guideline: Guideline,
  adoption: {
    readonly on: Day
    readonly paragraph?: string | undefined
    readonly registrationNumber?: string | undefined
    readonly from: Day
  },
): Guideline {
  const { from, ...decided } = adoption
  return { ...guideline, status: 'adopted', adoption: decided, validity: { ...guideline.validity, from } }
}

/** Returns the guidelines with the adoptions that the interpretations bring. */
export function adoptedBy(
  guidelines: readonly Guideline[],
  interpretations: readonly Interpretations[],
): readonly Guideline[] {
  return guidelines.map((guideline) => {
    const adoption = interpretations.find((it) => it.guideline === guideline.id && it.adoption !== undefined)?.adoption
    if (adoption === undefined || guideline.status === 'adopted') return guideline
    return adopt(guideline, {
      on: adoption.on,
      paragraph: adoption.paragraph,
      registrationNumber: adoption.registrationNumber,
      from: adoption.from,
    })
  })
}

/**
 * Returns the answer typed as the silence's parameter demands, or the refusal
 * `engine.answer.unknown-silence` or `engine.answer.not-allowed` with the allowed values.
 */
export function parseAnswer(
  guideline: Guideline,
  silenceId: string,
  answer: unknown,
): Result<string | boolean | number> {
  const silence = guideline.silences.find((it) => it.id === silenceId)
  if (silence === undefined)
    return refuse('engine.answer.unknown-silence', { silence: silenceId, known: guideline.silences.map((it) => it.id) })
  const allowed = silence.choices?.map((choice) => choice.value)
  const fits =
    allowed === undefined
      ? answer !== 'silent' && parameterSchema(guideline, silence)?.safeParse(answer).success === true
      : allowed.includes(answer as string)
  if (!fits)
    return refuse('engine.answer.not-allowed', { silence: silenceId, answer: String(answer), allowed: allowed ?? [] })
  return done(answer as string | boolean | number)
}

function parameterSchema(guideline: Guideline, silence: Silence): z.ZodType | undefined {
  for (const rule of guideline.rules) {
    if (rule.id !== silence.rule) continue
    const schema = kindOf(rule.kind).values.shape[silence.parameter] as z.ZodType | undefined
    if (schema !== undefined) return schema
  }
  return undefined
}
