import { sql } from 'drizzle-orm'
import type { Database, ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'

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

/** Returns of each claim of the committee that has gone to payroll which kind of fee it went out as, its corrections included. */
export async function listOutKinds(tx: ReadTx | Tx, scope: Scope): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.execute<{ readonly id: string; readonly kind: string }>(sql`
    select distinct on (e.claim_id) e.claim_id as id, coalesce(e.fee_line ->> 'feeKind', '') as kind
    from claim_decision e join claim c on c.id = e.claim_id and c.committee_id = ${scope.committeeId}
    where e.kind in ('exported', 'corrected', 'reversed')
    order by e.claim_id, e.at desc, e.id desc`)
  return new Map(rows.flatMap(({ id, kind }) => (kind === '' ? [] : [[id, kind] as const])))
}
