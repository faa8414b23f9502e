// Fails when a package in the lock file has a licence that does not go with the EUPL, or none.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './support/node.mjs'

/** Permissive, or weak copyleft by file (MPL) and for fonts (OFL): usable beside the EUPL. */
const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
])

/** What packages have written in place of the SPDX identifier: the same licence, by its own title. */
const spellings = new Map([['MIT License', 'MIT']])

/** True when an SPDX expression can be fulfilled with accepted licences: each side of AND, one side of OR. */
export function isAccepted(expression) {
  const named = spellings.get(expression.trim()) ?? expression
  const words = named.replaceAll(/[()]/g, ' ').trim()
  const isMixed = words.includes(' AND ') && words.includes(' OR ')
  if (isMixed) return false
  if (words.includes(' AND ')) return words.split(' AND ').every((name) => accepted.has(name.trim()))
  return words.split(' OR ').some((name) => accepted.has(name.trim()))
}

/** Returns one line for each package whose licence is missing or not accepted. */
export function licenceFaults(packages) {
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !(entry.license !== undefined && isAccepted(entry.license)))
    .map(
      ([path, { version, license }]) =>
        `${path.replace(/^.*node_modules\//, '')}@${version}: ${license ?? 'no licence'}`,
    )
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const faults = licenceFaults(packages)
  for (const fault of faults) console.error(fault)
  console.log(
    `${Object.keys(packages).length - 1} packages, ${faults.length} with a licence that is missing or not accepted`,
  )
  process.exitCode = faults.length === 0 ? 0 : 1
}
