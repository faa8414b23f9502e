import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { listVersions, saveGuideline } from './index.ts'

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
/** Of another committee by name, so that it stands beside the one that the cast has; a trial that ended in June. */
const trial = readFileSync(new URL('../../../guidelines/hedemora-omsorgsnamnden-2026.yaml', import.meta.url), 'utf8')
  .replace(/^id: .*$/m, 'id: forsok')
  .replace(/^title: .*$/m, 'title: Försöket')
  .replace(/^ {2}from: 2026-03-25$/m, '  from: 2025-01-01\n  until: 2025-06-30\n  trial: { evaluateBy: 2025-06-01 }')
  .replace('on: 2026-03-04\n  reg', 'on: 2024-12-10\n  reg')

describe('following up a guideline', () => {
  let app: TestApp
  let trialId: string
  const form = (more: Record<string, string> = {}) => ({
    reviewedOn: '2026-09-30',
    paragraph: '§ 71',
    outcome: 'Försöket permanentas.',
    ...more,
  })
  beforeAll(async () => {
    app = await anApp()
    const { database, clock, cast } = app
    const saved = await must(execute({ database, clock }, cast.system(), saveGuideline, { name: 'f', source: trial }))
    trialId = saved.id
  })
  const path = () => `/riktlinje/${trialId}/uppfoljning`

  it('a trial that ended without an evaluation is a task that leads to the form', async () => {
    const start = await (await app.get('secretary', '/')).text()
    expect(textOf(start)).toContain('Följ upp riktlinjen')
    expect(start).toContain(`href="/ekby/namnden${path()}"`)
    expect((await app.get('secretary', path())).status).toBe(200)
  })

  it('what is missing or lies ahead comes back with what was typed', async () => {
    const empty = await app.post('secretary', path(), form({ outcome: '' }))
    expect(empty.status).toBe(422)
    const page = await empty.text()
    expect(page).toContain('Skriv vad uppföljningen ledde till.')
    expect(page).toContain('value="§ 71"')
    const ahead = await app.post('secretary', path(), form({ reviewedOn: '2026-12-01' }))
    expect(ahead.status).toBe(422)
    expect(await ahead.text()).toContain('kan inte ligga i framtiden')
  })

  it('a politician may not register one, nor is led there', async () => {
    expect((await app.post('anna', path(), form())).status).toBe(403)
    expect(await (await app.get('anna', '/riktlinje')).text()).not.toContain('/uppfoljning')
  })

  it('another municipality finds no such guideline', async () => {
    const other = appWith(app.database, app.clock, await aCast(app.database, app.clock, { slug: 'granby' }))
    expect((await other.get('secretary', path())).status).toBe(404)
    expect((await other.post('secretary', path(), form())).status).toBe(404)
  })

  it('once registered it stands on the page, and the task is gone', async () => {
    expect((await app.post('secretary', path(), form())).status).toBe(303)
    const page = textOf(await (await app.get('anna', '/riktlinje')).text())
    expect(page).toContain('30 september 2026, § 71: Försöket permanentas.')
    expect(textOf(await (await app.get('secretary', '/')).text())).not.toContain('Följ upp riktlinjen')
    const versions = await app.database.read(app.cast, (tx) => listVersions(tx, app.cast.system()))
    expect(versions.find(({ id }) => id === trialId)?.reviews).toHaveLength(1)
  })

  it('the same day is registered once', async () => {
    const again = await app.post('secretary', path(), form({ outcome: 'En gång till.' }))
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('Det finns redan en uppföljning från den dagen.')
  })

  it('a proposal cannot be reviewed', async () => {
    const town = await anApp({ slug: 'norr', guideline: 'social-och-omsorgsnamnden-forslag', appointed: false })
    const answer = await town.post('secretary', `/riktlinje/${town.cast.guidelineVersionId}/uppfoljning`, form())
    expect(answer.status).toBe(422)
    expect(await (await town.get('secretary', '/riktlinje')).text()).not.toContain('/uppfoljning')
  })
})
