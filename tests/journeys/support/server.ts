import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  // The only way Vitest lets a value's type be declared, and it wants an interface.
  interface ProvidedContext {
    readonly address: string
  }
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const patience = 60_000

/** Starts the built server as people start it, with the demonstration, on a folder and port of its own. Its clock shows the day of the journeys. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'nk-journeys-'))
  const clock = join(root, 'tests', 'journeys', 'support', 'clock.ts')
  const server = spawn(process.execPath, ['--import', clock, join(root, 'dist', 'server.js'), '--demo-when-empty'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  project.provide('address', await readyAddress(server))
  return async () => {
    await stopped(server)
    await rm(folder, { recursive: true, force: true })
  }
}

function readyAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`The server was not ready in time. It said:\n${said}`)), patience)
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
    server.once('exit', (code) => reject(new Error(`The server ended with code ${code}. It said:\n${said}`)))
  })
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.removeAllListeners('exit')
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}
