import { type FeeLine, isFee } from '../../engine/finding.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import type { Judgement } from '../guidelines/index.ts'
import { unpaidToday } from './claims.corrections.rules.ts'
import { listGivingWay, type PaidBesides } from './claims.paid-besides.store.ts'
import { lineKey } from './claims.rules.ts'

/**
 * Returns the lines of a judgement for comparing with what has gone to payroll: the engine looks at one claim at a time, and a time
 * is paid once. A fee for time that has been paid as something else gives nothing; `besides` says as what, by visit and person.
 */
export async function linesPaidOnce(
  tx: ReadTx | Tx,
  scope: Scope,
  { evaluation }: Pick<Judgement, 'evaluation'>,
): Promise<{ readonly lines: readonly FeeLine[]; readonly besides: ReadonlyMap<string, PaidBesides> }> {
  const besides = await listGivingWay(tx, scope)
  if (besides.size === 0) return { lines: evaluation.feeLines, besides }
  const lines = evaluation.feeLines.map((line) =>
    isFee(line) && besides.has(lineKey(line)) ? unpaidToday(line) : line,
  )
  return { lines, besides }
}
