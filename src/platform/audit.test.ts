import { asc, sql } from 'drizzle-orm'
import { Client } from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { aTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { dayFromIso } from '../kernel/date.ts'
import { appendAudit } from './audit.ts'
import { auditEntry } from './audit.tables.ts'
import { verifyLogs } from './audit-verification.ts'
import { fixedClock } from './clock.ts'
import { newId } from './ids.ts'

const at = fixedClock(dayFromIso('2026-03-25')).now()
const [town, otherTown, secretary, visit] = [newId(), newId(), newId(), newId()]
let test: TestDatabase

function write(municipalityId: string, ...commands: readonly string[]) {
  const notes = commands.map((command) => ({
    municipalityId,
    at,
    actor: secretary,
    command,
    subject: { type: 'visit', id: visit },
    content: { units: ['Ekbacken'], b: 1, a: { d: null, c: 'å' } },
  }))
  return test.database.transaction(municipalityId, (tx) => appendAudit(tx, notes))
}

/** Does what only someone who rules the database server can: the triggers do not run. */
async function tamper(statement: string) {
  const owner = new Client(test.connections.owner)
  await owner.connect()
  await owner.query(`set session_replication_role = replica; ${statement}`)
  await owner.end()
}

async function faultsFound(expected: readonly string[] = []) {
  const verifications = await verifyLogs(test.database, expected)
  return verifications.flatMap(({ faults }) => faults)
}

beforeEach(async () => {
  test = await aTestDatabase()
  await write(town, 'visits.book', 'visits.hold')
  await write(town, 'reports.finalise')
  await write(otherTown, 'visits.cancel')
})

describe('the log', () => {
  it('is one chain for each municipality', async () => {
    const entries = await test.database.read(town, (tx) =>
      tx.select({ seq: auditEntry.seq, command: auditEntry.command }).from(auditEntry).orderBy(asc(auditEntry.seq)),
    )
    expect(entries).toEqual([
      { seq: 1, command: 'visits.book' },
      { seq: 2, command: 'visits.hold' },
      { seq: 3, command: 'reports.finalise' },
    ])
  })

  it('is whole when nobody has touched it', async () => {
    expect(await faultsFound()).toEqual([])
  })

  it('keeps its order when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(town, `visits.note-${index}`)))
    const [first] = (await verifyLogs(test.database)).filter(({ entries }) => entries > 1)
    expect(first).toMatchObject({ entries: 23, faults: [] })
  })

  it('writes nothing when the transaction it belongs to fails', async () => {
    const failing = test.database.transaction(town, async (tx) => {
      await appendAudit(tx, [
        { municipalityId: town, at, command: 'visits.book', subject: { type: 'visit', id: visit }, content: {} },
      ])
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await faultsFound()).toEqual([])
  })

  it('can be started by two at the same moment', async () => {
    const newTown = newId()
    await Promise.all([write(newTown, 'visits.book'), write(newTown, 'visits.hold')])
    expect(await faultsFound()).toEqual([])
  })
})

describe('a row of the log', () => {
  it.each([
    ['changed', sql`update audit_entry set command = 'visits.cancel'`],
    ['removed', sql`delete from audit_entry`],
  ])('cannot be %s by the application', async (_, statement) => {
    const changing = test.database.transaction(town, (tx) => tx.execute(statement))
    await expect(changing).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('cannot be changed by the owner either, as long as the triggers stand', async () => {
    const owner = new Client(test.connections.owner)
    await owner.connect()
    const changing = owner.query(`update audit_entry set command = 'visits.cancel'`)
    await expect(changing).rejects.toMatchObject({ code: '23001' })
    await owner.end()
  })
})

describe('a log that was tampered with shows', () => {
  it('a changed row', async () => {
    await tamper(`update audit_entry set command = 'visits.cancel' where municipality_id = '${town}' and seq = 2`)
    expect(await faultsFound()).toEqual([{ seq: 2, kind: 'changed' }])
  })

  it('a removed row', async () => {
    await tamper(`delete from audit_entry where municipality_id = '${town}' and seq = 2`)
    expect(await faultsFound()).toEqual([{ seq: 3, kind: 'missing' }])
  })

  it('rows that changed places', async () => {
    await tamper(`
      alter table audit_entry drop constraint audit_entry_seq;
      update audit_entry set seq = 3 - seq where municipality_id = '${town}' and seq in (1, 2)`)
    expect(await faultsFound()).toEqual(expect.arrayContaining([{ seq: 1, kind: 'moved' }]))
  })

  it('changed content', async () => {
    await tamper(
      `update audit_content set content = '{"units": ["Tallgården"]}' where municipality_id = '${otherTown}'`,
    )
    expect(await faultsFound()).toEqual([{ seq: 1, kind: 'content-changed' }])
  })

  it('a last row that was removed', async () => {
    await tamper(`delete from audit_entry where municipality_id = '${town}' and seq = 3`)
    expect(await faultsFound()).toEqual([{ seq: 3, kind: 'cut' }])
  })

  it('a cut end that was covered up, when the head was written down elsewhere', async () => {
    const heads = (await verifyLogs(test.database)).map(({ head }) => head)
    await tamper(`
      delete from audit_entry where municipality_id = '${town}' and seq = 3;
      update audit_head h set seq = e.seq, hash = e.hash from audit_entry e
        where h.municipality_id = '${town}' and e.municipality_id = h.municipality_id and e.seq = 2`)
    expect(await faultsFound()).toEqual([])
    expect(await faultsFound(heads)).toEqual([{ seq: 3, kind: 'cut' }])
  })
})

describe('content', () => {
  it('can be disposed of without breaking the chain', async () => {
    await test.database.transaction(town, (tx) => tx.execute(sql`delete from audit_content`))
    expect(await faultsFound()).toEqual([])
  })
})
