import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type Day, isoFromDay } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { committee } from '../directory/directory.tables.ts'
import { feeAcknowledgement, feeGroup, fixedFee } from './fee-terms.tables.ts'
import { person, roleHolding, seat } from './people.tables.ts'

export type FixedFeeRow = {
  readonly id: string
  readonly personId: string
  readonly percent: number
  readonly forCommitteeId: string | null
  /** The committee whose work it covers; null for none. */
  readonly committeeName: string | null
  readonly validFrom: Day
  readonly validUntil: Day | null
}

export type FeeGroupRow = {
  readonly id: string
  readonly personId: string
  readonly code: string
  readonly validFrom: Day
  readonly validUntil: Day | null
}

/** Returns the fixed fees of those who have a seat or a role in the committee, or of one person, in order of time. */
export async function listFixedFees(tx: ReadTx | Tx, scope: Scope, personId?: string): Promise<readonly FixedFeeRow[]> {
  return tx
    .select({
      id: fixedFee.id,
      personId: fixedFee.personId,
      percent: fixedFee.percent,
      forCommitteeId: fixedFee.forCommitteeId,
      committeeName: committee.name,
      validFrom: fixedFee.validFrom,
      validUntil: fixedFee.validUntil,
    })
    .from(fixedFee)
    .leftJoin(committee, eq(committee.id, fixedFee.forCommitteeId))
    .where(and(isOurs(fixedFee.personId, scope), personId === undefined ? undefined : eq(fixedFee.personId, personId)))
    .orderBy(asc(fixedFee.validFrom), asc(fixedFee.id))
}

/** Returns the groups of the fee rules that persons of the committee belong to, or one person, in order of time. */
export async function listFeeGroups(tx: ReadTx | Tx, scope: Scope, personId?: string): Promise<readonly FeeGroupRow[]> {
  return tx
    .select({
      id: feeGroup.id,
      personId: feeGroup.personId,
      code: feeGroup.code,
      validFrom: feeGroup.validFrom,
      validUntil: feeGroup.validUntil,
    })
    .from(feeGroup)
    .where(and(isOurs(feeGroup.personId, scope), personId === undefined ? undefined : eq(feeGroup.personId, personId)))
    .orderBy(asc(feeGroup.validFrom), asc(feeGroup.id))
}

/** Returns the committees of the municipality by name: a fixed fee can be for the work of any of them. */
export async function listCommitteeNames(
  tx: ReadTx | Tx,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return tx.select({ id: committee.id, name: committee.name }).from(committee).orderBy(asc(committee.name))
}

export type AcknowledgedRow = { readonly personId: string; readonly year: number; readonly acknowledgedOn: Day }

/** Returns the years whose fee rules the persons have acknowledged, with the day, the earliest first. */
export async function listAcknowledged(
  tx: ReadTx | Tx,
  personIds: readonly string[],
): Promise<readonly AcknowledgedRow[]> {
  if (personIds.length === 0) return []
  return tx
    .select({
      personId: feeAcknowledgement.personId,
      year: feeAcknowledgement.year,
      acknowledgedOn: feeAcknowledgement.acknowledgedOn,
    })
    .from(feeAcknowledgement)
    .where(inArray(feeAcknowledgement.personId, [...personIds]))
    .orderBy(asc(feeAcknowledgement.year))
}

/** Keeps that the person has acknowledged the fee rules of the year. Returns false when that was known already. */
export async function addAcknowledgement(
  tx: Tx,
  row: { readonly municipalityId: string; readonly personId: string; readonly year: number; readonly on: Day },
): Promise<boolean> {
  const { on, ...rest } = row
  const made = await tx
    .insert(feeAcknowledgement)
    .values({ ...rest, acknowledgedOn: on })
    .onConflictDoNothing({ target: [feeAcknowledgement.personId, feeAcknowledgement.year] })
    .returning({ id: feeAcknowledgement.id })
  return made.length > 0
}

export async function addFixedFee(tx: Tx, row: typeof fixedFee.$inferInsert): Promise<void> {
  await tx.insert(fixedFee).values(row)
}

export async function addFeeGroup(tx: Tx, row: typeof feeGroup.$inferInsert): Promise<void> {
  await tx.insert(feeGroup).values(row)
}

/** Ends the fixed fee or the group from the day given, or takes it away where there is none. */
export async function endTerm(tx: Tx, kind: 'fixed-fee' | 'group', id: string, until: Day | undefined): Promise<void> {
  const table = kind === 'fixed-fee' ? fixedFee : feeGroup
  if (until === undefined) await tx.delete(table).where(eq(table.id, id))
  else await tx.update(table).set({ validUntil: until }).where(eq(table.id, id))
}

/** Returns the committees in which the person has or has had a seat. */
export async function committeesOf(tx: ReadTx | Tx, personId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ id: seat.committeeId })
    .from(seat)
    .where(eq(seat.personId, personId))
    .orderBy(asc(seat.committeeId))
  return rows.map(({ id }) => id)
}

/** Keeps the day of death, or that there was none. */
export async function setDiedOn(tx: Tx, personId: string, diedOn: Day | null): Promise<void> {
  await tx.update(person).set({ diedOn }).where(eq(person.id, personId))
}

/**
 * Ends every seat, role, fixed fee and group of the person from the day given, in all committees of the municipality. What
 * would have begun later never does.
 */
export async function endEverything(tx: Tx, personId: string, until: Day): Promise<void> {
  const day = sql`${isoFromDay(until)}::date`
  for (const table of [seat, roleHolding])
    await tx
      .update(table)
      .set({ validUntil: sql`greatest(${table.validFrom}, ${day})` })
      .where(and(eq(table.personId, personId), sql`(${table.validUntil} is null or ${table.validUntil} > ${day})`))
  for (const table of [fixedFee, feeGroup]) {
    await tx.delete(table).where(and(eq(table.personId, personId), sql`${table.validFrom} >= ${day}`))
    await tx
      .update(table)
      .set({ validUntil: until })
      .where(and(eq(table.personId, personId), sql`(${table.validUntil} is null or ${table.validUntil} > ${day})`))
  }
}

function isOurs(personId: typeof fixedFee.personId | typeof feeGroup.personId, { committeeId }: Scope) {
  return sql`(exists (select from seat s where s.person_id = ${personId} and s.committee_id = ${committeeId})
    or exists (select from role_holding h where h.person_id = ${personId} and h.committee_id = ${committeeId}))`
}
