import { z } from 'zod'
import { type Minutes, parseTimeOfDay } from '../../kernel/clock-time.ts'
import { type Day, parseDay } from '../../kernel/date.ts'
import { isId } from '../../platform/ids.ts'
import { type FormTime, inOrder, mostTimes, timeFields } from './times.rules.ts'

const unreadable = 'visits.form-unreadable'

const later = () => z.string({ error: unreadable }).default('')
/** The fields of the second to the fifth time: plain text that `readTimes` reads, since an empty one is no time. */
export const laterTimeFields = {
  ...{ day2: later(), start2: later(), end2: later() },
  ...{ day3: later(), start3: later(), end3: later() },
  ...{ day4: later(), start4: later(), end4: later() },
  ...{ day5: later(), start5: later(), end5: later() },
}

type Issue = (field: string, code: string) => void

/**
 * Returns the times that a form holds, the earliest first; of the times after the first, those that are left empty are
 * not there. What cannot be read is told to `issue` by field. `from` 1 leaves the first alone.
 */
export function readTimes(raw: Readonly<Record<string, unknown>>, issue: Issue, from = 0): readonly FormTime[] {
  const indices = Array.from({ length: mostTimes }, (_, index) => index).slice(from)
  return inOrder(indices.map((index) => readTimeAt(raw, index, issue)).filter((time) => time !== undefined))
}

function readTimeAt(raw: Readonly<Record<string, unknown>>, index: number, issue: Issue): FormTime | undefined {
  const fields = timeFields(index)
  const text = (name: string) => String(raw[name] ?? '').trim()
  if (index > 0 && Object.values(fields).every((name) => text(name) === '')) return undefined
  const day: Day | undefined = parseDay(text(fields.day))
  const start: Minutes | undefined = parseTimeOfDay(text(fields.start))
  const end: Minutes | undefined = parseTimeOfDay(text(fields.end))
  if (day === undefined) issue(fields.day, text(fields.day) === '' ? 'visits.day-missing' : 'visits.day-invalid')
  if (start === undefined)
    issue(fields.start, text(fields.start) === '' ? 'visits.start-missing' : 'visits.time-invalid')
  if (end === undefined) issue(fields.end, text(fields.end) === '' ? 'visits.end-missing' : 'visits.time-invalid')
  if (day === undefined || start === undefined || end === undefined) return undefined
  if (end <= start) issue(fields.end, 'visits.end-before-start')
  return { index, day, start, end }
}

/** One person's answers to all the times that are proposed, by the id of the time. */
export const answerTimesForm = z.strictObject(
  {
    visit: id(),
    person: id(),
    /** The sequence that the form was shown with. */
    sequence: count(),
    answers: z.record(z.uuid(), z.enum(['yes', 'if-need-be', 'no'], { error: 'visits.time-answer-missing' })),
  },
  { error: unreadable },
)

/** Which of the times it will be. */
export const chooseTimeForm = z.strictObject(
  { visit: id(), version: count(), time: id('visits.time-missing') },
  { error: unreadable },
)

export type Moving = {
  readonly visit: string
  readonly version: number
  readonly reason: string
  readonly times: readonly FormTime[]
}

/** A new time, or several to choose among, with the reason. */
export const moveForm = z
  .strictObject(
    {
      visit: id(),
      version: count(),
      reason: z
        .string({ error: 'visits.reason-missing' })
        .trim()
        .min(1, 'visits.reason-missing')
        .max(1000, 'visits.reason-long'),
      day: z.string().default(''),
      start: z.string().default(''),
      end: z.string().default(''),
      ...laterTimeFields,
    },
    { error: unreadable },
  )
  .transform(({ visit, version, reason, ...raw }, context): Moving => {
    const issue: Issue = (field, code) => context.addIssue({ code: 'custom', path: [field], message: code })
    return { visit, version, reason, times: readTimes(raw, issue) }
  })

/** To make another's visit one's own too. */
export const joinForm = z.strictObject({ visit: id() }, { error: unreadable })

function id(missing = unreadable) {
  return z.string({ error: missing }).refine(isId, missing)
}

function count() {
  return z
    .string({ error: unreadable })
    .regex(/^\d{1,9}$/, unreadable)
    .transform(Number)
}
