import type { Minutes } from '../../kernel/clock-time.ts'
import { addDays, type Day } from '../../kernel/date.ts'
import { timesShownInStockholm } from '../../kernel/instant.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import { actsForOthers, managesAny, type Moment, type Viewer } from './visits.rules.ts'

/** A time for a visit: one day, from when to when. */
export type VisitTime = { readonly day: Day; readonly start: Minutes; readonly end: Minutes }

/** How many times can be proposed at once. */
export const mostTimes = 5

/** The fields of a time in a form. The first is required and has the plain names; the others have their number behind them. */
export function timeFields(index: number): { readonly day: string; readonly start: string; readonly end: string } {
  const number = index === 0 ? '' : String(index + 1)
  return { day: `day${number}`, start: `start${number}`, end: `end${number}` }
}

/** A time as it stood in the form, with its place there. */
export type FormTime = VisitTime & { readonly index: number }

/** Two years ahead is further than anybody plans, and near enough to catch a mistyped year. */
const daysAhead = 730

/** Returns the first fault of times that are proposed: passed, years ahead, lost in a change of clocks, or given twice. */
export function checkTimes(times: readonly FormTime[], now: Moment): Refusal | undefined {
  for (const time of times) {
    const fields = timeFields(time.index)
    if (time.day < now.day || (time.day === now.day && time.start < now.time))
      return refuse('visits.in-the-past', {}, fields.day)
    if (time.day > addDays(now.day, daysAhead)) return refuse('visits.too-far', {}, fields.day)
    const unclear = checkClock(time, fields)
    if (unclear) return unclear
    const same = times.find((it) => it.index < time.index && isSame(it, time))
    if (same) return refuse('visits.same-time', { day: time.day, start: time.start }, fields.day)
  }
  return undefined
}

/** Refuses a time that no clock shows, or that clocks show twice: the night when summer time begins or ends. */
export function checkClock(
  { day, start, end }: VisitTime,
  fields: { readonly start: string; readonly end: string } = timeFields(0),
): Refusal | undefined {
  const unclear = (
    [
      ['start', start],
      ['end', end],
    ] as const
  ).find(([, time]) => timesShownInStockholm(day, time) !== 1)
  return unclear && refuse('visits.clock-changes', { day }, fields[unclear[0]])
}

/** Whether both are the same time of the same day. */
export function isSame(a: VisitTime, b: VisitTime): boolean {
  return a.day === b.day && a.start === b.start && a.end === b.end
}

/** Returns the times in order, the earliest first. */
export function inOrder<T extends VisitTime>(times: readonly T[]): readonly T[] {
  return times.toSorted((a, b) => a.day - b.day || a.start - b.start || a.end - b.end)
}

/** Whether the two share some of the same hours. */
export function overlap(a: VisitTime, b: VisitTime): boolean {
  return a.day === b.day && a.start < b.end && a.end > b.start
}

/** Whether the time has begun. */
export function hasPassed({ day, start }: VisitTime, now: Moment): boolean {
  return day < now.day || (day === now.day && start <= now.time)
}

/** What somebody can say to a time. */
export type TimeAnswer = 'yes' | 'if-need-be' | 'no'

type Answered = VisitTime & { readonly answers: readonly { readonly answer: TimeAnswer }[] }

/** How many have said what. */
export function countAnswers({ answers }: Pick<Answered, 'answers'>): { readonly [A in TimeAnswer]: number } {
  const count = (wanted: TimeAnswer) => answers.filter(({ answer }) => answer === wanted).length
  return { yes: count('yes'), 'if-need-be': count('if-need-be'), no: count('no') }
}

/**
 * Returns the time that suits best of those ahead: most yes, then most if need be, then the earliest. Undefined while all
 * suit equally well, as they do before anybody but the one who proposed them has answered.
 */
export function bestTime<T extends Answered>(times: readonly T[], now: Moment): T | undefined {
  const ahead = inOrder(times.filter((time) => !hasPassed(time, now)))
  const better = (a: T, b: T) => {
    const [first, second] = [countAnswers(a), countAnswers(b)]
    return second.yes - first.yes || second['if-need-be'] - first['if-need-be']
  }
  const ranked = ahead.toSorted(better)
  const [first, last] = [ranked.at(0), ranked.at(-1)]
  return first === undefined || last === undefined || better(first, last) === 0 ? undefined : first
}

/** What a visit with open times says about who has to do with it. */
export type TimesConcerned = {
  readonly unitIds: readonly string[]
  readonly invitedIds: readonly string[]
  readonly initiatedByPersonId: string
}

/** One who is asked answers for oneself: the invited and the managers alike. The secretary can for one who phones in. */
export function mayAnswerTimes(
  viewer: Viewer,
  asked: { readonly askedIds: readonly string[] },
  personId: string,
): boolean {
  return asked.askedIds.includes(personId) && (viewer.personId === personId || actsForOthers(viewer))
}

/** The manager chooses, the one who initiated the visit, and the secretary. */
export function mayChooseTime(viewer: Viewer, visit: TimesConcerned): boolean {
  return (
    managesAny(viewer, visit.unitIds) ||
    actsForOthers(viewer) ||
    (viewer.personId !== undefined && viewer.personId === visit.initiatedByPersonId)
  )
}

/**
 * Whether every unit has agreed to the time: by a manager who chooses it, or who has said yes or if need be to it. Then
 * the visit is booked; otherwise it waits for the manager.
 */
export function unitsAgree(
  viewer: Viewer,
  unitIds: readonly string[],
  managers: readonly { readonly id: string; readonly unitId: string | null }[],
  answers: readonly { readonly personId: string; readonly answer: TimeAnswer }[],
): boolean {
  const willing = new Set(answers.flatMap(({ personId, answer }) => (answer === 'no' ? [] : [personId])))
  return unitIds.every(
    (unitId) =>
      managesAny(viewer, [unitId]) || managers.some((manager) => manager.unitId === unitId && willing.has(manager.id)),
  )
}

/** What an answer to the chosen time makes of the invitation: yes and if need be are a yes, no is a no. */
export function carriedOver(answer: TimeAnswer): 'accepted' | 'declined' {
  return answer === 'no' ? 'declined' : 'accepted'
}

/**
 * Refuses an answer that is no answer to what the person is asked now: to what was invited to before it changed, or yes
 * and no where the question is which of several times suits.
 */
export function checkAsked(
  visit: { readonly sequence: number; readonly timesOpen: boolean },
  sequence: number | undefined,
): Refusal | undefined {
  if (sequence !== undefined && sequence !== visit.sequence) return refuse('visits.old-invitation')
  return visit.timesOpen ? refuse('visits.answer-times', {}, 'answer') : undefined
}

/**
 * Whether the viewer can make the visit a joint one: one of those who would come along or are invited already, a manager
 * of the units, and the secretary.
 */
export function mayJoin(
  viewer: Viewer,
  visit: {
    readonly unitIds: readonly string[]
    readonly invitedIds: readonly string[]
    readonly others: readonly string[]
  },
): boolean {
  if (managesAny(viewer, visit.unitIds) || actsForOthers(viewer)) return true
  return viewer.personId !== undefined && [...visit.invitedIds, ...visit.others].includes(viewer.personId)
}
