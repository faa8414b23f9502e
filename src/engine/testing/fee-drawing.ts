import fc from 'fast-check'
import type { FeeRules } from '../fee-rules.ts'
import type { Guideline } from '../guideline.ts'
import type { aProgramme } from './cast.ts'
import { feeRulesWith, type WrittenRules } from './claim-cast.ts'
import { guidelineOf, visitOn } from './fee-cast.ts'

export type Written = Parameters<typeof aProgramme>[0]
type Rate = NonNullable<WrittenRules['fees']>[number]['rate']

export const names = ['ada', 'bo', 'siv']
const title = { sv: 'Arvode', en: 'Fee' }
const kronor = (min: number, max: number) => fc.integer({ min, max }).map((it) => it * 100)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const aRate: fc.Arbitrary<Rate> = fc.oneof(
  kronor(50, 900).map((amount) => ({ form: 'flat' as const, amount })),
  fc.tuple(kronor(100, 500), kronor(1, 300)).map(([halfDay, more]) => ({
    form: 'half-full-day' as const,
    halfDay,
    fullDay: halfDay + more,
    boundaryMinutes: 180,
    atBoundary: 'half' as const,
  })),
  fc.tuple(maybe(kronor(50, 400)), fc.integer({ min: 1, max: 40000 })).map(([firstHour, perHour]) => ({
    form: 'hourly' as const,
    perHour,
    counted: 'begun-quarter' as const,
    rounding: { to: 'krona' as const, by: 'half-even' as const },
    ...(firstHour === undefined ? {} : { firstHour, firstMinutes: 90 }),
  })),
  fc.array(kronor(0, 400), { minLength: 2, maxLength: 4 }).map((amounts) => ({
    form: 'steps' as const,
    steps: amounts.map((amount, at) => (at === amounts.length - 1 ? { amount } : { upTo: (at + 1) * 50, amount })),
  })),
)
const aCap = (minutes: number, most: number) =>
  maybe(
    fc
      .record({ minutes: maybe(fc.integer({ min: 30, max: minutes })), amount: maybe(kronor(1, most)) })
      .filter((it) => it.minutes !== undefined || it.amount !== undefined),
  )
const aFee = fc.record({
  rate: aRate,
  dailyCap: aCap(360, 1500),
  yearlyCap: aCap(900, 3000),
  most: maybe(fc.integer({ min: 1, max: 2 })),
  travel: fc.boolean(),
  least: maybe(fc.integer({ min: 20, max: 120 })),
  sameDay: maybe(fc.record({ breakMost: maybe(fc.integer({ min: 0, max: 180 })) })),
  evening: maybe(kronor(10, 90)),
})
/** Fee rules of two kinds, of any rate, with and without caps, that go together or not. */
export const someRules: fc.Arbitrary<FeeRules> = fc
  .tuple(
    aFee,
    aFee,
    fc.constantFrom('together', 'higher', 'first'),
    maybe(fc.integer({ min: 10, max: 90 })),
    maybe(kronor(100, 1200)),
  )
  .map(([errand, meeting, paid, percent, most]) =>
    feeRulesWith({
      fees: [errand, meeting].map(({ rate, dailyCap, yearlyCap, most, travel, least, sameDay, evening }, at) =>
        withoutUndefined({
          kind: at === 0 ? 'errand' : 'meeting',
          title,
          clause: `§ ${at}`,
          rate,
          dailyCap: dailyCap && withoutUndefined(dailyCap),
          yearlyCap: yearlyCap && withoutUndefined(yearlyCap),
          time: travel ? { counts: ['meeting', 'travel'], travel: 'inside-cap' } : undefined,
          perDay: most === undefined ? undefined : { most },
          leastTime: least === undefined ? undefined : { minutes: least },
          sameDay: sameDay && withoutUndefined(sameDay),
          additions:
            evening === undefined
              ? undefined
              : [
                  {
                    title,
                    clause: '§ 7',
                    of: 'meeting',
                    days: ['holiday'],
                    rate: { form: 'hourly', perHour: evening, counted: 'begun-hour' },
                  },
                ],
        }),
      ),
      combinations: [{ kinds: ['errand', 'meeting'], paid, clause: '§ 9' }],
      dayCaps: most === undefined ? [] : [{ amount: most, clause: '§ 10' }],
      ...(percent === undefined
        ? {}
        : { substitutes: { clause: '§ 8', serving: shareOf(percent), notServing: shareOf(percent) } }),
    } as WrittenRules),
  )
/** A guideline that pays visits by one kind and study days by the other, once they are confirmed. */
export const someGuideline: fc.Arbitrary<Guideline> = fc
  .record({
    minutes: maybe(fc.integer({ min: 30, max: 240 })),
    most: maybe(fc.integer({ min: 1, max: 3 })),
    per: fc.constantFrom('person', 'unit', 'person-and-unit'),
    year: maybe(fc.integer({ min: 60, max: 600 })),
  })
  .map(({ minutes, most, per, year }) =>
    guidelineOf(
      ['fee.kind', { fee: 'errand', forms: ['visit'] }],
      ['fee.kind', { fee: 'meeting', forms: ['study-day'] }],
      ['fee.conditions', { requires: ['fee-form'] }],
      ...(minutes === undefined ? [] : [['fee.cap-hours', { minutes, meaning: 'cap' }] as const]),
      ...(most === undefined ? [] : [['fee.cap-visits', { most, per }] as const]),
      ...(year === undefined ? [] : [['fee.year-hours', { minutes: year, forms: ['study-day'] }] as const]),
    ),
  )

const aVisit = fc.record({
  day: fc.integer({ min: 1, max: 3 }),
  hour: fc.integer({ min: 8, max: 18 }),
  length: fc.integer({ min: 10, max: 300 }),
  unit: fc.constantFrom('granen', 'tallen'),
  persons: fc.subarray(names, { minLength: 1 }),
  form: fc.constantFrom('visit' as const, 'visit' as const, 'study-day' as const),
  confirmed: fc.subarray(names),
  travel: maybe(fc.integer({ min: 5, max: 120 })),
})
const clock = (time: number) =>
  `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`
/** Visits on three days, of which some are confirmed at first. */
export const someVisits = fc.array(aVisit, { minLength: 2, maxLength: 9 })
/** Other paid time on the same days. */
export const someOther = fc.array(
  fc.record({
    person: fc.constantFrom(...names),
    day: fc.integer({ min: 1, max: 3 }),
    meeting: fc.boolean(),
    amount: kronor(1, 400),
  }),
  { maxLength: 2 },
)

type Drawn = {
  readonly visits: readonly (typeof aVisit extends fc.Arbitrary<infer T> ? T : never)[]
  readonly other: readonly (typeof someOther extends fc.Arbitrary<readonly (infer T)[]> ? T : never)[]
}
/** What has gone to payroll, by visit and person. */
export type Out = ReadonlyMap<string, number>

/** The programme; with `all` everybody has confirmed, otherwise those whom the drawing says. */
export function programmeOf({ visits, other }: Drawn, all: boolean, out: Out): Written {
  return {
    visits: visits.map((it, at) =>
      visitOn(
        `v${at}`,
        `04-0${it.day} ${clock(it.hour * 60)}–${clock(Math.min(1439, it.hour * 60 + it.length))}`,
        it.persons,
        {
          units: [it.unit],
          form: it.form,
        },
      ),
    ),
    claims: visits.flatMap((it, at) =>
      it.persons.map((person) => {
        const exported = out.get(`v${at} ${person}`)
        return {
          id: `c${at}-${person}`,
          visit: `v${at}`,
          person,
          ...(it.travel === undefined ? {} : { travelMinutes: it.travel }),
          ...(all || it.confirmed.includes(person) ? { confirmed: '2026-05-01' } : {}),
          ...(exported === undefined ? {} : { exported: { on: '2026-06-01', amount: exported } }),
        }
      }),
    ),
    otherPaid: other.map(({ person, day, meeting, amount }) => ({
      person,
      day: `2026-04-0${day}`,
      start: '06:00',
      end: '07:00',
      kind: meeting ? 'meeting' : 'errand',
      amount,
    })),
  }
}

function shareOf(percent: number) {
  return { percent, rounding: { to: 'ore' as const, by: 'up' as const } }
}

function withoutUndefined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
