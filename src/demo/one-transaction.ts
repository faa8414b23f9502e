import { sql } from 'drizzle-orm'
import type { At, Database, Tx } from '../platform/db/database.ts'
import type { DeliveredEvent } from '../platform/outbox.ts'

export type Inside = {
  /** Reads and writes in the one transaction. What fails there leaves its traces: throw on, or use `trying`. */
  readonly database: Database
  /** Does something that may be refused. What was written is taken back when `isGood` says no of its outcome. */
  readonly trying: <T>(work: () => Promise<T>, isGood: (outcome: T) => boolean) => Promise<T>
  /** Returns what has been announced since it was last asked. */
  readonly takeEvents: () => readonly DeliveredEvent[]
}

/**
 * Does all the work in one transaction of the municipality: it is there as a whole or not at all, also when the program
 * is killed in the middle. What is announced is handed to the caller instead of the queue, which would show it to
 * workers while its rows are not yet to be seen. Nothing is left in the queue for later either: mail is the caller's care.
 */
export function inOneTransaction<T>(database: Database, at: At, work: (inside: Inside) => Promise<T>): Promise<T> {
  return database.transaction(at, (outer) => {
    const events: DeliveredEvent[] = []
    const enqueue: Tx['enqueue'] = async (queue, data) => {
      if (queue === 'events') events.push(data as DeliveredEvent)
    }
    const tx: Tx = Object.create(outer, { enqueue: { value: enqueue } })
    const within = <R>(there: At, body: (tx: Tx) => Promise<R>) => {
      if (there.municipalityId !== at.municipalityId)
        throw new TypeError(`${there.municipalityId} is another municipality`)
      return body(tx)
    }
    return work({
      database: { ...database, transaction: within, read: within },
      takeEvents: () => events.splice(0),
      trying: async (attempt, isGood) => {
        await tx.execute(sql`savepoint trying`)
        const outcome = await attempt()
        await tx.execute(isGood(outcome) ? sql`release savepoint trying` : sql`rollback to savepoint trying`)
        return outcome
      },
    })
  })
}
