import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { anEditor, type Editor, leadsTo, wordsOf } from './an-editor.ts'

let editor: Editor
beforeAll(async () => {
  editor = await anEditor()
})

const source = readFileSync(new URL('../../../guidelines/hedemora-omsorgsnamnden-2026.yaml', import.meta.url), 'utf8')

describe('when a draft is begun from a file', () => {
  const start = (text: string | Uint8Array) => editor.uploaded('/riktlinje/utkast/nytt', text, { base: 'file' })

  it('a file with mistakes is kept, and each is told with its line and where it is mended', async () => {
    const answer = await start(source.replace('most: 2, per: person-and-unit }', 'most: två, per: person-and-unit }'))
    const page = wordsOf(await editor.read(leadsTo(answer).pathname))
    expect(page).toContain('HED-05 Antal besök')
    expect(page).toMatch(/Skriv ett helt tal med siffror\. \( ?rad \d+ i filen ?\)/)
  })

  it('what is no YAML at all is refused, with the line', async () => {
    const answer = await start('title: a: b\n')
    expect(answer.status).toBe(422)
    expect(wordsOf(await answer.text())).toContain('kan inte läsas som en riktlinje: något är fel på rad 1')
  })

  it('running text is refused', async () => {
    expect(wordsOf(await (await start('Kontaktpolitikern besöker enheten.')).text())).toContain('kan inte läsas')
  })

  it('a document of a word processor is refused as no text', async () => {
    const answer = await start(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]))
    expect(wordsOf(await answer.text())).toContain('Filen är ingen textfil')
  })

  it.each([
    ['an archive that swells', zipSync({ 'riktlinje.yaml': new Uint8Array(5_000_000) })],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n1 0 obj\n')],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['UTF-16', new Uint8Array([0x66, 0, 0x6f, 0, 0x72, 0])],
  ])('%s by the name of a guideline is refused as no text', async (_what, bytes) => {
    const answer = await start(bytes)
    expect(answer.status).toBe(422)
    expect(wordsOf(await answer.text())).toContain('Filen är ingen textfil')
  })

  it('names that stand for ever more names are refused, and nothing hangs', async () => {
    const names = [...'abcdefghi']
    const swelling = names.map((name, index) => {
      const before = names[index - 1]
      return `${name}: &${name} [${Array(9)
        .fill(before === undefined ? 'x' : `*${before}`)
        .join(', ')}]`
    })
    const answer = await start(`format: namndkontakt/guideline@1\n${swelling.join('\n')}\n`)
    expect(answer.status).toBe(422)
    expect(wordsOf(await answer.text())).toContain('kan inte läsas')
  })

  it('what is larger than any form is refused before it is read', async () => {
    const answer = await start('# '.repeat(5_000_000))
    expect(answer.status).toBe(413)
    expect(wordsOf(await answer.text())).toContain('välj en mindre fil')
  })

  it('another kind of file is refused', async () => {
    expect(wordsOf(await (await start('format: namndkontakt/fee-rules@1\n')).text())).toContain(
      'Filen är ingen riktlinje',
    )
  })

  it('a file that is too big is refused', async () => {
    expect(wordsOf(await (await start('# '.repeat(120_000))).text())).toContain('Filen är för stor')
  })

  it('no file is refused at its field', async () => {
    const answer = await editor.town.post('secretary', '/riktlinje/utkast/nytt', { base: 'file' })
    expect(await answer.text()).toContain('href="#field-file"')
  })
})

describe('when the file is taken out, edited and put back', () => {
  const putBack = async (draft: string, text: string, version?: string) =>
    editor.uploaded(`${draft}/lagg-tillbaka`, text, { version: version ?? (await editor.versionOf(draft)) })

  it('it is the very text, under the guideline’s own name', async () => {
    const answer = await editor.town.get('secretary', `${await editor.begun()}/fil`)
    expect(answer.headers.get('content-disposition')).toContain('hedemora-omsorgsnamnden-2026')
    expect(await answer.text()).toContain('mostMinutes: 180')
  })

  it('what was edited stands on the pages, comments and all in the file', async () => {
    const draft = await editor.begun()
    const edited = `${(await editor.fileOf(draft)).replace('{ mostMinutes: 180 }', '{ mostMinutes: 60 } # kortare')}`
    expect((await putBack(draft, edited)).status).toBe(303)
    expect(await editor.fileOf(draft)).toBe(edited)
    expect(wordsOf(await editor.read(draft))).toContain('Ett besök tar högst 1 timme.')
  })

  it('a file that cannot be read changes nothing', async () => {
    const draft = await editor.begun()
    const before = await editor.fileOf(draft)
    expect((await putBack(draft, 'a: b: c')).status).toBe(422)
    expect(await editor.fileOf(draft)).toBe(before)
  })

  it('a file does not replace what somebody has saved since it was opened', async () => {
    const draft = await editor.begun()
    await editor.send(`${draft}/om`)
    const refused = await putBack(draft, await editor.fileOf(draft), '1')
    expect(wordsOf(await refused.text())).toContain('Ingenting har ändrats')
  })

  it('a slip of the pen is shown on the rule’s page, and goes when that is ticked', async () => {
    const draft = await editor.begun()
    await putBack(draft, (await editor.fileOf(draft)).replace('mostMinutes: 180 }', 'mostMinutes: 180, minst: 60 }'))
    const path = await editor.ruleOf(draft, 'visits.length')
    expect(wordsOf(await editor.read(path))).toContain('«minst» känns inte igen')
    await editor.send(path)
    expect(await editor.fileOf(draft)).toContain('minst: 60')
    await editor.send(path, { 'values.drop': 'minst' })
    expect(await editor.fileOf(draft)).not.toContain('minst: 60')
  })

  it('a question that no rule asks is taken away with a button', async () => {
    const draft = await editor.begun()
    await putBack(draft, (await editor.fileOf(draft)).replace('fee: silent', 'fee: meeting'))
    expect(wordsOf(await editor.read(draft))).toContain('Ingen regel lämnar frågan öppen.')
    await editor.town.post('secretary', `${draft}/fraga/1/borttagning`, { version: await editor.versionOf(draft) })
    expect(await editor.fileOf(draft)).not.toContain('HED-Q1')
  })
})
