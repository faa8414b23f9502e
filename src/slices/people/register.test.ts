import { beforeAll, describe, expect, it } from 'vitest'
import { aCast, type Cast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { registerCommittee } from '../directory/index.ts'
import { registerPersons } from './people.commands.ts'
import { findByEmail, getPerson } from './people.store.ts'
import { personalNumber } from './people.tables.ts'
import { registerPersonalNumber } from './personal-numbers.commands.ts'
import { findMaskedNumber, payrollNumbers } from './personal-numbers.store.ts'
import { liftProtection, protectIdentity, seeProtectedIdentity } from './protection.commands.ts'
import { editPerson, endRole, giveRole, registerPerson } from './register.commands.ts'
import { listHoldings } from './register.store.ts'

const clock = testClock()
let database: Database
let cast: Cast
/** Another committee of the same municipality, with an administrator and a politician of its own. */
let other: { committeeId: string; administrator: string; politician: string }
beforeAll(async () => {
  database = await aDatabase()
  cast = await aCast(database, clock)
  const scope = { ...cast.system(), committeeId: newId() }
  const from = dayFromIso('2023-01-01')
  const committee = { slug: 'skolan', name: 'Skolnämnden', termFrom: from, termUntil: dayFromIso('2027-01-01') }
  await must(execute({ database, clock }, scope, registerCommittee, committee))
  const persons = (['administrator', 'politician'] as const).map((role) => ({
    name: `Skolans ${role}`,
    email: `skol-${role}@ekby.example`,
    roles: [{ role, validFrom: from }],
  }))
  const { ids } = await must(execute({ database, clock }, scope, registerPersons, { persons }))
  other = {
    committeeId: scope.committeeId,
    administrator: ids.get('skol-administrator@ekby.example') ?? '',
    politician: ids.get('skol-politician@ekby.example') ?? '',
  }
})

const run = <I, O>(definition: Command<I, O>, input: unknown, as: CastName = 'administrator') =>
  execute({ database, clock }, cast.as(as), definition, input)
const runElsewhere = <I, O>(definition: Command<I, O>, input: unknown) => {
  const { committeeId, administrator: personId } = other
  return execute({ database, clock }, { ...cast.as('administrator'), committeeId, personId }, definition, input)
}
const holdingsOf = (personId: string) => database.read(cast, (tx) => listHoldings(tx, cast.system(), personId))
const personOf = (id: string) => database.read(cast, (tx) => getPerson(tx, cast.system(), id))
const aRole = (given: object = {}) => ({ role: 'quality-officer', validFrom: '2026-10-06', lastDay: '', ...given })
const codeOf = async (outcome: ReturnType<typeof run>) => {
  const settled = await outcome
  return settled.ok ? 'done' : settled.code
}

describe('when a person is registered', () => {
  it('they have the role for its days, the last one included', async () => {
    const typed = { name: 'Nya Ny', email: 'Nya@Ekby.example', ...aRole({ lastDay: '2026-12-31' }) }
    const { id, isKnown } = await must(run(registerPerson, typed))
    expect(isKnown).toBe(false)
    expect(await holdingsOf(id)).toMatchObject([
      { role: 'quality-officer', validFrom: dayFromIso('2026-10-06'), validUntil: dayFromIso('2027-01-01') },
    ])
  })

  it('somebody of another committee is taken in as they are', async () => {
    const typed = { name: 'Ett annat namn', email: 'skol-politician@ekby.example', employmentNumber: '1', ...aRole() }
    expect(await must(run(registerPerson, typed))).toEqual({ id: other.politician, isKnown: true })
    expect(await personOf(other.politician)).toMatchObject({ name: 'Skolans politician', employmentNumber: null })
  })

  it('two administrators at once make one person, and the second reads why', async () => {
    const typed = { name: 'Samtidig', email: 'samtidig@ekby.example', ...aRole() }
    const codes = await Promise.all([codeOf(run(registerPerson, typed)), codeOf(run(registerPerson, typed))])
    expect(codes.toSorted()).toEqual(['done', expect.stringMatching(/^people\.(email-taken|role-overlaps)$/)])
    expect(await database.read(cast, (tx) => findByEmail(tx, 'samtidig@ekby.example'))).toBeDefined()
  })

  it('what nobody asks for is not taken along', async () => {
    const typed = { name: 'Fler', email: 'fler@ekby.example', id: newId(), lockedAt: 1, version: 9, ...aRole() }
    const { id } = await must(run(registerPerson, typed))
    expect(id).not.toBe(typed.id)
    expect(await personOf(id)).toMatchObject({ lockedAt: null, version: 1 })
  })

  it.each([
    ['a manager without a unit', { role: 'manager' }, 'unit-missing'],
    ['a manager of nobody’s unit', { role: 'manager', unitId: newId() }, 'unit-missing'],
    ['an end before the start', { lastDay: '2026-10-04' }, 'people.ends-before-start'],
    ['no role', { role: 'owner' }, 'input'],
    ['a personal number as employment number', { employmentNumber: '19121212-1212' }, 'input'],
  ])('%s is refused, and nobody is registered', async (_, given, code) => {
    const typed = { name: 'Fel', email: 'fel@ekby.example', ...aRole(given) }
    expect(await codeOf(run(registerPerson, typed))).toBe(code)
    expect(await database.read(cast, (tx) => findByEmail(tx, 'fel@ekby.example'))).toBeUndefined()
  })
})

describe('when a role is given', () => {
  it('the same role at the same time is refused, also to two at once', async () => {
    const personId = cast.people.bengt
    const codes = await Promise.all([1, 2].map(() => codeOf(run(giveRole, { personId, ...aRole() }))))
    expect(codes.toSorted()).toEqual(['done', 'people.role-overlaps'])
    expect(await codeOf(run(giveRole, { personId, ...aRole({ validFrom: '2020-01-01' }) }))).toBe(
      'people.role-overlaps',
    )
    const before = aRole({ validFrom: '2020-01-01', lastDay: '2026-10-05' })
    expect(await codeOf(run(giveRole, { personId, ...before }))).toBe('done')
  })

  it('a manager of one unit may have another', async () => {
    const role = { role: 'manager', unitId: cast.units.angen, validFrom: '2026-10-06', lastDay: '' }
    expect(await codeOf(run(giveRole, { personId: cast.people.manager, ...role }))).toBe('done')
    expect((await holdingsOf(cast.people.manager)).find(({ isPrivate }) => isPrivate)?.unitName).toBe('Ängen')
  })

  it('in another committee it is not this one’s to end', async () => {
    const elsewhere = await database.read(
      other.committeeId ? { ...cast, committeeId: other.committeeId } : cast,
      (tx) => listHoldings(tx, { ...cast.system(), committeeId: other.committeeId }, other.politician),
    )
    const asked = { personId: other.politician, holdingId: elsewhere[0]?.id, version: 1, lastDay: '2026-10-06' }
    await expect(run(endRole, asked)).rejects.toThrow('role')
  })
})

describe('when somebody would be left without an administrator', () => {
  const ending = async (name: CastName, by: CastName) => {
    const personId = cast.people[name]
    const held = (await holdingsOf(personId)).find(({ role }) => role === 'administrator')
    const { version } = await personOf(personId)
    return { asked: { personId, holdingId: held?.id, version, lastDay: '2026-10-06' }, by }
  }

  it('nobody ends their own last role, nor the committee’s', async () => {
    const own = await ending('administrator', 'administrator')
    expect(await codeOf(run(endRole, own.asked))).toBe('people.own-last-administrator')
  })

  it('two who end each other’s at the same time leave one', async () => {
    await must(run(giveRole, { personId: cast.people.secretary, ...aRole({ role: 'administrator' }) }))
    const [one, two] = [await ending('administrator', 'secretary'), await ending('secretary', 'administrator')]
    const asSecretary = { ...cast.as('secretary'), roles: ['administrator' as const] }
    const codes = await Promise.all([
      codeOf(execute({ database, clock }, asSecretary, endRole, one.asked)),
      codeOf(run(endRole, two.asked)),
    ])
    expect(codes.toSorted()).toEqual(['done', 'people.last-administrator'])
  })
})

describe('when a person is changed', () => {
  it('who has an old page reads that somebody was before them', async () => {
    const personId = cast.people.cecilia
    const { version, email } = await personOf(personId)
    const typed = { personId, version, email, employmentNumber: '' }
    const codes = await Promise.all(
      ['Cecilia Ett', 'Cecilia Två'].map((name) => codeOf(run(editPerson, { ...typed, name }))),
    )
    expect(codes.toSorted()).toEqual(['done', 'people.changed-meanwhile'])
  })

  it('somebody else’s address is not taken', async () => {
    const personId = cast.people.cecilia
    const { version, name } = await personOf(personId)
    const typed = { personId, version, name, email: 'anna@ekby.example', employmentNumber: '' }
    expect(await codeOf(run(editPerson, typed))).toBe('people.email-taken')
  })

  it('a person of two committees keeps the address that the other’s account hangs on', async () => {
    const personId = other.politician
    const { version, name } = await personOf(personId)
    const typed = { personId, version, name, email: 'min-egen@ekby.example', employmentNumber: '' }
    expect(await codeOf(run(editPerson, typed))).toBe('people.also-elsewhere')
    const number = { personId, number: '19121212-1212', neededFor: 'sign-in' }
    expect(await codeOf(run(registerPersonalNumber, number))).toBe('people.also-elsewhere')
  })

  it('a person of another committee alone is not found', async () => {
    const typed = {
      personId: other.administrator,
      version: 1,
      name: 'X',
      email: 'x@ekby.example',
      employmentNumber: '',
    }
    await expect(run(editPerson, typed)).rejects.toThrow('person')
    await expect(runElsewhere(protectIdentity, { personId: cast.people.anna })).rejects.toThrow('person')
  })
})

describe('when an identity is protected', () => {
  it('each has an alias of their own, and gets the name back', async () => {
    const ids = [cast.people.anna, cast.people.david, cast.people.chair]
    await Promise.all(ids.map((personId) => must(run(protectIdentity, { personId }))))
    const aliases = await Promise.all(ids.map(async (id) => (await personOf(id)).name))
    expect(aliases.toSorted()).toEqual(['Skyddad person A', 'Skyddad person B', 'Skyddad person C'])
    const personId = cast.people.anna
    expect(await must(run(seeProtectedIdentity, { personId }))).toEqual({
      name: 'Anna Exempel',
      email: 'anna@ekby.example',
    })
    await must(run(liftProtection, { personId }))
    expect((await personOf(personId)).name).toBe('Anna Exempel')
    const before = aliases[0]
    expect((await must(run(protectIdentity, { personId }))).alias).toBe(before)
  })

  it('nobody but the administrator sees who it is', async () => {
    await expect(run(seeProtectedIdentity, { personId: cast.people.david }, 'secretary')).rejects.toThrow()
    await expect(run(seeProtectedIdentity, { personId: cast.people.david }, 'auditor')).rejects.toThrow()
  })
})

describe('when a personal number is registered', () => {
  it('it is sealed, shown without its last digits, and opened for payroll when that needs it', async () => {
    const personId = cast.people.manager
    await must(run(registerPersonalNumber, { personId, number: '121212+1212', neededFor: 'payroll' }))
    const [kept] = await database.read(cast, (tx) => tx.select().from(personalNumber))
    expect(
      Buffer.concat([kept?.sealed ?? Buffer.alloc(0), kept?.digest ?? Buffer.alloc(0)]).toString('latin1'),
    ).not.toContain('1212')
    expect(await database.read(cast, (tx) => findMaskedNumber(tx, personId))).toEqual({
      masked: '19121212-****',
      neededFor: 'payroll',
    })
    expect(await database.read(cast, (tx) => payrollNumbers(tx, [personId]))).toEqual(
      new Map([[personId, '191212121212']]),
    )
    await must(run(registerPersonalNumber, { personId, number: '191212121212', neededFor: 'sign-in' }))
    expect(await database.read(cast, (tx) => payrollNumbers(tx, [personId]))).toEqual(new Map())
  })

  it('nobody else gets the same', async () => {
    const number = { personId: cast.people.auditor, number: '19121212-1212', neededFor: 'both' }
    expect(await codeOf(run(registerPersonalNumber, number))).toBe('people.personal-number-taken')
  })
})
