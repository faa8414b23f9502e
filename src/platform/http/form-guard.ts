import type { Context, MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { NotAllowed, PageTooOld } from '../../kernel/errors.ts'
import { isSameDigest } from '../tokens.ts'

/** The hidden field by which a form says which session it was made for. */
export const formKeyField = 'formKey'

/**
 * Returns the key that forms of a session carry: a digest that only this installation can make, of what is stored in
 * place of the session's token. It cannot be turned back into either.
 */
export function formKeyOf(digest: (text: string) => Buffer, tokenHash: string): string {
  return digest(`form:${tokenHash}`).toString('base64url')
}

/** Throws `PageTooOld` unless the form was made for this session. */
export async function checkFormKey(context: Context, wanted: string): Promise<void> {
  const body = await context.req.parseBody({ all: true }).catch(() => ({}) as Record<string, unknown>)
  const { [formKeyField]: given, ...typed } = body
  if (typeof given === 'string' && isSameDigest(given, wanted)) return
  const texts = Object.values(typed)
    .flat()
    .filter((value) => typeof value === 'string')
  throw new PageTooOld(texts)
}

/**
 * Returns the first belt: refuses a form that another site has sent, by what the browser says of its origin. People may
 * reach us through a proxy that speaks https for us, so our address is the one they use as well as the one we see.
 */
export function ownSiteOnly(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl).origin
  const check = csrf({ origin: (origin, context) => origin === own || origin === new URL(context.req.url).origin })
  return async (context, next) => {
    try {
      await check(context, async () => undefined)
    } catch (error) {
      if (error instanceof HTTPException) throw new NotAllowed('a form from another site')
      throw error
    }
    await next()
  }
}
