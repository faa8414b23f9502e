import { z } from 'zod'

/** As long as anything that could be a password; how long it must be is `passwords.ts`'s to say. */
const password = z.string().min(1, 'password-missing').max(1000, 'password.too-long')
const code = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'code-form'))

/** A new password, written twice. */
export const newEmergencyForm = z
  .object({ password, again: z.string().max(1000) })
  .refine((form) => form.password === form.again, { path: ['again'], error: 'not-the-same' })

/** A code from the app, to show that it has the secret. */
export const emergencyCodeForm = z.object({ code })

/** An emergency login. A wrong form of anything is as wrong as a wrong answer. */
export const emergencyForm = z.object({
  email: z
    .string()
    .max(320)
    .transform((text) => text.trim().toLowerCase()),
  password: z.string().max(1000),
  code: z.string().max(50),
})
