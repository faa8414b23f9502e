import type { PgBoss } from 'pg-boss'
import { minutes } from '../kernel/clock-time.ts'
import type { Day } from '../kernel/date.ts'
import { inStockholm } from '../kernel/instant.ts'
import type { Clock } from './clock.ts'
import type { CommandDependencies } from './command.ts'
import type { Database, ReadTx } from './db/database.ts'
import type { Log } from './log.ts'
import { type Scope, systemScope } from './scope.ts'

/** Something that is done once a day, for each committee or for each municipality. */
export type DailyTask = {
  readonly name: string
  readonly per: 'committee' | 'municipality'
  /** May be run again the same day, and at the same moment by another server: what is done is not done twice. */
  readonly run: (dependencies: CommandDependencies, scope: Scope) => Promise<void>
}

export type DailyWork = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly tasks: readonly DailyTask[]
  /** Returns every committee of every municipality, read by the role that sees them all. */
  readonly places: (tx: ReadTx) => Promise<readonly { readonly municipalityId: string; readonly committeeId: string }[]>
}

/**
 * Does the day's work: each task for all places before the next, in the order given. What fails in one place is logged
 * and keeps nothing else from being done; afterwards it is thrown, so that the whole is tried again later.
 */
export async function runDay(work: DailyWork, today: Day): Promise<void> {
  const { database, clock, log, tasks } = work
  const committees = await database.system(work.places)
  const municipalities = [...new Set(committees.map(({ municipalityId }) => municipalityId))]
  const failures: unknown[] = []
  for (const { name, per, run } of tasks) {
    const places =
      per === 'committee' ? committees : municipalities.map((municipalityId) => ({ municipalityId, committeeId: '' }))
    for (const place of places) {
      try {
        await run({ database, clock }, systemScope({ ...place, today }))
      } catch (err) {
        log.error({ err, task: name, ...place }, 'A part of the day’s work failed')
        failures.push(err)
      }
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} parts of the day’s work failed`)
}

/**
 * Returns the day's work as the queue's job asks for it. A job that was missed while no server ran comes when one starts,
 * at whatever hour: in the small hours nothing is done, for the day's own job is still to come.
 */
export function dayRunner(work: DailyWork): () => Promise<void> {
  return async () => {
    const { day, time } = inStockholm(work.clock.now())
    if (time >= notBefore) await runDay(work, day)
  }
}

/** Earlier than the schedule: the clock of the database may be a little ahead of ours. */
const notBefore = minutes(6 * 60)

/**
 * Has a job put in the queue `day` each morning at seven in Sweden, once however many servers there are. The last one
 * that was missed while no server ran is put there when one starts.
 */
export async function scheduleDay(boss: PgBoss): Promise<void> {
  await boss.schedule('day', '0 7 * * *', null, { tz: 'Europe/Stockholm', missed: 'once' })
}
