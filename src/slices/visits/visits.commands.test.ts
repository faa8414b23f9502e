import { beforeAll, describe, expect, test } from 'vitest'
import { aCast, type Cast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { visitSchema } from '../../engine/programme.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { NotAllowed, NotFound } from '../../kernel/errors.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { gather } from '../../platform/db/facts.ts'
import {
  answerInvitation,
  bookVisit,
  cancelVisit,
  countVisits,
  declineVisit,
  getVisit,
  listVisitEvents,
  listVisits,
  markReported,
  missVisit,
  noteAttendance,
  planVisit,
  visitsFacts,
} from './index.ts'

const clock = testClock()
let database: Database
let cast: Cast

beforeAll(async () => {
  database = await aDatabase()
  cast = await aCast(database, clock)
})

const run = <I, O>(name: CastName, command: Command<I, O>, input: object) =>
  execute({ database, clock }, cast.as(name), command, input)
const read = (id: string) => database.read(cast, (tx) => getVisit(tx, cast.system(), id))
const eventsOf = async (id: string) =>
  (await database.read(cast, (tx) => listVisitEvents(tx, cast.system(), id))).map(({ kind, onBehalf }) => [
    kind,
    onBehalf,
  ])
const booking = (day: string, more: object = {}) => ({
  units: cast.units.solgarden,
  day,
  start: '13.00',
  end: '15.00',
  seen: 'yes',
  ...more,
})
const book = async (day: string, more: object = {}) => (await must(run('anna', bookVisit, booking(day, more)))).id
const came = (name: 'anna' | 'bengt' | 'cecilia', start = '13.00', end = '15.00') => {
  const id = cast.people[name]
  return { [`came.${id}`]: 'yes', [`start.${id}`]: start, [`end.${id}`]: end }
}
const met = { 'met.users': 'yes', 'met.manager': 'yes', 'met.staff': 'yes' }

describe('a politician books (Hedemora)', () => {
  test('HED-06: the booking waits for the manager, and both contact politicians are invited', async () => {
    const id = await book('2026-11-03')
    const visit = await read(id)
    expect(visit).toMatchObject({
      state: 'proposed',
      initiatedBy: 'politician',
      initiatedByPersonId: cast.people.anna,
      version: 1,
      confirmedOn: null,
    })
    const answers = visit.invitations.map(({ personId, answer }) => [personId, answer])
    expect(answers).toHaveLength(2)
    expect(answers).toContainEqual([cast.people.anna, 'accepted'])
    expect(answers).toContainEqual([cast.people.bengt, null])
  })

  test('HED-06: the manager plans and confirms, and the visit is booked', async () => {
    const id = await book('2026-11-04')
    const outcome = await run('manager', planVisit, {
      visit: id,
      version: '1',
      programme: 'Fika',
      place: 'Matsalen',
      intent: 'confirm',
    })
    expect(outcome).toEqual({ ok: true, value: { confirmed: true } })
    expect(await read(id)).toMatchObject({ state: 'booked', plannedBy: 'manager', place: 'Matsalen', version: 2 })
  })

  test('a new place raises the sequence and is told; the answers that stand go on holding', async () => {
    const id = await book('2026-11-06')
    const plan = { visit: id, programme: 'Fika', place: 'Matsalen', intent: 'confirm' }
    await must(run('manager', planVisit, { ...plan, version: '1' }))
    const confirmed = await read(id)
    await must(run('manager', planVisit, { ...plan, version: '2', intent: 'save' }))
    const same = await read(id)
    expect([same.sequence, confirmed.sequence]).toEqual([1, 1])
    await must(run('manager', planVisit, { ...plan, version: '3', place: 'Trädgården', intent: 'save' }))
    const elsewhere = await read(id)
    expect(elsewhere).toMatchObject({ sequence: 2, place: 'Trädgården', state: 'booked' })
    expect(elsewhere.invitations).toMatchObject(
      same.invitations.map(({ personId, answer }) => ({ personId, answer, sequence: 2 })),
    )
    expect((await eventsOf(id)).map(([kind]) => kind)).toEqual([
      'proposed',
      'place-changed',
      'confirmed',
      'planned',
      'place-changed',
      'planned',
    ])
  })

  test('a visit is not confirmed without a programme', async () => {
    const id = await book('2026-11-05')
    const outcome = await run('manager', planVisit, {
      visit: id,
      version: '1',
      programme: '',
      place: '',
      intent: 'confirm',
    })
    expect(outcome).toMatchObject({ ok: false, code: 'visits.programme-missing', field: 'programme' })
    expect(await read(id)).toMatchObject({ state: 'proposed', version: 1 })
  })

  test.each([
    ['another unit than the own', { units: 'bjorken' }, 'visits.outside-appointment'],
    [
      'a private unit that has not agreed and that nobody is appointed to',
      { units: 'angen' },
      'visits.outside-appointment',
    ],
  ] as const)('%s is refused', async (_, { units }, code) => {
    const outcome = await run('anna', bookVisit, booking('2026-11-06', { units: cast.units[units] }))
    expect(outcome).toMatchObject({ ok: false, code, field: 'units' })
  })

  test.each([
    ['a day that has been', { day: '2026-10-05' }, 'visits.in-the-past'],
    ['an hour of today that has been', { day: '2026-10-06', start: '10.00', end: '11.00' }, 'visits.in-the-past'],
    ['a day before the appointment and the guideline', { day: '2026-01-10' }, 'visits.none-in-force'],
    ['a day years ahead', { day: '2036-11-06' }, 'visits.too-far'],
    ['a form that the guideline does not have', { day: '2026-11-06', form: 'placement' }, 'visits.form-not-offered'],
    [
      'a group where there are none',
      { day: '2026-11-06', group: '0199c0de-0000-7000-8000-000000000001' },
      'visits.group-missing',
    ],
  ] as const)('%s is refused', async (_, more, code) => {
    expect(await run('anna', bookVisit, booking(more.day, more))).toMatchObject({ ok: false, code })
  })

  test('the manager does not book where the politician does', async () => {
    expect(await run('manager', bookVisit, booking('2026-11-06'))).toMatchObject({
      ok: false,
      code: 'visits.not-initiator',
      facts: { who: { sv: 'kontaktpolitikern', en: 'the contact politician' }, clause: 'Verksamhetsbesök, stycke 3' },
    })
  })

  test('one cannot book in the name of another', async () => {
    expect(await run('anna', bookVisit, booking('2026-11-06', { onBehalfOf: cast.people.bengt }))).toMatchObject({
      ok: false,
      code: 'visits.not-for-others',
    })
  })

  test('the auditor may not book at all', async () => {
    await expect(run('auditor', bookVisit, booking('2026-11-06'))).rejects.toThrow(NotAllowed)
  })
})

describe('the same person the same hour', () => {
  test('a second visit that overlaps is refused with who and when', async () => {
    await book('2026-11-10')
    const outcome = await run('anna', bookVisit, booking('2026-11-10', { start: '14.30', end: '16.00' }))
    expect(outcome).toMatchObject({ ok: false, code: 'visits.clash', facts: { start: 780, end: 900 } })
  })

  test('a visit right after the other is booked', async () => {
    await book('2026-11-11')
    await expect(book('2026-11-11', { start: '15.00', end: '16.00' })).resolves.toBeDefined()
  })

  test('two bookings at the same moment give one visit', async () => {
    const outcomes = await Promise.all([
      run('anna', bookVisit, booking('2026-11-12')),
      run('bengt', bookVisit, booking('2026-11-12')),
    ])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(outcomes).toContainEqual(expect.objectContaining({ ok: false, code: 'visits.clash' }))
  })

  test('one who has said no is free, and cannot say yes again once taken', async () => {
    const first = await book('2026-11-13')
    const bengt = { visit: first, person: cast.people.bengt, message: '' }
    await must(run('bengt', answerInvitation, { ...bengt, answer: 'declined' }))
    await must(run('anna', cancelVisit, { visit: first, version: '1', reason: 'Sjukdom' }))
    const second = await book('2026-11-13')
    expect(await run('bengt', answerInvitation, { ...bengt, visit: second, answer: 'accepted' })).toMatchObject({
      ok: true,
    })
  })
})

describe('answers and endings', () => {
  test('one answers for oneself, and the secretary for one who phones in, marked so', async () => {
    const id = await book('2026-11-16')
    const answer = { visit: id, person: cast.people.bengt, answer: 'declined', message: 'Sjuk' }
    await expect(run('cecilia', answerInvitation, answer)).rejects.toThrow(NotAllowed)
    await must(run('bengt', answerInvitation, answer))
    expect((await read(id)).invitations.find(({ personId }) => personId === cast.people.bengt)).toMatchObject({
      answer: 'declined',
      message: 'Sjuk',
    })
    expect(await eventsOf(id)).toContainEqual(['declined-invitation', false])
  })

  test('the manager declines with the reason in the timeline', async () => {
    const id = await book('2026-11-17')
    await must(run('manager', declineVisit, { visit: id, version: '1', cause: 'capacity', reason: 'Ombyggnad' }))
    expect((await read(id)).state).toBe('declined')
    const events = await database.read(cast, (tx) => listVisitEvents(tx, cast.system(), id))
    expect(events.at(-1)).toMatchObject({ kind: 'declined', note: 'Ombyggnad', personId: cast.people.manager })
  })

  test('what is cancelled stays cancelled', async () => {
    const id = await book('2026-11-18')
    await must(run('anna', cancelVisit, { visit: id, version: '1', reason: 'Förhinder' }))
    expect(await run('manager', planVisit, { visit: id, version: '2', programme: 'x', place: '' })).toMatchObject({
      ok: false,
      code: 'visits.not-possible',
    })
    expect(await run('anna', cancelVisit, { visit: id, version: '2', reason: 'igen' })).toMatchObject({
      ok: false,
      code: 'visits.not-possible',
    })
  })

  test('two who change the visit at the same time: the second is told', async () => {
    const id = await book('2026-11-19')
    await must(run('manager', planVisit, { visit: id, version: '1', programme: 'A', place: '' }))
    expect(await run('manager', planVisit, { visit: id, version: '1', programme: 'B', place: '' })).toMatchObject({
      ok: false,
      code: 'visits.stale',
    })
    expect((await read(id)).programme).toBe('A')
  })

  test('the manager of another unit does not know the visit', async () => {
    const id = await book('2026-11-20')
    await expect(
      run('otherManager', planVisit, { visit: id, version: '1', programme: 'x', place: '' }),
    ).rejects.toThrow(NotFound)
  })
})

describe('registered by the secretary', () => {
  test('a booking for a politician who phones in is hers, and marked', async () => {
    const { id } = await must(run('secretary', bookVisit, booking('2026-11-23', { onBehalfOf: cast.people.anna })))
    expect(await read(id)).toMatchObject({
      state: 'proposed',
      initiatedBy: 'politician',
      initiatedByPersonId: cast.people.anna,
    })
    expect(await eventsOf(id)).toEqual([['proposed', true]])
  })

  test('the secretary is asked for whom', async () => {
    expect(await run('secretary', bookVisit, booking('2026-11-24'))).toMatchObject({
      ok: false,
      code: 'visits.on-behalf-missing',
      field: 'onBehalfOf',
    })
  })

  test('one without office in the committee is not booked for', async () => {
    expect(
      await run('secretary', bookVisit, booking('2026-11-24', { onBehalfOf: cast.people.qualityOfficer })),
    ).toMatchObject({ ok: false, code: 'visits.person-left' })
  })

  test('a visit that has been is registered afterwards by the secretary alone', async () => {
    const past = booking('2026-09-01', { afterwards: 'yes', agreedWithManager: 'yes', onBehalfOf: cast.people.anna })
    const { id } = await must(run('secretary', bookVisit, past))
    expect(await read(id)).toMatchObject({ state: 'booked', confirmedOn: dayFromIso('2026-09-01') })
    expect(await eventsOf(id)).toEqual([['registered-afterwards', true]])
    expect(await run('anna', bookVisit, booking('2026-09-02', { afterwards: 'yes' }))).toMatchObject({
      ok: false,
      code: 'visits.in-the-past',
    })
  })

  test('a visit ahead is not registered afterwards', async () => {
    expect(
      await run('secretary', bookVisit, booking('2026-11-25', { afterwards: 'yes', onBehalfOf: cast.people.anna })),
    ).toMatchObject({ ok: false, code: 'visits.not-past' })
  })
})

describe('attendance', () => {
  const held = async (day: string) => {
    const { id } = await must(
      run('secretary', bookVisit, booking(day, { afterwards: 'yes', onBehalfOf: cast.people.anna })),
    )
    return id
  }

  test('is noted with own times and whom the visit reached, then put right', async () => {
    const id = await held('2026-09-03')
    await must(
      run('anna', noteAttendance, { visit: id, version: '1', ...came('anna'), ...came('bengt', '13.30'), ...met }),
    )
    expect(await read(id)).toMatchObject({
      state: 'held',
      version: 2,
      attendance: expect.arrayContaining([
        expect.objectContaining({ personId: cast.people.bengt, start: 810, end: 900 }),
      ]),
    })
    const right = { reason: 'Bengt kom inte', seen: 'yes' }
    await must(run('manager', noteAttendance, { visit: id, version: '2', ...came('anna'), ...met, ...right }))
    expect((await read(id)).attendance).toMatchObject([{ personId: cast.people.anna, start: 780, end: 900 }])
    expect(await eventsOf(id)).toEqual([
      ['registered-afterwards', true],
      ['held', false],
      ['attendance-corrected', false],
    ])
  })

  test('HED-08: an audience left unanswered is asked for, one not met is explained', async () => {
    const id = await held('2026-09-04')
    const base = { visit: id, version: '1', ...came('anna'), 'met.users': 'yes', 'met.manager': 'yes' }
    expect(await run('anna', noteAttendance, base)).toMatchObject({
      ok: false,
      code: 'visits.met-missing',
      field: 'met.staff',
    })
    expect(await run('anna', noteAttendance, { ...base, 'met.staff': 'no' })).toMatchObject({
      ok: false,
      code: 'visits.explanation-missing',
      field: 'why.staff',
    })
    await must(run('anna', noteAttendance, { ...base, 'met.staff': 'no', 'why.staff': 'Utbildning' }))
    expect((await read(id)).met).toContainEqual({
      audience: 'staff',
      met: false,
      count: null,
      explanation: 'Utbildning',
    })
  })

  test('somebody who has nothing to do with the visit, and nobody at all, are refused', async () => {
    const id = await held('2026-09-07')
    expect(await run('anna', noteAttendance, { visit: id, version: '1', ...came('cecilia'), ...met })).toMatchObject({
      ok: false,
      code: 'visits.not-expected',
    })
    expect(await run('anna', noteAttendance, { visit: id, version: '1', ...met })).toMatchObject({
      ok: false,
      code: 'visits.nobody-came',
    })
  })

  test('before the visit there is none to note', async () => {
    const id = await book('2026-11-26')
    expect(await run('anna', noteAttendance, { visit: id, version: '1', ...came('anna'), ...met })).toMatchObject({
      ok: false,
      code: 'visits.not-begun',
    })
    expect(await run('anna', missVisit, { visit: id, version: '1', reason: 'x' })).toMatchObject({
      ok: false,
      code: 'visits.not-begun',
    })
  })

  test('a visit that never came about is said to be missed, with its reason', async () => {
    const id = await held('2026-09-08')
    await must(run('manager', missVisit, { visit: id, version: '1', reason: 'Ingen kom' }))
    expect((await read(id)).state).toBe('missed')
  })

  test('a finished report makes the visit reported, once', async () => {
    const id = await held('2026-09-09')
    await must(run('anna', noteAttendance, { visit: id, version: '1', ...came('anna'), ...met }))
    const mark = () => execute({ database, clock }, cast.system(), markReported, { visit: id })
    await must(mark())
    await must(mark())
    expect((await read(id)).state).toBe('reported')
    expect(await eventsOf(id)).toEqual([
      ['registered-afterwards', true],
      ['held', false],
      ['reported', false],
    ])
    const both = { visit: id, version: '3', ...came('anna'), ...came('bengt'), ...met }
    await must(run('anna', noteAttendance, { ...both, reason: 'Bengt var också med', seen: 'yes' }))
    expect((await read(id)).state).toBe('reported')
  })
})

describe('reading', () => {
  test('the facts have exactly the shape of the interchange file', async () => {
    const facts = await database.read(cast, (tx) => gather(tx, visitsFacts(cast.system())))
    const visits = visitSchema.array().parse(facts.visits)
    expect(visits.length).toBeGreaterThan(10)
    expect(facts.decisions).toEqual([])
  })

  test('a manager of another unit lists and counts nothing', async () => {
    const seen = await database.read(cast, async (tx) => [
      (await listVisits(tx, cast.as('otherManager'))).length,
      await countVisits(tx, cast.as('otherManager')),
      (await listVisits(tx, cast.as('manager'), { limit: 3 })).length,
    ])
    expect(seen).toEqual([0, 0, 3])
  })

  test('lists are filtered by year, time, state, unit and person', async () => {
    const count = (filter: Parameters<typeof countVisits>[2]) =>
      database.read(cast, (tx) => countVisits(tx, cast.system(), filter))
    const all = await count({})
    expect(await count({ when: 'past' })).toBe(all - (await count({ when: 'upcoming' })))
    expect(await count({ year: 2025 })).toBe(0)
    expect(await count({ year: 2026, unitIds: [cast.units.solgarden] })).toBe(all)
    expect(await count({ unitIds: [cast.units.bjorken] })).toBe(0)
    expect(await count({ personId: cast.people.bengt })).toBe(all)
    expect(await count({ personId: cast.people.cecilia })).toBe(0)
    expect(await count({ states: ['missed'] })).toBe(1)
  })
})
