import { z } from 'zod'

/** Which mail is to be sent again. */
export const resendForm = z.strictObject({ mail: z.uuid() })
