import type { Minutes } from '../../kernel/clock-time.ts'
import { ore } from '../../kernel/money.ts'
import type { VisitFacts } from '../facts.ts'
import { groupBy } from '../indexing.ts'
import type { FeeLine, FeeOutcome, Finding, FindingValues, Missing } from '../finding.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { type Caps, tried } from './caps.ts'
import { capKey, type Expected, noOther, type OtherPaidIndex } from './other-paid.ts'
import type { Payee } from './payee.ts'
import type { Combination, FeePeriod } from './periods.ts'
import type { Event, FeePlan } from './plan.ts'

/** One person at one visit, with what holds for it. */
export type Entry = {
  readonly visit: VisitFacts
  readonly person: string
  readonly payee: Payee
  readonly attended: Minutes
  readonly place: number
  readonly plan: FeePlan
  readonly period: FeePeriod
  readonly event: Event | undefined
  readonly elsewhere?: undefined
}

/** Time of a person that is expected to be paid elsewhere: it takes part in its day as a line of its amount. */
export type Elsewhere = { readonly elsewhere: Expected; readonly person: string; readonly period: FeePeriod }

/** What the day's other kinds of fee do to a line. */
export type Verdict = {
  readonly outcome: FeeOutcome
  readonly rule: CompiledRule
  readonly code: string
  readonly values: FindingValues
  readonly missing?: readonly Missing[]
}

/** What takes part in a person's day: a visit, or time elsewhere. */
type DayEntry = Entry | Elsewhere
/** Works out a line, and uses its part of the caps. */
type Working = {
  readonly line: (entry: Entry, verdict: Verdict | undefined) => FeeLine
  readonly use: (expected: Elsewhere) => void
}
type Counted = Pick<FeeLine, 'outcome' | 'amount' | 'expected'> & { readonly line?: FeeLine }
type Verdicts = ReadonlyMap<DayEntry, Verdict>
type Lines = ReadonlyMap<DayEntry, Counted>
type Alone = Map<DayEntry, FeeLine['alone']>

/**
 * Returns the lines of one day. Where a person has kinds of fee on it that do not go together, each kind is first worked
 * out as if it stood alone, and the one that the fee rules keep is then paid.
 */
export function linesOfDay(
  entries: readonly DayEntry[],
  otherPaid: OtherPaidIndex,
  caps: Caps,
  working: Working,
): readonly FeeLine[] {
  const lines = (verdicts: Verdicts): Lines =>
    new Map(entries.map((entry) => [entry, counted(working, entry, verdicts.get(entry))]))
  const verdicts = new Map<DayEntry, Verdict>()
  const alone: Alone = new Map()
  const open = new Set(meetings(entries, otherPaid))
  // What one loses may give another room, so the day is tried again until nobody has two kinds that do not go together.
  for (let tries = open.size * 3; open.size > 0 && tries > 0; tries--) {
    const now = tried(caps, () => lines(verdicts))
    const meeting = [...open].find((it) => areBothPaid(it, now, otherPaid))
    if (meeting === undefined) break
    const found = settled(meeting, { verdicts, alone }, otherPaid, (set) => tried(caps, () => lines(set)))
    if (found.length === 0) open.delete(meeting)
    for (const [entry, verdict] of found) verdicts.set(entry, verdict)
  }
  return [...lines(verdicts)].flatMap(([entry, { line }]) => {
    if (line === undefined) return []
    const by = alone.get(entry)
    return by === undefined || !verdicts.has(entry) ? [line] : [{ ...line, alone: by }]
  })
}

/** Time elsewhere gives its amount, unless another kind is kept. */
function counted({ line, use }: Working, entry: DayEntry, verdict: Verdict | undefined): Counted {
  if (entry.elsewhere === undefined) {
    const made = line(entry, verdict)
    return { outcome: made.outcome, amount: made.amount, expected: made.expected, line: made }
  }
  if (verdict !== undefined) return { outcome: verdict.outcome, amount: ore(0) }
  use(entry)
  return { outcome: 'payable', amount: entry.elsewhere.amount }
}

/** What is decided between the kinds of a meeting. A kind that has lost once that day has lost. */
function settled(
  { rule, kinds, paid, own }: Meeting,
  { verdicts, alone }: { readonly verdicts: Verdicts; readonly alone: Alone },
  otherPaid: OtherPaidIndex,
  linesBy: (verdicts: Verdicts) => Lines,
): readonly (readonly [DayEntry, Verdict])[] {
  const standing = kinds.map((kind) => {
    const others = own.filter((it) => kindOf(it) !== kind)
    const refused: Verdict = { outcome: 'not-payable', rule, code: '', values: {} }
    const lines = linesBy(new Map([...verdicts, ...others.map((it) => [it, refused] as const)]))
    for (const entry of own) {
      const line = lines.get(entry)?.line
      if (kindOf(entry) === kind && !alone.has(entry) && line?.outcome === 'payable')
        alone.set(entry, { amount: line.amount, minutes: line.capMinutes ?? line.paid })
    }
    return standingOf(kind, own, lines, otherPaid)
  })
  return verdictsOf(rule, paid, standing)
}

/** Whether a kind would be paid although another has been, or would be too. */
function areBothPaid({ kinds, own }: Meeting, lines: Lines, otherPaid: OtherPaidIndex): boolean {
  const isPaid = (kind: string) =>
    own.some((it) => kindOf(it) === kind && lines.get(it)?.outcome === 'payable' && lines.get(it)?.amount !== 0)
  const standing = kinds.filter((kind) => isPaid(kind) || standingOf(kind, own, lines, otherPaid).out)
  return standing.length > 1 && standing.some(isPaid)
}

/** Kinds of fee of one person on the day that a combination sets against each other. */
type Meeting = Pick<Combination, 'rule' | 'paid'> & {
  readonly kinds: readonly string[]
  readonly own: readonly DayEntry[]
}

function meetings(entries: readonly DayEntry[], otherPaid: OtherPaidIndex): readonly Meeting[] {
  const byPerson = groupBy(entries, (it) => it.person)
  return [...byPerson].flatMap(([person, own]) => {
    const [first] = own
    if (first === undefined) return []
    return first.period.combinations.flatMap(({ rule, paid, kinds: named }): readonly Meeting[] => {
      const kinds = named.filter(
        (kind) => own.some((it) => kindOf(it) === kind) || otherPaid.has(capKey('day', dayOf(first), person, kind)),
      )
      const concerned = own.filter((it) => kinds.includes(kindOf(it) ?? ''))
      return kinds.length < 2 || concerned.length === 0 ? [] : [{ rule, paid, kinds, own: concerned }]
    })
  })
}

function kindOf(entry: DayEntry): string | undefined {
  return entry.elsewhere === undefined ? entry.event?.rule.values.fee : entry.elsewhere.kind
}

function dayOf(entry: DayEntry): number {
  return (entry.elsewhere ?? entry.visit).day
}

function startOf(entry: DayEntry): number {
  return (entry.elsewhere ?? entry.visit.visit).start
}

/** A kind of fee as it would be paid alone that day. */
type Standing = {
  readonly kind: string
  readonly amount: number
  readonly start: number
  readonly entries: readonly DayEntry[]
  /** Some of it has been paid already, by other paid time or by what has gone to payroll. */
  readonly out: boolean
}

function standingOf(kind: string, own: readonly DayEntry[], lines: Lines, otherPaid: OtherPaidIndex): Standing {
  const mine = own.filter((it) => kindOf(it) === kind)
  const [first] = own
  const other =
    first === undefined ? noOther : (otherPaid.get(capKey('day', dayOf(first), first.person, kind)) ?? noOther)
  const paid = mine.flatMap((entry) => {
    const line = lines.get(entry)
    // What has been reversed has gone out as nothing, and stands in nobody's way.
    const out = line?.line?.reasons.some(hasGoneOut) === true
    return line === undefined || (line.outcome !== 'payable' && !out) ? [] : [{ entry, line, out }]
  })
  return {
    kind,
    amount: other.ore + paid.reduce((sum, { line }) => sum + (line.expected ?? line.amount), 0),
    start: Math.min(other.start, ...paid.map(({ entry }) => startOf(entry))),
    entries: mine,
    out: other.count > 0 || paid.some(({ out }) => out),
  }
}

function hasGoneOut({ code, values }: Finding): boolean {
  return (code === 'exported' || code === 'exported-differs') && values.exportedOre !== 0
}

function verdictsOf(
  rule: CompiledRule,
  paid: Combination['paid'],
  standings: readonly Standing[],
): readonly (readonly [DayEntry, Verdict])[] {
  const rivals = standings.filter((it) => it.amount > 0 || it.out)
  const order = (a: Standing, b: Standing) =>
    (paid === 'higher' ? b.amount - a.amount : 0) || a.start - b.start || (a.kind < b.kind ? -1 : 1)
  const [kept, ...rest] = [...rivals].sort(order)
  if (kept === undefined || rest.length === 0) return []
  const values = { kinds: rivals.map((it) => it.kind), kept: kept.kind }
  if (paid === 'silent')
    return rivals.flatMap(({ entries }) =>
      entries.map((entry) => [
        entry,
        { outcome: 'cannot-tell', rule, code: 'kinds-silent', values, missing: [{ what: 'fee-rules' }] } as const,
      ]),
    )
  const lost = rest.flatMap(({ entries }) =>
    entries.map((entry) => [entry, { outcome: 'not-payable', rule, code: `kept-${paid}`, values } as const] as const),
  )
  // What has been paid of the other kinds stands, so the one to keep waits for somebody to set them right.
  if (!rest.some((it) => it.out)) return lost
  return [
    ...lost,
    ...kept.entries.map(
      (entry) => [entry, { outcome: 'needs-decision', rule, code: 'other-kind-out', values } as const] as const,
    ),
  ]
}
