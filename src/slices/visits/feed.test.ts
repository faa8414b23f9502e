import ICAL from 'ical.js'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { logged } from '../../../tests/support/logged.ts'
import { type Command, execute } from '../../platform/command.ts'
import { hashToken } from '../../platform/tokens.ts'
import { person } from '../people/people.tables.ts'
import { bookVisit } from './index.ts'
import { answerInvitation, cancelVisit } from './visits.commands.ts'
import { calendarFeed } from './visits.tables.ts'

let town: TestApp
beforeEach(async () => {
  town = await anApp()
})

function run<I, O>(name: CastName, definition: Command<I, O>, input: object): Promise<O> {
  return must(execute({ database: town.database, clock: town.clock }, town.cast.as(name), definition, input))
}
const book = async (day: string) =>
  (await run('anna', bookVisit, { units: town.cast.units.solgarden, day, start: '13.00', end: '15.00', seen: 'yes' }))
    .id

/** Makes a feed through the page and returns its path. */
async function aFeed(name: CastName): Promise<string> {
  const page = await (await town.post(name, '/konto/kalender/ny')).text()
  return /http:\/\/localhost(\/ekby\/kalender\/[\w-]{43}\.ics)/.exec(page)?.[1] ?? ''
}
const fetched = (path: string) => town.app.request(`http://localhost${path}`)

/** Reads a calendar with another library than the one that wrote it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((it) => {
    const event = new ICAL.Event(it)
    return {
      summary: event.summary,
      status: it.getFirstPropertyValue('status'),
      start: event.startDate.toString(),
      uid: event.uid,
    }
  })
  return { calendar, visits: events.filter(({ summary }) => summary.startsWith('Verksamhet')), events }
}

describe('the own calendar feed', () => {
  it('has the person’s visits and the committee’s meetings, and nobody’s name', async () => {
    const visit = await book('2026-11-03')
    const path = await aFeed('bengt')
    const answer = await fetched(path)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ])
    const text = await answer.text()
    const { calendar, visits, events } = read(text)
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT4H')
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Stockholm')
    expect(visits).toEqual([
      {
        summary: 'Verksamhetsbesök, Solgården',
        status: 'TENTATIVE',
        start: '2026-11-03T13:00:00',
        uid: `${visit}@namndkontakt`,
      },
    ])
    expect(
      events.filter(({ summary }) => summary === 'Sammanträde, Omsorgsnämnden').map(({ start }) => start),
    ).toContain('2026-10-20')
    expect(text).not.toMatch(/Anna|Bengt|Exempel|ATTENDEE|@ekby/)
  })

  it('is the manager’s too, leaves out what one has said no to, and tells of a cancelled visit for thirty days', async () => {
    const visit = await book('2026-11-03')
    const [bengts, managers] = [await aFeed('bengt'), await aFeed('manager')]
    expect(read(await (await fetched(managers)).text()).events).toHaveLength(1)
    await run('bengt', answerInvitation, { visit, person: town.cast.people.bengt, answer: 'declined', message: '' })
    expect(read(await (await fetched(bengts)).text()).visits).toEqual([])
    await run('anna', cancelVisit, { visit, version: '1', reason: 'Förhinder' })
    expect(read(await (await fetched(managers)).text()).visits).toMatchObject([{ status: 'CANCELLED' }])
    town.clock.advanceDays(31)
    expect(read(await (await fetched(managers)).text()).visits).toEqual([])
  })

  it('keeps its secret nowhere, and a new one or none puts an end to the old', async () => {
    const first = await aFeed('anna')
    const secret = /kalender\/(.+)\.ics/.exec(first)?.[1] ?? ''
    const [row] = await town.database.read(town.cast, (tx) => tx.select().from(calendarFeed))
    expect([row?.tokenHash, JSON.stringify(row).includes(secret)]).toEqual([hashToken(secret), false])
    expect(await (await town.get('anna', '/konto/kalender')).text()).not.toContain(secret)
    expect(JSON.stringify(await logged(town))).not.toContain(secret)
    const second = await aFeed('anna')
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200])
    expect((await town.post('anna', '/konto/kalender/avsluta')).headers.get('location')).toContain('klart=ended')
    expect((await fetched(second)).status).toBe(404)
    expect((await town.post('anna', '/konto/kalender/avsluta')).status).toBe(404)
  })

  it('answers wrong, revoked and locked with the very same page', async () => {
    const revoked = await aFeed('anna')
    await town.post('anna', '/konto/kalender/avsluta')
    const locked = await aFeed('bengt')
    await town.database.transaction(town.cast, (tx) =>
      tx.update(person).set({ lockedAt: town.clock.now() }).where(eq(person.id, town.cast.people.bengt)),
    )
    const answers = await Promise.all(
      [revoked, locked, `/ekby/kalender/${'a'.repeat(43)}.ics`, '/ekby/kalender/x'].map(fetched),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
  })

  it('is written down in the log once a day, however often it is fetched', async () => {
    const path = await aFeed('anna')
    const notes = async () => (await logged(town)).filter(({ command }) => command === 'visits.fetch-feed')
    for (let times = 0; times < 3; times += 1) await fetched(path)
    expect(await notes()).toHaveLength(1)
    town.clock.advanceDays(1)
    await Promise.all([fetched(path), fetched(path)])
    expect(await notes()).toHaveLength(2)
  })

  it('is for every role', async () => {
    const roles = ['manager', 'secretary', 'chair', 'qualityOfficer', 'feeOfficer', 'administrator', 'auditor'] as const
    for (const name of roles) expect((await fetched(await aFeed(name))).status).toBe(200)
  })
})
