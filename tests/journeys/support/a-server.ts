import { type ChildProcess, spawn } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../../../src/platform/clock.ts'
import { momentOf, now } from './day.ts'

export type JourneyServer = {
  readonly address: string
  /** Moves the clock to this time of the journey's day, `15.00`. */
  readonly setClock: (time: string) => void
  /** Sets the clock to the time it is outside, which somebody else's signed answers are judged by. */
  readonly setClockToOutside: () => void
  readonly stop: () => Promise<void>
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const patience = 90_000

/** Starts the built server with its data in the folder, on a port of its own. Its computer shows the day of the journeys. */
export async function startServer(folder: string): Promise<JourneyServer> {
  const clockFile = join(folder, 'clock')
  const show = (moment: number) => {
    // Renamed into place: the server never reads half a number.
    writeFileSync(`${clockFile}.new`, String(moment))
    renameSync(`${clockFile}.new`, clockFile)
  }
  const setClock = (time: string) => show(momentOf(time))
  await mkdir(folder, { recursive: true })
  setClock(now)
  const clock = join(root, 'tests', 'journeys', 'support', 'clock.ts')
  const server = spawn(process.execPath, ['--import', clock, join(root, 'dist', 'server.js'), '--demo-when-empty'], {
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      JOURNEY_CLOCK: clockFile,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    address: await readyAddress(server),
    setClock,
    setClockToOutside: () => show(systemClock.now()),
    stop: () => stopped(server),
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
