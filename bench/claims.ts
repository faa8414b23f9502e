import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { register } from 'tsx/esm/api'
import { dayFromIso } from '../src/kernel/date.ts'
import { ore } from '../src/kernel/money.ts'
import { fixedClock } from '../src/platform/clock.ts'
import { execute } from '../src/platform/command.ts'
import { embeddedConnections } from '../src/platform/db/connections.ts'
import { connect, type Database } from '../src/platform/db/database.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { prepareOwnServer } from '../src/platform/db/open.ts'
import { systemScope } from '../src/platform/scope.ts'
import { type Approved, type FilledCommittee, fillSteps, fillTowns } from './claims-town.ts'
import type { Row } from './rows.ts'

const committeesEach = 4
/** Gives 86 claims in a committee's year, and about 100 000 in all. */
const unitsEach = 22
const judgedOn = dayFromIso('2023-06-01')
/** One exported claim in so many went out with another amount: the comparison must find those and no others. */
const oneIn = 100
const inBatch = 1000
/** So many committees are counted and written at a time while the database is filled. */
const committeesAtOnce = 20

type Claims = typeof import('../src/slices/claims/index.ts')

/**
 * Computes a year of all Sweden's claims again from a PostgreSQL, compares them with what was exported, and exports a batch of a
 * thousand claims through the command. Filling the database is not part of any time.
 */
export async function benchClaims(municipalities = 290): Promise<readonly Row[]> {
  // The slices' words come by way of files with views in them, which Node alone does not read.
  const unregister = register()
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const server = await startEmbedded(folder)
  const name = 'bench'
  try {
    const maintenance = new Client(embeddedConnections(server, 'postgres').owner)
    await maintenance.connect()
    await maintenance.query(`create database ${name}`)
    await maintenance.end()
    const connections = embeddedConnections(server, name)
    await prepareOwnServer(connections)
    const database = connect(connections, 'a secret that is used by benchmarks alone')
    const owner = new Client(connections.owner)
    await owner.connect()
    try {
      const claims = await import('../src/slices/claims/index.ts')
      const year = await benchYear(claims, { database, owner, municipalities })
      return [...year, ...(await benchBatch(claims, database, owner))]
    } finally {
      await owner.end()
      await database.close()
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
    await unregister()
  }
}

type Filling = { readonly database: Database; readonly owner: Client; readonly municipalities: number }

async function benchYear(claims: Claims, { database, owner, municipalities }: Filling): Promise<readonly Row[]> {
  const planted = new Set<string>()
  const towns = Array.from({ length: municipalities }, (_, at) => ({
    ...{ number: at + 1, committees: committeesEach, units: unitsEach },
  }))
  const committees = await fillTowns(owner, towns)
  await owner.query('analyze')
  let all = 0
  let exported = 0
  for (let from = 0; from < committees.length; from += committeesAtOnce) {
    const some = await Promise.all(
      committees.slice(from, from + committeesAtOnce).map(async (committee) => {
        return { ...committee, claims: await countedClaims(claims, database, committee) }
      }),
    )
    const gone = some.map((committee) => {
      const payable = committee.claims.filter(({ amount }) => amount > 0)
      all += committee.claims.length
      return {
        ...committee,
        claims: payable.map((claim) => {
          exported += 1
          if (exported % oneIn !== 0) return claim
          planted.add(claim.claimId)
          return otherwise(claim)
        }),
      }
    })
    await fillSteps(owner, gone, 'exported')
  }
  await owner.query('vacuum analyze')
  let memory = 0
  const watching = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss())
  }, 50)
  const start = performance.now()
  const compared = await claims.compareEverywhere(database, { today: judgedOn, year: 2022 })
  const seconds = (performance.now() - start) / 1000
  clearInterval(watching)
  const found = compared.flatMap(({ differences }) => differences.map(({ claimId }) => claimId))
  const counted = compared.reduce((sum, committee) => sum + committee.compared, 0)
  if (counted !== exported || found.length !== planted.size || found.some((id) => !planted.has(id)))
    throw new Error(`${found.length} of ${counted} differ, and ${planted.size} of ${exported} were to`)
  const gibibytes = memory / 2 ** 30
  const many = `${all.toLocaleString('en-GB')} claims, ${exported.toLocaleString('en-GB')} exported`
  return [
    { name: `a year of Sweden, ${many}`, value: seconds, unit: 's', must: '< 30 s', met: seconds < 30 },
    { name: 'a year of Sweden, memory', value: gibibytes, unit: 'GiB', must: '< 1 GiB', met: gibibytes < 1 },
  ]
}

/** Returns every claim of the committee with what it is worth today. */
async function countedClaims(
  { judgeClaims }: Claims,
  database: Database,
  { municipalityId, committeeId }: FilledCommittee,
): Promise<readonly Approved[]> {
  const scope = systemScope({ municipalityId, committeeId, today: judgedOn })
  const { programme, evaluation } = await database.read(scope, (tx) => judgeClaims(tx, scope))
  const lines = new Map(evaluation.feeLines.map((line) => [`${line.visit} ${line.person}`, line]))
  return programme.claims.flatMap(({ id, visit, person }) => {
    const line = lines.get(`${visit} ${person}`)
    return line === undefined ? [] : [{ claimId: id, personId: person, amount: line.amount, line }]
  })
}

/** The claim as it would have gone out with a hundred kronor too much. */
function otherwise({ line, amount, ...claim }: Approved): Approved {
  const more = amount + 10_000
  return { ...claim, amount: more, line: { ...line, amount: ore(more) } }
}

async function benchBatch(claims: Claims, database: Database, owner: Client): Promise<readonly Row[]> {
  const { getBatch } = await import('../src/slices/claims/payroll.store.ts')
  const { payrollPaxml } = await import('../src/slices/claims/claims.paxml.ts')
  const { payrollCsv } = await import('../src/slices/claims/claims.csv.ts')
  const [committee] = await fillTowns(owner, [{ number: 0, committees: 1, units: 400 }])
  if (committee === undefined) throw new Error('there is no committee to export from')
  await owner.query('analyze')
  const counted = await countedClaims(claims, database, committee)
  // Two visits of a day may overlap, and what overlaps is rightly stopped.
  const days = Map.groupBy(counted, ({ personId, line }) => `${personId} ${line.day}`)
  const alone = counted.filter(({ personId, line }) => days.get(`${personId} ${line.day}`)?.length === 1)
  const chosen = alone.filter(({ amount }) => amount > 0).slice(0, inBatch)
  if (chosen.length < inBatch) throw new Error(`${chosen.length} claims are too few`)
  await fillSteps(owner, [{ ...committee, claims: chosen }], 'approved')
  await owner.query(
    `insert into pay_type (id, municipality_id, committee_id, fee_kind, pay_type, label) values (gen_random_uuid(), $1, $2, 'meeting', '310', 'Arvode')`,
    [committee.municipalityId, committee.committeeId],
  )
  await owner.query('vacuum analyze')
  const { officerId, ...place } = committee
  const scope = { ...systemScope({ ...place, today: judgedOn }), personId: officerId, roles: ['fee-officer'] as const }
  const input = { claim: chosen.map(({ claimId }) => claimId), person: [...new Set(chosen.map((it) => it.personId))] }
  const clock = fixedClock(judgedOn)
  const start = performance.now()
  const made = await execute({ database, clock }, scope, claims.makeBatch, input)
  const seconds = (performance.now() - start) / 1000
  if (!made.ok) throw new Error(`the batch was refused: ${made.code}`)
  const between = performance.now()
  const { batch } = await database.read(scope, (tx) => getBatch(tx, scope, made.value.id))
  const files = [payrollPaxml(batch), payrollCsv(batch)]
  const making = (performance.now() - between) / 1000
  if (batch.rows.length < inBatch || files.some((it) => it.length < 10_000)) throw new Error('the files are too small')
  return [
    { name: 'a batch of 1 000 claims exported', value: seconds, unit: 's', must: '< 2 s', met: seconds < 2 },
    { name: 'its PAXml and CSV files', value: making, unit: 's', must: '< 1 s', met: making < 1 },
  ]
}
