import { createHash } from 'node:crypto'
import { escapeLiteral } from 'pg'
import { inject } from 'vitest'
import type { Connections } from '../../src/platform/db/connections.ts'
import { connect, type Database } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/ids.ts'
import { whenDone } from './clean-ups.ts'
import { connectionsTo, withOwner } from './global-setup.ts'

export type TestDatabase = { readonly database: Database; readonly connections: Connections }

/** The secret that the log of every test database is signed with. */
const testSecret = 'a secret that is used by tests alone'

/** Returns a migrated, empty database for the file that calls it, which is dropped when the file is done. */
export async function aDatabase(): Promise<Database> {
  return (await aTestDatabase()).database
}

/** The same, with its connections: for tests of the database itself. */
export async function aTestDatabase(): Promise<TestDatabase> {
  return copyOf(inject('templateDatabase'))
}

/**
 * Returns a database that `fill` has written in, and what `fill` returned, which must be plain data. It is filled once in
 * a run for each key, and each caller has a copy of its own.
 */
export async function aFilledDatabase<T>(key: string, fill: (database: Database) => Promise<T>) {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 16)
  const template = `${inject('templateDatabase')}_${digest}`
  const maintenance = connectionsTo(inject('testServer'), 'postgres').owner
  const filled = await withOwner(maintenance, async (owner) => {
    // Another test file may want the same at this moment. The lock ends with the connection.
    await owner.query('select pg_advisory_lock(hashtextextended($1, 0))', [template])
    const known = await owner.query<{ comment: string | null }>(
      `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
      [template],
    )
    const comment = known.rows[0]?.comment
    if (comment) return JSON.parse(comment) as T
    // One without a word is of somebody who did not come to the end.
    await owner.query(`drop database if exists ${template} with (force)`)
    await owner.query(`create database ${template} template ${inject('templateDatabase')} strategy wal_log`)
    const database = connect(connectionsTo(inject('testServer'), template), testSecret)
    const value = await fill(database).finally(() => database.close())
    await owner.query(`comment on database ${template} is ${escapeLiteral(JSON.stringify(value))}`)
    return value
  })
  return { ...(await copyOf(template)), filled }
}

async function copyOf(template: string): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `test_${newId().replaceAll('-', '')}`
  const maintenance = connectionsTo(server, 'postgres').owner
  await withOwner(maintenance, (owner) => owner.query(`create database ${name} template ${template} strategy wal_log`))
  const connections = connectionsTo(server, name)
  const database = closedOnce(connect(connections, testSecret))
  whenDone(async () => {
    await database.close()
    await withOwner(maintenance, (owner) => owner.query(`drop database ${name} with (force)`))
  })
  return { database, connections }
}

/** A file that makes a database for each test closes it itself, before it runs out of connections. */
function closedOnce(database: Database): Database {
  let closing: Promise<void> | undefined
  return { ...database, close: () => (closing ??= database.close()) }
}
