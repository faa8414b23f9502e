import { z } from 'zod'
import { addDays, parseDay } from '../../kernel/date.ts'

/** A form with fields that do not belong to it, or that is not one of ours. */
const unreadable = 'form-unreadable'

const day = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .transform((text, context) => {
      const parsed = parseDay(text)
      if (parsed !== undefined) return parsed
      context.addIssue({ code: 'custom', message: text === '' ? missing : 'day-form' })
      return z.NEVER
    })

/** A delegation to register. An empty giver means that the committee itself decided; the last day is included. */
export const delegationForm = z.strictObject(
  {
    role: z.string({ error: 'role-missing' }).min(1, 'role-missing').max(50, 'role-missing'),
    from: z
      .uuid({ error: unreadable })
      .or(z.literal(''))
      .default('')
      .transform((id) => (id === '' ? undefined : id)),
    to: z.uuid({ error: 'to-missing' }),
    validFrom: day('from-missing'),
    lastDay: day('last-day-missing').transform((it) => addDays(it, 1)),
    decidedOn: day('decided-missing'),
    paragraph: z.string({ error: unreadable }).trim().max(100, 'paragraph-long').default(''),
  },
  { error: unreadable },
)

/** The delegation that is ended now. */
export const delegationEndForm = z.strictObject({ id: z.uuid({ error: unreadable }) }, { error: unreadable })
