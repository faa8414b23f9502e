import fc from 'fast-check'
import { isoTimeOfDay, minutes } from '../../kernel/clock-time.ts'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import type { FeeRules } from '../fee-rules.ts'
import { elsewhereOf } from '../fees/other-paid.ts'
import type { FeeLine } from '../finding.ts'
import type { Guideline } from '../guideline.ts'
import type { Visit } from '../programme.ts'
import { aProgramme } from './cast.ts'
import { town, visitOn } from './fee-cast.ts'

type Written = Parameters<typeof aProgramme>[0]
type Entry = NonNullable<Written['otherPaid']>[number]
export type WrittenVisit = ReturnType<typeof visitOn>
export type Rules = { readonly feeRules: FeeRules; readonly guideline: Guideline }

/** Returns the fee lines of one committee's visits, given what others are expected to give. */
export function linesOf({ feeRules, guideline }: Rules, visits: readonly WrittenVisit[], otherPaid: readonly Entry[]) {
  return evaluate({
    guidelines: [guideline],
    interpretations: [],
    feeRules: [feeRules],
    programme: aProgramme({ ...town, visits: [...visits], otherPaid: [...otherPaid] }),
    today: dayFromIso('2026-12-31'),
  }).feeLines
}

/** Several committees, each with what it has told the others. */
export type Committees = Map<number, { visits: readonly WrittenVisit[]; told: readonly Entry[] }>

/**
 * Evaluates each committee with what the others have told, until nobody has anything new to tell. Returns all their lines in
 * order of visit. Throws where it does not end.
 */
export function settled(rules: Rules, committees: Committees, paid: readonly Entry[] = []): readonly FeeLine[] {
  for (let rounds = 0; rounds < 60; rounds++) {
    let changed = false
    const lines: FeeLine[] = []
    for (const [at, committee] of committees) {
      const others = [...committees].flatMap(([other, { told }]) => (other === at ? [] : told))
      const own = linesOf(rules, committee.visits, [...paid, ...others])
      const told = own.flatMap((line) => toldOf(line, committee.visits))
      changed ||= JSON.stringify(told) !== JSON.stringify(committee.told)
      committee.told = told
      lines.push(...own)
    }
    if (!changed) return lines.sort((a, b) => (`${a.visit} ${a.person}` < `${b.visit} ${b.person}` ? -1 : 1))
  }
  throw new Error('the committees never agree')
}

function toldOf(line: FeeLine, visits: readonly Pick<Visit, 'id'>[]): readonly Entry[] {
  const told = elsewhereOf(line)
  const visit = visits.find((it) => it.id === line.visit) as WrittenVisit | undefined
  if (told === undefined || line.feeKind === undefined || visit === undefined) return []
  return [
    {
      person: line.person,
      day: isoFromDay(line.day),
      start: visit.start,
      end: visit.end,
      kind: line.feeKind,
      amount: told.amount,
      minutes: told.minutes,
      state: 'expected',
      id: line.visit,
    },
  ]
}

/** Returns `visit person outcome öre` of each line. */
export function said(lines: readonly FeeLine[]): readonly string[] {
  return lines.map((it) => `${it.visit} ${it.person} ${it.outcome} ${it.amount}`)
}

const persons = ['ada', 'bo']

/** Visits on three days in three committees; where two begin at the same time their ids decide. */
export const somewhere = fc
  .array(
    fc.record({
      committee: fc.integer({ min: 0, max: 2 }),
      day: fc.integer({ min: 1, max: 3 }),
      hour: fc.integer({ min: 8, max: 18 }),
      length: fc.integer({ min: 10, max: 300 }),
      persons: fc.subarray(persons, { minLength: 1 }),
      form: fc.constantFrom('visit' as const, 'study-day' as const),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((drawn) =>
    drawn.map((it, at) => ({
      committee: it.committee,
      visit: visitOn(
        `v${(at * 7) % 10}`,
        `04-0${it.day} ${clock(it.hour * 60)}–${clock(Math.min(1439, it.hour * 60 + it.length))}`,
        it.persons,
        { form: it.form },
      ),
    })),
  )

function clock(time: number): string {
  return isoTimeOfDay(minutes(time))
}
