// npm run requirements: prints each requirement with the number of tests whose title names it, and fails on one without a test.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findNode, root } from './support/node.mjs'

/** Returns the IDs that a document explains: the first cell of each table row. */
export function idsOf(markdown) {
  return [...markdown.matchAll(/^\| *([A-Z]{3}-\d{2}) *\|/gm)].map((match) => match[1])
}

/**
 * Counts the titles (with those of the groups around them) that name each ID. Returns the counts, the IDs that no
 * title names, and the IDs in titles that are not explained anywhere.
 */
export function coverage(ids, titles) {
  const counts = new Map(ids.map((id) => [id, 0]))
  const unknown = new Set()
  for (const title of titles) {
    for (const id of new Set(title.match(/\b(?:HED|SOC|SNB|VSN|SON|APP|VIS|CON|REP|FEE|USE|SRC|RAT)-\d{2}\b/g))) {
      if (counts.has(id)) counts.set(id, counts.get(id) + 1)
      else unknown.add(id)
    }
  }
  return { counts, untested: ids.filter((id) => counts.get(id) === 0), unknown: [...unknown] }
}

/** Prints the table for the given titles and returns the exit code. */
export function report(titles) {
  const ids = ['requirements.md', 'model.md'].flatMap((name) => idsOf(readFileSync(join(root, 'docs', name), 'utf8')))
  const { counts, untested, unknown } = coverage(ids, titles)
  for (const [id, count] of counts) console.log(`${id}  ${count} ${count === 1 ? 'test' : 'tests'}`)
  for (const id of untested) console.error(`${id} has no test: name it in the title of the test that proves it.`)
  for (const id of unknown)
    console.error(`${id} stands in a test title but neither in docs/requirements.md nor in docs/model.md.`)
  return untested.length === 0 && unknown.length === 0 && ids.length > 0 ? 0 : 1
}

/** Asks the test runner itself, so that titles in tables are filled in and commented-out tests do not count. */
function listTitles() {
  const args = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'list', '--json']
  const { status, stdout, stderr } = spawnSync(findNode(), args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
  if (status !== 0) throw new Error(`the tests could not be listed:\n${stderr}`)
  return JSON.parse(stdout).map((test) => test.name)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = report(listTitles())
}
