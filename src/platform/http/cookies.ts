import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Language, languages } from '../../kernel/language.ts'
import type { Web } from './web.ts'

// The session itself ends when the municipality says; the cookie only has to last as long as the longest that can be chosen.
const sessionSeconds = 60 * 60 * 72
const attemptSeconds = 60 * 15
const wantedSeconds = 60 * 30
const languageSeconds = 60 * 60 * 24 * 365

/** By https the names bind the cookie to this host alone and to https (RFC 6265bis, `__Host-`). */
const nameFor = (web: Web, name: string) => (web.secureCookies ? `__Host-${name}` : name)

/** Returns the session token that the browser brings, or undefined. */
export function sessionTokenOf(context: Context, web: Web): string | undefined {
  return getCookie(context, nameFor(web, 'nk_session'))
}

/** Lets the browser remember this session; without a token it forgets the one it had. */
export function rememberSession(context: Context, web: Web, token: string | undefined): void {
  remember(context, web, { name: 'nk_session', value: token ?? '', seconds: token === undefined ? 0 : sessionSeconds })
}

/** Returns the handle of the sign-in that this browser has begun, or undefined. */
export function attemptOf(context: Context, web: Web): string | undefined {
  return getCookie(context, nameFor(web, 'nk_sign_in'))
}

/** Lets the browser remember the sign-in that it has begun. */
export function rememberAttempt(context: Context, web: Web, attempt: string): void {
  remember(context, web, { name: 'nk_sign_in', value: attempt, seconds: attemptSeconds })
}

/** Returns the page that somebody wanted before they were sent to sign in, or undefined. Whether it is one of ours is not said. */
export function wantedOf(context: Context, web: Web): string | undefined {
  return getCookie(context, nameFor(web, 'nk_wanted')) || undefined
}

/** Lets the browser remember the page that somebody wants, until they have signed in. */
export function rememberWanted(context: Context, web: Web, path: string): void {
  remember(context, web, { name: 'nk_wanted', value: path, seconds: wantedSeconds })
}

/** Lets the browser forget it, if it remembers one. */
export function forgetWanted(context: Context, web: Web): void {
  if (wantedOf(context, web) !== undefined) remember(context, web, { name: 'nk_wanted', value: '', seconds: 0 })
}

/** Returns the language that the browser remembers, or undefined when none was chosen in it. */
export function chosenLanguage(context: Context): Language | undefined {
  const chosen = getCookie(context, 'nk_language')
  return languages.find((language) => language === chosen)
}

/** Lets the browser remember a language. Not bound to the host's name: it lets nobody in. */
export function rememberLanguage(context: Context, web: Web, language: Language): void {
  setCookie(context, 'nk_language', language, { ...attributes(web), maxAge: languageSeconds })
}

type Remembered = { readonly name: string; readonly value: string; readonly seconds: number }

function remember(context: Context, web: Web, { name, value, seconds }: Remembered): void {
  setCookie(context, nameFor(web, name), value, { ...attributes(web), maxAge: seconds })
}

function attributes(web: Web) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: web.secureCookies } as const
}
