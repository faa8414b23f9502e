import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { dispatch } from '../../platform/outbox.ts'
import { startDraft } from '../guidelines/editor.commands.ts'
import { saveGuideline } from '../guidelines/index.ts'
import { bookVisit, getVisit, noteAttendance } from '../visits/index.ts'
import { overviewHandlers } from './index.ts'
import { endTryOut } from './try-out.commands.ts'
import { resultParts } from './try-out.paths.ts'

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const hedemora = readFileSync(new URL('../../../guidelines/hedemora-omsorgsnamnden-2026.yaml', import.meta.url), 'utf8')
/** Visits of an hour at most, as a must; they were of three hours, as a should. */
const shorter = hedemora
  .replace(/^id: .*$/m, 'id: hedemora-2027')
  .replace(/^title: .*$/m, 'title: Kortare besök')
  .replace(/^status: adopted\nadoption:\n.*\n.*\nvalidity:\n.*$/m, 'status: proposal')
  .replace(/kind: visits\.length\n\s+force: should/, 'kind: visits.length\n    force: must')
  .replace('mostMinutes: 180', 'mostMinutes: 60')

async function aProposal({ database, clock, cast }: Pick<TestApp, 'database' | 'clock' | 'cast'>): Promise<string> {
  return (await must(execute({ database, clock }, cast.system(), saveGuideline, { name: 'ny', source: shorter }))).id
}

/** A visit of two hours to Solgården that Anna made. */
async function aVisitMade({ database, clock, cast }: TestApp): Promise<void> {
  const dependencies = { database, clock }
  const { id } = await must(
    execute(dependencies, cast.as('secretary'), bookVisit, {
      units: cast.units.solgarden,
      day: '2026-09-15',
      start: '13.00',
      end: '15.00',
      seen: 'yes',
      afterwards: 'yes',
      agreedWithManager: 'yes',
      onBehalfOf: cast.people.anna,
    }),
  )
  const { version } = await database.read(cast, (tx) => getVisit(tx, cast.system(), id))
  const { anna } = cast.people
  const came = { [`came.${anna}`]: 'yes', [`start.${anna}`]: '13.00', [`end.${anna}`]: '15.00' }
  const met = { 'met.users': 'yes', 'met.manager': 'yes', 'met.staff': 'yes' }
  const note = { visit: id, version: String(version), ...came, ...met }
  await must(execute(dependencies, cast.as('secretary'), noteAttendance, note))
}

const pathOf = (response: Response) => new URL(response.headers.get('location') ?? '', 'http://localhost').pathname

async function started(app: TestApp, guideline: string, over = 'past'): Promise<string> {
  const form = { guideline, over, from: '2026', to: '2026' }
  const answer = await app.post('secretary', '/riktlinje/provning/ny', form)
  expect(answer.status).toBe(303)
  return pathOf(answer)
}

describe('trying a proposal out over visits that were made', () => {
  let app: TestApp
  let proposal: string
  let path: string
  beforeAll(async () => {
    app = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
    await aVisitMade(app)
    proposal = await aProposal(app)
    path = await started(app, proposal)
  })

  it('waits first, fetches itself again, and stops doing so when asked', async () => {
    const page = await app.get('secretary', path)
    expect(page.headers.get('refresh')).toBe('5')
    const text = await page.text()
    expect(text).toContain('Du kan lämna sidan och komma tillbaka')
    expect(text).toContain('Prövning – inget är beslutat')
    expect((await app.get('secretary', `${path}?lugn=ja`)).headers.get('refresh')).toBeNull()
  })

  it('is done by the worker; the result is there to come back to, before and after, with what is new', async () => {
    await app.workOff()
    const page = await app.get('secretary', path)
    expect(page.headers.get('refresh')).toBeNull()
    const text = textOf(await page.text())
    expect(text).toContain('Jämfört med Riktlinje för omsorgsnämndens kontaktpolitiker')
    expect(text).toMatch(/Brott mot riktlinjen (\d+) (\d+) \+1 /)
    expect(text).toMatch(/Solgården .*Brott mot riktlinjen: \d+\s→\s\d+ .*Nytt: 1, borta: 0/)
    expect(text).not.toContain('Påhittat år')
  })

  it('each part has an address, with sentences and clause', async () => {
    for (const part of resultParts) {
      const page = await app.get('secretary', `${path}?visa=${part}`)
      expect([part, page.status]).toEqual([part, 200])
    }
    const found = textOf(await (await app.get('secretary', `${path}?visa=nytt`)).text())
    expect(found).toMatch(
      /Besöket 15 september 2026: Besöket tar 2 timmar, längre än 1 timme. Verksamhetsbesök, stycke 3 \(HED-07\)/,
    )
    expect(textOf(await (await app.get('chair', `${path}?visa=personer`)).text())).toContain('Anna Exempel')
  })

  it('the committee’s answers are used for the proposal too, so that only the rules differ', async () => {
    const text = textOf(await (await app.get('secretary', path)).text())
    expect(text).toContain('svar på 2 öppna frågor är hämtade från en annan version')
    expect(text).toMatch(/Går inte att avgöra (\d+) \1 lika/)
  })

  it('is in the list, with who started it', async () => {
    const text = textOf(await (await app.get('chair', '/riktlinje/provning')).text())
    expect(text).toMatch(/Kortare besök Besöken 2026 .* av Secretary Exempel Klar/)
  })

  it('the same job delivered twice does no harm', async () => {
    const { database, clock, cast } = app
    const twice = await started(app, proposal)
    const event = {
      id: newId(),
      name: 'overview.try-out-started',
      municipalityId: cast.municipalityId,
      committeeId: cast.committeeId,
      ids: { tryOutId: twice.split('/').at(-1) ?? '' },
    }
    await Promise.all([1, 2].map(() => dispatch(database, overviewHandlers({ clock }), event)))
    const first = await (await app.get('secretary', twice)).text()
    await dispatch(database, overviewHandlers({ clock }), { ...event, id: newId() })
    await app.workOff()
    expect(textOf(first)).toContain('Allt sammantaget')
    expect(await (await app.get('secretary', twice)).text()).toBe(first)
  })

  it('one that is removed while it waits is not done, and is gone', async () => {
    const removed = await started(app, proposal)
    const answer = await app.post('secretary', `${removed}/borttagning`)
    expect(
      textOf(await (await app.get('secretary', `//${answer.headers.get('location')?.slice(1)}`)).text()),
    ).toContain('Prövningen är borttagen')
    await app.workOff()
    expect((await app.get('secretary', removed)).status).toBe(404)
  })

  it('one that failed says so and can be started again', async () => {
    const { database, clock, cast } = app
    const failed = await started(app, proposal)
    const id = failed.split('/').at(-1) ?? ''
    await must(execute({ database, clock }, cast.system(), endTryOut, { id, ended: { problem: 'fault' } }))
    await app.workOff()
    const page = await (await app.get('secretary', failed)).text()
    expect(page).toContain('Prövningen misslyckades')
    expect(page).toContain(`${failed}/omstart`)
    await app.post('secretary', `${failed}/omstart`)
    await app.workOff()
    expect(textOf(await (await app.get('secretary', failed)).text())).toContain('Allt sammantaget')
  })

  it('a text that can no longer be read is told, not tried for ever', async () => {
    const { database, cast } = app
    const unreadable = await started(app, proposal)
    const id = unreadable.split('/').at(-1) ?? ''
    await database.transaction(cast, (tx) =>
      tx.execute(sql`update guideline_trial set source = 'format: något annat' where id = ${id}`),
    )
    await app.workOff()
    expect(await (await app.get('secretary', unreadable)).text()).toContain('går inte att läsa')
  })

  it('one that nothing has been heard of for a quarter of an hour can be started again', async () => {
    const { database, cast } = app
    const lost = await started(app, proposal)
    const id = lost.split('/').at(-1) ?? ''
    await database.transaction(cast, (tx) =>
      tx.execute(
        sql`update guideline_trial set state = 'running', changed_at = changed_at - interval '16 minutes' where id = ${id}`,
      ),
    )
    const page = await app.get('secretary', lost)
    expect(page.headers.get('refresh')).toBeNull()
    expect(await page.text()).toContain('Prövningen har stannat')
    await app.post('secretary', `${lost}/omstart`)
    expect(await (await app.get('secretary', lost)).text()).toContain('Väntar på sin tur')
  })

  it('a draft is tried by the text that it had', async () => {
    const { database, clock, cast } = app
    const base = { base: 'version', versionId: proposal }
    const draft = await must(execute({ database, clock }, cast.as('secretary'), startDraft, base))
    const tried = await started(app, draft.id)
    await app.workOff()
    expect(textOf(await (await app.get('secretary', tried)).text())).toMatch(/Brott mot riktlinjen \d+ \d+ \+1 /)
    const asChair = { guideline: draft.id, over: 'past', from: '2026', to: '2026' }
    expect((await app.post('chair', '/riktlinje/provning/ny', asChair)).status).toBe(422)
  })

  it('years without visits come back with what was chosen', async () => {
    const form = { guideline: proposal, over: 'past', from: '2019', to: '2020' }
    const answer = await app.post('secretary', '/riktlinje/provning/ny', form)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Inga besök gjordes de åren')
    expect(page).toContain(`value="${proposal}" selected`)
  })

  it('a politician may not', async () => {
    expect((await app.get('anna', path)).status).toBe(403)
    expect((await app.get('anna', '/riktlinje/provning')).status).toBe(403)
    expect((await app.post('anna', '/riktlinje/provning/ny', {})).status).toBe(403)
    expect(await (await app.get('anna', '/riktlinje')).text()).not.toContain('Pröva ett förslag')
  })

  it('another municipality sees and removes nothing of it, and tries nothing of ours', async () => {
    const other = appWith(app.database, app.clock, await aCast(app.database, app.clock, { slug: 'granby' }))
    const theirs = path.replace('/ekby/', '/granby/')
    expect((await other.get('secretary', theirs)).status).toBe(404)
    expect((await other.post('secretary', `${theirs}/borttagning`)).status).toBe(404)
    const form = { guideline: proposal, over: 'synthetic' }
    expect((await other.post('secretary', '/riktlinje/provning/ny', form)).status).toBe(422)
    expect((await app.get('secretary', path)).status).toBe(200)
  })
})

describe('trying a proposal out where nothing has been visited', () => {
  it('a year is made up, and is marked as such', async () => {
    const app = await anApp({ slug: 'norr', guideline: 'social-och-omsorgsnamnden-forslag', appointed: false })
    const list = await (await app.get('secretary', '/riktlinje/provning')).text()
    expect(list).toContain('Det finns inga besök att pröva på')
    expect(list).not.toContain('name="from"')
    const path = await started(app, app.cast.guidelineVersionId, 'synthetic')
    await app.workOff()
    const text = textOf(await (await app.get('secretary', path)).text())
    expect(text).toContain('Prövning – inget är beslutat Påhittat år')
    expect(text).toMatch(/Påhittat år \(2025\): \d+ besök/)
    expect(text).toContain('Ingen riktlinje gällde')
  })
})
