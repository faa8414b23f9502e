import { beforeAll, describe, expect, test } from 'vitest'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import type { MovableClock } from '../../platform/clock.ts'
import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { aCast, type Cast, must, testClock } from '../../../tests/support/cast.ts'
import { eightAtATime } from '../../../tests/support/at-a-time.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { inTwoCommittees } from './a-person-in-two-committees.ts'
import { followVisit } from './claims.commands.ts'
import { confirmClaim, waiveClaim } from './claims-step.commands.ts'
import { enterMeeting, removeEntered } from './claims.other-time.commands.ts'
import { listMeetings } from './claims.other-time.store.ts'
import { paidTime } from './claims.paid-time.tables.ts'
import type { ClaimRow } from './claims.store.ts'
import { makeBatch, savePayType } from './payroll.commands.ts'

let database: Database
let clock: MovableClock

beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

const { aTown, run, drained, heldVisits, claims, claimOf, asked, check, approve, confirmed, exported, told } =
  inTwoCommittees(() => ({ database, clock }))

/** The approved claims of both committees, mixed. */
const approvedOf = async (both: readonly Cast[]) => {
  const all = await Promise.all(both.map(async (cast) => (await claims(cast)).map((claim) => ({ ...claim, cast }))))
  return all
    .flat()
    .filter(({ state }) => state === 'approved')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
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
    [{ start: '25.00' }, 'start', 'start-form'],
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
