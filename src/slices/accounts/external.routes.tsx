import { NotFound } from '../../kernel/errors.ts'
import { isId } from '../../platform/ids.ts'
import { type PublicMunicipality, type PublicRequest, publicGet } from '../../platform/http/public.ts'
import { newToken } from '../../platform/tokens.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { signInPath } from './accounts.paths.ts'
import { beginForeignSignIn, finishForeignSignIn, keepAnswer, noteFault, takeAnswer } from './external.commands.ts'
import { finishPath, ticketName } from './external.paths.ts'
import { type Hindrance, HinderedPage, hindranceTitle } from './external.views.tsx'
import { foreignPeer, providerKind } from './provider-kinds.routes.tsx'
import type { ProviderKindName } from './providers.rules.ts'
import { getProviderWithSecret } from './providers.store.ts'

/** Signing in by somebody else's word: away to the provider, back with its answer, and in. */
export const externalRoutes = [
  publicGet(
    '/:municipality/logga-in/klar',
    async (request) => {
      const municipality = await request.municipality()
      const outcome = await request.runSystem(municipality.id, finishForeignSignIn, {
        handle: request.attempt,
        ticket: request.query(ticketName),
        browser: request.browser,
        earlierToken: request.session?.token,
      })
      if (!outcome.ok) throw new Error(outcome.code)
      const finished = outcome.value
      if (finished.outcome === 'signed-in') return request.redirectWithSession(finished.returnTo, finished.token)
      if (finished.outcome === 'tested') return request.redirect(finished.returnTo)
      if (finished.outcome === 'refused') return hindered(request, municipality, hindranceOf(finished.code))
      return hindered(request, municipality, finished.outcome)
    },
    { writes: true },
  ),

  publicGet(
    '/:municipality/logga-in/:provider{[0-9a-f-]+}',
    async (request) => {
      const municipality = await request.municipality()
      const provider = await providerOf(request, municipality)
      if (provider.state === 'off') throw new NotFound('provider')
      const peer = foreignPeer({ publicUrl: request.publicUrl, municipality: municipality.slug }, provider)
      const begun = await providerKind(provider.kind).protocol.begin(peer)
      const providerId = provider.id
      if (!begun.ok) {
        const { code, facts } = begun
        await request.runSystem(municipality.id, noteFault, { providerId, code, reason: facts.reason })
        return hindered(request, municipality, hindranceOf(code))
      }
      const handle = newToken()
      const { url, ...begunWith } = begun.value
      const outcome = await request.runSystem(municipality.id, beginForeignSignIn, {
        ...begunWith,
        providerId,
        handle,
        returnTo: pathWithin(municipality.slug, request.query('till')),
        invitationToken: request.query('inbjudan'),
      })
      if (!outcome.ok) throw new NotFound('provider')
      return request.redirectOut(new URL(url), handle)
    },
    { writes: true },
  ),

  publicGet(
    '/:municipality/logga-in/:provider{[0-9a-f-]+}/svar',
    (request) => receiveAnswer(request, request.url.searchParams, { kind: 'oidc', isFinishedLater: false }),
    { writes: true },
  ),
]

/**
 * Takes what a provider answered and sends the browser to where it finishes. `isFinishedLater` is for an answer that
 * another site posts: the browser brings no cookie with it, so that only the finish can tell whether it is the same one.
 */
export async function receiveAnswer(
  request: PublicRequest,
  answer: URLSearchParams,
  { kind, isFinishedLater }: { readonly kind: ProviderKindName; readonly isFinishedLater: boolean },
): Promise<Response> {
  const municipality = await request.municipality()
  const provider = await providerOf(request, municipality)
  // Each kind answers at its own address: nothing that one signs is read where another's would be.
  if (provider.kind !== kind) throw new NotFound('provider')
  const { protocol } = providerKind(kind)
  const providerId = provider.id
  const taken = await request.runSystem(municipality.id, takeAnswer, {
    providerId,
    requestId: protocol.requestIdOf(answer),
    handle: request.attempt,
    isFinishedLater,
  })
  if (!taken.ok || taken.value === undefined) return hindered(request, municipality, 'no-attempt')
  const { attemptId, fingerprint, ...begun } = taken.value
  const peer = foreignPeer({ publicUrl: request.publicUrl, municipality: municipality.slug }, provider)
  const result = await protocol.finish(peer, answer, { ...begun, now: request.now })
  const came = result.ok
    ? { answer: result.value }
    : { refusal: { code: result.code, reason: result.facts.reason ?? null } }
  const kept = await request.runSystem(municipality.id, keepAnswer, { providerId, attemptId, fingerprint, ...came })
  if (!kept.ok) throw new Error(kept.code)
  return request.redirect(finishPath(municipality.slug, kept.value.ticket))
}

async function providerOf(request: PublicRequest, municipality: PublicMunicipality) {
  const id = request.param('provider')
  if (!isId(id)) throw new NotFound('provider')
  return request.read({ municipalityId: municipality.id }, (tx) => getProviderWithSecret(tx, id))
}

async function hindered(request: PublicRequest, municipality: PublicMunicipality, why: Hindrance) {
  const { functionAddress } = await request.read({ municipalityId: municipality.id }, (tx) =>
    getMunicipality(tx, municipality.id),
  )
  return request.page(
    hindranceTitle(request.language, why),
    <HinderedPage
      language={request.language}
      why={why}
      functionAddress={functionAddress}
      againHref={signInPath(municipality.slug)}
    />,
    { municipality, status: 422 },
  )
}

function hindranceOf(code: string): Hindrance {
  return code.endsWith('.unreachable') ? 'unreachable' : 'refused'
}

/** Only an address of the same municipality is gone back to: never another host's, whatever a browser makes of its signs. */
function pathWithin(municipality: string, path: string | undefined): string {
  const home = `/${municipality}`
  if (path === undefined || !path.startsWith(`${home}/`)) return home
  return /^[\w/?=&.%~+-]*$/.test(path) ? path : home
}
