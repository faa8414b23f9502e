import { describe, expect, it } from 'vitest'
import { loadProgramme } from './load.ts'

const text = `municipality: { name: Prov }
committee: { id: c, name: C }
persons: [{ id: ada, name: Ada, bloc: majority }]
units: [{ id: u, name: U, kind: k }]
visits:
  - id: v
    units: [u]
    day: 2026-03-10
    start: "13:00"
    end: "15:00"
    state: held
    initiated: { by: politician, on: 2026-03-01 }
    attendance: [{ person: ada, start: "13:00", end: "14:00" }, { person: ada, start: "14:00", end: "15:00" }]
claims:
  - id: c
    visit: v
    person: ada
    travelMinutes: 30
    journeys: [{ kilometres: 10, from: home, distance: 5 }]
    costs: [{ kind: parking, amount: 5000, receipt: true }]
    lostEarnings: [{ as: employee, minutes: 60, perHour: 20000, certificate: true }]
`

describe('a visit and a claim that cannot be are turned back, with what to write instead', () => {
  it('what can be is read', () => {
    expect(loadProgramme(text, 'p.yaml').ok).toBe(true)
  })

  it.each([
    ['end: "15:00"\n    state', 'end: "26:00"\n    state', '"26:00" är inget klockslag'],
    ['start: "13:00"\n', 'start: "-1:00"\n', '"-1:00" är inget klockslag'],
    [
      'start: "13:00"\n    end: "15:00"',
      'start: "22:00"\n    end: "01:30"',
      'eller det som fortsätter efter midnatt som två besök',
    ],
    [
      'start: "14:00", end',
      'start: "13:30", end',
      '"ada" är med på besöket två gånger samtidigt; behåll en av tiderna',
    ],
    ['kilometres: 10', 'kilometres: 1e9', 'ska vara högst 5000'],
    ['kilometres: 10', 'kilometres: -10', 'ska vara minst 1'],
    ['kilometres: 10', 'kilometres: 3', 'resan är 3 km, men platsen ligger 5 km bort'],
    ['distance: 5', 'distance: .nan', 'är NaN, och det går inte att räkna med; skriv ett tal'],
    ['distance: 5', 'distance: 5 km', 'här ska det stå ett tal'],
    ['travelMinutes: 30', 'travelMinutes: -5', 'ska vara minst 0'],
    ['travelMinutes: 30', 'travelMinutes: 1e9', 'ska vara högst 1440'],
    ['travelMinutes: 30', 'travelMinutes: 12.5', 'här ska det stå ett heltal'],
    ['amount: 5000', 'amount: tolv', 'belopp skrivs i hela öre, utan decimaler och utan kr'],
    ['amount: 5000', 'amount: 50 kr', 'skriv 5000 om 50 kr är rätt'],
    ['amount: 5000', 'amount: -1', 'ett begärt belopp är större än noll'],
    ['minutes: 60', 'minutes: 1560', 'ska vara högst 1440'],
    ['day: 2026-03-10', 'day: 2026-02-30', 'det finns ingen dag 2026-02-30'],
  ])('%s as %s', (right, wrong, said) => {
    const result = loadProgramme(text.replace(right, wrong), 'p.yaml', 'sv')
    const [problem] = result.ok ? [] : result.problems
    expect(`${problem?.message}; ${problem?.mend}`).toContain(said)
    expect(problem?.line).toBeGreaterThan(1)
  })
})
