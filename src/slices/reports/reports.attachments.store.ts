import { and, asc, eq, sql } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { AttachmentKind } from '../../kernel/attachment.ts'
import type { Scope } from '../../platform/scope.ts'
import { person } from '../people/people.tables.ts'
import { kindsAmong } from './reports.attachments.rules.ts'
import { attachmentRule, reportAttachment } from './reports.attachments.tables.ts'
import { report } from './reports.tables.ts'

/** Returns the kinds of file that the transaction's municipality lets reports carry; none before anybody has said so. */
export async function allowedKinds(tx: ReadTx | Tx): Promise<readonly AttachmentKind[]> {
  const [row] = await tx.select({ kinds: attachmentRule.kinds }).from(attachmentRule)
  return Array.isArray(row?.kinds) ? kindsAmong(row.kinds) : []
}

export async function saveAllowedKinds(
  tx: Tx,
  { municipalityId }: Scope,
  kinds: readonly AttachmentKind[],
  by: { readonly at: Instant; readonly personId: string },
): Promise<void> {
  const rule = { kinds: [...kinds], setAt: by.at, setById: by.personId }
  await tx
    .insert(attachmentRule)
    .values({ municipalityId, ...rule })
    .onConflictDoUpdate({ target: attachmentRule.municipalityId, set: rule })
}

export type AttachmentRow = Awaited<ReturnType<typeof listAttachments>>[number]

/** Returns the files that go with the report, without their content, in the order they were added. */
export async function listAttachments(tx: ReadTx | Tx, _scope: Scope, reportId: string) {
  return tx
    .select({
      id: reportAttachment.id,
      name: reportAttachment.name,
      mediaType: reportAttachment.mediaType,
      size: reportAttachment.size,
      sha256: reportAttachment.sha256,
      addedAt: reportAttachment.addedAt,
      addedBy: person.name,
    })
    .from(reportAttachment)
    .innerJoin(person, eq(person.id, reportAttachment.addedById))
    .where(eq(reportAttachment.reportId, reportId))
    .orderBy(asc(reportAttachment.addedAt), asc(reportAttachment.id))
}

/** Returns the report's files as they stand in the final report. */
export async function attachmentsToFreeze(tx: ReadTx | Tx, scope: Scope, reportId: string) {
  const files = await listAttachments(tx, scope, reportId)
  return files.map(({ id, name, mediaType, size, sha256 }) => ({ id, name, mediaType, size, sha256 }))
}

/** Returns a file of the report. Throws `NotFound`. Whether the report may be read is the caller's to see to. */
export async function getAttachment(tx: ReadTx | Tx, _scope: Scope, reportId: string, id: string) {
  const [row] = await tx
    .select({ name: reportAttachment.name, mediaType: reportAttachment.mediaType, content: reportAttachment.content })
    .from(reportAttachment)
    .where(and(eq(reportAttachment.reportId, reportId), eq(reportAttachment.id, id)))
  if (!row) throw new NotFound('attachment')
  return row
}

/** Adds a file to the report and counts the draft's version up. Returns its check sum, or undefined when the same file is there already. */
export async function addAttachmentRow(
  tx: Tx,
  { municipalityId }: Scope,
  file: Omit<typeof reportAttachment.$inferInsert, 'municipalityId' | 'size' | 'sha256'>,
): Promise<string | undefined> {
  const [row] = await tx
    .insert(reportAttachment)
    .values({
      municipalityId,
      ...file,
      size: file.content.length,
      sha256: sql`encode(sha256(${file.content}::bytea), 'hex')`,
    })
    .onConflictDoNothing()
    .returning({ sha256: reportAttachment.sha256 })
  if (row) await countUp(tx, file.reportId)
  return row?.sha256
}

/** Takes the file away and counts the draft's version up. Returns its name and check sum, or undefined when it was gone. */
export async function removeAttachmentRow(tx: Tx, reportId: string, id: string) {
  const [row] = await tx
    .delete(reportAttachment)
    .where(and(eq(reportAttachment.reportId, reportId), eq(reportAttachment.id, id)))
    .returning({ name: reportAttachment.name, sha256: reportAttachment.sha256 })
  if (row) await countUp(tx, reportId)
  return row
}

/** Whoever has the page of before in front of them is asked to look again before the report is handed in. */
async function countUp(tx: Tx, reportId: string): Promise<void> {
  await tx
    .update(report)
    .set({ version: sql`${report.version} + 1` })
    .where(eq(report.id, reportId))
}

/** Returns the files that a final report was handed in with, with their content, in its order; none of one that is masked. */
export async function filesOf(
  tx: ReadTx | Tx,
  scope: Scope,
  reportId: string,
  { attachments }: { readonly attachments: readonly { readonly id: string }[] },
) {
  const files: { readonly name: string; readonly mediaType: AttachmentKind; readonly bytes: Uint8Array }[] = []
  for (const { id } of attachments) {
    const { content, name, mediaType } = await getAttachment(tx, scope, reportId, id)
    files.push({ name, mediaType, bytes: content })
  }
  return files
}
