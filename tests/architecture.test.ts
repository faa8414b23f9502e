import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { importsOf, type SourceFile, violations } from './architecture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

function readSource(): readonly SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .map((file) => ({ file, imports: importsOf(file, readFileSync(join(root, file), 'utf8')) }))
}

function planted(file: string, target: string, typeOnly = false): readonly string[] {
  return violations([{ file, imports: [{ target, typeOnly }] }])
}

describe('the plan of the house', () => {
  it('holds for every file of the product', () => {
    expect(violations(readSource())).toEqual([])
  })

  it('is read from every form of import', () => {
    const source = [
      "import { a } from './a.ts'",
      "import type { B } from '../visits/index.ts'",
      "import { type F, type G } from './claims.store.ts'",
      "import { type H, i } from './claims.store.ts'",
      "export { c } from './c.ts'",
      'import {\n  d,\n  e,\n} from "hono"',
      "import './effect.ts'",
      "const later = await import('./later.ts')",
    ].join('\n')
    expect(importsOf('src/slices/claims/claims.rules.ts', source)).toEqual([
      { target: 'src/slices/claims/a.ts', typeOnly: false },
      { target: 'src/slices/visits/index.ts', typeOnly: true },
      { target: 'src/slices/claims/claims.store.ts', typeOnly: true },
      { target: 'src/slices/claims/claims.store.ts', typeOnly: false },
      { target: 'src/slices/claims/c.ts', typeOnly: false },
      { target: 'hono', typeOnly: false },
      { target: 'src/slices/claims/effect.ts', typeOnly: false },
      { target: 'src/slices/claims/later.ts', typeOnly: false },
    ])
  })
})

describe('planted faults are found:', () => {
  const claims = 'src/slices/claims/claims'
  it.each([
    ['the kernel reaching for the engine', 'src/kernel/money.ts', 'src/engine/evaluate.ts'],
    ['the engine reaching for the platform', 'src/engine/rules/quota.ts', 'src/platform/clock.ts'],
    ['the platform reaching for a slice', 'src/platform/command.ts', 'src/slices/people/index.ts'],
    ['the platform reaching for the ui', 'src/platform/http/page.ts', 'src/ui/index.ts'],
    ['the ui reaching for the platform', 'src/ui/form.tsx', 'src/platform/http/page.ts'],
    ['a slice looking ahead', 'src/slices/visits/visits.commands.ts', 'src/slices/claims/index.ts'],
    ['a slice looking ahead for a table', 'src/slices/visits/visits.tables.ts', `${claims}.tables.ts`],
    ['another slice entered past its index', `${claims}.commands.ts`, 'src/slices/visits/visits.store.ts'],
    ['rules that read a table of another slice', `${claims}.rules.ts`, 'src/slices/visits/visits.tables.ts'],
    ['rules that link to a page', `${claims}.rules.ts`, 'src/slices/visits/visits.paths.ts'],
    ['rules that read their own store', `${claims}.rules.ts`, `${claims}.store.ts`],
    ['a view that runs a command', `${claims}.views.tsx`, `${claims}.commands.ts`],
    ['the product using what is made for tests', `${claims}.commands.ts`, 'src/slices/claims/a-paid-claim.ts'],
    ['a slice that knows the app', `${claims}.routes.tsx`, 'src/app.tsx'],
  ])('%s', (_fault, file, target) => {
    expect(planted(file, target)).toHaveLength(1)
  })

  it.each([
    ['an unknown layer', 'src/slices/claims/claims.service.ts'],
    ['an unknown slice', 'src/slices/budget/index.ts'],
    ['an unknown part', 'src/lib/money.ts'],
    ['a folder without a subject', 'src/platform/utils/text.ts'],
    ['a file without a subject', 'src/kernel/date-helpers.ts'],
  ])('%s', (_fault, file) => {
    expect(violations([{ file, imports: [] }])).toHaveLength(1)
  })

  it('a handler that uses more than the types of a later slice', () => {
    const handler = 'src/slices/visits/visits.handlers.ts'
    expect(planted(handler, 'src/slices/claims/index.ts')).toHaveLength(1)
    expect(planted(handler, 'src/slices/claims/index.ts', true)).toEqual([])
  })
})

describe('what the house allows passes:', () => {
  it.each([
    ['the index of an earlier slice', 'src/slices/claims/claims.commands.ts', 'src/slices/visits/index.ts'],
    ['a path of a later slice in a view', 'src/slices/visits/visits.views.tsx', 'src/slices/claims/claims.paths.ts'],
    ['a foreign key to an earlier slice', 'src/slices/claims/claims.tables.ts', 'src/slices/visits/visits.tables.ts'],
    ['a read join in a store', 'src/slices/claims/claims.store.ts', 'src/slices/visits/visits.tables.ts'],
    ['the slice itself', 'src/slices/claims/claims.routes.tsx', 'src/slices/claims/claims.store.ts'],
    ['everything in the app', 'src/app.tsx', 'src/slices/claims/claims.routes.tsx'],
  ])('%s', (_what, file, target) => {
    expect(planted(file, target)).toEqual([])
  })
})
