import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { type Command, execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { report, reportDocument } from './reports.tables.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { saveDraft, startReport } from './reports.commands.ts'
import { finaliseReport } from './reports.final.commands.ts'

let town: TestApp
const reports: string[] = []

const run = <I, O>(name: CastName, definition: Command<I, O>, input: unknown) =>
  must(execute({ database: town.database, clock: town.clock }, town.cast.as(name), definition, input))
const pageOf = async (name: CastName, path: string) => (await town.get(name, path)).text()
const numbers = (page: string) => [...page.matchAll(/KP \d{4}-\d{3}(?:, version \d)?/g)].map(([number]) => number)

async function aReport(day: string, unit: 'solgarden' | 'bjorken'): Promise<string> {
  const { database, cast } = town
  const { anna, bengt } = cast.people
  const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units[unit], who: [anna, bengt] })
  const { id } = await run('anna', startReport, { visitId })
  await run('anna', saveDraft, { id, version: '1', 'text.HED-09-safety': 'Lugnt.' })
  await run('anna', finaliseReport, { id, version: '2' })
  return id
}

beforeAll(async () => {
  town = await anApp()
  reports.push(await aReport('2026-09-01', 'solgarden'), await aReport('2026-09-02', 'bjorken'))
})

describe('the register of reports', () => {
  test('says number, date, sender, receivers, subject and mark of each version, the latest first', async () => {
    const form = { version: '1', 'text.HED-09-safety': 'Oroligt.', why: 'Fel text.' }
    await town.post('bengt', `/rapporter/${reports[0]}/rattelse`, form)
    const page = await pageOf('auditor', '/rapporter/diarium')
    expect(numbers(page)).toEqual(['KP 2026-002', 'KP 2026-001, version 2', 'KP 2026-001'])
    for (const said of [
      'Anna Exempel och Bengt Exempel',
      'Omsorgsnämnden; Manager Exempel',
      'Björken',
      '6 oktober 2026',
    ])
      expect(page).toContain(said)
    expect(page).not.toContain('Oroligt.')
  })

  test.each([
    ['anna', 200],
    ['secretary', 200],
    ['chair', 200],
    ['qualityOfficer', 200],
    ['auditor', 200],
    ['manager', 403],
    ['feeOfficer', 403],
  ] as const)('is for those who read the whole committee: %s gets %i', async (name, status) => {
    for (const path of ['/rapporter/diarium', '/rapporter/diarium/diarium.csv'])
      expect((await town.get(name, path)).status).toBe(status)
  })

  test('is asked for by year and unit', async () => {
    const { units } = town.cast
    expect(numbers(await pageOf('auditor', `/rapporter/diarium?enhet=${units.bjorken}`))).toEqual(['KP 2026-002'])
    expect(numbers(await pageOf('auditor', '/rapporter/diarium?ar=2026'))).toHaveLength(3)
    expect(await pageOf('auditor', '/rapporter/diarium?ar=2025')).toContain('Ingen rapport stämmer')
    for (const query of ["ar=20'--", 'enhet=x', 'sida=-1', 'sida=zz'])
      expect((await town.get('auditor', `/rapporter/diarium?${query}`)).status).toBe(200)
  })

  test('of a secret report it says number, date and mark, to those who may not read it, and nothing by its unit', async () => {
    const { units } = town.cast
    const secret = { what: 'whole', legalGround: '26 kap. 1 § OSL', reason: 'En enskild kan kännas igen' }
    expect((await town.post('secretary', `/rapporter/${reports[1]}/sekretess`, secret)).status).toBe(303)
    const page = await pageOf('cecilia', '/rapporter/diarium')
    expect(numbers(page)).toContain('KP 2026-002')
    expect(page).toContain('Sekretessmarkerad: 26 kap. 1 § OSL')
    expect(page).not.toContain('besök på Björken')
    const csv = await pageOf('cecilia', '/rapporter/diarium/diarium.csv')
    expect(csv).not.toContain('Björken')
    expect(numbers(await pageOf('cecilia', `/rapporter/diarium?enhet=${units.bjorken}`))).toEqual([])
    for (const name of ['anna', 'secretary'] as const) {
      expect(await pageOf(name, '/rapporter/diarium')).toContain('besök på Björken')
      expect(numbers(await pageOf(name, `/rapporter/diarium?enhet=${units.bjorken}`))).toEqual(['KP 2026-002'])
    }
  })

  test('comes as a file that no spreadsheet reads a formula in', async () => {
    const { database, cast } = town
    const day = dayFromIso('2026-09-03')
    const who = [cast.people.anna]
    const visitId = await aHeldVisit(database, cast, { day: isoFromDay(day), unitId: cast.units.solgarden, who })
    await database.transaction(cast, async (tx) => {
      const [row] = await tx.select().from(reportDocument)
      const { municipalityId, committeeId } = cast
      const owner = { municipalityId, committeeId }
      const id = newId()
      const final = { form: 'written', state: 'final', startedAt: town.clock.now(), finalAt: town.clock.now() } as const
      await tx.insert(report).values({
        ...owner,
        ...final,
        id,
        visitId,
        finalDay: day,
        finalBy: cast.people.anna,
        registrationNumber: 'KP 2025-001',
      })
      const frozen = { ...(row?.frozen as object), title: '=HYPERLINK("http://x")', receivers: ['@nämnden'] }
      await tx.insert(reportDocument).values({ municipalityId, reportId: id, version: 1, frozen })
    })
    const answer = await town.get('secretary', '/rapporter/diarium/diarium.csv?ar=2025')
    expect(answer.headers.get('content-disposition')).toContain('diarium-2025.csv')
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(lines[1]).toContain("'@nämnden")
  })

  test('shows fifty rows a page', async () => {
    const { database, cast } = town
    const { municipalityId, committeeId } = cast
    const days = Array.from({ length: 51 }, (_, index) => isoFromDay((dayFromIso('2024-01-01') + index) as never))
    for (const [index, day] of days.entries()) {
      const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who: [cast.people.anna] })
      await database.transaction(cast, async (tx) => {
        const [row] = await tx.select().from(reportDocument)
        const id = newId()
        const now = town.clock.now()
        const registrationNumber = `KP 2024-${String(index + 1).padStart(3, '0')}`
        const final = { form: 'written', state: 'final', startedAt: now, finalAt: now, registrationNumber } as const
        await tx.insert(report).values({
          ...final,
          municipalityId,
          committeeId,
          id,
          visitId,
          finalDay: dayFromIso(day),
          finalBy: cast.people.anna,
        })
        await tx.insert(reportDocument).values({ municipalityId, reportId: id, version: 1, frozen: row?.frozen })
      })
    }
    const first = numbers(await pageOf('secretary', '/rapporter/diarium?ar=2024'))
    const second = numbers(await pageOf('secretary', '/rapporter/diarium?ar=2024&sida=2'))
    expect([first.length, second]).toEqual([50, ['KP 2024-001']])
    expect(first[0]).toBe('KP 2024-051')
    expect(numbers(await pageOf('secretary', '/rapporter/diarium?ar=2024&sida=9'))).toEqual(second)
  })

  test('another town sees nothing of it', async () => {
    const other = await anApp({ slug: 'annanby' })
    expect(await pageOf('auditor', '/rapporter/diarium')).toContain('KP 2026-001')
    expect(await (await other.get('auditor', '/rapporter/diarium')).text()).not.toContain('KP 20')
  })
})
