import { sql } from 'drizzle-orm'
import { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { dayFromIso } from '../kernel/date.ts'
import { fixedClock } from './clock.ts'
import type { Database, Tx } from './db/database.ts'
import { newId } from './ids.ts'
import { createLog } from './log.ts'
import { queueMail } from './mail.ts'
import { announce, type AnnouncedEvent, dispatch, type EventHandler } from './outbox.ts'
import { startWorker, type Work, type Worker, workOff } from './worker.ts'

const [town, committee, visit] = [newId(), newId(), newId()]
const booked: AnnouncedEvent = { name: 'visits.booked', municipalityId: town, committeeId: committee, ids: { visit } }
const now = fixedClock(dayFromIso('2026-03-25')).now()

let test: TestDatabase
let worker: Worker | undefined

/** Leaves a mail as its mark, so that what it did can be counted, and sent off, like any real reaction. */
function handler(name: string, before: () => void = () => undefined): EventHandler {
  return {
    name,
    on: 'visits.booked',
    handle: async (event, database) => {
      await database.transaction(event, async (tx) => {
        await leaveMark(tx, name)
        before()
      })
    },
  }
}

function leaveMark(tx: Tx, subject: string) {
  return queueMail(tx, { municipalityId: town, address: 'x@example.se', subject, text: '', queuedAt: now })
}

async function marks(database: Database) {
  const { rows } = await database.read({ municipalityId: town }, (tx) =>
    tx.execute<{ subject: string }>(sql`select subject from outgoing_mail order by subject`),
  )
  return rows.map(({ subject }) => subject)
}

function workFor(...handlers: readonly EventHandler[]): Work {
  return { handlers, deliverMail: async () => undefined, log: createLog('silent') }
}

function announceBooked() {
  return test.database.transaction({ municipalityId: town }, (tx) => announce(tx, booked))
}

beforeEach(async () => {
  worker = undefined
  test = await aTestDatabase()
})

afterEach(async () => {
  await worker?.stop()
})

describe('an event', () => {
  it('reaches every handler that waits for it, and no other', async () => {
    const other: EventHandler = { ...handler('c'), on: 'visits.cancelled' }
    await announceBooked()
    await workOff(test.database, workFor(handler('a'), handler('b'), other))
    expect(await marks(test.database)).toEqual(['a', 'b'])
  })

  it('is never sent when its transaction fails', async () => {
    const failing = test.database.transaction({ municipalityId: town }, async (tx) => {
      await announce(tx, booked)
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await workOff(test.database, workFor(handler('a')))).toBe(0)
  })

  it('carries ids and nothing else', async () => {
    const telling = test.database.transaction({ municipalityId: town }, (tx) =>
      announce(tx, { ...booked, ids: { name: 'Anna' } }),
    )
    await expect(telling).rejects.toThrow(TypeError)
  })

  it('is dealt with once by each handler, however often it is delivered', async () => {
    const delivered = { ...booked, id: newId() }
    await dispatch(test.database, [handler('a')], delivered)
    await dispatch(test.database, [handler('a'), handler('b')], delivered)
    expect(await marks(test.database)).toEqual(['a', 'b'])
  })

  it('does not keep one handler from it when another fails', async () => {
    const failing = handler('a', () => {
      throw new Error('broken')
    })
    const delivered = { ...booked, id: newId() }
    await expect(dispatch(test.database, [failing, handler('b')], delivered)).rejects.toThrow('broken')
    expect(await marks(test.database)).toEqual(['b'])
    await dispatch(test.database, [handler('a'), handler('b')], delivered)
    expect(await marks(test.database)).toEqual(['a', 'b'])
  })
})

describe('the worker', () => {
  it('deals with an event soon after it was announced', async () => {
    worker = await startWorker(test.database, workFor(handler('a')))
    await announceBooked()
    await expect.poll(() => marks(test.database), { timeout: 8000 }).toEqual(['a'])
  })

  it('tries again what has failed', async () => {
    let attempts = 0
    const failingOnce = handler('a', () => {
      attempts += 1
      if (attempts === 1) throw new Error('not yet')
    })
    worker = await startWorker(test.database, workFor(failingOnce))
    await announceBooked()
    await expect.poll(() => marks(test.database), { timeout: 15_000 }).toEqual(['a'])
    expect(attempts).toBe(2)
  }, 20_000)
})

describe('the queue', () => {
  it('cannot be read by the role that serves requests', async () => {
    await announceBooked()
    const reading = test.database.read({ municipalityId: town }, (tx) => tx.execute(sql`select data from pgboss.job`))
    await expect(reading).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('keeps what failed for good where it can be found', async () => {
    const { host, port, user, database, connectionString } = test.connections.owner
    const boss = new PgBoss(
      JSON.parse(JSON.stringify({ host, port, user, database, connectionString, supervise: false })),
    )
    await boss.start()
    await announceBooked()
    await test.database.transaction({ municipalityId: town }, (tx) =>
      tx.enqueue('events', { ...booked, id: newId() }, { retryLimit: 0 }),
    )
    const jobs = await boss.fetch('events', { batchSize: 2 })
    await boss.fail(
      'events',
      jobs.map(({ id }) => id),
    )
    const dead = await boss.findJobs('dead')
    await boss.stop({ graceful: false })
    expect(dead).toMatchObject([{ data: { name: 'visits.booked' } }])
  })
})
