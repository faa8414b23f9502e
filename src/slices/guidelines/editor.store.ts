import { and, desc, eq } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { committee } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'
import { guidelineDraft, guidelineVersion } from './guidelines.tables.ts'

export type DraftRow = typeof guidelineDraft.$inferSelect & {
  /** Who saved it last. */
  readonly savedByName: string
}

/** Returns the committee's drafts, the one saved last first. */
export async function listDrafts(tx: ReadTx | Tx, scope: Scope): Promise<readonly DraftRow[]> {
  const rows = await drafts(tx)
    .where(eq(guidelineDraft.committeeId, scope.committeeId))
    .orderBy(desc(guidelineDraft.savedAt), desc(guidelineDraft.id))
  return rows.map(draftRow)
}

/** Returns one draft of the committee. Throws `NotFound`. */
export async function getDraft(tx: ReadTx | Tx, scope: Scope, id: string): Promise<DraftRow> {
  const [row] = await drafts(tx).where(
    and(eq(guidelineDraft.id, id), eq(guidelineDraft.committeeId, scope.committeeId)),
  )
  if (!row) throw new NotFound('guideline draft')
  return draftRow(row)
}

/** Locks the draft, so that of two who save at once one is told. Throws `NotFound`. */
export async function lockDraft(tx: Tx, scope: Scope, id: string): Promise<DraftRow> {
  await tx.select({ id: guidelineDraft.id }).from(guidelineDraft).where(eq(guidelineDraft.id, id)).for('update')
  return getDraft(tx, scope, id)
}

export async function addDraft(tx: Tx, row: typeof guidelineDraft.$inferInsert): Promise<void> {
  await tx.insert(guidelineDraft).values(row)
}

type Saved = { readonly source: string; readonly title: string; readonly at: Instant; readonly by: string }

/** Keeps the text as the draft's next version, and the one before it for undoing. */
export async function saveDraft(tx: Tx, draft: DraftRow, { source, title, at, by }: Saved): Promise<void> {
  await tx
    .update(guidelineDraft)
    .set({
      source,
      title,
      previousSource: draft.source,
      version: draft.version + 1,
      savedAt: at,
      savedBy: by,
    })
    .where(eq(guidelineDraft.id, draft.id))
}

export async function removeDraft(tx: Tx, id: string): Promise<void> {
  await tx.delete(guidelineDraft).where(eq(guidelineDraft.id, id))
}

/** Returns the names of the files that the committee has. Locked: of two who name a new one at once, one waits. */
export async function lockVersionKeys(tx: Tx, scope: Scope): Promise<readonly string[]> {
  await tx.select({ id: committee.id }).from(committee).where(eq(committee.id, scope.committeeId)).for('update')
  const rows = await tx
    .select({ key: guidelineVersion.key })
    .from(guidelineVersion)
    .where(eq(guidelineVersion.committeeId, scope.committeeId))
  return rows.map(({ key }) => key)
}

function drafts(tx: ReadTx | Tx) {
  return tx
    .select({ draft: guidelineDraft, savedByName: person.name })
    .from(guidelineDraft)
    .innerJoin(person, eq(person.id, guidelineDraft.savedBy))
    .$dynamic()
}

function draftRow({
  draft,
  savedByName,
}: {
  draft: typeof guidelineDraft.$inferSelect
  savedByName: string
}): DraftRow {
  return { ...draft, savedByName }
}
