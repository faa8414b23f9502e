import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { ore, sumOre } from '../../kernel/money.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { MovableClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { violation } from '../../platform/db/violation.ts'
import { newId } from '../../platform/ids.ts'
import { aCast, type Cast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { eightAtATime } from '../../../tests/support/at-a-time.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { person } from '../people/people.tables.ts'
import { report, reportAuthor } from '../reports/reports.tables.ts'
import { attendance, visit, visitUnit } from '../visits/visits.tables.ts'
import { judgeClaims } from './claims.basis.ts'
import { followVisit } from './claims.commands.ts'
import {
  approveClaims,
  checkClaim,
  checkClaims,
  confirmClaim,
  decideClaim,
  reopenClaim,
  waiveClaim,
} from './claims-step.commands.ts'
import { chosenValue, linesByClaim } from './claims.rules.ts'
import { type ClaimRow, getClaim, listClaims, makeClaims, listDecisions } from './claims.store.ts'
import { claimDecision, payrollRow } from './claims.tables.ts'
import { makeBatch, savePayType } from './payroll.commands.ts'
import { getBatch, listApproved } from './payroll.store.ts'

let database: Database
let clock: MovableClock

beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

/** A committee of its own for each test, so that no test counts another's visits. */
const aTown = () =>
  aCast(database, clock, { slug: `town-${newId().slice(-12)}`, answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })

const run = <I, O>(cast: Cast, name: CastName, definition: Command<I, O>, input: unknown) =>
  execute({ database, clock }, cast.as(name), definition, input)

const follow = (cast: Cast, visitId: string) =>
  must(execute({ database, clock }, cast.system(), followVisit, { visitId }))

type Held = {
  readonly day: string
  readonly who?: readonly CastName[]
  readonly end?: string
  readonly reported?: boolean
  /** Whether its claims are followed, and not just made. */
  readonly followed?: boolean
}

/** A visit to Solgården that was held from 15.00, with its report, as the earlier steps leave it; its claims are made. */
async function aHeldVisit(
  cast: Cast,
  { day, who = ['anna'], end = '17:20', reported = true, followed = true }: Held,
): Promise<string> {
  const [id, reportId] = [newId(), newId()]
  const owner = { municipalityId: cast.municipalityId }
  const times = { startTime: minutes(15 * 60), endTime: minutes(Number(end.slice(0, 2)) * 60 + Number(end.slice(3))) }
  const visitDay = dayFromIso(day)
  await database.transaction(cast, async (tx) => {
    const initiated = {
      initiatedBy: 'politician',
      initiatedByPersonId: cast.people.anna,
      initiatedOn: visitDay,
    } as const
    await tx.insert(visit).values({
      ...owner,
      ...times,
      ...initiated,
      id,
      committeeId: cast.committeeId,
      day: visitDay,
      state: 'held',
      confirmedOn: visitDay,
    })
    await tx.insert(visitUnit).values({ ...owner, visitId: id, unitId: cast.units.solgarden })
    await tx
      .insert(attendance)
      .values(who.map((name) => ({ ...owner, ...times, visitId: id, personId: cast.people[name] })))
    const personIds = who.map((name) => cast.people[name])
    if (!followed) await makeClaims(tx, cast.system(), { visitId: id, personIds, at: clock.now() })
    if (!reported) return
    const at = instantFromIso(`${day}T18:00:00.000Z`)
    const final = {
      state: 'final',
      form: 'written',
      startedAt: at,
      finalAt: at,
      finalDay: visitDay,
      finalBy: cast.people.anna,
    } as const
    await tx.insert(report).values({ ...owner, ...final, id: reportId, committeeId: cast.committeeId, visitId: id })
    await tx.insert(reportAuthor).values({ ...owner, reportId, personId: cast.people.anna })
  })
  if (followed) await follow(cast, id)
  return id
}

const claimOf = async (cast: Cast, visitId: string, name: CastName = 'anna'): Promise<ClaimRow> => {
  const rows = await database.read(cast, (tx) =>
    listClaims(tx, cast.system(), { visitId, personId: cast.people[name] }),
  )
  const [row] = rows
  if (row === undefined) throw new Error('there is no claim')
  return row
}

const decisionsOf = (cast: Cast, claim: ClaimRow) =>
  database.read(cast, (tx) => listDecisions(tx, cast.system(), [claim.id]))

const lineOf = async (cast: Cast, visitId: string, name: CastName = 'anna') => {
  const { evaluation } = await database.read(cast, (tx) => judgeClaims(tx, cast.system()))
  return linesByClaim(evaluation.feeLines).get(`${visitId} ${cast.people[name]}`)
}

const asked = ({ id, version }: ClaimRow) => ({ id, version: String(version) })

async function confirmed(cast: Cast, visitId: string): Promise<ClaimRow> {
  await must(run(cast, 'anna', confirmClaim, asked(await claimOf(cast, visitId))))
  return claimOf(cast, visitId)
}

async function approved(cast: Cast, visitId: string): Promise<ClaimRow> {
  const claim = await confirmed(cast, visitId)
  await must(run(cast, 'secretary', checkClaim, { ...asked(claim), outcome: 'checked', reason: '' }))
  await must(
    run(cast, 'chair', decideClaim, { ...asked(await claimOf(cast, visitId)), outcome: 'approved', reason: '' }),
  )
  return claimOf(cast, visitId)
}

const setAttendance = (cast: Cast, visitId: string, name: CastName, until: number | undefined) =>
  database.transaction(cast, async (tx) => {
    const all = await tx.select().from(attendance)
    const own = all.find((row) => row.visitId === visitId && row.personId === cast.people[name])
    if (own !== undefined) await tx.delete(attendance).where(eq(attendance.id, own.id))
    if (until === undefined) return
    const times = { startTime: minutes(900), endTime: minutes(until) }
    await tx
      .insert(attendance)
      .values({ municipalityId: cast.municipalityId, visitId, personId: cast.people[name], ...times })
  })

describe('a claim makes itself', () => {
  test('one for each who attended, and the same visit followed twice makes no more', async () => {
    const cast = await aTown()
    const visitId = await aHeldVisit(cast, { day: '2026-05-04', who: ['anna', 'bengt'] })
    await follow(cast, visitId)
    const rows = await database.read(cast, (tx) => listClaims(tx, cast.system(), { visitId }))
    expect(rows.map(({ personName, state }) => [personName, state])).toEqual([
      ['Anna Exempel', 'made'],
      ['Bengt Exempel', 'made'],
    ])
  })

  test('HED-16: it waits for the report and the claimant’s confirmation, and 15.00–17.20 gives 606.50 kr', async () => {
    const cast = await aTown()
    const visitId = await aHeldVisit(cast, { day: '2026-05-04' })
    expect((await lineOf(cast, visitId))?.outcome).toBe('waiting')
    const claim = await confirmed(cast, visitId)
    const [decision] = await decisionsOf(cast, claim)
    expect([claim.state, decision?.kind, decision?.amount]).toEqual(['confirmed', 'confirmed', ore(60650)])
  })

  test('HED-16: without a report a confirmed claim is neither checked nor approved', async () => {
    const cast = await aTown()
    const claim = await confirmed(cast, await aHeldVisit(cast, { day: '2026-05-04', reported: false }))
    expect(await run(cast, 'secretary', checkClaim, { ...asked(claim), outcome: 'checked', reason: '' })).toMatchObject(
      { code: 'claims.waiting' },
    )
  })

  test('HED-15: the third visit to the unit in the year gives no fee and cannot be confirmed', async () => {
    const cast = await aTown()
    await confirmed(cast, await aHeldVisit(cast, { day: '2026-04-07' }))
    await confirmed(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    const third = await claimOf(cast, await aHeldVisit(cast, { day: '2026-06-09' }))
    expect(await run(cast, 'anna', confirmClaim, asked(third))).toMatchObject({ ok: false, code: 'claims.not-payable' })
  })
})

describe('deciding about a claim', () => {
  test('approval freezes the amount and every reason as they stood', async () => {
    const cast = await aTown()
    const claim = await approved(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    const decision = (await decisionsOf(cast, claim)).at(-1)
    expect([decision?.kind, decision?.amount, decision?.line.amount]).toEqual(['approved', ore(60650), ore(60650)])
    expect(sumOre(decision?.line.parts.map((part) => part.amount) ?? [])).toBe(decision?.amount)
    expect(decision?.line.reasons.every(({ clause }) => clause !== '')).toBe(true)
  })

  test('the database itself refuses that somebody approves a claim of their own', async () => {
    const cast = await aTown()
    const claim = await confirmed(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    const [decision] = await decisionsOf(cast, claim)
    const own = {
      municipalityId: cast.municipalityId,
      claimId: claim.id,
      kind: 'approved',
      at: clock.now(),
      day: clock.today(),
      amount: ore(1),
      feeLine: decision?.line,
    } as const
    const inserting = database.transaction(cast, (tx) =>
      tx.insert(claimDecision).values({ ...own, personId: cast.people.anna, claimantId: cast.people.anna }),
    )
    const failure = await inserting.catch((error: unknown) => error)
    expect(violation(failure)?.constraint).toBe('claim_decision_not_own')
  })

  test('a returned claim is confirmed again, and the reason is kept', async () => {
    const cast = await aTown()
    const visitId = await aHeldVisit(cast, { day: '2026-05-04' })
    const claim = await confirmed(cast, visitId)
    await must(
      run(cast, 'secretary', checkClaim, { ...asked(claim), outcome: 'returned', reason: 'Tiden ser fel ut.' }),
    )
    expect((await lineOf(cast, visitId))?.outcome).toBe('waiting')
    const again = await confirmed(cast, visitId)
    const steps = await decisionsOf(cast, again)
    expect(steps.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['confirmed', ''],
      ['returned', 'Tiden ser fel ut.'],
      ['confirmed', ''],
    ])
  })

  test('returning and refusing need a reason', async () => {
    const cast = await aTown()
    const claim = await confirmed(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    const issues = [{ field: 'reason', code: 'reason-missing' }]
    expect(
      await run(cast, 'secretary', checkClaim, { ...asked(claim), outcome: 'returned', reason: ' ' }),
    ).toMatchObject({ issues })
    expect(await run(cast, 'chair', decideClaim, { ...asked(claim), outcome: 'refused', reason: '' })).toMatchObject({
      issues,
    })
  })

  test('a claim that somebody else has changed meanwhile is not changed again', async () => {
    const cast = await aTown()
    const claim = await claimOf(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    await must(run(cast, 'anna', confirmClaim, asked(claim)))
    expect(await run(cast, 'anna', waiveClaim, { ...asked(claim), reason: '' })).toMatchObject({
      code: 'claims.changed',
    })
  })

  test('a waived claim can be taken back', async () => {
    const cast = await aTown()
    const visitId = await aHeldVisit(cast, { day: '2026-05-04' })
    await must(run(cast, 'anna', waiveClaim, { ...asked(await claimOf(cast, visitId)), reason: '' }))
    const waived = await claimOf(cast, visitId)
    await must(run(cast, 'anna', reopenClaim, asked(waived)))
    expect([waived.state, (await claimOf(cast, visitId)).state]).toEqual(['waived', 'made'])
  })

  test('several are approved together, or none when one of them cannot be', async () => {
    const cast = await aTown()
    const first = await confirmed(cast, await aHeldVisit(cast, { day: '2026-04-07' }))
    const second = await confirmed(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    await must(run(cast, 'feeOfficer', checkClaims, { claim: [chosenValue(first), chosenValue(second)] }))
    const [one, two] = [await claimOf(cast, first.visitId), await claimOf(cast, second.visitId)]
    const stale = { ...two, version: two.version - 1 }
    expect(await run(cast, 'chair', approveClaims, { claim: [chosenValue(one), chosenValue(stale)] })).toMatchObject({
      code: 'claims.changed',
    })
    expect((await claimOf(cast, first.visitId)).state).toBe('checked')
    await must(run(cast, 'viceChair', approveClaims, { claim: [chosenValue(one), chosenValue(two)] }))
    expect((await claimOf(cast, second.visitId)).state).toBe('approved')
  })
})

describe('when attendance is corrected', () => {
  test('the claim of one who was not there is waived by the system, and comes back when they were', async () => {
    const cast = await aTown()
    const visitId = await aHeldVisit(cast, { day: '2026-05-04', who: ['anna', 'bengt'] })
    await confirmed(cast, visitId)
    await setAttendance(cast, visitId, 'anna', undefined)
    await follow(cast, visitId)
    const waived = await claimOf(cast, visitId)
    const last = (await decisionsOf(cast, waived)).at(-1)
    expect([waived.state, last?.personId, last?.reason]).toEqual(['waived', null, 'attendance-removed'])
    await setAttendance(cast, visitId, 'anna', 17 * 60)
    await follow(cast, visitId)
    expect((await claimOf(cast, visitId)).state).toBe('made')
  })

  test('an approved claim goes back to the claimant when the time was another', async () => {
    const cast = await aTown()
    const visitId = await aHeldVisit(cast, { day: '2026-05-04' })
    await approved(cast, visitId)
    await setAttendance(cast, visitId, 'anna', 16 * 60)
    await follow(cast, visitId)
    expect((await claimOf(cast, visitId)).state).toBe('returned')
  })

  test('an approved claim goes back when an earlier visit takes its place under the cap', async () => {
    const cast = await aTown()
    const [, last] = [
      await approved(cast, await aHeldVisit(cast, { day: '2026-05-04' })),
      await approved(cast, await aHeldVisit(cast, { day: '2026-06-09' })),
    ]
    await confirmed(cast, await aHeldVisit(cast, { day: '2026-04-07' }))
    expect((await claimOf(cast, last.visitId)).state).toBe('returned')
  })

  test('an exported claim stands, and the difference asks for a decision', async () => {
    const cast = await aTown()
    const visitId = await aHeldVisit(cast, { day: '2026-05-04' })
    const claim = await approved(cast, visitId)
    await must(run(cast, 'secretary', savePayType, aPayType))
    await must(run(cast, 'feeOfficer', makeBatch, { claim: claim.id, person: cast.people.anna }))
    await setAttendance(cast, visitId, 'anna', 16 * 60)
    await follow(cast, visitId)
    const line = await lineOf(cast, visitId)
    expect((await claimOf(cast, visitId)).state).toBe('exported')
    expect([line?.outcome, line?.reasons.some(({ code }) => code === 'exported-differs')]).toEqual([
      'needs-decision',
      true,
    ])
  })
})

describe('many at once', () => {
  test('HED-15: forty claims of a year confirmed, checked and approved at the same time never pass the cap', async () => {
    const cast = await aTown()
    const days = [...Array(40).keys()].map(
      (index) => `2026-0${4 + Math.floor(index / 8)}-${String(1 + (index % 8) * 3).padStart(2, '0')}`,
    )
    // Their claims are made, and followed at the last of them.
    await eightAtATime(days.slice(1), (day) => aHeldVisit(cast, { day, followed: false }))
    await aHeldVisit(cast, { day: days[0] ?? '' })
    const ofEach = async (decide: (claim: ClaimRow) => Promise<{ readonly ok: boolean }>) => {
      const claims = await database.read(cast, (tx) => listClaims(tx, cast.system()))
      return eightAtATime(claims, decide)
    }
    const confirmations = await ofEach((claim) => run(cast, 'anna', confirmClaim, asked(claim)))
    await ofEach((claim) => run(cast, 'secretary', checkClaim, { ...asked(claim), outcome: 'checked', reason: '' }))
    await ofEach((claim) => run(cast, 'chair', decideClaim, { ...asked(claim), outcome: 'approved', reason: '' }))
    const granted = await database.read(cast, (tx) => listApproved(tx, cast.system()))
    expect(confirmations).toHaveLength(40)
    expect(granted.map(({ amount }) => amount)).toEqual([ore(60650), ore(60650)])
  })

  test('the same confirmation sent forty times at once is taken once', async () => {
    const cast = await aTown()
    const claim = await claimOf(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    const outcomes = await Promise.all([...Array(40)].map(() => run(cast, 'anna', confirmClaim, asked(claim))))
    expect(outcomes.filter((it) => it.ok)).toHaveLength(1)
    expect(await decisionsOf(cast, claim)).toHaveLength(1)
  })
})

const aPayType = {
  feeKind: 'meeting',
  payType: '4105',
  label: 'Sammanträdesarvode kontaktpolitiker',
  costCentre: '41000',
}

describe('handing claims to payroll', () => {
  test('a file is numbered and frozen, one row for each part of the fee', async () => {
    const cast = await aTown()
    const claim = await approved(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    await must(run(cast, 'feeOfficer', savePayType, aPayType))
    const { id, number } = await must(run(cast, 'feeOfficer', makeBatch, { claim: claim.id, person: cast.people.anna }))
    const { batch, approvedBy } = await database.read(cast, (tx) => getBatch(tx, cast.system(), id))
    expect(number).toBe(1)
    expect(approvedBy).toEqual(['Chair Exempel'])
    expect(
      batch.rows.map(({ rowId, employmentNumber, payType, comment, amount }) => [
        rowId,
        employmentNumber,
        payType,
        comment,
        amount,
      ]),
    ).toEqual([
      [1, '90001', '4105', 'Solgården 2026-05-04', 34700],
      [2, '90001', '4105', 'Solgården 2026-05-04', 25950],
    ])
    expect((await claimOf(cast, claim.visitId)).state).toBe('exported')
  })

  test('of two officers at once one makes the file and the other is told who did', async () => {
    const cast = await aTown()
    const claim = await approved(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    await must(run(cast, 'feeOfficer', savePayType, aPayType))
    const input = { claim: claim.id, person: cast.people.anna }
    const outcomes = await Promise.all([
      run(cast, 'feeOfficer', makeBatch, input),
      run(cast, 'feeOfficer', makeBatch, input),
    ])
    expect(outcomes.filter((it) => it.ok)).toHaveLength(1)
    expect(outcomes.find((it) => !it.ok)).toMatchObject({ code: 'claims.already-exported', facts: { number: 1 } })
  })

  test('the database itself refuses to put a claim in a second file', async () => {
    const cast = await aTown()
    const claim = await approved(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    await must(run(cast, 'feeOfficer', savePayType, aPayType))
    const { id } = await must(run(cast, 'feeOfficer', makeBatch, { claim: claim.id, person: cast.people.anna }))
    const again = {
      municipalityId: cast.municipalityId,
      batchId: id,
      claimId: claim.id,
      position: 9,
      amount: ore(1),
      frozen: [],
    }
    const failure = await database
      .transaction(cast, (tx) => tx.insert(payrollRow).values(again))
      .catch((error: unknown) => error)
    expect(violation(failure)).toEqual({ kind: 'unique', constraint: 'payroll_row_claim_once' })
  })

  test('without a pay type nothing leaves, and the refusal names whom it is about', async () => {
    const cast = await aTown()
    const claim = await approved(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    expect(await run(cast, 'feeOfficer', makeBatch, { claim: claim.id, person: cast.people.anna })).toMatchObject({
      code: 'claims.no-pay-type',
      facts: { names: ['Anna Exempel'], feeKinds: ['meeting'] },
    })
    expect((await database.read(cast, (tx) => getClaim(tx, cast.system(), claim.id))).state).toBe('approved')
  })

  test('without an employment number nothing leaves, and the refusal names whom it is about', async () => {
    const cast = await aTown()
    const claim = await approved(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    await must(run(cast, 'feeOfficer', savePayType, aPayType))
    await database.transaction(cast, (tx) =>
      tx.update(person).set({ employmentNumber: null }).where(eq(person.id, cast.people.anna)),
    )
    expect(await run(cast, 'feeOfficer', makeBatch, { claim: claim.id, person: cast.people.anna })).toMatchObject({
      code: 'claims.no-employment-number',
      facts: { names: ['Anna Exempel'] },
    })
  })

  test('an approved amount that the facts no longer give does not leave', async () => {
    const cast = await aTown()
    const visitId = await aHeldVisit(cast, { day: '2026-05-04' })
    const claim = await approved(cast, visitId)
    await must(run(cast, 'feeOfficer', savePayType, aPayType))
    await setAttendance(cast, visitId, 'anna', 16 * 60)
    expect(await run(cast, 'feeOfficer', makeBatch, { claim: claim.id, person: cast.people.anna })).toMatchObject({
      code: 'claims.changed-since-approval',
      facts: { names: ['Anna Exempel'] },
    })
  })

  test('only the fee officer makes a payroll file', async () => {
    const cast = await aTown()
    const claim = await approved(cast, await aHeldVisit(cast, { day: '2026-05-04' }))
    await expect(run(cast, 'secretary', makeBatch, { claim: claim.id, person: cast.people.anna })).rejects.toThrow(
      'claims.export',
    )
  })
})
