import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayFromIso, isoFromDay } from '../kernel/date.ts'
import { sumOre } from '../kernel/money.ts'
import { compile, inForce } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Evaluation, Finding } from './finding.ts'
import type { Guideline } from './guideline.ts'
import {
  allFeeRules,
  anAppointment,
  aConfirmedClaim,
  aPerson,
  aProgramme,
  aReport,
  aUnit,
  aVisit,
  guidelineNamed,
  interpretationsNamed,
  meetings,
} from './testing/cast.ts'

const hed = guidelineNamed('hedemora-omsorgsnamnden-2026')
const soc = guidelineNamed('socialnamnden-kontaktpolitiker-soc')
const snb = guidelineNamed('socialnamnden-kontaktpolitiker-snb')
const vsn = guidelineNamed('valfard-och-servicenamnden-2024')
const rules = [
  { guidelines: [hed], interpretations: [interpretationsNamed(hed.id, hed)] },
  { guidelines: [soc], interpretations: [] },
  { guidelines: [snb], interpretations: [interpretationsNamed(snb.id, snb)] },
  { guidelines: [vsn], interpretations: [interpretationsNamed(vsn.id, vsn)] },
] as const
const today = dayFromIso('2027-03-01')

const names = ['ada', 'bertil', 'cecilia']
const places = ['granen', 'tallen', 'eken']
const base = {
  period: { from: '2026-01-01' },
  persons: [
    aPerson('ada'),
    aPerson('bertil', 'opposition'),
    aPerson('cecilia', 'majority', 'substitute'),
    aPerson('stranger'),
  ],
  units: [...places.map((place) => aUnit(place)), aUnit('elsewhere')],
  appointments: [
    ...names.flatMap((name) => places.map((place) => anAppointment(name, place))),
    anAppointment('stranger', 'elsewhere'),
  ],
  meetings: [...meetings],
}

const aDrawnVisit = fc.record({
  day: fc
    .integer({ min: dayFromIso('2026-03-20'), max: dayFromIso('2027-02-20') })
    .map((day) => isoFromDay(addDays(day as never, 0))),
  start: fc.integer({ min: 8, max: 15 }),
  length: fc.integer({ min: 5, max: 330 }),
  units: fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 2 }),
  persons: fc.uniqueArray(fc.constantFrom(...names), { minLength: 0, maxLength: 3 }),
  form: fc.constantFrom('visit' as const, 'visit' as const, 'placement' as const),
  state: fc.constantFrom('held' as const, 'reported' as const, 'held' as const, 'cancelled' as const),
  reported: fc.boolean(),
  confirmed: fc.boolean(),
})

const time = (total: number) =>
  `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
const drawn = fc.array(aDrawnVisit, { maxLength: 14 }).map((draws) => ({
  ...base,
  visits: draws.map((it, index) =>
    aVisit(`v${index}`, it.day, it.units, it.persons, {
      start: time(it.start * 60),
      end: time(it.start * 60 + it.length),
      state: it.state,
      form: it.form,
    }),
  ),
  reports: draws.flatMap((it, index) => (it.reported ? [aReport(`v${index}`, ['ada'])] : [])),
  claims: draws.flatMap((it, index) =>
    it.confirmed ? it.persons.map((person) => aConfirmedClaim(`v${index}`, person)) : [],
  ),
}))
/** Visits to one unit, most of them reported and confirmed, so that a cap is met again and again. */
const manyInOneYear = fc
  .array(
    fc.record({
      month: fc.integer({ min: 4, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      persons: fc.subarray(names, { minLength: 1 }),
      complete: fc.integer({ min: 0, max: 3 }).map((drawing) => drawing > 0),
    }),
    { minLength: 4, maxLength: 12 },
  )
  .map((draws) => {
    const complete = draws.map((it, index) => ({ ...it, id: `v${index}` })).filter((it) => it.complete)
    return {
      ...base,
      visits: draws.map((it, index) =>
        aVisit(
          `v${index}`,
          `2026-${String(it.month).padStart(2, '0')}-${String(it.day).padStart(2, '0')}`,
          'granen',
          it.persons,
        ),
      ),
      reports: complete.map((it) => aReport(it.id, ['ada'])),
      claims: complete.flatMap((it) => it.persons.map((person) => aConfirmedClaim(it.id, person))),
    }
  })
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

const judge = (written: Drawn, by: (typeof rules)[number], only?: { visit?: string; person?: string; unit?: string }) =>
  evaluate({
    ...by,
    feeRules: allFeeRules,
    programme: aProgramme(written),
    today,
    ...(only === undefined ? {} : { only }),
  })
const holds = (property: (written: Drawn, by: (typeof rules)[number]) => boolean) =>
  expect(() =>
    fc.assert(fc.property(drawn, fc.constantFrom(...rules), property), { numRuns: 60, seed: 20260325 }),
  ).not.toThrow()
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const sorted = (items: readonly unknown[]) => items.map((it) => JSON.stringify(it)).sort()

describe('whatever the programme', () => {
  it('the amount of every line is the sum of its parts, and nothing unless payable', () => {
    holds((written, by) =>
      judge(written, by).feeLines.every(
        (line) =>
          line.amount === sumOre(line.parts.map((it) => it.amount)) &&
          (line.outcome === 'payable' || line.amount === 0),
      ),
    )
  })

  it('every line has its reasons, each with rule and clause', () => {
    holds((written, by) =>
      judge(written, by).feeLines.every(
        (line) => line.reasons.length > 0 && line.reasons.every((it) => it.rule === 'in-force' || it.clause !== ''),
      ),
    )
  })

  it('the order in which things are entered changes no fee line and no finding', () => {
    holds((written, by) => {
      const turned = {
        ...written,
        visits: written.visits.toReversed(),
        reports: written.reports.toReversed(),
        claims: written.claims.toReversed(),
      }
      const [one, other] = [judge(written, by), judge(turned, by)]
      return same(one.feeLines, other.feeLines) && same(sorted(one.findings), sorted(other.findings))
    })
  })

  it("Hedemora's cap of two paid visits per person, unit and year is never passed, and is reached", () => {
    let reached = 0
    const property = fc.property(manyInOneYear, (written) => {
      const evaluation = judge(written, rules[0])
      reached += evaluation.feeLines.filter((line) => line.reasons.some((it) => it.code === 'cap-reached')).length
      return mostPaid(evaluation, written) <= 2
    })
    expect(() => fc.assert(property, { numRuns: 60, seed: 20260325 })).not.toThrow()
    expect(reached).toBeGreaterThan(60)
  })

  it('one paid visit per person and year, and eight hours of placement, are never passed', () => {
    holds((written) => {
      const { feeLines } = judge(written, rules[2])
      const forms = new Map(written.visits.map((it) => [it.id, it.form]))
      const of = (form: string, person: string, year: string) =>
        feeLines.filter(
          (it) =>
            it.outcome === 'payable' &&
            it.person === person &&
            forms.get(it.visit) === form &&
            isoFromDay(it.day).startsWith(year),
        )
      return names.every((person) =>
        ['2026', '2027'].every(
          (year) =>
            of('visit', person, year).length <= 1 &&
            of('placement', person, year).reduce((sum, it) => sum + it.paid, 0) <= 480,
        ),
      )
    })
  })

  it('adding an unrelated visit changes nothing that is not about it', () => {
    holds((written, by) => {
      const unrelated = aVisit('unrelated', '2026-06-01', 'elsewhere', ['stranger'])
      const [before, after] = [judge(written, by), judge({ ...written, visits: [...written.visits, unrelated] }, by)]
      const others = (it: Evaluation) =>
        it.findings.filter((finding) => !isAbout(finding, ['unrelated', 'stranger', 'elsewhere']))
      return (
        same(others(before), others(after)) &&
        same(
          before.feeLines,
          after.feeLines.filter((it) => it.visit !== 'unrelated'),
        )
      )
    })
  })

  it('the answer for one visit, person or unit is its part of the whole', () => {
    holds((written, by) => {
      const whole = judge(written, by)
      const ofPerson = judge(written, by, { person: 'ada' })
      const ofVisit = judge(written, by, { visit: 'v0' })
      const ofUnit = judge(written, by, { unit: 'granen' })
      return (
        same(
          ofPerson.feeLines,
          whole.feeLines.filter((it) => it.person === 'ada'),
        ) &&
        same(
          ofPerson.findings,
          whole.findings.filter((it) => isAbout(it, ['ada'])),
        ) &&
        same(
          ofVisit.feeLines,
          whole.feeLines.filter((it) => it.visit === 'v0'),
        ) &&
        same(
          ofVisit.findings,
          whole.findings.filter((it) => isAbout(it, ['v0'])),
        ) &&
        same(
          ofUnit.findings,
          whole.findings.filter((it) => isAbout(it, ['granen'])),
        )
      )
    })
  })
})

describe('versions of a guideline', () => {
  const version = (from: number): Guideline => ({ ...hed, id: `version-${from}`, validity: { from: from as never } })

  it('exactly one of them is in force on a day, the latest begun, and none before the first', () => {
    const property = fc.property(
      fc.uniqueArray(fc.integer({ min: 18000, max: 22000 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 17000, max: 23000 }),
      (starts, day) => {
        const versions = starts.map(version)
        const begun = starts.filter((start) => start <= day)
        const expected = begun.length === 0 ? [] : [`version-${Math.max(...begun)}`]
        const ids = (found: readonly Guideline[]) => found.map((it) => it.id)
        return (
          same(ids(inForce(versions, day as never)), expected) &&
          same(ids(compile({ guidelines: versions, interpretations: [] }).at(day as never).guidelines), expected)
        )
      },
    )
    expect(() => fc.assert(property, { seed: 20260325 })).not.toThrow()
  })
})

function mostPaid({ feeLines }: Evaluation, written: Drawn): number {
  const units = new Map(written.visits.map((it) => [it.id, it.units]))
  const paidAt = feeLines.filter((it) => it.outcome === 'payable' && units.get(it.visit)?.length === 1)
  const keys = paidAt.map((it) => `${isoFromDay(it.day).slice(0, 4)} ${it.person} ${units.get(it.visit)?.[0]}`)
  return Math.max(0, ...keys.map((key) => keys.filter((other) => other === key).length))
}

function isAbout(finding: Finding, ids: readonly string[]): boolean {
  return ids.includes(finding.subject.id) || (finding.related ?? []).some((it) => ids.includes(it.id))
}
