import { describe, expect, it } from 'vitest'
import { termsOf } from '../explain.ts'
import { allFeeRules } from '../testing/cast.ts'
import { feeRulesWith } from '../testing/claim-cast.ts'
import { describeFees } from './describe.ts'

const title = (sv: string, en: string) => ({ sv, en })
const rules = feeRulesWith({
  bases: [
    {
      id: 'pbb',
      title: title('Prisbasbelopp', 'Price base amount'),
      per: 'year',
      source: 'SCB',
      values: [{ from: '2026-01-01', amount: 5920000 }],
    },
  ],
  amounts: [
    {
      id: 'day',
      title: title('Dagarvode', 'Day fee'),
      clause: '§ 1',
      amount: { of: 'pbb', percent: 1.75, steps: [{ fraction: '1/2', rounding: { to: 'krona', by: 'nearest' } }] },
    },
  ],
  fees: [
    {
      kind: 'errand',
      title: title('Förrättningsarvode', 'Errand fee'),
      clause: '§ 2',
      rate: { form: 'hourly', perHour: 20000, counted: 'begun-quarter' },
      gives: ['fee', 'costs'],
      time: { counts: ['meeting', 'travel'], travel: 'silent', travelFromKilometres: 40, clause: '§ 3' },
      dailyCap: { minutes: 480, amount: { of: 'day', times: 2 } },
      perDay: { most: 2 },
    },
    {
      kind: 'inspection',
      title: title('Inspektionsarvode', 'Inspection fee'),
      clause: '§ 2',
      rate: {
        form: 'half-full-day',
        halfDay: 50000,
        fullDay: { of: 'day' },
        boundaryMinutes: 240,
        atBoundary: 'silent',
      },
    },
  ],
  combinations: [{ kinds: ['errand', 'inspection'], paid: 'higher', clause: '§ 7' }],
  categories: [
    {
      id: 'fixed',
      title: title('Fast arvoderade', 'Those with a fixed fee'),
      clause: '§ 4',
      who: { fixedFees: { from: 40, below: 100 } },
      excluded: [{ components: ['fee'], where: 'own-committee', kinds: ['errand'] }],
      rates: [{ kind: 'inspection', rate: { form: 'flat', amount: 10000 } }],
    },
  ],
  substitutes: { clause: '§ 8', serving: 'full', notServing: { percent: 33.5, rounding: { to: 'krona', by: 'up' } } },
  withinPaidWork: { clause: '§ 9', paid: 'none' },
})
const read = (language: 'sv' | 'en') =>
  describeFees(rules, language, termsOf([], [rules])).map((it) =>
    `${it.clause}: ${it.sentence}`.replaceAll(/[\u00a0\u202f]/g, ' '),
  )

describe('fee rules read back', () => {
  it('in English, each part with its clause', () => {
    expect(read('en')).toEqual([
      'SCB: Price base amount per year: 59 200 kr from 1 January 2026.',
      '§ 1: Day fee: 1.75 percent of Price base amount, then 1/2 of that, rounded to the nearest krona.',
      '§ 2: Errand fee: 200 kr per hour, counted in begun quarters.',
      '§ 2: Errand fee gives fee and costs.',
      '§ 3: Errand fee: time that counts is the meeting and travel. Whether travel is within the time that is paid at most is not said. Travel counts from 40 kilometres.',
      '§ 2: Errand fee: at most 8 hours and 2 times Day fee for a day.',
      '§ 2: Errand fee: at most 2 fees for a day.',
      '§ 2: Inspection fee: 500 kr for half a day, Day fee for a full day; the boundary is 4 hours, and what exactly that time gives is not said.',
      '§ 7: On the same day only one of errand fee and Inspection fee is paid: the higher.',
      '§ 4: Those with a fixed fee: fixed fees of together at least 40 percent and below 100 percent of a full one.',
      '§ 4: Those with a fixed fee do not get fee for errand fee in their own committee.',
      '§ 4: Those with a fixed fee, Inspection fee: 100 kr per occasion.',
      '§ 8: Substitutes who serve get the whole fee, those who do not get 33.5 percent of the fee, rounded up to the krona.',
      '§ 9: For time that an employer pays as work: no fee.',
    ])
  })

  it('in Swedish, with Swedish decimals', () => {
    expect(read('sv')).toEqual(
      expect.arrayContaining([
        '§ 1: Dagarvode: 1,75 procent av Prisbasbelopp, sedan 1/2 av det, avrundat till närmaste krona.',
        '§ 2: Förrättningsarvode: 200 kr per timme, räknat i påbörjade kvartar.',
        '§ 7: På samma dag betalas bara ett av förrättningsarvode och Inspektionsarvode: det högre.',
        '§ 8: Tjänstgörande ersättare får hela arvodet, icke tjänstgörande 33,5 procent av arvodet, avrundat uppåt till krona.',
      ]),
    )
  })

  it('the shipped ones too', () => {
    const said = allFeeRules.flatMap((it) => describeFees(it, 'sv')).map((it) => it.sentence.replaceAll('\u00a0', ' '))
    expect(said).toEqual([
      'Sammanträdesarvode: 347 kr för första timmen, därefter 173 kr per timme, räknat i påbörjade halvtimmar.',
      'Förrättningsarvode: 625 kr för halv dag, 1 250 kr för hel dag; gränsen är 4 timmar, och precis så lång tid är halv dag.',
    ])
  })
})
