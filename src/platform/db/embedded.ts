import type { ChildProcess } from 'node:child_process'
import { access, constants, mkdir, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Unusable } from '../../kernel/errors.ts'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { findPostmaster, isReady, removePostmasterFile } from './embedded-postmaster.ts'
import { takeOwnerLock } from './owner-lock.ts'

/** A PostgreSQL of our own: reached through a Unix socket in a folder only this user can enter, and in no other way. */
export type EmbeddedServer = {
  readonly socketFolder: string
  /** The process of the server at this moment; it changes when the server had to be started again. */
  readonly pid: () => number
  /** Stops the server once its connections are closed by it, and gives the data folder free. */
  readonly stop: () => Promise<void>
}

/** The superuser of the embedded server, who migrates. The application logs in as others. */
export const embeddedOwner = 'postgres'

const socketPrefix = 'namndkontakt-'
// A Unix socket's path may have 107 bytes (sun_path in unix(7)).
const longestSocketPath = 107
const startTimeout = 30_000

/**
 * Starts PostgreSQL on `postgres` in the data folder, which is made and initialised when absent. What an earlier
 * server that was killed left running is stopped first. Throws `Unusable`, with a sentence for the operator, when the
 * folder cannot be written, is used by another server, or the system has no embedded PostgreSQL.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  await prepareFolder(dataDir)
  const lock = await takeOwnerLock(dataDir)
  try {
    const binaries = await findBinaries()
    const folder = join(dataDir, 'postgres')
    await stopOrphan(binaries, folder)
    await initialise(binaries, folder)
    const log = join(dataDir, 'postgres.log')
    await rm(log, { force: true })
    const running = await keepRunning({ binaries, folder, log })
    return {
      socketFolder: running.socketFolder,
      pid: running.pid,
      stop: async () => {
        await running.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function prepareFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    // Root passes every access check; a file system that is read-only or full shows first when something is written.
    const probe = join(dataDir, `.writable.${process.pid}`)
    await (await open(probe, 'w')).close()
    await rm(probe)
  } catch (error) {
    throw new Unusable(
      `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}). ` +
        'Make it writable for the user who starts the server, or choose another folder with DATA_DIR.',
      { cause: error },
    )
  }
}

/** The owner lock is ours, so whatever server still runs on the folder has lost the process that started it. */
async function stopOrphan(binaries: Binaries, folder: string): Promise<void> {
  const found = await findPostmaster(folder)
  if (found === undefined) return
  if (found.alive) await binaries.run('pg_ctl', ['-D', folder, '-m', 'fast', '-w', 'stop'])
  else await removePostmasterFile(folder)
  if (found.socketFolder.includes(`/${socketPrefix}`)) await rm(found.socketFolder, { recursive: true, force: true })
}

async function initialise(binaries: Binaries, folder: string): Promise<void> {
  if ((await readdir(folder).catch(() => [])).length > 0) return
  // Made beside and then renamed: a start that is killed half-way leaves nothing that looks like a database.
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  const locale = ['--locale-provider=icu', '--icu-locale=sv-SE', '-E', 'UTF8']
  await binaries.run('initdb', ['-D', unfinished, '-U', embeddedOwner, '--auth=trust', ...locale]).catch((error) => {
    throw new Unusable(`The database could not be made in ${folder}: ${lastLines(error.stderr ?? error.message)}`)
  })
  await rename(unfinished, folder)
}

type Place = { readonly binaries: Binaries; readonly folder: string; readonly log: string }

/** Starts the server, and again whenever it ends without having been told to. */
async function keepRunning(place: Place) {
  const socketFolder = await makeSocketFolder()
  let stopping = false
  let child = await startServer(place, socketFolder).catch(async (error) => {
    await rm(socketFolder, { recursive: true, force: true })
    throw error
  })
  const watch = (watched: ChildProcess) => watched.once('exit', () => void restart())
  const restart = async () => {
    while (!stopping) {
      try {
        child = await startServer(place, socketFolder)
        watch(child)
        return
      } catch {
        // The reason is in the server's own log; its remaining processes may still be on their way out.
        await delay(250)
      }
    }
  }
  watch(child)
  const stopWithUs = () => void child.kill('SIGINT')
  process.once('exit', stopWithUs)
  return {
    socketFolder,
    pid: () => child.pid ?? 0,
    stop: async () => {
      stopping = true
      process.off('exit', stopWithUs)
      await stopServer(child)
      await rm(socketFolder, { recursive: true, force: true })
    },
  }
}

async function makeSocketFolder(): Promise<string> {
  const wanted = join(tmpdir(), socketPrefix)
  const fits = Buffer.byteLength(`${wanted}XXXXXX/.s.PGSQL.5432.lock`) <= longestSocketPath
  return await mkdtemp(fits ? wanted : join('/tmp', socketPrefix))
}

async function startServer(place: Place, socketFolder: string): Promise<ChildProcess> {
  const output = await open(place.log, 'a', 0o600)
  const parameters = ['-D', place.folder, '-k', socketFolder]
  const child = place.binaries.startServer([...parameters, ...serverSettings], output.fd)
  await output.close()
  child.unref()
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  for (let waited = 0; waited < startTimeout; waited += 5) {
    if (await isReady(place.folder, child.pid)) return child
    if (failure !== undefined || child.exitCode !== null || child.signalCode !== null) break
    await delay(5)
  }
  child.kill('SIGKILL')
  const reason = lastLines(failure?.message ?? (await readFile(place.log, 'utf8').catch(() => '')))
  throw new Unusable(`The embedded PostgreSQL did not start on ${place.folder}: ${reason}`)
}

const serverSettings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'timezone=UTC',
  'log_timezone=UTC',
  'fsync=on',
  'lc_messages=C',
  // A connection costs some kilobytes until it is used; commands beside a server, and tests side by side, take dozens.
  'max_connections=200',
].flatMap((setting) => ['-c', setting])

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.ref()
  child.kill('SIGINT')
  await ended
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-6).join('\n')
}
