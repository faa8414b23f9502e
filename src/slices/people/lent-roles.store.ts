import { and, eq, gte } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import { isAllowed, type Permission, type Role } from '../../kernel/permissions.ts'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { roleHolding } from './people.tables.ts'
import { changePerson, endHolding, listHoldings, lockPerson } from './register.store.ts'

type Lending = {
  readonly personId: string
  readonly role: Role
  readonly from: Day
  readonly until: Day
  /** Nothing is lent to who has this right for the whole of the time by some other role. */
  readonly lacking: Permission
}

/**
 * Gives the person the role in the scope's committee for the time, where they would lack the right for some of it. Returns
 * the id of the holding, to be taken back with, or undefined when they need none. Throws `NotFound` for somebody else's person.
 */
export async function lendRole(tx: Tx, scope: Scope, lending: Lending): Promise<string | undefined> {
  const { personId, role, from, until, lacking } = lending
  await lockPerson(tx, scope, personId)
  const held = await listHoldings(tx, scope, personId)
  // A role that was lent goes back with what it was lent for, and is not to be relied on by another.
  const own = held.filter((it) => it.role !== role && isAllowed([it.role], lacking))
  const has = own.some((it) => it.validFrom <= from && (it.validUntil === null || it.validUntil >= until))
  if (has) return undefined
  const id = newId()
  const { municipalityId, committeeId } = scope
  await tx.insert(roleHolding).values({
    id,
    municipalityId,
    committeeId,
    personId,
    role,
    validFrom: from,
    validUntil: until,
  })
  await changePerson(tx, personId)
  return id
}

/** Takes a lent role back today. One that has not been held since an earlier day leaves nothing behind. */
export async function takeBackRole(
  tx: Tx,
  scope: Scope,
  { personId, holdingId }: { readonly personId: string; readonly holdingId: string },
): Promise<void> {
  await lockPerson(tx, scope, personId)
  const ours = and(
    eq(roleHolding.id, holdingId),
    eq(roleHolding.personId, personId),
    eq(roleHolding.committeeId, scope.committeeId),
  )
  const ahead = await tx
    .delete(roleHolding)
    .where(and(ours, gte(roleHolding.validFrom, scope.today)))
    .returning({ id: roleHolding.id })
  if (ahead.length > 0) return changePerson(tx, personId)
  const [holding] = await tx.select().from(roleHolding).where(ours)
  // An administrator may have ended it already.
  if (holding === undefined || (holding.validUntil !== null && holding.validUntil <= scope.today)) return
  await endHolding(tx, holdingId, scope.today)
  await changePerson(tx, personId)
}
