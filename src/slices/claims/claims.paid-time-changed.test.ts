import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MovableClock } from '../../platform/clock.ts'
import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { type Cast, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { saveFeeRules } from '../guidelines/index.ts'
import { feeRulesVersion } from '../guidelines/guidelines.tables.ts'
import { inTwoCommittees } from './a-person-in-two-committees.ts'

let database: Database
let clock: MovableClock

beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

const { aTown, heldVisits, drained, confirmed, goesOut, exported, told, attends, differing, correct, leave } =
  inTwoCommittees(() => ({ database, clock }))

const day = '2026-05-04'

/** The municipality decides other rates, from a day that has been. */
async function rates(cast: Cast, from: string, to: string): Promise<void> {
  const [rules] = await database.read(cast, (tx) => tx.select().from(feeRulesVersion))
  const source = rules?.source.replace(from, to) ?? ''
  expect(source).not.toBe(rules?.source)
  await database.transaction(cast, (tx) => tx.execute(sql`delete from fee_rules_version`))
  await must(execute({ database, clock }, cast.system(), saveFeeRules, { name: rules?.key ?? '', source }))
}

describe('rates that are decided backwards in time', () => {
  test.each([
    ['lowered', '8650', '43350', '26650'],
    ['raised', '25000', '59700', '10300'],
  ])('%s for an expected fee in one committee, they reach the cap in the other', async (_how, perHour, early, late) => {
    const { first, second } = await aTown()
    const [one] = await heldVisits(first, [{ day, from: 8 }])
    await confirmed(first, one)
    const [other] = await heldVisits(second, [{ day, from: 13 }])
    await confirmed(second, other)
    expect(await told(first)).toEqual([`${day} 8 52000`, `${day} 13 18000`])
    await rates(first, 'perHour: 17300', `perHour: ${perHour}`)
    await drained()
    // Nobody takes a step in the first committee.
    await goesOut(second, other)
    expect(await told(first)).toEqual([`${day} 8 ${early}`, `${day} 13 ${late} out`])
    expect(await differing(second)).toEqual([])
  })

  test('what has gone out in one committee stands, and is a difference there', async () => {
    const { first, second } = await aTown()
    const [one] = await heldVisits(first, [{ day, from: 8 }])
    await exported(first, one)
    const [other] = await heldVisits(second, [{ day, from: 13 }])
    await confirmed(second, other)
    await rates(first, 'perHour: 17300', 'perHour: 8650')
    await drained()
    expect(await told(first)).toEqual([`${day} 8 52000 out`, `${day} 13 18000`])
    expect(await differing(first)).toEqual(['52000 43350 open'])
    await must(correct(first))
    await drained()
    expect(await told(first)).toEqual([`${day} 8 43350 out`, `${day} 13 26650`])
  })
})

/** Half a day is 350 kr; more than two hours are a full day, 700 kr, of which a day gives one. */
const fullDays: readonly [string, string] = [
  'form: first-hour-then-half-hours\n      firstHour: 34700\n      perHour: 17300\n',
  'form: half-full-day\n      halfDay: 35000\n      fullDay: 70000\n      boundaryMinutes: 120\n      atBoundary: half\n',
]

/** Hours in each committee, from 8 and from 13 o'clock; none where Anna was not there. */
type Hours = readonly [number | undefined, number | undefined]
type Example = {
  readonly what: string
  readonly rules?: readonly [string, string]
  readonly exported: Hours
  readonly really: Hours
  readonly out: readonly [number, number]
  /** What each is once all is decided, whichever was decided first; without it the day's 700 kr, shared by the order. */
  readonly gives?: readonly [number, number]
}

const examples: readonly Example[] = [
  { what: 'both longer', exported: [1, 1], really: [2, 2], out: [34700, 34700] },
  {
    what: 'gone in one, longer in the other',
    exported: [1, 1],
    really: [undefined, 2],
    out: [34700, 34700],
    gives: [0, 52000],
  },
  {
    what: 'longer in one, gone in the other',
    exported: [1, 1],
    really: [2, undefined],
    out: [34700, 34700],
    gives: [52000, 0],
  },
  {
    what: 'shorter in one, which the other has use for',
    exported: [2, 2],
    really: [1, 2],
    out: [52000, 18000],
    gives: [34700, 35300],
  },
  { what: 'both shorter', exported: [2, 2], really: [1, 1], out: [52000, 18000], gives: [34700, 34700] },
  {
    what: 'longer in the one that has most',
    exported: [2, 2],
    really: [3, 1],
    out: [52000, 18000],
    gives: [52000, 18000],
  },
  { what: 'gone in both', exported: [2, 2], really: [undefined, undefined], out: [52000, 18000], gives: [0, 0] },
  {
    what: 'two half days that were full',
    rules: fullDays,
    exported: [2, 2],
    really: [3, 3],
    out: [35000, 35000],
    gives: [35000, 35000],
  },
  {
    what: 'a half day gone, the other full',
    rules: fullDays,
    exported: [2, 2],
    really: [undefined, 3],
    out: [35000, 35000],
    gives: [0, 70000],
  },
  {
    what: 'a full day, the other gone',
    rules: fullDays,
    exported: [2, 2],
    really: [3, undefined],
    out: [35000, 35000],
    gives: [70000, 0],
  },
]

describe('differences in two committees at once, under one cap of 700 kr a day', () => {
  describe.each(examples)('$what', ({ rules, exported: hours, really, out, gives }) => {
    test.each(['the first', 'the second', 'both at once'])('%s decided first', async (who) => {
      const { first, second } = await aTown(...(rules === undefined ? [] : [rules]))
      const [one, other] = [await goneOut(first, 8, hours[0]), await goneOut(second, 13, hours[1])]
      expect(await amounts(first)).toEqual(out)
      await attends(first, one, really[0] === undefined ? undefined : { from: 8, hours: really[0] })
      await attends(second, other, really[1] === undefined ? undefined : { from: 13, hours: really[1] })
      if (who === 'both at once') await Promise.allSettled([first, second].map(decided))
      // Nothing is followed in between: each difference is judged as it is decided.
      for (const cast of who === 'the second' ? [second, first] : [first, second]) await decided(cast)
      await drained()
      // What is given up in one committee is seen in the other when its own correction has left.
      for (let rounds = 0; rounds < 2; rounds += 1)
        for (const cast of [first, second]) {
          await leave(cast)
          await decided(cast)
        }
      const now = await amounts(first)
      if (gives === undefined) expect(sumOf(now)).toBe(70000)
      else expect(now).toEqual(gives)
      expect([await differing(first), await differing(second)]).toEqual([[], []])
    })
  })

  /** Anna's visit in the committee, gone to payroll where it gives anything. */
  async function goneOut(cast: Cast, from: number, hours = 2): Promise<string | undefined> {
    const [visitId] = await heldVisits(cast, [{ day, from, hours }])
    await exported(cast, visitId)
    return visitId
  }

  /** The chair decides what is open, and the cap holds whatever it was. */
  async function decided(cast: Cast): Promise<void> {
    if ((await differing(cast)).some((it) => it.endsWith('open'))) await correct(cast)
    expect(sumOf(await amounts(cast))).toBeLessThanOrEqual(70000)
  }

  /** What has gone out in each committee, or is decided to. */
  async function amounts(cast: Cast): Promise<readonly number[]> {
    const rows = (await told(cast)).filter((it) => it.endsWith('out')).map((it) => it.split(' '))
    return ['8', '13'].map((from) => Number(rows.find(([, at]) => at === from)?.[2] ?? 0))
  }

  const sumOf = (all: readonly number[]) => all.reduce((sum, it) => sum + it, 0)
})
