import { z } from 'zod'
import { tryOutOvers } from './try-out.rules.ts'

const year = z
  .string()
  .trim()
  .regex(/^\d{4}$/, 'year-form')
  .transform(Number)

/** Which guideline is tried, on what. The years are for visits that were made. */
export const tryOutForm = z
  .object({
    guideline: z.uuid('guideline-missing'),
    over: z.enum(tryOutOvers, 'over-missing'),
    from: z.string().default(''),
    to: z.string().default(''),
  })
  .transform(({ guideline, over, from, to }, context) => {
    if (over === 'synthetic') return { guideline, over, years: undefined }
    const read = { from: year.safeParse(from), to: year.safeParse(to) }
    for (const name of ['from', 'to'] as const)
      if (!read[name].success) context.addIssue({ code: 'custom', path: [name], message: 'year-form' })
    if (!read.from.success || !read.to.success) return z.NEVER
    if (read.from.data > read.to.data) {
      context.addIssue({ code: 'custom', path: ['to'], message: 'years-backwards' })
      return z.NEVER
    }
    return { guideline, over, years: { from: read.from.data, to: read.to.data } }
  })

export const tryOutId = z.object({ id: z.uuid() })
