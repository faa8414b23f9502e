import { sql } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { isAllowed } from '../src/kernel/permissions.ts'
import { execute } from '../src/platform/command.ts'
import { pdfFacts } from './support/pdf.ts'
import { listMailbox } from '../src/platform/mail.ts'
import { auditContent, auditEntry } from '../src/platform/audit.tables.ts'
import { listClaims } from '../src/slices/claims/claims.store.ts'
import { protectIdentity } from '../src/slices/people/index.ts'
import { pages } from '../src/slices.ts'
import { anApp, type TestApp } from './support/app.ts'
import { eightAtATime } from './support/at-a-time.ts'
import { must, oneOfEachRole } from './support/cast.ts'
import { aLife } from './support/life.ts'

/** Everybody but Anna, whose identity is protected; Bengt is a politician in her place. */
const everyRole = oneOfEachRole.map((name) => (name === 'anna' ? 'bengt' : name))
const name = /Anna\s*Exempel/
const address = /anna@ekby\.example/i

let town: TestApp
let ids: readonly string[]
beforeAll(async () => {
  town = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
  const { database, clock, cast } = town
  const { alias } = await must(
    execute({ database, clock }, cast.as('administrator'), protectIdentity, { personId: cast.people.anna }),
  )
  expect(alias).toBe('Skyddad person A')
  await aLife(town)
  await exportClaims()
  await town.workOff()
  ids = [cast.people.anna, ...(await someIds())]
}, 120_000)

/** Has the person's claims checked, approved and sent to payroll, so that there are lists and files of them. */
async function exportClaims(): Promise<void> {
  const { anna } = town.cast.people
  const claims = async (state: string) =>
    (await town.database.read(town.cast, (tx) => listClaims(tx, town.cast.system(), {}))).filter(
      (claim) => claim.personId === anna && claim.state === state,
    )
  for (const { id, version } of await claims('confirmed'))
    await town.post('secretary', `/arvoden/${id}/kontroll`, { version: String(version), outcome: 'checked' })
  for (const { id, version } of await claims('checked'))
    await town.post('chair', `/arvoden/${id}/attest`, { version: String(version), outcome: 'approved' })
  const named = { 'meeting.payType': '4105', 'meeting.label': 'Sammanträdesarvode', 'meeting.costCentre': '' }
  await town.post('feeOfficer', '/lon/lonearter', { feeKind: 'meeting', ...named })
  const approved = await claims('approved')
  await town.post('feeOfficer', '/lon', { claim: approved.map(({ id }) => id), person: anna })
  expect(await claims('exported')).not.toEqual([])
}

/** Of these it matters whose they are. */
const manySided = new Set(['claim', 'report', 'visit', 'person'])

/** Something of everything that is stored: addresses want one thing of each kind. */
async function someIds(): Promise<readonly string[]> {
  return town.database.system(async (tx) => {
    const { rows: tables } = await tx.execute<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity order by 1`)
    const found: string[] = []
    for (const { name: table } of tables) {
      const { rows } = await tx.execute<{ id: string }>(
        sql.raw(`select id from ${table} order by id limit ${manySided.has(table) ? 2 : 1}`),
      )
      found.push(...rows.map(({ id }) => id))
    }
    return found
  })
}

const addressFor = (path: string, id: string) =>
  path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, (part) => (/^:(number|change)/.test(part) ? '1' : id))

/** What can be read in an answer: a page or a text as it is, a PDF’s words, and the same of everything in an archive. */
async function readable(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const disposition = decodeURIComponent(answer.headers.get('content-disposition') ?? '')
  return `${disposition}\n${await wordsOf(bytes)}`
}

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes)
  const start = buffer.subarray(0, 4).toString('latin1')
  if (start === '%PDF') return (await pdfFacts(bytes)).text
  if (start !== 'PK\u0003\u0004') return buffer.toString('utf8')
  const entries = Object.entries(unzipSync(bytes))
  const words = await Promise.all(entries.map(async ([entry, content]) => `${entry}\n${await wordsOf(content)}`))
  return words.join('\n')
}

describe('a person whose identity is protected', () => {
  it.each(everyRole)(
    'is named by the alias alone on everything that %s can open',
    async (who) => {
      const open = pages.filter(({ method, allow }) => method === 'get' && isAllowed(town.cast.as(who).roles, allow))
      const everywhere = open.flatMap(({ path }) =>
        path.includes(':') ? ids.map((id) => addressFor(path, id)) : [path],
      )
      const read = await eightAtATime(everywhere, async (where) => {
        const answer = await town.get(who, where)
        return { where, text: answer.status === 200 ? await readable(answer) : '' }
      })
      const told = read.filter(({ text }) => name.test(text) || address.test(text)).map(({ where }) => where)
      const aliased = read.filter(({ text }) => /Skyddad\s*person\s*A/.test(text)).map(({ where }) => where)
      expect(told).toEqual([])
      if (who === 'feeOfficer') expect(aliased.some((where) => /^\/lon\/.*\.(pdf|csv)$/.test(where))).toBe(true)
      // The looking itself would notice: the alias is there.
      expect(aliased).not.toEqual([])
    },
    240_000,
  )

  it('is named by the alias on the pages that need no sign-in', async () => {
    for (const path of ['/ekby/namnden/prova', '/ekby/brevlada']) {
      const page = await (await town.app.request(`http://localhost${path}`)).text()
      expect(page).not.toMatch(name)
      expect(page).not.toMatch(address)
    }
  })

  it('is not named in any letter, and letters to others hold no address of theirs', async () => {
    const letters = await town.database.read(town.cast, (tx) => listMailbox(tx, 1000))
    expect(letters.length).toBeGreaterThan(3)
    for (const { subject, text, address: to } of letters) {
      expect(`${subject} ${text}`).not.toMatch(name)
      if (!address.test(to)) expect(`${subject} ${text}`).not.toMatch(address)
    }
  })

  it('is shown to the administrator who asks, and that stands in the log', async () => {
    const path = `/installningar/personer/${town.cast.people.anna}/visa-skyddat`
    for (const who of ['secretary', 'auditor', 'chair'] as const) expect((await town.post(who, path)).status).toBe(403)
    const page = await (await town.post('administrator', path)).text()
    expect(page).toMatch(name)
    expect(page).toMatch(address)
    const looked = await town.database.read(town.cast, async (tx) =>
      (await tx.select().from(auditEntry)).filter(({ command }) => command === 'people.see-protected-identity'),
    )
    expect(looked.map(({ actorId, subjectId }) => [actorId, subjectId])).toEqual([
      [town.cast.people.administrator, town.cast.people.anna],
    ])
    const contents = await town.database.read(town.cast, (tx) => tx.select().from(auditContent))
    expect(JSON.stringify(contents)).not.toMatch(name)
    expect(JSON.stringify(contents)).not.toMatch(address)
  })

  it('is not told by the database alone', async () => {
    const { rows } = await town.database.system((tx) =>
      tx.execute(sql`select p::text, i::text as sealed from person p join protected_identity i on i.person_id = p.id`),
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(name)
  })
})
