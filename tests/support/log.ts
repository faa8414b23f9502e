import { Client, type PoolConfig } from 'pg'
import { dayFromIso } from '../../src/kernel/date.ts'
import { appendAudit } from '../../src/platform/audit.ts'
import { verifyLogs } from '../../src/platform/audit-verification.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { connect } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/ids.ts'
import { aTestDatabase } from './database.ts'

/** When everything in the tests' logs happens. */
export const at = fixedClock(dayFromIso('2026-03-25')).now()

/** What these logs are signed with. */
export const logSecret = 'a secret that the log of tests is signed with'

/** Returns two municipalities' logs on a database of their own: three entries in `town`, one in `otherTown`. */
export async function aLog() {
  const { connections } = await aTestDatabase()
  // One that can be closed after each test: the connections of many would be too many.
  const database = connect(connections, logSecret)
  const [town, otherTown, secretary, visit] = [newId(), newId(), newId(), newId()]

  const write = (municipalityId: string, ...commands: readonly string[]) => {
    const notes = commands.map((command) => ({
      municipalityId,
      at,
      actor: secretary,
      command,
      subject: { type: 'visit', id: visit },
      content: { units: ['Ekbacken'], b: 1, a: { d: null, c: 'å' } },
    }))
    return database.transaction({ municipalityId }, (tx) => appendAudit(tx, notes))
  }
  /** Does what only someone who rules the database server can: the triggers do not run. */
  const tamper = async (statement: string) => {
    const owner = new Client(connections.owner)
    await owner.connect()
    await owner.query(`set session_replication_role = replica; ${statement}`).finally(() => owner.end())
  }
  const faultsFound = async () => (await verifyLogs(database)).logs.flatMap(({ faults }) => faults)

  await write(town, 'visits.book', 'visits.hold')
  await write(town, 'reports.finalise')
  await write(otherTown, 'visits.cancel')
  return { database, connections, close: database.close, town, otherTown, visit, write, tamper, faultsFound }
}

/** Returns the address of a database in the form that an operator writes it. */
export function addressOf({ connectionString, user, host, database }: PoolConfig): string {
  return connectionString ?? `postgres://${user}@localhost/${database}?host=${host}`
}

export type TestLog = Awaited<ReturnType<typeof aLog>>
