import { beforeAll, describe, expect, it } from 'vitest'
import { aForm, anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { listMailbox } from '../../platform/mail.ts'
import { auditEntry } from '../../platform/audit.tables.ts'
import { requestCode, signInToDemo } from './accounts.commands.ts'
import { attemptTally, externalIdentity, identityProvider, signInPolicy } from './accounts.tables.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})

const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
const ask = (email: string, address = '') =>
  town.app.request('http://localhost/ekby/logga-in', aForm({ email }), address === '' ? undefined : from(address))
const type = (email: string, code: string, address = '') =>
  town.app.request(
    'http://localhost/ekby/logga-in/kod',
    aForm({ email, code }),
    address === '' ? undefined : from(address),
  )
const letters = async (email: string) =>
  (await town.database.read(town.cast, (tx) => listMailbox(tx, 1000))).filter(({ address }) => address === email)
const rows = () => town.database.read(town.cast, (tx) => tx.$count(auditEntry))
const newestCode = async (email: string) => /\b\d{6}\b/.exec((await letters(email))[0]?.text ?? '')?.[0] ?? ''

describe('when codes are asked for', () => {
  it('an account is sent five an hour, and the page never says so', async () => {
    const pages: string[] = []
    for (let count = 0; count < 8; count++) pages.push(await (await ask('anna@ekby.example')).text())
    expect(await letters('anna@ekby.example')).toHaveLength(5)
    expect(new Set(pages).size).toBe(1)
    town.clock.advanceMilliseconds(3_600_000)
    await ask('anna@ekby.example')
    expect(await letters('anna@ekby.example')).toHaveLength(6)
  })

  it('a known and an unknown address get the same page, and both put a job in the queue', async () => {
    const waiting = () => town.workOff()
    await waiting()
    const known = await (await ask('bengt@ekby.example')).text()
    const ofKnown = await waiting()
    const unknown = await (await ask('ingen@ekby.example')).text()
    const ofUnknown = await waiting()
    expect(known.replaceAll('bengt', 'ingen')).toBe(unknown)
    expect([ofKnown, ofUnknown]).toEqual([1, 1])
    expect(await letters('ingen@ekby.example')).toEqual([])
  })

  it('a client address tries a hundred times an hour, whoever it says it is', async () => {
    const network = '203.0.113.7'
    for (let count = 0; count < 101; count++) await type(`ingen${count % 9}@ekby.example`, '000000', network)
    const before = await rows()
    await ask('cecilia@ekby.example', network)
    expect(await letters('cecilia@ekby.example')).toEqual([])
    expect(await rows()).toBe(before)
    await ask('cecilia@ekby.example', '203.0.113.8')
    expect(await letters('cecilia@ekby.example')).toHaveLength(1)
  })
})

describe('when somebody tries a thousand wrong codes', () => {
  it('none opens, the log stays short, the owner is told, and comes in by another way', async () => {
    const email = 'david@ekby.example'
    const before = await rows()
    const opened: string[] = []
    for (let round = 0; round < 50; round++) {
      if (round % 4 === 0) await ask(email)
      const right = await newestCode(email)
      for (let count = 0; count < 20; count++) {
        const guess = String((Number(right) + count + 1) % 1_000_000).padStart(6, '0')
        const answer = await type(email, guess)
        if (answer.headers.get('set-cookie')?.includes('nk_session')) opened.push(guess)
      }
    }
    expect(opened).toEqual([])
    // Every try that was judged stands in the log, and none of those that were not.
    expect((await rows()) - before).toBeLessThan(50)
    const told = (await letters(email)).filter(({ subject }) => subject.includes('stängda'))
    expect(told).toHaveLength(1)
    // Not even the right code opens until the day is over.
    expect((await type(email, await newestCode(email))).status).toBe(422)
    const { database, clock, cast } = town
    const other = await must(
      execute({ database, clock }, cast.system(), signInToDemo, { personId: cast.people.david, isDemo: true }),
    )
    expect(other.token).toMatch(/^[\w-]{43}$/)
    clock.advanceMilliseconds(25 * 3_600_000)
    await ask(email)
    expect((await type(email, await newestCode(email))).status).toBe(303)
  })

  it('what is counted names neither accounts nor addresses', async () => {
    const kept = await town.database.read(town.cast, (tx) => tx.select().from(attemptTally))
    expect(kept.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toMatch(/@|203\.0/)
  })
})

describe('when codes are for those without a provider', () => {
  it('somebody who is known by one is told to use it, and the page is the same', async () => {
    const { database, cast, clock } = town
    const { municipalityId, people } = cast
    const providerId = newId()
    await database.transaction(cast, async (tx) => {
      await tx.insert(signInPolicy).values({ municipalityId, codes: 'without-provider' })
      await tx.insert(identityProvider).values({
        id: providerId,
        municipalityId,
        kind: 'oidc',
        label: 'Logga in med Ekbykontot',
        settings: {},
        state: 'on',
        testedAt: clock.now(),
      })
      await tx.insert(externalIdentity).values({
        municipalityId,
        providerId,
        subject: 'abc',
        personId: people.chair,
        boundBy: 'employment-number',
        boundAt: clock.now(),
      })
    })
    const bound = await (await ask('chair@ekby.example')).text()
    const unbound = await (await ask('auditor@ekby.example')).text()
    expect(bound.replaceAll('chair', 'auditor')).toBe(unbound)
    const [letter] = await letters('chair@ekby.example')
    expect(letter?.text).toContain('Logga in med Ekbykontot')
    expect(letter?.text).not.toMatch(/\d{6}/)
    expect(await newestCode('auditor@ekby.example')).toMatch(/^\d{6}$/)
  })

  it('nobody is sent one where codes are off', async () => {
    const { database, clock, cast } = town
    await database.transaction(cast, (tx) => tx.update(signInPolicy).set({ codes: 'nobody' }))
    await must(execute({ database, clock }, cast.system(), requestCode, { email: 'secretary@ekby.example' }))
    expect(await letters('secretary@ekby.example')).toEqual([])
  })
})
