import { z } from 'zod'

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
