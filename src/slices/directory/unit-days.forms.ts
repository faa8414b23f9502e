import { z } from 'zod'
import { parseTimeOfDay } from '../../kernel/clock-time.ts'
import { parseDay } from '../../kernel/date.ts'

/** A form with fields that do not belong to it, or that is not one of ours. */
const unreadable = 'form-unreadable'
const id = z.uuid({ error: unreadable })

/** Days on which the unit receives no visits, the last one included. */
export const blockForm = z.strictObject(
  {
    unit: id,
    from: day('from-missing'),
    through: day('through-missing'),
    reason: z.string().trim().max(200, 'too-long').default(''),
  },
  { error: unreadable },
)

/** When the relatives' council or the like meets. */
export const councilForm = z
  .strictObject(
    {
      unit: id,
      name: z.string({ error: 'name-missing' }).trim().min(1, 'name-missing').max(100, 'too-long'),
      day: day('day-missing'),
      start: time('start-missing'),
      end: time('end-missing'),
    },
    { error: unreadable },
  )
  .superRefine(({ start, end }, context) => {
    if (end <= start) context.addIssue({ code: 'custom', path: ['end'], message: 'end-before-start' })
  })

/** One row of the unit's that is taken away. */
export const removalForm = z.strictObject({ unit: id, id }, { error: unreadable })

/** The day on which the manager agreed to receive contact politicians; empty when there is no agreement. */
export const consentForm = z.strictObject({ unit: id, consentOn: optionalDay() }, { error: unreadable })

/** A private provider's agreement, through its last day; without a first day there is none. */
export const agreementForm = z
  .strictObject({ unit: id, agreementFrom: optionalDay(), agreementThrough: optionalDay() }, { error: unreadable })
  .superRefine(({ agreementFrom, agreementThrough }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (agreementThrough === undefined) return
    if (agreementFrom === undefined) refuse('agreementFrom', 'agreement-from-missing')
    else if (agreementThrough < agreementFrom) refuse('agreementThrough', 'directory.through-before-from')
  })

function day(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .transform((text, context) => {
      const parsed = parseDay(text)
      if (parsed !== undefined) return parsed
      context.addIssue({ code: 'custom', message: text === '' ? missing : 'day-form' })
      return z.NEVER
    })
}

function optionalDay() {
  return z
    .string({ error: unreadable })
    .trim()
    .default('')
    .transform((text) => (text === '' ? undefined : text))
    .pipe(day('day-missing').optional())
}

function time(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .transform((text, context) => {
      const parsed = parseTimeOfDay(text)
      if (parsed !== undefined) return parsed
      context.addIssue({ code: 'custom', message: text === '' ? missing : 'time-form' })
      return z.NEVER
    })
}
