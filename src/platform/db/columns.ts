import { type BuildExtraConfigColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  customType,
  foreignKey,
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
  pgPolicy,
  pgRole,
  pgTable,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { type Instant, instantFromIso, isoFromInstant } from '../../kernel/instant.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import { newId } from '../ids.ts'

/** The role every request works as. It owns nothing and sees one municipality. Made by `migrations/before.sql`. */
const appUser = pgRole('app_user').existing()
/** The role of schedules, backup and log verification: it reads every municipality and writes in none. */
const appSystem = pgRole('app_system').existing()

const ownMunicipality = sql`municipality_id = nullif(current_setting('app.municipality', true), '')::uuid`

/** Returns the primary key: a UUID version 7 that the application makes unless one is given. */
export function id() {
  return uuid('id').primaryKey().$defaultFn(newId)
}

/** Returns the columns that every row of a municipality has. */
export function tenant() {
  return { municipalityId: uuid('municipality_id').notNull() }
}

/** A calendar day: `date` in the database, `Day` in the program. */
export const day = customType<{ data: Day; driverData: string }>({
  dataType: () => 'date',
  fromDriver: dayFromIso,
  toDriver: isoFromDay,
})

/** A time of day or a length of time: `smallint` in the database, `Minutes` in the program. */
export const timeOfDay = customType<{ data: Minutes; driverData: number }>({
  dataType: () => 'smallint',
  fromDriver: minutes,
})

/** An amount of money: `bigint` in the database, whole `Ore` in the program. */
export const oreColumn = customType<{ data: Ore; driverData: string | number }>({
  dataType: () => 'bigint',
  fromDriver: (value) => ore(Number(value)),
})

/** A point in time: `timestamptz` in the database (read in UTC), `Instant` in the program. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: instantFromIso,
  toDriver: isoFromInstant,
})

/** Bytes: `bytea` in the database. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/**
 * Returns the two policies of a table whose rows belong to a municipality: the application sees and writes the
 * municipality of the transaction alone; the system role reads all. Needed only by tables that are not made
 * with `tenantTable`.
 */
export function tenantPolicies() {
  return [
    pgPolicy('own_municipality', { for: 'all', to: appUser, using: ownMunicipality, withCheck: ownMunicipality }),
    pgPolicy('system_reads', { for: 'select', to: appSystem, using: sql`true` }),
  ]
}

/**
 * Returns a policy that lets the application find single rows before it knows the municipality, when the
 * transaction says what it looks for: `lookUpPolicy('found_by_slug', sql`slug = ${lookedUp('slug')}`)`.
 */
function lookUpPolicy(name: string, using: SQL) {
  return pgPolicy(name, { for: 'select', to: appUser, using })
}

/** Returns the SQL for what a look-up transaction asks for (`Database.lookUp`), null in every other transaction. */
function lookedUp(what: 'slug' | 'session' | 'demo'): SQL {
  return sql.raw(`nullif(current_setting('app.${what}', true), '')`)
}

/**
 * Returns the policies of the `municipality` table itself, which needs the columns `id`, `slug` and `demo`: the
 * municipality of the transaction, the one whose slug is looked up, and the demonstration's own when those are listed.
 */
export function municipalityPolicies() {
  const itself = sql`id = nullif(current_setting('app.municipality', true), '')::uuid`
  return [
    pgPolicy('own_municipality', { for: 'all', to: appUser, using: itself, withCheck: itself }),
    pgPolicy('system_reads', { for: 'select', to: appSystem, using: sql`true` }),
    lookUpPolicy('found_by_slug', sql`slug = ${lookedUp('slug')}`),
    lookUpPolicy('demo_listed', sql`demo and ${lookedUp('demo')} = 'on'`),
  ]
}

/** Returns the policy by which the session with this token hash (lower-case hex in `token_hash`) is found. */
export function sessionPolicy() {
  return lookUpPolicy('found_by_token', sql`token_hash = ${lookedUp('session')}`)
}

type TenantColumns = { readonly id: ReturnType<typeof id> } & ReturnType<typeof tenant>

/**
 * Returns a table of a municipality: the given columns after `id` and `municipality_id`, unique on both together so that
 * composite foreign keys (`belongsTo`) keep every reference within the municipality, under row-level security.
 * FORCE and the grants follow from `migrations/after.sql` for every table that has `municipality_id`.
 */
export function tenantTable<Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
  name: Name,
  columns: Columns,
  extra?: (table: BuildExtraConfigColumns<Name, TenantColumns & Columns, 'pg'>) => PgTableExtraConfigValue[],
) {
  const all: TenantColumns & Columns = { id: id(), ...tenant(), ...columns }
  return pgTable(name, all, (table) => {
    const { id, municipalityId } = table as unknown as TenantTarget
    return [unique(`${name}_in_municipality`).on(municipalityId, id), ...tenantPolicies(), ...(extra?.(table) ?? [])]
  })
}

type TenantTarget = { readonly id: AnyPgColumn; readonly municipalityId: AnyPgColumn }

/**
 * Returns the foreign key `(municipality_id, column)` to a row of the same municipality:
 * `belongsTo(table, table.unitId, unit)`. With a nullable column the reference may be absent. The constraint is
 * called `visit_unit_id_fk`.
 */
export function belongsTo(table: { readonly municipalityId: AnyPgColumn }, column: AnyPgColumn, target: TenantTarget) {
  return foreignKey({
    name: `${getTableName(column.table)}_${column.name}_fk`,
    columns: [table.municipalityId, column],
    foreignColumns: [target.municipalityId, target.id],
  })
}
