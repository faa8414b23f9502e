import type { Day } from '../../kernel/date.ts'
import type { Timeline } from '../compile.ts'
import type { Facts } from '../facts.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { FindingValues } from '../finding.ts'
import type { Claim } from '../programme.ts'
import type { CompiledRule } from '../rules/kind.ts'
import type { Caps, Chain, Share } from './caps.ts'
import type { DutyInput } from './deadlines.ts'
import type { OtherPaidIndex } from './other-paid.ts'
import type { Payee } from './payee.ts'
import type { Rated } from './periods.ts'
import type { Event, FeePlan } from './plan.ts'
import type { Draft } from './reasons.ts'

export type FeeInput = {
  readonly facts: Facts
  readonly timeline: Timeline
  readonly feeRules: readonly FeeRules[]
  readonly today: Day
}

/** What a line is worked out with; `place` is the number of the visit among those made in the year. */
export type FeeSetting = {
  readonly facts: Facts
  readonly plan: FeePlan
  readonly payee: Payee
  readonly event: Event
  /** The one fee rules that pay the kind on the day; none where they are missing or several. */
  readonly rated: Rated | undefined
  readonly otherPaid: OtherPaidIndex
  readonly caps: Caps
  readonly place: number
  readonly claim: Claim | undefined
  readonly exported: boolean
  readonly today: Day
  /** What the fee rules ask of claims before they are paid; absent where they ask nothing. */
  readonly duties: DutyInput | undefined
}

/** What a line takes of a cap once it is payable, or once it has gone out. */
export type Taking = Omit<Share, 'visit' | 'person' | 'used' | 'standing' | 'exported'> & {
  readonly key: string
  /** What it would take were there no cap. */
  readonly wanted: number
  readonly used: number
  readonly of: 'minutes' | 'ore'
}

/** Places under caps in number: where there is room, and where there is none. */
export type Seat = {
  readonly rule: CompiledRule<object>
  readonly most: number
  readonly keys: readonly string[]
  readonly open: readonly string[]
}

/** A fee line while its reasons are gathered, with what it takes of the caps. */
export type FeeDraft = Draft & {
  takings: readonly Taking[]
  seats: readonly Seat[]
  /** Why the time gives nothing by itself; it counts in its day all the same where events are counted as one. */
  empty: { readonly rule: CompiledRule; readonly code: string; readonly values: FindingValues } | undefined
  /** What the event makes of those of its day that are counted as one. */
  chain: { readonly key: string; readonly time: number; readonly grown: Chain } | undefined
  /** The time before the guideline's hours for a visit cut it. */
  countedMinutes: number
}
