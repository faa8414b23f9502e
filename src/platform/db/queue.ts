import { type ConstructorOptions, PgBoss, type Queue } from 'pg-boss'
import type { PoolConfig } from 'pg'

/**
 * Every queue; the owner makes them when migrating, a queue's own dead letters before it. Failed jobs are tried for about
 * a day before they lie in `dead`, or in `mail-given-up`.
 * `day` gets one job each morning (`schedule.ts`).
 */
export const queues = ['events', 'mail-given-up', 'mail', 'day'] as const
export type QueueName = (typeof queues)[number]

const deadLetters = 'dead'

/**
 * Where the jobs of a queue end that have failed for the last time. A mail that cannot be delivered is somebody's to know
 * of; and one whose program was killed is taken up again within seconds, by its silence.
 */
const ownOptions: { readonly [Q in QueueName]?: Omit<Queue, 'name'> } = {
  mail: { deadLetter: 'mail-given-up', heartbeatSeconds: 10 },
}

const retries = { retryLimit: 15, retryDelay: 2, retryBackoff: true, retryDelayMax: 7200, expireInSeconds: 300 }

/** Makes the queues' schema or brings it up to date, as the owner. What is there stays. */
export async function migrateQueues(owner: PoolConfig): Promise<void> {
  const boss = new PgBoss({ ...bossConnection(owner), max: 2, supervise: false, schedule: false })
  const failures: unknown[] = []
  boss.on('error', (error) => failures.push(error))
  try {
    await boss.start()
    await boss.createQueue(deadLetters, { retryLimit: 0 })
    for (const name of queues) {
      const options = { ...retries, deadLetter: deadLetters, notify: true, ...ownOptions[name] }
      await boss.createQueue(name, options)
      await boss.updateQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  if (failures.length > 0) throw new AggregateError(failures, 'The queues could not be made')
}

/** Returns a pg-boss, not yet started, that only puts jobs in and knows the queues. */
export function createSender(connection: PoolConfig): PgBoss {
  return new PgBoss({ ...asQueueRole(connection), max: 1, supervise: false, schedule: false })
}

/** Returns a pg-boss, not yet started, that works, supervises and keeps schedules. */
export function createWorkingBoss(connection: PoolConfig): PgBoss {
  return new PgBoss({
    ...asQueueRole(connection),
    max: 4,
    useListenNotify: true,
    monitorVacuum: false,
    reindex: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
}

/** Schema and queues are the owner's: here nothing is ever made or migrated. */
function asQueueRole(connection: PoolConfig): ConstructorOptions {
  const options = `${connection.options ?? ''} -c role=app_queue`
  return { ...bossConnection(connection), options, migrate: false, createSchema: false }
}

function bossConnection({ connectionString, host, port, database, user, options }: PoolConfig): ConstructorOptions {
  const address = connectionString === undefined ? { host, port, database, user } : { connectionString }
  const given = Object.entries({ ...address, options }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}
