import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { throwawayFolder } from './support/memory-folder.ts'

const program = fileURLToPath(new URL('../dist/server.js', import.meta.url))
const place = '/hedemora/omsorgsnamnden'
const patience = 90_000

type Running = {
  readonly process: ChildProcess
  readonly address: string
  readonly kill: (signal: NodeJS.Signals) => Promise<void>
}
type Ended = { readonly code: number | null; readonly said: string }

let folder: string
const running: Running[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(await throwawayFolder(), 'nk-server-'))
})
afterAll(async () => {
  await Promise.all(running.map((server) => server.kill('SIGTERM')))
  await rm(folder, { recursive: true, force: true })
})

function launch(settings: Readonly<Record<string, string>>, flags: readonly string[] = []) {
  const child = spawn(process.execPath, [program, ...flags], {
    env: { ...process.env, LOG_LEVEL: 'silent', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const gone = new Promise<Ended>((resolve) => child.once('exit', (code) => resolve({ code, said })))
  const ready = new Promise<string>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
  })
  return { child, gone, ready }
}

async function start(settings: Readonly<Record<string, string>>, flags: readonly string[] = []): Promise<Running> {
  const { child, gone, ready } = launch(settings, flags)
  const outcome = await Promise.race([ready, gone])
  if (typeof outcome !== 'string') throw new Error(`The server did not start: ${outcome.said}`)
  const server: Running = {
    process: child,
    address: outcome,
    kill: async (signal) => {
      child.kill(signal)
      await gone
    },
  }
  running.push(server)
  return server
}

/** Signs in as the demonstration's first contact politician and returns the cookie. */
async function signIn(address: string): Promise<string> {
  const page = await (await fetch(`${address}${place}/prova`)).text()
  const politicians = page.slice(page.indexOf('Kontaktpolitiker</h2>'))
  const personId = /name="personId" value="([0-9a-f-]+)"/.exec(politicians)?.[1] ?? ''
  const answer = await post(`${address}${place}/prova`, { personId }, '')
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

function post(url: string, form: Readonly<Record<string, string>>, cookie: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
    headers: { cookie, origin: new URL(url).origin },
  })
}

describe('when the server is killed without warning', () => {
  it('it starts again at once, with all that was acknowledged', { timeout: patience }, async () => {
    const data = join(folder, 'killed')
    const first = await start({ DATA_DIR: data }, ['--demo-when-empty'])
    const cookie = await signIn(first.address)
    const form = await (await fetch(`${first.address}${place}/anknytningar`, { headers: { cookie } })).text()
    const object = /value="(unit:[0-9a-f-]+)"/.exec(form)?.[1] ?? ''
    const formKey = /name="formKey" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const relation = { formKey, object, kind: 'relative-employed', validFrom: '2026-04-01' }
    const acknowledged = await post(`${first.address}${place}/anknytningar`, relation, cookie)
    expect(acknowledged.status).toBe(303)
    await first.kill('SIGKILL')

    const second = await start({ DATA_DIR: data })
    const after = await (await fetch(`${second.address}${place}/anknytningar`, { headers: { cookie } })).text()
    expect(after).toContain('En närstående är anställd där: ')
  })
})

describe('when the server cannot start', () => {
  it('a second one on the same data folder is refused with a sentence', { timeout: patience }, async () => {
    const data = join(folder, 'twice')
    await start({ DATA_DIR: data })
    const { code, said } = await launch({ DATA_DIR: data }).gone
    expect(code).toBe(1)
    expect(said).toContain('Nämndkontakt could not start. Another')
  })

  it('a port in use is named, and another suggested', { timeout: patience }, async () => {
    const taken = createServer()
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
    const { port } = taken.address() as { readonly port: number }
    const { code, said } = await launch({ DATA_DIR: join(folder, 'port'), PORT: String(port) }).gone
    taken.close()
    expect(code).toBe(1)
    expect(said).toContain(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    )
  })

  it('a data folder that is a file is refused with a sentence', { timeout: patience }, async () => {
    // Root may write anywhere; a path through a file is closed to everybody.
    const { code, said } = await launch({ DATA_DIR: join(program, 'data') }).gone
    expect(code).toBe(1)
    expect(said).toContain('Nämndkontakt could not start.')
    expect(said).not.toMatch(/\n\s+at /)
  })

  it('all faults in the settings are said at once', async () => {
    const { code, said } = await launch({ PORT: 'many', SMTP_URL: 'post office' }).gone
    expect(code).toBe(1)
    expect(said).toMatch(/PORT must be a port number.*SMTP_URL must look like smtp/s)
  })
})
