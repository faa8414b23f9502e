import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { anApp } from '../../../tests/support/app.ts'
import { aHeldVisit } from './a-held-visit.ts'

/** The five guidelines of the house. None has the manager see a report before it circulates. */
const guidelines = [
  'hedemora-omsorgsnamnden-2026',
  'socialnamnden-kontaktpolitiker-snb',
  'socialnamnden-kontaktpolitiker-soc',
  // Not adopted: a visit is reported all the same.
  'social-och-omsorgsnamnden-forslag',
  'valfard-och-servicenamnden-2024',
] as const

describe('a factual check', () => {
  it.each(guidelines)('is not there under %s', async (guideline) => {
    const town = await anApp({ guideline, appointed: false })
    const { cast, database } = town
    const { anna, bengt } = cast.people
    const day = '2026-09-15'
    const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units.angen, who: [anna, bengt] })
    const started = await town.post('anna', `/rapporter/besok/${visitId}`)
    const draft = (started.headers.get('location') ?? '').replace('/ekby/namnden', '')
    expect([started.status, draft.endsWith('/utkast')]).toEqual([303, true])
    await town.post('anna', draft, { version: '1', next: 'save', 'text.fritt': 'Lugnt.' })
    const report = draft.replace('/utkast', '')
    for (const path of [`/rapporter/besok/${visitId}`, draft, `${report}/fardig`]) {
      const page = (await (await town.get('anna', path)).text()).toLowerCase()
      expect(page).not.toContain('sakgranskning')
    }
    expect((await town.get('anna', `${report}/sakgranskning/skicka`)).status).toBe(303)
    expect((await town.post('anna', `${report}/sakgranskning/skicka`, { version: '2', dispatch: 'yes' })).status).toBe(
      303,
    )
    expect((await town.get('privateManager', `${report}/sakgranskning`)).status).toBe(404)
    const { rows } = await database.read(cast, (tx) => tx.execute(sql`select 1 from report_check`))
    expect(rows).toEqual([])
    await town.post('anna', `${report}/fardig`, { version: '2' })
    const page = await (await town.get('bengt', report)).text()
    expect(page).toContain('Allmän handling')
    expect(page).not.toContain('Chefens synpunkter')
  })
})
