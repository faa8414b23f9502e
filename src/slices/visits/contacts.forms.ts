import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/date.ts'
import { isId } from '../../platform/ids.ts'
import { contactKinds, nowhere, personalDataIn, type Where } from './contacts.rules.ts'

const unreadable = 'contacts.form-unreadable'

/** How long the subject of a contact may be, and where somebody was referred, in characters. */
export const longestSubject = 1000
export const longestReferral = 200

const fields = {
  kind: z.enum(contactKinds, { error: 'contacts.kind-missing' }),
  where: z.string({ error: 'contacts.where-missing' }).transform((value, context): Where => {
    if (value === nowhere) return { unitId: null, areaId: null }
    const [type, id = ''] = value.split(':')
    if (type === 'unit' && isId(id)) return { unitId: id, areaId: null }
    if (type === 'area' && isId(id)) return { unitId: null, areaId: id }
    context.addIssue({ code: 'custom', message: 'contacts.where-missing' })
    return z.NEVER
  }),
  day: z
    .string({ error: 'contacts.day-missing' })
    .trim()
    .transform((value, context): Day => {
      const day = parseDay(value)
      if (day !== undefined) return day
      context.addIssue({ code: 'custom', message: value === '' ? 'contacts.day-missing' : 'contacts.day-invalid' })
      return z.NEVER
    }),
  subject: withoutPersonalData(
    z
      .string({ error: 'contacts.subject-missing' })
      .trim()
      .min(1, 'contacts.subject-missing')
      .max(longestSubject, 'contacts.subject-long'),
  ),
  /** One of those whom the referral guide names. */
  referredTo: withoutPersonalData(
    z.string({ error: unreadable }).trim().max(longestReferral, 'contacts.referred-long').default(''),
  ),
  /** Somebody else; it is what counts where it is filled in. */
  referredOther: withoutPersonalData(
    z.string({ error: unreadable }).trim().max(longestReferral, 'contacts.referred-long').default(''),
  ),
}

/** That somebody has been in touch outside a visit: kind, what about, and where they were referred. Never who. */
export const contactForm = z.strictObject(fields, { error: unreadable })
export type ContactInput = z.output<typeof contactForm>

const version = z
  .string({ error: unreadable })
  .regex(/^\d{1,9}$/, unreadable)
  .transform(Number)

export const contactChangeForm = z.strictObject({ ...fields, id: z.uuid(), version }, { error: unreadable })

export const contactRemovalForm = z.strictObject({ id: z.uuid(), version }, { error: unreadable })

/** A text in which the form of nothing points at a person; each kind that it holds is told of. */
function withoutPersonalData<T extends z.ZodType<string>>(text: T) {
  return text.superRefine((value, context) => {
    for (const kind of personalDataIn(value)) context.addIssue({ code: 'custom', message: `contacts.${kind}` })
  })
}
