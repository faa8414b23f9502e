import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, addDays, dayFromIso, isoFromDay, yearOf } from '../kernel/date.ts'
import { compile, inForce } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Evaluation, Finding } from './finding.ts'
import type { Guideline } from './guideline.ts'
import { issuerKey } from './issuer.ts'
import { versionProblems } from './status.ts'
import {
  allFeeRules,
  anAppointment,
  aPerson,
  aProgramme,
  aUnit,
  aVisit,
  guidelineNamed,
  interpretationsNamed,
} from './testing/cast.ts'
import { aGuideline, type WrittenRule } from './testing/guidelines.ts'

const own = { committee: 'Provnämnden' }
const council = { council: 'Fullmäktige', binds: 'all' }
const seeded = { seed: 20260325, numRuns: 60 }
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const fee: WrittenRule = { id: 'K', kind: 'fee.kind', values: { fee: 'meeting' } }
const cap = (most: number, per: string): WrittenRule => ({ id: 'C', kind: 'fee.cap-visits', values: { most, per } })
const lasting = (mostMinutes: number): WrittenRule => ({ id: 'L', kind: 'visits.length', values: { mostMinutes } })
const counting = (least: number): WrittenRule => ({ id: 'N', kind: 'visits.count', values: { least, per: 'person' } })

/** Hedemora's guideline, replaced by a small one on a day in 2026, with a policy that itself is replaced. */
const hed = guidelineNamed('hedemora-omsorgsnamnden-2026')
const answers = interpretationsNamed(hed.id, hed)
const drawnRules = fc
  .record({
    most: fc.constantFrom(1, 2, 3),
    next: fc.constantFrom(1, 2, 3),
    change: fc.integer({ min: dayFromIso('2026-04-01'), max: dayFromIso('2026-12-01') }),
    policyChange: fc.integer({ min: dayFromIso('2026-04-01'), max: dayFromIso('2026-12-01') }),
    fromHedemora: fc.boolean(),
  })
  .map(({ most, next, change, policyChange, fromHedemora }) => {
    const first = fromHedemora
      ? { ...hed, issuer: { committee: 'Provnämnden' }, validity: { from: dayFromIso('2025-01-01') } }
      : aGuideline('first', own, [fee, cap(most, 'person'), lasting(150), counting(1)])
    const from = (day: number) => ({ validity: { from: isoFromDay(day as Day) } })
    return {
      most,
      next,
      change: change as Day,
      guidelines: [
        first,
        aGuideline('second', own, [fee, cap(next, 'person'), lasting(120), counting(2)], from(change)),
        aGuideline('policy', council, [lasting(180), counting(1)]),
        aGuideline('policy-2', council, [lasting(90), counting(3), cap(2, 'person-and-unit')], from(policyChange)),
      ] satisfies readonly Guideline[],
    }
  })
type Rules = typeof drawnRules extends fc.Arbitrary<infer T> ? T : never

const names = ['ada', 'bo', 'cia']
const places = ['granen', 'tallen']
const base = {
  period: { from: '2026-01-01' },
  persons: [...names.map((name) => aPerson(name)), aPerson('stranger')],
  units: [...places.map((place) => aUnit(place)), aUnit('elsewhere')],
  appointments: [
    ...names.flatMap((name) => places.map((place) => anAppointment(name, place))),
    anAppointment('stranger', 'elsewhere'),
  ],
}
const drawnVisits = fc
  .array(
    fc.record({
      day: fc.integer({ min: dayFromIso('2026-03-20'), max: dayFromIso('2027-02-20') }),
      units: fc.uniqueArray(fc.constantFrom(...places), { minLength: 1 }),
      persons: fc.subarray(names, { minLength: 1 }),
      length: fc.constantFrom('16:00', '17:10', '17:50'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((draws) => ({
    ...base,
    visits: draws.map((it, index) =>
      aVisit(`v${index}`, isoFromDay(it.day as Day), it.units, it.persons, { start: '15:00', end: it.length }),
    ),
  }))
type Written = typeof drawnVisits extends fc.Arbitrary<infer T> ? T : never

const judge = (written: Written, { guidelines }: Rules, only?: { visit?: string; person?: string; unit?: string }) =>
  evaluate({
    guidelines,
    interpretations: [answers],
    feeRules: allFeeRules,
    programme: aProgramme(written),
    today: dayFromIso('2027-03-01'),
    ...(only === undefined ? {} : { only }),
  })
const holds = (property: (written: Written, rules: Rules) => boolean) =>
  expect(() => fc.assert(fc.property(drawnVisits, drawnRules, property), seeded)).not.toThrow()
const isAbout = (finding: Finding, id: string) =>
  finding.subject.id === id || (finding.related ?? []).some((it) => it.id === id)

describe('whatever the sources and their versions', () => {
  it('SRC-04 exactly one version of each issuer holds on a day: the latest begun that has not ended', () => {
    const versions = fc.array(
      fc.record({
        by: fc.constantFrom(own, council, { ...council, binds: ['Provnämnden'] }),
        from: fc.integer({ min: 20000, max: 20400 }),
        lasts: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 7 },
    )
    const property = fc.property(versions, fc.integer({ min: 19990, max: 20700 }), (drawn, day) => {
      const guidelines = drawn.map(({ by, from, lasts }, index) =>
        aGuideline(`g${index}`, by, [lasting(120)], {
          validity: {
            from: isoFromDay(from as Day),
            ...(lasts === undefined ? {} : { until: isoFromDay(addDays(from as Day, lasts)) }),
          },
        }),
      )
      const on = inForce(guidelines, day as Day)
      const holding = guidelines.filter(
        ({ validity }) => validity && validity.from <= day && (validity.until === undefined || day < validity.until),
      )
      const issuers = new Set(holding.map((it) => issuerKey(it.issuer)))
      const isLatest = (it: Guideline) =>
        holding.every(
          (other) =>
            issuerKey(other.issuer) !== issuerKey(it.issuer) ||
            (other.validity?.from ?? 0) <= (it.validity?.from ?? Number.NEGATIVE_INFINITY),
        )
      return (
        on.length === issuers.size &&
        new Set(on.map((it) => issuerKey(it.issuer))).size === on.length &&
        on.every((it) => holding.includes(it) && isLatest(it)) &&
        same(
          on.map((it) => it.id),
          compile({ guidelines, interpretations: [] })
            .at(day as Day)
            .guidelines.map((it) => it.id),
        )
      )
    })
    expect(() => fc.assert(property, { ...seeded, numRuns: 200 })).not.toThrow()
  })

  it('SRC-06 versions without ends overlap only where two begin on the same day', () => {
    const starts = fc.array(fc.integer({ min: 20000, max: 20010 }), { minLength: 1, maxLength: 6 })
    const property = fc.property(starts, (drawn) => {
      const guidelines = drawn.map((from, index) =>
        aGuideline(`g${index}`, own, [lasting(120)], { validity: { from: isoFromDay(from as Day) } }),
      )
      return versionProblems(guidelines).length === drawn.length - new Set(drawn).size
    })
    expect(() => fc.assert(property, seeded)).not.toThrow()
  })

  it('SRC-01 the answer for one visit, person or unit is its part of the whole', () => {
    holds((written, rules) => {
      const whole = judge(written, rules)
      const isPart = (part: Evaluation, id: string) =>
        same(
          part.findings,
          whole.findings.filter((it) => isAbout(it, id)),
        )
      const ofVisit = judge(written, rules, { visit: 'v0' })
      const ofPerson = judge(written, rules, { person: 'ada' })
      return (
        isPart(ofVisit, 'v0') &&
        isPart(ofPerson, 'ada') &&
        isPart(judge(written, rules, { unit: 'granen' }), 'granen') &&
        same(
          ofVisit.feeLines,
          whole.feeLines.filter((it) => it.visit === 'v0'),
        ) &&
        same(
          ofPerson.feeLines,
          whole.feeLines.filter((it) => it.person === 'ada'),
        )
      )
    })
  })

  it('SRC-01 adding an unrelated visit changes nothing that is not about it', () => {
    holds((written, rules) => {
      const unrelated = aVisit('unrelated', '2026-06-01', 'elsewhere', ['stranger'])
      const [before, after] = [
        judge(written, rules),
        judge({ ...written, visits: [...written.visits, unrelated] }, rules),
      ]
      const others = ({ findings }: Evaluation) =>
        findings.filter((it) => !['unrelated', 'stranger', 'elsewhere'].some((id) => isAbout(it, id)))
      return (
        same(others(before), others(after)) &&
        same(
          before.feeLines,
          after.feeLines.filter((it) => it.visit !== 'unrelated'),
        )
      )
    })
  })

  it('SRC-01 the order in which guidelines are given changes no fee and no outcome', () => {
    holds((written, rules) => {
      const turned = { ...rules, guidelines: rules.guidelines.toReversed() }
      const [one, other] = [judge(written, rules), judge(written, turned)]
      const sorted = (items: readonly unknown[]) => items.map((it) => JSON.stringify(it)).sort()
      return same(sorted(one.feeLines), sorted(other.feeLines)) && same(sorted(one.findings), sorted(other.findings))
    })
  })

  it('SRC-04 no cap is passed in a calendar year across versions, and the new one is reached by what the old one paid', () => {
    let reached = 0
    holds((written, rules) => {
      if (rules.guidelines[0]?.id === hed.id) return true
      const { feeLines } = judge(written, rules)
      const years = [2026, 2027]
      reached += feeLines.filter(
        (it) => it.day >= rules.change && it.reasons.some((reason) => reason.code === 'cap-reached'),
      ).length
      return names.every((person) =>
        years.every((year) => {
          const paid = feeLines.filter(
            (it) => it.person === person && yearOf(it.day) === year && it.outcome === 'payable',
          )
          const underNew = paid.filter((it) => it.day >= rules.change)
          const most = underNew.length > 0 ? rules.next : rules.most
          return paid.length <= most
        }),
      )
    })
    expect(reached).toBeGreaterThan(20)
  })
})
