import type { Job, PgBoss } from 'pg-boss'
import type { Database } from './db/database.ts'
import type { QueueName } from './db/queue.ts'
import type { Log } from './log.ts'
import { type DeliveredEvent, dispatch, type EventHandler } from './outbox.ts'
import type { MailJob } from './mail.ts'
import { scheduleDay } from './schedule.ts'

export type Work = {
  readonly handlers: readonly EventHandler[]
  /** What `createMailer` returns: `deliver`, and `giveUp` for what has been tried for the last time. */
  readonly deliverMail: (job: MailJob) => Promise<void>
  readonly giveUpMail?: ((job: MailJob) => Promise<void>) | undefined
  /** Does what is to be done once a day; absent where no day passes, as in building demonstration data. */
  readonly runDay?: (() => Promise<void>) | undefined
  readonly log: Log
}

export type Worker = {
  /** Stops after the jobs under way. */
  readonly stop: () => Promise<void>
}

/** A new job is announced by the database; the queue is looked through as well, for those whose time to be tried again has come. */
const workOptions = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2, localConcurrency: 2 }

/** Mails wait for servers far away, and a visit tells several people: more of them are under way at once. */
const mailsAtOnce = 5

/**
 * Starts the background work: events and mail as they come, and the day's work each morning. A job that fails is tried
 * again, later and later.
 */
export async function startWorker(database: Database, work: Work): Promise<Worker> {
  const boss = database.workingBoss()
  boss.on('error', (error) => work.log.error({ err: error }, 'The queue reports a fault'))
  await boss.start()
  if (work.runDay) await scheduleDay(boss)
  for (const [queue, run] of jobRunners(database, work)) {
    const options = queue === 'mail' ? { ...workOptions, localConcurrency: mailsAtOnce } : workOptions
    await boss.work(queue, options, async ([job]) => {
      if (job !== undefined) await logged(work.log, job, run)
    })
  }
  return { stop: () => boss.stop({ timeout: 10_000 }) }
}

/**
 * Does all work that is waiting, and what comes of it, and returns the number of jobs done. For the command line,
 * building demonstration data, and tests. Throws the first failure; that job is tried again by a worker.
 */
export async function workOff(database: Database, work: Work): Promise<number> {
  const boss = database.workingBoss()
  boss.on('error', (error) => work.log.error({ err: error }, 'The queue reports a fault'))
  await boss.start()
  try {
    let done = 0
    for (;;) {
      const before = done
      for (const [queue, run] of jobRunners(database, work)) done += await workOffQueue(boss, queue, run)
      if (done === before) return done
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}

type Run = (data: unknown) => Promise<void>

function jobRunners(database: Database, work: Work): readonly (readonly [QueueName, Run])[] {
  return [
    ['events', (data) => dispatch(database, work.handlers, data as DeliveredEvent)],
    ['mail', (data) => work.deliverMail(data as MailJob)],
    ['mail-given-up', async (data) => work.giveUpMail?.(data as MailJob)],
    ...(work.runDay ? [['day', work.runDay] as const] : []),
  ]
}

async function workOffQueue(boss: PgBoss, queue: QueueName, run: Run): Promise<number> {
  let done = 0
  for (;;) {
    const [job] = await boss.fetch(queue)
    if (job === undefined) return done
    try {
      await run(job.data)
    } catch (error) {
      await boss.fail(queue, job.id)
      throw error
    }
    await boss.complete(queue, job.id)
    done += 1
  }
}

async function logged(log: Log, job: Job<unknown>, run: Run): Promise<void> {
  try {
    await run(job.data)
  } catch (error) {
    log.error({ err: error, job: job.id, queue: job.name }, 'Background work failed and will be tried again')
    throw error
  }
}
