import { addDays, type Day, isWithin } from '../../kernel/date.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'

/** A time in which somebody is on leave, until before `validUntil`, and who serves meanwhile. */
export type Leave = {
  readonly personId: string
  readonly standInId: string | null
  readonly validFrom: Day
  readonly validUntil: Day | null
}

/** Somebody who is invited, and in whose place when it is not the own. */
export type Called = { readonly personId: string; readonly standsInForId?: string }

/** Returns the leave that the person is on that day, or undefined. */
export function leaveOn<L extends Leave>(leaves: readonly L[], personId: string, day: Day): L | undefined {
  return leaves.find((it) => it.personId === personId && isWithin(day, periodOf(it)))
}

/**
 * Returns who is invited when these would be: whoever is on leave that day is not, and the one who serves meanwhile is,
 * once, unless that one is on leave too or invited already.
 */
export function callInstead(personIds: readonly string[], leaves: readonly Leave[], day: Day): readonly Called[] {
  const isAway = (id: string) => leaveOn(leaves, id, day) !== undefined
  const called = new Map<string, Called>()
  for (const personId of personIds) if (!isAway(personId)) called.set(personId, { personId })
  for (const standsInForId of personIds) {
    const personId = leaveOn(leaves, standsInForId, day)?.standInId
    if (personId && !isAway(personId) && !called.has(personId)) called.set(personId, { personId, standsInForId })
  }
  return [...called.values()]
}

/** Two years ahead is further than anybody plans, and near enough to catch a mistyped year. */
const daysAhead = 730

type New = {
  readonly personId: string
  readonly standInId: string | undefined
  readonly from: Day
  readonly through: Day | undefined
}

/** Returns why the leave cannot be registered, or undefined. `known` is every leave that has not ended. */
export function checkLeave(
  { personId, standInId, from, through }: New,
  known: readonly Leave[],
  today: Day,
): Refusal | undefined {
  if (through !== undefined && through < from) return refuse('leave.through-before-from', {}, 'through')
  if (through !== undefined && through < today) return refuse('leave.past', {}, 'through')
  if (from > addDays(today, daysAhead)) return refuse('leave.too-far', {}, 'from')
  if (standInId === personId) return refuse('leave.of-oneself', {}, 'standInId')
  const until = through === undefined ? undefined : addDays(through, 1)
  const meets = (it: Leave) =>
    (it.validUntil === null || it.validUntil > from) && (until === undefined || it.validFrom < until)
  if (known.some((it) => it.personId === personId && meets(it))) return refuse('leave.known', {}, 'from')
  if (known.some((it) => it.personId === standInId && meets(it))) return refuse('leave.stand-in-away', {}, 'standInId')
  return undefined
}

function periodOf({ validFrom, validUntil }: Leave) {
  return { from: validFrom, ...(validUntil === null ? {} : { until: validUntil }) }
}
