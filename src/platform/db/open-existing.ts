import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { Unusable } from '../../kernel/errors.ts'
import { loadSecret } from '../secret.ts'
import type { Settings } from '../settings.ts'
import { type Connections, embeddedConnections, serverConnections } from './connections.ts'
import { connect, type Database } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { findPostmaster } from './embedded-postmaster.ts'
import { requireMigrated, requireServerVersion } from './migrate.ts'
import { embeddedDatabase, withClient } from './open.ts'

/**
 * Opens the database that the settings name as it is, to look at it: nothing is made, migrated or granted. An embedded
 * server that is running is used where it runs, beside the program that started it; one that is not is started.
 * Throws `Unusable` with a sentence for the operator when there is none, or it is of another version of the program.
 */
export async function openExisting(settings: Settings): Promise<Database> {
  if (settings.databaseUrl !== undefined)
    return await opened(serverConnections({ ...settings, databaseUrl: settings.databaseUrl }), settings)
  const folder = join(settings.dataDir, 'postgres')
  if (!(await isThere(folder)))
    throw new Unusable(`There is no database in ${settings.dataDir}. Say where it is with DATA_DIR or DATABASE_URL.`)
  if (settings.secretKey === undefined && !(await isThere(join(settings.dataDir, 'secret-key'))))
    throw new Unusable(
      `The file secret-key is missing in ${settings.dataDir}. Put it back from a backup, or set SECRET_KEY.`,
    )
  const running = await findPostmaster(folder)
  if (running?.alive) return await opened(embeddedConnections(running, embeddedDatabase), settings)
  const server = await startEmbedded(settings.dataDir)
  try {
    return await opened(embeddedConnections(server, embeddedDatabase), settings, server.stop)
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function opened(connections: Connections, settings: Settings, stop?: () => Promise<void>): Promise<Database> {
  await withClient(connections.app, async (client) => {
    await requireServerVersion(client)
    await requireMigrated(client)
  })
  return connect(connections, await loadSecret(settings), stop)
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  )
}
