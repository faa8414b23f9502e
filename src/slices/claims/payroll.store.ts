import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { amongIds } from '../../platform/db/many.ts'
import type { Scope } from '../../platform/scope.ts'
import { committee } from '../directory/directory.tables.ts'
import { municipality } from '../municipalities/municipalities.tables.ts'
import { person, personalNumber } from '../people/people.tables.ts'
import type { PayrollBatch, PayrollRow } from './claims.export.ts'
import { latestDecisions, listClaims } from './claims.store.ts'
import { claim, claimDecision, payrollBatch, payrollRow, payType } from './claims.tables.ts'
import { type ApprovedClaim, estateMark, type PayType } from './payroll.rules.ts'

/** Returns what payroll calls each kind of fee in the committee. */
export async function listPayTypes(tx: ReadTx | Tx, scope: Scope): Promise<readonly PayType[]> {
  return tx
    .select({
      feeKind: payType.feeKind,
      payType: payType.payType,
      label: payType.label,
      costCentre: payType.costCentre,
      project: payType.project,
    })
    .from(payType)
    .where(eq(payType.committeeId, scope.committeeId))
    .orderBy(asc(payType.feeKind))
}

/** Says what payroll calls one kind of fee, in place of what was said before. Returns the row's id. */
export async function putPayType(tx: Tx, scope: Scope, row: PayType): Promise<string> {
  const { feeKind, ...named } = row
  const [saved] = await tx
    .insert(payType)
    .values({ ...row, municipalityId: scope.municipalityId, committeeId: scope.committeeId })
    .onConflictDoUpdate({ target: [payType.committeeId, payType.feeKind], set: named })
    .returning({ id: payType.id })
  if (saved === undefined) throw new Error(`the pay type of ${feeKind} was not saved`)
  return saved.id
}

/** Returns the claims that are approved and have not left, as they were approved, by person and visit. */
export async function listApproved(tx: ReadTx | Tx, scope: Scope): Promise<readonly ApprovedClaim[]> {
  const rows = await listClaims(tx, scope, { states: ['approved'] })
  const decisions = await latestDecisions(
    tx,
    scope,
    rows.map((row) => row.id),
  )
  const payees = await payeesOf(
    tx,
    rows.map((row) => row.personId),
  )
  const approved = rows.flatMap((row) => {
    const decision = decisions.get(row.id)
    if (decision === undefined) return []
    const { amount, line, others } = decision
    return [{ ...row, ...payees(row.personId), amount, line, others }]
  })
  return approved.sort(inPayrollOrder)
}

/** By name, day of the visit and claim: the order of a payroll file. */
export function inPayrollOrder(a: Ordered, b: Ordered): number {
  return byName.compare(a.personName, b.personName) || a.visitDay - b.visitDay || (a.id < b.id ? -1 : 1)
}

type Ordered = { readonly id: string; readonly personName: string; readonly visitDay: number }

const byName = new Intl.Collator('sv')

/** What payroll needs to know of a person. */
export type PayeeFacts = {
  readonly employmentNumber: string | null
  /** A personal number is registered for payroll; asked only where there is no employment number. */
  readonly hasPersonalNumber: boolean
  readonly diedOn: Day | null
}

/** Returns what payroll needs to know of each of the persons. */
export async function payeesOf(
  tx: ReadTx | Tx,
  personIds: readonly string[],
): Promise<(personId: string) => PayeeFacts> {
  const nobody: PayeeFacts = { employmentNumber: null, hasPersonalNumber: false, diedOn: null }
  if (personIds.length === 0) return () => nobody
  const rows = await tx
    .select({ id: person.id, employmentNumber: person.employmentNumber, diedOn: person.diedOn })
    .from(person)
    .where(amongIds(person.id, new Set(personIds)))
  const unnumbered = rows.filter((row) => (row.employmentNumber ?? '').trim() === '').map(({ id }) => id)
  const personalNumbers = await numberedForPayroll(tx, unnumbered)
  const payees = new Map(rows.map(({ id, ...row }) => [id, { ...row, hasPersonalNumber: personalNumbers.has(id) }]))
  return (personId) => payees.get(personId) ?? nobody
}

export type BatchRow = {
  readonly id: string
  readonly number: number
  readonly createdAt: Instant
  readonly createdByName: string
  readonly cutOffOn: Day | null
  readonly claims: number
  /** So many of the claims have been paid. */
  readonly paid: number
  readonly total: Ore
}

/** Returns the committee's batches, the latest first. */
export async function listBatches(
  tx: ReadTx | Tx,
  scope: Scope,
  filter: { readonly id?: string; readonly number?: number } = {},
): Promise<readonly BatchRow[]> {
  return tx
    .select({
      id: payrollBatch.id,
      number: payrollBatch.number,
      createdAt: payrollBatch.createdAt,
      createdByName: person.name,
      cutOffOn: payrollBatch.cutOffOn,
      claims: sql`(select count(*) from payroll_row r where r.batch_id = ${payrollBatch.id})`.mapWith(Number),
      paid: sql`(select count(r.paid_on) from payroll_row r where r.batch_id = ${payrollBatch.id})`.mapWith(Number),
      total: sql`(select coalesce(sum(r.amount), 0) from payroll_row r where r.batch_id = ${payrollBatch.id})`.mapWith(
        (sum) => ore(Number(sum)),
      ),
    })
    .from(payrollBatch)
    .innerJoin(person, eq(person.id, payrollBatch.createdBy))
    .where(
      and(
        eq(payrollBatch.committeeId, scope.committeeId),
        filter.id === undefined ? undefined : eq(payrollBatch.id, filter.id),
        filter.number === undefined ? undefined : eq(payrollBatch.number, filter.number),
      ),
    )
    .orderBy(desc(payrollBatch.number))
}

/** Returns the batch that a claim, or a correction of one, left in, when it has left. */
export async function findBatchOf(
  tx: ReadTx | Tx,
  scope: Scope,
  what: { readonly claimId: string } | { readonly correctionId: string },
): Promise<BatchRow | undefined> {
  const [row] = await tx
    .select({ id: payrollRow.batchId })
    .from(payrollRow)
    .innerJoin(payrollBatch, eq(payrollBatch.id, payrollRow.batchId))
    .where(
      and(
        'claimId' in what
          ? and(eq(payrollRow.claimId, what.claimId), isNull(payrollRow.correctionId))
          : eq(payrollRow.correctionId, what.correctionId),
        eq(payrollBatch.committeeId, scope.committeeId),
      ),
    )
  if (row === undefined) return undefined
  const [batch] = await listBatches(tx, scope, { id: row.id })
  return batch
}

const count = z.number().int()
/** A row as it was frozen in a batch. */
export const frozenRow = z
  .strictObject({
    rowId: count,
    employmentNumber: z.string(),
    personId: z.string().optional(),
    personName: z.string(),
    day: count,
    payType: z.string(),
    label: z.string(),
    comment: z.string(),
    quantity: z.strictObject({ numerator: count, denominator: count }),
    rate: count,
    amount: count,
    visitRef: z.string(),
    costCentre: z.string().optional(),
    project: z.string().optional(),
    feeKind: z.string().optional(),
    counters: count.optional(),
  })
  .transform((row) => row as PayrollRow)

export type FrozenBatch = {
  readonly row: BatchRow
  readonly batch: PayrollBatch
  readonly approvedBy: readonly string[]
}

/** Returns the batch as it was frozen, with the names of those who approved. Throws `NotFound`. */
export async function getBatch(tx: ReadTx | Tx, scope: Scope, id: string): Promise<FrozenBatch> {
  const [row] = await listBatches(tx, scope, { id })
  if (row === undefined) throw new NotFound('payroll batch')
  const frozen = await tx
    .select({ rows: payrollRow.frozen, claimId: payrollRow.claimId })
    .from(payrollRow)
    .where(eq(payrollRow.batchId, id))
    .orderBy(asc(payrollRow.position))
  const approvers = await tx
    .selectDistinct({ name: person.name })
    .from(claimDecision)
    .innerJoin(person, eq(person.id, claimDecision.personId))
    .where(
      and(
        eq(claimDecision.kind, 'approved'),
        amongIds(
          claimDecision.claimId,
          frozen.map(({ claimId }) => claimId),
        ),
      ),
    )
    .orderBy(asc(person.name))
  const aliases = await aliasesAmong(
    tx,
    frozen.map(({ claimId }) => claimId),
  )
  const rows = frozen.flatMap((it) => {
    const alias = aliases.get(it.claimId)
    const own = z.array(frozenRow).parse(it.rows)
    return alias === undefined ? own : own.map((row) => ({ ...row, personName: renamed(row.personName, alias) }))
  })
  const [place] = await tx
    .select({ name: municipality.name, organisationNumber: municipality.organisationNumber, committee: committee.name })
    .from(committee)
    .innerJoin(municipality, eq(municipality.id, committee.municipalityId))
    .where(eq(committee.id, scope.committeeId))
  if (place === undefined) throw new NotFound('committee')
  const organisation = place.organisationNumber === null ? {} : { organisationNumber: place.organisationNumber }
  return {
    row,
    approvedBy: approvers.map(({ name }) => name),
    batch: {
      number: row.number,
      municipality: { name: place.name, ...organisation },
      committee: place.committee,
      createdAt: row.createdAt,
      rows,
    },
  }
}

/** Returns those of the persons whom payroll may know by personal number. */
async function numberedForPayroll(tx: ReadTx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx
    .select({ personId: personalNumber.personId })
    .from(personalNumber)
    .where(and(amongIds(personalNumber.personId, personIds), inArray(personalNumber.neededFor, ['payroll', 'both'])))
  return new Set(rows.map(({ personId }) => personId))
}

/** An estate stays one under the alias. */
function renamed(personName: string, alias: string): string {
  return personName.endsWith(estateMark) ? `${alias}${estateMark}` : alias
}

/** Returns the alias of each claimant whose identity is protected by now: the name that left before it is shown to nobody. */
async function aliasesAmong(tx: ReadTx | Tx, claimIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx
    .select({ claimId: claim.id, alias: person.name })
    .from(claim)
    .innerJoin(person, eq(person.id, claim.personId))
    .where(and(amongIds(claim.id, claimIds), isNotNull(person.protectedSince)))
  return new Map(rows.map(({ claimId, alias }) => [claimId, alias]))
}
