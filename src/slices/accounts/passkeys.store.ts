import { and, asc, count, eq, isNull } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { passkey, signInAttempt, signInPolicy } from './accounts.tables.ts'

export type PasskeyRow = typeof passkey.$inferSelect
type Purpose = 'passkey' | 'passkey-registration'

/** Whether the municipality of the transaction lets people in with passkeys. */
export async function allowsPasskeys(tx: ReadTx): Promise<boolean> {
  const [row] = await tx.select({ passkeys: signInPolicy.passkeys }).from(signInPolicy)
  return row?.passkeys ?? true
}

/** Returns the person's passkeys, oldest first. */
export async function listPasskeys(tx: ReadTx, personId: string): Promise<readonly PasskeyRow[]> {
  return tx.select().from(passkey).where(ownOpen(personId)).orderBy(asc(passkey.madeAt), asc(passkey.id))
}

/** Returns one of the person's passkeys, or undefined when it is somebody else's or removed. */
export async function findOwnPasskey(tx: ReadTx, personId: string, id: string): Promise<PasskeyRow | undefined> {
  const [row] = await tx
    .select()
    .from(passkey)
    .where(and(eq(passkey.id, id), ownOpen(personId)))
  return row
}

export async function countPasskeys(tx: ReadTx, personId: string): Promise<number> {
  const [row] = await tx.select({ many: count() }).from(passkey).where(ownOpen(personId))
  return row?.many ?? 0
}

/** Returns the passkey with this credential in the municipality, removed or not, and locks it; or undefined. */
export async function lockPasskey(tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> {
  const [row] = await tx.select().from(passkey).where(eq(passkey.credentialId, credentialId)).for('update')
  return row
}

/** Returns whether it was added: not when the municipality has one with this credential. */
export async function addPasskeyRow(tx: Tx, row: typeof passkey.$inferInsert): Promise<boolean> {
  const added = await tx.insert(passkey).values(row).onConflictDoNothing().returning({ id: passkey.id })
  return added.length === 1
}

export async function setPasskeyLabel(tx: Tx, personId: string, id: string, label: string): Promise<boolean> {
  const changed = await tx
    .update(passkey)
    .set({ label })
    .where(and(eq(passkey.id, id), ownOpen(personId)))
    .returning({ id: passkey.id })
  return changed.length === 1
}

/** Ends one of the person's passkeys and returns what it was called, or undefined when there is none. */
export async function endPasskey(tx: Tx, personId: string, id: string, at: Instant): Promise<string | undefined> {
  const [row] = await tx
    .update(passkey)
    .set({ endedAt: at })
    .where(and(eq(passkey.id, id), ownOpen(personId)))
    .returning({ label: passkey.label })
  return row?.label
}

export async function markPasskeyUsed(tx: Tx, id: string, counter: number, at: Instant): Promise<void> {
  await tx.update(passkey).set({ counter, lastUsedAt: at }).where(eq(passkey.id, id))
}

/** Returns the question that the browser with this handle was asked, and locks it; or undefined. */
export async function lockQuestion(tx: Tx, purpose: Purpose, handleHash: string) {
  const [row] = await tx
    .select()
    .from(signInAttempt)
    .where(and(eq(signInAttempt.handleHash, handleHash), eq(signInAttempt.purpose, purpose)))
    .for('update')
  return row
}

export async function useQuestion(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.update(signInAttempt).set({ usedAt: at }).where(eq(signInAttempt.id, id))
}

function ownOpen(personId: string) {
  return and(eq(passkey.personId, personId), isNull(passkey.endedAt))
}
