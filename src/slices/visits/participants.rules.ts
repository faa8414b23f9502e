import type { Day } from '../../kernel/date.ts'
import { hasLeft, leaveOn, type Standing } from '../appointments/index.ts'

/** Why somebody is taken off a visit. Never more than this: what lies behind is nobody's to write down. */
export const removalReasons = ['hindered', 'left', 'other'] as const
export type RemovalReason = (typeof removalReasons)[number]

/** Whether what a timeline says of somebody who was taken off is one of the reasons. */
export function isRemovalReason(text: string): text is RemovalReason {
  return removalReasons.some((it) => it === text)
}

/** Somebody who is invited to a visit ahead and cannot come: on leave that day, or no longer in office. */
export type Unavailable = {
  readonly personId: string
  readonly why: 'leave' | 'seat' | 'appointment'
  /** Who serves meanwhile, when that is registered and the person is not invited already. */
  readonly standInId?: string
}

type Ahead = {
  readonly state: string
  readonly day: Day
  readonly units: readonly { readonly id: string; readonly areaId: string | null }[]
  readonly group: { readonly id: string } | null
  readonly invitations: readonly {
    readonly personId: string
    readonly answer: string | null
    readonly standsInForId: string | null
  }[]
}

/** Returns those who are invited to the visit and cannot come, while it lies ahead. One who has said no needs no replacing. */
export function unavailableAt(visit: Ahead, standing: Standing, today: Day): readonly Unavailable[] {
  if ((visit.state !== 'proposed' && visit.state !== 'booked') || visit.day < today) return []
  const { day, units, group, invitations } = visit
  return invitations.flatMap(({ personId, answer, standsInForId }): Unavailable[] => {
    if (answer === 'declined') return []
    const standsIn = standsInForId !== null
    const left = hasLeft(standing, { personId, day, units, groupId: group?.id, standsIn })
    if (left !== undefined) return [{ personId, why: left }]
    const leave = leaveOn(standing.leaves, personId, day)
    if (leave === undefined) return []
    const standInId = leave.standInId ?? undefined
    const isFree =
      standInId !== undefined &&
      !invitations.some((it) => it.personId === standInId) &&
      leaveOn(standing.leaves, standInId, day) === undefined
    return [{ personId, why: 'leave', ...(isFree ? { standInId } : {}) }]
  })
}
