import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDatabase } from '../../tests/support/database.ts'
import { type Day, dayFromIso } from '../kernel/date.ts'
import { municipality } from '../slices/municipalities/municipalities.tables.ts'
import { person } from '../slices/people/people.tables.ts'
import { fixedClock } from './clock.ts'
import type { Database } from './db/database.ts'
import { newId } from './ids.ts'
import { createLog } from './log.ts'
import { listMailbox, queueMail } from './mail.ts'
import { outgoingMail } from './mail.tables.ts'
import { createMailer } from './mail-delivery.ts'
import { workOff } from './worker.ts'

const clock = fixedClock(dayFromIso('2026-03-25'))
const town = newId()
const invitation = {
  municipalityId: town,
  address: 'anna.ek@example.se',
  subject: 'Kallelse till besök på Ekbacken',
  text: 'Välkommen den 8 april.\n',
  queuedAt: clock.now(),
}

type Received = {
  readonly subject?: string | undefined
  readonly messageId?: string | undefined
  readonly text?: string | undefined
}

let database: Database
let received: Received[]
let refusals: number
let server: SMTPServer
let smtpUrl: string

/** A real mail server in this process; it takes the message whole and only then refuses, as long as refusals remain. */
async function startServer() {
  server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const { subject, messageId, text } = await PostalMime.parse(Buffer.concat(chunks))
        received.push({ subject, messageId, text })
        refusals -= 1
        done(refusals >= 0 ? Object.assign(new Error('Try again later'), { responseCode: 451 }) : null)
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.server.address()
  smtpUrl = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

function deliver(to: { readonly smtpUrl?: string }) {
  const { deliver } = createMailer(database, clock, { ...to, mailFrom: 'Nämndkontakt <namnd@ekby.example>' })
  return workOff(database, { handlers: [], deliverMail: deliver, log: createLog('silent') })
}

function mailbox() {
  return database.read({ municipalityId: town }, (tx) => listMailbox(tx))
}

beforeEach(async () => {
  received = []
  refusals = 0
  database = await aDatabase()
  await startServer()
})

afterEach(async () => {
  await new Promise<void>((closed) => server.close(closed))
})

describe('a mail', () => {
  it('waits in the mailbox until it is delivered', async () => {
    await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, invitation))
    expect(await mailbox()).toMatchObject([{ subject: invitation.subject, outcome: 'waiting' }])
  })

  it('is kept in the mailbox when there is no mail server', async () => {
    await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, invitation))
    await deliver({})
    expect(await mailbox()).toMatchObject([{ address: 'anna.ek@example.se', text: invitation.text, outcome: 'kept' }])
  })

  it('is sent to the mail server with every letter whole', async () => {
    const id = await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, invitation))
    await deliver({ smtpUrl })
    expect(received).toEqual([
      { subject: invitation.subject, text: invitation.text, messageId: `<${id}@ekby.example>` },
    ])
    expect(await mailbox()).toMatchObject([{ outcome: 'sent' }])
  })

  it('that lets somebody in is not kept once it is sent, nor lost before', async () => {
    refusals = 1
    const mail = { ...invitation, text: 'Din engångskod är 123456', letsIn: true }
    const mailId = await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, mail))
    const mailer = createMailer(database, clock, { smtpUrl, mailFrom: 'namnd@ekby.example' }).deliver
    await expect(mailer({ municipalityId: town, mailId })).rejects.toThrow(/451/)
    expect(await mailbox()).toMatchObject([{ text: mail.text, outcome: 'failed' }])
    await mailer({ municipalityId: town, mailId })
    expect(received.at(-1)).toMatchObject({ text: `${mail.text}\n` })
    expect(await mailbox()).toMatchObject([{ text: '', outcome: 'sent' }])
  })

  it('keeps its words when it is sent, and loses the token of a link that answers once', async () => {
    const token = 'Zk3_'.repeat(11)
    const text = `Hej!\n\nSvara: https://kp.ekby.example/ekby/svar/${token}\n\nHälsningar`
    const html = `<p>Hej!</p><a href="https://kp.ekby.example/ekby/svar/${token}">Svara</a>`
    await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, { ...invitation, text, html }))
    await deliver({ smtpUrl })
    expect(received.at(-1)?.text).toContain(token)
    const rows = await database.read({ municipalityId: town }, (tx) => tx.select().from(outgoingMail))
    expect(rows).toMatchObject([{ text: text.replace(token, '…'), html: html.replace(token, '…') }])
  })

  it('does not exist when the transaction it belongs to fails', async () => {
    const failing = database.transaction({ municipalityId: town }, async (tx) => {
      await queueMail(tx, invitation)
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    await deliver({ smtpUrl })
    expect([received, await mailbox()]).toEqual([[], []])
  })

  it('is seen in no other municipality', async () => {
    await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, invitation))
    expect(await database.read({ municipalityId: newId() }, (tx) => listMailbox(tx))).toEqual([])
  })

  it('is sent once, however often its job is delivered', async () => {
    const mailId = await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, invitation))
    const mailer = createMailer(database, clock, { smtpUrl, mailFrom: 'namnd@ekby.example' }).deliver
    await mailer({ municipalityId: town, mailId })
    await mailer({ municipalityId: town, mailId })
    expect(received).toHaveLength(1)
  })
})

describe('a person who has died', () => {
  async function somebody(diedOn?: Day): Promise<string> {
    const personId = newId()
    await database.transaction({ municipalityId: town }, async (tx) => {
      const named = { name: 'Anna Ek', email: invitation.address }
      await tx.insert(municipality).values({ id: town, slug: 'ekby', name: 'Ekby', functionAddress: 'k@ekby.example' })
      await tx.insert(person).values({ id: personId, municipalityId: town, ...named, diedOn: diedOn ?? null })
    })
    return personId
  }

  it('is written no mail', async () => {
    const personId = await somebody(dayFromIso('2026-03-20'))
    await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, { ...invitation, personId }))
    await deliver({ smtpUrl })
    expect([received, await mailbox()]).toEqual([[], []])
  })

  it('is not sent what was written before the death was known', async () => {
    const personId = await somebody()
    await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, { ...invitation, personId }))
    await database.transaction({ municipalityId: town }, (tx) =>
      tx.update(person).set({ diedOn: dayFromIso('2026-03-20') }),
    )
    await deliver({ smtpUrl })
    expect(received).toEqual([])
    expect(await mailbox()).toMatchObject([{ outcome: 'kept' }])
  })
})

describe('when the mail server fails', () => {
  it('the mail is sent again with the same Message-ID', async () => {
    refusals = 1
    const mailId = await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, invitation))
    const mailer = createMailer(database, clock, { smtpUrl, mailFrom: 'namnd@ekby.example' }).deliver
    await expect(mailer({ municipalityId: town, mailId })).rejects.toThrow(/451/)
    expect(await mailbox()).toMatchObject([{ outcome: 'failed' }])
    await mailer({ municipalityId: town, mailId })
    expect(await mailbox()).toMatchObject([{ outcome: 'sent' }])
    expect(received.map(({ messageId }) => messageId)).toEqual([`<${mailId}@ekby.example>`, `<${mailId}@ekby.example>`])
  })

  it('the mail is not lost when nobody answers', async () => {
    await database.transaction({ municipalityId: town }, (tx) => queueMail(tx, invitation))
    await expect(deliver({ smtpUrl: 'smtp://127.0.0.1:9' })).rejects.toThrow(/ECONNREFUSED/)
    expect(await mailbox()).toMatchObject([{ outcome: 'failed' }])
  })
})
