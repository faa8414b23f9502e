import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { canAppoint } from './appointing.ts'
import { bookable } from './booking.ts'
import { yearCoverage } from './coverage.ts'
import { parseAnswer } from './interpretations.ts'
import { settingsOn } from './settings.ts'
import {
  anAppointment,
  aPerson,
  aProgramme,
  aUnit,
  aVisit,
  guidelineNamed,
  interpretationsNamed,
  judgeBy,
} from './testing/cast.ts'

const hed = guidelineNamed('hedemora-omsorgsnamnden-2026')
const soc = guidelineNamed('socialnamnden-kontaktpolitiker-soc')
const son = guidelineNamed('social-och-omsorgsnamnden-forslag')
const interpretations = [interpretationsNamed(hed.id, hed)]
const day = dayFromIso('2026-05-01')
const persons = [aPerson('ada'), aPerson('bo', 'opposition'), aPerson('cia'), { ...aPerson('dan'), seats: [] }]
const units = [aUnit('granen'), aUnit('tallen')]
const asked = (guideline: typeof hed, person: string, appointed: readonly string[]) =>
  canAppoint({
    guidelines: [guideline],
    interpretations,
    programme: aProgramme({ persons, units, appointments: appointed.map((name) => anAppointment(name, 'granen')) }),
    person,
    unit: 'granen',
    from: day,
    today: day,
  })
const codes = (answer: ReturnType<typeof canAppoint>) => answer.refusals.map((it) => `${it.rule} ${it.code}`)

describe('who can be appointed', () => {
  it('the first of a pair is never refused for being alone', () => {
    expect(asked(hed, 'ada', [])).toEqual({ allowed: true, refusals: [], notes: [] })
  })

  it('the second of a pair completes it from the other bloc, or is refused', () => {
    expect(asked(hed, 'bo', ['ada']).allowed).toBe(true)
    expect(codes(asked(hed, 'cia', ['ada']))).toEqual(['HED-03 bloc-missing'])
  })

  it('a third is one too many', () => {
    expect(codes(asked(hed, 'cia', ['ada', 'bo']))).toEqual(['HED-03 too-many'])
  })

  it('every reason is given: no seat, and no consent by the manager', () => {
    expect(codes(asked(soc, 'dan', []))).toEqual(['SOC-01 no-seat', 'SOC-02 not-agreed'])
  })
})

describe('when a visit can be booked', () => {
  it('under an adopted guideline from its first day', () => {
    expect(bookable([hed], dayFromIso('2026-03-25'))).toMatchObject({ ok: true, value: { id: hed.id } })
    expect(bookable([hed], dayFromIso('2026-03-24'))).toMatchObject({ ok: false, code: 'engine.booking.no-guideline' })
  })
})

describe('what a guideline says about running the programme', () => {
  const settings = settingsOn([hed], interpretations, day)

  it('names rule and clause of every value', () => {
    expect(settings?.visits.initiator).toMatchObject({
      value: 'politician',
      basis: { rule: 'HED-06', clause: 'Verksamhetsbesök, stycke 3' },
    })
    expect(settings?.fee.kind).toMatchObject({
      value: 'meeting',
      basis: { interpretations: ['HED-A1'] },
    })
  })

  it('is silent without a basis where no rule speaks', () => {
    expect(settings?.visits.placement).toEqual({ value: 'silent' })
    expect(settings?.report.oralSummary).toEqual({ value: 'silent' })
  })

  it('is silent with the question where the source leaves it open', () => {
    expect(settingsOn([hed], [], day)?.fee.kind).toMatchObject({
      value: 'silent',
      silence: 'HED-Q1',
      question: { en: 'Which kind of fee is paid for a visit?' },
      basis: { rule: 'HED-15' },
    })
  })

  it('tells pairs, single appointments and groups apart', () => {
    expect(settings?.appointment.form).toMatchObject({ value: 'pair' })
    expect(settingsOn([son], [], day, true)?.appointment).toMatchObject({
      form: { value: 'group' },
      groups: { value: { count: 3 } },
    })
    expect(settingsOn([guidelineNamed('valfard-och-servicenamnden-2024')], [], day)?.appointment).toMatchObject({
      form: { value: 'individual' },
      object: { value: 'area' },
    })
  })

  it('is nothing on a day when no guideline is in force', () => {
    expect(settingsOn([hed], interpretations, dayFromIso('2025-05-01'))).toBeUndefined()
    expect(settingsOn([son], [], day)).toBeUndefined()
  })
})

describe("the year's coverage", () => {
  it('is the evaluation’s own count, with least, most, rule and clause', () => {
    const appointments = ['granen', 'tallen'].map((unit) => anAppointment('ada', unit))
    const visits = [
      aVisit('v1', '2026-04-10', 'granen', ['ada']),
      aVisit('v2', '2026-12-10', 'tallen', [], { state: 'booked', invitations: [{ person: 'ada', on: '2026-11-01' }] }),
    ]
    const rows = yearCoverage(judgeBy([hed], interpretations)({ persons, units, appointments, visits }), 2026)
    expect(rows).toMatchObject([
      {
        person: 'ada',
        unit: 'granen',
        done: 1,
        booked: 0,
        least: 1,
        most: 2,
        outcome: 'satisfied',
        rule: 'HED-05',
        clause: 'Verksamhetsbesök, stycke 1',
      },
      { person: 'ada', unit: 'tallen', done: 0, booked: 1, least: 1, most: 2, outcome: 'due' },
    ])
  })
})

describe('an answer to a silence', () => {
  it('is taken when it is among the choices, and refused with them when it is not', () => {
    expect(parseAnswer(son, 'SON-Q4', 'none')).toEqual({ ok: true, value: 'none' })
    expect(parseAnswer(son, 'SON-Q4', 'lots')).toMatchObject({
      ok: false,
      code: 'engine.answer.not-allowed',
      facts: { allowed: ['meeting', 'errand', 'none'] },
    })
    expect(parseAnswer(son, 'SON-Q9', 'none')).toMatchObject({ ok: false, code: 'engine.answer.unknown-silence' })
  })
})
