import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { sumOre } from '../../kernel/money.ts'
import { evaluate } from '../evaluate.ts'
import { type FeeRules, feeRulesSchema } from '../fee-rules.ts'
import type { FeeLine } from '../finding.ts'
import type { Guideline } from '../guideline.ts'
import { aProgramme } from '../testing/cast.ts'
import { town } from '../testing/fee-cast.ts'
import {
  names,
  type Out,
  programmeOf,
  someGuideline,
  someOther,
  someRules,
  someVisits,
  type Written,
} from '../testing/fee-drawing.ts'

function linesOf(rules: FeeRules, guideline: Guideline, written: Written): readonly FeeLine[] {
  return evaluate({
    guidelines: [guideline],
    interpretations: [],
    feeRules: [rules],
    programme: aProgramme({ ...town, ...written }),
    today: dayFromIso('2026-12-31'),
  }).feeLines
}

/** Some of what is payable at first goes to payroll; then everybody confirms, and it is judged again. */
const cases = fc.record({
  rules: someRules,
  guideline: someGuideline,
  visits: someVisits,
  other: someOther,
  exports: fc.boolean(),
})
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

function judge({ rules, guideline, visits, other, exports }: Case) {
  const drawn = { visits, other }
  const first = linesOf(rules, guideline, programmeOf(drawn, false, new Map()))
  const payable = first.filter((it) => it.outcome === 'payable' && it.amount > 0)
  const out: Out = exports ? new Map(payable.map((it) => [`${it.visit} ${it.person}`, it.amount])) : new Map()
  const written = programmeOf(drawn, true, out)
  return { lines: linesOf(rules, guideline, written), written, out }
}

const known = new Map<string, ReturnType<typeof judge>>()

/** Every property is tried on the same cases: what is judged of one is judged once. */
function judged(given: Case) {
  const key = JSON.stringify(given)
  const found = known.get(key) ?? judge(given)
  known.set(key, found)
  return found
}

const holds = (property: (given: Case) => boolean, numRuns = 80) =>
  expect(() => fc.assert(fc.property(cases, property), { numRuns, seed: 20260325 })).not.toThrow()
const isOut = (out: Out, line: FeeLine) => out.has(`${line.visit} ${line.person}`)
/** What a line takes in truth: what it pays, or what has gone out for it. */
const takes = (out: Out, line: FeeLine) =>
  line.outcome === 'payable' ? line.amount : (out.get(`${line.visit} ${line.person}`) ?? 0)

describe('whatever the fee rules, the guideline and the programme', () => {
  it('the amount of every line is the sum of its parts, in whole öre, and nothing unless payable', () => {
    holds((given) =>
      judged(given).lines.every(
        (line) =>
          line.amount === sumOre(line.parts.map((it) => it.amount)) &&
          Number.isSafeInteger(line.amount) &&
          line.amount >= 0 &&
          (line.outcome === 'payable' || line.amount === 0),
      ),
    )
  })

  it('RAT-27 the order in which things are entered changes no line', () => {
    holds((given) => {
      const { lines, written } = judged(given)
      const turned = {
        ...written,
        visits: written.visits?.toReversed(),
        claims: written.claims?.toReversed(),
        otherPaid: written.otherPaid?.toReversed(),
      } as Written
      return JSON.stringify(linesOf(given.rules, given.guideline, turned)) === JSON.stringify(lines)
    })
  })

  it('RAT-02 RAT-28 no cap in kronor, of the day or of the year, is passed by what is paid and what has gone out', () => {
    holds((given) => {
      const { lines, out } = judged(given)
      return given.rules.fees.every(({ kind, dailyCap, yearlyCap }) =>
        names.every((person) => {
          const mine = lines.filter((it) => it.person === person && it.feeKind === kind)
          const other = given.other.filter((it) => it.person === person && (it.meeting ? 'meeting' : 'errand') === kind)
          const within = (cap: unknown, those: readonly FeeLine[], paid: readonly { readonly amount: number }[]) => {
            if (typeof cap !== 'number') return true
            const elsewhere = paid.reduce((sum, it) => sum + it.amount, 0)
            return those.reduce((sum, it) => sum + takes(out, it), 0) <= Math.max(0, cap - elsewhere)
          }
          return (
            within(yearlyCap?.amount, mine, other) &&
            [1, 2, 3].every((day) =>
              within(
                dailyCap?.amount,
                mine.filter((it) => it.day === dayFromIso(`2026-04-0${day}`)),
                other.filter((it) => it.day === day),
              ),
            )
          )
        }),
      )
    })
  })

  it('RAT-02 FEE-02 FEE-04 no cap in hours, of the visit, the day or the year, is passed', () => {
    holds((given) => {
      const { lines } = judged(given)
      const paid = lines.filter((it) => it.outcome === 'payable')
      const sum = (those: readonly FeeLine[]) => those.reduce((total, it) => total + it.paid, 0)
      const value = (kind: string) =>
        (given.guideline.rules.find((it) => it.kind === kind)?.values.minutes as number | undefined) ??
        Number.POSITIVE_INFINITY
      const forms = new Map(given.visits.map((it, at) => [`v${at}`, it.form]))
      const perVisit = paid.every((it) => forms.get(it.visit) !== 'visit' || it.paid <= value('fee.cap-hours'))
      return (
        perVisit &&
        names.every((person) => {
          const mine = paid.filter((it) => it.person === person)
          return (
            sum(mine.filter((it) => forms.get(it.visit) === 'study-day')) <= value('fee.year-hours') &&
            given.rules.fees.every(({ kind, dailyCap, yearlyCap }) => {
              const ofKind = mine.filter((it) => it.feeKind === kind)
              return (
                sum(ofKind) <= (yearlyCap?.minutes ?? Number.POSITIVE_INFINITY) &&
                [1, 2, 3].every(
                  (day) =>
                    sum(ofKind.filter((it) => it.day === dayFromIso(`2026-04-0${day}`))) <=
                    (dailyCap?.minutes ?? Number.POSITIVE_INFINITY),
                )
              )
            })
          )
        })
      )
    })
  })

  it('FEE-03 RAT-05 no number is passed: of visits in the year, and of a kind on a day, with what has gone out', () => {
    holds((given) => {
      const { lines, out } = judged(given)
      const taken = lines.filter((it) => it.outcome === 'payable' || isOut(out, it))
      const cap = given.guideline.rules.find((it) => it.kind === 'fee.cap-visits')?.values
      const unitOf = (line: FeeLine) => given.visits[Number(line.visit.slice(1))]?.unit ?? ''
      const keyOf = (line: FeeLine) =>
        cap?.per === 'person' ? line.person : cap?.per === 'unit' ? unitOf(line) : `${line.person} ${unitOf(line)}`
      const visits = taken.filter((it) => it.feeKind === 'errand')
      const inYear = (key: string) => new Set(visits.filter((it) => keyOf(it) === key).map((it) => it.visit)).size
      return (
        (cap === undefined || visits.every((it) => inYear(keyOf(it)) <= Number(cap.most))) &&
        given.rules.fees.every(({ kind, perDay }) =>
          taken
            .filter((it) => it.feeKind === kind)
            .every(
              (line) =>
                perDay === undefined ||
                taken.filter((it) => it.feeKind === kind && it.person === line.person && it.day === line.day).length <=
                  perDay.most,
            ),
        )
      )
    })
  })

  it('RAT-05 kinds that do not go together are never both paid on a day', () => {
    holds((given) => {
      const { lines, out } = judged(given)
      if (given.rules.combinations[0]?.paid === 'together') return true
      const taken = lines.filter((it) => takes(out, it) > 0)
      return taken.every((line) => {
        const day = taken.filter((it) => it.person === line.person && it.day === line.day)
        const elsewhere = given.other.filter(
          (it) => it.person === line.person && dayFromIso(`2026-04-0${it.day}`) === line.day,
        )
        const paidKinds = new Set([
          ...day.map((it) => it.feeKind),
          ...elsewhere.map((it) => (it.meeting ? 'meeting' : 'errand')),
        ])
        return paidKinds.size < 2 || elsewhere.length === 2
      })
    })
  })

  it('RAT-28 what has gone out stands: the line pays just that, or somebody decides', () => {
    holds((given) => {
      const { lines, out } = judged({ ...given, exports: true })
      return lines
        .filter((it) => isOut(out, it))
        .every((it) =>
          it.outcome === 'payable' ? it.amount === takes(out, it) : it.outcome === 'needs-decision' && it.amount === 0,
        )
    })
  })

  it('a line that is cut, waits or is refused says why, by the clause of whoever decided it', () => {
    holds((given) =>
      judged(given).lines.every(
        (line) => line.reasons.length > 0 && line.reasons.every((it) => it.clause !== '' && it.source !== ''),
      ),
    )
  })

  it('drawn fee rules are fee rules', () => {
    expect(() =>
      fc.assert(
        fc.property(
          someRules,
          (rules) => feeRulesSchema.safeParse({ ...rules, validity: { from: '2020-01-01' } }).success,
        ),
        { numRuns: 50, seed: 20260325 },
      ),
    ).not.toThrow()
  })
})
