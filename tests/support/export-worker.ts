// The officer's click as a program of its own, for tests that kill it: makes a payroll batch and stops where it is told to.
import { getTableName, type SQL } from 'drizzle-orm'
import { PgDialect, type PgTable } from 'drizzle-orm/pg-core'
import { dayFromIso } from '../../src/kernel/date.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { execute } from '../../src/platform/command.ts'
import type { Connections } from '../../src/platform/db/connections.ts'
import { connect, type Database, type Tx } from '../../src/platform/db/database.ts'
import type { PersonScope } from '../../src/platform/scope.ts'
import { claimDecision, payrollRow } from '../../src/slices/claims/claims.tables.ts'
import { payrollPaxml } from '../../src/slices/claims/claims.paxml.ts'
import { makeBatch } from '../../src/slices/claims/payroll.commands.ts'
import { getBatch } from '../../src/slices/claims/payroll.store.ts'

/** Where the program stops and waits for its end. */
export type StoppingAt =
  | 'before the lock'
  | 'before the rows'
  | 'after the rows'
  | 'before the commit'
  | 'after the commit'
  | 'while the file is made'

export type ExportWork = {
  readonly connections: Connections
  readonly scope: PersonScope
  readonly today: string
  readonly form: Readonly<Record<string, unknown>>
  readonly stopAt: StoppingAt
}

const work: ExportWork = JSON.parse(process.env.EXPORT_WORKER ?? '{}')
const isAt = (point: StoppingAt) => work.stopAt === point

/** Says that the point is reached, and never goes on. */
function stop(): Promise<never> {
  process.stdout.write(`${work.stopAt}\n`)
  setInterval(() => undefined, 1000)
  return new Promise(() => undefined)
}

const dialect = new PgDialect()

/** The same transaction, which stops at the statement that the test names. */
function stopping(tx: Tx): Tx {
  const executed = ((query: SQL) => {
    const { sql } = dialect.sqlToQuery(query)
    const writes = (table: PgTable) => sql.startsWith(`insert into "${getTableName(table)}"`)
    const isHere =
      isAt('before the lock') ||
      (isAt('before the rows') && writes(payrollRow)) ||
      (isAt('after the rows') && writes(claimDecision))
    return isHere ? stop() : tx.execute(query)
  }) as Tx['execute']
  return Object.assign(Object.create(tx), { execute: executed })
}

const database = connect(work.connections, 'a secret that is used by tests alone')
const guarded: Database = {
  ...database,
  transaction: async (at, body) => {
    const value = await database.transaction(at, async (tx) => {
      const result = await body(stopping(tx))
      return isAt('before the commit') ? stop() : result
    })
    return isAt('after the commit') ? stop() : value
  },
}
const clock = fixedClock(dayFromIso(work.today))
const outcome = await execute({ database: guarded, clock }, work.scope, makeBatch, work.form)
if (!outcome.ok) throw new Error(JSON.stringify(outcome))
const { batch } = await database.read(work.scope, (tx) => getBatch(tx, work.scope, outcome.value.id))
payrollPaxml(batch)
if (!isAt('while the file is made')) throw new Error(`nothing was done ${work.stopAt}`)
await stop()
