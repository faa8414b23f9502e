import type { FeeLine } from '../../engine/finding.ts'
import type { CommandContext } from '../../platform/command.ts'
import { judgeClaims } from './claims.basis.ts'
import { saysTheSame, toldBy, type ToldTime } from './claims.paid-time.rules.ts'
import {
  listRowsOf,
  listTold,
  otherCommittees,
  type PaidTimeRow,
  type PersonYear,
  writeTold,
} from './claims.paid-time.store.ts'
import { lineKey, linesByClaim, othersByClaim } from './claims.rules.ts'

type Lines = {
  readonly fees: ReadonlyMap<string, FeeLine>
  readonly others: ReadonlyMap<string, readonly FeeLine[]>
}

/**
 * Writes what these persons' claims of these years give as they count now, for their other committees to see, and has those see
 * to theirs where anything changed. The years must be locked. `lines` are what the claims give after the steps that were taken;
 * without them they are computed.
 */
export async function keepPaidTime(context: CommandContext, of: readonly PersonYear[], lines?: Lines): Promise<void> {
  const { tx, scope, now, announce } = context
  const years = [
    ...new Map(of.map(({ personId, year }) => [`${personId} ${year}`, { personId, year }] as const)).values(),
  ]
  if (years.length === 0) return
  const claims = await listTold(tx, scope, years)
  const { fees, others } = lines ?? (await linesNow(context, years))
  const told = claims.flatMap((claim) => {
    const key = lineKey({ visit: claim.visitId, person: claim.personId })
    const fee = fees.get(key)
    return toldBy(claim, [...(fee === undefined ? [] : [fee]), ...(others.get(key) ?? [])])
  })
  const rows = await listRowsOf(
    tx,
    scope,
    claims.map(({ id }) => id),
  )
  const known = new Map(rows.map((row) => [keyOf(row), row]))
  const same = new Set(
    told.filter((it) => {
      const row = known.get(keyOf(it))
      return row !== undefined && saysTheSame(asTold(row), it)
    }),
  )
  const kept = new Set([...same].map(keyOf))
  const removed = rows.filter((row) => !kept.has(keyOf(row)))
  const added = told.filter((it) => !same.has(it))
  if (removed.length + added.length === 0) return
  await writeTold(tx, scope, { removed: removed.map(({ id }) => id), told: added, at: now })
  const changed = [...new Set([...removed, ...added].map(({ personId }) => personId))]
  for (const { personId, committeeId } of await otherCommittees(tx, scope, changed))
    announce({ name: 'claims.paid-time-changed', ids: { personId, toCommitteeId: committeeId } })
}

async function linesNow({ tx, scope }: CommandContext, years: readonly PersonYear[]): Promise<Lines> {
  const persons = new Set(years.map(({ personId }) => personId))
  const [personId] = persons
  const only = persons.size === 1 && personId !== undefined ? { personId } : {}
  const { feeLines } = (await judgeClaims(tx, scope, only)).evaluation
  return { fees: linesByClaim(feeLines), others: othersByClaim(feeLines) }
}

function keyOf({ claimId, kind }: { readonly claimId: string | null; readonly kind: string }): string {
  return `${claimId} ${kind}`
}

function asTold(row: PaidTimeRow): ToldTime {
  return { ...row, claimId: row.claimId ?? '', visitId: row.visitId ?? '' }
}
