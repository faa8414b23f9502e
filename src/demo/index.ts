import { addDays, type Day } from '../kernel/date.ts'
import type { MovableClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { HandlerDependencies } from '../platform/handler.ts'
import { newId } from '../platform/ids.ts'
import type { EventHandler } from '../platform/outbox.ts'
import { municipality } from '../slices/municipalities/municipalities.tables.ts'
import { tasksBefore, twoYearsBefore } from './calendar.ts'
import type { DemoCommittee } from './committee.ts'
import { asberga } from './committees/asberga.ts'
import { hedemora } from './committees/hedemora.ts'
import { lindala } from './committees/lindala.ts'
import { norrvik } from './committees/norrvik.ts'
import { sjovik } from './committees/sjovik.ts'
import { found } from './founding.ts'
import { keepMail } from './kept-mail.ts'
import { inOneTransaction } from './one-transaction.ts'
import { live, makeTown, type Register, type Town } from './town.ts'

const committees: readonly DemoCommittee[] = [hedemora, sjovik, asberga, lindala, norrvik]

/**
 * Whether nobody has anything here yet: no municipality but some of the demonstration's five. Each of those is there
 * as a whole or not at all, so what a killed first start has left is completed by the next.
 */
export async function isEmpty(database: Database): Promise<boolean> {
  const present = await presentSlugs(database)
  const own = new Set(committees.map((it) => it.municipality.slug))
  return present.length < committees.length && present.every((slug) => own.has(slug))
}

export type Building = Pick<HandlerDependencies, 'typesetter' | 'publicUrl'> & {
  readonly database: Database
  readonly today: Day
  /** The slices' reactions to events. */
  readonly handlers: (dependencies: HandlerDependencies) => readonly EventHandler[]
}

/**
 * Builds those of the five committees that are not there, side by side, through the same commands as everything else.
 * They have two years behind them on `today`; the same day gives the same. Throws when a command is refused.
 */
export async function buildDemonstration(building: Building): Promise<void> {
  const present = await presentSlugs(building.database)
  const missing = committees.filter((it) => !present.includes(it.municipality.slug))
  // Those that can be built are, whatever becomes of another: each waits for nothing but its own.
  const outcomes = await Promise.allSettled(missing.map((plan) => build(building, plan)))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}

async function build(
  { database, typesetter, publicUrl, today, handlers }: Building,
  plan: DemoCommittee,
): Promise<void> {
  const place = { municipalityId: newId(), committeeId: newId() }
  await inOneTransaction(database, place, async (inside) => {
    const register: Register = { actors: new Map(), unitIds: new Map(), areaIds: new Map() }
    const handlersFor = (clock: MovableClock) => handlers({ clock, typesetter, publicUrl })
    const town = makeTown({ place, inside, register, days: daysOf(plan, today), handlersFor })
    await found(town, plan, register)
    await live(town, tasksBefore(today, plan.happenings(town)))
    await keepMail(inside, place.municipalityId)
  })
}

/** A guideline that is younger than two years begins the committee's story two weeks before it holds. */
function daysOf({ notBefore }: DemoCommittee, today: Day): Pick<Town, 'today' | 'from' | 'holdsFrom'> {
  const first = twoYearsBefore(today)
  if (notBefore === undefined || notBefore <= first) return { today, from: first, holdsFrom: first }
  const before = Math.min(addDays(notBefore, -14), addDays(today, -1))
  return { today, from: Math.max(first, before) as Day, holdsFrom: notBefore }
}

function presentSlugs(database: Database): Promise<readonly string[]> {
  return database.system(async (tx) =>
    (await tx.select({ slug: municipality.slug }).from(municipality)).map(({ slug }) => slug),
  )
}
