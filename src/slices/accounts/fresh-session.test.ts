import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { newId } from '../../platform/ids.ts'
import { emergencyLogin, externalIdentity, identityProvider, passkey } from './accounts.tables.ts'
import { isFresh } from './sessions.rules.ts'

const minute = 60_000
let town: TestApp
const identityId = newId()
const passkeyId = newId()
beforeEach(async () => {
  town = await anApp()
  const { municipalityId, people } = town.cast
  const [madeAt, providerId] = [town.clock.now(), newId()]
  await town.database.transaction(town.cast, async (tx) => {
    await tx
      .insert(identityProvider)
      .values({ id: providerId, municipalityId, kind: 'saml', label: 'Konto', settings: {} })
    const bound = { id: identityId, municipalityId, providerId, personId: people.administrator }
    await tx.insert(externalIdentity).values({ ...bound, subject: 'a', boundBy: 'invitation', boundAt: madeAt })
    const key = { id: passkeyId, municipalityId, personId: people.administrator, credentialId: 'a', label: 'Telefonen' }
    await tx.insert(passkey).values({ ...key, publicKey: Buffer.from('a'), counter: 0, madeAt })
  })
  // The session begins here.
  await town.get('administrator', '/konto')
})
afterEach(() => town.database.close())

const password = 'tre gula ankor badar'
/** What each changes: whether there still is what was there, and nothing else. */
async function waysIn() {
  return town.database.read(town.cast, async (tx) => ({
    passkeys: (await tx.select().from(passkey)).filter(({ endedAt }) => endedAt === null).length,
    identities: (await tx.select().from(externalIdentity)).filter(({ endedAt }) => endedAt === null).length,
    emergency: await tx.$count(emergencyLogin),
  }))
}

describe('a while after signing in', () => {
  it.each<[string, Record<string, string>, string]>([
    ['/konto/nycklar/ny', { label: 'Telefonen', attempt: 'a', answer: '{}' }, 'lägga till en passnyckel'],
    [`/konto/nycklar/${passkeyId}/ta-bort`, {}, 'ta bort ett sätt att logga in'],
    [`/konto/kopplingar/${identityId}/ta-bort`, {}, 'ta bort ett sätt att logga in'],
    ['/konto/nodinloggning', { password, again: password }, 'ändra nödinloggningen'],
    ['/konto/nodinloggning/kod', { code: '000000' }, 'ändra nödinloggningen'],
    ['/konto/nodinloggning/ta-bort', {}, 'ändra nödinloggningen'],
  ])('nothing is changed by %s, and the page says what to do', async (path, form, what) => {
    const before = await waysIn()
    town.clock.advanceMilliseconds(15 * minute)
    const answer = await town.post('administrator', path, form)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain(`Logga in igen för att ${what}`)
    expect(page).toContain('href="/ekby/logga-in"')
    expect(await waysIn()).toEqual(before)
  })

  it.each(['/konto/nycklar/ny', '/konto/nodinloggning'])('%s shows no secret and asks no device', async (path) => {
    town.clock.advanceMilliseconds(15 * minute)
    const page = await (await town.get('administrator', path)).text()
    expect(page).toContain('Logga in igen för att')
    expect(page).not.toContain('data-options')
    expect(page).not.toContain('name="password"')
  })

  it('everything else is as before', async () => {
    town.clock.advanceMilliseconds(15 * minute)
    for (const path of ['/', '/konto', '/konto/nycklar'])
      expect(await (await town.get('administrator', path)).text()).not.toContain('Logga in igen för att')
  })
})

describe('within a quarter of an hour of signing in', () => {
  it('ways in are changed', async () => {
    town.clock.advanceMilliseconds(15 * minute - 1000)
    await town.post('administrator', `/konto/kopplingar/${identityId}/ta-bort`)
    await town.post('administrator', `/konto/nycklar/${passkeyId}/ta-bort`)
    await town.post('administrator', '/konto/nodinloggning', { password, again: password })
    expect(await waysIn()).toEqual({ passkeys: 0, identities: 0, emergency: 1 })
  })

  it('is so for all but the last moment', () => {
    const startedAt = town.clock.now()
    town.clock.advanceMilliseconds(15 * minute - 1)
    expect(isFresh(startedAt, town.clock.now())).toBe(true)
    town.clock.advanceMilliseconds(1)
    expect(isFresh(startedAt, town.clock.now())).toBe(false)
  })
})
