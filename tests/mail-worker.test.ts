import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../src/platform/clock.ts'
import { newId } from '../src/platform/ids.ts'
import { listMailbox, queueMail } from '../src/platform/mail.ts'
import { aTestDatabase, type TestDatabase } from './support/database.ts'

const source = fileURLToPath(new URL('./support/mail-worker.ts', import.meta.url))
/** Beside the test, where the packages it needs are found. */
const program = fileURLToPath(new URL(`./support/mail-worker.${process.pid}.mjs`, import.meta.url))
const town = newId()
const count = 30
const mailFrom = 'namnd@ekby.example'

/**
 * The moments at which the worker is killed, by how many mails have begun to arrive. Between the row that says that a mail is
 * handed over and the dot that ends it lies a moment that no program can take away (docs/mail.md): no mail is there then.
 */
const deaths = new Map([
  [4, 'with a mail announced and nothing of it handed over'],
  [10, 'with a mail handed over, before the answer'],
  [18, 'with a mail handed over and answered'],
] as const)

let test: TestDatabase
let server: SMTPServer
let begun = 0
const taken: string[] = []
/** One mail at a time is let past its first line, so that each dies where it is said to. */
const turns: { readonly session: string; readonly go: () => void }[] = []
const died: string[] = []
let worker: ChildProcess | undefined

function startWorker() {
  const { port } = server.server.address() as { readonly port: number }
  const settings = { connections: test.connections, smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom }
  worker = spawn(process.execPath, [program], {
    env: { ...process.env, MAIL_WORKER: JSON.stringify(settings) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

/** Kills it as a power cut would, and starts another when it is gone. */
function kill(how: string) {
  died.push(how)
  const dead = worker
  dead?.once('exit', startWorker)
  dead?.kill('SIGKILL')
}

beforeAll(async () => {
  await build({
    entryPoints: [source],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  test = await aTestDatabase()
  server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onMailFrom: (_address, { id: session }, done) => {
      turns.push({ session, go: () => done() })
      if (turns.length === 1) done()
    },
    onClose: ({ id }) => {
      const at = turns.findIndex(({ session }) => session === id)
      if (at < 0) return
      turns.splice(at, 1)
      if (at === 0) turns[0]?.go()
    },
    onData: (stream, _session, done) => {
      begun += 1
      const death = deaths.get(begun as 4)
      let text = ''
      if (death === 'with a mail announced and nothing of it handed over') kill(death)
      stream.on('data', (chunk: Buffer) => {
        text += chunk
      })
      // Ended by its dot: what breaks off before is no mail.
      stream.on('end', () => {
        const id = /^Message-ID: <(.*)@/im.exec(text)?.[1]
        taken.push(id ?? text)
        if (death === 'with a mail handed over, before the answer') kill(death)
        else setTimeout(done, 20)
        if (death === 'with a mail handed over and answered') setTimeout(() => kill(death), 22)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})

afterAll(async () => {
  worker?.removeAllListeners('exit')
  worker?.kill('SIGKILL')
  await new Promise<void>((closed) => server.close(closed))
  await rm(program, { force: true })
})

describe('when the program is killed again and again in the middle of the mail', () => {
  it('every mail is sent, and each once', { timeout: 60_000 }, async () => {
    const ids: string[] = []
    for (let number = 0; number < count; number += 1) {
      const mail = { municipalityId: town, address: 'anna.ek@example.se', subject: `Kallelse ${number}` }
      const written = { ...mail, text: 'Välkommen.\n', queuedAt: systemClock.now() }
      ids.push(await test.database.transaction({ municipalityId: town }, (tx) => queueMail(tx, written)))
    }
    startWorker()
    const outcomes = async () =>
      (await test.database.read({ municipalityId: town }, (tx) => listMailbox(tx))).map(({ outcome }) => outcome)
    const isSettled = async () => (await outcomes()).filter((one) => one === 'sent' || one === 'unsure').length
    await expect.poll(isSettled, { timeout: 55_000, interval: 250 }).toBe(count)
    expect(died).toHaveLength(deaths.size)
    expect([...taken].sort()).toEqual([...ids].sort())
    // Whose answer was never heard is told to somebody, who can ask for it to be sent again.
    expect((await outcomes()).filter((one) => one === 'unsure').length).toBeGreaterThan(0)
  })
})
