import { type Day, isWithin } from '../../kernel/date.ts'
import type { Leave } from './leave.rules.ts'

type Held = { readonly personId: string; readonly validFrom: Day; readonly validUntil: Day | null }

/** Who has, had and will have a seat, an appointment, a place in a group, or leave from them. */
export type Standing = {
  readonly seats: readonly Held[]
  readonly appointments: readonly (Held & { readonly unitId: string | null; readonly areaId: string | null })[]
  readonly members: readonly (Held & { readonly groupId: string })[]
  readonly leaves: readonly Leave[]
}

/** Somebody who is invited somewhere on a day. */
export type Invited = {
  readonly personId: string
  readonly day: Day
  readonly units: readonly { readonly id: string; readonly areaId: string | null }[]
  readonly groupId: string | undefined
  /** In another's place: without an appointment of one's own. */
  readonly standsIn: boolean
}

/**
 * Returns what the person no longer has on the day and was invited for: the seat in the committee, or the appointment to
 * these units. Undefined for one who still has it, and for one who never had it: somebody chose to invite them anyway.
 */
export function hasLeft(standing: Standing, invited: Invited): 'seat' | 'appointment' | undefined {
  const { personId, day, units, groupId, standsIn } = invited
  const theirs = <H extends Held>(held: readonly H[]) => held.filter((it) => it.personId === personId)
  if (isOver(theirs(standing.seats), day)) return 'seat'
  if (standsIn) return undefined
  const here = theirs(standing.appointments).filter(({ unitId, areaId }) =>
    units.some((unit) => unit.id === unitId || (areaId !== null && unit.areaId === areaId)),
  )
  const inGroup = theirs(standing.members).filter((it) => it.groupId === groupId)
  return isOver([...here, ...inGroup], day) ? 'appointment' : undefined
}

/** Whether there was something, and it has ended by the day. */
function isOver(held: readonly Held[], day: Day): boolean {
  const ended = held.some(({ validUntil }) => validUntil !== null && validUntil <= day)
  return ended && !held.some((it) => isWithin(day, { from: it.validFrom, until: it.validUntil ?? undefined }))
}
