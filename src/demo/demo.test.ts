import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SQL, sql } from 'drizzle-orm'
import { aDatabase } from '../../tests/support/database.ts'
import { type Day, dayFromIso } from '../kernel/date.ts'
import { verifyLogs } from '../platform/audit-verification.ts'
import type { Database } from '../platform/db/database.ts'
import { createTypesetter } from '../platform/documents/typst.ts'
import { claimStates } from '../slices/claims/index.ts'
import { handlers } from '../slices.ts'
import { buildDemonstration, isEmpty } from './index.ts'

const typesetter = createTypesetter()
const anAutumnDay = dayFromIso('2026-11-22')
const aFebruaryDay = dayFromIso('2027-02-28')
const minute = 60_000

let database: Database
let another: Database
let inFebruary: Database
/** What a build that was stopped in the middle of two committees had left. */
let left: { readonly municipalities: readonly unknown[]; readonly isEmpty: boolean }

async function built(today: Day): Promise<Database> {
  const fresh = await aDatabase()
  await buildDemonstration({ database: fresh, typesetter, publicUrl: 'http://localhost:3000', today, handlers })
  return fresh
}

/** The first attempt stops in the middle of two committees, as if the program had been killed there. */
async function builtInTwoGoes(today: Day): Promise<Database> {
  const fresh = await aDatabase()
  const building = { database: fresh, typesetter, publicUrl: 'http://localhost:3000', today }
  const killed = { name: 'killed', on: 'visits.extra-decided', handle: () => Promise.reject(new Error('killed')) }
  await buildDemonstration({ ...building, handlers: (given) => [...handlers(given), killed] }).catch(() => undefined)
  left = {
    municipalities: await valuesOf(fresh, sql`select slug from municipality order by 1`),
    isEmpty: await isEmpty(fresh),
  }
  await buildDemonstration({ ...building, handlers })
  return fresh
}

async function rows(from: Database, query: SQL): Promise<readonly Record<string, unknown>[]> {
  return (await from.system((tx) => tx.execute(query))).rows
}

/** How many visits, claims and reports there are by committee and state, and how much else there is. */
function tally(from: Database): Promise<readonly Record<string, unknown>[]> {
  return rows(
    from,
    sql`
      select c.slug || ' visit ' || m.slug || ' ' || v.state as what, count(*)::int from visit v join committee c on c.id = v.committee_id
        join municipality m on m.id = v.municipality_id group by 1
      union all select 'claim ' || m.slug || ' ' || c.state, count(*)::int from claim c join municipality m on m.id = c.municipality_id group by 1
      union all select 'report ' || m.slug || ' ' || r.form || ' ' || r.state, count(*)::int from report r join municipality m on m.id = r.municipality_id group by 1
      union all select 'amount', sum(amount)::int from payroll_row
      union all select 'mail', count(*)::int from outgoing_mail
      union all select 'log', count(*)::int from audit_entry order by 1`,
  )
}

async function valuesOf(from: Database, query: SQL): Promise<readonly unknown[]> {
  return (await rows(from, query)).map((row) => Object.values(row)[0])
}

beforeAll(async () => {
  // One after the other: side by side they would be too many connections for one server.
  database = await built(anAutumnDay)
  another = await builtInTwoGoes(anAutumnDay)
  inFebruary = await built(aFebruaryDay)
}, 5 * minute)

afterAll(() => typesetter.close())

describe('the demonstration', () => {
  it('has five committees, each in a fictional municipality of its own', async () => {
    expect(
      await rows(
        database,
        sql`select m.slug, m.demo, c.slug as committee from municipality m join committee c on c.municipality_id = m.id order by 1`,
      ),
    ).toEqual([
      { slug: 'asberga', demo: true, committee: 'socialnamnden' },
      { slug: 'hedemora', demo: true, committee: 'omsorgsnamnden' },
      { slug: 'lindala', demo: true, committee: 'valfard-och-servicenamnden' },
      { slug: 'norrvik', demo: true, committee: 'social-och-omsorgsnamnden' },
      { slug: 'sjovik', demo: true, committee: 'socialnamnden' },
    ])
  })

  it('shows a visit in every state', async () => {
    expect(await valuesOf(database, sql`select distinct state from visit order by 1`)).toEqual([
      'booked',
      'cancelled',
      'declined',
      'held',
      'missed',
      'proposed',
      'reported',
    ])
  })

  it('shows fees at every step that people take on their own', async () => {
    const people = claimStates.filter((state) => !['returned', 'waived', 'refused', 'reversed'].includes(state))
    expect(await valuesOf(database, sql`select distinct state from claim`)).toEqual(expect.arrayContaining(people))
  })

  it('shows in Sjövik every kind of pay, each way to approve, what was paid, and a correction that waits', async () => {
    const ofSjovik = sql`municipality_id = (select id from municipality where slug = 'sjovik')`
    expect(
      await valuesOf(database, sql`select distinct frozen->0->>'payType' from payroll_row where ${ofSjovik}`),
    ).toContain('4105')
    expect(
      await valuesOf(
        database,
        sql`select distinct line->>'feeKind' from claim_decision d, jsonb_array_elements(d.other_lines) line
          where d.kind = 'exported' and (line->>'amount')::bigint > 0 and ${ofSjovik} order by 1`,
      ),
    ).toEqual(['child-minding', 'lost-earnings', 'lost-pension', 'mileage', 'public-transport'])
    expect(
      await valuesOf(
        database,
        sql`select distinct acting_as from claim_decision where kind = 'approved' and ${ofSjovik} order by 1`,
      ),
    ).toEqual(['chair', 'vice-chair'])
    expect(
      await rows(
        database,
        sql`select (select count(*)::int from claim_correction c where ${ofSjovik} and not exists (select from payroll_row r where r.correction_id = c.id)) as waiting,
          (select count(*) > 0 from payroll_row where ${ofSjovik} and paid_on is not null) as paid,
          (select count(*)::int from approval_delegation where ${ofSjovik} and valid_from <= '2026-11-22' and valid_until > '2026-11-22') as delegations,
          (select count(*)::int from paid_time where ${ofSjovik} and claim_id is null) as meetings,
          (select count(*)::int from fixed_fee where ${ofSjovik}) as fixed, (select count(*)::int from payroll_layout where ${ofSjovik}) as layouts,
          (select count(*)::int from fee_budget where ${ofSjovik} and year = 2026) as budgets`,
      ),
    ).toEqual([{ waiting: 1, paid: true, delegations: 1, meetings: 1, fixed: 1, layouts: 1, budgets: 1 }])
  })

  it('shows written reports, oral ones, and one that is still a draft', async () => {
    expect(await valuesOf(database, sql`select distinct form || ' ' || state from report order by 1`)).toEqual([
      'oral final',
      'written draft',
      'written final',
    ])
  })

  it('has every finished written report as a PDF/A', async () => {
    expect(
      await valuesOf(
        database,
        sql`select count(*)::int from report_document d join report r on r.id = d.report_id where r.form = 'written' and d.pdf is null`,
      ),
    ).toEqual([0])
  })

  it('SON-01: leaves the proposal to be adopted, with nothing booked under it', async () => {
    const norrvik = sql`(select id from municipality where slug = 'norrvik')`
    expect(await valuesOf(database, sql`select count(*)::int from visit where municipality_id = ${norrvik}`)).toEqual([
      0,
    ])
    expect(
      await valuesOf(database, sql`select count(*)::int from guideline_adoption where municipality_id = ${norrvik}`),
    ).toEqual([0])
    expect(
      await valuesOf(database, sql`select count(*)::int from visit_group where municipality_id = ${norrvik}`),
    ).toEqual([3])
  })

  it('leaves no work behind, and no mail to be sent', async () => {
    expect(
      await valuesOf(
        database,
        sql`select count(*)::int from outgoing_mail m where not exists (select from mail_delivery d where d.mail_id = m.id and d.outcome = 'kept')`,
      ),
    ).toEqual([0])
  })

  it('has nothing that is dated today or later', async () => {
    expect(await valuesOf(database, sql`select max(at) < '2026-11-22' from audit_entry`)).toEqual([true])
  })

  it('has a log that verifies', async () => {
    const { logs } = await verifyLogs(database)
    expect(logs).toHaveLength(5)
    expect(logs.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('is there committee by committee as a whole or not at all, and the next start builds what is missing', async () => {
    expect(left).toEqual({ municipalities: ['asberga', 'hedemora', 'norrvik'], isEmpty: true })
    expect(await valuesOf(another, sql`select count(*)::int from municipality`)).toEqual([5])
  })

  it('is the same when it is built again on the same day', async () => {
    expect(await tally(another)).toEqual(await tally(database))
  })

  it('can be built on a day early in the year, when the year has hardly begun', async () => {
    expect(await valuesOf(inFebruary, sql`select distinct state from visit order by 1`)).toEqual([
      'booked',
      'cancelled',
      'declined',
      'held',
      'missed',
      'proposed',
      'reported',
    ])
  })
})

describe('an installation', () => {
  it('is empty before, and not afterwards', async () => {
    expect(await isEmpty(await aDatabase())).toBe(true)
    expect(await isEmpty(database)).toBe(false)
  })
})
