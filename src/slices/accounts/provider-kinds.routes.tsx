import type { VNode } from 'preact'
import { NotFound } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/language.ts'
import type { Outcome } from '../../platform/command.ts'
import type { PageRequest, RawForm } from '../../platform/http/page.ts'
import type { ForeignPeer, ForeignProtocol } from '../../platform/sign-in/foreign-protocol.ts'
import { oidcProtocol } from '../../platform/sign-in/oidc-protocol.ts'
import { samlProtocol } from '../../platform/sign-in/saml-protocol.ts'
import type { FormState } from '../../ui/index.ts'
import { providerAnswerPath, providerMetadataPath, providerSamlPath } from './external.paths.ts'
import { OidcFields } from './oidc-provider.views.tsx'
import { saveOidcProvider } from './providers.commands.ts'
import { newOidcValues, oidcValues } from './providers.forms.ts'
import type { Provider, ProviderKindName } from './providers.rules.ts'
import { providersTexts } from './providers.texts.ts'
import type { ProviderFieldsProps } from './providers.views.tsx'
import { saveSamlProvider } from './saml-provider.commands.ts'
import { newSamlValues, samlValues } from './saml-provider.forms.ts'
import { samlTexts } from './saml-provider.texts.ts'
import { SamlFields } from './saml-provider.views.tsx'

/** All that the pages need to know of one kind of provider. A new kind is a new one of these and nothing else. */
export type ProviderKind = {
  readonly kind: ProviderKindName
  readonly protocol: ForeignProtocol
  /** Runs the kind's own command. */
  readonly save: (request: PageRequest, raw: RawForm) => Promise<Outcome<{ readonly id: string }>>
  readonly newValues: FormState['values']
  /** What the form shows of settings that are kept. */
  readonly valuesOf: (settings: unknown) => FormState['values']
  readonly Fields: (props: ProviderFieldsProps) => VNode
  /** Where answers come, below the public address. */
  readonly answerPath: (municipality: string, providerId: string) => string
  /** What has to be registered at the provider. */
  readonly registered: (
    addresses: ForeignPeer['addresses'],
    language: Language,
  ) => readonly { readonly term: string; readonly description: string }[]
  /** Sentences for the codes of the kind's own form and command. */
  readonly errors: (language: Language) => Readonly<Record<string, string>>
}

const oidcKind: ProviderKind = {
  kind: 'oidc',
  protocol: oidcProtocol,
  save: (request, raw) => request.run(saveOidcProvider, raw),
  newValues: newOidcValues,
  valuesOf: oidcValues,
  Fields: OidcFields,
  answerPath: providerAnswerPath,
  registered: ({ answer }, language) => [{ term: providersTexts(language).oidc.redirectAddress, description: answer }],
  errors: (language) => providersTexts(language).errors,
}

const samlKind: ProviderKind = {
  kind: 'saml',
  protocol: samlProtocol,
  save: (request, raw) => request.run(saveSamlProvider, raw),
  newValues: newSamlValues,
  valuesOf: samlValues,
  Fields: SamlFields,
  answerPath: providerSamlPath,
  registered: ({ answer, metadata }, language) => {
    const { ourName, ourAnswerAddress } = samlTexts(language)
    return [
      { term: ourName, description: metadata },
      { term: ourAnswerAddress, description: answer },
    ]
  },
  errors: (language) => ({ ...providersTexts(language).errors, ...samlTexts(language).errors }),
}

/** Every kind of provider, in the order in which they are offered. */
export const providerKinds: readonly ProviderKind[] = [oidcKind, samlKind]

/** Returns the kind with this name. Throws `NotFound`. */
export function providerKind(name: string): ProviderKind {
  const found = providerKinds.find(({ kind }) => kind === name)
  if (!found) throw new NotFound('kind')
  return found
}

type Where = { readonly publicUrl: string; readonly municipality: string }

/** Returns our addresses for one provider. */
export function ourAddresses(
  { publicUrl, municipality }: Where,
  { kind, id }: Pick<Provider, 'kind' | 'id'>,
): ForeignPeer['addresses'] {
  return {
    answer: `${publicUrl}${providerKind(kind).answerPath(municipality, id)}`,
    metadata: `${publicUrl}${providerMetadataPath(municipality, id)}`,
  }
}

/** Returns a provider as its protocol speaks with it. */
export function foreignPeer(
  where: Where,
  provider: Provider & { readonly secret: string | undefined },
  fresh = false,
): ForeignPeer {
  return {
    settings: provider.settings,
    secret: provider.secret,
    addresses: ourAddresses(where, provider),
    allowLoopbackHttp: where.publicUrl.startsWith('http:'),
    fresh,
  }
}
