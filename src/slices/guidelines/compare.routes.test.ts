import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { startDraft } from './editor.commands.ts'
import { saveGuideline } from './index.ts'

const hedemora = readFileSync(new URL('../../../guidelines/hedemora-omsorgsnamnden-2026.yaml', import.meta.url), 'utf8')
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** Hedemora's guideline as a proposal with another length of visit, which everybody must keep to, and without its last rule. */
const changed = hedemora
  .replace(/^id: .*$/m, 'id: hedemora-2027')
  .replace(/^status: adopted\nadoption:\n.*\n.*\nvalidity:\n.*$/m, 'status: proposal')
  .replace(/kind: visits\.length\n\s+force: should/, 'kind: visits.length\n    force: must')
  .replace('mostMinutes: 180', 'mostMinutes: 240')
  .replace(/ {2}- id: HED-18[\s\S]*?(?=^silences)/m, '')

async function aProposal({ database, clock, cast }: TestApp): Promise<string> {
  return (await must(execute({ database, clock }, cast.system(), saveGuideline, { name: 'ny', source: changed }))).id
}

describe('comparing two versions', () => {
  let app: TestApp
  let adopted: string
  let proposal: string
  const read = async (from: string, to: string, name: 'anna' | 'secretary' = 'anna') =>
    textOf(await (await app.get(name, `/riktlinje/jamforelse?fran=${from}&till=${to}`)).text())
  beforeAll(async () => {
    app = await anApp()
    adopted = app.cast.guidelineVersionId
    proposal = await aProposal(app)
  })

  it('begins with the one in force against the newest', async () => {
    const page = await (await app.get('anna', '/riktlinje/jamforelse')).text()
    expect(page).toMatch(new RegExp(`<select[^>]*name="fran".*value="${adopted}" selected`, 's'))
    expect(page).toMatch(new RegExp(`<select[^>]*name="till".*value="${proposal}" selected`, 's'))
  })

  it('a changed rule says both sentences, its force, and each question with both values', async () => {
    const page = await read(adopted, proposal)
    expect(page).toMatch(/HED-07: .*Före [^.]*3 timmar.*Efter [^.]*4 timmar/)
    expect(page).toMatch(/Ska, bör eller får\? [^?]*bör [^?]*ska /)
  })

  it('a rule that only the first has is removed, and added the other way round', async () => {
    expect(await read(adopted, proposal)).toMatch(/Borttagna regler .*HED-18.*Ändrade regler/)
    expect(await read(proposal, adopted)).toMatch(/Nya regler .*HED-18.*Ändrade regler/)
  })

  it('what both say is told as a count, and what the document says of itself stands apart', async () => {
    const page = await read(adopted, proposal)
    expect(page).toMatch(/regler är lika 2\d /)
    expect(page).toMatch(/Vad riktlinjen säger om sig själv .*Är riktlinjen antagen\?/)
    expect(page).not.toContain('Vilken beteckning har filen?')
  })

  it('the same one on both sides is said, with nothing compared', async () => {
    const page = await read(adopted, adopted)
    expect(page).toContain('Välj två olika')
    expect(page).not.toContain('regler är lika')
  })

  it('drafts can be chosen by those who write them, and by nobody else', async () => {
    const base = { base: 'version', versionId: adopted }
    const dependencies = { database: app.database, clock: app.clock }
    const { id } = await must(execute(dependencies, app.cast.as('secretary'), startDraft, base))
    expect(await read(adopted, id, 'secretary')).toContain('utkast, sparat')
    expect((await app.get('anna', `/riktlinje/jamforelse?fran=${adopted}&till=${id}`)).status).toBe(404)
  })

  it('a version of another municipality does not exist', async () => {
    const other = appWith(app.database, app.clock, await aCast(app.database, app.clock, { slug: 'granby' }))
    const address = `/riktlinje/jamforelse?fran=${other.cast.guidelineVersionId}&till=${adopted}`
    expect((await app.get('secretary', address)).status).toBe(404)
  })

  it('is told in English too', async () => {
    const signedIn = await app.app.request('http://localhost/ekby/namnden/prova', {
      method: 'POST',
      headers: { origin: 'http://localhost' },
      body: new URLSearchParams({ personId: app.cast.people.secretary }),
    })
    const session = (signedIn.headers.get('set-cookie') ?? '').split(';')[0]
    const address = `http://localhost/ekby/namnden/riktlinje/jamforelse?fran=${adopted}&till=${proposal}`
    const page = await app.app.request(address, { headers: { cookie: `${session}; nk_language=en` } })
    expect(textOf(await page.text())).toMatch(/Removed rules .*Changed rules .*What the guideline says about itself/)
  })
})

describe('when there is a single version', () => {
  it('the page says what there is to wait for, and offers no choice', async () => {
    const app = await anApp({ slug: 'ensam' })
    const page = await (await app.get('secretary', '/riktlinje/jamforelse')).text()
    expect(page).toContain('Det finns bara en version')
    expect(page).not.toContain('<select')
  })
})
