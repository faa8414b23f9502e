import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'

const inMemory = '/dev/shm'
/** All databases of a run at once; what a container gives by default (64 MB) is not enough. */
const bytesNeeded = 4e9

/** Returns the folder for databases that are thrown away: in memory where the system has room for that. */
export async function throwawayFolder(): Promise<string> {
  try {
    await access(inMemory, constants.W_OK | constants.X_OK)
    const { bavail, bsize } = await statfs(inMemory)
    return bavail * bsize >= bytesNeeded ? inMemory : tmpdir()
  } catch {
    return tmpdir()
  }
}
