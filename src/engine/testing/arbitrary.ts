import fc from 'fast-check'
import type { z } from 'zod'
import { isoTimeOfDay, minutes } from '../../kernel/clock-time.ts'
import { addDays, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { bare, shapeOf } from '../schema-walk.ts'

/**
 * Returns whatever a file may hold by a schema, as it is written there; keys that may be left out are sometimes.
 * What a schema checks beyond the form of each value (between keys, or by a refinement) is not kept.
 */
export function anyWrittenBy(schema: z.ZodType): fc.Arbitrary<unknown> {
  const shape = shapeOf(schema)
  switch (shape.is) {
    case 'day':
      return fc.integer({ min: 0, max: 4000 }).map((after) => isoFromDay(addDays(dayFromIso('2019-01-01'), after)))
    case 'time':
      return fc.integer({ min: 0, max: 1440 }).map((time) => isoTimeOfDay(minutes(time)))
    case 'ore':
      return fc.integer({ min: 0, max: 10_000_000 })
    case 'number':
      return anyNumber(bare(schema) as z.ZodNumber)
    case 'boolean':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...shape.values)
    case 'literal':
      return fc.constantFrom(...shape.values)
    case 'code':
      return fc.constantFrom('users', 'relatives', 'meeting', 'visit', 'politician')
    case 'localised':
      return fc.record({ sv: sometext(300), en: sometext(300) })
    case 'text':
      return anyText(bare(schema) as z.ZodString)
    case 'list':
      return fc.array(anyWrittenBy(shape.of), { minLength: shortest(bare(schema)), maxLength: 3 })
    case 'either':
      return fc.oneof(...shape.options.map(anyWrittenBy))
    case 'block':
      return anyBlock(shape.keys)
    default:
      throw new Error('the schema has a part that no value can be made up for')
  }
}

function anyBlock(keys: Readonly<Record<string, z.ZodType>>): fc.Arbitrary<unknown> {
  const required = Object.keys(keys).filter((key) => keys[key]?.safeParse(undefined).success === false)
  const values = Object.fromEntries(Object.entries(keys).map(([key, part]) => [key, anyWrittenBy(part)]))
  return fc.record(values, { requiredKeys: required })
}

function anyNumber({ minValue, maxValue }: z.ZodNumber): fc.Arbitrary<number> {
  const [least, most] = [minValue ?? -1000, maxValue ?? 1_000_000].map((it) => Math.max(-1e9, Math.min(1e9, it)))
  return fc.integer({ min: Math.ceil(least ?? 0), max: Math.floor(most ?? 0) })
}

function anyText(schema: z.ZodString): fc.Arbitrary<string> {
  const [pattern] = [...(schema._zod.bag.patterns ?? [])]
  return pattern === undefined ? sometext(schema.maxLength ?? 300) : fc.stringMatching(pattern, { maxLength: 40 })
}

/** Words, and what a file format might take for something else. */
function sometext(most: number): fc.Arbitrary<string> {
  const awkward = [
    'yes',
    'null',
    '~',
    '2026-01-01',
    '15:00',
    '0x1',
    '1e3',
    '- a',
    'a: b',
    '# c',
    ' x ',
    'a\nb\n',
    '"q"',
    '§ 5 {a}',
    "it's",
    'åäö',
    '1_000',
    '!t',
    '&a',
    '*a',
    '%',
    '|',
    '\u0007',
    '\u00a0',
  ]
  return fc.oneof(
    fc.string({ minLength: 1, maxLength: Math.min(most, 20) }),
    fc.constantFrom(...awkward.filter((it) => it.length <= most)),
  )
}

function shortest(schema: z.ZodType): number {
  const bag = schema._zod.bag as { readonly minimum?: number }
  return bag.minimum ?? 0
}
