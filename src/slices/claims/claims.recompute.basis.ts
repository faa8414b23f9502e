import { type Day, yearOf } from '../../kernel/date.ts'
import type { Database, ReadTx, Tx } from '../../platform/db/database.ts'
import { type Scope, systemScope } from '../../platform/scope.ts'
import { judgeClaims } from './claims.basis.ts'
import { absentLine, differenceOf, isLetStand } from './claims.corrections.rules.ts'
import { type GoneOut, listGoneOut } from './claims.corrections.store.ts'
import { linesPaidOnce } from './claims.paid-besides.basis.ts'
import { type Difference, differencesOf } from './claims.recompute.rules.ts'
import { allCommittees, type CommitteePlace, listOutKinds } from './claims.recompute.store.ts'
import { type LinesByClaim, linesOf, linesToday } from './payroll.lines.rules.ts'

/** A difference with the day of its visit. */
type DatedDifference = Difference & {
  readonly day: Day
  /** Still to be decided; let stand as it went out; or decided, with counter-rows that wait for the next batch. */
  readonly standing: 'open' | 'let-stand' | 'pending'
}

type Comparison = {
  /** How many claims have gone to payroll: all of them were computed again. */
  readonly compared: number
  readonly differences: readonly DatedDifference[]
}

type Asked = {
  /** The year of the visits; every year without it. */
  readonly year?: number | undefined
}

/**
 * Computes every claim of the committee again from the facts and rules of today, and compares those that have gone to
 * payroll with what went out, its corrections included. Writes nothing.
 */
async function compareWithExported(tx: ReadTx | Tx, scope: Scope, { year }: Asked = {}): Promise<Comparison> {
  const judgement = await judgeClaims(tx, scope)
  const { programme } = judgement
  const feeLines = (await linesPaidOnce(tx, scope, judgement)).lines
  const dayOf = new Map(programme.visits.map(({ id, day }) => [id, day]))
  const out = programme.claims.filter(({ exported, visit }) => {
    const day = dayOf.get(visit)
    return exported !== undefined && day !== undefined && (year === undefined || yearOf(day) === year)
  })
  const found = differencesOf(out, feeLines, await listOutKinds(tx, scope))
  if (found.length === 0) return { compared: out.length, differences: [] }
  const lines = linesOf(feeLines, new Set())
  const ids = found.map(({ claimId }) => claimId)
  const decided = new Map((await listGoneOut(tx, scope, ids)).map((it) => [it.claim.id, standingOf(it, lines)]))
  const differences = found.flatMap((difference) => {
    const day = dayOf.get(difference.visitId)
    return day === undefined ? [] : [{ ...difference, day, standing: decided.get(difference.claimId) ?? 'open' }]
  })
  return { compared: out.length, differences }
}

/** What has been decided about a difference, by the rules that the page where it is decided goes by. */
function standingOf(
  { claim, goneOut, letStand, isPending }: GoneOut,
  lines: LinesByClaim,
): DatedDifference['standing'] {
  if (isPending) return 'pending'
  const difference = differenceOf(goneOut, linesToday(lines, claim), absentLine(claim))
  return difference !== undefined && isLetStand(difference, letStand?.at) ? 'let-stand' : 'open'
}

type CommitteeCompared = Comparison & CommitteePlace

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
