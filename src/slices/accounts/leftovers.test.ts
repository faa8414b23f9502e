import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aForm, anApp, type TestApp } from '../../../tests/support/app.ts'
import { attemptTally, signInAttempt, signInCode } from './accounts.tables.ts'

const day = 86_400_000
let town: TestApp
beforeAll(async () => {
  town = await anApp()
})
/** Each begins with nothing left behind. */
afterEach(() =>
  town.database.transaction(town.cast, async (tx) => {
    for (const table of [attemptTally, signInAttempt, signInCode]) await tx.delete(table)
  }),
)

const many = (table: typeof attemptTally | typeof signInAttempt | typeof signInCode) =>
  town.database.read(town.cast, (tx) => tx.$count(table))
const post = (path: string, fields: Readonly<Record<string, string>>) =>
  town.app.request(`http://localhost/ekby/logga-in${path}`, aForm(fields))

describe('what anybody leaves behind before signing in', () => {
  it('passkeys that were asked for and never answered go', async () => {
    for (let turn = 0; turn < 30; turn++) await town.app.request('http://localhost/ekby/logga-in/passnyckel')
    expect(await many(signInAttempt)).toBe(30)
    town.clock.advanceMilliseconds(day)
    await town.app.request('http://localhost/ekby/logga-in/passnyckel')
    expect(await many(signInAttempt)).toBeLessThan(30)
    await town.app.request('http://localhost/ekby/logga-in/passnyckel')
    expect(await many(signInAttempt)).toBe(2)
  })

  it('tries of emergency logins that nobody has go', async () => {
    const guess = (email: string) => post('/nod', { email, password: 'x'.repeat(500), code: '000000' })
    for (let turn = 0; turn < 5; turn++) await guess(`ingen${turn}@ekby.example`)
    const before = await many(attemptTally)
    town.clock.advanceMilliseconds(8 * day)
    await guess('ingen9@ekby.example')
    expect([before, await many(attemptTally)]).toEqual([5, 1])
  })

  it('codes that were sent go', async () => {
    for (let turn = 0; turn < 3; turn++) await post('', { email: 'anna@ekby.example' })
    town.clock.advanceMilliseconds(2 * day)
    await post('', { email: 'anna@ekby.example' })
    expect(await many(signInCode)).toBe(1)
  })

  it('an address longer than any is no address', async () => {
    const answer = await post('', { email: `${'a'.repeat(100_000)}@ekby.example` })
    expect([answer.status, await many(attemptTally)]).toEqual([422, 0])
  })
})
