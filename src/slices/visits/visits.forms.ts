import { z } from 'zod'
import { type Minutes, parseTimeOfDay } from '../../kernel/clock-time.ts'
import { type Day, parseDay } from '../../kernel/date.ts'
import { isId } from '../../platform/ids.ts'
import { capacities, openCode } from '../../engine/programme.ts'
import { codes } from './planning.forms.ts'
import { laterTimeFields, readTimes } from './times.forms.ts'
import { inOrder } from './times.rules.ts'

/** A form with fields that do not belong to it, or that is not one of ours. */
const unreadable = 'visits.form-unreadable'

/** The form to invite to or book a visit: at one time, or with up to five to choose among. */
export const bookingForm = z
  .strictObject(
    {
      units: ids('visits.unit-missing'),
      group: optionalId(),
      day: day('visits.day-missing', 'visits.day-invalid'),
      start: time('visits.start-missing', 'visits.time-invalid'),
      end: time('visits.end-missing', 'visits.time-invalid'),
      ...laterTimeFields,
      place: text(200, 'visits.place-long'),
      /** One of the forms that the guideline offers, or a series of one: `visit:unannounced`. */
      form: z
        .string({ error: 'visits.form-missing' })
        .refine((value) => value.split(':', 2).every((it) => openCode.safeParse(it).success), 'visits.form-missing')
        .default('visit'),
      /** In which capacity it is made, where the guideline asks. */
      capacity: z.enum(capacities, { error: unreadable }).default('committee'),
      /** Why it is needed, where it takes a decision: the request for it. */
      extraReason: text(1000, 'visits.reason-long'),
      withRelativesCouncil: tick(),
      specialReason: text(2000, 'visits.reason-long'),
      /** Whose booking it is, when the secretary registers it for somebody who phones in. */
      onBehalfOf: personOrRole(),
      /** Registered after it took place, by the secretary. */
      afterwards: tick(),
      /** The manager had agreed to a visit that is registered afterwards. */
      agreedWithManager: tick(),
      /** Who has been consulted, of those whom the guideline names. */
      consulted: codes(),
      /** What the guideline says about it has been shown and read. */
      seen: tick(),
    },
    { error: unreadable },
  )
  .superRefine(endAfterStart('end'))
  .transform((booking, context) => {
    const issue = (field: string, code: string) => context.addIssue({ code: 'custom', path: [field], message: code })
    const { day: onDay, start, end } = booking
    const times = inOrder([{ index: 0, day: onDay, start, end }, ...readTimes(booking, issue, 1)])
    // The visit's own time is the earliest of those that are proposed.
    const [form = 'visit', series] = booking.form.split(':', 2)
    return { ...booking, form, series, ...times[0], times }
  })
export type Booking = z.output<typeof bookingForm>

/** An invited person's yes or no. */
export const answerForm = z.strictObject(
  {
    visit: id(),
    person: id(),
    /** The sequence that the form was shown with; an answer to an older one is refused. */
    sequence: optionalCount(),
    answer: z.enum(['accepted', 'declined'], { error: 'visits.answer-missing' }),
    message: text(1000, 'visits.message-long'),
  },
  { error: unreadable },
)

/** The manager's programme and place, saved only or confirmed too. */
export const planForm = z.strictObject(
  {
    visit: id(),
    version: version(),
    programme: text(5000, 'visits.programme-long'),
    place: text(200, 'visits.place-long'),
    forum: text(200, 'visits.forum-long'),
    toMeet: text(300, 'visits.to-meet-long'),
    intent: z.enum(['save', 'confirm'], { error: unreadable }).default('save'),
  },
  { error: unreadable },
)

/** Cancelled, declined or never came about: each with its reason. */
export const reasonForm = z.strictObject(
  { visit: id(), version: version(), reason: needed(1000, 'visits.reason-missing', 'visits.reason-long') },
  { error: unreadable },
)

export const preparationForm = z.strictObject({ visit: id() }, { error: unreadable })

/** A time of day; 24.00 can end a visit and not begin one, which the order of the two sees to. */
function readTime(value: string): Minutes | undefined {
  return parseTimeOfDay(value)
}

function id(missing = unreadable) {
  return z.string({ error: missing }).refine(isId, missing)
}

function optionalId() {
  return z
    .string({ error: unreadable })
    .default('')
    .refine((value) => value === '' || isId(value), unreadable)
    .transform((value) => (value === '' ? undefined : value))
}

/** A person, or a role that the guideline names and nobody holds here: `role:ombud`. */
function personOrRole() {
  return z
    .string({ error: unreadable })
    .default('')
    .transform((value, context): { readonly person: string } | { readonly role: string } | undefined => {
      if (value === '') return undefined
      if (isId(value)) return { person: value }
      const role = value.startsWith(rolePrefix) ? openCode.safeParse(value.slice(rolePrefix.length)) : undefined
      if (role?.success) return { role: role.data }
      context.addIssue({ code: 'custom', message: unreadable })
      return z.NEVER
    })
}

const rolePrefix = 'role:'

/** Returns the value under which a role is chosen among those whom the secretary can register for. */
export function roleValue(role: string): string {
  return `${rolePrefix}${role}`
}

/** One value or several under the same name, each once. */
function ids(missing: string) {
  return z
    .union([z.string(), z.array(z.string())], { error: missing })
    .transform((value) => [...new Set([value].flat().filter((it) => it !== ''))])
    .refine((value) => value.length > 0 && value.length <= 20 && value.every(isId), missing)
}

function version() {
  return z
    .string({ error: unreadable })
    .regex(/^\d{1,9}$/, unreadable)
    .transform(Number)
}

function optionalCount() {
  return z
    .string({ error: unreadable })
    .default('')
    .refine((value) => /^\d{0,9}$/.test(value), unreadable)
    .transform((value) => (value === '' ? undefined : Number(value)))
}

function tick() {
  return z
    .string({ error: unreadable })
    .default('')
    .transform((value) => value === 'yes')
}

function text(most: number, long: string) {
  return z.string({ error: unreadable }).trim().max(most, long).default('')
}

function needed(most: number, missing: string, long: string) {
  return z.string({ error: missing }).trim().min(1, missing).max(most, long)
}

function day(missing: string, invalid: string) {
  return parsed(parseDay, missing, invalid)
}

function time(missing: string, invalid: string) {
  return parsed(readTime, missing, invalid)
}

function parsed<T extends Day | Minutes>(parse: (text: string) => T | undefined, missing: string, invalid: string) {
  return z
    .string({ error: missing })
    .trim()
    .transform((value, context): T => {
      const result = parse(value)
      if (result !== undefined) return result
      context.addIssue({ code: 'custom', message: value === '' ? missing : invalid })
      return z.NEVER
    })
}

function endAfterStart(field: string) {
  return (value: { readonly start: Minutes; readonly end: Minutes }, context: z.RefinementCtx) => {
    if (value.end <= value.start)
      context.addIssue({ code: 'custom', path: [field], message: 'visits.end-before-start' })
  }
}
