// Writes docs/guideline-reference.md from the kinds of rules, with examples from the shipped guidelines.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, runsOnWantedNode, runWithNode } from './support/node.mjs'

async function main() {
  if (!runsOnWantedNode) return runWithNode([fileURLToPath(import.meta.url)])
  const { loadGuideline } = await import('../src/engine/load.ts')
  const { referencePage } = await import('../src/engine/reference.ts')
  const folder = join(root, 'guidelines')
  const guidelines = readdirSync(folder)
    .sort()
    .map((name) => {
      const loaded = loadGuideline(readFileSync(join(folder, name), 'utf8'), name)
      if (!loaded.ok) throw new Error(`${name} has mistakes: run "bin/namndkontakt guideline check guidelines/*".`)
      return loaded.value
    })
  writeFileSync(join(root, 'docs', 'guideline-reference.md'), referencePage(guidelines))
  return 0
}

process.exitCode = await main()
