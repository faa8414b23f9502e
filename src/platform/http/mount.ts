import type { Context, Hono } from 'hono'
import { NotAllowed, NotFound, PageTooOld } from '../../kernel/errors.ts'
import { isAllowed } from '../../kernel/permissions.ts'
import { type LogVerification, verifyLogs } from '../audit-verification.ts'
import { execute } from '../command.ts'
import { isId } from '../ids.ts'
import { type PersonScope, systemScope } from '../scope.ts'
import { hashToken } from '../tokens.ts'
import { addressOf } from './client-address.ts'
import { headerText, html, json, ownAddress, seeOther } from './answers.ts'
import {
  attemptOf,
  chosenLanguage,
  forgetWanted,
  rememberAttempt,
  rememberLanguage,
  rememberSession,
  rememberWanted,
  sessionTokenOf,
  wantedOf,
} from './cookies.ts'
import { checkFormKey, checkOwnSite, formKeyField, keptForm, writtenIn } from './form-guard.ts'
import { cameFrom, pathOf, wantsJson } from './asked.ts'
import { formOf, paramOf, queryOf, uploadOf } from './incoming.ts'
import type { PageRequest, PageRoute } from './page.ts'
import type { PublicMunicipality, PublicRequest, PublicRoute } from './public.ts'
import { loggingRefusal, notingRefusals } from './refusals.ts'
import type { Web, WebVisitor } from './web.ts'

/** Puts pages that need no sign-in in the application, in the order given. */
export function mountPublic(app: Hono, routes: readonly PublicRoute[], web: Web): void {
  for (const route of routes) {
    if (route.writes) app.on(route.method.toUpperCase(), route.path, web.limitWrites)
    app.on(route.method.toUpperCase(), route.path, async (context) => {
      if (!route.crossSite) await checkOwnSite(context, web.publicUrl)
      const request = await publicRequest(context, web)
      if (route.actsOnSession && request.session) await checkFormKey(context, request.session)
      return route.handle(request)
    })
  }
}

/** Puts the committees' pages in the application, below `/:municipality/:committee`, in the order given. */
export function mountPages(app: Hono, routes: readonly PageRoute[], web: Web): void {
  for (const route of routes) {
    const path = `/:municipality/:committee${route.path === '/' ? '' : route.path}`
    app.on(route.method.toUpperCase(), path, async (context) => {
      const municipality = await municipalityOf(context, web)
      const visitor = await visitorOf(context, web, municipality.id)
      if (!visitor) {
        await checkOwnSite(context, web.publicUrl)
        if (wantsJson(context)) return json({ signedOut: true }, 401)
        if (route.method === 'get') return toSignIn(context, web, municipality, pathOf(context))
        // The session has ended while somebody wrote: they get back what they had written, and not the way in alone.
        const [written, kept] = [await writtenIn(context), await keptForm(context)]
        if (written.length > 0 || kept) throw new PageTooOld(written, kept)
        return toSignIn(context, web, municipality, cameFrom(context))
      }
      const membership = visitor.memberships.find((it) => it.committee.slug === context.req.param('committee'))
      const who = { municipalityId: municipality.id, personId: visitor.person.id }
      const where = membership === undefined ? {} : { committeeId: membership.committee.id }
      return notingRefusals(web, { ...who, ...where, method: route.method, path: route.path }, async () => {
        await checkOwnSite(context, web.publicUrl)
        if (!membership) throw new NotFound('committee')
        if (!isAllowed(membership.roles, route.allow)) throw new NotAllowed(route.allow)
        if (route.method === 'post') await checkFormKey(context, visitor)
        return route.handle(pageRequest(context, web, { municipality, visitor, membership }))
      })
    })
  }
}

/** Sends somebody who opens the municipality's address to a committee of theirs, or to sign in. */
export function mountMunicipality(app: Hono, web: Web): void {
  app.get('/:municipality', async (context) => {
    const municipality = await municipalityOf(context, web)
    const visitor = await visitorOf(context, web, municipality.id)
    const committee = visitor?.memberships[0]?.committee
    return seeOther(committee ? `/${municipality.slug}/${committee.slug}` : `/${municipality.slug}/logga-in`)
  })
}

/** Sends somebody to sign in, and back to the page that they wanted. A committee's first page is where they come anyway. */
function toSignIn(context: Context, web: Web, municipality: PublicMunicipality, wanted: string | undefined): Response {
  const place = `/${municipality.slug}`
  if (wanted !== undefined && isWithin(municipality.slug, wanted)) rememberWanted(context, web, wanted)
  return context.redirect(
    municipality.demo ? `${place}/${paramOf(context, 'committee')}/prova` : `${place}/logga-in`,
    303,
  )
}

/** Whether the path is one of a committee's inner pages. */
function isWithin(municipality: string, path: string): boolean {
  const [own, committee, inner] = path.split('?')[0]?.split('/').slice(1) ?? []
  return own === municipality && committee !== undefined && inner !== undefined
}

/** Returns where somebody goes who has just come in: the page that they had wanted, or else where everybody goes. */
function afterSignIn(context: Context, web: Web, path: string): string {
  const wanted = wantedOf(context, web)
  const [, own = ''] = path.split('/')
  return path.split('/').length <= 3 && wanted !== undefined && isWithin(own, wanted) ? wanted : path
}

type Here = {
  readonly municipality: PublicMunicipality
  readonly visitor: WebVisitor
  readonly membership: WebVisitor['memberships'][number]
}

/** Returns the request of a signed-in person with a role in the committee. */
function pageRequest(context: Context, web: Web, { municipality, visitor, membership }: Here): PageRequest {
  const { committee, roles, unitIds } = membership
  const url = new URL(context.req.url)
  const language = chosenLanguage(context) ?? visitor.person.language
  const scope: PersonScope = {
    municipalityId: municipality.id,
    committeeId: committee.id,
    personId: visitor.person.id,
    roles,
    managedUnitIds: unitIds,
    language,
    today: web.clock.today(),
  }
  return {
    municipality: { id: municipality.id, slug: municipality.slug, name: municipality.name, isDemo: municipality.demo },
    committee,
    place: { municipality: municipality.slug, committee: committee.slug },
    scope,
    person: visitor.person,
    language,
    now: web.clock.now(),
    url,
    publicUrl: web.publicUrl,
    sessionId: visitor.sessionId,
    browser: context.req.header('user-agent') ?? '',
    typesetter: web.typesetter,
    param: (name) => paramOf(context, name),
    id: (name = 'id') => {
      const value = paramOf(context, name)
      if (!isId(value)) throw new NotFound(name)
      return value
    },
    query: (name) => queryOf(url, name),
    form: () => formOf(context),
    upload: (name, accepted) => uploadOf(context, name, accepted),
    read: (work) => web.database.read(scope, work),
    verifyLog: () => verifyLogOf(web, municipality.id),
    run: async (command, raw) => loggingRefusal(web, scope, command.name, await execute(web, scope, command, raw)),
    page: (title, body, status = 200, script = undefined) =>
      html(
        web.layout({
          language,
          path: url.pathname + url.search,
          municipality,
          visitor,
          committee,
          roles,
          title,
          formKey: { name: formKeyField, value: visitor.formKey },
          hasErrors: status === 422,
          script,
          body,
        }),
        status,
        script,
      ),
    json,
    redirect: seeOther,
    redirectOut: (url, attempt) => out(context, web, url, attempt),
    attempt: attemptOf(context, web),
    file: (bytes, { type, name, inline = false }) =>
      new Response(bytes as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': type,
          'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${headerText(name)}`,
          'cache-control': 'private, no-store',
        },
      }),
  }
}

async function verifyLogOf({ database }: Web, municipalityId: string): Promise<LogVerification> {
  const { logs } = await verifyLogs(database, { municipalityId })
  const [log] = logs
  if (log === undefined) throw new NotFound('log')
  return log
}

async function publicRequest(context: Context, web: Web): Promise<PublicRequest> {
  const url = new URL(context.req.url)
  const language = chosenLanguage(context) ?? 'sv'
  const token = sessionTokenOf(context, web)
  const found = token === undefined ? undefined : await web.findSession(hashToken(token))
  return {
    language,
    url,
    today: web.clock.today(),
    now: web.clock.now(),
    publicUrl: web.publicUrl,
    address: addressOf(context, web.trustedProxies),
    browser: context.req.header('user-agent') ?? '',
    municipality: () => municipalityOf(context, web),
    param: (name) => paramOf(context, name),
    query: (name) => queryOf(url, name),
    form: () => formOf(context),
    readDemoList: (work) => web.database.lookUp({ demo: true }, work),
    read: (at, work) => web.database.read(at, work),
    runSystem: async (municipalityId, command, raw, committeeId = '') => {
      const scope = systemScope({ municipalityId, committeeId, today: web.clock.today() })
      return loggingRefusal(web, scope, command.name, await execute(web, scope, command, raw))
    },
    page: (title, body, { status = 200, municipality, wide = false, script } = {}) =>
      html(
        web.publicLayout({
          language,
          path: url.pathname + url.search,
          municipality,
          title,
          hasErrors: status === 422,
          wide,
          script,
          body,
        }),
        status,
        script,
      ),
    redirect: seeOther,
    redirectWithSession: (path, newToken) => {
      const next = newToken === undefined ? path : afterSignIn(context, web, path)
      rememberSession(context, web, newToken)
      forgetWanted(context, web)
      return context.redirect(ownAddress(next), 303)
    },
    redirectOut: (url, attempt) => out(context, web, url, attempt),
    withAttempt: (answer, attempt) => {
      rememberAttempt(context, web, attempt)
      for (const cookie of context.res.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
      return answer
    },
    attempt: attemptOf(context, web),
    redirectWithLanguage: (path, chosen) => {
      rememberLanguage(context, web, chosen)
      return context.redirect(ownAddress(path), 303)
    },
    session: token !== undefined && found ? { token, ...found } : undefined,
  }
}

/** Away to an identity provider: the only addresses of others that we ever send a browser to. */
function out(context: Context, web: Web, url: URL, attempt: string): Response {
  rememberAttempt(context, web, attempt)
  return context.redirect(url.href, 303)
}

async function municipalityOf(context: Context, web: Web): Promise<PublicMunicipality> {
  const municipality = await web.findMunicipality(paramOf(context, 'municipality'))
  if (!municipality) throw new NotFound('municipality')
  return municipality
}

async function visitorOf(context: Context, web: Web, municipalityId: string) {
  const token = sessionTokenOf(context, web)
  if (token === undefined) return undefined
  const [tokenHash, now] = [hashToken(token), web.clock.now()]
  const visitor = await web.findVisitor(municipalityId, tokenHash, now)
  if (visitor?.isStale) await web.touchSession(municipalityId, tokenHash, now)
  return visitor
}
