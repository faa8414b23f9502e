import { beforeAll, expect, test } from 'vitest'
import { must, testClock, testDay } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { aPayrollTown, type PayrollTown } from '../../../tests/support/payroll-town.ts'
import type { MovableClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { listDifferences } from './claims.corrections.basis.ts'
import { decideDifference } from './claims.corrections.commands.ts'
import { seenAmounts } from './claims.corrections.rules.ts'
import { shownDifferences } from './claims.corrections.page.ts'
import { enterMeeting } from './claims.other-time.commands.ts'
import { compareEverywhere } from './claims.recompute.basis.ts'

let database: Database
let clock: MovableClock

beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

const differing = async ({ cast }: PayrollTown, visitId: string) =>
  (await database.read(cast, (tx) => listDifferences(tx, cast.system()))).differing.find(
    ({ claim }) => claim.visitId === visitId,
  )

/** The chair has the visit's claim corrected. */
async function correct(town: PayrollTown, visitId: string) {
  const found = await differing(town, visitId)
  if (found === undefined) throw new Error('there is no difference')
  const { id, version } = found.claim
  const seen = seenAmounts(found.difference)
  return town.run('chair', decideDifference, { id, version: String(version), seen, outcome: 'correct', reason: '' })
}

async function paid(town: PayrollTown, visit: Parameters<PayrollTown['hold']>[0]): Promise<string> {
  const visitId = await town.hold(visit)
  await town.approve(visitId)
  await must(town.exportAll())
  return visitId
}

async function takenBack(town: PayrollTown, visitId: string): Promise<void> {
  await town.attend(visitId, 'anna', undefined)
  await must(correct(town, visitId))
  await must(town.exportAll())
}

test('a time that was taken back and has been paid for another visit is not paid again by a correction', async () => {
  const town = await aPayrollTown(database, clock)
  const first = await paid(town, { day: '2026-05-04' })
  await takenBack(town, first)
  const second = await paid(town, { day: '2026-05-04', start: 960, end: 1080 })
  await town.attend(first, 'anna', 1040)
  expect(await differing(town, first)).toBeUndefined()
  expect((await town.claimOf(first)).state).toBe('reversed')
  // What does not run into the other is paid.
  await town.attend(first, 'anna', 960)
  await must(correct(town, first))
  await must(town.exportAll())
  expect([(await town.claimOf(first)).state, (await town.claimOf(second)).state]).toEqual(['exported', 'exported'])
})

test('a place under a cap that was given back and used by another visit is given again only when that one is taken back', async () => {
  const town = await aPayrollTown(database, clock)
  const first = await paid(town, { day: '2026-05-04' })
  await paid(town, { day: '2026-05-11' })
  await takenBack(town, first)
  const third = await paid(town, { day: '2026-05-18' })
  await town.attend(first, 'anna', 1040)
  expect(await correct(town, first)).toMatchObject({ ok: false, code: 'claims.cap-held' })
  await must(correct(town, third))
  await must(correct(town, first))
  await must(town.exportAll())
  expect([(await town.claimOf(first)).state, (await town.claimOf(third)).state]).toEqual(['exported', 'reversed'])
})

/** A meeting of the council is entered from its minutes: Anna was paid for those hours there. */
const meeting = ({ cast, run }: PayrollTown, start: string, end: string) =>
  run('secretary', enterMeeting, {
    ...{ day: '2026-05-04', start, end, kind: 'meeting', amount: '347', body: 'Kommunfullmäktige' },
    ...{ minutesOf: 'Protokoll 2026-05-04, § 40', person: cast.people.anna },
  })

const open = async ({ cast }: PayrollTown) =>
  (await database.read(cast, (tx) => shownDifferences(tx, cast.system(), 'sv'))).map(({ from, to, why }) => ({
    ...{ from, to, why: why.join(' ') },
  }))

const compared = async ({ cast }: PayrollTown) =>
  (await compareEverywhere(database, { today: testDay, slug: cast.place.municipality }))
    .flatMap(({ differences }) => differences)
    .map(({ exported, computed, standing }) => [exported, computed, standing])

test('a meeting that is entered after payroll for the same time is a difference to decide, and taken back once', async () => {
  const town = await aPayrollTown(database, clock)
  const visitId = await paid(town, { day: '2026-05-04' })
  await must(meeting(town, '16.00', '18.00'))
  const [found] = await open(town)
  expect([found?.from, found?.to]).toEqual([60650, 0])
  expect(found?.why).toContain('Kommunfullmäktige, 16.00–18.00. En tid betalas en gång.')
  expect(await compared(town)).toEqual([[60650, 0, 'open']])
  await must(correct(town, visitId))
  await must(town.exportAll())
  expect((await town.claimOf(visitId)).state).toBe('reversed')
  expect([await open(town), await compared(town)]).toEqual([[], []])
})

test('where the attendance was wrong it is corrected instead, and only what was too much is taken back', async () => {
  const town = await aPayrollTown(database, clock)
  const visitId = await paid(town, { day: '2026-05-04' })
  await must(meeting(town, '16.00', '18.00'))
  await town.attend(visitId, 'anna', 960)
  expect((await open(town)).map(({ from, to }) => [from, to])).toEqual([[60650, 34700]])
})

test('a meeting that ends as the visit begins is none, and one that is let stand is decided', async () => {
  const town = await aPayrollTown(database, clock)
  const visitId = await paid(town, { day: '2026-05-04' })
  await must(meeting(town, '13.00', '15.00'))
  expect(await open(town)).toEqual([])
  await must(meeting(town, '14.30', '15.30'))
  const found = await differing(town, visitId)
  if (found === undefined) throw new Error('there is no difference')
  const about = { id: found.claim.id, version: String(found.claim.version), seen: seenAmounts(found.difference) }
  const stands = { ...about, outcome: 'let-stand', reason: 'Fullmäktige tar tillbaka sitt.' }
  await must(town.run('chair', decideDifference, stands))
  expect((await differing(town, visitId))?.standing).toBe('let-stand')
  expect(await compared(town)).toEqual([[60650, 0, 'let-stand']])
})

test('of two visits that have been paid and by now run into each other the later is taken back, never both', async () => {
  const town = await aPayrollTown(database, clock)
  const first = await paid(town, { day: '2026-05-04', start: 900, end: 960 })
  const second = await paid(town, { day: '2026-05-04', start: 960, end: 1020 })
  await town.attend(first, 'anna', 990)
  const to = async (visitId: string) => (await differing(town, visitId))?.difference.to
  expect([await to(first), await to(second)]).toEqual([43350, 0])
  await must(correct(town, second))
  await must(correct(town, first))
  await must(town.exportAll())
  expect([await differing(town, first), await differing(town, second)]).toEqual([undefined, undefined])
  expect([(await town.claimOf(first)).state, (await town.claimOf(second)).state]).toEqual(['exported', 'reversed'])
})
