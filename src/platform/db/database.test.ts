import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { aTestDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { newId } from '../ids.ts'
import type { Tx } from './database.ts'
import { gather } from './facts.ts'
import { violation } from './violation.ts'

const [aTown, anotherTown] = [newId(), newId()]
let test: TestDatabase

function register(tx: Tx, town: { readonly id: string; readonly slug: string; readonly demo: boolean }) {
  return tx.execute(sql`
    insert into municipality (id, slug, name, function_address, demo)
    values (${town.id}, ${town.slug}, ${town.slug}, 'namnd@example.se', ${town.demo})`)
}

async function slugsSeen(tx: { readonly execute: Tx['execute'] }) {
  const { rows } = await tx.execute<{ slug: string }>(sql`select slug from municipality order by slug`)
  return rows.map(({ slug }) => slug)
}

/** Ends every connection but the caller's own, as a crash of the server would. */
async function breakConnections() {
  const owner = new Client(test.connections.owner)
  await owner.connect()
  await owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await owner.end()
}

beforeAll(async () => {
  test = await aTestDatabase()
  await test.database.transaction({ municipalityId: aTown }, (tx) =>
    register(tx, { id: aTown, slug: 'ekby', demo: true }),
  )
  await test.database.transaction({ municipalityId: anotherTown }, (tx) =>
    register(tx, { id: anotherTown, slug: 'tallby', demo: false }),
  )
})

describe('a transaction of a municipality', () => {
  it('sees its own rows and no others', async () => {
    expect(await test.database.read({ municipalityId: aTown }, slugsSeen)).toEqual(['ekby'])
    expect(await test.database.read({ municipalityId: anotherTown }, slugsSeen)).toEqual(['tallby'])
  })

  it('leaves nothing behind when it fails', async () => {
    const failing = test.database.transaction({ municipalityId: aTown }, async (tx) => {
      await tx.execute(sql`update municipality set name = 'changed'`)
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    const names = await test.database.read({ municipalityId: aTown }, (tx) =>
      tx.execute(sql`select name from municipality`),
    )
    expect(names.rows).toEqual([{ name: 'ekby' }])
  })

  it('fails as a whole when a failed statement was hidden', async () => {
    const hiding = test.database.transaction({ municipalityId: aTown }, async (tx) => {
      await tx.execute(sql`select 1/0`).catch(() => undefined)
    })
    await expect(hiding).rejects.toThrow(/rolled back/)
  })

  it('refuses writes when it is for reading', async () => {
    const writing = test.database.read({ municipalityId: aTown }, (tx) => tx.execute(sql`delete from municipality`))
    await expect(writing).rejects.toMatchObject({ cause: { code: '25006' } })
  })

  it('cannot be begun for something that is no id', async () => {
    const injected = test.database.read({ municipalityId: "x', true); drop table person; --" }, slugsSeen)
    await expect(injected).rejects.toThrow(TypeError)
  })

  it('cannot get more rights by resetting its role', async () => {
    const resetting = test.database.read({ municipalityId: aTown }, async (tx) => {
      await tx.execute(sql`reset role`)
      await tx.execute(sql`select from public.municipality`)
    })
    await expect(resetting).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('cannot become the role that sees every municipality', async () => {
    const becoming = test.database.read({ municipalityId: aTown }, (tx) => tx.execute(sql`set role app_system`))
    await expect(becoming).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('a look-up without a municipality', () => {
  it('finds the one with the slug', async () => {
    expect(await test.database.lookUp({ slug: 'tallby' }, slugsSeen)).toEqual(['tallby'])
  })

  it('takes a slug as text, whatever it holds', async () => {
    expect(await test.database.lookUp({ slug: "' or true --" }, slugsSeen)).toEqual([])
  })

  it('lists those of the demonstration', async () => {
    expect(await test.database.lookUp({ demo: true }, slugsSeen)).toEqual(['ekby'])
  })

  it('leaves nothing set for the next transaction', async () => {
    await test.database.lookUp({ demo: true }, slugsSeen)
    expect(await test.database.lookUp({ session: 'unknown' }, slugsSeen)).toEqual([])
  })
})

describe('the system role', () => {
  it('reads every municipality', async () => {
    expect(await test.database.system(slugsSeen)).toEqual(['ekby', 'tallby'])
  })

  it('writes in none', async () => {
    const writing = test.database.system((tx) => tx.execute(sql`delete from municipality`))
    await expect(writing).rejects.toThrow()
  })
})

describe('a lost connection', () => {
  it('is replaced before the next transaction', async () => {
    await test.database.ping()
    await breakConnections()
    expect(await test.database.read({ municipalityId: aTown }, slugsSeen)).toEqual(['ekby'])
  })

  it('fails the transaction under way and nothing else', async () => {
    const cut = test.database.transaction({ municipalityId: aTown }, async (tx) => {
      await breakConnections()
      await tx.execute(sql`select 1`)
    })
    await expect(cut).rejects.toThrow()
    expect(await test.database.read({ municipalityId: aTown }, slugsSeen)).toEqual(['ekby'])
  })
})

describe('a violated constraint', () => {
  it('is told by kind and name', async () => {
    const id = newId()
    const twice = test.database.transaction({ municipalityId: id }, (tx) =>
      register(tx, { id, slug: 'ekby', demo: false }),
    )
    const error = await twice.catch((caught: unknown) => caught)
    expect(violation(error)).toEqual({ kind: 'unique', constraint: 'municipality_slug_unique' })
  })

  it('is not seen in any other error', () => {
    expect(violation(new Error('something else'))).toBeUndefined()
  })
})

describe('facts', () => {
  it('come from all parts in one statement', async () => {
    const facts = await test.database.read({ municipalityId: aTown }, (tx) =>
      gather(tx, {
        names: sql`select jsonb_agg(name) from municipality`,
        nobody: sql`select jsonb_agg(name) from person`,
      }),
    )
    expect(facts).toEqual({ names: ['ekby'], nobody: null })
  })
})
