import { z } from 'zod'

const said = (most: number) => z.string('missing').trim().min(1, 'missing').max(most, 'too-long')

/** What the secretary writes when a report is marked as secret. */
export const restrictionForm = z.object({ reportId: z.uuid(), legalGround: said(200), reason: said(2000) })
