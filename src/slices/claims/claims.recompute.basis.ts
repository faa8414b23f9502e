import { type Day, yearOf } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { judgeClaims } from './claims.basis.ts'
import { type Difference, differencesOf } from './claims.recompute.rules.ts'

/** A difference with the day of its visit. */
export type DatedDifference = Difference & { readonly day: Day }

export type Comparison = {
  /** How many claims have gone to payroll: all of them were computed again. */
  readonly compared: number
  readonly differences: readonly DatedDifference[]
}

/**
 * Computes every claim of the committee again from the facts and rules of today, and compares those of the year's visits (of
 * every year without one) that have gone to payroll with what went out, its corrections included. Writes nothing.
 */
export async function compareWithExported(
  tx: ReadTx | Tx,
  scope: Scope,
  { year }: { readonly year?: number | undefined } = {},
): Promise<Comparison> {
  const { programme, evaluation } = await judgeClaims(tx, scope)
  const dayOf = new Map(programme.visits.map(({ id, day }) => [id, day]))
  const out = programme.claims.filter(({ exported, visit }) => {
    const day = dayOf.get(visit)
    return exported !== undefined && day !== undefined && (year === undefined || yearOf(day) === year)
  })
  const differences = differencesOf(out, evaluation.feeLines).flatMap((difference) => {
    const day = dayOf.get(difference.visitId)
    return day === undefined ? [] : [{ ...difference, day }]
  })
  return { compared: out.length, differences }
}
