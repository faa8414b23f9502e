import { afterAll, inject } from 'vitest'
import type { Connections } from '../../src/platform/db/connections.ts'
import { connect, type Database } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/ids.ts'
import { connectionsTo, withOwner } from './global-setup.ts'

export type TestDatabase = { readonly database: Database; readonly connections: Connections }

/** The secret that the log of every test database is signed with. */
const testSecret = 'a secret that is used by tests alone'

const cleanUps: (() => Promise<void>)[] = []

// Declared when the file is loaded: a hook that is declared inside another hook is never run.
afterAll(async () => {
  await Promise.all(cleanUps.map((cleanUp) => cleanUp()))
})

/** Returns a migrated, empty database for the file that calls it, which is dropped when the file is done. */
export async function aDatabase(): Promise<Database> {
  return (await aTestDatabase()).database
}

/** The same, with its connections: for tests of the database itself. */
export async function aTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer')
  const template = inject('templateDatabase')
  const name = `test_${newId().replaceAll('-', '')}`
  const maintenance = connectionsTo(server, 'postgres').owner
  await withOwner(maintenance, (owner) => owner.query(`create database ${name} template ${template} strategy wal_log`))
  const connections = connectionsTo(server, name)
  const database = closedOnce(connect(connections, testSecret))
  cleanUps.push(async () => {
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
