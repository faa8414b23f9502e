import fc from 'fast-check'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aLog, type TestLog } from '../../tests/support/log.ts'
import { verifyLogs } from './audit-verification.ts'
import { connect } from './db/database.ts'
import { newId } from './ids.ts'

let log: TestLog

beforeEach(async () => {
  log = await aLog()
})

afterEach(() => log.close())

describe('a log that was tampered with shows', () => {
  it('a changed row', async () => {
    await log.tamper(
      `update audit_entry set command = 'visits.cancel' where municipality_id = '${log.town}' and seq = 2`,
    )
    expect(await log.faultsFound()).toEqual([{ seq: 2, kind: 'changed' }])
  })

  it('a removed row', async () => {
    await log.tamper(`
      delete from audit_content using audit_entry e
        where e.id = entry_id and e.municipality_id = '${log.town}' and e.seq = 2;
      delete from audit_entry where municipality_id = '${log.town}' and seq = 2`)
    expect(await log.faultsFound()).toEqual([{ seq: 3, kind: 'missing' }])
  })

  it('a removed row whose content was left', async () => {
    await log.tamper(`delete from audit_entry where municipality_id = '${log.town}' and seq = 2`)
    expect(await log.faultsFound()).toEqual([
      { seq: 3, kind: 'missing' },
      { seq: 0, kind: 'content-astray' },
    ])
  })

  it('a row whose neighbours were closed up after it', async () => {
    await log.tamper(`
      delete from audit_content using audit_entry e
        where e.id = entry_id and e.municipality_id = '${log.town}' and e.seq = 2;
      delete from audit_entry where municipality_id = '${log.town}' and seq = 2;
      update audit_entry set seq = 2 where municipality_id = '${log.town}' and seq = 3;
      update audit_head set seq = 2 where municipality_id = '${log.town}'`)
    expect(await log.faultsFound()).toEqual([
      { seq: 2, kind: 'moved' },
      { seq: 2, kind: 'changed' },
    ])
  })

  it('rows that changed places', async () => {
    await log.tamper(`
      alter table audit_entry drop constraint audit_entry_seq;
      update audit_entry set seq = 3 - seq where municipality_id = '${log.town}' and seq in (1, 2)`)
    expect(await log.faultsFound()).toEqual(expect.arrayContaining([{ seq: 1, kind: 'moved' }]))
  })

  const copied = (seq: number) => `
    insert into audit_entry (id, command, seq, municipality_id, at, subject_type, subject_id, digest, previous_hash, hash)
    select gen_random_uuid(), 'visits.cancel', ${seq}, municipality_id, at, subject_type, subject_id, digest, previous_hash, hash
    from audit_entry where municipality_id = '${log.town}' and seq = 2`

  it('a row inserted beside another', async () => {
    await log.tamper(`alter table audit_entry drop constraint audit_entry_seq; ${copied(2)}`)
    expect(await log.faultsFound()).toEqual(
      expect.arrayContaining([
        { seq: 2, kind: 'added' },
        { seq: 2, kind: 'changed' },
      ]),
    )
  })

  it('a row inserted between two', async () => {
    await log.tamper(`
      alter table audit_entry drop constraint audit_entry_seq;
      update audit_entry set seq = 4 where municipality_id = '${log.town}' and seq = 3;
      update audit_head set seq = 4 where municipality_id = '${log.town}';
      ${copied(3)}`)
    expect(await log.faultsFound()).toEqual([
      { seq: 3, kind: 'moved' },
      { seq: 3, kind: 'changed' },
      { seq: 4, kind: 'changed' },
    ])
  })

  it('a row inserted after the end', async () => {
    await log.tamper(copied(4))
    expect(await log.faultsFound()).toEqual([{ seq: 4, kind: 'added' }])
  })

  it('changed content', async () => {
    await log.tamper(
      `update audit_content set content = '{"units": ["Tallgården"]}' where municipality_id = '${log.otherTown}'`,
    )
    expect(await log.faultsFound()).toEqual([{ seq: 1, kind: 'content-changed' }])
  })

  it('content that was put with another entry', async () => {
    await log.tamper(`
      delete from audit_content where entry_id = (select id from audit_entry where municipality_id = '${log.town}' and seq = 1);
      update audit_content set entry_id = (select id from audit_entry where municipality_id = '${log.town}' and seq = 1)
        where entry_id = (select id from audit_entry where municipality_id = '${log.town}' and seq = 2)`)
    expect(await log.faultsFound()).toEqual([{ seq: 1, kind: 'content-changed' }])
  })

  it('a last row that was removed', async () => {
    await log.tamper(`
      delete from audit_content using audit_entry e
        where e.id = entry_id and e.municipality_id = '${log.town}' and e.seq = 3;
      delete from audit_entry where municipality_id = '${log.town}' and seq = 3`)
    expect(await log.faultsFound()).toEqual([{ seq: 3, kind: 'cut' }])
  })

  it('a head that was removed, alone or with every row', async () => {
    await log.tamper(`delete from audit_head where municipality_id = '${log.otherTown}'`)
    expect(await log.faultsFound()).toEqual([{ seq: 1, kind: 'cut' }])
    await log.tamper(`delete from audit_content; delete from audit_entry; delete from audit_head;
      insert into municipality (id, slug, name, function_address) values ('${log.town}', 'ekby', 'Ekby', 'e@ekby.example')`)
    expect(await log.faultsFound()).toEqual([{ seq: 0, kind: 'cut' }])
  })

  it('a cut end that was covered up, when the head was written down elsewhere', async () => {
    const expected = (await verifyLogs(log.database)).logs.map(({ head }) => head)
    await log.tamper(`
      delete from audit_content using audit_entry e
        where e.id = entry_id and e.municipality_id = '${log.town}' and e.seq = 3;
      delete from audit_entry where municipality_id = '${log.town}' and seq = 3;
      update audit_head h set seq = e.seq, hash = e.hash, previous_hash = e.previous_hash from audit_entry e
        where h.municipality_id = '${log.town}' and e.municipality_id = h.municipality_id and e.seq = 2`)
    expect(await log.faultsFound()).toEqual([])
    const { missingHeads } = await verifyLogs(log.database, { expected })
    expect(missingHeads).toEqual(expected.filter((head) => head.startsWith('3:')))
  })

  it('another secret, in one word', async () => {
    const other = connect(log.connections, 'a secret that this log was not written with')
    const { logs } = await verifyLogs(other)
    await other.close()
    expect(logs.map(({ faults }) => faults)).toEqual([
      [{ seq: 0, kind: 'other-secret' }],
      [{ seq: 0, kind: 'other-secret' }],
    ])
  })

  it('any change of a single character of anything that is stored', async () => {
    const owner = new Client({ ...log.connections.owner })
    await owner.connect()
    await owner.query(`set session_replication_role = replica; set timezone = 'UTC';
      alter table audit_entry drop constraint audit_entry_seq; alter table audit_content drop constraint audit_content_once`)
    const { rows: columns } = await owner.query<StoredColumn>(`
      select table_name, column_name, case udt_name when 'timestamptz' then 'timestamptz(3)' else udt_name end as type
      from information_schema.columns where table_schema = 'public'
        and table_name in ('audit_entry', 'audit_content', 'audit_head') order by 1, 2`)
    expect(columns.length).toBeGreaterThan(18)
    const touched = new Map<string, number>()
    // Most changes of a character leave no JSON behind, which the database does not take: it is tried more often.
    const content = columns.filter(({ type }) => type === 'jsonb')
    const drawn = [...columns, ...content, ...content, ...content]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...drawn), fc.nat(3), fc.nat(200), fc.nat(14), async (column, row, at, by) => {
        const name = `${column.table_name}.${column.column_name}`
        await owner.query('begin')
        const changed = await changeOne(owner, column, { row, at, by })
        await owner.query(changed ? 'commit' : 'rollback')
        if (changed === undefined) return
        touched.set(name, (touched.get(name) ?? 0) + 1)
        expect({ ...changed, faults: (await log.faultsFound()).length }).not.toMatchObject({ faults: 0 })
        await owner.query(changed.back)
        expect(await log.faultsFound()).toEqual([])
      }),
      { numRuns: 300 },
    )
    await owner.end()
    expect([...touched.keys()].sort()).toEqual(
      columns.map(({ table_name, column_name }) => `${table_name}.${column_name}`).sort(),
    )
  }, 120_000)
})

type StoredColumn = { readonly table_name: string; readonly column_name: string; readonly type: string }

/** Changes one character of one stored value for another of its kind. Returns how to change it back, unless it came to the same. */
async function changeOne(
  owner: Client,
  { table_name: table, column_name: column, type }: StoredColumn,
  { row, at: place, by }: { readonly row: number; readonly at: number; readonly by: number },
) {
  const { rows } = await owner.query(`select ctid, ${column}::text as text from ${table} order by 1`)
  const { ctid, text } = rows[row % rows.length]
  const other = text === null ? newId() : withOneOther(text, place, by)
  const set = (value: string | null) => (value === null ? 'null' : `${owner.escapeLiteral(value)}::${type}`)
  const updated = await owner
    .query(`update ${table} set ${column} = ${set(other)} where ctid = '${ctid}'
      returning ctid, ${column}::text is distinct from ${text === null ? 'null' : owner.escapeLiteral(text)} as differs`)
    // A value that the database does not take is no stored change.
    .catch(() => undefined)
  const [now] = updated?.rows ?? []
  if (now?.differs !== true) return undefined
  return { text, other, back: `update ${table} set ${column} = ${set(text)} where ctid = '${now.ctid}'` }
}

function withOneOther(text: string, place: number, by: number): string {
  const kinds = ['0123456789abcdef', 'abcdefghijklmnopqrstuvwxyzåäö', 'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ']
  const at = place % text.length
  const kind = kinds.find((it) => it.includes(text.charAt(at))) ?? text.charAt(at)
  const other = kind.charAt((kind.indexOf(text.charAt(at)) + 1 + by) % kind.length)
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`
}
