import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, oreColumn, tenantTable, timeOfDay } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { person, roleHolding } from '../people/people.tables.ts'
import { visit } from '../visits/visits.tables.ts'
import type { Day } from '../../kernel/date.ts'
import { claimStates, claimSteps } from '../../kernel/claim-steps.ts'

/** That a holder of a role has somebody else approve in their place for a time (delegation of attest). */
export const approvalDelegation = tenantTable(
  'approval_delegation',
  {
    committeeId: uuid('committee_id').notNull(),
    /** The role of the fee rules that it gives: `chair`, `vice-chair`, or one that they name. */
    role: text('role').notNull(),
    /** Who gives it; absent when the committee itself decided. */
    fromPersonId: uuid('from_person_id'),
    toPersonId: uuid('to_person_id').notNull(),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until').notNull(),
    /** The decision it rests on. */
    decidedOn: day('decided_on').notNull(),
    paragraph: text('paragraph').notNull().default(''),
    registeredById: uuid('registered_by_id').notNull(),
    registeredAt: instant('registered_at').notNull(),
    /** The role `approver` that came with it, where the person lacked the right; it ends with the delegation. */
    holdingId: uuid('holding_id'),
    /** Who ended it before its time, and when: it holds no longer from that moment. */
    endedById: uuid('ended_by_id'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.holdingId, roleHolding),
    check('approval_delegation_ended', sql`(${table.endedById} is null) = (${table.endedAt} is null)`),
    belongsTo(table, table.fromPersonId, person),
    belongsTo(table, table.toPersonId, person),
    belongsTo(table, table.registeredById, person),
    belongsTo(table, table.endedById, person),
    check('approval_delegation_period', sql`${table.validFrom} < ${table.validUntil}`),
    check(
      'approval_delegation_other',
      sql`${table.fromPersonId} is null or ${table.fromPersonId} <> ${table.toPersonId}`,
    ),
    index('approval_delegation_by_committee').on(table.committeeId, table.validFrom),
  ],
)

/** A fee claim (arvodesunderlag): one person's attendance at one visit. It makes itself. */
export const claim = tenantTable(
  'claim',
  {
    committeeId: uuid('committee_id').notNull(),
    visitId: uuid('visit_id').notNull(),
    personId: uuid('person_id').notNull(),
    state: text('state', { enum: claimStates }).notNull(),
    madeAt: instant('made_at').notNull(),
    /** Time beside the visit that the claimant adds; absent until they have. */
    travelMinutes: timeOfDay('travel_minutes'),
    preparationMinutes: timeOfDay('preparation_minutes'),
    afterWorkMinutes: timeOfDay('after_work_minutes'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.personId, person),
    unique('claim_once').on(table.visitId, table.personId),
    check(
      'claim_added_time',
      sql`coalesce(${table.travelMinutes}, 0) between 0 and 1440 and coalesce(${table.preparationMinutes}, 0) between 0 and 1440 and coalesce(${table.afterWorkMinutes}, 0) between 0 and 1440`,
    ),
    index('claim_by_person').on(table.personId),
    index('claim_by_committee').on(table.committeeId, table.state),
  ],
)

/** One step a claim took: who, when, and the fee line as it stood, with its reasons. Never changed. Without a person it was the system. */
export const claimDecision = tenantTable(
  'claim_decision',
  {
    claimId: uuid('claim_id').notNull(),
    kind: text('kind', { enum: claimSteps }).notNull(),
    at: instant('at').notNull(),
    day: day('day').notNull(),
    personId: uuid('person_id'),
    claimantId: uuid('claimant_id').notNull(),
    /** Who registered the claimant's own step after a phone call, and on which day that was; absent otherwise. */
    registeredById: uuid('registered_by_id'),
    calledOn: day('called_on'),
    /** All of the claim: the fee, lost earnings and costs. */
    amount: oreColumn('amount').notNull(),
    feeLine: jsonb('fee_line').notNull(),
    /** The lines of lost earnings and costs. */
    otherLines: jsonb('other_lines').notNull().default([]),
    /** What the facts gave when a difference was let stand, in öre by kind: the decision holds while they give the same. */
    letStandAt: jsonb('let_stand_at').$type<Readonly<Record<string, number>>>(),
    /** In which role it was approved, by the fee rules; absent for other steps. */
    actingAs: text('acting_as'),
    /** The delegation it was approved by, where the person does not hold the role. */
    delegationId: uuid('delegation_id'),
    reason: text('reason').notNull().default(''),
    /** What the claimant filled in when confirming, by the fields that the fee rules ask for. */
    given: jsonb('given').$type<Readonly<Record<string, string>>>().notNull().default({}),
  },
  (table) => [
    belongsTo(table, table.claimId, claim),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.claimantId, person),
    belongsTo(table, table.registeredById, person),
    belongsTo(table, table.delegationId, approvalDelegation),
    check(
      'claim_decision_registered',
      sql`(${table.registeredById} is null) = (${table.calledOn} is null) and (${table.registeredById} is null or (${table.kind} = 'confirmed' and ${table.personId} = ${table.claimantId}))`,
    ),
    check(
      'claim_decision_not_own',
      sql`${table.kind} not in ('checked', 'approved', 'refused', 'corrected', 'reversed', 'let-stand') or ${table.personId} <> ${table.claimantId}`,
    ),
    check('claim_decision_let_stand', sql`(${table.kind} = 'let-stand') = (${table.letStandAt} is not null)`),
    check(
      'claim_decision_by_system',
      sql`${table.personId} is not null or ${table.kind} in ('returned', 'waived', 'reopened')`,
    ),
    index('claim_decision_by_claim').on(table.claimId),
  ],
)

/** What payroll calls each kind of fee in one committee. */
export const payType = tenantTable(
  'pay_type',
  {
    committeeId: uuid('committee_id').notNull(),
    feeKind: text('fee_kind').notNull(),
    payType: text('pay_type').notNull(),
    label: text('label').notNull(),
    costCentre: text('cost_centre').notNull().default(''),
    project: text('project').notNull().default(''),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    unique('pay_type_once').on(table.committeeId, table.feeKind),
  ],
)

/** A payroll file (lönefil) as it was taken out: locked from the start. */
export const payrollBatch = tenantTable(
  'payroll_batch',
  {
    committeeId: uuid('committee_id').notNull(),
    number: integer('number').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    /** The numbers its rows bear, unique in the municipality for ever: payroll's protection against paying twice. */
    firstRowId: integer('first_row_id').notNull(),
    lastRowId: integer('last_row_id').notNull(),
    /** The last day whose approvals it takes, when it was made for a cut-off. */
    cutOffOn: day('cut_off_on'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.createdBy, person),
    unique('payroll_batch_number').on(table.committeeId, table.number),
    unique('payroll_batch_first_row').on(table.municipalityId, table.firstRowId),
    check('payroll_batch_row_ids', sql`${table.firstRowId} > 0 and ${table.firstRowId} <= ${table.lastRowId}`),
  ],
)

/** What payroll has said of a batch: the file that was read back, or that somebody marked it as paid by hand. */
export const payrollReceipt = tenantTable(
  'payroll_receipt',
  {
    committeeId: uuid('committee_id').notNull(),
    batchId: uuid('batch_id').notNull(),
    readAt: instant('read_at').notNull(),
    readById: uuid('read_by_id').notNull(),
    /** The file's name and its SHA-256 in hex; absent when it was marked by hand. */
    fileName: text('file_name'),
    sha256: text('sha256'),
    /** The rows that were paid, with the day, by row number. */
    paid: jsonb('paid').$type<readonly { readonly rowId: number; readonly on: Day }[]>().notNull().default([]),
    /** The rows that were not, with what payroll said of them; with the amount it gave, where that was another than ours. */
    notPaid: jsonb('not_paid')
      .$type<readonly { readonly rowId: number; readonly why: string; readonly amount?: number }[]>()
      .notNull()
      .default([]),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.batchId, payrollBatch),
    belongsTo(table, table.readById, person),
    check('payroll_receipt_file', sql`(${table.fileName} is null) = (${table.sha256} is null)`),
    unique('payroll_receipt_file_once').on(table.batchId, table.sha256),
  ],
)

/**
 * What has gone to payroll and is to be something else: decided by the one who approves, and written as counter-rows in the
 * next batch. What has gone out is never changed.
 */
export const claimCorrection = tenantTable(
  'claim_correction',
  {
    committeeId: uuid('committee_id').notNull(),
    claimId: uuid('claim_id').notNull(),
    /** The decision, with the lines that hold from now on. */
    decisionId: uuid('decision_id').notNull(),
    /** What had gone out, with earlier corrections, and what it is to be. */
    fromAmount: oreColumn('from_amount').notNull(),
    toAmount: oreColumn('to_amount').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.claimId, claim),
    belongsTo(table, table.decisionId, claimDecision),
    unique('claim_correction_once').on(table.decisionId),
    index('claim_correction_by_claim').on(table.claimId),
  ],
)

/** One claim, or one correction of a claim, in a payroll file, frozen as it was written there. Each is exported once. */
export const payrollRow = tenantTable(
  'payroll_row',
  {
    batchId: uuid('batch_id').notNull(),
    claimId: uuid('claim_id').notNull(),
    position: integer('position').notNull(),
    amount: oreColumn('amount').notNull(),
    frozen: jsonb('frozen').notNull(),
    /** The correction that its counter-rows carry out; absent for the claim itself. */
    correctionId: uuid('correction_id'),
    /** The day payroll paid it, by its receipt; absent until it is known. */
    paidOn: day('paid_on'),
    receiptId: uuid('receipt_id'),
  },
  (table) => [
    belongsTo(table, table.batchId, payrollBatch),
    belongsTo(table, table.claimId, claim),
    belongsTo(table, table.correctionId, claimCorrection),
    belongsTo(table, table.receiptId, payrollReceipt),
    uniqueIndex('payroll_row_claim_once').on(table.claimId).where(sql`${table.correctionId} is null`),
    unique('payroll_row_correction_once').on(table.correctionId),
    check('payroll_row_paid', sql`(${table.paidOn} is null) = (${table.receiptId} is null)`),
    unique('payroll_row_position').on(table.batchId, table.position),
  ],
)
