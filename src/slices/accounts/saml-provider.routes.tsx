import { NotFound } from '../../kernel/errors.ts'
import { isId } from '../../platform/ids.ts'
import { type PublicRequest, publicGet, publicPost } from '../../platform/http/public.ts'
import { samlMetadata } from '../../platform/sign-in/saml-metadata.ts'
import { samlPeer } from '../../platform/sign-in/saml-protocol.ts'
import { noteFault } from './external.commands.ts'
import { receiveAnswer } from './external.routes.tsx'
import { ourAddresses } from './provider-kinds.routes.tsx'
import { listProviders } from './providers.store.ts'

/** What a SAML identity provider asks of us: our metadata, and a place to post its answers to. */
export const samlRoutes = [
  publicGet('/:municipality/logga-in/:provider{[0-9a-f-]+}/metadata', async (request) => {
    const municipality = await request.municipality()
    const provider = await findSamlProvider(request, municipality.id)
    if (!provider) throw new NotFound('provider')
    const addresses = ourAddresses({ publicUrl: request.publicUrl, municipality: municipality.slug }, provider)
    return new Response(samlMetadata(samlPeer({ settings: provider.settings, addresses })), {
      headers: { 'content-type': 'application/samlmetadata+xml; charset=utf-8', 'cache-control': 'no-store' },
    })
  }),

  publicPost(
    '/:municipality/logga-in/:provider{[0-9a-f-]+}/saml',
    async (request) => {
      const municipality = await request.municipality()
      const providerId = request.param('provider')
      if (isId(providerId) && !(await findSamlProvider(request, municipality.id))) {
        // Somebody sends answers to where nobody was sent for them.
        await request.runSystem(municipality.id, noteFault, { providerId, code: 'saml.no-such-provider', reason: null })
        throw new NotFound('provider')
      }
      // Of all that may be posted this field alone is read: RelayState may say what it likes.
      const { SAMLResponse } = await request.form()
      const answer = new URLSearchParams({ SAMLResponse: typeof SAMLResponse === 'string' ? SAMLResponse : '' })
      return receiveAnswer(request, answer, { kind: 'saml', isFinishedLater: true })
    },
    { crossSite: true },
  ),
]

async function findSamlProvider(request: PublicRequest, municipalityId: string) {
  const providers = await request.read({ municipalityId }, (tx) => listProviders(tx))
  return providers.find(({ id, kind }) => kind === 'saml' && id === request.param('provider'))
}
