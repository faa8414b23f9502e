import { beforeAll, describe, expect, test } from 'vitest'
import { aCast, type Cast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { formGroup } from '../appointments/index.ts'
import { adoptGuideline } from '../guidelines/index.ts'
import { registerPersons } from '../people/index.ts'
import { chooseTime } from './times.commands.ts'
import { bookVisit } from './visits.commands.ts'
import { getVisit, listVisits } from './visits.store.ts'

const clock = testClock()
let database: Database

beforeAll(async () => {
  database = await aDatabase()
})

const hour = { start: '13.00', end: '15.00', seen: 'yes' }

/** Adopts the proposal, and forms fifty visiting groups of one member each. */
async function fiftyGroups(cast: Cast) {
  const run = <I, O>(command: Command<I, O>, input: object, scope: Scope = cast.as('secretary')) =>
    must(execute({ database, clock }, scope, command, input))
  await run(adoptGuideline, {
    ...{ versionId: cast.guidelineVersionId, decidedOn: '2026-01-20', paragraph: '§ 4', validFrom: '2026-02-01' },
  })
  const started = dayFromIso('2023-01-01')
  const persons = Array.from({ length: 50 }, (_, index) => ({
    name: `Ledamot ${index}`,
    email: `ledamot${index}@granby.example`,
    bloc: 'majority',
    roles: [{ role: 'politician', validFrom: started }],
    seats: [{ kind: 'member', validFrom: started }],
  }))
  const { ids } = await run(registerPersons, { persons }, cast.system())
  const groups: { readonly group: string; readonly member: string }[] = []
  for (const [address, member] of ids) {
    const { id } = await run(formGroup, {
      ...{ name: address, memberIds: [member], rapporteurId: member, validFrom: started },
    })
    groups.push({ group: id, member })
  }
  return groups
}

describe('fifty at the same moment, on PostgreSQL', () => {
  test('who book the same hour for the same persons: one gets it, all others are told who is taken', async () => {
    const cast = await aCast(database, clock)
    const booking = { ...hour, units: cast.units.solgarden, day: '2026-11-03' }
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        execute({ database, clock }, cast.as(index % 2 === 0 ? 'anna' : 'bengt'), bookVisit, booking),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((it) => !it.ok && it.code === 'visits.clash')).toHaveLength(49)
    expect(await database.read(cast, (tx) => listVisits(tx, cast.system()))).toHaveLength(1)
  })

  test('who book the same unit the same hour, each for a group of its own: one gets it, the others may join', async () => {
    const cast = await aCast(database, clock, {
      slug: 'granby',
      guideline: 'social-och-omsorgsnamnden-forslag',
      answers: { 'SON-Q1': 'group' },
      appointed: false,
    })
    const groups = await fiftyGroups(cast)
    const outcomes = await Promise.all(
      groups.map(({ group, member }) =>
        execute({ database, clock }, { ...cast.as('anna'), personId: member }, bookVisit, {
          ...hour,
          units: cast.units.solgarden,
          day: '2026-11-03',
          group,
        }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const [only] = await database.read(cast, (tx) => listVisits(tx, cast.system()))
    expect(outcomes.filter((it) => !it.ok && it.code === 'visits.unit-taken')).toHaveLength(49)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      facts: { unit: 'Solgården', visitId: only?.id, day: dayFromIso('2026-11-03'), start: 780, end: 900 },
    })
  })
})

test('two who choose different times at the same moment: one is heard, the other is told that the page is old', async () => {
  const cast = await aCast(database, clock, { slug: 'lillby' })
  const run = (name: CastName, time: string) =>
    execute({ database, clock }, cast.as(name), chooseTime, { visit: id, version: '1', time })
  const { id } = await must(
    execute({ database, clock }, cast.as('anna'), bookVisit, {
      ...{ ...hour, units: cast.units.solgarden, day: '2026-11-03' },
      ...{ day2: '2026-11-04', start2: '09.00', end2: '10.00' },
    }),
  )
  const { times } = await database.read(cast, (tx) => getVisit(tx, cast.system(), id))
  const [first = '', second = ''] = times.map((time) => time.id)
  const outcomes = await Promise.all([run('manager', first), run('anna', second)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes).toContainEqual(expect.objectContaining({ ok: false, code: 'visits.stale' }))
  const chosen = await database.read(cast, (tx) => getVisit(tx, cast.system(), id))
  expect(chosen.start).toBe(outcomes[0]?.ok ? 780 : 540)
})
