import { describe, expect, it } from 'vitest'
import { loadFeeRules } from '../load.ts'

const steps = (written: string) => `rate: { form: steps, steps: [${written}] }`
const addition = (more: string) =>
  `rate: { form: flat, amount: 1 }, additions: [{ title: { sv: T, en: T }, clause: § 4, ${more} }]`

const problemOf = (fee: string, more: string, language: 'sv' | 'en') => {
  const text = `format: namndkontakt/fee-rules@1
id: refused
title: Prov
status: invented
source: { sv: Påhittat, en: Invented }
validity: { from: 2026-01-01 }
${more}
fees:
  - { kind: errand, title: { sv: F, en: E }, clause: § 2, ${fee} }
`
  const result = loadFeeRules(text, 'f.yaml', language)
  const [problem] = result.ok ? [] : result.problems
  return problem === undefined ? 'nothing' : `${problem.path}: ${problem.message}; ${problem.mend}`
}

describe('a form of fee rules that cannot be is refused where it stands, in both languages', () => {
  it.each([
    [
      'RAT-32 a first amount that is not there',
      'rate: { form: hourly, firstMinutes: 120, perHour: 20000, counted: begun-hour }',
      '',
      'fees[0].rate.firstMinutes: there is no first amount to last so long; add firstHour:, or take this away',
    ],
    [
      'RAT-33 a step with two ends',
      steps('{ upTo: 60, below: 90, amount: 1 }, { amount: 2 }'),
      '',
      'fees[0].rate.steps[0]: a step has one end; keep one of upTo: and below:',
    ],
    [
      'RAT-33 a step without an end before the last',
      steps('{ amount: 1 }, { amount: 2 }'),
      '',
      'fees[0].rate.steps[0]: a step has one end; keep one of upTo: and below:',
    ],
    [
      'RAT-33 a last step that ends',
      steps('{ upTo: 60, amount: 1 }, { upTo: 90, amount: 2 }'),
      '',
      'fees[0].rate.steps[1]: the last step has an end; take upTo: or below: away, or add a last one',
    ],
    [
      'RAT-33 a step that reaches no further: below 61 minutes is at most 60',
      steps('{ upTo: 60, amount: 1 }, { below: 61, amount: 2 }, { amount: 3 }'),
      '',
      'fees[0].rate.steps[1]: the step does not reach beyond the one before; write the steps from the shortest to the longest',
    ],
    [
      'RAT-33 a step that is a part of nothing',
      steps('{ upTo: 60, amount: { of: pbb } }, { amount: 3 }'),
      '',
      'fees[0].rate.steps[0].amount.of: there is no amount or base named pbb; add it under bases or amounts',
    ],
    [
      'RAT-34 a least time below nothing',
      'rate: { form: flat, amount: 1 }, leastTime: { minutes: -30 }',
      '',
      'fees[0].leastTime.minutes: "minutes" is -30, and at least 1 is expected; write a number of at least 1',
    ],
    [
      'RAT-35 an addition that is worth two things',
      addition('of: meeting, percent: 50, rate: { form: flat, amount: 1 }'),
      '',
      'fees[0].additions[0]: an addition is worth one thing; keep one of rate: and percent:',
    ],
    [
      'RAT-35 an addition that is worth nothing',
      addition('of: meeting'),
      '',
      'fees[0].additions[0]: an addition is worth one thing; keep one of rate: and percent:',
    ],
    [
      'RAT-35 a share of the fee for travel',
      addition('of: travel, percent: 50'),
      '',
      'fees[0].additions[0].percent: a share of the fee is for the time of the visit; write of: meeting, or a rate:',
    ],
    [
      'RAT-35 times of day for travel',
      addition('of: travel, between: { from: "18:00", until: "24:00" }, rate: { form: flat, amount: 1 }'),
      '',
      'fees[0].additions[0].between: the times of day are known for the visit alone; write of: meeting, or take this away',
    ],
    [
      'RAT-35 a distance for the time of the visit',
      addition('of: meeting, fromKilometres: 50, rate: { form: flat, amount: 1 }'),
      '',
      'fees[0].additions[0].fromKilometres: a distance is for travel; write of: travel, or take this away',
    ],
    [
      'RAT-37 a cap for a kind that is not there',
      'rate: { form: flat, amount: 1 }',
      'dayCaps: [{ kinds: [errand, meeting], amount: 100000, clause: § 9 }]',
      'dayCaps[0].kinds[1]: there is no fee of the kind meeting here; write one of errand',
    ],
    [
      'RAT-13 a flat rate above the most for an hour',
      'rate: { form: flat, amount: 1 }',
      'lostEarnings: { clause: § 6, employee: { hourlyMost: 10000, flatPerHour: 14800, certificate: required } }',
      'lostEarnings.employee.flatPerHour: the flat amount is above the most for an hour; write at most hourlyMost',
    ],
  ])('%s', (_what, fee, more, expected) => {
    expect(problemOf(fee, more, 'en')).toBe(expected)
    const swedish = problemOf(fee, more, 'sv')
    expect(swedish.split(': ')[0]).toBe(expected.split(': ')[0])
    expect(swedish).not.toBe(expected)
    expect(swedish).toMatch(/[åäö]|skriv|behåll/)
  })
})
