import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { aGuardedDraft } from './a-guarded-draft.ts'

let town: TestApp

beforeAll(async () => {
  town = await anApp()
})

const number = '811218-9876'
const text = `Alla trivs. Ring ${number} om det. Maten är god.`

describe('where the text points to abuse or danger', () => {
  const abuse = 'Alla trivs. En boende blir slagen av en anställd.'

  test('the ways to report concern stand first, with what fits best and whom to ask', async () => {
    const { said, page } = await (await aGuardedDraft(town, abuse)).open()
    const places = ['ring 112', 'lex Sarah', 'lex Maria', 'orosanmälan till socialtjänsten'].map((it) =>
      said.indexOf(it),
    )
    expect(places.every((at) => at > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(said).toContain('Skriv till kontakt@ekby.example.')
    expect(page.indexOf('Är du orolig för någon?')).toBeLessThan(page.indexOf('<h1'))
  })

  test('of a child the report of concern to the social services comes right after danger', async () => {
    const { said } = await (await aGuardedDraft(town, 'Flickan blir slagen av sin pappa.')).open()
    expect(said.indexOf('orosanmälan till socialtjänsten')).toBeLessThan(said.indexOf('lex Sarah'))
  })

  test('they stay when the sentence is taken away or kept, and are not there otherwise', async () => {
    const draft = await aGuardedDraft(town, abuse)
    await draft.press('sentence')
    expect((await draft.open()).said).toContain('Är du orolig för någon?')
    await town.post('anna', draft.control, { do: 'put-back' })
    await draft.press('keep', { 'reason.1': 'Chefen vet redan om det.' })
    expect((await draft.open()).said).toContain('Är du orolig för någon?')
    expect((await (await aGuardedDraft(town, text)).open()).said).not.toContain('Är du orolig för någon?')
  })
})

describe('while writing', () => {
  test('the notes stand at the field, the ways to report concern before everything else, and the button saves and leads to the check', async () => {
    const draft = await aGuardedDraft(town, `${text} En boende blir slagen av en anställd.`)
    const page = await (await town.get('anna', `/rapporter/${draft.id}/utkast`)).text()
    const at = page.indexOf('data-beside="text.fritt"')
    expect(page.slice(at)).toContain(`<mark>${number}</mark>`)
    expect(page.indexOf('Är du orolig för någon?')).toBeLessThan(page.indexOf('<h1'))
    expect(page).toContain('name="next" value="check"')
    const form = { version: '2', next: 'check', 'proposal.1': 'Fler bänkar.' }
    const saved = await town.post('anna', `/rapporter/${draft.id}/utkast`, form)
    expect(saved.headers.get('location')).toMatch(new RegExp(`/ekby/namnden${draft.control}(?:$|\\?)`))
    expect(await draft.textIn('proposal.1')).toBe('Fler bänkar.')
  })

  test('a field that is saved as somebody types is answered with its notes, and without any when they are gone', async () => {
    const draft = await aGuardedDraft(town, 'Alla trivs.')
    const guardOf = async (typed: string, was: string) => {
      const form = { field: 'text.fritt', text: typed, was: textTag(was) }
      const answer = await town.post('anna', `/rapporter/${draft.id}/falt`, form)
      return z.object({ guard: z.string() }).parse(await answer.json()).guard
    }
    const seen = await guardOf(`Ring ${number}. En boende blir slagen av en anställd.`, 'Alla trivs.')
    expect(seen).toContain(`<mark>${number}</mark>`)
    expect(seen.indexOf('ring 112')).toBeGreaterThan(0)
    expect(seen.indexOf('ring 112')).toBeLessThan(seen.indexOf('<mark>'))
    expect(await guardOf('Alla trivs.', `Ring ${number}. En boende blir slagen av en anställd.`)).toBe('')
  })

  test('of a text with thousands of sentences to decide on a page shows some, and says how many are left', async () => {
    const draft = await aGuardedDraft(town, `Ring ${number} nu. `.repeat(2000))
    const { page, said } = await draft.open()
    expect(said).toContain('2000 meningar att ta ställning till')
    expect(said).toContain('1950 meningar till visas')
    expect(page.match(/value="sentence"/g)).toHaveLength(50)
    await draft.press('keep', { 'reason.1': 'Det är enhetens växel.' })
    expect((await draft.open()).said).toContain('Du har tagit ställning till allt')
  })
})
