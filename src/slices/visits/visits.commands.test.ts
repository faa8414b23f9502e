import { beforeAll, describe, expect, test } from 'vitest'
import { type Cast, type CastName, aCast, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { judge } from '../guidelines/index.ts'
import { peopleFacts } from '../people/index.ts'
import { directoryFacts } from '../directory/index.ts'
import { appointmentsFacts } from '../appointments/index.ts'
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

const run = (name: CastName, command: Parameters<typeof execute>[2], input: object) => execute({ database, clock }, cast.as(name), command as never, input)
const read = (id: string) => database.read(cast.municipalityId, (tx) => getVisit(tx, cast.system(), id))
const booking = (day: string, more: object = {}) => ({ units: cast.units.solgarden, day, start: '13.00', end: '15.00', seen: 'yes', ...more })
const book = async (day: string, more: object = {}) => must(execute({ database, clock }, cast.as('anna'), bookVisit, booking(day, more)))

describe('a politician books a visit (Hedemora)', () => {
  test('HED-06: the booking waits for the manager, and both contact politicians are invited', async () => {
    const { id, state } = await book('2026-11-03')
    expect(state).toBe('proposed')
    const visit = await read(id)
    expect(visit).toMatchObject({ initiatedBy: 'politician', initiatedByPersonId: cast.people.anna, version: 1, confirmedOn: null })
    expect(visit.invitations.map(({ personId, answer }) => [personId, answer])).toEqual(
      expect.arrayContaining([
        [cast.people.anna, 'accepted'],
        [cast.people.bengt, null],
      ]),
    )
  })

  test('HED-06: the manager plans and confirms, and the visit is booked', async () => {
    const { id } = await book('2026-11-04')
    const outcome = await run('manager', planVisit, { visit: id, version: '1', programme: 'Fika och rundvandring', place: 'Matsalen', intent: 'confirm' })
    expect(outcome).toEqual({ ok: true, value: { confirmed: true } })
    expect(await read(id)).toMatchObject({ state: 'booked', plannedBy: 'manager', place: 'Matsalen', version: 2 })
  })
})
