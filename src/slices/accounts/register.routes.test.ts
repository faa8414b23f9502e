import { beforeAll, describe, expect, it } from 'vitest'
import { aForm, anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { auditContent } from '../../platform/audit.tables.ts'
import { newId } from '../../platform/ids.ts'
import { listMailbox } from '../../platform/mail.ts'
import { findPerson, listHoldings, registerPersons } from '../people/index.ts'
import { externalIdentity, identityProvider, session } from './accounts.tables.ts'
import { registerPageSize } from './register.store.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})

const register = '/installningar/personer'
const pageOf = async (name: Parameters<TestApp['get']>[0], path: string) => (await town.get(name, path)).text()
const personAt = (name: keyof TestApp['cast']['people']) => `${register}/${town.cast.people[name]}`
const versionOf = async (id: string) => (await town.database.read(town.cast, (tx) => findPerson(tx, id)))?.version

describe('the register', () => {
  it('says who has which role, and finds by name, role and unit', async () => {
    const all = await pageOf('administrator', register)
    expect(all).toContain(`${Object.keys(town.cast.people).length} personer`)
    expect(all).toContain('Enhetschef, Solgården')
    expect(all).toContain('Enhetschef, Ängen (privat utförare)')
    for (const sought of ['enhetschef', 'Solgården', 'manager ex']) {
      const found = await pageOf('administrator', `${register}?sok=${encodeURIComponent(sought)}`)
      expect(found).toContain('Manager Exempel')
      expect(found).not.toContain('Anna Exempel')
    }
    expect(await pageOf('administrator', `${register}?sok=%25`)).toContain('0 personer')
  })

  it('shows so many at a time', async () => {
    const { database, clock, cast } = town
    const persons = Array.from({ length: registerPageSize }, (_, index) => ({
      name: `Flera ${String(index).padStart(2, '0')}`,
      email: `flera${index}@ekby.example`,
      roles: [{ role: 'quality-officer' as const, validFrom: clock.today() }],
    }))
    await must(execute({ database, clock }, cast.system(), registerPersons, { persons }))
    const search = `${register}?sok=e`
    const second = await pageOf('administrator', `${search}&sida=2`)
    expect(second).toContain('Sida 2 av 2')
    expect(second).toContain('ViceChair Exempel')
    expect((await town.get('administrator', `${search}&sida=9`)).headers.get('location')).toBe(
      '/ekby/namnden/installningar/personer?sok=e',
    )
  })

  it('the secretary and the auditor look and change nothing', async () => {
    for (const name of ['secretary', 'auditor'] as const) {
      const page = await pageOf(name, personAt('anna'))
      expect(page).toContain('anna@ekby.example')
      expect(page).not.toMatch(/\/uppgifter"|roller\/ny|bjud-in|personnummer|skydda/)
      expect((await town.post(name, `${personAt('anna')}/bjud-in`)).status).toBe(403)
    }
  })
})

describe('when the administrator changes somebody', () => {
  it('a person is added, given a role more, and the role ended', async () => {
    const typed = {
      email: 'ny@ekby.example',
      name: 'Ny Person',
      role: 'politician',
      validFrom: '2026-10-06',
      lastDay: '',
    }
    const added = await town.post('administrator', `${register}/ny`, typed)
    const path = (added.headers.get('location') ?? '').split('?')[0] ?? ''
    expect(await pageOf('administrator', path)).toContain('Kontaktpolitiker')
    const twice = await town.post('administrator', `${path}/roller/ny`, {
      role: 'politician',
      validFrom: '2026-11-01',
      lastDay: '',
    })
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('Personen har redan den rollen')])
    const id = path.split('/').at(-1) ?? ''
    const [held] = await town.database.read(town.cast, (tx) => listHoldings(tx, town.cast.system(), id))
    const ended = await town.post('administrator', `${path}/roller/${held?.id}`, {
      lastDay: '2026-10-31',
      version: String(await versionOf(id)),
    })
    expect(ended.status).toBe(303)
    expect(await pageOf('administrator', path)).toContain('6 oktober 2026 till och med 31 oktober 2026')
  })

  it('what was typed comes back with a sentence', async () => {
    const answer = await town.post('administrator', `${register}/ny`, {
      email: 'fel',
      role: '',
      validFrom: 'i går',
      lastDay: '',
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const sentence of ['Skriv en e-postadress', 'Välj en roll', 'Skriv en dag']) expect(page).toContain(sentence)
    expect(page).toContain('value="i går"')
  })

  it('locking ends every session at once, and says so until it is unlocked', async () => {
    expect((await town.get('bengt', '/')).status).toBe(200)
    expect((await town.post('administrator', `${personAt('bengt')}/las`, { reason: '' })).status).toBe(422)
    await town.post('administrator', `${personAt('bengt')}/las`, { reason: 'Tappad telefon' })
    expect((await town.get('bengt', '/')).status).toBe(303)
    expect(await pageOf('administrator', personAt('bengt'))).toContain('Skäl: Tappad telefon')
    await town.post('administrator', `${personAt('bengt')}/las-upp`)
    expect(await pageOf('administrator', personAt('bengt'))).not.toContain('Tappad telefon')
    expect((await town.post('administrator', `${personAt('bengt')}/las-upp`)).status).toBe(422)
  })

  it('nobody locks themself', async () => {
    const answer = await town.post('administrator', `${personAt('administrator')}/las`, { reason: 'x' })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Du kan inte låsa dig själv')])
  })

  it('an identity is unbound, and its sessions end', async () => {
    const { database, cast, clock } = town
    const [providerId, identityId, municipalityId] = [newId(), newId(), cast.municipalityId]
    const [personId, now] = [cast.people.cecilia, clock.now()]
    await database.transaction(cast, async (tx) => {
      const provider = { id: providerId, municipalityId, kind: 'saml', label: 'Ekbykontot', settings: {} } as const
      await tx.insert(identityProvider).values(provider)
      const bound = { municipalityId, providerId, personId, boundBy: 'invitation', boundAt: now } as const
      await tx.insert(externalIdentity).values({ ...bound, id: identityId, subject: 'hemlig-beteckning' })
      await tx.insert(session).values({
        municipalityId,
        personId,
        providerId,
        method: 'saml',
        tokenHash: 'a'.repeat(64),
        startedAt: now,
        expiresAt: now,
      })
    })
    const page = await pageOf('administrator', personAt('cecilia'))
    expect(page).toContain('Ekbykontot')
    expect(page).not.toContain('hemlig-beteckning')
    const somebodyElse = `${personAt('david')}/kopplingar/${identityId}/ta-bort`
    expect((await town.post('administrator', somebodyElse)).status).toBe(404)
    await town.post('administrator', `${personAt('cecilia')}/kopplingar/${identityId}/ta-bort`)
    expect(await pageOf('administrator', personAt('cecilia'))).not.toContain('Ekbykontot')
    const open = await database.read(cast, async (tx) =>
      (await tx.select().from(session)).filter((it) => it.providerId === providerId && it.endedAt === null),
    )
    expect(open).toEqual([])
  })
})

describe('when a personal number is registered', () => {
  it('it stands in no page, address, letter or log', async () => {
    const path = `${personAt('david')}/personnummer`
    const wrong = await town.post('administrator', path, { number: '19121212-1213', neededFor: 'both' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).not.toContain('1213')
    const saved = await town.post('administrator', path, { number: '19121212-1212', neededFor: 'both' })
    expect(saved.headers.get('location')).not.toContain('1212')
    const page = await pageOf('administrator', personAt('david'))
    expect(page).toContain('19121212-****')
    expect(page).not.toMatch(/12121212|1212-1212/)
    expect(await pageOf('secretary', personAt('david'))).not.toContain('19121212')
    const { log, mail } = await town.database.read(town.cast, async (tx) => ({
      log: await tx.select().from(auditContent),
      mail: await listMailbox(tx, 1000),
    }))
    expect(JSON.stringify([log, mail])).not.toMatch(/121212-?121/)
    await town.post('administrator', `${path}/ta-bort`)
    expect(await pageOf('administrator', personAt('david'))).not.toContain('19121212')
  })
})

describe('when somebody is invited', () => {
  const linkFrom = async (address: string) => {
    const letters = await town.database.read(town.cast, (tx) => listMailbox(tx, 1000))
    const text = letters.find((it) => it.address === address)?.text ?? ''
    return /http:\/\/localhost(\/ekby\/valkommen\/[\w-]{43})/.exec(text)?.[1] ?? ''
  }
  const open = (path: string, cookie = '') => town.app.request(`http://localhost${path}`, { headers: { cookie } })
  const accept = (path: string) => town.app.request(`http://localhost${path}`, aForm({}))
  const invite = () => town.post('administrator', `${personAt('chair')}/bjud-in`)

  it('the letter’s link opens the account once, and suggests a passkey', async () => {
    await invite()
    const link = await linkFrom('chair@ekby.example')
    const page = await (await open(link)).text()
    expect(page).toContain('Omsorgsnämnden i Ekby kommun')
    const answer = await accept(link)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ekby/namnden/konto/nycklar/ny'])
    expect(answer.headers.get('set-cookie')).toMatch(/nk_session=[\w-]{43}/)
    expect(await (await open(link)).text()).toContain('Inbjudan är redan använd')
    const again = await accept(link)
    expect(again.headers.get('set-cookie') ?? '').not.toContain('nk_session')
    expect(await pageOf('administrator', personAt('chair'))).toContain('har öppnat kontot med sin inbjudan')
  })

  it('two who open it at once are one who comes in, also while it is sent anew', async () => {
    for (let round = 0; round < 5; round++) {
      await invite()
      const link = await linkFrom('chair@ekby.example')
      const [one, two, sent] = await Promise.all([accept(link), accept(link), invite()])
      expect(sent.status).toBe(303)
      expect([one.status, two.status].filter((status) => status === 303).length).toBeLessThan(2)
      expect(Math.max(one.status, two.status)).toBeLessThan(500)
    }
  })

  it('a newer letter ends the link of an older', async () => {
    await invite()
    const older = await linkFrom('chair@ekby.example')
    await invite()
    expect(await (await open(older)).text()).toContain('Inbjudan gäller inte längre')
    expect((await accept(older)).headers.get('set-cookie') ?? '').not.toContain('nk_session')
  })

  it('it can be withdrawn', async () => {
    await invite()
    const link = await linkFrom('chair@ekby.example')
    await town.post('administrator', `${personAt('chair')}/aterta-inbjudan`)
    expect(await (await accept(link)).text()).toContain('Inbjudan gäller inte längre')
    expect((await town.post('administrator', `${personAt('chair')}/aterta-inbjudan`)).status).toBe(422)
  })

  it('it is good for seven days', async () => {
    await invite()
    const link = await linkFrom('chair@ekby.example')
    town.clock.advanceMilliseconds(7 * 86_400_000)
    expect(await (await open(link)).text()).toContain('Inbjudan har gått ut')
    expect(await (await accept(link)).text()).toContain('Inbjudan har gått ut')
  })

  it('whoever is signed in as somebody else, is locked or has half a link reads what to do', async () => {
    const fresh = await anApp({ slug: 'berga' })
    const path = `/installningar/personer/${fresh.cast.people.chair}`
    await fresh.post('administrator', `${path}/bjud-in`)
    const [letter] = await fresh.database.read(fresh.cast, (tx) => listMailbox(tx))
    const link = /(\/berga\/valkommen\/[\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? ''
    const titleAs = async (name: 'anna' | 'chair') => (await fresh.get(name, `/${link}`)).text()
    expect(await titleAs('anna')).toContain('Någon är redan inloggad här')
    expect(await titleAs('chair')).toContain('Välkommen')
    const half = await fresh.app.request(`http://localhost${link.slice(0, -5)}`)
    expect(await half.text()).toContain('Vi känner inte igen länken')
    await fresh.post('administrator', `${path}/las`, { reason: 'x' })
    const locked = await fresh.app.request(`http://localhost${link}`)
    expect(await locked.text()).toContain('Inbjudan gäller inte längre')
    expect((await fresh.post('administrator', `${path}/bjud-in`)).status).toBe(422)
  })
})
