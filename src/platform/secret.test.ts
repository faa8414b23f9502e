import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSecret } from './secret.ts'

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'nk-secret-'))
})

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true })
})

describe("the installation's secret", () => {
  it('is the one in the settings when there is one', async () => {
    expect(await loadSecret({ dataDir, secretKey: 'given' })).toBe('given')
  })

  it('is made once and then stays the same', async () => {
    const first = await loadSecret({ dataDir })
    expect(await loadSecret({ dataDir })).toBe(first)
  })

  it('is never replaced when it is damaged, for then the log would look forged', async () => {
    await writeFile(join(dataDir, 'secret-key'), '\n')
    await expect(loadSecret({ dataDir })).rejects.toThrow(/is damaged/)
  })
})
