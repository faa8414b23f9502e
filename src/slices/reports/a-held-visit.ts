import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { attendance, audienceMet, visit, visitUnit } from '../visits/visits.tables.ts'

type HeldVisit = {
  readonly day: string
  readonly unitId: string
  /** The ids of those who came. */
  readonly who: readonly string[]
  readonly groupId?: string
  /** Kinds of people the visit did not reach, without a word on why. */
  readonly unmet?: readonly string[]
  readonly startTime?: Minutes
  readonly endTime?: Minutes
}

type Owner = { readonly municipalityId: string; readonly committeeId: string }

/** Puts a visit on record that was held at 13.00–15.00 unless told otherwise, as the earlier steps leave it. For tests. Returns its id. */
export async function aHeldVisit(database: Database, of: Owner, held: HeldVisit): Promise<string> {
  const visitId = newId()
  const { municipalityId, committeeId } = of
  const owner = { municipalityId, committeeId }
  const { startTime = minutes(780), endTime = minutes(900) } = held
  const times = { startTime, endTime }
  const day = dayFromIso(held.day)
  const [first = ''] = held.who
  await database.transaction(owner, async (tx) => {
    await tx.insert(visit).values({
      ...owner,
      ...times,
      id: visitId,
      day,
      groupId: held.groupId,
      state: 'held',
      initiatedBy: 'politician',
      initiatedByPersonId: first,
      initiatedOn: day,
      plannedBy: 'manager',
      plannedOn: day,
      confirmedOn: day,
    })
    await tx.insert(visitUnit).values({ municipalityId, visitId, unitId: held.unitId })
    await tx.insert(attendance).values(held.who.map((personId) => ({ municipalityId, ...times, visitId, personId })))
    await tx.insert(audienceMet).values(
      ['users', 'manager', 'staff'].map((audience) => ({
        municipalityId,
        visitId,
        audience,
        met: !(held.unmet ?? []).includes(audience),
      })),
    )
  })
  return visitId
}
