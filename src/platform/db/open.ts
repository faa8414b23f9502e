import { Client, type PoolConfig } from 'pg'
import { Unusable } from '../../kernel/errors.ts'
import { loadSecret } from '../secret.ts'
import type { Settings } from '../settings.ts'
import { type Connections, embeddedConnections, loginOf, logins, serverConnections } from './connections.ts'
import { connect, type Database } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { migrate, requireMigrated, requireServerVersion } from './migrate.ts'

/** What the database is called on the embedded server. */
export const embeddedDatabase = 'namndkontakt'

/**
 * Opens the database that the settings name, brought up to date: the embedded server, started here, or DATABASE_URL.
 * Throws `Unusable` with a sentence for the operator when it cannot be used.
 */
export async function openDatabase(settings: Settings): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    const connections = serverConnections({ ...settings, databaseUrl: settings.databaseUrl })
    await prepareServer(connections)
    return connect(connections, await loadSecret(settings))
  }
  const server = await startEmbedded(settings.dataDir)
  try {
    await createDatabase(embeddedConnections(server, 'postgres'), embeddedDatabase)
    const connections = embeddedConnections(server, embeddedDatabase)
    await prepareOwnServer(connections)
    return connect(connections, await loadSecret(settings), server.stop)
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Brings the database of DATABASE_URL up to date and lets its login work. Throws `Unusable` when it cannot. */
async function prepareServer(connections: Connections): Promise<void> {
  await withClient(connections.owner, async (owner) => {
    await requireServerVersion(owner)
    if (!(await mayMigrate(owner))) return await requireMigrated(owner)
    await migrate(connections.owner)
    await grantRoles(owner, connections)
  })
}

/** Creates the database unless it is there. */
async function createDatabase(connections: Connections, name: string): Promise<void> {
  await withClient(connections.owner, async (owner) => {
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await owner.query(`create database ${owner.escapeIdentifier(name)}`)
  })
}

/** Brings a database of a server that is ours alone up to date, and makes the logins there. */
export async function prepareOwnServer(connections: Connections): Promise<void> {
  await migrate(connections.owner)
  await withClient(connections.owner, async (owner) => {
    for (const [login, roles] of Object.entries(logins)) {
      const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [login])
      if (rowCount !== 0) continue
      await owner.query(`create role ${login} login noinherit in role ${roles.join(', ')}`)
    }
  })
}

async function mayMigrate(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select has_database_privilege(current_user, current_database(), 'create') as may`,
  )
  return rows[0]?.may === true
}

/** A login becomes a role for each transaction. What it lacks for that, the owner gives it. */
async function grantRoles(owner: Client, connections: Connections): Promise<void> {
  const login = loginOf(connections.app)
  if (login === undefined) return
  await withClient(connections.app, async (client) => {
    for (const role of Object.values(logins).flat()) {
      if (await mayBecome(client, role)) continue
      await owner.query(`grant ${role} to ${owner.escapeIdentifier(login)}`)
    }
  })
}

async function mayBecome(client: Client, role: string): Promise<boolean> {
  try {
    await client.query(`set role ${role}; reset role`)
    return true
  } catch (error) {
    if ((error as { readonly code?: string }).code === '42501') return false
    throw error
  }
}

/** Runs the work on one connection. Throws `Unusable` when it cannot be made. */
export async function withClient<T>(config: PoolConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config)
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new Unusable(
      `The database cannot be reached: ${reasonOf(error)} Check DATABASE_URL and DATABASE_OWNER_URL.`,
      {
        cause: error,
      },
    )
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** An address with several numbers fails with several errors and no message of its own. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  const reason = first instanceof Error ? first.message : String(first)
  return reason.endsWith('.') ? reason : `${reason}.`
}
