import { beforeAll, describe, expect, test } from 'vitest'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { adoptRules, type WrittenRules } from '../../../tests/support/guideline-of.ts'
import { nothingAdopted } from '../../../tests/support/unseen.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { startOfDay } from '../../kernel/instant.ts'
import type { MovableClock } from '../../platform/clock.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { bookVisit, getVisit, moveVisit } from './index.ts'

let database: Database
let clock: MovableClock
beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

async function aTown(slug: string, rules: WrittenRules, terms?: readonly string[]) {
  clock.set(startOfDay(dayFromIso('2026-10-06')))
  const cast = await aCast(database, clock, { slug, ...nothingAdopted })
  await adoptRules({ database, clock }, cast, rules, terms)
  return townOf(appWith(database, clock, cast))
}

function townOf(app: TestApp) {
  const { cast } = app
  const run = <I, O>(name: CastName, command: Command<I, O>, input: object) =>
    execute({ database, clock }, cast.as(name), command, input)
  const tryOut = (name: CastName, more: object = {}) =>
    run(name, bookVisit, { units: cast.units.solgarden, day: '2026-11-10', start: '13.00', end: '15.00', ...more })
  const read = (id: string) => database.read(cast, (tx) => getVisit(tx, cast.system(), id))
  const book = async (name: CastName, more: object = {}) =>
    read((await must(tryOut(name, { seen: 'yes', ...more }))).id)
  const page = async (name: CastName, path: string) => textOf(await (await app.get(name, path)).text())
  const addresses = async () => {
    await app.workOff()
    const { rows } = await database.read(cast, (tx) => tx.execute('select address from outgoing_mail'))
    return rows.map((row) => String(row.address)).sort()
  }
  return { app, cast, run, tryOut, read, book, page, addresses }
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const newVisit = (unit: string) => `/besok/nytt?enhet=${unit}`
const byPolitician = ['visits.initiator', 'by: politician'] as const

describe('the kinds of visit that a guideline has', () => {
  test('several series of one form are asked for by their names, and kept', async () => {
    const { cast, tryOut, book, page } = await aTown(
      'serier',
      [
        byPolitician,
        ['visits.count', 'least: 1, per: unit, series: varrond-q'],
        ['visits.count', 'least: 1, per: unit, series: hostrond-q, name: { sv: höstens rond, en: the autumn round }'],
      ],
      ['{ id: varrond-q, sv: vårrond, en: spring round }', '{ id: hostrond-q, sv: höstrond, en: autumn round }'],
    )
    const shown = await page('anna', newVisit(cast.units.solgarden))
    expect(shown).toContain('Vårrond')
    expect(shown).toContain('Höstens rond')
    expect(await tryOut('anna')).toMatchObject({ ok: false, code: 'visits.series-missing', field: 'form' })
    expect(await tryOut('anna', { form: 'visit:ingen-q' })).toMatchObject({ code: 'visits.form-not-offered' })
    const visit = await book('anna', { form: 'visit:hostrond-q' })
    expect(visit).toMatchObject({ form: 'visit', series: 'hostrond-q' })
    expect(await page('anna', `/besok/${visit.id}`)).toContain('höstens rond')
  })

  test('in which capacity is asked only where the guideline speaks of it; outside the committee is shown', async () => {
    const asked = await aTown('egenskap', [byPolitician, ['visits.capacity', 'also: [other-office]']])
    expect(await asked.page('anna', newVisit(asked.cast.units.solgarden))).toContain('I vilken egenskap')
    const visit = await asked.book('anna', { capacity: 'party' })
    expect(await asked.page('anna', `/besok/${visit.id}`)).toContain('För partiet')
    expect(await asked.page('anna', `/besok/${visit.id}`)).toContain('det räknas inte och ersätts inte')
    const silent = await aTown('ingen-egenskap', [byPolitician])
    expect(await silent.page('anna', newVisit(silent.cast.units.solgarden))).not.toContain('I vilken egenskap')
    expect(await silent.tryOut('anna', { capacity: 'party' })).toMatchObject({ code: 'visits.capacity-not-asked' })
  })

  test('an own form keeps its words, and a half day says how long it is at most', async () => {
    const { cast, page, book } = await aTown(
      'egen-form',
      [
        ['visits.initiator', 'by: politician, forms: [visit, half-day, rond-q]'],
        ['visits.count', 'least: 2, per: person, counts: half-days, halfDayMinutes: 240'],
      ],
      ['{ id: rond-q, sv: nattrond, en: night round }'],
    )
    const shown = await page('anna', newVisit(cast.units.solgarden))
    expect(shown).toContain('Nattrond')
    expect(shown).toContain('Högst 4 timmar')
    expect((await book('anna', { form: 'half-day' })).form).toBe('half-day')
  })
})

describe('SNB-06 and SNB-07: placements and meetings', () => {
  const rules: WrittenRules = [
    ['visits.initiator', 'by: manager'],
    ['visits.placement', 'yearlyMinutes: 240, countsAsVisit: "no", substitutes: "yes"'],
    ['visits.invitations', 'meetingsWith: [users, relatives]'],
  ]

  test('the politician asks for a placement, and only the manager invites to a visit or a meeting', async () => {
    const { cast, tryOut, book, page } = await aTown('praktik', rules)
    expect(await tryOut('anna')).toMatchObject({ code: 'visits.not-initiator' })
    expect(await tryOut('anna', { form: 'users-meeting' })).toMatchObject({ code: 'visits.not-initiator' })
    expect(await page('anna', newVisit(cast.units.solgarden))).toContain('Här kan du boka: Praktik')
    expect(await book('anna', { form: 'placement' })).toMatchObject({ state: 'proposed', form: 'placement' })
    expect(await book('manager', { form: 'users-meeting', start: '16.00', end: '17.00' })).toMatchObject({
      state: 'booked',
    })
  })

  test('the hours used, booked and left are shown before booking, and what passes them is said with its clause', async () => {
    const { cast, tryOut, book, page } = await aTown('praktiktimmar', rules)
    const { anna } = cast.people
    const made = await aHeldVisit(database, cast, { day: '2026-05-04', unitId: cast.units.solgarden, who: [anna] })
    await database.transaction(cast, (tx) => tx.execute(`update visit set form = 'placement' where id = '${made}'`))
    const before = await page('anna', newVisit(cast.units.solgarden))
    expect(before).toContain('Högst 4 timmar per person och kalenderår (§ 3)')
    expect(before).toMatch(/Anna Exempel 2 timmar 0 .*? 2 timmar/)
    const over = await tryOut('anna', { form: 'placement', start: '09.00', end: '12.00' })
    expect(over).toMatchObject({
      code: 'visits.read-first',
      facts: { findings: [expect.objectContaining({ kind: 'visits.placement', code: 'over-year', clause: '§ 3' })] },
    })
    const visit = await book('anna', { form: 'placement', start: '09.00', end: '11.00' })
    expect(await page('anna', `/besok/${visit.id}`)).toContain('Praktiktimmar i år')
  })

  test('of a substitute it cannot be told until the committee has answered', async () => {
    clock.set(startOfDay(dayFromIso('2026-10-06')))
    const snb = { slug: 'praktik-ersattare', guideline: 'socialnamnden-kontaktpolitiker-snb' }
    const { cast, tryOut } = townOf(appWith(database, clock, await aCast(database, clock, snb)))
    expect(await tryOut('david', { form: 'placement', units: cast.units.bjorken })).toMatchObject({
      code: 'visits.read-first',
      facts: { findings: [expect.objectContaining({ outcome: 'cannot-tell', code: 'substitutes-unanswered' })] },
    })
  })
})

describe('an unannounced visit', () => {
  const rules: WrittenRules = [byPolitician, ['visits.notice', 'days: 0, given: never']]

  test('is booked without the unit, which sees and hears nothing of it before its day', async () => {
    const town = await aTown('oanmalt', rules)
    const { app, cast, book, page, addresses } = town
    expect(await page('anna', newVisit(cast.units.solgarden))).toContain('Enheten får inte veta något före dagen')
    const visit = await book('anna')
    expect(visit).toMatchObject({ state: 'booked', unannounced: true, confirmedOn: null })
    expect(await addresses()).toEqual(['anna@oanmalt.example', 'bengt@oanmalt.example'])
    expect((await app.get('manager', `/besok/${visit.id}`)).status).toBe(404)
    expect(await page('manager', '/besok')).not.toContain('10 november')
    expect(await page('manager', newVisit(cast.units.solgarden))).not.toContain('10 november')
    expect(await page('manager', '/')).not.toContain('10 november')
    expect(await page('bengt', '/besok')).toContain('10 november')
    clock.set(startOfDay(dayFromIso('2026-11-10')))
    app.forgetSessions()
    expect(await page('manager', '/besok')).toContain('10 november')
    expect((await app.get('manager', `/besok/${visit.id}`)).status).toBe(200)
  })

  test('has a single time, and is still booked when it is moved', async () => {
    const { tryOut, run, read, book } = await aTown('oanmalt-flyttat', rules)
    const two = { day2: '2026-11-12', start2: '13.00', end2: '15.00' }
    expect(await tryOut('anna', { ...two, seen: 'yes' })).toMatchObject({ code: 'visits.one-time-unannounced' })
    const visit = await book('anna')
    const move = { visit: visit.id, version: '1', reason: 'Sjukdom', day: '2026-11-13', start: '13.00', end: '15.00' }
    await must(run('anna', moveVisit, move))
    expect(await read(visit.id)).toMatchObject({ state: 'booked', confirmedOn: null })
  })
})

describe('who may visit without an appointment, and whom', () => {
  test('those whom the guideline names, paid or not; others are refused with the clause', async () => {
    const { cast, tryOut, book, page } = await aTown('utan-uppdrag', [
      byPolitician,
      ['visits.unappointed', 'by: [substitute], paid: "no"'],
    ])
    expect(await tryOut('cecilia')).toMatchObject({
      code: 'visits.not-unappointed',
      facts: { unit: 'Solgården', clause: '§ 3', who: { sv: expect.stringContaining('ersättare') } },
    })
    expect(await page('david', newVisit(cast.units.solgarden))).toContain('Besöket ersätts inte.')
    const visit = await book('david')
    expect(visit).toMatchObject({ initiatedBy: 'politician' })
    expect(visit.invitations.map(({ personId }) => personId)).toContain(cast.people.david)
    expect(await page('david', `/besok/${visit.id}`)).toContain('kan besöka enheten, utan ersättning')
  })

  test('a role that may visit every unit does so, also one in the chair', async () => {
    const { cast, book, page, app } = await aTown('alla-enheter', [
      byPolitician,
      ['appointment.exempt', 'roles: [chair], mayVisitAll: true'],
    ])
    expect(await page('chair', '/besok/nytt')).toContain('Björken')
    expect((await book('chair', { units: cast.units.bjorken })).invitations.map(({ personId }) => personId)).toContain(
      cast.people.chair,
    )
    expect((await app.get('feeOfficer', '/besok/nytt')).status).toBe(403)
  })

  test('without such a rule one who is not appointed to the unit is told so', async () => {
    const { tryOut } = await aTown('bara-uppdrag', [byPolitician])
    expect(await tryOut('cecilia')).toMatchObject({ code: 'visits.outside-appointment' })
  })

  test('a private provider is visited by agreement alone, or never, with the clause', async () => {
    const agreed = await aTown('avtal', [
      ['visits.initiator', 'by: manager'],
      ['appointment.providers', 'private: by-agreement'],
    ])
    const angen = { units: agreed.cast.units.angen }
    expect(await agreed.tryOut('privateManager', angen)).toMatchObject({
      code: 'visits.no-agreement',
      facts: { unit: 'Ängen', clause: '§ 3' },
    })
    await database.transaction(agreed.cast, (tx) =>
      tx.execute(`update unit set agreement_from = '2026-11-10', agreement_until = '2026-12-01' where name = 'Ängen'`),
    )
    expect(await agreed.tryOut('privateManager', { ...angen, day: '2026-11-09' })).toMatchObject({
      code: 'visits.no-agreement',
    })
    expect((await agreed.tryOut('privateManager', { ...angen, seen: 'yes' })).ok).toBe(true)
    expect(await agreed.tryOut('privateManager', { ...angen, day: '2026-12-01' })).toMatchObject({
      code: 'visits.no-agreement',
    })
    const never = await aTown('utan-privata', [
      ['visits.initiator', 'by: manager'],
      ['appointment.providers', 'private: excluded'],
    ])
    expect(await never.tryOut('privateManager', { units: never.cast.units.angen })).toMatchObject({
      code: 'visits.private-excluded',
    })
  })
})
