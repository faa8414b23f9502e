import type { MiddlewareHandler } from 'hono'
import type { VNode } from 'preact'
import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Typesetter } from '../documents/typst.ts'
import type { Log } from '../log.ts'
import type { PageScript, Place } from './page.ts'
import type { PublicMunicipality } from './public.ts'

/** What the web part needs of the rest: who knows municipalities and sessions, and what a page looks like. */
export type Web = {
  readonly database: Database
  readonly clock: Clock
  readonly typesetter: Typesetter
  readonly log: Log
  /** Cookies are for https alone where people come by https. */
  readonly secureCookies: boolean
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string
  /** How many proxies stand between people and us. */
  readonly trustedProxies: number
  /** Refuses what leaves rows behind before sign-in when too much comes from one address. */
  readonly limitWrites: MiddlewareHandler
  readonly findMunicipality: (slug: string) => Promise<PublicMunicipality | undefined>
  readonly findSession: (
    tokenHash: string,
  ) => Promise<{ readonly municipalityId: string; readonly personId: string; readonly formKey: string } | undefined>
  readonly findVisitor: (municipalityId: string, tokenHash: string, now: Instant) => Promise<WebVisitor | undefined>
  /** Writes down that the session is in use. */
  readonly touchSession: (municipalityId: string, tokenHash: string, now: Instant) => Promise<void>
  readonly layout: (page: LaidOutPage) => string
  readonly publicLayout: (page: PublicPage) => string
}

export type WebVisitor = {
  readonly sessionId: string
  /** What the forms of the session carry. */
  readonly formKey: string
  /** It is time to write down that the session is in use. */
  readonly isStale: boolean
  readonly person: { readonly id: string; readonly name: string; readonly language: Language }
  readonly memberships: readonly {
    readonly committee: Place
    readonly roles: readonly Role[]
    readonly title: string | undefined
    readonly unitIds: readonly string[]
  }[]
}

export type LaidOutPage = {
  readonly language: Language
  readonly path: string
  readonly municipality: PublicMunicipality
  readonly visitor: WebVisitor
  readonly committee: Place
  readonly roles: readonly Role[]
  readonly title: string
  /** The hidden field of every form on the page that posts. */
  readonly formKey: { readonly name: string; readonly value: string }
  readonly hasErrors: boolean
  readonly script?: PageScript | undefined
  readonly body: VNode
}

export type PublicPage = {
  readonly language: Language
  readonly path: string
  readonly municipality: PublicMunicipality | undefined
  readonly title: string
  readonly hasErrors: boolean
  readonly script?: PageScript | undefined
  readonly wide: boolean
  readonly body: VNode
}
