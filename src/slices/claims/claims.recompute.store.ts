import { sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'

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
