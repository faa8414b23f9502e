import { z } from 'zod'

/**
 * What the one who approves decides about a difference: that what has gone out is corrected, or that it stands, then with a reason.
 * `seen` is what the page showed that the facts give (`seenAmounts`): the decision is about that.
 */
export const differenceForm = z
  .strictObject({
    id: z.uuid(),
    version: z
      .string('version-missing')
      .regex(/^\d{1,9}$/, 'version-missing')
      .transform(Number),
    seen: z.string('version-missing').max(2000, 'version-missing'),
    outcome: z.enum(['correct', 'let-stand'], 'difference-outcome-missing'),
    reason: z.string().trim().max(500, 'reason-long').default(''),
  })
  .refine(({ outcome, reason }) => outcome === 'correct' || reason !== '', {
    message: 'let-stand-reason-missing',
    path: ['reason'],
  })
