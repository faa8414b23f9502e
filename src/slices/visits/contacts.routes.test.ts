import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'

let town: TestApp

beforeEach(async () => {
  town = await anApp({ guideline: 'socialnamnden-kontaktpolitiker-snb' })
})

const pageOf = async (response: Promise<Response>) => (await response).text()
const textOf = async (response: Promise<Response>) =>
  (await pageOf(response)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const contact = (more: Readonly<Record<string, string>> = {}) => ({
  kind: 'relative',
  where: `unit:${town.cast.units.solgarden}`,
  day: '2026-10-05',
  subject: 'Maten är kall på kvällen',
  referredTo: 'socialchefen',
  referredOther: '',
  ...more,
})

const note = async (name: CastName, more?: Readonly<Record<string, string>>) =>
  town.post(name, '/kontakter/ny', contact(more))

async function idOf(name: CastName): Promise<string> {
  return /\/kontakter\/([0-9a-f-]{36})/.exec(await pageOf(town.get(name, '/kontakter')))?.[1] ?? ''
}

describe('noting a contact', () => {
  test('SNB-01: the form is ready for a phone in the hand: today, the own unit, and the guide to choose from', async () => {
    const page = await pageOf(town.get('anna', '/kontakter/ny'))
    expect(page).toContain('value="2026-10-06"')
    expect(page).toMatch(/<option value="unit:[^"]+" selected>Solgården/)
    expect(page.indexOf('>Solgården<')).toBeLessThan(page.indexOf('>Björken<'))
    expect(page).toContain('<option value="socialchefen">Socialchefen')
    expect(page).toContain('Inga namn, personnummer, telefonnummer eller adresser')
  })

  test('it stands in the own list and in the log, without its words', async () => {
    expect((await note('anna')).headers.get('location')).toBe('/ekby/namnden/kontakter?klart=noted')
    const text = await textOf(town.get('anna', '/kontakter?klart=noted'))
    expect(text).toContain('Tack, kontakten är antecknad.')
    expect(text).toContain('Maten är kall på kvällen')
    expect(text).toContain('socialchefen')
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute(
        sql`select c.content from audit_entry e join audit_content c on c.entry_id = e.id where e.command = 'visits.note-contact'`,
      ),
    )
    expect(rows).toEqual([{ content: { kind: 'relative' } }])
  })

  test.each([
    [{ subject: 'Ring Eva, 070-123 45 67' }, 'Ta bort det som ser ut som ett telefonnummer.'],
    [{ subject: 'Gäller 650312-1234' }, 'Ta bort det som ser ut som ett personnummer.'],
    [{ referredOther: 'chef@ekby.example' }, 'Ta bort e-postadressen.'],
    [{ subject: ' ' }, 'Skriv kort vad det gällde.'],
    [{ subject: 'å'.repeat(1001) }, 'Texten får vara högst 1 000 tecken.'],
    [{ kind: 'granne' }, 'Välj vem som hörde av sig.'],
    [{ where: '' }, 'Välj en enhet, eller att det inte gäller någon särskild.'],
    [{ where: 'unit:0198f6a2-0000-7000-8000-000000000000' }, 'Välj en enhet'],
    [{ day: '2026-10-07' }, 'Dagen har inte varit än.'],
    [{ day: '2006-10-05' }, 'Dagen ligger mer än ett år tillbaka.'],
    [{ day: '5/10' }, 'Skriv dagen som år, månad och dag'],
  ])('%j is answered in one sentence, and what was typed is kept', async (wrong, sentence) => {
    const answer = await note('anna', wrong)
    const page = await answer.text()
    expect([answer.status, page]).toEqual([422, expect.stringContaining(sentence)])
    expect(page).toContain('<option value="socialchefen" selected>')
    expect(await textOf(town.get('anna', '/kontakter'))).toContain('Du har inte antecknat någon kontakt')
  })

  test('a field of somebody else’s making is refused', async () => {
    const answer = await note('anna', { personId: town.cast.people.bengt })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('gick inte att läsa')])
  })

  test('the secretary, who was not contacted, notes none', async () => {
    expect((await note('secretary')).status).toBe(403)
  })
})

describe('reading contacts', () => {
  test('a politician sees the own ones and the committee’s numbers; those who follow up see all, with who noted', async () => {
    await note('anna')
    await note('bengt', { subject: 'Bussen slutar gå', kind: 'organisation', where: 'none' })
    const own = await textOf(town.get('anna', '/kontakter'))
    expect(own).toContain('Maten är kall')
    expect(own).not.toContain('Bussen slutar gå')
    expect(own).toContain('I hela nämnden 2026')
    expect(own).toMatch(/Anhöriga 1 .*Föreningar 1/)
    for (const name of ['secretary', 'chair', 'qualityOfficer', 'auditor'] as const) {
      const all = await textOf(town.get(name, '/kontakter'))
      expect(all).toContain('Maten är kall')
      expect(all).toContain('Bussen slutar gå')
      expect(all).toContain('Bengt Exempel')
    }
    for (const name of ['manager', 'feeOfficer', 'administrator'] as const)
      expect((await town.get(name, '/kontakter')).status).toBe(403)
  })

  test('is filtered by period, unit and kind', async () => {
    await note('anna')
    await note('cecilia', {
      subject: 'Ny aktivitet önskas',
      kind: 'user',
      where: `unit:${town.cast.units.bjorken}`,
      day: '2026-09-01',
    })
    const shown = async (query: string) => textOf(town.get('secretary', `/kontakter?${query}`))
    expect(await shown('fran=2026-10-01')).not.toContain('Ny aktivitet')
    expect(await shown('till=2026-09-30')).not.toContain('Maten')
    expect(await shown(`enhet=unit:${town.cast.units.bjorken}`)).not.toContain('Maten')
    expect(await shown('slag=user')).toContain('Ny aktivitet')
    expect(await shown('slag=organisation')).toContain('Ingen kontakt passar in')
    const wrong = await town.get('secretary', '/kontakter?fran=igår')
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Skriv dagen som år')])
  })

  test('another politician finds nothing by its id', async () => {
    await note('anna')
    expect((await town.get('bengt', `/kontakter/${await idOf('anna')}`)).status).toBe(404)
  })
})

describe('changing a contact', () => {
  test('the one who noted it changes it and takes it away; a page that is older is refused', async () => {
    await note('anna')
    const id = await idOf('anna')
    expect(await pageOf(town.get('anna', `/kontakter/${id}`))).toContain('<option value="socialchefen" selected>')
    const changed = contact({
      subject: 'Maten är kall varje kväll',
      referredTo: '',
      referredOther: 'köket',
      version: '1',
    })
    expect((await town.post('anna', `/kontakter/${id}`, changed)).status).toBe(303)
    const text = await textOf(town.get('anna', '/kontakter'))
    expect(text).toContain('Maten är kall varje kväll')
    expect(text).toContain('köket')
    const stale = await town.post('anna', `/kontakter/${id}`, { ...changed, subject: 'Något annat' })
    expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('har ändrats på en annan sida')])
    const staleRemoval = await town.post('anna', `/kontakter/${id}/ta-bort`, { version: '1' })
    expect(staleRemoval.status).toBe(422)
    expect((await town.post('anna', `/kontakter/${id}/ta-bort`, { version: '2' })).status).toBe(303)
    expect(await textOf(town.get('anna', '/kontakter'))).toContain('Du har inte antecknat någon kontakt')
  })

  test('nobody else does', async () => {
    await note('anna')
    const id = await idOf('anna')
    expect((await town.post('bengt', `/kontakter/${id}`, contact({ version: '1' }))).status).toBe(404)
    expect((await town.post('secretary', `/kontakter/${id}/ta-bort`, { version: '1' })).status).toBe(403)
  })
})

test('the way there goes by the visits and the start page, not by a menu of its own', async () => {
  expect(await pageOf(town.get('anna', '/besok'))).toContain('href="/ekby/namnden/kontakter"')
  const start = await pageOf(town.get('anna', '/'))
  expect(start).toContain('href="/ekby/namnden/kontakter/ny"')
  expect(start).toContain('Har någon hört av sig?')
})
