import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { describeGuideline } from '../explain.ts'
import type { Guideline } from '../guideline.ts'
import { settingsOn } from '../settings.ts'
import { aConfirmedClaim, anAppointment, aPerson, aReport, aUnit, aVisit, meetings } from '../testing/cast.ts'
import { oneRule, saysOf } from '../testing/one-rule.ts'

const today = dayFromIso('2026-06-01')
const reads = (guideline: Guideline) =>
  (['sv', 'en'] as const).map((language) => describeGuideline(guideline, language, today)[0]?.sentence)
const settings = (guideline: Guideline) => settingsOn([guideline], [], today)?.use

const base = {
  persons: [aPerson('ada')],
  units: [aUnit('u')],
  appointments: [anAppointment('ada', 'u')],
  meetings: [...meetings],
  visits: [aVisit('v', '2026-04-10', 'u', ['ada'])],
}

describe('what the visits are used for', () => {
  it('USE-01 part of the quality follow-up or not', () => {
    const part = oneRule('use.quality-follow-up', { part: true })
    const not = oneRule('use.quality-follow-up', { part: false, qualityReportAsPreparation: true })
    expect(settings(part)?.qualityFollowUp.value).toBe('part')
    expect(settings(not)?.qualityFollowUp.value).toBe('not-part')
    expect(reads(part)).toEqual([
      'Rapporterna ingår i det systematiska kvalitetsarbetet.',
      'The reports are part of the systematic quality work.',
    ])
    expect(reads(not)[0]).toBe(
      'Besöken är inte en del av nämndens kvalitetsuppföljning. Kvalitetsrapporten är bara förberedelse.',
    )
    expect(saysOf(not, base, '2026-06-01')).toEqual([])
  })

  it('USE-02 the name and purpose of the summary', () => {
    const guideline = oneRule('use.summary', {
      name: { sv: 'Årets besök', en: 'The visits of the year' },
      purpose: { sv: 'underlag för nästa års mål.', en: "material for next year's goals." },
    })
    expect(settings(guideline)?.summary.value).toMatchObject({ name: { sv: 'Årets besök' }, aggregated: false })
    expect(reads(guideline)).toEqual([
      'Årets sammanställning heter ”Årets besök”: underlag för nästa års mål.',
      "The summary of the year is called “The visits of the year”: material for next year's goals.",
    ])
  })

  it('USE-04 what is kept, and what is disposed of after how many years', () => {
    const guideline = oneRule(
      'use.disposal',
      {
        keeps: [
          { what: 'report', keep: 2 },
          { what: 'fee-form', keep: 10 },
          { what: 'year-plan', keep: true },
        ],
      },
      {},
      { terms: [{ id: 'year-plan', sv: 'årsplan', en: 'year plan' }] },
    )
    expect(reads(guideline)).toEqual([
      'Handlingarna: rapport gallras efter 2 år; bekräftat arvodesunderlag gallras efter 10 år; årsplan bevaras.',
      'The records: report is disposed of after 2 years; confirmed fee claim is disposed of after 10 years; year plan is kept for good.',
    ])
    expect(settings(guideline)?.disposal.value).toEqual([
      { what: 'report', keep: 2 },
      { what: 'fee-form', keep: 10 },
      { what: 'year-plan', keep: true },
    ])
    const written = {
      ...base,
      reports: [aReport('v', ['ada'], { final: '2026-04-20' })],
      claims: [aConfirmedClaim('v', 'ada', { confirmed: '2026-04-21' })],
    }
    expect(saysOf(guideline, written, '2028-04-20').map((it) => it.said)).toEqual([
      'satisfied nothing-old committee',
      'satisfied nothing-old committee',
    ])
    expect(saysOf(guideline, written, '2028-04-21')[0]).toEqual({
      said: 'due to-dispose committee',
      sv: 'Att gallra (rapport): 1 äldre än 2 år.',
      en: 'To dispose of (report): 1 older than 2 years.',
    })
  })

  it('USE-04 a record that stands twice is refused', () => {
    const keeps = [
      { what: 'report', keep: 2 },
      { what: 'report', keep: true },
    ]
    expect(() => oneRule('use.disposal', { keeps })).toThrow('stands twice among what is kept')
  })
})

describe('the review of the guideline', () => {
  const reviewed = (values: object, about: object = {}, reviews: readonly object[] = []) =>
    oneRule(
      'review',
      { ...values },
      { bearer: 'committee' },
      {
        document: { reviewBy: { when: 'none' }, reviews },
        ...about,
      },
    )
  const made = (on: string) => [{ on, outcome: 'Riktlinjen behålls.' }]
  const on = (guideline: Guideline, day: string, more: object = {}) => saysOf(guideline, { ...base, ...more }, day)

  it('USE-03 on a day: due, overdue, and made', () => {
    const byDay = { every: 'date', on: '2026-09-30' }
    expect(on(reviewed(byDay), '2026-09-30')).toEqual([
      {
        said: 'due due-by one-rule',
        sv: 'Riktlinjen ska följas upp senast 30 september 2026.',
        en: 'The guideline is to be followed up by 30 September 2026.',
      },
    ])
    expect(on(reviewed(byDay), '2026-10-01')[0]).toMatchObject({
      said: 'breached overdue one-rule',
      sv: 'Riktlinjen skulle ha följts upp senast 30 september 2026.',
    })
    expect(on(reviewed(byDay, {}, made('2026-09-01')), '2026-10-01')[0]).toMatchObject({
      said: 'satisfied reviewed one-rule',
      en: 'The guideline was followed up on 1 September 2026: Riktlinjen behålls.',
    })
    expect(reads(reviewed(byDay))[0]).toBe('Riktlinjen följs upp senast 30 september 2026.')
  })

  it('USE-03 a review before the guideline began, and one that lies ahead, do not count', () => {
    const byDay = { every: 'date', on: '2026-09-30' }
    expect(on(reviewed(byDay, {}, made('2019-06-01')), '2026-06-01')[0]?.said).toBe('due due-by one-rule')
    expect(on(reviewed(byDay, {}, made('2026-08-01')), '2026-06-01')[0]?.said).toBe('due due-by one-rule')
  })

  it('USE-03 once per term of office', () => {
    const perTerm = reviewed({ every: 'term' })
    expect(on(perTerm, '2026-12-31')[0]).toMatchObject({
      said: 'due ahead one-rule',
      sv: 'Riktlinjen ska följas upp före mandatperiodens slut, 1 januari 2027.',
    })
    expect(on(perTerm, '2027-01-01')[0]?.said).toBe('breached not-reviewed one-rule')
    expect(on(reviewed({ every: 'term' }, {}, made('2022-12-31')), '2026-06-01')[0]?.said).toBe('due ahead one-rule')
    expect(on(reviewed({ every: 'term' }, {}, made('2023-01-01')), '2026-06-01')[0]?.said).toBe(
      'satisfied reviewed one-rule',
    )
    expect(on(perTerm, '2026-06-01', { term: undefined })[0]?.said).toBe('cannot-tell term-unknown one-rule')
  })

  it('USE-03 after a number of years, counted from the decision, then from each review', () => {
    const everyFourth = { every: 'years', years: 4 }
    const decided = { adoption: { on: '2022-03-01' }, validity: { from: '2022-04-01' } }
    expect(on(reviewed(everyFourth, decided), '2026-03-01')[0]).toMatchObject({
      said: 'due due-by one-rule',
      en: 'The guideline is to be followed up by 1 March 2026.',
    })
    expect(on(reviewed(everyFourth, decided), '2026-03-02')[0]?.said).toBe('breached overdue one-rule')
    expect(on(reviewed(everyFourth, { validity: { from: '2022-04-01' } }), '2026-04-01')[0]?.said).toBe(
      'due due-by one-rule',
    )
    const kept = reviewed(everyFourth, decided, made('2026-02-01'))
    expect(on(kept, '2030-02-01')[0]?.said).toBe('satisfied reviewed one-rule')
    expect(on(kept, '2030-02-02')[0]).toMatchObject({
      said: 'breached overdue one-rule',
      sv: 'Riktlinjen skulle ha följts upp senast 1 februari 2030.',
    })
    expect(reads(kept)[0]).toBe('Riktlinjen följs upp med fyra års mellanrum, räknat från beslutet.')
    expect(reads(reviewed({ every: 'years', years: 1 }))[1]).toBe(
      'The guideline is followed up every year, counted from the decision.',
    )
  })

  it('USE-03 before a trial ends, and afterwards when nobody evaluated it', () => {
    const trial = { validity: { from: '2026-01-01', until: '2026-07-01' } }
    expect(on(reviewed({ every: 'trial-end' }, trial), '2026-06-30')).toEqual([
      {
        said: 'due trial-ends one-rule',
        sv: 'Försöket ska utvärderas innan det tar slut, 1 juli 2026.',
        en: 'The trial is to be evaluated before it ends, 1 July 2026.',
      },
    ])
    expect(on(reviewed({ every: 'trial-end' }, trial), '2026-07-01')[0]).toMatchObject({
      said: 'breached trial-ended one-rule',
      sv: 'Försöket tog slut 1 juli 2026 utan att ha utvärderats.',
    })
    expect(on(reviewed({ every: 'trial-end' }, trial, made('2026-06-01')), '2026-06-30')[0]?.said).toBe(
      'satisfied reviewed one-rule',
    )
    expect(on(reviewed({ every: 'trial-end' }), '2026-06-30')[0]?.said).toBe('cannot-tell end-unknown one-rule')
  })

  it('USE-03 with a reminder it is due only from the day of the reminder', () => {
    const values = { every: 'date', on: '2026-09-30', remindDays: 30 }
    expect(on(reviewed(values), '2026-08-30')).toEqual([
      {
        said: 'satisfied not-yet one-rule',
        sv: 'Riktlinjen ska följas upp senast 30 september 2026; påminnelsen kommer 31 augusti 2026.',
        en: 'The guideline is to be followed up by 30 September 2026; the reminder comes on 31 August 2026.',
      },
    ])
    expect(on(reviewed(values), '2026-08-31')[0]?.said).toBe('due due-by one-rule')
    expect(on(reviewed(values), '2026-10-01')[0]?.said).toBe('breached overdue one-rule')
    const yearly = reviewed({ every: 'years', years: 1, remindDays: 30 }, {}, made('2026-02-01'))
    expect(on(yearly, '2027-01-01')[0]?.said).toBe('satisfied reviewed one-rule')
    expect(on(yearly, '2027-01-02')[0]?.said).toBe('due due-by one-rule')
    expect(reads(reviewed(values))[1]).toBe(
      'The guideline is followed up by 30 September 2026; a reminder comes 30 days before.',
    )
  })

  it.each([
    [{ every: 'date' }, 'add on: YYYY-MM-DD'],
    [{ every: 'years' }, 'add years: with a whole number'],
    [{ every: 'term', on: '2026-01-01' }, 'write every: date, or take on away'],
    [{ every: 'trial-end', years: 2 }, 'write every: years, or take years away'],
  ])('USE-03 %o cannot be combined', (values, mend) => {
    expect(() => reviewed(values)).toThrow(mend)
  })
})
