import { z } from 'zod'
import { parseDay } from '../../kernel/date.ts'

const unreadable = 'form-unreadable'
const day = z
  .string({ error: 'day-missing' })
  .trim()
  .transform((text, context) => {
    const parsed = parseDay(text)
    if (parsed !== undefined) return parsed
    context.addIssue({ code: 'custom', message: text === '' ? 'day-missing' : 'day-form' })
    return z.NEVER
  })
const absentWhenEmpty = z
  .string({ error: unreadable })
  .trim()
  .default('')
  .transform((text) => (text === '' ? undefined : text))

/** Who is on leave, from when through when, and who serves meanwhile. Why is not asked. */
export const leaveForm = z.strictObject(
  {
    personId: z.uuid({ error: 'person-missing' }),
    from: day,
    through: absentWhenEmpty.pipe(day.optional()),
    standInId: absentWhenEmpty.pipe(z.uuid({ error: unreadable }).optional()),
  },
  { error: unreadable },
)

/** The first day on which the person is back. */
export const leaveEndForm = z.strictObject({ id: z.uuid({ error: unreadable }), until: day }, { error: unreadable })
