import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, type PoolConfig } from 'pg'
import type { TestProject } from 'vitest/node'
import { type Connections, embeddedConnections, logins, serverConnections } from '../../src/platform/db/connections.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { prepareOwnServer } from '../../src/platform/db/open.ts'
import { throwawayFolder } from './memory-folder.ts'

/** The PostgreSQL of the whole run: our embedded one, or the server that DATABASE_URL names. */
export type TestServer = { readonly socketFolder: string } | { readonly databaseUrl: string }

declare module 'vitest' {
  // The only way Vitest lets a value's type be declared, and it wants an interface.
  interface ProvidedContext {
    readonly testServer: TestServer
    readonly templateDatabase: string
  }
}

/** Starts the server and migrates one template database, of which every test file gets a copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { DATABASE_URL } = process.env
  const template = `template_${process.pid}`
  const folder = await mkdtemp(join(await throwawayFolder(), 'nk-tests-'))
  const embedded = DATABASE_URL ? undefined : await startEmbedded(folder)
  const server: TestServer = embedded ? { socketFolder: embedded.socketFolder } : { databaseUrl: DATABASE_URL ?? '' }
  const connections = connectionsTo(server, template)
  const maintenance = connectionsTo(server, 'postgres').owner
  await withOwner(maintenance, (owner) => owner.query(`create database ${template}`))
  await prepareOwnServer(connections)
  if (!embedded) await withOwner(connections.owner, givePasswords)
  project.provide('testServer', server)
  project.provide('templateDatabase', template)
  return async () => {
    await withOwner(maintenance, async (owner) => {
      // With the copies that the tests have filled, which have its name and something more.
      const { rows } = await owner.query<{ name: string }>(
        `select datname as name from pg_database where starts_with(datname, $1)`,
        [template],
      )
      for (const { name } of rows) await owner.query(`drop database ${name} with (force)`)
    })
    await embedded?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Returns how to reach a database of the run's server. */
export function connectionsTo(server: TestServer, database: string): Connections {
  if ('socketFolder' in server) return embeddedConnections(server, database)
  const as = (login?: string) => {
    const url = new URL(server.databaseUrl)
    url.pathname = `/${database}`
    if (login !== undefined) Object.assign(url, { username: login, password: loginPassword })
    return serverConnections({ databaseUrl: url.href }).owner
  }
  return { owner: as(), app: as('app_login'), system: as('app_system_login'), queue: as('app_queue_login') }
}

const loginPassword = 'of-a-test-server'

/** On the embedded server the socket's folder keeps others out; elsewhere the logins need a password. */
async function givePasswords(owner: Client): Promise<void> {
  for (const login of Object.keys(logins)) await owner.query(`alter role ${login} password '${loginPassword}'`)
}

/** Runs statements as the owner, outside any database of ours. */
export async function withOwner<T>(owner: PoolConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(owner)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
