import { beforeAll, describe, expect, it } from 'vitest'
import { aCast, type Cast, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { listMailbox } from '../../platform/mail.ts'
import { hashToken } from '../../platform/tokens.ts'
import { requestCode, signInToDemo, signInWithCode, signOut } from './accounts.commands.ts'
import { codeAttempts } from './accounts.rules.ts'
import { findVisitor } from './accounts.store.ts'

const clock = testClock()
let database: Database
let cast: Cast
beforeAll(async () => {
  database = await aDatabase()
  cast = await aCast(database, clock)
})

const run = <I, O>(definition: Parameters<typeof execute<I, O>>[2], input: unknown) =>
  execute({ database, clock }, cast.system(), definition, input)
const newestLetter = async () => (await database.read(cast, (tx) => listMailbox(tx)))[0]
const visitorOf = (token: string) =>
  database.read(cast, (tx) => findVisitor(tx, { tokenHash: hashToken(token), now: clock.now(), today: clock.today() }))

async function codeFor(email: string): Promise<string> {
  await must(run(requestCode, { email }))
  return /\b\d{6}\b/.exec((await newestLetter())?.text ?? '')?.[0] ?? ''
}

describe('when a person signs in with a code', () => {
  it('the code in the letter opens a session with the roles of today', async () => {
    const code = await codeFor('Anna@Ekby.example')
    const { token } = await must(run(signInWithCode, { email: 'anna@ekby.example', code }))
    expect(await visitorOf(token ?? '')).toMatchObject({
      person: { id: cast.people.anna },
      memberships: [{ committee: { id: cast.committeeId }, roles: ['politician'] }],
    })
  })

  it('a code is good once', async () => {
    const code = await codeFor('bengt@ekby.example')
    await must(run(signInWithCode, { email: 'bengt@ekby.example', code }))
    expect(await must(run(signInWithCode, { email: 'bengt@ekby.example', code }))).toEqual({ token: undefined })
  })

  it('a code is good for a quarter of an hour', async () => {
    const code = await codeFor('cecilia@ekby.example')
    clock.advanceMilliseconds(15 * 60_000)
    expect(await must(run(signInWithCode, { email: 'cecilia@ekby.example', code }))).toEqual({ token: undefined })
  })

  it('after too many wrong codes the right one is of no use', async () => {
    const code = await codeFor('david@ekby.example')
    const wrong = code === '000000' ? '111111' : '000000'
    await Promise.all(
      Array.from({ length: codeAttempts }, () => run(signInWithCode, { email: 'david@ekby.example', code: wrong })),
    )
    expect(await must(run(signInWithCode, { email: 'david@ekby.example', code }))).toEqual({ token: undefined })
  })

  it('an unknown address gets the same answer and no letter', async () => {
    const before = await newestLetter()
    expect(await must(run(requestCode, { email: 'ingen@ekby.example' }))).toEqual({ sent: true })
    expect(await newestLetter()).toEqual(before)
  })
})

describe('when a session is over', () => {
  it('signing out ends it at once', async () => {
    const { token } = await must(run(signInToDemo, { personId: cast.people.anna, isDemo: true }))
    await must(run(signOut, { token }))
    expect(await visitorOf(token)).toBeUndefined()
  })

  it('it ends by itself after twelve hours', async () => {
    const { token } = await must(run(signInToDemo, { personId: cast.people.anna, isDemo: true }))
    clock.advanceMilliseconds(12 * 3_600_000)
    expect(await visitorOf(token)).toBeUndefined()
  })
})

describe('when the municipality is real', () => {
  it('nobody can choose to be a person', async () => {
    expect(await run(signInToDemo, { personId: cast.people.anna, isDemo: false })).toMatchObject({
      code: 'accounts.not-a-demonstration',
    })
  })
})
