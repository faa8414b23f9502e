import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { dayFromIso } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { meeting } from '../directory/directory.tables.ts'
import { report } from '../reports/reports.tables.ts'
import { visit } from '../visits/visits.tables.ts'
import { meetingItem } from './meetings.tables.ts'
import type { ItemKind } from './meetings.rules.ts'

/** Returns the committee's meetings, the latest first, with how much is on the list of each. */
export async function listMeetingRows(tx: ReadTx | Tx, scope: Scope) {
  const count = (kinds: readonly ItemKind[]) =>
    sql`(select count(*) from meeting_item i where i.meeting_id = meeting.id
      and i.kind = any(${sql.param([...kinds])}::text[]))`.mapWith(Number)
  return tx
    .select({
      id: meeting.id,
      day: meeting.day,
      papersDeadline: meeting.papersDeadline,
      place: meeting.place,
      papers: count(['paper']),
      oral: count(['oral-report', 'oral-summary']),
      discussion: count(['discussion']),
    })
    .from(meeting)
    .where(eq(meeting.committeeId, scope.committeeId))
    .orderBy(desc(meeting.day))
}

export type ItemRow = Awaited<ReturnType<typeof listItems>>[number]

const names = z.array(z.string())

const nothingIsSecret = sql`not exists (select from report_restriction s where s.report_id = d.report_id and s.lifted_at is null)`

/** A corrected report is what the version says that went to the meeting. */
const isTheirs = sql`d.version = ${meetingItem.version}`

/** Returns what is on the meeting's list, in the order of the visits. */
export async function listItems(tx: ReadTx | Tx, scope: Scope, meetingId: string) {
  return tx
    .select({
      id: meetingItem.id,
      kind: meetingItem.kind,
      reportId: meetingItem.reportId,
      registrationNumber: report.registrationNumber,
      speakerId: meetingItem.speakerId,
      addedAt: meetingItem.addedAt,
      doneAt: meetingItem.doneAt,
      givenAt: meetingItem.givenAt,
      wasDiscussed: meetingItem.wasDiscussed,
      isDraft: sql<boolean>`${report.state} = 'draft'`,
      paragraph: meetingItem.paragraph,
      note: meetingItem.note,
      /** The report's version as it goes to the meeting. */
      version: meetingItem.version,
      visitDay: visit.day,
      units:
        sql`(select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu join unit u on u.id = vu.unit_id
        where vu.visit_id = ${visit.id})`.mapWith((value) => names.parse(value)),
      authors:
        // A report that somebody else than the politicians has written has its writer's name in the document alone.
        sql`coalesce((select jsonb_agg(p.name order by p.name) from report_author a join person p on p.id = a.person_id
        where a.report_id = ${report.id}), (select jsonb_agg(w.writer->>'name') from report_document d,
        jsonb_array_elements(d.frozen->'authors') as w(writer) where d.report_id = ${report.id} and d.version = 1), '[]')`.mapWith(
          (value) => names.parse(value),
        ),
      // As the final report says them: what it was written from may have been disposed of. Nothing where something is secret.
      points:
        sql`coalesce((select d.frozen->'questions' || coalesce((select jsonb_agg(case jsonb_typeof(p) when 'object' then p->'text' else p end)
          from jsonb_array_elements(d.frozen->'proposals') as p), '[]') from report_document d
        where d.report_id = ${report.id} and ${isTheirs} and ${nothingIsSecret}), '[]')`.mapWith((value) =>
          names.parse(value),
        ),
      /** What was said, as it was noted or announced, in one sentence; empty for a paper. */
      line: sql<string>`coalesce((select nullif(meeting_item.line, '') where not exists (select from report_restriction s
        where s.report_id = ${report.id} and s.lifted_at is null)), (select d.frozen #>> '{oral,line}' from report_document d
        where d.report_id = ${report.id} and ${isTheirs} and ${nothingIsSecret}), '')`,
      isRestricted: sql<boolean>`exists (select 1 from report_restriction x where x.report_id = ${report.id} and x.lifted_at is null)`,
    })
    .from(meetingItem)
    .innerJoin(meeting, eq(meeting.id, meetingItem.meetingId))
    .innerJoin(report, eq(report.id, meetingItem.reportId))
    .innerJoin(visit, eq(visit.id, report.visitId))
    .where(and(eq(meeting.committeeId, scope.committeeId), eq(meeting.id, meetingId)))
    .orderBy(asc(visit.day), asc(report.id), asc(meetingItem.kind))
}

/** Locks the item of the meeting and returns it. Throws `NotFound`. */
export async function lockItem(tx: Tx, scope: Scope, meetingId: string, itemId: string) {
  const [row] = await tx
    .select({ id: meetingItem.id, kind: meetingItem.kind, reportId: meetingItem.reportId, doneAt: meetingItem.doneAt })
    .from(meetingItem)
    .innerJoin(meeting, eq(meeting.id, meetingItem.meetingId))
    .where(
      and(eq(meeting.committeeId, scope.committeeId), eq(meetingItem.meetingId, meetingId), eq(meetingItem.id, itemId)),
    )
    .for('update', { of: meetingItem })
  if (!row) throw new NotFound('meeting item')
  return row
}

type NewItem = {
  readonly meetingId: string
  readonly reportId: string
  readonly kind: ItemKind
  readonly addedAt: Instant
  readonly speakerId?: string | undefined
  /** Of the report; 1 unless told. */
  readonly version?: number
}

/** Puts these on meetings' lists. What stands there already stays as it is; returns how many were new. */
export async function addItems(tx: Tx, scope: Scope, items: readonly NewItem[]): Promise<number> {
  if (items.length === 0) return 0
  const added = await tx
    .insert(meetingItem)
    .values(items.map((item) => ({ municipalityId: scope.municipalityId, ...item })))
    .onConflictDoNothing()
    .returning({ id: meetingItem.id })
  return added.length
}

/** Whether the report, in some version, is on a meeting's list. */
export async function isOnSomeList(tx: ReadTx | Tx, _scope: Scope, reportId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: meetingItem.id })
    .from(meetingItem)
    .where(eq(meetingItem.reportId, reportId))
    .limit(1)
  return row !== undefined
}

/** Has the meeting take the report up in this version, as far as it is not dealt with there already. */
export async function raiseVersion(
  tx: Tx,
  item: { readonly meetingId: string; readonly reportId: string; readonly version: number },
): Promise<void> {
  const { meetingId, reportId, version } = item
  await tx
    .update(meetingItem)
    .set({ version })
    .where(
      and(
        eq(meetingItem.meetingId, meetingId),
        eq(meetingItem.reportId, reportId),
        lt(meetingItem.version, version),
        isNull(meetingItem.doneAt),
      ),
    )
}

/** Notes that the item was dealt with at the meeting. */
export async function markDone(
  tx: Tx,
  itemId: string,
  done: { readonly doneAt: Instant; readonly paragraph: string; readonly note: string; readonly speakerId?: string },
): Promise<void> {
  await tx.update(meetingItem).set(done).where(eq(meetingItem.id, itemId))
}

/** Notes every paper of the meeting that is not noted yet as notified (delgiven). Returns their ids. */
export async function markPapersDone(
  tx: Tx,
  meetingId: string,
  done: { readonly doneAt: Instant; readonly paragraph: string },
): Promise<readonly string[]> {
  const rows = await tx
    .update(meetingItem)
    .set(done)
    .where(and(eq(meetingItem.meetingId, meetingId), eq(meetingItem.kind, 'paper'), isNull(meetingItem.doneAt)))
    .returning({ id: meetingItem.id })
  return rows.map(({ id }) => id)
}

const addable = z.object({
  id: z.string(),
  form: z.enum(['written', 'oral']),
  number: z.string().nullable(),
  day: z.string().transform(dayFromIso),
  units: names,
})

type AddableReport = z.output<typeof addable>

/** Returns the final reports that, as they now stand, are in no meeting's papers and given at none, the oldest first. */
export async function listUnplaced(tx: ReadTx | Tx, scope: Scope): Promise<readonly AddableReport[]> {
  const { rows } = await tx.execute(sql`
    select r.id, r.form, r.registration_number as number, v.day::text as day,
      (select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu join unit u on u.id = vu.unit_id where vu.visit_id = v.id) as units
    from report r join visit v on v.id = r.visit_id
    where r.committee_id = ${scope.committeeId} and r.state = 'final'
      and not exists (select 1 from meeting_item i where i.report_id = r.id and i.kind in ('paper', 'oral-report')
        and i.version = (select max(d.version) from report_document d where d.report_id = r.id))
    order by v.day, r.id`)
  return z.array(addable).parse(rows)
}
