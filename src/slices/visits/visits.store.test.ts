import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { aCast, type Cast, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { NotFound } from '../../kernel/errors.ts'
import { type Role, roles } from '../../kernel/permissions.ts'
import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { bookVisit, getVisit, listVisits } from './index.ts'
import { maySee } from './visits.rules.ts'

const clock = testClock()
let database: Database
let cast: Cast
let other: Cast

beforeAll(async () => {
  database = await aDatabase()
  cast = await aCast(database, clock)
  other = await aCast(database, clock, { slug: 'granby' })
  const book = (units: string, name: 'anna' | 'cecilia', at: Cast) =>
    must(
      execute({ database, clock }, at.as(name), bookVisit, {
        units,
        day: '2026-11-03',
        start: '13.00',
        end: '15.00',
        seen: 'yes',
      }),
    )
  await book(cast.units.solgarden, 'anna', cast)
  await book(cast.units.bjorken, 'cecilia', cast)
  await book(other.units.solgarden, 'anna', other)
})

test('what the database shows of visits is what the rule says may be seen, for every set of roles and units', async () => {
  const all = await database.read(cast, (tx) => listVisits(tx, cast.system()))
  expect(all).toHaveLength(2)
  const units = Object.values(cast.units)
  await fc.assert(
    fc.asyncProperty(fc.subarray<Role>([...roles]), fc.subarray(units), async (held, managedUnitIds) => {
      const scope = { ...cast.as('anna'), roles: held, managedUnitIds }
      const shown = await database.read(cast, (tx) => listVisits(tx, scope))
      const allowed = all.filter((visit) => maySee(scope, { unitIds: visit.units.map(({ id }) => id) }))
      expect(shown.map(({ id }) => id)).toEqual(allowed.map(({ id }) => id))
    }),
    { numRuns: 60 },
  )
})

test('a visit of another municipality does not exist', async () => {
  const [foreign] = await database.read(other, (tx) => listVisits(tx, other.system()))
  await expect(database.read(cast, (tx) => getVisit(tx, cast.system(), foreign?.id ?? ''))).rejects.toThrow(NotFound)
})
