import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCast, type Cast, type CastName, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { isoTimeOfDay, minutes } from '../../kernel/clock-time.ts'
import { addDays, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import type { PersonScope, Scope } from '../../platform/scope.ts'
import { joinVisit } from './joining.commands.ts'
import { moveVisit } from './moving.commands.ts'
import { answerTimes, chooseTime } from './times.commands.ts'
import { noteAttendance } from './visits.attendance.commands.ts'
import {
  answerInvitation,
  bookVisit,
  cancelVisit,
  declineVisit,
  markReported,
  missVisit,
  planVisit,
} from './visits.commands.ts'
import { getVisit, listVisitEvents, type VisitRow } from './visits.store.ts'
import { replay } from './visits.timeline.rules.ts'

const time = (day: string, start: number) => ({
  day: dayFromIso(day),
  start: minutes(start),
  end: minutes(start + 60),
})
const nothing = { day: null, start: null, end: null }

describe('replay', () => {
  test('a visit that was proposed, moved and confirmed stands where it was moved to', () => {
    expect(
      replay([
        { kind: 'proposed', ...time('2026-11-03', 600) },
        { kind: 'accepted', ...nothing },
        { kind: 'moved', ...time('2026-11-04', 660) },
        { kind: 'confirmed', ...nothing },
      ]),
    ).toEqual({ state: 'booked', timesOpen: false, ...time('2026-11-04', 660) })
  })

  test('times that are open are settled by the choice, and by every ending', () => {
    const proposed = [
      { kind: 'proposed', ...time('2026-11-03', 600) },
      { kind: 'times-proposed', ...nothing },
    ] as const
    expect(replay(proposed)).toMatchObject({ state: 'proposed', timesOpen: true })
    expect(replay([...proposed, { kind: 'time-chosen', ...time('2026-11-05', 600) }])).toMatchObject({
      state: 'proposed',
      timesOpen: false,
      day: dayFromIso('2026-11-05'),
    })
    for (const kind of ['declined', 'cancelled'] as const)
      expect(replay([...proposed, { kind, ...nothing }])).toMatchObject({ state: kind, timesOpen: false })
  })

  test('attendance that is corrected after the report leaves the visit reported', () => {
    const events = ['held', 'reported', 'attendance-corrected', 'broken-off'] as const
    const told = events.map((kind) => ({ kind, ...nothing }))
    expect(replay([{ kind: 'booked', ...time('2026-11-03', 600) }, ...told]).state).toBe('reported')
  })

  test('a timeline without the time it begins with is none of ours', () => {
    expect(() => replay([])).toThrow('begins with the time')
    expect(() => replay([{ kind: 'proposed', ...nothing }])).toThrow('begins with the time')
  })
})

describe('replayed against the real database', () => {
  const clock = testClock()
  let database: Database
  let cast: Cast

  beforeAll(async () => {
    database = await aDatabase()
    cast = await aCast(database, clock)
  })

  /** One step: something that somebody does to the visit, whether or not it can be done then. */
  type Step =
    | { readonly do: 'answer'; readonly yes: boolean }
    | { readonly do: 'answer-times'; readonly said: 'yes' | 'if-need-be' | 'no'; readonly by: 'bengt' | 'manager' }
    | { readonly do: 'choose'; readonly index: number; readonly by: 'anna' | 'manager' | 'secretary' }
    | { readonly do: 'move'; readonly times: number; readonly days: number; readonly by: 'anna' | 'manager' }
    | { readonly do: 'confirm' | 'decline' | 'cancel' | 'miss' | 'hold' | 'report' | 'join' }
    | { readonly do: 'wait'; readonly days: number }

  const steps: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ do: fc.constant('answer' as const), yes: fc.boolean() }),
    fc.record({
      do: fc.constant('answer-times' as const),
      said: fc.constantFrom('yes' as const, 'if-need-be' as const, 'no' as const),
      by: fc.constantFrom('bengt' as const, 'manager' as const),
    }),
    fc.record({
      do: fc.constant('choose' as const),
      index: fc.nat(4),
      by: fc.constantFrom('anna' as const, 'manager' as const, 'secretary' as const),
    }),
    fc.record({
      do: fc.constant('move' as const),
      times: fc.integer({ min: 1, max: 5 }),
      days: fc.integer({ min: 1, max: 9 }),
      by: fc.constantFrom('anna' as const, 'manager' as const),
    }),
    fc.record({ do: fc.constantFrom('confirm', 'decline', 'cancel', 'miss', 'hold', 'report', 'join') }),
    fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 12 }) }),
  )

  /** How it may end: most of what is drawn at random does not reach the day. */
  const endings: fc.Arbitrary<readonly Step[]> = fc.constantFrom<readonly Step[]>(
    [],
    [{ do: 'confirm' }, { do: 'wait', days: 21 }, { do: 'hold' }, { do: 'hold' }, { do: 'report' }, { do: 'hold' }],
    [{ do: 'wait', days: 21 }, { do: 'miss' }],
  )

  const timesOn = (from: number, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => {
        const number = index === 0 ? '' : String(index + 1)
        const start = minutes(600 + 15 * index)
        return [
          [`day${number}`, isoFromDay(addDays(clock.today(), from + index))],
          [`start${number}`, isoTimeOfDay(start)],
          [`end${number}`, isoTimeOfDay(minutes(start + 60))],
        ]
      }).flat(),
    )

  const as = (name: CastName): PersonScope => ({ ...cast.as(name), today: clock.today() })
  const run = <I, O>(scope: Scope, command: Command<I, O>, input: object) =>
    execute({ database, clock }, scope, command, input)

  async function take(step: Step, visit: VisitRow): Promise<void> {
    const [id, version] = [visit.id, String(visit.version)]
    const { anna, bengt, manager } = cast.people
    const reason = { visit: id, version, reason: 'Skäl' }
    switch (step.do) {
      case 'answer':
        await run(as('bengt'), answerInvitation, {
          visit: id,
          person: bengt,
          answer: step.yes ? 'accepted' : 'declined',
        })
        return
      case 'answer-times': {
        const person = step.by === 'manager' ? manager : bengt
        const answers = Object.fromEntries(visit.times.map((it) => [it.id, step.said]))
        await run(as(step.by), answerTimes, { visit: id, person, sequence: String(visit.sequence), answers })
        return
      }
      case 'choose': {
        const chosen = visit.times[step.index % Math.max(1, visit.times.length)]?.id ?? id
        await run(as(step.by), chooseTime, { visit: id, version, time: chosen })
        return
      }
      case 'move':
        await run(as(step.by), moveVisit, { ...reason, ...timesOn(step.days, step.times) })
        return
      case 'confirm':
        await run(as('manager'), planVisit, { visit: id, version, programme: 'Fika', place: '', intent: 'confirm' })
        return
      case 'decline':
        await run(as('manager'), declineVisit, { ...reason, cause: 'other' })
        return
      case 'cancel':
        await run(as('anna'), cancelVisit, reason)
        return
      case 'miss':
        await run(as('anna'), missVisit, reason)
        return
      case 'hold':
        await run(as('anna'), noteAttendance, {
          ...{ visit: id, version, reason: 'Rättelse', [`came.${anna}`]: 'yes' },
          ...{ [`start.${anna}`]: isoTimeOfDay(visit.start), [`end.${anna}`]: isoTimeOfDay(visit.end) },
          ...{ 'met.users': 'yes', 'met.manager': 'yes', 'met.staff': 'yes' },
        })
        return
      case 'report':
        await run(cast.system(), markReported, { visit: id })
        return
      case 'join':
        await run(as('anna'), joinVisit, { visit: id })
        return
      case 'wait':
        clock.advanceDays(step.days)
    }
  }

  const seen = new Set<string>()

  test('the timeline of every visit gives its state and its time, after whatever is done to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(steps, { maxLength: 8 }),
        endings,
        async (count, days, sequence, ending) => {
          clock.set(testClock().now())
          const booking = { units: cast.units.solgarden, seen: 'yes', ...timesOn(days, count) }
          const booked = await run(as('anna'), bookVisit, booking)
          // An earlier visit may have the hour still: then there is nothing to replay.
          if (!booked.ok) return
          for (const step of [{ do: 'wait', days: 0 } as const, ...sequence, ...ending]) {
            const before = await database.read(cast, (tx) => getVisit(tx, cast.system(), booked.value.id))
            await take(step, before)
            const { row, events } = await database.read(cast, async (tx) => ({
              row: await getVisit(tx, cast.system(), booked.value.id),
              events: await listVisitEvents(tx, cast.system(), booked.value.id),
            }))
            const { state, day, start, end, timesOpen } = row
            expect(replay(events)).toEqual({ state, day, start, end, timesOpen })
            seen.add(state)
          }
          const last = await database.read(cast, (tx) => getVisit(tx, cast.system(), booked.value.id))
          await run(as('anna'), cancelVisit, { visit: last.id, version: String(last.version), reason: 'Städning' })
        },
      ),
      { numRuns: 80 },
    )
    // What was drawn reached every state that a visit can be in.
    expect([...seen].toSorted()).toEqual(['booked', 'cancelled', 'declined', 'held', 'missed', 'proposed', 'reported'])
  }, 240_000)
})
