import { beforeAll, describe, expect, it } from 'vitest'
import { aForm, anApp, type TestApp } from '../../../tests/support/app.ts'
import { newId } from '../../platform/ids.ts'
import { externalIdentity, identityProvider, session } from './accounts.tables.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0'
const account = async () => (await town.get('anna', '/konto')).text()

/** Signs Anna in in one more browser and returns its cookie and the session's id. */
async function another() {
  const form = aForm({ personId: town.cast.people.anna })
  const answer = await town.app.request('http://localhost/ekby/namnden/prova', {
    ...form,
    headers: { ...form.headers, 'user-agent': firefox },
  })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const rows = await town.database.read(town.cast, (tx) => tx.select().from(session))
  const id = rows.filter(({ browser, endedAt }) => browser === firefox && endedAt === null).at(-1)?.id ?? ''
  return { cookie, id }
}
const statusWith = async (cookie: string) =>
  (await town.app.request('http://localhost/ekby/namnden', { headers: { cookie } })).status

describe('the own account', () => {
  it('is reached from the name on every page', async () => {
    expect(await (await town.get('anna', '/')).text()).toContain('href="/ekby/namnden/konto"')
  })

  it('says who one is, with which roles, and where one is signed in', async () => {
    await another()
    const page = await account()
    for (const text of [
      'Anna Exempel',
      'anna@ekby.example',
      'Kontaktpolitiker',
      'Firefox på Windows',
      'Den här webbläsaren',
    ])
      expect(page).toContain(text)
    expect(page).not.toContain('Nödinloggning')
  })

  it('is there in English too, as is the register', async () => {
    expect(await (await town.get('anna', '/konto', 'en')).text()).toContain('Where you are signed in')
    const register = await town.get('administrator', '/installningar/personer', 'en')
    expect(await register.text()).toContain('Unit manager, Ängen (private provider)')
  })

  it('ends one session, and not the one that asks', async () => {
    const { cookie, id } = await another()
    expect(await statusWith(cookie)).toBe(200)
    const answer = await town.post('anna', `/konto/inloggningar/${id}/avsluta`)
    expect(answer.headers.get('location')).toBe('/ekby/namnden/konto?klart=session-ended')
    expect(await statusWith(cookie)).toBe(303)
    expect((await town.get('anna', '/konto')).status).toBe(200)
    expect((await town.post('anna', `/konto/inloggningar/${id}/avsluta`)).status).toBe(404)
  })

  it('somebody else’s session does not exist', async () => {
    const { cookie, id } = await another()
    expect((await town.post('bengt', `/konto/inloggningar/${id}/avsluta`)).status).toBe(404)
    expect(await statusWith(cookie)).toBe(200)
  })

  it('lists by whom one is known elsewhere, and lets go of it', async () => {
    const { database, cast, clock } = town
    const [providerId, id, municipalityId] = [newId(), newId(), cast.municipalityId]
    await database.transaction(cast, async (tx) => {
      const provider = { id: providerId, municipalityId, kind: 'oidc', label: 'Ekbykontot', settings: {} } as const
      await tx.insert(identityProvider).values(provider)
      const bound = { boundBy: 'employment-number', boundAt: clock.now(), subject: 'hemlig-beteckning' } as const
      await tx.insert(externalIdentity).values({ id, municipalityId, providerId, personId: cast.people.anna, ...bound })
    })
    const page = await account()
    expect(page).toContain('Ekbykontot')
    expect(page).not.toContain('hemlig-beteckning')
    expect((await town.post('bengt', `/konto/kopplingar/${id}/ta-bort`)).status).toBe(404)
    expect((await town.post('anna', `/konto/kopplingar/${id}/ta-bort`)).status).toBe(303)
    expect(await account()).not.toContain('Ekbykontot')
  })

  it('signs out everywhere, here too', async () => {
    const { cookie } = await another()
    const answer = await town.post('anna', '/konto/logga-ut-overallt')
    expect(answer.headers.get('location')).toBe('/ekby/logga-in')
    expect(await statusWith(cookie)).toBe(303)
    expect((await town.get('anna', '/konto')).status).toBe(303)
  })
})
