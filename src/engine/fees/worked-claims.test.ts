import { describe, expect, it } from 'vitest'
import { formatKronor, ore } from '../../kernel/money.ts'
import { english } from '../rules/words.ts'
import type { FeeLine } from '../finding.ts'
import { loadFeeRules } from '../load.ts'
import { aPerson, aReport, aVisit, loaded, textOf } from '../testing/cast.ts'
import { aClaim, besides, duties, feeRulesWith, judgeClaims, type WrittenClaim } from '../testing/claim-cast.ts'
import { documentedRows } from '../testing/fee-cast.ts'

// Every table here stands row for row in docs/rules.md, where a payroll clerk checks it by hand.

const demo = loaded(loadFeeRules(textOf('fee-rules/demo-costs.yaml'), 'demo-costs.yaml'))
const rules = [demo, feeRulesWith({})]
const handedIn: Partial<WrittenClaim> = { submitted: '2026-03-20', fields: ['times', 'place'] }
const visits = [aVisit('v', '2026-03-17', 'u', ['ada'], { start: '09:00', end: '11:00' })]
const kronor = (amount: number) => formatKronor(ore(amount)).replaceAll('\u00a0', ' ').replace(',', '.')
const said = (line: FeeLine | undefined) => {
  if (line === undefined) return 'no line'
  if (line.outcome === 'payable') return kronor(line.amount)
  return { waiting: 'waiting', 'not-payable': 'not paid', 'cannot-tell': 'cannot tell', 'needs-decision': 'decided' }[
    line.outcome
  ]
}
const judge = (claim: Partial<WrittenClaim>, today = '2026-04-15') =>
  judgeClaims(rules, { visits, claims: [aClaim({ ...handedIn, ...claim })] }, today)
const yes = (it: boolean) => (it ? 'yes' : 'no')

type Loss = NonNullable<WrittenClaim['lostEarnings']>[number]
const employee = (perHour: number, minutes: number, more: Partial<Loss> = {}): Loss => ({
  as: 'employee',
  perHour,
  minutes,
  certificate: true,
  ...more,
})
const selfEmployed = (minutes: number, more: Partial<Loss> = {}): Loss => ({
  as: 'self-employed',
  minutes,
  certificate: true,
  ...more,
})

describe('RAT-13 RAT-14 RAT-15 worked examples of lost earnings in docs/rules.md', () => {
  it('one loss', () => {
    const year = { yearlyIncome: 41600000 }
    const losses: (readonly [string, string, Loss])[] = [
      ['200 kr per hour', '2 h × 200 kr', employee(20000, 120)],
      ['200 kr per hour', '4 begun half-hours', employee(20000, 100)],
      ['400 kr per hour', '2 h × 350 kr, the most for an hour', employee(40000, 120)],
      ['350 kr per hour', '5 h would be 1 750 kr: the most for a day', employee(35000, 300)],
      ['200 kr per hour', 'the certificate is missing', employee(20000, 120, { certificate: false })],
      ['416 000 kr a year, surplus', '416 000 / 2 080 = 200 kr, 2 h', selfEmployed(120, { ...year, basis: 'surplus' })],
      [
        '416 000 kr a year, sickness-income',
        '416 000 / 1 980 = 210.10 kr, down to 210 kr, 2 h',
        selfEmployed(120, { ...year, basis: 'sickness-income' }),
      ],
      ['416 000 kr a year', 'which income it is has not been chosen', selfEmployed(120, year)],
      ['no income given', 'the flat 150 kr, 2 h', selfEmployed(120)],
    ]
    const rows = losses.map(([loses, worked, loss]) => [
      loss.as,
      loses,
      `${loss.minutes} min`,
      yes(loss.certificate),
      worked,
      said(besides(judge({ lostEarnings: [loss] }))[0]),
    ])
    expect(rows).toEqual(documentedRows('Lost earnings', 0))
  })

  it('two visits on one day', () => {
    const evening = aVisit('w', '2026-03-17', 'u', ['ada'], { start: '17:00', end: '19:00' })
    const days: (readonly [string, string, string, Loss, Loss])[] = [
      ['employed', '3 h × 300 kr', '3 h × 300 kr', employee(30000, 180), employee(30000, 180)],
      [
        'both',
        'employee, 4 h × 300 kr',
        'self-employed, 4 h × 200 kr',
        employee(30000, 240),
        selfEmployed(240, { yearlyIncome: 41600000, basis: 'surplus' }),
      ],
    ]
    const rows = days.map(([day, first, second, one, other]) => {
      const claims = [
        aClaim({ ...handedIn, id: 'd', visit: 'w', lostEarnings: [other] }),
        aClaim({ ...handedIn, lostEarnings: [one] }),
      ]
      const paid = besides(judgeClaims(rules, { visits: [evening, ...visits], claims }, '2026-04-15'))
      return [day, first, second, ...paid.map(said)]
    })
    expect(rows).toEqual(documentedRows('Lost earnings', 1))
  })

  it('pension and holiday benefit', () => {
    const benefits: (readonly [string, Loss])[] = [
      ['4.5 %', employee(20000, 120, { pension: true })],
      ['12 %', employee(20000, 120, { holiday: true })],
      ['12 % would be 180 kr: the most for a day', employee(35000, 300, { holiday: true })],
    ]
    const rows = benefits.map(([worked, loss]) => {
      const [earnings, benefit] = besides(judge({ lostEarnings: [loss] }))
      return [said(earnings), loss.pension === true ? 'pension' : 'holiday', worked, said(benefit)]
    })
    expect(rows).toEqual(documentedRows('Lost earnings', 2))
  })
})

describe('RAT-12 RAT-21 worked examples of travel and costs in docs/rules.md', () => {
  it('journeys', () => {
    const journeys = [
      { kilometres: 24, distance: 12, from: 'home', madeAnyway: false },
      { kilometres: 10, distance: 5, from: 'home', madeAnyway: false },
      { kilometres: 8, distance: 4, from: 'workplace', madeAnyway: false },
      { kilometres: 24, distance: 12, from: 'workplace', madeAnyway: true },
    ] as const
    const rows = journeys.map((journey) => [
      `${journey.kilometres} km`,
      `${journey.distance} km`,
      journey.from,
      yes(journey.madeAnyway),
      said(besides(judgeReported({ journeys: [journey] }))[0]),
    ])
    expect(rows).toEqual(documentedRows('Travel and costs', 0))
  })

  it('costs', () => {
    const costs = [
      { kind: 'child-minding', amount: 20000, receipt: true },
      { kind: 'child-minding', amount: 36000, receipt: true },
      { kind: 'child-minding', amount: 20000, receipt: false },
      { kind: 'parking', amount: 12000, receipt: true },
      { kind: 'public-transport', amount: 7800, receipt: false },
      { kind: 'meal', amount: 9500, receipt: true },
    ]
    const rows = costs.map((cost) => [
      cost.kind,
      kronor(cost.amount),
      yes(cost.receipt),
      said(besides(judge({ costs: [cost] }))[0]),
    ])
    expect(rows).toEqual(documentedRows('Travel and costs', 1))
  })
})

describe('RAT-23 RAT-24 RAT-25 worked examples of claims and approval in docs/rules.md', () => {
  it('deadlines', () => {
    const parking = [{ kind: 'parking', amount: 4000, receipt: true }]
    const claims: (readonly [string, string, string, Partial<WrittenClaim>])[] = [
      ['fee', 'employee', '2026-05-20', {}],
      ['costs', 'employee', '2026-05-20', { costs: parking }],
      ['lost-earnings', 'employee', '2026-07-01', { lostEarnings: [employee(20000, 60)] }],
      ['lost-earnings', 'self-employed', '2026-07-01', { lostEarnings: [selfEmployed(60)] }],
    ]
    const rows = claims.map(([of, claimant, submitted, claim]) => {
      const evaluation = judgeReported({ ...claim, submitted }, '2026-07-15')
      const line = evaluation.feeLines.find((it) => it.component === of)
      const reason = line?.reasons.find((it) => it.kind === 'fee-rules.deadline')
      const paid = line?.outcome === 'payable' ? (reason?.code === 'late-noted' ? 'yes, noted' : 'yes') : 'no'
      return [
        of,
        claimant,
        english.day(Number(reason?.values.handedInOn)),
        english.day(Number(reason?.values.byDay)),
        paid,
      ]
    })
    expect(rows).toEqual(documentedRows('Claims and approval', 0))
  })

  it('months of pay', () => {
    const rows = ['2026-04-07', '2026-04-10', '2026-04-11', '2026-12-11'].map((on) => {
      const evaluation = judgeReported({ approvals: [{ by: 'chair', on }] }, '2027-01-05')
      const reason = evaluation.feeLines[0]?.reasons.find((it) => it.kind === 'fee-rules.payroll')
      const approved = evaluation.findings.find((it) => it.kind === 'fee-rules.approval')
      return [
        '20 March 2026',
        english.day(Number(approved?.values.approvedOn)),
        english.month(Number(reason?.values.payrollDay)),
      ]
    })
    expect(rows).toEqual(documentedRows('Claims and approval', 1))
  })

  it('approvals', () => {
    const chair = { ...aPerson('ada'), roles: [{ role: 'chair', from: '2023-01-01' }] }
    const approvals = [
      ['a member', aPerson('ada'), undefined, 'nobody yet'],
      ['a member', aPerson('ada'), 'chair', 'the chair'],
      ['a member', aPerson('ada'), 'secretary', 'the secretary'],
      ['the chair', chair, 'vice-chair', 'the vice chair'],
      ['the chair', chair, 'chair', 'the chair'],
    ] as const
    const rows = approvals.map(([whose, person, by, called]) => {
      const given = by === undefined ? [] : [{ by, on: '2026-04-01' }]
      const evaluation = judgeClaims(
        rules,
        { persons: [person], visits, claims: [aClaim({ ...handedIn, approvals: given })] },
        '2026-04-15',
      )
      return [whose, called, ...duties(evaluation, 'fee-rules.approval').map((it) => it.split(' ')[0])]
    })
    expect(rows).toEqual(documentedRows('Claims and approval', 2))
  })
})

/** With the report that the guideline asks for before the fee. */
function judgeReported(claim: Partial<WrittenClaim>, today = '2026-04-15') {
  const reports = [aReport('v', ['ada'], { final: '2026-03-20', meeting: 'april' })]
  return judgeClaims(rules, { visits, reports, claims: [aClaim({ ...handedIn, ...claim })] }, today)
}
