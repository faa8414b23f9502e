import ICAL from 'ical.js'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso, instantFromMilliseconds, isoFromInstant } from '../../kernel/instant.ts'
import { calendarInvitation, type CalendarVisit } from './calendar.invitation.ts'
import type { InvitationKind } from './visits.mail.rules.ts'

const anna = '0199f3a0-0000-7000-8000-0000000000a1'
const visit: CalendarVisit = {
  id: '0199f3a0-0000-7000-8000-000000000001',
  sequence: 0,
  state: 'booked',
  timesOpen: false,
  day: dayFromIso('2026-11-03'),
  start: minutes(13 * 60),
  end: minutes(15 * 60),
  units: [
    {
      id: '0199f3a0-0000-7000-8000-0000000000e1',
      name: 'Solgårdens särskilda boende för äldre, Långshyttan',
      areaId: null,
    },
  ],
  invitations: [
    {
      personId: anna,
      sentAt: instantFromIso('2026-10-06T10:00:00Z'),
      sequence: 0,
      askedAgainAt: null,
      standsInForId: null,
      answer: null,
      answeredAt: null,
      message: '',
    },
  ],
}

function written(kind: InvitationKind, of: Partial<CalendarVisit> = {}, at = '2026-10-06T10:00:00Z') {
  return calendarInvitation(kind, {
    visit: { ...visit, ...of },
    receiver: { id: anna, address: 'anna.ek@ekby.example', language: 'sv' },
    organizer: { name: 'Omsorgsnämnden', address: 'kontakt@ekby.example', sentBy: 'namndkontakt@drift.example' },
    link: 'https://namndkontakt.ekby.example/ekby/namnden/besok/0199f3a0-0000-7000-8000-000000000001',
    now: instantFromIso(at),
  })
}

const answered = (answer: 'accepted' | 'declined') =>
  visit.invitations.map((one) => ({ ...one, answer, answeredAt: instantFromIso('2026-10-07T10:00:00Z') }))

const moved = { sequence: 1, day: dayFromIso('2026-11-10'), start: minutes(9 * 60), end: minutes(10 * 60 + 30) }
const golden = {
  create: written('invite'),
  move: written('invite', moved, '2026-10-08T06:30:00Z'),
  cancel: written('invite', { ...moved, sequence: 2, state: 'cancelled' }, '2026-10-09T06:30:00Z'),
  'remove-one': written('remove', { invitations: [] }, '2026-10-09T06:30:00Z'),
}
type Name = keyof typeof golden
const names = Object.keys(golden) as Name[]

const fileOf = (name: Name) => new URL(`./testing/${name}.ics`, import.meta.url)

/** Reads it with another library than the one that wrote it. */
function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? new ICAL.Component('vtimezone'))
  const [event] = calendar.getAllSubcomponents('vevent')
  if (event === undefined) throw new Error('No event')
  const at = (name: string) => {
    const value = event.getFirstPropertyValue(name)
    if (!(value instanceof ICAL.Time)) throw new Error(`${name} is no time`)
    return isoFromInstant(instantFromMilliseconds(value.toUnixTime() * 1000))
  }
  return { calendar, zone, event, at, value: (name: string) => event.getFirstPropertyValue(name) }
}

describe('the golden files', () => {
  test.each(names)('%s is written byte for byte', (name) => {
    expect(golden[name].text).toBe(readFileSync(fileOf(name), 'utf8'))
  })

  test.each([
    ['create', 'REQUEST', 'CONFIRMED', 0],
    ['move', 'REQUEST', 'CONFIRMED', 1],
    ['cancel', 'CANCEL', 'CANCELLED', 2],
    ['remove-one', 'CANCEL', null, 0],
  ] as const)('%s means what it says to another library', (name, method, status, sequence) => {
    const { calendar, value } = parsed(golden[name].text)
    expect(golden[name].method).toBe(method)
    expect(calendar.getFirstPropertyValue('method')).toBe(method)
    expect([value('status'), value('sequence')]).toEqual([status, sequence])
    expect(value('uid')).toBe('0199f3a0-0000-7000-8000-000000000001@namndkontakt')
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1)
  })

  test('each DTSTAMP is fresh and in UTC', () => {
    const stamps = names.map((name) => /\r\nDTSTAMP:(.*)\r\n/.exec(golden[name].text)?.[1])
    expect(stamps).toEqual(['20261006T100000Z', '20261008T063000Z', '20261009T063000Z', '20261009T063000Z'])
  })

  test.each(names)('%s has lines of 75 octets at most, ended by CRLF', (name) => {
    const lines = golden[name].text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([])
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
  })
})

describe('an invitation', () => {
  const { event, value } = parsed(golden.create.text)

  test('is from the function address to the receiver alone, who is asked to answer', () => {
    const organizer = event.getFirstProperty('organizer')
    expect(organizer?.getFirstValue()).toBe('mailto:kontakt@ekby.example')
    expect(organizer?.getParameter('cn')).toBe('Omsorgsnämnden')
    expect(organizer?.getParameter('sent-by')).toBe('mailto:namndkontakt@drift.example')
    const attendees = event.getAllProperties('attendee')
    expect(attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual(['mailto:anna.ek@ekby.example'])
    expect(['role', 'partstat', 'rsvp', 'cn'].map((name) => attendees[0]?.getParameter(name))).toEqual([
      'REQ-PARTICIPANT',
      'NEEDS-ACTION',
      'TRUE',
      undefined,
    ])
  })

  test('says that one who has said yes has', () => {
    const accepted = parsed(written('invite', { invitations: answered('accepted') }).text)
    expect(accepted.event.getFirstProperty('attendee')?.getParameter('partstat')).toBe('ACCEPTED')
  })

  test('tells unit and link, and nothing else', () => {
    expect(value('summary')).toBe('Verksamhetsbesök, Solgårdens särskilda boende för äldre, Långshyttan')
    expect(value('location')).toBe('Solgårdens särskilda boende för äldre, Långshyttan')
    expect(value('description')).toBe(
      'Besöket är bokat.\nSvara på kallelsen genom länken. Svar som skickas från kalendern läses inte.\n' +
        'Öppna besöket: https://namndkontakt.ekby.example/ekby/namnden/besok/0199f3a0-0000-7000-8000-000000000001',
    )
  })

  test('is tentative while the time is a proposal, and takes up no time while several are open', () => {
    const proposal = parsed(written('invite', { state: 'proposed' }).text)
    expect([proposal.value('status'), proposal.value('transp')]).toEqual(['TENTATIVE', 'OPAQUE'])
    const open = parsed(written('invite', { state: 'proposed', timesOpen: true, sequence: 1 }).text)
    expect([open.value('status'), open.value('transp')]).toEqual(['TENTATIVE', 'TRANSPARENT'])
  })

  test('of a visit that the manager declines is called off like one that is cancelled', () => {
    const declined = written('invite', { state: 'declined', sequence: 1 })
    expect([declined.method, parsed(declined.text).value('status')]).toEqual(['CANCEL', 'CANCELLED'])
  })
})

describe('the hour', () => {
  const onDay = (day: string, start: number, end: number) =>
    parsed(written('invite', { day: dayFromIso(day), start: minutes(start), end: minutes(end) }).text)

  // What a clock in Stockholm showed, worked out by hand from directive 2000/84/EC: summer time begins and ends at 01.00 UTC.
  test.each([
    ['before summer time begins', '2026-03-28', 720, '2026-03-28T11:00:00.000Z'],
    ['the day it begins', '2026-03-29', 720, '2026-03-29T10:00:00.000Z'],
    ['the last minute before', '2026-03-29', 119, '2026-03-29T00:59:00.000Z'],
    ['the first minute after', '2026-03-29', 180, '2026-03-29T01:00:00.000Z'],
    ['an hour that there is not, read as the one after', '2026-03-29', 150, '2026-03-29T01:30:00.000Z'],
    ['the day before it ends', '2026-10-24', 720, '2026-10-24T10:00:00.000Z'],
    ['before the doubled hour', '2026-10-25', 119, '2026-10-24T23:59:00.000Z'],
    ['after the doubled hour', '2026-10-25', 180, '2026-10-25T02:00:00.000Z'],
    ['the day it ends', '2026-10-25', 720, '2026-10-25T11:00:00.000Z'],
    ['in another year', '2031-07-01', 540, '2031-07-01T07:00:00.000Z'],
  ])('%s is right', (_, day, start, utc) => {
    expect(onDay(day, start, start + 60).at('dtstart')).toBe(utc)
  })

  test('of a visit across the change is as long as it is', () => {
    const night = onDay('2026-03-29', 60, 240)
    expect([night.at('dtstart'), night.at('dtend')]).toEqual(['2026-03-29T00:00:00.000Z', '2026-03-29T02:00:00.000Z'])
  })

  test('until midnight ends the day after', () => {
    expect(onDay('2026-11-03', 1380, 1440).at('dtend')).toBe('2026-11-03T23:00:00.000Z')
  })

  test.each([
    ['2026-03-29T01:59:59', 3600],
    ['2026-03-29T03:00:00', 7200],
    ['2026-10-25T01:59:59', 7200],
    ['2026-10-25T03:00:00', 3600],
  ])('at %s is by the rules that are sent along', (local, seconds) => {
    const { zone } = onDay('2026-06-01', 720, 780)
    expect(zone.utcOffset(ICAL.Time.fromDateTimeString(local))).toBe(seconds)
  })
})
