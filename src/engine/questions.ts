import { z } from 'zod'
import type { Ask } from './rules/kind.ts'
import { bare, shapeOf } from './schema-walk.ts'
import type { Asks } from './value-text.ts'

/** How a question is answered. Codes are those of the file; what they are called is for the page to say. */
export type AnswerForm =
  /** `written` is answered in the file's own notation. */
  | { readonly form: 'yes-no' | 'localised' | 'day' | 'time' | 'duration' | 'number' | 'written' }
  | { readonly form: 'text'; readonly most: number | undefined }
  | { readonly form: 'one-of'; readonly codes: readonly string[] }
  /** `alone`: a single one is written by itself, several as a list. */
  | { readonly form: 'some-of'; readonly codes: readonly string[]; readonly alone: boolean }
  /** One of an open list: the known codes and whatever the guideline names under `terms`. */
  | { readonly form: 'code'; readonly examples: readonly string[] }
  | { readonly form: 'codes'; readonly examples: readonly string[]; readonly alone: boolean }
  | { readonly form: 'group'; readonly questions: readonly Question[] }
  /** A list of blocks that each answer the same questions. */
  | { readonly form: 'list'; readonly questions: readonly Question[] }
  /** A list of single values. */
  | { readonly form: 'items'; readonly item: AnswerForm }

export type FixedAnswer = string | boolean | number

/** One value of a schema as somebody would be asked for it. */
export type Question = {
  /** The value's key in the file. */
  readonly key: string
  /** Its path through the schema, as questions are named: `topics.audiences`. */
  readonly path: string
  /** The words, where somebody has written them. */
  readonly ask: Ask | undefined
  /** May be left out. */
  readonly optional: boolean
  /** What holds when it is left out. */
  readonly fallback: unknown
  /** The source may leave it open: the value is then `silent`, and a question asks the committee. */
  readonly silent: boolean
  /** Answers in a word of their own, beside those of the form: `all`, or `true` for ever. */
  readonly fixed: readonly FixedAnswer[]
  readonly answer: AnswerForm
}

/**
 * Returns the questions of a schema's keys in order. `change` makes every answer one that may be left out: a dated
 * change names only what changes.
 */
export function questionsOf(
  schema: z.ZodType,
  asks: Asks = {},
  { change = false }: { readonly change?: boolean } = {},
): readonly Question[] {
  const questions = partsOf(schema, '', asks)
  return change ? questions.map((it) => ({ ...it, optional: true, fallback: undefined })) : questions
}

function partsOf(schema: z.ZodType, path: string, asks: Asks): readonly Question[] {
  const shape = shapeOf(schema)
  return shape.is === 'block' ? Object.entries(shape.keys).map(([key, part]) => oneQuestion(key, part, path, asks)) : []
}

function oneQuestion(key: string, schema: z.ZodType, above: string, asks: Asks): Question {
  const path = above === '' ? key : `${above}.${key}`
  const { spoken, silent, fixed, alone } = alternativesOf(schema)
  const answer = answerOf(spoken, key, path, asks)
  return {
    key,
    path,
    ask: asks[path],
    optional: schema instanceof z.ZodOptional || schema instanceof z.ZodDefault,
    fallback: schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined,
    silent,
    fixed,
    answer: answer.form === 'some-of' || answer.form === 'codes' ? { ...answer, alone } : answer,
  }
}

type Alternatives = {
  readonly spoken: z.ZodType
  readonly silent: boolean
  readonly fixed: readonly FixedAnswer[]
  /** A single one may be written without a list. */
  readonly alone: boolean
}

/** Takes apart what is said in a form of its own and what in a fixed word: `silent`, `all`, `true`. */
function alternativesOf(schema: z.ZodType): Alternatives {
  const shape = shapeOf(schema)
  const plain = { spoken: schema, silent: false, fixed: [], alone: false }
  if (shape.is === 'choice') return { ...plain, silent: shape.values.includes('silent') }
  if (shape.is !== 'either') return plain
  const words = shape.options.flatMap((option) => {
    const said = shapeOf(option)
    return said.is === 'literal' ? (said.values as readonly FixedAnswer[]) : []
  })
  const others = shape.options.filter((option) => shapeOf(option).is !== 'literal')
  const list = others.find((option) => shapeOf(option).is === 'list')
  const single = others.find((option) => option !== list)
  const spoken = list ?? single
  if (spoken === undefined || others.length > (isOneOf(single, list) ? 2 : 1)) return plain
  const apart = single === undefined ? undefined : shapeOf(single)
  const silent = words.includes('silent') || (apart?.is === 'choice' && apart.values.includes('silent'))
  return { spoken, silent, fixed: words.filter((word) => word !== 'silent'), alone: others.length === 2 }
}

/** Whether the single value is of the same sort as the items of the list beside it. */
function isOneOf(single: z.ZodType | undefined, list: z.ZodType | undefined): boolean {
  if (single === undefined || list === undefined) return false
  const [one, many] = [shapeOf(single), shapeOf(list)]
  return many.is === 'list' && shapeOf(many.of).is === one.is && (one.is === 'choice' || one.is === 'code')
}

function answerOf(schema: z.ZodType, key: string, path: string, asks: Asks): AnswerForm {
  const shape = shapeOf(schema)
  switch (shape.is) {
    case 'boolean':
      return { form: 'yes-no' }
    case 'number':
      return { form: /minutes$/i.test(key) ? 'duration' : 'number' }
    case 'ore':
      return { form: 'number' }
    case 'day':
    case 'time':
    case 'localised':
      return { form: shape.is }
    case 'choice':
      return { form: 'one-of', codes: shape.values.filter((code) => code !== 'silent') }
    case 'literal':
      return { form: 'one-of', codes: shape.values.map(String) }
    case 'code':
      return { form: 'code', examples: examplesOf(schema) }
    case 'text':
      return { form: 'text', most: longestOf(schema) }
    case 'list':
      return listForm(shape.of, key, path, asks)
    case 'block':
      return { form: 'group', questions: partsOf(schema, path, asks) }
    default:
      return { form: 'written' }
  }
}

function listForm(element: z.ZodType, key: string, path: string, asks: Asks): AnswerForm {
  const item = answerOf(element, key, path, asks)
  switch (item.form) {
    case 'group':
      return { form: 'list', questions: item.questions }
    case 'one-of':
      return { form: 'some-of', codes: item.codes, alone: false }
    case 'code':
      return { form: 'codes', examples: item.examples, alone: false }
    case 'some-of':
    case 'codes':
    case 'list':
    case 'items':
    case 'written':
      return { form: 'written' }
    default:
      return { form: 'items', item }
  }
}

function examplesOf(schema: z.ZodType): readonly string[] {
  const examples = bare(schema).meta()?.examples
  return Array.isArray(examples) ? examples.map(String) : []
}

function longestOf(schema: z.ZodType): number | undefined {
  const text = bare(schema)
  return text instanceof z.ZodString ? (text.maxLength ?? undefined) : undefined
}
