import { NotFound } from '../../kernel/errors.ts'
import { isBadInput } from '../../platform/command.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { type PublicRequest, publicGet, publicPost } from '../../platform/http/public.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { relyingParty } from '../../platform/sign-in/passkeys.ts'
import { emptyForm, type FormState, formOf } from '../../ui/index.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { signInPath } from './accounts.paths.ts'
import { freshly } from './fresh-session.routes.tsx'
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from './passkeys.commands.ts'
import { accountPath } from './account.paths.ts'
import { passkeySignInPath, passkeysPath } from './passkeys.paths.ts'
import { deviceName } from './passkeys.rules.ts'
import { allowsPasskeys, findOwnPasskey, listPasskeys } from './passkeys.store.ts'
import { passkeysTexts } from './passkeys.texts.ts'
import { ChangePasskeyPage, NewPasskeyPage, PasskeySignInPage, PasskeysPage } from './passkeys.views.tsx'

/** Signing in with a passkey. */
export const passkeySignInRoutes = [
  publicGet('/:municipality/logga-in/passnyckel', (request) => signInPage(request, emptyForm), { writes: true }),

  publicPost('/:municipality/logga-in/passnyckel', async (request) => {
    const municipality = await request.municipality()
    const outcome = await request.runSystem(municipality.id, signInWithPasskey, {
      handle: request.attempt,
      answer: fieldText(await request.form(), 'answer'),
      publicUrl: request.publicUrl,
      browser: request.browser,
      earlierToken: request.session?.token,
    })
    if (!outcome.ok) throw new NotFound('passkeys')
    const { value } = outcome
    if (value.token !== undefined) return request.redirectWithSession(`/${municipality.slug}`, value.token)
    const { errors } = passkeysTexts(request.language)
    const message =
      value.because === 'passkeys.barred'
        ? errors['passkeys.barred'](await functionAddress(request, municipality.id))
        : errors[value.because]
    return signInPage(request, { values: {}, errors: [{ field: '', message }] })
  }),
]

/** The own passkeys: listing, adding, renaming and removing them. */
export const passkeysRoutes = [
  get('/konto/nycklar', 'account:own', async (request) => {
    const { language, place, publicUrl, scope } = request
    const { passkeys, isAllowed } = await request.read(async (tx) => ({
      passkeys: await listPasskeys(tx, scope.personId),
      isAllowed: relyingParty(publicUrl) !== undefined && (await allowsPasskeys(tx)),
    }))
    return request.page(
      passkeysTexts(language).heading,
      <PasskeysPage
        language={language}
        place={place}
        accountHref={accountPath(place)}
        passkeys={passkeys}
        isAllowed={isAllowed}
      />,
    )
  }),

  get(
    '/konto/nycklar/ny',
    'account:own',
    freshly('add', (request) => newPage(request)),
  ),

  post(
    '/konto/nycklar/ny',
    'account:own',
    freshly('add', async (request) => {
      const form = await request.form()
      const outcome = await request.run(addPasskey, {
        label: fieldText(form, 'label'),
        attempt: fieldText(form, 'attempt'),
        answer: fieldText(form, 'answer'),
        publicUrl: request.publicUrl,
      })
      const { errors } = passkeysTexts(request.language)
      if (outcome.ok) {
        const { because } = outcome.value
        if (because === undefined) return request.redirect(passkeysPath(request.place))
        return newPage(request, { values: form, errors: [{ field: '', message: errors[because] }] })
      }
      if (outcome.code === 'passkeys.off') throw new NotFound('passkeys')
      return newPage(request, sentences(form, outcome, errors))
    }),
  ),

  get('/konto/nycklar/:id', 'account:own', async (request) => changePage(request)),

  post('/konto/nycklar/:id', 'account:own', async (request) => {
    const form = await request.form()
    const outcome = await request.run(renamePasskey, { id: request.id(), label: fieldText(form, 'label') })
    if (outcome.ok) return request.redirect(passkeysPath(request.place))
    return changePage(request, sentences(form, outcome, passkeysTexts(request.language).errors))
  }),

  post(
    '/konto/nycklar/:id/ta-bort',
    'account:own',
    freshly('remove', async (request) => {
      await request.run(removePasskey, { id: request.id() })
      return request.redirect(passkeysPath(request.place))
    }),
  ),
]

async function newPage(request: PageRequest, refused?: FormState): Promise<Response> {
  const { language, place, publicUrl } = request
  const texts = passkeysTexts(language)
  const asked = await request.run(beginPasskey, { publicUrl, service: `Nämndkontakt, ${request.municipality.name}` })
  if (!asked.ok) {
    if (asked.code === 'passkeys.off') throw new NotFound('passkeys')
    return request.redirect(passkeysPath(place))
  }
  return request.page(
    texts.addTitle,
    <NewPasskeyPage
      language={language}
      form={refused ?? formOf({ label: deviceName(request.browser) ?? texts.usual })}
      place={place}
      listHref={passkeysPath(place)}
      asked={asked.value}
    />,
    refused ? 422 : 200,
    'passkey',
  )
}

async function changePage(request: PageRequest, refused?: FormState): Promise<Response> {
  const { language, place, scope } = request
  const id = request.id()
  const passkey = await request.read((tx) => findOwnPasskey(tx, scope.personId, id))
  if (!passkey) throw new NotFound('passkey')
  return request.page(
    passkeysTexts(language).changeTitle,
    <ChangePasskeyPage
      language={language}
      form={refused ?? formOf({ label: passkey.label })}
      place={place}
      listHref={passkeysPath(place)}
      passkey={passkey}
    />,
    refused ? 422 : 200,
  )
}

async function signInPage(request: PublicRequest, form: FormState): Promise<Response> {
  const municipality = await request.municipality()
  const { language, publicUrl } = request
  const asked = await request.runSystem(municipality.id, beginPasskeySignIn, { publicUrl })
  if (!asked.ok) throw new NotFound('passkeys')
  const page = request.page(
    passkeysTexts(language).signInTitle,
    <PasskeySignInPage
      language={language}
      form={form}
      action={passkeySignInPath(municipality.slug)}
      options={asked.value.options}
      otherHref={signInPath(municipality.slug)}
    />,
    { municipality, status: form.errors.length > 0 ? 422 : 200, script: 'passkey' },
  )
  return request.withAttempt(page, asked.value.handle)
}

type Texts = ReturnType<typeof passkeysTexts>
type Refused = Parameters<typeof refusedForm>[1]

/** A field that never came is no mistake of the person's: it is said of the form as a whole. */
function sentences(values: Parameters<typeof refusedForm>[0], outcome: Refused, errors: Texts['errors']): FormState {
  const { 'passkeys.barred': _barred, ...plain } = errors
  if (isBadInput(outcome) && outcome.issues.some(({ field }) => field !== 'label'))
    return { values, errors: [{ field: '', message: errors.missing }] }
  return refusedForm(values, outcome, plain)
}

async function functionAddress(request: PublicRequest, municipalityId: string): Promise<string> {
  const { functionAddress: address } = await request.read({ municipalityId }, (tx) =>
    getMunicipality(tx, municipalityId),
  )
  return address
}
