import type { FeeLine, FeeOutcome, Finding } from '../../engine/finding.ts'
import { minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { type Ore, ore, sumOre } from '../../kernel/money.ts'
import { totalOf } from './claims.rules.ts'

/** All lines of a claim: the fee, and lost earnings and costs. The fee's is absent for one who did not attend. */
export type ClaimLines = { readonly line: FeeLine | undefined; readonly others: readonly FeeLine[] }

/** One kind of pay in a claim that has gone out: what left, and what the facts give today. */
export type LineDifference = {
  readonly component: NonNullable<FeeLine['component']>
  readonly feeKind: string
  readonly before: Ore
  readonly now: Ore
  readonly outcome: FeeOutcome
  readonly reasons: readonly Finding[]
}

export type ClaimDifference = {
  /** Every kind of pay, those that are the same too; empty never. */
  readonly lines: readonly LineDifference[]
  readonly from: Ore
  readonly to: Ore
  /** Something must come or be decided before the amount of today can be told: until then nothing is corrected. */
  readonly open: boolean
  /** What a correction writes. Kinds that fall away stay, with nothing: what has gone out keeps its line. */
  readonly written: { readonly line: FeeLine; readonly others: readonly FeeLine[] }
}

/**
 * Returns the line as the facts give it today, for one that has gone out as something else; otherwise the line itself.
 */
export function lineToday(line: FeeLine): FeeLine {
  if (line.computed === undefined) return line
  const { expected: _, computed, reasons, ...rest } = line
  return {
    ...rest,
    ...computed,
    amount: sumOre(computed.parts.map(({ amount }) => amount)),
    reasons: reasons.filter(({ code }) => code !== 'exported-differs'),
  }
}

/**
 * Returns how a claim that has gone to payroll differs from what the facts give today, or undefined when it does not. `absent`
 * is the fee line of somebody who by now did not attend: nothing.
 */
export function differenceOf(
  goneOut: { readonly line: FeeLine; readonly others: readonly FeeLine[] },
  today: ClaimLines,
  absent: FeeLine,
): ClaimDifference | undefined {
  const line = today.line === undefined ? absent : lineToday(today.line)
  const others = today.others.map(lineToday)
  const then = [goneOut.line, ...goneOut.others]
  const now = [line, ...others]
  const [paid, paidNow] = [amountsByKind(then), amountsByKind(now)]
  const kinds = [...new Set([...paid.keys(), ...paidNow.keys()])]
  if (kinds.every((kind) => (paid.get(kind) ?? 0) === (paidNow.get(kind) ?? 0))) return undefined
  const fallen = goneOut.others
    .filter((it) => !others.some((other) => keyOf(other) === keyOf(it)))
    .map((it): FeeLine => nothingOf(it))
  const given = kinds.filter((kind) => (paid.get(kind) ?? 0) !== 0 || (paidNow.get(kind) ?? 0) !== 0)
  const lines = given.map((kind): LineDifference => {
    const about = [...now, ...then].find((it) => keyOf(it) === kind) ?? line
    const { component = 'fee', feeKind = '' } = about
    // A fee that is of another kind today, or of none, is so for the reasons of today's fee.
    const counted = now.find((it) => keyOf(it) === kind) ?? (component === 'fee' ? line : undefined)
    return {
      component,
      feeKind,
      before: paid.get(kind) ?? ore(0),
      now: paidNow.get(kind) ?? ore(0),
      outcome: counted?.outcome ?? 'not-payable',
      reasons: counted?.reasons ?? [],
    }
  })
  return {
    lines,
    from: sumOre(then.map(({ amount }) => amount)),
    to: totalOf(line, others),
    open: now.some(({ outcome }) => outcome !== 'payable' && outcome !== 'not-payable'),
    written: { line, others: [...others, ...fallen] },
  }
}

/** Returns what the facts give, in öre by kind, without what gives nothing: by this a let-stand is known again. */
export function amountsToday({ lines }: ClaimDifference): Readonly<Record<string, number>> {
  const paid = lines.filter(({ now }) => now !== 0).map((it) => [keyOf(it), it.now] as const)
  return Object.fromEntries(paid.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Returns the same as one word, which a form carries: a decision is about what was seen. */
export function seenAmounts(difference: ClaimDifference): string {
  return Object.entries(amountsToday(difference))
    .map(([kind, amount]) => `${kind}=${amount}`)
    .join(',')
}

/** Whether the difference has been let stand: somebody decided so, and the facts still give what they gave then. */
export function isLetStand(
  difference: ClaimDifference,
  letStandAt: Readonly<Record<string, number>> | undefined,
): boolean {
  if (letStandAt === undefined) return false
  const [now, then] = [amountsToday(difference), letStandAt]
  const kinds = new Set([...Object.keys(now), ...Object.keys(then)])
  return [...kinds].every((kind) => (now[kind] ?? 0) === (then[kind] ?? 0))
}

/** Returns which step a correction is: nothing remains of the claim, or something does. */
export function correctionStep({ to }: Pick<ClaimDifference, 'to'>): 'corrected' | 'reversed' {
  return to === 0 ? 'reversed' : 'corrected'
}

/** Reasons of the engine that a cap, which the visits of a day or a year share, leaves no more for a line. */
const capCodes: ReadonlySet<string> = new Set([
  ...['cap-reached', 'beyond-to-decide', 'beyond-refused', 'placement-used', 'placement-cut', 'year-hours-used'],
  ...['year-hours-cut', 'day-count-reached', 'day-time-used', 'day-time-cut', 'day-amount-used', 'day-amount-cut'],
  ...[
    'year-time-used',
    'year-time-cut',
    'year-amount-used',
    'year-amount-cut',
    'cut-to-day',
    'kept-higher',
    'kept-first',
  ],
])

/**
 * Whether what has gone out for a claim takes up more of a cap than the facts of today give it. Until that is taken back nothing
 * else under the cap is corrected upwards.
 */
export function holdsCap({ lines }: Pick<ClaimDifference, 'lines'>): boolean {
  return lines.some(({ before, now, reasons }) => now < before && reasons.some(({ code }) => capCodes.has(code)))
}

/** Returns the fee line as it is today for time that has been paid as something else: nothing, and under no cap. */
export function unpaidToday(line: FeeLine): FeeLine {
  const { expected: _, computed: __, reasons, ...rest } = line
  const own = reasons.filter(({ code }) => !capCodes.has(code) && code !== 'exported' && code !== 'exported-differs')
  return { ...rest, outcome: 'not-payable', paid: minutes(0), parts: [], amount: ore(0), reasons: own }
}

/** Returns the fee line of somebody who by now did not attend: nothing, for no reason but that. */
export function absentLine({ visitId, personId, visitDay }: Absent): FeeLine {
  const nothing = { attended: minutes(0), paid: minutes(0), parts: [], amount: ore(0), reasons: [] }
  return { visit: visitId, person: personId, day: visitDay, component: 'fee', outcome: 'not-payable', ...nothing }
}

type Absent = { readonly visitId: string; readonly personId: string; readonly visitDay: Day }

function amountsByKind(lines: readonly FeeLine[]): ReadonlyMap<string, Ore> {
  const amounts = new Map<string, Ore>()
  for (const line of lines) {
    const key = keyOf(line)
    if (line.amount === 0 && amounts.has(key)) continue
    amounts.set(key, sumOre([amounts.get(key) ?? ore(0), line.amount]))
  }
  return amounts
}

function keyOf({ component = 'fee', feeKind = '' }: Pick<FeeLine, 'component' | 'feeKind'>): string {
  return `${component}:${feeKind}`
}

function nothingOf(line: FeeLine): FeeLine {
  return { ...line, outcome: 'not-payable', paid: minutes(0), parts: [], amount: ore(0), reasons: [] }
}
