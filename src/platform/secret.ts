import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
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
  await keepNewSecret(path)
  const secret = (await readFile(path, 'utf8')).trim()
  if (secret.length < 32) {
    throw new Unusable(`${path} is damaged. Put back the file from a backup, or set SECRET_KEY.`)
  }
  return secret
}

async function keepNewSecret(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw new Unusable(`${path} cannot be written (${error.code}). Make the folder writable, or set SECRET_KEY.`)
  })
  if (file === undefined) return
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
