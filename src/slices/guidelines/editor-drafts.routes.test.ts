import { beforeAll, describe, expect, it } from 'vitest'
import { appWith } from '../../../tests/support/app.ts'
import { aCast } from '../../../tests/support/cast.ts'
import { loadGuideline } from '../../engine/index.ts'
import { aSentForm } from './a-sent-form.ts'
import { anEditor, type Editor, leadsTo, wordsOf } from './an-editor.ts'

let editor: Editor
beforeAll(async () => {
  editor = await anEditor()
})

describe('who comes to the editor', () => {
  it('the secretary and the administrator find the way from the guideline', async () => {
    expect(await editor.read('/riktlinje')).toContain('/riktlinje/utkast')
    expect(await (await editor.town.get('administrator', '/riktlinje')).text()).toContain('/riktlinje/utkast')
  })

  it('a politician is given no way, and is refused at the address', async () => {
    expect(await (await editor.town.get('anna', '/riktlinje')).text()).not.toContain('/riktlinje/utkast')
    const draft = await editor.begun()
    expect((await editor.town.get('anna', draft)).status).toBe(403)
    expect((await editor.town.post('anna', `${draft}/borttagning`, { version: '1' })).status).toBe(403)
  })

  it('for another editor.town the draft does not exist, whatever is asked of it', async () => {
    const draft = await editor.begun()
    const other = appWith(
      editor.town.database,
      editor.town.clock,
      await aCast(editor.town.database, editor.town.clock, { slug: 'granby' }),
    )
    const id = draft.split('/').at(-1)
    const rest = ['', '/fil', '/om', '/regel/1', '/del/visits', '/forslag', '/lagg-tillbaka', '/borttagning']
    const asked = rest.map(async (more) => (await other.get('secretary', `/riktlinje/utkast/${id}${more}`)).status)
    expect(new Set(await Promise.all(asked))).toEqual(new Set([404]))
    expect(
      (await other.post('secretary', `/riktlinje/utkast/${id}/regel/1/borttagning`, { version: '1' })).status,
    ).toBe(404)
    expect(await editor.versionOf(draft)).toBe('1')
  })
})

describe('when a draft is begun', () => {
  it('from the committee’s own guideline it is the same text, but a proposal and not in force', async () => {
    const draft = await editor.begun(`version:${editor.town.cast.guidelineVersionId}`)
    const text = await editor.fileOf(draft)
    expect(text).toContain('status: proposal')
    expect(text).not.toMatch(/^(adoption|validity):/m)
    expect(text).toContain('# Hedemora kommun, omsorgsnämndens riktlinje')
  })

  it('from nothing it has a name, and says that rules are missing', async () => {
    const page = wordsOf(await editor.read(await editor.begun('nothing')))
    expect(page).toContain('Riktlinje för kontaktpolitiker, Omsorgsnämnden')
    expect(page).toContain('Riktlinjen har ingen regel än. Lägg till minst en.')
  })

  it('nothing chosen is refused at the choice', async () => {
    const answer = await editor.town.post('secretary', '/riktlinje/utkast/nytt', {})
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#field-base"')
  })

  it('several stand side by side, each with who saved it', async () => {
    const [one, other] = [await editor.begun(), await editor.begun('nothing')]
    const page = await editor.read('/riktlinje/utkast')
    expect([page.includes(one), page.includes(other)]).toEqual([true, true])
    expect(wordsOf(page)).toContain('av Secretary Exempel')
  })
})

describe('when something is taken away', () => {
  it('a rule goes with the question that it alone leaves open, and comes back with it when that is undone', async () => {
    const draft = await editor.begun()
    const before = await editor.fileOf(draft)
    const path = await editor.ruleOf(draft, 'fee.kind')
    const removed = await editor.town.post('secretary', `${path}/borttagning`, { version: '1' })
    expect(await editor.fileOf(draft)).not.toContain('HED-Q1')
    const page = await editor.read(leadsTo(removed).pathname + leadsTo(removed).search)
    expect((await editor.town.post('secretary', `${draft}/angra`, aSentForm(page, `${draft}/angra`))).status).toBe(303)
    expect(await editor.fileOf(draft)).toBe(before)
  })

  it('no undoing is offered once somebody has saved since', async () => {
    const draft = await editor.begun()
    const removed = leadsTo(await editor.town.post('secretary', `${draft}/regel/1/borttagning`, { version: '1' }))
    await editor.send(`${draft}/om`)
    expect(await editor.read(removed.pathname + removed.search)).not.toContain('/angra')
  })

  it('a draft is deleted after one more question', async () => {
    const draft = await editor.begun()
    const path = `${draft}/borttagning`
    await editor.town.post('secretary', path, aSentForm(await editor.read(path), path))
    expect((await editor.town.get('secretary', draft)).status).toBe(404)
  })
})

describe('when a guideline is written from nothing', () => {
  it('a first rule makes it a guideline that loads', async () => {
    const draft = await editor.begun('nothing')
    await editor.send(`${draft}/ny-regel/visits.length`, {
      'values.mostMinutes.hours': '1',
      'rule.clause': 'Avsnitt 1',
    })
    const loaded = loadGuideline(await editor.fileOf(draft), 'utkast')
    expect(loaded).toMatchObject({
      ok: true,
      value: { issuer: { committee: 'Omsorgsnämnden' }, rules: [{ id: 'R-01', values: { mostMinutes: 60 } }] },
    })
    expect(wordsOf(await editor.read(draft))).toContain('Inga fel. Utkastet kan sparas som förslag.')
  })

  it('a kind of rule that does not exist has no page', async () => {
    expect(
      (await editor.town.get('secretary', `${await editor.begun('nothing')}/ny-regel/visits.nonsense`)).status,
    ).toBe(404)
  })
})
