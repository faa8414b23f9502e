import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type FileKind, fileKinds, guidelineSchema, jsonSchemaOf, loadGuideline } from '../src/engine/index.ts'
import { dataFolders, modeline } from '../src/engine/json-schema.ts'
import { referencePage } from '../src/engine/reference.ts'
import { ruleKinds } from '../src/engine/rules/index.ts'
import { anyWrittenBy } from '../src/engine/testing/arbitrary.ts'
import { loaded } from '../src/engine/testing/cast.ts'

const root = new URL('../', import.meta.url)
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8')
const shipped = dataFolders.flatMap((at) =>
  readdirSync(new URL(at.folder, root))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ ...at, path: `${at.folder}/${name}` })),
)

const validators = new Map<FileKind, ValidateFunction>(
  fileKinds.map((kind) => {
    const ajv = new Ajv2020({
      strict: true,
      strictTypes: false,
      allErrors: true,
      formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
    })
    return [kind, ajv.compile(JSON.parse(textOf(`schemas/${kind}.schema.json`)))]
  }),
)
const mistakes = (kind: FileKind, data: unknown) => {
  const validate = validators.get(kind)
  return validate?.(data) === true ? [] : (validate?.errors ?? [])
}

describe('the published schemas', () => {
  it.each(fileKinds)('of a %s are those of the engine; "npm run generate" writes them anew', (kind) => {
    expect(textOf(`schemas/${kind}.schema.json`)).toBe(`${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`)
  })

  it('are there for every file of data', () => {
    expect(fileKinds.map((kind) => shipped.filter((it) => it.kind === kind).length > 1)).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it.each(shipped)('are named in the first line of $path, and allow what is in it', (at) => {
    const { path, kind } = at
    const text = textOf(path)
    expect(text.split('\n')[0]).toBe(modeline(at))
    expect(mistakes(kind, parse(text))).toEqual([])
  })

  it.each(ruleKinds.map(({ kind }) => [kind]))('allow whatever the engine allows for %s', (name) => {
    const kind = ruleKinds.find((it) => it.kind === name)
    if (kind === undefined) throw new Error(`there is no kind ${name}`)
    const header = parse(textOf('guidelines/socialnamnden-kontaktpolitiker-soc.yaml'))
    const property = fc.property(anyWrittenBy(kind.values), (values) => {
      const rule = { id: 'A1', kind: name, force: 'must', bearer: 'committee', clause: '§ 1', values }
      if (!kind.values.safeParse(values).success) return true
      return mistakes('guideline', { ...header, rules: [rule] }).length === 0
    })
    expect(() => fc.assert(property, { numRuns: 15, seed: 20261122 })).not.toThrow()
  })

  it.each([
    ['a misspelt key', 'force: must', 'fource: must'],
    ['a misspelt choice', 'force: must', 'force: muts'],
    ['a kind that does not exist', 'kind: visits.length', 'kind: visits.lenght'],
    ['a value of another kind', 'mostMinutes: 180', 'initiative: 180'],
    ['a number that is too small', 'mostMinutes: 180', 'mostMinutes: -1'],
    ['text for a number', 'mostMinutes: 180', 'mostMinutes: three hours'],
    ['a day that is none', 'from: 2026-03-25', 'from: spring'],
  ])('refuse %s', (_what, right, wrong) => {
    const text = textOf('guidelines/hedemora-omsorgsnamnden-2026.yaml')
    expect(text).toContain(right)
    expect(mistakes('guideline', parse(text.replace(right, wrong)))).not.toEqual([])
  })

  it('explain every key of a rule in both languages, with its choices', () => {
    const { properties } = inlined(jsonSchemaOf('guideline')) as Explained
    const rule = properties.rules?.items?.oneOf?.find((it) => it.properties?.kind?.const === 'visits.count')
    expect(rule?.title).toBe('Antal besök / Number of visits')
    const per = rule?.properties?.values?.properties?.per
    expect(per?.description).toMatch(/\?\n.*\?\n/)
    expect(per?.description).toContain('- `unit`: ')
    expect(rule?.properties?.changes?.items?.properties?.values?.properties?.per?.description).toBe(per?.description)
  })

  it('explain every value of every kind of rule', () => {
    const { properties } = inlined(jsonSchemaOf('guideline')) as Explained
    const rules = properties.rules?.items?.oneOf ?? []
    const unexplained = rules.flatMap(({ properties: parts }) =>
      Object.entries(parts?.values?.properties ?? {})
        .filter(([, part]) => part.description === undefined)
        .map(([key]) => `${parts?.kind?.const} ${key}`),
    )
    expect(rules).toHaveLength(ruleKinds.length)
    expect(unexplained).toEqual([])
  })
})

type Explained = {
  readonly title?: string
  readonly description?: string
  readonly const?: string
  readonly properties: Readonly<Record<string, Explained>>
  readonly items?: Explained
  readonly oneOf?: readonly Explained[]
}

/** The schema with every shared part where it stands. */
function inlined(schema: Readonly<Record<string, unknown>>): unknown {
  const definitions = (schema.$defs ?? {}) as Readonly<Record<string, unknown>>
  const inline = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inline)
    if (typeof value !== 'object' || value === null) return value
    if ('$ref' in value) return inline(definitions[String(value.$ref).replace('#/$defs/', '')])
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inline(part)]))
  }
  return inline(schema)
}

describe('a guideline that the schema allows', () => {
  it('can still be refused by the engine, which knows what goes together', () => {
    const data = parse(textOf('guidelines/hedemora-omsorgsnamnden-2026.yaml'))
    const twice = { ...data, rules: [...data.rules, data.rules[0]] }
    expect(mistakes('guideline', twice)).toEqual([])
    expect(guidelineSchema.safeParse(twice).success).toBe(false)
  })
})

describe('the reference', () => {
  const page = textOf('docs/guideline-reference.md')
  const guidelines = readdirSync(new URL('guidelines', root))
    .sort()
    .map((name) => loaded(loadGuideline(textOf(`guidelines/${name}`), name)))

  it('is that of the kinds of rules; "npm run generate" writes it anew', () => {
    expect(page).toBe(referencePage(guidelines))
  })

  it('has a section for every kind, with a question for every value and a sentence for every finding', () => {
    const missing = ruleKinds.filter(({ kind, title }) => !page.includes(`### ${title.sv} / ${title.en} \`${kind}\``))
    expect(missing.map(({ kind }) => kind)).toEqual([])
    expect([...page.matchAll(/^\| `([^`]+)` \| {2}\|/gm)].map(([, path]) => path)).toEqual([])
    expect(page).not.toMatch(/undefined|NaN|\[object|987\s?654/)
  })

  it('links its contents to its headings', () => {
    const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
        .replaceAll(/\s/g, '-'),
    )
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, link]) => link)
    expect(links).toHaveLength(ruleKinds.length)
    expect(links.filter((link) => !headings.includes(link ?? ''))).toEqual([])
  })
})
