import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import type { Evaluation } from '../finding.ts'
import { evaluate } from '../evaluate.ts'
import type { Guideline } from '../guideline.ts'
import { allFeeRules, anAppointment, aPerson, aProgramme, aUnit, aVisit } from '../testing/cast.ts'
import { reads, type Written } from '../testing/appointing.ts'
import { mistakes } from '../testing/mistakes.ts'
import { oneRule, saysOf } from '../testing/one-rule.ts'

const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition')],
  units: [aUnit('u'), aUnit('w')],
  appointments: [anAppointment('ada', 'u')],
} satisfies Written
const count = (values: object, more: Record<string, unknown> = {}) =>
  oneRule('visits.count', { least: 1, ...values }, more)

/** What the rule says with these visits on a day; without one, in December of the year. */
const says = (guideline: Guideline, visits: Written['visits'], today = '2026-12-01', more: Written = {}) =>
  saysOf(guideline, { ...base, visits, ...more }, today)
const said = (...of: Parameters<typeof says>) => says(...of).map((it) => it.said)

const spring = aVisit('spring', '2026-03-10', 'u', ['ada'])
const autumn = aVisit('autumn', '2026-10-10', 'u', ['ada'])

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

function judged(guideline: Guideline, written: Written, today = '2026-12-01'): Evaluation {
  return evaluate({
    guidelines: [guideline],
    interpretations: [],
    feeRules: allFeeRules,
    programme: aProgramme(written),
    today: dayFromIso(today),
  })
}
