import { sql } from 'drizzle-orm'
import { boolean, check, index, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, oreColumn, tenantTable, timeOfDay } from '../../platform/db/columns.ts'
import { person } from '../people/people.tables.ts'
import { visit } from '../visits/visits.tables.ts'
import { claim } from './claims.tables.ts'

/**
 * A person's paid time in the municipality: each committee's claims as they count today, and meetings entered from minutes.
 * All committees of the municipality see it, and it says no more than caps and overlapping times need.
 */
export const paidTime = tenantTable(
  'paid_time',
  {
    personId: uuid('person_id').notNull(),
    day: day('day').notNull(),
    startTime: timeOfDay('start_time').notNull(),
    endTime: timeOfDay('end_time').notNull(),
    /** When the visit began, by which its place under caps is told: somebody may have come later. As the start for what was entered. */
    beganAt: timeOfDay('began_at').notNull(),
    /** The kind of fee (`meeting`, `errand`, or one of the fee rules), or of lost earnings or costs. */
    kind: text('kind').notNull(),
    /** What is paid, or what the claim gives today. */
    amount: oreColumn('amount').notNull(),
    /** What it would give were there no other kind of fee that day; more than the amount only where another kind is kept. */
    byItself: oreColumn('by_itself').notNull(),
    /** What of the time uses caps in hours. */
    paidMinutes: timeOfDay('paid_minutes').notNull(),
    /** Paid, or gone to payroll: it stands before every cap. What has not takes its place by its start. */
    standing: boolean('standing').notNull(),
    /** The body in which it was, as its people call it. */
    body: text('body').notNull(),
    /** The claim it follows; absent for what was entered. */
    claimId: uuid('claim_id'),
    visitId: uuid('visit_id'),
    /** The minutes it was entered from: body, day and paragraph in words. */
    minutesOf: text('minutes_of').notNull().default(''),
    enteredById: uuid('entered_by_id'),
    enteredAt: instant('entered_at').notNull(),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    belongsTo(table, table.claimId, claim),
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.enteredById, person),
    unique('paid_time_claim_once').on(table.claimId, table.kind),
    // The same meeting is entered once for each person.
    unique('paid_time_once')
      .on(
        table.municipalityId,
        table.personId,
        table.day,
        table.startTime,
        table.endTime,
        table.kind,
        table.body,
        table.claimId,
      )
      .nullsNotDistinct(),
    check('paid_time_order', sql`${table.startTime} < ${table.endTime} and ${table.paidMinutes} >= 0`),
    check('paid_time_amount', sql`${table.amount} between 0 and ${table.byItself}`),
    check(
      'paid_time_source',
      sql`(${table.claimId} is null) = (${table.enteredById} is not null) and (${table.claimId} is null) = (${table.visitId} is null)`,
    ),
    index('paid_time_by_person').on(table.personId, table.day),
  ],
)
