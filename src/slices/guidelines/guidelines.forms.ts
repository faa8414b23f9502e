import { z } from 'zod'
import { parseDay } from '../../kernel/date.ts'

const day = z.string().transform((text, context) => {
  const parsed = parseDay(text.trim())
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'day-form' })
  return z.NEVER
})
const paragraph = z.string().trim().min(1, 'paragraph-missing').max(50, 'too-long')

/** The meeting's day and paragraph by which a proposal was adopted, and from when it holds. */
export const adoptionForm = z.object({
  versionId: z.uuid(),
  decidedOn: day,
  paragraph,
  validFrom: day,
})

/** The committee's answer to what its guideline leaves open. */
export const answerForm = z.object({
  versionId: z.uuid(),
  silenceId: z.string().min(1).max(100),
  answer: z.string().trim().min(1, 'answer-missing').max(200, 'too-long'),
  decidedBy: z.string().trim().min(1, 'decided-by-missing').max(200, 'too-long'),
  decidedOn: day,
  paragraph,
  validFrom: day,
})
