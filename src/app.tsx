import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { NotAllowed, NotFound } from './kernel/errors.ts'
import { type Assets, serveAssets } from './assets.ts'
import { committeeLayout, publicLayout } from './layout.tsx'
import { layoutTexts } from './layout.texts.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/db/database.ts'
import type { Typesetter } from './platform/documents/typst.ts'
import { chosenLanguage, mountMunicipality, mountPages, mountPublic } from './platform/http/mount.ts'
import type { Web } from './platform/http/web.ts'
import { findMunicipality } from './slices/municipalities/index.ts'
import { findSession, findVisitor, touchSession } from './slices/accounts/index.ts'
import { landingPath } from './slices/accounts/accounts.paths.ts'
import { menu, pages, publicPages } from './slices.ts'
import { Actions, ButtonLink, Heading, Lead } from './ui/index.ts'

export type AppDependencies = {
  readonly database: Database
  readonly clock: Clock
  readonly typesetter: Typesetter
  readonly assets: Assets
  readonly log: Logger
  /** The address people use, without a slash at the end. Where it is https, cookies and browsers hold to it. */
  readonly publicUrl: string
}

const maximumBody = 1024 * 1024

/** Returns the web application: headers, the public pages, the committees' pages and the pages for what goes wrong. */
export function createApp({ database, clock, typesetter, assets, log, publicUrl }: AppDependencies): Hono {
  const https = publicUrl.startsWith('https:')
  const look = { stylesheet: assets.stylesheet, icon: assets.icon }
  const web: Web = {
    database,
    clock,
    typesetter,
    secureCookies: https,
    publicUrl,
    findMunicipality: (slug) => database.lookUp({ slug }, (tx) => findMunicipality(tx, slug)),
    findSession: (tokenHash) => database.lookUp({ session: tokenHash }, (tx) => findSession(tx, tokenHash)),
    findVisitor: (municipalityId, tokenHash, now) =>
      database.read({ municipalityId }, (tx) => findVisitor(tx, { tokenHash, now, today: clock.today() })),
    touchSession: (municipalityId, tokenHash, now) =>
      database.transaction({ municipalityId }, (tx) => touchSession(tx, tokenHash, now)),
    layout: committeeLayout(menu, look),
    publicLayout: publicLayout(look),
  }
  const app = new Hono()
  app.use(secureHeaders(headers(https)))
  app.use(trimTrailingSlash())
  app.use(bodyLimit({ maxSize: maximumBody, onError: (context) => errorPage(web, context, 'tooLarge', 413) }))
  app.get('/healthz', (context) => context.text('ok'))
  app.get('/readyz', async (context) => {
    await database.ping()
    return context.text('ready')
  })
  serveAssets(app, assets)
  mountPublic(app, publicPages, web)
  mountMunicipality(app, web)
  mountPages(app, pages, web)
  app.notFound((context) => errorPage(web, context, 'notFound', 404))
  app.onError((error, context) => {
    if (error instanceof NotFound) return errorPage(web, context, 'notFound', 404)
    // What hono refuses by itself is a form from another site.
    if (error instanceof NotAllowed || error instanceof HTTPException) return errorPage(web, context, 'notAllowed', 403)
    const reference = String(randomInt(100_000, 1_000_000))
    log.error({ err: error, reference, method: context.req.method, path: context.req.path }, 'A request failed')
    return errorPage(web, context, 'fault', 500, reference)
  })
  return app
}

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
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: https ? 'max-age=31536000' : false,
  }
}

type Wrong = 'notFound' | 'notAllowed' | 'tooLarge' | 'fault'
type RequestContext = Parameters<typeof chosenLanguage>[0]

function errorPage(
  web: Web,
  context: RequestContext,
  wrong: Wrong,
  status: 403 | 404 | 413 | 500,
  reference = '',
): Response {
  const language = chosenLanguage(context) ?? 'sv'
  const texts = layoutTexts(language)
  const title = texts[`${wrong}Title`]
  const page = web.publicLayout({
    language,
    path: landingPath,
    municipality: undefined,
    title,
    hasErrors: false,
    wide: false,
    body: (
      <>
        <Heading level={1}>{title}</Heading>
        <Lead>{wrong === 'fault' ? texts.faultText(reference) : texts[`${wrong}Text`]}</Lead>
        <Actions>
          <ButtonLink href={landingPath}>{texts.toStart}</ButtonLink>
        </Actions>
      </>
    ),
  })
  return new Response(page, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
