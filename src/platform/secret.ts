import { randomBytes } from 'node:crypto'
import { access, link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Unusable } from '../kernel/errors.ts'
import type { Settings } from './settings.ts'

/**
 * Returns the installation's secret: SECRET_KEY, or else one made at random the first time and kept in the data
 * folder, readable by its owner alone. Throws `Unusable` when the kept one is damaged: a new one would make
 * every digest in the log look forged.
 */
export async function loadSecret(settings: Pick<Settings, 'secretKey' | 'dataDir'>): Promise<string> {
  if (settings.secretKey !== undefined) return settings.secretKey
  const path = join(settings.dataDir, 'secret-key')
  await mkdir(settings.dataDir, { recursive: true })
  const known = await access(path).then(
    () => true,
    () => false,
  )
  if (!known) await keepNewSecret(path)
  const secret = (await readFile(path, 'utf8')).trim()
  if (secret.length < 32) {
    throw new Unusable(`${path} is damaged. Put back the file from a backup, or set SECRET_KEY.`)
  }
  return secret
}

/** Written whole under another name and then linked: a start that is killed half-way leaves no half secret behind. */
async function keepNewSecret(path: string): Promise<void> {
  const unfinished = `${path}.${process.pid}`
  try {
    const file = await open(unfinished, 'w', 0o600)
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`)
    await file.sync()
    await file.close()
    await link(unfinished, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    throw new Unusable(`${path} cannot be written (${code}). Make the folder writable, or set SECRET_KEY.`, {
      cause: error,
    })
  } finally {
    await rm(unfinished, { force: true })
  }
}
