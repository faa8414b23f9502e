import { execFileSync } from 'node:child_process'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Unusable } from '../../kernel/errors.ts'

export type OwnerLock = { readonly release: () => Promise<void> }

/**
 * Takes the data folder for this process. A lock left by a process that is gone is taken over, also when its number
 * has been given to another program since. Throws `Unusable`, naming the process, when a living server has it.
 */
export async function takeOwnerLock(dataDir: string): Promise<OwnerLock> {
  const path = join(dataDir, 'owner.lock')
  const mine = join(dataDir, `owner.lock.${process.pid}`)
  const content = `${process.pid} ${startOf(process.pid)}\n`
  await writeFile(mine, content, { mode: 0o600 })
  try {
    await placeLock({ path, mine, dataDir })
  } finally {
    await rm(mine, { force: true })
  }
  return {
    release: async () => {
      if ((await readIfThere(path)) === content) await rm(path, { force: true })
    },
  }
}

async function placeLock(at: {
  readonly path: string
  readonly mine: string
  readonly dataDir: string
}): Promise<void> {
  // A link either makes the name or fails: two servers that start at the same moment cannot both succeed.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await linked(at.mine, at.path)) return
    const found = await readIfThere(at.path)
    if (found === undefined) continue
    const [pid, start] = found.trim().split(/\s+/)
    if (isAlive(Number(pid), start ?? '')) throw alreadyInUse(at.dataDir, Number(pid))
    await removeStale(at, found)
  }
  throw new Unusable(`The data folder ${at.dataDir} is being taken by another server at this moment. Try again.`)
}

/** Moves the lock away before it is deleted, so that a lock someone placed meanwhile is put back and not lost. */
async function removeStale(at: { readonly path: string; readonly mine: string }, expected: string): Promise<void> {
  const aside = `${at.mine}.stale`
  try {
    await rename(at.path, aside)
  } catch {
    // Someone else removed it first: the next attempt finds out how things stand.
    return
  }
  if ((await readIfThere(aside)) !== expected) await linked(aside, at.path)
  await rm(aside, { force: true })
}

function alreadyInUse(dataDir: string, pid: number): Unusable {
  return new Unusable(
    `Another server (process ${pid}) is already using the data folder ${dataDir}. ` +
      'Stop it first, or choose another folder with DATA_DIR.',
  )
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(() => undefined)
}

function isAlive(pid: number, start: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  const current = startOf(pid)
  return current !== '' && current === start
}

/** Returns when the process was started, as opaque text that tells it from a later one of the same number; '' when it is gone. */
function startOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The command's name stands in parentheses and may hold spaces: count from the last one. Fields as in proc(5).
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' ? '' : (fields[19] ?? '')
    } catch {
      return ''
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .replace(/\s+/g, '_')
  } catch {
    return ''
  }
}
