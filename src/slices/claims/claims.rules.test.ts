import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeeLine, FeeOutcome } from '../../engine/finding.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { ore } from '../../kernel/money.ts'
import { type Role, roles } from '../../kernel/permissions.ts'
import { claimStates, claimSteps } from '../../kernel/claim-steps.ts'
import {
  actors,
  followUp,
  hasGoneOut,
  lineRefusal,
  linesByClaim,
  needsConfirmation,
  nextState,
  stepRefusal,
  transitions,
} from './claims.rules.ts'

const aLine = (given: Partial<FeeLine> = {}): FeeLine => ({
  visit: 'visit',
  person: 'anna',
  day: dayFromIso('2026-04-01'),
  outcome: 'payable',
  feeKind: 'meeting',
  attended: minutes(140),
  paid: minutes(140),
  parts: [],
  amount: ore(60650),
  reasons: [],
  ...given,
})

const seen = (line: FeeLine, bySystem = false) => ({ bySystem, amount: line.amount, line })

describe('the steps of a claim', () => {
  test('no claim ever takes a step outside the table, none leaves refused, and what has gone to payroll stays there', () => {
    const step = fc.record({ step: fc.constantFrom(...claimSteps), by: fc.constantFrom(...actors) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (path) => {
        let state: (typeof claimStates)[number] = 'made'
        const moves = path.map(({ step: taken, by }) => {
          const from = state
          state = nextState(from, taken, by) ?? from
          return [from, state] as const
        })
        const listed = new Set(
          transitions.flatMap(({ step: taken, by, from }) => from.map((it) => `${it} ${nextState(it, taken, by)}`)),
        )
        expect(moves.every(([from, to]) => from === to || listed.has(`${from} ${to}`))).toBe(true)
        expect(moves.every(([from, to]) => from !== 'refused' || from === to)).toBe(true)
        expect(moves.every(([from, to]) => !hasGoneOut(from) || hasGoneOut(to))).toBe(true)
      }),
    )
  })

  test('a claim is never approved that was not checked, nor exported that was not approved', () => {
    expect(transitions.filter((it) => it.step === 'approved').flatMap((it) => it.from)).toEqual(['checked'])
    expect(transitions.filter((it) => it.step === 'exported').flatMap((it) => it.from)).toEqual(['approved'])
  })

  test('nobody, whatever roles they hold, checks, approves, returns or refuses a claim of their own', () => {
    const deciding = fc.record({
      step: fc.constantFrom('checked', 'approved', 'returned', 'refused'),
      by: fc.constantFrom('checker', 'approver'),
      state: fc.constantFrom(...claimStates),
      held: fc.subarray([...roles]),
    })
    fc.assert(
      fc.property(deciding, ({ step, by, state, held }) => {
        expect(
          stepRefusal({ step, by, claim: { state, claimantId: 'eva' }, person: { id: 'eva', roles: held } }),
        ).toBeDefined()
      }),
    )
  })

  test.each<[string, Parameters<typeof stepRefusal>[0], string | undefined]>([
    ['the claimant confirms', ask('confirmed', 'claimant', 'made', 'anna', ['politician']), undefined],
    ['another politician does not', ask('confirmed', 'claimant', 'made', 'olle', ['politician']), 'claims.not-yours'],
    ['the secretary checks', ask('checked', 'checker', 'confirmed', 'sara', ['secretary']), undefined],
    [
      'a politician does not check',
      ask('checked', 'checker', 'confirmed', 'olle', ['politician']),
      'claims.not-allowed',
    ],
    ['the chair approves', ask('approved', 'approver', 'checked', 'karin', ['chair']), undefined],
    [
      'the chair does not approve what nobody has checked',
      ask('approved', 'approver', 'confirmed', 'karin', ['chair']),
      'claims.wrong-state',
    ],
    [
      'a chair does not approve the own claim',
      ask('approved', 'approver', 'checked', 'anna', ['chair', 'politician']),
      'claims.own-claim',
    ],
    ['a unit manager does nothing', ask('checked', 'checker', 'confirmed', 'mia', ['manager']), 'claims.not-allowed'],
    ['an auditor changes nothing', ask('approved', 'approver', 'checked', 'rune', ['auditor']), 'claims.not-allowed'],
  ])('%s', (_title, question, expected) => {
    expect(stepRefusal(question)).toBe(expected)
  })
})

describe('the fee line decides which steps are open', () => {
  test.each<[string, Parameters<typeof lineRefusal>[0], FeeOutcome, string | undefined]>([
    ['HED-16: time can be confirmed while the report is still missing', 'confirmed', 'waiting', undefined],
    ['HED-16: without a report nothing is checked', 'checked', 'waiting', 'claims.waiting'],
    ['HED-16: without a report nothing is approved', 'approved', 'waiting', 'claims.waiting'],
    ["SOC-10: without the chair's decision nothing is approved", 'approved', 'needs-decision', 'claims.needs-decision'],
    [
      'while the committee owes an answer there is nothing to confirm',
      'confirmed',
      'cannot-tell',
      'claims.cannot-tell',
    ],
    ['what is not paid is not approved', 'approved', 'not-payable', 'claims.not-payable'],
    ['what is payable is approved', 'approved', 'payable', undefined],
    ['a claim can be waived whatever it is worth', 'waived', 'cannot-tell', undefined],
  ])('%s', (_title, step, outcome, expected) => {
    expect(lineRefusal(step, aLine({ outcome }))).toBe(expected)
  })

  test('someone who did not attend confirms nothing', () => {
    expect(lineRefusal('confirmed', undefined)).toBe('claims.not-attending')
  })
})

describe('when the facts change', () => {
  test('the claim of someone who no longer attends is waived', () => {
    expect(followUp({ state: 'made' }, undefined)).toEqual({ step: 'waived', reason: 'attendance-removed' })
    expect(followUp({ state: 'approved', latest: seen(aLine()) }, undefined)).toEqual({
      step: 'waived',
      reason: 'attendance-removed',
    })
  })

  test('an exported claim stands, whatever is corrected afterwards', () => {
    expect(followUp({ state: 'exported', latest: seen(aLine()) }, undefined)).toBeUndefined()
    expect(followUp({ state: 'exported', latest: seen(aLine()) }, aLine({ amount: ore(0) }))).toBeUndefined()
  })

  test('a claim that the system waived comes back when the person attends again', () => {
    expect(followUp({ state: 'waived', latest: seen(aLine(), true) }, aLine())).toEqual({
      step: 'reopened',
      reason: 'attends-again',
    })
  })

  test('a claim that the claimant waived stays waived', () => {
    expect(followUp({ state: 'waived', latest: seen(aLine()) }, aLine())).toBeUndefined()
  })

  test('a confirmed claim goes back when the time attended is corrected', () => {
    const corrected = aLine({ attended: minutes(60), amount: ore(34700) })
    expect(followUp({ state: 'confirmed', latest: seen(aLine()) }, corrected)).toEqual({
      step: 'returned',
      reason: 'amount-changed',
    })
  })

  test('a confirmed claim stays when the report makes it payable', () => {
    const before = aLine({ outcome: 'waiting', amount: ore(0) })
    expect(followUp({ state: 'confirmed', latest: seen(before) }, aLine())).toBeUndefined()
  })

  test('an approved claim whose amount is another now goes back', () => {
    const now = aLine({ outcome: 'not-payable', amount: ore(0) })
    expect(followUp({ state: 'approved', latest: seen(aLine()) }, now)).toEqual({
      step: 'returned',
      reason: 'amount-changed',
    })
  })
})

describe('the fee of a claim among its lines', () => {
  test('is the fee, not lost earnings or costs of the same visit', () => {
    const fee = aLine({ component: 'fee' })
    const costs = aLine({ component: 'costs', feeKind: 'mileage', amount: ore(6000) })
    const byClaim = linesByClaim([fee, costs])
    expect([...byClaim.values()]).toEqual([fee])
  })

  test('is confirmed by the claimant when the fee rules wait for the claim to be handed in', () => {
    const reason = { outcome: 'due', code: 'to-hand-in' } as FeeLine['reasons'][number]
    expect(needsConfirmation('made', aLine({ outcome: 'waiting', reasons: [reason] }))).toBe(true)
    expect(needsConfirmation('made', aLine({ reasons: [{ ...reason, outcome: 'satisfied' }] }))).toBe(false)
  })
})

function ask(
  step: (typeof claimSteps)[number],
  by: 'claimant' | 'checker' | 'approver',
  state: (typeof claimStates)[number],
  id: string,
  held: readonly Role[],
): Parameters<typeof stepRefusal>[0] {
  return { step, by, claim: { state, claimantId: 'anna' }, person: { id, roles: held } }
}
