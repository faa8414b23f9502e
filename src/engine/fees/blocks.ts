import type { Day } from '../../kernel/date.ts'
import type { WrittenAmount } from '../fee-rules-amounts.ts'
import type { ClaimBlocks, Settled } from '../fee-rules-claims.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { Bearer } from '../finding.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { type AmountProblem, resolverOn } from './amounts.ts'

/** One block of fee rules in force, and the rules it stands in. */
export type Block<V> = { readonly rules: FeeRules; readonly values: V }

/** Returns the fee rules in force on the day. */
export function rulesInForce(feeRules: readonly FeeRules[], day: Day): readonly FeeRules[] {
  return feeRules.filter(
    ({ validity }) => day >= validity.from && (validity.until === undefined || day < validity.until),
  )
}

/** Returns that block of every fee rules in force on the day: none, one, or several that collide. */
export function blocksOn<K extends keyof ClaimBlocks>(
  feeRules: readonly FeeRules[],
  key: K,
  day: Day,
): readonly Block<NonNullable<ClaimBlocks[K]>>[] {
  return rulesInForce(feeRules, day).flatMap((rules) => {
    const values = (rules as ClaimBlocks)[key]
    return values === undefined ? [] : [{ rules, values }]
  })
}

/** Returns a block as a rule that findings and reasons name: by the fee rules' id and the clause. */
export function blockRule(
  rules: Pick<FeeRules, 'id'> | undefined,
  kind: `fee-rules.${string}`,
  clause: string,
  bearer: Bearer = 'politician',
): CompiledRule {
  const id = rules?.id ?? ''
  return {
    id: id === '' ? 'fee-rules' : id,
    kind,
    source: id,
    clause,
    force: 'must',
    bearer,
    values: {},
    interpretations: [],
  }
}

/** A block with every amount as it is on the day, or the first amount that cannot be told. */
export type SettledBlock<V> =
  | { readonly ok: true; readonly values: Settled<V> }
  | { readonly ok: false; readonly problem: AmountProblem }

/** Returns the block with its amounts worked out for the day. */
export function settledOn<V>({ rules, values }: Block<V>, day: Day): SettledBlock<V> {
  const resolve = resolverOn(rules, day)
  let problem: AmountProblem | undefined
  const settle = (value: unknown, called: string): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item) => settle(item, called))
    if (!('of' in value) && !('values' in value))
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, settle(part, key)]))
    const resolved = resolve(value as WrittenAmount, called)
    if (resolved.ok) return resolved.ore
    problem ??= resolved.problem
    return undefined
  }
  const settled = settle(values, '') as Settled<V>
  return problem === undefined ? { ok: true, values: settled } : { ok: false, problem }
}

/** Returns the amount to the nearest whole öre, half an öre up: numerator by denominator, both whole and not below zero. */
export function nearestOre(numerator: number, denominator: number): number {
  const rest = numerator % denominator
  return (numerator - rest) / denominator + (rest * 2 >= denominator ? 1 : 0)
}
