import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The version the product is built for; a shell may well be on an older Node. */
const wantedMajor = 24

export const runsOnWantedNode = major(process.versions.node) >= wantedMajor

/** Returns the Node to run the product with: this one when it is new enough, else the locked one. Throws when there is none. */
export function findNode() {
  if (runsOnWantedNode) return process.execPath
  const locked = join(root, 'node_modules', '.bin', 'node')
  if (!existsSync(locked)) throw new Error(noNode('Node 24 is not installed in node_modules'))
  const answer = spawnSync(locked, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  if (answer.status === 0 && major(answer.stdout) >= wantedMajor) return locked
  throw new Error(noNode('The Node 24 in node_modules does not start on this machine'))
}

/**
 * Runs a file with the Node of `findNode` on this terminal and resolves to its exit code. What asks this
 * process to stop is passed on, so that nobody is left with half a pair of processes.
 */
export function runWithNode(args, options = {}) {
  return run(findNode(), ['--enable-source-maps', ...args], options)
}

/** Runs a program on this terminal and resolves to its exit code (128 + the number of the signal that ended it). */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', cwd: root, ...options })
    const forward = (signal) => child.kill(signal)
    // Ctrl-C reaches the whole group of the terminal: this process only has to live until the other has ended.
    const wait = () => undefined
    process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', wait)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', wait)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

function major(version) {
  return Number.parseInt(version, 10)
}

function noNode(what) {
  return (
    `${what}, and this is Node ${process.versions.node}.\n` +
    `Run "npm ci" in ${root} with access to the package registry, or install Node ${wantedMajor} or later from https://nodejs.org and try again.`
  )
}
