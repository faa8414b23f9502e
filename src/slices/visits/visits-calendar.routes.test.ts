import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { councilDate, unitBlocked } from '../directory/directory.tables.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { bookVisit } from './index.ts'

let town: TestApp

beforeAll(async () => {
  town = await anApp()
  const { cast, database, clock } = town
  await must(
    execute({ database, clock }, cast.as('anna'), bookVisit, {
      units: cast.units.solgarden,
      day: '2026-11-05',
      start: '13.00',
      end: '15.00',
      seen: 'yes',
    }),
  )
  const { municipalityId, committeeId } = cast
  await database.transaction(cast, async (tx) => {
    await tx.insert(unitBlocked).values({
      id: newId(),
      municipalityId,
      committeeId,
      unitId: cast.units.bjorken,
      validFrom: dayFromIso('2026-11-10'),
      validUntil: dayFromIso('2026-11-12'),
    })
    await tx.insert(councilDate).values({
      id: newId(),
      municipalityId,
      committeeId,
      unitId: cast.units.solgarden,
      name: 'Anhörigrådet',
      day: dayFromIso('2026-11-17'),
      startTime: minutes(14 * 60),
      endTime: minutes(15 * 60),
    })
  })
})

const page = async (name: Parameters<TestApp['get']>[0], path: string, language?: 'sv' | 'en') => {
  const response = await town.get(name, path, language)
  expect(response.status).toBe(200)
  return await response.text()
}
const cell = (html: string, iso: string) => new RegExp(`datetime="${iso}".*?</td>`, 's').exec(html)?.[0] ?? ''

describe('the calendar of visits', () => {
  test('a month shows each visit on its day with its state, and what the units have entered', async () => {
    const html = await page('secretary', '/besok/kalender?vy=manad&dag=2026-11')
    expect(html).toContain('Besök november 2026')
    expect(cell(html, '2026-11-05')).toMatch(/13\.00–15\.00.*Solgården.*Väntar på chefen/s)
    for (const iso of ['2026-11-10', '2026-11-11']) expect(cell(html, iso)).toContain('Björken tar inte emot besök')
    expect(cell(html, '2026-11-12')).not.toContain('Björken')
    expect(cell(html, '2026-11-17')).toMatch(/14\.00–15\.00.*Anhörigrådet, Solgården/s)
    expect(html).toMatch(/Sammanträde/)
  })

  test('a week is shown alone, and the links lead to the weeks beside it', async () => {
    const html = await page('anna', '/besok/kalender?vy=vecka&dag=2026-11-05', 'en')
    expect(html).toContain('Visits week 45, 2 November 2026–8 November 2026')
    expect(html).toContain('dag=2026-10-26')
    expect(html).toContain('dag=2026-11-09')
    expect(cell(html, '2026-11-05')).toContain('Waiting for the manager')
  })

  test('a manager sees the own units alone, and one who is not invited has none of their own', async () => {
    const other = await page('otherManager', '/besok/kalender?dag=2026-11')
    expect(other).not.toContain('Solgården')
    expect(other).toContain('Björken tar inte emot besök')
    expect(await page('anna', '/besok/kalender?dag=2026-11&vems=mina')).toContain('13.00–15.00')
    const cecilia = await page('cecilia', '/besok/kalender?dag=2026-11&vems=mina')
    expect(cecilia).not.toContain('13.00–15.00')
    expect(cecilia).not.toContain('tar inte emot')
  })

  test('a day that cannot be read or lies too far away opens the present month and stands in the field', async () => {
    for (const day of ['imorgon', '9999-12-31', '2026-02-30', '<b>']) {
      const html = await page('anna', `/besok/kalender?dag=${encodeURIComponent(day)}`)
      expect(html).toContain('Besök oktober 2026')
      expect(html).toContain('Skriv dagen som år, månad och dag')
      expect(html).not.toContain('<b>')
    }
  })

  test('an empty month says so', async () => {
    expect(await page('cecilia', '/besok/kalender?dag=2027-07&vems=mina')).toContain('Inget är inlagt den här månaden')
  })
})
