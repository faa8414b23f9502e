import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guidelineToText } from '../src/engine/export.ts'
import { type Guideline, loadGuideline } from '../src/engine/index.ts'
import { loaded } from '../src/engine/testing/cast.ts'
import { testClock } from './support/cast.ts'
import { runHere, runProgram } from './support/command-line.ts'
import { aClaimThatDiffers } from './support/differing-claim.ts'
import { aLog, addressOf, logSecret } from './support/log.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = readFileSync(join(root, 'docs', 'cli.md'), 'utf8')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nk docs '))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Each command that the page shows, with the lines below it. */
const shown = [...page.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block
    .split(/^\$ bin\/namndkontakt /m)
    .filter((part) => part !== '')
    .map((part) => {
      const [command = '', ...lines] = part.trimEnd().split('\n')
      return { command, lines }
    }),
)

/** The parts of what is shown between the places where something is left out. */
function parts(lines: readonly string[]): readonly string[] {
  return lines
    .join('\n')
    .split(/…\n?|\n…/)
    .filter((part) => part.trim() !== '')
}

describe('the page about the command line', () => {
  it('shows every command that reads or tries rules', () => {
    const names = shown.map(({ command }) => command.split(' ').slice(0, 2).join(' '))
    for (const name of [
      'guideline check',
      'guideline explain',
      'guideline diff',
      'fee-rules check',
      'fee-rules explain',
    ])
      expect(names).toContain(name)
    expect(names.filter((name) => /^(evaluate|simulate)/.test(name)).length).toBeGreaterThan(2)
  })

  it.each(shown)('shows what $command prints', async ({ command, lines }) => {
    const { stdout, stderr } = await runHere(root, command.split(' '))
    expect(stderr).toBe('')
    // Amounts are printed with spaces that no line is broken at.
    const printed = stdout.replaceAll('\u00a0', ' ')
    const missing = parts(lines).filter((part) => !printed.includes(part))
    expect({ missing, printed: missing.length > 0 ? printed : '' }).toEqual({ missing: [], printed: '' })
    expect(parts(lines).length).toBeGreaterThan(0)
  })
})

type Field = { readonly path: string; readonly shape: string | undefined }

/** The tables of fields by the format that they describe, or by their heading where another table names them. */
const tables = new Map(
  page.split(/^(?=#)/m).flatMap((section) => {
    const heading = /^#+ (.+)/.exec(section)?.[1]?.toLowerCase() ?? ''
    return section.split(/\n\n/).flatMap((block) => {
      const fields = [...block.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(
        ([, path = '', text = '']): Field => ({ path, shape: /\[\w+\]\(#(\w+)\)$/.exec(text)?.[1] }),
      )
      if (!block.startsWith('| field | holds |') || fields.length === 0) return []
      return [[/`(namndkontakt\/[\w-]+@1)`/.exec(block)?.[1] ?? heading, fields] as const]
    })
  }),
)

type Documented = { readonly path: string; readonly said: string }

/** Every path that a table describes, with those of the shapes that it names, and the row that says so. */
function documented(name: string): readonly Documented[] {
  return (tables.get(name) ?? []).flatMap(({ path, shape }): readonly Documented[] =>
    shape === undefined
      ? [{ path, said: `${name} ${path}` }]
      : documented(shape).map(({ path: inner, said }) => ({ path: `${path}.${inner}`, said })),
  )
}

/** Every path to a value that is no block; keys that are data (a rule's values, kinds of fee) are one. */
function pathsIn(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) {
    const isOfBlocks = value.some((item) => typeof item === 'object')
    if (isOfBlocks) return value.flatMap((item) => pathsIn(item, `${path}[]`))
    return value.length > 0 ? [path] : []
  }
  if (typeof value !== 'object' || value === null) return [path]
  if (/(^|\.)values$/.test(path)) return Object.keys(value).length > 0 ? [`${path}.*`] : []
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner, path === '' ? key : `${path}.${path.endsWith('byKind') ? '*' : key}`),
  )
}

const hedemora = 'guidelines/hedemora-omsorgsnamnden-2026.yaml'
const soc = 'guidelines/socialnamnden-kontaktpolitiker-soc.yaml'
const snb = 'guidelines/socialnamnden-kontaktpolitiker-snb.yaml'

/** The same guideline with its first open question asked otherwise and its second answered. */
function answering(file: string): string {
  const guideline = loaded(loadGuideline(readFileSync(join(root, file), 'utf8'), file))
  const [first, second, ...others] = guideline.silences
  if (first === undefined || second === undefined) throw new Error('the guideline leaves too little open')
  const answer = second.choices?.[0]?.value
  const changed: Guideline = {
    ...guideline,
    rules: guideline.rules.map((rule) =>
      rule.id === second.rule && rule.values[second.parameter] === 'silent'
        ? { ...rule, values: { ...rule.values, [second.parameter]: answer } }
        : rule,
    ),
    silences: [{ ...first, question: { sv: 'Vad gäller?', en: 'What holds?' } }, ...others],
  }
  const written = join(folder, 'answering.yaml')
  writeFileSync(written, guidelineToText(changed, 'yaml'))
  return written
}

/** What is said of a log with a changed row, when an end that it never had is expected. */
async function verifiedLog() {
  const { tamper, town, connections, close } = await aLog()
  await tamper(`update audit_entry set command = 'x' where municipality_id = '${town}' and seq = 2`)
  await close()
  const words = ['verify-log', '--format', 'json', '--expect', `9:${'0'.repeat(64)}`]
  return runProgram(root, words, { DATABASE_URL: addressOf(connections.owner), SECRET_KEY: logSecret })
}

/** What is said of a claim that went to payroll as another amount. */
async function comparedClaims() {
  const { settings } = await aClaimThatDiffers(testClock())
  return runHere(root, ['claims', 'compare', '--year', '2026', '--today', '2026-10-06', '--format', 'json'], settings)
}

describe('the fields that the page describes', () => {
  const today = ['--today', '2026-11-22', '--format', 'json']
  const outputs = () => [
    ['guideline', 'explain', hedemora, 'interpretations/hedemora-omsorgsnamnden-2026.yaml', snb, ...today],
    ['guideline', 'diff', hedemora, soc, '--format', 'json'],
    ['guideline', 'diff', soc, hedemora, '--format', 'json'],
    ['guideline', 'diff', snb, answering(snb), '--format', 'json'],
    ['evaluate', 'examples/hed-omsorgsnamnden.yaml', ...today],
    ['evaluate', 'examples/snb-socialnamnden.yaml', '--guideline', snb, ...today],
    ['evaluate', 'examples/costs-and-lost-earnings.yaml', ...today],
    ['simulate', 'examples/hed-omsorgsnamnden.yaml', '--guideline', soc, ...today],
    ['simulate', 'examples/hed-omsorgsnamnden.yaml', '--against', soc, '--guideline', snb, ...today],
  ]

  it('are those that come out, all of them and no others', { timeout: 120_000 }, async () => {
    const ran = [await verifiedLog(), await comparedClaims()]
    for (const words of outputs()) ran.push(await runHere(root, words))
    const printed = ran.map(({ stdout }) => JSON.parse(stdout))
    const described = new Map([...tables.keys()].map((name) => [name, documented(name)]))
    const undescribed = printed.flatMap((result) => {
      const known = new Set(described.get(result.format)?.map(({ path }) => path))
      return pathsIn(result)
        .filter((path) => !known.has(path))
        .map((path) => `${result.format} ${path}`)
    })
    expect([...new Set(undescribed)]).toEqual([])
    const seen = new Set(
      printed.flatMap((result) => {
        const found = new Set(pathsIn(result))
        return (described.get(result.format) ?? []).filter(({ path }) => found.has(path)).map(({ said }) => said)
      }),
    )
    const rows = [...tables].flatMap(([name, fields]) =>
      fields.filter(({ shape }) => shape === undefined).map(({ path }) => `${name} ${path}`),
    )
    expect(rows.length).toBeGreaterThan(100)
    expect(rows.filter((row) => !seen.has(row))).toEqual([])
  })
})
