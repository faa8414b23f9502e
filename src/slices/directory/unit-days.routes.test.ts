import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { listBlocked, listCouncilDates } from './unit-days.store.ts'
import { getUnit } from './directory.store.ts'

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

let town: TestApp
let path: string
beforeAll(async () => {
  town = await anApp()
  path = `/enheter/${town.cast.units.solgarden}/tider`
})

const post = (name: Parameters<TestApp['post']>[0], what: string, form: Record<string, string> = {}, to = path) =>
  town.post(name, to, { what, ...form })
const blockedNow = () =>
  town.database.read(town.cast, (tx) =>
    listBlocked(tx, town.cast.system(), { unitIds: [town.cast.units.solgarden], from: dayFromIso('2026-01-01') }),
  )

describe('a unit’s days', () => {
  test('are empty at first, and the page says what that means', async () => {
    const text = await textOf(await town.get('manager', path))
    expect(text).toContain('Inga dagar är spärrade. Enheten tar emot besök alla dagar.')
    expect(text).toContain('Inga träffar är inlagda.')
  })

  test('the manager blocks days, the last one included, and takes the block away again', async () => {
    const added = await post('manager', 'block', { from: '2026-11-02', through: '2026-11-06', reason: 'Flytt' })
    expect(added.headers.get('location')).toContain('/tider?klart=blocked')
    const [row] = await blockedNow()
    expect(row).toMatchObject({
      validFrom: dayFromIso('2026-11-02'),
      validUntil: dayFromIso('2026-11-07'),
      reason: 'Flytt',
    })
    expect(await textOf(await town.get('secretary', `${path}?klart=blocked`))).toContain(
      '2 november 2026 – 6 november 2026',
    )

    const removed = await post('manager', 'unblock', { id: row?.id ?? '' })
    expect(removed.status).toBe(303)
    expect(await blockedNow()).toEqual([])
    const again = await post('manager', 'unblock', { id: row?.id ?? '' })
    expect(again.status).toBe(422)
    expect(await textOf(again)).toContain('Den raden är redan borttagen.')
  })

  test('bad days are answered in one sentence each, and nothing is kept', async () => {
    const said = async (form: Record<string, string>) => {
      const answer = await post('manager', 'block', form)
      expect(answer.status).toBe(422)
      return textOf(answer)
    }
    expect(await said({ from: '2026-11-06', through: '2026-11-02' })).toContain(
      'Den sista dagen behöver vara samma dag som den första eller senare.',
    )
    expect(await said({ from: '2026-09-01', through: '2026-09-02' })).toContain('Dagarna har redan varit.')
    expect(await said({ from: '2062-11-02', through: '2062-11-02' })).toContain('Kontrollera året.')
    expect(await said({ from: '2026-11-02', through: '2028-11-02' })).toContain('En spärr kan gälla högst ett år.')
    expect(await said({ from: '2026-02-30', through: '' })).toContain('Skriv dagen som år, månad och dag')
    expect(await said({})).toContain('Skriv från och med vilken dag. Skriv till och med vilken dag.')
    expect(await blockedNow()).toEqual([])
  })

  test('days that are blocked already are not blocked twice, also when two send at once', async () => {
    const form = { from: '2026-12-21', through: '2026-12-23' }
    const answers = await Promise.all([post('manager', 'block', form), post('secretary', 'block', form)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await blockedNow()).toHaveLength(1)
  })

  test('SOC-07: the council’s date is registered once, and taken away', async () => {
    const form = { name: 'Anhörigråd', day: '2026-11-12', start: '17.00', end: '18.30' }
    expect((await post('manager', 'council', form)).status).toBe(303)
    const twice = await post('secretary', 'council', { ...form, name: 'Boenderåd' })
    expect(await textOf(twice)).toContain('En träff är redan inlagd den dagen och tiden.')
    expect(await textOf(await post('manager', 'council', { ...form, end: '16.00' }))).toContain(
      'Sluttiden behöver vara senare än starttiden.',
    )
    expect(await textOf(await post('manager', 'council', { ...form, day: '2026-10-05' }))).toContain(
      'Dagen har redan varit.',
    )
    const list = () =>
      town.database.read(town.cast, (tx) =>
        listCouncilDates(tx, town.cast.system(), {
          unitIds: [town.cast.units.solgarden],
          from: dayFromIso('2026-11-01'),
          until: dayFromIso('2026-12-01'),
        }),
      )
    const [row] = await list()
    expect(row).toMatchObject({ name: 'Anhörigråd', day: dayFromIso('2026-11-12') })
    expect(await textOf(await town.get('manager', path))).toContain('torsdag 12 november 2026, 17.00–18.30')
    expect((await post('secretary', 'remove-council', { id: row?.id ?? '' })).status).toBe(303)
    expect(await list()).toEqual([])
  })

  test('consent and agreement are the secretary’s to note; a unit of the municipality has no agreement', async () => {
    const { angen, solgarden } = town.cast.units
    const angenPath = `/enheter/${angen}/tider`
    const unit = (id: string) => town.database.read(town.cast, (tx) => getUnit(tx, town.cast.system(), id))
    expect((await post('secretary', 'consent', { consentOn: '2026-10-01' }, angenPath)).status).toBe(303)
    const agreed = { agreementFrom: '2026-10-01', agreementThrough: '2026-12-31' }
    expect((await post('secretary', 'agreement', agreed, angenPath)).status).toBe(303)
    expect(await unit(angen)).toMatchObject({
      consentOn: dayFromIso('2026-10-01'),
      agreementFrom: dayFromIso('2026-10-01'),
      agreementUntil: dayFromIso('2027-01-01'),
    })
    const ahead = await post('secretary', 'consent', { consentOn: '2026-10-07' }, angenPath)
    expect(await textOf(ahead)).toContain('Skriv den dag då chefen sa ja.')
    const open = await post('secretary', 'agreement', { agreementFrom: '', agreementThrough: '2026-12-31' }, angenPath)
    expect(await textOf(open)).toContain('Skriv från och med vilken dag överenskommelsen gäller.')
    expect(await textOf(await post('secretary', 'agreement', agreed))).toContain('Enheten drivs av kommunen själv')
    expect((await unit(solgarden)).agreementFrom).toBeNull()

    expect((await post('secretary', 'agreement', {}, angenPath)).status).toBe(303)
    expect(await unit(angen)).toMatchObject({ agreementFrom: null, agreementUntil: null })
    expect((await post('privateManager', 'consent', { consentOn: '' }, angenPath)).status).toBe(403)
    expect((await unit(angen)).consentOn).toBe(dayFromIso('2026-10-01'))
  })

  test('a manager keeps the days of the own units alone, and a politician those of none', async () => {
    expect((await town.get('otherManager', path)).status).toBe(404)
    expect((await post('otherManager', 'block', { from: '2026-11-02', through: '2026-11-02' })).status).toBe(403)
    expect((await town.get('anna', path)).status).toBe(403)
    expect(await textOf(await town.get('manager', `/enheter/${town.cast.units.solgarden}`))).toContain(
      'Spärrade dagar och anhörigråd',
    )
  })

  test('a form that names no act of the page is answered, not failed', async () => {
    const answer = await post('manager', 'toString', {})
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain('Formuläret gick inte att läsa.')
  })
})
