import { z } from 'zod'
import { isId } from '../../platform/ids.ts'

const unreadable = 'visits.form-unreadable'
const id = (missing = unreadable) => z.string({ error: missing }).refine(isId, missing)
const about = z.enum(['extra-visit', 'extra-fee'], { error: 'visits.about-missing' })
const reason = z
  .string({ error: 'visits.reason-missing' })
  .trim()
  .min(1, 'visits.reason-missing')
  .max(1000, 'visits.reason-long')

/** A request for one person's visit beyond the usual number, or for its fee. */
export const requestForm = z.strictObject(
  { visit: id(), person: id('visits.person-missing'), about, reason },
  { error: unreadable },
)

/** The decision about one person's extra visit, or the fee for it. */
export const decisionForm = z.strictObject(
  {
    visit: id(),
    version: z
      .string({ error: unreadable })
      .regex(/^\d{1,9}$/, unreadable)
      .transform(Number),
    person: id('visits.person-missing'),
    about,
    granted: z.enum(['yes', 'no'], { error: 'visits.decision-missing' }).transform((value) => value === 'yes'),
    delegation: z
      .string({ error: 'visits.delegation-missing' })
      .trim()
      .min(1, 'visits.delegation-missing')
      .max(200, 'visits.delegation-long'),
    reason,
  },
  { error: unreadable },
)
