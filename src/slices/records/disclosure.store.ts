import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm'
import { z } from 'zod'
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

function withContent({ content, ...row }: StoredDocument): DocumentRow {
  return { ...row, content: content === null ? undefined : contentSchema.parse(content) }
}

function ours(scope: Scope, id: string) {
  return and(eq(disclosure.committeeId, scope.committeeId), eq(disclosure.id, id))
}
