import { eq, sql } from 'drizzle-orm'
import { type Instant, isoFromInstant } from '../kernel/instant.ts'
import { chainHash, type ChainedEntry, contentText, genesisHash, sealedText } from './audit-chain.ts'
import { auditContent, auditEntry, auditHead } from './audit.tables.ts'
import type { Tx } from './db/database.ts'
import { insertMany } from './db/many.ts'
import { newId } from './ids.ts'

export type AuditNote = {
  readonly municipalityId: string
  /** The committee it happened in; absent for what belongs to the municipality itself. */
  readonly committeeId?: string | undefined
  readonly at: Instant
  /** The person who did it; absent for background work. */
  readonly actor?: string | undefined
  /** The person it was done for, when someone else phoned it in. */
  readonly onBehalfOf?: string | undefined
  readonly command: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly content: Readonly<Record<string, unknown>>
}

/**
 * Adds entries to the municipality's log. Call it last in the transaction: from here to the commit nobody else in the
 * municipality can write to the log. If it fails, so does the transaction.
 */
export async function appendAudit(tx: Tx, notes: readonly AuditNote[]): Promise<void> {
  if (notes.length > fewNotes) {
    for (const [municipalityId, of] of Map.groupBy(notes, (it) => it.municipalityId))
      await appendMany(tx, municipalityId, of)
    return
  }
  for (const note of notes) {
    if (await append(tx, note)) continue
    await startChain(tx, note.municipalityId)
    if (!(await append(tx, note))) throw new Error(`The log of ${note.municipalityId} has no head`)
  }
}

/** Up to so many entries a statement each is soonest done. */
const fewNotes = 8

/** The same for many entries of one municipality: the head is locked, the chain worked out here, and all written at once. */
async function appendMany(tx: Tx, municipalityId: string, notes: readonly AuditNote[]): Promise<void> {
  await startChain(tx, municipalityId)
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.municipalityId, municipalityId)).for('update')
  if (head === undefined) throw new Error(`The log of ${municipalityId} has no head`)
  let { seq, hash, previousHash } = head
  const moves: string[] = []
  const written = notes.map((note) => {
    const { content, ...entry } = chained(tx, note)
    previousHash = hash
    seq += 1
    hash = chainHash(previousHash, seq, sealedText(entry))
    moves.push(hash.toString('hex'))
    return { entry: { ...entry, seq, previousHash, hash }, content }
  })
  const contents = written.map(({ entry: { id }, content }) => ({ id, municipalityId, entryId: id, content }))
  await insertMany(
    tx,
    auditEntry,
    written.map(({ entry }) => entry),
  )
  await insertMany(tx, auditContent, contents)
  await tx.execute(sql`select move_audit_head(${municipalityId}::uuid, string_to_array(${moves.join(' ')}, ' '))`)
}

function chained(tx: Tx, note: AuditNote): ChainedEntry & { readonly content: Readonly<Record<string, unknown>> } {
  const id = newId()
  const content = JSON.parse(JSON.stringify(note.content))
  return {
    id,
    municipalityId: note.municipalityId,
    committeeId: note.committeeId ?? null,
    at: note.at,
    actorId: note.actor ?? null,
    onBehalfOfId: note.onBehalfOf ?? null,
    command: note.command,
    subjectType: note.subject.type,
    subjectId: note.subject.id,
    digest: tx.digest(contentText(id, content)),
    content,
  }
}

/** One statement: the head's row lock, the hash and the rows together hold the lock for a single round trip. */
async function append(tx: Tx, note: AuditNote): Promise<boolean> {
  const { content: said, ...entry } = chained(tx, note)
  const { id } = entry
  const content = JSON.stringify(said)
  const { rowCount } = await tx.execute(sql`
    with head as (
      update audit_head set
        seq = seq + 1,
        previous_hash = hash,
        hash = sha256(hash || convert_to((seq + 1)::text || chr(10) || ${sealedText(entry)}::text, 'UTF8'))
      where municipality_id = ${entry.municipalityId}
      returning seq, previous_hash, hash
    ), entry as (
      insert into audit_entry (
        id, municipality_id, committee_id, seq, at, actor_id, on_behalf_of_id, command, subject_type, subject_id, digest,
        previous_hash, hash
      )
      select ${id}::uuid, ${entry.municipalityId}::uuid, ${entry.committeeId}::uuid, head.seq, ${isoFromInstant(entry.at)}::timestamptz,
        ${entry.actorId}::uuid, ${entry.onBehalfOfId}::uuid, ${entry.command}::text, ${entry.subjectType}::text,
        ${entry.subjectId}::uuid, ${entry.digest}::bytea, head.previous_hash, head.hash
      from head
      returning id, municipality_id
    )
    insert into audit_content (id, municipality_id, entry_id, content)
    select entry.id, entry.municipality_id, entry.id, ${content}::jsonb from entry`)
  return rowCount === 1
}

async function startChain(tx: Tx, municipalityId: string): Promise<void> {
  const hash = genesisHash(municipalityId)
  await tx.insert(auditHead).values({ municipalityId, seq: 0, previousHash: hash, hash }).onConflictDoNothing()
}
