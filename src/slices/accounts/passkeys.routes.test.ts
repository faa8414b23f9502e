import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { anAuthenticator, type Tricks } from '../../../tests/support/authenticator.ts'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { logged, outcomesLogged } from '../../../tests/support/logged.ts'
import { addMilliseconds } from '../../kernel/instant.ts'

import { person, roleHolding } from '../people/people.tables.ts'
import { signInPolicy } from './accounts.tables.ts'
import { listPasskeys } from './passkeys.store.ts'

const origin = 'http://localhost'
let town: TestApp
let otherTown: TestApp
beforeAll(async () => {
  const database = await aDatabase()
  const clock = testClock()
  town = appWith(database, clock, await aCast(database, clock))
  otherTown = appWith(database, clock, await aCast(database, clock, { slug: 'granby' }))
})

type Device = ReturnType<typeof anAuthenticator>

/** Registers a passkey as one of the cast does it in a browser, and returns the answer of the server. */
async function register(app: TestApp, name: CastName, device: Device, tricks: Tricks = {}, label = 'Min telefon') {
  const page = await (await app.get(name, '/konto/nycklar/ny')).text()
  const form = { label, attempt: fieldOf(page, 'attempt'), answer: device.create(optionsIn(page), tricks) }
  return { form, answer: await app.post(name, '/konto/nycklar/ny', form) }
}

/** Opens the sign-in page in a new browser, answers with the device and returns what the server says. */
async function signIn(slug: string, device: Device, tricks: Tricks = {}, change = (answer: string) => answer) {
  const { options, cookie } = await asked(slug)
  const answer = change(device.get(options, tricks))
  return { answer: await send(slug, answer, cookie), sent: answer, cookie }
}

async function asked(slug: string) {
  const response = await town.app.request(`${origin}/${slug}/logga-in/passnyckel`)
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { options: optionsIn(await response.text()), cookie, response }
}

function send(slug: string, answer: string, cookie: string) {
  return town.app.request(`${origin}/${slug}/logga-in/passnyckel`, {
    method: 'POST',
    headers: { origin, cookie },
    body: new URLSearchParams({ answer }),
  })
}

function optionsIn(page: string): string {
  return (/data-options="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

function fieldOf(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
}

/** No session, a page that says something kindly, and a row in the log with this outcome. */
async function expectRefused(app: TestApp, { answer }: { readonly answer: Response }, outcome: string) {
  expect(answer.status).toBe(422)
  expect(answer.headers.get('set-cookie') ?? '').not.toContain('nk_session')
  expect(await answer.text()).toMatch(/Välj en annan passnyckel|Försök igen|Skriv till kontakt@/)
  expect(await outcomesLogged(app)).toContain(outcome)
}

describe('when somebody adds a passkey', () => {
  it('it signs them in, in a browser that knows nothing of them', async () => {
    const device = anAuthenticator(origin)
    expect((await register(town, 'anna', device)).answer.status).toBe(303)
    const { answer } = await signIn('ekby', device)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ekby'])
    const session = /nk_session=[\w-]{43}/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
    const page = await (await town.app.request(`${origin}/ekby/namnden`, { headers: { cookie: session } })).text()
    expect(page).toContain('Anna Exempel')
    expect(await outcomesLogged(town)).toContain('signed-in')
  })

  it('they get a letter about it, and another when it is removed', async () => {
    const letters = async () => (await (await town.get('david', '//ekby/brevlada')).text()).match(/Davids surfplatta/g)
    await register(town, 'david', anAuthenticator(origin), {}, 'Davids surfplatta')
    expect(await letters()).toHaveLength(1)
    const id = await passkeyOf('david')
    expect((await town.post('david', `/konto/nycklar/${id}/ta-bort`)).status).toBe(303)
    expect(await letters()).toHaveLength(2)
  })

  it('the page may load our script, and no other page may load any', async () => {
    const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? ''
    const pages = [await town.get('anna', '/konto/nycklar/ny'), (await asked('ekby')).response]
    for (const page of pages) expect(policyOf(page)).toMatch(/default-src 'none'.*; script-src 'self'$/)
    expect(pages[0]?.headers.get('x-page-script')).toBeNull()
    expect(await pages[0]?.text()).toContain('<script type="module" src="/assets/passkey.js"></script>')
    const plain = await town.get('anna', '/')
    expect(policyOf(plain)).not.toContain('script-src')
    expect(await plain.text()).not.toContain('<script')
  })

  it.each<[string, Tricks]>([
    ['passkey.other-origin', { origin: 'https://evil.example' }],
    ['passkey.other-party', { rpId: 'evil.example' }],
    ['passkey.owner-not-verified', { verified: false }],
    ['passkey.other-challenge', { challenge: 'AAAA' }],
  ])('an answer with %s keeps nothing', async (outcome, tricks) => {
    const { answer } = await register(town, 'bengt', anAuthenticator(origin), tricks)
    expect(answer.status).toBe(422)
    expect(await outcomesLogged(town)).toContain(outcome)
    expect(await passkeyOf('bengt')).toBeUndefined()
  })

  it('the answer is good once, and for the one who was asked', async () => {
    const { form, answer } = await register(town, 'cecilia', anAuthenticator(origin))
    expect(answer.status).toBe(303)
    expect((await town.post('cecilia', '/konto/nycklar/ny', form)).status).toBe(422)
    const page = await (await town.get('cecilia', '/konto/nycklar/ny')).text()
    const stolen = {
      label: 'Lånad',
      attempt: fieldOf(page, 'attempt'),
      answer: anAuthenticator(origin).create(optionsIn(page)),
    }
    expect((await town.post('bengt', '/konto/nycklar/ny', stolen)).status).toBe(422)
    expect(await passkeyOf('bengt')).toBeUndefined()
  })

  it('HTML in its name is text, and an empty or endless name is asked for again', async () => {
    const device = anAuthenticator(origin)
    await register(town, 'chair', device, {}, '<img src=x onerror=alert(1)>')
    const page = await (await town.get('chair', `/konto/nycklar/${await passkeyOf('chair')}`)).text()
    expect(page).toContain('&lt;img src=x')
    expect(page).not.toContain('<img src=x')
    for (const label of ['', ' ', 'x'.repeat(61)])
      expect((await register(town, 'chair', anAuthenticator(origin), {}, label)).answer.status).toBe(422)
  })

  it('ten are enough', async () => {
    for (let count = 0; count < 10; count += 1) await register(town, 'auditor', anAuthenticator(origin))
    expect((await town.get('auditor', '/konto/nycklar/ny')).status).toBe(303)
  })
})

describe('when somebody changes a passkey', () => {
  it('it gets its new name', async () => {
    await register(town, 'manager', anAuthenticator(origin))
    const id = await passkeyOf('manager')
    expect((await town.post('manager', `/konto/nycklar/${id}`, { label: 'Jobbdatorn' })).status).toBe(303)
    expect(await (await town.get('manager', `/konto/nycklar/${id}`)).text()).toContain('Jobbdatorn')
  })

  it('another’s does not exist', async () => {
    await register(town, 'secretary', anAuthenticator(origin))
    const id = await passkeyOf('secretary')
    expect((await town.get('anna', `/konto/nycklar/${id}`)).status).toBe(404)
    expect((await town.post('anna', `/konto/nycklar/${id}`, { label: 'Min' })).status).toBe(404)
    expect((await town.post('anna', `/konto/nycklar/${id}/ta-bort`)).status).toBe(404)
    expect((await otherTown.post('secretary', `/konto/nycklar/${id}/ta-bort`)).status).toBe(404)
    expect((await town.get('secretary', `/konto/nycklar/${id}`)).status).toBe(200)
  })
})

describe('when a passkey is not to let anybody in', () => {
  const device = anAuthenticator(origin)
  beforeAll(() => register(town, 'feeOfficer', device))

  it.each<[string, Tricks]>([
    ['passkey.other-origin', { origin: 'https://evil.example' }],
    ['passkey.other-origin', { crossOrigin: true }],
    ['passkey.other-party', { rpId: 'evil.example' }],
    ['passkey.owner-not-verified', { verified: false }],
    ['passkey.not-proven', { otherKey: true }],
    ['passkey.other-challenge', { challenge: 'AAAA' }],
  ])('an answer with %s leads nowhere: %j', async (outcome, tricks) => {
    await expectRefused(town, await signIn('ekby', device, tricks), outcome)
  })

  it('nor does a counter that has gone back', async () => {
    expect((await signIn('ekby', device, { counter: 40 })).answer.status).toBe(303)
    await expectRefused(town, await signIn('ekby', device, { counter: 39 }), 'passkey.counter-back')
  })

  it('nor an answer that is sent again, with the same cookie or with a new one', async () => {
    const first = await signIn('ekby', device, { counter: 50 })
    expect(first.answer.status).toBe(303)
    await expectRefused(town, { answer: await send('ekby', first.sent, first.cookie) }, 'passkeys.stale')
    const { cookie } = await asked('ekby')
    await expectRefused(town, { answer: await send('ekby', first.sent, cookie) }, 'passkey.other-challenge')
  })

  it('nor one without the cookie of the browser that was asked', async () => {
    const { options } = await asked('ekby')
    const answer = device.get(options, { counter: 60 })
    await expectRefused(town, { answer: await send('ekby', answer, '') }, 'passkeys.stale')
    await expectRefused(town, { answer: await send('ekby', answer, 'nk_sign_in=AAAA') }, 'passkeys.stale')
  })

  it('nor one that comes too late', async () => {
    const { options, cookie } = await asked('ekby')
    const now = town.clock.now()
    town.clock.set(addMilliseconds(now, 11 * 60_000))
    const answer = await send('ekby', device.get(options, { counter: 70 }), cookie)
    town.clock.set(now)
    await expectRefused(town, { answer }, 'passkeys.stale')
  })

  it('nor in another municipality', async () => {
    await expectRefused(otherTown, await signIn('granby', device, { counter: 80 }), 'passkey.unknown')
    // Asked in one, answered in the other: the question is not there.
    const { options, cookie } = await asked('ekby')
    const answer = await send('granby', device.get(options, { counter: 81 }), cookie)
    await expectRefused(otherTown, { answer }, 'passkeys.stale')
  })

  it.each([
    ['nothing', ''],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['half a list', '[[[['],
    ['an id alone', '{"id":"AAAA"}'],
    ['a script', '<script>alert(1)</script>'],
    ['an endless text', 'x'.repeat(50_000)],
  ])('nor %s', async (_, garbage) => {
    await expectRefused(town, await signIn('ekby', device, {}, () => garbage), 'passkey.unknown')
  })

  it('nor one that its owner has removed', async () => {
    const removed = anAuthenticator(origin)
    await register(town, 'qualityOfficer', removed)
    await town.post('qualityOfficer', `/konto/nycklar/${await passkeyOf('qualityOfficer')}/ta-bort`)
    await expectRefused(town, await signIn('ekby', removed), 'passkey.removed')
  })

  it('nor a locked person', async () => {
    const own = anAuthenticator(origin)
    await register(town, 'viceChair', own)
    await write((tx) =>
      tx.update(person).set({ lockedAt: town.clock.now() }).where(eq(person.id, town.cast.people.viceChair)),
    )
    await expectRefused(town, await signIn('ekby', own), 'locked')
  })

  it('nor a person without a role', async () => {
    const own = anAuthenticator(origin)
    await register(town, 'otherManager', own)
    await write((tx) =>
      tx
        .update(roleHolding)
        .set({ validUntil: town.clock.today() })
        .where(eq(roleHolding.personId, town.cast.people.otherManager)),
    )
    await expectRefused(town, await signIn('ekby', own), 'no-role')
  })

  it('nor where the municipality has turned them off', async () => {
    const { municipalityId } = otherTown.cast
    const own = anAuthenticator(origin)
    await register(otherTown, 'anna', own)
    const { options, cookie } = await asked('granby')
    await otherTown.database.transaction({ municipalityId }, async (tx) => {
      await tx.insert(signInPolicy).values({ municipalityId, passkeys: false })
    })
    expect((await send('granby', own.get(options), cookie)).status).toBe(404)
    expect((await otherTown.get('anna', '/konto/nycklar/ny')).status).toBe(404)
    expect(await (await otherTown.app.request(`${origin}/granby/logga-in`)).text()).not.toContain('passnyckel')
  })

  it('and no challenge, handle or key stands in the log', async () => {
    const text = JSON.stringify(await logged(town))
    const secrets = /clientDataJSON|nk_sign_in|attestation|"[\w-]{43}"/
    expect(secrets.exec(text)).toBeNull()
  })
})

describe('when a session is put in the browser beforehand', () => {
  it('signing in ends it and makes a new one', async () => {
    const device = anAuthenticator(origin)
    await register(town, 'administrator', device)
    const { options, cookie } = await asked('ekby')
    const planted = (await signIn('ekby', device)).answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const answer = await send('ekby', device.get(options), `${cookie}; ${planted}`)
    expect(answer.headers.get('set-cookie')).not.toContain(planted)
    const old = await town.app.request(`${origin}/ekby/namnden`, { headers: { cookie: planted } })
    expect(old.status).toBe(303)
  })
})

/** Returns the id of the newest passkey of one of the cast that is not removed. */
async function passkeyOf(name: CastName): Promise<string | undefined> {
  const { municipalityId, people } = town.cast
  const all = await town.database.read({ municipalityId }, (tx) => listPasskeys(tx, people[name]))
  return all.at(-1)?.id
}

async function write(work: Parameters<TestApp['database']['transaction']>[1]): Promise<void> {
  await town.database.transaction({ municipalityId: town.cast.municipalityId }, work)
}
