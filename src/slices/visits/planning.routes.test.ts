import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { nothingAdopted } from '../../../tests/support/unseen.ts'
import { explain } from '../../engine/index.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { execute } from '../../platform/command.ts'
import { adoptGuideline, judge, programmeNames, saveGuideline } from '../guidelines/index.ts'
import { bookVisit, getVisit } from './index.ts'
import { programmeFacts } from './visits.basis.ts'

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const placeOf = (response: Response) => new URL(response.headers.get('location') ?? '', 'http://localhost').pathname

/** A guideline with what limits and surrounds a visit; nobody has it in reality. */
const guideline = `format: namndkontakt/guideline@1
id: granser
title: Ordning med gränser (påhittad)
issuer: { committee: Omsorgsnämnden }
status: proposal
document: { reviewBy: { when: none } }
rules:
  - { id: G-1, kind: visits.initiator, force: must, bearer: politician, clause: § 1, values: { by: politician, also: [manager], inConsultationWith: [manager, chair] } }
  - { id: G-2, kind: visits.blocked, force: must, bearer: committee, clause: § 2, values: { own: true, beforeElectionDays: 20 } }
  - { id: G-3, kind: visits.quota, force: must, bearer: administration, clause: § 3, values: { most: 1, per: week } }
  - { id: G-4, kind: visits.notice, force: must, bearer: politician, clause: § 4, values: { days: 7, says: [purpose, participants] } }
  - { id: G-5, kind: visits.decline, force: must, bearer: manager, clause: § 5, values: { reasons: [capacity], proposeWithinDays: 14 } }
  - { id: G-6, kind: appointment.providers, force: must, bearer: committee, clause: § 6, values: { private: by-agreement } }
  - { id: G-7, kind: appointment.object, force: must, bearer: committee, clause: § 7, values: { object: unit } }
  - { id: G-8, kind: visits.with-relatives-council, force: should, bearer: manager, clause: § 8, values: { preferably: true } }
`

let town: TestApp
beforeAll(async () => {
  town = await anApp(nothingAdopted)
  const { database, clock, cast } = town
  const saved = { name: 'granser', source: guideline }
  const { id } = await must(execute({ database, clock }, cast.system(), saveGuideline, saved))
  const adoption = { versionId: id, decidedOn: '2026-01-20', paragraph: '§ 4', validFrom: '2026-02-01' }
  await must(execute({ database, clock }, cast.as('secretary'), adoptGuideline, adoption))
  const agreed = (agreementFrom: string) =>
    town.post('secretary', `/enheter/${cast.units.angen}/tider`, { what: 'agreement', agreementFrom })
  // Without an agreement nobody is appointed either; the tests begin when it is over.
  await agreed('2026-01-01')
  for (const [person, unit] of [
    ['anna', 'solgarden'],
    ['bengt', 'solgarden'],
    ['cecilia', 'angen'],
  ] as const) {
    const appointed = { personId: cast.people[person], object: `unit:${cast.units[unit]}`, paragraph: '' }
    const days = { validFrom: '2026-03-25', validUntil: '', decidedOn: '2026-03-04' }
    expect((await town.post('secretary', '/uppdrag/nytt', { ...appointed, ...days })).status).toBe(303)
  }
  await agreed('')
})

const read = (id: string) => town.database.read(town.cast, (tx) => getVisit(tx, town.cast.system(), id))
const booking = (day: string, more: object = {}) => ({
  units: town.cast.units.solgarden,
  day,
  start: '13.00',
  end: '15.00',
  ...more,
})
const book = async (day: string, more: object = {}) => {
  const { database, clock, cast } = town
  return (await must(execute({ database, clock }, cast.as('anna'), bookVisit, booking(day, { seen: 'yes', ...more }))))
    .id
}
const block = (unit: string, from: string, through: string, reason = '') =>
  town.post('secretary', `/enheter/${unit}/tider`, { what: 'block', from, through, reason })
/** What the engine says of a visit, of one rule, in sentences. */
const said = async (id: string, rule: string) => {
  const { evaluation, programme } = await town.database.read(town.cast, (tx) =>
    judge(tx, town.cast.system(), programmeFacts(town.cast.system()), { visit: id }),
  )
  return evaluation.findings
    .filter((it) => it.rule === rule && it.subject.id === id)
    .map((finding) => [finding.outcome, explain(finding, 'sv', programmeNames(programme))])
}

describe('before a day is chosen', () => {
  test('SOC-07: the limits stand with their clauses, with the unit’s blocked days, its council and what is full', async () => {
    const { solgarden } = town.cast.units
    await block(solgarden, '2026-11-02', '2026-11-06', 'Flytt')
    const council = { what: 'council', name: 'Anhörigråd', day: '2026-11-12', start: '17.00', end: '18.30' }
    await town.post('manager', `/enheter/${solgarden}/tider`, council)
    await book('2026-11-24')
    const text = await textOf(await town.get('anna', `/besok/nytt?enhet=${solgarden}`))
    expect(text).toContain('Inga besök görs de dagar som enheten har spärrat')
    expect(text).toContain('En enhet tar emot högst 1 besök per kalendervecka. (§ 3)')
    expect(text).toContain('Ett besök meddelas senast 7 dagar i förväg.')
    expect(text).toContain('Solgården: 2 november 2026 – 6 november 2026, Flytt')
    expect(text).toContain('Solgården: 23 november 2026 – 29 november 2026, har redan så många besök')
    expect(text).toContain('Solgården: Anhörigråd, torsdag 12 november 2026, 17.00–18.30')
  })

  test('a breach is read with its clause before it is booked: a blocked day, a full week', async () => {
    for (const [day, clause, sentence] of [
      ['2026-11-04', '§ 2', 'Solgården tar inte emot besök den dagen: Flytt.'],
      ['2026-11-26', '§ 3', 'fler än de 1 som enheten tar emot'],
    ] as const) {
      const refused = await town.post('anna', '/besok/nytt', booking(day))
      expect(refused.status).toBe(422)
      const text = await textOf(refused)
      expect(text).toContain('Kryssa sedan för att du vill gå vidare')
      expect(text).toContain(sentence)
      expect(text).toContain(clause)
    }
    const id = await book('2026-11-04')
    expect(await said(id, 'G-2')).toEqual([['breached', 'Solgården tar inte emot besök den dagen: Flytt.']])
    const row = /name="id" value="([^"]*)"/.exec(
      await (await town.get('manager', `/enheter/${town.cast.units.solgarden}/tider`)).text(),
    )?.[1]
    await town.post('manager', `/enheter/${town.cast.units.solgarden}/tider`, { what: 'unblock', id: row ?? '' })
    expect(await said(id, 'G-2')).toEqual([['satisfied', 'Besöket ligger inte på en spärrad dag.']])
  })

  test('the days before a general election are known by law: 20 days before 13 September 2026', async () => {
    const id = await book('2027-09-01')
    expect(await said(id, 'G-2')).toEqual([['satisfied', 'Besöket ligger inte på en spärrad dag.']])
    town.clock.advanceDays(-64)
    town.forgetSessions()
    const text = await textOf(await town.get('anna', `/besok/nytt?enhet=${town.cast.units.solgarden}`))
    expect(text).toContain('24 augusti 2026 – 13 september 2026: före valet och på valdagen')
    const refused = await town.post('anna', '/besok/nytt', booking('2026-09-08'))
    expect(await textOf(refused)).toContain('Besöket ligger inom 20 dagar före valet 13 september 2026')
    town.clock.advanceDays(64)
    town.forgetSessions()
  })

  test('a private provider is visited by agreement, which the secretary sees and notes before booking', async () => {
    const { angen } = town.cast.units
    const before = await textOf(await town.get('secretary', `/besok/nytt?enhet=${angen}`))
    expect(before).toContain('Ängen drivs av en privat utförare och besöks om utföraren har gått med på det (§ 6).')
    expect(before).toContain('Ingen överenskommelse är registrerad.')
    expect(before).toContain('Dagar och överenskommelser för Ängen')
    const { database, clock, cast } = town
    const input = booking('2026-11-18', { units: angen, seen: 'yes' })
    const booked = () => execute({ database, clock }, cast.as('cecilia'), bookVisit, input)
    expect(await booked()).toMatchObject({ code: 'visits.no-agreement' })
    const agreement = { what: 'agreement', agreementFrom: '2026-10-01', agreementThrough: '2026-11-18' }
    await town.post('secretary', `/enheter/${angen}/tider`, agreement)
    const { id } = await must(booked())
    expect((await said(id, 'G-6'))[0]?.[0]).toBe('satisfied')
    await town.post('secretary', `/enheter/${angen}/tider`, { ...agreement, agreementThrough: '2026-11-17' })
    expect((await said(id, 'G-6'))[0]?.[0]).toBe('breached')
    await town.post('secretary', `/enheter/${angen}/tider`, agreement)
    const after = await textOf(await town.get('secretary', `/besok/nytt?enhet=${angen}`))
    expect(after).toContain('Överenskommelsen gäller 1 oktober 2026 – 18 november 2026.')
    expect(await textOf(await town.get('cecilia', `/besok/nytt?enhet=${angen}`))).not.toContain(
      'Dagar och överenskommelser',
    )
  })

  test('who was consulted is asked where the guideline wants it, and judged', async () => {
    const text = await textOf(await town.get('anna', `/besok/nytt?enhet=${town.cast.units.solgarden}`))
    expect(text).toContain('Vilka har du haft samråd med?')
    const one = await book('2026-12-01', { consulted: 'manager' })
    expect((await read(one)).consulted).toEqual(['manager'])
    expect((await said(one, 'G-1')).map(([outcome]) => outcome)).toContain('breached')
    const both = await book('2026-12-08', { consulted: ['manager', 'chair'] })
    expect((await said(both, 'G-1')).map(([outcome]) => outcome)).not.toContain('breached')
    expect(await textOf(await town.get('anna', `/besok/${both}`))).toContain('Samråd med')
  })
})

describe('planning', () => {
  test('SNB-08: the manager says in which setting and whom to meet, and all see it', async () => {
    const id = await book('2026-12-15')
    const form = { version: '1', programme: 'Rundvandring', place: '', intent: 'confirm' }
    const long = await town.post('manager', `/besok/${id}/program`, { ...form, forum: 'x'.repeat(201) })
    expect(await textOf(long)).toContain('Sammanhanget får vara högst 200 tecken.')
    const planned = { ...form, forum: 'Husmöte', toMeet: 'Boende och nattpersonal' }
    expect((await town.post('manager', `/besok/${id}/program`, planned)).status).toBe(303)
    const text = await textOf(await town.get('bengt', `/besok/${id}`))
    expect(text).toContain('Sammanhang Husmöte')
    expect(text).toContain('Ni träffar Boende och nattpersonal')
    expect(await textOf(await town.get('manager', `/besok/${id}/program`))).toContain('Skriv grupper, aldrig namn.')
  })

  test('notice is noted with what it said, put right and taken away', async () => {
    const id = await book('2026-12-22')
    const note = async (form: Record<string, string | readonly string[]>) =>
      town.post('anna', `/besok/${id}/forvarning`, { version: String((await read(id)).version), ...form })
    expect(await textOf(await town.get('anna', `/besok/${id}/forvarning`))).toContain(
      'Enligt riktlinjen meddelas besöket minst 7 dagar i förväg (§ 4).',
    )
    expect(await textOf(await note({ on: '2026-12-01' }))).toContain('Skriv den dag då enheten fick veta det.')
    expect((await note({ on: '2026-10-05', says: 'hemligheter' })).status).toBe(422)
    expect((await note({ on: '2026-10-05', says: ['purpose'] })).status).toBe(303)
    expect((await read(id)).noticeOn).toBe(dayFromIso('2026-10-05'))
    expect((await said(id, 'G-4')).map(([outcome]) => outcome)).toEqual(['satisfied', 'breached'])
    expect((await note({ on: '2026-10-05', says: ['purpose', 'participants'] })).status).toBe(303)
    expect((await said(id, 'G-4')).map(([outcome]) => outcome)).toEqual(['satisfied', 'satisfied'])
    expect((await note({ on: '' })).status).toBe(303)
    expect(await read(id)).toMatchObject({ noticeOn: null, noticeSays: [] })
    expect((await town.post('cecilia', `/besok/${id}/forvarning`, { version: '1', on: '' })).status).toBe(403)
  })

  test('declining asks for the reason, says what the guideline accepts, and the engine judges it', async () => {
    const [capacity, other] = [await book('2027-01-12'), await book('2027-01-19')]
    const page = await town.get('manager', `/besok/${capacity}/avbojt`)
    const text = await textOf(page)
    expect(text).toContain('Enligt riktlinjen kan enheten tacka nej: när enheten inte hinner ta emot (§ 5).')
    expect(text).toContain('Då föreslår enheten en annan dag inom 14 dagar.')
    expect(text).toContain('Föreslå andra tider')
    const form = { version: '1', reason: 'Ombyggnad' }
    expect(await textOf(await town.post('manager', `/besok/${capacity}/avbojt`, form))).toContain('Välj vad skälet är.')
    const declined = await town.post('manager', `/besok/${capacity}/avbojt`, { ...form, cause: 'capacity' })
    expect(placeOf(declined)).toContain(`/besok/${capacity}`)
    await town.post('manager', `/besok/${other}/avbojt`, { ...form, cause: 'other' })
    expect(await read(capacity)).toMatchObject({ state: 'declined', declinedReason: 'capacity' })
    expect((await said(capacity, 'G-5')).map(([outcome]) => outcome)).toContain('satisfied')
    expect((await said(other, 'G-5')).map(([outcome]) => outcome)).toContain('breached')
    expect(await textOf(await town.get('anna', `/besok/${capacity}`))).toContain(
      'Enheten tackade nej Enheten hinner inte ta emot, 6 oktober 2026',
    )
  })
})
