import type { FeeLine } from '../../engine/finding.ts'
import { lineKey, linesByClaim, othersByClaim } from './claims.rules.ts'
import { type ApprovedClaim, type Obstacle, obstacles, type PayType, payrollMonthOf } from './payroll.rules.ts'

/** The lines of an evaluation by visit and person. */
export type LinesByClaim = {
  readonly fees: ReadonlyMap<string, FeeLine>
  readonly others: ReadonlyMap<string, readonly FeeLine[]>
  /** The claims that are kept here for what no line shows: time paid twice, a report that says another time. */
  readonly stopped: ReadonlySet<string>
}

/** Returns the lines by visit and person, with the ids of the claims that are stopped. */
export function linesOf(all: readonly FeeLine[], stopped: ReadonlySet<string>): LinesByClaim {
  return { fees: linesByClaim(all), others: othersByClaim(all), stopped }
}

type Whose = Pick<ApprovedClaim, 'visitId' | 'personId'>

/** Returns what the facts give a claim today; without a fee line for one who did not attend. */
export function linesToday({ fees, others }: Pick<LinesByClaim, 'fees' | 'others'>, { visitId, personId }: Whose) {
  const key = lineKey({ visit: visitId, person: personId })
  return { line: fees.get(key), others: others.get(key) ?? [] }
}

/** Returns what keeps an approved claim from payroll by the facts of today. */
export function obstaclesNow(
  claim: ApprovedClaim,
  payTypes: readonly PayType[],
  lines: LinesByClaim,
): readonly Obstacle[] {
  const today = linesToday(lines, claim)
  const found = obstacles(claim, payTypes, today.line, today.others)
  return lines.stopped.has(claim.id) ? [...found, 'stopped'] : found
}

/** Returns the month whose payroll the claim falls in, with the cut-off day; undefined where the rules have none. */
export function monthOf(claim: Whose, lines: LinesByClaim) {
  const { line, others } = linesToday(lines, claim)
  return payrollMonthOf([...(line === undefined ? [] : [line]), ...others])
}
