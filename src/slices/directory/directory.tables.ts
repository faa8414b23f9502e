import { sql } from 'drizzle-orm'
import { boolean, check, index, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, tenantTable, timeOfDay } from '../../platform/db/columns.ts'

/** A committee (nämnd) with its term of office. */
export const committee = tenantTable(
  'committee',
  {
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    termFrom: day('term_from').notNull(),
    termUntil: day('term_until').notNull(),
  },
  (table) => [unique('committee_slug').on(table.municipalityId, table.slug)],
)

/** An area (verksamhetsområde) whose units share contact politicians. */
export const area = tenantTable(
  'area',
  { committeeId: uuid('committee_id').notNull(), name: text('name').notNull() },
  (table) => [belongsTo(table, table.committeeId, committee), unique('area_name').on(table.committeeId, table.name)],
)

/** A unit (enhet) that can be visited. */
export const unit = tenantTable(
  'unit',
  {
    committeeId: uuid('committee_id').notNull(),
    areaId: uuid('area_id'),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    operatedBy: text('operated_by', { enum: ['municipality', 'private'] }).notNull(),
    location: text('location').notNull().default(''),
    /** The manager has agreed to receive contact politicians. */
    consentOn: day('consent_on'),
    /** A private provider's agreement to receive visits. */
    agreementFrom: day('agreement_from'),
    agreementUntil: day('agreement_until'),
    relativesCouncil: boolean('relatives_council').notNull().default(false),
    missionDescription: text('mission_description').notNull().default(''),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.areaId, area),
    unique('unit_name').on(table.committeeId, table.name),
    index('unit_by_committee').on(table.committeeId),
  ],
)

/** A meeting (sammanträde) with its papers deadline (manusstopp). */
export const meeting = tenantTable(
  'meeting',
  {
    committeeId: uuid('committee_id').notNull(),
    day: day('day').notNull(),
    papersDeadline: day('papers_deadline').notNull(),
    place: text('place').notNull().default(''),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    unique('meeting_day').on(table.committeeId, table.day),
    check('meeting_deadline_before', sql`${table.papersDeadline} <= ${table.day}`),
  ],
)

/** Days on which a unit receives no visits, by its own word. */
export const unitBlocked = tenantTable(
  'unit_blocked',
  {
    committeeId: uuid('committee_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    validFrom: day('valid_from').notNull(),
    /** The first day on which it receives visits again. */
    validUntil: day('valid_until').notNull(),
    reason: text('reason').notNull().default(''),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.unitId, unit),
    check('unit_blocked_period', sql`${table.validFrom} < ${table.validUntil}`),
    index('unit_blocked_by_unit').on(table.unitId, table.validFrom),
  ],
)

/** When a unit's relatives' council or the like meets, so that a visit can be placed with it (SOC-07). */
export const councilDate = tenantTable(
  'council_date',
  {
    committeeId: uuid('committee_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    name: text('name').notNull(),
    day: day('day').notNull(),
    startTime: timeOfDay('start_time').notNull(),
    endTime: timeOfDay('end_time').notNull(),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.unitId, unit),
    unique('council_date_once').on(table.unitId, table.day, table.startTime),
    check('council_date_times', sql`${table.startTime} < ${table.endTime}`),
  ],
)
