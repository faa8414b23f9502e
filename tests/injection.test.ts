import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../src/platform/ids.ts'
import { pages, publicPages } from '../src/slices.ts'
import { aForm, appWith, type TestApp } from './support/app.ts'
import { aCast, type CastName, testClock } from './support/cast.ts'
import { aTestDatabase, type TestDatabase } from './support/database.ts'
import { type FoundForm, formsOf, plausible } from './support/forms.ts'
import { withOwner } from './support/global-setup.ts'
import { aLife } from './support/life.ts'
import { kindOf, walked } from './support/walk.ts'

const minutes = 60_000
let town: TestApp
let connections: TestDatabase['connections']
beforeAll(async () => {
  const made = await aTestDatabase()
  const clock = testClock()
  connections = made.connections
  town = appWith(
    made.database,
    clock,
    await aCast(made.database, clock, { answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } }),
  )
  // So that there are visits, reports, claims and drafts to write in.
  await aLife(town)
})

/** Whatever is asked, the answer is ours: no fault, nothing of the attack in a header, no mark of it in the page. */
async function calm(answer: Response): Promise<readonly string[]> {
  const page = await answer.text()
  const faults = [
    answer.status >= 500 && `answered ${answer.status}`,
    answer.headers.has('x-planted') && 'has the header that was planted',
    /(?:^|,|\s)planted=/.test(answer.headers.getSetCookie().join()) && 'has the cookie that was planted',
    /root:.*:0:0:/.test(page) && 'shows a file of the computer',
    page.includes('<script>alert') && 'has the script that was planted',
    page.includes('<img src=x') && 'has the picture that was planted',
  ]
  return faults.filter((fault) => typeof fault === 'string')
}

const attacks: readonly (readonly [string, string])[] = [
  ['the way up', '..%2f..%2f..%2f..%2fetc%2fpasswd'],
  ['the way up, backwards', '..%5c..%5c..%5cetc%5cpasswd'],
  ['the way up, written twice', '%252e%252e%252f%252e%252e%252fetc%252fpasswd'],
  ['the way up, overlong', '%c0%ae%c0%ae%c0%af%c0%ae%c0%ae%c0%afetc%c0%afpasswd'],
  ['a new header', 'a%0d%0aX-Planted:%20yes%0d%0aSet-Cookie:%20planted=1'],
  ['the character 0', '%00'],
  ['half a letter', '%e5%a'],
  ['half a surrogate pair', '%ed%a0%80'],
  ['a script', '%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27%3E%3Cimg%20src=x%20onerror=alert(1)%3E'],
  ['a query of SQL', "1'%20or%20'1'='1'--"],
  ['a very long value', 'a'.repeat(6000)],
  ['a number without end', '9'.repeat(400)],
  ['the name of everything', '__proto__'],
]

describe('in every part of an address', () => {
  const places = [
    ...pages.map(({ method, path }) => ({ method, path: `/ekby/namnden${path}` })),
    ...publicPages.map(({ method, path }) => ({ method, path })),
  ]

  it.each(attacks)('%s gets a calm page', { timeout: 5 * minutes }, async (_what, value) => {
    const faults: string[] = []
    for (const { method, path } of places) {
      if (!path.includes(':')) continue
      const address = path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, value)
      const answer =
        method === 'get' ? await town.get('secretary', `/${address}`) : await town.post('secretary', `/${address}`)
      faults.push(...(await calm(answer)).map((fault) => `${method} ${path} ${fault}`))
    }
    expect(faults).toEqual([])
  })

  it.each(attacks)('%s in a query gets a calm page', { timeout: 5 * minutes }, async (_what, value) => {
    const query = queryNames()
      .map((name) => `${name}=${value}`)
      .join('&')
    const faults: string[] = []
    for (const { method, path } of places) {
      if (method !== 'get' || path.includes(':')) continue
      faults.push(...(await calm(await town.get('secretary', `/${path}?${query}`))).map((fault) => `${path} ${fault}`))
    }
    expect(faults).toEqual([])
  })
})

/** Every name that a route asks the query for. */
function queryNames(): readonly string[] {
  const folder = fileURLToPath(new URL('../src/slices/', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const found = files.flatMap((file) =>
    [...readFileSync(`${folder}${file}`, 'utf8').matchAll(/\bquery\('([\wåäö-]+)'\)/g)].map(([, name = '']) => name),
  )
  return [...new Set(found)]
}

describe('where a form says where to go afterwards', () => {
  it.each([
    'https://ond.example/',
    '//ond.example/',
    '/\\ond.example/',
    '\\\\ond.example',
    '/\t/ond.example',
    'javascript:alert(1)',
    'data:text/html,hej',
    '/ekby\r\nX-Planted: yes',
    '/%0d%0aX-Planted: yes',
    '/ekby/\u0000hjalp',
    '/ekby/\ud800hjalp',
    '/ekby/hjälp?ord=✓',
    `/${'a'.repeat(20_000)}`,
  ])('%j leads nowhere but to our own pages', async (returnTo) => {
    const answer = await town.app.request('/sprak', aForm({ language: 'sv', returnTo }))
    expect(await calm(answer)).toEqual([])
    expect(answer.headers.get('location')).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
    const { origin } = new URL(answer.headers.get('location') ?? '', 'http://localhost')
    expect(origin).toBe('http://localhost')
  })

  it('a slash at the end leads to our own host', async () => {
    const answer = await town.app.request('http://localhost//ond.example/')
    const location = answer.headers.get('location')
    expect(new URL(location ?? '/', 'http://localhost').origin).toBe('http://localhost')
  })
})

describe('the name of a file', () => {
  it.each([
    '"../../etc/passwd\\r\\nX-Planted: yes"',
    '"a\\u0000b\\u001b[2J"',
    '"ö\'()*!;filename=x.exe"',
    `"${'å'.repeat(3000)}"`,
  ])('%s is a name in one header and nothing else', async (id) => {
    const body = new FormData()
    body.append('base', 'file')
    body.append(
      'file',
      new Blob([`format: namndkontakt/guideline@1\nid: ${id}\ntitle: Prov\n`]),
      '../riktlinje\r\nX-Planted: yes.yaml',
    )
    const begun = await town.post('secretary', '/riktlinje/utkast/nytt', body)
    expect(begun.status).toBe(303)
    const { pathname } = new URL(begun.headers.get('location') ?? '', 'http://localhost')
    const file = await town.get('secretary', `/${pathname}/fil`)
    expect(await calm(file)).toEqual([])
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.~%-]+$/)
  })
})

const markup = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
/** Fields that take a day, a time or a number keep the rest of the form from being saved when they hold anything else. */
const isShort = /day|date|from|until|time|minutes|hours|amount|count|year|most|least|number/i

const known = { id: newId(), number: 987_654_321 }
/** These end the session or take away what the others are tried on. */
const isLast = /logga-ut|avsluta|borttagning|angra/

/** What nobody may decide by a form. */
const planted = {
  ...{
    id: known.id,
    municipalityId: known.id,
    municipality_id: known.id,
    committeeId: known.id,
    committee_id: known.id,
  },
  ...{ actorId: known.id, ownerId: known.id, approvedBy: known.id, createdBy: known.id, savedBy: known.id },
  ...{ amount: String(known.number), ore: String(known.number), seq: String(known.number) },
  ...{ isDemo: 'true', roles: 'administrator' },
}

type How = 'as it is' | 'with markup everywhere' | 'with markup in running text'
/** The markup comes first: what is taken as it is changes what the form is about. */
const everyHow: readonly How[] = ['with markup in running text', 'with markup everywhere', 'as it is']

function filled({ fields }: FoundForm, how: How): Record<string, string[]> {
  const form: Record<string, string[]> = {}
  for (const { name, kind, value } of fields) {
    const own = kind === 'text' && value === '' ? plausible(name) : value
    const isMarkup = how === 'with markup everywhere' || (how === 'with markup in running text' && !isShort.test(name))
    form[name] = [...(form[name] ?? []), kind === 'text' && isMarkup ? markup : own]
  }
  return form
}

const roles: readonly CastName[] = ['secretary', 'anna', 'manager', 'chair', 'feeOfficer', 'administrator']

describe('markup in every text field, and fields that no form has', () => {
  it('come out as text, and change nothing that is not the form’s', { timeout: 10 * minutes }, async () => {
    const faults: string[] = []
    const sent = new Set<string>()
    for (const name of roles) {
      for (const [address, page] of await walked(town, name)) {
        for (const form of formsOf(page)) {
          const kind = `${name} ${kindOf(form.action)} ${form.fields.map((it) => it.name).join()}`
          if (sent.has(kind) || isLast.test(form.action)) continue
          sent.add(kind)
          for (const how of everyHow) {
            // A form that knows its fields refuses the others, and would not look at the markup: each is sent alone.
            const others = how === 'as it is' ? planted : {}
            const answer = await town.post(name, `/${form.action}`, { ...others, ...filled(form, how) })
            // Otherwise the session is over, and nothing is tried any more.
            expect(answer.headers.get('location') ?? '').not.toContain('/prova')
            faults.push(...(await calm(answer)).map((fault) => `${name} ${address} → ${form.action}: ${fault}`))
          }
        }
      }
    }
    expect(faults).toEqual([])
    expect(sent.size).toBeGreaterThan(30)

    for (const name of roles) {
      const again = await walked(town, name)
      const shown = [...again].filter(([, page]) => page.includes('<script>alert') || page.includes('<img src=x'))
      expect(shown.map(([address]) => address)).toEqual([])
    }
    const stored = await withOwner(connections.owner, (owner) => whereStored(owner))
    expect(stored.planted).toEqual([])
    // It came as far as the database in many places: visits, reports' secrecy, claims, corrections, letters, the log.
    expect(stored.markup.length).toBeGreaterThanOrEqual(12)
  })
})

type Owner = Parameters<Parameters<typeof withOwner>[1]>[0]

/** Returns the columns that hold what was planted, and those that hold the markup. */
async function whereStored(owner: Owner) {
  const { rows: columns } = await owner.query<{ table_name: string; column_name: string; data_type: string }>(
    `select table_name, column_name, data_type from information_schema.columns
     where table_schema = 'public' and data_type in ('uuid', 'integer', 'bigint', 'text', 'jsonb')
       and table_name in (select tablename from pg_tables where schemaname = 'public')`,
  )
  const found = { planted: [] as string[], markup: [] as string[] }
  for (const { table_name: table, column_name: column, data_type: type } of columns) {
    const isText = type === 'text' || type === 'jsonb'
    const what = isText ? '%<script>alert(1)%' : type === 'uuid' ? known.id : known.number
    const condition = isText ? `"${column}"::text like $1` : `"${column}" = $1`
    const { rowCount } = await owner.query(`select from "${table}" where ${condition} limit 1`, [what])
    if (rowCount !== 0) found[isText ? 'markup' : 'planted'].push(`${table}.${column}`)
  }
  return found
}
