import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import type { Database } from '../../platform/db/database.ts'
import { listHoldings } from '../people/index.ts'
import { listDelegations } from './claims.approval.store.ts'

const clock = testClock()
let database: Database
let town: TestApp
let neighbour: TestApp
let number = 0
beforeAll(async () => {
  database = await aDatabase()
})
beforeEach(async () => {
  clock.set(instantFromIso('2026-10-06T10:00:00.000Z'))
  number += 1
  town = appWith(database, clock, await aCast(database, clock, { slug: `ort${number}` }))
  neighbour = appWith(database, clock, await aCast(database, clock, { slug: `ort${number}`, beside: town.cast }))
})

const path = '/arvoden/delegationer'
const textOf = async (answer: Response) => (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

type Form = Readonly<Record<string, string>>

/** A delegation of the chair to the quality officer, decided by the committee, for October; changed as told. */
const formOf = (changes: Form = {}): Form => ({
  role: 'chair',
  from: '',
  to: town.cast.people.qualityOfficer,
  validFrom: '2026-10-06',
  lastDay: '2026-10-31',
  decidedOn: '2026-10-01',
  paragraph: '§ 12',
  ...changes,
})

const register = (name: CastName, changes: Form = {}) => town.post(name, path, formOf(changes))
const delegations = () => database.read(town.cast, (tx) => listDelegations(tx, town.cast.system()))
const approverRoles = async (name: CastName, at: TestApp = town) => {
  const all = await database.read(at.cast, (tx) => listHoldings(tx, at.cast.system(), at.cast.people[name]))
  return all.filter(({ role }) => role === 'approver').length
}

describe('RAT-25 the page of delegations', () => {
  test('lists what is registered with its decision, for those who read all claims', async () => {
    expect(await textOf(await town.get('secretary', path))).toContain('Inga delegationer')
    expect((await register('secretary', { from: town.cast.people.chair })).status).toBe(303)
    for (const name of ['secretary', 'chair', 'feeOfficer', 'auditor', 'secondVice', 'approver'] as const) {
      const page = await textOf(await town.get(name, path))
      expect(page).toContain('QualityOfficer Exempel')
      expect(page).toContain('Chair Exempel')
      expect(page).toContain('6 oktober 2026 – 31 oktober 2026')
      expect(page).toContain('1 oktober 2026, § 12')
      expect(page).toContain('Gäller nu')
      expect(page.includes('Avsluta nu')).toBe(name === 'secretary' || name === 'chair')
    }
    for (const name of ['anna', 'manager', 'administrator'] as const)
      expect((await town.get(name, path)).status).toBe(403)
    for (const name of ['feeOfficer', 'auditor', 'secondVice', 'approver'] as const)
      expect((await register(name)).status).toBe(403)
    expect(await textOf(await town.get('auditor', path))).not.toContain('Registrera en delegation')
  })

  test('is found from everybody’s claims', async () => {
    expect(await (await town.get('secretary', '/arvoden')).text()).toContain(`${path}"`)
  })

  test.each<[string, () => Form, string]>([
    ['overlapping days', () => ({ lastDay: '2026-11-30' }), 'har redan en delegation av samma roll'],
    ['wrong dates', () => ({ lastDay: '2026-10-05' }), 'Den sista dagen ligger före den första.'],
    ['no date', () => ({ validFrom: 'i morgon' }), 'Skriv dagen så här: 2026-03-25.'],
    ['in the past', () => ({ validFrom: '2026-10-05' }), 'Den första dagen har redan varit.'],
    ['for ever', () => ({ lastDay: '2099-12-31' }), 'En delegation gäller högst fyra år.'],
    ['decided tomorrow', () => ({ decidedOn: '2026-10-07' }), 'Beslutsdagen ligger framåt i tiden.'],
    ['by the committee without a paragraph', () => ({ paragraph: ' ' }), 'Skriv i vilken paragraf nämnden beslutade.'],
    [
      'to oneself',
      () => ({ to: town.cast.people.secretary }),
      'En delegation till dig själv registreras av någon annan.',
    ],
    [
      'to the giver',
      () => ({ from: town.cast.people.secondVice, to: town.cast.people.secondVice, role: 'vice-chair' }),
      'Den som ger delegationen kan inte också få den.',
    ],
    [
      'from one without the role',
      () => ({ from: town.cast.people.anna }),
      'Bara den som har rollen i dag kan ge den vidare.',
    ],
    ['to one who has the role', () => ({ to: town.cast.people.viceChair }), 'Personen har redan rollen'],
    ['to the auditor', () => ({ to: town.cast.people.auditor }), 'Revisorn granskar arvodena'],
    ['of a role that approves nothing here', () => ({ role: 'manager' }), 'Den rollen attesterar inte här.'],
    ['to nobody', () => ({ to: '' }), 'Välj vem som får delegationen.'],
  ])('%s is refused in a sentence, and nothing is written', async (_, changes, sentence) => {
    await register('chair', { validFrom: '2026-10-20' })
    const answer = await register('secretary', changes())
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain(sentence)
    expect(await delegations()).toHaveLength(1)
    expect(await approverRoles('qualityOfficer')).toBe(1)
  })

  test('the same registered at once is registered once', async () => {
    const answers = await Promise.all([register('secretary'), register('chair')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await delegations()).toHaveLength(1)
  })
})

describe('RAT-25 the right that comes with a delegation', () => {
  test('is given for the days to who lacks it, and taken back with the delegation', async () => {
    await register('secretary')
    town.forgetSessions()
    expect((await town.get('qualityOfficer', '/arvoden/attest')).status).toBe(200)
    const [delegation] = await delegations()
    const end = await town.post('secretary', `${path}/avsluta`, { id: delegation?.id ?? '' })
    expect(end.status).toBe(303)
    town.forgetSessions()
    expect((await town.get('qualityOfficer', '/arvoden/attest')).status).toBe(403)
    expect(await textOf(await town.get('auditor', path))).toContain('Avslutades 6 oktober 2026 av Secretary Exempel')
  })

  test('goes back without the days that have been, when it is ended later', async () => {
    await register('secretary')
    clock.set(instantFromIso('2026-10-10T10:00:00.000Z'))
    town.forgetSessions()
    const [delegation] = await delegations()
    await town.post('chair', `${path}/avsluta`, { id: delegation?.id ?? '' })
    const held = await database.read(town.cast, (tx) =>
      listHoldings(tx, town.cast.system(), town.cast.people.qualityOfficer),
    )
    const lent = held.find(({ role }) => role === 'approver')
    expect(lent && Number(lent.validUntil) - Number(lent.validFrom)).toBe(4)
  })

  test('is not given to one who has it already, and stays theirs', async () => {
    await register('secretary', { to: town.cast.people.secondVice })
    expect(await approverRoles('secondVice')).toBe(0)
    const [delegation] = await delegations()
    await town.post('secretary', `${path}/avsluta`, { id: delegation?.id ?? '' })
    town.forgetSessions()
    expect((await town.get('secondVice', '/arvoden/attest')).status).toBe(200)
  })

  test('one of two delegations that ends leaves the right that came with the other', async () => {
    await register('secretary')
    await register('secretary', { role: 'vice-chair', from: town.cast.people.secondVice })
    const first = (await delegations()).find(({ role }) => role === 'chair')
    await town.post('secretary', `${path}/avsluta`, { id: first?.id ?? '' })
    town.forgetSessions()
    expect((await town.get('qualityOfficer', '/arvoden/attest')).status).toBe(200)
  })

  test('one that an administrator gave stays', async () => {
    await register('secretary', { to: town.cast.people.approver })
    const [delegation] = await delegations()
    await town.post('secretary', `${path}/avsluta`, { id: delegation?.id ?? '' })
    town.forgetSessions()
    expect((await town.get('approver', '/arvoden/attest')).status).toBe(200)
  })
})

describe('RAT-25 another committee’s delegation', () => {
  test('is neither seen, ended nor given to its people', async () => {
    await register('secretary')
    const [delegation] = await delegations()
    expect(await textOf(await neighbour.get('secretary', path))).toContain('Inga delegationer')
    const end = await neighbour.post('secretary', `${path}/avsluta`, { id: delegation?.id ?? '' })
    expect(end.status).toBe(404)
    for (const changes of [{ to: town.cast.people.anna }, { from: town.cast.people.chair }]) {
      const form = { ...formOf({ to: neighbour.cast.people.qualityOfficer }), ...changes }
      expect((await neighbour.post('secretary', path, form)).status).toBe(404)
    }
    const { rows } = await database.system((tx) =>
      tx.execute<{ count: number }>(
        sql`select count(*)::int as count from approval_delegation where committee_id = ${neighbour.cast.committeeId}`,
      ),
    )
    expect(rows[0]?.count).toBe(0)
    expect((await delegations()).map(({ endedAt }) => endedAt)).toEqual([null])
  })
})
