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

describe('in which time', () => {
  it('VIS-05 a half-year at a time, when it has begun', () => {
    const guideline = count({ per: 'unit', period: 'half-year' })
    expect(says(guideline, [spring], '2026-05-01', { units: [aUnit('u')] })).toEqual([
      {
        said: 'satisfied reached u',
        sv: 'u har 1 besök under första halvåret 2026; riktlinjen säger minst 1.',
        en: 'u has 1 visit in the first half of 2026; the guideline says at least 1.',
      },
    ])
    expect(said(guideline, [spring], '2026-07-01', { units: [aUnit('u')] })).toEqual([
      'satisfied reached u',
      'due remaining u',
    ])
    expect(said(guideline, [autumn], '2026-07-01', { units: [aUnit('u')] })[0]).toBe('breached too-few u')
  })

  it('VIS-05 a calendar month at a time', () => {
    const guideline = count({ least: 0, most: 1, per: 'unit', period: 'month' })
    const visits = [spring, aVisit('same', '2026-03-31', 'u', ['ada']), aVisit('next', '2026-04-01', 'u', ['ada'])]
    const units = [aUnit('u')]
    const months = says(guideline, visits, '2026-12-31', { units })
    expect(months).toHaveLength(12)
    expect(months.filter((it) => it.said !== 'satisfied reached u')).toEqual([
      {
        said: 'breached too-many u',
        sv: 'u har 2 besök under mars 2026, fler än de 1 som riktlinjen räknar med.',
        en: 'u has 2 visits in March 2026, more than the 1 that the guideline expects.',
      },
    ])
  })

  it('VIS-05 the term of office, over its years', () => {
    const guideline = count({ least: 2, per: 'unit', period: 'term' })
    const units = [aUnit('u')]
    const early = aVisit('early', '2024-03-10', 'u', ['ada'])
    const before = aVisit('before', '2022-12-31', 'u', ['ada'])
    expect(says(guideline, [before, early], '2026-12-01', { units })).toEqual([
      {
        said: 'due remaining u',
        sv: 'u har 1 av minst 2 besök under mandatperioden.',
        en: 'u has 1 of at least 2 visits in the term of office.',
      },
    ])
    expect(said(guideline, [before, early, spring], '2026-12-01', { units })).toEqual(['satisfied reached u'])
    expect(said(guideline, [before, early], '2027-01-01', { units })).toEqual(['breached too-few u'])
    expect(says(guideline, [early], '2026-12-01', { units, term: undefined })).toEqual([
      {
        said: 'cannot-tell term-unknown committee',
        sv: 'Mandatperioden är inte angiven, så det går inte att räkna besöken under den.',
        en: 'The term of office is not given, so the visits in it cannot be counted.',
      },
    ])
  })

  it('VIS-05 the calendar year is what is meant where nothing is said', () => {
    expect(reads(count({ per: 'group' }))[0]).toBe('Varje besöksgrupp gör minst 1 verksamhetsbesök per kalenderår.')
    expect(reads(count({ per: 'committee', period: 'term' }))[1]).toBe(
      "The committee's contact politicians together make at least 1 visits per term of office.",
    )
  })

  it('VIS-06 two visits to one unit are one where only different units count', () => {
    const guideline = count({ least: 2, per: 'person', distinctUnits: true })
    expect(said(guideline, [spring, autumn])).toEqual(['due remaining ada'])
    expect(said(guideline, [spring, aVisit('w', '2026-10-10', 'w', ['ada'])])).toEqual(['satisfied reached ada'])
    expect(said(guideline, [aVisit('uw', '2026-10-10', ['u', 'w'], ['ada'])])).toEqual(['satisfied reached ada'])
    expect(reads(guideline)[1]).toBe(
      'Each contact politician makes at least 2 visits per calendar year, to different units.',
    )
  })

  it('VIS-07 the first no later than a day of the year', () => {
    const guideline = count({ per: 'unit', firstBy: '04-30' })
    const units = [aUnit('u')]
    const first = (visits: Written['visits'], today: string) => says(guideline, visits, today, { units })[1]
    expect(first([], '2026-04-30')).toEqual({
      said: 'due first-due u',
      sv: 'u: det första under 2026 ska göras senast 30 april 2026.',
      en: 'u: the first in 2026 is to be made by 30 April 2026.',
    })
    expect(first([], '2026-05-01')?.said).toBe('breached first-late u')
    expect(first([autumn], '2026-12-01')).toMatchObject({
      said: 'breached first-late u',
      sv: 'u: det första under 2026 skulle ha gjorts senast 30 april 2026; det kom 10 oktober 2026.',
    })
    expect(first([spring, autumn], '2026-12-01')).toMatchObject({
      said: 'satisfied first-in-time u',
      en: 'u: the first in 2026 came on 10 March 2026, in time.',
    })
    expect(reads(guideline)).toEqual([
      'Varje enhet får minst 1 verksamhetsbesök per kalenderår. Det första görs senast 30 april.',
      'Each unit receives at least 1 visits per calendar year. The first is made by 30 April.',
    ])
  })

  it('VIS-07 for a unit that opened within the year it cannot be told', () => {
    const guideline = count({ per: 'unit', firstBy: '04-30' })
    const units = [aUnit('u', { from: '2026-02-01' })]
    expect(said(guideline, [], '2026-12-01', { units })[1]).toBe('cannot-tell first-part-year u')
    expect(said(count({ per: 'unit', firstBy: '04-30', partYear: 'full' }), [], '2026-12-01', { units })[1]).toBe(
      'breached first-late u',
    )
    expect(said(count({ per: 'unit', firstBy: '04-30', partYear: 'next-year' }), [], '2026-12-01', { units })).toEqual([
      'satisfied not-asked u',
    ])
  })

  it.each([
    [
      { firstBy: '30 april' },
      '9 "30 april" is no day of every year; write month and day as MM-DD in quotes, for example "04-30"',
    ],
    [
      { firstBy: '02-29' },
      '9 "02-29" is no day of every year; write month and day as MM-DD in quotes, for example "04-30"',
    ],
    [
      { firstBy: '04-30', period: 'month' },
      '9 a day of the year is given, but the count does not run over the calendar year; take firstBy away, or write period: year',
    ],
    [
      { firstBy: '04-30', least: 0 },
      '9 at least 0 are to be made, so none of them is due on a day; write least: 1, or take firstBy away',
    ],
  ])('VIS-07 %j is a mistake', (values, mistake) => {
    expect(mistakes([['visits.count', { least: 1, per: 'unit', ...values }]])).toEqual([mistake])
  })
})

describe('a minimum in a part of a year', () => {
  const late = { appointments: [anAppointment('ada', 'u', { from: '2026-07-02' })], period: { from: '2026-01-01' } }
  const ofAda = (partYear: string | undefined, visits: Written['visits'], today = '2027-01-31') =>
    says(count({ least: 4, per: 'person', ...(partYear === undefined ? {} : { partYear }) }), visits, today, late)[0]

  it('VIS-25 without a word it cannot be told', () => {
    expect(ofAda(undefined, [autumn])).toEqual({
      said: 'cannot-tell part-year ada',
      sv: 'ada har 1 av minst 4 besök under 2026, men regeln eller uppdraget gällde bara en del av året och riktlinjen säger inte hur ett delår räknas.',
      en: 'ada had 1 of at least 4 visits in 2026, but the rule or the appointment held for part of the year only and the guideline does not say how a part of a year counts.',
    })
  })

  it('VIS-25 in full: a short year asks for as much', () => {
    expect(ofAda('full', [autumn])?.said).toBe('breached too-few ada')
  })

  it('VIS-25 by its share, rounded down to a whole number', () => {
    const twice = [autumn, aVisit('later', '2026-11-10', 'u', ['ada'])]
    // 183 of 365 days: 4 × 183/365 = 2.005…, so two. A day later it is 4 × 182/365 = 1.99…, so one.
    expect(ofAda('proportional', [autumn])).toEqual({
      said: 'breached too-few ada',
      sv: 'ada kom till 1 av minst 2 besök under 2026 (andelen av 4 för den del av året då regeln och uppdraget gällde, avrundad nedåt till helt antal).',
      en: 'ada had 1 of at least 2 visits in 2026 (the share of 4 for the part of the year in which the rule and the appointment held, rounded down to a whole number).',
    })
    expect(ofAda('proportional', twice)?.said).toBe('satisfied reached ada')
    const aDayLater = { appointments: [anAppointment('ada', 'u', { from: '2026-07-03' })] }
    expect(
      says(count({ least: 4, per: 'person', partYear: 'proportional' }), [autumn], '2027-01-31', aDayLater)[0]?.said,
    ).toBe('satisfied reached ada')
    expect(ofAda('proportional', [autumn], '2026-12-01')?.said).toBe('due remaining ada')
  })

  it('VIS-25 by its share of the days on which the rule held', () => {
    const changed = count(
      { least: 1, per: 'unit', partYear: 'proportional' },
      { changes: [{ from: '2026-07-02', values: { least: 4 }, clause: 'Avsnitt 2' }] },
    )
    const units = [aUnit('u')]
    expect(said(changed, [autumn], '2027-01-31', { units })[0]).toBe('breached too-few u')
    expect(said(changed, [spring, autumn], '2027-01-31', { units })[0]).toBe('satisfied reached u')
  })

  it('VIS-25 from the next year: nothing is asked of the first', () => {
    expect(ofAda('next-year', [])).toEqual({
      said: 'satisfied not-asked ada',
      sv: 'ada har 0 besök under 2026. Regeln eller uppdraget gällde bara en del av året, och enligt riktlinjen krävs inget förrän nästa.',
      en: 'ada has 0 visits in 2026. The rule or the appointment held for part of the year only, and by the guideline nothing is asked until the next.',
    })
  })

  it('VIS-25 silent: the question is the committee’s', () => {
    const guideline = oneRule(
      'visits.count',
      { least: 1, per: 'person', partYear: 'silent' },
      {},
      {
        silences: [{ id: 'Q', rule: 'R', parameter: 'partYear', question: { sv: 'Hur?', en: 'How?' } }],
      },
    )
    const findings = judged(guideline, { ...base, ...late, visits: [] }, '2027-01-31').findings
    expect(findings[0]).toMatchObject({
      outcome: 'cannot-tell',
      missing: [{ what: 'answer', rule: 'R', parameter: 'partYear' }],
    })
  })

  it('VIS-25 what the programme does not tell of is not made up by a share', () => {
    const guideline = count({ least: 4, per: 'unit', partYear: 'proportional' })
    const more = { units: [aUnit('u')], period: { from: '2026-07-02' } }
    expect(said(guideline, [], '2027-01-31', more)[0]).toBe('cannot-tell part-year u')
  })

  it.each([
    ['full', 'Det gäller också ett delår.', 'It holds for a part of a year too.'],
    [
      'proportional',
      'Ett delår räknas i andel, avrundat nedåt till helt antal.',
      'A part of a year counts by its share, rounded down to a whole number.',
    ],
    ['next-year', 'Det gäller först från nästa hela period.', 'It holds from the next whole period only.'],
  ])('VIS-25 %s is read back', (partYear, sv, en) => {
    const [swedish, english] = reads(count({ per: 'person', partYear }))
    expect(swedish).toBe(`Varje kontaktpolitiker gör minst 1 verksamhetsbesök per kalenderår. ${sv}`)
    expect(english).toBe(`Each contact politician makes at least 1 visits per calendar year. ${en}`)
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
