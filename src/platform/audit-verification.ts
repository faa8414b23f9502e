import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { chainHash, contentText, genesisHash, sealedText } from './audit-chain.ts'
import { auditContent, auditEntry, auditHead } from './audit.tables.ts'
import type { Database, ReadTx } from './db/database.ts'

/** Where a chain ended when it was last looked at: `42:9f86d0…`, number and hash of the last entry. */
export type LogHead = string

/** What can be wrong with a log. `docs/cli.md` and the texts of the command and the page explain each. */
export const logFaults = [
  /** The entry is not what was written. */
  'changed',
  /** Entries before this one are gone. */
  'missing',
  /** It does not follow the one before. */
  'moved',
  /** It stands where the chain has no place for it: after its end, or beside another of the same number. */
  'added',
  /** What it tells was changed. */
  'content-changed',
  /** Content without an entry of its own. */
  'content-astray',
  /** Nothing that the log tells fits the installation's secret. */
  'other-secret',
  /** The chain does not end where it should. */
  'cut',
] as const
export type LogFault = {
  /** The entry's number; 0 when it concerns none in particular. */
  readonly seq: number
  readonly kind: (typeof logFaults)[number]
}

export type LogVerification = {
  readonly municipalityId: string
  readonly entries: number
  /** How many of them have had their content disposed of. */
  readonly disposed: number
  readonly head: LogHead
  readonly faults: readonly LogFault[]
}

export type LogsVerified = {
  readonly logs: readonly LogVerification[]
  /** Expected heads that no log has had. */
  readonly missingHeads: readonly LogHead[]
}

export type LogsAsked = {
  /** Heads that were kept elsewhere: each must still be somewhere in a log. */
  readonly expected?: readonly LogHead[]
  /** One municipality's log alone. */
  readonly municipalityId?: string
}

/**
 * Reads whole logs and returns what is wrong with each; content that was disposed of is no fault. Others may write
 * meanwhile: each log is read to where it ended at the beginning. Keep the returned heads elsewhere: someone who rules
 * the database can cut off the end and write the chain anew, and only an expected head shows that.
 */
export async function verifyLogs(database: Database, asked: LogsAsked = {}): Promise<LogsVerified> {
  return await database.system(async (tx) => {
    const unseen = new Set(asked.expected)
    const chains: CheckedChain[] = []
    for (const id of await chainsOf(tx, asked)) chains.push(await verifyChain(tx, id, unseen))
    return { logs: sayOnce(chains), missingHeads: [...unseen] }
  })
}

export type LogOwner = { readonly municipalityId: string; readonly slug: string; readonly name: string }

/** Returns whose logs there are, by slug: what the numbers of `verifyLogs` are called. */
export async function logOwners(database: Database): Promise<readonly LogOwner[]> {
  const { rows } = await database.system((tx) =>
    tx.execute<LogOwner>(sql`select id as "municipalityId", slug, name from municipality order by slug`),
  )
  return rows
}

type CheckedChain = LogVerification & { readonly contents: number }

/** With another secret every digest fails: that is said in one word, not once for each entry. */
function sayOnce(chains: readonly CheckedChain[]): readonly LogVerification[] {
  const isContent = ({ kind }: LogFault) => kind === 'content-changed'
  const contents = chains.reduce((sum, chain) => sum + chain.contents, 0)
  const failed = chains.reduce((sum, { faults }) => sum + faults.filter(isContent).length, 0)
  const otherSecret = contents > 1 && failed === contents
  return chains.map(({ contents: count, faults, ...chain }) => {
    if (!otherSecret || count === 0) return { ...chain, faults }
    return { ...chain, faults: [{ seq: 0, kind: 'other-secret' }, ...faults.filter((fault) => !isContent(fault))] }
  })
}

/** Every municipality has a log from its first day: one without head and entries has lost it. */
async function chainsOf(tx: ReadTx, { municipalityId }: LogsAsked): Promise<readonly string[]> {
  if (municipalityId !== undefined) return [municipalityId]
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from municipality union select municipality_id from ${auditHead} union select municipality_id from ${auditEntry}
    union select municipality_id from ${auditContent} order by 1`)
  return rows.map(({ id }) => id)
}

type Position = { readonly seq: number; readonly previousHash: Buffer; readonly hash: Buffer }

async function verifyChain(tx: ReadTx, municipalityId: string, unseen: Set<LogHead>): Promise<CheckedChain> {
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.municipalityId, municipalityId))
  const faults: LogFault[] = []
  const genesis = genesisHash(municipalityId)
  let last: Position = { seq: 0, previousHash: genesis, hash: genesis }
  let after: { readonly seq: number; readonly id: string } | undefined
  const counted = { entries: 0, disposed: 0, contents: 0 }
  for (;;) {
    const page = await readPage(tx, municipalityId, { after, until: head?.seq })
    for (const row of page) {
      faults.push(...entryFaults(tx, row, last))
      last = row.entry
      unseen.delete(headOf(last))
      counted.entries += 1
      counted[row.content === null ? 'disposed' : 'contents'] += 1
    }
    after = page.at(-1)?.entry
    if (page.length < pageSize) break
  }
  faults.push(...(await faultsAround(tx, municipalityId)))
  if (head === undefined || !isSame(head, last)) faults.push({ seq: head?.seq ?? last.seq, kind: 'cut' })
  return { municipalityId, ...counted, head: headOf(last), faults }
}

type ReadEntry = Awaited<ReturnType<typeof readPage>>[number]

function entryFaults(tx: ReadTx, { entry, content }: ReadEntry, last: Position): readonly LogFault[] {
  const { seq } = entry
  const found: LogFault[] = []
  if (seq <= last.seq) found.push({ seq, kind: 'added' })
  else if (seq !== last.seq + 1) found.push({ seq, kind: 'missing' })
  else if (!entry.previousHash.equals(last.hash)) found.push({ seq, kind: 'moved' })
  if (!chainHash(entry.previousHash, seq, sealedText(entry)).equals(entry.hash)) found.push({ seq, kind: 'changed' })
  if (content === null) return found
  const isOwn = content.id === entry.id && content.municipalityId === entry.municipalityId
  if (isOwn && tx.digest(contentText(entry.id, content.content)).equals(entry.digest)) return found
  return [...found, { seq, kind: 'content-changed' }]
}

const pageSize = 5000

async function readPage(
  tx: ReadTx,
  municipalityId: string,
  {
    after,
    until,
  }: { readonly after: { readonly seq: number; readonly id: string } | undefined; readonly until: number | undefined },
) {
  const { seq, id } = auditEntry
  return await tx
    .select({ entry: auditEntry, content: auditContent })
    .from(auditEntry)
    .leftJoin(auditContent, eq(auditContent.entryId, id))
    .where(
      and(
        eq(auditEntry.municipalityId, municipalityId),
        until === undefined ? undefined : lte(seq, until),
        after && gt(seq, after.seq - 1),
        after && or(gt(seq, after.seq), gt(id, after.id)),
      ),
    )
    .orderBy(asc(seq), asc(id))
    .limit(pageSize)
}

/** What the walk along the chain cannot meet. One statement sees the end and what lies after it at the same moment. */
async function faultsAround(tx: ReadTx, municipalityId: string): Promise<readonly LogFault[]> {
  const after = await tx
    .select({ seq: auditEntry.seq })
    .from(auditEntry)
    .innerJoin(auditHead, eq(auditHead.municipalityId, auditEntry.municipalityId))
    .where(and(eq(auditEntry.municipalityId, municipalityId), gt(auditEntry.seq, auditHead.seq)))
    .orderBy(asc(auditEntry.seq))
  const astray = await tx
    .select({ id: auditContent.id })
    .from(auditContent)
    .leftJoin(
      auditEntry,
      and(eq(auditEntry.id, auditContent.entryId), eq(auditEntry.municipalityId, auditContent.municipalityId)),
    )
    .where(and(eq(auditContent.municipalityId, municipalityId), isNull(auditEntry.id)))
  return [
    ...after.map(({ seq }): LogFault => ({ seq, kind: 'added' })),
    ...astray.map((): LogFault => ({ seq: 0, kind: 'content-astray' })),
  ]
}

function isSame(head: Position, last: Position): boolean {
  return head.seq === last.seq && head.hash.equals(last.hash) && head.previousHash.equals(last.previousHash)
}

function headOf({ seq, hash }: Pick<Position, 'seq' | 'hash'>): LogHead {
  return `${seq}:${hash.toString('hex')}`
}
