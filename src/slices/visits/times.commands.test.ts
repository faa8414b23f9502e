import { beforeAll, describe, expect, test } from 'vitest'
import { aCast, type Cast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { NotAllowed } from '../../kernel/errors.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { appoint, endAppointment, listAppointments } from '../appointments/index.ts'
import { joinVisit } from './joining.commands.ts'
import { moveVisit } from './moving.commands.ts'
import { answerTimes, chooseTime } from './times.commands.ts'
import { answerInvitation, bookVisit, cancelVisit, planVisit } from './visits.commands.ts'
import { getVisit, listVisitEvents } from './visits.store.ts'

const clock = testClock()
let database: Database
let cast: Cast

beforeAll(async () => {
  database = await aDatabase()
  cast = await aCast(database, clock)
})

type Answers = readonly ('yes' | 'if-need-be' | 'no')[]

const run = <I, O>(name: CastName, command: Command<I, O>, input: object) =>
  execute({ database, clock }, cast.as(name), command, input)
const read = (id: string) => database.read(cast, (tx) => getVisit(tx, cast.system(), id))
const eventsOf = async (id: string) => database.read(cast, (tx) => listVisitEvents(tx, cast.system(), id))
const kindsOf = async (id: string) => (await eventsOf(id)).map(({ kind }) => kind)
const booking = (day: string, more: object = {}) => ({
  units: cast.units.solgarden,
  day,
  start: '13.00',
  end: '15.00',
  seen: 'yes',
  ...more,
})
const second = (day: string) => ({ day2: day, start2: '09.00', end2: '11.00' })
const book = async (day: string, more: object = {}) => (await must(run('anna', bookVisit, booking(day, more)))).id
const answers = async (id: string, name: CastName, said: Answers, as: CastName = name) => {
  const { times, sequence } = await read(id)
  const given = Object.fromEntries(said.map((answer, index) => [times[index]?.id, answer]))
  return run(as, answerTimes, { visit: id, person: cast.people[name], sequence: String(sequence), answers: given })
}
const choose = async (name: CastName, id: string, index: number) => {
  const { times, version } = await read(id)
  return run(name, chooseTime, { visit: id, version: String(version), time: times[index]?.id ?? '' })
}

describe('several times are proposed', () => {
  test('all invited and the manager are asked at once, and nobody is booked yet', async () => {
    const id = await book('2026-11-03', second('2026-11-02'))
    const visit = await read(id)
    // The visit's own time is the earliest of them, wherever it stood in the form.
    expect(visit).toMatchObject({ state: 'proposed', timesOpen: true, day: dayFromIso('2026-11-02'), start: 540 })
    expect(visit.times.map(({ day, start }) => [day, start])).toEqual([
      [dayFromIso('2026-11-02'), 540],
      [dayFromIso('2026-11-03'), 780],
    ])
    expect(visit.times.map((time) => time.answers.map(({ personId, answer }) => [personId, answer]))).toEqual([
      [[cast.people.anna, 'yes']],
      [[cast.people.anna, 'yes']],
    ])
    expect(visit.invitations.map(({ answer }) => answer)).toEqual([null, null])
    expect(await kindsOf(id)).toEqual(['proposed', 'times-proposed'])
  })

  test('each answers for oneself, the manager too, and the secretary for one who phones in, marked so', async () => {
    const id = await book('2026-11-04', second('2026-11-05'))
    await must(answers(id, 'manager', ['no', 'if-need-be']))
    await must(answers(id, 'bengt', ['yes', 'no'], 'secretary'))
    const [first] = (await read(id)).times
    expect(first?.answers).toContainEqual({
      personId: cast.people.bengt,
      answer: 'yes',
      answeredAt: clock.now(),
      registeredById: cast.people.secretary,
    })
    expect(first?.answers).toContainEqual({ personId: cast.people.manager, answer: 'no', answeredAt: clock.now() })
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      kind: 'times-answered',
      concernsId: cast.people.bengt,
      onBehalf: true,
    })
    await expect(answers(id, 'bengt', ['no', 'no'], 'anna')).rejects.toThrow(NotAllowed)
    await expect(answers(id, 'cecilia', ['yes', 'yes'])).rejects.toThrow(NotAllowed)
  })

  test('an answer can be changed, and every time needs one', async () => {
    const id = await book('2026-11-06', second('2026-11-09'))
    await must(answers(id, 'bengt', ['yes', 'no']))
    await must(answers(id, 'bengt', ['no', 'if-need-be']))
    const said = (await read(id)).times.map((time) => time.answers.find((it) => it.personId === cast.people.bengt))
    expect(said.map((it) => it?.answer)).toEqual(['no', 'if-need-be'])
    expect(await answers(id, 'bengt', ['yes'])).toMatchObject({ ok: false, code: 'visits.time-answer-missing' })
  })

  test('one cannot say yes to an hour in which one is expected elsewhere, but if need be', async () => {
    await book('2026-11-10')
    const { id } = await must(
      run('secretary', bookVisit, {
        ...booking('2026-11-11', { day2: '2026-11-12', start2: '13.00', end2: '14.00' }),
        onBehalfOf: cast.people.anna,
      }),
    )
    const other = await book('2026-11-12', { start: '13.30', end: '16.00' })
    expect(await answers(id, 'bengt', ['yes', 'yes'])).toMatchObject({ ok: false, code: 'visits.clash' })
    await must(answers(id, 'bengt', ['yes', 'if-need-be']))
    await must(run('anna', cancelVisit, { visit: other, version: '1', reason: 'Förhinder' }))
    await must(answers(id, 'bengt', ['yes', 'yes']))
  })

  test('the ordinary yes and no, a programme confirmed and attendance wait until a time is chosen', async () => {
    const id = await book('2026-11-13', second('2026-11-16'))
    const answer = { visit: id, person: cast.people.bengt, answer: 'accepted', message: '' }
    expect(await run('bengt', answerInvitation, answer)).toMatchObject({ ok: false, code: 'visits.answer-times' })
    const plan = { visit: id, version: '1', programme: 'Fika', place: '', intent: 'confirm' }
    expect(await run('manager', planVisit, plan)).toMatchObject({ ok: false, code: 'visits.choose-first' })
  })

  test.each([
    ['a time that has been', second('2026-10-05'), 'visits.in-the-past', 'day2'],
    ['the same time twice', { day2: '2026-11-17', start2: '13.00', end2: '15.00' }, 'visits.same-time', 'day2'],
    ['a time years ahead', second('2031-11-17'), 'visits.too-far', 'day2'],
    [
      'an hour that the spring skips',
      { day2: '2027-03-28', start2: '02.30', end2: '04.00' },
      'visits.clock-changes',
      'start2',
    ],
    [
      'an hour that the autumn repeats',
      { day2: '2026-10-25', start2: '01.00', end2: '02.30' },
      'visits.clock-changes',
      'end2',
    ],
  ] as const)('%s is refused at its field', async (_, more, code, field) => {
    expect(await run('anna', bookVisit, booking('2026-11-17', more))).toMatchObject({ ok: false, code, field })
  })

  test('an end before the start, and half a time, are told at their fields', async () => {
    const faulty = booking('2026-11-17', { day2: '2026-11-18', start2: '13.00', end2: '12.00', day3: '2026-11-19' })
    expect(await run('anna', bookVisit, faulty)).toMatchObject({
      ok: false,
      code: 'input',
      issues: expect.arrayContaining([
        { field: 'end2', code: 'visits.end-before-start' },
        { field: 'start3', code: 'visits.start-missing' },
        { field: 'end3', code: 'visits.end-missing' },
      ]),
    })
  })
})

describe('a time is chosen', () => {
  test('by the manager it is booked at once, and what each said to it is the answer', async () => {
    const id = await book('2026-11-23', second('2026-11-24'))
    clock.advanceMilliseconds(60_000)
    await must(answers(id, 'bengt', ['no', 'if-need-be']))
    const answeredAt = clock.now()
    clock.advanceMilliseconds(60_000)
    expect(await choose('manager', id, 1)).toEqual({ ok: true, value: { booked: true } })
    const visit = await read(id)
    expect(visit).toMatchObject({
      state: 'booked',
      timesOpen: false,
      sequence: 0,
      day: dayFromIso('2026-11-24'),
      start: 540,
      end: 660,
      confirmedOn: cast.system().today,
    })
    expect(visit.invitations.find(({ personId }) => personId === cast.people.bengt)).toMatchObject({
      answer: 'accepted',
      answeredAt,
    })
    expect(await kindsOf(id)).toEqual(['proposed', 'times-proposed', 'times-answered', 'time-chosen', 'confirmed'])
  })

  test('by the one who proposed it waits for the manager, and a no stays a no', async () => {
    const id = await book('2026-11-25', second('2026-11-26'))
    await must(answers(id, 'bengt', ['no', 'yes']))
    expect(await choose('anna', id, 0)).toEqual({ ok: true, value: { booked: false } })
    const visit = await read(id)
    expect(visit).toMatchObject({ state: 'proposed', timesOpen: false, confirmedOn: null })
    expect(visit.invitations.map(({ personId, answer }) => [personId, answer])).toEqual(
      expect.arrayContaining([
        [cast.people.anna, 'accepted'],
        [cast.people.bengt, 'declined'],
      ]),
    )
  })

  test('what the manager has answered is the agreement', async () => {
    const id = await book('2026-11-27', second('2026-11-30'))
    await must(answers(id, 'manager', ['if-need-be', 'no']))
    expect(await choose('anna', id, 0)).toEqual({ ok: true, value: { booked: true } })
  })

  test('one who is only invited does not choose', async () => {
    const id = await book('2026-12-01', second('2026-12-02'))
    await expect(choose('bengt', id, 0)).rejects.toThrow(NotAllowed)
  })

  test('a time that has been taken meanwhile is refused', async () => {
    const id = await book('2026-12-03', second('2026-12-04'))
    await book('2026-12-03', { start: '14.00', end: '16.00' })
    expect(await choose('manager', id, 0)).toMatchObject({ ok: false, code: 'visits.clash' })
    await must(choose('manager', id, 1))
  })

  test('an answer to times that are no longer open is told so', async () => {
    const id = await book('2026-12-07', second('2026-12-08'))
    await must(choose('manager', id, 0))
    expect(await answers(id, 'bengt', ['yes', 'yes'])).toMatchObject({ ok: false, code: 'visits.old-invitation' })
  })
})

describe('a visit is moved', () => {
  const move = async (name: CastName, id: string, more: object) => {
    const { version } = await read(id)
    return run(name, moveVisit, { visit: id, version: String(version), reason: 'Utbildning', ...more })
  }
  const to = (day: string) => ({ day, start: '10.00', end: '11.30' })

  test('everybody is asked anew, and answers to the earlier time are refused', async () => {
    const id = await book('2027-01-11')
    await must(run('bengt', answerInvitation, { visit: id, person: cast.people.bengt, answer: 'accepted' }))
    expect(await move('anna', id, to('2027-01-12'))).toEqual({
      ok: true,
      value: { state: 'proposed', timesOpen: false },
    })
    const visit = await read(id)
    expect(visit).toMatchObject({ state: 'proposed', sequence: 1, day: dayFromIso('2027-01-12'), start: 600, end: 690 })
    const invited = (name: CastName) => visit.invitations.find(({ personId }) => personId === cast.people[name])
    expect(invited('anna')).toMatchObject({ answer: 'accepted', sequence: 1, askedAgainAt: clock.now() })
    expect(invited('bengt')).toMatchObject({ answer: null, sequence: 1, askedAgainAt: clock.now() })
    const old = { visit: id, person: cast.people.bengt, sequence: '0', answer: 'accepted' }
    expect(await run('bengt', answerInvitation, old)).toMatchObject({ ok: false, code: 'visits.old-invitation' })
    await must(run('bengt', answerInvitation, { ...old, sequence: '1' }))
    expect((await eventsOf(id)).find(({ kind }) => kind === 'moved')).toMatchObject({ note: 'Utbildning', start: 600 })
  })

  test('by the manager it is booked at the new time at once', async () => {
    const id = await book('2027-01-13')
    expect(await move('manager', id, to('2027-01-14'))).toEqual({
      ok: true,
      value: { state: 'booked', timesOpen: false },
    })
    expect(await kindsOf(id)).toEqual(['proposed', 'moved', 'confirmed'])
  })

  test('with several times it is put off, and the chosen one comes in a sequence after it', async () => {
    const id = await book('2027-01-15')
    await must(move('manager', id, { ...to('2027-01-18'), ...second('2027-01-19') }))
    expect(await read(id)).toMatchObject({ state: 'proposed', timesOpen: true, sequence: 1 })
    await must(answers(id, 'bengt', ['yes', 'no']))
    await must(choose('manager', id, 0))
    const visit = await read(id)
    expect(visit).toMatchObject({ state: 'booked', timesOpen: false, sequence: 2, day: dayFromIso('2027-01-18') })
    expect(visit.times).toHaveLength(2)
    expect(visit.invitations.every(({ sequence }) => sequence === 2)).toBe(true)
    expect(await kindsOf(id)).toEqual([
      'proposed',
      'postponed',
      'times-proposed',
      'times-answered',
      'time-chosen',
      'confirmed',
    ])
  })

  test('it needs a reason, a time ahead that is free, and one who may', async () => {
    const id = await book('2027-01-20')
    await book('2027-01-21')
    expect(await move('anna', id, { ...to('2027-01-22'), reason: ' ' })).toMatchObject({ ok: false, code: 'input' })
    expect(await move('anna', id, to('2026-10-05'))).toMatchObject({ ok: false, code: 'visits.in-the-past' })
    const now = { day: '2027-01-20', start: '13.00', end: '15.00' }
    expect(await move('anna', id, now)).toMatchObject({ ok: false, code: 'visits.same-as-now' })
    const taken = { day: '2027-01-21', start: '14.00', end: '15.00' }
    expect(await move('anna', id, taken)).toMatchObject({ ok: false, code: 'visits.clash' })
    await expect(move('cecilia', id, to('2027-01-22'))).rejects.toThrow(NotAllowed)
    const stale = { visit: id, version: '7', reason: 'x', ...to('2027-01-22') }
    expect(await run('anna', moveVisit, stale)).toMatchObject({ ok: false, code: 'visits.stale' })
  })

  test('not to a night when the clocks change, nor once it is cancelled', async () => {
    const id = await book('2027-01-25')
    const skipped = { day: '2027-03-28', start: '02.00', end: '04.00' }
    expect(await move('anna', id, skipped)).toMatchObject({ ok: false, code: 'visits.clock-changes', field: 'start' })
    await must(run('anna', cancelVisit, { visit: id, version: '1', reason: 'Förhinder' }))
    expect(await move('anna', id, to('2027-01-26'))).toMatchObject({ ok: false, code: 'visits.not-possible' })
    // Whoever has the page from before is told that it is cancelled already, too.
    for (const version of ['1', '2']) {
      const again = { visit: id, version, reason: 'igen' }
      expect(await run('anna', cancelVisit, again)).toMatchObject({
        ok: false,
        code: 'visits.not-possible',
        facts: { state: 'cancelled' },
      })
    }
  })
})

describe('a joint visit', () => {
  test('one who is invited already finds nobody else to invite', async () => {
    const id = await book('2027-02-01')
    expect(await run('anna', joinVisit, { visit: id })).toMatchObject({ ok: false, code: 'visits.joint-already' })
    await expect(run('cecilia', joinVisit, { visit: id })).rejects.toThrow(NotAllowed)
  })

  test('VSN-05: one who is appointed to the area later makes it one too, and comes; the others are asked', async () => {
    const guideline = 'valfard-och-servicenamnden-2024'
    const town = await aCast(database, clock, { slug: 'granby', guideline, appointed: false })
    const inTown = <I, O>(name: CastName, command: Command<I, O>, input: object) =>
      must(execute({ database, clock }, town.as(name), command, input))
    const { anna, bengt, cecilia } = town.people
    const appointed = (personId: string) =>
      inTown('secretary', appoint, {
        ...{ personId, object: `area:${town.areaId}`, validFrom: '2026-03-25', validUntil: '' },
        ...{ decidedOn: '2026-03-04', paragraph: '§ 20' },
      })
    await appointed(anna)
    const invitation = { units: town.units.solgarden, day: '2026-11-03', start: '13.00', end: '15.00', seen: 'yes' }
    const { id } = await inTown('manager', bookVisit, invitation)
    await appointed(bengt)
    await appointed(cecilia)
    await inTown('cecilia', joinVisit, { visit: id })
    const visit = await database.read(town, (tx) => getVisit(tx, town.system(), id))
    expect(visit.invitations.map(({ personId, answer }) => [personId, answer])).toEqual(
      expect.arrayContaining([
        [anna, null],
        [bengt, null],
        [cecilia, 'accepted'],
      ]),
    )
    const events = await database.read(town, (tx) => listVisitEvents(tx, town.system(), id))
    expect(events.map(({ kind }) => kind)).toEqual(['booked', 'invited', 'invited', 'accepted'])
  })
})

describe('the period of the appointment', () => {
  test('a time beyond it is neither proposed nor moved to', async () => {
    const town = await aCast(database, clock, { slug: 'lillby' })
    const inTown = <I, O>(name: CastName, command: Command<I, O>, input: object) =>
      execute({ database, clock }, town.as(name), command, input)
    const appointments = await database.read(town, (tx) => listAppointments(tx, town.system(), clock.today()))
    for (const { id, personId } of appointments)
      if (personId === town.people.anna) await must(inTown('secretary', endAppointment, { id, until: '2026-12-01' }))
    const first = { units: town.units.solgarden, day: '2026-11-03', start: '13.00', end: '15.00', seen: 'yes' }
    expect(await inTown('anna', bookVisit, { ...first, ...second('2026-12-10') })).toMatchObject({
      ok: false,
      code: 'visits.outside-appointment',
    })
    const { id } = await must(inTown('anna', bookVisit, first))
    const beyond = { visit: id, version: '1', reason: 'x', day: '2026-12-10', start: '13.00', end: '15.00' }
    expect(await inTown('anna', moveVisit, beyond)).toMatchObject({
      ok: false,
      code: 'visits.outside-appointment',
      field: 'day',
    })
  })
})
