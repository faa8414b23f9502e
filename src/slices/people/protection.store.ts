import { eq, isNotNull, sql } from 'drizzle-orm'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { person, protectedIdentity } from './people.tables.ts'
import { nextAlias } from './protection.rules.ts'

/** Seals the name away and returns the alias that stands in its place: the person's earlier one, or the next that is free. */
export async function sealName(
  tx: Tx,
  {
    municipalityId,
    personId,
    name,
  }: { readonly municipalityId: string; readonly personId: string; readonly name: string },
): Promise<string> {
  // One at a time in the municipality: two protections at once must not take the same letter.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`protected_identity:${municipalityId}`}, 0))`)
  const given = await tx
    .select({ personId: protectedIdentity.personId, alias: protectedIdentity.alias })
    .from(protectedIdentity)
  const names = await tx.select({ name: person.name }).from(person).where(sql`${person.name} like 'Skyddad person %'`)
  const alias =
    given.find((it) => it.personId === personId)?.alias ??
    nextAlias([...given.map((it) => it.alias), ...names.map((it) => it.name)])
  const sealedName = tx.seal(name)
  await tx
    .insert(protectedIdentity)
    .values({ municipalityId, personId, alias, sealedName })
    .onConflictDoUpdate({ target: protectedIdentity.personId, set: { sealedName } })
  return alias
}

/** Changes the real name of somebody who is protected. */
export async function resealName(tx: Tx, personId: string, name: string): Promise<void> {
  await tx
    .update(protectedIdentity)
    .set({ sealedName: tx.seal(name) })
    .where(eq(protectedIdentity.personId, personId))
}

/** Returns the real name, opened, or undefined when nothing is sealed. For the administrator's page alone, with a row in the log. */
export async function openName(tx: ReadTx, personId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ sealed: protectedIdentity.sealedName })
    .from(protectedIdentity)
    .where(eq(protectedIdentity.personId, personId))
  return row?.sealed ? tx.unseal(row.sealed) : undefined
}

/** Returns who is protected in the municipality: whose address stands nowhere that others read. */
export async function listProtectedIds(tx: ReadTx): Promise<ReadonlySet<string>> {
  const rows = await tx.select({ id: person.id }).from(person).where(isNotNull(person.protectedSince))
  return new Set(rows.map(({ id }) => id))
}

/** Forgets the sealed name; the alias stays the person's, for a next time. */
export async function forgetSealedName(tx: Tx, personId: string): Promise<void> {
  await tx.update(protectedIdentity).set({ sealedName: null }).where(eq(protectedIdentity.personId, personId))
}
