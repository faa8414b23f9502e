import { sql } from 'drizzle-orm'
import { check, customType, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, tenantTable } from '../../platform/db/columns.ts'
import { meeting } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'
import { outsideContact, visit } from '../visits/visits.tables.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A report (besöksrapport) of one visit: written by those who attended, or given orally at a meeting. */
export const report = tenantTable(
  'report',
  {
    committeeId: uuid('committee_id').notNull(),
    visitId: uuid('visit_id').notNull(),
    form: text('form', { enum: ['written', 'oral'] }).notNull(),
    state: text('state', { enum: ['draft', 'final'] }).notNull(),
    startedAt: instant('started_at').notNull(),
    finalAt: instant('final_at'),
    finalDay: day('final_day'),
    finalBy: uuid('final_by'),
    /** Who registered it for the one whose report it is; absent for one's own. */
    finalRegisteredById: uuid('final_registered_by_id'),
    registrationNumber: text('registration_number'),
    /** The secretary who writes on the committee's behalf, since every author has left, and since when. */
    takenOverById: uuid('taken_over_by_id'),
    takenOverAt: instant('taken_over_at'),
    /** The meeting an oral report is given at. */
    oralMeetingId: uuid('oral_meeting_id'),
    /** Goes up by one at every save; a stale page is refused. */
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.finalBy, person),
    belongsTo(table, table.finalRegisteredById, person),
    belongsTo(table, table.takenOverById, person),
    belongsTo(table, table.oralMeetingId, meeting),
    unique('report_once').on(table.visitId),
    unique('report_registration_number').on(table.committeeId, table.registrationNumber),
    check('report_taken_over', sql`(${table.takenOverById} is null) = (${table.takenOverAt} is null)`),
    check(
      'report_final',
      sql`(${table.state} = 'final') = (${table.finalAt} is not null and ${table.finalDay} is not null and ${table.finalBy} is not null)`,
    ),
    index('report_by_committee').on(table.committeeId, table.finalDay),
  ],
)

export const reportAuthor = tenantTable(
  'report_author',
  {
    reportId: uuid('report_id').notNull(),
    personId: uuid('person_id').notNull(),
    signedAt: instant('signed_at'),
    /** Who registered the signature, and on which day the author phoned; absent for one's own. */
    registeredById: uuid('registered_by_id'),
    calledOn: day('called_on'),
  },
  (table) => [
    unique('report_author_once').on(table.reportId, table.personId),
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.registeredById, person),
    check('report_author_registered', sql`(${table.registeredById} is null) = (${table.calledOn} is null)`),
    index('report_author_by_person').on(table.personId),
  ],
)

/** What stands in one field of a draft: under a topic, in a proposal, who is to answer it, in a question. */
export const reportField = tenantTable(
  'report_field',
  {
    reportId: uuid('report_id').notNull(),
    /** The field's name in the form: `text.TOPIC`, `proposal.1`, `answerer.1`, `question.1`. */
    field: text('field').notNull(),
    text: text('text').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Who wrote it last; absent for what was written before that was kept. */
    changedBy: uuid('changed_by'),
  },
  (table) => [
    unique('report_field_once').on(table.reportId, table.field),
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.changedBy, person),
  ],
)

/** What an author wrote in a field while somebody else saved another text there: kept until the author has chosen. */
export const reportVariant = tenantTable(
  'report_variant',
  {
    reportId: uuid('report_id').notNull(),
    field: text('field').notNull(),
    personId: uuid('person_id').notNull(),
    text: text('text').notNull(),
    keptAt: instant('kept_at').notNull(),
    /** Who makes the report final without it, and when; its author can still choose otherwise until then. */
    leftOutById: uuid('left_out_by_id'),
    leftOutAt: instant('left_out_at'),
  },
  (table) => [
    unique('report_variant_once').on(table.reportId, table.field, table.personId),
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.leftOutById, person),
    check('report_variant_left_out', sql`(${table.leftOutById} is null) = (${table.leftOutAt} is null)`),
  ],
)

/** A contact outside visits that the author has taken into the report (SNB-01). Each is taken once. */
export const reportContact = tenantTable(
  'report_contact',
  { reportId: uuid('report_id').notNull(), contactId: uuid('contact_id').notNull() },
  (table) => [
    unique('report_contact_once').on(table.contactId),
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.contactId, outsideContact),
    index('report_contact_by_report').on(table.reportId),
  ],
)

/** The final report, frozen: everything it says, and the PDF/A once made. Never changed; a correction is a new version. */
export const reportDocument = tenantTable(
  'report_document',
  {
    reportId: uuid('report_id').notNull(),
    version: integer('version').notNull().default(1),
    frozen: jsonb('frozen').notNull(),
    pdf: bytes('pdf'),
  },
  (table) => [
    belongsTo(table, table.reportId, report),
    unique('report_document_version').on(table.reportId, table.version),
    check('report_document_from_one', sql`${table.version} >= 1`),
  ],
)

/** To whom the final report has gone. */
export const reportDelivery = tenantTable(
  'report_delivery',
  {
    reportId: uuid('report_id').notNull(),
    personId: uuid('person_id').notNull(),
    deliveredAt: instant('delivered_at').notNull(),
    deliveredDay: day('delivered_day').notNull(),
    /** Which version: a correction goes out once more. */
    version: integer('version').notNull().default(1),
  },
  (table) => [
    unique('report_delivery_once').on(table.reportId, table.personId, table.version),
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.personId, person),
  ],
)

/** A committee member has read the final report, in the version that was the latest then. */
export const reportReading = tenantTable(
  'report_reading',
  {
    reportId: uuid('report_id').notNull(),
    personId: uuid('person_id').notNull(),
    day: day('day').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    unique('report_reading_once').on(table.reportId, table.personId, table.version),
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.personId, person),
    index('report_reading_by_person').on(table.personId),
  ],
)

/** An author's dissent (avvikande mening) from what the report says: while it is a draft, and as it stands after. */
export const reportDissent = tenantTable(
  'report_dissent',
  {
    reportId: uuid('report_id').notNull(),
    personId: uuid('person_id').notNull(),
    text: text('text').notNull(),
    day: day('day').notNull(),
  },
  (table) => [
    unique('report_dissent_once').on(table.reportId, table.personId),
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.personId, person),
  ],
)
