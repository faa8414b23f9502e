import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, bytes, day, instant, tenantTable } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'

/**
 * A request for official documents (begäran om utlämnande, TF 2 kap.). It never says who asks: nobody has to (18 §). Where
 * the answer is to go is emptied when the request is closed.
 */
export const disclosure = tenantTable(
  'disclosure',
  {
    committeeId: uuid('committee_id').notNull(),
    number: integer('number').notNull(),
    receivedAt: instant('received_at').notNull(),
    cameAs: text('came_as', { enum: ['email', 'phone', 'letter', 'visit', 'other'] }).notNull(),
    /** In the words of the one who asks. */
    asked: text('asked').notNull(),
    contact: text('contact').notNull().default(''),
    state: text('state', {
      enum: ['received', 'examining', 'handed-out', 'partly', 'refused', 'withdrawn'],
    }).notNull(),
    registeredAt: instant('registered_at').notNull(),
    registeredBy: uuid('registered_by').notNull(),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by'),
    handedHow: text('handed_how', { enum: ['email', 'post', 'on-site', 'other'] }),
    /** Why the whole was refused, and what was told. */
    law: text('law', { enum: ['OSL', 'TF'] }),
    provision: text('provision').notNull().default(''),
    told: text('told').notNull().default(''),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.registeredBy, person),
    belongsTo(table, table.closedBy, person),
    unique('disclosure_number').on(table.committeeId, table.number),
    check(
      'disclosure_closed',
      sql`(${table.state} in ('received', 'examining')) = (${table.closedAt} is null) and (${table.closedAt} is null or ${table.contact} = '')`,
    ),
    index('disclosure_by_committee').on(table.committeeId, table.receivedAt),
  ],
)

/** A document chosen for a request, its text as it was then, and what was decided about it. */
export const disclosureDocument = tenantTable(
  'disclosure_document',
  {
    committeeId: uuid('committee_id').notNull(),
    disclosureId: uuid('disclosure_id').notNull(),
    kind: text('kind', { enum: ['report', 'decision', 'claim', 'summary'] }).notNull(),
    /** The id of what it is, or the year of a summary. */
    subject: text('subject').notNull(),
    title: text('title').notNull(),
    day: day('day').notNull(),
    /** Emptied when the request is closed: what was handed out lies in the package. */
    content: jsonb('content'),
    decision: text('decision', { enum: ['whole', 'masked', 'refused'] }),
    law: text('law', { enum: ['OSL', 'TF'] }),
    provision: text('provision').notNull().default(''),
    told: text('told').notNull().default(''),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by'),
  },
  (table) => [
    belongsTo(table, table.disclosureId, disclosure),
    belongsTo(table, table.decidedBy, person),
    unique('disclosure_document_once').on(table.disclosureId, table.kind, table.subject),
    check('disclosure_document_refused', sql`${table.decision} <> 'refused' or ${table.law} is not null`),
  ],
)

/** What is masked in a document and why: a passage of one part, or a word wherever it stands. */
export const disclosureMask = tenantTable(
  'disclosure_mask',
  {
    committeeId: uuid('committee_id').notNull(),
    documentId: uuid('document_id').notNull(),
    part: text('part'),
    startAt: integer('start_at'),
    endAt: integer('end_at'),
    /** Emptied when the request is closed: the word is the secret. */
    word: text('word'),
    wholeWord: boolean('whole_word').notNull().default(false),
    law: text('law', { enum: ['OSL', 'TF'] }).notNull(),
    provision: text('provision').notNull(),
  },
  (table) => [
    belongsTo(table, table.documentId, disclosureDocument),
    check(
      'disclosure_mask_one',
      sql`(${table.word} is null) = (${table.part} is not null and ${table.startAt} >= 0 and ${table.endAt} > ${table.startAt})`,
    ),
    index('disclosure_mask_by_document').on(table.documentId),
  ],
)

/** What was handed out: the cover page and the copies, as one ZIP. Never changed. */
export const disclosurePackage = tenantTable(
  'disclosure_package',
  {
    committeeId: uuid('committee_id').notNull(),
    disclosureId: uuid('disclosure_id').notNull(),
    name: text('name').notNull(),
    bytes: bytes('bytes').notNull(),
    /** Lower-case hexadecimal (FIPS 180-4). */
    sha256: text('sha256').notNull(),
  },
  (table) => [
    belongsTo(table, table.disclosureId, disclosure),
    unique('disclosure_package_once').on(table.disclosureId),
  ],
)
