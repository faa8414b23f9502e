import { z } from 'zod'

/** The longest text of a guideline, in characters. The longest that we know has nine thousand. */
const longest = 200_000

/** Everything that a form of the editor sent; the questions decide what is read of it. */
const fields = z.record(
  z.string().max(300),
  z.union([z.string().max(20_000), z.array(z.string().max(20_000)).max(500)]),
)

/** The draft that a form was made from: a later version has been saved by somebody else. */
const from = { draftId: z.uuid(), version: z.coerce.number().int().min(0).catch(0) }

/** A place in a list, from 1 as in the address; what is no number is none. */
const number = z.coerce.number().int().min(1)

/** A file of text, as UTF-8. A document of a word processor is no text. */
const file = z.unknown().transform((bytes, context): string => {
  const fault = (message: string) => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) return fault('file-missing')
  if (bytes.length > 2 * longest) return fault('file-too-long')
  const text = decoded(bytes)
  if (text === undefined || text.includes('\u0000')) return fault('file-not-text')
  return text.length > longest ? fault('file-too-long') : text
})

/** What a draft is begun from: nothing, a file, a packaged guideline, or one of the committee's own. */
export const startForm = z.discriminatedUnion('base', [
  z.object({ base: z.literal('nothing') }),
  z.object({ base: z.literal('file'), file, fileName: z.string().max(200).default('') }),
  z.object({ base: z.literal('packaged'), name: z.string().regex(/^[a-z0-9-]{1,100}$/) }),
  z.object({ base: z.literal('version'), versionId: z.uuid() }),
])

export const draftForm = z.object(from)
export const putBackForm = z.object({ ...from, file, fileName: z.string().max(200).default('') })
export const aboutForm = z.object({ ...from, fields })
/** `rule` is missing for a new one. */
export const ruleForm = z.object({ ...from, rule: number.optional(), kind: z.string().max(100), fields })
export const changeForm = z.object({ ...from, rule: number, change: number.optional(), fields })
export const takeRuleForm = z.object({ ...from, rule: number })
export const takeChangeForm = z.object({ ...from, rule: number, change: number })
export const takeQuestionForm = z.object({ ...from, question: number })

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The decoder throws for bytes that are no UTF-8: there is no other way to ask.
    return undefined
  }
}
