import type { PoolConfig } from 'pg'
import type { Settings } from '../settings.ts'
import { type EmbeddedServer, embeddedOwner } from './embedded.ts'

/** How each of the program's parts logs in. None of them but the owner owns anything. */
export type Connections = {
  /** Migrates, and does nothing else. */
  readonly owner: PoolConfig
  /** Serves requests: may become `app_user`. */
  readonly app: PoolConfig
  /** Serves schedules, backup and log verification: may become `app_system`. */
  readonly system: PoolConfig
  /** Serves the queue: may become `app_queue`. */
  readonly queue: PoolConfig
}

/** Login roles of the embedded server, and which role each may become. All are NOINHERIT: until then they may nothing. */
export const logins = {
  app_login: ['app_user'],
  app_system_login: ['app_system'],
  app_queue_login: ['app_queue'],
} as const

/** Returns how to reach a database of the embedded server. Trust is enough there: only this user can enter the socket's folder. */
export function embeddedConnections(server: Pick<EmbeddedServer, 'socketFolder'>, database: string): Connections {
  const as = (user: string) => sessionDefaults({ host: server.socketFolder, port: 5432, database, user })
  return {
    owner: as(embeddedOwner),
    app: as('app_login'),
    system: as('app_system_login'),
    queue: as('app_queue_login'),
  }
}

/**
 * Returns how to reach the operator's server. With DATABASE_OWNER_URL only that migrates, and DATABASE_URL is a login
 * without rights of its own. With DATABASE_URL alone one login does everything, each time as the role for it.
 */
export function serverConnections(
  settings: Pick<Settings, 'databaseOwnerUrl'> & { readonly databaseUrl: string },
): Connections {
  const login = sessionDefaults({ connectionString: settings.databaseUrl })
  const owner = sessionDefaults({ connectionString: settings.databaseOwnerUrl ?? settings.databaseUrl })
  return { owner, app: login, system: login, queue: login }
}

/** Returns the login's name, for grants; undefined when the connection leaves it to the system. */
export function loginOf(connection: PoolConfig): string | undefined {
  if (connection.connectionString === undefined) return connection.user
  return decodeURIComponent(new URL(connection.connectionString).username) || undefined
}

/** Instants are read as UTC text; a statement that hangs must not hold its locks for ever. */
function sessionDefaults(config: PoolConfig): PoolConfig {
  const options = '-c timezone=UTC -c idle_in_transaction_session_timeout=60000'
  return { ...config, options, connectionTimeoutMillis: 10_000, application_name: 'namndkontakt' }
}
