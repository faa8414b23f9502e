import { z } from 'zod'

/** Why somebody is locked out, for other administrators to read. */
export const lockForm = z.object({
  personId: z.uuid(),
  reason: z.string().trim().min(1, 'reason-missing').max(500, 'too-long'),
})
