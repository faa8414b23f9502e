import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Client, type PoolConfig } from 'pg'
import { Unusable } from '../../kernel/errors.ts'
import { migrateQueues, queues } from './queue.ts'

type Migration = { readonly name: string; readonly sql: string; readonly digest: string }

type Plan = {
  readonly before: string
  readonly migrations: readonly Migration[]
  readonly after: string
  /** Changes whenever anything above does: a database that carries it needs nothing. */
  readonly fingerprint: string
}

const oldestServer = 15
// Any number will do, as long as all our servers use the same.
const migrationLock = 7_243_518_206

/**
 * Brings the database up to date as its owner: roles, tables, queues, rights. Does nothing, in one round trip, when it is.
 * Each migration is a transaction; a later start goes on where one that failed stopped. Throws `Unusable` for a
 * PostgreSQL that is too old, and for a database made by a newer version of the program.
 *
 * Row-level security is forced on the owner too, who then sees no rows at all: a migration of data loops over the
 * municipalities and sets `app.municipality` and the role `app_user` for each.
 */
export async function migrate(owner: PoolConfig): Promise<void> {
  const plan = await readPlan()
  const client = new Client(owner)
  await client.connect()
  try {
    if ((await fingerprintOf(client)) === plan.fingerprint) return
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    if ((await fingerprintOf(client)) === plan.fingerprint) return
    await client.query(plan.before)
    await applyPending(client, plan.migrations)
    await migrateQueues(owner)
    await inTransaction(client, async () => {
      await client.query(plan.after)
      await client.query('delete from schema_state')
      await client.query('insert into schema_state (fingerprint) values ($1)', [plan.fingerprint])
    })
  } finally {
    await client.end()
  }
}

/** Throws `Unusable` when the database is not what this version of the program needs. For logins that may not migrate. */
export async function requireMigrated(client: Client): Promise<void> {
  const plan = await readPlan()
  const found = await client
    .query('set role app_user')
    .then(() => fingerprintOf(client))
    .catch(() => undefined)
  if (found === plan.fingerprint) return
  throw new Unusable(
    'The database is not up to date with this version of the program. ' +
      'Set DATABASE_OWNER_URL to the owner of the database and run: namndkontakt migrate',
  )
}

/** Throws `Unusable` when the server is older than what the product is tested on. */
export async function requireServerVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  if (major >= oldestServer) return
  throw new Unusable(`DATABASE_URL names a PostgreSQL ${major}. Version ${oldestServer} or later is needed.`)
}

async function readPlan(): Promise<Plan> {
  const folder = migrationsFolder()
  const read = (file: string) => readFile(join(folder, file), 'utf8')
  const journal = JSON.parse(await read('meta/_journal.json')) as {
    readonly entries: readonly { readonly tag: string }[]
  }
  const migrations = await Promise.all(
    journal.entries.map(async ({ tag }) => {
      const sql = await read(`${tag}.sql`)
      return { name: tag, sql, digest: digestOf(sql) }
    }),
  )
  const before = await read('before.sql')
  const after = await read('after.sql')
  const parts = [before, after, queues.join(' '), ...migrations.map(({ digest }) => digest)]
  return { before, migrations, after, fingerprint: digestOf(parts.join('\u0000')) }
}

/** The folder lies at the root of the project, wherever in it this file was built to. */
function migrationsFolder(): string {
  for (let folder = import.meta.dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    const candidate = join(folder, 'migrations')
    if (existsSync(join(candidate, 'meta', '_journal.json'))) return candidate
  }
  throw new Unusable('The folder migrations is missing from the installation. Install the program again.')
}

async function fingerprintOf(client: Client): Promise<string | undefined> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('public.schema_state') is not null as there`,
  )
  if (there[0]?.there !== true) return undefined
  const { rows } = await client.query<{ fingerprint: string }>('select fingerprint from public.schema_state')
  return rows[0]?.fingerprint
}

async function applyPending(client: Client, migrations: readonly Migration[]): Promise<void> {
  await client.query('create table if not exists schema_state (fingerprint text primary key)')
  await client.query(
    'create table if not exists schema_migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from schema_migration')
  const applied = new Map(rows.map(({ name, digest }) => [name, digest]))
  const unknown = rows.find(({ name }) => !migrations.some((migration) => migration.name === name))
  if (unknown) {
    throw new Unusable(`The database was made by a newer version of the program (${unknown.name}). Start that version.`)
  }
  for (const { name, sql, digest } of migrations) {
    if (applied.get(name) === digest) continue
    if (applied.has(name)) throw new Unusable(`The migration ${name} was changed after the database had run it.`)
    await inTransaction(client, async () => {
      await client.query(sql)
      await client.query('insert into schema_migration (name, digest) values ($1, $2)', [name, digest])
    })
  }
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
