import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { connectionsTo, withOwner } from '../../../tests/support/global-setup.ts'
import { newId } from '../ids.ts'
import { readSettings } from '../settings.ts'
import type { Database } from './database.ts'
import { openDatabase } from './open.ts'

const secretKey = 'x'.repeat(64)
const maintenance = connectionsTo(inject('testServer'), 'postgres').owner
let folder: string
let name: string
let opened: Database[]

async function open(environment: Readonly<Record<string, string>>): Promise<Database> {
  const database = await openDatabase(readSettings({ DATA_DIR: join(folder, 'data'), ...environment }))
  opened.push(database)
  return database
}

/** The address of this test's own database for a login, in the form an operator writes it. */
function addressFor(login?: string): string {
  const { owner } = connectionsTo(inject('testServer'), name)
  const url = new URL(owner.connectionString ?? `postgres://${owner.user}@localhost/${name}?host=${owner.host}`)
  if (login !== undefined) Object.assign(url, { username: login, password: 'of-an-operator' })
  return url.href
}

function asOwner(statement: string) {
  return withOwner(connectionsTo(inject('testServer'), name).owner, (owner) => owner.query(statement))
}

beforeEach(async () => {
  opened = []
  folder = await mkdtemp(join(tmpdir(), 'nk-open-'))
  name = `open_${newId().replaceAll('-', '')}`
  await withOwner(maintenance, (owner) => owner.query(`create database ${name}`))
})

afterEach(async () => {
  for (const database of opened) await database.close()
  await withOwner(maintenance, async (owner) => {
    await owner.query(`drop database ${name} with (force)`)
    await owner.query(`drop role if exists ${name}`)
  })
  await rm(folder, { recursive: true, force: true })
})

describe('without DATABASE_URL', () => {
  it('a database is made in the data folder, with a secret that others cannot read', async () => {
    await (await open({})).ping()
    const secret = join(folder, 'data', 'secret-key')
    expect((await stat(secret)).mode & 0o777).toBe(0o600)
    expect((await readFile(secret, 'utf8')).trim()).toMatch(/^[0-9a-f]{64}$/)
  })

  it('a second start has the same secret, and nothing to migrate', async () => {
    await (await open({})).close()
    opened = []
    const secret = await readFile(join(folder, 'data', 'secret-key'), 'utf8')
    await (await open({})).ping()
    expect(await readFile(join(folder, 'data', 'secret-key'), 'utf8')).toBe(secret)
  })
})

describe('with DATABASE_URL', () => {
  it('the database there is brought up to date, twice without harm', async () => {
    const environment = { DATABASE_URL: addressFor(), SECRET_KEY: secretKey }
    await (await open(environment)).ping()
    await (await open(environment)).ping()
    const { rows } = await asOwner('select count(*)::int as count from schema_migration')
    expect(rows[0]?.count).toBeGreaterThan(0)
  })

  it('a login without rights serves, once the owner has migrated', async () => {
    await asOwner(`create role ${name} login noinherit password 'of-an-operator'`)
    const environment = { DATABASE_URL: addressFor(name), SECRET_KEY: secretKey }
    await expect(open(environment)).rejects.toThrow(/not up to date.*namndkontakt migrate/s)
    await (await open({ ...environment, DATABASE_OWNER_URL: addressFor() })).ping()
    const database = await open(environment)
    const found = await database.lookUp({ slug: 'ekby' }, (tx) => tx.execute(sql`select from municipality`))
    expect(found.rows).toEqual([])
  })

  it('a migration that was changed afterwards is refused', async () => {
    const environment = { DATABASE_URL: addressFor(), SECRET_KEY: secretKey }
    await open(environment)
    await asOwner(`update schema_migration set digest = 'x'; update schema_state set fingerprint = 'x'`)
    await expect(open(environment)).rejects.toThrow(/was changed after the database had run it/)
  })

  it('a database of a newer version of the program is refused', async () => {
    const environment = { DATABASE_URL: addressFor(), SECRET_KEY: secretKey }
    await open(environment)
    await asOwner(`insert into schema_migration values ('9999_later', 'x'); update schema_state set fingerprint = 'x'`)
    await expect(open(environment)).rejects.toThrow(/newer version of the program \(9999_later\)/)
  })

  it('a server that does not answer is told in a sentence', async () => {
    const unused = createServer()
    await new Promise<void>((listening) => unused.listen(0, '127.0.0.1', listening))
    const address = unused.address()
    await new Promise((closed) => unused.close(closed))
    const port = typeof address === 'object' ? address?.port : ''
    const environment = { DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none`, SECRET_KEY: secretKey }
    await expect(open(environment)).rejects.toThrow(/cannot be reached: .*ECONNREFUSED.* Check DATABASE_URL/)
  })
})
