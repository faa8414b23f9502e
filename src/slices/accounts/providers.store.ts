import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { externalIdentity, identityProvider, session, signInPolicy } from './accounts.tables.ts'
import { type Provider, type SignInPolicy, usualPolicy } from './providers.rules.ts'

const columns = {
  id: identityProvider.id,
  kind: identityProvider.kind,
  label: identityProvider.label,
  settings: identityProvider.settings,
  state: identityProvider.state,
  hasSecret: sql<boolean>`${identityProvider.sealedSecret} is not null`,
  testedAt: identityProvider.testedAt,
}

/** Returns the municipality's providers, oldest first. */
export async function listProviders(tx: ReadTx): Promise<readonly Provider[]> {
  return tx
    .select(columns)
    .from(identityProvider)
    .where(isNull(identityProvider.removedAt))
    .orderBy(asc(identityProvider.id))
}

/** Returns one of the municipality's providers. Throws `NotFound` when it has no such, or no longer. */
export async function getProvider(tx: ReadTx, id: string): Promise<Provider> {
  const [row] = await tx
    .select(columns)
    .from(identityProvider)
    .where(and(eq(identityProvider.id, id), isNull(identityProvider.removedAt)))
  if (!row) throw new NotFound('provider')
  return row
}

/** Returns the same with its secret, opened: for speaking with the provider alone. Throws `NotFound`. */
export async function getProviderWithSecret(tx: ReadTx, id: string) {
  const provider = await getProvider(tx, id)
  const [row] = await tx
    .select({ sealed: identityProvider.sealedSecret })
    .from(identityProvider)
    .where(eq(identityProvider.id, id))
  return { ...provider, secret: row?.sealed ? tx.unseal(row.sealed) : undefined }
}

/** Returns one for changing, locked. Throws `NotFound`. */
export async function lockProvider(tx: Tx, id: string): Promise<Provider> {
  await tx.select({ id: identityProvider.id }).from(identityProvider).where(eq(identityProvider.id, id)).for('update')
  return getProvider(tx, id)
}

export type ProviderChange = {
  readonly label: string
  readonly settings: object
  /** Absent: the one that is kept stays. */
  readonly secret: string | undefined
}

/** Adds a provider that is off. Returns whether the id was free. */
export async function addProvider(
  tx: Tx,
  { secret, ...row }: ProviderChange & Pick<Provider, 'id' | 'kind'> & { readonly municipalityId: string },
): Promise<boolean> {
  const added = await tx
    .insert(identityProvider)
    .values({ ...row, sealedSecret: secret === undefined ? null : tx.seal(secret) })
    .onConflictDoNothing()
    .returning({ id: identityProvider.id })
  return added.length === 1
}

/** Changes a provider; with other settings or another secret it has to be tested anew, and is off until then. */
export async function changeProvider(tx: Tx, id: string, { label, settings, secret }: ProviderChange): Promise<void> {
  const before = await settingsFingerprint(tx, id)
  const sealed = secret === undefined ? {} : { sealedSecret: tx.seal(secret) }
  await tx
    .update(identityProvider)
    .set({ label, settings, ...sealed })
    .where(eq(identityProvider.id, id))
  if ((await settingsFingerprint(tx, id)) === before) return
  await tx.update(identityProvider).set({ testedAt: null, state: 'off' }).where(eq(identityProvider.id, id))
}

export async function setProviderState(tx: Tx, id: string, state: Provider['state']): Promise<void> {
  await tx.update(identityProvider).set({ state }).where(eq(identityProvider.id, id))
}

/** Writes down a good test of settings that are the same still; returns whether they were. */
export async function markTested(tx: Tx, id: string, at: Instant, fingerprint: string): Promise<boolean> {
  if ((await settingsFingerprint(tx, id)) !== fingerprint) return false
  await tx.update(identityProvider).set({ testedAt: at }).where(eq(identityProvider.id, id))
  return true
}

/** Returns what tells one state of the settings and the secret from another, or undefined when there are none. */
export async function settingsFingerprint(tx: ReadTx, id: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ settings: identityProvider.settings, sealed: identityProvider.sealedSecret })
    .from(identityProvider)
    .where(and(eq(identityProvider.id, id), isNull(identityProvider.removedAt)))
  return row && tx.digest(`${JSON.stringify(row.settings)}\n${row.sealed?.toString('base64') ?? ''}`).toString('hex')
}

/** Removes a provider and forgets its secret; whoever it vouched for is no longer known by it. */
export async function removeProviderRow(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx
    .update(identityProvider)
    .set({ removedAt: at, state: 'off', sealedSecret: null })
    .where(eq(identityProvider.id, id))
  await endIdentitiesOf(tx, id, at)
}

/** Unbinds everybody whom the provider knows, and returns how many. */
export async function endIdentitiesOf(tx: Tx, providerId: string, at: Instant): Promise<number> {
  const ended = await tx
    .update(externalIdentity)
    .set({ endedAt: at })
    .where(and(eq(externalIdentity.providerId, providerId), isNull(externalIdentity.endedAt)))
    .returning({ id: externalIdentity.id })
  return ended.length
}

/** Ends the open sessions that the provider vouched for, and returns how many. */
export async function endSessionsOf(tx: Tx, providerId: string, at: Instant): Promise<number> {
  const ended = await tx
    .update(session)
    .set({ endedAt: at, endedBecause: 'provider-off' })
    .where(and(eq(session.providerId, providerId), isNull(session.endedAt)))
    .returning({ id: session.id })
  return ended.length
}

/** Returns what the municipality has settled about its ways in. */
export async function findPolicy(tx: ReadTx): Promise<SignInPolicy> {
  const [row] = await tx
    .select({
      codes: signInPolicy.codes,
      passkeys: signInPolicy.passkeys,
      idleMinutes: signInPolicy.idleMinutes,
      absoluteHours: signInPolicy.absoluteHours,
    })
    .from(signInPolicy)
  return row ?? usualPolicy
}

export async function savePolicyRow(tx: Tx, municipalityId: string, policy: SignInPolicy): Promise<void> {
  await tx
    .insert(signInPolicy)
    .values({ municipalityId, ...policy })
    .onConflictDoUpdate({ target: signInPolicy.municipalityId, set: policy })
}
