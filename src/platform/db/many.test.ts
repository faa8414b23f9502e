import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { aCast, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { ore } from '../../kernel/money.ts'
import { paidTime } from '../../slices/claims/claims.paid-time.tables.ts'
import { newId } from '../ids.ts'
import { amongIds, insertMany } from './many.ts'

test('many rows are read back as they were given, in whatever number, and are chosen by their ids', async () => {
  const database = await aDatabase()
  const cast = await aCast(database, testClock(), { slug: 'many' })
  const rows = [...Array(5001).keys()].map((at) => ({
    ...{
      id: newId(),
      municipalityId: cast.municipalityId,
      personId: cast.people.anna,
      kind: 'meeting',
      body: `”Nämnd” \\ ${at}`,
    },
    ...{ day: dayFromIso('2026-05-04'), startTime: minutes(480), beganAt: minutes(480), endTime: minutes(1440) },
    ...{ amount: ore(at * 100), byItself: ore(at * 100), paidMinutes: minutes(60), standing: at % 2 === 0 },
    ...{ enteredAt: instantFromIso('2026-05-04T20:00:00.123Z'), enteredById: cast.people.anna, minutesOf: `§ ${at}` },
  }))
  await database.transaction(cast, (tx) => insertMany(tx, paidTime, rows))
  const read = await database.read(cast, (tx) => tx.select().from(paidTime).orderBy(asc(paidTime.amount)))
  expect(read).toEqual(rows.map((row) => ({ ...row, claimId: null, visitId: null })))
  const halfGiven = rows.map(({ minutesOf: _minutesOf, ...row }, at) => (at === 0 ? row : { ...row, minutesOf: '§ 1' }))
  await expect(database.transaction(cast, (tx) => insertMany(tx, paidTime, halfGiven))).rejects.toThrow('minutesOf')
  const some = [rows[7], rows[5000]].flatMap((row) => row?.id ?? [])
  const chosen = await database.read(cast, (tx) =>
    tx
      .select({ id: paidTime.id })
      .from(paidTime)
      .where(amongIds(paidTime.id, [...some, newId()])),
  )
  expect(new Set(chosen.map(({ id }) => id))).toEqual(new Set(some))
})
