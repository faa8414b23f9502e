import { type FeeLine, type FeeOutcome, isFee } from '../../engine/finding.ts'
import type { ClaimState, ClaimStep } from '../../kernel/claim-steps.ts'
import { isAllowed, type Permission, type Role } from '../../kernel/permissions.ts'
import { type Ore, sumOre } from '../../kernel/money.ts'

export const actors = ['claimant', 'checker', 'approver', 'exporter', 'system'] as const
export type Actor = (typeof actors)[number]

type Transition = { readonly step: ClaimStep; readonly by: Actor; readonly from: readonly ClaimState[] }

/** Every step a claim can take, from where and by whom. There are no others. */
export const transitions: readonly Transition[] = [
  { step: 'confirmed', by: 'claimant', from: ['made', 'returned'] },
  { step: 'checked', by: 'checker', from: ['made', 'confirmed'] },
  { step: 'approved', by: 'approver', from: ['checked'] },
  { step: 'exported', by: 'exporter', from: ['approved'] },
  { step: 'paid', by: 'exporter', from: ['exported'] },
  // What has gone to payroll is never changed: a difference is decided, and goes out as counter-rows or stands as it is.
  { step: 'corrected', by: 'approver', from: ['exported', 'paid', 'reversed'] },
  { step: 'reversed', by: 'approver', from: ['exported', 'paid'] },
  { step: 'let-stand', by: 'approver', from: ['exported', 'paid', 'reversed'] },
  { step: 'returned', by: 'checker', from: ['made', 'confirmed', 'checked', 'approved'] },
  { step: 'returned', by: 'approver', from: ['made', 'confirmed', 'checked', 'approved'] },
  { step: 'returned', by: 'system', from: ['confirmed', 'checked', 'approved'] },
  { step: 'waived', by: 'claimant', from: ['made', 'confirmed', 'returned'] },
  { step: 'waived', by: 'system', from: ['made', 'confirmed', 'checked', 'approved', 'returned'] },
  { step: 'refused', by: 'approver', from: ['made', 'confirmed', 'checked', 'returned'] },
  { step: 'reopened', by: 'claimant', from: ['waived'] },
  // A confirmed claim that something is added to is confirmed once more.
  { step: 'reopened', by: 'system', from: ['waived', 'confirmed'] },
]

/** Returns the state after the step, or undefined when the table does not allow it. */
export function nextState(from: ClaimState, step: ClaimStep, by: Actor): ClaimState | undefined {
  const allowed = transitions.some((it) => it.step === step && it.by === by && it.from.includes(from))
  if (!allowed) return undefined
  if (step === 'reopened') return 'made'
  if (step === 'let-stand') return from
  if (step === 'corrected') return from === 'reversed' ? 'exported' : from
  return step
}

const permissionOf: { readonly [A in Exclude<Actor, 'system'>]: Permission } = {
  claimant: 'claims:confirm',
  checker: 'claims:check',
  approver: 'claims:approve',
  exporter: 'claims:export',
}

type Question = {
  readonly step: ClaimStep
  readonly by: Exclude<Actor, 'system'>
  readonly claim: { readonly state: ClaimState; readonly claimantId: string }
  readonly person: { readonly id: string; readonly roles: readonly Role[] }
  /** The right to it, when it is not the actor's usual one: the secretary confirms for one who phones. */
  readonly right?: Permission | undefined
}

export type StepRefusal = 'claims.not-allowed' | 'claims.not-yours' | 'claims.own-claim' | 'claims.wrong-state'

/**
 * Returns why this person may not take the step with this claim now, or undefined when they may. Nobody checks,
 * approves, returns or refuses a claim of their own (kommunallagen 6:28, jäv).
 */
export function stepRefusal({ step, by, claim, person, right }: Question): StepRefusal | undefined {
  if (!isAllowed(person.roles, right ?? permissionOf[by])) return 'claims.not-allowed'
  const isOwn = claim.claimantId === person.id
  if (by === 'claimant' && !isOwn) return 'claims.not-yours'
  if ((by === 'checker' || by === 'approver') && isOwn) return 'claims.own-claim'
  return nextState(claim.state, step, by) === undefined ? 'claims.wrong-state' : undefined
}

export type LineRefusal =
  | 'claims.waiting'
  | 'claims.needs-decision'
  | 'claims.cannot-tell'
  | 'claims.not-payable'
  | 'claims.not-attending'

const refusalOf: { readonly [O in FeeOutcome]: LineRefusal | undefined } = {
  payable: undefined,
  waiting: 'claims.waiting',
  'needs-decision': 'claims.needs-decision',
  'cannot-tell': 'claims.cannot-tell',
  'not-payable': 'claims.not-payable',
}

/**
 * Returns why the lines of a claim stand in the way of the step, or undefined. A claimant confirms time and attendance, which
 * may be done before the report or a decision is there; only what is payable is checked and approved.
 */
export function lineRefusal(
  step: ClaimStep,
  line: FeeLine | undefined,
  others: readonly FeeLine[] = [],
): LineRefusal | undefined {
  if (step === 'returned' || step === 'waived' || step === 'refused') return undefined
  if (line === undefined) return 'claims.not-attending'
  if (step === 'reopened') return undefined
  const all = [line, ...others]
  const open = all.filter(({ outcome }) => outcome !== 'payable' && outcome !== 'not-payable')
  const inTheWay = open.find(
    ({ outcome }) => !(step === 'confirmed' && (outcome === 'waiting' || outcome === 'needs-decision')),
  )
  if (inTheWay !== undefined) return refusalOf[inTheWay.outcome]
  // What is left unpaid of a claim leaves the rest of it standing.
  return open.length > 0 || all.some(({ outcome }) => outcome === 'payable') ? undefined : 'claims.not-payable'
}

/** Why the system took a step; kept in the decision and said in words by the texts. */
export const systemReasons = ['attendance-removed', 'attends-again', 'amount-changed'] as const
export type SystemReason = (typeof systemReasons)[number]

export type Standing = {
  readonly state: ClaimState
  /** The latest decision: what was seen then. Absent for a claim that nobody has touched. */
  readonly latest?: LatestStep | undefined
}

/** Of a claim's latest step, what the system goes by. */
export type LatestStep = {
  readonly bySystem: boolean
  readonly amount: Ore
  readonly line: Pick<FeeLine, 'attended'>
}

/** Whether it matters to what the system does with a claim in this state what its latest step was. */
export function goesByLatest(state: ClaimState): boolean {
  return state === 'waived' || nextState(state, 'returned', 'system') !== undefined
}

/**
 * Returns what the system does with a claim when the facts around it have changed, or undefined. Who no longer attends
 * has no claim; who attends again has one again; what was confirmed, checked or approved on other facts goes back to
 * the claimant. An exported claim stands: a later difference is shown and decided by people.
 */
export function followUp(
  claim: Standing,
  line: FeeLine | undefined,
  others: readonly FeeLine[] = [],
): { readonly step: ClaimStep; readonly reason: SystemReason } | undefined {
  if (line === undefined) return allowed(claim, 'waived', 'attendance-removed')
  if (claim.state === 'waived') return claim.latest?.bySystem ? allowed(claim, 'reopened', 'attends-again') : undefined
  if (claim.latest === undefined || !hasChanged(claim.state, claim.latest, line, others)) return undefined
  return allowed(claim, 'returned', 'amount-changed')
}

function allowed(claim: Standing, step: ClaimStep, reason: SystemReason) {
  return nextState(claim.state, step, 'system') === undefined ? undefined : { step, reason }
}

/** What was confirmed is the time; the amount of a confirmed claim may still wait for a report. */
function hasChanged(
  state: ClaimState,
  then: { readonly amount: Ore; readonly line: Pick<FeeLine, 'attended'> },
  line: FeeLine,
  others: readonly FeeLine[],
): boolean {
  if (then.line.attended !== line.attended) return true
  return (state === 'checked' || state === 'approved') && then.amount !== totalOf(line, others)
}

/** Returns what a claim gives in all: the fee, lost earnings and costs, as far as they are payable. */
export function totalOf(line: FeeLine | undefined, others: readonly FeeLine[] = []): Ore {
  return sumOre([...(line === undefined ? [] : [line]), ...others].map(({ amount }) => amount))
}

/** Returns the key of a claim's fee line. */
export function lineKey(of: { readonly visit: string; readonly person: string }): string {
  return `${of.visit} ${of.person}`
}

/** Returns the lines of the fee itself by visit and person. */
export function linesByClaim(lines: readonly FeeLine[]): ReadonlyMap<string, FeeLine> {
  return new Map(lines.filter(isFee).map((line) => [lineKey(line), line]))
}

/** Returns the lines of lost earnings and costs by visit and person. */
export function othersByClaim(lines: readonly FeeLine[]): ReadonlyMap<string, readonly FeeLine[]> {
  return Map.groupBy(
    lines.filter((line) => !isFee(line)),
    lineKey,
  )
}

/** What somebody must do before the line is payable. */
export type Awaited = 'report' | 'confirmation' | 'extra-decision' | 'answer'

const awaitedBy: Readonly<Record<string, Awaited>> = {
  'report-missing': 'report',
  'form-missing': 'confirmation',
  // Confirming is handing in: fee rules that refuse late claims pay none before it.
  'to-hand-in': 'confirmation',
  // What the fee rules want filled in is filled in with the confirmation.
  'fields-missing': 'confirmation',
  'fee-to-decide': 'extra-decision',
  undecided: 'extra-decision',
  'to-decide-after': 'extra-decision',
}

/** Returns what the line waits for, each once, by its reasons. */
export function awaitedFor(line: FeeLine): ReadonlySet<Awaited> {
  const found = line.reasons.flatMap(({ outcome, code, missing }): readonly Awaited[] => {
    if (missing?.some((it) => it.what === 'answer')) return ['answer']
    const awaited = outcome === 'satisfied' ? undefined : awaitedBy[code]
    return awaited === undefined ? [] : [awaited]
  })
  return new Set(found)
}

/** Whether the claimant needs to confirm: the guideline asks for it, or the claim has come back. */
export function needsConfirmation(state: ClaimState, line: FeeLine): boolean {
  return state === 'returned' || (state === 'made' && awaitedFor(line).has('confirmation'))
}

/** Whether the amount of a claim in this state is frozen: what was approved is what is paid. */
export function isFrozen(state: ClaimState): boolean {
  return state === 'approved' || hasGoneOut(state)
}

/** Whether the claim has gone to payroll: from then on it stands, and a difference is decided and corrected by counter-rows. */
export function hasGoneOut(state: ClaimState): boolean {
  return state === 'exported' || state === 'paid' || state === 'reversed'
}

/** Returns the value under which a claim is chosen in a list. */
export function chosenValue(claim: { readonly id: string; readonly version: number }): string {
  return `${claim.id}:${claim.version}`
}
