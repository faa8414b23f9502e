import { z } from 'zod'

/** The secretary reminds those who owe the report of a visit. The address comes from the server, for the link. */
export const remindNowForm = z.strictObject({ visitId: z.uuid(), publicUrl: z.url() })
