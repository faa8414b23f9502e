import { z } from 'zod'

const email = z
  .string()
  .max(320, 'email-missing')
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'email-missing' }))

/** Who wants a one-time code. */
export const emailForm = z.object({ email })

/** A one-time code as typed; spaces in it do no harm. */
export const codeForm = z.object({
  email,
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'code-form')),
})
