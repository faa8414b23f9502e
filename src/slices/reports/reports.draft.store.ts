import { and, asc, eq, inArray, like, notInArray, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { person } from '../people/people.tables.ts'
import type { DraftFields } from './reports.fields.rules.ts'
import { type ReportForm, registrationNumber, registrationSeries } from './reports.rules.ts'
import { getReport, type ReportRow } from './reports.store.ts'
import { report, reportAuthor, reportDelivery, reportField, reportReading, reportVariant } from './reports.tables.ts'

/** Somebody registers what an author said by phone, and on which day that was. */
export type Registered = { readonly byId: string; readonly calledOn: Day }

/** Adds a draft of the visit's report. Returns undefined when somebody was quicker: a visit has one report. */
export async function addDraft(
  tx: Tx,
  scope: Scope,
  draft: { readonly visitId: string; readonly form: ReportForm; readonly startedAt: Instant },
): Promise<string | undefined> {
  const [row] = await tx
    .insert(report)
    .values({ municipalityId: scope.municipalityId, committeeId: scope.committeeId, state: 'draft', ...draft })
    .onConflictDoNothing({ target: report.visitId })
    .returning({ id: report.id })
  return row?.id
}

/** Locks the report for this transaction and returns it. Throws `NotFound` like `getReport`. */
export async function lockReport(tx: Tx, scope: Scope, id: string): Promise<ReportRow> {
  const [locked] = await tx
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.id, id), eq(report.committeeId, scope.committeeId)))
    .for('update')
  if (!locked) throw new NotFound('report')
  return getReport(tx, scope, id)
}

/** Makes these persons the authors; a signature of one who stays is kept. */
export async function setAuthors(tx: Tx, scope: Scope, reportId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await tx
    .delete(reportAuthor)
    .where(and(eq(reportAuthor.reportId, reportId), notInArray(reportAuthor.personId, [...personIds])))
  await tx
    .insert(reportAuthor)
    .values(personIds.map((personId) => ({ municipalityId: scope.municipalityId, reportId, personId })))
    .onConflictDoNothing()
}

/** Leaves the report without authors among the politicians: somebody else has written it. */
export async function clearAuthors(tx: Tx, reportId: string): Promise<void> {
  await tx.delete(reportAuthor).where(eq(reportAuthor.reportId, reportId))
}

/** Returns what stands in the draft's fields now. */
export async function fieldsIn(tx: ReadTx | Tx, _scope: Scope, reportId: string): Promise<DraftFields> {
  const rows = await tx
    .select({ field: reportField.field, text: reportField.text })
    .from(reportField)
    .where(eq(reportField.reportId, reportId))
    .orderBy(asc(reportField.field))
  return new Map(rows.map(({ field, text }) => [field, text]))
}

/** Returns who wrote last in each field of the draft, and when. */
export async function writersOf(tx: ReadTx | Tx, _scope: Scope, reportId: string) {
  return tx
    .select({ field: reportField.field, personId: person.id, name: person.name, changedAt: reportField.changedAt })
    .from(reportField)
    .innerJoin(person, eq(person.id, reportField.changedBy))
    .where(eq(reportField.reportId, reportId))
}

type Writing = { readonly byId: string | undefined; readonly at: Instant }

/** Writes these fields of the draft and counts its version up. Signatures were given for the former text and go. */
export async function writeFields(
  tx: Tx,
  { municipalityId }: Scope,
  reportId: string,
  fields: DraftFields,
  { byId, at }: Writing,
): Promise<void> {
  if (fields.size === 0) return
  const rows = [...fields].map(([field, text]) => ({
    ...{ municipalityId, reportId, field, text },
    changedAt: at,
    changedBy: byId ?? null,
  }))
  await tx
    .insert(reportField)
    .values(rows)
    .onConflictDoUpdate({
      target: [reportField.reportId, reportField.field],
      set: { text: sql`excluded.text`, changedAt: sql`excluded.changed_at`, changedBy: sql`excluded.changed_by` },
    })
  await tx
    .update(reportAuthor)
    .set({ signedAt: null, registeredById: null, calledOn: null })
    .where(eq(reportAuthor.reportId, reportId))
  await tx
    .update(report)
    .set({ version: sql`${report.version} + 1` })
    .where(eq(report.id, reportId))
}

/** Keeps what the person wrote in these fields beside what somebody else has saved there. A later text takes its place. */
export async function keepVariants(
  tx: Tx,
  { municipalityId }: Scope,
  reportId: string,
  fields: DraftFields,
  { byId, at }: { readonly byId: string; readonly at: Instant },
): Promise<void> {
  if (fields.size === 0) return
  await tx
    .insert(reportVariant)
    .values([...fields].map(([field, text]) => ({ municipalityId, reportId, field, text, personId: byId, keptAt: at })))
    .onConflictDoUpdate({
      target: [reportVariant.reportId, reportVariant.field, reportVariant.personId],
      set: { text: sql`excluded.text`, keptAt: sql`excluded.kept_at`, leftOutById: null, leftOutAt: null },
    })
}

/** Takes away what was kept of the person's in these fields: they have chosen. */
export async function dropVariants(
  tx: Tx,
  reportId: string,
  personId: string,
  fields: readonly string[],
): Promise<void> {
  if (fields.length === 0) return
  await tx
    .delete(reportVariant)
    .where(
      and(
        eq(reportVariant.reportId, reportId),
        eq(reportVariant.personId, personId),
        inArray(reportVariant.field, [...fields]),
      ),
    )
}

/** Returns the texts of the draft that are kept beside what is saved, with whose they are. */
export async function listVariants(tx: ReadTx | Tx, _scope: Scope, reportId: string) {
  return tx
    .select({
      field: reportVariant.field,
      text: reportVariant.text,
      personId: reportVariant.personId,
      name: person.name,
      keptAt: reportVariant.keptAt,
      isLeftOut: sql<boolean>`${reportVariant.leftOutAt} is not null`,
    })
    .from(reportVariant)
    .innerJoin(person, eq(person.id, reportVariant.personId))
    .where(eq(reportVariant.reportId, reportId))
    .orderBy(asc(reportVariant.field), asc(person.name))
}

/** Returns what is kept of the person's own beside saved texts, by field. */
export async function ownVariants(tx: ReadTx | Tx, reportId: string, personId: string): Promise<DraftFields> {
  if (personId === '') return new Map()
  const rows = await tx
    .select({ field: reportVariant.field, text: reportVariant.text })
    .from(reportVariant)
    .where(and(eq(reportVariant.reportId, reportId), eq(reportVariant.personId, personId)))
  return new Map(rows.map(({ field, text }) => [field, text]))
}

/** Notes that the person has signed the report as it stands, or that somebody registers that they did by phone. */
export async function signAs(
  tx: Tx,
  reportId: string,
  personId: string,
  signed: { readonly at: Instant; readonly registered?: Registered | undefined },
): Promise<void> {
  await tx
    .update(reportAuthor)
    .set({
      signedAt: signed.at,
      registeredById: signed.registered?.byId ?? null,
      calledOn: signed.registered?.calledOn ?? null,
    })
    .where(and(eq(reportAuthor.reportId, reportId), eq(reportAuthor.personId, personId)))
}

/** Returns the committee's next registration number of the year. Others wait until this transaction has ended. */
export async function takeRegistrationNumber(tx: Tx, scope: Scope, year: number): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`registration ${scope.committeeId}`}, 0))`)
  const series = registrationSeries(year)
  const [row] = await tx
    .select({
      last: sql`coalesce(max(substr(${report.registrationNumber}, ${series.length + 1})::int), 0)`.mapWith(Number),
    })
    .from(report)
    .where(and(eq(report.committeeId, scope.committeeId), like(report.registrationNumber, `${series}%`)))
  return registrationNumber(year, (row?.last ?? 0) + 1)
}

/** Registers a draft that leaves the authority: it keeps the number when it becomes final. */
export async function giveNumber(tx: Tx, reportId: string, registrationNumber: string): Promise<void> {
  await tx.update(report).set({ registrationNumber }).where(eq(report.id, reportId))
}

/** Makes the report final. */
export async function markFinal(
  tx: Tx,
  reportId: string,
  final: {
    readonly finalAt: Instant
    readonly finalDay: Day
    readonly finalBy: string
    readonly finalRegisteredById?: string | undefined
    readonly registrationNumber?: string
    readonly oralMeetingId?: string
    readonly form?: ReportForm
  },
): Promise<void> {
  await tx
    .update(report)
    .set({ ...final, state: 'final', version: sql`${report.version} + 1` })
    .where(eq(report.id, reportId))
}

/** Notes that the report has gone to these persons. */
export async function addDeliveries(
  tx: Tx,
  scope: Scope,
  reportId: string,
  to: {
    readonly personIds: readonly string[]
    readonly deliveredAt: Instant
    readonly deliveredDay: Day
    /** 1 unless told. */
    readonly version?: number
  },
): Promise<void> {
  const { personIds, ...when } = to
  if (personIds.length === 0) return
  await tx
    .insert(reportDelivery)
    .values(personIds.map((personId) => ({ municipalityId: scope.municipalityId, reportId, personId, ...when })))
    .onConflictDoNothing()
}

/** Notes that the person has read this version of the report. The first reading of each counts. */
export async function addReading(
  tx: Tx,
  scope: Scope,
  reportId: string,
  read: { readonly personId: string; readonly day: Day; readonly version: number },
): Promise<void> {
  await tx
    .insert(reportReading)
    .values({ municipalityId: scope.municipalityId, reportId, ...read })
    .onConflictDoNothing()
}

/** Returns the id of the visit's draft, locked, or undefined: for putting authors right after attendance has changed. */
export async function lockDraftOfVisit(tx: Tx, scope: Scope, visitId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.committeeId, scope.committeeId), eq(report.visitId, visitId), eq(report.state, 'draft')))
    .for('update')
  return row?.id
}
