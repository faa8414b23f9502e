import { z } from 'zod'

/** What was said of a visit at a meeting that has been held, as the secretary notes it. A line is what an oral report has. */
export const spokenForm = z.strictObject({
  visitId: z.uuid(),
  meeting: z.uuid({ error: 'meeting-missing' }),
  speaker: z.uuid({ error: 'speaker-missing' }),
  line: z.string({ error: 'line-missing' }).trim().min(1, 'line-missing').max(300, 'line-too-long'),
  discussed: z.enum(['yes', 'no'], { error: 'discussed-missing' }),
})

/** A note that was made by mistake is taken back. */
export const takeBackForm = z.strictObject({ meetingId: z.uuid(), itemId: z.uuid() })
