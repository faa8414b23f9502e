// Asks the package registry for known vulnerabilities in what is installed for production. Ends with 0 when there is
// none of weight, 1 when there is one, and 3 when the registry did not answer: that is no pass.
import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { root } from './support/node.mjs'
import { npm } from './support/npm.mjs'

/** The exit code of an audit that nobody answered. */
export const notAnswered = 3

const patience = 30_000
const heavy = new Set(['high', 'critical'])

/**
 * Returns what an answer of `npm audit --json` (report version 2) says: `answered`, and a line for each package with a known
 * vulnerability, those of weight (high, critical) apart; or `answered: false` with the reason. Never throws.
 */
export function readAudit(output) {
  const report = parsed(output)
  if (report === undefined) return { answered: false, reason: 'what came is no report' }
  if (typeof report.vulnerabilities !== 'object' || report.vulnerabilities === null)
    return { answered: false, reason: reasonOf(report) }
  const found = Object.values(report.vulnerabilities)
  return {
    answered: true,
    grave: found.filter(({ severity }) => heavy.has(severity)).map(line),
    slight: found.filter(({ severity }) => !heavy.has(severity)).map(line),
  }
}

/** Runs `npm audit` in a folder. Returns what `readAudit` returns; `within` is in milliseconds. */
export async function audit({ folder = root, within = patience, environment = process.env } = {}) {
  const { output, isLate } = await outputOf({ folder, within, environment })
  return isLate ? { answered: false, reason: `nothing came within ${within / 1000} s` } : readAudit(output)
}

function outputOf({ folder, within, environment }) {
  const [program, args] = npm(['audit', '--omit=dev', '--json', '--fetch-retries=0', `--fetch-timeout=${within}`])
  return new Promise((resolve) => {
    // Only the report is read: what npm says beside it may name paths of this computer.
    const child = spawn(program, args, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'ignore'] })
    const parts = []
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, within)
    const end = () => {
      clearTimeout(timer)
      resolve({ output: Buffer.concat(parts).toString('utf8'), isLate })
    }
    child.stdout.on('data', (part) => parts.push(part))
    child.on('error', end)
    child.on('close', end)
  })
}

function parsed(output) {
  try {
    const value = JSON.parse(output)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    // No npm, or one that wrote something else.
    return undefined
  }
}

/** npm puts a refusal by the registry in `message`, and no way to it in `error`. */
function reasonOf({ message, error, statusCode }) {
  if (statusCode !== undefined) return `the registry answered ${statusCode}`
  return error?.summary || error?.code || message || 'no reason was given'
}

/** A vulnerability stands in `via` as an object; a package that only needs a vulnerable one names it there. */
function line({ name, severity, range, via = [] }) {
  const titles = via.map((it) => (typeof it === 'string' ? `through ${it}` : `${it.title} (${it.url})`))
  return `${severity}: ${name} ${range} – ${[...new Set(titles)].join('; ')}`
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const result = await audit()
  if (!result.answered) {
    console.log(
      `Not answered by the registry: ${result.reason}. Whether a package has a known vulnerability is not known.`,
    )
    process.exitCode = notAnswered
  } else {
    for (const fault of [...result.grave, ...result.slight]) console.error(fault)
    console.log(
      `Known vulnerabilities: ${result.grave.length} high or critical, ${result.slight.length} of less weight`,
    )
    process.exitCode = result.grave.length === 0 ? 0 : 1
  }
}
