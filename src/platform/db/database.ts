import { createHmac } from 'node:crypto'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { escapeLiteral, type PoolClient, type QueryConfig } from 'pg'
import type { PgBoss, SendOptions } from 'pg-boss'
import { isId } from '../ids.ts'
import type { Connections } from './connections.ts'
import { createPool, type TransactionPool } from './pool.ts'
import { createSender, createWorkingBoss, type QueueName } from './queue.ts'
import { createSeal } from './seal.ts'

/** Reading in a transaction: what queries take. A `Tx` is one too. */
export type ReadTx = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'with' | '$with' | '$count' | 'execute'
> & {
  /** Returns a digest that only this installation can make: HMAC-SHA-256 under the installation's secret. */
  readonly digest: (text: string) => Buffer
  /** Returns what only this installation can open again: for secrets and identities that the database alone must not tell. */
  readonly seal: (text: string) => Buffer
  /** Returns what was sealed. Throws when the bytes were changed, or sealed under another secret. */
  readonly unseal: (sealed: Buffer) => string
}

/** Writing in a transaction: what every function that writes takes. */
export type Tx = ReadTx &
  Pick<NodePgDatabase, 'insert' | 'update' | 'delete'> & {
    /** Puts a job in a queue as part of this transaction. */
    readonly enqueue: (queue: QueueName, data: object, options?: SendOptions) => Promise<void>
  }

/** Where a transaction works: one municipality, and in it one committee or what belongs to none. A `Scope` is one. */
export type At = { readonly municipalityId: string; readonly committeeId?: string | undefined }

/** What can be looked up before the municipality is known; everything else needs one. */
type LookUp =
  | { readonly slug: string }
  | { readonly session: string }
  /** All municipalities of the demonstration. */
  | { readonly demo: true }

export type Database = {
  /**
   * Runs the work in one transaction that sees and writes this municipality alone, and of what belongs to a committee
   * this committee's alone; without a committee nothing that belongs to one. Whatever it throws rolls back.
   */
  readonly transaction: <T>(at: At, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The same for reading alone: the database refuses writes. */
  readonly read: <T>(at: At, work: (tx: ReadTx) => Promise<T>) => Promise<T>
  /** Reads the one row that is asked for, such as the municipality with this slug or the session with this token hash. */
  readonly lookUp: <T>(what: LookUp, work: (tx: ReadTx) => Promise<T>) => Promise<T>
  /** Reads all municipalities: for schedules, backup and log verification. */
  readonly system: <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>
  /** Checks that the database answers. */
  readonly ping: () => Promise<void>
  /** Returns a pg-boss, not yet started, for a worker. */
  readonly workingBoss: () => PgBoss
  /** Waits for what is under way, closes every connection, and stops the embedded server. */
  readonly close: () => Promise<void>
}

/**
 * Returns the database behind these connections. It must be migrated; nothing is checked here. `afterClose` runs when
 * every connection is closed.
 */
export function connect(connections: Connections, secretKey: string, afterClose?: () => Promise<void>): Database {
  const app = createPool({ ...connections.app, max: 10 })
  const system = createPool({ ...connections.system, max: 3 })
  const sender = lazySender(connections)
  const digest = (text: string) => createHmac('sha256', secretKey).update(text).digest()
  const work = workingTransactions({ digest, ...createSeal(secretKey) }, sender)

  const inMunicipality = async <T>(pool: TransactionPool, at: At, mode: string, body: (tx: Tx) => Promise<T>) => {
    const { municipalityId: municipality, committeeId: committee = '' } = at
    if (!isId(municipality)) throw new TypeError(`${municipality} is not the id of a municipality`)
    if (committee !== '' && !isId(committee)) throw new TypeError(`${committee} is not the id of a committee`)
    return await pool.run(beginAs('app_user', { municipality, committee }, mode), (client) => body(work(client)))
  }

  return {
    transaction: (at, body) => inMunicipality(app, at, '', body),
    read: (at, body) => inMunicipality(app, at, 'read only', body),
    lookUp: (what, body) =>
      app.run(beginAs('app_user', lookUpSettings(what), 'read only'), (client) => body(work(client))),
    system: (body) => system.run(beginAs('app_system', {}, 'read only'), (client) => body(work(client))),
    ping: () => app.run('begin read only', async () => undefined),
    workingBoss: () => createWorkingBoss(connections.queue),
    close: async () => {
      await sender.stop()
      await Promise.all([app.end(), system.end()])
      await afterClose?.()
    },
  }
}

/**
 * One round trip: begins, names what the policies compare with, and drops to the role. The settings end with the transaction.
 */
function beginAs(role: 'app_user' | 'app_system', settings: Readonly<Record<string, string>>, mode: string): string {
  const named = Object.entries(settings).map(
    ([name, value]) => `set_config('app.${name}', ${escapeLiteral(value)}, true)`,
  )
  return `begin ${mode}; select ${[...named, `set_config('role', '${role}', true)`].join(', ')}`
}

function lookUpSettings(what: LookUp): Readonly<Record<string, string>> {
  return 'demo' in what ? { demo: 'on' } : what
}

/** Returns the working face of a client, made once for each. */
function workingTransactions(
  secrets: Pick<Tx, 'digest' | 'seal' | 'unseal'>,
  sender: Sender,
): (client: PoolClient) => Tx {
  const known = new WeakMap<PoolClient, Tx>()
  return (client) => {
    const before = known.get(client)
    if (before !== undefined) return before
    const tx = Object.assign(drizzle({ client: preparing(client) }), {
      ...secrets,
      enqueue: (queue: QueueName, data: object, options?: SendOptions) => sender.send(client, queue, data, options),
    })
    known.set(client, tx)
    return tx
  }
}

/**
 * Returns the client with every statement prepared on its connection at the first use: PostgreSQL then parses and
 * plans it once, which is most of the cost of our short queries. A statement's name is its number in this process.
 */
function preparing(client: PoolClient): PoolClient {
  const query = (config: QueryConfig, values?: unknown[]) => client.query(named(config), values)
  return Object.assign(Object.create(client), { query })
}

const statementNames = new Map<string, string>()
/** A list of varying length gives a text for each length; those beyond this number go unprepared. */
const mostStatements = 1000

function named(config: QueryConfig): QueryConfig {
  const known = statementNames.get(config.text)
  if (known === undefined && statementNames.size >= mostStatements) return config
  const name = known ?? `s${statementNames.size}`
  statementNames.set(config.text, name)
  return { ...config, name }
}

type Sender = {
  readonly send: (client: PoolClient, queue: QueueName, data: object, options?: SendOptions) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Started when the first job is sent: most programs at the command line send none. */
function lazySender(connections: Connections): Sender {
  let starting: Promise<PgBoss> | undefined
  const started = () => {
    starting ??= startSender(connections).catch((error) => {
      starting = undefined
      throw error
    })
    return starting
  }
  return {
    send: async (client, queue, data, options) => {
      const boss = await started()
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
      await boss.send(queue, data, { ...options, db })
    },
    stop: async () => {
      await (await starting)?.stop({ graceful: false })
    },
  }
}

async function startSender(connections: Connections): Promise<PgBoss> {
  const boss = createSender(connections.queue)
  // The sender's own connection only refreshes its list of queues: what matters fails in the caller's transaction.
  boss.on('error', () => undefined)
  return await boss.start()
}
