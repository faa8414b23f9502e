import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { listMailbox } from '../../platform/mail.ts'
import { bookVisit, cancelVisit } from './index.ts'

describe('those concerned are told by mail', () => {
  let town: TestApp
  let visitId: string
  const letters = async () =>
    (await town.database.read(town.cast, (tx) => listMailbox(tx))).map(({ address, subject, text }) => ({
      address,
      subject,
      text,
    }))

  beforeAll(async () => {
    town = await anApp()
    const booking = { units: town.cast.units.solgarden, day: '2026-11-03', start: '13.00', end: '15.00' }
    visitId = (await must(execute(town, town.cast.as('anna'), bookVisit, booking))).id
    await town.workOff()
  })

  test('a booking goes to the manager and to the other contact politician, not to the one who booked', async () => {
    const sent = await letters()
    expect(sent.map(({ address }) => address).sort()).toEqual(['bengt@ekby.example', 'manager@ekby.example'])
  })

  test('a mail names unit, day and link, and no person', async () => {
    const [letter] = await letters()
    expect(letter?.subject).toBe('Förslag om besök på Solgården')
    expect(letter?.text).toContain('tisdag 3 november 2026 kl. 13.00–15.00')
    expect(letter?.text).toContain(`http://localhost/ekby/namnden/besok/${visitId}`)
    expect(letter?.text).not.toContain('Exempel')
  })

  test('a cancellation tells everybody but the one who cancelled', async () => {
    await must(execute(town, town.cast.as('anna'), cancelVisit, { visit: visitId, version: '1', reason: 'Förhinder' }))
    await town.workOff()
    const cancelled = (await letters()).filter(({ subject }) => subject.includes('inställt'))
    expect(cancelled.map(({ address }) => address).sort()).toEqual(['bengt@ekby.example', 'manager@ekby.example'])
  })
})
