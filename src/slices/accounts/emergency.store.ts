import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { holdsOn } from '../../platform/db/period.ts'
import { committee } from '../directory/directory.tables.ts'
import { person, roleHolding } from '../people/people.tables.ts'
import { attemptTally, emergencyLogin } from './accounts.tables.ts'
import type { Period, Tries } from './emergency.rules.ts'

export type EmergencyRow = typeof emergencyLogin.$inferSelect

/** Returns the person's emergency login, confirmed or not, or undefined. */
export async function findEmergency(tx: ReadTx, personId: string): Promise<EmergencyRow | undefined> {
  const [row] = await tx.select().from(emergencyLogin).where(ownOpen(personId))
  return row
}

/** The same, locked. */
export async function lockEmergency(tx: Tx, personId: string): Promise<EmergencyRow | undefined> {
  const [row] = await tx.select().from(emergencyLogin).where(ownOpen(personId)).for('update')
  return row
}

export async function addEmergency(tx: Tx, row: typeof emergencyLogin.$inferInsert): Promise<void> {
  await tx.insert(emergencyLogin).values(row)
}

export async function confirmEmergencyRow(tx: Tx, id: string, step: number, at: Instant): Promise<void> {
  await tx.update(emergencyLogin).set({ confirmedAt: at, lastStep: step }).where(eq(emergencyLogin.id, id))
}

export async function markEmergencyUsed(tx: Tx, id: string, step: number, at: Instant): Promise<void> {
  await tx.update(emergencyLogin).set({ lastStep: step, lastUsedAt: at }).where(eq(emergencyLogin.id, id))
}

/** Ends the person's emergency login, and returns whether there was one. What it was made of is wiped. */
export async function endEmergencyOf(tx: Tx, personId: string, at: Instant): Promise<string | undefined> {
  const [row] = await tx
    .update(emergencyLogin)
    .set({ endedAt: at, passwordHash: '', sealedTotp: Buffer.alloc(0) })
    .where(ownOpen(personId))
    .returning({ id: emergencyLogin.id })
  return row?.id
}

/** Returns every period in which the person has been, is or will be an administrator in any committee. */
export async function administratorPeriods(tx: ReadTx, personId: string): Promise<readonly Period[]> {
  return tx
    .select({ validFrom: roleHolding.validFrom, validUntil: roleHolding.validUntil })
    .from(roleHolding)
    .where(and(eq(roleHolding.personId, personId), eq(roleHolding.role, 'administrator')))
}

/** Returns everybody who administers any committee of the municipality on the day, once each. */
export async function listAdministrators(tx: ReadTx, day: Day) {
  return tx
    .selectDistinct({ id: person.id, email: person.email, language: person.language })
    .from(roleHolding)
    .innerJoin(person, eq(person.id, roleHolding.personId))
    .where(and(administrates(day), isNull(person.lockedAt)))
}

/** Returns what the committees of the municipality are called: words that nobody's password is made of. */
export async function committeeNames(tx: ReadTx): Promise<readonly string[]> {
  const rows = await tx.select({ name: committee.name }).from(committee)
  return rows.map(({ name }) => name)
}

/** Returns the tries under this key and locks them: tries of the same address are judged one after another. */
export async function lockTries(tx: Tx, key: string, municipalityId: string, now: Instant): Promise<Tries> {
  const [row] = await tx
    .insert(attemptTally)
    .values({ municipalityId, key, startedAt: now, count: 0 })
    .onConflictDoUpdate({
      target: [attemptTally.municipalityId, attemptTally.key],
      set: { count: sql`${attemptTally.count}` },
    })
    .returning({ startedAt: attemptTally.startedAt, count: attemptTally.count })
  if (!row) throw new Error('The tries were neither there nor made')
  return row
}

export async function saveTries(tx: Tx, key: string, tries: Tries): Promise<void> {
  await tx.update(attemptTally).set({ startedAt: tries.startedAt, count: tries.count }).where(eq(attemptTally.key, key))
}

function administrates(day: Day) {
  return and(eq(roleHolding.role, 'administrator'), holdsOn(roleHolding, day))
}

function ownOpen(personId: string) {
  return and(eq(emergencyLogin.personId, personId), isNull(emergencyLogin.endedAt))
}
