import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { ClaimStep } from '../../kernel/claim-steps.ts'
import type { Ore } from '../../kernel/money.ts'
import type { Database, ReadTx, Tx } from '../../platform/db/database.ts'
import { claim, claimDecision } from './claims.tables.ts'
import type { Scope } from '../../platform/scope.ts'

export type LatestDecision = { readonly kind: ClaimStep; readonly amount: Ore }

/** Returns the kind and amount of the latest decision about each of the committee's claims. */
export async function latestAmounts(
  tx: ReadTx | Tx,
  scope: Scope,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, LatestDecision>> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx
    .selectDistinctOn([claimDecision.claimId], {
      claimId: claimDecision.claimId,
      kind: claimDecision.kind,
      amount: claimDecision.amount,
    })
    .from(claimDecision)
    .innerJoin(claim, eq(claim.id, claimDecision.claimId))
    .where(and(eq(claim.committeeId, scope.committeeId), inArray(claimDecision.claimId, [...claimIds])))
    .orderBy(claimDecision.claimId, desc(claimDecision.at), desc(claimDecision.id))
  return new Map(rows.map(({ claimId, ...row }) => [claimId, row]))
}

export type CommitteePlace = {
  readonly municipality: { readonly id: string; readonly slug: string; readonly name: string }
  readonly committee: { readonly id: string; readonly slug: string; readonly name: string }
}

/** Returns every committee of the installation, or of the municipality with the slug, by municipality and committee. */
export async function allCommittees(database: Database, slug?: string): Promise<readonly CommitteePlace[]> {
  const chosen = slug === undefined ? sql`true` : sql`m.slug = ${slug}`
  const { rows } = await database.system((tx) =>
    tx.execute<CommitteePlace>(sql`select json_build_object('id', m.id, 'slug', m.slug, 'name', m.name) as municipality,
      json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) as committee
      from committee c join municipality m on m.id = c.municipality_id where ${chosen} order by m.slug, c.slug`),
  )
  return rows
}
