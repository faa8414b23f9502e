import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { NotAllowed, NotFound, PageTooOld } from './kernel/errors.ts'
import { type Assets, serveAssets } from './assets.ts'
import { errorPages } from './error-pages.tsx'
import { committeeLayout, publicLayout } from './layout.tsx'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/db/database.ts'
import type { Typesetter } from './platform/documents/typst.ts'
import { addressOf } from './platform/http/client-address.ts'
import { json } from './platform/http/answers.ts'
import { wantsJson } from './platform/http/asked.ts'
import { formKeyOf, writtenHere } from './platform/http/form-guard.ts'
import { mountMunicipality, mountPages, mountPublic } from './platform/http/mount.ts'
import { allowPageScripts } from './platform/http/script-policy.ts'
import { rateLimit } from './platform/http/rate-limit.ts'
import type { Web } from './platform/http/web.ts'
import { loggedPath } from './platform/log-fault.ts'
import type { Settings } from './platform/settings.ts'
import { findMunicipality } from './slices/municipalities/index.ts'
import { findSession, findVisitor, touchSession } from './slices/accounts/index.ts'
import { menu, pages, publicPages } from './slices.ts'

export type AppDependencies = {
  readonly database: Database
  readonly clock: Clock
  readonly typesetter: Typesetter
  readonly assets: Assets
  readonly log: Logger
  /** The address people use, without a slash at the end. Where it is https, cookies and browsers hold to it. */
  readonly publicUrl: string
  readonly limits: Pick<Settings, 'trustedProxies' | 'requestsPerMinute' | 'postsBeforeSignInPerMinute'>
}

const maximumBody = 1024 * 1024
/** Where people write at length, what they paste by mistake is to get there: 300 000 characters of nine bytes in a form, and more. */
const maximumReport = 6 * 1024 * 1024
/** Before sign-in an address may come in bursts, and not all day long: each leaves a row in a log that is never cut. */
const fullMinutesAnHour = 10

/** Returns the web application: headers, the public pages, the committees' pages and the pages for what goes wrong. */
export function createApp(dependencies: AppDependencies): Hono {
  const { database, clock, typesetter, assets, log, publicUrl, limits } = dependencies
  const https = publicUrl.startsWith('https:')
  const { stylesheet, icon, scripts } = assets
  const look = { stylesheet, icon, scripts }
  const wrong = errorPages(publicLayout(look))
  const limited = (perMinute: number, perHour?: number) =>
    rateLimit({
      perMinute,
      perHour,
      addressOf: (context) => addressOf(context, limits.trustedProxies),
      refuse: wrong.tooMany,
      onFirst: (network) => log.warn({ network, perMinute }, 'Too many requests came from one address'),
    })
  const web: Web = {
    database,
    clock,
    typesetter,
    log,
    secureCookies: https,
    publicUrl,
    trustedProxies: limits.trustedProxies,
    limitWrites: limited(limits.postsBeforeSignInPerMinute, limits.postsBeforeSignInPerMinute * fullMinutesAnHour),
    findMunicipality: (slug) => database.lookUp({ slug }, (tx) => findMunicipality(tx, slug)),
    findSession: (tokenHash) =>
      database.lookUp({ session: tokenHash }, async (tx) => {
        const found = await findSession(tx, tokenHash)
        return found && { ...found, formKey: formKeyOf(tx.digest, tokenHash) }
      }),
    findVisitor: (municipalityId, tokenHash, now) =>
      database.read({ municipalityId }, async (tx) => {
        const found = await findVisitor(tx, { tokenHash, now, today: clock.today() })
        return found && { ...found, formKey: formKeyOf(tx.digest, tokenHash) }
      }),
    touchSession: (municipalityId, tokenHash, now) =>
      database.transaction({ municipalityId }, (tx) => touchSession(tx, tokenHash, now)),
    layout: committeeLayout(menu, look),
    publicLayout: publicLayout(look),
  }
  const app = new Hono()
  app.use(allowPageScripts())
  app.use(secureHeaders(headers(https)))
  app.use(nothingKept)
  serveAssets(app, assets)
  app.get('/healthz', (context) => context.text('ok'))
  app.get('/readyz', async (context) => {
    await database.ping()
    return context.text('ready')
  })
  const [limitRequests, limitFields] = [limited(limits.requestsPerMinute), limited(limits.requestsPerMinute)]
  // Whoever writes fast is saved often, and can read meanwhile.
  app.use((context, next) => (isField(context.req.path) ? limitFields : limitRequests)(context, next))
  app.use(trimTrailingSlash())
  const limit = bodyLimit({ maxSize: maximumBody, onError: wrong.tooLarge })
  const reportLimit = bodyLimit({ maxSize: maximumReport, onError: wrong.tooLarge })
  app.use((context, next) => (isWriting(context.req.path) ? reportLimit : limit)(context, next))
  mountPublic(app, publicPages, web)
  mountMunicipality(app, web)
  mountPages(app, pages, web)
  app.notFound(wrong.notFound)
  app.onError(async (error, context) => {
    if (error instanceof PageTooOld)
      return wantsJson(context) ? json({ otherSession: true }, 403) : wrong.tooOld(context, error)
    if (error instanceof HTTPException) return wrong.notAllowed(context)
    // Whatever went wrong with a form of ours: what was written in it is given back.
    const typed = await writtenHere(context, publicUrl)
    if (error instanceof NotFound) return wrong.notFound(context, typed)
    if (error instanceof NotAllowed) return wrong.notAllowed(context, typed)
    const reference = String(randomInt(100_000, 1_000_000))
    const { method, path } = context.req
    log.error({ err: error, reference, method, path: loggedPath(path) }, 'A request failed')
    return wrong.fault(context, reference, typed)
  })
  return app
}

/**
 * Whether the address is one that drafts of reports, or files, are posted to, by those whose they are or for one who has
 * phoned.
 */
function isWriting(path: string): boolean {
  const [, , , page = '', ...rest] = path.split('/')
  const below = rest.join('/')
  if (page === 'rapporter') return /^[^/]+\/(?:utkast|falt|bilagor|at\/[^/]+)$/.test(below)
  return page === 'arvoden' && /^(?:intyg|[^/]+\/tillagg(?:\/at)?)$/.test(below)
}

/** Whether the address is that of a single field, which is saved while somebody writes. */
function isField(path: string): boolean {
  return /^\/[^/]+\/[^/]+\/rapporter\/[^/]+\/falt$/.test(path)
}

/** Everything here is for whoever asked: what does not say how long it may be kept is not kept at all. */
const nothingKept: MiddlewareHandler = async (context, next) => {
  await next()
  if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
}

/** What no page of ours needs of the browser; passkeys are left to it. */
const needless = `accelerometer autoplay camera displayCapture encryptedMedia fullscreen geolocation gyroscope magnetometer
  microphone midi payment pictureInPicture screenWakeLock usb xrSpatialTracking`
const permissionsPolicy = Object.fromEntries(needless.split(/\s+/).map((feature) => [feature, []]))

function headers(https: boolean) {
  return {
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy,
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: https ? 'max-age=31536000; includeSubDomains' : false,
  }
}
