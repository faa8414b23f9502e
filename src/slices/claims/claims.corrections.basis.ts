import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import type { Judgement } from '../guidelines/index.ts'
import { judgeClaims } from './claims.basis.ts'
import { absentLine, type ClaimDifference, differenceOf, isLetStand } from './claims.corrections.rules.ts'
import { type GoneOut, listGoneOut } from './claims.corrections.store.ts'
import { linesPaidOnce } from './claims.paid-besides.basis.ts'
import type { PaidBesides } from './claims.paid-besides.store.ts'
import { lineKey } from './claims.rules.ts'
import { linesOf, linesToday } from './payroll.lines.rules.ts'

/** A claim that has gone to payroll and by the facts of today would be something else. */
export type Differing = GoneOut & {
  readonly difference: ClaimDifference
  /** To be decided, let stand as it is, or decided already and waiting for the next batch. */
  readonly standing: 'open' | 'let-stand' | 'pending'
  /** What the claim's time has been paid as beside it, where that is so. */
  readonly besides: PaidBesides | undefined
}

export type Differences = { readonly differing: readonly Differing[]; readonly judgement: Judgement | undefined }

/**
 * Returns the claims that have gone to payroll and differ from what the facts and rules of today give, those too whose claimant
 * by now did not attend. All that the one who asks may see, or the ones named.
 */
export async function listDifferences(tx: ReadTx | Tx, scope: Scope, ids?: readonly string[]): Promise<Differences> {
  const goneOut = await listGoneOut(tx, scope, ids)
  if (goneOut.length === 0) return { differing: [], judgement: undefined }
  const persons = new Set(goneOut.map(({ claim }) => claim.personId))
  const [personId] = persons
  const judgement = await judgeClaims(tx, scope, persons.size === 1 && personId !== undefined ? { personId } : {})
  const paidOnce = await linesPaidOnce(tx, scope, judgement)
  const lines = linesOf(paidOnce.lines, new Set())
  const differing = goneOut.flatMap((it): readonly Differing[] => {
    const difference = differenceOf(it.goneOut, linesToday(lines, it.claim), absentLine(it.claim))
    if (difference === undefined) return []
    const stands = isLetStand(difference, it.letStand?.at)
    const besides = paidOnce.besides.get(lineKey({ visit: it.claim.visitId, person: it.claim.personId }))
    return [{ ...it, difference, besides, standing: it.isPending ? 'pending' : stands ? 'let-stand' : 'open' }]
  })
  return { differing, judgement }
}
