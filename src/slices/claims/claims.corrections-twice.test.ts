import { beforeAll, expect, test } from 'vitest'
import { must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { aPayrollTown, type PayrollTown } from '../../../tests/support/payroll-town.ts'
import type { MovableClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { listDifferences } from './claims.corrections.basis.ts'
import { decideDifference } from './claims.corrections.commands.ts'
import { seenAmounts } from './claims.corrections.rules.ts'

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
  expect(await correct(town, first)).toMatchObject({ ok: false, code: 'claims.paid-twice' })
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
