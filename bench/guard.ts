import { readFileSync } from 'node:fs'
import { guard, type HitKind, type Known } from '../src/guard/index.ts'
import type { Row } from './rows.ts'

/** A sentence with the kinds that must be found in it; a harmless one has none. */
export type Labelled = { readonly text: string; readonly kinds: readonly HitKind[] }

/** How the guard fared: a labelled (sentence, kind) is found or missed, and a found one that is not labelled is false. */
export type Outcome = {
  readonly found: number
  readonly missed: readonly string[]
  readonly falsely: readonly string[]
}

/** What the system of the sentences knows: two who have accounts, and the names of four units. */
export const knownThere: Known = {
  names: ['Gunilla Sandqvist', 'Mehmet Yilmaz'],
  not: ['Solgården', 'Annagården', 'Björkbacken', 'Ljungbacken'],
}

/** A part of the labelled set: what the rules were made by, what they were never fitted to, and what was written later. */
type Part = 'developing' | 'held-out' | 'last' | 'others-developing' | 'others' | 'fresh'

/** Returns the sentences of a part of the labelled set. */
export function sentencesOf(part: Part): readonly Labelled[] {
  const lines = readFileSync(new URL(`guard-sentences.${part}.txt`, import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kinds = '', text = ''] = line.split(' | ')
      return { text, kinds: kinds === '-' ? [] : (kinds.split(', ') as HitKind[]) }
    })
}

/** Returns how the guard fares on sentences, for one kind or all. */
export function outcomeOf(sentences: readonly Labelled[], only?: HitKind): Outcome {
  const pairs = sentences.flatMap(({ text, kinds }) => {
    const found = new Set(guard(text, knownThere).map((it) => it.kind))
    return [...new Set([...found, ...kinds])]
      .filter((kind) => only === undefined || kind === only)
      .map((kind) => ({ name: `${kind}: ${text}`, found: found.has(kind), labelled: kinds.includes(kind) }))
  })
  const named = (found: boolean, labelled: boolean) =>
    pairs.filter((it) => it.found === found && it.labelled === labelled).map((it) => it.name)
  return { found: named(true, true).length, missed: named(false, true), falsely: named(true, false) }
}

/**
 * Measures the guard on the labelled set. Recall is how many of the labelled (sentence, kind) it finds, precision how many of
 * those it finds are labelled; both over all, over what was held out, over the part of it that was written last, over what was
 * written as by another hand, over matters in fresh words, and for each kind. Then how fast it reads.
 */
export async function benchGuard(): Promise<readonly Row[]> {
  const last = sentencesOf('last')
  const heldOut = [...sentencesOf('held-out'), ...last]
  const [others, fresh] = [sentencesOf('others'), sentencesOf('fresh')]
  const all = [...sentencesOf('developing'), ...heldOut, ...sentencesOf('others-developing'), ...others, ...fresh]
  const kinds = [...new Set(all.flatMap((it) => it.kinds))].sort()
  return [
    { name: 'guard sentences', value: all.length, unit: 'sentences', must: '≥ 400', met: all.length >= 400 },
    harmlessRow(all),
    ...rowsOf('guard', outcomeOf(all)),
    ...rowsOf('guard held out', outcomeOf(heldOut)),
    ...rowsOf('guard held out, written last', outcomeOf(last)),
    ...rowsOf('guard by another hand', outcomeOf(others)),
    ...rowsOf('guard matters in fresh words', outcomeOf(fresh)),
    ...kinds.flatMap((kind) => rowsOf(`guard ${kind}`, outcomeOf(all, kind))),
    ...speedRows(all),
  ]
}

function harmlessRow(all: readonly Labelled[]): Row {
  const value = all.filter((it) => it.kinds.length === 0).length / all.length
  return { name: 'guard harmless part', value, unit: 'of all', must: '0.45–0.55', met: value >= 0.45 && value <= 0.55 }
}

function rowsOf(name: string, { found, missed, falsely }: Outcome): readonly Row[] {
  const recall = found / (found + missed.length)
  const precision = found / (found + falsely.length)
  return [
    { name: `${name} recall`, value: recall, unit: `of ${found + missed.length}`, must: '≥ 0.95', met: recall >= 0.95 },
    {
      name: `${name} precision`,
      value: precision,
      unit: `of ${found + falsely.length}`,
      must: '≥ 0.90',
      met: precision >= 0.9,
    },
  ]
}

/** A long report, one thirty times as long, and the worst of the texts made to be slow. */
function speedRows(all: readonly Labelled[]): readonly Row[] {
  const text = all.map((it) => it.text).join(' ')
  const report = text.slice(0, 10_000)
  const long = text.repeat(Math.ceil(300_000 / text.length)).slice(0, 300_000)
  const [usual, most] = [secondsOf(report), secondsOf(long)]
  const hard = ['1 ', '.', 'a@', 'hon ', 'Anna ', 'x', '07-', 'slår ', 'A.', 'en av ', '\u200b', '1.', 'nämnden ska ']
  const slowest = Math.max(...hard.map((unit) => onceOf(unit.repeat(300_000 / unit.length))))
  return [
    { name: 'guard reads', value: 300_000 / most, unit: 'characters/s', must: '≥ 300000', met: most <= 1 },
    {
      name: 'guard 10 000 characters',
      value: usual * 1000,
      unit: 'ms of processor time',
      must: '≤ 20',
      met: usual <= 0.02,
    },
    {
      name: 'guard 300 000 characters',
      value: most * 1000,
      unit: 'ms of processor time',
      must: '≤ 1000',
      met: most <= 1,
    },
    {
      name: 'guard grows linearly',
      value: most / usual / 30,
      unit: '× the time per character of a short text',
      must: '≤ 2',
      met: most / usual / 30 <= 2,
    },
    {
      name: 'guard slowest of hard texts',
      value: slowest * 1000,
      unit: 'ms of processor time',
      must: '≤ 3000',
      met: slowest <= 3,
    },
  ]
}

/** Processor time of one reading, the least of several: other work on the machine must not be counted. */
function secondsOf(text: string): number {
  const rounds = Array.from({ length: 8 }, () => onceOf(text))
  return Math.min(...rounds)
}

function onceOf(text: string): number {
  const start = process.cpuUsage()
  guard(text, knownThere)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000_000
}
