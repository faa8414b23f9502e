import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { person, roleHolding } from '../people/people.tables.ts'

export type Standing = {
  /** The day the claimant died, where that is known. */
  readonly diedOn: Day | undefined
  /** Whether the claimant no longer has any role in the committee. */
  readonly hasLeft: boolean
}

/** Returns whether the claimant can still act: a claim goes on for somebody who has left, and for the estate of one who has died. */
export async function claimantStanding(tx: ReadTx | Tx, scope: Scope, personId: string): Promise<Standing> {
  const [known] = await tx.select({ diedOn: person.diedOn }).from(person).where(eq(person.id, personId))
  const held = await tx
    .select({ id: roleHolding.id })
    .from(roleHolding)
    .where(
      and(
        eq(roleHolding.personId, personId),
        eq(roleHolding.committeeId, scope.committeeId),
        lte(roleHolding.validFrom, scope.today),
        or(isNull(roleHolding.validUntil), gt(roleHolding.validUntil, scope.today)),
      ),
    )
    .limit(1)
  return { diedOn: known?.diedOn ?? undefined, hasLeft: held.length === 0 }
}
