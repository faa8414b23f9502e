import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { evaluate } from './evaluate.ts'
import { type Guideline, guidelineSchema } from './guideline.ts'
import { settingsOn } from './settings.ts'
import {
  allFeeRules,
  anAppointment,
  aPerson,
  aProgramme,
  aReport,
  aUnit,
  aVisit,
  found,
  paid,
  said,
} from './testing/cast.ts'

type Rule = readonly [id: string, kind: string, values: Record<string, unknown>, more?: Record<string, unknown>]

/** A guideline that none of the five committees has. */
const written = (rules: readonly Rule[], more: Record<string, unknown> = {}): Guideline =>
  guidelineSchema.parse({
    format: 'namndkontakt/guideline@1',
    id: 'another',
    title: 'Another guideline',
    issuer: { committee: 'Provnämnden' },
    status: 'adopted',
    validity: { from: '2020-01-01' },
    document: { reviewBy: { when: 'none' } },
    ...more,
    rules: rules.map(([id, kind, values, rest]) => ({
      id,
      kind,
      force: 'must',
      bearer: 'committee',
      clause: `§ ${id}`,
      values,
      ...rest,
    })),
  })
const judge = (guidelines: readonly Guideline[], programme: Parameters<typeof aProgramme>[0], today = '2026-12-01') =>
  evaluate({
    guidelines,
    interpretations: [],
    feeRules: allFeeRules,
    programme: aProgramme(programme),
    today: dayFromIso(today),
  })

const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition'), aPerson('cia')],
  units: [aUnit('own'), aUnit('private', { operatedBy: 'private' })],
  appointments: [anAppointment('ada', 'own'), anAppointment('bo', 'own'), anAppointment('cia', 'own')],
}

describe('a guideline unlike the five', () => {
  it('three for each municipal unit: a private one is meant by nothing and lacks nobody', () => {
    const guideline = written([
      ['A1', 'appointment.object', { object: 'unit', operatedBy: ['municipality'] }],
      ['A2', 'appointment.per-object', { object: 'unit', least: 3, most: 3 }],
      ['A3', 'appointment.composition', { blocs: ['majority', 'opposition'] }],
      ['A4', 'visits.count', { least: 1, per: 'unit' }],
      ['A5', 'role.known-face', { audiences: ['users'] }],
    ])
    const evaluation = judge([guideline], { ...base, visits: [aVisit('v', '2026-04-10', 'own', ['ada'])] })
    expect(evaluation.findings.filter((it) => it.outcome !== 'satisfied')).toEqual([])
    expect(said(evaluation, 'A2', 'appointment.per-object')).toEqual(['satisfied enough own'])
  })

  it('a unit whose manager has not agreed has no blocs to be represented', () => {
    const guideline = written([
      ['A1', 'appointment.consent', { by: 'manager' }],
      ['A2', 'appointment.composition', { blocs: ['majority', 'opposition'] }],
    ])
    const units = [aUnit('own', { consent: { on: '2022-12-01' } }), aUnit('shut')]
    expect(said(judge([guideline], { ...base, units }), 'A2', 'appointment.composition')).toEqual([
      'satisfied represented own',
    ])
  })

  it('an agreement given after the appointment began does not count until it is given', () => {
    const guideline = written([['A1', 'appointment.consent', { by: 'manager' }]])
    const units = [aUnit('own', { consent: { on: '2026-12-24' } })]
    const appointments = [anAppointment('ada', 'own')]
    const outcomes = (today: string) =>
      said(judge([guideline], { ...base, units, appointments }, today), 'A1', 'appointment.consent')
    expect(outcomes('2026-12-01')).toEqual(['breached not-agreed ada-own'])
    expect(outcomes('2026-12-24')).toEqual(['satisfied agreed ada-own'])
  })

  it('visits and study days can be paid by fees of different kinds; hours and number of visits bind visits alone', () => {
    const guideline = written([
      ['F1', 'fee.kind', { fee: 'meeting', forms: ['visit'] }],
      ['F2', 'fee.kind', { fee: 'errand', forms: ['study-day', 'placement'] }],
      ['F3', 'fee.cap-hours', { minutes: 120, meaning: 'cap' }],
      ['F4', 'fee.cap-visits', { most: 1, per: 'unit' }],
    ])
    const day = { start: '09:00', end: '15:00' }
    const visits = [
      aVisit('s', '2026-04-09', 'own', ['ada'], { ...day, form: 'study-day' }),
      aVisit('p', '2026-04-10', 'own', ['ada'], { ...day, form: 'placement' }),
      aVisit('v', '2026-04-11', 'own', ['ada'], day),
      aVisit('w', '2026-04-12', 'own', ['ada'], day),
      aVisit('u', '2026-04-13', 'own', ['ada'], { ...day, form: 'users-meeting' }),
    ]
    const evaluation = judge([guideline], { ...base, visits })
    expect(paid(evaluation)).toEqual([
      's ada payable 125000',
      'p ada payable 125000',
      'v ada payable 52000',
      'w ada not-payable 0',
      'u ada not-payable 0',
    ])
    expect(evaluation.feeLines.map((it) => it.feeKind)).toEqual(['errand', 'errand', 'meeting', 'meeting', 'meeting'])
  })

  it('a placement is not called for: who initiates is asked of visits alone', () => {
    const guideline = written([['V1', 'visits.initiator', { by: 'secretary' }]])
    const visits = [
      aVisit('p', '2026-04-10', 'own', ['ada'], { form: 'placement' }),
      aVisit('v', '2026-04-11', 'own', ['ada'], { initiated: { by: 'secretary', on: '2026-04-01' } }),
    ]
    expect(said(judge([guideline], { ...base, visits }), 'V1', 'visits.initiator')).toEqual(['satisfied initiated v'])
  })

  it('an attendance that is not noted is nobody’s absence', () => {
    const guideline = written([['V1', 'visits.attendance', { who: 'all-appointed' }]])
    const evaluation = judge([guideline], { ...base, visits: [aVisit('v', '2026-04-10', 'own', [])] })
    expect(found(evaluation, 'V1', 'visits.attendance')).toMatchObject([
      { outcome: 'cannot-tell', code: 'not-noted', missing: [{ what: 'fact', fact: 'attendance' }] },
    ])
  })

  it('a report by someone other than the rapporteur is no breach by whoever named the rapporteur', () => {
    const guideline = written([['G1', 'groups.rapporteur', { reportsTo: 'committee' }]])
    const groups = [
      {
        id: 'g',
        name: 'g',
        from: '2023-01-01',
        rapporteur: 'ada',
        members: ['ada', 'bo'].map((person) => ({ person, from: '2023-01-01' })),
      },
    ]
    const visits = [aVisit('v', '2026-04-10', 'own', ['ada', 'bo'], { group: 'g' })]
    const evaluation = judge([guideline], { ...base, groups, visits, reports: [aReport('v', ['bo'])] })
    expect(found(evaluation, 'G1', 'groups.rapporteur')).toMatchObject([
      { code: 'other-reporter', outcome: 'breached', bearer: 'politician' },
      { code: 'named', outcome: 'satisfied', bearer: 'committee' },
    ])
  })

  it('where nobody is appointed, it is not a politician who cannot be reached', () => {
    const guideline = written([
      ['R1', 'role.reachability', { audiences: ['users'], withinReason: true }, { bearer: 'politician' }],
    ])
    expect(found(judge([guideline], base), 'R1', 'role.reachability')).toMatchObject([
      { code: 'somebody', outcome: 'satisfied', bearer: 'politician' },
      { code: 'nobody', outcome: 'breached', bearer: 'committee' },
    ])
  })
})

describe('a guideline with two forms of visit, each by rules of its own', () => {
  const terms = { terms: [{ id: 'tillsyn', sv: 'tillsyn', en: 'inspection' }] }
  const rules = (forms: readonly string[]): readonly Rule[] => [
    ['F1', 'visits.notice', { days: 0, given: 'never', forms: ['tillsyn'] }],
    ['F2', 'visits.notice', { days: 14, forms }],
    ['F3', 'visits.attendance', { who: 'any', forms: ['tillsyn'] }],
    ['F4', 'visits.attendance', { who: 'all-appointed', forms }],
  ]
  const persons = { ...base, appointments: base.appointments.slice(0, 2) }

  it('VIS-13 VIS-14 the ordinary visit is told of and attended by all, the other is not', () => {
    const notice = { on: '2026-04-01' }
    const visits = [
      aVisit('plain', '2026-04-15', 'own', ['ada'], { notice }),
      aVisit('other', '2026-04-16', 'own', ['ada'], { form: 'tillsyn', notice }),
    ]
    const evaluation = judge([written(rules(['visit']), terms)], { ...persons, visits })
    expect(['F1', 'F2'].flatMap((rule) => said(evaluation, rule, 'visits.notice'))).toEqual([
      'breached announced other',
      'satisfied in-time plain',
    ])
    expect(['F3', 'F4'].flatMap((rule) => said(evaluation, rule, 'visits.attendance'))).toEqual([
      'satisfied someone-came other',
      'breached absent plain',
    ])
  })

  it('VIS-14 a visit is shown and booked by the rule of the ordinary one, wherever it stands in the file', () => {
    const guideline = written(rules(['visit']), terms)
    const settings = settingsOn([guideline], [], dayFromIso('2026-04-10'))
    expect(settings?.visits.mustAttend).toMatchObject({ value: 'all-appointed', basis: { rule: 'F4' } })
  })

  it('VIS-13 a form that stands in two rules of a kind is refused, and so is a notice that says something of nothing', () => {
    expect(() => written(rules(['visit', 'tillsyn']), terms)).toThrow(/F1 is a rule of the kind visits.notice already/)
    expect(() => written([['N', 'visits.notice', { days: 7, given: 'never' }]])).toThrow(
      /of an unannounced visit nothing is said before it/,
    )
  })
})

describe('a guideline that changes within the year', () => {
  const visits = ['2026-02-10', '2026-03-10', '2026-04-10'].map((day, index) =>
    aVisit(`v${index + 1}`, day, 'own', ['ada']),
  )
  const early = { validity: { from: '2020-01-01', until: '2026-03-25' }, id: 'early' }
  const late = { validity: { from: '2026-03-25' }, id: 'late' }

  it('visits made before a lower number held are no excess by it', () => {
    const count = (most: number, more: Record<string, unknown>) =>
      written([['C', 'visits.count', { least: 1, most, per: 'person' }]], more)
    const ofAda = (guidelines: readonly Guideline[]) =>
      said(judge(guidelines, { ...base, visits }), 'C', 'visits.count').filter((it) => it.endsWith('ada'))
    expect(ofAda([count(3, early), count(2, late)])).toEqual(['cannot-tell part-year-many ada'])
    expect(ofAda([count(2, late)])).toEqual(['cannot-tell part-year-many ada'])
    expect(ofAda([count(2, early), count(2, late)])).toEqual(['breached too-many ada'])
  })

  it('whether a further visit takes a decision is judged by the version of its own day', () => {
    const extra = (beyond: number, more: Record<string, unknown>) =>
      written([['E', 'visits.extra-decision', { beyond, decidedBy: 'chair', before: true }]], more)
    const evaluation = judge([extra(1, early), extra(2, late)], { ...base, visits })
    expect(found(evaluation, 'E', 'visits.extra-decision').map((it) => `${it.subject.id} by ${it.source}`)).toEqual([
      'v2 by early',
      'v3 by late',
    ])
  })

  it('whether a further visit needs its reason is judged by the version of its own day', () => {
    const guidelines = [
      written([['S', 'visits.special-reason', { beyond: 1 }]], early),
      written([['X', 'review', { every: 'term' }]], late),
    ]
    expect(said(judge(guidelines, { ...base, visits }), 'S', 'visits.special-reason')).toEqual([
      'breached no-reason v2',
    ])
  })

  it('a year in which the guideline ended is not passed over', () => {
    const ended = written([['C', 'visits.count', { least: 4, per: 'unit' }]], {
      validity: { from: '2020-01-01', until: '2026-09-01' },
    })
    const units = [aUnit('own')]
    expect(said(judge([ended], { ...base, units, visits }, '2027-02-01'), 'C', 'visits.count')).toEqual([
      'cannot-tell part-year own',
    ])
  })
})
