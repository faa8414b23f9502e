import { appWith, type TestApp } from './app.ts'
import { aCast, type Cast, testClock } from './cast.ts'
import { aTestDatabase, type TestDatabase } from './database.ts'
import { withOwner } from './global-setup.ts'
import { aLife } from './life.ts'

/** Every id that is stored, by table. */
export type Ids = ReadonlyMap<string, readonly string[]>

/** A committee that shares the database with ours: its application, and the ids of all that came with it. */
export type Neighbour = { readonly who: string; readonly app: TestApp; readonly ids: Ids }

export type Neighbourhood = {
  readonly ours: TestApp
  readonly ownIds: Ids
  /** A committee of the same municipality, and one of another municipality whose committee has the same name as ours. */
  readonly others: readonly Neighbour[]
  /** Returns a digest of each table of the whole database, but for the log, which grows by what is refused, and sessions. */
  readonly state: () => Promise<Readonly<Record<string, string>>>
}

/** Returns our committee and two others on one database, each with a life of its own. */
export async function aNeighbourhood(): Promise<Neighbourhood> {
  const { database, connections } = await aTestDatabase()
  const clock = testClock()
  const answers = { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' }
  const living = async (options: { readonly slug?: string; readonly beside?: Cast }) => {
    const before = await idsByTable(connections)
    const app = appWith(database, clock, await aCast(database, clock, { answers, ...options }))
    await aLife(app)
    return { app, ids: newOf(before, await idsByTable(connections)) }
  }
  const { app: ours, ids: ownIds } = await living({})
  const others = [
    { who: 'another committee', ...(await living({ beside: ours.cast })) },
    { who: 'another municipality', ...(await living({ slug: 'granby' })) },
  ]
  return { ours, ownIds, others, state: () => digests(connections) }
}

/** Returns so many ids of each table, by default one: an address wants one kind of thing, and has no use for a second. */
export function someOf(ids: Ids, most: (table: string) => number = () => 1): readonly string[] {
  return [...ids].flatMap(([table, all]) => all.slice(0, most(table)))
}

function newOf(before: Ids, after: Ids): Ids {
  return new Map(
    [...after].map(([table, ids]) => [table, ids.filter((id) => before.get(table)?.includes(id) !== true)]),
  )
}

type Connections = TestDatabase['connections']
type Owner = Parameters<Parameters<typeof withOwner>[1]>[0]

async function idsByTable({ owner }: Connections): Promise<Ids> {
  return withOwner(owner, async (client) => {
    const tables = await tablesWith(
      client,
      `exists (select from pg_attribute where attrelid = c.oid and attname = 'id')`,
    )
    const found = new Map<string, readonly string[]>()
    for (const table of tables) {
      const { rows } = await client.query<{ id: string }>(`select id from ${table} order by id`)
      found.set(
        table,
        rows.map(({ id }) => id),
      )
    }
    return found
  })
}

async function digests({ owner }: Connections): Promise<Readonly<Record<string, string>>> {
  return withOwner(owner, async (client) => {
    const tables = await tablesWith(client, `relname not like 'audit\\_%' and relname <> 'session'`)
    const each = tables.map(
      (table) =>
        `select '${table}' as name, md5(string_agg(t::text, chr(10) order by t::text)) as digest from ${table} t`,
    )
    const { rows } = await client.query<{ name: string; digest: string }>(each.join(' union all '))
    return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
  })
}

/** Our own tables, each of which the policies of its municipality stand on. */
async function tablesWith(client: Owner, condition: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class c
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity and ${condition} order by 1`)
  return rows.map(({ name }) => name)
}
