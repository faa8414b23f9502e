import { describe, expect, it } from 'vitest'
import { civilFromDay } from '../../kernel/date.ts'
import { explain } from '../explain.ts'
import { aPerson } from '../testing/cast.ts'
import {
  aClaim,
  duties,
  feeRulesWith,
  judgeClaims,
  oneVisit,
  type WrittenClaim,
  type WrittenRules,
} from '../testing/claim-cast.ts'

const parking = { kind: 'parking', title: { sv: 'Parkering', en: 'Parking' }, clause: '§ 11', receipt: 'not' as const }
const parked = { costs: [{ kind: 'parking', amount: 4000, receipt: false }] }
const fee = (evaluation: ReturnType<typeof judgeClaims>) =>
  evaluation.feeLines
    .filter((it) => it.component === 'fee')
    .map((it) => `${it.visit} ${it.outcome} ${it.expected ?? it.amount}`)

describe('RAT-24 the cut-off day of the payroll', () => {
  it.each([
    ['2026-04-15', 10, '2026-05', 'after the cut-off of April'],
    ['2026-05-10', 10, '2026-05', 'on the cut-off'],
    ['2026-05-11', 10, '2026-06', 'the day after'],
    ['2026-12-31', 15, '2027-01', 'over the turn of the year'],
    ['2026-04-30', 31, '2026-04', 'a cut-off beyond a shorter month is its last day'],
  ])('RAT-24 handed in on %s with the cut-off on day %i: the pay for %s, %s', (submitted, cutOffDay, month) => {
    const rules = feeRulesWith({ payroll: { clause: '§ 15', cutOffDay }, costs: [parking] })
    const evaluation = judgeClaims(rules, { claims: [aClaim({ submitted, ...parked })] }, '2027-02-01')
    for (const line of evaluation.feeLines) {
      const { year, month: of } = civilFromDay(
        line.reasons.find((it) => it.code === 'payroll-month')?.values.payrollDay as never,
      )
      expect(`${year}-${String(of).padStart(2, '0')}`).toBe(month)
    }
    expect(evaluation.feeLines).toHaveLength(2)
  })

  it('what waits has no month yet, and what is not handed in would go with today', () => {
    const rules = feeRulesWith({ payroll: { clause: '§ 15', cutOffDay: 10 } })
    const waiting = judgeClaims(rules, { reports: [] })
    expect(waiting.feeLines[0]?.reasons.some((it) => it.code === 'payroll-month')).toBe(false)
    const reason = judgeClaims(rules, {}, '2026-05-20').feeLines[0]?.reasons.find((it) => it.code === 'payroll-month')
    expect(reason && explain(reason, 'sv')).toBe(
      'Hör till lönen för juni 2026: klart 20 maj 2026, och brytdagen är den 10.',
    )
  })

  it('a claim is ready when it has been approved, where the rules have an approval', () => {
    const by = { role: 'chair', title: { sv: 'Ordföranden', en: 'The chair' } }
    const rules = feeRulesWith({ payroll: { clause: '§ 15', cutOffDay: 10 }, approval: { clause: '§ 16', by } })
    const approvals = [{ by: 'chair', on: '2026-06-12' }]
    const evaluation = judgeClaims(rules, { claims: [aClaim({ submitted: '2026-05-02', approvals })] }, '2026-07-01')
    const reason = evaluation.feeLines[0]?.reasons.find((it) => it.code === 'payroll-month')
    expect(reason && explain(reason, 'en')).toBe(
      'Goes with the pay for July 2026: ready on 12 June 2026, and the cut-off is day 10.',
    )
  })
})

describe('RAT-25 who approves, and who approves the approver', () => {
  const approval = {
    clause: '§ 16',
    by: { role: 'chair', title: { sv: 'Ordföranden', en: 'The chair' } },
    ownBy: { role: 'vice-chair', title: { sv: 'Vice ordföranden', en: 'The vice chair' } },
    neverOwn: true,
  }
  const chair = { ...aPerson('ada'), roles: [{ role: 'chair', from: '2023-01-01' }] }
  const approved = (approvals: WrittenClaim['approvals'], persons = oneVisit.persons, more = {}) =>
    judgeClaims(feeRulesWith({ approval: { ...approval, ...more } }), {
      persons,
      claims: [aClaim({ approvals: approvals ?? [] })],
    })

  it.each([
    ['by the chair', [{ by: 'chair', on: '2026-04-20' }], 'satisfied approved'],
    ['by the secretary', [{ by: 'secretary', on: '2026-04-20' }], 'breached wrong-approver'],
    ['by Bo, who is no chair', [{ by: 'chair', person: 'bo', on: '2026-04-20' }], 'breached role-not-held'],
    ['not yet', [], 'due to-approve'],
  ])('RAT-25 a claim approved %s is %s', (_, approvals, duty) => {
    expect(duties(approved(approvals), 'fee-rules.approval')).toEqual([duty])
  })

  it.each([
    ['by the vice chair', [{ by: 'vice-chair', on: '2026-04-20' }], 'satisfied approved'],
    ['by a chair', [{ by: 'chair', on: '2026-04-20' }], 'breached wrong-approver'],
  ])('RAT-25 a claim of the chair approved %s is %s', (_, approvals, duty) => {
    expect(duties(approved(approvals, [chair, aPerson('bo')]), 'fee-rules.approval')).toEqual([duty])
  })

  it.each([
    ['by herself', [{ by: 'chair', person: 'ada', on: '2026-04-20' }], 'breached own-approval'],
    ['by nobody named', [{ by: 'chair', on: '2026-04-20' }], 'cannot-tell approver-unnamed'],
    ['by another chair', [{ by: 'chair', person: 'bo', on: '2026-04-20' }], 'satisfied approved'],
  ])('RAT-25 where nobody else is named for the chair, her own claim approved %s is %s', (_, approvals, duty) => {
    const second = { ...aPerson('bo'), roles: [{ role: 'chair', from: '2023-01-01' }] }
    expect(duties(approved(approvals, [chair, second], { ownBy: undefined }), 'fee-rules.approval')).toEqual([duty])
  })

  it('RAT-25 a delegate need not hold the role, and is still nobody who approves their own', () => {
    const by = (person: string) => approved([{ by: 'chair', person, on: '2026-04-20', delegated: true }])
    expect(duties(by('bo'), 'fee-rules.approval')).toEqual(['satisfied approved'])
    expect(duties(by('ada'), 'fee-rules.approval')).toEqual(['breached own-approval'])
  })

  it('RAT-25 where nobody is named for the chair, the vice chair approves hers as well, and nobody else’s', () => {
    const byVice = [{ by: 'vice-chair', person: 'bo', on: '2026-04-20' }]
    const vice = { ...aPerson('bo'), roles: [{ role: 'vice-chair', from: '2023-01-01' }] }
    const of = (persons: readonly object[]) =>
      duties(approved(byVice, persons as typeof oneVisit.persons, { ownBy: undefined }), 'fee-rules.approval')
    expect([of([chair, vice]), of([aPerson('ada'), vice])]).toEqual([
      ['satisfied approved'],
      ['breached wrong-approver'],
    ])
  })

  it('RAT-25 nothing waits for the approval unless the rules say so', () => {
    expect(fee(approved([]))).toEqual(['v payable 50000'])
    const required = { required: true }
    expect(fee(approved([], oneVisit.persons, required))).toEqual(['v waiting 50000'])
    expect(fee(approved([{ by: 'secretary', on: '2026-04-20' }], oneVisit.persons, required))).toEqual([
      'v waiting 50000',
    ])
    expect(fee(approved([{ by: 'chair', on: '2026-04-20' }], oneVisit.persons, required))).toEqual(['v payable 50000'])
  })

  it('says itself in both languages', () => {
    const [finding] = approved([{ by: 'secretary', on: '2026-04-20' }]).findings.filter(
      (it) => it.kind === 'fee-rules.approval',
    )
    expect(finding && [explain(finding, 'sv'), explain(finding, 'en')]).toEqual([
      'Underlaget attesterades 20 april 2026 av nämndsekreteraren, men ska attesteras av ordföranden.',
      'The claim was approved on 20 April 2026 by the committee secretary, but is to be approved by the chair.',
    ])
  })
})

describe('RAT-26 the rules are acknowledged each year', () => {
  const acknowledgement = { clause: '§ 17', each: 'year' as const, by: '01-31' }
  const acknowledged = (on: string | undefined, today: string, written: WrittenRules = {}) =>
    judgeClaims(
      feeRulesWith({ acknowledgement, ...written }),
      {
        persons: [
          { ...aPerson('ada'), acknowledged: on === undefined ? [] : [{ year: 2026, on }] },
          aPerson('stranger'),
        ],
      },
      today,
    )

  it.each([
    ['2026-01-31', '2026-05-01', 'satisfied acknowledged'],
    ['2026-02-01', '2026-05-01', 'breached late'],
    [undefined, '2026-01-31', 'due to-acknowledge'],
    [undefined, '2026-02-01', 'breached not-acknowledged'],
  ])('RAT-26 by 31 January, on %s, seen on %s: %s', (on, today, duty) => {
    const evaluation = acknowledged(on, today)
    expect(duties(evaluation, 'fee-rules.acknowledgement')).toEqual([duty])
    expect(evaluation.findings.find((it) => it.kind === 'fee-rules.acknowledgement')?.subject).toEqual({
      type: 'person',
      id: 'ada',
    })
  })

  it('RAT-26 is asked by the rules in force on the day, of contact politicians', () => {
    const later = { validity: { from: '2026-02-01' } }
    expect(duties(acknowledged(undefined, '2026-05-01', later), 'fee-rules.acknowledgement')).toEqual([])
  })

  it('says itself in both languages', () => {
    const finding = acknowledged(undefined, '2026-02-01').findings.find((it) => it.kind === 'fee-rules.acknowledgement')
    expect(finding && [explain(finding, 'sv'), explain(finding, 'en')]).toEqual([
      'ada har inte kvitterat arvodesreglerna för 2026; sista dag var 31 januari 2026.',
      'ada has not acknowledged the fee rules of 2026; the last day was 31 January 2026.',
    ])
  })
})
