import type { Context } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { NotAllowed, PageTooOld } from '../../kernel/errors.ts'
import { isSameDigest } from '../tokens.ts'

/** The hidden field by which a form says which session it was made for. */
export const formKeyField = 'formKey'

/**
 * Returns the key that the forms of a session carry: a digest that only this installation can make, of what is stored
 * in place of the session's token. It cannot be turned back into either.
 */
export function formKeyOf(digest: (text: string) => Buffer, tokenHash: string): string {
  return digest(`form:${tokenHash}`).toString('base64url')
}

/** The second belt. Throws `PageTooOld` with what was typed, unless the form was made for this session. */
export async function checkFormKey(context: Context, wanted: string): Promise<void> {
  const { [formKeyField]: given } = await bodyOf(context)
  if (typeof given === 'string' && isSameDigest(given, wanted)) return
  throw new PageTooOld(await writtenIn(context))
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

type Body = Readonly<Record<string, string | File | readonly (string | File)[]>>

/** Returns the fields that came; none when the body is no form, or a broken one. */
export async function bodyOf(context: Context): Promise<Body> {
  return await context.req.parseBody({ all: true }).catch(() => ({}))
}
