import { z } from 'zod'

const id = z.uuid()
const paragraph = z
  .string({ error: 'paragraph-missing' })
  .trim()
  .min(1, 'paragraph-missing')
  .max(30, 'paragraph-too-long')

/** An item was dealt with at the meeting. */
export const doneForm = z.strictObject({
  meetingId: id,
  itemId: id,
  paragraph,
  note: z.string().trim().max(500, 'note-too-long').default(''),
})

/** All papers of the meeting were notified under one paragraph. */
export const notificationForm = z.strictObject({ meetingId: id, paragraph })

/** A report is put on the list after the papers deadline, or because no meeting was in the calendar. */
export const lateForm = z.strictObject({ meetingId: id, report: z.uuid({ error: 'report-missing' }) })
