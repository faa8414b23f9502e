import { Client, type PoolConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTestDatabase } from '../../../tests/support/database.ts'

type TableState = {
  readonly name: string
  readonly forced: boolean
  readonly user_policy: boolean
  readonly system_policy: boolean
  readonly user_owns: boolean
}

const clients: Client[] = []
let tables: readonly TableState[]
let user: Client
let everything: Client

async function connected(config: PoolConfig, first: string): Promise<Client> {
  const client = new Client(config)
  await client.connect()
  clients.push(client)
  await client.query(first)
  return client
}

async function countRows(client: Client, name: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${name}`)
  return Number(rows[0]?.count)
}

/** An insert with a municipality and nothing else is stopped by the policy before any other constraint is looked at. */
async function codeOfInsert(name: string, column: string): Promise<unknown> {
  return await user.query(`insert into ${name} (${column}) values (gen_random_uuid())`).then(
    () => 'accepted',
    (error) => error.code,
  )
}

/** Asks about one table after the other: a connection answers one question at a time. */
async function forEveryTable<T>(ask: (name: string) => Promise<T>): Promise<Record<string, T>> {
  const answers: Record<string, T> = {}
  for (const { name } of tables) answers[name] = await ask(name)
  return answers
}

function everyTable<T>(answer: T): Record<string, T> {
  return Object.fromEntries(tables.map(({ name }) => [name, answer]))
}

/** Puts a row that nobody's rules were asked about in every table, so that there is something to hide. */
const fillTables = `
  set session_replication_role = replica;
  do $$
  declare
    filled record;
    rule record;
  begin
    for rule in select conrelid::regclass as on_table, conname from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace
    loop
      execute format('alter table %s drop constraint %I', rule.on_table, rule.conname);
    end loop;
    for filled in
      select c.oid::regclass as name, string_agg(quote_ident(a.attname), ', ') as columns,
        string_agg(case when a.attndims > 0 then '''{}''' else case format_type(a.atttypid, null)
          when 'uuid' then 'gen_random_uuid()' when 'jsonb' then '''{}''' when 'bytea' then '''\\x'''
          when 'date' then 'current_date' when 'timestamp with time zone' then 'now()' when 'text' then '''x'''
          when 'boolean' then 'false' else '0' end end, ', ') as contents
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
        and a.attnotnull and not a.attisdropped and c.relname not like 'schema%'
      group by c.oid
    loop
      execute format('insert into %s (%s) values (%s)', filled.name, filled.columns, filled.contents);
    end loop;
  end $$`

const describeTables = `
  select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
    exists (select from pg_policies p where p.tablename = c.relname and 'app_user' = any (p.roles)
      and p.cmd = 'ALL' and p.qual = p.with_check and p.qual like '%app.municipality%') as user_policy,
    exists (select from pg_policies p where p.tablename = c.relname and 'app_system' = any (p.roles) and p.cmd = 'SELECT') as system_policy,
    pg_has_role('app_user', c.relowner, 'member') as user_owns
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and (a.attname = 'municipality_id' or (c.relname = 'municipality' and a.attname = 'id'))
  order by 1`

beforeAll(async () => {
  const { connections } = await aTestDatabase()
  const owner = await connected(connections.owner, 'select')
  await owner.query(fillTables)
  everything = await connected(connections.system, 'set role app_system')
  user = await connected(connections.app, 'set role app_user')
  tables = (await owner.query<TableState>(describeTables)).rows
})

afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()))
})

describe('every table with rows of a municipality', () => {
  it('is found in the catalogue', () => {
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['audit_entry', 'municipality', 'person', 'visit']),
    )
  })

  it('has row-level security that binds its owner too', () => {
    expect(tables.filter(({ forced }) => !forced)).toEqual([])
  })

  it('shows and takes rows of the own municipality alone, and lets the system role read', () => {
    expect(tables.filter((table) => !table.user_policy || !table.system_policy)).toEqual([])
  })

  it('does not belong to the role that serves requests', () => {
    expect(tables.filter(({ user_owns }) => user_owns)).toEqual([])
  })

  it('shows nothing to someone without a municipality', async () => {
    expect(await forEveryTable((name) => countRows(everything, name))).toEqual(everyTable(1))
    expect(await forEveryTable((name) => countRows(user, name))).toEqual(everyTable(0))
  })

  it('refuses rows from someone without a municipality', async () => {
    const columnOf = (name: string) => (name === 'municipality' ? 'id' : 'municipality_id')
    expect(await forEveryTable((name) => codeOfInsert(name, columnOf(name)))).toEqual(everyTable('42501'))
  })
})

describe('every table with rows of a committee', () => {
  const ownByCommittee = `
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'committee_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'audit_entry' order by 1`
  const namesFrom = async (text: string) =>
    (await everything.query<{ name: string }>(text)).rows.map(({ name }) => name)

  it('keeps the committees of a municipality apart, but for who sits where', async () => {
    const walled = await namesFrom(`
      select tablename as name from pg_policies where policyname = 'own_committee' and permissive = 'RESTRICTIVE'
        and cmd = 'ALL' and qual = with_check and qual like '%app.committee%' order by 1`)
    const all = await namesFrom(ownByCommittee)
    expect(all.filter((name) => !walled.includes(name))).toEqual(['role_holding', 'seat'])
    expect(walled).toEqual(expect.arrayContaining(['appointment', 'claim', 'unit', 'visit']))
  })

  it('shows nothing to a transaction of the municipality that works for no committee, or for another', async () => {
    const rows = async (committee: string) => {
      await user.query('begin')
      const { rows: found } = await everything.query('select municipality_id, committee_id from visit')
      await user.query(`select set_config('app.municipality', $1, true), set_config('app.committee', $2, true)`, [
        found[0].municipality_id,
        committee === 'own' ? found[0].committee_id : committee,
      ])
      const count = await countRows(user, 'visit')
      await user.query('rollback')
      return count
    }
    expect([await rows('own'), await rows(''), await rows('0199e000-0000-7000-8000-000000000000')]).toEqual([1, 0, 0])
  })
})

describe('every table without', () => {
  it('is written by the owner alone', async () => {
    const { rows } = await user.query(`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
        and not relrowsecurity and has_table_privilege('app_user', oid, 'insert, update, delete, truncate')`)
    expect(rows).toEqual([])
  })
})
