import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { oidcSettings } from '../../platform/sign-in/oidc-settings.ts'
import { oidcFields, policyForm, providerForm } from './providers.forms.ts'
import { leavesAWayIn, type ProviderKindName, subjectsWithin } from './providers.rules.ts'
import {
  addProvider,
  changeProvider,
  endIdentitiesOf,
  endSessionsOf,
  findPolicy,
  getProvider,
  listProviders,
  lockProvider,
  removeProviderRow,
  savePolicyRow,
  setProviderState,
} from './providers.store.ts'

/** Settles which ways in are open and how long a session lives. Refuses when nobody could come in any more. */
export const savePolicy = command({
  name: 'accounts.save-sign-in-policy',
  allow: 'sign-in:configure',
  input: policyForm,
  run: async ({ tx, scope, note }, policy) => {
    const on = (await listProviders(tx)).filter(({ state }) => state === 'on')
    if (!leavesAWayIn(policy, on.length)) return refuse('accounts.last-way-in', {}, 'codes')
    await savePolicyRow(tx, scope.municipalityId, policy)
    note({ type: 'municipality', id: scope.municipalityId }, policy)
    return done({})
  },
})

type Kept = {
  readonly id: string
  readonly label: string
  readonly settings: object
  readonly secret?: string | undefined
}

/**
 * Keeps a provider of one kind: a new one, or other settings for one that is there. Changed settings or another secret
 * have to be tested anew, and let nobody in before that; where others give the subjects than before, everybody whom the
 * provider knew is unbound. For the command of each kind.
 */
export async function keepProvider(
  { tx, scope, now, note }: CommandContext,
  kind: ProviderKindName,
  { id, label, settings, secret }: Kept,
  { needsSecret }: { readonly needsSecret: boolean },
): Promise<Result<{ readonly id: string }>> {
  const known = (await listProviders(tx)).some((it) => it.id === id)
  const kept = known ? await lockProvider(tx, id) : undefined
  if (kept && kept.kind !== kind) throw new NotFound('provider')
  if (needsSecret && secret === undefined && !kept?.hasSecret) return refuse('accounts.secret-missing', {}, 'secret')
  if (kept) {
    await changeProvider(tx, id, { label, settings, secret })
    if (subjectsWithin(kept.settings) !== subjectsWithin(settings)) {
      const endedSessions = await endSessionsOf(tx, id, now)
      note({ type: 'identity-provider', id }, { unbound: await endIdentitiesOf(tx, id, now), endedSessions })
    }
  } else if (!(await addProvider(tx, { id, municipalityId: scope.municipalityId, kind, label, settings, secret }))) {
    throw new NotFound('provider')
  }
  note({ type: 'identity-provider', id }, { kind, label, settings, newSecret: secret !== undefined })
  return done({ id })
}

/** Keeps an OpenID provider. */
export const saveOidcProvider = command({
  name: 'accounts.save-oidc-provider',
  allow: 'sign-in:configure',
  input: z.intersection(
    providerForm,
    oidcFields.transform((typed): z.input<typeof oidcSettings> => typed).pipe(oidcSettings),
  ),
  run: (context, { id, label, secret, ...settings }) =>
    keepProvider(context, 'oidc', { id, label, secret, settings }, { needsSecret: true }),
})

const oneProvider = z.strictObject({ id: z.uuid() })

/** Lets people in by a provider that has been tested with the settings it has. */
export const openProvider = command({
  name: 'accounts.open-provider',
  allow: 'sign-in:configure',
  input: oneProvider,
  run: async ({ tx, note }, { id }) => {
    const { testedAt } = await lockProvider(tx, id)
    if (testedAt === null) return refuse('accounts.not-tested')
    await setProviderState(tx, id, 'on')
    note({ type: 'identity-provider', id }, { state: 'on' })
    return done({})
  },
})

/** Lets nobody in by the provider any longer, and ends the sessions it vouched for. */
export const closeProvider = command({
  name: 'accounts.close-provider',
  allow: 'sign-in:configure',
  input: oneProvider,
  run: async (context, { id }) => {
    await lockProvider(context.tx, id)
    if (await isLastWayIn(context, id)) return refuse('accounts.last-way-in')
    await setProviderState(context.tx, id, 'off')
    const endedSessions = await endSessionsOf(context.tx, id, context.now)
    context.note({ type: 'identity-provider', id }, { state: 'off', endedSessions })
    return done({})
  },
})

/** Takes a provider away with its secret, and unbinds everybody it vouched for. */
export const removeProvider = command({
  name: 'accounts.remove-provider',
  allow: 'sign-in:configure',
  input: oneProvider,
  run: async (context, { id }) => {
    await lockProvider(context.tx, id)
    if (await isLastWayIn(context, id)) return refuse('accounts.last-way-in')
    const endedSessions = await endSessionsOf(context.tx, id, context.now)
    await removeProviderRow(context.tx, id, context.now)
    context.note({ type: 'identity-provider', id }, { state: 'removed', endedSessions })
    return done({})
  },
})

async function isLastWayIn({ tx }: CommandContext, id: string): Promise<boolean> {
  const provider = await getProvider(tx, id)
  if (provider.state === 'off') return false
  const others = (await listProviders(tx)).filter((it) => it.state === 'on' && it.id !== id)
  return !leavesAWayIn(await findPolicy(tx), others.length)
}
