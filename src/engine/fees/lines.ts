import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import type { Epoch, Timeline } from '../compile.ts'
import { claimOf, type VisitFacts } from '../facts.ts'
import type { ComputedLine, FeeLine, FeeOutcome, FeePart } from '../finding.ts'
import { unanswered } from '../rules/kind.ts'
import { countsInCapacity } from '../rules/visits-capacity.ts'
import { totalOf } from './amount.ts'
import { weighConditions, weighExtra } from './basis.ts'
import { consume, displace, emptyCaps, lengthen, take } from './caps.ts'
import { asksOfClaims, weighDuties } from './claim-duties.ts'
import { weighSources } from './decided.ts'
import { markHeld } from './held.ts'
import { type Expected, expectedInOrder, indexOtherPaid, isBefore, useExpected } from './other-paid.ts'
import { otherCaps } from './other-versions.ts'
import { payees, placeOf } from './payee.ts'
import { type FeePeriod, feePeriods } from './periods.ts'
import { type Event, eventsOf, type FeePlan, feePlan } from './plan.ts'
import { feeUnmentioned, notInForce, weigh } from './reasons.ts'
import { weighRoom } from './room.ts'
import type { FeeDraft, FeeInput, FeeSetting } from './setting.ts'
import { paidTime } from './time.ts'
import { type Elsewhere, type Entry, linesOfDay, type Verdict } from './together.ts'
import { weighWhoAndWhat } from './who.ts'
import { partsOf } from './worth.ts'
import { isVisitForm } from '../programme.ts'

/**
 * Returns a line for everyone who came to a held visit, in order of start, id and person. Caps are consumed
 * in that order among payable visits. Someone who did not come has no line: an absence is never paid.
 */
export function feeLines(input: FeeInput): readonly FeeLine[] {
  const { facts, timeline, feeRules } = input
  const periods = feePeriods(feeRules)
  const stretchOf = stretches(timeline)
  const duties = asksOfClaims(feeRules) ? input : undefined
  const run: Running = {
    caps: emptyCaps(),
    otherPaid: indexOtherPaid(facts.programme),
    facts,
    duties,
    today: input.today,
  }
  const payeeOf = payees()
  const lines: FeeLine[] = []
  let day: (Entry | Elsewhere)[] = []
  let dayNow: number | undefined
  const use = ({ elsewhere, period }: Elsewhere) => useExpected(run.caps, run.otherPaid, elsewhere, period)
  const working = { line: (entry: Entry, verdict: Verdict | undefined) => lineFor(run, entry, verdict), use }
  const payDay = (next?: number) => {
    if (day.length > 0) lines.push(...linesOfDay(day, run.otherPaid, run.caps, working))
    day = []
    dayNow = next
  }
  const count = (elsewhere: Expected) => {
    if (dayNow !== elsewhere.day) payDay(elsewhere.day)
    const entry: Elsewhere = { elsewhere, person: elsewhere.person, period: periods.at(elsewhere.day) }
    if (entry.period.combinations.length > 0) day.push(entry)
    else use(entry)
  }
  const expected = expectedInOrder(facts.programme)
  let at = 0
  for (const visit of facts.visits) {
    if (!visit.happened) continue
    for (let next = expected[at]; next !== undefined && isBefore(next, visit); next = expected[at]) {
      count(next)
      at += 1
    }
    if (dayNow !== visit.day) payDay(visit.day)
    const { plan, period, eventFor } = stretchOf(timeline.at(visit.day), periods.at(visit.day))
    const event = eventFor(visit.visit.form)
    const counts = isVisitForm(visit.visit.form) && countsInCapacity(plan.capacity, visit)
    for (const { person, minutes: attended } of visit.attendees) {
      const payee = payeeOf(person)
      const entry = { visit, person, payee, attended, place: placeOf(payee, visit.year, counts), plan, period, event }
      if (period.combinations.length > 0) day.push(entry)
      else lines.push(lineFor(run, entry, undefined))
    }
  }
  // What comes later that day may be of a kind that does not go together with these.
  for (let next = expected[at]; next !== undefined && next.day === dayNow; next = expected[at]) {
    count(next)
    at += 1
  }
  payDay()
  return markHeld(lines, run.caps)
}

type Running = Pick<FeeSetting, 'caps' | 'otherPaid' | 'facts' | 'duties' | 'today'>
type Stretch = {
  readonly epoch: Epoch
  readonly plan: FeePlan
  readonly period: FeePeriod
  readonly eventFor: (form: string) => Event | undefined
}

/** Visits come in order of day, so the stretch of the one before is nearly always the right one. */
function stretches(timeline: Timeline): (epoch: Epoch, period: FeePeriod) => Stretch {
  const others = otherCaps(timeline)
  let latest: Stretch | undefined
  return (epoch, period) => {
    if (latest?.epoch === epoch && latest.period === period) return latest
    const plan = latest?.epoch === epoch ? latest.plan : feePlan(epoch, others)
    latest = { epoch, plan, period, eventFor: eventsOf(plan, period) }
    return latest
  }
}

/** One line: who and what is paid, the time, the rate, then conditions, decisions and last the caps in number; only a payable line uses any cap. */
function lineFor(run: Running, entry: Entry, verdict: Verdict | undefined): FeeLine {
  const { visit, person, payee, attended, event, plan } = entry
  if (event === undefined) {
    const reason = plan.inForce ? feeUnmentioned(visit, person) : notInForce(visit, person)
    const base = { visit: visit.id, person, day: visit.day, component: 'fee' as const, attended }
    return { ...base, outcome: 'cannot-tell', paid: minutes(0), parts: [], amount: ore(0), reasons: [reason] }
  }
  const claim = claimOf(run.facts, visit.id, person)
  const exported = claim?.exported !== undefined && claim.exported.amount > 0
  const rated = event.rates.length === 1 ? event.rates[0] : undefined
  // Written out: millions of lines are made in one run, and spreading costs more than all the rest.
  const setting: FeeSetting = {
    facts: run.facts,
    caps: run.caps,
    otherPaid: run.otherPaid,
    duties: run.duties,
    plan,
    payee,
    place: entry.place,
    event,
    rated,
    claim,
    exported,
    today: run.today,
  }
  const draft: FeeDraft = {
    visit,
    person,
    about: payee.about,
    reasons: [],
    outcome: 'payable',
    takings: none,
    seats: none,
    empty: undefined,
    chain: undefined,
    countedMinutes: attended,
  }
  weighWhoAndWhat(setting, draft)
  if (verdict !== undefined) weigh(draft, verdict.outcome, verdict.rule, verdict.code, verdict.values, verdict.missing)
  // Whom or what the fee is not for is settled at once; time, conditions and caps would be no reasons.
  const { paid, parts, beyond } =
    draft.outcome !== 'not-payable'
      ? weighAmount(setting, draft, attended)
      : exported
        ? heldOnly(setting, draft, attended)
        : nothing
  const dayMinutes = draft.empty === undefined ? undefined : weighEmpty(draft)
  const total = totalOf(parts)
  const computed = draft.outcome === 'payable' ? total : ore(0)
  const wasPayable = draft.outcome === 'payable'
  const { outcome } = draft
  const corrected = weighExported(setting, draft, computed)
  useCaps(setting, draft, wasPayable ? total : ore(0), wasPayable)
  if (dayMinutes !== undefined && draft.chain !== undefined) lengthen(run.caps, draft.chain.key, draft.chain.grown)
  const payable = draft.outcome === 'payable'
  const { fee } = event.rule.values
  const isOpen = !payable && draft.outcome !== 'not-payable' && parts.length > 0
  const line: FeeLine = {
    visit: visit.id,
    person,
    day: visit.day,
    component: 'fee',
    attended,
    outcome: draft.outcome,
    paid: payable ? paid : minutes(0),
    parts: payable ? parts : nothing.parts,
    amount: payable ? total : ore(0),
    reasons: draft.reasons,
    feeKind: fee === 'silent' || fee === 'none' ? undefined : fee,
    expected: isOpen ? (corrected ? computed : total) : undefined,
    computed: corrected ? computedLine(outcome, paid, parts) : undefined,
  }
  if (dayMinutes !== undefined) return { ...line, dayMinutes }
  return payable && beyond > 0 ? { ...line, capMinutes: minutes(paid - beyond) } : line
}

/**
 * Weighs that the time gives nothing by itself, once all else is weighed. Where events of a day are counted as one, it counts in
 * its day as if it were paid: its minutes are returned.
 */
function weighEmpty(draft: FeeDraft): Minutes | undefined {
  const { empty, chain, outcome } = draft
  if (empty !== undefined && outcome !== 'not-payable')
    weigh(draft, 'not-payable', empty.rule, empty.code, empty.values)
  return chain === undefined || outcome !== 'payable' ? undefined : minutes(chain.time)
}

function computedLine(outcome: FeeOutcome, paid: Minutes, parts: readonly FeePart[]): ComputedLine {
  return outcome === 'payable' ? { outcome, paid, parts } : { outcome, paid: minutes(0), parts: none }
}

const none: readonly never[] = []
const nothing: Weighed = { paid: minutes(0), beyond: 0, parts: none }

/** A fee that has gone out holds its part of every cap, even where nothing is paid for the visit by now. */
function heldOnly(setting: FeeSetting, draft: FeeDraft, attended: Minutes): Weighed {
  const unsaid = { ...draft, reasons: [] }
  weighAmount(setting, unsaid, attended)
  draft.takings = unsaid.takings
  draft.seats = unsaid.seats
  draft.chain = unsaid.chain
  return nothing
}

/** `beyond` is what of the paid time no cap in hours takes. */
type Weighed = { readonly paid: Minutes; readonly beyond: number; readonly parts: readonly FeePart[] }

function weighAmount(setting: FeeSetting, draft: FeeDraft, attended: Minutes): Weighed {
  const { rule } = setting.event
  const { fee } = rule.values
  if (fee === 'silent') weigh(draft, 'cannot-tell', rule, 'unanswered', {}, unanswered(rule, 'fee'))
  if (fee === 'none') weigh(draft, 'not-payable', rule, 'no-fee')
  const time = paidTime(setting, draft, attended)
  const parts = partsOf(setting, draft, time)
  weighSources(setting, draft)
  weighConditions(setting, draft)
  weighExtra(setting, draft)
  if (setting.duties !== undefined) weighDuties(setting.duties, draft, 'fee')
  weighRoom(setting, draft)
  return { paid: minutes(time.within + time.beyond), beyond: time.beyond, parts }
}

/** A fee that has gone out stands. Where the facts no longer give it, somebody decides about a correction. */
function weighExported({ claim, event }: FeeSetting, draft: FeeDraft, computed: Ore): boolean {
  if (claim?.exported === undefined) return false
  const { on, amount } = claim.exported
  const values = { exportedOre: amount, exportedOn: on }
  if (amount === computed) {
    weigh(draft, draft.outcome, event.rule, 'exported', values)
    return false
  }
  weigh(draft, 'needs-decision', event.rule, 'exported-differs', { ...values, computedOre: computed })
  draft.outcome = 'needs-decision'
  return true
}

/** Only a payable line uses a cap, and what has gone out holds its part. At several units it is paid once, and counts wherever there was room. */
function useCaps({ caps, claim, exported }: FeeSetting, draft: FeeDraft, total: Ore, payable: boolean): void {
  if (!payable && !exported) return
  const { person, chain } = draft
  if (chain !== undefined) lengthen(caps, chain.key, chain.grown)
  const visit: VisitFacts['id'] = draft.visit.id
  for (const { rule, most, keys, open } of draft.seats) {
    const place = { visit, person, rule, most, exported }
    if (payable) for (const key of open) consume(caps, key, place)
    else for (const key of keys) displace(caps, key, place)
  }
  const out = exported ? (claim?.exported?.amount ?? 0) : 0
  for (const { key, rule, most, of, wanted, used } of draft.takings) {
    const taken = !payable ? 0 : of === 'ore' ? total : used
    const standing = of === 'ore' ? out : out > total ? Math.min(wanted, most) : 0
    take(caps, key, { visit, person, rule, most, used: taken, standing, exported })
  }
}
