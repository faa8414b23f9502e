import { z } from 'zod'
import { removalReasons } from './participants.rules.ts'

const unreadable = 'visits.form-unreadable'
const id = z.uuid({ error: unreadable })
const version = z
  .string({ error: unreadable })
  .regex(/^\d{1,9}$/, unreadable)
  .transform(Number)
const optionalId = z
  .string({ error: unreadable })
  .default('')
  .transform((text) => (text === '' ? undefined : text))
  .pipe(id.optional())

/** Who is taken off, why in one of three words, and who comes in the place when somebody does. */
export const removalForm = z.strictObject(
  {
    visit: id,
    version,
    person: z.uuid({ error: 'visits.person-missing' }),
    reason: z.enum(removalReasons, { error: 'visits.removal-reason-missing' }),
    instead: optionalId,
  },
  { error: unreadable },
)

/** Who is invited too. */
export const invitingForm = z.strictObject(
  { visit: id, version, invitee: z.uuid({ error: 'visits.person-missing' }) },
  { error: unreadable },
)
