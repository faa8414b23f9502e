import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'
import { logged } from '../../../tests/support/logged.ts'
import { listFeeGroups, listFixedFees } from '../people/index.ts'
import { person, roleHolding, seat } from '../people/people.tables.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp({ feeRules: 'exempel-reglemente' })
})

const of = (name: CastName) => `/arvoden/villkor/${town.cast.people[name]}`
const fixedFees = (name: CastName) =>
  town.database.read(town.cast, (tx) => listFixedFees(tx, town.cast.system(), town.cast.people[name]))

describe('a fixed fee', () => {
  const fee = (town: TestApp, more: Record<string, string> = {}) => ({
    percent: '40',
    forCommitteeId: town.cast.committeeId,
    validFrom: '2026-01-01',
    lastDay: '',
    ...more,
  })

  test('is registered by the fee officer, is seen on the person’s page, and stands in the log', async () => {
    const answer = await town.post('feeOfficer', `${of('anna')}/arsarvode`, fee(town))
    expect(answer.headers.get('location')).toBe(`/ekby/namnden${of('anna')}?klart=sparat`)
    const page = await (await town.get('feeOfficer', of('anna'))).text()
    expect(page).toContain('40 %')
    expect(page).toContain('Omsorgsnämnden')
    const entry = (await logged(town)).findLast(({ command }) => command === 'people.save-fixed-fee')
    expect([entry?.actorId, entry?.subjectId]).toEqual([town.cast.people.feeOfficer, town.cast.people.anna])
  })

  test('is refused twice for one office, and with a share that is none, each with what to do', async () => {
    await town.post('secretary', `${of('bengt')}/arsarvode`, fee(town))
    const twice = await town.post('secretary', `${of('bengt')}/arsarvode`, fee(town, { validFrom: '2026-06-01' }))
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('Avsluta det först.')])
    const absurd = await town.post('secretary', `${of('bengt')}/arsarvode`, fee(town, { percent: '140' }))
    expect([absurd.status, await absurd.text()]).toEqual([422, expect.stringContaining('från 1 till 100')])
    expect(await fixedFees('bengt')).toHaveLength(1)
  })

  test('ends on a day, and is taken away when it was a mistake', async () => {
    await town.post('secretary', `${of('cecilia')}/arsarvode`, fee(town))
    const [row] = await fixedFees('cecilia')
    await town.post('secretary', `${of('cecilia')}/${row?.id}`, { outcome: 'end', lastDay: '2026-06-30' })
    expect((await fixedFees('cecilia')).map(({ validUntil }) => validUntil)).toEqual([dayFromIso('2026-07-01')])
    await town.post('secretary', `${of('cecilia')}/${row?.id}`, { outcome: 'remove', lastDay: '' })
    expect(await fixedFees('cecilia')).toEqual([])
  })

  test.each<[CastName, number]>([
    ['secretary', 200],
    ['feeOfficer', 200],
    ['anna', 403],
    ['chair', 403],
    ['manager', 403],
    ['auditor', 403],
  ])('%s gets %i at the list and the person', async (name, status) => {
    expect((await town.get(name, '/arvoden/villkor')).status).toBe(status)
    expect((await town.get(name, of('anna'))).status).toBe(status)
  })
})

describe('a group that the fee rules name', () => {
  test('is chosen by its title and kept by its code', async () => {
    const form = await (await town.get('secretary', `${of('david')}/grupp`)).text()
    expect(form).toContain('Ungdomsrepresentanter')
    const group = { code: 'ungdomsrepresentant', validFrom: '2026-01-01', lastDay: '' }
    expect((await town.post('secretary', `${of('david')}/grupp`, group)).status).toBe(303)
    const kept = await town.database.read(town.cast, (tx) =>
      listFeeGroups(tx, town.cast.system(), town.cast.people.david),
    )
    expect(kept).toMatchObject([{ code: 'ungdomsrepresentant' }])
    expect(await (await town.get('secretary', '/arvoden/villkor')).text()).toContain('Ungdomsrepresentanter')
  })
})

describe('a death', () => {
  const page = (app: TestApp, name: CastName) => `/installningar/personer/${app.cast.people[name]}/dodsfall`

  test('says what follows before it is saved, and then ends every role and seat after the day', async () => {
    const app = await anApp()
    const before = await (await app.get('administrator', page(app, 'bengt'))).text()
    expect(before).toContain('Inga brev, kallelser eller påminnelser')
    expect(before).toContain('betalas till dödsboet')
    expect((await app.post('administrator', page(app, 'bengt'), { diedOn: '2026-09-30' })).status).toBe(303)
    const until = dayFromIso('2026-10-01')
    const id = app.cast.people.bengt
    const held = await app.database.read(app.cast, async (tx) => [
      ...(await tx.select().from(roleHolding).where(eq(roleHolding.personId, id))),
      ...(await tx.select().from(seat).where(eq(seat.personId, id))),
    ])
    expect(held.length).toBeGreaterThan(1)
    expect(held.every(({ validUntil }) => validUntil === until)).toBe(true)
    const after = await (await app.get('administrator', `/installningar/personer/${id}`)).text()
    expect(after).toContain('Personen avled 30 september 2026.')
    expect(after).not.toMatch(/Ge en roll|Bjud in/)
    expect(await (await app.get('administrator', `/installningar/personer/${app.cast.people.anna}`)).text()).toMatch(
      /Ge en roll.*Bjud in/s,
    )
  })

  test('is not registered for a day to come or for oneself, and a mistake is taken back', async () => {
    const app = await anApp()
    const later = await app.post('administrator', page(app, 'anna'), { diedOn: '2026-12-24' })
    expect([later.status, await later.text()]).toEqual([422, expect.stringContaining('kan inte ligga efter i dag')])
    const self = await app.post('administrator', page(app, 'administrator'), { diedOn: '2026-09-30' })
    expect([self.status, await self.text()]).toEqual([422, expect.stringContaining('inte registrera det här om dig')])
    await app.post('administrator', page(app, 'anna'), { diedOn: '2026-09-30' })
    await app.post('administrator', `${page(app, 'anna')}/ta-tillbaka`)
    const [row] = await app.database.read(app.cast, (tx) =>
      tx.select().from(person).where(eq(person.id, app.cast.people.anna)),
    )
    expect(row?.diedOn).toBeNull()
    expect((await app.get('secretary', page(app, 'anna'))).status).toBe(403)
  })
})
