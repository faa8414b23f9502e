import { integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, instant, tenantTable } from '../../platform/db/columns.ts'
import { person } from '../people/people.tables.ts'

/** A layout of the payroll file (CSV or fixed width) as the municipality's payroll programme takes it in. */
export const payrollLayout = tenantTable(
  'payroll_layout',
  {
    name: text('name').notNull(),
    /** As `payroll.layout.rules.ts` reads it: columns, separators, form of dates and amounts, encoding, header and footer. */
    layout: jsonb('layout').notNull(),
    changedById: uuid('changed_by_id').notNull(),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.changedById, person),
    unique('payroll_layout_name').on(table.municipalityId, table.name),
  ],
)

/** What the municipality has set for its payroll files; without a row everything is as it comes. */
export const payrollSetting = tenantTable(
  'payroll_setting',
  {
    /** PAXml's version and the address of its schema, as the receiver asks for them. */
    paxmlVersion: text('paxml_version').notNull(),
    paxmlSchema: text('paxml_schema').notNull(),
    paxmlEncoding: text('paxml_encoding', { enum: ['UTF-8', 'ISO-8859-1'] }).notNull(),
    /** The dimensions of cost centre and project (SIE: 1 and 6). */
    costCentreDimension: integer('cost_centre_dimension').notNull(),
    projectDimension: integer('project_dimension').notNull(),
    changedById: uuid('changed_by_id').notNull(),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [belongsTo(table, table.changedById, person), unique('payroll_setting_once').on(table.municipalityId)],
)
