import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { person } from '../people/people.tables.ts'
import { dataProtectionVersion } from './data-protection.tables.ts'

export type SavedVersion = Awaited<ReturnType<typeof listVersions>>[number]

/** Returns every version of the document, the latest first. */
export async function listVersions(tx: ReadTx | Tx, scope: Scope, document: 'record' | 'assessment') {
  const { version, answers, savedAt } = dataProtectionVersion
  return tx
    .select({ version, answers, savedAt, savedBy: person.name })
    .from(dataProtectionVersion)
    .innerJoin(person, eq(person.id, dataProtectionVersion.savedById))
    .where(and(eq(dataProtectionVersion.committeeId, scope.committeeId), eq(dataProtectionVersion.document, document)))
    .orderBy(desc(version))
}

/** Adds a version. Returns whether nobody was quicker. */
export async function addVersion(tx: Tx, row: typeof dataProtectionVersion.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(dataProtectionVersion)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: dataProtectionVersion.id })
  return added.length > 0
}

const factsSchema = z.object({
  organisationNumber: z.string().nullable(),
  functionAddress: z.string(),
  roles: z.record(z.string(), z.number()),
  representatives: z.number(),
  visits: z.number(),
  reports: z.number(),
  claims: z.number(),
  letters: z.number(),
  relations: z.number(),
  logRows: z.number(),
  hasProtected: z.boolean(),
  numbersForSignIn: z.number(),
  numbersForPayroll: z.number(),
  codes: z.string(),
  passkeys: z.boolean(),
  providers: z.array(z.object({ label: z.string(), kind: z.string() })),
  emergencyLogins: z.number(),
})

/** What is really there in the committee, as numbers and yes or no: never a name. */
export type InstallationFacts = z.output<typeof factsSchema>

/** Returns what is really there in the committee today. */
export async function installationFacts(tx: ReadTx, scope: Scope): Promise<InstallationFacts> {
  const ours = sql`${scope.committeeId}::uuid`
  const holds = sql`valid_from <= current_date and (valid_until is null or valid_until > current_date)`
  const members = sql`(select person_id from seat where committee_id = ${ours} union select person_id from role_holding where committee_id = ${ours})`
  const { rows } = await tx.execute(sql`select jsonb_build_object(
    'organisationNumber', (select organisation_number from municipality),
    'functionAddress', (select function_address from municipality),
    'roles', (select coalesce(jsonb_object_agg(role, number), '{}') from (select role, count(distinct person_id)::int as number
      from role_holding where committee_id = ${ours} and ${holds} group by role) r),
    'representatives', (select count(distinct person_id)::int from seat where committee_id = ${ours} and ${holds}),
    'visits', (select count(*)::int from visit where committee_id = ${ours}),
    'reports', (select count(*)::int from report where committee_id = ${ours}),
    'claims', (select count(*)::int from claim where committee_id = ${ours}),
    'letters', (select count(*)::int from outgoing_mail where person_id in ${members}),
    'relations', (select count(*)::int from relation where committee_id = ${ours}),
    'logRows', (select count(*)::int from audit_entry where committee_id = ${ours}),
    'hasProtected', exists (select from person where protected_since is not null and id in ${members}),
    'numbersForSignIn', (select count(*)::int from personal_number where needed_for <> 'payroll' and person_id in ${members}),
    'numbersForPayroll', (select count(*)::int from personal_number where needed_for <> 'sign-in' and person_id in ${members}),
    'codes', coalesce((select codes from sign_in_policy), 'everybody'),
    'passkeys', coalesce((select passkeys from sign_in_policy), true),
    'providers', (select coalesce(jsonb_agg(jsonb_build_object('label', label, 'kind', kind) order by label), '[]')
      from identity_provider where state = 'on' and removed_at is null),
    'emergencyLogins', (select count(*)::int from emergency_login where ended_at is null and confirmed_at is not null and person_id in ${members})
  ) as facts`)
  return z.object({ facts: factsSchema }).parse(rows[0]).facts
}

/** Returns the municipality's committees, for the page that everybody may read. */
export async function listPublicCommittees(
  tx: ReadTx,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await tx.execute(sql`select id, name from committee order by name, id`)
  return z.array(z.object({ id: z.string(), name: z.string() })).parse(rows)
}

/** Whether the person has never signed in before the session that asks. */
export async function isFirstSignIn(tx: ReadTx, personId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select count(*)::int as sessions from session where person_id = ${personId}`)
  return z.object({ sessions: z.number() }).parse(rows[0]).sessions <= 1
}
