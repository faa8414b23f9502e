import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aLog, type TestLog } from '../../tests/support/log.ts'

let log: TestLog

beforeAll(async () => {
  log = await aLog()
})

afterAll(() => log.close())

describe('a row of the log', () => {
  it.each([
    ['an entry changed', sql`update audit_entry set command = 'visits.cancel'`],
    ['an entry removed', sql`delete from audit_entry`],
    ['content changed', sql`update audit_content set content = '{}'`],
    ['the head removed', sql`delete from audit_head`],
    ['the entries emptied', sql`truncate audit_entry cascade`],
    ['the content emptied', sql`truncate audit_content`],
  ])('is safe from the application: %s is refused', async (_, statement) => {
    const changing = log.database.transaction({ municipalityId: log.town }, (tx) => tx.execute(statement))
    await expect(changing).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('is safe from a head that goes back, or forth without an entry', async () => {
    for (const statement of [sql`update audit_head set seq = seq - 1`, sql`update audit_head set seq = seq + 1`]) {
      const moving = log.database.transaction({ municipalityId: log.town }, (tx) => tx.execute(statement))
      await expect(moving).rejects.toMatchObject({ cause: { code: '23001' } })
    }
  })

  it.each([
    `update audit_entry set command = 'visits.cancel'`,
    'delete from audit_entry',
    'truncate audit_entry cascade',
    `update audit_content set content = '{}'`,
    'truncate audit_content',
    'delete from audit_head',
    'update audit_head set seq = seq + 2',
    'truncate audit_head',
  ])('is safe from the owner too, as long as the triggers stand: %s', async (statement) => {
    const owner = new Client(log.connections.owner)
    await owner.connect()
    await expect(owner.query(statement)).rejects.toMatchObject({ code: '23001' })
    await owner.end()
  })
})
