import { z } from 'zod'
import { declineReasons, openCode } from '../../engine/programme.ts'
import { parseDay } from '../../kernel/date.ts'

const unreadable = 'visits.form-unreadable'
const id = z.uuid({ error: unreadable })
const version = z
  .string({ error: unreadable })
  .regex(/^\d{1,9}$/, unreadable)
  .transform(Number)

/** A visit that the unit cannot receive: for which kind of reason, and in words. */
export const declineForm = z.strictObject(
  {
    visit: id,
    version,
    cause: z.enum(declineReasons, { error: 'visits.cause-missing' }),
    reason: z
      .string({ error: 'visits.reason-missing' })
      .trim()
      .min(1, 'visits.reason-missing')
      .max(1000, 'visits.reason-long'),
  },
  { error: unreadable },
)

/** When notice of the visit was given, and what it said; an empty day takes the note away. */
export const noticeForm = z.strictObject(
  {
    visit: id,
    version,
    on: z
      .string({ error: unreadable })
      .trim()
      .default('')
      .transform((text, context) => {
        const day = parseDay(text)
        if (text === '' || day !== undefined) return day
        context.addIssue({ code: 'custom', message: 'visits.day-invalid' })
        return z.NEVER
      }),
    says: codes(),
  },
  { error: unreadable },
)

/** Codes of a guideline that were ticked, each once. */
export function codes() {
  return z
    .union([z.string(), z.array(z.string())], { error: unreadable })
    .default([])
    .transform((value) => [...new Set([value].flat().filter((it) => it !== ''))])
    .refine((value) => value.length <= 20 && value.every((it) => openCode.safeParse(it).success), unreadable)
}
