import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { afterAll, describe, expect, it } from 'vitest'

// What makes migrations adds a property to every array there is, and the files after this one share them.
afterAll(() => {
  Reflect.deleteProperty(Array.prototype, 'random')
})

const root = join(import.meta.dirname, '..')

async function declaredTables(): Promise<Record<string, unknown>> {
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter((file) => file.endsWith('.tables.ts'))
  const modules = await Promise.all(files.map((file) => import(join(root, 'src', file))))
  return Object.assign({}, ...modules)
}

async function lastSnapshot(): Promise<Parameters<typeof generateMigration>[0]> {
  const meta = join(root, 'migrations', 'meta')
  const names = (await readdir(meta)).filter((name) => name.endsWith('_snapshot.json')).sort()
  return JSON.parse(await readFile(join(meta, names.at(-1) ?? ''), 'utf8'))
}

describe('the migrations', () => {
  it('make the very tables that the program declares', async () => {
    const declared = generateDrizzleJson(await declaredTables())
    expect(await generateMigration(await lastSnapshot(), declared)).toEqual([])
  })
})
