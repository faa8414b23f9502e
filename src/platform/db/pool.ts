import { setTimeout as delay } from 'node:timers/promises'
import { Pool, type PoolClient, type PoolConfig } from 'pg'

export type TransactionPool = {
  /**
   * Runs the body between `begin` (which may hold more statements) and `commit`; whatever it throws rolls back.
   * Throws also when a statement had failed and the body hid it: nothing is ever half saved without a word.
   */
  readonly run: <T>(begin: string, body: (client: PoolClient) => Promise<T>) => Promise<T>
  readonly end: () => Promise<void>
}

/** How long a new transaction waits for a server that is being started again, in milliseconds. */
const patience = 3000

/** Returns a pool of connections that outlives the loss of any of them, and of the server. */
export function createPool(config: PoolConfig): TransactionPool {
  const pool = new Pool({ ...config, idleTimeoutMillis: 30_000 })
  // A connection that breaks says so here, idle or not; without a listener the whole process would end.
  // Whoever is using it gets the error from the statement.
  const ignore = () => undefined
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return {
    run: async (begin, body) => {
      const client = await begun(pool, begin)
      try {
        const value = await body(client)
        const { command } = await client.query('commit')
        if (command !== 'COMMIT')
          throw new Error('A statement failed and was not reported: the transaction was rolled back')
        client.release()
        return value
      } catch (error) {
        await rollBack(client)
        throw error
      }
    },
    end: () => pool.end(),
  }
}

/** Until something has been done, a lost connection can be replaced without anyone noticing. */
async function begun(pool: Pool, begin: string): Promise<PoolClient> {
  const giveUp = performance.now() + patience
  for (;;) {
    let client: PoolClient | undefined
    try {
      client = await pool.connect()
      await client.query(begin)
      return client
    } catch (error) {
      client?.release(true)
      if (!isLoss(error) || performance.now() > giveUp) throw error
      await delay(25)
    }
  }
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback')
    client.release()
  } catch {
    // The connection is gone, and with it the transaction. The caller already has the error that tells.
    client.release(true)
  }
}

const lossCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
])

/** Whether the connection, and not the statement, failed. The driver's own words for a broken one carry no code. */
function isLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  return code === undefined ? /connection (terminated|error)|not queryable/i.test(error.message) : lossCodes.has(code)
}
