import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aForm, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { logged, outcomesLogged } from '../../../tests/support/logged.ts'
import { aSamlProvider, aSigningKey, type SamlProvider, type SamlSaying } from '../../../tests/support/saml-peer.ts'
import { addMilliseconds } from '../../kernel/instant.ts'
import { person } from '../people/people.tables.ts'
import { externalIdentity } from './accounts.tables.ts'
import { attributeSets } from './saml-provider.rules.ts'

const origin = 'http://localhost'
const minutes = 60_000
let town: TestApp
let otherTown: TestApp
let provider: SamlProvider
/** The provider as it is kept, and where it answers. */
let id: string
let theirId: string

beforeAll(async () => {
  const database = await aDatabase()
  const clock = testClock()
  town = appWith(database, clock, await aCast(database, clock))
  otherTown = appWith(database, clock, await aCast(database, clock, { slug: 'granby' }))
  provider = await aSamlProvider(() => clock.now())
  theirId = await added(otherTown)
  id = await added(town)
  await tested(town, id)
  await town.post('administrator', `/installningar/inloggning/${id}/slapp-in`)
})
afterAll(() => provider.stop())

describe('an administrator', () => {
  it('sees what was read from the metadata, and what to register', async () => {
    const page = await (await town.get('administrator', `/installningar/inloggning/${id}`)).text()
    expect(page).toContain(`value="${provider.entityId}"`)
    expect(page).toContain(`value="${provider.signOnAddress}"`)
    expect(page).toContain('-----BEGIN CERTIFICATE-----')
    expect(page).toContain(`${origin}/ekby/logga-in/${id}/saml`)
  })

  it('changes nothing by saving what the page shows', async () => {
    const page = await (await town.get('administrator', `/installningar/inloggning/${id}`)).text()
    const saved = await town.post('administrator', `/installningar/inloggning/${id}`, {
      label: 'Kommunens konto',
      entityId: provider.entityId,
      signOnAddress: provider.signOnAddress,
      certificates: /name="certificates"[^>]*>([^<]*)</.exec(page)?.[1] ?? '',
      attributeSet: 'adfs',
      wantsResponseSigned: 'yes',
      clockSkewSeconds: '60',
    })
    expect(saved.status).toBe(303)
    const after = await (await town.get('administrator', `/installningar/inloggning/${id}`)).text()
    expect(after).toContain('Provad med gott resultat')
  })

  it.each([
    ['metadata', { metadata: '<html></html>' }, 'Det finns ingen inloggningstjänst för SAML 2.0 i texten.'],
    ['signOnAddress', { signOnAddress: 'http://adfs.ekby.example/' }, 'Skriv en adress som börjar med https://.'],
    ['certificates', { certificates: 'hello' }, 'Det här är inget certifikat som går att använda.'],
    ['subject', { attributeSet: 'own', subject: 'urn:oid:1.2.752.29.4.13' }, 'Ett personnummer kan inte vara'],
    ['clockSkewSeconds', { clockSkewSeconds: '3600' }, 'Skriv ett helt tal från 0 till 60.'],
    ['otherLevels', { otherLevels: 'loa3' }, 'Skriv hela adressen utan mellanslag'],
    ['entityId', { entityId: '' }, 'Skriv tjänstens namn, eller klistra in dess metadata.'],
    ['certificates', { certificates: ' ' }, 'Klistra in minst ett certifikat, eller tjänstens metadata.'],
    ['attributeSet', { attributeSet: 'another' }, 'Välj vilka uppgifter tjänsten skickar.'],
  ])('reads what is wrong with %s beside it, and gets back what was typed', async (field, change, sentence) => {
    const answer = await town.post('administrator', '/installningar/inloggning/ny/saml', {
      label: 'Min text',
      entityId: provider.entityId,
      signOnAddress: provider.signOnAddress,
      certificates: provider.key.certificate,
      attributeSet: 'adfs',
      clockSkewSeconds: '60',
      ...change,
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(sentence)
    expect(page).toContain(`href="#field-${field}"`)
    expect(page).toContain('value="Min text"')
  })
})

describe('a sign-in', () => {
  it('leads in the person with the employment number, and after that by the subject alone', async () => {
    const { browser, posted } = await away(town, id, says(90_001))
    const answer = await post(town, posted)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/ekby\/logga-in\/klar\?biljett=[\w-]{43}$/)
    // The post comes from another site, without a cookie, and leaves none.
    expect(answer.headers.get('set-cookie')).toBeNull()
    const finished = await finish(town, browser, answer)
    expect([finished.status, finished.headers.get('location')]).toEqual([303, '/ekby'])
    expect(await pageOf(town, finished)).toContain('Anna Exempel')

    const again = await away(town, id, { nameId: 'subject-90001' })
    const answeredAgain = await post(town, again.posted)
    expect(await pageOf(town, await finish(town, again.browser, answeredAgain))).toContain('Anna Exempel')
    const bound = await town.database.read(town.cast, (tx) =>
      tx.select().from(externalIdentity).where(eq(externalIdentity.subject, 'subject-90001')),
    )
    expect(bound).toMatchObject([{ personId: town.cast.people.anna, boundBy: 'employment-number' }])
    expect(await outcomesLogged(town)).toEqual(expect.arrayContaining(['begun', 'answered', 'vouched', 'signed-in']))
  })

  it('goes back to where it began, and never to another host, whatever RelayState says', async () => {
    const { browser, posted } = await away(town, id, says(90_002), '?till=//evil.example/')
    const answer = await post(town, posted, { RelayState: 'https://evil.example/' })
    const finished = await finish(town, browser, answer)
    expect(finished.headers.get('location')).toBe('/ekby')
  })

  it('leads nobody in whom nobody knows', async () => {
    const { browser, posted } = await away(town, id, { nameId: 'a-stranger' })
    const answer = await post(town, posted)
    await expectHindered(town, await finish(town, browser, answer), 'nobody', 'Vi känner inte igen dig här')
  })

  it('leads nobody in whose account is locked', async () => {
    const { david } = town.cast.people
    const lock = (at: ReturnType<typeof town.clock.now> | null) =>
      town.database.transaction(town.cast, (tx) => tx.update(person).set({ lockedAt: at }).where(eq(person.id, david)))
    await lock(town.clock.now())
    const { browser, posted } = await away(town, id, says(90_004))
    const answer = await post(town, posted)
    await expectHindered(town, await finish(town, browser, answer), 'locked', 'Du har inget uppdrag här just nu')
    await lock(null)
  })
})

const forgeries: readonly (readonly [what: string, changes: Partial<SamlSaying>, code: string])[] = [
  ['unsigned', { signs: 'nothing' }, 'saml.bad-signature'],
  ['signed by another', { key: aSigningKey() }, 'saml.bad-signature'],
  ['for another service', { audience: 'https://another.example' }, 'saml.wrong-audience'],
  ['without a yes', { status: 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed' }, 'saml.denied'],
]

describe('an answer', () => {
  it.each(forgeries)('that is %s leads nobody in', async (_, changes, code) => {
    const { browser, posted } = await away(town, id, { ...says(90_001), ...changes })
    const answer = await post(town, posted)
    await expectHindered(town, await finish(town, browser, answer), 'refused', 'Inloggningen gick inte')
    expect((await logged(town)).map(({ content }) => content)).toContainEqual(expect.objectContaining({ code }))
  })

  it('is taken once', async () => {
    const { browser, posted } = await away(town, id, says(90_001))
    const answer = await post(town, posted)
    await expectHindered(town, await post(town, posted), 'answered-before', 'Börja om')
    expect((await finish(town, browser, answer)).headers.get('location')).toBe('/ekby')
    await expectHindered(town, await finish(town, browser, answer), 'no-attempt', 'Börja om')
  })

  it('posted many times at once is taken once', async () => {
    const { posted } = await away(town, id, says(90_001))
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(town, posted)))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  it('lets in no other browser than the one that began', async () => {
    const victim = await away(town, id, says(90_001))
    const attacker = await away(town, id, says(90_002))
    // The attacker's own answer is posted from the victim's browser, which has begun something of its own.
    const answer = await post(town, attacker.posted)
    await expectHindered(town, await finish(town, victim.browser, answer), 'no-attempt', 'Börja om')
    await expectHindered(town, await finish(town, '', answer), 'no-attempt', 'Börja om')
    await expectHindered(town, await finish(town, 'nk_sign_in=guessed', answer), 'no-attempt', 'Börja om')
  })

  it('that somebody else was lured to give lets in neither of them', async () => {
    // The attacker begins and sends the provider's address to the victim, whose browser signs in and posts the answer.
    const attacker = await away(town, id, says(90_001))
    const answer = await post(town, attacker.posted)
    await expectHindered(town, await finish(town, attacker.browser), 'another-browser', 'Börja om')
    const ticket = answer.headers.get('location')?.replace(/biljett=.*/, `biljett=${'a'.repeat(43)}`) ?? ''
    const guessed = new Response(null, { headers: { location: ticket } })
    await expectHindered(town, await finish(town, attacker.browser, guessed), 'another-browser', 'Börja om')
    await expectHindered(town, await finish(town, '', answer), 'no-attempt', 'Börja om')
  })

  it('that somebody else was lured to give is not shown to the administrator who tries', async () => {
    const begun = await town.get('administrator', `/installningar/inloggning/${id}/prova`)
    const posted = await provider.signIn(begun.headers.get('location') ?? '', says(90_001))
    await post(town, posted)
    const session = await signedIn(town)
    const seen = await town.app.request(`${origin}/ekby/namnden/installningar/inloggning/${id}/provad`, {
      headers: { cookie: `${session}; ${cookieOf(begun)}` },
    })
    expect(seen.status).toBe(200)
    expect(await seen.text()).not.toContain('90001')
  })

  it('to nothing that was asked leads nobody in', async () => {
    const { posted } = await away(town, id, { inResponseTo: '_never-asked' })
    await expectHindered(town, await post(town, posted), 'unknown-request', 'Börja om')
    const unsolicited = await away(town, id, { inResponseTo: undefined })
    await expectHindered(town, await post(town, unsolicited.posted), 'unknown-request', 'Börja om')
  })

  it('that comes too late leads nobody in', async () => {
    const late = await away(town, id, {
      ...says(90_001),
      notOnOrAfter: addMilliseconds(town.clock.now(), 60 * minutes),
    })
    town.clock.set(addMilliseconds(town.clock.now(), 11 * minutes))
    await expectHindered(town, await post(town, late.posted), 'too-late', 'Börja om')
  })

  it('is not taken where another kind of provider answers', async () => {
    const { browser, posted } = await away(town, id, says(90_001))
    const path = `/ekby/logga-in/${id}/svar?SAMLResponse=${encodeURIComponent(posted.SAMLResponse)}`
    const answer = await town.app.request(`${origin}${path}`, { headers: { cookie: browser } })
    expect([answer.status, answer.headers.get('location')]).toEqual([404, null])
  })

  it('that is no SAML leads nobody in', async () => {
    for (const SAMLResponse of ['', 'hello', '<xml/>', 'A'.repeat(300_000)]) {
      const answer = await post(town, { action: `${origin}/ekby/logga-in/${id}/saml`, SAMLResponse })
      await expectHindered(town, answer, 'unknown-request', 'Börja om')
    }
  })

  it('of two megabytes is not even read', async () => {
    const action = `${origin}/ekby/logga-in/${id}/saml`
    const answer = await post(town, { action, SAMLResponse: 'A'.repeat(2_000_000) })
    expect(answer.status).toBe(413)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('does not cross to the other town', async () => {
    const { posted } = await away(town, id, says(90_001))
    const crossed = posted.action.replace('/ekby/', '/granby/')
    const answer = await post(otherTown, { ...posted, action: crossed })
    expect(answer.status).toBe(404)
    expect((await logged(otherTown)).map(({ content }) => content)).toContainEqual(
      expect.objectContaining({ code: 'saml.no-such-provider' }),
    )
    // At their own provider, which trusts the same service, it answers nothing that they asked.
    const theirs = crossed.replace(id, theirId)
    await expectHindered(otherTown, await post(otherTown, { ...posted, action: theirs }), 'unknown-request', 'Börja om')
  })
})

describe('metadata', () => {
  it('is read by whoever asks, and only for a provider that is there', async () => {
    const answer = await town.app.request(`${origin}/ekby/logga-in/${id}/metadata`)
    expect(answer.headers.get('content-type')).toContain('application/samlmetadata+xml')
    expect(await answer.text()).toContain(`Location="${origin}/ekby/logga-in/${id}/saml"`)
    for (const path of [
      `/granby/logga-in/${id}/metadata`,
      '/ekby/logga-in/abc/metadata',
      `/no/logga-in/${id}/metadata`,
    ])
      expect((await town.app.request(`${origin}${path}`)).status).toBe(404)
  })
})

/** Adds the provider by its metadata, as an administrator does, and returns its id. */
async function added(app: TestApp): Promise<string> {
  const saved = await app.post('administrator', '/installningar/inloggning/ny/saml', {
    label: 'Kommunens konto',
    metadata: provider.metadata,
    attributeSet: 'adfs',
    wantsResponseSigned: 'yes',
    clockSkewSeconds: '60',
  })
  const made = /inloggning\/([0-9a-f-]{36})/.exec(saved.headers.get('location') ?? '')?.[1] ?? ''
  const metadata = await app.app.request(`${origin}/${app.cast.place.municipality}/logga-in/${made}/metadata`)
  provider.trust(await metadata.text())
  return made
}

/** Tries the provider as an administrator does, and reads that it works. */
async function tested(app: TestApp, providerId: string): Promise<void> {
  const begun = await app.get('administrator', `/installningar/inloggning/${providerId}/prova`)
  const posted = await provider.signIn(begun.headers.get('location') ?? '', says(90_002))
  const finished = await finish(app, cookieOf(begun), await post(app, posted))
  expect(finished.headers.get('location')).toContain(`/installningar/inloggning/${providerId}/provad`)
}

function says(employmentNumber: number): Partial<SamlSaying> {
  return {
    nameId: `subject-${employmentNumber}`,
    attributes: { [attributeSets.adfs.employmentNumber]: String(employmentNumber) },
  }
}

/** Begins in a new browser and comes back with what the provider's page posts. */
async function away(app: TestApp, providerId: string, changes: Partial<SamlSaying>, query = '') {
  const start = `${origin}/${app.cast.place.municipality}/logga-in/${providerId}${query}`
  const begun = await app.app.request(start)
  expect(begun.status).toBe(303)
  return { browser: cookieOf(begun), posted: await provider.signIn(begun.headers.get('location') ?? '', changes) }
}

/** Posts as the provider's page does: from its own site, and without our cookies, which are of no other site. */
function post(
  { app }: TestApp,
  { action, SAMLResponse }: { readonly action: string; readonly SAMLResponse: string },
  more: Readonly<Record<string, string>> = {},
) {
  const body = new URLSearchParams({ SAMLResponse, ...more })
  return app.request(action, { method: 'POST', headers: { origin: provider.entityId }, body })
}

/** Finishes in this browser: where the answer led the one that posted it, or with nothing but what the browser has. */
function finish({ app, cast }: TestApp, browser: string, answer?: Response) {
  const path = answer?.headers.get('location') ?? `/${cast.place.municipality}/logga-in/klar`
  return app.request(`${origin}${path}`, { headers: { cookie: browser } })
}

/** The cookie of the administrator's session. */
async function signedIn({ app, cast }: TestApp): Promise<string> {
  const form = aForm({ personId: cast.people.administrator })
  const answer = await app.request(`${origin}/ekby/namnden/prova`, form)
  return /nk_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
}

function cookieOf(answer: Response): string {
  return /nk_sign_in=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
}

async function pageOf({ app, cast }: TestApp, finished: Response): Promise<string> {
  const cookie = /nk_session=[\w-]{43}/.exec(finished.headers.get('set-cookie') ?? '')?.[0] ?? ''
  const { municipality, committee } = cast.place
  return (await app.request(`${origin}/${municipality}/${committee}`, { headers: { cookie } })).text()
}

/** A calm page, no session for the browser, and this outcome last in the log. */
async function expectHindered(app: TestApp, answer: Response, outcome: string, sentence: string) {
  expect(answer.status).toBe(422)
  expect(answer.headers.get('set-cookie') ?? '').not.toContain('nk_session')
  expect(await answer.text()).toContain(sentence)
  expect((await outcomesLogged(app)).at(-1)).toBe(outcome)
}
