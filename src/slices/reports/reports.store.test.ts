import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCast, type Cast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { MovableClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { attendance } from '../visits/visits.tables.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { followAttendance } from './reports.after.commands.ts'
import { saveDraft, startReport } from './reports.commands.ts'
import { finaliseReport } from './reports.final.commands.ts'
import { maySeeReport } from './reports.rules.ts'
import { listReports, type ReportRow } from './reports.store.ts'

let database: Database
let clock: MovableClock
let cast: Cast

beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
  cast = await aCast(database, clock)
  await aReport('2026-05-04', 'solgarden', ['anna', 'bengt'], 'draft')
  await aReport('2026-05-05', 'bjorken', ['cecilia'], 'draft')
  await aReport('2026-05-06', 'solgarden', ['anna'], 'final')
  await aReport('2026-05-07', 'bjorken', ['cecilia', 'david'], 'final')
})

const run = <I, O>(name: CastName, definition: Command<I, O>, input: unknown) =>
  execute({ database, clock }, cast.as(name), definition, input)

async function aReport(
  day: string,
  unit: 'solgarden' | 'bjorken',
  who: readonly [CastName, ...CastName[]],
  state: 'draft' | 'final',
): Promise<{ readonly id: string; readonly visitId: string }> {
  const [first] = who
  const visitId = await aHeldVisit(database, cast, {
    day,
    unitId: cast.units[unit],
    who: who.map((name) => cast.people[name]),
  })
  const { id } = await must(run(first, startReport, { visitId }))
  await must(run(first, saveDraft, { id, version: '1', 'text.HED-09-safety': 'Text' }))
  if (state === 'final') await must(run(first, finaliseReport, { id, version: '2' }))
  return { id, visitId }
}

const all = () => database.read(cast, (tx) => listReports(tx, cast.system()))
const reachOf = ({ state, authors, units }: ReportRow) => ({
  state,
  authorIds: authors.map(({ personId }) => personId),
  unitIds: units.map(({ id }) => id),
})

describe('what the database gives is what the rule allows', () => {
  test.each([
    'anna',
    'bengt',
    'cecilia',
    'david',
    'manager',
    'otherManager',
    'secretary',
    'chair',
    'qualityOfficer',
    'feeOfficer',
    'administrator',
    'auditor',
  ] as const)('for %s', async (name) => {
    const scope = cast.as(name)
    const given = await database.read(cast, (tx) => listReports(tx, scope))
    const allowed = (await all()).filter((report) => maySeeReport(scope, reachOf(report)))
    expect(given.map(({ id }) => id)).toEqual(allowed.map(({ id }) => id))
  })
})

test('when the attendance is put right, the draft follows and a signature of one who stays is kept', async () => {
  const { id, visitId } = await aReport('2026-05-11', 'solgarden', ['anna', 'bengt'], 'draft')
  await must(run('anna', saveDraft, { id, version: '2', next: 'sign', 'text.HED-09-safety': 'Text' }))
  await database.transaction(cast, (tx) =>
    tx.update(attendance).set({ personId: cast.people.cecilia }).where(eq(attendance.personId, cast.people.bengt)),
  )
  await must(execute({ database, clock }, cast.system(), followAttendance, { visitId }))
  const report = (await all()).find((it) => it.id === id)
  expect(report?.authors.map(({ name, signedAt }) => [name, signedAt !== undefined])).toEqual([
    ['Anna Exempel', true],
    ['Cecilia Exempel', false],
  ])
})

test('two who begin at the same time get the same draft', async () => {
  const who = [cast.people.anna, cast.people.bengt]
  const visitId = await aHeldVisit(database, cast, { day: '2026-05-12', unitId: cast.units.solgarden, who })
  const [one, other] = await Promise.all([
    must(run('anna', startReport, { visitId })),
    must(run('bengt', startReport, { visitId })),
  ])
  expect(one.id).toBe(other.id)
})

test('reports finished at the same time never share a number', async () => {
  const drafts = await Promise.all(
    ['2026-05-13', '2026-05-14', '2026-05-15', '2026-05-18'].map((day) => aReport(day, 'bjorken', ['david'], 'draft')),
  )
  const numbers = await Promise.all(drafts.map(({ id }) => must(run('david', finaliseReport, { id, version: '2' }))))
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(4)
})
