import { formatInstant } from '../../kernel/instant.ts'
import type { Refusal } from '../../kernel/result.ts'
import { type BadInput, isBadInput } from '../../platform/command.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { isId, newId } from '../../platform/ids.ts'
import { hashToken, newToken } from '../../platform/tokens.ts'
import { emptyForm, type FormState, formOf } from '../../ui/index.ts'
import { findPerson } from '../people/index.ts'
import { beginTest, readAnswer } from './external.commands.ts'
import { findBegun, findTraces } from './external.store.ts'
import { matchPerson, withoutPersonalNumbers } from './matching.rules.ts'
import { foreignPeer, ourAddresses, providerKind, providerKinds } from './provider-kinds.routes.tsx'
import { type Trial, TrialPage } from './provider-trial.views.tsx'
import { closeProvider, openProvider, removeProvider, savePolicy } from './providers.commands.ts'
import { newProviderPath, providerPath, triedProviderPath, waysInPath } from './providers.paths.ts'
import {
  findPolicy,
  getProvider,
  getProviderWithSecret,
  listProviders,
  settingsFingerprint,
} from './providers.store.ts'
import { providersTexts } from './providers.texts.ts'
import { NewProviderPage, ProviderPage, WaysInPage } from './providers.views.tsx'

/** Settings of the ways in: what is open to whom, and the services that vouch for people. */
export const providersRoutes = [
  get('/installningar/inloggning', 'sign-in:configure', (request) => waysInPage(request)),
  post('/installningar/inloggning', 'sign-in:configure', async (request) => {
    const form = await request.form()
    const outcome = await request.run(savePolicy, form)
    if (outcome.ok) return request.redirect(`${waysInPath(request.place)}?sparat=ja`)
    return waysInPage(request, refusedWith(form, outcome, providersTexts(request.language).errors))
  }),

  get('/installningar/inloggning/ny/:kind', 'sign-in:configure', (request) =>
    newProviderPage(request, newId(), formOf(providerKind(request.param('kind')).newValues)),
  ),
  post('/installningar/inloggning/ny/:kind', 'sign-in:configure', async (request) => {
    const kind = providerKind(request.param('kind'))
    const form = await request.form()
    const id = isId(fieldText(form, 'id')) ? fieldText(form, 'id') : newId()
    const outcome = await kind.save(request, { ...form, id })
    if (outcome.ok) return request.redirect(`${providerPath(request.place, outcome.value.id)}?sparat=ja`)
    return newProviderPage(request, id, refusedWith(form, outcome, kind.errors(request.language)))
  }),

  get('/installningar/inloggning/:id', 'sign-in:configure', (request) => providerPage(request)),
  post('/installningar/inloggning/:id', 'sign-in:configure', async (request) => {
    const { kind, id } = await request.read((tx) => getProvider(tx, request.id()))
    const { save, errors } = providerKind(kind)
    const form = await request.form()
    const outcome = await save(request, { ...form, id })
    if (outcome.ok) return request.redirect(`${providerPath(request.place, id)}?sparat=ja`)
    return providerPage(request, refusedWith(form, outcome, errors(request.language)))
  }),

  get('/installningar/inloggning/:id/prova', 'sign-in:configure', async (request) => {
    const provider = await request.read((tx) => getProviderWithSecret(tx, request.id()))
    const peer = foreignPeer(whereOf(request), provider, true)
    const begun = await providerKind(provider.kind).protocol.begin(peer)
    if (!begun.ok) return trialPage(request, provider.id, { outcome: 'bad', code: begun.code })
    const handle = newToken()
    const { url, ...begunWith } = begun.value
    const returnTo = triedProviderPath(request.place, provider.id)
    const outcome = await request.run(beginTest, { ...begunWith, providerId: provider.id, handle, returnTo })
    if (!outcome.ok) throw new Error(outcome.code)
    return request.redirectOut(new URL(url), handle)
  }),
  get('/installningar/inloggning/:id/provad', 'sign-in:configure', async (request) => {
    const { id } = await request.read((tx) => getProvider(tx, request.id()))
    return trialPage(request, id, await request.read((tx) => trialOf(tx, request, id)))
  }),

  post('/installningar/inloggning/:id/slapp-in', 'sign-in:configure', (request) => changed(request, openProvider)),
  post('/installningar/inloggning/:id/stang', 'sign-in:configure', (request) => changed(request, closeProvider)),
  post('/installningar/inloggning/:id/ta-bort', 'sign-in:configure', async (request) => {
    const outcome = await request.run(removeProvider, { id: request.id() })
    if (outcome.ok) return request.redirect(waysInPath(request.place))
    return providerPage(request, wholeRefused(request, outcome))
  }),
]

async function changed(request: PageRequest, change: typeof openProvider | typeof closeProvider) {
  const outcome = await request.run(change, { id: request.id() })
  if (outcome.ok) return request.redirect(providerPath(request.place, request.id()))
  return providerPage(request, wholeRefused(request, outcome))
}

function wholeRefused(request: PageRequest, outcome: Refusal | BadInput): FormState {
  return refusedWith({}, outcome, providersTexts(request.language).errors)
}

async function waysInPage(request: PageRequest, refused?: FormState): Promise<Response> {
  const { language, place } = request
  const { policy, providers } = await request.read(async (tx) => ({
    policy: await findPolicy(tx),
    providers: await listProviders(tx),
  }))
  const form = formOf({
    codes: policy.codes,
    ...(policy.passkeys && { passkeys: 'yes' }),
    idleMinutes: String(policy.idleMinutes),
    absoluteHours: String(policy.absoluteHours),
  })
  return request.page(
    providersTexts(language).title,
    <WaysInPage
      language={language}
      place={place}
      form={refused ?? form}
      isSaved={refused === undefined && request.query('sparat') !== undefined}
      providers={providers}
      kinds={providerKinds.map(({ kind }) => kind)}
    />,
    refused ? 422 : 200,
  )
}

function newProviderPage(request: PageRequest, id: string, form: FormState): Response {
  const { language, place } = request
  const { kind, Fields, registered } = providerKind(request.param('kind'))
  const texts = providersTexts(language)
  return request.page(
    texts.newTitle(texts.kinds[kind]),
    <NewProviderPage
      language={language}
      place={place}
      kind={kind}
      id={id}
      form={form}
      action={newProviderPath(place, kind)}
      hasSecret={false}
      addresses={registered(ourAddresses(whereOf(request), { kind, id }), language)}
      Fields={Fields}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function providerPage(request: PageRequest, refused: FormState = emptyForm): Promise<Response> {
  const { language, place } = request
  const provider = await request.read((tx) => getProvider(tx, request.id()))
  const { valuesOf, Fields, registered } = providerKind(provider.kind)
  // What was typed comes back; a button that was refused brought nothing to keep.
  const values =
    Object.keys(refused.values).length > 0 ? refused.values : { ...valuesOf(provider.settings), label: provider.label }
  return request.page(
    provider.label,
    <ProviderPage
      language={language}
      place={place}
      provider={provider}
      tested={provider.testedAt === null ? undefined : formatInstant(provider.testedAt, language)}
      isSaved={refused === emptyForm && request.query('sparat') !== undefined}
      id={provider.id}
      form={{ values, errors: refused.errors }}
      action={providerPath(place, provider.id)}
      hasSecret={provider.hasSecret}
      addresses={registered(ourAddresses(whereOf(request), provider), language)}
      Fields={Fields}
    />,
    refused.errors.length > 0 ? 422 : 200,
  )
}

function trialPage(request: PageRequest, id: string, trial: Trial): Response {
  const { language, place } = request
  return request.page(
    providersTexts(language).resultTitle,
    <TrialPage language={language} trial={trial} backHref={providerPath(place, id)} />,
    trial.outcome === 'bad' ? 422 : 200,
  )
}

/** Returns what came of the test that this browser and this person began; of nobody else's. */
async function trialOf(tx: ReadTx, { attempt: handle, scope }: PageRequest, providerId: string): Promise<Trial> {
  const attempt = handle === undefined ? undefined : await findBegun(tx, hashToken(handle))
  const isOurs = attempt?.purpose === 'test' && attempt.providerId === providerId && attempt.personId === scope.personId
  // Used: this browser has brought the answer itself. What another person was made to answer is not shown.
  if (!attempt || !isOurs || attempt.usedAt === null) return { outcome: 'none' }
  const { answer, refusal, fingerprint } = readAnswer(tx, attempt)
  if (!answer) return refusal ? { outcome: 'bad', code: refusal.code } : { outcome: 'none' }
  const { identity, claims } = answer
  const match = matchPerson({ ...(await findTraces(tx, providerId, identity)), invited: undefined })
  const person = match.outcome === 'found' ? await findPerson(tx, match.personId) : undefined
  const shown = (text: string | undefined) => (text === undefined ? undefined : withoutPersonalNumbers(text))
  return {
    outcome: fingerprint === (await settingsFingerprint(tx, providerId)) ? 'good' : 'stale',
    read: {
      subject: withoutPersonalNumbers(identity.subject),
      employmentNumber: shown(identity.employmentNumber),
      personalNumber: shown(identity.personalNumber),
      assurance: identity.assurance,
      leadsTo: person?.name,
    },
    claims: claims.map(({ name, value }) => ({ name, value: withoutPersonalNumbers(value) })),
  }
}

function whereOf({ publicUrl, place }: PageRequest) {
  return { publicUrl, municipality: place.municipality }
}

/** Returns the form with what was typed and a sentence for every fault; a fault in a list belongs to the list's field. */
function refusedWith(
  values: FormState['values'],
  outcome: Refusal | BadInput,
  sentences: Readonly<Record<string, string>>,
): FormState {
  const sentence = (code: string) => {
    const found = sentences[code]
    if (found === undefined) throw new Error(`There is no sentence for ${code}`)
    return found
  }
  if (!isBadInput(outcome)) return { values, errors: [{ field: outcome.field ?? '', message: sentence(outcome.code) }] }
  return {
    values,
    errors: outcome.issues.map(({ field, code }) => ({ field: field.split('.')[0] ?? '', message: sentence(code) })),
  }
}
