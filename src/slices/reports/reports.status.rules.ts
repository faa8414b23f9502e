import type { Day } from '../../kernel/date.ts'
import type { CheckPhase } from './reports.check.rules.ts'
import type { ReportForm } from './reports.rules.ts'

/**
 * What a report is at the moment. `draft`: a draft with its authors; `in-check`: a draft that managers within the
 * authority have; `dispatched`: it has gone to a private provider, and what was sent is an official document (TF 2 kap.
 * 10 §); `official`, `delivered`: final, and an official document, which the manager may have got; `oral`: given at a meeting, with a note that is an official document.
 */
export type StatusKind = 'draft' | 'in-check' | 'dispatched' | 'official' | 'delivered' | 'oral'

/** Somebody who can read it: by role, and by name where that is known. */
export type Reader = {
  readonly who: 'authors' | 'secretary' | 'managers' | 'providers' | 'committee' | 'auditor' | 'anybody'
  readonly names: readonly string[]
}

/**
 * What happens at the next step. `send-inside`, `send-outside`: it goes to the managers to be checked, which leaves it a
 * draft, or makes it an official document at once; `may-send-…` where the guideline lets the authors choose; `waits`,
 * `answered`, `silence`: how the check stands; `finalise`: it becomes an official
 * document; `to-managers`, `to-provider`: where it goes then; `stays`: nothing is changed any more; `spoken`: somebody
 * gives it at the meeting.
 */
export type NextStep =
  | 'send-inside'
  | 'send-outside'
  | 'may-send-inside'
  | 'may-send-outside'
  | 'waits'
  | 'answered'
  | 'silence'
  | 'finalise'
  | 'to-managers'
  | 'to-provider'
  | 'stays'
  | 'spoken'

/** Everything the status rests on. */
export type StatusFacts = {
  readonly state: 'draft' | 'final'
  readonly form: ReportForm
  /** To how many managers the final report has gone. */
  readonly deliveries: number
  readonly authors: readonly string[]
  /** The managers of the visited units. */
  readonly managers: readonly { readonly name: string; readonly outside: boolean }[]
  /** The final report goes to the managers. */
  readonly toManager: boolean
  /** What the guideline says of a check: that it is made, that it may be, or nothing. */
  readonly check: 'must' | 'may' | undefined
  /** How the check that stands has come. */
  readonly phase: CheckPhase | undefined
  /** The day when a draft first went to a private provider, and the number it got. */
  readonly dispatched: { readonly on: Day; readonly number: string } | undefined
}

export type DocumentStatus = {
  readonly kind: StatusKind
  readonly seenBy: readonly Reader[]
  readonly next: readonly NextStep[]
  readonly dispatched: StatusFacts['dispatched']
}

/** Returns whether the report is a draft or an official document, who can read it, and what happens next. */
export function documentStatus(facts: StatusFacts): DocumentStatus {
  const { dispatched } = facts
  const kind = kindOf(facts)
  return { kind, seenBy: seenBy(facts, kind), next: nextSteps(facts), dispatched }
}

function kindOf({ state, form, deliveries, phase, dispatched }: StatusFacts): StatusKind {
  if (form === 'oral') return 'oral'
  if (state === 'final') return deliveries > 0 ? 'delivered' : 'official'
  if (dispatched !== undefined) return 'dispatched'
  return phase === 'waits' ? 'in-check' : 'draft'
}

function seenBy({ authors, managers, phase, state }: StatusFacts, kind: StatusKind): readonly Reader[] {
  const named = (outside: boolean) => [
    ...new Set(managers.filter((manager) => manager.outside === outside).map(({ name }) => name)),
  ]
  const readers: readonly Reader[] = [
    { who: 'managers', names: named(false) },
    { who: 'providers', names: named(true) },
  ]
  const asked = readers.filter(({ names }) => names.length > 0)
  if (state === 'final')
    return [
      { who: 'committee', names: [] },
      { who: 'auditor', names: [] },
      ...asked,
      ...(kind === 'oral' ? [] : [{ who: 'anybody' as const, names: [] }]),
    ]
  return [
    { who: 'authors', names: authors },
    { who: 'secretary', names: [] },
    ...(phase === undefined ? asked.filter(({ who }) => kind === 'dispatched' && who === 'providers') : asked),
    ...(kind === 'dispatched' ? [{ who: 'anybody' as const, names: [] }] : []),
  ]
}

function nextSteps(facts: StatusFacts): readonly NextStep[] {
  const { state, form, phase, check, managers, toManager } = facts
  if (form === 'oral') return ['spoken']
  if (state === 'final') return ['stays']
  const goesOut = managers.some(({ outside }) => outside)
  const goesIn = managers.some(({ outside }) => !outside)
  const where = goesOut ? 'outside' : 'inside'
  const sends: readonly NextStep[] =
    check === undefined || managers.length === 0 ? [] : [check === 'must' ? `send-${where}` : `may-send-${where}`]
  const delivered: readonly NextStep[] = toManager
    ? [...(goesIn ? (['to-managers'] as const) : []), ...(goesOut ? (['to-provider'] as const) : [])]
    : []
  return [...(phase === undefined ? sends : [phase]), 'finalise', ...delivered]
}
