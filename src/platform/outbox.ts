import { handledEvent } from './outbox.tables.ts'
import { systemClock } from './clock.ts'
import type { Database, Tx } from './db/database.ts'
import { isId, newId } from './ids.ts'

/** Something that happened, named in the past tense: `visits.booked`. Ids only: what is true is read when it is handled. */
export type DomainEvent = {
  readonly name: string
  readonly ids: Readonly<Record<string, string>>
}

export type AnnouncedEvent = DomainEvent & { readonly municipalityId: string; readonly committeeId: string }

export type DeliveredEvent = AnnouncedEvent & { readonly id: string }

/** The database as a reaction sees it. */
export type ReactingDatabase = Database & {
  /**
   * For telling how far a long reaction has come: what is written through this stands at once, whether or not the
   * reaction succeeds, and is written again when it is tried again.
   */
  readonly aside: Database
}

/** A reaction to an event. Its name is stable: with the event's id it tells whether the event has been dealt with. */
export type EventHandler = {
  readonly name: string
  readonly on: string
  /**
   * Writes in at most one transaction of the database it is given, so that the reaction and the note that it was done
   * are saved together. Throwing has it tried again later.
   */
  readonly handle: (event: DeliveredEvent, database: ReactingDatabase) => Promise<void>
}

/** Puts the event in the outbox, in this transaction. Throws a `TypeError` when it carries anything but ids. */
export async function announce(tx: Tx, event: AnnouncedEvent): Promise<void> {
  const id = newId()
  const ids = [event.municipalityId, event.committeeId, ...Object.values(event.ids)]
  if (!ids.every(isId)) throw new TypeError(`${event.name} carries something that is no id`)
  const delivered: DeliveredEvent = { ...event, id }
  await tx.enqueue('events', delivered, { id })
}

/**
 * Has every handler of the event deal with it, each in its own transaction and each only once however often the event is
 * delivered. Throws what failed after all have been tried.
 */
export async function dispatch(
  database: Database,
  handlers: readonly EventHandler[],
  event: DeliveredEvent,
): Promise<void> {
  const failures: unknown[] = []
  for (const handler of handlers.filter(({ on }) => on === event.name)) {
    try {
      await handler.handle(event, writingOnce(database, event, handler))
    } catch (error) {
      if (!(error instanceof AlreadyHandled)) failures.push(error)
    }
  }
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} handlers of ${event.name} failed`)
}

/** Returns the database as the handler sees it: its transaction notes that the event is dealt with, or stops if it was. */
function writingOnce(database: Database, event: DeliveredEvent, handler: EventHandler): ReactingDatabase {
  let written = false
  return {
    ...database,
    aside: database,
    transaction: (at, work) =>
      database.transaction(at, async (tx) => {
        if (written) throw new Error(`${handler.name} writes in more than one transaction`)
        const noted = await tx
          .insert(handledEvent)
          .values({
            municipalityId: at.municipalityId,
            eventId: event.id,
            handler: handler.name,
            handledAt: systemClock.now(),
          })
          .onConflictDoNothing()
        if (noted.rowCount === 0) throw new AlreadyHandled(event.id)
        const value = await work(tx)
        written = true
        return value
      }),
  }
}

/** Ends a transaction of a second delivery. Never leaves this file. */
class AlreadyHandled extends Error {
  override readonly name = 'AlreadyHandled'
}
