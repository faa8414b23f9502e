import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { isAllowed } from '../src/kernel/permissions.ts'
import { pages } from '../src/slices.ts'
import type { TestApp } from './support/app.ts'
import { type CastName, oneOfEachRole } from './support/cast.ts'
import { eightAtATime } from './support/at-a-time.ts'
import { mark } from './support/life.ts'
import { aNeighbourhood, type Neighbourhood, someOf } from './support/neighbours.ts'

let town: Neighbourhood
let ours: TestApp
let ownIds: readonly string[]
let stateBefore: unknown

beforeAll(async () => {
  town = await aNeighbourhood()
  ours = town.ours
  ownIds = someOf(town.ownIds, (table) => (manySided.has(table) ? 4 : 1))
  stateBefore = await town.state()
}, 120_000)

/** Of these there are some for each unit and person, and within a committee it matters whose they are. */
const manySided = new Set(['visit', 'report', 'claim', 'unit', 'person'])

const routesWithIds = pages.filter(({ path }) => path.includes(':'))

function addressFor(path: string, id: string): string {
  return path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, (part) => (/^:(number|change)/.test(part) ? '1' : id))
}

describe('an address with the id of something foreign', () => {
  it.each(routesWithIds.map((route) => ({ ...route, title: `${route.method} ${route.path}` })))(
    '$title does not find it, whatever it is, and changes nothing',
    async ({ method, path, allow }) => {
      const allowed = oneOfEachRole.filter((name) => isAllowed(ours.cast.as(name).roles, allow))
      expect(allowed).not.toEqual([])
      // A form that lacks its fields may come back before anything is looked for.
      const calm = method === 'get' ? [404] : [404, 422]
      for (const { app, ids, who } of town.others) {
        const word = mark(app.cast.place)
        const asked = someOf(ids).map(async (id, index) => {
          const name = allowed[index % allowed.length] ?? 'secretary'
          const answer = await (method === 'get'
            ? ours.get(name, addressFor(path, id))
            : ours.post(name, addressFor(path, id)))
          const tells = (await answer.text()).includes(word)
          return calm.includes(answer.status) && !tells ? [] : [`${who} ${id} as ${name}: ${answer.status}`]
        })
        expect((await Promise.all(asked)).flat()).toEqual([])
      }
    },
    60_000,
  )

  it('and all of that together has written nothing but the log', async () => {
    expect(await town.state()).toEqual(stateBefore)
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
  const answers = await eightAtATime(addresses, async (address) => {
    const answer = await ours.get(name, address)
    return { address, status: answer.status, body: answer.status === 200 ? await answer.text() : '' }
  })
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  return answers.filter(({ status }) => status === 200)
}

const addressesWith = (seen: readonly Seen[], what: RegExp) =>
  seen.filter(({ body }) => what.test(body)).map(({ address }) => address)

describe('within a committee', () => {
  it('the manager of a unit reads nothing that was written of another, nor of the other unit’s visits', async () => {
    const word = mark(ours.cast.place)
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
    const { rows } = await ours.database.system((tx) =>
      tx.execute<{ id: string }>(
        sql`select id from claim where committee_id = ${ours.cast.committeeId} and person_id <> ${ours.cast.people.anna}`,
      ),
    )
    expect(rows.length).toBeGreaterThan(2)
    const statuses = await Promise.all(rows.map(async ({ id }) => (await ours.get('anna', `/arvoden/${id}`)).status))
    expect(new Set(statuses)).toEqual(new Set([404]))
  })
})
