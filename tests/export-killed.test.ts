import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { and, asc, eq } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isoFromDay } from '../src/kernel/date.ts'
import type { MovableClock } from '../src/platform/clock.ts'
import { execute } from '../src/platform/command.ts'
import { payrollCsv } from '../src/slices/claims/claims.csv.ts'
import { payrollPaxml } from '../src/slices/claims/claims.paxml.ts'
import { claim, claimDecision, payrollBatch, payrollRow } from '../src/slices/claims/claims.tables.ts'
import { makeBatch } from '../src/slices/claims/payroll.commands.ts'
import { getBatch, listBatches } from '../src/slices/claims/payroll.store.ts'
import { type CastName, must, testClock } from './support/cast.ts'
import { aTestDatabase, type TestDatabase } from './support/database.ts'
import type { ExportWork, StoppingAt } from './support/export-worker.ts'
import { aPayrollTown, type PayrollTown } from './support/payroll-town.ts'

const source = fileURLToPath(new URL('./support/export-worker.ts', import.meta.url))
/** Beside the test, where the packages it needs are found. */
const program = fileURLToPath(new URL(`./support/export-worker.${process.pid}.mjs`, import.meta.url))

let test: TestDatabase
let clock: MovableClock
const running: ChildProcess[] = []

beforeAll(async () => {
  await build({
    entryPoints: [source],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  test = await aTestDatabase()
  clock = testClock()
}, 60_000)

afterAll(async () => {
  for (const worker of running) worker.kill('SIGKILL')
  await rm(program, { force: true })
})

/** A town with claims of two persons that are approved, and the form that the officer has before them. */
async function aTown() {
  const town = await aPayrollTown(test.database, clock)
  for (const day of ['2026-04-07', '2026-05-04']) {
    const visitId = await town.hold({ day, who: ['anna', 'bengt'] })
    await town.approve(visitId, ['anna', 'bengt'])
  }
  const approved = await town.claims({ states: ['approved'] })
  const { anna, bengt } = town.cast.people
  return { town, form: { claim: approved.map(({ id }) => id), person: [anna, bengt] } }
}

type Made = Awaited<ReturnType<typeof aTown>>

/** Starts the click in a process of its own and returns when it has come to the point. */
async function clickUntil({ town, form }: Made, stopAt: StoppingAt): Promise<ChildProcess> {
  const today = isoFromDay(clock.today())
  const work: ExportWork = { connections: test.connections, scope: town.cast.as('feeOfficer'), today, form, stopAt }
  const worker = spawn(process.execPath, [program], {
    env: { ...process.env, EXPORT_WORKER: JSON.stringify(work) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(worker)
  const [said] = await Promise.race([
    once(worker.stdout ?? worker, 'data'),
    once(worker, 'exit').then(() => ['ended before it came there']),
  ])
  expect(String(said).trim()).toBe(stopAt)
  return worker
}

/** As a power cut would. */
async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await gone
}

const click = ({ town, form }: Made, name: CastName = 'feeOfficer') => town.run(name, makeBatch, form)
const batchesOf = ({ cast }: PayrollTown) => test.database.read(cast, (tx) => listBatches(tx, cast.system()))

async function filesOf({ cast }: PayrollTown, id: string) {
  const { batch } = await test.database.read(cast, (tx) => getBatch(tx, cast.system(), id))
  return [Buffer.from(payrollPaxml(batch)).toString('hex'), Buffer.from(payrollCsv(batch)).toString('hex')]
}

/** Each claim stands in exactly one batch, or is approved and in none; no number is used twice. */
async function expectEachOnce({ cast }: PayrollTown): Promise<void> {
  const at = eq(claim.committeeId, cast.committeeId)
  const claims = await test.database.read(cast, (tx) => tx.select().from(claim).where(at))
  const rows = await test.database.read(cast, (tx) =>
    tx
      .select({ claimId: payrollRow.claimId, frozen: payrollRow.frozen })
      .from(payrollRow)
      .innerJoin(payrollBatch, eq(payrollBatch.id, payrollRow.batchId))
      .where(eq(payrollBatch.committeeId, cast.committeeId))
      .orderBy(asc(payrollBatch.number), asc(payrollRow.position)),
  )
  for (const { id, state } of claims) {
    const times = rows.filter(({ claimId }) => claimId === id).length
    expect([id, state, times]).toEqual([id, times === 0 ? 'approved' : 'exported', times === 0 ? 0 : 1])
  }
  const rowIds = rows.flatMap(({ frozen }) => (frozen as readonly { readonly rowId: number }[]).map((it) => it.rowId))
  expect(new Set(rowIds).size).toBe(rowIds.length)
  const numbers = (await batchesOf({ cast } as PayrollTown)).map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
}

describe('when the program is killed while a payroll batch is made', () => {
  it.each(['before the lock', 'before the rows', 'after the rows', 'before the commit'] as const)(
    'nothing has left when it dies %s, and the same click makes one batch',
    async (point) => {
      const made = await aTown()
      await kill(await clickUntil(made, point))
      await expectEachOnce(made.town)
      expect(await batchesOf(made.town)).toEqual([])
      const { id } = await must(click(made))
      await expectEachOnce(made.town)
      expect((await batchesOf(made.town)).map(({ number, claims }) => [number, claims])).toEqual([[1, 4]])
      expect(await filesOf(made.town, id)).toEqual(await filesOf(made.town, id))
    },
    60_000,
  )

  it.each(['after the commit', 'while the file is made'] as const)(
    'all has left once when it dies %s: the same click says so, and the file is the same byte for byte',
    async (point) => {
      const made = await aTown()
      const worker = await clickUntil(made, point)
      const [batch] = await batchesOf(made.town)
      const before = await filesOf(made.town, batch?.id ?? '')
      await kill(worker)
      await expectEachOnce(made.town)
      expect(await click(made)).toMatchObject({ code: 'claims.already-exported', facts: { number: 1 } })
      expect(await batchesOf(made.town)).toHaveLength(1)
      expect(await filesOf(made.town, batch?.id ?? '')).toEqual(before)
    },
    60_000,
  )

  it('an officer who waits for the one that died takes the claims, and no number is lost to it', async () => {
    const made = await aTown()
    const worker = await clickUntil(made, 'before the commit')
    const waiting = click(made)
    await kill(worker)
    expect(await must(waiting)).toMatchObject({ number: 1 })
    await expectEachOnce(made.town)
  }, 60_000)

  it('nothing has left when the database drops the connection in the middle', async () => {
    const made = await aTown()
    const worker = await clickUntil(made, 'after the rows')
    const owner = new Client(test.connections.owner)
    await owner.connect()
    await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`)
    await owner.end()
    await expectEachOnce(made.town)
    await must(click(made))
    await kill(worker)
    await expectEachOnce(made.town)
  }, 60_000)
})

describe('two officers at once', () => {
  it('never take a claim twice, round after round, and the second is told who was first', async () => {
    const { town, form } = await aTown()
    const second = { ...town.cast.as('secretary'), roles: ['fee-officer'] as const }
    const { anna, bengt } = town.cast.people
    const choices = [[anna], [bengt], [anna, bengt]]
    let told = 0
    for (let round = 0; round < 24; round++) {
      const approved = await town.claims({ states: ['approved'] })
      if (approved.length === 0) await putBack(town)
      const shown = { ...form, claim: (await town.claims({ states: ['approved'] })).map(({ id }) => id) }
      const outcomes = await Promise.all([
        town.run('feeOfficer', makeBatch, { ...shown, person: choices[round % 3] }),
        execute({ database: test.database, clock }, second, makeBatch, { ...shown, person: choices[(round + 1) % 3] }),
      ])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      told += outcomes.filter((it) => !it.ok && it.code === 'claims.already-exported').length
      await expectEachOnce(town)
    }
    expect(told).toBeGreaterThan(0)
  }, 90_000)
})

/** Takes everything out of its batches again, for another round; the batches keep their numbers. */
async function putBack({ cast }: PayrollTown): Promise<void> {
  await test.database.transaction(cast, async (tx) => {
    await tx.delete(payrollRow).where(eq(payrollRow.municipalityId, cast.municipalityId))
    await tx
      .delete(claimDecision)
      .where(and(eq(claimDecision.municipalityId, cast.municipalityId), eq(claimDecision.kind, 'exported')))
    await tx.update(claim).set({ state: 'approved' }).where(eq(claim.committeeId, cast.committeeId))
  })
}
