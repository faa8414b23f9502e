import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url)
const page = readFileSync(new URL('docs/security.md', root), 'utf8')
const named = [...page.matchAll(/`((?:src|tests|migrations)\/[^`*]+|biome\.json)`/g)].map(([, path = '']) => path)
const linked = [...page.matchAll(/\]\(([^)]+\.md)\)/g)].map(([, path = '']) => `docs/${path}`)

describe('the page about security', () => {
  it('names files, tests and pages that are there', () => {
    expect([...named, ...linked].filter((path) => !existsSync(new URL(path, root)))).toEqual([])
    expect(named.length).toBeGreaterThan(60)
  })

  it('names a test for each protection, or says that there is none', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:---|against|what \|)/.test(line))
    const unproven = rows.filter((row) => !/tests\/|\.test\./.test(row.split(' | ').at(-1) ?? ''))
    expect(unproven.map((row) => row.split(' | ').at(-1)?.replace(/ \|$/, ''))).toEqual(['–'])
    expect(rows.length).toBeGreaterThan(40)
  })
})
