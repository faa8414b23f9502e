import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { listMailbox } from '../../platform/mail.ts'
import { outgoingMail } from '../../platform/mail.tables.ts'
import { announce } from '../../platform/outbox.ts'
import { bookVisit, cancelVisit, moveVisit } from './index.ts'

let town: TestApp
let visitId: string
const letters = () => town.database.read(town.cast, (tx) => listMailbox(tx))
const lettersAbout = async (word: string) => (await letters()).filter(({ subject }) => subject.includes(word))
const addressesOf = (of: Awaited<ReturnType<typeof letters>>) => of.map(({ address }) => address).sort()

/** Returns what went to calendars in the letters with this word in their subject. */
async function calendarsOf(word: string) {
  const rows = await town.database.read(town.cast, (tx) => tx.select().from(outgoingMail))
  return rows
    .filter(({ subject }) => subject.includes(word))
    .map(({ address, calendar, calendarMethod, sentFrom }) => ({
      ...{ address, sentFrom, method: calendarMethod },
      line: (name: string) => new RegExp(`\r\n${name}[:;](.*)\r\n`).exec(calendar ?? '')?.[1],
      calendar: calendar?.replaceAll('\r\n ', ''),
    }))
}

beforeAll(async () => {
  town = await anApp()
  const booking = { units: town.cast.units.solgarden, day: '2026-11-03', start: '13.00', end: '15.00' }
  visitId = (await must(execute(town, town.cast.as('anna'), bookVisit, booking))).id
  await town.workOff()
})

describe('those concerned are told by mail', () => {
  test('a booking goes to the manager and to both contact politicians, for their calendars', async () => {
    expect(addressesOf(await letters())).toEqual(['anna@ekby.example', 'bengt@ekby.example', 'manager@ekby.example'])
    const [own] = (await letters()).filter(({ address }) => address === 'anna@ekby.example')
    expect(own?.text).toContain('Det var du som gjorde ändringen.')
  })

  test('a mail names unit, day and link, and no person', async () => {
    const [letter] = await letters()
    expect(letter?.subject).toBe('Förslag om besök på Solgården')
    expect(letter?.text).toContain('tisdag 3 november 2026 kl. 13.00–15.00')
    expect(letter?.text).toContain(`http://localhost/ekby/namnden/besok/${visitId}`)
    expect(letter?.text).not.toContain('Exempel')
  })

  test('the page beside the text says the same and is in the same language', async () => {
    const [row] = await town.database.read(town.cast, (tx) =>
      tx.select().from(outgoingMail).where(eq(outgoingMail.address, 'bengt@ekby.example')),
    )
    expect(row?.html).toContain('<html lang="sv">')
    expect(row?.html).toContain('tisdag 3 november 2026 kl. 13.00–15.00')
    expect(row?.html).toContain(`<a href="http://localhost/ekby/namnden/besok/${visitId}">Öppna besöket</a>`)
    expect(row?.html).not.toContain('Exempel')
  })
})

describe('the calendars follow', () => {
  test('a proposal is a request to each alone, from the function address', async () => {
    const sent = await calendarsOf('Förslag')
    expect(sent.map(({ method, line }) => [method, line('STATUS'), line('SEQUENCE')])).toEqual(
      Array(3).fill(['REQUEST', 'TENTATIVE', '0']),
    )
    for (const { address, calendar, sentFrom } of sent) {
      expect(sentFrom).toBe('"Omsorgsnämnden" <kontakt@ekby.example>')
      expect(calendar).toContain('ORGANIZER;CN="Omsorgsnämnden":mailto:kontakt@ekby.example')
      expect([...(calendar ?? '').matchAll(/@ekby\.example/g)]).toHaveLength(2)
      expect(calendar).toContain(`MAILTO:${address}`)
      expect(calendar).not.toContain('Exempel')
    }
  })

  test('a move is a request of a higher sequence, to everybody', async () => {
    const moving = {
      ...{ visit: visitId, version: '1', reason: 'Nämnden sammanträder' },
      ...{ day: '2026-11-10', start: '9.00', end: '10.30' },
    }
    await must(execute(town, town.cast.as('anna'), moveVisit, moving))
    await town.workOff()
    const sent = await calendarsOf('flyttat')
    expect(sent.map(({ address }) => address).sort()).toEqual([
      'anna@ekby.example',
      'bengt@ekby.example',
      'manager@ekby.example',
    ])
    for (const { method, line } of sent) {
      expect([method, line('SEQUENCE')]).toEqual(['REQUEST', '1'])
      expect(line('DTSTART;TZID=Europe/Stockholm')).toBe('20261110T090000')
    }
    expect(new Set(sent.map(({ line }) => line('UID')))).toEqual(new Set([`${visitId}@namndkontakt`]))
  })

  test('one who is taken off has the entry removed, and nobody else hears of it', async () => {
    await town.database.transaction(town.cast, (tx) =>
      announce(tx, {
        ...{ name: 'visits.removed', municipalityId: town.cast.municipalityId, committeeId: town.cast.committeeId },
        ids: { visitId, personId: town.cast.people.cecilia },
      }),
    )
    await town.workOff()
    const sent = await calendarsOf('inte längre kallad')
    expect(sent.map(({ address, method, line }) => [address, method, line('STATUS')])).toEqual([
      ['cecilia@ekby.example', 'CANCEL', undefined],
    ])
  })

  test('a cancellation calls it off in every calendar, that of the one who cancelled too', async () => {
    await must(execute(town, town.cast.as('anna'), cancelVisit, { visit: visitId, version: '2', reason: 'Förhinder' }))
    await town.workOff()
    expect(addressesOf(await lettersAbout('inställt'))).toEqual([
      'anna@ekby.example',
      'bengt@ekby.example',
      'manager@ekby.example',
    ])
    for (const { method, line } of await calendarsOf('inställt')) {
      expect([method, line('STATUS'), line('SEQUENCE')]).toEqual(['CANCEL', 'CANCELLED', '2'])
    }
  })
})
