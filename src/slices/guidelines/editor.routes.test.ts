import { beforeAll, describe, expect, it } from 'vitest'
import { loadGuideline } from '../../engine/index.ts'
import { aSentForm } from './a-sent-form.ts'
import { anEditor, type Editor, leadsTo, wordsOf } from './an-editor.ts'

let editor: Editor
beforeAll(async () => {
  editor = await anEditor()
})

describe('when a rule is answered', () => {
  it('it is read back in plain words beside the form, and the file says the same', async () => {
    const draft = await editor.begun()
    const path = await editor.ruleOf(draft, 'visits.length')
    const saved = await editor.send(path, {
      'values.mostMinutes.hours': '2',
      'values.mostMinutes.minutes': '30',
      do: 'show',
    })
    expect(leadsTo(saved).hash).toBe('#sa-lases')
    expect(wordsOf(await editor.read(path))).toContain('Ett besök tar högst 2 timmar och 30 minuter.')
    expect(await editor.fileOf(draft)).toContain('values: { mostMinutes: 150 }')
  })

  it('what is wrong is kept as it was typed, and leads to its field', async () => {
    const draft = await editor.begun()
    const path = await editor.ruleOf(draft, 'visits.count')
    const saved = await editor.send(path, { 'values.least': 'ett par', 'rule.clause': '' })
    const page = await editor.read(leadsTo(saved).pathname)
    expect(page).toContain('value="ett par"')
    expect(page).toContain('href="#field-values-least"')
    expect(page).toContain('href="#field-rule-clause"')
    expect(wordsOf(await editor.read(draft))).toContain('2 saker behöver rättas')
  })

  it('a list grows by one to fill in, with everything typed kept', async () => {
    const draft = await editor.begun()
    const path = await editor.ruleOf(draft, 'conversation.topics')
    const saved = await editor.send(path, { 'values.topics.0.topic.sv': 'Trygghet hemma', do: 'add:values.topics' })
    expect(leadsTo(saved).hash).toBe('#field-values-topics-7')
    const page = await editor.read(leadsTo(saved).pathname + leadsTo(saved).search)
    expect(page).toContain('name="values.topics.7.topic.sv"')
    expect(page).toContain('Trygghet hemma')
    expect(page).not.toContain('ui-error-summary')
    expect(wordsOf(await editor.read(draft))).not.toContain('i filen? (nummer 8)')
  })

  it('a list shrinks by the one that is pointed at', async () => {
    const draft = await editor.begun()
    const path = await editor.ruleOf(draft, 'conversation.topics')
    await editor.send(path, { do: 'remove:values.topics.1' })
    const text = await editor.fileOf(draft)
    expect(text).not.toContain('well-being')
    expect(text).toContain('{ id: safety, audiences: [users], topic: { sv: Trygghet, en: Safety } }')
  })

  it('a word of their own is named in the guideline, and offered the next time', async () => {
    const draft = await editor.begun()
    const path = await editor.ruleOf(draft, 'visits.audiences')
    await editor.send(path, { 'values.audiences.own.sv': 'gode män', 'values.audiences.own.en': 'guardians' })
    expect(await editor.fileOf(draft)).toContain('- { id: gode-män, sv: gode män, en: guardians }')
    expect(wordsOf(await editor.read(path))).toContain('brukare, enhetens chef, medarbetare och gode män')
    expect(await editor.read(await editor.ruleOf(draft, 'role.reachability'))).toContain('value="gode-män"')
  })

  it('what the guideline leaves open becomes a question to the committee, with its answers', async () => {
    const draft = await editor.begun()
    const path = await editor.ruleOf(draft, 'visits.count')
    await editor.send(path, { 'values.per': 'silent' })
    const loaded = loadGuideline(await editor.fileOf(draft), 'utkast')
    const silence = loaded.ok ? loaded.value.silences.find(({ rule }) => rule === 'HED-05') : undefined
    expect(silence).toMatchObject({ id: 'HED-Q3', parameter: 'per', question: { sv: 'För vad räknas de?' } })
    expect(silence?.choices?.map(({ value }) => value)).toContain('person-and-unit')
    await editor.send(path, { 'open.per.sv': 'Räknas besöken per enhet?' })
    expect(wordsOf(await editor.read(path))).toContain('Nämnden får frågan: Räknas besöken per enhet?')
  })

  it('a question is gone when the rule no longer leaves it open', async () => {
    const draft = await editor.begun()
    await editor.send(await editor.ruleOf(draft, 'fee.kind'), { 'values.fee': 'meeting' })
    const text = await editor.fileOf(draft)
    expect(text).not.toContain('HED-Q1')
    expect(text).toContain('HED-Q2')
  })

  it('a new name of a rule goes along to its question', async () => {
    const draft = await editor.begun()
    await editor.send(await editor.ruleOf(draft, 'fee.kind'), { 'rule.id': 'HED-20' })
    expect(loadGuideline(await editor.fileOf(draft), 'utkast')).toMatchObject({
      value: {
        silences: [
          { id: 'HED-Q1', rule: 'HED-20' },
          { id: 'HED-Q2', rule: 'HED-15' },
        ],
      },
    })
  })

  it('a kind that can be there only once is not offered again', async () => {
    const page = await editor.read(`${await editor.begun()}/del/visits`)
    expect(page).not.toContain('/ny-regel/visits.length')
    expect(page).toContain('/ny-regel/visits.quota')
  })

  it('a value from a day on is answered on a page of its own, and is read back', async () => {
    const draft = await editor.begun()
    const path = await editor.ruleOf(draft, 'visits.length')
    await editor.send(`${path}/ny-andring`, {
      'change.from': '2027-01-01',
      'change.clause': 'Övergång',
      'values.mostMinutes.hours': '2',
    })
    expect(await editor.fileOf(draft)).toContain(
      '- { from: 2027-01-01, values: { mostMinutes: 120 }, clause: Övergång }',
    )
    expect(wordsOf(await editor.read(path))).toContain('Från 1 januari 2027 : Ett besök tar högst 2 timmar.')
    await editor.town.post('secretary', `${path}/andring/1/borttagning`, { version: await editor.versionOf(draft) })
    expect(await editor.fileOf(draft)).not.toContain('Övergång')
  })

  it('a day that does not exist is kept as typed and told at its field', async () => {
    const draft = await editor.begun()
    const path = await editor.ruleOf(draft, 'visits.length')
    const saved = await editor.send(`${path}/ny-andring`, { 'change.from': '2027-02-30', 'change.clause': 'Övergång' })
    const page = await editor.read(leadsTo(saved).pathname)
    expect(page).toContain('value="2027-02-30"')
    expect(page).toContain('href="#field-change-from"')
  })
})

describe('when somebody else has saved in between', () => {
  it('a stale form comes back with what was typed, who saved, and what to do', async () => {
    const draft = await editor.begun()
    const path = await editor.ruleOf(draft, 'visits.count')
    // Two people have each a key of their own; what they type is what is at odds.
    const { formKey: _key, ...old } = aSentForm(await editor.read(path), path)
    const typed = { ...old, 'values.least': '3', 'values.most': '4', do: 'save' }
    expect((await editor.town.post('administrator', path, { ...old, do: 'save' })).status).toBe(303)
    const refused = await editor.town.post('secretary', path, typed)
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(wordsOf(page)).toContain('Administrator Exempel sparade utkastet')
    expect(aSentForm(page, path)).toMatchObject({ 'values.least': '3', 'values.most': '4', version: '2' })
    expect((await editor.town.post('secretary', path, { ...aSentForm(page, path), do: 'save' })).status).toBe(303)
    expect(await editor.fileOf(draft)).toContain('least: 3, most: 4')
  })

  it('a rule that was taken away meanwhile becomes a new one, if saved again', async () => {
    const draft = await editor.begun()
    const path = await editor.ruleOf(draft, 'visits.count')
    const old = aSentForm(await editor.read(path), path)
    await editor.town.post('administrator', `${path}/borttagning`, { version: String(old.version) })
    const refused = await editor.town.post('secretary', path, { ...old, 'values.least': '3', do: 'save' })
    const page = await refused.text()
    const again = `${draft}/ny-regel/visits.count`
    expect(wordsOf(page)).toContain('blir en ny regel om du sparar igen')
    expect(aSentForm(page, again)).toMatchObject({ 'values.least': '3', 'rule.id': 'HED-05' })
    await editor.town.post('secretary', again, { ...aSentForm(page, again), do: 'save' })
    expect(await editor.fileOf(draft)).toContain('least: 3')
  })

  it('nothing is taken away by an old button', async () => {
    const draft = await editor.begun()
    await editor.send(`${draft}/om`)
    const refused = await editor.town.post('secretary', `${draft}/regel/1/borttagning`, { version: '1' })
    expect(refused.status).toBe(422)
    expect(wordsOf(await refused.text())).toContain('Ingenting har ändrats')
    expect(await editor.fileOf(draft)).toContain('HED-02')
  })
})
