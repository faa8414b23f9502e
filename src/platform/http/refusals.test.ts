import { beforeAll, expect, test } from 'vitest'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { createLog } from '../log.ts'

const lines: string[] = []
let town: TestApp

beforeAll(async () => {
  const [database, clock] = [await aDatabase(), testClock()]
  const log = createLog('info', { write: (line) => void lines.push(line) })
  town = appWith(database, clock, await aCast(database, clock), log)
})

const refusals = () =>
  lines.map((line): Record<string, unknown> => JSON.parse(line)).filter(({ msg }) => msg === 'A command was refused')
const booking = (more: object) => ({
  units: town.cast.units.solgarden,
  ...{ day: '2026-10-20', start: '13.00', end: '15.00', place: 'Hemma hos en granne' },
  ...more,
})

test.each([
  ['a time that has been', { day: '2026-10-05' }, 'visits.in-the-past'],
  ['a time that the clocks show twice', { day: '2026-10-25', start: '02.30', end: '04.00' }, 'visits.clock-changes'],
  ['an end before the start', { end: '12.00' }, 'visits.end-before-start'],
])('%s is refused, and the log says what and who, and nothing of what was written', async (_, more, code) => {
  lines.length = 0
  const response = await town.post('anna', '/besok/nytt', booking(more))
  expect(response.status).toBe(422)
  const { municipalityId, committeeId, people } = town.cast
  expect(refusals()).toEqual([
    expect.objectContaining({
      ...{ command: 'visits.book', refusals: [code] },
      ...{ municipalityId, committeeId, personId: people.anna },
    }),
  ])
  expect(lines.join('')).not.toContain('granne')
})

test('what is done leaves no such line', async () => {
  lines.length = 0
  const response = await town.post('anna', '/besok/nytt', booking({ seen: 'yes' }))
  expect(response.status).toBe(303)
  expect(refusals()).toEqual([])
})
