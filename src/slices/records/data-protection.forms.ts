import { z } from 'zod'
import { fieldsOf } from './data-protection.rules.ts'

const texts = (fields: readonly string[]) =>
  z.strictObject(
    Object.fromEntries(fields.map((field) => [field, z.string().trim().max(5000, 'too-long').default('')])),
  )

/** A new version of one of the two documents: the version that was shown, and every text by its field. */
export const dataProtectionForm = z
  .looseObject({
    document: z.enum(['record', 'assessment']),
    version: z.coerce.number('stale').int('stale').min(0, 'stale'),
  })
  .transform(({ document, version, ...rest }, context) => {
    const read = texts(fieldsOf[document]).safeParse(rest)
    if (read.success) return { document, version, answers: read.data as Readonly<Record<string, string>> }
    for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path: [...path], message })
    return z.NEVER
  })
