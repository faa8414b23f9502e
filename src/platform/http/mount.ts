import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { NotAllowed, NotFound } from '../../kernel/errors.ts'
import { type Language, languages } from '../../kernel/language.ts'
import { isAllowed } from '../../kernel/permissions.ts'
import { type LogVerification, verifyLogs } from '../audit-verification.ts'
import { execute } from '../command.ts'
import { isId } from '../ids.ts'
import { type PersonScope, systemScope } from '../scope.ts'
import { hashToken } from '../tokens.ts'
import { addressOf } from './client-address.ts'
import { bodyOf, checkFormKey, checkOwnSite, formKeyField } from './form-guard.ts'
import type { PageRequest, PageRoute, PageScript, RawForm, Upload } from './page.ts'
import { scriptHeader } from './script-policy.ts'
import type { PublicMunicipality, PublicRequest, PublicRoute } from './public.ts'
import { notingRefusals } from './refusals.ts'
import { type Accepted, checkUpload } from './upload-check.ts'
import type { Web, WebVisitor } from './web.ts'

const sessionCookie = 'nk_session'
const languageCookie = 'nk_language'
const attemptCookie = 'nk_sign_in'
const attemptSeconds = 60 * 15

/** Puts pages that need no sign-in in the application, in the order given. */
export function mountPublic(app: Hono, routes: readonly PublicRoute[], web: Web): void {
  for (const route of routes) {
    if (route.method === 'post') app.post(route.path, web.limitPosts)
    app.on(route.method.toUpperCase(), route.path, async (context) => {
      if (!route.crossSite) await checkOwnSite(context, web.publicUrl)
      const request = await publicRequest(context, web)
      if (route.actsOnSession && request.session) await checkFormKey(context, request.session.formKey)
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
        return toSignIn(context, municipality)
      }
      const membership = visitor.memberships.find((it) => it.committee.slug === context.req.param('committee'))
      const who = { municipalityId: municipality.id, personId: visitor.person.id }
      const where = membership === undefined ? {} : { committeeId: membership.committee.id }
      return notingRefusals(web, { ...who, ...where, method: route.method, path: route.path }, async () => {
        await checkOwnSite(context, web.publicUrl)
        if (!membership) throw new NotFound('committee')
        if (!isAllowed(membership.roles, route.allow)) throw new NotAllowed(route.allow)
        if (route.method === 'post') await checkFormKey(context, visitor.formKey)
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

function toSignIn(context: Context, municipality: PublicMunicipality): Response {
  const place = `/${municipality.slug}`
  return seeOther(municipality.demo ? `${place}/${context.req.param('committee')}/prova` : `${place}/logga-in`)
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
    run: (command, raw) => execute(web, scope, command, raw),
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
    redirect: seeOther,
    redirectOut: (url, attempt) => out(context, web, url, attempt),
    attempt: getCookie(context, attemptCookie),
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
  const token = getCookie(context, sessionCookie)
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
    runSystem: (municipalityId, command, raw) =>
      execute(web, systemScope({ municipalityId, committeeId: '', today: web.clock.today() }), command, raw),
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
      setCookie(context, sessionCookie, newToken ?? '', {
        ...cookieOptions(web),
        maxAge: newToken === undefined ? 0 : 60 * 60 * 12,
      })
      return context.redirect(ownAddress(path), 303)
    },
    redirectOut: (url, attempt) => out(context, web, url, attempt),
    withAttempt: (answer, attempt) => {
      rememberAttempt(context, web, attempt)
      for (const cookie of context.res.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
      return answer
    },
    attempt: getCookie(context, attemptCookie),
    redirectWithLanguage: (path, chosen) => {
      setCookie(context, languageCookie, chosen, { ...cookieOptions(web), maxAge: 60 * 60 * 24 * 365 })
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

function rememberAttempt(context: Context, web: Web, attempt: string): void {
  setCookie(context, attemptCookie, attempt, { ...cookieOptions(web), maxAge: attemptSeconds })
}

function cookieOptions(web: Web) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: web.secureCookies } as const
}

async function municipalityOf(context: Context, web: Web): Promise<PublicMunicipality> {
  const municipality = await web.findMunicipality(paramOf(context, 'municipality'))
  if (!municipality) throw new NotFound('municipality')
  return municipality
}

async function visitorOf(context: Context, web: Web, municipalityId: string) {
  const token = getCookie(context, sessionCookie)
  if (token === undefined) return undefined
  const [tokenHash, now] = [hashToken(token), web.clock.now()]
  const visitor = await web.findVisitor(municipalityId, tokenHash, now)
  if (visitor?.isStale) await web.touchSession(municipalityId, tokenHash, now)
  return visitor
}

/** Returns the language the browser remembers, or undefined when none was chosen in it. */
export function chosenLanguage(context: Context): Language | undefined {
  const chosen = getCookie(context, languageCookie)
  return languages.find((language) => language === chosen)
}

function paramOf(context: Context, name: string): string {
  const value = context.req.param(name)
  if (value === undefined) throw new NotFound(name)
  return withoutNul(value)
}

async function formOf(context: Context): Promise<RawForm> {
  const { [formKeyField]: _key, ...body } = await bodyOf(context)
  const texts = Object.entries(body).map(([name, value]) => {
    const all = (Array.isArray(value) ? value : [value]).filter((it) => typeof it === 'string').map(withoutNul)
    return [name, all.length === 1 ? (all[0] ?? '') : all] as const
  })
  return Object.fromEntries(texts)
}

/** A browser sends a file without name and content where none was chosen. */
async function uploadOf(context: Context, name: string, accepted: Accepted): Promise<Upload | undefined> {
  const body = await bodyOf(context)
  const [file] = [body[name]].flat()
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return undefined
  return { name: withoutNul(file.name), content: checkUpload(new Uint8Array(await file.arrayBuffer()), accepted) }
}

function queryOf(url: URL, name: string): string | undefined {
  const value = url.searchParams.get(name)
  return value === null ? undefined : withoutNul(value)
}

/** PostgreSQL keeps no text with the character 0, and nobody types it. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '')
}

function html(page: string, status: number, script?: PageScript): Response {
  return new Response(page, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      ...(script && { [scriptHeader]: script }),
    },
  })
}

/** Returns a file's name as a header may carry it (RFC 8187): letters that are no URI characters as their UTF-8 bytes. */
function headerText(name: string): string {
  const sign = (found: string) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(name.toWellFormed()).replace(/['()*!]/g, sign)
}

/** Any address will do: it is only there to see whether a path leaves it. */
const ownOrigin = 'http://own.invalid'

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: ownAddress(path) } })
}

/** Returns the path as a header may carry it. An address elsewhere becomes our first page: only `redirectOut` leads there. */
function ownAddress(path: string): string {
  const { origin, pathname, search, hash } = new URL(path, ownOrigin)
  return origin === ownOrigin && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
