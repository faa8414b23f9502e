import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, oreColumn, tenantTable } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'
import { visit } from '../visits/visits.tables.ts'

/** A fee claim (arvodesunderlag): one person's attendance at one visit. It makes itself. */
export const claim = tenantTable(
  'claim',
  {
    committeeId: uuid('committee_id').notNull(),
    visitId: uuid('visit_id').notNull(),
    personId: uuid('person_id').notNull(),
    state: text('state', {
      enum: ['made', 'confirmed', 'checked', 'approved', 'exported', 'returned', 'waived', 'refused'],
    }).notNull(),
    madeAt: instant('made_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.personId, person),
    unique('claim_once').on(table.visitId, table.personId),
    index('claim_by_person').on(table.personId),
    index('claim_by_committee').on(table.committeeId, table.state),
  ],
)

/** One step a claim took: who, when, and the fee line as it stood, with its reasons. Never changed. Without a person it was the system. */
export const claimDecision = tenantTable(
  'claim_decision',
  {
    claimId: uuid('claim_id').notNull(),
    kind: text('kind', {
      enum: ['confirmed', 'checked', 'approved', 'exported', 'returned', 'waived', 'refused', 'reopened'],
    }).notNull(),
    at: instant('at').notNull(),
    day: day('day').notNull(),
    personId: uuid('person_id'),
    claimantId: uuid('claimant_id').notNull(),
    /** Who registered the claimant's own step after a phone call, and on which day that was; absent otherwise. */
    registeredById: uuid('registered_by_id'),
    calledOn: day('called_on'),
    amount: oreColumn('amount').notNull(),
    feeLine: jsonb('fee_line').notNull(),
    reason: text('reason').notNull().default(''),
    /** What the claimant filled in when confirming, by the fields that the fee rules ask for. */
    given: jsonb('given').$type<Readonly<Record<string, string>>>().notNull().default({}),
  },
  (table) => [
    belongsTo(table, table.claimId, claim),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.claimantId, person),
    belongsTo(table, table.registeredById, person),
    check(
      'claim_decision_registered',
      sql`(${table.registeredById} is null) = (${table.calledOn} is null) and (${table.registeredById} is null or (${table.kind} = 'confirmed' and ${table.personId} = ${table.claimantId}))`,
    ),
    check(
      'claim_decision_not_own',
      sql`${table.kind} not in ('checked', 'approved', 'refused') or ${table.personId} <> ${table.claimantId}`,
    ),
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
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.createdBy, person),
    unique('payroll_batch_number').on(table.committeeId, table.number),
    unique('payroll_batch_first_row').on(table.municipalityId, table.firstRowId),
    check('payroll_batch_row_ids', sql`${table.firstRowId} > 0 and ${table.firstRowId} <= ${table.lastRowId}`),
  ],
)

/** One claim in a payroll file, frozen as it was written there. A claim is exported once. */
export const payrollRow = tenantTable(
  'payroll_row',
  {
    batchId: uuid('batch_id').notNull(),
    claimId: uuid('claim_id').notNull(),
    position: integer('position').notNull(),
    amount: oreColumn('amount').notNull(),
    frozen: jsonb('frozen').notNull(),
  },
  (table) => [
    belongsTo(table, table.batchId, payrollBatch),
    belongsTo(table, table.claimId, claim),
    unique('payroll_row_claim_once').on(table.claimId),
    unique('payroll_row_position').on(table.batchId, table.position),
  ],
)
