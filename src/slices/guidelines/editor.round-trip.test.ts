import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { isBlock, loadGuideline, readText } from '../../engine/index.ts'
import { aSentForm } from './a-sent-form.ts'
import { changesOf, rulesOf } from './editor.rules.ts'

const folder = new URL('../../../guidelines/', import.meta.url)
const shipped = readdirSync(folder).map((file) => ({ name: file.replace('.yaml', '') }))

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})

/** Begins a draft from a packaged guideline; returns its address. */
async function begun(name: string): Promise<string> {
  const answer = await town.post('secretary', '/riktlinje/utkast/nytt', { base: `packaged:${name}` })
  return new URL(answer.headers.get('location') ?? '', 'http://localhost').pathname
}

async function fileOf(draft: string): Promise<string> {
  return (await town.get('secretary', `${draft}/fil`)).text()
}

/** Opens a page of the editor and presses Spara without touching anything. */
async function savedUntouched(path: string): Promise<number> {
  const page = await (await town.get('secretary', path)).text()
  return (await town.post('secretary', path, { ...aSentForm(page, path), do: 'save' })).status
}

describe('when a ready guideline is opened in the editor and every page is saved as it stands', () => {
  it.each(shipped)('$name is the same text, letter by letter', async ({ name }) => {
    const draft = await begun(name)
    const text = await fileOf(draft)
    const read = readText(text)
    const rules = read.ok ? rulesOf(read.data) : []
    const pages = rules.flatMap(({ data }, index) => [
      `${draft}/regel/${index + 1}`,
      ...changesOf(data).map((_, at) => `${draft}/regel/${index + 1}/andring/${at + 1}`),
    ])
    for (const path of [...pages, `${draft}/om`]) expect([path, await savedUntouched(path)]).toEqual([path, 303])
    expect(pages.length).toBeGreaterThan(0)
    expect(await fileOf(draft)).toBe(text)
  })

  it.each(shipped)('$name says as a draft what it says as a file, but for whose it is', async ({ name }) => {
    const original = readFileSync(new URL(`${name}.yaml`, folder), 'utf8')
    const before = loadGuideline(original, name)
    const after = loadGuideline(await fileOf(await begun(name)), name)
    if (!before.ok || !after.ok) throw new Error('The guideline cannot be loaded')
    const { rules, silences, terms, document, title } = after.value
    expect({ rules, silences, terms, document, title }).toEqual({
      rules: before.value.rules,
      silences: before.value.silences,
      terms: before.value.terms,
      document: before.value.document,
      title: before.value.title,
    })
    expect(after.value).toMatchObject({ status: 'proposal', issuer: { committee: 'Omsorgsnämnden' } })
  })

  it.each(shipped)('$name has each rule written anew by the editor as the file has it', async ({ name }) => {
    const draft = await begun(name)
    const text = await fileOf(draft)
    const read = readText(text)
    if (!read.ok) throw new Error('The guideline cannot be read')
    const [first] = rulesOf(read.data)
    const page = await (await town.get('secretary', `${draft}/regel/1`)).text()
    const form = { ...aSentForm(page, `${draft}/regel/1`), 'rule.id': 'NY-01', do: 'save' }
    const made = await town.post('secretary', `${draft}/ny-regel/${first?.kind}`, form)
    expect(made.status).toBe(303)
    const again = readText(await fileOf(draft))
    const added = again.ok ? rulesOf(again.data).find(({ id }) => id === 'NY-01') : undefined
    expect(isBlock(added?.data.values)).toBe(true)
    expect(added?.data).toMatchObject({ kind: first?.kind, clause: first?.data.clause, force: first?.data.force })
  })
})
