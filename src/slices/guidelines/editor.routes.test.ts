import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast } from '../../../tests/support/cast.ts'
import { loadGuideline } from '../../engine/index.ts'
import { aSentForm, type SentForm } from './a-sent-form.ts'

const base = 'packaged:hedemora-omsorgsnamnden-2026'
const source = readFileSync(new URL('../../../guidelines/hedemora-omsorgsnamnden-2026.yaml', import.meta.url), 'utf8')

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})

const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const read = async (path: string) => (await town.get('secretary', path)).text()
const addressOf = (answer: Response) => new URL(answer.headers.get('location') ?? '', 'http://localhost')

/** Posts a page's own form as it stands, but for what is answered otherwise. */
async function send(path: string, answers: SentForm = {}): Promise<Response> {
  return town.post('secretary', path, { ...aSentForm(await read(path), path), do: 'save', ...answers })
}

async function begun(from: string = base): Promise<string> {
  return addressOf(await town.post('secretary', '/riktlinje/utkast/nytt', { base: from })).pathname
}

async function uploaded(path: string, text: string | Uint8Array, fields: Readonly<Record<string, string>> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', new Blob([text as BlobPart]), 'riktlinje.yaml')
  return town.post('secretary', path, body)
}

const fileOf = async (draft: string) => (await town.get('secretary', `${draft}/fil`)).text()
const versionOf = async (draft: string) => String(aSentForm(await read(`${draft}/om`), `${draft}/om`).version)

/** The number of the first rule of a kind, as the address has it. */
async function ruleOf(draft: string, kind: string): Promise<string> {
  const kinds = [...(await fileOf(draft)).matchAll(/^ {4}kind: (\S+)$/gm)].map(([, found]) => found)
  return `${draft}/regel/${kinds.indexOf(kind) + 1}`
}

describe('who comes to the editor', () => {
  it('the secretary and the administrator find the way from the guideline', async () => {
    expect(await read('/riktlinje')).toContain('/riktlinje/utkast')
    expect(await (await town.get('administrator', '/riktlinje')).text()).toContain('/riktlinje/utkast')
  })

  it('a politician is given no way, and is refused at the address', async () => {
    expect(await (await town.get('anna', '/riktlinje')).text()).not.toContain('/riktlinje/utkast')
    const draft = await begun()
    expect((await town.get('anna', draft)).status).toBe(403)
    expect((await town.post('anna', `${draft}/borttagning`, { version: '1' })).status).toBe(403)
  })

  it('for another town the draft does not exist, whatever is asked of it', async () => {
    const draft = await begun()
    const other = appWith(town.database, town.clock, await aCast(town.database, town.clock, { slug: 'granby' }))
    const id = draft.split('/').at(-1)
    const rest = ['', '/fil', '/om', '/regel/1', '/del/visits', '/forslag', '/lagg-tillbaka', '/borttagning']
    const asked = rest.map(async (more) => (await other.get('secretary', `/riktlinje/utkast/${id}${more}`)).status)
    expect(new Set(await Promise.all(asked))).toEqual(new Set([404]))
    expect(
      (await other.post('secretary', `/riktlinje/utkast/${id}/regel/1/borttagning`, { version: '1' })).status,
    ).toBe(404)
    expect(await versionOf(draft)).toBe('1')
  })
})

describe('when a draft is begun', () => {
  it('from the committee’s own guideline it is the same text, but a proposal and not in force', async () => {
    const draft = await begun(`version:${town.cast.guidelineVersionId}`)
    const text = await fileOf(draft)
    expect(text).toContain('status: proposal')
    expect(text).not.toMatch(/^(adoption|validity):/m)
    expect(text).toContain('# Hedemora kommun, omsorgsnämndens riktlinje')
  })

  it('from nothing it has a name, and says that rules are missing', async () => {
    const page = plain(await read(await begun('nothing')))
    expect(page).toContain('Riktlinje för kontaktpolitiker, Omsorgsnämnden')
    expect(page).toContain('Riktlinjen har ingen regel än. Lägg till minst en.')
  })

  it('nothing chosen is refused at the choice', async () => {
    const answer = await town.post('secretary', '/riktlinje/utkast/nytt', {})
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#field-base"')
  })

  it('several stand side by side, each with who saved it', async () => {
    const [one, other] = [await begun(), await begun('nothing')]
    const page = await read('/riktlinje/utkast')
    expect([page.includes(one), page.includes(other)]).toEqual([true, true])
    expect(plain(page)).toContain('av Secretary Exempel')
  })
})

describe('when a draft is begun from a file', () => {
  const start = (text: string | Uint8Array) => uploaded('/riktlinje/utkast/nytt', text, { base: 'file' })

  it('a file with mistakes is kept, and each is told with its line and where it is mended', async () => {
    const answer = await start(source.replace('most: 2, per: person-and-unit }', 'most: två, per: person-and-unit }'))
    const page = plain(await read(addressOf(answer).pathname))
    expect(page).toContain('HED-05 Antal besök')
    expect(page).toMatch(/Skriv ett helt tal med siffror\. \( ?rad \d+ i filen ?\)/)
  })

  it('what is no YAML at all is refused, with the line', async () => {
    const answer = await start('title: a: b\n')
    expect(answer.status).toBe(422)
    expect(plain(await answer.text())).toContain('kan inte läsas som en riktlinje: något är fel på rad 1')
  })

  it('running text is refused', async () => {
    expect(plain(await (await start('Kontaktpolitikern besöker enheten.')).text())).toContain('kan inte läsas')
  })

  it('a document of a word processor is refused as no text', async () => {
    const answer = await start(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]))
    expect(plain(await answer.text())).toContain('Filen är ingen textfil')
  })

  it('another kind of file is refused', async () => {
    expect(plain(await (await start('format: namndkontakt/fee-rules@1\n')).text())).toContain(
      'Filen är ingen riktlinje',
    )
  })

  it('a file that is too big is refused', async () => {
    expect(plain(await (await start('# '.repeat(120_000))).text())).toContain('Filen är för stor')
  })

  it('no file is refused at its field', async () => {
    const answer = await town.post('secretary', '/riktlinje/utkast/nytt', { base: 'file' })
    expect(await answer.text()).toContain('href="#field-file"')
  })
})

describe('when a rule is answered', () => {
  it('it is read back in plain words beside the form, and the file says the same', async () => {
    const draft = await begun()
    const path = await ruleOf(draft, 'visits.length')
    const saved = await send(path, { 'values.mostMinutes.hours': '2', 'values.mostMinutes.minutes': '30', do: 'show' })
    expect(addressOf(saved).hash).toBe('#sa-lases')
    expect(plain(await read(path))).toContain('Ett besök tar högst 2 timmar och 30 minuter.')
    expect(await fileOf(draft)).toContain('values: { mostMinutes: 150 }')
  })

  it('what is wrong is kept as it was typed, and leads to its field', async () => {
    const draft = await begun()
    const path = await ruleOf(draft, 'visits.count')
    const saved = await send(path, { 'values.least': 'ett par', 'rule.clause': '' })
    const page = await read(addressOf(saved).pathname)
    expect(page).toContain('value="ett par"')
    expect(page).toContain('href="#field-values-least"')
    expect(page).toContain('href="#field-rule-clause"')
    expect(plain(await read(draft))).toContain('2 saker behöver rättas')
  })

  it('a list grows by one to fill in, with everything typed kept', async () => {
    const draft = await begun()
    const path = await ruleOf(draft, 'conversation.topics')
    const saved = await send(path, { 'values.topics.0.topic.sv': 'Trygghet hemma', do: 'add:values.topics' })
    expect(addressOf(saved).hash).toBe('#field-values-topics-7')
    const page = await read(addressOf(saved).pathname + addressOf(saved).search)
    expect(page).toContain('name="values.topics.7.topic.sv"')
    expect(page).toContain('Trygghet hemma')
    expect(page).not.toContain('ui-error-summary')
  })

  it('a list shrinks by the one that is pointed at', async () => {
    const draft = await begun()
    const path = await ruleOf(draft, 'conversation.topics')
    await send(path, { do: 'remove:values.topics.1' })
    const text = await fileOf(draft)
    expect(text).not.toContain('well-being')
    expect(text).toContain('{ id: safety, audiences: [users], topic: { sv: Trygghet, en: Safety } }')
  })

  it('a word of their own is named in the guideline, and offered the next time', async () => {
    const draft = await begun()
    const path = await ruleOf(draft, 'visits.audiences')
    await send(path, { 'values.audiences.own.sv': 'gode män', 'values.audiences.own.en': 'guardians' })
    expect(await fileOf(draft)).toContain('- { id: gode-män, sv: gode män, en: guardians }')
    expect(plain(await read(path))).toContain('brukare, enhetens chef, medarbetare och gode män')
    expect(await read(await ruleOf(draft, 'role.reachability'))).toContain('value="gode-män"')
  })

  it('what the guideline leaves open becomes a question to the committee, with its answers', async () => {
    const draft = await begun()
    const path = await ruleOf(draft, 'visits.count')
    await send(path, { 'values.per': 'silent' })
    const loaded = loadGuideline(await fileOf(draft), 'utkast')
    const silence = loaded.ok ? loaded.value.silences.find(({ rule }) => rule === 'HED-05') : undefined
    expect(silence).toMatchObject({ id: 'HED-Q3', parameter: 'per', question: { sv: 'För vad räknas de?' } })
    expect(silence?.choices?.map(({ value }) => value)).toContain('person-and-unit')
    await send(path, { 'open.per.sv': 'Räknas besöken per enhet?' })
    expect(plain(await read(path))).toContain('Nämnden får frågan: Räknas besöken per enhet?')
  })

  it('a question is gone when the rule no longer leaves it open', async () => {
    const draft = await begun()
    await send(await ruleOf(draft, 'fee.kind'), { 'values.fee': 'meeting' })
    const text = await fileOf(draft)
    expect(text).not.toContain('HED-Q1')
    expect(text).toContain('HED-Q2')
  })

  it('a new name of a rule goes along to its question', async () => {
    const draft = await begun()
    await send(await ruleOf(draft, 'fee.kind'), { 'rule.id': 'HED-20' })
    expect(loadGuideline(await fileOf(draft), 'utkast')).toMatchObject({
      value: {
        silences: [
          { id: 'HED-Q1', rule: 'HED-20' },
          { id: 'HED-Q2', rule: 'HED-15' },
        ],
      },
    })
  })

  it('a kind that can be there only once is not offered again', async () => {
    const page = await read(`${await begun()}/del/visits`)
    expect(page).not.toContain('/ny-regel/visits.length')
    expect(page).toContain('/ny-regel/visits.quota')
  })

  it('a value from a day on is answered on a page of its own, and is read back', async () => {
    const draft = await begun()
    const path = await ruleOf(draft, 'visits.length')
    await send(`${path}/ny-andring`, {
      'change.from': '2027-01-01',
      'change.clause': 'Övergång',
      'values.mostMinutes.hours': '2',
    })
    expect(await fileOf(draft)).toContain('- { from: 2027-01-01, values: { mostMinutes: 120 }, clause: Övergång }')
    expect(plain(await read(path))).toContain('Från 1 januari 2027 : Ett besök tar högst 2 timmar.')
    await town.post('secretary', `${path}/andring/1/borttagning`, { version: await versionOf(draft) })
    expect(await fileOf(draft)).not.toContain('Övergång')
  })

  it('a day that does not exist is kept as typed and told at its field', async () => {
    const draft = await begun()
    const path = await ruleOf(draft, 'visits.length')
    const saved = await send(`${path}/ny-andring`, { 'change.from': '2027-02-30', 'change.clause': 'Övergång' })
    const page = await read(addressOf(saved).pathname)
    expect(page).toContain('value="2027-02-30"')
    expect(page).toContain('href="#field-change-from"')
  })
})

describe('when somebody else has saved in between', () => {
  it('a stale form comes back with what was typed, who saved, and what to do', async () => {
    const draft = await begun()
    const path = await ruleOf(draft, 'visits.count')
    const old = aSentForm(await read(path), path)
    const typed = { ...old, 'values.least': '3', 'values.most': '4', do: 'save' }
    expect((await town.post('administrator', path, { ...old, do: 'save' })).status).toBe(303)
    const refused = await town.post('secretary', path, typed)
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(plain(page)).toContain('Administrator Exempel sparade utkastet')
    expect(aSentForm(page, path)).toMatchObject({ 'values.least': '3', 'values.most': '4', version: '2' })
    expect((await town.post('secretary', path, { ...aSentForm(page, path), do: 'save' })).status).toBe(303)
    expect(await fileOf(draft)).toContain('least: 3, most: 4')
  })

  it('a rule that was taken away meanwhile becomes a new one, if saved again', async () => {
    const draft = await begun()
    const path = await ruleOf(draft, 'visits.count')
    const old = aSentForm(await read(path), path)
    await town.post('administrator', `${path}/borttagning`, { version: String(old.version) })
    const refused = await town.post('secretary', path, { ...old, 'values.least': '3', do: 'save' })
    const page = await refused.text()
    const again = `${draft}/ny-regel/visits.count`
    expect(plain(page)).toContain('blir en ny regel om du sparar igen')
    expect(aSentForm(page, again)).toMatchObject({ 'values.least': '3', 'rule.id': 'HED-05' })
    await town.post('secretary', again, { ...aSentForm(page, again), do: 'save' })
    expect(await fileOf(draft)).toContain('least: 3')
  })

  it('nothing is taken away by an old button', async () => {
    const draft = await begun()
    await send(`${draft}/om`)
    const refused = await town.post('secretary', `${draft}/regel/1/borttagning`, { version: '1' })
    expect(refused.status).toBe(422)
    expect(plain(await refused.text())).toContain('Ingenting har ändrats')
    expect(await fileOf(draft)).toContain('HED-02')
  })
})

describe('when something is taken away', () => {
  it('a rule goes with the question that it alone leaves open, and comes back with it when that is undone', async () => {
    const draft = await begun()
    const before = await fileOf(draft)
    const path = await ruleOf(draft, 'fee.kind')
    const removed = await town.post('secretary', `${path}/borttagning`, { version: '1' })
    expect(await fileOf(draft)).not.toContain('HED-Q1')
    const page = await read(addressOf(removed).pathname + addressOf(removed).search)
    expect((await town.post('secretary', `${draft}/angra`, aSentForm(page, `${draft}/angra`))).status).toBe(303)
    expect(await fileOf(draft)).toBe(before)
  })

  it('no undoing is offered once somebody has saved since', async () => {
    const draft = await begun()
    const removed = addressOf(await town.post('secretary', `${draft}/regel/1/borttagning`, { version: '1' }))
    await send(`${draft}/om`)
    expect(await read(removed.pathname + removed.search)).not.toContain('/angra')
  })

  it('a draft is deleted after one more question', async () => {
    const draft = await begun()
    const path = `${draft}/borttagning`
    await town.post('secretary', path, aSentForm(await read(path), path))
    expect((await town.get('secretary', draft)).status).toBe(404)
  })
})

describe('when the file is taken out, edited and put back', () => {
  const putBack = async (draft: string, text: string, version?: string) =>
    uploaded(`${draft}/lagg-tillbaka`, text, { version: version ?? (await versionOf(draft)) })

  it('it is the very text, under the guideline’s own name', async () => {
    const answer = await town.get('secretary', `${await begun()}/fil`)
    expect(answer.headers.get('content-disposition')).toContain('hedemora-omsorgsnamnden-2026')
    expect(await answer.text()).toContain('mostMinutes: 180')
  })

  it('what was edited stands on the pages, comments and all in the file', async () => {
    const draft = await begun()
    const edited = `${(await fileOf(draft)).replace('{ mostMinutes: 180 }', '{ mostMinutes: 60 } # kortare')}`
    expect((await putBack(draft, edited)).status).toBe(303)
    expect(await fileOf(draft)).toBe(edited)
    expect(plain(await read(draft))).toContain('Ett besök tar högst 1 timme.')
  })

  it('a file that cannot be read changes nothing', async () => {
    const draft = await begun()
    const before = await fileOf(draft)
    expect((await putBack(draft, 'a: b: c')).status).toBe(422)
    expect(await fileOf(draft)).toBe(before)
  })

  it('a file does not replace what somebody has saved since it was opened', async () => {
    const draft = await begun()
    await send(`${draft}/om`)
    const refused = await putBack(draft, await fileOf(draft), '1')
    expect(plain(await refused.text())).toContain('Ingenting har ändrats')
  })

  it('a slip of the pen is shown on the rule’s page, and goes when that is ticked', async () => {
    const draft = await begun()
    await putBack(draft, (await fileOf(draft)).replace('mostMinutes: 180 }', 'mostMinutes: 180, minst: 60 }'))
    const path = await ruleOf(draft, 'visits.length')
    expect(plain(await read(path))).toContain('«minst» känns inte igen')
    await send(path)
    expect(await fileOf(draft)).toContain('minst: 60')
    await send(path, { 'values.drop': 'minst' })
    expect(await fileOf(draft)).not.toContain('minst: 60')
  })

  it('a question that no rule asks is taken away with a button', async () => {
    const draft = await begun()
    await putBack(draft, (await fileOf(draft)).replace('fee: silent', 'fee: meeting'))
    expect(plain(await read(draft))).toContain('Ingen regel lämnar frågan öppen.')
    await town.post('secretary', `${draft}/fraga/1/borttagning`, { version: await versionOf(draft) })
    expect(await fileOf(draft)).not.toContain('HED-Q1')
  })
})

describe('when a guideline is written from nothing', () => {
  it('a first rule makes it a guideline that loads', async () => {
    const draft = await begun('nothing')
    await send(`${draft}/ny-regel/visits.length`, { 'values.mostMinutes.hours': '1', 'rule.clause': 'Avsnitt 1' })
    const loaded = loadGuideline(await fileOf(draft), 'utkast')
    expect(loaded).toMatchObject({
      ok: true,
      value: { issuer: { committee: 'Omsorgsnämnden' }, rules: [{ id: 'R-01', values: { mostMinutes: 60 } }] },
    })
    expect(plain(await read(draft))).toContain('Inga fel. Utkastet kan sparas som förslag.')
  })

  it('a kind of rule that does not exist has no page', async () => {
    expect((await town.get('secretary', `${await begun('nothing')}/ny-regel/visits.nonsense`)).status).toBe(404)
  })
})
