import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { type Command, execute } from '../../platform/command.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { saveDraft, startReport } from './reports.commands.ts'
import { finaliseReport } from './reports.final.commands.ts'
import { getFrozen } from './reports.document.store.ts'
import { reportDocument } from './reports.tables.ts'

let town: TestApp
const reports: string[] = []

const run = <I, O>(name: CastName, definition: Command<I, O>, input: unknown) =>
  must(execute({ database: town.database, clock: town.clock }, town.cast.as(name), definition, input))
const pageOf = async (name: CastName, path: string) => (await town.get(name, path)).text()

async function aReport(day: string, unit: 'solgarden' | 'bjorken', who: readonly CastName[]): Promise<string> {
  const { database, cast } = town
  const people = who.map((name) => cast.people[name])
  const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units[unit], who: people })
  const [first = 'anna'] = who
  const { id } = await run(first, startReport, { visitId })
  await run(first, saveDraft, { id, version: '1', 'text.HED-09-safety': 'Lugnt.' })
  await run(first, finaliseReport, { id, version: '2' })
  return id
}

beforeAll(async () => {
  town = await anApp()
  reports.push(await aReport('2026-09-01', 'solgarden', ['anna', 'bengt']))
  reports.push(await aReport('2026-09-02', 'bjorken', ['cecilia', 'david']))
  reports.push(await aReport('2026-09-03', 'bjorken', ['david']))
})

/** The reports of a list in the order in which they stand there. */
const order = (page: string) =>
  [...page.matchAll(/<a[^>]* href="\/ekby\/namnden\/rapporter\/([0-9a-f-]{36})"/g)].map(([, id]) => id)

describe('HED-14: reading the others’ reports before the meeting', () => {
  test('those for the next meeting stand under it, the own ones nowhere', async () => {
    const page = await pageOf('anna', '/rapporter/lasning')
    expect(page).toContain('2 rapporter är olästa. Nästa sammanträde är 20 oktober 2026.')
    expect(page).toContain('Till sammanträdet 20 oktober 2026')
    expect(order(page)).toEqual([reports[2], reports[1]])
  })

  test('one that is read goes last, with its day, and the next unread is shown at once', async () => {
    const answer = await town.post('anna', `/rapporter/${reports[2]}/lasning`, { next: 'unread' })
    expect(answer.headers.get('location')).toBe(`/ekby/namnden/rapporter/${reports[1]}`)
    const page = await pageOf('anna', '/rapporter/lasning')
    expect(order(page)).toEqual([reports[1], reports[2]])
    expect(page).toContain('Läst 6 oktober 2026')
    expect(page).toContain('En rapport är oläst.')
    const last = await town.post('anna', `/rapporter/${reports[1]}/lasning`, { next: 'unread' })
    expect(last.headers.get('location')).toBe('/ekby/namnden/rapporter/lasning')
    expect(await pageOf('anna', '/rapporter/lasning')).toContain('Du har läst alla rapporter.')
  })

  test('one that is corrected afterwards is unread again, and says why', async () => {
    const id = reports[1] ?? ''
    const { cast, database } = town
    const frozen = await database.read(cast, (tx) => getFrozen(tx, cast.system(), id))
    await database.transaction(cast, async (tx) => {
      const [row] = await tx.select().from(reportDocument)
      await tx.insert(reportDocument).values({
        municipalityId: cast.municipalityId,
        reportId: id,
        version: 2,
        frozen: { ...(row?.frozen as object), title: frozen.title, version: 2 },
      })
    })
    const page = await pageOf('anna', '/rapporter/lasning')
    expect(order(page)[0]).toBe(id)
    expect(page).toContain('Rättad sedan du läste den')
    await town.post('anna', `/rapporter/${id}/lasning`)
    expect(await pageOf('anna', '/rapporter/lasning')).not.toContain('Rättad sedan du läste den')
  })

  test('is for those who have reading to do', async () => {
    for (const name of ['secretary', 'manager', 'auditor'] as const)
      expect((await town.get(name, '/rapporter/lasning')).status).toBe(403)
  })
})

describe('who has read what', () => {
  test('is seen by the secretary, per member, with the unread ones by name', async () => {
    const page = (await pageOf('secretary', '/rapporter/lasstatus')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(page).toMatch(/Anna Exempel 2 av 2 Inget oläst/)
    expect(page).toMatch(/David Exempel 0 av 1 En oläst Solgården, besök 1 september 2026/)
  })

  test.each(['anna', 'chair', 'manager', 'auditor'] as const)('and not by %s', async (name) => {
    expect((await town.get(name, '/rapporter/lasstatus')).status).toBe(403)
  })
})

test('the list of all reports has fifty on a page', async () => {
  const { cast, database, clock } = town
  const list = await pageOf('anna', '/rapporter')
  expect(list).not.toContain('?sida=2')
  for (let day = 1; day <= 24; day++)
    for (const month of ['03', '04']) {
      const visitId = await aHeldVisit(database, cast, {
        day: `2026-${month}-${String(day).padStart(2, '0')}`,
        unitId: cast.units.solgarden,
        who: [cast.people.anna],
      })
      const at = { database, clock }
      const { id } = await must(execute(at, cast.as('anna'), startReport, { visitId }))
      await must(execute(at, cast.as('anna'), saveDraft, { id, version: '1', 'text.HED-09-safety': 'Lugnt.' }))
      await must(execute(at, cast.as('anna'), finaliseReport, { id, version: '2' }))
    }
  const [first, second] = [await pageOf('bengt', '/rapporter'), await pageOf('bengt', '/rapporter?sida=2')]
  const numbers = (page: string) => [...page.matchAll(/KP 2026-\d{3}/g)].map(([number]) => number)
  expect([numbers(first).length, numbers(second).length]).toEqual([50, 1])
  expect(new Set([...numbers(first), ...numbers(second)]).size).toBe(51)
  for (const odd of ['0', '-1', 'x', '999'])
    expect((await town.get('bengt', `/rapporter?sida=${odd}`)).status).toBe(200)
})
