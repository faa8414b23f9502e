import { z } from 'zod'
import { parseTimeOfDay } from '../../kernel/clock-time.ts'
import { isId } from '../../platform/ids.ts'
import { attendanceFields, type BrokenOff } from './visits.attendance.rules.ts'
import type { Attending, Met } from './visits.changes.store.ts'

/** A form with fields that do not belong to it, or that is not one of ours. */
const unreadable = 'visits.form-unreadable'

export type AttendanceNote = {
  readonly visit: string
  readonly version: number
  /** The one who phoned in to have it noted, when the secretary notes it for them. */
  readonly onBehalfOf: string | undefined
  readonly attending: readonly Attending[]
  readonly met: readonly Met[]
  /** Absent for a visit that went on to its end. */
  readonly brokenOff: BrokenOff | undefined
  /** Why it is put right; asked for in a correction alone. */
  readonly reason: string
  /** What a correction changes has been shown and read. */
  readonly seen: boolean
}

const rawForm = z.record(z.string(), z.union([z.string(), z.array(z.string())], { error: unreadable }), {
  error: unreadable,
})
const id = () => z.string({ error: unreadable }).refine(isId, unreadable)
const attendanceHead = z.strictObject(
  {
    visit: id(),
    version: z
      .string({ error: unreadable })
      .regex(/^\d{1,9}$/, unreadable)
      .transform(Number),
    onBehalfOf: z
      .string({ error: unreadable })
      .default('')
      .refine((value) => value === '' || isId(value), unreadable)
      .transform((value) => (value === '' ? undefined : value)),
  },
  { error: unreadable },
)

/**
 * Who came, from when to when, and whom the visit reached. Times of one who did not come are let be, and so is an
 * audience that is neither ticked nor answered.
 */
export const attendanceForm = rawForm.transform((raw, context): AttendanceNote => {
  const issue = (field: string, code: string) => context.addIssue({ code: 'custom', path: [field], message: code })
  const value = (field: string) => String(raw[field] ?? '').trim()
  const head = attendanceHead.safeParse({ visit: raw.visit, version: raw.version, onBehalfOf: raw.onBehalfOf })
  if (!head.success) for (const { path, message } of head.error.issues) issue(path.join('.'), message)
  const attending: Attending[] = []
  const met: Met[] = []
  for (const field of Object.keys(raw)) {
    const [part, about = ''] = split(field)
    if (part === 'came' && isId(about) && value(field) === 'yes') attending.push(...attendingOf(about, value, issue))
    if (part === 'met') met.push(metOf(about.slice(0, 50), value, issue))
  }
  if (value('reason').length > 1000) issue('reason', 'visits.reason-long')
  const brokenOff = value('brokenOff') === 'yes' ? brokenOffOf(value, issue) : undefined
  if (!head.success) return z.NEVER
  return { ...head.data, attending, met, brokenOff, reason: value('reason'), seen: value('seen') === 'yes' }
})

type Value = (field: string) => string
type Issue = (field: string, code: string) => void

function attendingOf(personId: string, value: Value, issue: Issue): readonly Attending[] {
  const [startField, endField] = [attendanceFields.start(personId), attendanceFields.end(personId)]
  // 24.00 can end a visit and not begin one, which the order of the two sees to.
  const [start, end] = [parseTimeOfDay(value(startField)), parseTimeOfDay(value(endField))]
  if (start === undefined) issue(startField, 'visits.time-invalid')
  if (end === undefined) issue(endField, 'visits.time-invalid')
  if (start === undefined || end === undefined) return []
  if (end <= start) issue(endField, 'visits.end-before-start')
  const [serving, withinPaidWork] = [attendanceFields.serving(personId), attendanceFields.paidWork(personId)]
  return [{ personId, start, end, serving: value(serving) === 'yes', withinPaidWork: value(withinPaidWork) === 'yes' }]
}

function metOf(audience: string, value: Value, issue: Issue): Met {
  const [met, explanation] = [value(attendanceFields.met(audience)) === 'yes', value(attendanceFields.why(audience))]
  if (explanation.length > 1000) issue(attendanceFields.why(audience), 'visits.explanation-long')
  const counted = value(attendanceFields.count(audience))
  if (counted === '') return { audience, met, count: null, explanation }
  const count = /^\d{1,4}$/.test(counted) ? Number(counted) : 0
  if (count === 0) issue(attendanceFields.count(audience), 'visits.count-invalid')
  else if (!met) issue(attendanceFields.count(audience), 'visits.count-unmet')
  return { audience, met, count, explanation }
}

function brokenOffOf(value: Value, issue: Issue): BrokenOff {
  const [written, reason] = [value('brokenOffAt'), value('brokenOffReason')]
  const until = parseTimeOfDay(written)
  if (written !== '' && until === undefined) issue('brokenOffAt', 'visits.time-invalid')
  if (reason.length > 1000) issue('brokenOffReason', 'visits.reason-long')
  return { until, reason }
}

function split(field: string): readonly [string, string | undefined] {
  const at = field.indexOf('.')
  return at < 0 ? [field, undefined] : [field.slice(0, at), field.slice(at + 1)]
}
