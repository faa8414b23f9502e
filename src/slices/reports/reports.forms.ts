import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/date.ts'
import { isDraftField, longestDraft, longestLine, longestText, type TypedField } from './reports.fields.rules.ts'
import { type Choice, keptText, readChoice } from './reports.writing.rules.ts'

const id = z.uuid()

/** What to do after saving: the button that was pressed. `step:N` and `more:N` go to a step, the latter for another box. */
const nextSteps = ['save', 'take', 'sign', 'check', 'finish'] as const
type NextStep = (typeof nextSteps)[number] | `step:${number}` | `more:${number}`

type DraftInput = {
  readonly id: string
  readonly version: number
  readonly next: NextStep
  /** What was chosen where two texts stand beside each other. */
  readonly choice?: Choice | undefined
  /** In the order they came. */
  readonly fields: readonly TypedField[]
  /** Contacts outside visits that are to be taken into it. */
  readonly contacts: readonly string[]
}

/**
 * The draft: `version`, the button in `next`, the texts by the names of their fields, each with the tag of what the page
 * showed there in `was.FIELD`; `contact` once for each contact to take up.
 */
export const draftForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((raw, context): DraftInput => {
    const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const known = new Set(['id', 'version', 'next', 'contact', 'step'])
    const fields = Object.entries(raw).flatMap(([field, value]): TypedField[] => {
      if (known.has(field) || (field.startsWith('was.') && isDraftField(field.slice(4)))) return []
      const text = linesOf(value)
      if (!isDraftField(field)) issue(field, 'unknown-field')
      else if (text.length > longestDraft) issue(field, 'too-long-to-keep')
      const tag = raw[`was.${field}`]
      return [{ field, text, ...(typeof tag === 'string' && { tag }) }]
    })
    const version = z.coerce.number().int().positive().safeParse(raw.version)
    if (!version.success) issue('version', 'version-missing')
    const reportId = id.safeParse(raw.id)
    if (!reportId.success) issue('id', 'unknown-field')
    const contacts = z.array(id).safeParse([...new Set([raw.contact ?? []].flat())])
    if (!contacts.success) issue('contact', 'unknown-field')
    return {
      id: reportId.data ?? '',
      version: version.data ?? 0,
      next: readNext(raw.next),
      choice: typeof raw.next === 'string' ? readChoice(raw.next) : undefined,
      fields,
      contacts: contacts.data ?? [],
    }
  })

/** One field of a draft, saved as somebody writes. */
export const fieldForm = z.strictObject({
  id,
  field: z.string().refine(isDraftField, 'unknown-field'),
  text: z
    .string()
    .transform(linesOf)
    .refine((text) => text.length <= longestDraft, 'too-long-to-keep'),
  /**
   * The tag of the text that the page last knew to be saved, and those of texts that it has sent since without an answer:
   * one of them may be what is saved now.
   */
  was: z
    .string()
    .max(400)
    .transform((tags) => tags.split(' ')),
})

function readNext(pressed: unknown): NextStep {
  const [, kind, number] = typeof pressed === 'string' ? (/^(step|more):(\d{1,3})$/.exec(pressed) ?? []) : []
  if (kind === 'step' || kind === 'more') return `${kind}:${Number(number)}`
  return nextSteps.find((step) => step === pressed) ?? 'save'
}

export function linesOf(value: string | readonly string[]): string {
  return keptText(typeof value === 'string' ? value : value.join('\n'))
}

export const startForm = z.strictObject({ visitId: id })

/** Making the report final; the version is the one that was shown. */
export const finaliseForm = z.strictObject({
  id,
  version: z.coerce.number({ error: 'version-missing' }).int('version-missing').positive('version-missing'),
})

export const readingForm = z.strictObject({ id })

/** A report that the manager or an officer has written, as the secretary registers it. */
export const registrationForm = z.strictObject({
  visitId: id,
  writer: z.string({ error: 'writer-missing' }).trim().min(1, 'writer-missing').max(200, 'line-too-long'),
  received: z
    .string({ error: 'received-missing' })
    .trim()
    .transform((value, context): Day => {
      const day = parseDay(value)
      if (day !== undefined) return day
      context.addIssue({ code: 'custom', message: 'received-missing' })
      return z.NEVER
    }),
  text: z
    .string({ error: 'text-missing' })
    .transform(linesOf)
    .refine((text) => text !== '', 'text-missing')
    .refine((text) => text.length <= longestText, 'too-long'),
})

/** A report given orally at a meeting. */
export const oralForm = z.strictObject({
  visitId: id,
  meeting: z.uuid({ error: 'meeting-missing' }),
  speaker: z.uuid({ error: 'speaker-missing' }),
  line: z.string({ error: 'line-missing' }).trim().min(1, 'line-missing').max(longestLine, 'line-too-long'),
})
