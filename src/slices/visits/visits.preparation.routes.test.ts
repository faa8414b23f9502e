import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const pathOf = (response: Response) => new URL(response.headers.get('location') ?? '', 'http://localhost').pathname
const booking = (town: TestApp, more: object = {}) => ({
  units: town.cast.units.solgarden,
  day: '2026-10-20',
  start: '13.00',
  end: '15.00',
  seen: 'yes',
  ...more,
})

describe('before a visit of a committee that calls (SNB)', () => {
  let town: TestApp
  let path: string
  let text: string

  beforeAll(async () => {
    town = await anApp({ guideline: 'socialnamnden-kontaktpolitiker-snb' })
    path = pathOf(await town.post('manager', '/besok/nytt', booking(town)))
    text = await textOf(await town.get('anna', `${path}/infor`))
  })

  test('SNB-02: staff and working conditions are left out, with the manager to refer to', () => {
    expect(text).toContain('Personal och medarbetare – hänvisa till närmaste chef eller förvaltningsledningen')
  })

  test('SNB-10: problems in the daily work go to the head of social services', () => {
    expect(text).toMatch(/– hänvisa till socialchef/i)
  })

  test('SNB-11: the page guides to whom to turn to', () => {
    expect(text).toContain('Vart vänder man sig?')
    expect(text).toContain('Personal och arbetsmiljö –')
  })

  test('SNB-12: the reminder of secrecy is shown', () => {
    expect(text).toContain('Sekretess')
  })

  test('SNB-09: the visit that the manager called to is agreed', async () => {
    expect(await textOf(await town.get('anna', path))).toContain('Besöket förankrades hos enhetens chef')
  })
})

describe('before a visit of a committee that reads the mission description (SOC)', () => {
  let town: TestApp
  let path: string

  beforeAll(async () => {
    town = await anApp({ guideline: 'socialnamnden-kontaktpolitiker-soc' })
    path = pathOf(await town.post('anna', '/besok/nytt', booking(town)))
  })

  test('SOC-04: the quality report is preparation only', async () => {
    expect(await textOf(await town.get('anna', `${path}/infor`))).toContain(
      'Besöket är inte en del av kvalitetsuppföljningen.',
    )
  })

  test("SOC-07: a visit to a unit with a relatives' council is offered to be placed with it", async () => {
    expect(await textOf(await town.get('anna', `/besok/nytt?enhet=${town.cast.units.solgarden}`))).toContain(
      'Besöket läggs i samband med anhörigrådet',
    )
    expect(await textOf(await town.get('cecilia', `/besok/nytt?enhet=${town.cast.units.bjorken}`))).not.toContain(
      'anhörigrådet',
    )
  })

  test('SOC-08: the mission description is at hand, and who has read it is noted', async () => {
    expect(await textOf(await town.get('anna', `${path}/infor`))).toContain('Särskilt boende för äldre.')
    const noted = await town.post('anna', `${path}/forberedelse`, { from: 'infor' })
    expect(noted.headers.get('location')).toBe(`${path}/infor?klart=prepared`)
    expect(await textOf(await town.get('anna', `${path}/infor`))).not.toContain('Jag har läst uppdragsbeskrivningen')
    expect(pathOf(await town.post('bengt', `${path}/forberedelse`))).toBe(path)
    expect(await textOf(await town.get('bengt', path))).toContain('Läst av Anna Exempel och Bengt Exempel.')
    expect((await town.post('cecilia', `${path}/forberedelse`)).status).toBe(403)
  })

  test('SOC-05 and SOC-10: a third visit asks for its reason, and the chair is offered to decide about the fee', async () => {
    await town.post('anna', '/besok/nytt', booking(town, { day: '2026-10-21' }))
    const refused = await town.post('anna', '/besok/nytt', booking(town, { day: '2026-10-22' }))
    expect(refused.status).toBe(422)
    expect(await textOf(refused)).toContain('Skriv vilken särskild omständighet som gör att det behövs.')
    const third = pathOf(
      await town.post('anna', '/besok/nytt', booking(town, { day: '2026-10-22', specialReason: 'Ny verksamhet' })),
    )
    expect(await textOf(await town.get('chair', third))).toContain('Besluta om arvodet')
    const form = await textOf(await town.get('chair', `${third}/beslut`))
    expect(form).toContain('Betalas arvode för besöket?')
    const posted = {
      version: '1',
      about: 'extra-fee',
      person: town.cast.people.anna,
      granted: 'yes',
      delegation: 'Delegationsordningen 1.4',
      reason: 'Behövs',
    }
    expect((await town.post('chair', `${third}/beslut`, { ...posted, delegation: '' })).status).toBe(422)
    expect((await town.post('chair', `${third}/beslut`, posted)).status).toBe(303)
    expect(await textOf(await town.get('anna', third))).toContain(
      'Arvode för besök utöver det vanliga för Anna Exempel: ja',
    )
    expect((await town.post('anna', `${third}/beslut`, posted)).status).toBe(403)
  })
})
