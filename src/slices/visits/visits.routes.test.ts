import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const placeOf = (response: Response) => new URL(response.headers.get('location') ?? '', 'http://localhost')

describe('a visit goes from booking to attendance on real pages (Hedemora)', () => {
  let town: TestApp
  let path: string
  const booking = (more: object = {}) => ({
    units: town.cast.units.solgarden,
    day: '2026-10-20',
    start: '13.00',
    end: '15.00',
    ...more,
  })

  beforeAll(async () => {
    town = await anApp()
    path = placeOf(await town.post('anna', '/besok/nytt', booking())).pathname
  })

  test('HED-13: whom one represents is shown before booking, with whom will be invited', async () => {
    const text = await textOf(await town.get('anna', `/besok/nytt?enhet=${town.cast.units.solgarden}`))
    expect(text).toContain('Du talar för hela nämnden och inte för ditt parti.')
    expect(text).toContain('De här bjuds in Anna Exempel Bengt Exempel')
  })

  test('a politician chooses among the own contact units alone', async () => {
    const text = await textOf(await town.get('anna', '/besok/nytt'))
    expect(text).toContain('Solgården')
    expect(text).not.toContain('Björken')
  })

  test('HED-06: a manager is told that it is the politician who books, with the clause', async () => {
    const text = await textOf(await town.get('manager', '/besok/nytt'))
    expect(text).toContain(
      'Enligt riktlinjen är det kontaktpolitikern som tar initiativ till besök (Verksamhetsbesök, stycke 3)',
    )
  })

  test('HED-09 and HED-10: the page prepares with topics by audience and with whom other matters are left', async () => {
    const text = await textOf(await town.get('bengt', `${path}/infor`))
    expect(text).toContain('Med brukare Trygghet Trivsel')
    expect(text).toContain('hänvisa till ansvarig chef')
  })

  test('every finding says its clause and why', async () => {
    const html = await (await town.get('bengt', path)).text()
    expect(html).toContain('Varför?')
    expect(html).toContain('Verksamhetsbesök, stycke 3 (HED-06)')
  })

  test('a booking with mistakes comes back with what was typed, status 422 and links to the fields', async () => {
    const response = await town.post(
      'anna',
      '/besok/nytt',
      booking({ day: '2026-02-30', end: '12.00', place: 'Matsalen' }),
    )
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('href="#field-day"')
    expect(html).toContain('value="2026-02-30"')
    expect(html).toContain('value="Matsalen"')
  })

  test('a time in the past is refused in a plain sentence', async () => {
    const response = await town.post('anna', '/besok/nytt', booking({ day: '2026-10-05' }))
    expect(response.status).toBe(422)
    expect(await textOf(response)).toContain('Tiden har redan varit.')
  })

  test('HED-07: a visit longer than the guideline has is said at once and booked once that is read', async () => {
    const long = booking({ day: '2026-10-21', end: '17.00' })
    const first = await town.post('anna', '/besok/nytt', long)
    const said = await textOf(first)
    expect(first.status).toBe(422)
    expect(said).toContain('Besöket tar 4 timmar, längre än 3 timmar.')
    expect(said).toContain('(HED-07)')
    const second = await town.post('anna', '/besok/nytt', { ...long, seen: 'yes' })
    expect(second.status).toBe(303)
    expect(await textOf(await town.get('anna', placeOf(second).pathname))).toContain(
      'Besöket tar 4 timmar, längre än 3 timmar.',
    )
  })

  test('HED-06: the manager plans and confirms, and all see the programme', async () => {
    const confirmed = await town.post('manager', `${path}/program`, {
      version: '1',
      programme: 'Rundvandring',
      place: 'Matsalen',
      intent: 'confirm',
    })
    expect(placeOf(confirmed).searchParams.get('klart')).toBe('confirmed')
    const text = await textOf(await town.get('bengt', path))
    expect(text).toContain('Bokat')
    expect(text).toContain('Rundvandring')
  })

  test('a stale form is refused with what was typed', async () => {
    const response = await town.post('manager', `${path}/program`, {
      version: '1',
      programme: 'Annat',
      place: '',
      intent: 'save',
    })
    expect(response.status).toBe(422)
    expect(await textOf(response)).toContain('Någon annan har ändrat besöket')
  })

  test('an answer is given and shown to all', async () => {
    const { bengt } = town.cast.people
    const response = await town.post('bengt', `${path}/svar`, {
      person: bengt,
      [`answer.${bengt}`]: 'accepted',
      [`message.${bengt}`]: 'Jag tar bussen',
    })
    expect(response.status).toBe(303)
    expect(await textOf(await town.get('manager', path))).toContain('Jag tar bussen')
  })

  test('an answer without yes or no leads to its question', async () => {
    const { bengt } = town.cast.people
    const response = await town.post('bengt', `${path}/svar`, { person: bengt })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(`href="#field-answer-${bengt}"`)
  })

  test('attendance before the visit is refused with the time from which it can be noted', async () => {
    const { anna } = town.cast.people
    const response = await town.post('anna', `${path}/narvaro`, {
      version: '2',
      [`came.${anna}`]: 'yes',
      [`start.${anna}`]: '13.00',
      [`end.${anna}`]: '15.00',
      'met.users': 'yes',
      'met.manager': 'yes',
      'met.staff': 'yes',
    })
    expect(response.status).toBe(422)
    expect(await textOf(response)).toContain('Det går att anteckna från den 20 oktober 2026 kl. 13.00.')
  })

  test.each([
    ['otherManager', 404],
    ['manager', 200],
    ['cecilia', 200],
    ['secretary', 200],
    ['auditor', 200],
    ['feeOfficer', 200],
    ['administrator', 403],
  ] as const)('%s opens the visit and gets %i', async (name, status) => {
    expect((await town.get(name, path)).status).toBe(status)
  })

  test('one who sees the visit but has nothing to do with it may not change it', async () => {
    expect((await town.post('cecilia', `${path}/installt`, { version: '2', reason: 'x' })).status).toBe(403)
    expect((await town.get('cecilia', `${path}/narvaro`)).status).toBe(403)
    expect((await town.post('anna', `${path}/program`, { version: '2', programme: 'x', place: '' })).status).toBe(403)
  })

  test('a manager sees the visits of the own units alone', async () => {
    expect(await textOf(await town.get('otherManager', '/besok?nar=all'))).toContain('Här finns inga besök än')
    expect(await textOf(await town.get('manager', '/besok?nar=all'))).toContain('Solgården')
  })

  test('an empty list says what to do next', async () => {
    const text = await textOf(await town.get('anna', '/besok?nar=past'))
    expect(text).toContain('Inga besök har varit än')
    expect(text).toContain('Nytt besök')
  })

  test('the page is complete in English', async () => {
    await town.post('cecilia', '//sprak', { language: 'en', returnTo: '/' })
    const text = await textOf(await town.get('cecilia', path))
    expect(text).toContain('What the guideline says about the visit')
    expect(text).not.toContain('Vad riktlinjen säger')
  })

  test('HED-04 and HED-08: after the visit an absent politician and an audience that was not met are said at once, with their clauses', async () => {
    town.clock.advanceDays(15)
    // Everybody signs in anew: a session does not last that long.
    town = appWith(town.database, town.clock, town.cast)
    const { anna } = town.cast.people
    const came = {
      [`came.${anna}`]: 'yes',
      [`start.${anna}`]: '13.00',
      [`end.${anna}`]: '15.00',
      'met.users': 'yes',
      'met.manager': 'yes',
      'met.staff': 'no',
    }
    const unexplained = await town.post('anna', `${path}/narvaro`, { version: '2', ...came })
    expect(unexplained.status).toBe(422)
    expect(await textOf(unexplained)).toContain('Skriv kort varför besöket inte nådde medarbetare.')
    const held = await town.post('anna', `${path}/narvaro`, { version: '2', ...came, 'why.staff': 'Utbildningsdag' })
    expect(held.status).toBe(303)
    const text = await textOf(await town.get('anna', path))
    expect(text).toContain('Bengt Exempel skulle ha deltagit i besöket men var inte där.')
    expect(text).toContain('(HED-04)')
    expect(text).toContain('Besöket nådde inte medarbetare. Förklaring: Utbildningsdag')
    expect(text).toContain('(HED-08)')
  })
})

describe('a proposal and another town', () => {
  test('SON-01: nothing can be booked under a proposal, and the refusal names the clause', async () => {
    const town = await anApp({ guideline: 'social-och-omsorgsnamnden-forslag', appointed: false })
    const shown = await textOf(await town.get('anna', '/besok/nytt'))
    expect(shown).toContain('Riktlinjen är bara ett förslag.')
    const posted = await town.post('anna', '/besok/nytt', {
      units: town.cast.units.solgarden,
      day: '2026-10-20',
      start: '13.00',
      end: '15.00',
    })
    expect(posted.status).toBe(422)
    expect(await textOf(posted)).toContain('Riktlinjen är bara ett förslag.')
  })
})
