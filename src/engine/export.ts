import { Document, isCollection, isMap, isScalar, isSeq, Scalar } from 'yaml'
import { z } from 'zod'
import { isoTimeOfDay, type Minutes } from '../kernel/clock-time.ts'
import { type Day, isoFromDay } from '../kernel/date.ts'
import { type FeeRules, feeRulesSchema } from './fee-rules.ts'
import { type Guideline, guidelineSchema } from './guideline.ts'
import { printed } from './guideline-text.ts'
import { type Interpretations, interpretationsSchema } from './interpretations.ts'
import { type Programme, programmeSchema } from './programme.ts'
import { kindOf, type Rule } from './rule.ts'
import { optionOf, shapeOf } from './schema-walk.ts'

export type TextFormat = 'yaml' | 'json'

/** Returns the programme as a file that loads as the same programme. */
export function programmeToText(programme: Programme, format: TextFormat): string {
  return toText(programme, programmeSchema, format)
}

/** Returns the guideline as a file that loads as the same guideline. Comments of a file that it came from are not in it. */
export function guidelineToText(guideline: Guideline, format: TextFormat): string {
  return toText(guideline, guidelineSchema, format)
}

/** Returns the fee rules as a file that loads as the same fee rules. */
export function feeRulesToText(rules: FeeRules, format: TextFormat): string {
  return toText(rules, feeRulesSchema, format)
}

/** Returns the local interpretations as a file that loads as the same. */
export function interpretationsToText(interpretations: Interpretations, format: TextFormat): string {
  return toText(interpretations, interpretationsSchema, format)
}

/** Returns the kind and values of a rule as they stand in a file. */
export function valuesToText({ kind, values }: Rule): string {
  const document = new Document(
    { kind, values: written(values, kindOf(kind).values) },
    { aliasDuplicateObjects: false },
  )
  layOut(document.contents)
  if (isCollection(document.contents)) document.contents.flow = false
  return printed(document, lineWidth)
}

const lineWidth = 120

/** What holds anyway (empty lists, values that are the default) is left out; `format` always stands first. */
function toText(value: { readonly format: string }, schema: z.ZodObject, format: TextFormat): string {
  const plain = { format: value.format, ...(written(value, schema) as object) }
  if (format === 'json') return `${JSON.stringify(plain, null, 2)}\n`
  const document = new Document(plain, { aliasDuplicateObjects: false })
  layOut(document.contents)
  if (isCollection(document.contents)) document.contents.flow = false
  return printed(document, lineWidth)
}

/** Returns loaded data as a file has them: days and times as text again. */
function written(value: unknown, schema: z.ZodType): unknown {
  const shape = shapeOf(schema)
  switch (shape.is) {
    case 'day':
      return isoFromDay(value as Day)
    case 'time':
      return quoted(isoTimeOfDay(value as Minutes))
    case 'list':
      return (value as readonly unknown[]).map((item) => written(item, shape.of))
    case 'either': {
      const option = optionOf(shape.options, value)
      return option === undefined ? value : written(value, option)
    }
    case 'block': {
      const block = value as Readonly<Record<string, unknown>>
      const said = Object.entries(shape.keys).filter(([key, part]) => !isLeftOut(block[key], part))
      return Object.fromEntries(said.map(([key, part]) => [key, written(block[key], part)]))
    }
    default:
      return value
  }
}

function isLeftOut(value: unknown, schema: z.ZodType): boolean {
  if (value === undefined) return true
  return schema instanceof z.ZodDefault && JSON.stringify(schema.def.defaultValue) === JSON.stringify(value)
}

/** Readers of older YAML take 15:00 without quotes for a number. */
function quoted(text: string): Scalar<string> {
  const scalar = new Scalar(text)
  scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

/** A short block or list whose items are all on one line stands on one line itself, as people write it. */
function layOut(node: unknown): boolean {
  if (isScalar(node)) return !String(node.value).includes('\n')
  if (!isCollection(node)) return false
  const items: readonly unknown[] = isMap(node) ? node.items.map(({ value }) => value) : node.items
  const allShort = items.map(layOut).every((short) => short)
  // Blocks in a list each have a line of their own.
  const blocks = isSeq(node) && node.items.some((item) => isMap(item))
  node.flow = allShort && !blocks && JSON.stringify(node).length < 100
  return node.flow
}
