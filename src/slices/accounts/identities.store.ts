import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { externalIdentity, identityProvider } from './accounts.tables.ts'

export type BoundIdentity = {
  readonly id: string
  readonly providerId: string
  readonly label: string
  readonly isOn: boolean
  readonly boundAt: Instant
  readonly lastUsedAt: Instant | null
}

/** Returns by whom the person is known elsewhere: the providers' names, never what they call the person. */
export async function listIdentities(tx: ReadTx, personId: string): Promise<readonly BoundIdentity[]> {
  const rows = await tx
    .select({
      id: externalIdentity.id,
      providerId: externalIdentity.providerId,
      label: identityProvider.label,
      state: identityProvider.state,
      boundAt: externalIdentity.boundAt,
      lastUsedAt: externalIdentity.lastUsedAt,
    })
    .from(externalIdentity)
    .innerJoin(identityProvider, eq(identityProvider.id, externalIdentity.providerId))
    .where(
      and(
        eq(externalIdentity.personId, personId),
        isNull(externalIdentity.endedAt),
        isNull(identityProvider.removedAt),
      ),
    )
    .orderBy(asc(externalIdentity.boundAt), asc(externalIdentity.id))
  return rows.map(({ state, ...row }) => ({ ...row, isOn: state === 'on' }))
}

/** Returns the names of the providers that are on and know the person; none for nobody. */
export async function liveProviders(tx: ReadTx, personId: string | undefined): Promise<readonly string[]> {
  const identities = await listIdentities(tx, personId ?? '00000000-0000-0000-0000-000000000000')
  return identities.filter(({ isOn }) => isOn).map(({ label }) => label)
}

/** Unbinds one of the person's identities. Returns the provider, or undefined when there is none that is bound. */
export async function endIdentity(
  tx: Tx,
  of: { readonly personId: string; readonly identityId: string },
  at: Instant,
): Promise<string | undefined> {
  const [row] = await tx
    .update(externalIdentity)
    .set({ endedAt: at })
    .where(
      and(
        eq(externalIdentity.id, of.identityId),
        eq(externalIdentity.personId, of.personId),
        isNull(externalIdentity.endedAt),
      ),
    )
    .returning({ providerId: externalIdentity.providerId })
  return row?.providerId
}
