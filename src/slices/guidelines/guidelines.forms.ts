import { z } from 'zod'
import { parseDay } from '../../kernel/date.ts'

const day = z.string().transform((text, context) => {
  const parsed = parseDay(text.trim())
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'day-form' })
  return z.NEVER
})
const paragraph = z.string().trim().min(1, 'paragraph-missing').max(50, 'too-long')

const filledIn = z
  .string()
  .default('')
  .transform((text) => text.trim() || undefined)

/** The meeting (or its day, where it is not in the calendar) and paragraph by which a proposal was adopted, and from when it holds. */
export const adoptionForm = z
  .object({
    versionId: z.uuid(),
    meetingId: filledIn.pipe(z.uuid().optional()),
    decidedOn: filledIn.pipe(day.optional()),
    paragraph,
    registrationNumber: filledIn.pipe(z.string().max(100, 'too-long').optional()),
    validFrom: day,
  })
  .refine(({ meetingId, decidedOn }) => meetingId !== undefined || decidedOn !== undefined, {
    path: ['decidedOn'],
    message: 'decided-on-missing',
  })

/** A review that has been made, or a trial's evaluation. The paragraph may be left out: not every review is a decision. */
export const reviewForm = z.object({
  versionId: z.uuid(),
  reviewedOn: day,
  paragraph: z.string().trim().max(50, 'too-long').default(''),
  outcome: z.string().trim().min(1, 'outcome-missing').max(2000, 'too-long'),
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
