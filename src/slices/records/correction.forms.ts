import { z } from 'zod'

/** What is wrong, and what it should be. */
export const correctionForm = z.strictObject({
  wrong: z.string({ error: 'wrong-missing' }).trim().min(1, 'wrong-missing').max(1000, 'too-long'),
  should: z.string({ error: 'should-missing' }).trim().min(1, 'should-missing').max(1000, 'too-long'),
})

/** What a person says of what was registered for them: right, or what is wrong with it. */
export const saidForm = z
  .strictObject({
    id: z.uuid(),
    right: z.enum(['yes', 'no'], { error: 'answer-missing' }),
    said: z.string().trim().max(1000, 'too-long').default(''),
  })
  .superRefine(({ right, said }, context) => {
    if (right === 'no' && said === '') context.addIssue({ code: 'custom', path: ['said'], message: 'said-missing' })
  })

/** The answer to a request: corrected, or refused with a reason. */
export const correctionAnswerForm = z
  .strictObject({
    id: z.uuid(),
    outcome: z.enum(['corrected', 'refused'], { error: 'outcome-missing' }),
    answer: z.string().trim().max(1000, 'too-long').default(''),
  })
  .superRefine(({ outcome, answer }, context) => {
    if (outcome === 'refused' && answer === '')
      context.addIssue({ code: 'custom', path: ['answer'], message: 'reason-missing' })
  })
