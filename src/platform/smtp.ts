import { Readable } from 'node:stream'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { outgoingMail } from './mail.tables.ts'

/**
 * Sends one mail and returns the server's answer. `handOver` runs when the server has all of it but the dot that ends it,
 * without which it keeps nothing of the mail. What it is given lets the dot go, as the next thing that the program does.
 */
export type SendMail = (
  mail: typeof outgoingMail.$inferSelect,
  handOver: (letGo: () => void) => Promise<void>,
) => Promise<string>

/** A server that does not answer at all is given up soon. */
const connecting = 20_000
/** One that has the whole mail may take its time with it (RFC 5321, 4.5.3.2.6), but less than a job may take. */
const answering = 240_000

/** Returns what sends mail through the server of this address, as the installation whose sender `from` is. */
export function smtpSender(smtpUrl: string, from: string): SendMail {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const ownAddress = addressIn(from)
  const domain = ownAddress.slice(ownAddress.lastIndexOf('@') + 1)
  return async (mail, handOver) => {
    const message = compose(mail, { from, ownAddress, messageId: `<${mail.id}@${domain}>` })
    const { message: bytes } = await composer.sendMail(message)
    if (!Buffer.isBuffer(bytes)) throw new TypeError('The composer gives whole messages')
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: connecting,
      greetingTimeout: connecting,
      socketTimeout: answering,
    })
    let handedOver: Promise<void> = Promise.resolve()
    const noteHandOver = (letGo: () => void) => {
      handedOver = handOver(letGo)
      return handedOver
    }
    transport.use('stream', ({ message: composed }, done) => {
      composed.createReadStream = () => gated(bytes, noteHandOver)
      done()
    })
    // A bounce goes to the installation, whose server it is that may send for its own address (SPF).
    const envelope = { from: ownAddress, to: [mail.address] }
    try {
      const { response } = await transport.sendMail({ envelope, raw: bytes })
      return response
    } finally {
      // What the server has answered is written down next, whatever became of the row before it.
      await handedOver.catch(() => undefined)
    }
  }
}

/**
 * Returns the message as a stream whose end is held back. The stream of a message ends by way of several others, each a
 * moment later; this one ends the last of them itself, so that nothing lies between the word and the dot.
 */
function gated(bytes: Buffer, handOver: (letGo: () => void) => Promise<void>): Readable {
  const message = Readable.from([])
  return Object.assign(message, {
    pipe: <T extends NodeJS.WritableStream>(end: T): T => {
      end.write(bytes, () => {
        // After the promises that are settled now, the commit among them, and before anything else.
        handOver(() => process.nextTick(() => end.end())).catch((error) => message.destroy(error))
      })
      return end
    },
  })
}

type Composing = { readonly from: string; readonly ownAddress: string; readonly messageId: string }

function compose(mail: typeof outgoingMail.$inferSelect, { from, ownAddress, messageId }: Composing): SendMailOptions {
  const sentFrom = mail.sentFrom ?? from
  return {
    from: sentFrom,
    // RFC 5322, 3.6.2: who really sends, where that is not the author.
    ...(addressIn(sentFrom) !== ownAddress && { sender: from }),
    to: mail.address,
    subject: mail.subject,
    text: mail.text,
    ...(mail.html !== null && { html: mail.html }),
    ...(mail.calendar !== null && {
      alternatives: [
        {
          // RFC 6047, 2.4: the method here is the one inside. In base64 no server on the way folds or unfolds its lines.
          contentType: `text/calendar; method=${mail.calendarMethod}; charset=UTF-8`,
          content: mail.calendar,
          encoding: 'utf8',
          contentTransferEncoding: 'base64',
        },
      ],
    }),
    messageId,
    // RFC 3834: keeps absence notices from answering.
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

/** Returns the address alone of `Name <address>`, in lower case. */
export function addressIn(sender: string): string {
  return (/<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender).trim().toLowerCase()
}
