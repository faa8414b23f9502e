import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'
import { logged } from '../../../tests/support/logged.ts'
import { person } from '../people/people.tables.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { getFrozen } from './reports.document.store.ts'

let town: TestApp

beforeAll(async () => {
  town = await anApp()
})

const topic = 'text.HED-09-safety'

async function aReport(day: string, who: readonly CastName[]): Promise<string> {
  const { database, cast } = town
  const visitId = await aHeldVisit(database, cast, {
    day,
    unitId: cast.units.solgarden,
    who: who.map((name) => cast.people[name]),
  })
  const begun = await town.post(who[0] ?? 'anna', `/rapporter/besok/${visitId}`)
  return new URL(begun.headers.get('location') ?? '', 'http://localhost').pathname
    .replace('/ekby/namnden', '')
    .replace('/utkast', '')
}

const textOf = async (response: Promise<Response>) => (await response).text()

async function locked(name: CastName, work: () => Promise<void>): Promise<void> {
  const lock = (at: ReturnType<typeof sql> | null) =>
    town.database.transaction(town.cast, (tx) =>
      tx.update(person).set({ lockedAt: at }).where(eq(person.id, town.cast.people[name])),
    )
  await lock(sql`now()`)
  await work()
  await lock(null)
}

describe('an author who has left', () => {
  test('is shown as such, nothing is awaited from them, and the other goes on', async () => {
    const report = await aReport('2026-05-04', ['anna', 'bengt'])
    await town.post('anna', `${report}/utkast`, { version: '1', [topic]: 'Tryggt.' })
    await locked('bengt', async () => {
      const page = await textOf(town.get('anna', `${report}/utkast`))
      expect(page).toContain('Bengt Exempel: har lämnat uppdraget. Underskriften inväntas inte')
      expect(await textOf(town.get('anna', `${report}/fardig`))).not.toContain('Bengt Exempel: ')
      expect(await textOf(town.get('secretary', `${report}/utkast`))).not.toContain('Ta över rapporten')
      const early = await town.post('secretary', `${report}/overtagande`)
      expect(early.status).toBe(422)
      expect(await early.text()).toContain('har kvar sitt uppdrag')
      expect((await town.post('anna', `${report}/fardig`, { version: '2' })).status).toBe(303)
    })
  })

  test('where none is left the secretary takes the report over, which the report and the log say', async () => {
    const report = await aReport('2026-05-05', ['bengt'])
    await town.post('bengt', `${report}/utkast`, { version: '1', [topic]: 'Tryggt.' })
    await locked('bengt', async () => {
      expect(await textOf(town.get('secretary', `${report}/utkast`))).toContain('Ta över rapporten')
      const taken = await town.post('secretary', `${report}/overtagande`)
      expect(taken.headers.get('location')).toBe(`/ekby/namnden${report}/overtagen`)
      const draft = await textOf(town.get('secretary', `${report}/overtagen`))
      expect(draft).toContain('Du skriver rapporten för nämndens räkning')
      expect(draft, 'every word of theirs is there').toContain('Tryggt.')
      const saved = await town.post('secretary', `${report}/overtagen`, {
        version: '2',
        'text.fritt': 'Enligt anteckningar.',
        next: 'finish',
      })
      expect(saved.headers.get('location')).toBe(`/ekby/namnden${report}/overtagen/fardig`)
      const done = await town.post('secretary', `${report}/overtagen/fardig`, { version: '3' })
      expect(done.headers.get('location')).toBe(`/ekby/namnden${report}`)
    })
    const id = report.split('/').at(-1) ?? ''
    const frozen = await town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.system(), id))
    expect(frozen.authors.map(({ name }) => name)).toEqual([
      'Bengt Exempel',
      'Secretary Exempel, som har tagit över rapporten för nämndens räkning',
    ])
    const row = (await logged(town)).find(
      ({ command, subjectId }) => command === 'reports.take-over' && subjectId === id,
    )
    expect(row).toMatchObject({ actorId: town.cast.people.secretary })
  })

  test('nobody else writes in it, and no other secretary’s page', async () => {
    const report = await aReport('2026-05-06', ['anna'])
    expect((await town.get('secretary', `${report}/overtagen`)).status).toBe(404)
    expect((await town.post('anna', `${report}/overtagande`)).status).toBe(403)
    const own = await town.post('secretary', `${report}/overtagen`, { version: '1', [topic]: 'Utan rätt.' })
    expect(own.status).toBe(404)
    expect(await textOf(town.get('anna', `${report}/utkast`))).not.toContain('Utan rätt.')
  })
})
