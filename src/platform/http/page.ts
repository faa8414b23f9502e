import type { VNode } from 'preact'
import type { Language } from '../../kernel/language.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { LogVerification } from '../audit-verification.ts'
import type { Command, Outcome } from '../command.ts'
import type { Typesetter } from '../documents/typst.ts'
import type { ReadTx } from '../db/database.ts'
import type { PersonScope } from '../scope.ts'
import type { Accepted, CheckedFile, FileKind } from './upload-check.ts'

/** What a browser sent: every field as text, a repeated field as a list. Kept as it was for showing again. */
export type RawForm = Readonly<Record<string, string | readonly string[]>>

/**
 * A script that a page is laid out with, in a file of its own. A passkey cannot be had without; a report can be written
 * without, and with it is saved as somebody writes.
 */
export type PageScript = 'passkey' | 'report'

/** A file that a form brought, tried against what its field takes. */
export type Upload<Kind extends FileKind = 'text'> = { readonly name: string; readonly content: CheckedFile<Kind> }

export type Place = { readonly id: string; readonly slug: string; readonly name: string }

/** One request by a signed-in person in one committee, with what a route needs and nothing of the web framework. */
export type PageRequest = {
  readonly municipality: Place & { readonly isDemo: boolean }
  readonly committee: Place
  /** The slugs, for the path builders. */
  readonly place: PlaceSlugs
  readonly scope: PersonScope
  readonly person: { readonly id: string; readonly name: string }
  readonly language: Language
  readonly now: Instant
  readonly url: URL
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string
  /** The session that asks. */
  readonly sessionId: string
  /** What the browser calls itself. */
  readonly browser: string
  readonly typesetter: Typesetter
  /** A part of the path by name. Throws `NotFound` when it is no id where one is wanted. */
  param(name: string): string
  /** The id in the path. Throws `NotFound` when it is no UUID. */
  id(name?: string): string
  query(name: string): string | undefined
  form(): Promise<RawForm>
  /** The file that came under a name, tried against what is accepted; undefined when none was chosen. */
  upload<Kind extends FileKind>(name: string, accepted: Accepted<Kind>): Promise<Upload<Kind> | undefined>
  /** Reads in one read-only transaction inside the municipality. */
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>
  /** Reads the municipality's whole log, the other committees' rows too, and returns whether anybody has touched it. */
  verifyLog(): Promise<LogVerification>
  run<Input, Output>(command: Command<Input, Output>, raw: unknown): Promise<Outcome<Output>>
  /** Renders the page in the layout. `status` is 422 for a form that comes back. */
  page(title: string, body: VNode, status?: 200 | 422, script?: PageScript): Response
  /** Answers what one of our own scripts asked for. */
  json(value: unknown, status?: 200 | 401 | 403 | 422): Response
  /** Answers 303 to one of our own paths. */
  redirect(path: string): Response
  /** Answers 303 to the address of somebody who vouches for people, for a test; the browser remembers the attempt. */
  redirectOut(url: URL, attempt: string): Response
  /** The handle of the attempt that this browser has begun. */
  readonly attempt: string | undefined
  file(bytes: Uint8Array, as: { readonly type: string; readonly name: string; readonly inline?: boolean }): Response
}

export type PageRoute = {
  readonly method: 'get' | 'post'
  /** Below `/:municipality/:committee`, for example `/besok/:id`. */
  readonly path: string
  readonly allow: Permission
  readonly handle: (request: PageRequest) => Promise<Response> | Response
}

/** Declares a page that shows something. Needs a permission; an undeclared page cannot be written. */
export function get(path: string, allow: Permission, handle: PageRoute['handle']): PageRoute {
  return { method: 'get', path, allow, handle }
}

/** Declares what a form is posted to. */
export function post(path: string, allow: Permission, handle: PageRoute['handle']): PageRoute {
  return { method: 'post', path, allow, handle }
}
