import { eq } from 'drizzle-orm'
import { TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'
import { logged, outcomesLogged } from '../../../tests/support/logged.ts'
import { addDays } from '../../kernel/date.ts'
import { person, roleHolding } from '../people/people.tables.ts'
import { emergencyLogin } from './accounts.tables.ts'

const origin = 'http://localhost'
const password = 'tre gula ankor badar'
const right = { email: 'administrator@ekby.example', password }

let town: TestApp
let secret: string
beforeEach(async () => {
  town = await anApp({ appointed: false })
  secret = await setUp('administrator')
})
afterEach(() => town.database.close())

/** Sets up an emergency login in the web, and returns its secret as an app would have it. */
async function setUp(name: CastName): Promise<string> {
  expect((await town.post(name, '/konto/nodinloggning', { password, again: password })).status).toBe(303)
  const page = await (await town.get(name, '/konto/nodinloggning')).text()
  const shown = (/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(page)?.[0] ?? '').replaceAll(' ', '')
  expect((await town.post(name, '/konto/nodinloggning/kod', { code: codeOf(shown) })).status).toBe(303)
  // The code that confirmed is used up: the next is half a minute away.
  town.clock.advanceMilliseconds(30_000)
  return shown
}

function codeOf(key: string): string {
  return new TOTP({ secret: key }).generate({ timestamp: town.clock.now() })
}

function signIn(form: Readonly<Record<string, string>>) {
  return town.app.request(`${origin}/ekby/logga-in/nod`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams(form),
  })
}

async function letters(about: string): Promise<number> {
  return (await (await town.app.request(`${origin}/ekby/brevlada`)).text()).split(about).length - 1
}

/** The same calm page whatever was wrong, and no session. */
async function expectRefused(answer: Response) {
  expect(answer.status).toBe(422)
  expect(answer.headers.get('set-cookie')).toBeNull()
  const page = await answer.text()
  expect(page).toContain('Kontrollera adressen, lösenordet och koden')
  expect(page).not.toContain(password)
}

const isRight = (answer: Response) => answer.headers.get('location') === '/ekby'

describe('when an administrator sets up an emergency login', () => {
  it('it is drawn for the app once, and never shown again', async () => {
    await town.post('administrator', '/konto/nodinloggning/ta-bort')
    await town.post('administrator', '/konto/nodinloggning', { password, again: password })
    const begun = await (await town.get('administrator', '/konto/nodinloggning')).text()
    expect(begun).toContain('src="data:image/svg+xml,')
    const key = (/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(begun)?.[0] ?? '').replaceAll(' ', '')
    await town.post('administrator', '/konto/nodinloggning/kod', { code: codeOf(key) })
    const on = await (await town.get('administrator', '/konto/nodinloggning')).text()
    expect(on).not.toContain(key.slice(0, 4))
    expect(on).toContain('/ekby/logga-in/nod')
  })

  it.each<[string, Record<string, string>]>([
    ['minst 15 tecken', { password: 'xyz-xyz', again: 'xyz-xyz' }],
    ['lätt att gissa', { password: 'Ekby kommun 2026', again: 'Ekby kommun 2026' }],
    ['inte likadana', { password, again: `${password}.` }],
    ['Skriv ett lösenord', { password: '', again: '' }],
  ])('a password is asked for again: %s', async (sentence, form) => {
    await town.post('administrator', '/konto/nodinloggning/ta-bort')
    const answer = await town.post('administrator', '/konto/nodinloggning', form)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(sentence)
    if (form.password) expect(page).not.toContain(form.password)
  })

  it('it is good for nothing before a code has confirmed it', async () => {
    await town.post('administrator', '/konto/nodinloggning/ta-bort')
    await town.post('administrator', '/konto/nodinloggning', { password, again: password })
    const page = await (await town.get('administrator', '/konto/nodinloggning')).text()
    const key = (/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(page)?.[0] ?? '').replaceAll(' ', '')
    await expectRefused(await signIn({ ...right, code: codeOf(key) }))
    const wrong = codeOf(key) === '000000' ? '111111' : '000000'
    expect((await town.post('administrator', '/konto/nodinloggning/kod', { code: wrong })).status).toBe(422)
  })

  it('nobody else may', async () => {
    for (const name of ['secretary', 'chair', 'auditor'] as const)
      expect((await town.post(name, '/konto/nodinloggning', { password, again: password })).status).toBe(403)
  })

  it('a second one needs the first to be taken away', async () => {
    expect((await town.post('administrator', '/konto/nodinloggning', { password, again: password })).status).toBe(200)
    expect(isRight(await signIn({ ...right, code: codeOf(secret) }))).toBe(true)
  })

  it('neither password nor secret stands in the database or the log as it is', async () => {
    const { municipalityId } = town.cast
    const [row] = await town.database.read({ municipalityId }, (tx) => tx.select().from(emergencyLogin))
    expect(row?.passwordHash).toMatch(/^\$argon2id\$/)
    expect(row?.sealedTotp.includes(secret)).toBe(false)
    const log = JSON.stringify(await logged(town))
    expect([log.includes(password), log.includes(secret)]).toEqual([false, false])
  })
})

describe('when the emergency login is used', () => {
  it('it lets its owner in, all administrators hear of it, and it is logged', async () => {
    const answer = await signIn({ ...right, code: codeOf(secret) })
    expect(isRight(answer)).toBe(true)
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect((await town.app.request(`${origin}/ekby/namnden`, { headers: { cookie } })).status).toBe(200)
    expect(await letters('Administrator Exempel loggade in med nödinloggning')).toBe(1)
    expect((await logged(town)).at(-1)).toMatchObject({
      command: 'accounts.sign-in-with-emergency-login',
      subjectId: town.cast.people.administrator,
      content: { outcome: 'signed-in', by: 'emergency' },
    })
  })

  it('a code is good once', async () => {
    const code = codeOf(secret)
    expect(isRight(await signIn({ ...right, code }))).toBe(true)
    await expectRefused(await signIn({ ...right, code }))
    expect(await outcomesLogged(town)).toContain('totp.used')
  })

  it.each<[string, Record<string, string>, string]>([
    ['a wrong password', { password: 'fyra gula ankor badar' }, 'password.wrong'],
    ['a wrong code', { code: '12345' }, 'totp.wrong'],
    ['an unknown address', { email: 'ingen@ekby.example' }, 'emergency.none'],
    ['somebody who has none', { email: 'anna@ekby.example' }, 'emergency.none'],
    ['nothing', { email: '', password: '', code: '' }, 'emergency.none'],
    ['another’s words', { email: `' or 1=1 --`, password: '<script>', code: '\u0000' }, 'emergency.none'],
  ])('%s is turned back like every other, and logged', async (_, change, outcome) => {
    await expectRefused(await signIn({ ...right, code: codeOf(secret), ...change }))
    expect(await outcomesLogged(town)).toContain(outcome)
  })

  it('a locked person does not come in', async () => {
    await write((tx) =>
      tx.update(person).set({ lockedAt: town.clock.now() }).where(eq(person.id, town.cast.people.administrator)),
    )
    const answer = await signIn({ ...right, code: codeOf(secret) })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([422, null])
    expect(await answer.text()).toContain('kontakt@ekby.example')
    expect(await outcomesLogged(town)).toContain('locked')
  })

  it('it ends with the role, and does not come back with it', async () => {
    const own = eq(roleHolding.personId, town.cast.people.administrator)
    await write((tx) => tx.update(roleHolding).set({ validUntil: town.clock.today() }).where(own))
    await expectRefused(await signIn({ ...right, code: codeOf(secret) }))
    expect(await outcomesLogged(town)).toContain('emergency-login-ended-with-role')
    await write((tx) => tx.update(roleHolding).set({ validUntil: null }).where(own))
    town.clock.advanceMilliseconds(30_000)
    await expectRefused(await signIn({ ...right, code: codeOf(secret) }))
  })

  it('it does not outlive a time without the role, even if nobody tried it then', async () => {
    const { people, committeeId, municipalityId } = town.cast
    const today = town.clock.today()
    const own = eq(roleHolding.personId, people.administrator)
    await write((tx) =>
      tx
        .update(roleHolding)
        .set({ validUntil: addDays(today, 5) })
        .where(own),
    )
    const again = { municipalityId, committeeId, personId: people.administrator, role: 'administrator' } as const
    await write((tx) => tx.insert(roleHolding).values({ ...again, validFrom: addDays(today, 7) }))
    town.clock.advanceDays(8)
    await expectRefused(await signIn({ ...right, code: codeOf(secret) }))
    expect(await outcomesLogged(town)).toContain('emergency-login-ended-with-role')
  })

  it('one that is taken away is gone, with what it was made of', async () => {
    await town.post('administrator', '/konto/nodinloggning/ta-bort')
    await expectRefused(await signIn({ ...right, code: codeOf(secret) }))
    const { municipalityId } = town.cast
    const rows = await town.database.read({ municipalityId }, (tx) => tx.select().from(emergencyLogin))
    expect(rows.map(({ passwordHash, sealedTotp }) => [passwordHash, sealedTotp.length])).toEqual([['', 0]])
  })
})

describe('when somebody guesses', () => {
  it('five wrong tries close it for a quarter of an hour, and all administrators hear of it', async () => {
    for (let count = 0; count < 5; count += 1) await expectRefused(await signIn({ ...right, code: '000' }))
    expect(await letters('Någon har försökt logga in med nödinloggningen')).toBe(1)
    await expectRefused(await signIn({ ...right, code: codeOf(secret) }))
    town.clock.advanceMilliseconds(14 * 60_000)
    await expectRefused(await signIn({ ...right, code: codeOf(secret) }))
    town.clock.advanceMilliseconds(2 * 60_000)
    expect(isRight(await signIn({ ...right, code: codeOf(secret) }))).toBe(true)
  })

  it('a right try in between starts the count again', async () => {
    for (let count = 0; count < 4; count += 1) await signIn({ ...right, code: '000' })
    expect(isRight(await signIn({ ...right, code: codeOf(secret) }))).toBe(true)
    town.clock.advanceMilliseconds(30_000)
    for (let count = 0; count < 4; count += 1) await signIn({ ...right, code: '000' })
    expect(isRight(await signIn({ ...right, code: codeOf(secret) }))).toBe(true)
  })

  it('tries at the same time are counted one after another', async () => {
    await Promise.all(Array.from({ length: 30 }, () => signIn({ ...right, code: '000' })))
    const outcomes = await outcomesLogged(town)
    expect(outcomes.filter((it) => it === 'totp.wrong')).toHaveLength(5)
    expect(outcomes.filter((it) => it === 'emergency-login-locked')).toHaveLength(25)
  })

  it('1 000 codes get nowhere, the right one among them, and each is logged', async () => {
    const rightCode = codeOf(secret)
    const codes = Array.from({ length: 999 }, (_, index) => String(index * 997).padStart(6, '0'))
    const guesses = [...codes.filter((code) => code !== rightCode).slice(0, 500), rightCode, ...codes.slice(500)]
    for (const code of guesses) {
      const answer = await signIn({ ...right, code })
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([422, null])
    }
    const tried = (await logged(town)).filter(({ command }) => command === 'accounts.sign-in-with-emergency-login')
    expect(tried).toHaveLength(guesses.length)
    expect(await letters('Någon har försökt logga in med nödinloggningen')).toBe(1)
  }, 120_000)
})

async function write(work: Parameters<TestApp['database']['transaction']>[1]): Promise<void> {
  await town.database.transaction({ municipalityId: town.cast.municipalityId }, work)
}
