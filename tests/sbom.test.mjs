import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bomOf, writeSbom } from '../scripts/sbom.mjs'
import { root } from '../scripts/support/node.mjs'

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'nk-sbom-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The part of the CycloneDX 1.6 schema (bom-1.6.schema.json) that is used, and nothing beside it. */
const licence = z.union([
  z.strictObject({ license: z.strictObject({ id: z.string().regex(/^[A-Za-z0-9.+-]+$/) }) }),
  z.strictObject({ expression: z.string() }),
])
const hexadecimalLength = { 'SHA-1': 40, 'SHA-256': 64, 'SHA-384': 96, 'SHA-512': 128 }
const component = z.strictObject({
  type: z.enum(['application', 'library']),
  'bom-ref': z.string().min(1),
  group: z.string().optional(),
  name: z.string().min(1),
  version: z.string(),
  scope: z.enum(['required', 'optional']).optional(),
  hashes: z
    .array(
      z
        .strictObject({ alg: z.enum(Object.keys(hexadecimalLength)), content: z.string().regex(/^[0-9a-f]+$/) })
        .refine(({ alg, content }) => content.length === hexadecimalLength[alg]),
    )
    .min(1)
    .optional(),
  licenses: z.array(licence).length(1).optional(),
  purl: z.string().regex(/^pkg:npm\/(?:%40[^/]+\/)?[^/@]+@[^/]+$/),
})
const bomSchema = z.strictObject({
  $schema: z.literal('http://cyclonedx.org/schema/bom-1.6.schema.json'),
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  version: z.literal(1),
  metadata: z.strictObject({ lifecycles: z.array(z.strictObject({ phase: z.literal('build') })), component }),
  components: z.array(component).min(100),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

describe('the bill of materials', () => {
  const bom = bomOf(lock)
  const find = (fullName, version) =>
    bom.components.find((it) => [it.group, it.name].filter(Boolean).join('/') === fullName && it.version === version)

  it('has the shape that the standard gives it', () => {
    expect(bomSchema.safeParse(bom).error).toBeUndefined()
  })

  it('names every package that is installed for production, with its licence and the digest of the lock', () => {
    const production = Object.entries(lock.packages).filter(([path, it]) => path && !it.dev && !it.devOptional)
    const missing = production.filter(([path, { version, license, integrity }]) => {
      const found = find(path.replace(/^.*node_modules\//, ''), version)
      const digest = found?.hashes?.[0]?.content
      const wanted = integrity && Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')
      const named = found?.licenses?.[0]?.license?.id ?? found?.licenses?.[0]?.expression
      return found === undefined || digest !== wanted || named !== license
    })
    expect(missing).toEqual([])
  })

  it('holds what package.json asks for, also what a tool of development needs as well', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const product = bom.dependencies.find(({ ref }) => ref === bom.metadata.component['bom-ref'])
    const wanted = Object.entries(dependencies).map(([name, version]) => find(name, version)?.['bom-ref'])
    expect(wanted).not.toContain(undefined)
    expect(product.dependsOn).toEqual(expect.arrayContaining(wanted))
  })

  it('leaves out what is needed for development alone', () => {
    expect(bom.components.filter(({ name }) => ['vitest', 'biome', 'typescript', 'esbuild'].includes(name))).toEqual([])
  })

  it('refers to nothing that it does not hold, and to each once', () => {
    const refs = bom.components.map((it) => it['bom-ref'])
    const known = new Set([...refs, bom.metadata.component['bom-ref']])
    expect(refs).toHaveLength(new Set(refs).size)
    expect(
      bom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((it) => !known.has(it)),
    ).toEqual([])
    expect(bom.dependencies.map(({ ref }) => ref)).toHaveLength(known.size)
  })

  it('is written the same each time, without a path of the computer', () => {
    writeSbom(folder)
    const first = readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')
    writeSbom(folder)
    expect(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')).toBe(first)
    expect(first).not.toContain(root)
    expect(first).not.toMatch(/node_modules|timestamp|serialNumber/)
  })

  it('takes the copy of a package that lies nearest, as Node does', () => {
    const packages = {
      '': { version: '1.0.0', dependencies: { a: '1', b: '1' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '2', '@s/c': '1' } },
      'node_modules/a/node_modules/b': { version: '2.0.0', license: '(MIT OR CC0-1.0)' },
      'node_modules/b': { version: '1.0.0', optionalDependencies: { absent: '1' } },
      'node_modules/@s/c': { version: '1.0.0', optional: true, dependencies: { b: '1' } },
      'node_modules/d': { version: '1.0.0', dev: true },
    }
    const small = bomOf({ name: 'product', packages })
    expect(small.dependencies).toEqual([
      { ref: 'pkg:npm/%40s/c@1.0.0', dependsOn: ['pkg:npm/b@1.0.0'] },
      { ref: 'pkg:npm/a@1.0.0', dependsOn: ['pkg:npm/%40s/c@1.0.0', 'pkg:npm/b@2.0.0'] },
      { ref: 'pkg:npm/b@1.0.0', dependsOn: [] },
      { ref: 'pkg:npm/b@2.0.0', dependsOn: [] },
      { ref: 'pkg:npm/product@1.0.0', dependsOn: ['pkg:npm/a@1.0.0', 'pkg:npm/b@1.0.0'] },
    ])
    expect(small.components.find(({ version }) => version === '2.0.0').licenses).toEqual([
      { expression: '(MIT OR CC0-1.0)' },
    ])
  })
})
