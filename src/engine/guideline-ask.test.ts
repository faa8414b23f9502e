import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { feeRulesAsks } from './fee-rules-asks.ts'
import { feeRulesSchema } from './fee-rules.ts'
import { interpretationsAsks } from './file-asks.ts'
import { guidelineSchema } from './guideline.ts'
import { guidelineAsks, ruleAsks } from './guideline-ask.ts'
import { interpretationsSchema } from './interpretations.ts'
import { rowsOf } from './reference-values.ts'
import { anyRuleSchema } from './rule.ts'
import { shapeOf } from './schema-walk.ts'
import type { Asks } from './value-text.ts'

/** Every path through a schema that is asked for, with the choices that stand there; a localised text is one question. */
function pathsOf(
  schema: z.ZodType,
  path: string,
): readonly { readonly path: string; readonly codes: readonly string[] }[] {
  const shape = shapeOf(schema)
  if (shape.is === 'list') return pathsOf(shape.of, path)
  if (shape.is === 'either') return shape.options.flatMap((option) => pathsOf(option, path))
  const here = { path, codes: shape.is === 'choice' ? shape.values : [] }
  if (shape.is !== 'block') return [here]
  const inner = Object.entries(shape.keys).flatMap(([key, part]) => pathsOf(part, path === '' ? key : `${path}.${key}`))
  return path === '' ? inner : [here, ...inner]
}

const unasked = (paths: ReturnType<typeof pathsOf>, asks: Asks) =>
  paths.filter(({ path }) => asks[path] === undefined).map(({ path }) => path)

describe('the questions about a guideline', () => {
  const paths = pathsOf(guidelineSchema, '').filter(({ path }) => !path.startsWith('rules.'))

  it('are there for all that it says about itself', () => {
    expect(paths.length).toBeGreaterThan(40)
    expect(unasked(paths, guidelineAsks)).toEqual([])
  })

  it('are there for all that a rule says beside its values', () => {
    const [rule] = optionsOf(anyRuleSchema)
    const own = pathsOf(rule as z.ZodType, '').filter(({ path }) => !/^(changes\.)?values\./.test(path))
    expect(own.length).toBeGreaterThan(8)
    expect(unasked(own, ruleAsks)).toEqual([])
  })

  it('give every choice its words', () => {
    const silent = paths.flatMap(({ path, codes }) =>
      codes.filter((code) => guidelineAsks[path]?.choices?.[code] === undefined).map((code) => `${path} ${code}`),
    )
    expect(silent).toEqual([])
  })

  it('are questions, in both languages', () => {
    const all = [...Object.values(guidelineAsks), ...Object.values(ruleAsks)]
    expect(all.flatMap(({ sv, en }) => [sv, en]).filter((text) => !/^[A-ZÅÄÖ].*\?$/.test(text))).toEqual([])
  })
})

describe('the questions about fee rules and local interpretations', () => {
  it.each([
    ['fee rules', feeRulesSchema, feeRulesAsks],
    ['local interpretations', interpretationsSchema, interpretationsAsks],
  ])('are there for all that %s say, as questions', (_what, schema, asks) => {
    const rows = rowsOf(schema, asks)
    expect(rows.length).toBeGreaterThan(12)
    expect(rows.filter(({ ask }) => ask === undefined).map(({ path }) => path)).toEqual([])
    const texts = Object.values(asks).flatMap(({ sv, en }) => [sv, en])
    expect(texts.filter((text) => !/^[A-ZÅÄÖ].*\?$/.test(text))).toEqual([])
  })
})

function optionsOf(schema: z.ZodType): readonly z.ZodType[] {
  const shape = shapeOf(schema)
  return shape.is === 'either' ? shape.options : []
}
