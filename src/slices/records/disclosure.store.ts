import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import type { DocumentContent, Mask } from './disclosure.masking.rules.ts'
import { disclosure, disclosureDocument, disclosureMask, disclosurePackage } from './disclosure.tables.ts'

export type DisclosureRow = typeof disclosure.$inferSelect
type StoredDocument = typeof disclosureDocument.$inferSelect
/** A chosen document; without content once the request is closed. */
export type DocumentRow = Omit<StoredDocument, 'content'> & { readonly content: DocumentContent | undefined }

const text = z.string()
const contentSchema = z.object({
  title: text,
  reference: text,
  sections: z.array(z.object({ heading: text, parts: z.array(z.object({ key: text, label: text, text: text })) })),
})

/** Returns the committee's requests, the newest first. */
export async function listDisclosures(tx: ReadTx | Tx, scope: Scope): Promise<readonly DisclosureRow[]> {
  return tx
    .select()
    .from(disclosure)
    .where(eq(disclosure.committeeId, scope.committeeId))
    .orderBy(desc(disclosure.receivedAt), desc(disclosure.number))
}

/** Returns the request. Throws `NotFound`. */
export async function getDisclosure(tx: ReadTx | Tx, scope: Scope, id: string): Promise<DisclosureRow> {
  const [row] = await tx.select().from(disclosure).where(ours(scope, id))
  if (!row) throw new NotFound('disclosure')
  return row
}

/** Locks the request and returns it. Throws `NotFound`. */
export async function lockDisclosure(tx: Tx, scope: Scope, id: string): Promise<DisclosureRow> {
  const [row] = await tx.select().from(disclosure).where(ours(scope, id)).for('update')
  if (!row) throw new NotFound('disclosure')
  return row
}

/** Returns the committee's next number; others who register wait till the transaction ends. */
export async function nextNumber(tx: Tx, scope: Scope): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`disclosures ${scope.committeeId}`}, 0))`)
  const [row] = await tx
    .select({ last: max(disclosure.number) })
    .from(disclosure)
    .where(eq(disclosure.committeeId, scope.committeeId))
  return (row?.last ?? 0) + 1
}

/** Writes a new request. */
export async function addDisclosure(tx: Tx, row: typeof disclosure.$inferInsert): Promise<void> {
  await tx.insert(disclosure).values(row)
}

/** Writes what has changed in the request. */
export async function saveDisclosure(
  tx: Tx,
  scope: Scope,
  id: string,
  changed: Partial<typeof disclosure.$inferInsert>,
): Promise<void> {
  await tx
    .update(disclosure)
    .set({ ...changed, version: sql`${disclosure.version} + 1` })
    .where(ours(scope, id))
}

/** Returns the documents chosen for the request, by day. */
export async function listDocuments(
  tx: ReadTx | Tx,
  scope: Scope,
  disclosureId: string,
): Promise<readonly DocumentRow[]> {
  const rows = await tx
    .select()
    .from(disclosureDocument)
    .where(
      and(eq(disclosureDocument.committeeId, scope.committeeId), eq(disclosureDocument.disclosureId, disclosureId)),
    )
    .orderBy(asc(disclosureDocument.day), asc(disclosureDocument.id))
  return rows.map(withContent)
}

/** Returns one document of the request. Throws `NotFound`. */
export async function getDocument(
  tx: ReadTx | Tx,
  scope: Scope,
  of: { readonly disclosureId: string; readonly documentId: string },
): Promise<DocumentRow> {
  const row = (await listDocuments(tx, scope, of.disclosureId)).find(({ id }) => id === of.documentId)
  if (!row) throw new NotFound('disclosure document')
  return row
}

/** Puts documents with the request; one that is there already stays as it is. Returns how many were new. */
export async function addDocuments(tx: Tx, rows: readonly (typeof disclosureDocument.$inferInsert)[]): Promise<number> {
  if (rows.length === 0) return 0
  const added = await tx
    .insert(disclosureDocument)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: disclosureDocument.id })
  return added.length
}

/** Takes a document out of the request, with its masks. */
export async function removeDocument(tx: Tx, scope: Scope, documentId: string): Promise<void> {
  await tx
    .delete(disclosureMask)
    .where(and(eq(disclosureMask.committeeId, scope.committeeId), eq(disclosureMask.documentId, documentId)))
  await tx
    .delete(disclosureDocument)
    .where(and(eq(disclosureDocument.committeeId, scope.committeeId), eq(disclosureDocument.id, documentId)))
}

/** Writes what was decided about a document. */
export async function saveDocument(
  tx: Tx,
  scope: Scope,
  documentId: string,
  changed: Partial<typeof disclosureDocument.$inferInsert>,
): Promise<void> {
  await tx
    .update(disclosureDocument)
    .set(changed)
    .where(and(eq(disclosureDocument.committeeId, scope.committeeId), eq(disclosureDocument.id, documentId)))
}

/** Returns the masks of these documents, by document, in the order they were made. Those without their word are left out. */
export async function masksOf(
  tx: ReadTx | Tx,
  scope: Scope,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Mask[]>> {
  if (documentIds.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(disclosureMask)
    .where(and(eq(disclosureMask.committeeId, scope.committeeId), inArray(disclosureMask.documentId, [...documentIds])))
    .orderBy(asc(disclosureMask.id))
  const masks = rows.map(({ id, documentId, part, startAt, endAt, word, wholeWord, law, provision }) => {
    const ground = { law, provision }
    const mask: Mask =
      word === null
        ? { id, ground, part: part ?? '', start: startAt ?? 0, end: endAt ?? 0 }
        : { id, ground, word, wholeWord }
    return { documentId, mask }
  })
  return new Map(
    [...Map.groupBy(masks, ({ documentId }) => documentId)].map(([id, of]) => [id, of.map(({ mask }) => mask)]),
  )
}

/** Adds a mask. */
export async function addMasks(tx: Tx, rows: readonly (typeof disclosureMask.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(disclosureMask).values([...rows])
}

/** Takes a mask away. Returns whether there was one. */
export async function removeMask(
  tx: Tx,
  scope: Scope,
  of: { readonly documentId: string; readonly maskId: string },
): Promise<boolean> {
  const removed = await tx
    .delete(disclosureMask)
    .where(
      and(
        eq(disclosureMask.committeeId, scope.committeeId),
        eq(disclosureMask.documentId, of.documentId),
        eq(disclosureMask.id, of.maskId),
      ),
    )
    .returning({ id: disclosureMask.id })
  return removed.length > 0
}

/** Empties what was only needed while the request was open: the texts that were examined, and the words that were masked. */
export async function emptyExamined(tx: Tx, scope: Scope, disclosureId: string): Promise<void> {
  const documents = tx
    .select({ id: disclosureDocument.id })
    .from(disclosureDocument)
    .where(
      and(eq(disclosureDocument.committeeId, scope.committeeId), eq(disclosureDocument.disclosureId, disclosureId)),
    )
  await tx
    .update(disclosureMask)
    .set({ word: '' })
    .where(and(inArray(disclosureMask.documentId, documents), sql`${disclosureMask.word} is not null`))
  await tx
    .update(disclosureDocument)
    .set({ content: null })
    .where(
      and(eq(disclosureDocument.committeeId, scope.committeeId), eq(disclosureDocument.disclosureId, disclosureId)),
    )
}

/** Keeps what was handed out. */
export async function addPackage(tx: Tx, row: typeof disclosurePackage.$inferInsert): Promise<void> {
  await tx.insert(disclosurePackage).values(row)
}

/** Returns what was handed out. Throws `NotFound` while nothing is, and when it is disposed of. */
export async function getPackage(tx: ReadTx | Tx, scope: Scope, disclosureId: string) {
  const [row] = await tx
    .select()
    .from(disclosurePackage)
    .where(and(eq(disclosurePackage.committeeId, scope.committeeId), eq(disclosurePackage.disclosureId, disclosureId)))
  if (!row) throw new NotFound('disclosure package')
  return row
}

/** Returns whether the package is there. */
export async function hasPackage(tx: ReadTx | Tx, scope: Scope, disclosureId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: disclosurePackage.id })
    .from(disclosurePackage)
    .where(and(eq(disclosurePackage.committeeId, scope.committeeId), eq(disclosurePackage.disclosureId, disclosureId)))
  return rows.length > 0
}

export type FindFilter = {
  readonly from?: Day | undefined
  readonly until?: Day | undefined
  readonly unitId?: string | undefined
  readonly kind?: string | undefined
  readonly word?: string | undefined
}

const foundRow = z.object({
  kind: z.enum(['report', 'decision', 'claim']),
  subject: text,
  day: text.transform(dayFromIso),
  visitDay: text.transform(dayFromIso),
  units: z.array(text),
  person: text,
})

export type FoundRow = z.output<typeof foundRow>

/** How many documents a search shows at the most. */
export const mostFound = 100

/**
 * Returns the committee's official documents that the filter chooses, the newest first: final reports, decisions about
 * extra visits, and approved fee claims. Drafts are none (TF 2 kap. 12 §).
 */
export async function findDocuments(
  tx: ReadTx | Tx,
  scope: Scope,
  { from, until, unitId, kind, word }: FindFilter,
): Promise<readonly FoundRow[]> {
  const like = word === undefined ? null : `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await tx.execute(sql`
    select found.kind, found.subject, found.day::text as day, v.day::text as "visitDay", found.person,
      (select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu join unit u on u.id = vu.unit_id
        where vu.visit_id = v.id) as units
    from (
      select 'report' as kind, r.id::text as subject, r.final_day as day, r.visit_id, '' as person, d.frozen::text as words
      from report r join report_document d on d.report_id = r.id
      where r.committee_id = ${scope.committeeId} and r.state = 'final' and not d.frozen ? 'disposed'
      union all
      select 'decision', e.id::text, e.decided_on, e.visit_id, p.name, concat_ws(' ', p.name, e.reason, e.delegation)
      from extra_decision e join person p on p.id = e.person_id where e.committee_id = ${scope.committeeId}
      union all
      select 'claim', c.id::text, w.day, c.visit_id, p.name, p.name
      from claim c join person p on p.id = c.person_id join visit w on w.id = c.visit_id
      where c.committee_id = ${scope.committeeId} and c.state in ('approved', 'exported')
    ) as found
    join visit v on v.id = found.visit_id
    where (${from === undefined ? null : isoFromDay(from)}::date is null or found.day >= ${from === undefined ? null : isoFromDay(from)}::date)
      and (${until === undefined ? null : isoFromDay(until)}::date is null or found.day <= ${until === undefined ? null : isoFromDay(until)}::date)
      and (${kind ?? null}::text is null or found.kind = ${kind ?? null}::text)
      and (${unitId ?? null}::uuid is null or exists (
        select from visit_unit vu where vu.visit_id = v.id and vu.unit_id = ${unitId ?? null}::uuid))
      and (${like}::text is null or found.words ilike ${like}::text)
    order by found.day desc, found.subject
    limit ${mostFound}`)
  return z.array(foundRow).parse(rows)
}

/** Returns the years with visits, the latest first: those that a summary can be made of. */
export async function summaryYearsOf(tx: ReadTx | Tx, scope: Scope): Promise<readonly number[]> {
  const { rows } = await tx.execute(sql`
    select distinct extract(year from day)::int as year from visit where committee_id = ${scope.committeeId} order by 1 desc`)
  return z
    .array(z.object({ year: z.number() }))
    .parse(rows)
    .map(({ year }) => year)
}

const decisionRow = z.object({
  day: text.transform(dayFromIso),
  visitDay: text.transform(dayFromIso),
  about: z.enum(['extra-visit', 'extra-fee']),
  person: text,
  decidedBy: text,
  granted: z.boolean(),
  delegation: text,
  reason: text,
  units: z.array(text),
})

/** Returns one decision about an extra visit. Throws `NotFound`. */
export async function getDecision(tx: ReadTx | Tx, scope: Scope, id: string) {
  const { rows } = await tx.execute(sql`
    select e.decided_on::text as day, v.day::text as "visitDay", e.about, p.name as person, b.name as "decidedBy", e.granted,
      e.delegation, e.reason, (select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu
        join unit u on u.id = vu.unit_id where vu.visit_id = v.id) as units
    from extra_decision e join visit v on v.id = e.visit_id join person p on p.id = e.person_id join person b on b.id = e.decided_by
    where e.committee_id = ${scope.committeeId} and e.id = ${id}::uuid`)
  const [row] = rows
  if (row === undefined) throw new NotFound('decision')
  return decisionRow.parse(row)
}

function withContent({ content, ...row }: StoredDocument): DocumentRow {
  return { ...row, content: content === null ? undefined : contentSchema.parse(content) }
}

function ours(scope: Scope, id: string) {
  return and(eq(disclosure.committeeId, scope.committeeId), eq(disclosure.id, id))
}
