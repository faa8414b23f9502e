import { z } from 'zod'

/** What the editor takes as a guideline: text of at most 200 kB. The longest that we know has 9 kB. */
export const guidelineFile = { kind: 'text', atMost: 200_000 } as const

/** Everything that a form of the editor sent; the questions decide what is read of it. */
const fields = z.record(
  z.string().max(300),
  z.union([z.string().max(20_000), z.array(z.string().max(20_000)).max(500)]),
)

/** The draft that a form was made from: a later version has been saved by somebody else. */
const from = { draftId: z.uuid(), version: z.coerce.number().int().min(0).catch(0) }

/** A place in a list, from 1 as in the address; what is no number is none. */
const number = z.coerce.number().int().min(1)

const faults = { missing: 'file-missing', 'too-large': 'file-too-long', 'not-text': 'file-not-text' } as const

/** A file as it was tried when it came (`guidelineFile`). */
const file = z
  .discriminatedUnion(
    'ok',
    [
      z.object({ ok: z.literal(true), text: z.string().max(guidelineFile.atMost, 'file-too-long') }),
      z.object({ ok: z.literal(false), fault: z.enum(['missing', 'too-large', 'not-text']) }),
    ],
    'file-missing',
  )
  .transform((checked, context): string => {
    if (checked.ok) return checked.text
    context.addIssue({ code: 'custom', message: faults[checked.fault] })
    return z.NEVER
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
