import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast } from '../../../tests/support/cast.ts'
import { person } from '../people/people.tables.ts'
import { assessmentFields, recordFields } from './data-protection.rules.ts'

let town: TestApp
let elsewhere: TestApp
beforeAll(async () => {
  town = await anApp()
  const { database, clock } = town
  elsewhere = appWith(database, clock, await aCast(database, clock, { slug: 'granby' }))
})

const record = '/dataskydd/registerforteckning'
const page = async (response: Promise<Response>) => (await response).text()
const texts = (fields: readonly string[], text: string) => Object.fromEntries(fields.map((field) => [field, text]))

describe('the record of processing', () => {
  test('is filled with what is there before anybody has written, and says what is missing', async () => {
    const shown = await page(town.get('secretary', record))
    expect(shown).toContain('Omsorgsnämnden, Ekby kommun, kontakt@ekby.example')
    expect(shown).toContain('artikel 6.1 c')
    expect(shown).toMatch(/<dt>Förtroendevalda i nämnden<\/dt><dd>6<\/dd>/)
    expect(shown).toMatch(/<dt>Revisor<\/dt><dd>1<\/dd>/)
    expect(shown).toContain('5 uppgifter är inte ifyllda')
    expect(shown).toContain('Inte ifyllt ännu')
  })

  test('says whether there are protected identities, without a name', async () => {
    const { database, clock, cast } = town
    const line = (answer: string) => `<dt>Finns personer med skyddade personuppgifter</dt><dd>${answer}</dd>`
    expect(await page(town.get('chair', record))).toContain(line('Nej'))
    await database.transaction(cast, async (tx) => {
      await tx.update(person).set({ protectedSince: clock.now() }).where(eq(person.id, cast.people.david))
    })
    const shown = await page(town.get('chair', record))
    expect(shown).toContain(line('Ja'))
    expect(shown).not.toContain('David')
  })

  test('is saved as versions that stand, and a stale page is refused', async () => {
    const first = { ...texts(recordFields, 'Första texten.'), version: '0' }
    expect((await town.post('administrator', `${record}/andra`, first)).status).toBe(303)
    expect((await town.post('secretary', `${record}/andra`, first)).status).toBe(422)
    const second = { ...texts(recordFields, 'Andra texten.'), officer: 'ombud@ekby.example', version: '1' }
    expect((await town.post('secretary', `${record}/andra`, second)).status).toBe(303)
    const [latest, old] = [
      await page(town.get('auditor', record)),
      await page(town.get('auditor', `${record}?version=1`)),
    ]
    expect([latest.includes('Andra texten.'), latest.includes('Första texten.')]).toEqual([true, false])
    expect([old.includes('Första texten.'), old.includes('Du läser version 1')]).toEqual([true, true])
    expect((await town.get('auditor', `${record}?version=7`)).status).toBe(404)
    expect(await page(elsewhere.get('auditor', record))).not.toContain('Andra texten.')
  })

  test('comes as PDF and as text to edit', async () => {
    const pdf = new Uint8Array(await (await town.get('chair', `${record}/dokument.pdf`)).arrayBuffer())
    expect(new TextDecoder('latin1').decode(pdf)).toContain('%PDF-')
    expect(new TextDecoder('latin1').decode(pdf)).toContain('<pdfaid:part>2</pdfaid:part>')
    const text = await page(town.get('chair', `${record}/dokument.md`))
    expect(text).toMatch(/^# Förteckning över behandling av personuppgifter\n/)
    expect(text).toContain('- **Version**: 2')
  })
})

describe('the impact assessment', () => {
  const assessment = '/dataskydd/konsekvensbedomning'

  test('names the risks of the product, what it does and what the municipality must decide', async () => {
    const shown = await page(town.get('chair', assessment))
    for (const risk of ['text om enskilda', 'små enheter', 'skyddade personuppgifter', 'fel mottagare'])
      expect(shown).toContain(risk)
    expect(shown.split('Vad programmet gör: ').length - 1).toBe(6)
    expect(shown.split('Vad kommunen behöver besluta: ').length - 1).toBe(6)
    expect(shown).toContain('9 uppgifter är inte ifyllda')
  })

  test('keeps what is written and refuses a field that is not its own', async () => {
    const form = { ...texts(assessmentFields, 'Risken är liten.'), version: '0' }
    expect((await town.post('secretary', `${assessment}/andra`, { ...form, officer: 'Fel fält' })).status).toBe(422)
    expect((await town.post('secretary', `${assessment}/andra`, form)).status).toBe(303)
    expect(await page(town.get('chair', assessment))).toContain('Nämndens bedömning: Risken är liten.')
  })

  test.each(['chair', 'auditor', 'anna', 'manager', 'feeOfficer', 'qualityOfficer'] as const)(
    'is not changed by %s',
    async (name) => {
      expect((await town.post(name, `${assessment}/andra`, { version: '1' })).status).toBe(403)
    },
  )
})

describe('the page that everybody may read', () => {
  test('tells of the officer’s contact, what is kept and for how long, from what is there', async () => {
    const shown = await page(town.get('anna', '//ekby/om-personuppgifter'))
    expect(shown).toContain('Dataskyddsombud: ombud@ekby.example')
    expect(shown).toContain('Inga personnummer finns.')
    expect(shown).toContain('Nämnden har inte beslutat om någon gallring.')
    const other = await page(town.get('anna', '//granby/om-personuppgifter'))
    expect(other).toContain('Dataskyddsombudets kontakt är inte inlagd ännu')
    expect(other).not.toContain('ekby')
  })

  test('is shown the way to at the first sign-in', async () => {
    const shown = await page(town.get('bengt', '/'))
    expect(shown).toContain('Så behandlas dina uppgifter')
    expect(shown).toContain('href="/ekby/om-personuppgifter"')
  })
})
