import { asc, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aLog, at, type TestLog } from '../../tests/support/log.ts'
import { appendAudit } from './audit.ts'
import { auditContent, auditEntry } from './audit.tables.ts'
import { verifyLogs } from './audit-verification.ts'
import type { Tx } from './db/database.ts'
import { newId } from './ids.ts'

let log: TestLog

beforeEach(async () => {
  log = await aLog()
})

afterEach(() => log.close())

describe('the log', () => {
  it('is one chain for each municipality', async () => {
    const entries = await log.database.read({ municipalityId: log.town }, (tx) =>
      tx.select({ seq: auditEntry.seq, command: auditEntry.command }).from(auditEntry).orderBy(asc(auditEntry.seq)),
    )
    expect(entries).toEqual([
      { seq: 1, command: 'visits.book' },
      { seq: 2, command: 'visits.hold' },
      { seq: 3, command: 'reports.finalise' },
    ])
  })

  it('is whole when nobody has touched it', async () => {
    expect(await log.faultsFound()).toEqual([])
  })

  it('keeps its order when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => log.write(log.town, `visits.note-${index}`)))
    const [first] = (await verifyLogs(log.database)).logs.filter(({ entries }) => entries > 1)
    expect(first).toMatchObject({ entries: 23, faults: [] })
  })

  it('is found whole while others write', async () => {
    const writing = Array.from({ length: 20 }, (_, index) => log.write(log.town, `visits.note-${index}`))
    const found: object[][] = []
    for (let turn = 0; turn < 5; turn += 1) found.push(await log.faultsFound())
    await Promise.all(writing)
    expect(found.flat()).toEqual([])
  })

  it('writes nothing when the transaction it belongs to fails', async () => {
    const failing = log.database.transaction({ municipalityId: log.town }, async (tx) => {
      await appendAudit(tx, [
        {
          municipalityId: log.town,
          at,
          command: 'visits.book',
          subject: { type: 'visit', id: log.visit },
          content: {},
        },
      ])
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await log.faultsFound()).toEqual([])
  })

  it('is one whole chain when a thousand entries are written at once, and others write meanwhile', async () => {
    const newTown = newId()
    const notes = Array.from({ length: 1200 }, (_, index) => ({
      municipalityId: newTown,
      at,
      command: 'claims.export',
      subject: { type: 'claim', id: newId() },
      content: { step: 'exported', index },
    }))
    const many = () => log.database.transaction({ municipalityId: newTown }, (tx) => appendAudit(tx, notes))
    await Promise.all([many(), log.write(newTown, 'visits.book'), many(), log.write(newTown, 'visits.hold')])
    expect(await log.faultsFound()).toEqual([])
    const [last] = await log.database.read({ municipalityId: newTown }, (tx) =>
      tx.select({ seq: sql`max(seq)`.mapWith(Number), count: sql`count(*)`.mapWith(Number) }).from(auditEntry),
    )
    expect(last).toEqual({ seq: 2402, count: 2402 })
  })

  it('can be started by two at the same moment', async () => {
    const newTown = newId()
    await Promise.all([log.write(newTown, 'visits.book'), log.write(newTown, 'visits.hold')])
    expect(await log.faultsFound()).toEqual([])
  })
})

describe('an entry of a committee', () => {
  const [committee, otherCommittee] = [newId(), newId()]
  const inCommittee = <T>(id: string, work: (tx: Tx) => Promise<T>) =>
    log.database.transaction({ municipalityId: log.town, committeeId: id }, work)
  const note = () => ({
    municipalityId: log.town,
    at,
    command: 'visits.book',
    subject: { type: 'visit', id: log.visit },
    content: {},
  })

  it('is sealed with it: earlier entries verify unchanged, and moving it to another committee shows', async () => {
    await inCommittee(committee, (tx) => appendAudit(tx, [{ ...note(), committeeId: committee }]))
    expect(await log.faultsFound()).toEqual([])
    await log.tamper(`update audit_entry set committee_id = '${otherCommittee}' where seq = 4`)
    expect(await log.faultsFound()).toEqual([{ seq: 4, kind: 'changed' }])
    await log.tamper('update audit_entry set committee_id = null where seq = 4')
    expect(await log.faultsFound()).toEqual([{ seq: 4, kind: 'changed' }])
  })

  it('is seen by that committee alone, those of the municipality by all, and so is their content', async () => {
    await inCommittee(committee, (tx) => appendAudit(tx, [{ ...note(), committeeId: committee }]))
    const seen = (id: string) =>
      inCommittee(id, async (tx) => [await tx.$count(auditEntry), await tx.$count(auditContent)])
    expect([await seen(committee), await seen(otherCommittee)]).toEqual([
      [4, 4],
      [3, 3],
    ])
    await inCommittee(otherCommittee, (tx) => tx.delete(auditContent))
    expect(await seen(committee)).toEqual([4, 1])
  })

  it('is not written by another', async () => {
    const writing = inCommittee(otherCommittee, (tx) => appendAudit(tx, [{ ...note(), committeeId: committee }]))
    await expect(writing).rejects.toMatchObject({ cause: { code: '42501' } })
    await inCommittee(committee, (tx) => appendAudit(tx, [{ ...note(), committeeId: committee }]))
    const [entry] = await inCommittee(committee, (tx) =>
      tx.select({ id: auditEntry.id }).from(auditEntry).where(sql`seq = 4`),
    )
    await log.tamper(`delete from audit_content where entry_id = '${entry?.id}'`)
    const telling = inCommittee(otherCommittee, (tx) =>
      tx.insert(auditContent).values({ municipalityId: log.town, entryId: entry?.id ?? '', content: {} }),
    )
    await expect(telling).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('content', () => {
  it('can be disposed of without breaking the chain, and the verification counts what is gone', async () => {
    await log.database.transaction({ municipalityId: log.town }, (tx) => tx.delete(auditContent))
    expect(await log.faultsFound()).toEqual([])
    const { logs } = await verifyLogs(log.database)
    expect(logs.find(({ municipalityId }) => municipalityId === log.town)).toMatchObject({ entries: 3, disposed: 3 })
  })

  it('is corrected by a new entry: both stand, and the chain is whole', async () => {
    await log.write(log.town, 'visits.correct')
    expect(await log.faultsFound()).toEqual([])
    const { logs } = await verifyLogs(log.database)
    expect(logs.find(({ municipalityId }) => municipalityId === log.town)).toMatchObject({ entries: 4, disposed: 0 })
  })
})
