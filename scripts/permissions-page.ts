import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isAllowed, permissions, type Role, roles } from '../src/kernel/permissions.ts'
import type { Command } from '../src/platform/command.ts'
import { pages, publicPages } from '../src/slices.ts'

/** Returns every command of the product, by name, as the files of the slices declare them. */
export async function knownCommands(): Promise<readonly Pick<Command<unknown, unknown>, 'name' | 'allow'>[]> {
  const slices = new URL('../src/slices/', import.meta.url)
  const files = readdirSync(slices, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.commands.ts'),
  )
  const exported = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ fileURLToPath(new URL(file, slices)))),
  )
  // A command that a slice shows through two files is one command.
  const commands = new Set(exported.flatMap((module) => Object.values(module).filter(isCommand)))
  return [...commands].toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

/** Returns docs/permissions.md: who may do what, as the code declares it. */
export async function permissionsPage(): Promise<string> {
  const ticks = (permission: (typeof permissions)[number]) =>
    roles.map((role) => (isAllowed([role], permission) ? '●' : ' '))
  const commands = await knownCommands()
  return `# Who may do what

Written by \`npm run generate\` from the declarations in the code; do not edit it here. A test fails when it is not what the code says.

A person has roles in a committee, each for a period. A role gives permissions in that committee alone. Every address and every command
names exactly one permission; without it the answer is 403 and a row in the log. Beyond the permission each command looks at the thing
itself: a manager reaches the own unit, a politician what is their own. [security.md](security.md) tells how that is proven.

## Permissions

${table(
  ['permission', ...roles.map(heading)],
  permissions.map((it) => [`\`${it}\``, ...ticks(it)]),
)}

## Addresses of a committee

Below \`/:municipality/:committee\`.

${table(
  ['address', 'permission'],
  pages.map(({ method, path, allow }) => [`\`${method.toUpperCase()} ${path}\``, `\`${allow}\``]),
)}

## Addresses without a session

${table(
  ['address', 'from another site'],
  publicPages.map(({ method, path, crossSite }) => [
    `\`${method.toUpperCase()} ${path}\``,
    crossSite ? 'yes: proves itself by what it carries' : 'no',
  ]),
)}

## Commands

Every write is one of these. \`system\` is for background work, the command line and sign-in: no person can ask for it by a form of a
committee.

${table(
  ['command', 'permission'],
  commands.map(({ name, allow }) => [`\`${name}\``, allow === 'system' ? 'system' : `\`${allow}\``]),
)}
`
}

function heading(role: Role): string {
  return role.replace('-', ' ')
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}

function isCommand(value: unknown): value is Command<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'allow' in value && 'input' in value && 'run' in value
}
