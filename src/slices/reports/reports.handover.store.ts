import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { type Instant, instantFromIso } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { person } from '../people/people.tables.ts'
import { reportHandOver, reportHandOverTo } from './reports.handover.tables.ts'
import { report } from './reports.tables.ts'

const receivers = z.array(
  z.object({
    personId: z.string(),
    name: z.string(),
    openedAt: z
      .string()
      .nullable()
      .transform((text) => (text === null ? undefined : instantFromIso(text))),
  }),
)

const columns = {
  id: reportHandOver.id,
  reportId: reportHandOver.reportId,
  field: reportHandOver.field,
  kind: reportHandOver.kind,
  text: reportHandOver.text,
  referredTo: reportHandOver.referredTo,
  clause: reportHandOver.clause,
  handedOverBy: reportHandOver.handedOverBy,
  handedOverByName: person.name,
  handedOverAt: reportHandOver.handedOverAt,
  receivedAt: reportHandOver.receivedAt,
  answer: reportHandOver.answer,
  answeredAt: reportHandOver.answeredAt,
  visitId: report.visitId,
  reportState: report.state,
  units: sql<string>`coalesce((select string_agg(u.name, ', ' order by u.name) from visit_unit vu join unit u on u.id = vu.unit_id
    where vu.visit_id = ${report.visitId}), '')`,
  to: sql`coalesce((select jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name,
    'openedAt', to_char(t.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by p.name, p.id)
    from report_hand_over_to t join person p on p.id = t.person_id where t.hand_over_id = ${reportHandOver.id}), '[]')`.mapWith(
    (value) => receivers.parse(value),
  ),
}

export type HandOverRow = Awaited<ReturnType<typeof listHandOvers>>[number]

/**
 * Returns what the person has handed over or received, the latest first. It is between the two of them: nobody else in the
 * committee sees it, not the secretary or the other author either. The secretary who writes for an author who has phoned
 * names that author.
 */
export async function listHandOvers(
  tx: ReadTx | Tx,
  scope: Scope,
  of: { readonly personId: string; readonly reportId?: string; readonly id?: string },
) {
  return tx
    .select(columns)
    .from(reportHandOver)
    .innerJoin(report, eq(report.id, reportHandOver.reportId))
    .innerJoin(person, eq(person.id, reportHandOver.handedOverBy))
    .where(
      and(
        eq(reportHandOver.committeeId, scope.committeeId),
        or(eq(reportHandOver.handedOverBy, of.personId), isReceivedBy(of.personId)),
        of.reportId === undefined ? undefined : eq(reportHandOver.reportId, of.reportId),
        of.id === undefined ? undefined : eq(reportHandOver.id, of.id),
      ),
    )
    .orderBy(desc(reportHandOver.handedOverAt), desc(reportHandOver.id))
}

function isReceivedBy(personId: string): SQL {
  return sql`exists (select from report_hand_over_to t where t.hand_over_id = ${reportHandOver.id} and t.person_id = ${personId}::uuid)`
}

/** Returns what was handed over. Throws `NotFound` for everybody but its sender and those who received it. */
export async function getHandOver(tx: ReadTx | Tx, scope: Scope, personId: string, id: string): Promise<HandOverRow> {
  const [row] = await listHandOvers(tx, scope, { personId, id })
  if (!row) throw new NotFound('hand-over')
  return row
}

/** Returns how many things that the person received wait to be marked as received, and since when the oldest. */
export async function waitingHandOvers(
  tx: ReadTx | Tx,
  scope: Scope,
  personId: string,
): Promise<{ readonly count: number; readonly since: Instant } | undefined> {
  const rows = await tx
    .select({ at: reportHandOver.handedOverAt })
    .from(reportHandOver)
    .where(
      and(eq(reportHandOver.committeeId, scope.committeeId), isNull(reportHandOver.receivedAt), isReceivedBy(personId)),
    )
    .orderBy(reportHandOver.handedOverAt)
  const [oldest] = rows
  return oldest && { count: rows.length, since: oldest.at }
}

/** Returns whether the one who asks has handed anything over or received anything. */
export async function hasHandOvers(tx: ReadTx | Tx, scope: Scope): Promise<boolean> {
  const { personId } = scope
  return personId !== undefined && (await listHandOvers(tx, scope, { personId })).length > 0
}

type NewHandOver = {
  readonly id: string
  readonly reportId: string
  readonly field: string
  readonly kind: string
  readonly text: string
  readonly referredTo: string
  readonly clause: string
  readonly handedOverBy: string
  readonly handedOverAt: Instant
  readonly registeredById: string | undefined
}

/** Keeps what is handed over, to these managers in the system. */
export async function addHandOver(
  tx: Tx,
  { municipalityId, committeeId }: Scope,
  handOver: NewHandOver,
  to: readonly string[],
): Promise<void> {
  await tx.insert(reportHandOver).values({ municipalityId, committeeId, ...handOver })
  if (to.length > 0)
    await tx
      .insert(reportHandOverTo)
      .values(to.map((personId) => ({ municipalityId, handOverId: handOver.id, personId })))
}

/** Locks what the person has handed over or received for this transaction. Throws `NotFound` like `getHandOver`. */
export async function lockHandOver(tx: Tx, scope: Scope, personId: string, id: string): Promise<HandOverRow> {
  await tx
    .select({ id: reportHandOver.id })
    .from(reportHandOver)
    .where(and(eq(reportHandOver.id, id), eq(reportHandOver.committeeId, scope.committeeId)))
    .for('update')
  return getHandOver(tx, scope, personId, id)
}

/** Takes what was handed over away again, as if it had not been. */
export async function removeHandOver(tx: Tx, id: string): Promise<void> {
  await tx.delete(reportHandOverTo).where(eq(reportHandOverTo.handOverId, id))
  await tx.delete(reportHandOver).where(eq(reportHandOver.id, id))
}

/** Notes that a receiver has opened it; the first time counts. */
export async function markOpened(tx: Tx, id: string, personId: string, at: Instant): Promise<void> {
  await tx
    .update(reportHandOverTo)
    .set({ openedAt: at })
    .where(
      and(
        eq(reportHandOverTo.handOverId, id),
        eq(reportHandOverTo.personId, personId),
        isNull(reportHandOverTo.openedAt),
      ),
    )
}

/** Notes who has taken the matter on; the first counts. */
export async function markReceived(tx: Tx, id: string, personId: string, at: Instant): Promise<void> {
  await tx
    .update(reportHandOver)
    .set({ receivedAt: at, receivedBy: personId })
    .where(and(eq(reportHandOver.id, id), isNull(reportHandOver.receivedAt)))
}

/** Keeps the receiver's line to the sender; a later one takes its place. */
export async function saveAnswer(
  tx: Tx,
  id: string,
  answer: string,
  by: { readonly personId: string; readonly at: Instant },
) {
  await tx
    .update(reportHandOver)
    .set({ answer, answeredAt: by.at, answeredBy: by.personId })
    .where(eq(reportHandOver.id, id))
}

/** Returns the receivers of something handed over, for telling them; none when it has been taken back. */
export async function receiversOf(tx: ReadTx | Tx, scope: Scope, id: string) {
  return tx
    .select({ id: person.id, email: person.email, language: person.language, openedAt: reportHandOverTo.openedAt })
    .from(reportHandOverTo)
    .innerJoin(reportHandOver, eq(reportHandOver.id, reportHandOverTo.handOverId))
    .innerJoin(person, eq(person.id, reportHandOverTo.personId))
    .where(and(eq(reportHandOver.id, id), eq(reportHandOver.committeeId, scope.committeeId)))
}
