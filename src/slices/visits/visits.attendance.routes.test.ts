import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { logged } from '../../../tests/support/logged.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { execute } from '../../platform/command.ts'
import { gather } from '../../platform/db/facts.ts'
import { visitSchema } from '../../engine/programme.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { getVisit, listVisitEvents, visitsFacts } from './index.ts'
import { markReported } from './visits.commands.ts'
import { invitation } from './visits.tables.ts'

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const placeOf = (response: Response) => new URL(response.headers.get('location') ?? '', 'http://localhost')
const all = { 'met.users': 'yes', 'met.manager': 'yes', 'met.staff': 'yes' }

let town: TestApp

/** Registers afterwards a visit to Solgården on the day, 13.00–15.00, by Anna and Bengt. Returns its address and id. */
async function registered(day: string, more: Readonly<Record<string, string | readonly string[]>> = {}) {
  const { units, people } = town.cast
  const past = { units: units.solgarden, day, start: '13.00', end: '15.00', afterwards: 'yes', seen: 'yes' }
  const answer = await town.post('secretary', '/besok/nytt', { ...past, onBehalfOf: people.anna, ...more })
  const { pathname } = placeOf(answer)
  return { answer, path: pathname.replace(/\/narvaro$/, ''), id: pathname.split('/').at(-2) ?? '' }
}

function came(name: CastName, start = '13.00', end = '15.00') {
  const id = town.cast.people[name]
  return { [`came.${id}`]: 'yes', [`start.${id}`]: start, [`end.${id}`]: end }
}

async function held(day: string) {
  const visit = await registered(day)
  const answer = await town.post('anna', `${visit.path}/narvaro`, {
    version: '1',
    ...came('anna'),
    ...came('bengt'),
    ...all,
  })
  expect(answer.status).toBe(303)
  return visit
}

const read = (id: string) => town.database.read(town.cast, (tx) => getVisit(tx, town.cast.system(), id))
const eventsOf = (id: string) => town.database.read(town.cast, (tx) => listVisitEvents(tx, town.cast.system(), id))

beforeAll(async () => {
  town = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
})

describe('a visit registered afterwards', () => {
  test('leads straight to who came, and is marked as registered by the secretary', async () => {
    const { answer, path, id } = await registered('2026-09-01', { agreedWithManager: 'yes' })
    expect(placeOf(answer).pathname).toBe(`${path}/narvaro`)
    expect(await textOf(await town.get('secretary', `//${placeOf(answer).href.split('localhost/')[1]}`))).toContain(
      'Besöket är registrerat. Anteckna nu vilka som deltog.',
    )
    const form = { version: '1', ...came('anna'), ...all }
    expect((await town.post('secretary', `${path}/narvaro`, form)).status).toBe(303)
    expect((await eventsOf(id)).map(({ kind, onBehalf }) => [kind, onBehalf])).toEqual([
      ['registered-afterwards', true],
      ['held', false],
    ])
    const shown = await textOf(await town.get('anna', path))
    expect(shown).toContain('Anna Exempel, registrerat av Secretary Exempel')
    expect(shown).toContain('Bekräftat av chefen 1 september 2026')
  })

  test('without the manager’s agreement says so', async () => {
    const { path } = await registered('2026-09-02')
    expect(await textOf(await town.get('anna', path))).toContain('Bekräftat av chefen Inte än')
  })

  test.each([
    ['ahead', { day: '2026-10-20' }, 'Besöket ligger framåt i tiden.'],
    ['at a unit that the politician is not appointed to', { units: 'bjorken' }, 'är inte utsedd till kontaktpolitiker'],
    ['before there was a guideline', { day: '2026-01-12' }, 'Ingen riktlinje gäller den 12 januari 2026'],
  ] as const)('%s is refused in a plain sentence', async (_, changes, sentence) => {
    const units = 'units' in changes ? town.cast.units[changes.units] : town.cast.units.solgarden
    const { answer } = await registered('day' in changes ? changes.day : '2026-09-03', { units })
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain(sentence)
  })

  test('is the secretary’s alone to register', async () => {
    const past = { units: town.cast.units.solgarden, day: '2026-09-03', start: '13.00', end: '15.00', seen: 'yes' }
    const answer = await town.post('anna', '/besok/nytt', { ...past, afterwards: 'yes' })
    expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining('Tiden har redan varit.')])
  })
})

describe('who came', () => {
  test('a substitute who was not called can be added when it is said that they served', async () => {
    const { path, id } = await registered('2026-09-07')
    const form = await textOf(await town.get('anna', `${path}/narvaro`))
    expect(form).toContain('Var någon ersättare med utan att vara kallad?')
    expect(form).toContain('David Exempel tjänstgjorde i en ledamots ställe')
    expect(form).not.toContain('Cecilia Exempel')
    const both = { version: '1', ...came('anna'), ...came('david'), ...all }
    const unsaid = await town.post('anna', `${path}/narvaro`, both)
    expect(unsaid.status).toBe(422)
    expect(await textOf(unsaid)).toContain('David Exempel är ersättare och inte kallad.')
    const { david } = town.cast.people
    const saved = await town.post('anna', `${path}/narvaro`, { ...both, [`serving.${david}`]: 'yes' })
    expect(saved.status).toBe(303)
    expect((await read(id)).attendance.find(({ personId }) => personId === david)).toMatchObject({ serving: true })
    expect(await textOf(await town.get('anna', path))).toContain(
      'David Exempel 13.00–15.00, tjänstgjorde i en ledamots ställe',
    )
  })

  test('a member of the committee who was not called cannot be added so', async () => {
    const { path } = await registered('2026-09-08')
    const serving = { [`serving.${town.cast.people.cecilia}`]: 'yes' }
    const answer = await town.post('anna', `${path}/narvaro`, { version: '1', ...came('cecilia'), ...serving, ...all })
    expect([answer.status, await textOf(answer)]).toEqual([
      422,
      expect.stringContaining('Cecilia Exempel hör inte till besöket.'),
    ])
  })

  test('one who is called to stand in is ticked as serving beforehand', async () => {
    const { path, id } = await registered('2026-09-09')
    const { municipalityId, people } = town.cast
    const { database, clock } = town
    await database.transaction(town.cast, (tx) =>
      tx.insert(invitation).values({
        municipalityId,
        visitId: id,
        personId: people.david,
        sentAt: clock.now(),
        standsInForId: people.bengt,
      }),
    )
    const html = await (await town.get('anna', `${path}/narvaro`)).text()
    expect(html).toContain('Kallad som inhoppare för Bengt Exempel.')
    expect(html).toMatch(new RegExp(`name="serving\\.${people.david}"[^>]*checked`))
    expect(html).not.toMatch(new RegExp(`name="serving\\.${people.bengt}"`))
  })

  test('one who was taken off the visit is there to tick and is not taken to have come', async () => {
    const { path, id } = await registered('2026-08-31')
    const { anna, bengt } = town.cast.people
    await town.database.transaction(town.cast, (tx) =>
      tx
        .update(invitation)
        .set({ withdrawnAt: town.clock.now() })
        .where(and(eq(invitation.visitId, id), eq(invitation.personId, bengt))),
    )
    const html = await (await town.get('anna', `${path}/narvaro`)).text()
    expect(html).toMatch(new RegExp(`name="came\\.${anna}"[^>]*checked`))
    expect(html).toContain(`name="came.${bengt}"`)
    expect(html).not.toMatch(new RegExp(`name="came\\.${bengt}"[^>]*checked`))
  })

  test('those who were called and did not come stand as absent, and nobody is asked why', async () => {
    const { path } = await registered('2026-09-10')
    expect(await textOf(await town.get('anna', `${path}/narvaro`))).not.toMatch(/[Vv]arför kom/)
    await town.post('anna', `${path}/narvaro`, { version: '1', ...came('anna'), ...all })
    const shown = await textOf(await town.get('anna', path))
    expect(shown).toContain('Bengt Exempel Deltog inte')
    expect(shown).toContain(
      'Avviker från riktlinjen Brott mot riktlinjen Bengt Exempel skulle ha deltagit i besöket men var inte där.',
    )
  })

  test('the facts say who served, and of a substitute who did not that they did not', async () => {
    const { people } = town.cast
    const facts = await town.database.read(town.cast, (tx) => gather(tx, visitsFacts(town.cast.system())))
    const visits = visitSchema.array().parse(facts.visits)
    const rows = visits.flatMap(({ attendance }) => attendance)
    expect(rows.find(({ person }) => person === people.david)?.serving).toBe(true)
    expect(rows.find(({ person }) => person === people.anna)?.serving).toBeUndefined()
  })
})

describe('whom the visit reached', () => {
  test('is kept by kind and number, of kinds that the guideline does not name too, and shown', async () => {
    const { path, id } = await registered('2026-09-11')
    const reached = { ...all, 'count.users': '12', 'met.relatives': 'yes', 'count.relatives': '3' }
    await town.post('anna', `${path}/narvaro`, { version: '1', ...came('anna'), ...came('bengt'), ...reached })
    expect((await read(id)).met.map(({ audience, count }) => [audience, count])).toEqual([
      ['manager', null],
      ['relatives', 3],
      ['staff', null],
      ['users', 12],
    ])
    const shown = await textOf(await town.get('anna', path))
    expect(shown).toContain('Brukare Ja 12')
    expect(shown).toContain('Anhöriga Ja 3')
    const draft = placeOf(await town.post('anna', `/rapporter/besok/${id}`)).pathname
    expect(await textOf(await town.get('anna', draft))).toContain('Brukare (12) Ja')
  })

  test('HED-08: a deviation without its explanation says where it is written, to one who may', async () => {
    const { anna, bengt } = town.cast.people
    const unitId = town.cast.units.solgarden
    const id = await aHeldVisit(town.database, town.cast, {
      day: '2026-08-03',
      unitId,
      who: [anna, bengt],
      unmet: ['staff'],
    })
    const shown = await (await town.get('secretary', `/besok/${id}`)).text()
    expect(shown).toContain('Förklaringen saknas. Du kan skriva den i närvaron.')
    expect(shown).toContain(`href="/ekby/namnden/besok/${id}/narvaro"`)
    expect(await textOf(await town.get('cecilia', `/besok/${id}`))).not.toContain('Förklaringen saknas')
  })

  test('a number that is none comes back with what was typed', async () => {
    const { path } = await registered('2026-09-14')
    const form = { version: '1', ...came('anna'), ...all, 'count.users': 'Karin och Lars' }
    const answer = await town.post('anna', `${path}/narvaro`, form)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('href="#field-count-users"')
    expect(html).toContain('value="Karin och Lars"')
  })

  test('the hint says that names are never written', async () => {
    const { path } = await registered('2026-09-15')
    expect(await textOf(await town.get('anna', `${path}/narvaro`))).toContain('Ungefär räcker. Skriv aldrig namn.')
  })
})

describe('a visit that is broken off', () => {
  test('is held until then, and says so on its page, in the list and in the timeline', async () => {
    const { path, id } = await registered('2026-09-16')
    const broken = { brokenOff: 'yes', brokenOffAt: '14.10', brokenOffReason: 'Brandlarmet gick' }
    const form = { version: '1', ...came('anna'), ...came('bengt', '13.00', '13.45'), ...all, ...broken }
    const answer = await town.post('anna', `${path}/narvaro`, form)
    expect([answer.status, placeOf(answer).search]).toEqual([303, '?klart=broken-off'])
    const visit = await read(id)
    expect(visit).toMatchObject({ state: 'held', brokenOff: true })
    expect(visit.attendance.map(({ end }) => end).toSorted()).toEqual([825, 850])
    expect((await eventsOf(id)).map(({ kind, note }) => [kind, note])).toEqual([
      ['registered-afterwards', ''],
      ['held', ''],
      ['broken-off', '14.10. Brandlarmet gick'],
    ])
    const shown = await textOf(await town.get('bengt', path))
    expect(shown).toContain('Genomfört, avbröts')
    expect(shown).toContain('Besöket avbröts i förtid')
    expect(shown).toContain('14.10. Brandlarmet gick')
    expect(await textOf(await town.get('bengt', '/besok?nar=past'))).toContain('Genomfört, avbröts')
    expect((await town.get('bengt', `${path}/narvaro`)).status).toBe(200)
  })

  test('needs a time and a reason', async () => {
    const { path } = await registered('2026-09-17')
    const form = { version: '1', ...came('anna'), ...all, brokenOff: 'yes' }
    const answer = await town.post('anna', `${path}/narvaro`, form)
    expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining('Skriv när besöket avbröts.')])
  })

  test('stands so through a correction, until somebody says that it was not', async () => {
    const { path, id } = await registered('2026-09-18')
    const form = { ...came('anna', '13.00', '14.00'), ...came('bengt'), ...all }
    const broken = { brokenOff: 'yes', brokenOffAt: '14.10', brokenOffReason: 'Larm' }
    await town.post('anna', `${path}/narvaro`, { version: '1', ...form, ...broken })
    const ten = { ...form, ...came('bengt', '13.00', '14.10') }
    const shorter = { ...ten, ...came('anna', '13.05', '14.00'), brokenOff: 'yes', reason: 'Kom senare', seen: 'yes' }
    expect((await town.post('anna', `${path}/narvaro`, { version: '2', ...shorter })).status).toBe(303)
    expect((await read(id)).brokenOff).toBe(true)
    const { brokenOff: _, ...whole } = shorter
    const preview = await town.post('anna', `${path}/narvaro`, { version: '3', ...whole, seen: '' })
    expect(await textOf(preview)).toContain('Besöket står inte längre som avbrutet.')
    await town.post('anna', `${path}/narvaro`, { version: '3', ...whole })
    expect((await read(id)).brokenOff).toBe(false)
  })
})

describe('a correction', () => {
  test('shows what changes and saves nothing before it is confirmed', async () => {
    const { path, id } = await held('2026-09-21')
    const corrected = { ...came('anna', '13.00', '14.00'), ...all, reason: 'Bengt var sjuk' }
    const preview = await town.post('secretary', `${path}/narvaro`, { version: '2', ...corrected })
    expect(preview.status).toBe(200)
    const html = await preview.text()
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(text).toContain('Så här ändras det')
    expect(text).toContain('Anna Exempel 13.00–15.00 13.00–14.00')
    expect(text).toContain('Bengt Exempel 13.00–15.00 Deltog inte')
    expect(text).toContain('Det här tillkommer Brott mot riktlinjen Bengt Exempel skulle ha deltagit')
    expect(text).toContain('(HED-04)')
    expect(html).toContain('name="reason" value="Bengt var sjuk"')
    expect(await read(id)).toMatchObject({ version: 2, attendance: [{ end: 900 }, { end: 900 }] })
  })

  test('goes back to the form with everything that was filled in', async () => {
    const { path } = await held('2026-09-22')
    const corrected = { ...came('anna', '13.00', '14.07'), ...all, reason: 'Fel tid' }
    const back = await town.post('anna', `${path}/narvaro`, { version: '2', ...corrected, seen: 'yes', intent: 'edit' })
    const html = await back.text()
    expect(back.status).toBe(200)
    expect(html).toContain('value="14.07"')
    expect(html).toContain('Fel tid</textarea>')
  })

  test('is kept with both values: times without names in the timeline, everything in the log', async () => {
    const { path, id } = await held('2026-09-23')
    const { anna } = town.cast.people
    const corrected = { ...came('anna', '13.00', '14.00'), ...came('bengt'), ...all, reason: 'Fel tid', seen: 'yes' }
    expect((await town.post('anna', `${path}/narvaro`, { version: '2', ...corrected })).status).toBe(303)
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      kind: 'attendance-corrected',
      note: '13.00–15.00 → 13.00–14.00. Fel tid',
    })
    const entry = (await logged(town)).findLast(({ command }) => command === 'visits.note-attendance')
    expect(entry?.content).toMatchObject({
      reason: 'Fel tid',
      changes: { persons: [{ personId: anna, before: { end: 900 }, after: { end: 840 } }] },
    })
  })

  test('of a reported visit leaves it reported', async () => {
    const { path, id } = await held('2026-09-24')
    const { database, clock, cast } = town
    await must(execute({ database, clock }, cast.system(), markReported, { visit: id }))
    const corrected = { ...came('anna'), ...all, reason: 'Bengt var inte med', seen: 'yes' }
    expect((await town.post('manager', `${path}/narvaro`, { version: '3', ...corrected })).status).toBe(303)
    expect((await read(id)).state).toBe('reported')
  })

  test.each([
    ['that changes nothing', { reason: 'Bara för säkerhets skull' }, 'Det här står redan så.', '15.00'],
    ['without a reason', {}, 'Skriv kort varför närvaron rättas.', '14.00'],
  ])('%s is refused kindly', async (name, more, sentence, end) => {
    const { path } = await held(name === 'without a reason' ? '2026-09-25' : '2026-09-28')
    const form = { version: '2', ...came('anna', '13.00', end), ...came('bengt'), ...all, ...more }
    const answer = await town.post('anna', `${path}/narvaro`, form)
    expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining(sentence)])
  })

  test('that was shown before somebody else changed the visit is told so, and nothing is lost', async () => {
    const { path, id } = await held('2026-09-29')
    const mine = { version: '2', ...came('anna', '13.00', '14.30'), ...came('bengt'), ...all, reason: 'Fel tid' }
    expect((await town.post('anna', `${path}/narvaro`, mine)).status).toBe(200)
    const theirs = { version: '2', ...came('anna'), ...all, reason: 'Bengt var inte med', seen: 'yes' }
    await town.post('manager', `${path}/narvaro`, theirs)
    const late = await town.post('anna', `${path}/narvaro`, { ...mine, seen: 'yes' })
    const html = await late.text()
    expect(late.status).toBe(422)
    expect(html).toContain('Någon annan har ändrat besöket')
    expect(html).toContain('value="14.30"')
    expect((await read(id)).attendance).toMatchObject([{ start: 780, end: 900 }])
  })

  test('is complete in English', async () => {
    const { path } = await held('2026-09-30')
    const english = await textOf(await town.get('secretary', `${path}/narvaro`, 'en'))
    expect(english).toContain('Correct the attendance')
    expect(english).not.toMatch(/Deltog|Rätta/)
  })
})

describe('the certificate for the employer', () => {
  let visit: Awaited<ReturnType<typeof held>>
  beforeAll(async () => {
    visit = await held('2026-10-01')
  })

  test('is one’s own, reached from the visit’s page, and says when', async () => {
    const html = await (await town.get('anna', visit.path)).text()
    const [, href = ''] = /href="([^"]*intyg\.pdf)"/.exec(html) ?? []
    const answer = await town.get('anna', href)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const { text, language } = await pdfFacts(new Uint8Array(await answer.arrayBuffer()))
    expect(language).toBe('sv-SE')
    expect(text).toContain('AnnaExempel')
    expect(text).toContain('1oktober2026')
    expect(text).toContain('13:00–15:00')
    expect(text).not.toContain('Solgården')
    expect(text).not.toContain('Bengt')
  })

  test('comes in English to one who reads English', async () => {
    const answer = await town.get('bengt', `${visit.path}/intyg.pdf`, 'en')
    const { text, language } = await pdfFacts(new Uint8Array(await answer.arrayBuffer()))
    expect(language).toBe('en-GB')
    expect(text).toContain('Travelisnotincluded')
  })

  test.each([
    ['anna', 'bengt', 403],
    ['manager', 'anna', 403],
    ['chair', 'anna', 403],
    ['otherManager', 'anna', 403],
    ['secretary', 'anna', 200],
    ['secretary', 'cecilia', 404],
  ] as const)('%s asks for that of %s and gets %i', async (who, whose, status) => {
    const answer = await town.get(who, `${visit.path}/intyg.pdf?person=${town.cast.people[whose]}`)
    expect(answer.status).toBe(status)
  })

  test.each([
    ['one who did not come', 'cecilia'],
    ['the manager', 'manager'],
  ] as const)('%s has none', async (_, who) => {
    expect((await town.get(who, `${visit.path}/intyg.pdf`)).status).toBe(404)
    expect(await (await town.get(who, visit.path)).text()).not.toContain('intyg.pdf')
  })

  test('is not there before the visit has been held', async () => {
    const { path } = await registered('2026-10-02')
    expect((await town.get('anna', `${path}/intyg.pdf`)).status).toBe(404)
  })
})
