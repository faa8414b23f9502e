import type { Finding } from '../../engine/index.ts'
import { type Instant, inStockholm } from '../../kernel/instant.ts'
import type { Day } from '../../kernel/date.ts'
import type { Judgement } from '../guidelines/index.ts'
import { decisionsNeeded, evaluateMade, type NeededDecision } from './extra.rules.ts'
import { hasBegun } from './visits.rules.ts'
import type { VisitRow } from './visits.store.ts'

/** What is to be decided about a visit, and who is on it though the guideline lets no more be made. */
export type ExtraOfVisit = {
  readonly needed: readonly NeededDecision[]
  /** One finding for each person for whom the guideline lets no more visits be made. */
  readonly notAllowed: readonly Finding[]
}

/** Returns what is to be decided about the visit, from the programme judged for it. */
export function extraOfVisit(
  { evaluation, programme, rules }: Judgement,
  visit: VisitRow,
  at: { readonly now: Instant; readonly today: Day },
): ExtraOfVisit {
  const happened = visit.state === 'held' || visit.state === 'reported'
  if (!happened && visit.state !== 'proposed' && visit.state !== 'booked') return { needed: [], notAllowed: [] }
  const begun = happened || (!visit.timesOpen && hasBegun(visit, inStockholm(at.now)))
  const made = happened ? evaluation : evaluateMade(rules, programme, visit.id, at.today)
  return {
    needed: decisionsNeeded(visit.id, { now: evaluation, made }, begun),
    notAllowed: evaluation.findings.filter(
      ({ kind, code, subject }) =>
        kind === 'visits.extra-decision' && code === 'not-allowed' && subject.id === visit.id,
    ),
  }
}
