import { type PublicRequest, publicGet, publicPost } from '../../platform/http/public.ts'
import { hashToken } from '../../platform/tokens.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { signInPath } from './accounts.paths.ts'
import { findVisitor, type Visitor } from './accounts.store.ts'
import { providerStartPath } from './external.paths.ts'
import { acceptInvitation } from './invitations.commands.ts'
import { invitationPath } from './invitations.paths.ts'
import { invitationState } from './invitations.rules.ts'
import { committeesOf, findInvitation } from './invitations.store.ts'
import { invitationsTexts } from './invitations.texts.ts'
import { type ClosedInvitation, ClosedInvitationPage, WelcomePage } from './invitations.views.tsx'
import { newPasskeyPath } from './passkeys.paths.ts'
import { allowsPasskeys } from './passkeys.store.ts'
import { listProviders } from './providers.store.ts'

/** The page that the letter of an invitation leads to. */
export const invitationsRoutes = [
  publicGet('/:municipality/valkommen/:token', async (request) => {
    const municipality = await request.municipality()
    const token = request.param('token')
    const visitor = await visitorOf(request, municipality.id, request.session?.token)
    const found = await request.read({ municipalityId: municipality.id }, async (tx) => {
      const invited = await findInvitation(tx, hashToken(token))
      return {
        invited,
        committees: invited ? await committeesOf(tx, invited.person.id, request.today) : [],
        providers: (await listProviders(tx)).filter(({ state }) => state === 'on'),
        functionAddress: (await getMunicipality(tx, municipality.id)).functionAddress,
      }
    })
    const { invited, committees, providers, functionAddress } = found
    if (!invited) return closedPage(request, 'unknown')
    const state = invitationState(invited.invitation, request.now)
    if (state !== 'open') return closedPage(request, state)
    if (visitor && visitor.person.id !== invited.person.id) return closedPage(request, 'other')
    if (invited.person.lockedAt !== null || committees.length === 0) return closedPage(request, 'barred')
    const { slug, name } = municipality
    return request.page(
      invitationsTexts(request.language).title,
      <WelcomePage
        language={request.language}
        name={invited.person.name}
        committees={committees.join(', ')}
        municipality={name}
        functionAddress={functionAddress}
        providers={providers.map(({ id, label }) => ({
          label,
          href: `${providerStartPath(slug, id)}?inbjudan=${encodeURIComponent(token)}`,
        }))}
        action={invitationPath(slug, token)}
      />,
      { municipality },
    )
  }),

  publicPost('/:municipality/valkommen/:token', async (request) => {
    const municipality = await request.municipality()
    const municipalityId = municipality.id
    const token = request.param('token')
    const visitor = await visitorOf(request, municipalityId, request.session?.token)
    const invited = await request.read({ municipalityId }, (tx) => findInvitation(tx, hashToken(token)))
    if (visitor && invited && visitor.person.id !== invited.person.id) return closedPage(request, 'other')
    const outcome = await request.runSystem(municipalityId, acceptInvitation, {
      token,
      browser: request.browser,
      earlierToken: request.session?.token,
    })
    if (!outcome.ok) return closedPage(request, 'unknown')
    if (outcome.value.token === undefined) return closedPage(request, outcome.value.because)
    return request.redirectWithSession(await firstPath(request, municipality, outcome.value.token), outcome.value.token)
  }),
]

/** Where somebody who has just come in goes: to the suggestion of a passkey, where those are used. */
async function firstPath(
  request: PublicRequest,
  municipality: { readonly id: string; readonly slug: string },
  token: string,
): Promise<string> {
  const visitor = await visitorOf(request, municipality.id, token)
  const committee = visitor?.memberships[0]?.committee.slug
  const isPasskeyUsed = await request.read({ municipalityId: municipality.id }, (tx) => allowsPasskeys(tx))
  return isPasskeyUsed && committee !== undefined
    ? newPasskeyPath({ municipality: municipality.slug, committee })
    : `/${municipality.slug}`
}

async function visitorOf(
  request: PublicRequest,
  municipalityId: string,
  token: string | undefined,
): Promise<Visitor | undefined> {
  if (token === undefined) return undefined
  const { now, today } = request
  return request.read({ municipalityId }, (tx) => findVisitor(tx, { tokenHash: hashToken(token), now, today }))
}

async function closedPage(request: PublicRequest, why: ClosedInvitation): Promise<Response> {
  const municipality = await request.municipality()
  const { functionAddress } = await request.read({ municipalityId: municipality.id }, (tx) =>
    getMunicipality(tx, municipality.id),
  )
  return request.page(
    invitationsTexts(request.language).closedTitle[why],
    <ClosedInvitationPage
      language={request.language}
      why={why}
      functionAddress={functionAddress}
      onwardHref={why === 'other' ? `/${municipality.slug}` : signInPath(municipality.slug)}
    />,
    { municipality },
  )
}
