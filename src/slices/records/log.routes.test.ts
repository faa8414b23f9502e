import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { Client } from 'pg'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, testClock } from '../../../tests/support/cast.ts'
import { aTestDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { languages } from '../../kernel/language.ts'
import { appendAudit } from '../../platform/audit.ts'
import { newId } from '../../platform/ids.ts'
import { commandWords, kindWords, subjectWords } from './log-words.texts.ts'

let test: TestDatabase
let ours: TestApp
let neighbours: TestApp
let theirs: TestApp
const visit = newId()

beforeAll(async () => {
  test = await aTestDatabase()
  const { database } = test
  const clock = testClock()
  const cast = await aCast(database, clock)
  ours = appWith(database, clock, cast)
  neighbours = appWith(database, clock, await aCast(database, clock, { beside: cast }))
  theirs = appWith(database, clock, await aCast(database, clock, { slug: 'granby' }))
  for (const { town, what } of [
    { town: ours, what: 'vår egen' },
    { town: neighbours, what: 'grannens' },
    { town: theirs, what: 'granbys' },
  ])
    await note(town, { command: 'visits.book', subject: { type: 'visit', id: visit }, content: { place: what } })
  await note(ours, {
    command: 'visits.answer',
    subject: { type: 'visit', id: visit },
    onBehalfOf: cast.people.bengt,
    content: { answer: 'yes', times: [{ start: '13.00' }] },
  })
  await database.transaction({ municipalityId: cast.municipalityId }, (tx) =>
    appendAudit(tx, [
      {
        municipalityId: cast.municipalityId,
        at: clock.now(),
        command: 'accounts.sign-in-with-code',
        subject: { type: 'person', id: cast.people.anna },
        content: { address: 'kommunens rad' },
      },
    ]),
  )
})

type Noted = Pick<Parameters<typeof appendAudit>[1][number], 'command' | 'subject' | 'content' | 'onBehalfOf'>

function note({ database, clock, cast }: TestApp, noted: Noted) {
  const { municipalityId, committeeId } = cast
  const entry = { municipalityId, committeeId, at: clock.now(), actor: cast.people.anna, ...noted }
  return database.transaction({ municipalityId, committeeId }, (tx) => appendAudit(tx, [entry]))
}

async function asOwner(statement: string) {
  const owner = new Client(test.connections.owner)
  await owner.connect()
  await owner.query(`set session_replication_role = replica; ${statement}`).finally(() => owner.end())
}

async function textOf(town: TestApp, name: CastName, path: string): Promise<string> {
  const answer = await town.get(name, path)
  expect(answer.status).toBe(200)
  return await answer.text()
}

describe('the words of the log', () => {
  it.each(languages)('in %s there are some for every command', (language) => {
    const root = join(import.meta.dirname, '..', '..')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((it) => /(?<!\.test)\.tsx?$/.test(it))
    const names = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/command\(\{\s*name: '([^']+)'/g)].map(
        ([, name = '']) => name,
      ),
    )
    expect(names.length).toBeGreaterThan(80)
    const words = commandWords(language)
    expect([...names, 'access.refused'].filter((name) => words[name] === undefined)).toEqual([])
    const kinds = Object.keys(kindWords(language))
    expect(names.filter((name) => !kinds.includes(name.split('.')[0] ?? ''))).toEqual([])
  })

  it.each(languages)('in %s there are some for everything that a row can be about', (language) => {
    const root = join(import.meta.dirname, '..')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((it) => /\.commands\.ts$/.test(it))
    const types = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/note\(\s*\{ type: '([^']+)'/g)].map(([, type = '']) => type),
    )
    expect(types.length).toBeGreaterThan(30)
    const words = Object.keys(subjectWords(language))
    expect(types.filter((type) => !words.includes(type))).toEqual([])
  })
})

describe('the page of the log', () => {
  it('says in plain words who did what, to what and when, and unfolds the whole content', async () => {
    const page = await textOf(ours, 'auditor', '/logg')
    expect(page).toContain('Bokade ett besök')
    expect(page).toContain('Anna Exempel')
    expect(page).toContain('vår egen')
    expect(page).toMatch(/times 1 start.*13\.00/s)
    expect(page).toContain('6 oktober 2026')
    const english = await (await ours.get('auditor', '/logg', 'en')).text()
    expect(english).toContain('Booked a visit')
  })

  it('marks what was done on behalf of somebody', async () => {
    expect(await textOf(ours, 'auditor', '/logg?slag=visits')).toContain('För Bengt Exempel')
  })

  it('shows what belongs to the municipality itself, marked so, to both committees', async () => {
    for (const town of [ours, neighbours]) {
      const page = await textOf(town, 'administrator', '/logg?slag=accounts')
      expect(page).toContain('kommunens rad')
      expect(page).toContain('Kommunens egen')
    }
  })

  it('shows nothing of another committee or another municipality, however it is asked', async () => {
    for (const path of ['/logg', `/logg?id=${visit}`, '/logg/logg.csv', '/logg/logg.json']) {
      const page = await textOf(ours, 'auditor', path)
      expect(page).toContain('vår egen')
      expect(page).not.toContain('grannens')
      expect(page).not.toContain('granbys')
    }
  })

  it('links to what it is about where the reader may open it', async () => {
    const link = `href="/ekby/namnden/besok/${visit}"`
    expect(await textOf(ours, 'auditor', '/logg?slag=visits')).toContain(link)
    expect(await textOf(ours, 'administrator', '/logg?slag=visits')).not.toContain(link)
  })

  it.each([
    ['a person', () => `person=${ours.cast.people.bengt}`, 'Svarade på en inbjudan', 'Bokade ett besök'],
    ['a kind of event', () => 'slag=accounts', 'Inloggning med kod', 'Bokade ett besök'],
    ['a subject', () => 'arende=person', 'Inloggning med kod', 'Bokade ett besök'],
    ['one thing', () => `id=${visit}`, 'Bokade ett besök', 'Inloggning med kod'],
    ['a period', () => 'fran=2026-10-06&till=2026-10-06', 'Bokade ett besök', 'Ingenting i loggen'],
    ['a period without events', () => 'fran=2026-10-07', 'Ingenting i loggen', 'Bokade ett besök'],
    ['the time before', () => 'till=2026-10-05', 'Ingenting i loggen', 'Bokade ett besök'],
  ])('narrows to %s', async (_what, query, shown, hidden) => {
    const page = await textOf(ours, 'auditor', `/logg?${query()}`)
    const rows = page.slice(page.indexOf('id="handelser"'))
    expect(rows).toContain(shown)
    expect(rows).not.toContain(hidden)
  })

  it('says what is wrong with a day that is none, and minds no other nonsense', async () => {
    const wrong = await ours.get('auditor', '/logg?fran=i+fredags')
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('2026-03-25')])
    await textOf(ours, 'auditor', "/logg?person='--&slag=%25&id=1&fore=-1&arende=<b>")
  })

  it('says of content that was disposed of that it was', async () => {
    const id = newId()
    await note(ours, { command: 'visits.cancel', subject: { type: 'visit', id }, content: { reason: 'ska gallras' } })
    expect(await textOf(ours, 'auditor', `/logg?id=${id}`)).toContain('ska gallras')
    await asOwner(`delete from audit_content c using audit_entry e where e.id = c.entry_id and e.subject_id = '${id}'`)
    const page = await textOf(ours, 'auditor', `/logg?id=${id}`)
    expect(page).not.toContain('ska gallras')
    expect(page).toContain('Innehållet är gallrat.')
  })

  it.each(['secretary', 'chair', 'anna', 'manager', 'feeOfficer', 'qualityOfficer'] as const)(
    'is closed to %s',
    async (name) => {
      for (const path of ['/logg', '/logg/logg.csv', '/logg/logg.json'])
        expect((await ours.get(name, path)).status).toBe(403)
    },
  )
})

describe('the log as a file', () => {
  it('has the same rows for a spreadsheet, with nothing that it would count as a formula', async () => {
    const id = newId()
    await note(ours, { command: 'visits.plan', subject: { type: 'visit', id }, content: {} })
    await asOwner(`update person set name = '=1+1' where id = '${ours.cast.people.david}'`)
    await note(ours, {
      command: 'visits.plan',
      subject: { type: 'visit', id },
      onBehalfOf: ours.cast.people.david,
      content: { place: 'x;y' },
    })
    const rows: readonly string[][] = parse(await textOf(ours, 'auditor', `/logg/logg.csv?id=${id}`), {
      bom: true,
      delimiter: ';',
    })
    expect(rows).toHaveLength(3)
    expect(rows[1]).toEqual(expect.arrayContaining(['Ändrade programmet för ett besök', "'=1+1", '{"place":"x;y"}']))
  })

  it('has the same rows for other programs, with the hash of the chain', async () => {
    const json = JSON.parse(await textOf(ours, 'auditor', `/logg/logg.json?id=${visit}`))
    expect(json).toMatchObject({ format: 'namndkontakt/log@1', complete: true })
    expect(json.entries).toEqual([
      expect.objectContaining({
        command: 'visits.answer',
        onBehalfOf: { id: ours.cast.people.bengt, name: 'Bengt Exempel' },
      }),
      expect.objectContaining({ command: 'visits.book', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    ])
  })
})

describe('the check of the chain', () => {
  const check = '/logg?kontroll=ja'

  it('says how far it is whole, and what is wrong when it is not', async () => {
    expect(await textOf(ours, 'auditor', check)).toMatch(/Kedjan är hel till och med nr [1-9]\d*\./)
    await asOwner(`update audit_entry set command = 'visits.x' where command = 'visits.answer'`)
    const broken = await textOf(ours, 'auditor', check)
    await asOwner(`update audit_entry set command = 'visits.answer' where command = 'visits.x'`)
    expect(broken).toContain('Kedjan är inte hel: kontrollen hittade 1 fel.')
    expect(broken).toMatch(/Nr \d+: raden är ändrad sedan den skrevs\./)
    expect(await textOf(theirs, 'auditor', check)).toContain('Kedjan är hel')
  })
})

describe('what a person is refused', () => {
  const refused = async (town: TestApp, name: CastName) => {
    const { cast } = town
    const query = `slag=access&person=${cast.people[name]}`
    return JSON.parse(await textOf(ours, 'auditor', `/logg/logg.json?${query}`)).entries
  }

  it('is in the log: for want of a permission, of the thing, and from another site, by the route and never the address', async () => {
    expect((await ours.get('bengt', '/lon?hemligt=1')).status).toBe(403)
    expect((await ours.get('bengt', `/besok/${newId()}?hemligt=1`)).status).toBe(404)
    const foreign = { formKey: 'a key of another session' }
    expect((await ours.post('bengt', `/rapporter/${newId()}/lasning`, foreign)).status).toBe(403)
    const rows = await refused(ours, 'bengt')
    expect(rows.map(({ content }: { readonly content: object }) => content)).toEqual([
      expect.objectContaining({ method: 'post', route: '/rapporter/:id/lasning', status: 403 }),
      expect.objectContaining({ method: 'get', route: '/besok/:id', status: 404 }),
      expect.objectContaining({ method: 'get', route: '/lon', status: 403 }),
    ])
    expect(JSON.stringify(rows)).not.toContain('hemligt')
  })

  it('is one row a route and minute, however often it is asked', async () => {
    for (let time = 0; time < 5; time += 1)
      expect((await ours.get('otherManager', `/besok/${newId()}`)).status).toBe(404)
    expect(await refused(ours, 'otherManager')).toHaveLength(1)
  })

  it('in a committee that is not theirs is the municipality’s row, which both committees see', async () => {
    expect((await ours.get('cecilia', `//ekby/grannen/besok/${newId()}`)).status).toBe(404)
    const [row] = await refused(ours, 'cecilia')
    expect(row).toMatchObject({ belongsTo: 'municipality', content: { status: 404 } })
  })
})

describe('a long log', () => {
  afterEach(() => vi.restoreAllMocks())

  it('is read a page at a time from where the one before ended, by as many statements as a short one', async () => {
    const { municipalityId, committeeId } = theirs.cast
    const statements = async (path: string) => {
      const query = vi.spyOn(Client.prototype, 'query')
      const page = await textOf(theirs, 'auditor', path)
      const count = query.mock.calls.length
      query.mockRestore()
      return { page, count }
    }
    await textOf(theirs, 'auditor', '/logg')
    const short = await statements('/logg?slag=visits')
    await asOwner(`
      insert into audit_entry (id, municipality_id, committee_id, seq, at, command, subject_type, subject_id, digest, previous_hash, hash)
      select gen_random_uuid(), '${municipalityId}', '${committeeId}', 100000 + n, now(), 'visits.book', 'visit', gen_random_uuid(), '', '', ''
      from generate_series(1, 10000) n`)
    const long = await statements('/logg')
    expect(long.count).toBe(short.count)
    expect(long.page).toContain('110\u00a0000')
    const older = /href="([^"]*fore=(\d+))"/.exec(long.page)
    expect(older?.[2]).toBe('109951')
    const next = await statements(`/${older?.[1] ?? ''}`)
    expect(next.count).toBe(short.count)
    expect(next.page).toContain('109\u00a0950')
    expect(next.page).not.toContain('109\u00a0951<')
    const all = JSON.parse(await textOf(theirs, 'auditor', '/logg/logg.json?arende=visit'))
    expect(all.entries.length).toBeGreaterThan(10_000)
    expect(new Set(all.entries.map(({ number }: { readonly number: number }) => number)).size).toBe(all.entries.length)
  })
})
