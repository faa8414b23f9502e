import { createHash } from 'node:crypto'
import type { Instant } from '../kernel/instant.ts'

/** What the chain vouches for. Ids and digests alone: no content, so that content can be disposed of. */
export type ChainedEntry = {
  readonly id: string
  readonly municipalityId: string
  /** Absent for what belongs to the municipality itself. */
  readonly committeeId: string | null
  readonly at: Instant
  readonly actorId: string | null
  readonly onBehalfOfId: string | null
  readonly command: string
  readonly subjectType: string
  readonly subjectId: string
  readonly digest: Buffer
}

/** Returns what stands before the first entry of a municipality: SHA-256 of its id. */
export function genesisHash(municipalityId: string): Buffer {
  return createHash('sha256').update(`namndkontakt log ${municipalityId}`).digest()
}

/**
 * Returns the entry as the one text that is hashed. Any change of this form makes all earlier logs unverifiable: the
 * committee, which entries had not from the beginning, stands last and only where there is one.
 */
export function sealedText(entry: ChainedEntry): string {
  return JSON.stringify([
    entry.municipalityId,
    entry.id,
    entry.at,
    entry.actorId,
    entry.onBehalfOfId,
    entry.command,
    entry.subjectType,
    entry.subjectId,
    entry.digest.toString('hex'),
    ...(entry.committeeId === null ? [] : [entry.committeeId]),
  ])
}

/** Returns SHA-256 over the hash before, the number and the sealed text. `appendAudit` has the database do the same. */
export function chainHash(previous: Buffer, seq: number, sealed: string): Buffer {
  return createHash('sha256').update(previous).update(`${seq}\n${sealed}`).digest()
}

/** Returns the text whose keyed digest the entry carries: the same whatever order the keys come back in. */
export function contentText(entryId: string, content: unknown): string {
  return `${entryId}\n${canonicalJson(content)}`
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
