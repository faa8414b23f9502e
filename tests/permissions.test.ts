import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { knownCommands, permissionsPage } from '../scripts/permissions-page.ts'
import { isAllowed, permissions, roles } from '../src/kernel/permissions.ts'
import { pages } from '../src/slices.ts'

describe('the permissions', () => {
  it('are written down as the code declares them; "npm run generate" writes docs/permissions.md anew', async () => {
    expect(readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8')).toBe(await permissionsPage())
  })

  it('are each asked for by a page or a command, and given to a role', async () => {
    const asked = new Set<string>([
      ...pages.map(({ allow }) => allow),
      ...(await knownCommands()).map(({ allow }) => allow),
    ])
    const given = permissions.filter((it) => roles.some((role) => isAllowed([role], it)))
    expect(permissions.filter((it) => !given.includes(it))).toEqual([])
    expect(permissions.filter((it) => !asked.has(it))).toEqual([])
  })

  it('let the auditor ask for no write but of the own account, and of what is read', async () => {
    const commands = (await knownCommands()).filter(({ allow }) => allow !== 'system' && isAllowed(['auditor'], allow))
    expect([...new Set(commands.map(({ allow }) => allow))].toSorted()).toEqual([
      'account:own',
      'reports:read-restricted',
    ])
  })

  it('are asked for by commands with names of their own', async () => {
    const names = (await knownCommands()).map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(names.length).toBeGreaterThan(80)
  })
})
