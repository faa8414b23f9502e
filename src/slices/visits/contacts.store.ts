import { and, count, desc, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { area, unit } from '../directory/directory.tables.ts'
import { type ContactKind, readsAllContacts } from './contacts.rules.ts'
import { outsideContact } from './visits.tables.ts'

/** Which contacts a list holds. Days are both included. */
export type ContactFilter = {
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly unitId?: string | undefined
  readonly areaId?: string | undefined
  readonly kind?: ContactKind | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

const columns = {
  id: outsideContact.id,
  personId: outsideContact.personId,
  unitId: outsideContact.unitId,
  areaId: outsideContact.areaId,
  /** The unit's or the area's name; empty for neither. */
  where: sql<string>`coalesce(${unit.name}, ${area.name}, '')`,
  day: outsideContact.day,
  kind: outsideContact.kind,
  subject: outsideContact.subject,
  referredTo: outsideContact.referredTo,
  takenAt: outsideContact.takenAt,
  version: outsideContact.version,
}

export type ContactRow = Awaited<ReturnType<typeof listContacts>>[number]

/** Returns the contacts that the one who asks may read, the latest first. */
export async function listContacts(tx: ReadTx | Tx, scope: Scope, filter: ContactFilter = {}) {
  const rows = select(tx)
    .where(conditions(scope, filter))
    .orderBy(desc(outsideContact.day), desc(outsideContact.id))
    .offset(filter.offset ?? 0)
  return filter.limit === undefined ? rows : rows.limit(filter.limit)
}

/** Returns how many the filter matches, whatever its limit and offset. */
export async function countContacts(tx: ReadTx | Tx, scope: Scope, filter: ContactFilter = {}): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(outsideContact).where(conditions(scope, filter))
  return row?.count ?? 0
}

/** Returns the contact. Throws `NotFound` when there is none or the one who asks may not read it. */
export async function getContact(tx: ReadTx | Tx, scope: Scope, id: string): Promise<ContactRow> {
  const [row] = await select(tx).where(and(visible(scope), eq(outsideContact.id, id)))
  if (!row) throw new NotFound('contact')
  return row
}

/** Returns the contact and locks it to the end of the transaction. Throws `NotFound` like `getContact`. */
export async function lockContact(tx: Tx, scope: Scope, id: string): Promise<ContactRow> {
  await tx
    .select({ id: outsideContact.id })
    .from(outsideContact)
    .where(and(visible(scope), eq(outsideContact.id, id)))
    .for('update')
  return getContact(tx, scope, id)
}

/** Returns how many contacts the committee has had in `[from, until)`, by kind and by unit or area. Nothing about who noted them. */
export async function contactCounts(tx: ReadTx | Tx, scope: Scope, { from, until }: { from: Day; until: Day }) {
  return tx
    .select({
      kind: columns.kind,
      unitId: columns.unitId,
      areaId: columns.areaId,
      where: columns.where,
      count: count(),
    })
    .from(outsideContact)
    .leftJoin(unit, eq(unit.id, outsideContact.unitId))
    .leftJoin(area, eq(area.id, outsideContact.areaId))
    .where(
      and(
        eq(outsideContact.committeeId, scope.committeeId),
        gte(outsideContact.day, from),
        lt(outsideContact.day, until),
      ),
    )
    .groupBy(outsideContact.kind, outsideContact.unitId, outsideContact.areaId, unit.name, area.name)
}

/**
 * Returns the person's contacts about these units, or the areas they lie in, that no report has taken up, the oldest
 * first; those with these ids alone when given.
 */
export async function listUntaken(
  tx: ReadTx | Tx,
  scope: Scope,
  of: {
    readonly personId: string
    readonly units: readonly { readonly id: string; readonly areaId: string | null }[]
    readonly ids?: readonly string[] | undefined
  },
): Promise<readonly ContactRow[]> {
  const unitIds = of.units.map(({ id }) => id)
  const areaIds = of.units.flatMap(({ areaId }) => (areaId === null ? [] : [areaId]))
  return select(tx)
    .where(
      and(
        eq(outsideContact.committeeId, scope.committeeId),
        eq(outsideContact.personId, of.personId),
        isNull(outsideContact.takenAt),
        or(inArray(outsideContact.unitId, unitIds), inArray(outsideContact.areaId, areaIds)),
        of.ids && inArray(outsideContact.id, [...of.ids]),
      ),
    )
    .orderBy(outsideContact.day, outsideContact.id)
}

/** Notes that a report has taken up these contacts. Returns how many of them no report had taken up before. */
export async function markTaken(tx: Tx, scope: Scope, ids: readonly string[], at: Instant): Promise<number> {
  const taken = await tx
    .update(outsideContact)
    .set({ takenAt: at, version: sql`${outsideContact.version} + 1` })
    .where(
      and(
        eq(outsideContact.committeeId, scope.committeeId),
        inArray(outsideContact.id, [...ids]),
        isNull(outsideContact.takenAt),
      ),
    )
    .returning({ id: outsideContact.id })
  return taken.length
}

type Written = Pick<typeof outsideContact.$inferInsert, 'unitId' | 'areaId' | 'day' | 'kind' | 'subject' | 'referredTo'>

/** Adds a contact and returns its id. */
export async function addContact(
  tx: Tx,
  scope: Scope,
  contact: Written & { readonly id: string; readonly personId: string; readonly notedAt: Instant },
): Promise<void> {
  await tx
    .insert(outsideContact)
    .values({ municipalityId: scope.municipalityId, committeeId: scope.committeeId, ...contact })
}

/** Writes the contact anew and counts its version up. */
export async function saveContact(tx: Tx, id: string, contact: Written): Promise<void> {
  await tx
    .update(outsideContact)
    .set({ ...contact, version: sql`${outsideContact.version} + 1` })
    .where(eq(outsideContact.id, id))
}

export async function deleteContact(tx: Tx, id: string): Promise<void> {
  await tx.delete(outsideContact).where(eq(outsideContact.id, id))
}

function select(tx: ReadTx | Tx) {
  return tx
    .select(columns)
    .from(outsideContact)
    .leftJoin(unit, eq(unit.id, outsideContact.unitId))
    .leftJoin(area, eq(area.id, outsideContact.areaId))
    .$dynamic()
}

function conditions(scope: Scope, { from, to, unitId, areaId, kind }: ContactFilter): SQL | undefined {
  return and(
    visible(scope),
    from === undefined ? undefined : gte(outsideContact.day, from),
    to === undefined ? undefined : lte(outsideContact.day, to),
    unitId === undefined ? undefined : eq(outsideContact.unitId, unitId),
    areaId === undefined ? undefined : eq(outsideContact.areaId, areaId),
    kind && eq(outsideContact.kind, kind),
  )
}

/** The condition for the contacts that the one who asks may read: those of the committee, or the own ones. */
function visible(scope: Scope): SQL | undefined {
  const ours = eq(outsideContact.committeeId, scope.committeeId)
  if (scope.personId === undefined || readsAllContacts(scope)) return ours
  return and(ours, eq(outsideContact.personId, scope.personId))
}
