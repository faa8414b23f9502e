import { aliasedTable, and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Role } from '../../kernel/permissions.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { holdsOn } from '../../platform/db/period.ts'
import type { Scope } from '../../platform/scope.ts'
import { person, roleHolding } from '../people/people.tables.ts'
import type { DelegationFact } from './claims.approval.rules.ts'
import { approvalDelegation, claim, claimCorrection, claimDecision, payrollBatch, payrollRow } from './claims.tables.ts'

export type DelegationRow = typeof approvalDelegation.$inferSelect

/** Returns the roles that everybody holds in the committee today, by person. */
export async function rolesToday(tx: ReadTx | Tx, scope: Scope): Promise<ReadonlyMap<string, readonly Role[]>> {
  const rows = await tx
    .select({ personId: roleHolding.personId, role: roleHolding.role })
    .from(roleHolding)
    .where(and(eq(roleHolding.committeeId, scope.committeeId), holdsOn(roleHolding, scope.today)))
    .orderBy(asc(roleHolding.id))
  const byPerson = Map.groupBy(rows, (row) => row.personId)
  return new Map([...byPerson].map(([id, held]) => [id, held.map(({ role }) => role)]))
}

/** Returns a delegation as the rules see it. */
export function asFact(row: ListedDelegation): DelegationFact {
  return { ...row, isEnded: row.endedAt !== null }
}

/** Keeps every delegation of the committee from being ended until the transaction is over: none is used while it ends. */
export async function holdDelegations(tx: Tx, scope: Scope): Promise<void> {
  await tx
    .select({ id: approvalDelegation.id })
    .from(approvalDelegation)
    .where(eq(approvalDelegation.committeeId, scope.committeeId))
    .orderBy(asc(approvalDelegation.id))
    .for('share')
}

/** Returns who has checked each claim as it stands, by claim; nobody for one that has come back since. */
export async function checkersOf(
  tx: ReadTx | Tx,
  scope: Scope,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx
    .selectDistinctOn([claimDecision.claimId], {
      claimId: claimDecision.claimId,
      kind: claimDecision.kind,
      personId: claimDecision.personId,
    })
    .from(claimDecision)
    .innerJoin(claim, eq(claim.id, claimDecision.claimId))
    .where(
      and(
        eq(claim.committeeId, scope.committeeId),
        inArray(claimDecision.claimId, [...claimIds]),
        inArray(claimDecision.kind, ['checked', 'returned', 'waived', 'reopened']),
      ),
    )
    .orderBy(claimDecision.claimId, desc(claimDecision.at), desc(claimDecision.id))
  return new Map(
    rows.flatMap(({ claimId, kind, personId }) =>
      kind === 'checked' && personId !== null ? [[claimId, personId] as const] : [],
    ),
  )
}

export type ListedDelegation = Pick<
  DelegationRow,
  | 'id'
  | 'role'
  | 'fromPersonId'
  | 'toPersonId'
  | 'validFrom'
  | 'validUntil'
  | 'decidedOn'
  | 'paragraph'
  | 'registeredById'
  | 'endedAt'
> & { readonly fromName: string | null; readonly toName: string; readonly endedByName: string | null }

const giver = aliasedTable(person, 'giver')
const delegate = aliasedTable(person, 'delegate')
const ender = aliasedTable(person, 'ender')

/** Returns every delegation of the committee with the names of those it concerns, the latest first day first. */
export async function listDelegations(tx: ReadTx | Tx, scope: Scope): Promise<readonly ListedDelegation[]> {
  return tx
    .select({
      id: approvalDelegation.id,
      role: approvalDelegation.role,
      fromPersonId: approvalDelegation.fromPersonId,
      fromName: giver.name,
      toPersonId: approvalDelegation.toPersonId,
      toName: delegate.name,
      validFrom: approvalDelegation.validFrom,
      validUntil: approvalDelegation.validUntil,
      decidedOn: approvalDelegation.decidedOn,
      paragraph: approvalDelegation.paragraph,
      registeredById: approvalDelegation.registeredById,
      endedAt: approvalDelegation.endedAt,
      endedByName: ender.name,
    })
    .from(approvalDelegation)
    .innerJoin(delegate, eq(delegate.id, approvalDelegation.toPersonId))
    .leftJoin(giver, eq(giver.id, approvalDelegation.fromPersonId))
    .leftJoin(ender, eq(ender.id, approvalDelegation.endedById))
    .where(eq(approvalDelegation.committeeId, scope.committeeId))
    .orderBy(desc(approvalDelegation.validFrom), desc(approvalDelegation.id))
}

/** Returns one delegation of the committee, locked until the transaction ends. Throws `NotFound`. */
export async function lockDelegation(tx: Tx, scope: Scope, id: string): Promise<DelegationRow> {
  const [row] = await tx
    .select()
    .from(approvalDelegation)
    .where(and(eq(approvalDelegation.id, id), eq(approvalDelegation.committeeId, scope.committeeId)))
    .for('update')
  if (!row) throw new NotFound('delegation')
  return row
}

/** Returns one delegation of the committee. Throws `NotFound`. */
export async function getDelegation(tx: ReadTx | Tx, scope: Scope, id: string): Promise<DelegationRow> {
  const [row] = await tx
    .select()
    .from(approvalDelegation)
    .where(and(eq(approvalDelegation.id, id), eq(approvalDelegation.committeeId, scope.committeeId)))
  if (!row) throw new NotFound('delegation')
  return row
}

export async function addDelegation(tx: Tx, row: typeof approvalDelegation.$inferInsert): Promise<void> {
  await tx.insert(approvalDelegation).values(row)
}

/** Writes that the delegation has ended, by whom and when. */
export async function endDelegation(
  tx: Tx,
  id: string,
  ended: { readonly endedById: string | undefined; readonly endedAt: DelegationRow['registeredAt'] },
): Promise<void> {
  await tx
    .update(approvalDelegation)
    .set({ ...ended, holdingId: null })
    .where(eq(approvalDelegation.id, id))
}

/**
 * Returns who approved what is in the payroll batch, and who decided the corrections in it, in which roles and by which
 * delegations, each once, by name.
 */
export async function signedInBatch(tx: ReadTx, scope: Scope, batchId: string) {
  return tx
    .selectDistinct({
      name: person.name,
      actingAs: claimDecision.actingAs,
      delegationId: claimDecision.delegationId,
    })
    .from(payrollRow)
    .innerJoin(payrollBatch, eq(payrollBatch.id, payrollRow.batchId))
    .leftJoin(claimCorrection, eq(claimCorrection.id, payrollRow.correctionId))
    .innerJoin(
      claimDecision,
      or(
        and(
          isNull(payrollRow.correctionId),
          eq(claimDecision.claimId, payrollRow.claimId),
          eq(claimDecision.kind, 'approved'),
        ),
        eq(claimDecision.id, claimCorrection.decisionId),
      ),
    )
    .innerJoin(person, eq(person.id, claimDecision.personId))
    .where(and(eq(payrollBatch.id, batchId), eq(payrollBatch.committeeId, scope.committeeId)))
    .orderBy(asc(person.name))
}
