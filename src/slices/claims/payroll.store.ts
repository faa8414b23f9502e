import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { committee } from '../directory/directory.tables.ts'
import { municipality } from '../municipalities/municipalities.tables.ts'
import { person, personalNumber } from '../people/people.tables.ts'
import type { PayrollBatch, PayrollRow } from './claims.export.ts'
import { latestDecisions, listClaims } from './claims.store.ts'
import { claimDecision, payrollBatch, payrollRow, payType } from './claims.tables.ts'
import type { ApprovedClaim, ClaimRows, PayType } from './payroll.rules.ts'

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
  const numbers = await employmentNumbers(
    tx,
    rows.map((row) => row.personId),
  )
  const unnumbered = rows.map((row) => row.personId).filter((id) => (numbers.get(id) ?? '').trim() === '')
  const personalNumbers = await numberedForPayroll(tx, unnumbered)
  const approved = rows.flatMap((row) => {
    const decision = decisions.get(row.id)
    if (decision === undefined) return []
    return [
      {
        ...row,
        employmentNumber: numbers.get(row.personId) ?? null,
        hasPersonalNumber: personalNumbers.has(row.personId),
        amount: decision.amount,
        line: decision.line,
        others: decision.others,
      },
    ]
  })
  return approved.sort(
    (a, b) => byName.compare(a.personName, b.personName) || a.visitDay - b.visitDay || (a.id < b.id ? -1 : 1),
  )
}

const byName = new Intl.Collator('sv')

async function employmentNumbers(
  tx: ReadTx | Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: person.id, number: person.employmentNumber })
    .from(person)
    .where(inArray(person.id, [...new Set(personIds)]))
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Returns the next number of a batch in the committee, and of a row in the municipality. Lock payroll first. */
export async function nextNumbers(tx: Tx, scope: Scope): Promise<{ readonly batch: number; readonly row: number }> {
  const [batches] = await tx
    .select({ last: max(payrollBatch.number) })
    .from(payrollBatch)
    .where(eq(payrollBatch.committeeId, scope.committeeId))
  const [rows] = await tx
    .select({ last: max(payrollBatch.lastRowId) })
    .from(payrollBatch)
    .where(eq(payrollBatch.municipalityId, scope.municipalityId))
  return { batch: (batches?.last ?? 0) + 1, row: (rows?.last ?? 0) + 1 }
}

export type NewBatch = {
  readonly number: number
  readonly at: Instant
  readonly by: string
  readonly claims: readonly ClaimRows[]
}

/** Freezes the batch with its rows. Returns its id. */
export async function addBatch(tx: Tx, scope: Scope, { number, at, by, claims }: NewBatch): Promise<string> {
  const rowIds = claims.flatMap(({ rows }) => rows.map(({ rowId }) => rowId))
  const owner = { municipalityId: scope.municipalityId }
  const [batch] = await tx
    .insert(payrollBatch)
    .values({
      ...owner,
      committeeId: scope.committeeId,
      number,
      createdAt: at,
      createdBy: by,
      firstRowId: Math.min(...rowIds),
      lastRowId: Math.max(...rowIds),
    })
    .returning({ id: payrollBatch.id })
  if (batch === undefined) throw new Error('the payroll batch was not saved')
  const { id } = batch
  await tx.insert(payrollRow).values(
    claims.map(({ claimId, amount, rows }, position) => ({
      ...owner,
      batchId: id,
      claimId,
      position,
      amount,
      frozen: rows,
    })),
  )
  return id
}

export type BatchRow = {
  readonly id: string
  readonly number: number
  readonly createdAt: Instant
  readonly createdByName: string
  readonly claims: number
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
      claims: sql`(select count(*) from payroll_row r where r.batch_id = ${payrollBatch.id})`.mapWith(Number),
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

/** Returns the batch that a claim left in, when it has left. */
export async function findBatchOfClaim(tx: ReadTx | Tx, scope: Scope, claimId: string): Promise<BatchRow | undefined> {
  const [row] = await tx
    .select({ id: payrollRow.batchId })
    .from(payrollRow)
    .innerJoin(payrollBatch, eq(payrollBatch.id, payrollRow.batchId))
    .where(and(eq(payrollRow.claimId, claimId), eq(payrollBatch.committeeId, scope.committeeId)))
  if (row === undefined) return undefined
  const [batch] = await listBatches(tx, scope, { id: row.id })
  return batch
}

const count = z.number().int()
const frozenRow = z
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
        inArray(
          claimDecision.claimId,
          frozen.map(({ claimId }) => claimId),
        ),
      ),
    )
    .orderBy(asc(person.name))
  const rows = frozen.flatMap((it) => z.array(frozenRow).parse(it.rows))
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
    .where(
      and(inArray(personalNumber.personId, [...personIds]), inArray(personalNumber.neededFor, ['payroll', 'both'])),
    )
  return new Set(rows.map(({ personId }) => personId))
}
