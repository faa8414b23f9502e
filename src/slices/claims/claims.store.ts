import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { FeeLine } from '../../engine/finding.ts'
import { type Day, yearPeriod } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { amongIds } from '../../platform/db/many.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { person } from '../people/people.tables.ts'
import { attendance, visit } from '../visits/visits.tables.ts'
import type { ClaimState } from '../../kernel/claim-steps.ts'
import { claim, claimDecision } from './claims.tables.ts'

const names = z.array(z.string())
const ids = z.array(z.string())

/** Returns the ids of the units of a visit, by its id's column. */
export function unitIdsOf(visitId: AnyPgColumn) {
  const found = sql`(select coalesce(jsonb_agg(vu.unit_id order by vu.unit_id), '[]') from visit_unit vu where vu.visit_id = ${visitId})`
  return found.mapWith((value) => ids.parse(value))
}

/** Returns the names of the units of a visit, by its id's column. */
export function unitNamesOf(visitId: AnyPgColumn) {
  const found = sql`(select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu
    join unit u on u.id = vu.unit_id where vu.visit_id = ${visitId})`
  return found.mapWith((value) => names.parse(value))
}

const columns = {
  id: claim.id,
  visitId: claim.visitId,
  personId: claim.personId,
  state: claim.state,
  madeAt: claim.madeAt,
  version: claim.version,
  personName: person.name,
  visitDay: visit.day,
  visitStart: visit.startTime,
  visitState: visit.state,
  unitIds: unitIdsOf(claim.visitId),
  unitNames: unitNamesOf(claim.visitId),
}

export type ClaimRow = {
  readonly id: string
  readonly visitId: string
  readonly personId: string
  readonly state: ClaimState
  readonly madeAt: Instant
  readonly version: number
  readonly personName: string
  readonly visitDay: Day
  readonly visitStart: number
  readonly visitState: string
  readonly unitIds: readonly string[]
  readonly unitNames: readonly string[]
}

export type ClaimFilter = {
  readonly ids?: readonly string[] | undefined
  readonly year?: number | undefined
  readonly states?: readonly ClaimState[] | undefined
  readonly personId?: string | undefined
  readonly visitId?: string | undefined
}

export type Slice = { readonly limit: number; readonly offset: number }

/** Returns the claims that the one who asks may see, the newest visit first. */
export async function listClaims(
  tx: ReadTx | Tx,
  scope: Scope,
  filter: ClaimFilter = {},
  slice?: Slice,
): Promise<readonly ClaimRow[]> {
  const query = tx
    .select(columns)
    .from(claim)
    .innerJoin(visit, eq(visit.id, claim.visitId))
    .innerJoin(person, eq(person.id, claim.personId))
    .where(chosen(scope, filter))
    .orderBy(desc(visit.day), desc(visit.startTime), asc(person.name), asc(claim.id))
  return slice === undefined ? query : query.limit(slice.limit).offset(slice.offset)
}

/** Returns how many claims the filter chooses. */
export async function countClaims(tx: ReadTx | Tx, scope: Scope, filter: ClaimFilter = {}): Promise<number> {
  const [row] = await tx
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(claim)
    .innerJoin(visit, eq(visit.id, claim.visitId))
    .where(chosen(scope, filter))
  return row?.count ?? 0
}

/** Returns the claim. Throws `NotFound` when there is none or it must not be seen. */
export async function getClaim(tx: ReadTx | Tx, scope: Scope, id: string): Promise<ClaimRow> {
  const [row] = await listClaims(tx, scope, { ids: [id] })
  if (!row) throw new NotFound('claim')
  return row
}

/** Returns the years in which there are claims to see, the latest first. */
export async function listYears(tx: ReadTx | Tx, scope: Scope): Promise<readonly number[]> {
  const year = sql<number>`extract(year from ${visit.day})::int`
  const rows = await tx
    .selectDistinct({ year })
    .from(claim)
    .innerJoin(visit, eq(visit.id, claim.visitId))
    .where(visibleClaims(scope))
    .orderBy(desc(year))
  return rows.map((row) => Number(row.year))
}

/** Returns those who have claims that the one who asks may see, by name. */
export async function listClaimants(
  tx: ReadTx | Tx,
  scope: Scope,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return tx
    .selectDistinct({ id: person.id, name: person.name })
    .from(claim)
    .innerJoin(person, eq(person.id, claim.personId))
    .where(visibleClaims(scope))
    .orderBy(asc(person.name))
}

/** The condition that every query of claims has: all for those who read all, one's own for a politician, none for others. */
function visibleClaims(scope: Scope): SQL | undefined {
  const ours = eq(claim.committeeId, scope.committeeId)
  if (scope.personId === undefined || may(scope, 'claims:read-all')) return ours
  return may(scope, 'claims:read-own') ? and(ours, eq(claim.personId, scope.personId)) : sql`false`
}

function chosen(scope: Scope, filter: ClaimFilter): SQL | undefined {
  const period = filter.year === undefined ? undefined : yearPeriod(filter.year)
  return and(
    visibleClaims(scope),
    filter.ids && amongIds(claim.id, filter.ids),
    filter.states && oneOf(filter.states),
    filter.personId === undefined ? undefined : eq(claim.personId, filter.personId),
    filter.visitId === undefined ? undefined : eq(claim.visitId, filter.visitId),
    period && gte(visit.day, period.from),
    period && lt(visit.day, period.until),
  )
}

function oneOf(states: readonly ClaimState[]): SQL {
  return states.length === 0 ? sql`false` : inArray(claim.state, [...states])
}

const count = z.number().int()
const quantity = z.object({ numerator: count, denominator: count })
const part = z.object({
  kind: z.string(),
  minutes: count,
  quantity,
  rate: count,
  amount: count,
  source: z.string(),
  clause: z.string(),
})
const reason = z.looseObject({
  rule: z.string(),
  source: z.string(),
  kind: z.string(),
  clause: z.string(),
  outcome: z.string(),
  code: z.string(),
})

/** A fee line as it was frozen. What the engine wrote then is read back as it stands. */
const frozenLine = z
  .looseObject({
    visit: z.string(),
    person: z.string(),
    day: count,
    outcome: z.enum(['payable', 'not-payable', 'waiting', 'needs-decision', 'cannot-tell']),
    attended: count,
    paid: count,
    amount: count,
    parts: z.array(part),
    reasons: z.array(reason),
  })
  .transform((line) => line as unknown as FeeLine)

export type DecisionRow = Omit<typeof claimDecision.$inferSelect, 'feeLine' | 'otherLines' | 'municipalityId'> & {
  readonly line: FeeLine
  /** The lines of lost earnings and costs. */
  readonly others: readonly FeeLine[]
}

/** Returns every step of the claims, the earliest first. */
export async function listDecisions(
  tx: ReadTx | Tx,
  scope: Scope,
  claimIds: readonly string[],
): Promise<readonly DecisionRow[]> {
  if (claimIds.length === 0) return []
  const rows = await tx
    .select({ decision: claimDecision })
    .from(claimDecision)
    .innerJoin(claim, eq(claim.id, claimDecision.claimId))
    .where(and(visibleClaims(scope), amongIds(claimDecision.claimId, claimIds)))
    .orderBy(asc(claimDecision.at), asc(claimDecision.id))
  return rows.map(({ decision }) => decisionRow(decision))
}

/** Returns the step with its lines as they were frozen. */
export function decisionRow({
  feeLine,
  otherLines,
  municipalityId,
  ...row
}: typeof claimDecision.$inferSelect): DecisionRow {
  return { ...row, line: frozenLine.parse(feeLine), others: z.array(frozenLine).parse(otherLines) }
}

/** Returns the latest step of each claim, by claim. */
export async function latestDecisions(
  tx: ReadTx | Tx,
  scope: Scope,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, DecisionRow>> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx
    .selectDistinctOn([claimDecision.claimId], { decision: claimDecision })
    .from(claimDecision)
    .innerJoin(claim, eq(claim.id, claimDecision.claimId))
    .where(and(visibleClaims(scope), amongIds(claimDecision.claimId, claimIds)))
    .orderBy(claimDecision.claimId, desc(claimDecision.at), desc(claimDecision.id))
  return new Map(rows.map(({ decision }) => [decision.claimId, decisionRow(decision)]))
}

/**
 * Waits until nobody else computes claims for the same years of the same persons and units, and keeps others out until
 * the transaction ends. Always in one order, so that two who want the same locks never wait for each other.
 */
export async function lockYears(
  tx: Tx,
  scope: Scope,
  of: readonly { readonly personId: string; readonly unitIds: readonly string[]; readonly year: number }[],
): Promise<void> {
  const keys = of.flatMap(({ personId, unitIds, year }) => [
    `person ${personId} ${year}`,
    ...unitIds.map((unitId) => `unit ${unitId} ${year}`),
  ])
  await lockAll(tx, scope, [...new Set(keys)].sort())
}

/** Waits for and holds a lock of this municipality until the transaction ends. */
export async function lock(tx: Tx, scope: Scope, key: string): Promise<void> {
  await lockAll(tx, scope, [key])
}

/** One statement for all of them, taken in the order they are given. */
async function lockAll(tx: Tx, scope: Scope, keys: readonly string[]): Promise<void> {
  const names = JSON.stringify(keys.map((key) => `claims ${scope.municipalityId} ${key}`))
  await tx.execute(sql`select count(pg_advisory_xact_lock(hashtextextended(named.key, 0)))
    from (select key from jsonb_array_elements_text(${names}::jsonb) with ordinality all_keys (key, place) order by place) named`)
}

export type Attendee = { readonly personId: string; readonly visitDay: Day; readonly unitIds: readonly string[] }

/** Returns those who attended the visit, when it has been held. */
export async function listAttendees(tx: ReadTx | Tx, scope: Scope, visitId: string): Promise<readonly Attendee[]> {
  return tx
    .selectDistinct({ personId: attendance.personId, visitDay: visit.day, unitIds: unitIdsOf(visit.id) })
    .from(attendance)
    .innerJoin(visit, eq(visit.id, attendance.visitId))
    .where(
      and(eq(visit.committeeId, scope.committeeId), eq(visit.id, visitId), inArray(visit.state, ['held', 'reported'])),
    )
    .orderBy(asc(attendance.personId))
}

/** Makes a claim for each of the persons who has none for the visit. Returns the ids of those made now. */
export async function makeClaims(
  tx: Tx,
  scope: Scope,
  of: { readonly visitId: string; readonly personIds: readonly string[]; readonly at: Instant },
): Promise<readonly string[]> {
  if (of.personIds.length === 0) return []
  const rows = of.personIds.map((personId) => ({
    municipalityId: scope.municipalityId,
    committeeId: scope.committeeId,
    visitId: of.visitId,
    personId,
    state: 'made' as const,
    madeAt: of.at,
  }))
  const made = await tx
    .insert(claim)
    .values(rows)
    .onConflictDoNothing({ target: [claim.visitId, claim.personId] })
    .returning({ id: claim.id })
  return made.map(({ id }) => id)
}
