import { boolean, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, tenantTable } from '../../platform/db/columns.ts'
import { committee, meeting } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'

/** One version of a committee's guideline, as the file says it. */
export const guidelineVersion = tenantTable(
  'guideline_version',
  {
    committeeId: uuid('committee_id').notNull(),
    /** The file's own id. */
    key: text('key').notNull(),
    title: text('title').notNull(),
    /** The YAML text, read by the engine's loader. */
    source: text('source').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    unique('guideline_version_key').on(table.committeeId, table.key),
  ],
)

/** The decision by which a proposal came to hold. */
export const guidelineAdoption = tenantTable(
  'guideline_adoption',
  {
    guidelineVersionId: uuid('guideline_version_id').notNull(),
    decidedOn: day('decided_on').notNull(),
    /** The meeting in the calendar; absent when it is not there. */
    meetingId: uuid('meeting_id'),
    paragraph: text('paragraph').notNull(),
    registrationNumber: text('registration_number'),
    validFrom: day('valid_from').notNull(),
    registeredAt: instant('registered_at').notNull(),
    registeredBy: uuid('registered_by').notNull(),
    /** An adoption made up for the demonstration is marked wherever it is shown. */
    invented: boolean('invented').notNull().default(false),
  },
  (table) => [
    belongsTo(table, table.guidelineVersionId, guidelineVersion),
    belongsTo(table, table.registeredBy, person),
    belongsTo(table, table.meetingId, meeting),
    unique('guideline_adoption_once').on(table.guidelineVersionId),
  ],
)

/** A guideline that is being written (utkast). Its text may have mistakes: it is kept as it is. */
export const guidelineDraft = tenantTable(
  'guideline_draft',
  {
    committeeId: uuid('committee_id').notNull(),
    title: text('title').notNull(),
    /** The YAML text, changed by the editor or put back as a file. */
    source: text('source').notNull(),
    /** The text before the last save, for undoing it. */
    previousSource: text('previous_source'),
    /** Rises with every save; a form carries the one it was made from. */
    version: integer('version').notNull().default(1),
    /** What it was begun from, in words; absent when from nothing. */
    basedOn: text('based_on'),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: uuid('saved_by').notNull(),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.createdBy, person),
    belongsTo(table, table.savedBy, person),
    index('guideline_draft_by_committee').on(table.committeeId),
  ],
)

/** A review (uppföljning) made of a guideline, or the evaluation of a trial: when, and what came of it. */
export const guidelineReview = tenantTable(
  'guideline_review',
  {
    guidelineVersionId: uuid('guideline_version_id').notNull(),
    reviewedOn: day('reviewed_on').notNull(),
    /** The paragraph of the minutes; empty where the review was not the committee's own decision. */
    paragraph: text('paragraph').notNull().default(''),
    outcome: text('outcome').notNull(),
    registeredAt: instant('registered_at').notNull(),
    registeredBy: uuid('registered_by').notNull(),
  },
  (table) => [
    belongsTo(table, table.guidelineVersionId, guidelineVersion),
    belongsTo(table, table.registeredBy, person),
    unique('guideline_review_on').on(table.guidelineVersionId, table.reviewedOn),
  ],
)

/** A local interpretation (lokal tolkning): a dated answer to what the guideline leaves open. */
export const interpretation = tenantTable(
  'interpretation',
  {
    guidelineVersionId: uuid('guideline_version_id').notNull(),
    silenceId: text('silence_id').notNull(),
    answer: jsonb('answer').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedOn: day('decided_on').notNull(),
    paragraph: text('paragraph').notNull(),
    validFrom: day('valid_from').notNull(),
    invented: boolean('invented').notNull().default(false),
    note: text('note').notNull().default(''),
  },
  (table) => [
    belongsTo(table, table.guidelineVersionId, guidelineVersion),
    unique('interpretation_from').on(table.guidelineVersionId, table.silenceId, table.validFrom),
  ],
)

/** One version of the council's fee rules (arvodesreglemente), as the file says it. */
export const feeRulesVersion = tenantTable(
  'fee_rules_version',
  {
    key: text('key').notNull(),
    title: text('title').notNull(),
    source: text('source').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [unique('fee_rules_version_key').on(table.municipalityId, table.key)],
)
