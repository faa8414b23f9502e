import { sql } from 'drizzle-orm'
import { check, integer, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, instant, oreColumn, tenantTable } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'

/** What a committee has set aside for the fees of a year. */
export const feeBudget = tenantTable(
  'fee_budget',
  {
    committeeId: uuid('committee_id').notNull(),
    year: integer('year').notNull(),
    amount: oreColumn('amount').notNull(),
    setById: uuid('set_by_id').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.setById, person),
    unique('fee_budget_once').on(table.committeeId, table.year),
    check('fee_budget_amount', sql`${table.amount} >= 0 and ${table.year} between 2000 and 2999`),
  ],
)
