import { and, asc, eq, gt, gte, isNull, lte, or } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { Day } from '../../kernel/date.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { municipality } from '../municipalities/municipalities.tables.ts'
import { area, committee, meeting, unit } from './directory.tables.ts'

export type UnitRow = typeof unit.$inferSelect
export type AreaRow = typeof area.$inferSelect
export type MeetingRow = typeof meeting.$inferSelect
export type CommitteeRow = typeof committee.$inferSelect

/** Returns the committee of the scope. Throws `NotFound`. */
export async function getCommittee(tx: ReadTx | Tx, scope: Scope): Promise<CommitteeRow> {
  const [row] = await tx.select().from(committee).where(eq(committee.id, scope.committeeId))
  if (!row) throw new NotFound('committee')
  return row
}

/** Returns where the committee's addresses begin, for links in mail. Throws `NotFound`. */
export async function placeOf(tx: ReadTx | Tx, scope: Scope): Promise<PlaceSlugs> {
  const [row] = await tx
    .select({ municipality: municipality.slug, committee: committee.slug })
    .from(committee)
    .innerJoin(municipality, eq(municipality.id, committee.municipalityId))
    .where(eq(committee.id, scope.committeeId))
  if (!row) throw new NotFound('committee')
  return row
}

/** Returns the committee's units that can be visited today, by id; names are sorted where they are shown. */
export async function listUnits(tx: ReadTx | Tx, scope: Scope): Promise<readonly UnitRow[]> {
  return tx
    .select()
    .from(unit)
    .where(
      and(
        eq(unit.committeeId, scope.committeeId),
        lte(unit.validFrom, scope.today),
        or(isNull(unit.validUntil), gt(unit.validUntil, scope.today)),
      ),
    )
    .orderBy(asc(unit.id))
}

/** Returns one unit of the committee. Throws `NotFound`. */
export async function getUnit(tx: ReadTx | Tx, scope: Scope, id: string): Promise<UnitRow> {
  const [row] = await tx
    .select()
    .from(unit)
    .where(and(eq(unit.id, id), eq(unit.committeeId, scope.committeeId)))
  if (!row) throw new NotFound('unit')
  return row
}

/** Returns the committee's areas, by id. */
export async function listAreas(tx: ReadTx | Tx, scope: Scope): Promise<readonly AreaRow[]> {
  return tx.select().from(area).where(eq(area.committeeId, scope.committeeId)).orderBy(asc(area.id))
}

/** Returns one area of the committee. Throws `NotFound`. */
export async function getArea(tx: ReadTx | Tx, scope: Scope, id: string): Promise<AreaRow> {
  const [row] = await tx
    .select()
    .from(area)
    .where(and(eq(area.id, id), eq(area.committeeId, scope.committeeId)))
  if (!row) throw new NotFound('area')
  return row
}

/** Returns all meetings of the committee in order of day. */
export async function listMeetings(tx: ReadTx | Tx, scope: Scope): Promise<readonly MeetingRow[]> {
  return tx.select().from(meeting).where(eq(meeting.committeeId, scope.committeeId)).orderBy(asc(meeting.day))
}

/** Returns one meeting of the committee. Throws `NotFound`. */
export async function getMeeting(tx: ReadTx | Tx, scope: Scope, id: string): Promise<MeetingRow> {
  const [row] = await tx
    .select()
    .from(meeting)
    .where(and(eq(meeting.id, id), eq(meeting.committeeId, scope.committeeId)))
  if (!row) throw new NotFound('meeting')
  return row
}

/** Returns the first meeting whose papers deadline is on the day or later, or undefined when none is in the calendar. */
export async function findNextMeeting(tx: ReadTx | Tx, scope: Scope, day: Day): Promise<MeetingRow | undefined> {
  const [row] = await tx
    .select()
    .from(meeting)
    .where(and(eq(meeting.committeeId, scope.committeeId), gte(meeting.papersDeadline, day)))
    .orderBy(asc(meeting.day))
    .limit(1)
  return row
}

export type NewCommittee = typeof committee.$inferInsert
export type NewUnit = Omit<typeof unit.$inferInsert, 'municipalityId' | 'committeeId'>
export type NewArea = Omit<typeof area.$inferInsert, 'municipalityId' | 'committeeId'>
export type NewMeeting = Omit<typeof meeting.$inferInsert, 'municipalityId' | 'committeeId'>

export async function addCommittee(tx: Tx, row: NewCommittee): Promise<void> {
  await tx.insert(committee).values(row)
}

export async function addAreas(tx: Tx, scope: Scope, rows: readonly NewArea[]): Promise<void> {
  if (rows.length > 0) await tx.insert(area).values(rows.map((row) => ({ ...row, ...owner(scope) })))
}

export async function addUnits(tx: Tx, scope: Scope, rows: readonly NewUnit[]): Promise<void> {
  if (rows.length > 0) await tx.insert(unit).values(rows.map((row) => ({ ...row, ...owner(scope) })))
}

export async function addMeetings(tx: Tx, scope: Scope, rows: readonly NewMeeting[]): Promise<void> {
  if (rows.length > 0) await tx.insert(meeting).values(rows.map((row) => ({ ...row, ...owner(scope) })))
}

function owner(scope: Scope) {
  return { municipalityId: scope.municipalityId, committeeId: scope.committeeId }
}
