import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { roles } from '../../kernel/permissions.ts'
import { belongsTo, bytes, day, instant, tenantTable } from '../../platform/db/columns.ts'
import { committee, unit } from '../directory/directory.tables.ts'

/**
 * A person in one municipality. Payroll knows them by employment number. Where a person's identity is protected, the name
 * here is an alias and the real one lies sealed in `protected_identity`: no page, letter or file can show what is not here.
 */
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
    /** Nobody signs in as a person who is locked, whatever roles there are. */
    lockedAt: instant('locked_at'),
    /** The administrator's words, for other administrators; absent when nobody has locked. */
    lockedBecause: text('locked_because'),
    /** Since when the identity is protected (skyddade personuppgifter). */
    protectedSince: instant('protected_since'),
    /** The day of death, once it is known: nothing is sent to the person, and what was earned is paid to the estate. */
    diedOn: day('died_on'),
    /** Counts the changes of the person, the roles and the ways in: two administrators cannot overwrite each other. */
    version: integer('version').notNull().default(1),
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

/**
 * The real name of a person whose identity is protected. Sealed: the database alone does not tell it. When the protection
 * is lifted the alias stays theirs, so that no document ever names two persons by the same alias.
 */
export const protectedIdentity = tenantTable(
  'protected_identity',
  {
    personId: uuid('person_id').notNull(),
    alias: text('alias').notNull(),
    /** Absent when the protection has been lifted. */
    sealedName: bytes('sealed_name'),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    unique('protected_identity_once').on(table.personId),
    unique('protected_identity_alias').on(table.municipalityId, table.alias),
  ],
)

/** A personal number (personnummer or samordningsnummer), kept only where a first sign-in or payroll needs it. */
export const personalNumber = tenantTable(
  'personal_number',
  {
    personId: uuid('person_id').notNull(),
    sealed: bytes('sealed').notNull(),
    /** Keyed digest of the twelve digits: finds the person without opening anything. */
    digest: bytes('digest').notNull(),
    neededFor: text('needed_for', { enum: ['sign-in', 'payroll', 'both'] }).notNull(),
    registeredAt: instant('registered_at').notNull(),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    unique('personal_number_once').on(table.personId),
    unique('personal_number_digest').on(table.municipalityId, table.digest),
  ],
)

/** What a person wants by mail, and when. Without a row everything comes at once, with the usual reminders. */
export const mailChoice = tenantTable(
  'mail_choice',
  {
    personId: uuid('person_id').notNull(),
    /** When what only informs comes: as it happens, or gathered. Invitations always come at once. */
    gathered: text('gathered', { enum: ['each', 'daily', 'weekly'] })
      .notNull()
      .default('each'),
    /** How many days before a visit there is a reminder. */
    visitReminders: smallint('visit_reminders').array().notNull().default(sql`'{14,1}'`),
    reportReminder: boolean('report_reminder').notNull().default(true),
    version: integer('version').notNull().default(1),
  },
  (table) => [belongsTo(table, table.personId, person), unique('mail_choice_once').on(table.personId)],
)
