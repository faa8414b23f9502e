import { and, asc, eq, gt } from 'drizzle-orm'
import { chainHash, contentText, genesisHash, sealedText } from './audit-chain.ts'
import { auditContent, auditEntry, auditHead } from './audit.tables.ts'
import type { Database, ReadTx } from './db/database.ts'

/** Where a chain ended when it was last looked at: `42:9f86d0…`, number and hash of the last entry. */
export type LogHead = string

type LogFault = {
  readonly seq: number
  /**
   * `changed`: the entry is not what was written. `missing`: entries before this one are gone. `moved`: it does not follow
   * the one before. `content-changed`: what it tells was changed. `cut`: the end of the chain is not there.
   */
  readonly kind: 'changed' | 'missing' | 'moved' | 'content-changed' | 'cut'
}

export type LogVerification = {
  readonly municipalityId: string
  readonly entries: number
  readonly head: LogHead
  readonly faults: readonly LogFault[]
}

/**
 * Reads whole logs and returns what is wrong with each; content that was disposed of is no fault. Keep the returned
 * heads elsewhere: someone who rules the database can cut off the end, and only an expected head shows that.
 */
export async function verifyLogs(
  database: Database,
  expected: readonly LogHead[] = [],
): Promise<readonly LogVerification[]> {
  return await database.system(async (tx) => {
    const heads = await tx.select().from(auditHead).orderBy(asc(auditHead.municipalityId))
    const unseen = new Set(expected)
    const verifications: LogVerification[] = []
    for (const head of heads) verifications.push(await verifyChain(tx, head, unseen))
    if (unseen.size === 0) return verifications
    const cut = [...unseen].map((at): LogFault => ({ seq: Number(at.split(':')[0]), kind: 'cut' }))
    return [...verifications, { municipalityId: '', entries: 0, head: '', faults: cut }]
  })
}

const pageSize = 5000

async function verifyChain(
  tx: ReadTx,
  head: typeof auditHead.$inferSelect,
  unseen: Set<LogHead>,
): Promise<LogVerification> {
  const faults: LogFault[] = []
  let entries = 0
  let last = { seq: 0, hash: genesisHash(head.municipalityId) }
  for (;;) {
    const page = await readPage(tx, head.municipalityId, last.seq)
    for (const { entry, content } of page) {
      const { seq } = entry
      if (seq !== last.seq + 1) faults.push({ seq, kind: 'missing' })
      else if (!entry.previousHash.equals(last.hash)) faults.push({ seq, kind: 'moved' })
      if (!chainHash(entry.previousHash, seq, sealedText(entry)).equals(entry.hash))
        faults.push({ seq, kind: 'changed' })
      if (content !== null && !tx.digest(contentText(entry.id, content.content)).equals(entry.digest)) {
        faults.push({ seq, kind: 'content-changed' })
      }
      last = { seq, hash: entry.hash }
      unseen.delete(headOf(last))
      entries += 1
    }
    if (page.length < pageSize) break
  }
  if (last.seq !== head.seq || !last.hash.equals(head.hash)) faults.push({ seq: head.seq, kind: 'cut' })
  return { municipalityId: head.municipalityId, entries, head: headOf(last), faults }
}

function headOf({ seq, hash }: { readonly seq: number; readonly hash: Buffer }): LogHead {
  return `${seq}:${hash.toString('hex')}`
}

async function readPage(tx: ReadTx, municipalityId: string, after: number) {
  return await tx
    .select({ entry: auditEntry, content: auditContent })
    .from(auditEntry)
    .leftJoin(auditContent, eq(auditContent.entryId, auditEntry.id))
    .where(and(eq(auditEntry.municipalityId, municipalityId), gt(auditEntry.seq, after)))
    .orderBy(asc(auditEntry.seq))
    .limit(pageSize)
}
