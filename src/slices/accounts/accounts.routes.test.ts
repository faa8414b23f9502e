import { beforeAll, describe, expect, it } from 'vitest'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { systemScope } from '../../platform/scope.ts'
import { registerCommittee } from '../directory/index.ts'
import { registerMunicipality } from '../municipalities/index.ts'

let town: TestApp
beforeAll(async () => {
  const database = await aDatabase()
  const clock = testClock()
  town = appWith(database, clock, await aCast(database, clock))
  const [municipalityId, committeeId] = [newId(), newId()]
  const scope = systemScope({ municipalityId, committeeId, today: clock.today() })
  const term = { termFrom: dayFromIso('2023-01-01'), termUntil: dayFromIso('2027-01-01') }
  const real = { slug: 'verkstad', name: 'Verkstads kommun', functionAddress: 'kontakt@verkstad.example', demo: false }
  await must(execute({ database, clock }, scope, registerMunicipality, real))
  await must(execute({ database, clock }, scope, registerCommittee, { slug: 'namnden', name: 'Nämnden', ...term }))
})

const ask = (path: string, headers: Record<string, string> = {}) =>
  town.app.request(`http://localhost${path}`, { headers })
const send = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  town.app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { origin: 'http://localhost', ...headers },
    body: new URLSearchParams(form),
  })

describe('when somebody opens the landing page', () => {
  it('the demonstration’s committees are there, and no real one', async () => {
    const page = await (await ask('/')).text()
    expect(page).toContain('href="/ekby/namnden/prova"')
    expect(page).not.toContain('verkstad')
  })
})

describe('when a municipality is real', () => {
  it.each(['/verkstad/namnden/prova', '/verkstad/brevlada'])('%s does not exist', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it('nobody becomes a person of it by a form', async () => {
    expect((await send('/verkstad/namnden/prova', { personId: town.cast.people.anna })).status).toBe(404)
  })

  it('its pages lead to signing in', async () => {
    expect((await ask('/verkstad/namnden/besok')).headers.get('location')).toBe('/verkstad/logga-in')
  })
})

describe('when somebody signs in', () => {
  it('an address that is none comes back with what was typed and a sentence at the field', async () => {
    const answer = await send('/ekby/logga-in', { email: 'anna på ekby' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('value="anna på ekby"')
    expect(page).toContain('href="#field-email"')
  })

  it('a wrong code comes back without saying whether the address is known', async () => {
    const known = await (await send('/ekby/logga-in/kod', { email: 'anna@ekby.example', code: '000000' })).text()
    const unknown = await (await send('/ekby/logga-in/kod', { email: 'ingen@ekby.example', code: '000000' })).text()
    expect(known.replaceAll('anna', 'ingen')).toBe(unknown)
  })

  it('the code in the letter leads in, with a cookie that scripts cannot read', async () => {
    await send('/ekby/logga-in', { email: 'anna@ekby.example' })
    const letters = await (await ask('/ekby/brevlada')).text()
    const code = /engångskod är (\d{6})/.exec(letters)?.[1] ?? ''
    const answer = await send('/ekby/logga-in/kod', { email: 'anna@ekby.example', code })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ekby'])
    expect(answer.headers.get('set-cookie')).toMatch(/^nk_session=[\w-]{43}; .*HttpOnly.*SameSite=Lax/)
  })

  it('signing out ends the session and not only the cookie', async () => {
    const { headers } = await send('/ekby/namnden/prova', { personId: town.cast.people.bengt })
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const page = await (await ask('/ekby/namnden', { cookie })).text()
    const formKey = /action="\/logga-ut"><input type="hidden" name="formKey" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await send('/logga-ut', { formKey }, { cookie })
    expect((await ask('/ekby/namnden', { cookie })).headers.get('location')).toBe('/ekby/namnden/prova')
  })
})

describe('when a language is chosen', () => {
  it('it is remembered, and leads back to where one was', async () => {
    const answer = await send('/sprak', { language: 'en', returnTo: '/ekby/hjalp' })
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect(answer.headers.get('location')).toBe('/ekby/hjalp')
    expect(await (await ask('/ekby/hjalp', { cookie })).text()).toContain('<html lang="en"')
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example'])(
    '%s is not led to',
    async (returnTo) => {
      expect((await send('/sprak', { language: 'en', returnTo })).headers.get('location')).toBe('/')
    },
  )
})

describe('when a form comes from another site', () => {
  it('it is refused', async () => {
    expect((await send('/ekby/logga-in', { email: 'a@b.se' }, { origin: 'https://evil.example' })).status).toBe(403)
  })
})

describe('when a page is sent', () => {
  it('it allows no script, no frame and nothing from elsewhere', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })
})
