import type { Hono } from 'hono'
import { createApp } from '../../src/app.tsx'
import type { Assets } from '../../src/assets.ts'
import { execute } from '../../src/platform/command.ts'
import type { MovableClock } from '../../src/platform/clock.ts'
import type { Language } from '../../src/kernel/language.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { createTypesetter, type Typesetter } from '../../src/platform/documents/typst.ts'
import { formKeyField, formKeyOf } from '../../src/platform/http/form-guard.ts'
import { createLog, type Log } from '../../src/platform/log.ts'
import { createMailer } from '../../src/platform/mail-delivery.ts'
import { hashToken } from '../../src/platform/tokens.ts'
import { workOff } from '../../src/platform/worker.ts'
import { signInToDemo } from '../../src/slices/accounts/accounts.commands.ts'
import { handlers } from '../../src/slices.ts'
import { aCast, type Cast, type CastFacts, type CastName, type CastOptions, castOf, must, testClock } from './cast.ts'
import { aFilledDatabase } from './database.ts'

export type TestApp = {
  readonly app: Hono
  readonly database: Database
  readonly clock: MovableClock
  readonly typesetter: Typesetter
  readonly cast: Cast
  /** Opens an address below the committee's own, such as `/besok`, as one of the cast, in their language or the one chosen. A whole address begins with `//`. */
  readonly get: (name: CastName, path: string, language?: Language) => Promise<Response>
  /** Posts a form to it, one with a file as the browser packs it, with the key of the session unless it has one. */
  readonly post: (
    name: CastName,
    path: string,
    form?: Readonly<Record<string, string | readonly string[]>> | FormData,
  ) => Promise<Response>
  /** Lets everybody come with a new session from now on: what was asked for has ended theirs. */
  readonly forgetSessions: () => void
  /** Does the background work that waits: claims make themselves, papers find their meeting, letters are kept. */
  readonly workOff: () => Promise<number>
}

const log = createLog('silent')

/** So high that no test meets them; those of the limits themselves set their own. */
export const wideLimits = { trustedProxies: 0, requestsPerMinute: 9_999_999, postsBeforeSignInPerMinute: 9_999_999 }

/** Returns the real application on a database of its own, with one committee and its cast, on the tests' day. */
export async function anApp(options: CastOptions = {}): Promise<TestApp> {
  const clock = testClock()
  const fill = async (database: Database): Promise<CastFacts> => {
    const { as: _, system: __, ...facts } = await aCast(database, testClock(), options)
    return facts
  }
  const { database, filled } = await aFilledDatabase(`cast ${JSON.stringify(options)}`, fill)
  return appWith(database, clock, castOf(clock, filled))
}

/** Returns the real application on this database, for a cast that is there, with a log that is silent unless another is given. */
export function appWith(database: Database, clock: MovableClock, cast: Cast, own: Log = log): TestApp {
  const typesetter = createTypesetter()
  const assets = {
    stylesheet: '/assets/app.css',
    icon: undefined,
    scripts: { passkey: '/assets/passkey.js', report: '/assets/report.js' },
    files: new Map(),
  }
  const dependencies = { database, clock, typesetter, assets, publicUrl: 'http://localhost', limits: wideLimits }
  const app = createApp({ ...dependencies, log: own })
  const sessions = new Map<CastName, string>()
  const tokenOf = async (name: CastName) => {
    const token = sessions.get(name) ?? (await signIn({ database, clock }, cast, name))
    sessions.set(name, token)
    return token
  }
  const cookieOf = async (name: CastName) => `nk_session=${await tokenOf(name)}`
  const addressOf = (path: string) => `http://localhost${path.startsWith('//') ? path.slice(1) : placed(cast, path)}`
  return {
    app,
    database,
    clock,
    typesetter,
    cast,
    get: async (name, path, language) => {
      const chosen = language === undefined ? '' : `; nk_language=${language}`
      return app.request(addressOf(path), { headers: { cookie: `${await cookieOf(name)}${chosen}` } })
    },
    post: async (name, path, form = {}) =>
      app.request(addressOf(path), {
        method: 'POST',
        headers: { cookie: await cookieOf(name), origin: 'http://localhost' },
        body: keyed(form instanceof FormData ? form : formBody(form), await formKeyFor(database, await tokenOf(name))),
      }),
    forgetSessions: () => sessions.clear(),
    workOff: () =>
      workOff(database, {
        handlers: handlers({ clock, typesetter, publicUrl: 'http://localhost' }),
        deliverMail: createMailer(database, clock, { mailFrom: 'namndkontakt@ekby.example' }).deliver,
        log,
      }),
  }
}

type Otherwise = {
  readonly files?: Assets['files']
  readonly limits?: Partial<typeof wideLimits>
  readonly log?: Log
}

/** Returns the application on the same database as people come to it by this address, with what else is different. */
export function appAt(
  town: TestApp,
  publicUrl: string,
  { files = new Map(), limits = {}, log: own = log }: Otherwise = {},
) {
  const { database, clock, typesetter } = town
  const assets = {
    stylesheet: '/assets/app.css',
    icon: undefined,
    scripts: { passkey: undefined, report: undefined },
    files,
  }
  return createApp({ database, clock, typesetter, assets, log: own, publicUrl, limits: { ...wideLimits, ...limits } })
}

/** Returns a post of a form from our own pages, by somebody who is not signed in. */
export function aForm(fields: Readonly<Record<string, string>>) {
  return { method: 'POST', headers: { origin: 'http://localhost' }, body: new URLSearchParams(fields) }
}

/** Returns the key that the forms of the session with this token carry. */
export async function formKeyFor(database: Database, token: string): Promise<string> {
  const tokenHash = hashToken(token)
  return database.lookUp({ session: tokenHash }, async (tx) => formKeyOf(tx.digest, tokenHash))
}

function keyed<Body extends FormData | URLSearchParams>(body: Body, key: string): Body {
  if (!body.has(formKeyField)) body.append(formKeyField, key)
  return body
}

async function signIn(
  dependencies: { readonly database: Database; readonly clock: MovableClock },
  cast: Cast,
  name: CastName,
): Promise<string> {
  const { token } = await must(
    execute(dependencies, cast.system(), signInToDemo, { personId: cast.people[name], isDemo: true }),
  )
  return token
}

function placed({ place }: Cast, path: string): string {
  const start = `/${place.municipality}/${place.committee}`
  return path.startsWith(`${start}/`) || path === start ? path : `${start}${path === '/' ? '' : path}`
}

function formBody(form: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) {
    for (const text of typeof value === 'string' ? [value] : value) body.append(name, text)
  }
  return body
}
