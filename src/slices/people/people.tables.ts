import { sql } from 'drizzle-orm'
import { check, index, integer, text, unique, uuid } from 'drizzle-orm/pg-core'
import { roles } from '../../kernel/permissions.ts'
import { belongsTo, day, instant, sessionPolicy, tenantTable } from '../../platform/db/columns.ts'
import { committee, unit } from '../directory/directory.tables.ts'

/** A person in one municipality. Payroll knows them by employment number; no personal number is kept. */
export const person = tenantTable(
  'person',
  {
    name: text('name').notNull(),
    email: text('email').notNull(),
    employmentNumber: text('employment_number'),
    bloc: text('bloc', { enum: ['majority', 'opposition', 'unaligned'] }),
    party: text('party'),
    language: text('language', { enum: ['sv', 'en'] })
      .notNull()
      .default('sv'),
  },
  (table) => [
    unique('person_email').on(table.municipalityId, table.email),
    unique('person_employment_number').on(table.municipalityId, table.employmentNumber),
    check('person_email_lower', sql`${table.email} = lower(${table.email})`),
  ],
)

/** A seat in a committee as member (ledamot) or substitute (ersättare), for a period. */
export const seat = tenantTable(
  'seat',
  {
    committeeId: uuid('committee_id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: ['member', 'substitute'] }).notNull(),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    index('seat_by_person').on(table.personId),
  ],
)

/** What a person may do in a committee, for a period. A manager's role names the unit. */
export const roleHolding = tenantTable(
  'role_holding',
  {
    committeeId: uuid('committee_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text('role', { enum: roles }).notNull(),
    /** Shown beside the name, for example «förste vice ordförande». */
    title: text('title'),
    unitId: uuid('unit_id'),
    validFrom: day('valid_from').notNull(),
    validUntil: day('valid_until'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.unitId, unit),
    index('role_holding_by_person').on(table.personId, table.committeeId),
    check('role_holding_manager_unit', sql`(${table.role} = 'manager') = (${table.unitId} is not null)`),
  ],
)

/** A one-time code sent by e-mail. Only its keyed digest is stored. */
export const signInCode = tenantTable(
  'sign_in_code',
  {
    personId: uuid('person_id').notNull(),
    digest: text('digest').notNull(),
    expiresAt: instant('expires_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    usedAt: instant('used_at'),
  },
  (table) => [belongsTo(table, table.personId, person), index('sign_in_code_by_person').on(table.personId)],
)

/** A signed-in browser. Only the SHA-256 of its random token is stored. */
export const session = tenantTable(
  'session',
  {
    personId: uuid('person_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    startedAt: instant('started_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [belongsTo(table, table.personId, person), unique('session_token').on(table.tokenHash), sessionPolicy()],
)
