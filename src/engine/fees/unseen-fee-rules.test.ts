import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { formatKronor } from '../../kernel/money.ts'
import { describeBlocks, describeFees, evaluate, type FeeLine, type FeeRules, loadFeeRules } from '../index.ts'
import { explain, termsOf } from '../explain.ts'
import { aPerson, aProgramme, loaded, textOf } from '../testing/cast.ts'
import { aClaim } from '../testing/claim-cast.ts'
import { documentedRows, guidelineOf, town, visitOn, type WrittenRule } from '../testing/fee-cast.ts'

// Each file holds rules as councils write them, with their Swedish text first. What stands here was worked out by hand from that text.

type Written = Parameters<typeof aProgramme>[0]

const chair = { ...aPerson('dag'), roles: [{ role: 'chair', from: '2023-01-01' }] }
const paid = { ...aPerson('eva'), fixedFees: [{ percent: 30, committee: 'committee', from: '2023-01-01' }] }
const persons = [...town.persons, chair, paid]
const appointments = persons.flatMap(({ id }) => [
  { id: `${id}-granen`, person: id, unit: 'granen', from: '2023-01-01' },
])

const rulesNamed = (id: string): FeeRules =>
  loaded(loadFeeRules(textOf(`src/engine/testing/unseen-fees/${id}.fee-rules.yaml`), id))

/** Returns `visit person kind amount: clauses`: the clauses of what is paid, or of the reason why not. */
function paidBy(id: string, written: Written, today = '2026-12-31', more: readonly WrittenRule[] = []) {
  const rules = rulesNamed(id)
  const guideline = guidelineOf(['fee.kind', { fee: 'errand', forms: ['visit'] }], ...more)
  const { feeLines } = evaluate({
    guidelines: [guideline],
    interpretations: [],
    feeRules: [rules],
    programme: aProgramme({ ...town, persons, appointments, ...written }),
    today: dayFromIso(today),
  })
  for (const line of feeLines) {
    for (const { clause } of [...line.parts, ...line.reasons]) expect(clause).toMatch(/\d/)
    for (const language of ['sv', 'en'] as const)
      for (const reason of line.reasons)
        expect(explain(reason, language, ({ id: who }) => who, termsOf([guideline], [rules]))).toMatch(
          /^(?!.*(undefined|NaN|\[object|\(\))).+[.]$/su,
        )
  }
  return feeLines.map((line) => `${line.visit} ${line.person} ${line.feeKind} ${said(line)}`)
}

function said({ outcome, amount, parts, reasons }: FeeLine): string {
  const kronor = formatKronor(amount).replaceAll(/[\u00a0\u202f]/g, ' ')
  if (outcome === 'payable') return `${kronor}: ${[...new Set(parts.map(({ clause }) => clause))].join(', ')}`
  const own = reasons.filter(({ kind }) => kind.startsWith('fee-rules.'))
  const deciding = own.find((it) => it.outcome !== 'satisfied') ?? own.at(-1)
  return `${outcome}: ${deciding?.clause} ${deciding?.code}`
}

describe('fee rules that nobody had seen when the engine was made', () => {
  it('RAT-32 RAT-36 Älvsunda: two hours for one amount, begun hours after, and the occasions of a day counted as one', () => {
    const visits = [
      visitOn('a', '03-02 09:00–10:15'),
      visitOn('b', '03-03 09:00–11:00'),
      visitOn('c', '03-04 09:00–11:01'),
      visitOn('d', '03-05 13:00–17:30'),
      visitOn('e', '03-06 09:00–10:00'),
      visitOn('f', '03-06 13:00–15:30'),
      visitOn('g', '03-09 08:00–12:00'),
      visitOn('h', '03-09 13:00–17:00'),
    ]
    expect(paidBy('alvsunda', { visits: visits.toReversed() })).toEqual([
      'a ada errand 615 kr: § 4',
      'b ada errand 615 kr: § 4',
      'c ada errand 763 kr: § 4',
      'd ada errand 1 059 kr: § 4',
      'e ada errand 615 kr: § 4',
      // 3 h 30 min together: 615 + 2 × 148 = 911, of which 615 are counted.
      'f ada errand 296 kr: § 6',
      'g ada errand 911 kr: § 4',
      // 8 h together: 615 + 6 × 148 = 1 503, less 911 is 592; of 1 500 there are 589 left.
      'h ada errand 589 kr: § 5',
    ])
  })

  it('RAT-33 Granvik: an amount by length, as a share of a fee that changes in July, and nothing below half an hour', () => {
    const visits = [29, 30, 120, 121, 240, 241].map((time, at) =>
      visitOn(`v${time}`, `03-0${at + 1} 13:00–${13 + Math.floor(time / 60)}:${String(time % 60).padStart(2, '0')}`),
    )
    expect(paidBy('granvik', { visits: [...visits, visitOn('july', '07-01 13:00–15:01')] })).toEqual([
      'v29 ada errand not-payable: § 3 fjärde stycket too-short',
      // 78 500 × 0.75 % = 588.75; × 1.25 % = 981.25; × 2 % = 1 570. From July 80 000 × 1.25 % = 1 000.
      'v30 ada errand 590 kr: § 3',
      'v120 ada errand 590 kr: § 3',
      'v121 ada errand 980 kr: § 3',
      'v240 ada errand 980 kr: § 3',
      'v241 ada errand 1 570 kr: § 3',
      'july ada errand 1 000 kr: § 3',
    ])
  })

  it('RAT-34 RAT-35 Norrhamn: two hours at least, evenings and weekends', () => {
    const visits = [
      visitOn('short', '03-10 09:00–09:45'),
      visitOn('long', '03-11 09:00–11:40'),
      visitOn('evening', '03-12 16:30–19:10'),
      visitOn('saturday', '03-14 10:00–12:00'),
      visitOn('good-friday', '04-03 17:00–19:00'),
      visitOn('midsummer-eve', '06-19 10:00–10:30'),
    ]
    expect(paidBy('norrhamn', { visits })).toEqual([
      // 59 200 × 0.35 % = 207.20, up to 208 an hour.
      'short ada errand 416 kr: § 2',
      'long ada errand 624 kr: § 2',
      'evening ada errand 804 kr: § 2, § 4',
      'saturday ada errand 624 kr: § 2, § 5',
      'good-friday ada errand 744 kr: § 2, § 4, § 5',
      'midsummer-eve ada errand 624 kr: § 2, § 5',
    ])
  })

  it('RAT-17 RAT-36 Östervall: half and full days joined over a short break, the chair’s own amount, fixed fees', () => {
    const visits = [
      visitOn('a', '03-10 08:30–12:00'),
      visitOn('b', '03-10 13:00–15:00'),
      visitOn('c', '03-11 08:00–10:00'),
      visitOn('d', '03-11 12:00–13:00'),
      visitOn('e', '03-12 09:00–13:00', ['dag']),
      visitOn('f', '03-13 09:00–13:01', ['dag', 'eva']),
      visitOn('g', '03-16 08:00–10:00'),
      visitOn('h', '03-16 10:30–12:00'),
      visitOn('i', '03-16 13:00–15:00'),
    ]
    expect(paidBy('ostervall', { visits })).toEqual([
      'a ada errand 640 kr: § 2',
      'b ada errand 510 kr: § 3',
      'c ada errand 640 kr: § 2',
      'd ada errand 640 kr: § 2',
      'e dag errand 960 kr: § 4',
      'f dag errand 1 725 kr: § 4',
      'f eva errand not-payable: § 5 category-excluded',
      'g ada errand 640 kr: § 2',
      'h ada errand not-payable: § 3 same-day-given',
      // 5 h 30 min with the one that added nothing: a full day, less the half day.
      'i ada errand 510 kr: § 3',
    ])
  })

  it('RAT-12 RAT-35 Skogås: travel at a rate of its own from a distance, and mileage beyond five kilometres', () => {
    const visit = (id: string, day: number) => visitOn(id, `03-0${day} 09:00–11:00`)
    const journey = (kilometres: number, distance: number) => [{ kilometres, distance, from: 'home' as const }]
    const claims = [
      aClaim({ id: '2', visit: 'far', travelMinutes: 95, journeys: journey(120, 60) }),
      aClaim({ id: '3', visit: 'near', travelMinutes: 40, journeys: journey(98, 49) }),
      aClaim({ id: '4', visit: 'edge', journeys: journey(10, 5) }),
      aClaim({ id: '5', visit: 'over', journeys: journey(13, 6) }),
      aClaim({ id: '6', visit: 'unsaid', travelMinutes: 50 }),
    ]
    const visits = ['none', 'far', 'near', 'edge', 'over', 'unsaid'].map((id, at) => visit(id, at + 1))
    expect(paidBy('skogas', { visits, claims })).toEqual([
      'none ada errand 700 kr: § 2',
      'far ada errand 940 kr: § 2, § 6',
      'near ada errand 700 kr: § 2',
      'edge ada errand 700 kr: § 2',
      'over ada errand 700 kr: § 2',
      'unsaid ada errand cannot-tell: § 6 distance-unknown',
      'far ada mileage 300 kr: § 7',
      'near ada mileage 245 kr: § 7',
      'edge ada mileage not-payable: § 7 too-near',
      'over ada mileage 32,50 kr: § 7',
    ])
  })

  it('RAT-37 Lövånger: a digital visit for 80 percent, and one most for the day whatever the kinds and the committees', () => {
    const digital = { form: 'digital' }
    const visits = [
      visitOn('a', '03-10 09:00–10:00'),
      visitOn('b', '03-10 11:00–12:00', ['ada'], digital),
      visitOn('c', '03-10 14:00–15:00'),
      visitOn('d', '03-10 16:00–17:00', ['ada'], digital),
      visitOn('e', '03-11 09:00–10:00'),
      visitOn('f', '03-12 14:00–15:00'),
    ]
    const meeting = { person: 'ada', start: '13:00', end: '16:00', kind: 'meeting', amount: 130000 }
    const otherPaid = [
      { ...meeting, day: '2026-03-11' },
      { ...meeting, day: '2026-03-12', start: '10:00', end: '12:00', state: 'expected' as const, id: 'm' },
    ]
    const more: WrittenRule[] = [['fee.kind', { fee: 'digital', forms: ['digital'] }]]
    expect(paidBy('lovanger', { visits, otherPaid }, '2026-12-31', more)).toEqual([
      'a ada errand 900 kr: § 3',
      'b ada digital 720 kr: § 4',
      'c ada errand 340 kr: § 8',
      'd ada digital not-payable: § 8 shared-day-amount-used',
      'e ada errand 660 kr: § 8',
      'f ada errand 660 kr: § 8',
    ])
  })

  it('RAT-13 RAT-14 RAT-15 Vikbo: lost earnings with and without a known amount, for employees and the self-employed, with benefits', () => {
    const days = ['known', 'most', 'flat', 'bare', 'own']
    const visits = days.map((id, at) => visitOn(id, `03-0${at + 1} 09:00–11:00`))
    const employee = { as: 'employee', certificate: true } as const
    const claims = [
      aClaim({
        id: 'known',
        visit: 'known',
        lostEarnings: [{ ...employee, minutes: 180, perHour: 38000, pension: true, holiday: true }],
      }),
      aClaim({ id: 'most', visit: 'most', lostEarnings: [{ ...employee, minutes: 540, perHour: 50000 }] }),
      aClaim({ id: 'flat', visit: 'flat', lostEarnings: [{ ...employee, minutes: 120 }] }),
      aClaim({ id: 'bare', visit: 'bare', lostEarnings: [{ ...employee, minutes: 120, certificate: false }] }),
      aClaim({
        id: 'own',
        visit: 'own',
        lostEarnings: [{ as: 'self-employed', certificate: true, minutes: 150, yearlyIncome: 45000000, basis: 'sgi' }],
      }),
    ]
    expect(paidBy('vikbo', { visits, claims }).filter((it) => !it.includes(' errand '))).toEqual([
      'known ada lost-earnings 1 140 kr: § 10',
      'known ada lost-pension 51,30 kr: § 13',
      'known ada lost-holiday 148,20 kr: § 13',
      'most ada lost-earnings 3 360 kr: § 10',
      'flat ada lost-earnings 296 kr: § 10',
      'bare ada lost-earnings waiting: § 10 certificate-missing',
      // 450 000 / 1 980 = 227.27, to 227; for 2.5 hours.
      'own ada lost-earnings 567,50 kr: § 12',
    ])
  })

  it('RAT-21 RAT-35 Havsnäs: half a fee for preparation, substitutes who do not serve, child-minding by the hour and the day', () => {
    const visits = [
      visitOn('a', '03-10 09:00–11:30', ['ada']),
      visitOn('b', '03-11 09:00–10:00', ['siv'], {
        attendance: [{ person: 'siv', start: '09:00', end: '10:00', serving: false }],
      }),
      visitOn('c', '03-12 08:00–14:00'),
      visitOn('d', '03-12 15:00–17:00'),
    ]
    const minding = (visit: string, amount: number) =>
      aClaim({ id: visit, visit, costs: [{ kind: 'child-minding', amount, receipt: true }] })
    const claims = [minding('a', 30000), minding('c', 45000), minding('d', 17000)]
    expect(paidBy('havsnas', { visits, claims })).toEqual([
      'a ada errand 645 kr: § 3, § 4',
      // Half of 430, and the preparation whole.
      'b siv errand 430 kr: § 5, § 4',
      'c ada errand 645 kr: § 3, § 4',
      'd ada errand 645 kr: § 3, § 4',
      'a ada child-minding 212,50 kr: § 9',
      'c ada child-minding 450 kr: § 9',
      'd ada child-minding 50 kr: § 9',
    ])
  })

  it('RAT-23 Fjällbo: to the minute, claimed by the quarter, lost earnings by the year', () => {
    const day = { a: '02-10 13:00–14:40', b: '02-11 13:00–14:40', c: '03-31 13:00–15:05', d: '04-01 13:00–13:07' }
    const visits = Object.entries(day).map(([id, when]) => visitOn(id, when))
    const handedIn = { a: '2026-04-30', b: '2026-05-01', c: '2026-04-02', d: '2026-07-31' }
    const losses = { lostEarnings: [{ as: 'employee' as const, perHour: 20000, minutes: 60, certificate: true }] }
    const claims = Object.entries(handedIn).map(([visit, submitted]) => aClaim({ id: visit, visit, submitted }))
    expect(paidBy('fjallbo', { visits, claims })).toEqual([
      'a ada errand 400 kr: § 2',
      'b ada errand not-payable: § 12 late-refused',
      'c ada errand 500 kr: § 2',
      'd ada errand 28 kr: § 2',
    ])
    for (const [submitted, expected] of [
      ['2027-01-31', 'a ada lost-earnings 200 kr: § 9'],
      ['2027-02-01', 'a ada lost-earnings not-payable: § 13 late-refused'],
    ] as const)
      expect(
        paidBy(
          'fjallbo',
          { visits: visits.slice(0, 1), claims: [aClaim({ visit: 'a', submitted, ...losses })] },
          '2027-03-01',
        )[1],
      ).toBe(expected)
  })

  it('RAT-32 RAT-36 Närpö: three hours and half as much for each begun hour, the chair’s share, breaks, and over midnight', () => {
    const visits = [
      visitOn('a', '03-10 17:00–20:00'),
      visitOn('b', '03-11 17:00–20:01'),
      visitOn('c', '03-12 17:00–20:20', ['dag']),
      visitOn('d', '03-13 10:00–12:00'),
      visitOn('e', '03-13 14:00–16:00'),
      visitOn('f', '03-16 10:00–12:00'),
      visitOn('g', '03-16 14:01–16:00'),
      visitOn('h', '03-18 22:00–24:00'),
      visitOn('i', '03-19 00:00–02:30'),
      // The night when the hour from two to three is not there, and the one when it comes twice.
      visitOn('j', '03-29 00:30–04:00'),
      visitOn('k', '10-25 00:30–04:00'),
    ]
    expect(paidBy('narpo', { visits })).toEqual([
      'a ada errand 1 200 kr: 2 §',
      'b ada errand 1 800 kr: 2 §',
      'c dag errand 2 700 kr: 3 §',
      'd ada errand 1 200 kr: 2 §',
      'e ada errand 600 kr: 4 §',
      'f ada errand 1 200 kr: 2 §',
      'g ada errand 1 200 kr: 2 §',
      'h ada errand 1 200 kr: 2 §',
      // 4 h 30 min together: 1 200 + 2 × 600 = 2 400, of which 1 200 are counted.
      'i ada errand 1 200 kr: 4 §',
      // 2 h 30 min, and 4 h 30 min: 1 200 + 2 × 600.
      'j ada errand 1 200 kr: 2 §',
      'k ada errand 2 400 kr: 2 §',
    ])
  })
})

describe('worked examples of docs/rules.md', () => {
  it('RAT-32 RAT-33 RAT-34 RAT-35 RAT-36 RAT-37 stand row for row', () => {
    const examples: (readonly [rules: string, id: string, what: string, when: readonly string[], form?: string])[] = [
      ['615 kr for two hours, then 148 kr per begun hour', 'alvsunda', '2 h 1 min', ['03-04 09:00–11:01']],
      [
        "the same, a day's occasions counted as one",
        'alvsunda',
        '2 h 30 min, after 1 h in the morning',
        ['03-06 09:00–10:00', '03-06 13:00–15:30'],
      ],
      [
        'the same, at most 1 500 kr for a day',
        'alvsunda',
        '4 h, after 4 h in the morning',
        ['03-09 08:00–12:00', '03-09 13:00–17:00'],
      ],
      ['nothing below 30 minutes', 'granvik', '29 min', ['03-01 13:00–13:29']],
      ['1.25 percent of 78 500 kr for at most 4 h, nearest ten', 'granvik', '4 h', ['03-05 13:00–17:00']],
      ['208 kr per hour, at least 2 h', 'norrhamn', '45 min', ['03-10 09:00–09:45']],
      ['the same, 60 kr per begun half-hour from 18.00', 'norrhamn', '16.30–19.10', ['03-12 16:30–19:10']],
      ['the same, 50 percent more on holidays', 'norrhamn', 'Good Friday 17.00–19.00', ['04-03 17:00–19:00']],
      [
        '1 960 kr at most for a day, all kinds together',
        'lovanger',
        '900 kr, after 900 and 720 kr',
        ['03-10 09:00–10:00', '03-10 11:00–12:00', '03-10 14:00–15:00'],
        'digital',
      ],
      [
        '1 200 kr for three hours, then half of it per begun hour',
        'narpo',
        '22.00–24.00, then 00.00–02.30',
        ['03-18 22:00–24:00', '03-19 00:00–02:30'],
      ],
    ]
    const rows = examples.map(([rules, id, what, when, second]) => {
      const visits = when.map((it, at) => visitOn(`v${at}`, it, ['ada'], at === 1 && second ? { form: second } : {}))
      const paid = paidBy(id, { visits }, '2026-12-31', [['fee.kind', { fee: 'digital', forms: ['digital'] }]]).at(-1)
      const [, amount = '', by = ''] = /errand (.+?): (.+)$/.exec(paid ?? '') ?? []
      return [rules, what, amount === 'not-payable' ? 'nothing' : amount, by.replace(/ too-short$/, '')]
    })
    expect(rows).toEqual(documentedRows('First amounts, steps and occasions counted together'))
  })
})

describe('what the rules say is read back, in words that could stand in them', () => {
  const read = (id: string, language: 'sv' | 'en') => {
    const rules = rulesNamed(id)
    const terms = termsOf([], [rules])
    return [...describeFees(rules, language, terms), ...describeBlocks(rules, language, terms)].map(
      ({ clause, sentence }) => `${clause}: ${sentence}`.replaceAll(/[\u00a0\u202f]/g, ' '),
    )
  }

  it.each([
    [
      'alvsunda',
      '§ 4: Förrättningsarvode: 615 kr för tid upp till 2 timmar, därefter 148 kr per timme, räknat i påbörjade timmar.',
    ],
    ['alvsunda', '§ 6: Förrättningsarvode: flera tillfällen på samma dag räknas ihop till ett.'],
    ['norrhamn', '§ 3: Förrättningsarvode: minst 2 timmar betalas för varje tillfälle.'],
    ['norrhamn', '§ 4: Kvällstillägg: 120 kr per timme, räknat i påbörjade halvtimmar, för mötet, 18.00–06.00.'],
    ['norrhamn', '§ 5: Helgtillägg: 50 procent av arvodet, för mötet, lördag, söndag eller helgdag.'],
    [
      'ostervall',
      '§ 3: Förrättningsarvode: flera tillfällen på samma dag räknas ihop till ett när uppehållet är högst 1 timme.',
    ],
    ['ostervall', '§ 4: Nämndens presidium: ordföranden eller vice ordföranden.'],
    [
      'skogas',
      '§ 6: Restidsersättning: 120 kr per timme, räknat i påbörjade timmar, för resan. Resan räknas från 50 kilometer.',
    ],
    [
      'skogas',
      '§ 7: Milersättning betalas med 2,50 kr per kilometer från bostaden och arbetsplatsen när avståndet är mer än 5 km.',
    ],
    [
      'lovanger',
      '§ 8: Förrättningsarvode, Digitalt möte och sammanträdesarvode: tillsammans högst 1 960 kr för en dag.',
    ],
    [
      'vikbo',
      '§ 10: Förlorad arbetsinkomst betalas till anställda och egenföretagare; för anställda högst 420 kr per timme, 3 360 kr per dag, 148 kr per timme för den som inte visar hur mycket, mot intyg; för egenföretagare sjukpenninggrundande inkomst genom 1980 per timme, mot intyg (§ 12); förlorad pensionsförmån med 4,5 % (§ 13); förlorad semesterförmån med 13 % (§ 13).',
    ],
    ['fjallbo', '§ 12: Arvode begärs inom 1 månad från kvartalets slut; det som kommer senare betalas inte.'],
  ])('%s: %s', (id, sentence) => {
    expect(read(id, 'sv')).toContain(sentence)
  })

  it.each([
    'alvsunda',
    'granvik',
    'norrhamn',
    'ostervall',
    'skogas',
    'lovanger',
    'vikbo',
    'havsnas',
    'fjallbo',
    'narpo',
  ])('%s is read back in English too, sentence by sentence', (id) => {
    expect(read(id, 'en')).toHaveLength(read(id, 'sv').length)
    for (const sentence of read(id, 'en')) expect(sentence).toMatch(/^(?!.*(undefined|NaN|\[object)).+[.]$/su)
  })
})
