import { z } from 'zod'
import { dayField, oreField, timeField } from './programme.ts'
import { localised } from './rules/kind.ts'

/** What a part of a schema holds once wrappers (optional, default, refinements) are taken off. */
export type Shape =
  | { readonly is: 'day' | 'time' | 'ore' | 'localised' | 'boolean' | 'number' | 'text' | 'code' | 'unknown' }
  | { readonly is: 'choice'; readonly values: readonly string[] }
  | { readonly is: 'literal'; readonly values: readonly unknown[] }
  | { readonly is: 'list'; readonly of: z.ZodType }
  | { readonly is: 'block'; readonly keys: Readonly<Record<string, z.ZodType>> }
  | { readonly is: 'either'; readonly options: readonly z.ZodType[] }

/** Returns what a part of a schema holds. */
export function shapeOf(schema: z.ZodType): Shape {
  const known = shapes.get(schema)
  if (known !== undefined) return known
  const shape = shapeOfBare(bare(schema))
  shapes.set(schema, shape)
  return shape
}

/** Returns the schema without the wrappers that only say whether a value may be left out. */
export function bare(schema: z.ZodType): z.ZodType {
  let current: unknown = schema
  while (current instanceof z.ZodDefault || current instanceof z.ZodOptional || current instanceof z.ZodNullable)
    current = current.unwrap()
  return current as z.ZodType
}

/** Returns the option of several that a loaded value belongs to; undefined when it fits none. */
export function optionOf(options: readonly z.ZodType[], value: unknown): z.ZodType | undefined {
  return options.find((option) => fits(option, value))
}

/** Schemas are made once and walked often. */
const shapes = new WeakMap<z.ZodType, Shape>()

function shapeOfBare(schema: z.ZodType): Shape {
  if (schema instanceof z.ZodPipe) return shapeOfPipe(schema)
  if (schema instanceof z.ZodBoolean) return { is: 'boolean' }
  if (schema instanceof z.ZodNumber) return { is: 'number' }
  if (schema instanceof z.ZodEnum) return { is: 'choice', values: schema.options.map(String) }
  if (schema instanceof z.ZodLiteral) return { is: 'literal', values: [...schema.values] }
  if (schema instanceof z.ZodString) return { is: schema.meta()?.open === true ? 'code' : 'text' }
  if (schema instanceof z.ZodArray) return { is: 'list', of: schema.element as z.ZodType }
  if (schema instanceof z.ZodUnion) return { is: 'either', options: schema.options as readonly z.ZodType[] }
  if (!(schema instanceof z.ZodObject)) return { is: 'unknown' }
  const keys = schema.shape as Readonly<Record<string, z.ZodType>>
  return Object.keys(keys).join() === localisedKeys ? { is: 'localised' } : { is: 'block', keys }
}

const localisedKeys = Object.keys(localised.shape).join()

/** The three fields that are text or digits in a file and something else in the engine are told by what they read. */
function shapeOfPipe(schema: z.ZodPipe): Shape {
  const reads = schema.in
  if (reads === dayField.in) return { is: 'day' }
  if (reads === timeField.in) return { is: 'time' }
  if (reads === oreField.in) return { is: 'ore' }
  return shapeOf(reads as z.ZodType)
}

function fits(schema: z.ZodType, value: unknown): boolean {
  const shape = shapeOf(schema)
  switch (shape.is) {
    case 'day':
    case 'time':
    case 'ore':
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'text':
    case 'code':
      return typeof value === 'string'
    case 'choice':
      return shape.values.includes(value as string)
    case 'literal':
      return shape.values.includes(value)
    case 'list':
      return Array.isArray(value)
    case 'localised':
      return isBlock(value) && 'sv' in value
    case 'either':
      return shape.options.some((option) => fits(option, value))
    case 'block':
      return isBlock(value) && tellsApart(shape.keys, value)
    default:
      return true
  }
}

/** A literal among the keys (`kind`, `form`) tells one block from another, and so does a key that only the other has. */
function tellsApart(keys: Readonly<Record<string, z.ZodType>>, value: Readonly<Record<string, unknown>>): boolean {
  const known = Object.keys(value).every((key) => value[key] === undefined || key in keys)
  return (
    known && Object.entries(keys).every(([key, schema]) => shapeOf(schema).is !== 'literal' || fits(schema, value[key]))
  )
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
