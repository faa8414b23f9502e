import { eq } from 'drizzle-orm'
import type { CastName } from './cast.ts'
import { aCast, type Cast, type CastOptions, must } from './cast.ts'
import { minutes } from '../../src/kernel/clock-time.ts'
import { dayFromIso } from '../../src/kernel/date.ts'
import { instantFromIso } from '../../src/kernel/instant.ts'
import type { MovableClock } from '../../src/platform/clock.ts'
import { type Command, execute, type Outcome } from '../../src/platform/command.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/ids.ts'
import {
  approveClaims,
  checkClaims,
  type ClaimRow,
  confirmClaim,
  listClaims,
  makeBatch,
  savePayType,
} from '../../src/slices/claims/index.ts'
import { followVisit } from '../../src/slices/claims/claims.commands.ts'
import { listPendingCorrections } from '../../src/slices/claims/claims.corrections.store.ts'
import { chosenValue } from '../../src/slices/claims/claims.rules.ts'
import { report, reportAuthor } from '../../src/slices/reports/reports.tables.ts'
import { attendance, visit, visitUnit } from '../../src/slices/visits/visits.tables.ts'

export type HeldVisit = {
  readonly day: string
  readonly who?: readonly CastName[]
  readonly start?: number
  readonly end?: number
}

/** A committee with a pay type, whose visits are held, claimed, approved and handed to payroll. */
export type PayrollTown = Awaited<ReturnType<typeof aPayrollTown>>

/** Returns a committee for tests of payroll, by the guideline of Hedemora: meeting fees, two visits to a unit in a year. */
export async function aPayrollTown(database: Database, clock: MovableClock, options: CastOptions = {}) {
  const answers = { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' }
  const cast = await aCast(database, clock, { slug: `town-${newId().slice(-12)}`, answers, ...options })
  await must(
    execute({ database, clock }, cast.as('secretary'), savePayType, {
      feeKind: 'meeting',
      payType: '4105',
      label: 'Sammanträdesarvode kontaktpolitiker',
    }),
  )
  return payrollTownOf(database, clock, cast)
}

/** The same for a committee that is there. */
export function payrollTownOf(database: Database, clock: MovableClock, cast: Cast) {
  const run = <I, O>(name: CastName, definition: Command<I, O>, input: unknown): Promise<Outcome<O>> =>
    execute({ database, clock }, cast.as(name), definition, input)
  const follow = (visitId: string) => must(execute({ database, clock }, cast.system(), followVisit, { visitId }))
  const claims = (filter: Parameters<typeof listClaims>[2] = {}) =>
    database.read(cast, (tx) => listClaims(tx, cast.system(), filter))

  /** A visit to Solgården that was held, with its report; its claims are made. */
  async function hold({ day, who = ['anna'], start = 900, end = 1040 }: HeldVisit): Promise<string> {
    const [id, reportId] = [newId(), newId()]
    const owner = { municipalityId: cast.municipalityId }
    const times = { startTime: minutes(start), endTime: minutes(end) }
    const visitDay = dayFromIso(day)
    await database.transaction(cast, async (tx) => {
      const initiated = {
        initiatedBy: 'politician',
        initiatedByPersonId: cast.people.anna,
        initiatedOn: visitDay,
      } as const
      const about = { committeeId: cast.committeeId, day: visitDay, state: 'held', confirmedOn: visitDay } as const
      await tx.insert(visit).values({ ...owner, ...times, ...initiated, ...about, id })
      await tx.insert(visitUnit).values({ ...owner, visitId: id, unitId: cast.units.solgarden })
      await tx
        .insert(attendance)
        .values(who.map((it) => ({ ...owner, ...times, visitId: id, personId: cast.people[it] })))
      const at = instantFromIso(`${day}T20:00:00.000Z`)
      const final = { state: 'final', form: 'written', startedAt: at, finalAt: at, finalDay: visitDay } as const
      await tx.insert(report).values({
        ...owner,
        ...final,
        finalBy: cast.people.anna,
        id: reportId,
        committeeId: cast.committeeId,
        visitId: id,
      })
      await tx.insert(reportAuthor).values({ ...owner, reportId, personId: cast.people.anna })
    })
    await follow(id)
    return id
  }

  async function claimOf(visitId: string, name: CastName = 'anna'): Promise<ClaimRow> {
    const [row] = await claims({ visitId, personId: cast.people[name] })
    if (row === undefined) throw new Error('there is no claim')
    return row
  }

  /** Takes the claims of a visit to approval: confirmed by each, checked and approved. */
  async function approve(visitId: string, who: readonly CastName[] = ['anna']): Promise<void> {
    for (const name of who) {
      const { id, version } = await claimOf(visitId, name)
      await must(run(name, confirmClaim, { id, version: String(version) }))
    }
    const chosen = async () => (await claims({ visitId })).map(chosenValue)
    await must(run('secretary', checkClaims, { claim: await chosen() }))
    await must(run('chair', approveClaims, { claim: await chosen() }))
  }

  /** Says anew when somebody was there, or that they were not, and lets the claims follow. */
  async function attend(visitId: string, name: CastName, until: number | undefined, start = 900): Promise<void> {
    await database.transaction(cast, async (tx) => {
      const all = await tx.select().from(attendance).where(eq(attendance.visitId, visitId))
      const own = all.find((row) => row.personId === cast.people[name])
      if (own !== undefined) await tx.delete(attendance).where(eq(attendance.id, own.id))
      if (until === undefined) return
      const times = { startTime: minutes(start), endTime: minutes(until) }
      await tx
        .insert(attendance)
        .values({ municipalityId: cast.municipalityId, visitId, personId: cast.people[name], ...times })
    })
    await follow(visitId)
  }

  /** Makes a batch of all that is approved and every correction that waits. */
  async function exportAll(name: CastName = 'feeOfficer') {
    const approved = await claims({ states: ['approved'] })
    const corrections = await database.read(cast, (tx) => listPendingCorrections(tx, cast.system()))
    const form = {
      claim: approved.map(({ id }) => id),
      correction: corrections.map(({ id }) => id),
      person: [...new Set([...approved, ...corrections].map(({ personId }) => personId))],
    }
    return run(name, makeBatch, form)
  }

  return { cast, run, follow, claims, hold, claimOf, approve, attend, exportAll }
}
