import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { addMilliseconds, type Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { person, personalNumber } from '../people/people.tables.ts'
import { accountInvitation, externalIdentity, signInAttempt } from './accounts.tables.ts'
import type { BoundBy, Traces } from './matching.rules.ts'

export type Attempt = typeof signInAttempt.$inferSelect

/** How long what came of an attempt is kept when its time is over: an administrator may look at a test again. */
const attemptKept = 60 * 60_000
/** Each new attempt takes away so many old ones: the table never grows, and nobody waits for a large cleaning. */
const attemptsTakenAway = 20

/**
 * Writes down what a browser has begun, at a provider or with a passkey. Old ones are of no use to anybody and go, but
 * for those that somebody works with at this moment.
 */
export async function addAttempt(tx: Tx, row: typeof signInAttempt.$inferInsert, now: Instant): Promise<void> {
  const old = await tx
    .select({ id: signInAttempt.id })
    .from(signInAttempt)
    .where(lt(signInAttempt.expiresAt, addMilliseconds(now, -attemptKept)))
    .limit(attemptsTakenAway)
    .for('update', { skipLocked: true })
  if (old.length > 0)
    await tx.delete(signInAttempt).where(
      inArray(
        signInAttempt.id,
        old.map(({ id }) => id),
      ),
    )
  await tx.insert(signInAttempt).values(row)
}

/** Returns the attempt that an answer names, locked, or undefined. */
export async function lockAsked(
  tx: Tx,
  by: { readonly providerId: string; readonly requestId: string },
): Promise<Attempt | undefined> {
  const [row] = await tx
    .select()
    .from(signInAttempt)
    .where(and(eq(signInAttempt.providerId, by.providerId), eq(signInAttempt.requestId, by.requestId)))
    .for('update')
  return row
}

/** Returns the attempt that the browser with this handle has begun, locked, or undefined. */
export async function lockBegun(tx: Tx, handleHash: string): Promise<Attempt | undefined> {
  const [row] = await tx.select().from(signInAttempt).where(eq(signInAttempt.handleHash, handleHash)).for('update')
  return row
}

/** Returns the same for reading. */
export async function findBegun(tx: ReadTx, handleHash: string): Promise<Attempt | undefined> {
  const [row] = await tx.select().from(signInAttempt).where(eq(signInAttempt.handleHash, handleHash))
  return row
}

export async function changeAttempt(
  tx: Tx,
  id: string,
  change: { readonly answeredAt?: Instant; readonly usedAt?: Instant; readonly sealedState?: Buffer },
): Promise<void> {
  await tx.update(signInAttempt).set(change).where(eq(signInAttempt.id, id))
}

type Known = {
  readonly subject: string
  readonly employmentNumber?: string | undefined
  readonly personalNumber?: string | undefined
}

/** Returns the persons that what a provider says leads to: by its subject, by employment number, by a registered personal number. */
export async function findTraces(
  tx: ReadTx,
  providerId: string,
  { subject, employmentNumber, personalNumber: digits }: Known,
): Promise<Omit<Traces, 'invited'>> {
  return {
    bound: await findBound(tx, providerId, subject),
    byEmploymentNumber: employmentNumber === undefined ? undefined : await findByEmploymentNumber(tx, employmentNumber),
    byPersonalNumber: digits === undefined ? undefined : await findByPersonalNumber(tx, digits),
  }
}

async function findBound(tx: ReadTx, providerId: string, subject: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ personId: externalIdentity.personId })
    .from(externalIdentity)
    .where(
      and(
        eq(externalIdentity.providerId, providerId),
        eq(externalIdentity.subject, subject),
        isNull(externalIdentity.endedAt),
      ),
    )
  return row?.personId
}

async function findByEmploymentNumber(tx: ReadTx, number: string): Promise<string | undefined> {
  const [row] = await tx.select({ id: person.id }).from(person).where(eq(person.employmentNumber, number))
  return row?.id
}

/** The twelve digits; nothing is opened to compare them. */
async function findByPersonalNumber(tx: ReadTx, digits: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ personId: personalNumber.personId })
    .from(personalNumber)
    .where(and(eq(personalNumber.digest, tx.digest(digits)), sql`${personalNumber.neededFor} in ('sign-in', 'both')`))
  return row?.personId
}

/** Returns an invitation that can still be used, by the hash of its token, or undefined. */
export async function findOpenInvitation(tx: ReadTx, tokenHash: string, now: Instant): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: accountInvitation.id, expiresAt: accountInvitation.expiresAt })
    .from(accountInvitation)
    .where(
      and(
        eq(accountInvitation.tokenHash, tokenHash),
        isNull(accountInvitation.usedAt),
        isNull(accountInvitation.endedAt),
      ),
    )
  return row && row.expiresAt > now ? row.id : undefined
}

/** Returns whom an invitation is for, as long as it can be used, locked; or undefined. */
export async function lockInvited(tx: Tx, invitationId: string, now: Instant): Promise<string | undefined> {
  const [row] = await tx.select().from(accountInvitation).where(eq(accountInvitation.id, invitationId)).for('update')
  const isOpen = row && row.usedAt === null && row.endedAt === null && row.expiresAt > now
  return isOpen ? row.personId : undefined
}

export async function markInvitationUsed(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.update(accountInvitation).set({ usedAt: at }).where(eq(accountInvitation.id, id))
}

type Binding = {
  readonly municipalityId: string
  readonly providerId: string
  readonly subject: string
  readonly personId: string
  readonly boundBy: BoundBy
  readonly at: Instant
}

/** Binds the subject to the person; whatever the provider called them before is not theirs any longer. */
export async function bindIdentity(tx: Tx, { at, ...binding }: Binding): Promise<void> {
  await tx
    .update(externalIdentity)
    .set({ endedAt: at })
    .where(
      and(
        eq(externalIdentity.providerId, binding.providerId),
        eq(externalIdentity.personId, binding.personId),
        isNull(externalIdentity.endedAt),
      ),
    )
  await tx.insert(externalIdentity).values({ ...binding, boundAt: at, lastUsedAt: at })
}

/** Whether the provider has vouched for the person before and still does. */
export async function isBoundAt(tx: ReadTx, providerId: string, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: externalIdentity.id })
    .from(externalIdentity)
    .where(
      and(
        eq(externalIdentity.providerId, providerId),
        eq(externalIdentity.personId, personId),
        isNull(externalIdentity.endedAt),
      ),
    )
  return row !== undefined
}

export async function markIdentityUsed(tx: Tx, providerId: string, subject: string, at: Instant): Promise<void> {
  await tx
    .update(externalIdentity)
    .set({ lastUsedAt: at })
    .where(
      and(
        eq(externalIdentity.providerId, providerId),
        eq(externalIdentity.subject, subject),
        isNull(externalIdentity.endedAt),
      ),
    )
}
