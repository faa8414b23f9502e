import { z } from 'zod'
import { type Minutes, parseTimeOfDay } from '../../kernel/clock-time.ts'
import { type Day, parseDay } from '../../kernel/date.ts'
import { isId } from '../../platform/ids.ts'
import { openCode } from '../../engine/programme.ts'
import type { Attending, Met } from './visits.changes.store.ts'

/** A form with fields that do not belong to it, or that is not one of ours. */
const unreadable = 'visits.form-unreadable'

/** The form to invite to or book a visit. */
export const bookingForm = z
  .strictObject(
    {
      units: ids('visits.unit-missing'),
      group: optionalId(),
      day: day('visits.day-missing', 'visits.day-invalid'),
      start: time('visits.start-missing', 'visits.time-invalid'),
      end: time('visits.end-missing', 'visits.time-invalid'),
      place: text(200, 'visits.place-long'),
      /** One of the forms that the guideline offers. */
      form: z
        .string({ error: 'visits.form-missing' })
        .refine((value) => openCode.safeParse(value).success, 'visits.form-missing')
        .default('visit'),
      withRelativesCouncil: tick(),
      specialReason: text(2000, 'visits.reason-long'),
      /** Whose booking it is, when the secretary registers it for somebody who phones in. */
      onBehalfOf: personOrRole(),
      /** Registered after it took place, by the secretary. */
      afterwards: tick(),
      /** The manager had agreed to a visit that is registered afterwards. */
      agreedWithManager: tick(),
      /** What the guideline says about it has been shown and read. */
      seen: tick(),
    },
    { error: unreadable },
  )
  .superRefine(endAfterStart('end'))
export type Booking = z.output<typeof bookingForm>

/** An invited person's yes or no. */
export const answerForm = z.strictObject(
  {
    visit: id(),
    person: id(),
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

/** The chair's decision about one person's extra visit, or the fee for it. */
export const decisionForm = z.strictObject(
  {
    visit: id(),
    version: version(),
    person: id('visits.person-missing'),
    about: z.enum(['extra-visit', 'extra-fee'], { error: 'visits.about-missing' }),
    granted: z.enum(['yes', 'no'], { error: 'visits.decision-missing' }).transform((value) => value === 'yes'),
    delegation: needed(200, 'visits.delegation-missing', 'visits.delegation-long'),
    reason: needed(1000, 'visits.reason-missing', 'visits.reason-long'),
  },
  { error: unreadable },
)

/** Names of the fields of the attendance form that carry a person or a kind of people in them. */
export const attendanceFields = {
  came: (personId: string) => `came.${personId}`,
  start: (personId: string) => `start.${personId}`,
  end: (personId: string) => `end.${personId}`,
  met: (audience: string) => `met.${audience}`,
  why: (audience: string) => `why.${audience}`,
} as const

export type AttendanceNote = {
  readonly visit: string
  readonly version: number
  /** The one who phoned in to have it noted, when the secretary notes it for them. */
  readonly onBehalfOf: string | undefined
  readonly attending: readonly Attending[]
  readonly met: readonly Met[]
}

const rawForm = z.record(z.string(), z.union([z.string(), z.array(z.string())], { error: unreadable }), {
  error: unreadable,
})
const attendanceHead = z.strictObject(
  { visit: id(), version: version(), onBehalfOf: optionalId() },
  { error: unreadable },
)

/** Who came, from when to when, and whom the visit reached. Times of one who did not come are let be. */
export const attendanceForm = rawForm.transform((raw, context): AttendanceNote => {
  const issue = (field: string, code: string) => context.addIssue({ code: 'custom', path: [field], message: code })
  const value = (field: string) => String(raw[field] ?? '').trim()
  const head = attendanceHead.safeParse({ visit: raw.visit, version: raw.version, onBehalfOf: raw.onBehalfOf })
  if (!head.success) for (const { path, message } of head.error.issues) issue(path.join('.'), message)
  const attending: Attending[] = []
  const met: Met[] = []
  for (const field of Object.keys(raw)) {
    const [part, about = ''] = split(field)
    if (part === 'came' && isId(about) && value(field) === 'yes') {
      const [start, end] = [
        readTime(value(attendanceFields.start(about))),
        readTime(value(attendanceFields.end(about))),
      ]
      if (start === undefined) issue(attendanceFields.start(about), 'visits.time-invalid')
      if (end === undefined) issue(attendanceFields.end(about), 'visits.time-invalid')
      if (start === undefined || end === undefined) continue
      if (end <= start) issue(attendanceFields.end(about), 'visits.end-before-start')
      attending.push({ personId: about, start, end })
    }
    if (part === 'met')
      met.push({
        audience: about.slice(0, 50),
        met: value(field) === 'yes',
        explanation: value(attendanceFields.why(about)),
      })
  }
  for (const { audience, explanation } of met)
    if (explanation.length > 1000) issue(attendanceFields.why(audience), 'visits.explanation-long')
  return head.success ? { ...head.data, attending, met } : z.NEVER
})

function split(field: string): readonly [string, string | undefined] {
  const at = field.indexOf('.')
  return at < 0 ? [field, undefined] : [field.slice(0, at), field.slice(at + 1)]
}

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
