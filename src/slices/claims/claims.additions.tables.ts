import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, text, uuid } from 'drizzle-orm/pg-core'
import { attachmentKinds } from '../../kernel/attachment.ts'
import { belongsTo, bytes, instant, oreColumn, tenantTable, timeOfDay } from '../../platform/db/columns.ts'
import { person } from '../people/people.tables.ts'
import { claim } from './claims.tables.ts'

/** A receipt or a certificate of income that a claimant has handed in. A certificate can serve several claims. */
export const claimFile = tenantTable(
  'claim_file',
  {
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: ['receipt', 'certificate'] }).notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type', { enum: attachmentKinds }).notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    content: bytes('content').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    check('claim_file_size', sql`${table.size} between 1 and ${sql.raw(String(5 * 1024 * 1024))}`),
    index('claim_file_by_person').on(table.personId),
  ],
)

/** A journey in one's own car to the visit and back. */
export const claimJourney = tenantTable(
  'claim_journey',
  {
    claimId: uuid('claim_id').notNull(),
    /** Whole kilometres, there and back. */
    kilometres: integer('kilometres').notNull(),
    startsFrom: text('starts_from', { enum: ['home', 'workplace'] }).notNull(),
    /** Whole kilometres one way from there. */
    distance: integer('distance').notNull(),
    madeAnyway: boolean('made_anyway').notNull().default(false),
  },
  (table) => [
    belongsTo(table, table.claimId, claim),
    check('claim_journey_length', sql`${table.kilometres} between 1 and 5000 and ${table.distance} between 0 and 2000`),
    index('claim_journey_by_claim').on(table.claimId),
  ],
)

/** A cost of a kind that the fee rules name: parking, child-minding … */
export const claimCost = tenantTable(
  'claim_cost',
  {
    claimId: uuid('claim_id').notNull(),
    kind: text('kind').notNull(),
    amount: oreColumn('amount').notNull(),
    fileId: uuid('file_id'),
    /** The file was there and has been disposed of (gallring): what was paid on it still stands. */
    fileDisposed: boolean('file_disposed').notNull().default(false),
  },
  (table) => [
    belongsTo(table, table.claimId, claim),
    belongsTo(table, table.fileId, claimFile),
    check('claim_cost_amount', sql`${table.amount} > 0 and ${table.amount} <= 10000000000`),
    index('claim_cost_by_claim').on(table.claimId),
  ],
)

/** Earnings that were lost (förlorad arbetsinkomst), with what they are counted from. */
export const claimLoss = tenantTable(
  'claim_loss',
  {
    claimId: uuid('claim_id').notNull(),
    lostAs: text('lost_as', { enum: ['employee', 'self-employed'] }).notNull(),
    minutes: timeOfDay('minutes').notNull(),
    /** What an employee loses for an hour. */
    perHour: oreColumn('per_hour'),
    /** The yearly income that a self-employed person has chosen, and which of the bases in the fee rules it is. */
    yearlyIncome: oreColumn('yearly_income'),
    basis: text('basis'),
    pension: boolean('pension').notNull().default(false),
    holiday: boolean('holiday').notNull().default(false),
    fileId: uuid('file_id'),
    /** The file was there and has been disposed of (gallring): what was paid on it still stands. */
    fileDisposed: boolean('file_disposed').notNull().default(false),
  },
  (table) => [
    belongsTo(table, table.claimId, claim),
    belongsTo(table, table.fileId, claimFile),
    check('claim_loss_minutes', sql`${table.minutes} between 1 and 1440`),
    check(
      'claim_loss_income',
      sql`coalesce(${table.perHour}, 1) > 0 and coalesce(${table.yearlyIncome}, 1) > 0 and (${table.lostAs} = 'employee' or ${table.perHour} is null) and (${table.lostAs} = 'self-employed' or (${table.yearlyIncome} is null and ${table.basis} is null)) and (${table.basis} is null or ${table.yearlyIncome} is not null)`,
    ),
    index('claim_loss_by_claim').on(table.claimId),
  ],
)
