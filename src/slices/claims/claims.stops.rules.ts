import type { FeeLine, Finding } from '../../engine/finding.ts'
import type { ClaimState, ClaimStep } from '../../kernel/claim-steps.ts'
import type { Day } from '../../kernel/date.ts'
import { type Advice, adviceFor } from './claims.stops-advice.rules.ts'
import { hasGoneOut } from './claims.rules.ts'

/** What the engine cannot see, since it looks at one line at a time: time paid twice, and a report that says another time. */
export type OwnCode =
  | 'same-occasion'
  | 'same-time'
  | 'overlap'
  | 'paid-elsewhere'
  | 'report-times'
  | 'report-without'
  | 'unreported'
  | 'adjoining'
  | 'journey-twice'
  | 'lost-time-twice'
  | 'receipt-twice'

/** A length of time on a day, in minutes from midnight; the end is not part of it. */
export type Span = { readonly day: Day; readonly start: number; readonly end: number }

/** A claim of the person with the time that it is for. */
export type ClaimTime = Span & {
  readonly id: string
  readonly state: ClaimState
  readonly unitIds: readonly string[]
  readonly unitNames: readonly string[]
  /** Some of it is paid, or may be once what is missing is there. */
  readonly mayBePaid: boolean
}

/** Paid time of the person that is no claim of this committee. */
export type PaidElsewhere = Span & {
  readonly id: string
  readonly body: string
  /** The claim of another committee; absent for a meeting that was entered from its minutes. */
  readonly claimId: string | undefined
  /** It has been paid, or gone to payroll. */
  readonly standing: boolean
}

/** What the report says of the person's time; without a time where it does not name the person. */
export type Reported = { readonly times: Span | undefined }

/** Where a rule stands. */
export type StopBasis = { readonly source: string; readonly clause: string }

/** Something that stands in the way of payment, or that is worth knowing before somebody approves. */
export type Stop = {
  readonly code: string
  /** Whether it keeps money from being paid; otherwise it is a finding beside. */
  readonly stops: boolean
  readonly advice: Advice
  readonly basis: StopBasis
} & (
  | { readonly by: 'engine'; readonly reason: Finding; readonly component: string }
  | {
      readonly by: 'claim'
      readonly code: OwnCode
      readonly at: Span
      /** What it is at odds with: another claim, a meeting, or the report. */
      readonly other?: Span & { readonly claimId?: string | undefined; readonly name: string }
    }
)

export type StopFacts = {
  readonly claim: ClaimTime
  readonly line: FeeLine | undefined
  readonly others: readonly FeeLine[]
  /** The person's other claims of the day in this committee. */
  readonly besides: readonly ClaimTime[]
  readonly elsewhere: readonly PaidElsewhere[]
  /** The final report of the visit; absent where there is none, or one that keeps no times. */
  readonly report: Reported | undefined
  readonly isReported: boolean
  /** The clause that makes the report a condition for the fee; absent where none does. */
  readonly condition: StopBasis | undefined
  /** The clause that asks for a report at all. */
  readonly reporting: StopBasis | undefined
}

/** Returns all that stands in the way of the claim, and what is found beside, each with what to do about it. */
export function stopsOf(facts: StopFacts): readonly Stop[] {
  const { claim, line, others } = facts
  if (claim.state === 'waived' || claim.state === 'refused') return []
  const isOut = hasGoneOut(claim.state)
  const engine = isOut ? [] : [line, ...others].flatMap((it) => (it === undefined ? [] : reasonsOf(it)))
  // Once it has gone out nothing is stopped any more: what is wrong is decided as a correction.
  const twice = twiceStops(facts).map(
    (it): Stop => (isOut && it.stops ? { ...it, advice: 'correct-what-went-out' } : it),
  )
  const own = [...twice, ...reportStops(facts)].map((it) => (isOut ? { ...it, stops: false } : it))
  return [...own, ...engine]
}

export type StopRefusal = 'claims.paid-twice' | 'claims.report-times'

/** Returns why the claim cannot take the step for what the engine does not see, or undefined. The rest is refused by its line. */
export function stopRefusal(step: ClaimStep, stops: readonly Stop[] = []): StopRefusal | undefined {
  if (step !== 'checked' && step !== 'approved' && step !== 'exported') return undefined
  const stop = stops.find((it) => it.by === 'claim' && it.stops)
  if (stop === undefined) return undefined
  return stop.code === 'report-times' || stop.code === 'report-without' ? 'claims.report-times' : 'claims.paid-twice'
}

/** Whether something that the engine does not see keeps the claim from payment. */
export function isStopped(stops: readonly Stop[] | undefined): boolean {
  return stopRefusal('exported', stops) !== undefined
}

/**
 * A reason that is outstanding stops; one that is settled stops the line that is not payable, and is a finding of one that is paid
 * all the same (a journey under the limit).
 */
function reasonsOf({ outcome, reasons, component = 'fee' }: FeeLine): readonly Stop[] {
  return reasons.flatMap((reason) => {
    const isOpen = reason.outcome !== 'satisfied' && outcome !== 'payable'
    const advice = adviceFor(reason) ?? (isOpen ? 'mend-fee-rules' : undefined)
    if (advice === undefined) return []
    const { kind, code, source, clause } = reason
    const stops = isOpen || outcome === 'not-payable'
    return [{ by: 'engine', code: `${kind} ${code}`, stops, advice, basis: { source, clause }, reason, component }]
  })
}

function twiceStops({ claim, line, besides, elsewhere }: StopFacts): readonly Stop[] {
  const basis = basisOf(line)
  if (!claim.mayBePaid) return []
  const others = besides
    .filter((it) => it.id !== claim.id && it.mayBePaid && it.state !== 'waived' && it.state !== 'refused')
    .filter((it) => overlaps(claim, it))
    .map((it): Stop => {
      const other = { day: it.day, start: it.start, end: it.end, claimId: it.id, name: it.unitNames.join(', ') }
      const code = twiceCode(claim, it)
      const stops = yields(claim, hasGoneOut(claim.state), it, hasGoneOut(it.state))
      const advice = code === 'overlap' ? 'move-or-refrain' : 'choose-one'
      return { by: 'claim', code, stops, advice, basis, at: spanOf(claim), other }
    })
  const meetings = elsewhere
    .filter((it) => overlaps(claim, it))
    .map((it): Stop => {
      // A meeting from minutes is no claim that could give way. Claims of two committees know each other by their ids.
      const stops =
        it.claimId === undefined || yields(claim, hasGoneOut(claim.state), { ...it, id: it.claimId }, it.standing)
      const other = { ...spanOf(it), name: it.body }
      return { by: 'claim', code: 'paid-elsewhere', stops, advice: 'move-or-refrain', basis, at: spanOf(claim), other }
    })
  // A pair of which the other gives way is the other's matter.
  return [...others, ...meetings].filter((it) => it.stops || hasGoneOut(claim.state))
}

/** Of two that overlap the one that begins later, then with the later id, gives way, unless it alone has gone out. */
function yields(
  one: Span & { readonly id: string },
  isOut: boolean,
  other: Span & { readonly id: string },
  otherIsOut: boolean,
): boolean {
  if (isOut !== otherIsOut) return otherIsOut
  return one.start === other.start ? one.id > other.id : one.start > other.start
}

function twiceCode(one: ClaimTime, other: ClaimTime): OwnCode {
  if (one.unitIds.some((id) => other.unitIds.includes(id))) return 'same-occasion'
  return one.start === other.start && one.end === other.end ? 'same-time' : 'overlap'
}

function overlaps(one: Span, other: Span): boolean {
  return one.day === other.day && one.start < other.end && other.start < one.end
}

/** Where the guideline makes the report a condition for payment its times must be those of the attendance; elsewhere it is noted. */
function reportStops({ claim, line, report, isReported, condition, reporting }: StopFacts): readonly Stop[] {
  const at = spanOf(claim)
  if (!isReported) {
    if (condition !== undefined || reporting === undefined || line?.outcome !== 'payable') return []
    return [{ by: 'claim', code: 'unreported', stops: false, advice: 'write-report', basis: reporting, at }]
  }
  if (report === undefined || !claim.mayBePaid) return []
  const said = report.times
  if (said !== undefined && said.day === at.day && said.start === at.start && said.end === at.end) return []
  const basis = condition ?? reporting ?? basisOf(line)
  const common = { by: 'claim', stops: condition !== undefined, advice: 'correct-times', basis, at } as const
  return said === undefined
    ? [{ ...common, code: 'report-without' }]
    : [{ ...common, code: 'report-times', other: { ...said, name: '' } }]
}

/** Where the fee itself stands: what is paid twice is paid by that clause. */
function basisOf(line: FeeLine | undefined): StopBasis {
  const found = line?.parts[0] ?? line?.reasons.find(({ kind }) => kind === 'fee.kind') ?? line?.reasons[0]
  return { source: found?.source ?? '', clause: found?.clause ?? '' }
}

function spanOf({ day, start, end }: Span): Span {
  return { day, start, end }
}
