import { z } from 'zod'
import { type Minutes, parseTimeOfDay } from '../../kernel/clock-time.ts'
import { type Day, parseDay } from '../../kernel/date.ts'
import { ore, type Ore, parseKronor } from '../../kernel/money.ts'

/** Longer than this no meeting is in a day, in minutes. */
const longest = 14 * 60
/** 100 000 kronor. */
const mostOre = ore(10_000_000)

const time = (missing: 'start-form' | 'end-form') =>
  z
    .string(missing)
    .default('')
    .transform((text, context): Minutes => {
      const read = parseTimeOfDay(text)
      if (read !== undefined) return read
      context.addIssue({ code: 'custom', message: missing })
      return z.NEVER
    })
const day = z
  .string('day-form')
  .default('')
  .transform((text, context): Day => {
    const read = parseDay(text.trim())
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', message: 'day-form' })
    return z.NEVER
  })
const amount = z
  .string('amount-form')
  .default('')
  .transform((text, context): Ore => {
    const fail = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (/^[-–−]/.test(text.trim())) return fail('amount-negative')
    const read = parseKronor(text)
    if (read === undefined) return fail('amount-form')
    return read <= mostOre ? read : fail('amount-large')
  })
const persons = z
  .union([z.string().transform((one) => [one]), z.array(z.string())], 'no-person-chosen')
  .pipe(z.array(z.uuid('no-person-chosen')).min(1, 'no-person-chosen').max(200, 'too-many-persons'))
  .transform((ids) => [...new Set(ids)])

/** A meeting as the minutes have it: who, when, and what each was paid. In the order of the page, which is that of the errors. */
export const meetingForm = z
  .strictObject({
    body: z.string('body-missing').trim().min(1, 'body-missing').max(200, 'text-long'),
    minutesOf: z.string('minutes-missing').trim().min(1, 'minutes-missing').max(200, 'text-long'),
    day,
    start: time('start-form'),
    end: time('end-form'),
    kind: z.string('kind-missing').min(1, 'kind-missing').max(50, 'kind-missing'),
    amount,
    person: persons,
  })
  .superRefine(({ start, end }, context) => {
    const message = end <= start ? 'end-before-start' : end - start > longest ? 'too-long-meeting' : undefined
    if (message !== undefined) context.addIssue({ code: 'custom', path: ['end'], message })
  })

/** What was entered is taken away again, and why. */
export const removalForm = z.strictObject({
  id: z.uuid(),
  reason: z.string('reason-missing').trim().min(1, 'reason-missing').max(500, 'text-long'),
})
