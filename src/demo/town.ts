import type { Day } from '../kernel/date.ts'
import { fromStockholm } from '../kernel/instant.ts'
import type { Role } from '../kernel/permissions.ts'
import { fixedClock, type MovableClock } from '../platform/clock.ts'
import { type Command, execute, isBadInput, type Outcome } from '../platform/command.ts'
import type { ReadTx } from '../platform/db/database.ts'
import { dispatch, type EventHandler } from '../platform/outbox.ts'
import { type Scope, systemScope } from '../platform/scope.ts'
import type { Task } from './calendar.ts'
import type { Inside } from './one-transaction.ts'

/** Who does something: a person of the committee, or the system. */
export type Actor = {
  readonly personId?: string
  readonly roles: readonly Role[]
  readonly managedUnitIds: readonly string[]
}

export const theSystem: Actor = { roles: [], managedUnitIds: [] }

export type Place = { readonly municipalityId: string; readonly committeeId: string }

/** A demonstration committee while it is built: its clock, its people, and the commands they give. */
export type Town = {
  readonly today: Day
  /** The day on which it is registered. */
  readonly from: Day
  /** The first day on which visits are made and appointments hold. */
  readonly holdsFrom: Day
  readonly clock: MovableClock
  /** Gives a command and has the reactions to it done. Throws with its code when it is refused. */
  readonly run: <Input, Output>(actor: Actor, command: Command<Input, Output>, input: unknown) => Promise<Output>
  /** The same, but returns a refusal. */
  readonly attempt: <Input, Output>(
    actor: Actor,
    command: Command<Input, Output>,
    input: unknown,
  ) => Promise<Outcome<Output>>
  readonly read: <T>(work: (tx: ReadTx, scope: Scope) => Promise<T>) => Promise<T>
  /** Returns the person's id. */
  readonly idOf: (name: string) => string
  readonly actor: (name: string) => Actor
  readonly unitId: (name: string) => string
  readonly areaId: (name: string) => string
}

/** The people and places of a town by name, filled in as they are registered. */
export type Register = {
  readonly actors: Map<string, Actor>
  readonly unitIds: Map<string, string>
  readonly areaIds: Map<string, string>
}

type Making = {
  readonly place: Place
  readonly inside: Inside
  readonly register: Register
  readonly days: Pick<Town, 'today' | 'from' | 'holdsFrom'>
  readonly handlersFor: (clock: MovableClock) => readonly EventHandler[]
}

/** Returns the town on its first day. */
export function makeTown({ place, inside, register, days, handlersFor }: Making): Town {
  const clock = fixedClock(days.from)
  const { database, takeEvents, trying } = inside
  const handlers = handlersFor(clock)
  const scopeOf = (actor: Actor): Scope => ({ ...systemScope({ ...place, today: clock.today() }), ...actor })

  const give: Town['attempt'] = async (actor, command, input) => {
    const outcome = await execute({ database, clock }, scopeOf(actor), command, input)
    for (let events = takeEvents(); events.length > 0; events = takeEvents()) {
      for (const event of events) await dispatch(database, handlers, event)
    }
    return outcome
  }
  const actor = (name: string) => known(register.actors, name)
  return {
    ...days,
    clock,
    attempt: (by, command, input) =>
      trying(
        () => give(by, command, input),
        ({ ok }) => ok,
      ),
    run: async (by, command, input) => {
      const outcome = await give(by, command, input)
      if (outcome.ok) return outcome.value
      throw new Error(`${command.name} was refused: ${reasonOf(outcome)}`)
    },
    read: (work) => database.read(place, (tx) => work(tx, scopeOf(theSystem))),
    actor,
    idOf: (name) => actor(name).personId ?? '',
    unitId: (name) => known(register.unitIds, name),
    areaId: (name) => known(register.areaIds, name),
  }
}

/** Does the tasks in the order given, the clock following. */
export async function live(town: Town, tasks: readonly Task[]): Promise<void> {
  for (const { day, time, run } of tasks) {
    town.clock.set(fromStockholm(day, time))
    await run()
  }
}

function reasonOf(outcome: Extract<Outcome<unknown>, { readonly ok: false }>): string {
  if (isBadInput(outcome)) return outcome.issues.map(({ field, code }) => `${field} ${code}`).join(', ')
  return `${outcome.code} ${JSON.stringify(outcome.facts)}`
}

function known<T>(found: ReadonlyMap<string, T>, name: string): T {
  const value = found.get(name)
  if (value === undefined) throw new Error(`The demonstration has no ${name}`)
  return value
}
