import type { z } from 'zod'
import { isoFromDay } from '../kernel/date.ts'
import { type Guideline, guidelineSchema } from './guideline.ts'
import { guidelineAsks, ruleAsks } from './guideline-ask.ts'
import { kindOf, type Rule, valuesOn } from './rule.ts'
import { localised } from './rules/kind.ts'
import type { Words } from './rules/words.ts'
import { optionOf, shapeOf } from './schema-walk.ts'
import { type Asks, itemTexts, questionOf, valueText } from './value-text.ts'

/** One thing that another version says otherwise: its plain question and both answers in words. */
export type ChangedPoint = {
  /** Where it stands: `values.least`, `force`, `changes.2027-01-01.least`, `validity.from`. */
  readonly path: string
  readonly question: string
  readonly before: string
  readonly after: string
  /** Of a list: the items that came and went. */
  readonly added?: readonly string[]
  readonly removed?: readonly string[]
}

/** The words of both versions: each may have terms of its own. */
export type BothWords = { readonly old: Words; readonly now: Words }

/** Returns what two versions of the same rule say otherwise. */
export function rulePoints(before: Rule, after: Rule, both: BothWords): readonly ChangedPoint[] {
  const { values: schema, ask: asks = {} } = kindOf(after.kind)
  const compared: Compared = { schema, asks, path: '', ...both }
  return [
    ...(['force', 'bearer', 'clause'] as const)
      .filter((key) => before[key] !== after[key])
      .map((path) => ({
        path,
        question: ruleAsks[path][both.now.language],
        before: partText(path, before[path], both.old),
        after: partText(path, after[path], both.now),
      })),
    ...pointsOf(before.says, after.says, { ...compared, schema: localised, asks: ruleAsks, path: 'says' }),
    ...pointsOf(before.values, after.values, compared).map((point) => ({ ...point, path: `values.${point.path}` })),
    ...datedPoints(before, after, compared),
  ]
}

/** Returns what two versions say otherwise about themselves: title, issuer, validity, document, terms. */
export function metadataPoints(before: Guideline, after: Guideline, both: BothWords): readonly ChangedPoint[] {
  return Object.entries(guidelineSchema.shape)
    .filter(([key]) => !['format', 'rules', 'silences'].includes(key))
    .flatMap(([key, schema]) =>
      pointsOf(before[key as keyof Guideline], after[key as keyof Guideline], {
        schema: schema as z.ZodType,
        asks: guidelineAsks,
        path: key,
        ...both,
      }),
    )
}

type Compared = BothWords & { readonly schema: z.ZodType; readonly asks: Asks; readonly path: string }

/** A list is one point with its items; a block is a point for each key that differs; anything else is one value. */
function pointsOf(before: unknown, after: unknown, compared: Compared): readonly ChangedPoint[] {
  if (isSame(before, after)) return []
  const { schema, path, asks, old, now } = compared
  const shape = shapeOf(schema)
  if (shape.is === 'either') {
    const [one, other] = [before, after].map((value) => optionOf(shape.options, value))
    if (one !== undefined && one === other) return pointsOf(before, after, { ...compared, schema: one })
  }
  if (shape.is === 'block') {
    const [one, other] = [blockOf(before), blockOf(after)]
    return Object.entries(shape.keys).flatMap(([key, inner]) =>
      pointsOf(one[key], other[key], { ...compared, schema: inner, path: path === '' ? key : `${path}.${key}` }),
    )
  }
  const place = { schema, path, asks }
  const point = {
    path,
    question: questionOf({ ...place, words: now }),
    before: valueText(before, { ...place, words: old }),
    after: valueText(after, { ...place, words: now }),
  }
  if (shape.is !== 'list') return [point]
  const [gone, come] = [(before ?? []) as readonly unknown[], (after ?? []) as readonly unknown[]]
  const items = {
    added: itemTexts(without(come, gone), { ...place, words: now }),
    removed: itemTexts(without(gone, come), { ...place, words: old }),
  }
  return [{ ...point, ...items }]
}

/** What holds from each day on which either version changes something, where that differs. */
function datedPoints(before: Rule, after: Rule, compared: Compared): readonly ChangedPoint[] {
  const { now } = compared
  const all = [...before.changes, ...after.changes]
  const days = [...new Set(all.map(({ from }) => from))].sort((a, b) => a - b)
  return days.flatMap((day) => {
    const named = new Set(all.filter(({ from }) => from === day).flatMap(({ values }) => Object.keys(values)))
    const [then, later] = [valuesOn(before, day), valuesOn(after, day)]
    const values = pointsOf(then.values, later.values, compared).filter((it) => named.has(it.path.split('.')[0] ?? ''))
    const clause = pointsOf(then.clause, later.clause, {
      ...compared,
      schema: guidelineSchema.shape.title,
      asks: ruleAsks,
      path: 'clause',
    })
    return [...values, ...clause].map((point) => ({
      ...point,
      path: `changes.${isoFromDay(day)}.${point.path}`,
      question: `${fromDay[now.language]} ${now.day(day)}: ${point.question}`,
    }))
  })
}

const fromDay = { sv: 'Från och med', en: 'From' } as const

function partText(key: 'force' | 'bearer' | 'clause', value: string, words: Words): string {
  if (key === 'force') return ruleAsks.force.choices[value as Rule['force']][words.language]
  return key === 'bearer' ? words.label(value) : value
}

function without(items: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  return items.filter((item) => !others.some((other) => isSame(item, other)))
}

/** Plain data of the same schema have their keys in the same order; a key without a value is none. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** A block that only one version has differs in each of its keys. */
function blockOf(value: unknown): Readonly<Record<string, unknown>> {
  return (value ?? {}) as Readonly<Record<string, unknown>>
}
