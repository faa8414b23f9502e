import { afterEach, describe, expect, it } from 'vitest'
import { aTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { withOwner } from '../../tests/support/global-setup.ts'
import { dayFromIso } from '../kernel/date.ts'
import { minutes } from '../kernel/clock-time.ts'
import { fixedClock } from './clock.ts'
import { newId } from './ids.ts'
import { createLog } from './log.ts'
import { type DailyTask, type DailyWork, dayRunner, runDay } from './schedule.ts'
import { startWorker, type Work, type Worker } from './worker.ts'

const today = dayFromIso('2026-10-06')
const [one, two, other] = [newId(), newId(), newId()]
const [first, second] = [newId(), newId()]
const places = async () => [
  { municipalityId: first, committeeId: one },
  { municipalityId: first, committeeId: two },
  { municipalityId: second, committeeId: other },
]

const workers: Worker[] = []
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})

/** Returns the day's work with these tasks, and the log it writes. */
async function aDay(tasks: readonly DailyTask[], { database }: Pick<TestDatabase, 'database'>, hour = 12) {
  const lines: string[] = []
  const log = createLog('error', { write: (line: string) => void lines.push(line) })
  const work: DailyWork = { database, clock: fixedClock(today, minutes(hour * 60)), log, tasks, places }
  return { work, lines }
}

describe('the work of a day', () => {
  it('is done for each committee and each municipality, a failure apart and logged', async () => {
    const test = await aTestDatabase()
    const done: string[] = []
    const note = (name: string, per: DailyTask['per'], fails?: string): DailyTask => ({
      name,
      per,
      run: async (_dependencies, scope) => {
        if (scope.committeeId === fails) throw new Error('the committee is out of order')
        done.push(`${name} ${scope.committeeId || scope.municipalityId} ${scope.today} ${scope.personId}`)
      },
    })
    const { work, lines } = await aDay([note('a', 'committee', two), note('b', 'municipality')], test)
    await expect(runDay(work, today)).rejects.toThrow('1 parts of the day’s work failed')
    expect(done).toEqual(
      [one, other]
        .map((id) => `a ${id} ${today} undefined`)
        .concat([first, second].map((id) => `b ${id} ${today} undefined`)),
    )
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { task: 'a', committeeId: two, err: { message: 'the committee is out of order' } },
    ])
  })

  it('is left alone in the small hours, when yesterday’s job comes late', async () => {
    const test = await aTestDatabase()
    const done: number[] = []
    const task: DailyTask = { name: 'a', per: 'municipality', run: async (_, scope) => void done.push(scope.today) }
    await dayRunner((await aDay([task], test, 3)).work)()
    expect(done).toEqual([])
    await dayRunner((await aDay([task], test, 7)).work)()
    expect(done).toEqual([today, today])
  })
})

describe('the schedule', () => {
  it('is one in the database however many servers start, at seven in Sweden', async () => {
    const { database, connections } = await aTestDatabase()
    const work: Work = {
      handlers: [],
      deliverMail: async () => undefined,
      log: createLog('silent'),
      runDay: async () => undefined,
    }
    workers.push(await startWorker(database, work), await startWorker(database, work))
    const { rows } = await withOwner(connections.owner, (owner) =>
      owner.query(`select name, cron, timezone, options->>'missed' as missed from pgboss.schedule`),
    )
    expect(rows).toEqual([{ name: 'day', cron: '0 7 * * *', timezone: 'Europe/Stockholm', missed: 'once' }])
  })

  it('makes up once, in one of the servers, for the morning on which none ran', async () => {
    const { database, connections } = await aTestDatabase()
    const began: string[] = []
    let told: () => void = () => undefined
    const hasBegun = new Promise<void>((resolve) => {
      told = resolve
    })
    const serve = (name: string): Work => ({
      handlers: [],
      deliverMail: async () => undefined,
      log: createLog('silent'),
      runDay: async () => {
        began.push(name)
        told()
      },
    })
    // A server has run before, and the last look at the schedule is more than a day old.
    const before = await startWorker(database, serve('before'))
    await before.stop()
    await withOwner(connections.owner, async (owner) => {
      await owner.query(`update pgboss.schedule set created_on = now() - interval '9 days'`)
      await owner.query(`update pgboss.version set cron_on = now() - interval '25 hours'`)
    })
    workers.push(await startWorker(database, serve('one')), await startWorker(database, serve('two')))
    await hasBegun
    await Promise.all(workers.splice(0).map((worker) => worker.stop()))
    const { rows } = await withOwner(connections.owner, (owner) =>
      owner.query(`select count(*)::int as jobs from pgboss.job where name = 'day'`),
    )
    expect([began.length, rows[0]?.jobs]).toEqual([1, 1])
  }, 60_000)
})
