import { sql } from 'drizzle-orm'
import { type Instant, isoFromInstant } from '../kernel/instant.ts'
import { type ChainedEntry, contentText, genesisHash, sealedText } from './audit-chain.ts'
import { auditHead } from './audit.tables.ts'
import type { Tx } from './db/database.ts'
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
  for (const note of notes) {
    if (await append(tx, note)) continue
    await startChain(tx, note.municipalityId)
    if (!(await append(tx, note))) throw new Error(`The log of ${note.municipalityId} has no head`)
  }
}

/** One statement: the head's row lock, the hash and the rows together hold the lock for a single round trip. */
async function append(tx: Tx, note: AuditNote): Promise<boolean> {
  const id = newId()
  const content = JSON.stringify(note.content)
  const entry: ChainedEntry = {
    id,
    municipalityId: note.municipalityId,
    committeeId: note.committeeId ?? null,
    at: note.at,
    actorId: note.actor ?? null,
    onBehalfOfId: note.onBehalfOf ?? null,
    command: note.command,
    subjectType: note.subject.type,
    subjectId: note.subject.id,
    digest: tx.digest(contentText(id, JSON.parse(content))),
  }
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
