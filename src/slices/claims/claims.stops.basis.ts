import type { FeeLine } from '../../engine/finding.ts'
import { compile, rulesOf } from '../../engine/compile.ts'
import { feeConditions } from '../../engine/rules/fee-conditions.ts'
import { reportForm } from '../../engine/rules/report-form.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import type { Judgement } from '../guidelines/index.ts'
import { type Besides, claimedTwice, type SameReceipt, type Stated } from './claims.claimed-twice.rules.ts'
import { listSameReceipts, listStated } from './claims.claimed-twice.store.ts'
import { hasGoneOut, lineKey, linesByClaim, othersByClaim } from './claims.rules.ts'
import {
  type ClaimTime,
  isStopped,
  type PaidElsewhere,
  type Reported,
  type Stop,
  type StopBasis,
  stopsOf,
} from './claims.stops.rules.ts'
import {
  listPaidElsewhere,
  listTimedClaims,
  type ReportTimes,
  reportTimesOf,
  type TimedClaim,
} from './claims.stops.store.ts'

/** A claim whose stops are asked for. */
type Asked = { readonly id: string; readonly personId: string; readonly visitId: string; readonly visitDay: number }

/**
 * Returns what stands in the way of each claim, by its id, and what is found beside. `judgement` holds the lines of all the persons
 * asked about. Nothing stands in the way of a claim of somebody who no longer attends: it has no line.
 */
export async function stopsFor(
  tx: ReadTx | Tx,
  scope: Scope,
  claims: readonly Asked[],
  { evaluation, rules }: Pick<Judgement, 'evaluation' | 'rules'>,
): Promise<ReadonlyMap<string, readonly Stop[]>> {
  const ids = new Set(claims.map(({ id }) => id))
  const about = {
    personIds: [...new Set(claims.map(({ personId }) => personId))],
    days: [...new Set(claims.map(({ visitDay }) => visitDay as TimedClaim['day']))],
  }
  const timed = await listTimedClaims(tx, scope, about)
  const elsewhere = Map.groupBy(await listPaidElsewhere(tx, scope, about), dayKey)
  const reports = await reportTimesOf(tx, scope, [...new Set(claims.map(({ visitId }) => visitId))])
  const told = [...elsewhere.values()].flat()
  const stated = await listStated(tx, scope, [
    ...timed.map(({ id }) => id),
    ...told.flatMap(({ claimId }) => claimId ?? []),
  ])
  const receipts = await listSameReceipts(tx, scope, [...ids])
  const lines = linesByClaim(evaluation.feeLines)
  const others = othersByClaim(evaluation.feeLines)
  const timeline = compile(rules)
  const withLines = timed.map((it) => {
    const key = lineKey({ visit: it.visitId, person: it.personId })
    const [line, besides] = [lines.get(key), others.get(key) ?? []]
    return { ...it, line, others: besides, mayBePaid: mayBePaid(it, line, besides) }
  })
  const sameDay = Map.groupBy(withLines, dayKey)
  return new Map(
    withLines
      .filter(({ id }) => ids.has(id))
      .map((it) => {
        const rulesOfDay = timeline.at(it.day)
        const stops = stopsOf({
          claim: it satisfies ClaimTime,
          line: it.line,
          others: it.others,
          besides: sameDay.get(dayKey(it)) ?? [],
          elsewhere: elsewhere.get(dayKey(it)) ?? [],
          isReported: reports.has(it.visitId),
          report: reportedTime(reports.get(it.visitId), it.personId),
          condition: basisOf(
            rulesOf(rulesOfDay, feeConditions).find(({ values }) => values.requires.includes('report')),
          ),
          reporting: basisOf(rulesOf(rulesOfDay, reportForm)[0]),
        })
        const besides = [
          ...(sameDay.get(dayKey(it)) ?? []).filter(({ id, mayBePaid: may }) => id !== it.id && may).map(besideHere),
          ...(elsewhere.get(dayKey(it)) ?? []).map(besideElsewhere),
        ].map((other): Besides => ({ ...other, ...(stated.get(other.id) ?? nothing) }))
        const twice = isOpen(it.state)
          ? claimedTwice({
              ...{ at: it, unitIds: it.unitIds, line: it.line, others: it.others, besides },
              ...{ ...(stated.get(it.id) ?? nothing), sameReceipts: receipts.get(it.id) ?? none },
            })
          : []
        return [it.id, [...stops, ...twice]]
      }),
  )
}

/** Returns the ids of the claims that are kept from payroll by time paid twice or a report that says otherwise. */
export async function stoppedAmong(
  tx: ReadTx | Tx,
  scope: Scope,
  claims: readonly Asked[],
  judgement: Pick<Judgement, 'evaluation' | 'rules'>,
): Promise<ReadonlySet<string>> {
  const stops = await stopsFor(tx, scope, claims, judgement)
  return new Set([...stops].flatMap(([id, found]) => (isStopped(found) ? [id] : [])))
}

function dayKey({ personId, day }: { readonly personId: string; readonly day: number }): string {
  return `${personId} ${day}`
}

const nothing: Stated = { journeys: [], lostMinutes: 0 }
const none: readonly SameReceipt[] = []

function isOpen(state: TimedClaim['state']): boolean {
  return state !== 'waived' && state !== 'refused'
}

function besideHere({ id, day, start, end, unitIds, unitNames }: TimedClaim) {
  return { id, claimId: id, day, start, end, unitIds, name: unitNames.join(', ') }
}

/** A claim of another committee cannot be opened from here. */
function besideElsewhere({ id, claimId = id, day, start, end, body }: PaidElsewhere) {
  return { id: claimId, claimId: undefined, day, start, end, unitIds: [], name: body }
}

/** What has gone out is paid, whatever it would be today. */
function mayBePaid({ state }: TimedClaim, line: FeeLine | undefined, others: readonly FeeLine[]): boolean {
  if (hasGoneOut(state)) return state !== 'reversed'
  return [line, ...others].some((it) => it !== undefined && it.outcome !== 'not-payable')
}

/** What the report keeps for the person. Reports from before each had times of their own tell nothing of them. */
function reportedTime(times: ReportTimes | undefined, personId: string): Reported | undefined {
  if (times === undefined) return undefined
  const own = times.participants.find((it) => it.personId === personId)
  if (own === undefined) return { times: undefined }
  const { start, end } = own
  return start === undefined || end === undefined ? undefined : { times: { day: times.visit.day, start, end } }
}

function basisOf(rule: StopBasis | undefined): StopBasis | undefined {
  return rule && { source: rule.source, clause: rule.clause }
}
