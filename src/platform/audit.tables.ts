import { bigint, index, pgTable, text, unique, uuid, jsonb } from 'drizzle-orm/pg-core'
import { belongsTo, bytes, instant, tenant, tenantPolicies, tenantTable } from './db/columns.ts'

/** The log (logg): one chain of entries per municipality, only ever added to. Holds ids and digests, no content. */
export const auditEntry = tenantTable(
  'audit_entry',
  {
    /** The committee it happened in; absent for what belongs to the municipality itself, such as sign-ins. */
    committeeId: uuid('committee_id'),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    /** Absent for background work. */
    actorId: uuid('actor_id'),
    onBehalfOfId: uuid('on_behalf_of_id'),
    command: text('command').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    digest: bytes('digest').notNull(),
    previousHash: bytes('previous_hash').notNull(),
    hash: bytes('hash').notNull(),
  },
  (table) => [
    unique('audit_entry_seq').on(table.municipalityId, table.seq),
    index('audit_entry_by_subject').on(table.municipalityId, table.subjectId, table.seq),
    index('audit_entry_by_actor').on(table.municipalityId, table.actorId, table.seq),
  ],
)

/**
 * What an entry was about, in full; its own id is the entry's. Outside the chain: removing it, as the law may demand,
 * breaks nothing.
 */
export const auditContent = tenantTable(
  'audit_content',
  { entryId: uuid('entry_id').notNull(), content: jsonb('content').notNull() },
  (table) => [belongsTo(table, table.entryId, auditEntry), unique('audit_content_once').on(table.entryId)],
)

/** Where a municipality's chain ends. */
export const auditHead = pgTable(
  'audit_head',
  {
    municipalityId: tenant().municipalityId.primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    previousHash: bytes('previous_hash').notNull(),
    hash: bytes('hash').notNull(),
  },
  tenantPolicies,
)
