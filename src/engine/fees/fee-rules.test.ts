import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { loadFeeRules } from '../load.ts'
import { loaded, textOf } from '../testing/cast.ts'
import { amountFor } from './amount.ts'
import { ratesOn } from './periods.ts'

const head = `format: namndkontakt/fee-rules@1
id: tried
title: Tried
status: invented
source: { sv: Påhittat, en: Invented }
validity: { from: 2026-01-01 }
`
const fee = (rest: string, kind = 'errand') => `  - kind: ${kind}
    title: { sv: Förrättning, en: Errand }
    clause: § 2
${rest}`
const flat = '    rate: { form: flat, amount: 50000 }\n'
const written = (fees: string, more = '') => `${head}${more}fees:\n${fees}`
/** The first problem as `line path: message; mend`, or `good`. */
const problem = (text: string) => {
  const result = loadFeeRules(text, 'f.yaml')
  if (result.ok) return 'good'
  const [first] = result.problems
  return `${first?.line} ${first?.path}: ${first?.message}; ${first?.mend}`
}
const base = (values = '[{ from: 2026-01-01, amount: 5920000 }]') =>
  `bases:\n  - { id: pbb, title: { sv: Prisbasbelopp, en: Price base amount }, per: year, source: SCB, values: ${values} }\n`
const amounts = (...written: readonly string[]) =>
  `amounts:\n${written.map((it) => `  - { title: { sv: Belopp, en: Amount }, ${it} }\n`).join('')}`

describe('fee rules that can be read', () => {
  it.each([
    [
      'RAT-01 a first hour and then by begun quarters',
      '    rate: { form: hourly, firstHour: 30000, perHour: 20000, counted: begun-quarter }\n',
    ],
    ['RAT-04 a flat amount', flat],
    [
      'RAT-03 a boundary left open',
      '    rate: { form: half-full-day, halfDay: 1, fullDay: 2, boundaryMinutes: 240, atBoundary: silent }\n',
    ],
    [
      'RAT-02 caps of the day and of the year',
      `${flat}    dailyCap: { minutes: 480, amount: 200000 }\n    yearlyCap: { amount: 900000 }\n`,
    ],
    [
      'RAT-10 time that counts',
      `${flat}    time: { counts: [meeting, travel], travel: inside-cap, travelFromKilometres: 40 }\n`,
    ],
    ['RAT-16 what the event gives', `${flat}    gives: [costs]\n`],
  ])('%s', (_, rest) => {
    expect(problem(written(fee(rest)))).toBe('good')
  })

  it('RAT-06 kinds of one’s own beside meetings and errands, each with its rate', () => {
    const rules = loaded(
      loadFeeRules(
        written(
          fee(flat) +
            fee('    rate: { form: flat, amount: 70000 }\n', 'meeting') +
            fee('    rate: { form: flat, amount: 90000 }\n', 'inspection'),
        ),
        'f.yaml',
      ),
    )
    const paid = ['errand', 'meeting', 'inspection'].map((kind) => {
      const [rated] = ratesOn([rules], kind, dayFromIso('2026-05-01'))
      const amount = rated && amountFor({ rate: rated.rate, source: '', clause: '' }, minutes(60))
      return amount?.ok ? amount.parts[0]?.amount : undefined
    })
    expect(paid).toEqual([50000, 70000, 90000])
  })

  it('RAT-01 RAT-04 a first hour begun is a whole one, and a flat amount is the same for any time', () => {
    const rates = written(
      fee('    rate: { form: hourly, firstHour: 30000, perHour: 20000, counted: begun-quarter }\n') +
        fee(flat, 'meeting'),
    )
    const rules = loaded(loadFeeRules(rates, 'f.yaml'))
    const paid = (kind: string, time: number) => {
      const [rated] = ratesOn([rules], kind, dayFromIso('2026-05-01'))
      const amount = rated && amountFor({ rate: rated.rate, source: '', clause: '' }, minutes(time))
      return amount?.ok ? amount.parts.reduce((sum, it) => sum + it.amount, 0) : undefined
    }
    expect([0, 1, 60, 61, 75, 76, 120].map((time) => paid('errand', time))).toEqual([
      0, 30000, 30000, 35000, 35000, 40000, 50000,
    ])
    expect([1, 600].map((time) => paid('meeting', time))).toEqual([50000, 50000])
  })

  it('RAT-08 the visit’s day decides which value holds, of a base and of an amount of its own', () => {
    const rules = loaded(
      loadFeeRules(
        written(
          fee(
            '    rate: { form: flat, amount: { values: [{ from: 2026-01-01, amount: 50000 }, { from: 2026-07-01, amount: { of: pbb, percent: 1 } }] } }\n',
          ),
          base('[{ from: 2026-01-01, amount: 5920000 }, { from: 2026-10-01, amount: 6000000 }]'),
        ),
        'f.yaml',
      ),
    )
    const on = (day: string) =>
      ratesOn([rules], 'errand', dayFromIso(day)).map(({ rate }) => (rate.form === 'flat' ? rate.amount : rate.form))
    expect(['2025-12-31', '2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01'].map(on)).toEqual([
      [],
      [50000],
      [59200],
      [59200],
      [60000],
    ])
  })

  it('RAT-08 before the first value of a base the amount is unknown, and the file is good all the same', () => {
    const rules = loaded(
      loadFeeRules(
        written(
          fee('    rate: { form: flat, amount: { of: pbb, percent: 1 } }\n'),
          base('[{ from: 2026-07-01, amount: 5920000 }]'),
        ),
        'f.yaml',
      ),
    )
    expect(ratesOn([rules], 'errand', dayFromIso('2026-06-30'))[0]?.rate).toEqual({
      form: 'unknown',
      problem: { code: 'amount-unknown', of: 'pbb' },
    })
  })
})

describe('the invented example', () => {
  it('RAT-07 RAT-08 RAT-09 gives whole öre in both years: a day fee of 2 percent of the base, and parts of it', () => {
    const rules = loaded(loadFeeRules(textOf('fee-rules/exempel-reglemente.yaml'), 'exempel-reglemente.yaml'))
    const on = (day: string) =>
      ['meeting', 'errand', 'study-visit'].map((kind) => {
        const [rated] = ratesOn([rules], kind, dayFromIso(day))
        const amount = rated && amountFor({ rate: rated.rate, source: '', clause: '' }, minutes(100))
        return amount?.ok ? amount.parts.reduce((sum, it) => sum + it.amount, 0) : undefined
      })
    expect(on('2025-05-01')).toEqual([58000, 29000 + 2 * 7250, 45000])
    expect(on('2026-05-01')).toEqual([60000, 30000 + 2 * 7500, 45000])
    expect(on('2026-07-01')).toEqual([60000, 30000 + 2 * 7500, 47500])
  })
})

describe('fee rules that are refused, with the line and what to write instead', () => {
  it.each([
    [
      'RAT-07 a name that leads nowhere',
      written(fee('    rate: { form: flat, amount: { of: bpp, percent: 1 } }\n'), base()),
      /^13 fees\[0\]\.rate\.amount\.of: there is no amount or base named bpp; write one of pbb$/,
    ],
    [
      'RAT-07 a circle',
      written(
        fee(flat),
        amounts('id: one, amount: { of: two, times: 2 }', 'id: two, amount: { of: one, fraction: "1/2" }'),
      ),
      /^8 amounts\[0\]\.amount\.of: the amounts refer to each other in a circle: one → two → one; give one of them an amount of its own$/,
    ],
    [
      'RAT-07 a circle by way of a dated value, and to itself',
      written(fee(flat), amounts('id: one, amount: { values: [{ from: 2026-01-01, amount: { of: one, times: 2 } }] }')),
      /^8 amounts\[0\]\.amount\.values\[0\]\.amount\.of: the amounts refer to each other in a circle: one → one/,
    ],
    [
      'RAT-07 two operations in one step',
      written(fee('    rate: { form: flat, amount: { of: pbb, percent: 1, times: 2 } }\n'), base()),
      /^13 fees\[0\]\.rate\.amount: an amount is taken once in each step; keep one of percent, fraction and times/,
    ],
    [
      'RAT-07 a key that is misspelt within an amount',
      written(fee('    rate: { form: flat, amount: { of: pbb, procent: 1 } }\n'), base()),
      /^13 fees\[0\]\.rate\.amount\.procent: "procent" is not a key here; write "percent"/,
    ],
    [
      'RAT-08 a month of what is for no time',
      written(fee('    rate: { form: flat, amount: { of: one, per: month } }\n'), amounts('id: one, amount: 1200')),
      /^13 fees\[0\].rate\.amount\.of: one is for neither a month nor a year; add per: to one/,
    ],
    [
      'RAT-08 two values from the same day',
      written(fee(flat), base('[{ from: 2026-01-01, amount: 1 }, { from: 2026-01-01, amount: 2 }]')),
      /^8 bases\[0\]\.values\[1\]\.from: two amounts begin on 2026-01-01; keep one of them$/,
    ],
    [
      'RAT-08 a name that stands twice',
      written(fee(flat), base() + amounts('id: pbb, amount: 1')),
      /^10 amounts\[0\]\.id: the name pbb stands twice among bases and amounts; give this one another$/,
    ],
    [
      'RAT-09 a part that is no whole öre, without rounding',
      written(fee('    rate: { form: flat, amount: { of: pbb, fraction: "1/12000" } }\n'), base()),
      /^13 fees\[0\]\.rate\.amount: the amount is no whole öre from 2026-01-01, or above 100 million kronor; add rounding/,
    ],
    [
      'RAT-09 a part that is no whole öre from a later day on',
      written(
        fee('    rate: { form: flat, amount: { of: pbb, fraction: "1/100" } }\n'),
        base('[{ from: 2026-01-01, amount: 5920000 }, { from: 2026-07-01, amount: 5920001 }]'),
      ),
      /the amount is no whole öre from 2026-07-01/,
    ],
    [
      'RAT-09 an hourly rate whose quarters are no whole öre',
      written(fee('    rate: { form: hourly, perHour: 17302, counted: begun-quarter }\n')),
      /^11 fees\[0\]\.rate\.perHour: 15 minutes at this hourly rate are no whole öre from 2026-01-01; add rounding/,
    ],
    [
      'RAT-09 a share of fees that are not always whole öre',
      written(fee(flat), 'substitutes: { clause: § 8, serving: full, notServing: { percent: 33.3335 } }\n'),
      /^7 substitutes\.notServing\.percent: 33\.3335 percent of some fees is no whole öre from 2026-01-01; add rounding/,
    ],
    [
      'RAT-03 half a day above a whole one, by way of others',
      written(
        fee(
          '    rate: { form: half-full-day, halfDay: { of: pbb, percent: 2 }, fullDay: { of: pbb, percent: 1 }, boundaryMinutes: 240, atBoundary: half }\n',
        ),
        base(),
      ),
      /fees\[0\]\.rate\.halfDay: half a day is paid more than a whole; exchange the two amounts/,
    ],
    [
      'RAT-02 a cap of nothing',
      written(fee(`${flat}    dailyCap: { clause: § 3 }\n`)),
      /dailyCap: a cap has a number; add minutes: or amount:/,
    ],
    [
      'RAT-05 the same kind twice in a combination',
      written(fee(flat), 'combinations: [{ kinds: [errand, errand], paid: higher, clause: § 7 }]\n'),
      /^7 combinations\[0\]\.kinds\[1\]: the kind errand stands twice; keep one$/,
    ],
    [
      'RAT-06 a kind that stands twice',
      written(fee(flat) + fee(flat)),
      /fees\[1\]\.kind: the kind errand stands twice; keep one$/,
    ],
    [
      'RAT-06 a kind by a name that is none',
      written(fee(flat, 'none')),
      /fees\[0\]\.kind: "none" is what a guideline says where nothing is paid; give the kind another code$/,
    ],
    [
      'RAT-11 travel that counts without saying how',
      written(fee(`${flat}    time: { counts: [meeting, travel] }\n`)),
      /fees\[0\]\.time.*: it is not said whether travel is within the hours that are paid at most; add travel:/,
    ],
    [
      'RAT-11 a distance for travel that does not count',
      written(fee(`${flat}    time: { counts: [meeting], travelFromKilometres: 40 }\n`)),
      /travelFromKilometres: travel is not among the time that counts; add travel to counts/,
    ],
    [
      'RAT-17 a category without a share',
      written(fee(flat), 'categories: [{ id: fixed, title: { sv: F, en: F }, clause: § 4, who: { fixedFees: {} } }]\n'),
      /categories\[0\]\.who\.fixedFees: the category has no share; add from: or below:/,
    ],
    [
      'RAT-17 a rate for a kind that is not there',
      written(
        fee(flat),
        'categories: [{ id: fixed, title: { sv: F, en: F }, clause: § 4, who: { group: g }, rates: [{ kind: meeting, rate: { form: flat, amount: 1 } }] }]\n',
      ),
      /categories\[0\]\.rates\[0\]\.kind: there is no fee of the kind meeting to pay at another rate; write one of errand/,
    ],
    [
      'RAT-18 lost earnings refused without the considerable office',
      written(
        fee(flat),
        'categories: [{ id: fixed, title: { sv: F, en: F }, clause: § 4, who: { fixedFees: { from: 40 } }, excluded: [{ components: [lost-earnings], where: everywhere }] }]\n',
      ),
      /excluded\[0\]\.components: lost earnings and costs may be refused only those with an office of full or considerable part time/,
    ],
  ])('%s', (_, text, expected) => {
    expect(problem(text)).toMatch(expected)
  })
})
