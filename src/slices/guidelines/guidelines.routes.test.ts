import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { saveGuideline } from './index.ts'

describe('when the guideline is adopted', () => {
  let hedemora: TestApp
  beforeAll(async () => {
    hedemora = await anApp({ answers: { 'HED-Q1': 'meeting' } })
  })

  it('HED-01: the page says who adopted it, when, its number, owner, revisions and disposal', async () => {
    const page = await (await hedemora.get('secretary', '/riktlinje')).text()
    expect(page).toContain('ON042-23 700')
    expect(page).toContain('25 mars 2026')
    expect(page).toContain('Nämndsekreterare')
    expect(page).toContain('Genomgång av dokumentet')
    expect(page).toContain('När dokumentet inte längre är aktuellt')
  })

  it('each rule has its clause, force and bearer', async () => {
    const page = await (await hedemora.get('anna', '/riktlinje')).text()
    const row = /HED-07.*?<\/tr>/s.exec(page)?.[0] ?? ''
    expect(row).toContain('3 timmar')
    expect(row).toContain('bör')
    expect(row).toContain('Verksamhetsbesök, stycke 3')
  })

  it('what the committee has answered stands apart, and what it has not is asked', async () => {
    const page = await (await hedemora.get('secretary', '/riktlinje')).text()
    expect(page).toContain('Lokala tolkningar')
    expect(page).toContain('Påhittat för demonstrationen')
    expect(page).toContain(`/riktlinje/${hedemora.cast.guidelineVersionId}/tolkningar/HED-Q2`)
  })

  it('a politician is told who answers, and is given no link to do it', async () => {
    const page = await (await hedemora.get('anna', '/riktlinje')).text()
    expect(page).toContain('Nämndsekreteraren registrerar svaret')
    expect(page).not.toContain('/tolkningar/')
  })

  it('an answer without a choice comes back with what was typed', async () => {
    const path = `/riktlinje/${hedemora.cast.guidelineVersionId}/tolkningar/HED-Q2`
    const form = { decidedBy: 'Omsorgsnämnden', decidedOn: '2026-09-01', paragraph: '§ 5', validFrom: '2026-03-25' }
    const answer = await hedemora.post('secretary', path, form)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('value="§ 5"')
    expect(page).toContain('href="#field-answer"')
  })

  it('a question that the guideline does not leave open does not exist', async () => {
    const path = `/riktlinje/${hedemora.cast.guidelineVersionId}/tolkningar/HED-Q99`
    expect((await hedemora.get('secretary', path)).status).toBe(404)
  })

  it('is read back in English to whoever has chosen that', async () => {
    const { cookie } = await english(hedemora)
    const answer = await hedemora.app.request('http://localhost/ekby/namnden/riktlinje', { headers: { cookie } })
    expect(await answer.text()).toContain('Local interpretations')
  })
})

describe('when the guideline is a proposal', () => {
  it('SON-01, SRC-06: the secretary adopts it with day and paragraph, and the page then says so and from when', async () => {
    const norrvik = await anApp({ slug: 'norr', guideline: 'social-och-omsorgsnamnden-forslag', appointed: false })
    const path = `/riktlinje/${norrvik.cast.guidelineVersionId}/antagande`
    const proposed = await (await norrvik.get('secretary', '/riktlinje')).text()
    expect(proposed).toContain('Det här är ett förslag')
    expect(proposed).toMatch(/<span[^>]*>Förslag<\/span>/)
    const refused = await norrvik.post('secretary', path, {
      decidedOn: '2026-09-31',
      paragraph: '',
      validFrom: '2026-10-01',
    })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="2026-09-31"')
    const adopted = await norrvik.post('secretary', path, {
      decidedOn: '2026-10-01',
      paragraph: '§ 48',
      validFrom: '2026-10-16',
    })
    expect(adopted.status).toBe(303)
    const page = await (await norrvik.get('anna', '/riktlinje')).text()
    expect(page).not.toContain('Det här är ett förslag')
    expect(page).toContain('§ 48')
    expect(page).toContain('Antagen, gäller från 16 oktober 2026')
  })
})

describe("when a council's policy binds beside the committee's own guideline", () => {
  it('SRC-02: the page shows both, whom the policy binds, and what somebody needs to decide', async () => {
    const town = await anApp({ slug: 'fritid', guideline: 'exempel-fritidsnamnden-2026' })
    const source = readFileSync(new URL('../../../guidelines/exempel-fullmaktige-policy.yaml', import.meta.url), 'utf8')
    await must(execute(town, town.cast.system(), saveGuideline, { name: 'policy.yaml', source }))
    const page = await (await town.get('secretary', '/riktlinje')).text()
    expect(page).toMatch(/Binder<\/dt>\s*<dd[^>]*>alla nämnder/)
    expect(page).toContain('Något behöver beslutas')
    expect(page).toMatch(/Högst 3 timmar betalas per besök\..*Högst 2 timmar betalas per besök\./s)
  })

  it('SRC-02: nothing is said of it where one source binds', async () => {
    const town = await anApp({ slug: 'ensam', guideline: 'exempel-fritidsnamnden-2026' })
    expect(await (await town.get('secretary', '/riktlinje')).text()).not.toContain('Något behöver beslutas')
  })
})

async function english({ app, cast }: TestApp): Promise<{ readonly cookie: string }> {
  const headers = { origin: 'http://localhost' }
  const signedIn = await app.request('http://localhost/ekby/namnden/prova', {
    method: 'POST',
    headers,
    body: new URLSearchParams({ personId: cast.people.secretary }),
  })
  const session = (signedIn.headers.get('set-cookie') ?? '').split(';')[0]
  return { cookie: `${session}; nk_language=en` }
}
