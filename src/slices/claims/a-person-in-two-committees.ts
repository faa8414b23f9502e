import { and, eq, sql } from 'drizzle-orm'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import type { MovableClock } from '../../platform/clock.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { workOff } from '../../platform/worker.ts'
import { aCast, type Cast, type CastName, must } from '../../../tests/support/cast.ts'
import { inventAnswers } from '../guidelines/index.ts'
import { roleHolding, seat } from '../people/people.tables.ts'
import { report, reportAuthor } from '../reports/reports.tables.ts'
import { attendance, visit, visitUnit } from '../visits/visits.tables.ts'
import { followVisit } from './claims.commands.ts'
import { listDifferences } from './claims.corrections.basis.ts'
import { decideDifference } from './claims.corrections.commands.ts'
import { seenAmounts } from './claims.corrections.rules.ts'
import { listPendingCorrections } from './claims.corrections.store.ts'
import { claimsHandlers } from './claims.handlers.ts'
import { paidTime } from './claims.paid-time.tables.ts'
import { type ClaimRow, listClaims } from './claims.store.ts'
import { checkClaim, confirmClaim, decideClaim } from './claims-step.commands.ts'
import { makeBatch, savePayType } from './payroll.commands.ts'

type World = { readonly database: Database; readonly clock: MovableClock }
type Town = { readonly first: Cast; readonly second: Cast }
type Held = { readonly day: string; readonly from: number; readonly hours?: number }
/** Changes of the fee rules of the cast, each a text of theirs and what stands there instead. */
type Changes = readonly (readonly [string, string])[]

const caps = '    dailyCap: { amount: 70000 }\n    yearlyCap: { amount: 2000000 }\n    perDay: { most: 2 }\n'
const sevenHundred: Changes = [['  - kind: meeting\n', `  - kind: meeting\n${caps}`]]

/** Anna sits in two committees of a municipality: returns what she does there, and what becomes of it. For tests. */
export function inTwoCommittees(world: () => World) {
  /** Anna sits in two committees. A day gives at most 700 kr and two fees, a year 20 000 kr; more is changed as said. */
  async function aTown(...more: Changes): Promise<Town> {
    const { database, clock } = world()
    const answers = { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' }
    const first = await aCast(database, clock, { slug: `town-${newId().slice(-12)}` })
    const alone = await aCast(database, clock, { beside: first })
    const second: Cast = {
      ...alone,
      people: { ...alone.people, anna: first.people.anna },
      as: (name) => ({ ...alone.as(name), ...(name === 'anna' ? { personId: first.people.anna } : {}) }),
    }
    const holding = {
      municipalityId: first.municipalityId,
      committeeId: second.committeeId,
      personId: first.people.anna,
    }
    const validFrom = dayFromIso('2023-01-01')
    await world().database.transaction(second, async (tx) => {
      await tx.insert(seat).values({ ...holding, kind: 'member', validFrom })
      await tx.insert(roleHolding).values({ ...holding, role: 'politician', validFrom })
      await tx.execute(
        sql`update appointment set person_id = ${first.people.anna} where person_id = ${alone.people.anna}`,
      )
    })
    // Fee rules alone set the caps here: the guideline's own number of visits is out of the way. What is read is known by its id.
    for (const [was, is] of [...sevenHundred, ...more])
      await world().database.transaction(first, (tx) =>
        tx.execute(sql`update fee_rules_version set id = gen_random_uuid(), source = replace(source, ${was}, ${is})`),
      )
    for (const cast of [first, second]) {
      const versionId = newId()
      await world().database.transaction(cast, (tx) =>
        tx.execute(
          sql`update guideline_version set id = ${versionId}, source = replace(source, 'most: 2, per: person-and-unit', 'most: 300, per: person-and-unit')`,
        ),
      )
      const decided = { decidedBy: 'Nämnden', on: validFrom, from: validFrom }
      const answered = Object.entries(answers).map(([silence, answer]) => ({ silence, answer, ...decided }))
      await must(execute(world(), cast.system(), inventAnswers, { versionId, answers: answered }))
    }
    return { first, second }
  }

  const run = <I, O>(cast: Cast, name: CastName, definition: Command<I, O>, input: unknown) =>
    execute(world(), cast.as(name), definition, input)

  const drained = () =>
    workOff(world().database, {
      handlers: claimsHandlers({ clock: world().clock, publicUrl: 'http://localhost' }).filter(
        ({ name }) => !name.includes('tell'),
      ),
      deliverMail: async () => undefined,
      log: { error: () => undefined } as never,
    })

  /** Anna's visits to Solgården, with their reports; their claims are made, and followed at the last of them. */
  async function heldVisits(cast: Cast, held: readonly Held[]): Promise<readonly string[]> {
    const owner = { municipalityId: cast.municipalityId }
    const anna = cast.people.anna
    const visits = held.map((it) => ({
      ...it,
      id: newId(),
      reportId: newId(),
      at: instantFromIso(`${it.day}T20:00:00.000Z`),
    }))
    const times = ({ from, hours = 2 }: Held) => ({
      startTime: minutes(from * 60),
      endTime: minutes((from + hours) * 60),
    })
    await world().database.transaction(cast, async (tx) => {
      await tx.insert(visit).values(
        visits.map((it) => ({
          ...owner,
          ...times(it),
          id: it.id,
          committeeId: cast.committeeId,
          day: dayFromIso(it.day),
          state: 'held' as const,
          initiatedBy: 'politician',
          initiatedByPersonId: anna,
          initiatedOn: dayFromIso(it.day),
          confirmedOn: dayFromIso(it.day),
        })),
      )
      await tx
        .insert(visitUnit)
        .values(visits.map(({ id }) => ({ ...owner, visitId: id, unitId: cast.units.solgarden })))
      await tx
        .insert(attendance)
        .values(visits.map((it) => ({ ...owner, ...times(it), visitId: it.id, personId: anna })))
      await tx.insert(report).values(
        visits.map(({ id, reportId, at, day }) => ({
          ...owner,
          id: reportId,
          committeeId: cast.committeeId,
          visitId: id,
          state: 'final' as const,
          form: 'written' as const,
          startedAt: at,
          finalAt: at,
          finalDay: dayFromIso(day),
          finalBy: anna,
        })),
      )
      await tx.insert(reportAuthor).values(visits.map(({ reportId }) => ({ ...owner, reportId, personId: anna })))
      await tx.execute(sql`insert into claim (id, municipality_id, committee_id, visit_id, person_id, state, made_at)
        select gen_random_uuid(), v.municipality_id, v.committee_id, v.id, ${anna}, 'made', now() from visit v
        where v.committee_id = ${cast.committeeId} on conflict do nothing`)
    })
    const last = visits.at(-1)
    if (last !== undefined) await must(execute(world(), cast.system(), followVisit, { visitId: last.id }))
    return visits.map(({ id }) => id)
  }

  const claims = (cast: Cast) =>
    world().database.read(cast, (tx) => listClaims(tx, cast.system(), { personId: cast.people.anna }))
  const claimOf = async (cast: Cast, visitId: string | undefined): Promise<ClaimRow> => {
    const found = (await claims(cast)).find((it) => it.visitId === visitId)
    if (found === undefined) throw new Error('there is no claim')
    return found
  }
  const asked = ({ id, version }: ClaimRow) => ({ id, version: String(version) })
  const check = (cast: Cast, claim: ClaimRow) =>
    run(cast, 'secretary', checkClaim, { ...asked(claim), outcome: 'checked', reason: '' })
  const approve = (cast: Cast, claim: ClaimRow) =>
    run(cast, 'chair', decideClaim, { ...asked(claim), outcome: 'approved', reason: '' })

  async function confirmed(cast: Cast, visitId: string | undefined) {
    await must(run(cast, 'anna', confirmClaim, asked(await claimOf(cast, visitId))))
    await drained()
  }

  /** A confirmed claim is checked and approved, and goes to payroll. */
  async function goesOut(cast: Cast, visitId: string | undefined) {
    await must(check(cast, await claimOf(cast, visitId)))
    await must(approve(cast, await claimOf(cast, visitId)))
    const payType = { feeKind: 'meeting', payType: '4105', label: 'Arvode', costCentre: '' }
    await must(run(cast, 'secretary', savePayType, payType))
    const claim = (await claimOf(cast, visitId)).id
    await must(run(cast, 'feeOfficer', makeBatch, { claim, person: cast.people.anna }))
    await drained()
  }

  async function exported(cast: Cast, visitId: string | undefined) {
    await confirmed(cast, visitId)
    await goesOut(cast, visitId)
  }

  /** What the committees have told: `day start amount`, and whether it has gone out. */
  const told = async (cast: Cast) => {
    const rows = await world().database.read(cast, (tx) =>
      tx.select().from(paidTime).orderBy(paidTime.day, paidTime.beganAt),
    )
    return rows
      .filter(({ personId }) => personId === cast.people.anna)
      .map((it) => `${isoFromDay(it.day)} ${it.beganAt / 60} ${it.amount}${it.standing ? ' out' : ''}`)
  }

  /** Says anew when Anna was there, in whole hours, or that she was not, and lets the claims follow. */
  async function attends(cast: Cast, visitId: string | undefined, hours: Omit<Held, 'day'> | undefined): Promise<void> {
    const anna = cast.people.anna
    await world().database.transaction(cast, async (tx) => {
      await tx.delete(attendance).where(and(eq(attendance.visitId, visitId ?? ''), eq(attendance.personId, anna)))
      if (hours === undefined) return
      const times = { startTime: minutes(hours.from * 60), endTime: minutes((hours.from + (hours.hours ?? 2)) * 60) }
      await tx
        .insert(attendance)
        .values({ ...times, municipalityId: cast.municipalityId, visitId: visitId ?? '', personId: anna })
    })
    await must(execute(world(), cast.system(), followVisit, { visitId: visitId ?? '' }))
    await drained()
  }

  const differences = async (cast: Cast) =>
    (await world().database.read(cast, (tx) => listDifferences(tx, cast.system()))).differing.filter(
      ({ claim }) => claim.personId === cast.people.anna,
    )
  /** What differs: what has gone out, what it would be today, and what has been decided. */
  const differing = async (cast: Cast) =>
    (await differences(cast)).map(({ difference: { from, to }, standing }) => `${from} ${to} ${standing}`)

  /** The chair has the one difference of the committee corrected, as the page shows it. */
  async function correct(cast: Cast) {
    const [found] = await differences(cast)
    if (found === undefined) throw new Error('there is no difference')
    const { id, version } = found.claim
    const about = { id, version: String(version), seen: seenAmounts(found.difference) }
    return run(cast, 'chair', decideDifference, { ...about, outcome: 'correct', reason: '' })
  }

  /** Has the corrections that wait leave. */
  async function leave(cast: Cast): Promise<void> {
    const waiting = await world().database.read(cast, (tx) => listPendingCorrections(tx, cast.system()))
    const correction = waiting.map(({ id }) => id)
    if (correction.length > 0) await must(run(cast, 'feeOfficer', makeBatch, { correction, person: cast.people.anna }))
  }

  return {
    ...{ aTown, run, drained, heldVisits, claims, claimOf, asked, check, approve, confirmed, exported, told },
    ...{ goesOut, attends, differing, correct, leave },
  }
}
