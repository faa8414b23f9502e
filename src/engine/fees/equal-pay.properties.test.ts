import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import type { FeeLine } from '../finding.ts'
import { anAppointment, aPerson, aProgramme, aUnit } from '../testing/cast.ts'
import { programmeOf, someGuideline, someOther, someRules, someVisits, type Written } from '../testing/fee-drawing.ts'

/** Those of the drawings: two members and a substitute, with what tells people apart and is no fact of an assignment. */
const drawn = ['ada', 'bo', 'siv'] as const
type Who = {
  readonly id: string
  readonly name: string
  readonly party: string
  readonly bloc: 'majority' | 'opposition' | 'unaligned'
}
type Cast = Readonly<Record<(typeof drawn)[number], Who>>

const plain: Cast = {
  ada: { id: 'ada', name: 'Ada', party: 'A', bloc: 'majority' },
  bo: { id: 'bo', name: 'Bo', party: 'B', bloc: 'opposition' },
  siv: { id: 'siv', name: 'Siv', party: 'A', bloc: 'majority' },
}

/** Everybody with another id, name, party and bloc; ids so that their order may turn round. */
const others: fc.Arbitrary<Cast> = fc
  .tuple(
    fc.shuffledSubarray(['anders', 'hilma', 'yngve', 'åke'], { minLength: 3, maxLength: 3 }),
    fc.array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 12 }).filter((it) => it.trim() !== ''),
        party: fc.constantFrom('A', 'B', 'C'),
        bloc: fc.constantFrom('majority' as const, 'opposition' as const, 'unaligned' as const),
      }),
      { minLength: 3, maxLength: 3 },
    ),
  )
  .map(([ids, told]) => {
    const who = (at: number): Who => {
      const { name = 'X', party = 'A', bloc = 'majority' } = told[at] ?? {}
      return { id: ids[at] ?? '', name, party, bloc }
    }
    return { ada: who(0), bo: who(1), siv: who(2) }
  })

const cases = fc.record({
  rules: someRules,
  guideline: someGuideline,
  visits: someVisits,
  other: someOther,
  cast: others,
})
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

/** The same facts lived through by this cast: seats and appointments follow the part, never the person. */
function linesOf({ rules, guideline, visits, other }: Case, cast: Cast, order: readonly (keyof Cast)[] = drawn) {
  const idOf = (part: string) => cast[part as keyof Cast].id
  const written = programmeOf({ visits, other }, true, new Map())
  const moved = {
    ...written,
    visits: written.visits?.map((it) => ({
      ...it,
      attendance: it.attendance?.map((came) => ({ ...came, person: idOf(came.person) })),
    })),
    claims: written.claims?.map((it) => ({ ...it, person: idOf(it.person) })),
    otherPaid: written.otherPaid?.map((it) => ({ ...it, person: idOf(it.person) })),
  } satisfies Written
  const programme = aProgramme({
    ...moved,
    persons: order.map((part) => ({
      ...aPerson(cast[part].id, cast[part].bloc, part === 'siv' ? 'substitute' : 'member'),
      name: cast[part].name,
      party: cast[part].party,
    })),
    units: [aUnit('granen'), aUnit('tallen')],
    appointments: order.flatMap((part) => ['granen', 'tallen'].map((unit) => anAppointment(cast[part].id, unit))),
  })
  return evaluate({
    guidelines: [guideline],
    interpretations: [],
    feeRules: [rules],
    programme,
    today: dayFromIso('2026-12-31'),
  }).feeLines
}

/** What each part gets for each visit, and by which clauses: all that may not depend on who has the part. */
function givenTo(lines: readonly FeeLine[], cast: Cast): readonly string[] {
  const partOf = new Map(drawn.map((part) => [cast[part].id, part]))
  return lines
    .map(({ visit, person, outcome, amount, paid, expected, reasons }) =>
      JSON.stringify([
        visit,
        partOf.get(person),
        outcome,
        amount,
        paid,
        expected,
        reasons.map(({ source, clause, code }) => `${source} ${clause} ${code}`).sort(),
      ]),
    )
    .sort()
}

const holds = (property: (given: Case) => boolean, numRuns = 60) =>
  expect(() => fc.assert(fc.property(cases, property), { numRuns, seed: 20260416 })).not.toThrow()

describe('equal pay for equal assignment (kommunallagen 4:16)', () => {
  it('another id, name, party and bloc changes no amount, no time and no clause', () => {
    holds((given) => {
      const [before, after] = [givenTo(linesOf(given, plain), plain), givenTo(linesOf(given, given.cast), given.cast)]
      return JSON.stringify(before) === JSON.stringify(after)
    })
  })

  it('nor does the order in which persons are registered', () => {
    holds((given) => {
      const turned = givenTo(linesOf(given, plain, ['siv', 'bo', 'ada']), plain)
      return JSON.stringify(turned) === JSON.stringify(givenTo(linesOf(given, plain), plain))
    })
  })

  it('two members who change places change amounts with each other, and no one else is touched', () => {
    holds((given) => {
      const changed: Cast = { ...plain, ada: plain.bo, bo: plain.ada }
      return (
        JSON.stringify(givenTo(linesOf(given, changed), changed)) ===
        JSON.stringify(givenTo(linesOf(given, plain), plain))
      )
    })
  })

  it('all members who come to the same visits the whole time get the same for each', () => {
    holds((given) => {
      const together = { ...given, other: [], visits: given.visits.map((it) => ({ ...it, persons: ['ada', 'bo'] })) }
      const lines = linesOf(together, plain)
      return together.visits.every((_, at) => {
        const amounts = lines
          .filter(({ visit }) => visit === `v${at}`)
          .map(({ outcome, amount }) => `${outcome} ${amount}`)
        return amounts.length === 2 && new Set(amounts).size === 1
      })
    })
  })

  it('whatever is drawn, somebody is paid: the properties are not empty', () => {
    const paid = fc
      .sample(cases, { numRuns: 40, seed: 20260416 })
      .filter((it) => linesOf(it, plain).some(({ amount }) => amount > 0))
    expect(paid.length).toBeGreaterThan(20)
  })
})
