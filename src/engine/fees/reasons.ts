import type { FeeOutcome, Finding, FindingValues, Missing, Outcome, Subject } from '../finding.ts'
import type { VisitFacts } from '../facts.ts'
import type { CompiledRule } from '../rules/kind.ts'

/** A fee line while its reasons are gathered. Every reason is kept; the weightiest decides. */
export type Draft = {
  readonly visit: VisitFacts
  readonly person: string
  /** The person, as every reason names it. */
  readonly about: readonly Subject[]
  readonly reasons: Finding[]
  outcome: FeeOutcome
}

/** Returns a draft without reasons, payable until one of them says otherwise. */
export function draftFor(visit: VisitFacts, person: string): Draft {
  return { visit, person, about: [{ type: 'person', id: person }], reasons: [], outcome: 'payable' }
}

/** What is certain not to be paid outweighs what is not known yet, which outweighs what somebody must decide or do. */
const weight: Readonly<Record<FeeOutcome, number>> = {
  payable: 0,
  waiting: 1,
  'needs-decision': 2,
  'cannot-tell': 3,
  'not-payable': 4,
}

const outcomeOfReason: Readonly<Record<FeeOutcome, Outcome>> = {
  payable: 'satisfied',
  waiting: 'due',
  'needs-decision': 'needs-decision',
  'cannot-tell': 'cannot-tell',
  'not-payable': 'satisfied',
}

const noValues: FindingValues = {}

/** Adds a reason, and lets it decide when it is the weightiest so far. */
export function weigh(
  draft: Draft,
  outcome: FeeOutcome,
  rule: CompiledRule<object>,
  code: string,
  values: FindingValues = noValues,
  missing?: readonly Missing[],
): void {
  // Nearly every reason is one to pay, which weighs nothing.
  if (outcome !== 'payable' && weight[outcome] > weight[draft.outcome]) draft.outcome = outcome
  draft.reasons.push({
    rule: rule.id,
    source: rule.source,
    kind: rule.kind,
    clause: rule.clause,
    force: rule.force,
    bearer: rule.bearer,
    outcome: outcome === 'payable' ? 'satisfied' : outcomeOfReason[outcome],
    code,
    subject: draft.visit.subject,
    // The same keys in the same order as every finding: millions of them are made, and read, in one run.
    related: draft.about,
    day: draft.visit.day,
    values,
    missing,
    interpretations: rule.interpretations.length === 0 ? undefined : rule.interpretations,
  })
}

/** Returns the reason for a visit on a day when no guideline holds. */
export function notInForce(visit: VisitFacts, person: string | undefined): Finding {
  return {
    rule: 'in-force',
    source: '',
    kind: 'in-force',
    clause: '',
    force: 'must',
    bearer: 'committee',
    outcome: 'cannot-tell',
    code: 'none-in-force',
    subject: visit.subject,
    related: person === undefined ? visit.related : [{ type: 'person', id: person }],
    day: visit.day,
    values: {},
    missing: [{ what: 'guideline' }],
  }
}

/** Returns the reason where a guideline holds and no rule in it speaks of a fee, not even to be silent. */
export function feeUnmentioned(visit: VisitFacts, person: string): Finding {
  return { ...notInForce(visit, person), code: 'fee-unmentioned', missing: [{ what: 'fact', fact: 'fee.kind' }] }
}
