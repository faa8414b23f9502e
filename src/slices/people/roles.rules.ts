import type { Day } from '../../kernel/date.ts'
import type { Role } from '../../kernel/permissions.ts'

type Held = {
  readonly role: Role
  readonly unitId: string | null
  readonly validFrom: Day
  readonly validUntil: Day | null
}

/** Whether two holdings are the same role, for a manager at the same unit, and share a day. */
export function overlaps(one: Held, other: Held): boolean {
  const isSame = one.role === other.role && one.unitId === other.unitId
  return isSame && startsBefore(one.validFrom, other.validUntil) && startsBefore(other.validFrom, one.validUntil)
}

function startsBefore(from: Day, until: Day | null): boolean {
  return until === null || from < until
}

type Administrator = {
  readonly holdingId: string
  readonly personId: string
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly lockedAt: unknown
}

/** Whether somebody who is not locked administers on the day, when this role or this person is not counted. */
export function somebodyAdministers(
  administrators: readonly Administrator[],
  day: Day,
  without: { readonly holdingId?: string; readonly personId?: string },
): boolean {
  return administrators.some(
    (it) =>
      it.holdingId !== without.holdingId &&
      it.personId !== without.personId &&
      it.lockedAt === null &&
      it.validFrom <= day &&
      startsBefore(day, it.validUntil),
  )
}

/** Whether the person administers on the day by another role than this. */
export function administersStill(
  administrators: readonly Administrator[],
  personId: string,
  day: Day,
  withoutHolding: string,
): boolean {
  const own = administrators.filter((it) => it.personId === personId)
  return somebodyAdministers(own, day, { holdingId: withoutHolding })
}
