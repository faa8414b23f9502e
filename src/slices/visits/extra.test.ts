import { beforeAll, describe, expect, test } from 'vitest'
import { type Cast, type CastName, type CastOptions, aCast, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { adoptRules, type WrittenRules } from '../../../tests/support/guideline-of.ts'
import { nothingAdopted } from '../../../tests/support/unseen.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { startOfDay } from '../../kernel/instant.ts'
import { NotAllowed } from '../../kernel/errors.ts'
import type { MovableClock } from '../../platform/clock.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { appoint } from '../appointments/index.ts'
import { askExtra, bookVisit, decideExtra, getVisit } from './index.ts'

let database: Database
let clock: MovableClock
beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

async function aTown(options: CastOptions, rules?: WrittenRules, terms?: readonly string[]) {
  clock.set(startOfDay(dayFromIso('2026-10-06')))
  const cast: Cast = await aCast(database, clock, options)
  if (rules !== undefined) await adoptRules({ database, clock }, cast, rules, terms)
  const run = <I, O>(name: CastName, command: Command<I, O>, input: object) =>
    execute({ database, clock }, cast.as(name), command, input)
  const read = (id: string) => database.read(cast, (tx) => getVisit(tx, cast.system(), id))
  const book = async (name: CastName, day: string, more: object = {}) => {
    const input = { units: cast.units.solgarden, day, start: '13.00', end: '15.00', seen: 'yes', ...more }
    return (await must(run(name, bookVisit, input))).id
  }
  return { cast, run, read, book }
}

type Town = Awaited<ReturnType<typeof aTown>>
const about = (town: Town, visit: string, person: CastName, matter: 'extra-visit' | 'extra-fee') => ({
  visit,
  person: town.cast.people[person],
  about: matter,
})
const yes = { version: '2', granted: 'yes', delegation: 'Delegationsordningen 1.4', reason: 'Behövs' }

async function vsn(slug: string): Promise<Town> {
  const town = await aTown({ slug, guideline: 'valfard-och-servicenamnden-2024', appointed: false })
  for (const name of ['anna', 'chair'] as const)
    await must(
      town.run('secretary', appoint, {
        personId: town.cast.people[name],
        object: `area:${town.cast.areaId}`,
        validFrom: '2026-03-25',
        validUntil: '',
        decidedOn: '2026-03-04',
        paragraph: '§ 20',
      }),
    )
  for (const day of ['2026-10-12', '2026-10-13']) await town.book('manager', day)
  return town
}

describe('VSN-09: a visit beyond two takes the decision of the chair before it takes place', () => {
  test('it is asked for with its reason at booking, for each whom it takes one, by whoever books', async () => {
    const town = await vsn('vsn-bokas')
    const third = await town.book('manager', '2026-10-14', { extraReason: 'Ny avdelning har öppnat' })
    const { manager, anna, chair } = town.cast.people
    const { requests } = await town.read(third)
    expect(requests.map(({ personId }) => personId).sort()).toEqual([anna, chair].sort())
    expect(requests[0]).toMatchObject({ about: 'extra-visit', askedById: manager, reason: 'Ny avdelning har öppnat' })
    expect((await town.read(await town.book('manager', '2026-10-15'))).requests).toEqual([])
  })

  test('one asks for oneself, once, with a reason, and not for the fee; nobody asks about a visit within the number', async () => {
    const town = await vsn('vsn-sjalv')
    const third = await town.book('manager', '2026-10-14')
    const ask = about(town, third, 'anna', 'extra-visit')
    expect(await town.run('anna', askExtra, { ...ask, reason: '  ' })).toMatchObject({ ok: false, code: 'input' })
    await must(town.run('anna', askExtra, { ...ask, reason: 'Brukarrådet vill träffas' }))
    expect(await town.run('anna', askExtra, { ...ask, reason: 'Igen' })).toMatchObject({ code: 'visits.already-asked' })
    expect(await town.run('anna', askExtra, { ...ask, about: 'extra-fee', reason: 'Arvode' })).toMatchObject({
      code: 'visits.no-decision-needed',
    })
    await expect(town.run('bengt', askExtra, { ...ask, reason: 'Åt Anna' })).rejects.toThrow(NotAllowed)
    const second = await town.book('manager', '2026-10-10', { start: '09.00', end: '10.00' })
    expect(
      await town.run('anna', askExtra, { ...about(town, second, 'anna', 'extra-visit'), reason: 'Behövs' }),
    ).toMatchObject({ code: 'visits.no-decision-needed' })
  })

  test('once it has begun neither the asking nor the decision about it comes in time; its fee is decided about then', async () => {
    const town = await vsn('vsn-sent')
    const third = await town.book('manager', '2026-10-14')
    clock.set(startOfDay(dayFromIso('2026-10-15')))
    const late = about(town, third, 'anna', 'extra-visit')
    expect(await town.run('anna', askExtra, { ...late, reason: 'Behövs' })).toMatchObject({
      ok: false,
      code: 'visits.too-late-for-visit',
      facts: { clause: expect.stringMatching(/./) },
    })
    expect(await town.run('chair', decideExtra, { ...late, ...yes, version: '1' })).toMatchObject({
      code: 'visits.too-late-for-visit',
    })
    await must(town.run('chair', decideExtra, { ...late, ...yes, about: 'extra-fee', version: '1' }))
    expect((await town.read(third)).decisions).toMatchObject([{ about: 'extra-fee', granted: true }])
  })

  test('in the own matter of the chair somebody else in the chair decides, and each decision has its number', async () => {
    const town = await vsn('vsn-jav')
    const third = await town.book('manager', '2026-10-14')
    const own = about(town, third, 'chair', 'extra-visit')
    expect(await town.run('chair', decideExtra, { ...own, ...yes, version: '1' })).toMatchObject({
      code: 'visits.own-matter',
    })
    await must(town.run('viceChair', decideExtra, { ...own, ...yes, version: '1' }))
    await must(town.run('chair', decideExtra, { ...about(town, third, 'anna', 'extra-visit'), ...yes }))
    const { viceChair, chair } = town.cast.people
    expect((await town.read(third)).decisions).toMatchObject([
      { decidedBy: viceChair, number: 1, clause: 'Ersättning, stycke 1', delegation: 'Delegationsordningen 1.4' },
      { decidedBy: chair, number: 2 },
    ])
    await expect(
      town.run('secretary', decideExtra, { ...about(town, third, 'anna', 'extra-fee'), ...yes, version: '3' }),
    ).resolves.toMatchObject({ code: 'visits.no-decision-needed' })
  })
})

describe('SOC-10: beyond two visits the chair decides about nothing but the fee', () => {
  test('before the visit and after it has begun, and in the own matter of one in the chair the other', async () => {
    const town = await aTown({
      slug: 'soc-arvode',
      guideline: 'socialnamnden-kontaktpolitiker-soc',
      appointed: false,
    })
    for (const name of ['anna', 'viceChair'] as const)
      await must(
        town.run('secretary', appoint, {
          personId: town.cast.people[name],
          object: `unit:${town.cast.units.solgarden}`,
          validFrom: '2026-03-25',
          validUntil: '',
          decidedOn: '2026-03-04',
          paragraph: '§ 20',
        }),
      )
    for (const day of ['2026-10-12', '2026-10-13']) await town.book('anna', day)
    const third = await town.book('anna', '2026-10-14', { specialReason: 'Ny verksamhet' })
    // What makes it needed is told once: it is the reason of the request too.
    expect((await town.read(third)).requests).toHaveLength(2)
    expect((await town.read(third)).requests[0]).toMatchObject({ about: 'extra-fee', reason: 'Ny verksamhet' })
    const { version } = await town.read(third)
    const first = { ...about(town, third, 'anna', 'extra-fee'), ...yes, version: String(version) }
    await must(town.run('viceChair', decideExtra, first))
    clock.set(startOfDay(dayFromIso('2026-10-16')))
    const own = { ...about(town, third, 'viceChair', 'extra-fee'), ...yes, version: String(version + 1) }
    expect(await town.run('viceChair', decideExtra, own)).toMatchObject({ code: 'visits.own-matter' })
    await must(town.run('chair', decideExtra, { ...own, granted: 'no' }))
    expect((await town.read(third)).decisions.map(({ granted }) => granted)).toEqual([true, false])
  })
})

const booking = ['visits.initiator', 'by: politician'] as const

describe('a guideline from elsewhere', () => {
  test('may have somebody decide who has no part in the product: the secretary registers it, marked so', async () => {
    const town = await aTown(
      { slug: 'annan-beslutar', ...nothingAdopted },
      [booking, ['visits.extra-decision', 'beyond: 1, decidedBy: presidiet-q, before: false']],
      ['{ id: presidiet-q, sv: presidiet, en: the presidium }'],
    )
    await town.book('anna', '2026-10-12')
    const second = await town.book('anna', '2026-10-13', { extraReason: 'Behövs' })
    const matter = { ...about(town, second, 'anna', 'extra-visit'), ...yes, version: '1' }
    await expect(town.run('chair', decideExtra, matter)).rejects.toThrow(NotAllowed)
    // The clause lets the decision come afterwards too.
    clock.set(startOfDay(dayFromIso('2026-10-15')))
    await must(town.run('secretary', decideExtra, matter))
    expect((await town.read(second)).decisions).toMatchObject([
      { decidedBy: town.cast.people.secretary, decidedAs: 'presidiet-q', clause: '§ 3', granted: true },
    ])
  })

  test('may let no more visits be made: the no has its clause', async () => {
    const town = await aTown({ slug: 'inga-fler', ...nothingAdopted }, [
      booking,
      ['visits.extra-decision', 'beyond: 1, allowed: false'],
    ])
    await town.book('anna', '2026-10-12')
    const second = await town.book('anna', '2026-10-13', { extraReason: 'Behövs' })
    expect((await town.read(second)).requests).toEqual([])
    expect(
      await town.run('anna', askExtra, { ...about(town, second, 'anna', 'extra-visit'), reason: 'Behövs' }),
    ).toMatchObject({ ok: false, code: 'visits.no-more-visits', facts: { clause: '§ 3' } })
  })

  test('may count another form than the ordinary visit too, as the engine does', async () => {
    const town = await aTown(
      { slug: 'annan-form', ...nothingAdopted },
      [
        ['visits.initiator', 'by: politician, forms: [visit, rond-q]'],
        ['visits.count', 'least: 0, per: unit, form: rond-q'],
        ['visits.extra-decision', 'beyond: 1, decidedBy: chair'],
      ],
      ['{ id: rond-q, sv: rond, en: round }'],
    )
    await town.book('anna', '2026-10-12', { form: 'rond-q' })
    const second = await town.book('anna', '2026-10-13')
    await must(town.run('anna', askExtra, { ...about(town, second, 'anna', 'extra-visit'), reason: 'Behövs' }))
    await must(town.run('chair', decideExtra, { ...about(town, second, 'anna', 'extra-visit'), ...yes }))
    expect((await town.read(second)).decisions).toHaveLength(1)
  })
})
