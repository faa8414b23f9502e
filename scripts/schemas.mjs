// Writes schemas/ from the engine's own schemas, that of a payroll layout beside its page in docs/, and the line by which an editor finds them into each file of data.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, runsOnWantedNode, runWithNode } from './support/node.mjs'

async function main() {
  if (!runsOnWantedNode) return runWithNode([fileURLToPath(import.meta.url)])
  const { dataFolders, fileKinds, jsonSchemaOf, modeline } = await import('../src/engine/json-schema.ts')
  const folder = join(root, 'schemas')
  mkdirSync(folder, { recursive: true })
  for (const kind of fileKinds)
    writeFileSync(join(folder, `${kind}.schema.json`), `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`)
  const { payrollLayoutJsonSchema } = await import('../src/slices/claims/payroll.layout.export.ts')
  writeFileSync(
    join(root, 'docs', 'payroll-layout.schema.json'),
    `${JSON.stringify(payrollLayoutJsonSchema(), null, 2)}\n`,
  )
  for (const at of dataFolders) {
    const data = join(root, at.folder)
    for (const file of readdirSync(data).filter((it) => it.endsWith('.yaml'))) addLine(join(data, file), modeline(at))
  }
  return 0
}

/** A line for another schema is replaced; everything else stays as it is. */
function addLine(file, line) {
  const text = readFileSync(file, 'utf8')
  const wanted = `${line}\n${text.replace(/^# yaml-language-server: .*\n/, '')}`
  if (wanted !== text) writeFileSync(file, wanted)
}

process.exitCode = await main()
