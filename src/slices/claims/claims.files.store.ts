import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { claimStates } from '../../kernel/claim-steps.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { claimFile } from './claims.additions.tables.ts'
import { claim } from './claims.tables.ts'

const described = {
  id: claimFile.id,
  name: claimFile.name,
  mediaType: claimFile.mediaType,
  size: claimFile.size,
  addedAt: claimFile.addedAt,
}

/** Returns somebody's certificates without their content, the latest first. They serve in every committee of the municipality. */
export async function listCertificates(tx: ReadTx | Tx, _scope: Scope, personId: string) {
  return tx
    .select(described)
    .from(claimFile)
    .where(and(eq(claimFile.personId, personId), eq(claimFile.kind, 'certificate')))
    .orderBy(desc(claimFile.addedAt), desc(claimFile.id))
}

const use = z.object({
  fileId: z.string(),
  /** Absent for a claim of another committee, which is not seen from here. */
  claimId: z.string().nullable(),
  state: z.enum(claimStates).nullable(),
  day: z.string().transform(dayFromIso).nullable(),
  units: z.string().nullable(),
})
type CertificateUse = z.output<typeof use>

/** Returns by which claims the person's certificates are used, the latest visit first. */
export async function listUses(tx: ReadTx | Tx, _scope: Scope, personId: string): Promise<readonly CertificateUse[]> {
  const { rows } = await tx.execute(sql`
    select l.file_id as "fileId", c.id as "claimId", c.state, v.day::text as day,
      (select string_agg(u.name, ', ' order by u.name) from visit_unit vu join unit u on u.id = vu.unit_id
        where vu.visit_id = v.id) as units
    from claim_loss l join claim_file f on f.id = l.file_id
      left join claim c on c.id = l.claim_id left join visit v on v.id = c.visit_id
    where f.person_id = ${personId} and f.kind = 'certificate'
    order by v.day desc nulls last, l.id`)
  return z.array(use).parse(rows)
}

type NewFile = {
  readonly personId: string
  readonly kind: 'receipt' | 'certificate'
  readonly name: string
  readonly mediaType: (typeof claimFile.$inferInsert)['mediaType']
  readonly bytes: Uint8Array
  readonly at: Instant
}

/** Keeps a file. Returns its id and check sum; a certificate that the person has handed in before is the one that is there. */
export async function addFile(
  tx: Tx,
  { municipalityId }: Scope,
  { bytes, at, ...file }: NewFile,
): Promise<{ readonly id: string; readonly sha256: string; readonly isNew: boolean }> {
  const content = Buffer.from(bytes)
  const sha256 = sql<string>`encode(sha256(${content}::bytea), 'hex')`
  if (file.kind === 'certificate') {
    const [known] = await tx
      .select({ id: claimFile.id, sha256: claimFile.sha256 })
      .from(claimFile)
      .where(
        and(eq(claimFile.personId, file.personId), eq(claimFile.kind, 'certificate'), eq(claimFile.sha256, sha256)),
      )
    if (known) return { ...known, isNew: false }
  }
  const [row] = await tx
    .insert(claimFile)
    .values({ id: newId(), municipalityId, ...file, content, size: content.length, sha256, addedAt: at })
    .returning({ id: claimFile.id, sha256: claimFile.sha256 })
  if (row === undefined) throw new Error('An inserted file is returned')
  return { ...row, isNew: true }
}

/** Returns a certificate of the person. Throws `NotFound`, also for somebody else's. */
export async function getCertificate(
  tx: ReadTx | Tx,
  _scope: Scope,
  of: { readonly id: string; readonly personId: string },
) {
  const [row] = await tx
    .select({ ...described, content: claimFile.content })
    .from(claimFile)
    .where(and(eq(claimFile.id, of.id), eq(claimFile.personId, of.personId), eq(claimFile.kind, 'certificate')))
  if (!row) throw new NotFound('certificate')
  return row
}

/**
 * Returns a file that goes with the claim. Throws `NotFound` for one that does not. Whether the claim may be read is the
 * caller's to see to, by `getClaim`.
 */
export async function getFileOfClaim(
  tx: ReadTx | Tx,
  _scope: Scope,
  { claimId, fileId }: { readonly claimId: string; readonly fileId: string },
) {
  const used = sql`(exists (select from claim_cost k where k.claim_id = ${claimId} and k.file_id = ${claimFile.id})
    or exists (select from claim_loss l where l.claim_id = ${claimId} and l.file_id = ${claimFile.id}))`
  const [row] = await tx
    .select({ ...described, kind: claimFile.kind, personId: claimFile.personId, content: claimFile.content })
    .from(claimFile)
    .where(and(eq(claimFile.id, fileId), used))
  if (!row) throw new NotFound('claim file')
  return row
}

/** Takes a certificate away, and out of the claims that have not gone on. Returns the claims that lost it. */
export async function removeCertificate(tx: Tx, id: string): Promise<readonly string[]> {
  const { rows } = await tx.execute(
    sql`update claim_loss set file_id = null where file_id = ${id} returning claim_id as "claimId"`,
  )
  await tx.delete(claimFile).where(and(eq(claimFile.id, id), eq(claimFile.kind, 'certificate')))
  const lost = [
    ...new Set(
      z
        .array(z.object({ claimId: z.string() }))
        .parse(rows)
        .map(({ claimId }) => claimId),
    ),
  ]
  if (lost.length > 0)
    await tx
      .update(claim)
      .set({ version: sql`${claim.version} + 1` })
      .where(inArray(claim.id, lost))
  return lost
}
