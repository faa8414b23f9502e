import { z } from 'zod'

const said = (most: number) => z.string('missing').trim().min(1, 'missing').max(most, 'too-long')

/**
 * What the secretary writes when a report is marked as secret: the whole of it, or passages. Those are ticked by the tag
 * of their text, or written as they stand in the report.
 */
export const restrictionForm = z.strictObject({
  reportId: z.uuid(),
  what: z.enum(['whole', 'passages'], 'what-missing').default('whole'),
  passage: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((ticked) => [ticked].flat()),
  words: z.string().trim().max(10_000, 'too-long').default(''),
  legalGround: said(200),
  reason: said(2000),
})

export const liftForm = z.strictObject({ reportId: z.uuid(), mark: z.uuid().optional() })
