import { eq } from 'drizzle-orm'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { seat } from '../people/people.tables.ts'
import { appointment, groupMember, visitGroup } from './appointments.tables.ts'
import { listLeaves } from './leave.store.ts'
import type { Standing } from './standing.rules.ts'

/** Returns the committee's seats, appointments and places in groups at any time, and the leaves that are not over. */
export async function readStanding(tx: ReadTx | Tx, scope: Scope): Promise<Standing> {
  const { committeeId } = scope
  return {
    seats: await tx
      .select({ personId: seat.personId, validFrom: seat.validFrom, validUntil: seat.validUntil })
      .from(seat)
      .where(eq(seat.committeeId, committeeId)),
    appointments: await tx
      .select({
        personId: appointment.personId,
        unitId: appointment.unitId,
        areaId: appointment.areaId,
        validFrom: appointment.validFrom,
        validUntil: appointment.validUntil,
      })
      .from(appointment)
      .where(eq(appointment.committeeId, committeeId)),
    members: await tx
      .select({
        personId: groupMember.personId,
        groupId: groupMember.groupId,
        validFrom: groupMember.validFrom,
        validUntil: groupMember.validUntil,
      })
      .from(groupMember)
      .innerJoin(visitGroup, eq(visitGroup.id, groupMember.groupId))
      .where(eq(visitGroup.committeeId, committeeId)),
    leaves: await listLeaves(tx, scope, scope.today),
  }
}
