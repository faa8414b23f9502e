import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { type Evaluation, yearCoverage } from '../index.ts'
import { evaluate } from '../evaluate.ts'
import type { Guideline } from '../guideline.ts'
import { allFeeRules, anAppointment, aPerson, aProgramme, aUnit, aVisit } from '../testing/cast.ts'
import { aGroup, reads, together, type Written } from '../testing/appointing.ts'
import { mistakes } from '../testing/mistakes.ts'
import { oneRule, saysOf } from '../testing/one-rule.ts'

const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition')],
  units: [aUnit('u'), aUnit('w')],
  appointments: [anAppointment('ada', 'u')],
} satisfies Written
const terms = [
  { id: 'oanmälda', sv: 'oanmälda besök', en: 'unannounced visits' },
  { id: 'medvandring', sv: 'medvandring', en: 'shadowing' },
]
const count = (values: object, more: Record<string, unknown> = {}) =>
  oneRule('visits.count', { least: 1, ...values }, more, { terms })

/** What the rule says with these visits on a day; without one, in December of the year. */
const says = (guideline: Guideline, visits: Written['visits'], today = '2026-12-01', more: Written = {}) =>
  saysOf(guideline, { ...base, visits, ...more }, today)
const said = (...of: Parameters<typeof says>) => says(...of).map((it) => it.said)

const spring = aVisit('spring', '2026-03-10', 'u', ['ada'])
const autumn = aVisit('autumn', '2026-10-10', 'u', ['ada'])

describe('series of visits', () => {
  const unannounced = { series: 'oanmälda', name: { sv: 'Oanmälda besök', en: 'Unannounced visits' } }

  it('VIS-01 a visit that names a series counts for that one alone, one that names none by its form', () => {
    const ordinary = count({ per: 'unit' })
    const named = count({ per: 'unit', ...unannounced })
    const shadowing = count({ per: 'unit', form: 'medvandring' })
    const inSeries = aVisit('s', '2026-03-10', 'u', ['ada'], { series: 'oanmälda' })
    const inForm = aVisit('f', '2026-03-10', 'u', ['ada'], { form: 'medvandring' })
    const ofUnit = (guideline: Guideline, visit: typeof spring) => said(guideline, [visit], '2027-02-01')[0]
    expect(ofUnit(ordinary, spring)).toBe('satisfied reached u')
    expect(ofUnit(ordinary, inSeries)).toBe('breached too-few u')
    expect(ofUnit(ordinary, inForm)).toBe('breached too-few u')
    expect(ofUnit(named, inSeries)).toBe('satisfied reached u')
    expect(ofUnit(shadowing, inForm)).toBe('satisfied reached u')
    expect(ofUnit(shadowing, spring)).toBe('breached too-few u')
  })

  it('VIS-01 beside a rule about all visits of the form a series counts only what names it', () => {
    const series = rule('R', { least: 1, per: 'unit', ...unannounced })
    const beside = (others: readonly ReturnType<typeof rule>[]) =>
      oneRule('visits.count', {}, {}, { terms, rules: [series, ...others] })
    const plain = rule('R2', { least: 1, per: 'unit' })
    const inSeries = aVisit('s', '2026-03-10', 'u', ['ada'], { series: 'oanmälda' })
    expect(said(beside([]), [spring], '2027-02-01')[0]).toBe('satisfied reached u')
    expect(said(beside([plain]), [spring], '2027-02-01')[0]).toBe('breached too-few u')
    expect(said(beside([plain]), [inSeries], '2027-02-01')[0]).toBe('satisfied reached u')
  })

  it('VIS-01 several series beside each other, each by its name', () => {
    const guideline = oneRule(
      'visits.count',
      {},
      {},
      {
        terms,
        rules: [
          { ...rule('R', { least: 2, per: 'unit', ...unannounced }) },
          { ...rule('R2', { least: 1, per: 'unit', form: 'medvandring' }) },
        ],
      },
    )
    const visits = [aVisit('s', '2026-03-10', 'u', ['ada'], { series: 'oanmälda' })]
    expect(says(guideline, visits)[0]).toEqual({
      said: 'due remaining u',
      sv: 'Oanmälda besök: u har 1 av minst 2 besök under 2026.',
      en: 'Unannounced visits: u has 1 of at least 2 visits in 2026.',
    })
    const rows = yearCoverage(judged(guideline, { ...base, visits }), 2026).filter(({ unit }) => unit === 'u')
    expect(rows.map(({ rule, series, form, done, least }) => ({ rule, series, form, done, least }))).toEqual([
      { rule: 'R', series: 'oanmälda', form: undefined, done: 1, least: 2 },
      { rule: 'R2', series: undefined, form: 'medvandring', done: 0, least: 1 },
    ])
  })

  it('VIS-01 a series and a form are read back by what the guideline calls them', () => {
    expect(reads(count({ per: 'unit', most: 2, ...unannounced }))).toEqual([
      'Oanmälda besök: varje enhet får 1–2 verksamhetsbesök per kalenderår.',
      'Unannounced visits: each unit receives 1–2 visits per calendar year.',
    ])
    expect(reads(count({ per: 'unit', form: 'medvandring' }))).toEqual([
      'Varje enhet får minst 1 besök av formen medvandring per kalenderår.',
      'Each unit receives at least 1 visits of the form shadowing per calendar year.',
    ])
  })

  it('VIS-01 the same series twice, counted alike, is a mistake; counted otherwise it is not', () => {
    const placement = { series: 'placement', least: 1, per: 'unit' }
    expect(
      mistakes([
        ['visits.count', placement],
        ['visits.count', { ...placement, least: 2 }],
      ]),
    ).toEqual([
      '10 R1 counts the same series for the same already; write both numbers in one rule, or give this one a series of its own',
    ])
    expect(
      mistakes(
        [
          ['visits.count', placement],
          ['visits.count', { ...placement, least: 2 }],
        ],
        'sv',
      ),
    ).toEqual([
      '10 R1 räknar redan samma serie för samma sak; skriv båda talen i en regel, eller ge den här en egen serie',
    ])
    expect(
      mistakes([
        ['visits.count', placement],
        ['visits.count', { ...placement, least: 0, most: 1, period: 'month' }],
        ['visits.count', { least: 1, per: 'unit' }],
      ]),
    ).toEqual([])
    expect(mistakes([['visits.count', { least: 1, per: 'unit', name: { sv: 'Besök', en: 'Visits' } }]])).toEqual([
      '9 a name is given, but no series that it is the name of; add series, or take name away',
    ])
  })
})

describe('how many, of what, for each what', () => {
  it('VIS-02 at least and at most', () => {
    const guideline = count({ least: 1, most: 1, per: 'unit' })
    expect(says(guideline, [spring, autumn])[0]).toEqual({
      said: 'breached too-many u',
      sv: 'u har 2 besök under 2026, fler än de 1 som riktlinjen räknar med.',
      en: 'u has 2 visits in 2026, more than the 1 that the guideline expects.',
    })
    expect(said(guideline, [spring])).toEqual(['satisfied reached u', 'due remaining w'])
    expect(said(guideline, [spring], '2027-02-01').slice(0, 2)).toEqual(['satisfied reached u', 'breached too-few w'])
  })

  it('VIS-02 at least more than at most is a mistake', () => {
    expect(mistakes([['visits.count', { least: 3, most: 2, per: 'unit' }]])).toEqual([
      '9 at least 3 is more than at most 2; exchange the two',
    ])
  })

  it('VIS-03 half days: a visit up to the stated time is one, a longer one two, and a form can say it', () => {
    const guideline = count({ least: 3, most: 4, per: 'person', counts: 'half-days', halfDayMinutes: 240 })
    const half = aVisit('half', '2026-03-10', 'u', ['ada'], { start: '08:00', end: '12:00' })
    const longer = aVisit('longer', '2026-04-10', 'u', ['ada'], { start: '08:00', end: '12:01' })
    const whole = aVisit('whole', '2026-05-10', 'u', ['ada'], { form: 'full-day', start: '08:00', end: '09:00' })
    expect(says(guideline, [half])[0]).toEqual({
      said: 'due remaining ada',
      sv: 'ada har 1 av minst 3 halvdagar under 2026.',
      en: 'ada has 1 of at least 3 half-days in 2026.',
    })
    expect(said(guideline, [half, longer])).toEqual(['satisfied reached ada'])
    expect(said(guideline, [half, longer, whole])).toEqual(['breached too-many ada'])
    expect(reads(guideline)[0]).toBe(
      'Varje kontaktpolitiker gör besök om sammanlagt 3–4 halvdagar per kalenderår. Ett besök på högst 4 timmar är en halv dag.',
    )
  })

  it('VIS-03 whole days: two half days are one', () => {
    const guideline = count({ least: 2, per: 'person', counts: 'days', form: 'half-day' })
    const days = ['2026-03-10', '2026-04-10', '2026-05-10', '2026-06-10'].map((day, at) =>
      aVisit(`d${at}`, day, 'u', ['ada'], { form: 'half-day' }),
    )
    expect(says(guideline, days.slice(0, 3))[0]).toMatchObject({
      said: 'due remaining ada',
      sv: 'Halvdagsbesök: ada har 1,5 av minst 2 dagar under 2026.',
    })
    expect(said(guideline, days)).toEqual(['satisfied reached ada'])
  })

  it('VIS-03 hours are counted from attendance, a person’s own and once for a unit', () => {
    const both = aVisit('both', '2026-03-10', 'u', ['ada'], {
      attendance: [
        { person: 'ada', start: '13:00', end: '15:00' },
        { person: 'bo', start: '13:00', end: '16:20' },
      ],
    })
    expect(says(count({ least: 3, per: 'person', counts: 'hours' }), [both])[0]).toEqual({
      said: 'due remaining ada',
      sv: 'ada har 2 timmar av minst 3 timmar under 2026.',
      en: 'ada has 2 hours of at least 3 hours in 2026.',
    })
    expect(says(count({ least: 3, per: 'unit', counts: 'hours' }), [both])[0]).toMatchObject({
      said: 'satisfied reached u',
      sv: 'u har 3 timmar och 20 minuter under 2026; riktlinjen säger minst 3 timmar.',
    })
  })

  it('VIS-03 a visit whose time nobody has noted leaves the hours open', () => {
    const unnoted = aVisit('v', '2026-03-10', 'u', [])
    expect(says(count({ least: 3, per: 'unit', counts: 'hours' }), [unnoted], '2027-02-01')[0]).toMatchObject({
      said: 'cannot-tell unmeasured u',
      en: 'u has 0 minutes of at least 3 hours in 2026, but there are visits where it is not noted how long anybody was there.',
    })
  })

  it('VIS-03 what cannot be counted so is a mistake', () => {
    const wrong = (values: object) => mistakes([['visits.count', { least: 1, per: 'person', ...values }]])
    expect(wrong({ counts: 'days' })).toEqual([
      '9 days are counted, but it is not said how long half a day is; add halfDayMinutes: 240, for example, or write form: half-day or full-day',
    ])
    expect(wrong({ halfDayMinutes: 240 })).toEqual([
      '9 half a day has no part where visits are counted; take halfDayMinutes away, or write counts: half-days',
    ])
    expect(wrong({ counts: 'hours', distinctUnits: true })).toEqual([
      '9 different units are counted as visits, not as hours; take distinctUnits away, or write counts: visits',
    ])
  })

  it.each([
    ['unit', ['satisfied reached u', 'due remaining w']],
    ['person', ['satisfied reached ada', 'due remaining bo']],
    ['person-and-unit', ['satisfied reached ada', 'due remaining bo']],
    ['group', ['satisfied reached one', 'due remaining two']],
    ['all-groups', ['satisfied reached committee']],
    ['committee', ['satisfied reached committee']],
  ])('VIS-04 for each %s', (per, expected) => {
    const more = {
      appointments: [anAppointment('ada', 'u'), anAppointment('bo', 'w')],
      groups: [aGroup('one', ['ada']), aGroup('two', ['bo'])],
    }
    expect(said(count({ per }), [{ ...spring, group: 'one' }], '2026-12-01', more)).toEqual(expected)
  })

  it('VIS-04 all groups together count their own visits, the committee everybody’s', () => {
    const more = { groups: [aGroup('one', ['ada'])] }
    expect(said(count({ per: 'all-groups' }), [spring], '2026-12-01', more)).toEqual(['due remaining committee'])
    expect(said(count({ per: 'committee' }), [spring], '2026-12-01', more)).toEqual(['satisfied reached committee'])
  })

  it('VIS-04 a person appointed to a set of units, or to a locality, owes a visit to each of them', () => {
    const guideline = count({ per: 'person-and-unit' })
    const units = [aUnit('u', { locality: 'norr' }), aUnit('w', { locality: 'norr' })]
    const set = { id: 'a', person: 'ada', units: ['u', 'w'], from: '2023-01-01' }
    const locality = { id: 'a', person: 'ada', locality: 'norr', from: '2023-01-01' }
    for (const appointment of [set, locality])
      expect(
        says(guideline, [spring], '2026-12-01', { units, appointments: [appointment] }).map(({ sv }) => sv),
      ).toEqual([
        'ada har 1 besök hos u under 2026; riktlinjen säger minst 1.',
        'ada har 0 av minst 1 besök hos w under 2026.',
      ])
  })

  it('VIS-04 silent on for each what: the committee is asked', () => {
    const guideline = oneRule(
      'visits.count',
      { least: 1, per: 'silent' },
      {},
      {
        silences: [{ id: 'Q', rule: 'R', parameter: 'per', question: { sv: 'För vad?', en: 'For what?' } }],
      },
    )
    expect(said(guideline, [spring])).toEqual(['cannot-tell unanswered committee'])
  })

  it('VIS-04 everyone in the committee is counted where nobody is appointed', () => {
    const guideline = together('visits.count', { least: 1, per: 'person' }, [
      'appointment.eligible',
      { everyone: true },
    ])
    expect(said(guideline, [spring], '2026-12-01', { appointments: [] })).toEqual([
      'satisfied reached ada',
      'due remaining bo',
    ])
  })
})

function rule(id: string, values: object) {
  return { id, kind: 'visits.count', force: 'must', bearer: 'politician', clause: 'Avsnitt 1', values }
}

function judged(guideline: Guideline, written: Written, today = '2026-12-01'): Evaluation {
  return evaluate({
    guidelines: [guideline],
    interpretations: [],
    feeRules: allFeeRules,
    programme: aProgramme(written),
    today: dayFromIso(today),
  })
}
