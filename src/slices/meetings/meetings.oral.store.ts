import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { meeting } from '../directory/directory.tables.ts'
import { meetingItem } from './meetings.tables.ts'

type Given = {
  readonly meetingId: string
  readonly reportId: string
  readonly kind: 'oral-report' | 'oral-summary'
  readonly givenAt: Instant
  readonly givenNotedById: string | undefined
  readonly speakerId: string
  readonly line: string
  readonly wasDiscussed: boolean
}

/**
 * Notes the item as given, on the list beforehand or not; what was planned of the same kind at other meetings goes. Returns
 * false when it is noted already.
 */
export async function markGiven(
  tx: Tx,
  { municipalityId }: Scope,
  { meetingId, reportId, kind, ...given }: Given,
): Promise<boolean> {
  const planned = sql`${meetingItem.givenAt} is null and ${meetingItem.doneAt} is null`
  const rows = await tx
    .insert(meetingItem)
    .values({ municipalityId, meetingId, reportId, kind, addedAt: given.givenAt, ...given })
    .onConflictDoUpdate({
      target: [meetingItem.meetingId, meetingItem.reportId, meetingItem.kind],
      set: given,
      setWhere: planned,
    })
    .returning({ id: meetingItem.id })
  if (rows.length === 0) return false
  await tx
    .delete(meetingItem)
    .where(
      and(
        eq(meetingItem.reportId, reportId),
        eq(meetingItem.kind, kind),
        ne(meetingItem.meetingId, meetingId),
        planned,
      ),
    )
  return true
}

/** Returns the item of the meeting, locked. Throws `NotFound`. */
export async function itemToTakeBack(tx: Tx, scope: Scope, meetingId: string, itemId: string) {
  const [row] = await tx
    .select({
      id: meetingItem.id,
      kind: meetingItem.kind,
      reportId: meetingItem.reportId,
      givenAt: meetingItem.givenAt,
      doneAt: meetingItem.doneAt,
    })
    .from(meetingItem)
    .innerJoin(meeting, eq(meeting.id, meetingItem.meetingId))
    .where(and(eq(meeting.committeeId, scope.committeeId), eq(meeting.id, meetingId), eq(meetingItem.id, itemId)))
    .for('update', { of: meetingItem })
  if (!row) throw new NotFound('meeting item')
  return row
}

/** Returns what else meetings have of the report. */
export async function otherItems(tx: ReadTx | Tx, reportId: string, itemId: string) {
  return tx
    .select({ id: meetingItem.id, givenAt: meetingItem.givenAt, doneAt: meetingItem.doneAt })
    .from(meetingItem)
    .where(and(eq(meetingItem.reportId, reportId), ne(meetingItem.id, itemId)))
}

export async function dropItems(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.delete(meetingItem).where(inArray(meetingItem.id, [...ids]))
}

/** Makes the item planned again. */
export async function clearGiven(tx: Tx, itemId: string): Promise<void> {
  await tx
    .update(meetingItem)
    .set({ givenAt: null, givenNotedById: null, speakerId: null, line: '', wasDiscussed: false })
    .where(eq(meetingItem.id, itemId))
}

const spokenOf = z.object({ id: z.string(), day: z.string().transform(dayFromIso), units: z.array(z.string()) })

/** Returns the visits that can have been spoken of at the meeting: made by then and not noted as spoken of there, the latest first. */
export async function listVisitsBefore(
  tx: ReadTx | Tx,
  scope: Scope,
  { meetingId, day }: { readonly meetingId: string; readonly day: Day },
) {
  const { rows } = await tx.execute(sql`
    select v.id, v.day::text as day,
      (select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu join unit u on u.id = vu.unit_id where vu.visit_id = v.id) as units
    from visit v
    where v.committee_id = ${scope.committeeId} and v.form = 'visit' and v.state in ('held', 'reported') and v.day <= ${isoFromDay(day)}::date
      and not exists (select from report r where r.visit_id = v.id and r.form = 'oral' and r.state = 'final')
      and not exists (select from report r join meeting_item i on i.report_id = r.id
        where r.visit_id = v.id and i.meeting_id = ${meetingId} and i.kind = 'oral-summary' and (i.given_at is not null or i.done_at is not null))
    order by v.day desc, v.id limit 100`)
  return z.array(spokenOf).parse(rows)
}

/** Whether the report has been summed up orally at some meeting, as the secretary has noted. */
export async function isSummedUp(tx: ReadTx | Tx, reportId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: meetingItem.id })
    .from(meetingItem)
    .where(
      and(
        eq(meetingItem.reportId, reportId),
        eq(meetingItem.kind, 'oral-summary'),
        sql`${meetingItem.givenAt} is not null`,
      ),
    )
    .limit(1)
  return row !== undefined
}
