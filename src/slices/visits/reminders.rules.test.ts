import { describe, expect, it } from 'vitest'
import type { Evaluation, Facts, Finding, Settings } from '../../engine/index.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { initiativeReminders } from './reminders.rules.ts'

const today = dayFromIso('2026-06-01')

const finding = (next: string, code = 'take-over-due'): Finding => ({
  rule: 'X-1',
  source: 'x',
  kind: 'visits.initiator',
  clause: '1',
  force: 'must',
  bearer: 'manager',
  outcome: 'due',
  code,
  subject: { type: 'unit', id: 'solgarden' },
  values: { unit: 'solgarden', next, year: 2026, lastDay: dayFromIso('2026-05-01') },
})

function told(
  findings: readonly Finding[],
  initiators: readonly string[] = [],
  named: readonly string[] = ['anna', 'bengt'],
) {
  const basis: Rule = {
    rule: 'X-1',
    kind: 'visits.initiator',
    source: 'x',
    clause: '1',
    force: 'must',
    bearer: 'manager',
    interpretations: [],
  }
  const visits = { initiators: { value: initiators, basis }, initiativeTakenOverBy: { value: 'chair', basis } }
  const evaluation: Evaluation = { findings, feeLines: [] }
  const facts = {
    namedOn: () => named,
    everyoneOn: () => ['cecilia'],
    years: [],
    appointmentsByArea: new Map(),
    programme: { units: [] },
  }
  return initiativeReminders(
    { evaluation, settings: { visits } as unknown as Settings, facts: facts as unknown as Facts },
    today,
    { managersOf: () => ['manager'], secretaries: ['secretary'], chairs: ['chair'] },
  ).map(({ personId, kind, subjectId, occasion }) => [personId, kind, subjectId, occasion].join(' '))
}
type Rule = {
  rule: string
  kind: string
  source: string
  clause: string
  force: 'must'
  bearer: 'manager'
  interpretations: string[]
}

describe('when the initiative has passed on', () => {
  it.each([
    ['chair', ['chair']],
    ['secretary', ['secretary']],
    ['manager', ['manager']],
    ['administration', ['manager', 'secretary']],
    ['politician', ['anna', 'bengt']],
    ['group', ['anna', 'bengt']],
    ['presidium', ['secretary']],
  ])('to the %s, those who are it are told that it is their turn', (next, persons) => {
    expect(told([finding(next)])).toEqual(persons.map((id) => `${id} take-over solgarden 2026`))
  })

  it('everybody is next where everybody is contact politician', () => {
    expect(told([finding('politician')], [], [])).toEqual(['cecilia take-over solgarden 2026'])
  })

  it('nobody is told before the day, or for what somebody took up', () => {
    expect(told([finding('chair', 'step-due'), finding('chair', 'step-taken-late')])).toEqual([])
  })

  it('from the operation, the others concerned hear that no invitation has come, and nobody twice', () => {
    expect(told([finding('secretary')], ['manager'])).toEqual([
      'secretary take-over solgarden 2026',
      'manager no-invitation solgarden 2026',
      'anna no-invitation solgarden 2026',
      'bengt no-invitation solgarden 2026',
    ])
  })
})
