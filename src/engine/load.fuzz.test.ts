import { readdirSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { evaluate } from './evaluate.ts'
import { describeGuideline, explain, termsOf } from './explain.ts'
import { feeRulesToText, guidelineToText, interpretationsToText, programmeToText } from './export.ts'
import type { FeeRules } from './fee-rules.ts'
import type { Guideline } from './guideline.ts'
import type { Interpretations } from './interpretations.ts'
import { type Loaded, loadFeeRules, loadGuideline, loadInterpretations, loadProgramme } from './load.ts'
import type { Programme } from './programme.ts'
import { ruleKinds } from './rules/index.ts'
import { loaded, textOf } from './testing/cast.ts'
import { sampleOf } from './testing/samples.ts'
import { slipped } from './testing/slips.ts'

const today = dayFromIso('2026-12-01')
const languages = ['sv', 'en'] as const
const filesIn = (folder: string) =>
  readdirSync(new URL(`../../${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: textOf(`${folder}/${name}`) }))

/** A guideline with a rule of every kind that there is, but for those that cannot stand beside the others. */
const everyKind = () => {
  const written = (rules: readonly object[]) =>
    JSON.stringify({
      format: 'namndkontakt/guideline@1',
      id: 'every-kind',
      title: 'Alla slag',
      issuer: { committee: 'Provnämnden' },
      status: 'adopted',
      validity: { from: '2020-01-01' },
      document: { reviewBy: { when: 'none' } },
      rules,
    })
  const rules: object[] = []
  for (const { kind, values } of ruleKinds) {
    const rule = { id: 'R', kind, force: 'must', bearer: 'committee', clause: 'Avsnitt 1', values: sampleOf(values) }
    if (loadGuideline(written([...rules, rule]), kind).ok) rules.push(rule)
  }
  const name = 'every-kind.yaml'
  return { name, text: guidelineToText(loaded(loadGuideline(written(rules), name)), 'yaml'), count: rules.length }
}
const every = everyKind()

const files = {
  guidelines: [...filesIn('guidelines'), every],
  interpretations: filesIn('interpretations'),
  feeRules: filesIn('fee-rules'),
  examples: filesIn('examples'),
}
const guidelines = files.guidelines.map(({ name, text }) => loaded(loadGuideline(text, name)))
const feeRules = files.feeRules.map(({ name, text }) => loaded(loadFeeRules(text, name)))
const programmes = files.examples.map(({ name, text }) => loaded(loadProgramme(text, name)))

/** Whether the loader gave a whole value, the same again and the same as a file of its own; or told what is wrong and gave none. */
const isWhole = <T>(
  text: string,
  load: (text: string) => Loaded<T>,
  write: (value: T, format: 'yaml' | 'json') => string,
) => {
  const result = load(text)
  if (!result.ok)
    return (
      !('value' in result) &&
      result.problems.length > 0 &&
      result.problems.every(
        ({ line, column, message, mend }) =>
          line >= 1 && column >= 1 && [message, mend].every((said) => said.trim() !== '' && !said.includes('\n')),
      )
    )
  const again = [text, write(result.value, 'yaml'), write(result.value, 'json')].map(load)
  return !('problems' in result) && again.every((it) => it.ok && isDeepStrictEqual(it.value, result.value))
}

type World = {
  readonly guidelines: readonly Guideline[]
  readonly interpretations?: readonly Interpretations[]
  readonly feeRules?: readonly FeeRules[]
  readonly programme: Programme
}

/** Whether the world can be judged, and everything said in both languages. */
const isSaid = (world: World) => {
  const { findings, feeLines } = evaluate({ interpretations: [], feeRules, today, ...world })
  const terms = termsOf(world.guidelines)
  const all = [...findings, ...feeLines.flatMap((line) => line.reasons)]
  const sentences = languages.flatMap((language) => [
    ...all.map((finding) => explain(finding, language, undefined, terms)),
    ...world.guidelines.flatMap((guideline) =>
      describeGuideline(guideline, language, today, world.interpretations).map((it) => it.sentence),
    ),
  ])
  return sentences.every((sentence) => sentence.length > 1 && !/\[object|function /.test(sentence))
}

const committeeOf = (guideline: Guideline) =>
  programmes.find((it) => it.committee.name === guideline.issuer.committee) ?? (programmes[0] as Programme)

const settings = (text: string) => ({
  numRuns: 14,
  seed: 20260325,
  examples: [[text], [`\ufeff${text}`], [text.replaceAll('\n', '\r\n')]] as [string][],
})

describe('a file with slips at random never crashes, never loads by half, and what loads can be judged and said', () => {
  it.each(files.guidelines)('a guideline: $name', ({ name, text }) => {
    const load = (source: string) => loadGuideline(source, name, 'sv')
    fc.assert(
      fc.property(slipped(text), (source) => {
        const result = load(source)
        return (
          isWhole(source, load, guidelineToText) &&
          (!result.ok || isSaid({ guidelines: [result.value], programme: committeeOf(result.value) }))
        )
      }),
      settings(text),
    )
    expect(load(text).ok).toBe(true)
  })

  it.each(files.interpretations)('interpretations: $name', ({ name, text }) => {
    const load = (source: string) => loadInterpretations(source, name, guidelines, 'sv')
    const own = guidelines.filter((it) => it.id === loaded(load(text)).guideline)
    fc.assert(
      fc.property(slipped(text), (source) => {
        const result = load(source)
        return (
          isWhole(source, load, interpretationsToText) &&
          (!result.ok ||
            isSaid({
              guidelines: own,
              interpretations: [result.value],
              programme: committeeOf(own[0] as Guideline),
            }))
        )
      }),
      settings(text),
    )
    expect(own).toHaveLength(1)
  })

  it.each(files.feeRules)('fee rules: $name', ({ name, text }) => {
    const load = (source: string) => loadFeeRules(source, name, 'sv')
    fc.assert(
      fc.property(slipped(text), (source) => {
        const result = load(source)
        return (
          isWhole(source, load, feeRulesToText) &&
          (!result.ok || programmes.every((programme) => isSaid({ guidelines, feeRules: [result.value], programme })))
        )
      }),
      settings(text),
    )
    expect(load(text).ok).toBe(true)
  })

  it.each(files.examples)('a programme: $name', ({ name, text }) => {
    const load = (source: string) => loadProgramme(source, name, 'sv')
    fc.assert(
      fc.property(slipped(text), (source) => {
        const result = load(source)
        return isWhole(source, load, programmeToText) && (!result.ok || isSaid({ guidelines, programme: result.value }))
      }),
      settings(text),
    )
    expect(load(text).ok).toBe(true)
  })

  it('nearly every kind of rule is among them', () => {
    expect(every.count).toBeGreaterThan(ruleKinds.length * 0.8)
  })

  it('the prototype of all objects is left as it is', () => {
    const text = `${files.guidelines[0]?.text}\n__proto__: { polluted: true }\n`
    expect(loadGuideline(text, 'a.yaml')).toMatchObject({ ok: false, problems: [{ path: '__proto__' }] })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
