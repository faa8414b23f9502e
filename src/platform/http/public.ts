import type { VNode } from 'preact'
import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Command, Outcome } from '../command.ts'
import type { At, ReadTx } from '../db/database.ts'
import type { PageScript, RawForm } from './page.ts'

/** The municipality in the address, for pages that need no sign-in. */
export type PublicMunicipality = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly demo: boolean
}

/** A request that needs no sign-in: the landing page, sign-in itself, what the law wants everybody to read. */
export type PublicRequest = {
  readonly language: Language
  readonly url: URL
  readonly today: Day
  readonly now: Instant
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string
  /** Where the request came from, as far as the connection tells; empty when it does not. */
  readonly address: string
  /** What the browser calls itself. */
  readonly browser: string
  /** Throws `NotFound` when the address names no municipality, or one that does not exist. */
  municipality(): Promise<PublicMunicipality>
  param(name: string): string
  query(name: string): string | undefined
  form(): Promise<RawForm>
  /** Reads what the demonstration lists, before a municipality is known. */
  readDemoList<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>
  read<T>(at: At, work: (tx: ReadTx) => Promise<T>): Promise<T>
  /** Runs a system command in the municipality, and in one of its committees where that is given. */
  runSystem<Input, Output>(
    municipalityId: string,
    command: Command<Input, Output>,
    raw: unknown,
    committeeId?: string,
  ): Promise<Outcome<Output>>
  page(
    title: string,
    body: VNode,
    options?: {
      readonly status?: 200 | 404 | 410 | 422
      readonly municipality?: PublicMunicipality
      readonly wide?: boolean
      readonly script?: PageScript
    },
  ): Response
  redirect(path: string): Response
  /** Answers 303 and remembers this session in the browser; without a token it forgets it. */
  redirectWithSession(path: string, token: string | undefined): Response
  /** Answers 303 to the address of somebody who vouches for people; the browser remembers the attempt. */
  redirectOut(url: URL, attempt: string): Response
  /** Lets the browser remember the attempt it has begun, with an answer that is made already. */
  withAttempt(answer: Response, attempt: string): Response
  /** The handle of the attempt that this browser has begun. */
  readonly attempt: string | undefined
  redirectWithLanguage(path: string, language: Language): Response
  /** The session the browser brings, in whatever municipality; absent when it brings none. */
  readonly session:
    | {
        readonly token: string
        readonly municipalityId: string
        readonly personId: string
        /** What the forms of the session carry. */
        readonly formKey: string
      }
    | undefined
}

export type PublicRoute = {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly public: true
  /** Posted to from another site by design, such as a SAML answer: it proves itself by what it carries. */
  readonly crossSite: boolean
  /** Does something to the session that is brought, such as ending it: the form must have been made for that session. */
  readonly actsOnSession: boolean
  /** Leaves rows behind, such as a sign-in that begins: limited like a form, though it is a link. Every post is. */
  readonly writes: boolean
  readonly handle: (request: PublicRequest) => Promise<Response> | Response
}

/** Declares a page that anybody may open. The list of these is short and written down in a test. */
export function publicGet(
  path: string,
  handle: PublicRoute['handle'],
  { writes = false }: { readonly writes?: boolean } = {},
): PublicRoute {
  return { method: 'get', path, public: true, crossSite: false, actsOnSession: false, writes, handle }
}

/** Declares what anybody may post to. */
export function publicPost(
  path: string,
  handle: PublicRoute['handle'],
  { crossSite = false, actsOnSession = false }: { readonly crossSite?: boolean; readonly actsOnSession?: boolean } = {},
): PublicRoute {
  return { method: 'post', path, public: true, crossSite, actsOnSession, writes: true, handle }
}
