import type { Day } from '../kernel/date.ts'
import type { Minutes } from '../kernel/clock-time.ts'
import type { Ore } from '../kernel/money.ts'

export const forces = ['must', 'should', 'may'] as const
export type Force = (typeof forces)[number]

export const bearers = ['politician', 'manager', 'committee', 'administration', 'chair', 'group'] as const
export type Bearer = (typeof bearers)[number]

/**
 * - `satisfied`: the rule is met
 * - `breached`: a must is broken
 * - `deviates`: a should is not followed
 * - `needs-decision`: somebody named must decide first
 * - `due`: something is to be done, and there is still time
 * - `cannot-tell`: facts or answers are missing; `missing` names them
 */
export const outcomes = ['satisfied', 'breached', 'deviates', 'needs-decision', 'due', 'cannot-tell'] as const
export type Outcome = (typeof outcomes)[number]

export type SubjectType =
  | 'visit'
  | 'person'
  | 'unit'
  | 'area'
  | 'locality'
  | 'service'
  | 'group'
  | 'report'
  | 'claim'
  | 'appointment'
  | 'committee'
  | 'guideline'
export type Subject = { readonly type: SubjectType; readonly id: string }

/** A value used in a finding: plain data, so that a sentence can be made in any language. Days are `Day` numbers under keys ending in `Day` or `On`. */
export type FindingValue = string | number | boolean | readonly string[] | undefined
export type FindingValues = Readonly<Record<string, FindingValue>>

/** What is missing: an answer that the committee owes (`answer`, by rule and parameter), or a fact. */
export type Missing =
  | { readonly what: 'answer'; readonly rule: string; readonly parameter: string }
  | { readonly what: 'fact'; readonly fact: string }
  | { readonly what: 'guideline' | 'fee-rules' }

/** One reason: rule, clause and the values that were used. */
export type Finding = {
  /** The rule's id in its guideline, for example `HED-03`; `in-force` when no guideline holds. */
  readonly rule: string
  /** The guideline (or fee rules) the rule stands in, by file id. */
  readonly source: string
  /** The kind of rule, for example `appointment.composition`. */
  readonly kind: string
  readonly clause: string
  readonly force: Force
  readonly bearer: Bearer
  readonly outcome: Outcome
  /** Which sentence says it; stable within the kind. */
  readonly code: string
  readonly subject: Subject
  /** Other things the finding is about, so that a page can show it there too. */
  readonly related?: readonly Subject[] | undefined
  readonly day?: Day | undefined
  readonly values: FindingValues
  readonly missing?: readonly Missing[] | undefined
  /** Local interpretations that were used, by id. */
  readonly interpretations?: readonly string[] | undefined
}

/** One part of a fee: quantity × rate = amount, with the finding-like reason beside it. */
export type FeePart = {
  /** `first-hour`, `hours`, `half-day`, `full-day`, `flat`. */
  readonly kind: string
  readonly minutes: Minutes
  /** How many units of the rate, as a numerator and denominator: 3 begun half-hours at an hourly rate is 3/2. */
  readonly quantity: { readonly numerator: number; readonly denominator: number }
  readonly rate: Ore
  readonly amount: Ore
  readonly source: string
  readonly clause: string
}

export type FeeOutcome = 'payable' | 'not-payable' | 'waiting' | 'needs-decision' | 'cannot-tell'

export const feeComponents = ['fee', 'lost-earnings', 'costs'] as const
/** What is paid for: the fee itself, lost earnings, or costs. Each has lines of its own. */
export type FeeComponent = (typeof feeComponents)[number]

/** What one person gets for one visit, and why. `amount` is the sum of the parts; 0 unless payable. */
export type FeeLine = {
  readonly visit: string
  readonly person: string
  readonly day: Day
  /** Absent in lines that were kept before there were components: they are all the fee. */
  readonly component?: FeeComponent
  readonly outcome: FeeOutcome
  /** The pay kind (`meeting`, `errand`), when it can be told. */
  readonly feeKind?: string | undefined
  readonly attended: Minutes
  readonly paid: Minutes
  readonly parts: readonly FeePart[]
  readonly amount: Ore
  /** What it would be once what is outstanding has come, or somebody has decided; absent when payable or not payable. */
  readonly expected?: Ore | undefined
  /** What of the paid time uses caps in hours, where that is not all: travel beyond them does not. */
  readonly capMinutes?: Minutes | undefined
  /** The minutes of an occasion that adds nothing to its day, where those of a day are counted as one; only then. */
  readonly dayMinutes?: Minutes | undefined
  /** What it would give were there no other kind of fee that day; only where such a one decided the outcome. */
  readonly alone?: { readonly amount: Ore; readonly minutes: Minutes } | undefined
  /** What the facts give today, where something else has gone to payroll: the line that a correction would write. */
  readonly computed?: ComputedLine | undefined
  /** Every reason for the outcome and for what was cut, never only the first. */
  readonly reasons: readonly Finding[]
}

/** A line as it would be had nothing gone out; without parts unless payable. */
export type ComputedLine = Pick<FeeLine, 'outcome' | 'paid' | 'parts'>

/** Whether the line is the fee itself, and neither lost earnings nor costs. */
export function isFee({ component = 'fee' }: Pick<FeeLine, 'component'>): boolean {
  return component === 'fee'
}

export type Evaluation = { readonly findings: readonly Finding[]; readonly feeLines: readonly FeeLine[] }
