import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import type { MovableClock } from '../../platform/clock.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { workOff } from '../../platform/worker.ts'
import { aCast, type Cast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { eightAtATime } from '../../../tests/support/at-a-time.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { inventAnswers } from '../guidelines/index.ts'
import { roleHolding, seat } from '../people/people.tables.ts'
import { report, reportAuthor } from '../reports/reports.tables.ts'
import { attendance, visit, visitUnit } from '../visits/visits.tables.ts'
import { followVisit } from './claims.commands.ts'
import { checkClaim, confirmClaim, decideClaim, waiveClaim } from './claims-step.commands.ts'
import { claimsHandlers } from './claims.handlers.ts'
import { enterMeeting, removeEntered } from './claims.other-time.commands.ts'
import { listMeetings } from './claims.other-time.store.ts'
import { paidTime } from './claims.paid-time.tables.ts'
import { type ClaimRow, listClaims } from './claims.store.ts'
import { makeBatch, savePayType } from './payroll.commands.ts'

let database: Database
let clock: MovableClock

beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

type Town = { readonly first: Cast; readonly second: Cast }

/** Anna sits in two committees. A day gives at most 700 kr and two fees, a year 20 000 kr. */
async function aTown(): Promise<Town> {
  const answers = { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' }
  const first = await aCast(database, clock, { slug: `town-${newId().slice(-12)}` })
  const alone = await aCast(database, clock, { beside: first })
  const second: Cast = {
    ...alone,
    people: { ...alone.people, anna: first.people.anna },
    as: (name) => ({ ...alone.as(name), ...(name === 'anna' ? { personId: first.people.anna } : {}) }),
  }
  const holding = { municipalityId: first.municipalityId, committeeId: second.committeeId, personId: first.people.anna }
  const validFrom = dayFromIso('2023-01-01')
  await database.transaction(second, async (tx) => {
    await tx.insert(seat).values({ ...holding, kind: 'member', validFrom })
    await tx.insert(roleHolding).values({ ...holding, role: 'politician', validFrom })
    await tx.execute(
      sql`update appointment set person_id = ${first.people.anna} where person_id = ${alone.people.anna}`,
    )
  })
  // Fee rules alone set the caps here: the guideline's own number of visits is out of the way. What is read is known by its id.
  await database.transaction(first, (tx) =>
    tx.execute(
      sql`update fee_rules_version set id = gen_random_uuid(), source = replace(source, ${kindLine}, ${kindLine + caps})`,
    ),
  )
  for (const cast of [first, second]) {
    const versionId = newId()
    await database.transaction(cast, (tx) =>
      tx.execute(
        sql`update guideline_version set id = ${versionId}, source = replace(source, 'most: 2, per: person-and-unit', 'most: 300, per: person-and-unit')`,
      ),
    )
    const decided = { decidedBy: 'Nämnden', on: validFrom, from: validFrom }
    const answered = Object.entries(answers).map(([silence, answer]) => ({ silence, answer, ...decided }))
    await must(execute({ database, clock }, cast.system(), inventAnswers, { versionId, answers: answered }))
  }
  return { first, second }
}

const kindLine = '  - kind: meeting\n'
const caps = '    dailyCap: { amount: 70000 }\n    yearlyCap: { amount: 2000000 }\n    perDay: { most: 2 }\n'

const run = <I, O>(cast: Cast, name: CastName, definition: Command<I, O>, input: unknown) =>
  execute({ database, clock }, cast.as(name), definition, input)

const drained = () =>
  workOff(database, {
    handlers: claimsHandlers({ clock, publicUrl: 'http://localhost' }).filter(({ name }) => !name.includes('tell')),
    deliverMail: async () => undefined,
    log: { error: () => undefined } as never,
  })

type Held = { readonly day: string; readonly from: number; readonly hours?: number }

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
  await database.transaction(cast, async (tx) => {
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
    await tx.insert(visitUnit).values(visits.map(({ id }) => ({ ...owner, visitId: id, unitId: cast.units.solgarden })))
    await tx.insert(attendance).values(visits.map((it) => ({ ...owner, ...times(it), visitId: it.id, personId: anna })))
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
  if (last !== undefined) await must(execute({ database, clock }, cast.system(), followVisit, { visitId: last.id }))
  return visits.map(({ id }) => id)
}

const claims = (cast: Cast) =>
  database.read(cast, (tx) => listClaims(tx, cast.system(), { personId: cast.people.anna }))
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

async function exported(cast: Cast, visitId: string | undefined) {
  await confirmed(cast, visitId)
  await must(check(cast, await claimOf(cast, visitId)))
  await must(approve(cast, await claimOf(cast, visitId)))
  await must(
    run(cast, 'secretary', savePayType, { feeKind: 'meeting', payType: '4105', label: 'Arvode', costCentre: '' }),
  )
  await must(run(cast, 'feeOfficer', makeBatch, { claim: (await claimOf(cast, visitId)).id, person: cast.people.anna }))
  await drained()
}

/** The approved claims of both committees, mixed. */
const approvedOf = async (both: readonly Cast[]) => {
  const all = await Promise.all(both.map(async (cast) => (await claims(cast)).map((claim) => ({ ...claim, cast }))))
  return all
    .flat()
    .filter(({ state }) => state === 'approved')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What the committees have told: `day start amount`, and whether it has gone out. */
const told = async (cast: Cast) => {
  const rows = await database.read(cast, (tx) => tx.select().from(paidTime).orderBy(paidTime.day, paidTime.beganAt))
  return rows
    .filter(({ personId }) => personId === cast.people.anna)
    .map((it) => `${isoFromDay(it.day)} ${it.beganAt / 60} ${it.amount}${it.standing ? ' out' : ''}`)
}

const aMeeting = {
  day: '2026-05-04',
  start: '08.00',
  end: '09.00',
  kind: 'meeting',
  amount: '606,50',
  body: 'Kommunfullmäktige',
  minutesOf: 'Protokoll 2026-05-04, § 40',
}

describe('a person in two committees', () => {
  test('what one committee gives uses the cap of the day in the other, by the start of the visit', async () => {
    const { first, second } = await aTown()
    const [late] = await heldVisits(first, [{ day: '2026-05-04', from: 13 }])
    await confirmed(first, late)
    expect(await told(first)).toEqual(['2026-05-04 13 52000'])
    const [early] = await heldVisits(second, [{ day: '2026-05-04', from: 8 }])
    await confirmed(second, early)
    expect(await told(first)).toEqual(['2026-05-04 8 52000', '2026-05-04 13 18000'])
    await must(run(second, 'anna', waiveClaim, { ...asked(await claimOf(second, early)), reason: '' }))
    await drained()
    expect(await told(first)).toEqual(['2026-05-04 13 52000'])
  })

  test('a claim that arrives late and begins earlier takes the place of one that was approved', async () => {
    const { first, second } = await aTown()
    const [late] = await heldVisits(first, [{ day: '2026-05-04', from: 13 }])
    await confirmed(first, late)
    await must(check(first, await claimOf(first, late)))
    await must(approve(first, await claimOf(first, late)))
    const [early] = await heldVisits(second, [{ day: '2026-05-04', from: 8 }])
    await confirmed(second, early)
    expect((await claimOf(first, late)).state).toBe('returned')
    await confirmed(first, late)
    expect(await told(first)).toEqual(['2026-05-04 8 52000', '2026-05-04 13 18000'])
  })

  test('what has gone to payroll stands, and the earlier one in the other committee has what is left', async () => {
    const { first, second } = await aTown()
    const [late] = await heldVisits(first, [{ day: '2026-05-04', from: 13 }])
    await exported(first, late)
    const [early] = await heldVisits(second, [{ day: '2026-05-04', from: 8 }])
    await confirmed(second, early)
    expect(await told(first)).toEqual(['2026-05-04 8 18000', '2026-05-04 13 52000 out'])
    expect((await claimOf(first, late)).state).toBe('exported')
    const before = await told(first)
    await must(execute({ database, clock }, second.system(), followVisit, { visitId: early ?? '' }))
    expect([await drained(), await told(first)]).toEqual([0, before])
  })

  test('a meeting that was entered uses the cap in both, and gives it back when it is removed', async () => {
    const { first, second } = await aTown()
    const [here] = await heldVisits(first, [{ day: '2026-05-04', from: 13 }])
    await confirmed(first, here)
    const person = first.people.anna
    await must(run(second, 'secretary', enterMeeting, { ...aMeeting, person }))
    await drained()
    expect(await told(first)).toEqual(['2026-05-04 8 60650 out', '2026-05-04 13 9350'])
    expect(await run(first, 'secretary', enterMeeting, { ...aMeeting, person: [person] })).toMatchObject({
      code: 'claims.meeting-twice',
    })
    const [meeting] = await database.read(first, (tx) =>
      listMeetings(tx, first.system(), { year: 2026 }, { limit: 9, offset: 0 }),
    )
    await must(run(first, 'feeOfficer', removeEntered, { id: meeting?.id, reason: 'Fel dag i protokollet.' }))
    await drained()
    expect(await told(first)).toEqual(['2026-05-04 13 52000'])
  })

  test.each([
    [{ end: '07.30' }, 'end', 'end-before-start'],
    [{ start: '05.00', end: '23.00' }, 'end', 'too-long-meeting'],
    [{ amount: 'sexhundra' }, 'amount', 'amount-form'],
    [{ amount: '-606,50' }, 'amount', 'amount-negative'],
    [{ amount: '100000,01' }, 'amount', 'amount-large'],
    [{ start: '25.00' }, 'start', 'time-form'],
    [{ day: '2026-02-30' }, 'day', 'day-form'],
    [{ body: ' ' }, 'body', 'body-missing'],
    [{ person: 'nobody' }, 'person.0', 'no-person-chosen'],
  ])('%j is refused at its field', async (wrong, field, code) => {
    const { first } = { first: await aCast(database, clock, { slug: `town-${newId().slice(-12)}` }) }
    const input = { ...aMeeting, person: first.people.anna, ...wrong }
    expect(await run(first, 'secretary', enterMeeting, input)).toMatchObject({ issues: [{ field, code }] })
  })

  test('a day that has not been, and a kind that the rules do not have, are refused', async () => {
    const first = await aCast(database, clock, { slug: `town-${newId().slice(-12)}` })
    const person = first.people.anna
    expect(await run(first, 'secretary', enterMeeting, { ...aMeeting, person, day: '2026-12-24' })).toMatchObject({
      code: 'claims.meeting-ahead',
    })
    expect(await run(first, 'secretary', enterMeeting, { ...aMeeting, person, kind: 'lunch' })).toMatchObject({
      code: 'claims.meeting-kind',
    })
    await expect(run(first, 'anna', enterMeeting, { ...aMeeting, person })).rejects.toThrow('claims.enter-meeting')
  })
})

describe('two hundred at once', () => {
  test('two hundred claims of one person in two committees never pass the caps of the day and the year', async () => {
    const town = await aTown()
    const days = [...Array(50).keys()].map((at) => isoFromDay((dayFromIso('2026-05-01') + at * 3) as never))
    await heldVisits(
      town.first,
      days.flatMap((day) => [
        { day, from: 8 },
        { day, from: 15 },
      ]),
    )
    await heldVisits(
      town.second,
      days.flatMap((day) => [
        { day, from: 11 },
        { day, from: 18 },
      ]),
    )
    const both = [town.first, town.second]
    const ofAll = async (step: (cast: Cast, claim: ClaimRow) => Promise<unknown>) => {
      const all = await Promise.all(both.map(async (cast) => (await claims(cast)).map((claim) => ({ cast, claim }))))
      const mixed = all.flat().sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1))
      return eightAtATime(mixed, ({ cast, claim }) => step(cast, claim))
    }
    const sum = (those: readonly { readonly amount: number }[]) => those.reduce((all, it) => all + it.amount, 0)
    const expectWithinCaps = async () => {
      const rows = await database.read(town.first, (tx) => tx.select().from(paidTime))
      const out = rows.filter(({ personId, standing }) => personId === town.first.people.anna && standing)
      expect(sum(out)).toBeLessThanOrEqual(2_000_000)
      for (const those of Map.groupBy(out, ({ day }) => day).values()) {
        expect(sum(those)).toBeLessThanOrEqual(70_000)
        expect(those.length).toBeLessThanOrEqual(2)
      }
      return sum(out)
    }
    for (const cast of both)
      await must(
        run(cast, 'secretary', savePayType, { feeKind: 'meeting', payType: '4105', label: 'Arvode', costCentre: '' }),
      )
    const person = town.first.people.anna
    // Nothing is followed meanwhile: each step sees what the other committee has told, and no more.
    expect(await ofAll((cast, claim) => run(cast, 'anna', confirmClaim, asked(claim)))).toHaveLength(200)
    await ofAll(check)
    await ofAll(approve)
    await eightAtATime(await approvedOf(both), ({ cast, id }) =>
      run(cast, 'feeOfficer', makeBatch, { claim: id, person }),
    )
    expect(await expectWithinCaps()).toBeGreaterThan(1_000_000)
  }, 400_000)
})
