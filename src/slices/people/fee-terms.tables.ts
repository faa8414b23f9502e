import { sql } from 'drizzle-orm'
import { check, index, integer, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, tenantTable } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { person } from './people.tables.ts'

/** A fixed fee (årsarvode), as the share of a full one, for a period. All committees of the municipality must know of it. */
export const fixedFee = tenantTable(
  'fixed_fee',
  {
    personId: uuid('person_id').notNull(),
    percent: integer('percent').notNull(),
    /** The committee whose work it covers; absent for an office that is no committee's. */
    forCommitteeId: uuid('for_committee_id'),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until'),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    belongsTo(table, table.forCommitteeId, committee),
    check('fixed_fee_percent', sql`${table.percent} between 1 and 100`),
    check('fixed_fee_period', sql`${table.validUntil} is null or ${table.validFrom} < ${table.validUntil}`),
    index('fixed_fee_by_person').on(table.personId),
  ],
)

/** That a person belongs to a group that the fee rules name, for a period. */
export const feeGroup = tenantTable(
  'fee_group',
  {
    personId: uuid('person_id').notNull(),
    code: text('code').notNull(),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until'),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    check('fee_group_period', sql`${table.validUntil} is null or ${table.validFrom} < ${table.validUntil}`),
    index('fee_group_by_person').on(table.personId),
  ],
)

/** That a person has read and acknowledged the fee rules of a year. */
export const feeAcknowledgement = tenantTable(
  'fee_acknowledgement',
  {
    personId: uuid('person_id').notNull(),
    year: integer('year').notNull(),
    acknowledgedOn: day('acknowledged_on').notNull(),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    unique('fee_acknowledgement_once').on(table.personId, table.year),
    check('fee_acknowledgement_year', sql`${table.year} between 1900 and 2200`),
  ],
)
