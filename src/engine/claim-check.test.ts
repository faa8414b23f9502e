import { describe, expect, it } from 'vitest'
import { loadProgramme } from './load.ts'

const head = `format: namndkontakt/programme@1
municipality: { name: Provköping }
committee: { id: committee, name: Provnämnden }
persons: [{ id: ada, name: Ada, bloc: majority }]
units: [{ id: u, name: U, kind: care home }]
visits: [{ id: v, units: [u], day: 2026-04-10, start: "13:00", end: "15:00", state: held, initiated: { by: manager, on: 2026-01-02 } }]
claims:
`
const problems = (claim: string, language: 'sv' | 'en') => {
  const loaded = loadProgramme(`${head}  - { id: c, visit: v, person: ada, ${claim} }\n`, 'programme.yaml', language)
  return loaded.ok ? [] : loaded.problems.map((it) => [it.line, it.message, it.mend])
}

describe('claims that cannot be are refused with their line and what to write', () => {
  it.each([
    [
      'lostEarnings: [{ as: employee, minutes: 60, yearlyIncome: 40000000, certificate: true }]',
      'an employee has no "yearlyIncome" to count from',
      'write perHour: in öre, or as: self-employed',
    ],
    [
      'lostEarnings: [{ as: self-employed, minutes: 60, perHour: 20000, certificate: true }]',
      'what an hour is to a self-employed person is counted from the yearly income',
      'write yearlyIncome: in öre, or as: employee',
    ],
    [
      'lostEarnings: [{ as: self-employed, minutes: 60, basis: surplus, certificate: true }]',
      'the basis has no amount',
      'add yearlyIncome: in öre',
    ],
    [
      'lostEarnings: [{ as: employee, minutes: 900, perHour: 1, certificate: true }, { as: employee, minutes: 900, perHour: 1, certificate: true }]',
      '1800 minutes of earnings are lost in one day, which has 1440',
      'correct the minutes',
    ],
    [
      'exportedLines: [{ kind: mileage, on: 2026-05-01, amount: 100 }, { kind: mileage, on: 2026-05-02, amount: 100 }]',
      '"mileage" has gone to payroll twice for the same claim',
      'keep one, with the sum that stands',
    ],
    [
      'journeys: [{ kilometres: 3, from: home, distance: 5 }]',
      'the journey is 3 km, and the place lies 5 km away, one way',
      'write the kilometres there and back, or correct the distance',
    ],
    [
      'costs: [{ kind: parking, amount: 0, receipt: true }]',
      'a claimed amount is above zero and at most 100 million kronor',
      'write it in öre, for example 25000 for 250 kr',
    ],
  ])('%s', (claim, message, mend) => {
    expect(problems(claim, 'en')).toEqual([[8, message, mend]])
    const [[line, inSwedish, mended] = []] = problems(claim, 'sv')
    expect(line).toBe(8)
    expect([inSwedish, mended]).not.toEqual([message, mend])
    expect([inSwedish, mended].join(' ')).toMatch(/[åäö]/)
  })

  it('what can be is read', () => {
    expect(
      problems('lostEarnings: [{ as: self-employed, minutes: 60, certificate: false }], journeys: [], costs: []', 'en'),
    ).toEqual([])
  })
})
