import { describe, expect, test } from 'vitest'
import {
  aCast,
  aGroup,
  type Cast,
  type CastName,
  type CastOptions,
  must,
  testClock,
} from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { appoint } from '../appointments/index.ts'
import { adoptGuideline } from '../guidelines/index.ts'
import { answerInvitation, bookVisit, decideExtra, getVisit, noteAttendance, planVisit } from './index.ts'
import { judgeVisit } from './visits.basis.ts'

type Town = Awaited<ReturnType<typeof aTown>>

async function aTown(options: CastOptions) {
  const clock = testClock()
  const database: Database = await aDatabase()
  const cast: Cast = await aCast(database, clock, options)
  const run = <I, O>(name: CastName, command: Command<I, O>, input: object) =>
    execute({ database, clock }, cast.as(name), command, input)
  const read = (id: string) => database.read(cast, (tx) => getVisit(tx, cast.system(), id))
  const booking = (day: string, more: object = {}) => ({
    units: cast.units.solgarden,
    day,
    start: '13.00',
    end: '15.00',
    ...more,
  })
  return { clock, database, cast, run, read, booking }
}

const codesOf = (outcome: unknown) =>
  (
    outcome as { facts?: { findings?: readonly { rule: string; outcome: string; code: string }[] } }
  ).facts?.findings?.map(({ rule, outcome: is }) => [rule, is]) ?? []

describe('a social committee where the politician books (SOC)', () => {
  const soc = { guideline: 'socialnamnden-kontaktpolitiker-soc' }

  test('SOC-02: a unit that has not agreed to receive contact politicians cannot be booked, and the clause is named', async () => {
    const { run, booking, cast } = await aTown(soc)
    const outcome = await run(
      'secretary',
      bookVisit,
      booking('2026-11-03', { units: cast.units.angen, onBehalfOf: cast.people.anna }),
    )
    expect(outcome).toMatchObject({
      ok: false,
      code: 'visits.no-consent',
      field: 'units',
      facts: { unit: 'Ängen', clause: expect.stringMatching(/./) },
    })
  })

  test('SOC-05 and SOC-10: a third visit in the year needs a special reason, and the chair decides about the fee, not in the own matter', async () => {
    const { run, booking, read, cast } = await aTown(soc)
    await must(run('anna', bookVisit, booking('2026-11-03', { seen: 'yes' })))
    await must(run('anna', bookVisit, booking('2026-11-04', { seen: 'yes' })))
    expect(await run('anna', bookVisit, booking('2026-11-05', { seen: 'yes' }))).toMatchObject({
      ok: false,
      code: 'visits.special-reason-needed',
      field: 'specialReason',
    })
    const { id } = await must(
      run('anna', bookVisit, booking('2026-11-05', { seen: 'yes', specialReason: 'Ny verksamhet har startat' })),
    )
    expect((await read(id)).specialReason).toBe('Ny verksamhet har startat')
    const decision = {
      visit: id,
      version: '1',
      person: cast.people.anna,
      about: 'extra-fee',
      granted: 'yes',
      delegation: 'Delegationsordningen 1.4',
      reason: 'Behövs',
    }
    expect(await run('chair', decideExtra, { ...decision, about: 'extra-visit' })).toMatchObject({
      ok: false,
      code: 'visits.no-decision-needed',
    })
    await must(run('chair', decideExtra, decision))
    expect((await read(id)).decisions).toMatchObject([
      { about: 'extra-fee', granted: true, personId: cast.people.anna, decidedBy: cast.people.chair },
    ])
    expect(await run('chair', decideExtra, { ...decision, version: '2' })).toMatchObject({
      ok: false,
      code: 'visits.already-decided',
    })
    expect(await run('chair', decideExtra, { ...decision, version: '2', person: cast.people.chair })).toMatchObject({
      ok: false,
      code: 'visits.own-matter',
    })
  })

  test('SOC-06: the manager does not book', async () => {
    const { run, booking } = await aTown(soc)
    expect(await run('manager', bookVisit, booking('2026-11-03'))).toMatchObject({
      ok: false,
      code: 'visits.not-initiator',
    })
  })

  test("SOC-07: the visit can be placed with the relatives' council", async () => {
    const { run, booking, read } = await aTown(soc)
    const { id } = await must(
      run('anna', bookVisit, booking('2026-11-03', { withRelativesCouncil: 'yes', seen: 'yes' })),
    )
    expect((await read(id)).withRelativesCouncil).toBe(true)
  })
})

describe('a social committee where the manager calls (SNB)', () => {
  const snb = { guideline: 'socialnamnden-kontaktpolitiker-snb' }

  test('SNB-05 and SNB-09: the call of the manager is booked at once and anchored, and those called are asked', async () => {
    const { run, booking, read } = await aTown(snb)
    const { id, state } = await must(run('manager', bookVisit, booking('2026-11-03', { seen: 'yes' })))
    expect(state).toBe('booked')
    const visit = await read(id)
    expect(visit).toMatchObject({ initiatedBy: 'manager' })
    expect(visit.confirmedOn).not.toBeNull()
    expect(visit.invitations.map(({ answer }) => answer)).toEqual([null, null])
  })

  test('SNB-05: the politician does not call', async () => {
    const { run, booking } = await aTown(snb)
    expect(await run('anna', bookVisit, booking('2026-11-03'))).toMatchObject({
      ok: false,
      code: 'visits.not-initiator',
    })
  })

  test('SNB-06 and SNB-07: a placement and a meeting of users are forms there', async () => {
    const { run, booking, read } = await aTown(snb)
    const placement = await must(run('manager', bookVisit, booking('2026-11-03', { form: 'placement', seen: 'yes' })))
    const meeting = await must(run('manager', bookVisit, booking('2026-11-04', { form: 'users-meeting', seen: 'yes' })))
    expect([(await read(placement.id)).form, (await read(meeting.id)).form]).toEqual(['placement', 'users-meeting'])
  })

  test('SNB-08: the manager plans what the manager called to', async () => {
    const { run, booking, read } = await aTown(snb)
    const { id } = await must(run('manager', bookVisit, booking('2026-11-03', { seen: 'yes' })))
    await must(
      run('manager', planVisit, {
        visit: id,
        version: '1',
        programme: 'Boenderåd',
        place: 'Samlingssalen',
        intent: 'save',
      }),
    )
    expect(await read(id)).toMatchObject({ state: 'booked', plannedBy: 'manager', programme: 'Boenderåd' })
  })
})

describe('a committee of welfare and service (VSN)', () => {
  const vsn = async () => {
    const town = await aTown({ guideline: 'valfard-och-servicenamnden-2024', appointed: false })
    const { run, cast } = town
    const toArea = (name: CastName) =>
      must(
        run('secretary', appoint, {
          personId: cast.people[name],
          object: `area:${cast.areaId}`,
          validFrom: '2026-03-25',
          validUntil: '',
          decidedOn: '2026-03-04',
          paragraph: '§ 20',
        }),
      )
    await toArea('anna')
    await toArea('cecilia')
    return town
  }

  test('VSN-04: the operation invites through its manager, not the politician', async () => {
    const { run, booking, read } = await vsn()
    expect(await run('anna', bookVisit, booking('2026-11-03'))).toMatchObject({
      ok: false,
      code: 'visits.not-initiator',
    })
    const { id } = await must(run('manager', bookVisit, booking('2026-11-03', { seen: 'yes' })))
    expect(await read(id)).toMatchObject({ state: 'booked' })
  })

  test('VSN-05: all contact politicians of the area are invited together, and visits that come apart are noticed', async () => {
    const { run, booking, read, cast, database } = await vsn()
    const { anna, cecilia } = cast.people
    const first = await must(run('manager', bookVisit, booking('2026-11-03', { seen: 'yes' })))
    const second = await must(
      run('otherManager', bookVisit, booking('2026-11-10', { units: cast.units.bjorken, seen: 'yes' })),
    )
    expect((await read(second.id)).invitations).toHaveLength(2)
    await must(run('cecilia', answerInvitation, { visit: first.id, person: cecilia, answer: 'declined', message: '' }))
    await must(run('anna', answerInvitation, { visit: second.id, person: anna, answer: 'declined', message: '' }))
    const { evaluation } = await database.read(cast, (tx) => judgeVisit(tx, cast.system(), second.id, () => ({})))
    expect(evaluation.findings).toContainEqual(
      expect.objectContaining({ rule: 'VSN-05', outcome: 'deviates', code: 'apart' }),
    )
  })

  test('VSN-09: a visit beyond two is said to need the decision of the chair, who takes it before the visit', async () => {
    const { run, booking, cast, read } = await vsn()
    await must(run('manager', bookVisit, booking('2026-11-03', { seen: 'yes' })))
    await must(run('manager', bookVisit, booking('2026-11-04', { seen: 'yes' })))
    const outcome = await run('manager', bookVisit, booking('2026-11-05'))
    expect(outcome).toMatchObject({ ok: false, code: 'visits.read-first', field: 'seen' })
    expect(codesOf(outcome)).toContainEqual(['VSN-09', 'needs-decision'])
    const { id } = await must(run('manager', bookVisit, booking('2026-11-05', { seen: 'yes' })))
    await must(
      run('chair', decideExtra, {
        visit: id,
        version: '1',
        person: cast.people.anna,
        about: 'extra-visit',
        granted: 'no',
        delegation: 'Riktlinjen',
        reason: 'Räcker',
      }),
    )
    expect((await read(id)).decisions).toMatchObject([{ about: 'extra-visit', granted: false }])
  })
})

describe('a committee that visits in groups (SON)', () => {
  const son = { guideline: 'social-och-omsorgsnamnden-forslag', appointed: false }
  const adopt = ({ run, cast }: Town) =>
    must(
      run('secretary', adoptGuideline, {
        versionId: cast.guidelineVersionId,
        decidedOn: '2026-09-15',
        paragraph: '§ 7',
        validFrom: '2026-09-15',
      }),
    )

  test('SON-01: nothing can be booked under the proposal, and the refusal names the clause', async () => {
    const { run, booking } = await aTown(son)
    const outcome = await run('anna', bookVisit, booking('2026-11-03'))
    expect(outcome).toMatchObject({
      ok: false,
      code: 'visits.only-proposed',
      facts: { rule: 'SON-01', clause: expect.stringMatching(/./) },
    })
  })

  test('SON-01: once adopted the committee must first answer who initiates', async () => {
    const town = await aTown(son)
    await adopt(town)
    expect(await town.run('anna', bookVisit, town.booking('2026-11-03'))).toMatchObject({
      ok: false,
      code: 'visits.initiator-unanswered',
    })
  })

  test('SON-03: a member books for the group, and all members are invited', async () => {
    const town = await aTown({ ...son, answers: { 'SON-Q1': 'group' } })
    await adopt(town)
    const group = await aGroup(town, town.cast)
    const { run, booking, read, cast } = town
    expect(await run('anna', bookVisit, booking('2026-11-03'))).toMatchObject({
      ok: false,
      code: 'visits.group-missing',
      field: 'group',
    })
    expect(await run('david', bookVisit, booking('2026-11-03', { group, seen: 'yes' }))).toMatchObject({ ok: false })
    const { id } = await must(
      run(
        'anna',
        bookVisit,
        booking('2026-11-03', { group, seen: 'yes', units: [cast.units.solgarden, cast.units.bjorken] }),
      ),
    )
    const visit = await read(id)
    expect(visit.group).toMatchObject({ id: group })
    expect(visit.units).toHaveLength(2)
    expect(visit.invitations.map(({ personId }) => personId).sort()).toEqual(
      [cast.people.anna, cast.people.bengt, cast.people.cecilia].sort(),
    )
  })
})

test('attendance of one person in two places at the same hour is refused', async () => {
  const { run, booking, cast } = await aTown({ guideline: 'socialnamnden-kontaktpolitiker-snb' })
  const afterwards = { afterwards: 'yes', seen: 'yes', onBehalfOf: cast.people.manager }
  const first = await must(run('secretary', bookVisit, booking('2026-09-01', afterwards)))
  const second = await must(
    run('secretary', bookVisit, booking('2026-09-01', { ...afterwards, start: '15.00', end: '16.00' })),
  )
  const { anna } = cast.people
  const came = (visit: string, start: string, end: string) => ({
    visit,
    version: '1',
    [`came.${anna}`]: 'yes',
    [`start.${anna}`]: start,
    [`end.${anna}`]: end,
  })
  await must(run('manager', noteAttendance, came(first.id, '13.00', '15.00')))
  expect(await run('manager', noteAttendance, came(second.id, '14.30', '16.00'))).toMatchObject({
    ok: false,
    code: 'visits.clash',
    field: `start.${anna}`,
  })
  expect(await run('manager', noteAttendance, came(second.id, '15.00', '16.00'))).toMatchObject({ ok: true })
})
