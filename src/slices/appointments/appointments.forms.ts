import { z } from 'zod'
import { openCode } from '../../engine/programme.ts'
import { parseDay } from '../../kernel/date.ts'

const day = z.string().transform((text, context) => {
  const parsed = parseDay(text.trim())
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'day-form' })
  return z.NEVER
})
const optionalDay = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .pipe(day.optional())

/** `unit:<id>` or `area:<id>`: what somebody is appointed to, or has a relation to. */
const object = z.string().transform((text, context) => {
  const [type, id = ''] = text.split(':')
  const parsed = z.uuid().safeParse(id)
  if (parsed.success && (type === 'unit' || type === 'area')) return { type, id: parsed.data } as const
  context.addIssue({ code: 'custom', message: 'object-missing' })
  return z.NEVER
})

/** Who is appointed to what, from when, by which decision. */
export const appointmentForm = z.object({
  personId: z.uuid({ error: 'person-missing' }),
  object,
  validFrom: day,
  validUntil: optionalDay,
  decidedOn: day,
  paragraph: z.string().trim().max(50, 'too-long').default(''),
})

/** From which day an appointment no longer holds. */
export const endForm = z.object({ id: z.uuid(), until: day })

/** A person's own relation to a unit or area. */
export const relationForm = z.object({
  object,
  kind: z
    .string({ error: 'relation-kind-missing' })
    .refine((code) => openCode.safeParse(code).success, 'relation-kind-missing'),
  validFrom: day,
})

export type AppointmentObject = z.infer<typeof object>
