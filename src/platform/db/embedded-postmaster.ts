import { execFileSync } from 'node:child_process'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'

export type Postmaster = {
  readonly pid: number
  readonly socketFolder: string
  /** Whether that process lives and is a server on this folder, and not another program that got its number. */
  readonly alive: boolean
}

/** Returns what `postmaster.pid` in the folder says and whether it still holds, or undefined when there is none. */
export async function findPostmaster(folder: string): Promise<Postmaster | undefined> {
  const lines = await postmasterFile(folder)
  if (lines === undefined) return undefined
  const pid = Number(lines[0])
  return { pid, socketFolder: lines[4] ?? '', alive: await isServerOn(pid, folder) }
}

/** Whether this very process has written that it accepts connections. */
export async function isReady(folder: string, pid: number | undefined): Promise<boolean> {
  const lines = await postmasterFile(folder)
  return lines !== undefined && Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** Removes the mark of a server that is gone. PostgreSQL itself would keep it if the number is in use by any program. */
export async function removePostmasterFile(folder: string): Promise<void> {
  await rm(join(folder, 'postmaster.pid'), { force: true })
}

/** The lines are fixed by PostgreSQL (src/include/utils/pidfile.h): 1 process, 2 folder, 5 socket folder, 8 state. */
async function postmasterFile(folder: string): Promise<readonly string[] | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined)
  return text?.split('\n')
}

async function isServerOn(pid: number, folder: string): Promise<boolean> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  if (process.platform === 'linux') {
    // A server's working folder is its data folder.
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
    return cwd !== undefined && cwd === (await realpath(folder))
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder)
  } catch {
    return false
  }
}
