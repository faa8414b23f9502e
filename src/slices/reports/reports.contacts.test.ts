import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { withContacts } from './reports.contacts.rules.ts'
import { contactLine } from './reports.contacts.texts.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})

const pageOf = async (response: Promise<Response>) => (await response).text()

const note = (name: CastName, subject: string, more: Readonly<Record<string, string>> = {}) =>
  town.post(name, '/kontakter/ny', {
    kind: 'relative',
    where: `unit:${town.cast.units.solgarden}`,
    day: '2026-10-03',
    subject,
    referredTo: '',
    referredOther: 'enhetens chef',
    ...more,
  })

async function aDraft(day: string, who: readonly CastName[]): Promise<string> {
  const { database, cast } = town
  const visitId = await aHeldVisit(database, cast, {
    day,
    unitId: cast.units.solgarden,
    who: who.map((name) => cast.people[name]),
  })
  const response = await town.post(who[0] ?? 'anna', `/rapporter/besok/${visitId}`)
  return new URL(response.headers.get('location') ?? '', 'http://localhost').pathname.replace('/ekby/namnden', '')
}

/** The contacts that the draft offers, by what they are about. */
async function offered(draft: string, name: CastName): Promise<Readonly<Record<string, string>>> {
  const page = await pageOf(town.get(name, draft))
  const found = page.matchAll(/name="contact" value="([0-9a-f-]{36})"[^>]*\/><label[^>]*>([^<]+)</g)
  return Object.fromEntries([...found].map(([, id = '', about = '']) => [about, id]))
}

const freeText = async (draft: string, name: CastName) =>
  /<textarea[^>]*name="text\.fritt"[^>]*>([^<]*)</.exec(await pageOf(town.get(name, draft)))?.[1]?.trim()

describe('a contact in the next report (SNB-01)', () => {
  test('the author’s own about the unit or its area are offered, nobody else’s and none about another unit', async () => {
    await note('anna', 'Maten är kall')
    await note('anna', 'Området är mörkt', { where: `area:${town.cast.areaId}` })
    await note('anna', 'Om Björken', { where: `unit:${town.cast.units.bjorken}` })
    await note('anna', 'Om inget särskilt', { where: 'none' })
    await note('bengt', 'Bengts egen')
    const draft = await aDraft('2026-04-01', ['anna', 'bengt'])
    expect(Object.keys(await offered(draft, 'anna')).toSorted()).toEqual(['Maten är kall', 'Området är mörkt'])
    expect(Object.keys(await offered(draft, 'bengt'))).toEqual(['Bengts egen'])
  })

  test('is written last in the free text beside what was typed, linked, and offered no more', async () => {
    const draft = await aDraft('2026-04-02', ['anna'])
    const { 'Maten är kall': food = '' } = await offered(draft, 'anna')
    const form = { version: '1', next: 'take', 'text.fritt': 'Ett lugnt besök.', contact: food }
    const saved = await town.post('anna', draft, form)
    expect(saved.headers.get('location')).toContain('?sparat=take')
    expect(await freeText(draft, 'anna')).toBe(
      'Ett lugnt besök.\n\nKontakter utanför besöket:\n– 3 oktober 2026, en anhörig, Solgården: Maten är kall. Hänvisad till enhetens chef.',
    )
    expect(Object.keys(await offered(draft, 'anna'))).toEqual(['Området är mörkt'])
    const page = await pageOf(town.get('anna', `${draft}?sparat=take`))
    expect(page).toContain('Kontakterna står nu i rapporten')
    expect(page).toContain('Redan med i rapporten')
    const list = await pageOf(town.get('anna', '/kontakter'))
    expect(list).toContain('Med i rapport')
    expect(list).not.toContain(`/kontakter/${food}"`)
    const changed = await town.post('anna', `/kontakter/${food}`, {
      kind: 'user',
      where: 'none',
      day: '2026-10-03',
      subject: 'Annat',
      version: '2',
    })
    expect([changed.status, await changed.text()]).toEqual([
      422,
      expect.stringContaining('Kontakten står i en rapport'),
    ])
    expect((await town.post('anna', `/kontakter/${food}/ta-bort`, { version: '2' })).status).toBe(422)
  })

  test('a tick counts whatever button is pressed', async () => {
    const draft = await aDraft('2026-04-03', ['anna'])
    const { 'Området är mörkt': area = '' } = await offered(draft, 'anna')
    const saved = await town.post('anna', draft, { version: '1', next: 'sign', contact: area })
    expect(saved.headers.get('location')).toContain('?sparat=sign')
    expect(await freeText(draft, 'anna')).toContain('– 3 oktober 2026, en anhörig, Kultur: Området är mörkt.')
  })

  test('two authors take up theirs one after the other, from pages of the same moment', async () => {
    await note('anna', 'Annas nya')
    const draft = await aDraft('2026-04-04', ['anna', 'bengt'])
    const { 'Annas nya': annas = '' } = await offered(draft, 'anna')
    const { 'Bengts egen': bengts = '' } = await offered(draft, 'bengt')
    const shown = { version: '1', next: 'take', 'text.fritt': '', 'was.text.fritt': textTag('') }
    expect((await town.post('anna', draft, { ...shown, contact: annas })).status).toBe(303)
    expect((await town.post('bengt', draft, { ...shown, contact: bengts })).status).toBe(303)
    expect((await freeText(draft, 'anna'))?.split('\n').slice(1)).toEqual([
      '– 3 oktober 2026, en anhörig, Solgården: Annas nya. Hänvisad till enhetens chef.',
      '– 3 oktober 2026, en anhörig, Solgården: Bengts egen. Hänvisad till enhetens chef.',
    ])
  })

  test('is taken up by one report alone, even when two are saved at the same moment', async () => {
    await note('anna', 'Bara en gång')
    const drafts = [await aDraft('2026-04-07', ['anna']), await aDraft('2026-04-08', ['anna'])]
    const { 'Bara en gång': once = '' } = await offered(drafts[0] ?? '', 'anna')
    const answers = await Promise.all(
      drafts.map((draft) => town.post('anna', draft, { version: '1', next: 'take', contact: once })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
    const refused = answers.find(({ status }) => status === 422)
    expect(await refused?.text()).toContain('Någon av kontakterna är redan med i en rapport.')
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute(sql`select count(*)::int as count from report_contact where contact_id = ${once}::uuid`),
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  test('nobody takes up another’s, nor one about a unit that was not visited', async () => {
    const draft = await aDraft('2026-04-09', ['bengt'])
    await note('anna', 'Annas om Solgården')
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute<{ id: string }>(
        sql`select id from outside_contact where subject in ('Annas om Solgården', 'Om Björken') order by subject`,
      ),
    )
    for (const { id } of rows) {
      const answer = await town.post('bengt', draft, { version: '1', next: 'take', contact: id })
      expect(answer.status).toBe(422)
    }
    expect(rows).toHaveLength(2)
    const odd = await town.post('bengt', draft, { version: '1', next: 'take', contact: 'inget id' })
    expect(odd.status).toBe(422)
  })

  test('a text that would grow too long is refused, and nothing is taken up', async () => {
    await note('anna', 'För långt')
    const draft = await aDraft('2026-04-10', ['anna'])
    const { 'För långt': contact = '' } = await offered(draft, 'anna')
    const answer = await town.post('anna', draft, {
      version: '1',
      next: 'take',
      'text.fritt': 'å'.repeat(299_990),
      contact,
    })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('längre än 300 000 tecken')])
    expect(Object.keys(await offered(draft, 'anna'))).toContain('För långt')
  })

  test('the secretary who writes for somebody who has phoned takes up that author’s', async () => {
    const draft = await aDraft('2026-04-13', ['anna'])
    const id = draft.split('/')[2] ?? ''
    const at = `/rapporter/${id}/at/${town.cast.people.anna}`
    const { 'För långt': contact = '' } = await offered(at, 'secretary')
    const saved = await town.post('secretary', at, { version: '1', next: 'take', calledOn: '2026-10-06', contact })
    expect(saved.status).toBe(303)
    expect(await freeText(draft, 'anna')).toContain('För långt.')
  })
})

describe('the lines', () => {
  const contact = {
    day: dayFromIso('2026-10-03'),
    kind: 'user',
    where: '',
    subject: 'Första\nAndra!',
    referredTo: '',
  } as const

  test('are one sentence each', () => {
    expect(contactLine(contact)).toBe('3 oktober 2026, en brukare: Första Andra!')
  })

  test('a list with something written after it is not added to', () => {
    const written = 'Rubrik:\n– ett\n\nOch så åkte vi hem.'
    expect(withContacts(written, 'Rubrik:', ['två'])).toBe('Rubrik:\n– ett\n\nOch så åkte vi hem.\n\nRubrik:\n– två')
  })
})
