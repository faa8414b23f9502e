import { sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { isAllowed } from '../src/kernel/permissions.ts'
import type { Database } from '../src/platform/db/database.ts'
import { pages } from '../src/slices.ts'
import { appWith, type TestApp } from './support/app.ts'
import { aCast, type Cast, type CastName, testClock } from './support/cast.ts'
import { aDatabase } from './support/database.ts'
import { aLife, mark } from './support/life.ts'

const answers = { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' }
/** One of each role, so that whoever may open an address is among them. */
const everyRole: readonly CastName[] = [
  ...(['anna', 'manager', 'secretary', 'chair', 'qualityOfficer', 'feeOfficer', 'administrator', 'auditor'] as const),
]

let database: Database
let ours: TestApp
/** A committee of the same municipality, and one of another: the same life in each. */
let others: readonly { readonly who: string; readonly app: TestApp; readonly ids: readonly string[] }[]
let ownIds: readonly string[]
let statesBefore: unknown

beforeAll(async () => {
  database = await aDatabase()
  const clock = testClock()
  const living = async (options: { readonly slug?: string; readonly beside?: Cast }) => {
    const app = appWith(database, clock, await aCast(database, clock, { answers, ...options }))
    await aLife(app)
    return app
  }
  const before = await idsByTable()
  ours = await living({})
  const withOurs = await idsByTable()
  ownIds = newOf(before, withOurs, (table) => (manySided.has(table) ? 4 : 1))
  const neighbour = await living({ beside: ours.cast })
  const withNeighbour = await idsByTable()
  const theirs = await living({ slug: 'granby' })
  others = [
    { who: 'another committee', app: neighbour, ids: newOf(withOurs, withNeighbour) },
    { who: 'another municipality', app: theirs, ids: newOf(withNeighbour, await idsByTable()) },
  ]
  statesBefore = await states()
}, 120_000)

const states = () => Promise.all([ours, ...others.map(({ app }) => app)].map(stateOf))

type Ids = ReadonlyMap<string, readonly string[]>

/** Every id that is stored, by table. */
async function idsByTable(): Promise<Ids> {
  return database.system(async (tx) => {
    const found = new Map<string, readonly string[]>()
    for (const table of await tablesWith('id')) {
      const { rows } = await tx.execute<{ id: string }>(sql.raw(`select id from ${table} order by id`))
      found.set(
        table,
        rows.map(({ id }) => id),
      )
    }
    return found
  })
}

async function tablesWith(column: string): Promise<readonly string[]> {
  return database.system(async (tx) => {
    const { rows } = await tx.execute<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = ${column}
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity order by 1`)
    return rows.map(({ name }) => name)
  })
}

/** Of these there are some for each unit and person, and within a committee it matters whose they are. */
const manySided = new Set(['visit', 'report', 'claim', 'unit', 'person'])

/** What came since, by default one of each table: an address wants one kind of thing, and has no use for a second. */
function newOf(before: Ids, after: Ids, most: (table: string) => number = () => 1): readonly string[] {
  return [...after].flatMap(([table, ids]) =>
    ids.filter((id) => before.get(table)?.includes(id) !== true).slice(0, most(table)),
  )
}

/** A digest of each table's rows of the committee's people and units, and of the whole other municipality. */
async function stateOf({ cast }: TestApp): Promise<Readonly<Record<string, string>>> {
  const withCommittee = await tablesWith('committee_id')
  return database.system(async (tx) => {
    const state: Record<string, string> = {}
    // The log grows by what is refused, as it must.
    for (const table of withCommittee.filter((name) => name !== 'audit_entry')) {
      const { rows } = await tx.execute(
        sql`select t::text as row from ${sql.raw(table)} t where committee_id = ${cast.committeeId} order by 1`,
      )
      state[table] = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
    }
    return state
  })
}

const routesWithIds = pages.filter(({ path }) => path.includes(':'))

function addressFor(path: string, id: string): string {
  return path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, (part) => (/^:(number|change)/.test(part) ? '1' : id))
}

describe('an address with the id of something foreign', () => {
  it.each(routesWithIds.map((route) => ({ ...route, title: `${route.method} ${route.path}` })))(
    '$title does not find it, whatever it is, and changes nothing',
    async ({ method, path, allow }) => {
      const allowed = everyRole.filter((name) => isAllowed(ours.cast.as(name).roles, allow))
      expect(allowed).not.toEqual([])
      // A form that lacks its fields may come back before anything is looked for.
      const calm = method === 'get' ? [404] : [404, 422]
      for (const { app, ids, who } of others) {
        const word = mark(app.cast.place.committee)
        const asked = ids.map(async (id, index) => {
          const name = allowed[index % allowed.length] ?? 'secretary'
          const answer = await (method === 'get'
            ? ours.get(name, addressFor(path, id))
            : ours.post(name, addressFor(path, id)))
          const tells = word !== mark(ours.cast.place.committee) && (await answer.text()).includes(word)
          return calm.includes(answer.status) && !tells ? [] : [`${who} ${id} as ${name}: ${answer.status}`]
        })
        expect((await Promise.all(asked)).flat()).toEqual([])
      }
    },
    60_000,
  )

  it('and all of that together has written nothing but the log', async () => {
    expect(await states()).toEqual(statesBefore)
  })
})

describe('a form with the id of something foreign in it', () => {
  const foreignForms = (foreign: Cast, own: Cast) =>
    [
      [
        'anna',
        '/besok/nytt',
        { units: foreign.units.solgarden, day: '2026-11-17', start: '13.00', end: '15.00', seen: 'yes' },
      ],
      [
        'secretary',
        '/besok/nytt',
        {
          units: own.units.solgarden,
          day: '2026-11-17',
          start: '13.00',
          end: '15.00',
          seen: 'yes',
          onBehalfOf: foreign.people.anna,
        },
      ],
      [
        'secretary',
        '/uppdrag/nytt',
        {
          personId: foreign.people.anna,
          object: `unit:${own.units.solgarden}`,
          validFrom: '2026-10-10',
          decidedOn: '2026-10-01',
          paragraph: '§ 1',
        },
      ],
      [
        'secretary',
        '/uppdrag/nytt',
        {
          personId: own.people.cecilia,
          object: `unit:${foreign.units.solgarden}`,
          validFrom: '2026-10-10',
          decidedOn: '2026-10-01',
          paragraph: '§ 1',
        },
      ],
      ['anna', '/anknytningar', { unitId: foreign.units.solgarden, kind: 'employed', from: '2026-01-01' }],
      ['secretary', '/riktlinje/utkast/nytt', { base: `version:${foreign.guidelineVersionId}` }],
      [
        'secretary',
        '/riktlinje/provning/ny',
        { guideline: foreign.guidelineVersionId, over: 'past', from: '2026', to: '2026' },
      ],
    ] as const

  it('is answered as if there were no such thing, and changes nothing here or there', async () => {
    const before = await states()
    const answered: string[] = []
    for (const { app, who } of others) {
      for (const [name, path, form] of foreignForms(app.cast, ours.cast)) {
        const answer = await ours.post(name, path, form)
        answered.push(`${who} ${path} ${answer.status === 404 || answer.status === 422 ? 'no' : answer.status}`)
      }
    }
    expect(answered.filter((line) => !line.endsWith(' no'))).toEqual([])
    expect(await states()).toEqual(before)
  })
})

type Seen = { readonly address: string; readonly body: string }

const seenBefore = new Map<CastName, Promise<readonly Seen[]>>()

/** Every page and file that somebody can open, with every id of the own committee. Looked for once each. */
function everythingSeenBy(name: CastName): Promise<readonly Seen[]> {
  const known = seenBefore.get(name) ?? lookAtEverything(name)
  seenBefore.set(name, known)
  return known
}

async function lookAtEverything(name: CastName): Promise<readonly Seen[]> {
  const held = ours.cast.as(name).roles
  const open = pages.filter(({ method, allow }) => method === 'get' && isAllowed(held, allow))
  const addresses = open.flatMap(({ path }) => (path.includes(':') ? ownIds.map((id) => addressFor(path, id)) : [path]))
  const seen: Seen[] = []
  for (const address of addresses) {
    const answer = await ours.get(name, address)
    expect(`${address} ${answer.status >= 500}`).toBe(`${address} false`)
    if (answer.status === 200) seen.push({ address, body: await answer.text() })
  }
  return seen
}

const addressesWith = (seen: readonly Seen[], what: RegExp) =>
  seen.filter(({ body }) => what.test(body)).map(({ address }) => address)

describe('within a committee', () => {
  it('the manager of a unit reads nothing that was written of another, nor of the other unit’s visits', async () => {
    const word = mark('namnden')
    const [one, other] = [await everythingSeenBy('manager'), await everythingSeenBy('otherManager')]
    expect(addressesWith(one, new RegExp(`${word} bjorken`))).toEqual([])
    expect(addressesWith(other, new RegExp(`${word} solgarden`))).toEqual([])
    // The looking itself would notice: each reads what was written of the own unit.
    expect(addressesWith(one, new RegExp(`${word} solgarden`))).not.toEqual([])
    expect(addressesWith(other, new RegExp(`${word} bjorken`))).not.toEqual([])
  }, 120_000)

  it('the manager of a private provider’s unit is shown no other unit at all', async () => {
    const seen = await everythingSeenBy('privateManager')
    expect(addressesWith(seen, /Ängen/)).not.toEqual([])
    expect(addressesWith(seen, /Solgården|Björken/)).toEqual([])
  }, 120_000)

  it('a unit manager never sees an amount of anybody’s fee', async () => {
    const amount = /\d[\d\u00a0 ]*(?:,\d\d)?\u00a0kr/
    const rules = /^\/riktlinje/
    const seen = await everythingSeenBy('manager')
    expect(addressesWith(seen, amount).filter((address) => !rules.test(address))).toEqual([])
    // The looking itself would notice: amounts are there, and are written so.
    expect(await (await ours.get('secretary', '/arvoden')).text()).toMatch(amount)
  }, 120_000)

  it('a politician opens no claim of another', async () => {
    const { rows } = await database.system((tx) =>
      tx.execute<{ id: string }>(
        sql`select id from claim where committee_id = ${ours.cast.committeeId} and person_id <> ${ours.cast.people.anna}`,
      ),
    )
    expect(rows.length).toBeGreaterThan(2)
    const statuses = await Promise.all(rows.map(async ({ id }) => (await ours.get('anna', `/arvoden/${id}`)).status))
    expect(new Set(statuses)).toEqual(new Set([404]))
  })
})
