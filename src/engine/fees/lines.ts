import { minutes } from '../../kernel/clock-time.ts'
import { ore, sumOre } from '../../kernel/money.ts'
import type { Epoch } from '../compile.ts'
import { claimKey, type VisitFacts } from '../facts.ts'
import type { FeeLine } from '../finding.ts'
import { emptyCaps, markHeldPlaces } from './caps.ts'
import { type FeePlan, feePlan, kindFor } from './plan.ts'
import { type Draft, feeUnmentioned, notInForce, weigh } from './reasons.ts'
import { type FeeInput, type FeeSetting, weighAmount, weighWhoAndWhat } from './steps.ts'

/**
 * Returns a line for everyone who came to a held visit, in order of start, id and person. Caps are consumed
 * in that order among payable visits. Someone who did not come has no line: an absence is never paid.
 */
export function feeLines(input: FeeInput): readonly FeeLine[] {
  const plans = new Map<Epoch, FeePlan>()
  const caps = emptyCaps()
  const made = new Map<string, number>()
  const lines: FeeLine[] = []
  for (const visit of input.facts.visits) {
    if (!visit.happened) continue
    const epoch = input.timeline.at(visit.day)
    const plan = plans.get(epoch) ?? feePlan(epoch)
    plans.set(epoch, plan)
    for (const attendee of visit.attendees) {
      const key = `${visit.year} ${attendee.person}`
      const place = (made.get(key) ?? 0) + (visit.visit.form === 'visit' ? 1 : 0)
      made.set(key, place)
      lines.push(lineFor({ ...input, plan, caps, place }, visit, attendee))
    }
  }
  return markHeldPlaces(lines, caps)
}

type Attendee = VisitFacts['attendees'][number]

/** One line: who and what is paid, the time, the rate, then conditions, decisions and last the cap, which only a payable visit uses. */
function lineFor(setting: FeeSetting, visit: VisitFacts, { person, minutes: attended }: Attendee): FeeLine {
  const { plan } = setting
  const draft: Draft = { visit, person, reasons: [], outcome: 'payable' }
  const base = { visit: visit.id, person, day: visit.day, component: 'fee' as const, attended }
  const kind = kindFor(plan, visit.visit.form)
  if (kind === undefined) {
    return {
      ...base,
      outcome: 'cannot-tell',
      paid: minutes(0),
      parts: [],
      amount: ore(0),
      reasons: [plan.inForce ? feeUnmentioned(visit, person) : notInForce(visit, person)],
    }
  }
  weighWhoAndWhat(setting, draft, kind)
  const fee = kind.values.fee
  const claim = setting.facts.claims.get(claimKey(visit.id, person))
  const exported = claim?.exported !== undefined && claim.exported.amount > 0
  // Whom or what the fee is not for is settled at once; time, conditions and caps would be no reasons.
  const { paid, parts } =
    draft.outcome === 'not-payable'
      ? { paid: minutes(0), parts: [] }
      : weighAmount(setting, draft, kind, attended, exported)
  const total = sumOre(parts.map((it) => it.amount))
  const computed = draft.outcome === 'payable' ? total : ore(0)
  let expected = total
  if (claim?.exported !== undefined) {
    const { on, amount } = claim.exported
    // A fee that has gone out stands. Where the facts no longer give it, somebody decides about a correction.
    if (amount === computed) weigh(draft, draft.outcome, kind, 'exported', { exportedOre: amount, exportedOn: on })
    else {
      weigh(draft, 'needs-decision', kind, 'exported-differs', {
        exportedOre: amount,
        exportedOn: on,
        computedOre: computed,
      })
      draft.outcome = 'needs-decision'
      expected = computed
    }
  }
  const payable = draft.outcome === 'payable'
  return {
    ...base,
    outcome: draft.outcome,
    paid: payable ? paid : minutes(0),
    parts: payable ? parts : [],
    amount: payable ? total : ore(0),
    reasons: draft.reasons,
    ...(fee === 'meeting' || fee === 'errand' ? { feeKind: fee } : {}),
    ...(payable || draft.outcome === 'not-payable' || parts.length === 0 ? {} : { expected }),
  }
}
