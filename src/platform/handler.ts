import type { Clock } from './clock.ts'
import type { Outcome } from './command.ts'
import type { Typesetter } from './documents/typst.ts'
import type { DeliveredEvent } from './outbox.ts'

/** What a slice's reactions to events may need beside the database: `visitsHandlers(dependencies)`. */
export type HandlerDependencies = {
  readonly clock: Clock
  readonly typesetter: Typesetter
  /** The address people use, without a slash at the end, for links in mail. */
  readonly publicUrl: string
  /** The sender of the installation's own mail; absent where none is sent. */
  readonly mailFrom?: string | undefined
}

/** Returns an id that the event carries. Throws where it carries none of that name. */
export function idIn({ name: event, ids }: DeliveredEvent, name: string): string {
  const id = ids[name]
  if (id === undefined) throw new Error(`${event} carries no ${name}`)
  return id
}

/** Throws where a background command says no: it has met what it never should, and the event is tried again and seen. */
export function succeeded(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(`The command was refused: ${outcome.code}`)
}
