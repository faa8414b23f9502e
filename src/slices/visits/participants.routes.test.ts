import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { execute } from '../../platform/command.ts'
import { listLeaves } from '../appointments/index.ts'
import { bookVisit, getVisit, listVisitEvents } from './index.ts'

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})

const people = () => town.cast.people
const read = (id: string) => town.database.read(town.cast, (tx) => getVisit(tx, town.cast.system(), id))
const eventsOf = async (id: string) =>
  (await town.database.read(town.cast, (tx) => listVisitEvents(tx, town.cast.system(), id))).map(
    ({ kind, concernsId }) => [kind, concernsId],
  )
const book = async (day: string, more: object = {}) => {
  const { database, clock, cast } = town
  const input = { units: cast.units.solgarden, day, start: '13.00', end: '15.00', seen: 'yes', ...more }
  return (await must(execute({ database, clock }, cast.as('anna'), bookVisit, input))).id
}
const leave = (form: Record<string, string>) => town.post('secretary', '/uppdrag/ledigheter/ny', form)
const change = async (id: string, what: 'remove' | 'invite', form: Record<string, string>) =>
  town.post('secretary', `/besok/${id}/deltagare`, { version: String((await read(id)).version), what, ...form })
const invitedAt = async (id: string) => (await read(id)).invitations.map(({ personId }) => personId).sort()
const leaves = () => town.database.read(town.cast, (tx) => listLeaves(tx, town.cast.system(), dayFromIso('2026-10-06')))

describe('a leave', () => {
  let ahead: string

  test('is registered without a reason, and the visits that it touches are shown with the stand-in', async () => {
    ahead = await book('2026-11-10')
    const page = await textOf(await town.get('secretary', '/uppdrag/ledigheter/ny'))
    expect(page).toContain('Varför någon är ledig frågar vi inte om, och det sparas inte.')
    const form = { personId: people().bengt, from: '2026-11-01', through: '2026-11-30', standInId: people().david }
    const answer = await leave(form)
    expect(answer.headers.get('location')).toContain('/besok/ersattare?klart=leave')
    expect(await textOf(await town.get('secretary', '/'))).toContain('Någon behöver ersättas på ett besök')
    expect(await textOf(await town.get('chair', '/'))).not.toContain('Någon behöver ersättas')
    const text = await textOf(await town.get('secretary', '/besok/ersattare?klart=leave'))
    expect(text).toContain('Ledigheten är registrerad.')
    expect(text).toContain('Solgården, 10 november 2026')
    expect(text).toContain('Bengt Exempel är ledig den dagen.')
    expect(text).toContain('Kalla David Exempel i stället')
    expect(await textOf(await town.get('secretary', '/uppdrag/ledigheter'))).toContain(
      '1 november 2026 – 30 november 2026',
    )
  })

  test('a field that asks why is no field of the form', async () => {
    const form = { personId: people().anna, from: '2027-02-01', reason: 'sjuk' }
    expect((await leave(form)).status).toBe(422)
    expect((await leaves()).map(({ personId }) => personId)).not.toContain(people().anna)
  })

  test('keeps whoever is on leave from being invited, and the stand-in is invited and marked', async () => {
    const page = await textOf(await town.get('anna', `/besok/nytt?enhet=${town.cast.units.solgarden}`))
    expect(page).toContain(
      'Bengt Exempel (ledig från och med 1 november 2026 till och med 30 november 2026: då kallas David Exempel)',
    )
    const id = await book('2026-11-12')
    const { invitations } = await read(id)
    expect(invitations.map(({ personId, standsInForId }) => [personId, standsInForId])).toEqual(
      expect.arrayContaining([
        [people().anna, null],
        [people().david, people().bengt],
      ]),
    )
    expect(invitations).toHaveLength(2)
    const text = await textOf(await town.get('anna', `/besok/${id}`))
    expect(text).toContain('David Exempel (i stället för Bengt Exempel)')
    const after = await book('2026-12-01')
    expect(await invitedAt(after)).toEqual([people().anna, people().bengt].sort())
  })

  test('whoever is on leave books no visit for those days', async () => {
    const { database, clock, cast } = town
    const input = { units: cast.units.solgarden, day: '2026-11-17', start: '9.00', end: '10.00', seen: 'yes' }
    expect(await execute({ database, clock }, cast.as('bengt'), bookVisit, input)).toMatchObject({
      code: 'visits.on-leave',
      field: 'day',
    })
  })

  test('the stand-in is put in with one step for one visit, and the other invitation stands', async () => {
    const before = await read(ahead)
    const form = { visit: ahead, version: String(before.version), person: people().bengt, reason: 'hindered' }
    const answer = await town.post('secretary', '/besok/ersattare', { ...form, instead: people().david })
    expect(answer.headers.get('location')).toContain('/besok/ersattare?klart=replaced')
    const after = await read(ahead)
    expect(
      after.invitations.map(({ personId, standsInForId, answer: said }) => [personId, standsInForId, said]),
    ).toEqual(
      expect.arrayContaining([
        [people().anna, null, 'accepted'],
        [people().david, people().bengt, null],
      ]),
    )
    expect(after.sequence).toBe(before.sequence)
    expect(await eventsOf(ahead)).toEqual(
      expect.arrayContaining([
        ['removed', people().bengt],
        ['invited', people().david],
      ]),
    )
    expect(await textOf(await town.get('secretary', '/besok/ersattare'))).toContain('Inga besök berörs')
    expect(await textOf(await town.get('secretary', `/besok/${ahead}`))).toContain(
      'Togs bort från besöket Bengt Exempel, av Secretary Exempel Förhinder',
    )
  })

  test('ends early, or is taken away when it never began', async () => {
    const [row] = await leaves()
    const end = (until: string) => town.post('secretary', `/uppdrag/ledigheter/${row?.id}/avslut`, { until })
    expect(await textOf(await end('2026-12-24'))).toContain('Ledigheten är redan slut den dagen.')
    expect((await end('2026-11-20')).status).toBe(303)
    expect((await leaves())[0]?.validUntil).toBe(dayFromIso('2026-11-20'))
    expect((await end('2026-10-31')).status).toBe(303)
    expect(await leaves()).toEqual([])
  })

  test('bad input is answered in one sentence at its field', async () => {
    const said = async (form: Record<string, string>) => {
      const answer = await leave(form)
      expect(answer.status).toBe(422)
      return textOf(answer)
    }
    const from = '2026-11-01'
    expect(await said({ personId: '', from })).toContain('Välj vem som är ledig.')
    expect(await said({ personId: people().anna, from: '' })).toContain('Skriv vilken dag.')
    expect(await said({ personId: people().anna, from, standInId: people().anna })).toContain('Välj någon annan')
    expect(await said({ personId: people().anna, from, standInId: people().manager })).toContain(
      'Den personen har ingen plats i nämnden då.',
    )
    expect(await leaves()).toEqual([])
  })

  test('is the secretary’s matter alone', async () => {
    for (const name of ['anna', 'manager', 'chair', 'auditor', 'administrator'] as const)
      expect((await town.get(name, '/uppdrag/ledigheter')).status).toBe(403)
  })
})

describe('who takes part', () => {
  test('one is taken off with a reason of three, and nothing else can be written', async () => {
    const id = await book('2026-12-08')
    expect(await textOf(await change(id, 'remove', { person: people().bengt }))).toContain(
      'Välj varför personen tas bort.',
    )
    expect((await change(id, 'remove', { person: people().bengt, reason: 'sjuk' })).status).toBe(422)
    expect((await change(id, 'remove', { person: people().bengt, reason: 'other' })).status).toBe(303)
    expect(await invitedAt(id)).toEqual([people().anna])
    // Once off, the visit is the person's no more.
    const answer = { person: people().bengt, [`answer.${people().bengt}`]: 'accepted' }
    expect((await town.post('bengt', `/besok/${id}/svar`, answer)).status).toBe(403)
    expect(await textOf(await change(id, 'remove', { person: people().bengt, reason: 'other' }))).toContain(
      'Personen är inte längre kallad till besöket.',
    )
  })

  test('the last one is not taken off unless somebody comes instead', async () => {
    const id = await book('2026-12-09')
    await change(id, 'remove', { person: people().bengt, reason: 'left' })
    const last = await change(id, 'remove', { person: people().anna, reason: 'hindered' })
    expect(await textOf(last)).toContain('Personen är den enda som är kallad.')
    const swapped = await change(id, 'remove', { person: people().anna, reason: 'hindered', instead: people().cecilia })
    expect(swapped.status).toBe(303)
    expect(await invitedAt(id)).toEqual([people().cecilia])
  })

  test('one who was taken off can be invited again, and is asked anew', async () => {
    const id = await book('2026-12-10')
    await change(id, 'remove', { person: people().anna, reason: 'hindered' })
    expect((await change(id, 'invite', { invitee: people().anna })).status).toBe(303)
    const again = (await read(id)).invitations.find(({ personId }) => personId === people().anna)
    expect(again).toMatchObject({ answer: null, standsInForId: null })
    const twice = await change(id, 'invite', { invitee: people().anna })
    expect(await textOf(twice)).toContain('Den personen går inte att kalla till besöket')
  })

  test('nobody is invited who is no politician, or who is somewhere else at the hour', async () => {
    const id = await book('2026-12-14')
    expect((await change(id, 'invite', { invitee: people().feeOfficer })).status).toBe(422)
    const { database, clock, cast } = town
    const other = { units: cast.units.bjorken, day: '2026-12-14', start: '14.00', end: '16.00', seen: 'yes' }
    await must(execute({ database, clock }, cast.as('cecilia'), bookVisit, other))
    const answer = await change(id, 'invite', { invitee: people().cecilia })
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain('Cecilia Exempel har redan ett besök')
    expect(await invitedAt(id)).toEqual([people().anna, people().bengt].sort())
  })

  test('of a cancelled visit, or with a page that is too old, nothing is changed', async () => {
    const id = await book('2026-12-15')
    const form = { what: 'remove', person: people().bengt, reason: 'other' }
    const stale = await town.post('secretary', `/besok/${id}/deltagare`, { ...form, version: '9' })
    expect(await textOf(stale)).toContain('Någon annan har ändrat besöket')
    await town.post('anna', `/besok/${id}/installt`, { version: '1', reason: 'Krock' })
    expect(await textOf(await change(id, 'remove', form))).toContain('Besöket är redan inställt.')
    expect(await invitedAt(id)).toHaveLength(2)
  })

  test('two who change at once: one is first, the other is told', async () => {
    const id = await book('2026-12-16')
    const form = { what: 'remove', version: '1', person: people().bengt, reason: 'other', instead: people().cecilia }
    const answers = await Promise.all([1, 2].map(() => town.post('secretary', `/besok/${id}/deltagare`, form)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await invitedAt(id)).toEqual([people().anna, people().cecilia].sort())
  })

  test('is changed by the secretary alone', async () => {
    const id = await book('2026-12-17')
    for (const name of ['anna', 'bengt', 'manager', 'chair', 'auditor'] as const) {
      expect((await town.get(name, `/besok/${id}/deltagare`)).status).toBe(403)
      const form = { version: '1', what: 'remove', person: people().bengt, reason: 'other' }
      expect((await town.post(name, `/besok/${id}/deltagare`, form)).status).toBe(403)
    }
    expect(await textOf(await town.get('anna', `/besok/${id}`))).not.toContain('Ändra deltagare')
  })
})

describe('somebody who has left', () => {
  test('is shown to the secretary at the visit, and an answer for them is refused kindly', async () => {
    const id = await book('2026-12-21')
    const appointments = await (await town.get('secretary', '/uppdrag')).text()
    const [, bengts] = /href="([^"]*avslut)"[^>]*aria-label="Avsluta: Bengt/.exec(appointments) ?? []
    expect(bengts).toBeDefined()
    expect((await town.post('secretary', bengts ?? '', { until: '2026-12-01' })).status).toBe(303)

    const text = await textOf(await town.get('secretary', `/besok/${id}`))
    expect(text).toContain('Någon som är kallad kan inte vara med')
    expect(text).toContain('Bengt Exempel är inte längre kontaktpolitiker här den dagen.')
    expect(await textOf(await town.get('anna', `/besok/${id}`))).not.toContain('kan inte vara med')
    const answer = { person: people().bengt, [`answer.${people().bengt}`]: 'accepted' }
    const refused = await town.post('bengt', `/besok/${id}/svar`, answer)
    expect(refused.status).toBe(422)
    expect(await textOf(refused)).toContain('Bengt Exempel har inte längre det här uppdraget den 21 december 2026')

    expect(await textOf(await town.get('secretary', '/besok/ersattare'))).toContain('Solgården, 21 december 2026')
    expect((await change(id, 'remove', { person: people().bengt, reason: 'left' })).status).toBe(303)
    expect(await textOf(await town.get('secretary', '/besok/ersattare'))).not.toContain('21 december')
  })
})
