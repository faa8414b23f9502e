import { audiences as knownAudiences } from '../../engine/rules/kind.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Visit } from '../../engine/programme.ts'
import { isoTimeOfDay, type Minutes, minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import type { Attending, Met } from './visits.changes.store.ts'
import type { AudienceGuidance } from './visits.guidance.rules.ts'
import type { Moment } from './visits.rules.ts'
import type { VisitRow } from './visits.store.ts'

/** Names of the fields of the attendance form that carry a person or a kind of people in them. */
export const attendanceFields = {
  came: (personId: string) => `came.${personId}`,
  start: (personId: string) => `start.${personId}`,
  end: (personId: string) => `end.${personId}`,
  serving: (personId: string) => `serving.${personId}`,
  paidWork: (personId: string) => `paidwork.${personId}`,
  met: (audience: string) => `met.${audience}`,
  count: (audience: string) => `count.${audience}`,
  why: (audience: string) => `why.${audience}`,
} as const

/** The visit was broken off: until when it went on, and why. */
export type BrokenOff = { readonly until: Minutes | undefined; readonly reason: string }

/** What is noted about a visit that has been: who came, whom it reached, and whether it was broken off. */
export type Noted = {
  readonly attending: readonly Attending[]
  readonly met: readonly Met[]
  readonly brokenOff: boolean
}

type When = { readonly day: Day; readonly start: Minutes; readonly end: Minutes; readonly brokenOff: boolean }

/** Whom a visit can have met beside those that the guideline names: users, relatives, staff, manager, organisations. */
export function furtherAudiences(
  named: readonly Pick<AudienceGuidance, 'audience'>[],
): readonly Pick<AudienceGuidance, 'audience' | 'said'>[] {
  const words = { sv: wordsOf('sv'), en: wordsOf('en') }
  // The operation as a whole is its people: it is noted only where the guideline names it.
  return knownAudiences
    .filter((it) => it !== 'operation' && !named.some(({ audience }) => audience === it))
    .map((audience) => ({ audience, said: { sv: words.sv.label(audience), en: words.en.label(audience) } }))
}

/** Every audience that the guideline names is answered, and one that was not reached is explained (HED-08). */
export function checkMet(audiences: readonly AudienceGuidance[], met: readonly Met[]): Refusal | undefined {
  for (const { audience, said, explained, clause } of audiences) {
    const noted = met.find((it) => it.audience === audience)
    if (noted === undefined) return refuse('visits.met-missing', { who: said }, attendanceFields.met(audience))
    if (explained && !noted.met && noted.explanation === '')
      return refuse('visits.explanation-missing', { who: said, clause }, attendanceFields.why(audience))
  }
  return undefined
}

/** Returns what is kept of whom the visit reached: what the guideline asks, and of the product's own kinds those who were met. */
export function metToKeep(audiences: readonly AudienceGuidance[], met: readonly Met[]): readonly Met[] {
  const further = new Set(furtherAudiences(audiences).map(({ audience }) => audience))
  return met.filter((it) =>
    further.has(it.audience) ? it.met : audiences.some(({ audience }) => audience === it.audience),
  )
}

/**
 * Returns who attended and until when. Where the visit was broken off nobody stayed longer than it went on: the planned
 * end gives way, any other time after it is refused. A visit that is on record as broken off needs no more said.
 */
export function untilBrokenOff(
  visit: When,
  { attending, brokenOff }: { readonly attending: readonly Attending[]; readonly brokenOff: BrokenOff | undefined },
  now: Moment,
): Result<readonly Attending[]> {
  if (brokenOff === undefined || visit.brokenOff) return done(attending)
  const { until, reason } = brokenOff
  if (until === undefined) return refuse('visits.broken-off-when', {}, 'brokenOffAt')
  if (until <= visit.start || until >= visit.end)
    return refuse('visits.broken-off-outside', { start: visit.start, end: visit.end }, 'brokenOffAt')
  if (now.day === visit.day && until > now.time) return refuse('visits.broken-off-ahead', {}, 'brokenOffAt')
  if (reason === '') return refuse('visits.broken-off-why', {}, 'brokenOffReason')
  const stayed = attending.map((it) => (it.end === visit.end ? { ...it, end: until } : it))
  const late = stayed.find(({ start, end }) => end > until || start >= end)
  if (late === undefined) return done(stayed)
  const field = late.end > until ? attendanceFields.end(late.personId) : attendanceFields.start(late.personId)
  return refuse('visits.after-broken-off', { until }, field)
}

/** One person's attendance before and after a correction; absent where they did not come. */
export type PersonChange = {
  readonly personId: string
  readonly before: Attending | undefined
  readonly after: Attending | undefined
}
type MetChange = {
  readonly audience: string
  readonly before: Met | undefined
  readonly after: Met | undefined
}
export type AttendanceChanges = {
  readonly persons: readonly PersonChange[]
  readonly met: readonly MetChange[]
  readonly brokenOff: { readonly before: boolean; readonly after: boolean } | undefined
}

/** Returns what the note changes in what stands about the visit; undefined when nothing. */
export function changesOf(
  before: Pick<VisitRow, 'attendance' | 'met' | 'brokenOff'>,
  after: Noted,
): AttendanceChanges | undefined {
  const persons = pairs(before.attendance, after.attending, ({ personId }) => personId)
    .filter(({ before: was, after: is }) => said(was) !== said(is))
    .map(({ key, ...change }): PersonChange => ({ personId: key, ...change }))
  const met = pairs(before.met, after.met, ({ audience }) => audience)
    .filter(({ before: was, after: is }) => metSaid(was) !== metSaid(is))
    .map(({ key, ...change }): MetChange => ({ audience: key, ...change }))
  const brokenOff =
    before.brokenOff === after.brokenOff ? undefined : { before: before.brokenOff, after: after.brokenOff }
  if (persons.length === 0 && met.length === 0 && brokenOff === undefined) return undefined
  return { persons, met, brokenOff }
}

function said(it: Attending | undefined): string {
  return it === undefined ? '' : JSON.stringify([it.start, it.end, it.serving, it.withinPaidWork])
}

function metSaid(it: Met | undefined): string {
  return it === undefined ? '' : JSON.stringify([it.met, it.count, it.explanation])
}

function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (it: T) => string) {
  const keys = [...new Set([...before, ...after].map(keyOf))]
  return keys.map((key) => ({
    key,
    before: before.find((it) => keyOf(it) === key),
    after: after.find((it) => keyOf(it) === key),
  }))
}

/** Returns the times before and after, without names, and the reason: what the timeline keeps of a correction. */
export function correctionNote({ persons }: AttendanceChanges, reason: string): string {
  const times = persons
    .map(({ before, after }) => [range(before), range(after)] as const)
    .filter(([was, is]) => was !== is)
    .map(([was, is]) => `${was} → ${is}`)
  return times.length === 0 ? reason : `${times.join('; ')}. ${reason}`
}

function range(it: Attending | undefined): string {
  return it === undefined ? '–' : `${writtenTime(it.start)}–${writtenTime(it.end)}`
}

/** Returns the time as it stands in the timeline's notes: `14.10`. */
export function writtenTime(time: Minutes): string {
  return isoTimeOfDay(time).replace(':', '.')
}

/** Returns the visit as the engine sees it once this is noted. Of a substitute it is known whether they served. */
export function withNoted(
  visit: Visit,
  { attending, met }: Pick<Noted, 'attending' | 'met'>,
  isSubstitute: (personId: string) => boolean,
): Visit {
  return {
    ...visit,
    attendance: [...attending]
      .sort((a, b) => (a.personId < b.personId ? -1 : 1))
      .map(({ personId: person, start, end, serving, withinPaidWork }) => ({
        person,
        start: minutes(start),
        end: minutes(end),
        ...(serving || isSubstitute(person) ? { serving } : {}),
        ...(withinPaidWork ? { withinPaidWork } : {}),
      })),
    met: met.map(({ audience, met: reached, count, explanation }) => ({
      audience,
      met: reached,
      ...(count === null ? {} : { count }),
      ...(explanation === '' ? {} : { explanation }),
    })),
  }
}
