import type { Context } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { type KeptForm, NotAllowed, PageTooOld } from '../../kernel/errors.ts'
import { isSameDigest } from '../tokens.ts'
import { pathOf } from './asked.ts'

/** The hidden field by which a form says which session it was made for. */
export const formKeyField = 'formKey'

/**
 * Returns the key that the forms of a session carry: a digest that only this installation can make, of what is stored
 * in place of the session's token. It cannot be turned back into either.
 */
export function formKeyOf(digest: (text: string) => Buffer, tokenHash: string): string {
  return digest(`form:${tokenHash}`).toString('base64url')
}

type Session = {
  readonly formKey: string
  /** Whose session it is; absent where the form is not to be sent again. */
  readonly person?: { readonly name: string }
}

/**
 * The second belt. Throws `PageTooOld` with what was typed, unless the form was made for this session.
 *
 * A form of a page of ours that has met another session can be sent again, and the former key counts for nothing: what
 * came changes nothing, and is only written into a new page, with the key of the session that asks and that person's
 * name. It is sent when they press its button. Another site gets no such page, since the first belt stands before it;
 * and nobody can press the button for them, since no page of ours can be framed.
 */
export async function checkFormKey(context: Context, { formKey, person }: Session): Promise<void> {
  const { [formKeyField]: given } = await bodyOf(context)
  if (typeof given === 'string' && isSameDigest(given, formKey)) return
  const typed = await writtenIn(context)
  if (person === undefined) throw new PageTooOld(typed)
  throw new PageTooOld(typed, await keptForm(context), { name: person.name, formKey })
}

/** What no page shows once more: no field is filled in with it either. */
const secrets = new Set(['secret', 'password', 'again'])
/** What says nothing by itself: which thing the form is about, and in which version. */
const noChoice = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/

/**
 * Returns the form to be sent again; undefined where somebody has neither written nor chosen anything in it, and where
 * it brought a file, which no page can hand back. Secrets are left out: they are asked for anew.
 */
export async function keptForm(context: Context): Promise<KeptForm | undefined> {
  const { [formKeyField]: _key, ...body } = await bodyOf(context)
  const fields = Object.entries(body)
    .filter(([name]) => !secrets.has(name))
    .flatMap(([name, value]) => [value].flat().map((it) => [name, it] as const))
  const texts = fields.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.replaceAll('\u0000', '')] as const] : [],
  )
  if (texts.length < fields.length) return undefined
  if (texts.every(([name, value]) => name === 'version' || noChoice.test(value))) return undefined
  return { action: pathOf(context), fields: texts }
}

/** A choice, a day or a name is soon written again; only longer texts are worth copying. */
const worthCopying = 20

/** Returns the texts of a form that somebody would be sorry to lose. An id is long as well, and nobody wrote it. */
export async function writtenIn(context: Context): Promise<readonly string[]> {
  const { [formKeyField]: _key, ...fields } = await bodyOf(context)
  return Object.values(fields)
    .flat()
    .filter((value) => typeof value === 'string')
    .map((text) => text.trim())
    .filter((text) => text.length >= worthCopying && /\s/.test(text))
}

/**
 * The first belt. Throws `NotAllowed` for a form that another site sent, by what the browser says of its origin. People
 * may reach us through a proxy that speaks https for us: our address is the one they use as well as the one we see.
 */
export async function checkOwnSite(context: Context, publicUrl: string): Promise<void> {
  const own = new URL(publicUrl).origin
  const check = csrf({ origin: (origin) => origin === own || origin === new URL(context.req.url).origin })
  try {
    await check(context, async () => undefined)
  } catch (error) {
    if (error instanceof HTTPException) throw new NotAllowed('a form from another site', { cause: error })
    throw error
  }
}

/** Returns what `writtenIn` does for a form that one of our pages sent; nothing for another site's, which is never shown. */
export async function writtenHere(context: Context, publicUrl: string): Promise<readonly string[]> {
  if (context.req.method !== 'POST') return []
  return checkOwnSite(context, publicUrl).then(
    () => writtenIn(context),
    () => [],
  )
}

type Body = Readonly<Record<string, string | File | readonly (string | File)[]>>

/** Returns the fields that came; none when the body is no form, or a broken one. */
export async function bodyOf(context: Context): Promise<Body> {
  return await context.req.parseBody({ all: true }).catch(() => ({}))
}
