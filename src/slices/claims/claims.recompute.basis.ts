import { type Day, yearOf } from '../../kernel/date.ts'
import type { Database, ReadTx, Tx } from '../../platform/db/database.ts'
import { type Scope, systemScope } from '../../platform/scope.ts'
import { judgeClaims } from './claims.basis.ts'
import { type Difference, differencesOf, isLetStand } from './claims.recompute.rules.ts'
import { allCommittees, type CommitteePlace, latestAmounts } from './claims.recompute.store.ts'

/** A difference with the day of its visit. */
export type DatedDifference = Difference & {
  readonly day: Day
  /** Somebody has decided that what went out stands, and the computed amount is still the one decided about. */
  readonly letStand: boolean
}

export type Comparison = {
  /** How many claims have gone to payroll: all of them were computed again. */
  readonly compared: number
  readonly differences: readonly DatedDifference[]
}

export type Asked = {
  /** The year of the visits; every year without it. */
  readonly year?: number | undefined
}

/**
 * Computes every claim of the committee again from the facts and rules of today, and compares those that have gone to
 * payroll with what went out, its corrections included. Writes nothing.
 */
export async function compareWithExported(tx: ReadTx | Tx, scope: Scope, { year }: Asked = {}): Promise<Comparison> {
  const { programme, evaluation } = await judgeClaims(tx, scope)
  const dayOf = new Map(programme.visits.map(({ id, day }) => [id, day]))
  const out = programme.claims.filter(({ exported, visit }) => {
    const day = dayOf.get(visit)
    return exported !== undefined && day !== undefined && (year === undefined || yearOf(day) === year)
  })
  const found = differencesOf(out, evaluation.feeLines)
  const decided = await latestAmounts(
    tx,
    scope,
    found.map(({ claimId }) => claimId),
  )
  const differences = found.flatMap((difference) => {
    const day = dayOf.get(difference.visitId)
    if (day === undefined) return []
    return [{ ...difference, day, letStand: isLetStand(difference, decided.get(difference.claimId)) }]
  })
  return { compared: out.length, differences }
}

export type CommitteeCompared = Comparison & CommitteePlace

/** So many committees are read at once: while the database gathers one, another is computed. */
const atOnce = 3

/**
 * Compares every committee of the installation, or of one municipality, as background work does: each in a reading
 * transaction of its own. Returns them by municipality and committee; none when the slug is nobody's.
 */
export async function compareEverywhere(
  database: Database,
  { today, slug, ...asked }: Asked & { readonly today: Day; readonly slug?: string | undefined },
): Promise<readonly CommitteeCompared[]> {
  const places = await allCommittees(database, slug)
  const compared: CommitteeCompared[] = []
  const left = places.entries()
  const worker = async () => {
    for (const [at, place] of left) {
      const where = { municipalityId: place.municipality.id, committeeId: place.committee.id }
      const scope = systemScope({ ...where, today })
      const comparison = await database.read(where, (tx) => compareWithExported(tx, scope, asked))
      compared[at] = { ...place, ...comparison }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return compared
}
