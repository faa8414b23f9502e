// The background work as a program of its own, for tests that kill it: sends what waits in the database it is given.
import { systemClock } from '../../src/platform/clock.ts'
import type { Connections } from '../../src/platform/db/connections.ts'
import { connect } from '../../src/platform/db/database.ts'
import { createLog } from '../../src/platform/log.ts'
import { createMailer } from '../../src/platform/mail-delivery.ts'
import { startWorker } from '../../src/platform/worker.ts'

const { connections, smtpUrl, mailFrom }: { connections: Connections; smtpUrl: string; mailFrom: string } = JSON.parse(
  process.env.MAIL_WORKER ?? '{}',
)
const database = connect(connections, 'a secret that is used by tests alone')
const { deliver, giveUp } = createMailer(database, systemClock, { smtpUrl, mailFrom })
await startWorker(database, { handlers: [], deliverMail: deliver, giveUpMail: giveUp, log: createLog('silent') })
