import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { knownCommands, permissionsPage } from '../scripts/permissions-page.ts'
import { isAllowed, permissions, roles } from '../src/kernel/permissions.ts'
import { pages } from '../src/slices.ts'

const slices = new URL('../src/slices/', import.meta.url)
/** Some are asked for within a page: what is shown there depends on them. */
const sources = readdirSync(slices, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => readFileSync(new URL(file, slices), 'utf8'))
  .join('\n')

describe('the permissions', () => {
  it('are written down as the code declares them; "npm run generate" writes docs/permissions.md anew', async () => {
    expect(readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8')).toBe(await permissionsPage())
  })

  it('are each asked for by a page or a command, and given to a role', async () => {
    const declared = new Set<string>([...pages, ...(await knownCommands())].map(({ allow }) => allow))
    const asked = (permission: string) => declared.has(permission) || sources.includes(`'${permission}'`)
    const given = permissions.filter((it) => roles.some((role) => isAllowed([role], it)))
    expect(permissions.filter((it) => !given.includes(it))).toEqual([])
    expect(permissions.filter((it) => !asked(it))).toEqual([])
  })

  it('let the auditor write nothing but in the own account, and that something was read', async () => {
    const commands = (await knownCommands()).filter(({ allow }) => allow !== 'system' && isAllowed(['auditor'], allow))
    expect(commands.filter(({ allow }) => allow !== 'account:own').map(({ name }) => name)).toEqual([
      'claims.read-file',
      'records.fetch-disclosure',
      'reports.mark-read',
      'reports.read-restricted',
    ])
  })

  it('are asked for by commands with names of their own', async () => {
    const names = (await knownCommands()).map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(names.length).toBeGreaterThan(80)
  })
})
