import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aForm, anApp, appAt, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { isoFromDay } from '../../kernel/date.ts'
import { eq } from 'drizzle-orm'
import { execute } from '../../platform/command.ts'
import { endRole, findPerson, listHoldings } from '../people/index.ts'
import { person } from '../people/people.tables.ts'
import { listMailbox } from '../../platform/mail.ts'
import { hashToken } from '../../platform/tokens.ts'
import { requestCode, signInToDemo } from './accounts.commands.ts'
import { session, signInPolicy } from './accounts.tables.ts'
import { lockOut, unlock } from './register.commands.ts'
import { findSession } from './sessions.store.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp()
  const policy = { municipalityId: town.cast.municipalityId, idleMinutes: 30, absoluteHours: 2 }
  await town.database.transaction(town.cast, (tx) => tx.insert(signInPolicy).values(policy))
})

const minute = 60_000
let token: string
beforeEach(async () => {
  const { database, clock, cast } = town
  const chosen = { personId: cast.people.anna, isDemo: true }
  ;({ token } = await must(execute({ database, clock }, cast.system(), signInToDemo, chosen)))
})

const open = async (cookie = `nk_session=${token}`) =>
  (await town.app.request('http://localhost/ekby/namnden', { headers: { cookie } })).status
const run = <I, O>(definition: Parameters<typeof execute<I, O>>[2], input: unknown) =>
  must(execute({ database: town.database, clock: town.clock }, town.cast.as('administrator'), definition, input))

describe('a session', () => {
  it('ends when nothing is done in it, and not while something is', async () => {
    town.clock.advanceMilliseconds(29 * minute)
    expect(await open()).toBe(200)
    town.clock.advanceMilliseconds(29 * minute)
    expect(await open()).toBe(200)
    town.clock.advanceMilliseconds(30 * minute)
    expect(await open()).toBe(303)
  })

  it('ends after its longest time however much is done in it', async () => {
    const statuses: number[] = []
    for (let passed = 0; passed < 6; passed++) {
      town.clock.advanceMilliseconds(20 * minute)
      statuses.push(await open())
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 303])
  })

  it('is over at once when the person is locked, and stays so when unlocked', async () => {
    const personId = town.cast.people.anna
    await run(lockOut, { personId, reason: 'Förlorad surfplatta' })
    expect(await open()).toBe(303)
    await run(unlock, { personId })
    expect(await open()).toBe(303)
  })

  it('that begins while the person is being locked does not begin', async () => {
    const { database, clock, cast } = town
    const personId = cast.people.bengt
    let signingIn: Promise<unknown> = Promise.resolve()
    await database.transaction(cast, async (tx) => {
      await tx.update(person).set({ lockedAt: clock.now() }).where(eq(person.id, personId))
      signingIn = execute({ database, clock }, cast.system(), signInToDemo, { personId, isDemo: true })
      // Long enough for it to have read what it reads, and to wait for this.
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    expect(await signingIn).toMatchObject({ ok: false, code: 'accounts.nobody-to-be' })
    await run(unlock, { personId })
  })

  it('that has ended does nothing any more, not even choose a language', async () => {
    const { database, cast } = town
    const languageOf = async () => (await database.read(cast, (tx) => findPerson(tx, cast.people.anna)))?.language
    await run(lockOut, { personId: cast.people.anna, reason: 'Förlorad surfplatta' })
    await run(unlock, { personId: cast.people.anna })
    const form = aForm({ language: 'en', returnTo: '/' })
    const headers = { ...form.headers, cookie: `nk_session=${token}` }
    expect((await town.app.request('http://localhost/sprak', { ...form, headers })).status).toBe(303)
    expect(await languageOf()).toBe('sv')
  })

  it('is over on the day after the last role', async () => {
    const { database, cast, clock } = town
    const personId = cast.people.david
    const demo = { personId, isDemo: true }
    const own = await must(execute({ database, clock }, cast.system(), signInToDemo, demo))
    const cookie = `nk_session=${own.token}`
    const [holding] = await database.read(cast, (tx) => listHoldings(tx, cast.system(), personId))
    const person = await database.read(cast, (tx) => findPerson(tx, personId))
    const lastDay = isoFromDay(clock.today())
    await run(endRole, { personId, holdingId: holding?.id, version: person?.version, lastDay })
    expect(await open(cookie)).toBe(200)
    const policy = { idleMinutes: 1440, absoluteHours: 72 }
    await database.transaction(cast, (tx) => tx.update(signInPolicy).set(policy))
    clock.advanceMilliseconds(13 * 60 * minute)
    expect(await open(cookie)).toBe(303)
  })
})

describe('when somebody signs in', () => {
  it('a token that was in the browser beforehand is worth nothing afterwards', async () => {
    const { database, clock, cast } = town
    const address = 'bengt@ekby.example'
    await must(execute({ database, clock }, cast.system(), requestCode, { email: address }))
    const [letter] = (await database.read(cast, (tx) => listMailbox(tx))).filter((it) => it.address === address)
    const code = /\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? ''
    const planted = await must(
      execute({ database, clock }, cast.system(), signInToDemo, { personId: cast.people.cecilia, isDemo: true }),
    )
    const form = aForm({ email: address, code })
    const cookie = `nk_session=${planted.token}`
    const answer = await town.app.request('http://localhost/ekby/logga-in/kod', {
      ...form,
      headers: { ...form.headers, cookie },
    })
    expect(answer.status).toBe(303)
    const given = /nk_session=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
    expect(given).not.toBe(planted.token)
    expect(await open(cookie)).toBe(303)
    expect(await open(`nk_session=${given}`)).toBe(200)
  })

  it('a token that nobody was given opens nothing and is not taken up', async () => {
    const made = 'x'.repeat(43)
    expect(await open(`nk_session=${made}`)).toBe(303)
    const known = await town.database.lookUp({ session: hashToken(made) }, (tx) => findSession(tx, hashToken(made)))
    expect(known).toBeUndefined()
  })

  it.each([
    ['http://localhost', /^nk_session=[^;]+; .*HttpOnly.*SameSite=Lax$/],
    [
      'https://kontakt.example',
      /^__Host-nk_session=[^;]+; (?=.*Path=\/)(?!.*Domain)(?=.*HttpOnly)(?=.*Secure).*SameSite=Lax$/,
    ],
  ])('by %s the cookie is as strict as it can be', async (publicUrl, cookie) => {
    const form = aForm({ personId: town.cast.people.bengt })
    const answer = await appAt(town, publicUrl).request(`${publicUrl}/ekby/namnden/prova`, {
      ...form,
      headers: { origin: publicUrl },
    })
    expect(answer.headers.get('set-cookie')).toMatch(cookie)
  })

  it('the database never holds a token', async () => {
    const rows = await town.database.read(town.cast, (tx) => tx.select().from(session))
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})
