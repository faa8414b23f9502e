import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { anOidcProvider, type TestProvider } from '../../../tests/support/oidc-peer.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { hashToken } from '../../platform/tokens.ts'
import { openProvider, saveOidcProvider } from './providers.commands.ts'

const origin = 'http://localhost'
const pnrClaim = 'https://id.oidc.se/claim/personalIdentityNumber'
const ids = { ekby: newId(), granby: newId() }
const start = `/ekby/logga-in/${ids.ekby}`

let ours: TestApp
let theirs: TestApp
let provider: TestProvider
beforeAll(async () => {
  const database = await aDatabase()
  const clock = testClock()
  ours = appWith(database, clock, await aCast(database, clock))
  theirs = appWith(database, clock, await aCast(database, clock, { slug: 'granby' }))
  provider = await anOidcProvider([
    `${origin}/ekby/logga-in/${ids.ekby}/svar`,
    `${origin}/granby/logga-in/${ids.granby}/svar`,
  ])
  for (const [town, id] of [
    [ours, ids.ekby],
    [theirs, ids.granby],
  ] as const)
    await letIn(town, id)
  await rows(ours, sql`update person set employment_number = '1001' where id = ${ours.cast.people.anna}`)
  await rows(ours, sql`update person set employment_number = '1002' where id = ${ours.cast.people.bengt}`)
  await rows(ours, sql`update person set employment_number = '1003' where id = ${ours.cast.people.cecilia}`)
})
afterAll(() => provider.stop())

/** Keeps a provider, tries it as its administrator does, and switches it on. */
async function letIn(town: TestApp, id: string) {
  const scope = town.cast.as('administrator')
  await must(
    execute(town, scope, saveOidcProvider, {
      id,
      label: 'Logga in med kommunens konto',
      issuer: provider.issuer,
      clientId: provider.clientId,
      secret: provider.clientSecret,
      scope: 'openid profile email',
      subjectClaim: 'sub',
      employmentNumberClaim: 'employeeid',
      personalNumberClaim: pnrClaim,
    }),
  )
  provider.comes({ sub: 'an-administrator' })
  const administrator = aBrowser(town)
  await administrator.becomes('administrator')
  const tried = await administrator.walk(`${town.cast.place.municipality}/namnden/installningar/inloggning/${id}/prova`)
  expect(tried.page).toContain('Det fungerar')
  await must(execute(town, scope, openProvider, { id }))
}

/** A browser with cookies of its own, which goes to the provider and back. */
function aBrowser(town: TestApp) {
  const cookies = new Map<string, string>()
  const open = async (path: string) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await town.app.request(`${origin}${path}`, { headers: { cookie, 'user-agent': 'A test' } })
    for (const sent of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(sent) ?? []
      cookies.set(name, value)
    }
    return answer
  }
  /** Follows every redirect; at the provider as the person who comes there. */
  const walk = async (path: string) => {
    let at = path.startsWith('/') ? path : `/${path}`
    for (;;) {
      const answer = await open(at)
      const location = answer.headers.get('location')
      if (location === null) return { at, status: answer.status, page: await answer.text() }
      const url = new URL(location, origin)
      const ourUrl = url.origin === origin ? url : await provider.walk(url.href)
      at = ourUrl.pathname + ourUrl.search
    }
  }
  /** Goes away and comes back with the answer, unopened. */
  const answered = async (path: string) => {
    const away = await open(path)
    const back = await provider.walk(away.headers.get('location') ?? '')
    return back.pathname + back.search
  }
  return {
    cookies,
    open,
    walk,
    answered,
    becomes: async (name: 'administrator') => {
      const place = `/${town.cast.place.municipality}/namnden/prova`
      const answer = await town.app.request(`${origin}${place}`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ personId: town.cast.people[name] }),
      })
      cookies.set('nk_session', /nk_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '')
    },
  }
}

async function rows(town: TestApp, query: ReturnType<typeof sql>) {
  const { rows: found } = await town.database.transaction({ municipalityId: town.cast.municipalityId }, (tx) =>
    tx.execute(query),
  )
  return found
}

/** What the log's last rows say of sign-ins at the provider or of a person, oldest first. */
async function logged(town: TestApp, count = 1) {
  const found = await rows(
    town,
    sql`select c.content from audit_entry e join audit_content c on c.entry_id = e.id order by e.seq desc limit ${count}`,
  )
  return found.map(({ content }) => content).reverse()
}

async function sessionsOf(town: TestApp, name: keyof TestApp['cast']['people']) {
  const [row] = await rows(
    town,
    sql`select count(*)::int as count from session where person_id = ${town.cast.people[name]} and ended_at is null`,
  )
  return row?.count
}

describe('when somebody signs in by a provider', () => {
  it('the sign-in page has its button', async () => {
    const { page } = await aBrowser(ours).walk('/ekby/logga-in')
    expect(page).toContain(`href="${start}"`)
    expect(page).toContain('Logga in med kommunens konto')
  })

  it('the employment number leads in the first time, the subject afterwards', async () => {
    provider.comes({ sub: 'anna-at-the-provider', employeeid: '1001' })
    const first = await aBrowser(ours).walk(start)
    expect([first.at, first.status]).toEqual(['/ekby/namnden', 200])
    expect(first.page).toContain('Anna')
    expect(await logged(ours, 2)).toEqual([
      { outcome: 'signed-in', by: 'oidc' },
      { outcome: 'bound', providerId: ids.ekby, by: 'employment-number' },
    ])
    provider.comes({ sub: 'anna-at-the-provider' })
    expect((await aBrowser(ours).walk(start)).page).toContain('Anna')
    // The owner hears of the new way in, once.
    const told = await rows(ours, sql`select person_id from outgoing_mail where subject like '%kopplats till%'`)
    expect(told).toEqual([{ person_id: ours.cast.people.anna }])
  })

  it('the page one came from is gone back to', async () => {
    provider.comes({ sub: 'anna-at-the-provider' })
    expect((await aBrowser(ours).walk(`${start}?till=/ekby/namnden/besok`)).at).toBe('/ekby/namnden/besok')
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/%09/evil.example',
    '/ekby/\n//evil.example',
    '/ekbyx/',
    '/granby/namnden',
  ])('%j is not gone to', async (till) => {
    provider.comes({ sub: 'anna-at-the-provider' })
    const { at } = await aBrowser(ours).walk(`${start}?till=${encodeURIComponent(till)}`)
    expect(at).toBe('/ekby/namnden')
  })

  it('the browser gets a new session and its old one ends', async () => {
    const browser = aBrowser(ours)
    await browser.becomes('administrator')
    const before = browser.cookies.get('nk_session') ?? ''
    provider.comes({ sub: 'anna-at-the-provider' })
    await browser.walk(start)
    expect(browser.cookies.get('nk_session')).not.toBe(before)
    const old = await rows(ours, sql`select ended_because from session where token_hash = ${hashToken(before)}`)
    expect(old).toEqual([{ ended_because: 'replaced' }])
  })

  it('an e-mail address leads nobody in', async () => {
    provider.comes({ sub: 'somebody-else', email: 'anna@ekby.example', name: 'Anna' })
    const browser = aBrowser(ours)
    const { status, page } = await browser.walk(start)
    expect([status, browser.cookies.has('nk_session')]).toEqual([422, false])
    expect(page).toContain('kontakt@ekby.example')
    expect(await logged(ours)).toEqual([{ outcome: 'nobody', employmentNumber: null }])
  })
})

describe('when somebody without an employment number comes the first time', () => {
  const digits = '198001012384'

  it('a personal number that is registered for signing in leads in once, then the subject', async () => {
    const { database, cast } = ours
    await database.transaction({ municipalityId: cast.municipalityId }, async (tx) => {
      await tx.execute(sql`insert into personal_number (id, municipality_id, person_id, sealed, digest, needed_for, registered_at)
        values (${newId()}, ${cast.municipalityId}, ${cast.people.david}, ${tx.seal(digits)}, ${tx.digest(digits)}, 'payroll', now())`)
    })
    provider.comes({ sub: 'david-at-the-provider', [pnrClaim]: digits })
    // A number that payroll alone needs leads nobody in.
    expect((await aBrowser(ours).walk(start)).status).toBe(422)
    await rows(ours, sql`update personal_number set needed_for = 'both'`)
    expect((await aBrowser(ours).walk(start)).page).toContain('David')
    await rows(ours, sql`delete from personal_number`)
    expect((await aBrowser(ours).walk(start)).page).toContain('David')
    const log = await rows(ours, sql`select content::text from audit_content`)
    expect(JSON.stringify(log)).not.toContain(digits)
  })

  it('an invitation leads in once, and moves nobody who is bound', async () => {
    const invite = (token: string) =>
      rows(
        ours,
        sql`insert into account_invitation (id, municipality_id, person_id, token_hash, sent_at, expires_at)
          values (${newId()}, ${ours.cast.municipalityId}, ${ours.cast.people.otherManager}, ${hashToken(token)}, now(), '2026-12-01')`,
      )
    const comes = async (token: string) => (await aBrowser(ours).walk(`${start}?inbjudan=${token}`)).status
    await invite('first')
    provider.comes({ sub: 'new-at-the-provider' })
    expect(await comes('made-up')).toBe(422)
    expect(await comes('first')).toBe(200)
    provider.comes({ sub: 'a-thief' })
    expect(await comes('first')).toBe(422)
    await invite('second')
    expect(await comes('second')).toBe(422)
  })
})

describe('when somebody comes the first time in several browsers at once', () => {
  const bound = () =>
    rows(
      ours,
      sql`select 1 from external_identity where person_id = ${ours.cast.people.feeOfficer} and ended_at is null`,
    )
  const atOnce = async (subjects: readonly string[]) => {
    const comings: { readonly browser: ReturnType<typeof aBrowser>; readonly finish: string }[] = []
    for (const sub of subjects) {
      provider.comes({ sub, employeeid: '1009' })
      const browser = aBrowser(ours)
      const finish = (await browser.open(await browser.answered(start))).headers.get('location') ?? ''
      comings.push({ browser, finish })
    }
    return Promise.all(comings.map(async ({ browser, finish }) => (await browser.open(finish)).status))
  }

  it('everybody comes in, bound once', async () => {
    await rows(ours, sql`update person set employment_number = '1009' where id = ${ours.cast.people.feeOfficer}`)
    expect(await atOnce(Array<string>(6).fill('fees-at-the-provider'))).toEqual(Array(6).fill(303))
    expect(await bound()).toHaveLength(1)
  })

  it('one subject is left of several', async () => {
    await atOnce(['fees-1', 'fees-2', 'fees-3', 'fees-4', 'fees-5', 'fees-6'])
    expect(await bound()).toHaveLength(1)
  })
})

describe('when an answer is not what was asked for', () => {
  /** The page is calm, the log says why, and nobody is in. */
  async function refused(browser: ReturnType<typeof aBrowser>, path: string, outcome: object) {
    const before = await sessionsOf(ours, 'bengt')
    const { status, page } = await browser.walk(path)
    expect(status).toBe(422)
    expect(page).toContain('Försök igen')
    expect(browser.cookies.has('nk_session')).toBe(false)
    expect(await logged(ours)).toEqual([expect.objectContaining(outcome)])
    expect(await sessionsOf(ours, 'bengt')).toBe(before)
  }

  it('one that comes again is refused', async () => {
    provider.comes({ sub: 'bengt-at-the-provider', employeeid: '1002' })
    const browser = aBrowser(ours)
    const answer = await browser.answered(start)
    expect((await browser.walk(answer)).page).toContain('Bengt')
    browser.cookies.delete('nk_session')
    await refused(browser, answer, { outcome: 'answered-before' })
    await refused(browser, '/ekby/logga-in/klar', { outcome: 'no-attempt' })
  })

  it('one in another browser is refused, and does not use up the right one', async () => {
    provider.comes({ sub: 'bengt-at-the-provider', employeeid: '1002' })
    const browser = aBrowser(ours)
    const answer = await browser.answered(start)
    await refused(aBrowser(ours), answer, { outcome: 'another-browser' })
    const other = aBrowser(ours)
    await other.open(start)
    await refused(other, answer, { outcome: 'another-browser' })
    expect((await browser.walk(answer)).page).toContain('Bengt')
  })

  it('one with a forged state or none is refused', async () => {
    const browser = aBrowser(ours)
    await browser.open(start)
    await refused(browser, `${start}/svar?code=a&state=forged`, { outcome: 'unknown-request' })
    await refused(browser, `${start}/svar`, { outcome: 'unknown-request' })
  })

  it('a forged code for the right state is refused', async () => {
    provider.comes({ sub: 'bengt-at-the-provider', employeeid: '1002' })
    const browser = aBrowser(ours)
    const answer = await browser.answered(start)
    await refused(browser, answer.replace(/code=[^&]+/, 'code=forged'), {
      outcome: 'refused',
      code: 'oidc.code-refused',
    })
  })

  it('one that says another provider gave it is refused', async () => {
    provider.comes({ sub: 'bengt-at-the-provider', employeeid: '1002' })
    const browser = aBrowser(ours)
    const answer = await browser.answered(start)
    const elsewhere = answer.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://evil.example')}`)
    await refused(browser, elsewhere, { outcome: 'refused', code: 'oidc.wrong-issuer' })
  })

  it('one that comes too late is refused', async () => {
    provider.comes({ sub: 'bengt-at-the-provider', employeeid: '1002' })
    const browser = aBrowser(ours)
    const answer = await browser.answered(start)
    ours.clock.advanceMilliseconds(11 * 60_000)
    await refused(browser, answer, { outcome: 'too-late' })
  })

  it('a no of the provider’s is told calmly', async () => {
    provider.comes('denied')
    await refused(aBrowser(ours), start, { outcome: 'refused', code: 'oidc.denied' })
  })

  it('the finish alone leads nobody in', async () => {
    const browser = aBrowser(ours)
    browser.cookies.set('nk_sign_in', 'made-up')
    await refused(browser, '/ekby/logga-in/klar', { outcome: 'no-attempt' })
  })
})

describe('when towns have providers of their own', () => {
  it('one does not exist in the other', async () => {
    const { status } = await aBrowser(ours).walk(`/granby/logga-in/${ids.ekby}`)
    expect(status).toBe(404)
  })

  it('an answer for one finishes nothing in the other', async () => {
    provider.comes({ sub: 'anna-at-the-provider' })
    const browser = aBrowser(ours)
    const answer = await browser.answered(start)
    const { status } = await browser.walk(answer.replace(start, `/granby/logga-in/${ids.granby}`))
    expect([status, browser.cookies.has('nk_session')]).toEqual([422, false])
    await browser.open(answer)
    expect((await browser.walk('/granby/logga-in/klar')).status).toBe(422)
    expect(browser.cookies.has('nk_session')).toBe(false)
  })

  it('a subject bound in one is nobody in the other', async () => {
    provider.comes({ sub: 'anna-at-the-provider', employeeid: '1001' })
    const { status } = await aBrowser(theirs).walk(`/granby/logga-in/${ids.granby}`)
    expect(status).toBe(422)
    expect(await logged(theirs)).toEqual([{ outcome: 'nobody', employmentNumber: '1001' }])
  })
})

describe('when a known person may not come in', () => {
  it('a locked one gets a calm page, and is not bound', async () => {
    await rows(ours, sql`update person set locked_at = now() where id = ${ours.cast.people.cecilia}`)
    provider.comes({ sub: 'cecilia-at-the-provider', employeeid: '1003' })
    const browser = aBrowser(ours)
    const { status, page } = await browser.walk(start)
    expect([status, browser.cookies.has('nk_session')]).toEqual([422, false])
    expect(page).toContain('kontakt@ekby.example')
    expect(await logged(ours)).toEqual([{ outcome: 'locked', by: 'oidc' }])
    expect(await rows(ours, sql`select 1 from external_identity where subject = 'cecilia-at-the-provider'`)).toEqual([])
    await rows(ours, sql`update person set locked_at = null where id = ${ours.cast.people.cecilia}`)
  })

  it('one without a role today gets a calm page', async () => {
    await rows(
      ours,
      sql`update role_holding set valid_until = '2026-01-01' where person_id = ${ours.cast.people.cecilia}`,
    )
    provider.comes({ sub: 'cecilia-at-the-provider', employeeid: '1003' })
    const browser = aBrowser(ours)
    const { status } = await browser.walk(start)
    expect([status, browser.cookies.has('nk_session')]).toEqual([422, false])
    expect(await logged(ours)).toEqual([{ outcome: 'no-role', by: 'oidc' }])
  })
})

describe('when the administrator settles the provider', () => {
  const page = `/installningar/inloggning/${ids.ekby}`
  const settings = () => ({
    label: 'Kommunens konto',
    issuer: provider.issuer,
    clientId: provider.clientId,
    scope: 'openid profile email',
    subjectClaim: 'sub',
    employmentNumberClaim: 'employeeid',
    personalNumberClaim: pnrClaim,
  })

  it('the secret stands neither on the page, nor in the log, nor readable in the database', async () => {
    const shown = await (await ours.get('administrator', page)).text()
    expect(shown).toContain(provider.clientId)
    expect(shown).not.toContain(provider.clientSecret)
    const kept = await rows(
      ours,
      sql`select encode(sealed_secret, 'escape') as sealed, settings::text as settings from identity_provider`,
    )
    const log = await rows(ours, sql`select content::text from audit_content`)
    expect(JSON.stringify([kept, log])).not.toContain(provider.clientSecret)
  })

  it('what was refused comes back as typed, without the secret', async () => {
    const answer = await ours.post('administrator', page, {
      ...settings(),
      issuer: 'inte en adress',
      subjectClaim: 'email',
      secret: 'typed-secret',
    })
    const shown = await answer.text()
    expect(answer.status).toBe(422)
    expect(shown).toContain('value="inte en adress"')
    expect(shown).toContain('value="email"')
    expect(shown).toContain('href="#field-subjectClaim"')
    expect(shown).not.toContain('typed-secret')
  })

  it('another label changes nothing else; other settings have to be tried before it is on', async () => {
    const stateOf = async () =>
      (
        await rows(ours, sql`select state, tested_at is null as untested from identity_provider where id = ${ids.ekby}`)
      )[0]
    await ours.post('administrator', page, settings())
    expect(await stateOf()).toEqual({ state: 'on', untested: false })
    await ours.post('administrator', page, { ...settings(), scope: 'openid profile' })
    expect(await stateOf()).toEqual({ state: 'off', untested: true })
    const opened = await ours.post('administrator', `${page}/slapp-in`)
    expect(opened.status).toBe(422)
    expect((await aBrowser(ours).walk(start)).status).toBe(404)
    await ours.post('administrator', page, settings())
    await letIn(ours, ids.ekby)
  })

  it('nobody is known any more when others give the subjects', async () => {
    const known = async () =>
      (await rows(ours, sql`select 1 from external_identity where provider_id = ${ids.ekby} and ended_at is null`))
        .length
    const before = await known()
    await ours.post('administrator', page, { ...settings(), clientId: 'another-client' })
    expect(await known()).toBe(before)
    await ours.post('administrator', page, { ...settings(), subjectClaim: 'oid' })
    expect([before > 0, await known()]).toEqual([true, 0])
    await ours.post('administrator', page, settings())
    await letIn(ours, ids.ekby)
  })

  it.each(['nickname', 'email', 'preferred_username'])(
    '%s, which people choose, is no number of theirs',
    async (claim) => {
      const answer = await ours.post('administrator', page, { ...settings(), employmentNumberClaim: claim })
      expect([answer.status, (await answer.text()).includes('href="#field-employmentNumberClaim"')]).toEqual([
        422,
        true,
      ])
    },
  )

  it('a trial shows what came, with personal numbers masked, and signs nobody in', async () => {
    provider.comes({ sub: '198001012384', employeeid: '1002', name: 'Bengt' })
    const browser = aBrowser(ours)
    await browser.becomes('administrator')
    const session = browser.cookies.get('nk_session')
    const { page: shown } = await browser.walk(`/ekby/namnden${page}/prova`)
    expect(shown).toContain('19800101-····')
    expect(shown).not.toContain('198001012384')
    expect(shown).toContain('employeeid')
    expect(browser.cookies.get('nk_session')).toBe(session)
    const stranger = await ours.get('administrator', `${page}/provad`)
    expect(await stranger.text()).not.toContain('19800101')
  })

  it('a trial that goes wrong says what to mend', async () => {
    const id = newId()
    await ours.post('administrator', '/installningar/inloggning/ny/oidc', {
      ...settings(),
      id,
      issuer: 'http://127.0.0.1:1',
      secret: 'x',
    })
    const tried = await ours.get('administrator', `/installningar/inloggning/${id}/prova`)
    expect([tried.status, (await tried.text()).includes('Tjänsten svarar inte')]).toEqual([422, true])
    await ours.post('administrator', `/installningar/inloggning/${id}/ta-bort`)
    expect((await ours.get('administrator', `/installningar/inloggning/${id}`)).status).toBe(404)
  })

  it('nobody is shut out by settings', async () => {
    const policy = { codes: 'nobody', passkeys: 'yes', idleMinutes: '30', absoluteHours: '8' }
    expect((await ours.post('administrator', '/installningar/inloggning', policy)).status).toBe(303)
    expect((await aBrowser(ours).walk('/ekby/logga-in')).page).not.toContain('name="email"')
    expect((await ours.post('administrator', `${page}/stang`)).status).toBe(422)
    await ours.post('administrator', '/installningar/inloggning', { ...policy, codes: 'everybody' })
    const wrong = await ours.post('administrator', '/installningar/inloggning', { ...policy, idleMinutes: '1' })
    expect([wrong.status, (await wrong.text()).includes('mellan 5 och 1440')]).toEqual([422, true])
  })

  it('switching it off ends the sessions it vouched for', async () => {
    provider.comes({ sub: 'anna-at-the-provider', employeeid: '1001' })
    const browser = aBrowser(ours)
    await browser.walk(start)
    await ours.post('administrator', `${page}/stang`)
    expect((await browser.open('/ekby/namnden/besok')).status).toBe(303)
    expect((await aBrowser(ours).walk('/ekby/logga-in')).page).not.toContain(start)
  })
})
