import type { VNode } from 'preact'
import type { Day } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import type { Command, Outcome } from '../command.ts'
import type { ReadTx } from '../db/database.ts'
import type { RawForm } from './page.ts'

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
  /** Throws `NotFound` when the address names no municipality, or one that does not exist. */
  municipality(): Promise<PublicMunicipality>
  param(name: string): string
  query(name: string): string | undefined
  form(): Promise<RawForm>
  /** Reads what the demonstration lists, before a municipality is known. */
  readDemoList<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>
  read<T>(municipalityId: string, work: (tx: ReadTx) => Promise<T>): Promise<T>
  /** Runs a system command in the municipality. */
  runSystem<Input, Output>(
    municipalityId: string,
    command: Command<Input, Output>,
    raw: unknown,
  ): Promise<Outcome<Output>>
  page(
    title: string,
    body: VNode,
    options?: { readonly status?: 200 | 422; readonly municipality?: PublicMunicipality; readonly wide?: boolean },
  ): Response
  redirect(path: string): Response
  /** Answers 303 and remembers this session in the browser; without a token it forgets it. */
  redirectWithSession(path: string, token: string | undefined): Response
  redirectWithLanguage(path: string, language: Language): Response
  /** The session the browser brings, in whatever municipality; absent when it brings none. */
  readonly session: { readonly token: string; readonly municipalityId: string; readonly personId: string } | undefined
}

export type PublicRoute = {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly public: true
  readonly handle: (request: PublicRequest) => Promise<Response> | Response
}

/** Declares a page that anybody may open. The list of these is short and written down in a test. */
export function publicGet(path: string, handle: PublicRoute['handle']): PublicRoute {
  return { method: 'get', path, public: true, handle }
}

/** Declares what anybody may post to. */
export function publicPost(path: string, handle: PublicRoute['handle']): PublicRoute {
  return { method: 'post', path, public: true, handle }
}
