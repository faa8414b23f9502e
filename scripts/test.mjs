// npm test: every check of the product, one after the other, and the sum on the last line.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { notAnswered } from './audit.mjs'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { report } from './requirements.mjs'
import { findBrowser } from './support/browser.mjs'
import { findNode, root, run, runsOnWantedNode, runWithNode } from './support/node.mjs'

/** A check that hangs is stopped, so that its output so far is seen. */
const minutesPerStep = 15

const checks = [
  { name: 'types', run: () => bin('tsc', ['-p', '.']) },
  { name: 'lint, format and borders', run: () => bin('biome', ['ci', '--max-diagnostics=100', '.']) },
  { name: 'unused code', run: () => bin('knip', []) },
  { name: 'licences', run: () => runWithNode([join(root, 'scripts', 'licences.mjs')]) },
  { name: 'dependency audit', run: () => runWithNode([join(root, 'scripts', 'audit.mjs')]), mayGoUnanswered: true },
]

async function main() {
  await install()
  if (!runsOnWantedNode) return runWithNode([join(root, 'scripts', 'test.mjs')])
  const browser = await findBrowser()
  await build()

  const results = []
  for (const check of checks) results.push(await timed(check.name, async () => ofCheck(await check.run(), check)))
  results.push(await timed('unit and PostgreSQL tests', () => vitest('tests', browser)))
  results.push(await timed('browser journeys', () => vitest('journeys', browser)))
  const titles = results.flatMap((result) => result.titles ?? [])
  results.push(await timed('requirements', () => ofCheck(report(titles))))
  return summarise(results)
}

function bin(name, args) {
  return run(findNode(), [join(root, 'node_modules', '.bin', name), ...args], { timeout: minutesPerStep * 60_000 })
}

/** A check that asks somebody else can go unanswered: then it has neither passed nor failed. */
function ofCheck(code, { mayGoUnanswered = false } = {}) {
  if (mayGoUnanswered && code === notAnswered) return { passed: 0, failed: 0, unanswered: 1 }
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

/** Runs one vitest project. A run that ends badly without a failed test (a crash, a file that does not load), or runs none, is a failure too. */
async function vitest(project, browser) {
  const file = join(root, 'node_modules', `.vitest-${project}-${process.pid}.json`)
  const env = { ...process.env, CHROMIUM_PATH: browser }
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(findNode(), [join(root, 'node_modules', '.bin', 'vitest'), ...args], {
    env,
    timeout: minutesPerStep * 60_000,
  })
  const { numPassedTests: passed, numFailedTests: failed, testResults } = readReport(file)
  if (passed + failed === 0) console.error(`No test of "${project}" was run.`)
  const brokeOtherwise = failed === 0 && (code !== 0 || passed === 0)
  const tests = testResults.flatMap((result) => result.assertionResults)
  const titles = tests.filter((test) => test.status === 'passed').map((test) => test.fullName)
  const faults = tests.filter((test) => test.status === 'failed').map((test) => `${test.fullName}: ${firstLine(test)}`)
  return { passed, failed: brokeOtherwise ? 1 : failed, titles, faults }
}

function firstLine(test) {
  return (test.failureMessages[0] ?? '').split('\n', 1)[0].slice(0, 300)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (fault) {
    console.error(`The test run left no result: ${fault.message}`)
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  } finally {
    rmSync(file, { force: true })
  }
}

async function timed(name, step) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const result = await step()
  return { name, seconds: (performance.now() - start) / 1000, ...result }
}

function summarise(results) {
  console.log('\n── summary')
  for (const { name, seconds, passed, failed, unanswered } of results) {
    const verdict = failed > 0 ? 'FAILED' : unanswered ? '?     ' : 'ok    '
    const counts = unanswered ? 'not answered' : `${passed} passed, ${failed} failed`
    console.log(`${verdict}  ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`)
  }
  const faults = results.flatMap((result) => result.faults ?? [])
  if (faults.length > 0) console.log(`\n── failed\n${faults.join('\n')}`)
  const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0)
  const unanswered = sum('unanswered')
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${unanswered ? `, ${unanswered} not answered` : ''}`)
  return sum('failed') === 0 ? 0 : 1
}

process.exitCode = await main().catch((fault) => {
  console.error(`\nThe tests could not be run. ${fault.message}\n`)
  return 1
})
