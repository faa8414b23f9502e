import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import type { Outcome } from '../../platform/command.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, type FormState, Paragraph, TextLink } from '../../ui/index.ts'
import { feeTermsPath } from '../claims/claims.year.paths.ts'
import {
  findMaskedNumber,
  getPerson,
  liftProtection,
  listHoldings,
  protectIdentity,
  registerPersonalNumber,
  removePersonalNumber,
  seeProtectedIdentity,
} from '../people/index.ts'
import { DeathSection } from './death.views.tsx'
import { listIdentities } from './identities.store.ts'
import { invitePerson, withdrawInvitation } from './invitations.commands.ts'
import { invitationState } from './invitations.rules.ts'
import { findLatestInvitation } from './invitations.store.ts'
import { registerIdentityTexts } from './register-identity.texts.ts'
import {
  PersonalNumberPage,
  PersonalNumberSection,
  ProtectionSection,
  SeenIdentityPage,
} from './register-identity.views.tsx'
import { PersonPage } from './register-person.views.tsx'
import { unbindIdentity, unlock } from './register.commands.ts'
import { type PersonNotice, personPath } from './register.paths.ts'
import { lastSignedIn } from './register.store.ts'
import { registerTexts } from './register.texts.ts'

/** One person of the register, and what is done there with a single button. */
export const registerPersonRoutes = [
  get('/installningar/personer/:id', 'people:read', (request) => personPage(request, emptyForm)),

  post('/installningar/personer/:id/las-upp', 'people:administer', async (request) =>
    answer(request, await request.run(unlock, { personId: request.id() }), 'unlocked'),
  ),

  post('/installningar/personer/:id/bjud-in', 'people:administer', async (request) => {
    const { publicUrl } = request
    return answer(request, await request.run(invitePerson, { personId: request.id(), publicUrl }), 'invited')
  }),

  post('/installningar/personer/:id/aterta-inbjudan', 'people:administer', async (request) =>
    answer(request, await request.run(withdrawInvitation, { personId: request.id() }), 'withdrawn'),
  ),

  post('/installningar/personer/:id/kopplingar/:identity/ta-bort', 'people:administer', async (request) => {
    const ids = { personId: request.id(), identityId: request.id('identity') }
    return answer(request, await request.run(unbindIdentity, ids), 'unbound')
  }),

  post('/installningar/personer/:id/skydda', 'protected-identity:see', async (request) =>
    answer(request, await request.run(protectIdentity, { personId: request.id() }), 'protected'),
  ),

  post('/installningar/personer/:id/upphav-skydd', 'protected-identity:see', async (request) =>
    answer(request, await request.run(liftProtection, { personId: request.id() }), 'lifted'),
  ),

  // A post, since it leaves a row in the log: a page that is opened by itself, or again, shows nothing.
  post('/installningar/personer/:id/visa-skyddat', 'protected-identity:see', async (request) => {
    const { language, place } = request
    const { name: alias } = await request.read((tx) => getPerson(tx, request.scope, request.id()))
    const outcome = await request.run(seeProtectedIdentity, { personId: request.id() })
    if (!outcome.ok) return personPage(request, refusedForm({}, outcome, registerTexts(language).errors))
    const seen = { language, alias, ...outcome.value, backHref: personPath(place, request.id()) }
    return request.page(registerIdentityTexts(language).seenTitle, <SeenIdentityPage {...seen} />)
  }),

  get('/installningar/personer/:id/personnummer', 'personal-numbers:register', (request) =>
    numberPage(request, emptyForm),
  ),

  post('/installningar/personer/:id/personnummer', 'personal-numbers:register', async (request) => {
    const form = await request.form()
    const typed = { number: fieldText(form, 'number'), neededFor: form.neededFor }
    const outcome = await request.run(registerPersonalNumber, { ...typed, personId: request.id() })
    if (outcome.ok) return request.redirect(personPath(request.place, request.id(), 'number-saved'))
    // The number does not come back into the page: it is typed anew.
    const { number: _number, ...kept } = form
    return numberPage(request, refusedForm(kept, outcome, registerTexts(request.language).errors))
  }),

  post('/installningar/personer/:id/personnummer/ta-bort', 'personal-numbers:register', async (request) =>
    answer(request, await request.run(removePersonalNumber, { personId: request.id() }), 'number-removed'),
  ),
]

async function answer(request: PageRequest, outcome: Outcome<unknown>, done: PersonNotice): Promise<Response> {
  if (outcome.ok) return request.redirect(personPath(request.place, request.id(), done))
  return personPage(request, refusedForm({}, outcome, registerTexts(request.language).errors))
}

async function personPage(request: PageRequest, form: FormState): Promise<Response> {
  const { language, place, scope, now } = request
  const id = request.id()
  const maySeeNumber = may(scope, 'personal-numbers:register')
  const found = await request.read(async (tx) => ({
    person: await getPerson(tx, scope, id),
    holdings: await listHoldings(tx, scope, id),
    identities: await listIdentities(tx, id),
    invitation: await findLatestInvitation(tx, id),
    lastSignedIn: await lastSignedIn(tx, id),
    number: maySeeNumber ? await findMaskedNumber(tx, id) : undefined,
  }))
  const { person, holdings, identities, invitation, number } = found
  const isProtected = person.protectedSince !== null
  const parts = { language, place, personId: id }
  return request.page(
    person.name,
    <PersonPage
      language={language}
      place={place}
      form={form}
      notice={registerTexts(language).notices[request.query('klart') ?? '']}
      person={{
        ...person,
        email: isProtected ? undefined : person.email,
        isProtected,
        lastSignedIn: found.lastSignedIn,
      }}
      holdings={holdings}
      identities={identities}
      invitation={invitation && { ...invitation, state: invitationState(invitation, now) }}
      mayChange={may(scope, 'people:administer')}
      isSelf={id === scope.personId}
    >
      {may(scope, 'protected-identity:see') && <ProtectionSection {...parts} since={person.protectedSince} />}
      {maySeeNumber && <PersonalNumberSection {...parts} number={number} />}
      {may(scope, 'fee-terms:edit') && (
        <Paragraph>
          <TextLink href={feeTermsPath(place, id)}>{registerTexts(language).feeTerms}</TextLink>
        </Paragraph>
      )}
      {may(scope, 'people:administer') && (
        <DeathSection {...parts} diedOn={person.diedOn} isSelf={id === scope.personId} />
      )}
    </PersonPage>,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function numberPage(request: PageRequest, form: FormState): Promise<Response> {
  const { language, place, scope } = request
  const person = await request.read((tx) => getPerson(tx, scope, request.id()))
  const cancelHref = personPath(place, person.id)
  const page = { language, place, personId: person.id, form, name: person.name, cancelHref }
  return request.page(
    registerIdentityTexts(language).register,
    <PersonalNumberPage {...page} />,
    form.errors.length > 0 ? 422 : 200,
  )
}
