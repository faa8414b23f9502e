import { sql } from 'drizzle-orm'
import { boolean, check, index, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, tenantTable } from '../../platform/db/columns.ts'
import { area, committee, unit } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'

/** A visiting group (besöksgrupp). */
export const visitGroup = tenantTable(
  'visit_group',
  {
    committeeId: uuid('committee_id').notNull(),
    name: text('name').notNull(),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    unique('visit_group_name').on(table.committeeId, table.name),
  ],
)

export const groupMember = tenantTable(
  'group_member',
  {
    groupId: uuid('group_id').notNull(),
    personId: uuid('person_id').notNull(),
    isRapporteur: boolean('is_rapporteur').notNull().default(false),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until'),
  },
  (table) => [
    belongsTo(table, table.groupId, visitGroup),
    belongsTo(table, table.personId, person),
    unique('group_member_from').on(table.groupId, table.personId, table.validFrom),
  ],
)

/** A contact appointment (kontaktuppdrag): one person to one unit or one area, for a period. */
export const appointment = tenantTable(
  'appointment',
  {
    committeeId: uuid('committee_id').notNull(),
    personId: uuid('person_id').notNull(),
    unitId: uuid('unit_id'),
    areaId: uuid('area_id'),
    decidedOn: day('decided_on').notNull(),
    paragraph: text('paragraph').notNull().default(''),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.unitId, unit),
    belongsTo(table, table.areaId, area),
    check('appointment_one_object', sql`num_nonnulls(${table.unitId}, ${table.areaId}) = 1`),
    check('appointment_period', sql`${table.validUntil} is null or ${table.validUntil} > ${table.validFrom}`),
    index('appointment_by_committee').on(table.committeeId),
    index('appointment_by_person').on(table.personId),
  ],
)

/** A relation to a unit or area (anknytning): yes or no and a date, never who. */
export const relation = tenantTable(
  'relation',
  {
    committeeId: uuid('committee_id').notNull(),
    personId: uuid('person_id').notNull(),
    unitId: uuid('unit_id'),
    areaId: uuid('area_id'),
    /** A tie that the product or the guideline names. */
    kind: text('kind').notNull(),
    declaredAt: instant('declared_at').notNull(),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.unitId, unit),
    belongsTo(table, table.areaId, area),
    check('relation_one_object', sql`num_nonnulls(${table.unitId}, ${table.areaId}) = 1`),
  ],
)

/** A contact politician's leave, and the substitute who serves meanwhile. Why is not asked for and not kept. */
export const leave = tenantTable(
  'leave',
  {
    committeeId: uuid('committee_id').notNull(),
    personId: uuid('person_id').notNull(),
    standInId: uuid('stand_in_id'),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.standInId, person),
    check('leave_period', sql`${table.validUntil} is null or ${table.validUntil} > ${table.validFrom}`),
    check('leave_of_another', sql`${table.standInId} is distinct from ${table.personId}`),
    index('leave_by_person').on(table.personId, table.validFrom),
  ],
)
