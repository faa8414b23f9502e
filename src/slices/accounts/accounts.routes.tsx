import { type Language, languages } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { roles } from '../../kernel/permissions.ts'
import { NotFound } from '../../kernel/errors.ts'
import { isBadInput } from '../../platform/command.ts'
import { networkOf } from '../../platform/http/client-address.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { type PublicMunicipality, type PublicRequest, publicGet, publicPost } from '../../platform/http/public.ts'
import { relyingParty } from '../../platform/sign-in/passkeys.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { listDemoMunicipalities } from '../municipalities/index.ts'
import { chooseLanguage, peopleTexts } from '../people/index.ts'
import { requestCode, signInToDemo, signInWithCode, signOut } from './accounts.commands.ts'
import { codePath, demoPersonsPath, landingPath, mailboxPath, signInPath } from './accounts.paths.ts'
import { type DemoPerson, listCommittees, listRoleHolders } from './accounts.store.ts'
import { accountsTexts } from './accounts.texts.ts'
import { hasEnoughCodes, isRefusedUnread } from './limits.commands.ts'
import { emergencySignInPath } from './emergency.paths.ts'
import { passkeySignInPath } from './passkeys.paths.ts'
import { allowsPasskeys } from './passkeys.store.ts'
import { providerStartPath } from './external.paths.ts'
import { findPolicy, listProviders } from './providers.store.ts'
import { ChoosePersonPage, CodePage, LandingPage, type PersonGroup, SignInPage } from './accounts.views.tsx'

/** The landing page, sign-in by code, the demonstration's persons, language and sign-out. */
export const accountsRoutes = [
  publicGet(landingPath, async (request) => {
    const municipalities = await request.readDemoList((tx) => listDemoMunicipalities(tx))
    const committees = await Promise.all(
      municipalities.map(async ({ id, slug, name, about }) => {
        const found = await request.read({ municipalityId: id }, (tx) => listCommittees(tx))
        return found.map((committee) => ({
          href: demoPersonsPath({ municipality: slug, committee: committee.slug }),
          municipality: name,
          committee: committee.name,
          about,
        }))
      }),
    )
    const texts = accountsTexts(request.language)
    return request.page(
      texts.landingTitle,
      <LandingPage language={request.language} committees={committees.flat()} />,
      { wide: true },
    )
  }),

  publicPost(
    '/logga-ut',
    async (request) => {
      const { session } = request
      if (session) await request.runSystem(session.municipalityId, signOut, { token: session.token })
      return request.redirectWithSession(landingPath, undefined)
    },
    { actsOnSession: true },
  ),

  publicPost('/sprak', async (request) => {
    const form = await request.form()
    const chosen = fieldText(form, 'language')
    const language: Language = languages.find((it) => it === chosen) ?? 'sv'
    const { session } = request
    if (session)
      await request.runSystem(session.municipalityId, chooseLanguage, { personId: session.personId, language })
    return request.redirectWithLanguage(ownPath(fieldText(form, 'returnTo')), language)
  }),

  publicGet('/:municipality/logga-in', async (request) => signInPage(request, emptyForm)),

  publicPost('/:municipality/logga-in', async (request) => {
    const municipality = await request.municipality()
    const form = await request.form()
    const trying = { email: fieldText(form, 'email'), address: networkOf(request.address) }
    const isRefused = await request.read(
      { municipalityId: municipality.id },
      async (tx) =>
        (await isRefusedUnread(tx, trying, request.now)) || (await hasEnoughCodes(tx, trying.email, request.now)),
    )
    // Whoever asks too often sees what everybody sees, and nothing is written about it.
    if (isRefused) return codePage(request, trying.email, emptyForm)
    const outcome = await request.runSystem(municipality.id, requestCode, trying)
    if (isBadInput(outcome))
      return signInPage(request, {
        values: form,
        errors: [{ field: 'email', message: accountsTexts(request.language).errors['email-missing'] }],
      })
    return codePage(request, fieldText(form, 'email'), emptyForm)
  }),

  publicPost('/:municipality/logga-in/kod', async (request) => {
    const municipality = await request.municipality()
    const form = await request.form()
    const email = fieldText(form, 'email')
    const address = networkOf(request.address)
    const isRefused = await request.read({ municipalityId: municipality.id }, (tx) =>
      isRefusedUnread(tx, { email, address }, request.now),
    )
    const outcome = isRefused
      ? undefined
      : await request.runSystem(municipality.id, signInWithCode, {
          email,
          code: fieldText(form, 'code'),
          address,
          ...comingIn(request),
        })
    if (outcome?.ok && outcome.value.token)
      return request.redirectWithSession(`/${municipality.slug}`, outcome.value.token)
    const { errors } = accountsTexts(request.language)
    const message = outcome && isBadInput(outcome) ? errors['code-form'] : errors['accounts.wrong-code']
    return codePage(request, email, { values: form, errors: [{ field: 'code', message }] })
  }),

  publicGet('/:municipality/:committee/prova', async (request) => {
    const { municipality, place, committee, holders } = await demoCommittee(request)
    const texts = accountsTexts(request.language)
    return request.page(
      texts.chooseTitle,
      <ChoosePersonPage
        language={request.language}
        committee={committee.name}
        action={demoPersonsPath(place)}
        mailboxHref={mailboxPath(municipality.slug)}
        landingHref={landingPath}
        groups={groupByRole(holders, request.language)}
      />,
      { municipality, wide: true },
    )
  }),

  publicPost('/:municipality/:committee/prova', async (request) => {
    const { municipality, place, holders } = await demoCommittee(request)
    const personId = fieldText(await request.form(), 'personId')
    if (!holders.some(({ id }) => id === personId)) throw new NotFound('person')
    const outcome = await request.runSystem(municipality.id, signInToDemo, {
      personId,
      isDemo: municipality.demo,
      ...comingIn(request),
    })
    if (!outcome.ok) throw new NotFound('demonstration')
    return request.redirectWithSession(`/${place.municipality}/${place.committee}`, outcome.value.token)
  }),
]

async function demoCommittee(request: PublicRequest) {
  const municipality = await request.municipality()
  if (!municipality.demo) throw new NotFound('demonstration')
  const slug = request.param('committee')
  const municipalityId = municipality.id
  const committees = await request.read({ municipalityId }, (tx) => listCommittees(tx))
  const committee = committees.find((it) => it.slug === slug)
  if (!committee) throw new NotFound('committee')
  const holders = await request.read({ municipalityId, committeeId: committee.id }, (tx) =>
    listRoleHolders(tx, committee.id, request.today),
  )
  const place: PlaceSlugs = { municipality: municipality.slug, committee: slug }
  return { municipality, place, committee, holders }
}

/** What every way in is told of the browser. */
function comingIn({ browser, session }: PublicRequest) {
  return { browser, earlierToken: session?.token }
}

function groupByRole(holders: readonly DemoPerson[], language: Language): readonly PersonGroup[] {
  const { blocs, roles: names } = peopleTexts(language)
  const order = ['secretary', 'politician', 'manager', 'chair', 'fee-officer'] as const
  const ranked = [...order, ...roles.filter((role) => !order.some((it) => it === role))]
  return ranked.flatMap((role) => {
    const persons = holders.filter((it) => it.role === role)
    const aboutOf = (held: readonly DemoPerson[], id: string) => {
      const bloc = held[0]?.bloc ?? null
      // A politician's title belongs to another role, such as the chair's.
      const titled = role === 'politician' ? holders.filter((it) => it.id === id) : held
      const parts = [
        role === 'politician' && bloc !== null ? blocs[bloc] : null,
        ...titled.map(({ title }) => title),
        ...held.map(({ unitName }) => unitName),
      ]
      return startWithCapital([...new Set(parts)].filter((part) => part !== null).join(', '))
    }
    const unique = Map.groupBy(persons, ({ id }) => id)
    if (unique.size === 0) return []
    return [
      {
        role,
        heading: names[role],
        persons: [...unique].map(([id, held]) => ({
          id,
          name: held[0]?.name ?? '',
          about: aboutOf(held, id),
        })),
      },
    ]
  })
}

function startWithCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

async function signInPage(request: PublicRequest, form: FormState) {
  const municipality = await request.municipality()
  const isPasskeyUsed =
    relyingParty(request.publicUrl) !== undefined &&
    (await request.read({ municipalityId: municipality.id }, (tx) => allowsPasskeys(tx)))
  const committees = municipality.demo
    ? await request.read({ municipalityId: municipality.id }, (tx) => listCommittees(tx))
    : []
  const { services, hasCodes } = await request.read({ municipalityId: municipality.id }, async (tx) => ({
    services: (await listProviders(tx)).filter(({ state }) => state === 'on'),
    hasCodes: (await findPolicy(tx)).codes !== 'nobody',
  }))
  const texts = accountsTexts(request.language)
  return request.page(
    texts.signInTitle,
    <SignInPage
      language={request.language}
      form={form}
      action={signInPath(municipality.slug)}
      demoHrefs={committees.map(({ slug, name }) => ({
        href: demoPersonsPath({ municipality: municipality.slug, committee: slug }),
        committee: name,
      }))}
      passkeyHref={isPasskeyUsed ? passkeySignInPath(municipality.slug) : undefined}
      emergencyHref={emergencySignInPath(municipality.slug)}
      services={services.map(({ id, label }) => ({ label, href: providerStartPath(municipality.slug, id) }))}
      hasCodes={hasCodes}
    />,
    { municipality, status: form.errors.length > 0 ? 422 : 200 },
  )
}

async function codePage(request: PublicRequest, email: string, form: FormState) {
  const municipality: PublicMunicipality = await request.municipality()
  const texts = accountsTexts(request.language)
  return request.page(
    texts.codeTitle,
    <CodePage
      language={request.language}
      email={email}
      form={form}
      action={codePath(municipality.slug)}
      againHref={signInPath(municipality.slug)}
      mailboxHref={municipality.demo ? mailboxPath(municipality.slug) : undefined}
    />,
    { municipality, status: form.errors.length > 0 ? 422 : 200 },
  )
}

/** Only one of our own addresses is gone back to, never another host's. Browsers leave out tabs and read `\` as `/`. */
function ownPath(path: string): string {
  return /^\/(?!\/)[^\\\p{Cc}]*$/u.test(path) ? path : landingPath
}
