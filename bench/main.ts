import { keepFindingsShortLived } from '../src/platform/memory.ts'
import { benchClaims } from './claims.ts'
import { benchDocuments } from './documents.ts'
import { benchEngine } from './engine.ts'
import { benchReportPage } from './report-page.ts'
import { benchGuard } from './guard.ts'
import { type Row, tableOf } from './rows.ts'
import { benchSweden } from './sweden.ts'

/** Every benchmark by name. */
const benches: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  engine: benchEngine,
  sweden: benchSweden,
  guard: benchGuard,
  'report-page': benchReportPage,
  documents: benchDocuments,
  claims: () => benchClaims(),
}

// As the server and the command line begin.
keepFindingsShortLived()

const args = process.argv.slice(2)
const asJson = args.includes('--json')
const named = args.filter((arg) => !arg.startsWith('--'))
const unknown = [...named.filter((name) => !(name in benches)), ...args.filter((arg) => /^--(?!json$)/.test(arg))]

if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}. Name one or several of: ${Object.keys(benches).join(', ')}.\n`,
  )
  process.exitCode = 2
} else {
  const rows: Row[] = []
  for (const name of named.length > 0 ? named : Object.keys(benches)) rows.push(...((await benches[name]?.()) ?? []))
  process.stdout.write(`${asJson ? JSON.stringify(rows, null, 2) : tableOf(rows)}\n`)
  process.exitCode = rows.every((row) => row.met) ? 0 : 1
}
