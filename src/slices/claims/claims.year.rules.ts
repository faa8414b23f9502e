import type { FeeLine, Finding, FindingValue } from '../../engine/finding.ts'
import type { FeeRules } from '../../engine/index.ts'
import { resolverOn } from '../../engine/fees/amounts.ts'
import { blocksOn, rulesInForce } from '../../engine/fees/blocks.ts'
import type { ClaimState } from '../../kernel/claim-steps.ts'
import { type Day, yearOf } from '../../kernel/date.ts'
import { type Ore, sumOre } from '../../kernel/money.ts'
import { isFrozen } from './claims.rules.ts'

/** The lines of claims by claim id: as they were frozen with the latest decision, and as they count today. */
export type LinesByClaim = {
  readonly latest: ReadonlyMap<string, { readonly line: FeeLine; readonly others: readonly FeeLine[] }>
  readonly lines: ReadonlyMap<string, FeeLine>
  readonly others: ReadonlyMap<string, readonly FeeLine[]>
}

/** Returns the lines of a claim that count: as they were frozen once it is approved, otherwise as they count today. */
export function linesOf(
  { id, state }: { readonly id: string; readonly state: ClaimState },
  { latest, lines, others }: LinesByClaim,
): readonly FeeLine[] {
  if (state === 'waived' || state === 'refused') return []
  const frozen = isFrozen(state) ? latest.get(id) : undefined
  if (frozen !== undefined) return [frozen.line, ...frozen.others]
  const line = lines.get(id)
  return [...(line === undefined ? [] : [line]), ...(others.get(id) ?? [])]
}

/** How much of a cap of the year is used. Visits are counted, time is in minutes, money in whole öre. */
export type CapUse = {
  readonly key: string
  readonly of: 'visits' | 'minutes' | 'ore'
  readonly used: number
  readonly most: number
  /** The unit it is counted for; absent for caps that hold wherever one is. */
  readonly unit?: string | undefined
  /** Whether all who visit share it: a cap for the unit or the group, and not for each person. */
  readonly shared: boolean
  /** The kind of fee that it is a cap of, where it is of one. */
  readonly feeKind?: string | undefined
  readonly source: string
  readonly clause: string
}

type Counted = { readonly line: FeeLine; readonly units: readonly string[] }

/**
 * Returns how much of each of the guideline's caps for the year is used, as the engine says in the reasons of the lines,
 * given with the names of their units. A cap that no line has come near is not told of.
 */
export function capsInReasons(lines: readonly Counted[]): readonly CapUse[] {
  const found = new Map<string, CapUse>()
  for (const { line, units } of lines)
    for (const reason of line.reasons) {
      const use = useOf(reason, units.join(', '))
      const known = use && found.get(use.key)
      if (use !== undefined && (known === undefined || known.used < use.used)) found.set(use.key, use)
    }
  return [...found.values()]
}

function useOf({ rule, source, clause, code, values }: Finding, unit: string): CapUse | undefined {
  const common = { source, clause }
  const number = (value: FindingValue) => (typeof value === 'number' ? value : 0)
  if (code === 'within-cap' || code === 'cap-reached' || code === 'beyond-granted' || code === 'beyond-to-decide') {
    const most = number(values.most)
    const perUnit = values.per === 'unit' || values.per === 'person-and-unit'
    return {
      ...common,
      key: `${source} ${rule} ${perUnit ? unit : ''}`,
      of: 'visits',
      used: code === 'within-cap' ? number(values.place) : most,
      most,
      unit: perUnit ? unit : undefined,
      shared: values.per === 'unit' || values.per === 'group',
    }
  }
  if (code === 'year-hours-within' || code === 'year-hours-cut' || code === 'year-hours-used') {
    const [most, left] = [number(values.capMinutes), number(values.leftMinutes)]
    const used = most - left + Math.min(left, number(values.minutes))
    return { ...common, key: `${source} ${rule}`, of: 'minutes', used, most, shared: false }
  }
  return undefined
}

/** What a person has been paid, or will be, that a cap of the fee rules counts. */
export type PaidUnderCap = { readonly feeKind: string; readonly minutes: number; readonly amount: Ore }

/** Returns how much is used of each yearly cap of the fee rules in force on the day; those of which nothing is used too. */
export function capsOfKinds(feeRules: readonly FeeRules[], day: Day, paid: readonly PaidUnderCap[]): readonly CapUse[] {
  return rulesInForce(feeRules, day).flatMap((rules) =>
    rules.fees.flatMap(({ kind, clause, yearlyCap }) => {
      if (yearlyCap === undefined) return []
      const ofKind = paid.filter(({ feeKind }) => feeKind === kind)
      const common = { source: rules.id, clause: yearlyCap.clause ?? clause, shared: false, feeKind: kind }
      const amount = yearlyCap.amount === undefined ? undefined : resolverOn(rules, day)(yearlyCap.amount, kind)
      const minutes = ofKind.reduce((sum, it) => sum + it.minutes, 0)
      return [
        ...(yearlyCap.minutes === undefined
          ? []
          : [
              {
                ...common,
                key: `${rules.id} ${kind} minutes`,
                of: 'minutes' as const,
                used: minutes,
                most: yearlyCap.minutes,
              },
            ]),
        ...(amount?.ok
          ? [
              {
                ...common,
                key: `${rules.id} ${kind} ore`,
                of: 'ore' as const,
                used: sumOre(ofKind.map((it) => it.amount)),
                most: amount.ore,
              },
            ]
          : []),
      ]
    }),
  )
}

/** A payable part of a claim under the name of its kind. */
export type OfKind = { readonly kind: string; readonly amount: Ore; readonly isOut: boolean }

export type KindSum = { readonly kind: string; readonly out: Ore; readonly waiting: Ore }

/** Returns what has gone out and what waits for each kind, in the order in which the kinds first come. */
export function sumsByKind(parts: readonly OfKind[]): readonly KindSum[] {
  return [...Map.groupBy(parts, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    out: sumOre(all.flatMap(({ isOut, amount }) => (isOut ? [amount] : []))),
    waiting: sumOre(all.flatMap(({ isOut, amount }) => (isOut ? [] : [amount]))),
  }))
}

/** Returns whether the fee rules ask for a yearly acknowledgement in the year, with the clause and the day it is wanted by. */
export function acknowledgementIn(
  feeRules: readonly FeeRules[],
  today: Day,
): { readonly source: string; readonly title: string; readonly clause: string; readonly by: string } | undefined {
  const [block] = blocksOn(feeRules, 'acknowledgement', today)
  if (block === undefined) return undefined
  const { rules, values } = block
  return { source: rules.id, title: rules.title, clause: values.clause, by: `${yearOf(today)}-${values.by}` }
}
