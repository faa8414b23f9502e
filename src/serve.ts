import { type Http2Bindings, type HttpBindings, serve as listen } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createApp } from './app.tsx'
import { readAssets } from './assets.ts'
import { buildDemonstration, isEmpty } from './demo/index.ts'
import { Unusable } from './kernel/errors.ts'
import { systemClock } from './platform/clock.ts'
import { openDatabase } from './platform/db/open.ts'
import { createTypesetter } from './platform/documents/typst.ts'
import { createLog } from './platform/log.ts'
import { createMailer } from './platform/mail-delivery.ts'
import { dayRunner } from './platform/schedule.ts'
import type { Settings } from './platform/settings.ts'
import { startWorker } from './platform/worker.ts'
import { dailyTasks, handlers } from './slices.ts'
import { listCommitteesEverywhere } from './slices/directory/index.ts'

export type Server = {
  readonly address: string
  readonly hasDemonstration: boolean
  readonly stop: () => Promise<void>
}

export type ServeOptions = {
  /** Builds the five demonstration committees when the database has no municipality. */
  readonly demoWhenEmpty: boolean
}

/**
 * Opens the database, listens, and starts the background work. Throws `Unusable` with a sentence for the operator when a
 * setting, the data folder, the database or the port cannot be used; nothing is left running then.
 */
export async function serve(settings: Settings, { demoWhenEmpty }: ServeOptions): Promise<Server> {
  const log = createLog(settings.logLevel)
  const clock = systemClock
  const assets = await readAssets(fileURLToPath(new URL(/* beside the bundle */ './assets/', import.meta.url)))
  const database = await openDatabase(settings)
  const typesetter = createTypesetter()
  const close = async () => {
    await typesetter.close()
    await database.close()
  }
  try {
    const isNew = demoWhenEmpty && (await isEmpty(database))
    if (isNew)
      await buildDemonstration({ database, typesetter, publicUrl: settings.publicUrl, today: clock.today(), handlers })
    // Which port the system chose is known when it listens; nothing is asked before this turn of the program is over.
    const web = await listening((request, connection) => app.fetch(request, connection), settings)
    const publicUrl = settings.port === 0 ? settings.publicUrl.replace(/:0$/, `:${web.port}`) : settings.publicUrl
    const app = createApp({ database, clock, typesetter, assets, log, publicUrl, limits: settings })
    const mailer = createMailer(database, clock, settings)
    const work = {
      handlers: handlers({ clock, typesetter, publicUrl, mailFrom: settings.mailFrom }),
      deliverMail: mailer.deliver,
      giveUpMail: mailer.giveUp,
      runDay: dayRunner({ database, clock, log, tasks: dailyTasks({ publicUrl }), places: listCommitteesEverywhere }),
      log,
    }
    const worker = await startWorker(database, work)
    return {
      address: settings.port === 0 ? `http://localhost:${web.port}` : settings.publicUrl,
      hasDemonstration: isNew,
      stop: async () => {
        await web.stop()
        await worker.stop()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

type Listening = { readonly port: number; readonly stop: () => Promise<void> }

function listening(
  fetch: (request: Request, connection: HttpBindings | Http2Bindings) => Response | Promise<Response>,
  { port, host }: Settings,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname: host }, (address: AddressInfo) => {
      resolve({
        port: address.port,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped())
            // Browsers keep connections open; those that do nothing are closed, requests under way are answered.
            if ('closeIdleConnections' in server) server.closeIdleConnections()
          }),
      })
    })
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new Unusable(
            `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
          ),
        )
      else if (error.code === 'EACCES')
        reject(new Unusable(`Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`))
      else reject(error)
    })
  })
}
