import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/date.ts'
import { longestLine, longestText, proposalField, questionField, textField, type Written } from './reports.rules.ts'

const id = z.uuid()

/** What to do after saving: the button that was pressed. */
const nextSteps = ['save', 'take', 'sign', 'finish'] as const
type NextStep = (typeof nextSteps)[number]

type DraftInput = {
  readonly id: string
  readonly version: number
  readonly next: NextStep
  readonly written: Written
  /** Contacts outside visits that are to be taken into it. */
  readonly contacts: readonly string[]
}

const topicKey = /^text\.([\p{L}0-9-]{1,100})$/u
const itemKey = /^(proposal|question)\.(\d{1,2})$/

/**
 * The draft: `version`, the button in `next`, and the texts as `text.TOPIC`, `proposal.1`, `question.1` and so on;
 * `contact` once for each contact to take up.
 * Empty proposals and questions are left out and the rest counted anew.
 */
export const draftForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((raw, context): DraftInput => {
    const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const texts: Record<string, string> = {}
    const items: { readonly kind: string; readonly position: number; readonly text: string }[] = []
    const known = new Set(['id', 'version', 'next', 'contact'])
    for (const [field, value] of Object.entries(raw)) {
      if (known.has(field)) continue
      const text = linesOf(value)
      const topic = topicKey.exec(field)?.[1]
      const item = itemKey.exec(field)
      if (topic === undefined && item === null) issue(field, 'unknown-field')
      else if (text.length > longestText) issue(field, 'too-long')
      else if (topic !== undefined) texts[topic] = text
      else if (item?.[1] !== undefined && text !== '') items.push({ kind: item[1], position: Number(item[2]), text })
    }
    const version = z.coerce.number().int().positive().safeParse(raw.version)
    if (!version.success) issue('version', 'version-missing')
    const reportId = id.safeParse(raw.id)
    if (!reportId.success) issue('id', 'unknown-field')
    const contacts = z.array(id).safeParse([...new Set([raw.contact ?? []].flat())])
    if (!contacts.success) issue('contact', 'unknown-field')
    const of = (kind: string) =>
      items
        .filter((item) => item.kind === kind)
        .toSorted((a, b) => a.position - b.position)
        .map(({ text }) => text)
    return {
      id: reportId.data ?? '',
      version: version.data ?? 0,
      next: nextSteps.find((step) => step === raw.next) ?? 'save',
      written: { texts, proposals: of('proposal'), questions: of('question') },
      contacts: contacts.data ?? [],
    }
  })

/** Browsers send line breaks as CR LF (HTML, form submission); we keep LF. */
function linesOf(value: string | readonly string[]): string {
  return (typeof value === 'string' ? value : value.join('\n')).replace(/\r\n?/g, '\n').trim()
}

/** Returns the form's values for what is written. */
export function formValues(written: Written): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...Object.entries(written.texts).map(([topic, text]) => [textField(topic), text]),
    ...written.proposals.map((text, index) => [proposalField(index + 1), text]),
    ...written.questions.map((text, index) => [questionField(index + 1), text]),
  ])
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
