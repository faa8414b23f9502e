import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { type PublicRequest, publicGet, publicPost } from '../../platform/http/public.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { totpAddress, totpQr } from '../../platform/sign-in/totp.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { findPerson } from '../people/index.ts'
import { signInPath } from './accounts.paths.ts'
import { beginEmergency, confirmEmergency, removeEmergency, signInWithEmergency } from './emergency.commands.ts'
import { emergencyPath, emergencySignInPath } from './emergency.paths.ts'
import { findEmergency } from './emergency.store.ts'
import { emergencyTexts } from './emergency.texts.ts'
import { ConfirmEmergencyPage, EmergencyPage, EmergencySignInPage, NewEmergencyPage } from './emergency.views.tsx'
import { freshly } from './fresh-session.routes.tsx'
import { accountPath } from './account.paths.ts'
import { passkeysTexts } from './passkeys.texts.ts'

/** Signing in when every other way fails. */
export const emergencySignInRoutes = [
  publicGet('/:municipality/logga-in/nod', (request) => signInPage(request, emptyForm)),

  publicPost('/:municipality/logga-in/nod', async (request) => {
    const municipality = await request.municipality()
    const form = await request.form()
    const typed = {
      email: fieldText(form, 'email'),
      password: plainText(form, 'password'),
      code: fieldText(form, 'code'),
    }
    const outcome = await request.runSystem(municipality.id, signInWithEmergency, {
      ...typed,
      browser: request.browser,
      earlierToken: request.session?.token,
    })
    const tried = outcome.ok ? outcome.value : ({ because: 'emergency.refused' } as const)
    if (tried.token !== undefined) return request.redirectWithSession(`/${municipality.slug}`, tried.token)
    const { errors } = emergencyTexts(request.language)
    const message =
      tried.because === 'emergency.barred'
        ? errors['emergency.barred'](await functionAddress(request, municipality.id))
        : errors['emergency.refused']
    // The code is good once, and the password is not shown: what is left to keep is the address.
    return signInPage(request, { values: { email: typed.email }, errors: [{ field: '', message }] })
  }),
]

/** An administrator's own emergency login. */
export const emergencyRoutes = [
  get(
    '/konto/nodinloggning',
    'sign-in:configure',
    freshly('emergency', (request) => ownPage(request)),
  ),

  post(
    '/konto/nodinloggning',
    'sign-in:configure',
    freshly('emergency', async (request) => {
      const form = await request.form()
      const typed = { password: plainText(form, 'password'), again: plainText(form, 'again') }
      const outcome = await request.run(beginEmergency, typed)
      return outcome.ok ? request.redirect(emergencyPath(request.place)) : ownPage(request, refused(request, outcome))
    }),
  ),

  post(
    '/konto/nodinloggning/kod',
    'sign-in:configure',
    freshly('emergency', async (request) => {
      const code = fieldText(await request.form(), 'code')
      const outcome = await request.run(confirmEmergency, { code })
      return outcome.ok ? request.redirect(emergencyPath(request.place)) : ownPage(request, refused(request, outcome))
    }),
  ),

  post(
    '/konto/nodinloggning/ta-bort',
    'sign-in:configure',
    freshly('emergency', async (request) => {
      await request.run(removeEmergency, {})
      return request.redirect(emergencyPath(request.place))
    }),
  ),
]

/** What fits what there is: a password, the first code, or how it stands. */
async function ownPage(request: PageRequest, form?: FormState): Promise<Response> {
  const { language, place, scope } = request
  const { login, secret, email } = await request.read(async (tx) => {
    const found = await findEmergency(tx, scope.personId)
    const isBegun = found !== undefined && found.confirmedAt === null
    const person = await findPerson(tx, scope.personId)
    return { login: found, secret: isBegun ? tx.unseal(found.sealedTotp) : undefined, email: person?.email ?? '' }
  })
  const texts = emergencyTexts(language)
  const status = form ? 422 : 200
  if (login === undefined) {
    const cancelHref = accountPath(place)
    return request.page(
      texts.heading,
      <NewEmergencyPage language={language} place={place} form={form ?? emptyForm} cancelHref={cancelHref} />,
      status,
    )
  }
  if (secret !== undefined) {
    const service = `Nämndkontakt ${request.municipality.name}`
    const qr = await totpQr(totpAddress(secret, { service, account: email }))
    return request.page(
      texts.confirmTitle,
      <ConfirmEmergencyPage language={language} place={place} form={form ?? emptyForm} qr={qr} secret={secret} />,
      status,
    )
  }
  return request.page(
    texts.heading,
    <EmergencyPage
      language={language}
      place={place}
      login={login}
      signInAddress={`${request.publicUrl}${emergencySignInPath(place.municipality)}`}
      accountHref={accountPath(place)}
      backLabel={passkeysTexts(language).back}
    />,
  )
}

async function signInPage(request: PublicRequest, form: FormState): Promise<Response> {
  const municipality = await request.municipality()
  const { language } = request
  return request.page(
    emergencyTexts(language).signInTitle,
    <EmergencySignInPage
      language={language}
      form={form}
      action={emergencySignInPath(municipality.slug)}
      otherHref={signInPath(municipality.slug)}
    />,
    { municipality, status: form.errors.length > 0 ? 422 : 200 },
  )
}

type Refused = Parameters<typeof refusedForm>[1]

/** Nothing of what was typed is kept: it is all secret. */
function refused({ language }: PageRequest, outcome: Refused): FormState {
  const { 'emergency.barred': _barred, ...sentences } = emergencyTexts(language).errors
  return refusedForm({}, outcome, sentences)
}

/** A password as it was typed: a space at its end belongs to it. */
function plainText(form: RawForm, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

async function functionAddress(request: PublicRequest, municipalityId: string): Promise<string> {
  const { functionAddress: address } = await request.read({ municipalityId }, (tx) =>
    getMunicipality(tx, municipalityId),
  )
  return address
}
