import type { Day } from '../../kernel/date.ts'
import type { ClaimBlocks } from '../fee-rules-claims.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { Bearer } from '../finding.ts'
import type { CompiledRule } from '../rules/kind.ts'

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

/** Returns the amount to the nearest whole öre, half an öre up: numerator by denominator, both whole and not below zero. */
export function nearestOre(numerator: number, denominator: number): number {
  const rest = numerator % denominator
  return (numerator - rest) / denominator + (rest * 2 >= denominator ? 1 : 0)
}
