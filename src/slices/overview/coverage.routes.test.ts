import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'

let town: TestApp

beforeAll(async () => {
  town = await anApp()
  const { cast, database } = town
  const who = [cast.people.anna, cast.people.bengt]
  await aHeldVisit(database, cast, { day: '2026-05-04', unitId: cast.units.solgarden, who })
})

const page = async (name: Parameters<TestApp['get']>[0], path: string) => {
  const response = await town.get(name, path)
  return { status: response.status, html: await response.text() }
}

describe('the page that tells how far the year has come', () => {
  test('names each unit with what is due and how far its visits have come', async () => {
    const { status, html } = await page('secretary', '/lage')
    expect(status).toBe(200)
    expect(html).toContain('Läget 2026')
    expect(html).toMatch(/Solgården[\s\S]*4 maj 2026 \(genomfört\)/)
    expect(html).toContain('Björken')
  })

  test('tells it for each person too, and only who has something left when that is asked for', async () => {
    const all = await page('chair', '/lage?for=person')
    expect(all.html).toMatch(/Anna/)
    const lacking = await page('chair', '/lage?for=person&kvar=ja')
    expect(lacking.html.split('<tr').length).toBeLessThanOrEqual(all.html.split('<tr').length)
    expect((await page('auditor', '/lage?for=unit&ar=2026')).status).toBe(200)
  })

  test('a manager sees the own units, whatever the address says', async () => {
    const { html } = await page('otherManager', '/lage?for=person')
    expect(html).not.toContain('Solgården')
    expect(html).not.toContain('Anna')
    expect(html).toContain('Björken')
  })

  test('what the address says wrongly is left out', async () => {
    for (const query of ['for=mars', 'ar=1', 'sida=-4', 'sida=99999', 'ar=<b>'])
      expect((await page('secretary', `/lage?${encodeURI(query)}`)).status).toBe(200)
  })
})
