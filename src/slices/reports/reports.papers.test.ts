import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { addDays, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { type Command, execute } from '../../platform/command.ts'
import { findNextMeeting, listMeetings } from '../directory/index.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { saveDraft, startReport } from './reports.commands.ts'
import { finaliseReport } from './reports.final.commands.ts'
import { getFrozen } from './reports.document.store.ts'

let town: TestApp

beforeAll(async () => {
  town = await anApp()
})

const nextMeetings = (days: readonly string[]) =>
  town.database.read(town.cast, async (tx) => {
    const found: (string | undefined)[] = []
    for (const day of days) {
      const meeting = await findNextMeeting(tx, town.cast.system(), dayFromIso(day))
      found.push(meeting && isoFromDay(meeting.day))
    }
    return found
  })

describe('the meeting that a report reaches', () => {
  // The tests' meetings are on the 20th of each month of 2026, and their papers close on the 10th.
  test.each([
    ['the day before the papers close', '2026-03-09', '2026-03-20'],
    ['the day when they close', '2026-03-10', '2026-03-20'],
    ['the day after', '2026-03-11', '2026-04-20'],
    ['the day of a meeting', '2026-03-20', '2026-04-20'],
    ['the turn of the month', '2026-03-31', '2026-04-20'],
    ['the last papers in the calendar', '2026-12-10', '2026-12-20'],
    ['after the last papers', '2026-12-11', undefined],
    ['long before', '2025-06-01', '2026-01-20'],
  ])('%s', async (_when, day, meeting) => {
    expect(await nextMeetings([day])).toEqual([meeting])
  })

  test('is on each day of the year the earliest one whose papers are not closed', async () => {
    const meetings = await town.database.read(town.cast, (tx) => listMeetings(tx, town.cast.system()))
    const first = dayFromIso('2026-01-01')
    const days = Array.from({ length: 365 }, (_, index) => addDays(first, index))
    const found = await nextMeetings(days.map(isoFromDay))
    for (const [index, day] of days.entries()) {
      const open = meetings.filter(({ papersDeadline }) => papersDeadline >= day).map((meeting) => meeting.day)
      const earliest =
        open.length === 0 ? undefined : isoFromDay(open.toSorted((one, other) => one - other)[0] ?? first)
      expect([isoFromDay(day), found[index]]).toEqual([isoFromDay(day), earliest])
    }
  })

  test('is said before the report is handed in and shown after; past the deadline it is the next one after', async () => {
    const { database, cast, clock } = town
    const run = <I, O>(definition: Command<I, O>, input: unknown) =>
      must(execute({ database, clock }, cast.as('anna'), definition, input))
    const aDraft = async (day: string) => {
      const who = [cast.people.anna, cast.people.bengt]
      const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who })
      const { id } = await run(startReport, { visitId })
      await run(saveDraft, { id, version: '1', 'text.HED-09-safety': 'Lugnt.' })
      return id
    }
    const [inTime, late] = [await aDraft('2026-09-01'), await aDraft('2026-09-02')]
    const said = async (id: string, path: string) => (await town.get('anna', `/rapporter/${id}${path}`)).text()
    const meetingOf = async (id: string) =>
      (await database.read(cast, (tx) => getFrozen(tx, cast.system(), id))).meeting?.day

    expect(await said(inTime, '/fardig')).toContain('sammanträdet 20 oktober 2026')
    await run(finaliseReport, { id: inTime, version: '2' })
    expect(await said(inTime, '')).toContain('Med handlingarna till sammanträdet 20 oktober 2026')
    expect(await meetingOf(inTime)).toBe(dayFromIso('2026-10-20'))

    clock.advanceDays(5)
    town.forgetSessions()
    expect(await said(late, '/fardig')).toContain('sammanträdet 20 november 2026')
    await run(finaliseReport, { id: late, version: '2' })
    expect(await said(late, '')).toContain('Med handlingarna till sammanträdet 20 november 2026')
    expect(await meetingOf(late)).toBe(dayFromIso('2026-11-20'))
  })
})
