import { z } from 'zod'
import { parseTimeOfDay } from '../../kernel/clock-time.ts'
import { type Day, parseDay } from '../../kernel/date.ts'
import { laws } from './disclosure.masking.rules.ts'
import { decisions, documentKinds, waysIn, waysOut } from './disclosure.rules.ts'
import type { FindFilter } from './disclosure.find.store.ts'

const id = z.uuid()
const line = (most: number, tooLong: string) => z.string().trim().max(most, tooLong).default('')
const dayField = z
  .string('day-missing')
  .trim()
  .transform((text, context) => {
    const day = parseDay(text)
    if (day !== undefined) return day
    context.addIssue({ code: 'custom', message: 'day-form' })
    return z.NEVER
  })
const timeField = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') return undefined
    const time = parseTimeOfDay(text)
    if (time !== undefined) return time
    context.addIssue({ code: 'custom', message: 'time-form' })
    return z.NEVER
  })

/** A request as it came: nothing about who asks or why is asked for. */
export const registerForm = z.object({
  day: dayField,
  time: timeField,
  cameAs: z.enum(waysIn, 'came-as-missing'),
  asked: z.string('asked-missing').trim().min(1, 'asked-missing').max(4000, 'asked-too-long'),
  contact: line(300, 'contact-too-long'),
})

const kindAndSubject = z
  .string()
  .regex(/^(?:report|decision|claim):[0-9a-f-]{36}$|^summary:\d{4}$/, 'document-unknown')
  .transform((text) => {
    const [kind = '', subject = ''] = text.split(':')
    return { kind: z.enum(documentKinds).parse(kind), subject }
  })
const several = <T extends z.ZodType>(one: T, missing: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(one, missing).min(1, missing).max(200, missing),
  )

export const chooseForm = z.object({ id, document: several(kindAndSubject, 'document-missing') })

export const documentId = z.strictObject({ id, documentId: id })
export const maskId = z.strictObject({ id, documentId: id, maskId: id })

const law = z.enum(laws, 'law-missing')
const provision = z.string('provision-missing').trim().min(1, 'provision-missing').max(60, 'provision-too-long')

const passage = z
  .string()
  .regex(/^\d{1,3}\.\d{1,4}@\d{1,7}-\d{1,7}$/, 'passage-unknown')
  .transform((text) => {
    const [part = '', range = ''] = text.split('@')
    const [start, end] = range.split('-').map(Number)
    return { part, start: start ?? 0, end: end ?? 0 }
  })

/** Sentences ticked in the text. */
export const passagesForm = z.object({
  id,
  documentId: id,
  passage: several(passage, 'passage-missing'),
  law,
  provision,
})

/** A word that is masked wherever it stands. */
export const wordForm = z.object({
  id,
  documentId: id,
  word: z.string('word-missing').trim().min(2, 'word-short').max(100, 'word-too-long'),
  wholeWord: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked !== undefined),
  law,
  provision,
})

const told = line(2000, 'told-too-long')

/** Whole, masked or refused; a refusal needs its ground. */
export const decisionForm = z
  .object({
    id,
    documentId: id,
    decision: z.enum(decisions, 'decision-missing'),
    law: z.enum([...laws, '']).default(''),
    provision: line(60, 'provision-too-long'),
    told,
  })
  .transform(({ law: chosen, provision: written, ...rest }, context) => {
    if (rest.decision !== 'refused') return { ...rest, ground: undefined }
    if (chosen === '') context.addIssue({ code: 'custom', path: ['law'], message: 'law-missing' })
    if (written === '') context.addIssue({ code: 'custom', path: ['provision'], message: 'provision-missing' })
    if (chosen === '' || written === '') return z.NEVER
    return { ...rest, ground: { law: chosen, provision: written } }
  })

/** What the form that hands out says; the package is made from what the page showed. */
export const handOutForm = z.object({
  how: z.enum(waysOut, 'how-missing'),
  version: z.coerce.number().int(),
  restrictionTried: z.literal('yes').optional(),
})

export const handOutInput = handOutForm.extend({
  id,
  name: z.string().min(1),
  sha256: z.string().length(64),
  package: z.instanceof(Uint8Array),
})

/** Closed without handing anything out: refused with its ground, or withdrawn. */
export const closeForm = z
  .object({
    id,
    as: z.enum(['refused', 'withdrawn'], 'as-missing'),
    law: z.enum([...laws, '']).default(''),
    provision: line(60, 'provision-too-long'),
    told,
  })
  .transform(({ law: chosen, provision: written, ...rest }, context) => {
    if (rest.as === 'withdrawn') return { ...rest, ground: undefined }
    if (chosen === '') context.addIssue({ code: 'custom', path: ['law'], message: 'law-missing' })
    if (written === '') context.addIssue({ code: 'custom', path: ['provision'], message: 'provision-missing' })
    if (chosen === '' || written === '') return z.NEVER
    return { ...rest, ground: { law: chosen, provision: written } }
  })

/** Returns what an address looks for, and whether it looks for anything; nonsense counts as absent. */
export function readFindFilter(query: (name: string) => string | undefined): {
  readonly filter: FindFilter
  readonly isAsked: boolean
} {
  const day = (name: string): Day | undefined => parseDay(query(name)?.trim() ?? '')
  const word = query('ord')?.trim().slice(0, 100)
  return {
    filter: {
      from: day('fran'),
      until: day('till'),
      unitId: z.uuid().safeParse(query('enhet')).data,
      kind: z.enum(documentKinds).safeParse(query('slag')).data,
      word: word === '' ? undefined : word,
    },
    isAsked: query('ord') !== undefined,
  }
}
