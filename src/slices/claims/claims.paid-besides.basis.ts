import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { hasGoneOut } from './claims.rules.ts'
import type { Span } from './claims.stops.rules.ts'
import { listPaidElsewhere, listTimedClaims } from './claims.stops.store.ts'
import type { ClaimRow } from './claims.store.ts'

/**
 * Whether some of the claim's time has been paid as something else: another claim of the committee or of another, or a meeting
 * that was entered from minutes. Hold the person's year (`lockYears`), so that it stays so.
 */
export async function isPaidBesides(
  tx: ReadTx | Tx,
  scope: Scope,
  { id, personId, visitDay }: Pick<ClaimRow, 'id' | 'personId' | 'visitDay'>,
): Promise<boolean> {
  const about = { personIds: [personId], days: [visitDay] }
  const here = await listTimedClaims(tx, scope, about)
  const own = here.find((it) => it.id === id)
  if (own === undefined) return false
  const paid = [
    ...here.filter((it) => it.id !== id && hasGoneOut(it.state) && it.state !== 'reversed'),
    ...(await listPaidElsewhere(tx, scope, about)).filter(({ standing }) => standing),
  ]
  return paid.some((it: Span) => own.start < it.end && it.start < own.end)
}
