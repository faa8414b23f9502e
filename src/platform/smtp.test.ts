import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { withOwner } from '../../tests/support/global-setup.ts'
import { dayFromIso } from '../kernel/date.ts'
import { fixedClock } from './clock.ts'
import { newId } from './ids.ts'
import { createLog } from './log.ts'
import { listMailbox, type Mail, queueMail } from './mail.ts'
import { createMailer } from './mail-delivery.ts'
import { workOff } from './worker.ts'

const clock = fixedClock(dayFromIso('2026-03-25'))
const town = newId()
const calendar = [
  'BEGIN:VCALENDAR',
  'METHOD:REQUEST',
  'SUMMARY:Verksamhetsbesök\\, Ekbacken',
  'END:VCALENDAR',
  '',
].join('\r\n')
const invitation: Mail = {
  municipalityId: town,
  address: 'anna.ek@example.se',
  subject: 'Kallelse till besök på Ekbacken',
  text: 'Välkommen den 8 april.\n',
  html: '<!doctype html><html lang="sv"><body><p>Välkommen den 8 april.</p></body></html>',
  calendar: { method: 'REQUEST', text: calendar },
  sentFrom: '"Omsorgsnämnden, Ekby" <kontakt@ekby.example>',
  queuedAt: clock.now(),
}

type Received = { readonly raw: string; readonly mail: Email; readonly from: string; readonly to: readonly string[] }

let test: TestDatabase
let received: Received[]
let server: SMTPServer | undefined

/** Starts a real mail server on this computer and returns its address. */
async function serverThat(options: Omit<SMTPServerOptions, 'onData'>, answer: (done: (error?: Error) => void) => void) {
  const started = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    ...options,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = envelope
        received.push({
          raw: raw.toString('latin1'),
          mail: await PostalMime.parse(raw),
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
        })
        answer(done)
      })
    },
  })
  // A client that hangs up is nothing to it.
  started.on('error', () => undefined)
  await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening))
  server = started
  const address = started.server.address()
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

const takesAll = () => serverThat({}, (done) => done())
const refusal = (responseCode: number) => Object.assign(new Error('No'), { responseCode })

function hangUp() {
  for (const connection of server?.connections ?? []) connection.close()
}

const mailerAt = (smtpUrl: string) =>
  createMailer(test.database, clock, { smtpUrl, mailFrom: 'Nämndkontakt <namndkontakt@drift.example>' })
const queued = (mail: Partial<Mail> = {}) =>
  test.database.transaction({ municipalityId: town }, (tx) => queueMail(tx, { ...invitation, ...mail }))
const outcome = async () =>
  (await test.database.read({ municipalityId: town }, (tx) => listMailbox(tx))).map((mail) => mail.outcome)

beforeEach(async () => {
  received = []
  server = undefined
  test = await aTestDatabase()
})

afterEach(async () => {
  await new Promise<void>((closed) => (server === undefined ? closed() : server.close(closed)))
  await test.database.close()
})

describe('a message as the server receives it', () => {
  async function sent(mail: Partial<Mail> = {}): Promise<Received> {
    const mailId = await queued(mail)
    await mailerAt(await takesAll()).deliver({ municipalityId: town, mailId })
    const [message] = received
    if (message === undefined) throw new Error('Nothing came')
    return message
  }

  it('is text, HTML and calendar side by side, the richest last, and nothing attached', async () => {
    const { raw, mail } = await sent()
    const types = [...raw.matchAll(/^Content-Type: ([^;\r\n]+)/gim)].map(([, type]) => type)
    expect(types).toEqual(['multipart/alternative', 'text/plain', 'text/html', 'text/calendar'])
    expect(raw).not.toMatch(/Content-Disposition: attachment/i)
    expect(mail.text?.trim()).toBe('Välkommen den 8 april.')
    expect(mail.html).toContain('<p>Välkommen den 8 april.</p>')
  })

  it.each(['REQUEST', 'CANCEL'] as const)('says %s in the type as inside', async (method) => {
    const text = calendar.replace('REQUEST', method)
    const { raw, mail } = await sent({ calendar: { method, text } })
    const type = /^Content-Type: text\/calendar;((?:.*|\r\n[ \t])*)/im.exec(raw)?.[1]?.replaceAll(/\s+/g, ' ').trim()
    expect(type).toMatch(new RegExp(`^method=${method}; charset=utf-8$`, 'i'))
    const [part] = mail.attachments
    expect([part?.mimeType, part?.method]).toEqual(['text/calendar', method])
    // The bytes as they travelled: the library that reads mail ends the lines of text as it likes.
    const encoded = raw
      .split(/text\/calendar/i)[1]
      ?.split('\r\n\r\n')[1]
      ?.split('\r\n--')[0]
    expect(Buffer.from(encoded ?? '', 'base64').toString('utf8')).toBe(text)
  })

  it('comes from the organiser, and names the installation as the one who sends', async () => {
    const { mail, from, to } = await sent()
    expect(mail.from).toEqual({ name: 'Omsorgsnämnden, Ekby', address: 'kontakt@ekby.example' })
    expect(mail.sender).toEqual({ name: 'Nämndkontakt', address: 'namndkontakt@drift.example' })
    expect([from, to]).toEqual(['namndkontakt@drift.example', ['anna.ek@example.se']])
  })

  it('names no sender beside the author where they are the same', async () => {
    const { mail } = await sent({ sentFrom: undefined, calendar: undefined })
    expect(mail.from?.address).toBe('namndkontakt@drift.example')
    expect(mail.sender).toBeUndefined()
    expect(mail.attachments).toEqual([])
  })
})

describe('a server that fails', () => {
  const deliver = async (smtpUrl: string) => {
    const mailId = await queued()
    await mailerAt(smtpUrl).deliver({ municipalityId: town, mailId })
  }

  it('is tried again when it is down', async () => {
    await expect(deliver('smtp://127.0.0.1:9')).rejects.toThrow(/ECONNREFUSED/)
    expect(await outcome()).toEqual(['failed'])
  })

  it.each([
    ['refuses for now, with the whole mail in hand', 451],
    ['refuses for good, with the whole mail in hand', 554],
  ])('is tried again when it %s', async (_, code) => {
    const smtpUrl = await serverThat({}, (done) => done(refusal(code)))
    await expect(deliver(smtpUrl)).rejects.toThrow(String(code))
    expect(await outcome()).toEqual(['failed'])
  })

  it.each([450, 550])('is tried again when it answers %i to the address', async (code) => {
    const smtpUrl = await serverThat({ onRcptTo: (_address, _session, done) => done(refusal(code)) }, (done) => done())
    await expect(deliver(smtpUrl)).rejects.toThrow(String(code))
    expect([received, await outcome()]).toEqual([[], ['failed']])
  })

  it('is tried again when it hangs up before the mail is whole', async () => {
    const smtpUrl = await serverThat({ onMailFrom: hangUp }, (done) => done())
    await expect(deliver(smtpUrl)).rejects.toThrow()
    expect([received, await outcome()]).toEqual([[], ['failed']])
  })

  it('is waited for when it is slow', async () => {
    await deliver(await serverThat({}, (done) => setTimeout(done, 1500)))
    expect([received.length, await outcome()]).toEqual([1, ['sent']])
  })
})

describe('a program that was killed while the answer was awaited', () => {
  it('has sent the mail: it is not sent again, and that nobody can be sure is said', async () => {
    let asked: (() => void) | undefined
    const handedOver = new Promise<void>((resolve) => {
      asked = resolve
    })
    const smtpUrl = await serverThat({}, () => asked?.())
    const mailId = await queued()
    const job = { municipalityId: town, mailId }
    // The first never hears an answer, like one that is dead.
    const dead = mailerAt(smtpUrl).deliver(job)
    await handedOver
    await mailerAt(smtpUrl).deliver(job)
    await mailerAt(smtpUrl).deliver(job)
    expect([received.length, await outcome()]).toEqual([1, ['unsure']])
    hangUp()
    await expect(dead).rejects.toThrow()
  })
})

describe('a mail that has been tried for the last time', () => {
  it('is given up, and that is written down', async () => {
    await queued()
    // The day that the tries take, gone by.
    await withOwner(test.connections.owner, (owner) => owner.query('update pgboss.job set retry_limit = 0'))
    const { deliver, giveUp } = mailerAt('smtp://127.0.0.1:9')
    const work = { handlers: [], deliverMail: deliver, giveUpMail: giveUp, log: createLog('silent') }
    await expect(workOff(test.database, work)).rejects.toThrow(/ECONNREFUSED/)
    expect(await workOff(test.database, work)).toBe(1)
    expect(await outcome()).toEqual(['given-up'])
  })
})
