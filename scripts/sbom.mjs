// Writes dist/sbom.cdx.json: what the product is made of, as a CycloneDX 1.6 bill of materials (ECMA-424).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './support/node.mjs'

/**
 * Returns the bill of materials of a package lock (version 3): everything that is installed for production, with
 * version, licence, digest and what needs what. The same lock gives the same text: no time, no number, no path.
 * (`npm sbom --omit dev` leaves out packages that a development tool needs as well, and stamps the time.)
 */
export function bomOf({ name, packages }) {
  const installed = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
  const known = new Map(installed.map(([path, entry]) => [path, component(path, entry)]))
  const product = componentNamed(name, packages[''], 'application')
  const byRef = new Map([...known.values()].map((it) => [it['bom-ref'], it]))
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: product },
    components: sorted([...byRef.values()], (it) => it['bom-ref']),
    dependencies: dependencies({ product, packages, known }),
  }
}

/** Writes the bill of the project's lock file into a folder. */
export function writeSbom(folder) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bomOf(lock), null, 2)}\n`)
}

/** A package under another name (`npm:` alias) says its own in `name`. */
function component(path, entry) {
  return componentNamed(entry.name ?? nameIn(path), entry, 'library')
}

function componentNamed(fullName, { version, license, integrity, optional }, type) {
  const [name, group] = fullName.split('/').reverse()
  const purl = `pkg:npm/${group === undefined ? '' : `${encodeURIComponent(group)}/`}${name}@${version}`
  return {
    type,
    'bom-ref': purl,
    ...(group !== undefined && { group }),
    name,
    version,
    ...(type === 'library' && { scope: optional ? 'optional' : 'required' }),
    ...(integrity !== undefined && { hashes: hashesOf(integrity) }),
    ...(license !== undefined && { licenses: [licenceOf(license)] }),
    purl,
  }
}

function nameIn(path) {
  return path.replace(/^.*node_modules\//, '')
}

const algorithms = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' }

/** Subresource integrity (base64, several apart by spaces) as CycloneDX writes digests: in hexadecimal. */
function hashesOf(integrity) {
  return integrity.split(/\s+/).map((digest) => {
    const [algorithm, base64] = digest.split(/-(.*)/s)
    return { alg: algorithms[algorithm], content: Buffer.from(base64, 'base64').toString('hex') }
  })
}

function licenceOf(license) {
  const isExpression = / (?:AND|OR|WITH) /.test(license)
  return isExpression ? { expression: license } : { license: { id: license } }
}

/** What each part needs, found as Node finds it: in its own folder, else in those above. Optional parts may be absent. */
function dependencies({ product, packages, known }) {
  const refs = new Map([[product['bom-ref'], new Set(needed('', packages, known))]])
  for (const [path, { 'bom-ref': ref }] of known) {
    const before = refs.get(ref) ?? new Set()
    refs.set(ref, new Set([...before, ...needed(path, packages, known)]))
  }
  return sorted(
    [...refs].map(([ref, needs]) => ({ ref, dependsOn: [...needs].sort(byText) })),
    (it) => it.ref,
  )
}

function needed(path, packages, known) {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = packages[path]
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
  return names.flatMap((name) => {
    const found = foldersAbove(path)
      .map((folder) => known.get(`${folder}node_modules/${name}`))
      .find((it) => it !== undefined)
    return found === undefined ? [] : [found['bom-ref']]
  })
}

/** `node_modules/a/node_modules/b` → itself, `node_modules/a`, the root; each with a slash at its end, the root empty. */
function foldersAbove(path) {
  const parts = path === '' ? [] : path.split(/(?<=.)\/(?=node_modules\/)/)
  return [...parts.keys()].map((index) => `${parts.slice(0, parts.length - index).join('/')}/`).concat('')
}

const byText = (one, other) => (one < other ? -1 : one > other ? 1 : 0)
const sorted = (list, keyOf) => list.toSorted((one, other) => byText(keyOf(one), keyOf(other)))

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeSbom(join(root, 'dist'))
