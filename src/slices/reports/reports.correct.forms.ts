import { z } from 'zod'
import { isOlderField } from './reports.correct.rules.ts'
import { isDraftField, longestDraft, longestLine, longestText, type TypedField } from './reports.fields.rules.ts'
import { linesOf } from './reports.forms.ts'

type CorrectionInput = {
  readonly id: string
  /** The version of the report that the page showed. */
  readonly version: number
  /** What is changed and why, in one sentence. */
  readonly why: string
  /** Whether the attendance is taken in as it has been put right. */
  readonly attendance: boolean
  /** Why what the guard asks about is to stay; empty when nothing is said. */
  readonly keep: string
  readonly fields: readonly TypedField[]
}

const known = new Set(['id', 'version', 'why', 'attendance', 'keep'])

/** Returns the texts of the form by the names of their fields, with the tag of what the page showed. */
export function typedFields(raw: Readonly<Record<string, string | readonly string[]>>): readonly TypedField[] {
  return Object.entries(raw).flatMap(([field, value]) => {
    if (!isDraftField(field) && !isOlderField(field)) return []
    const tag = raw[`was.${field}`]
    return [{ field, text: linesOf(value), ...(typeof tag === 'string' && { tag }) }]
  })
}

/** A correction: every text by the name of its field, `was.FIELD` with the tag of what the page showed there, and why. */
export const correctionForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((raw, context): CorrectionInput => {
    const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const id = z.uuid().safeParse(raw.id)
    const version = z.coerce.number().int().positive().safeParse(raw.version)
    if (!id.success || !version.success) issue('', 'version-missing')
    const why = linesOf(raw.why ?? '').replaceAll('\n', ' ')
    if (why === '') issue('why', 'why-missing')
    if (why.length > longestLine) issue('why', 'line-too-long')
    const keep = linesOf(raw.keep ?? '').replaceAll('\n', ' ')
    if (keep.length > longestLine) issue('keep', 'line-too-long')
    const foreign = Object.keys(raw).filter((field) => {
      const name = field.startsWith('was.') ? field.slice(4) : field
      return !known.has(name) && !isDraftField(name) && !isOlderField(name)
    })
    for (const field of foreign) issue(field, 'unknown-field')
    const fields = typedFields(raw)
    for (const { field, text } of fields) if (text.length > longestDraft) issue(field, 'too-long-to-keep')
    return {
      id: id.data ?? '',
      version: version.data ?? 0,
      why,
      attendance: raw.attendance !== undefined,
      keep,
      fields,
    }
  })

/** An author's dissent. An empty one takes it back while the report is a draft. */
export const dissentForm = z.strictObject({
  id: z.uuid(),
  text: z
    .string({ error: 'reports.dissent-missing' })
    .transform(linesOf)
    .refine((text) => text.length <= longestText, 'too-long'),
  keep: z.string().trim().max(longestLine, 'line-too-long').default(''),
})

export const lateSignatureForm = z.strictObject({ id: z.uuid() })
