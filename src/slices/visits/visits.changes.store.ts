import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Initiator, VisitState } from '../../engine/programme.ts'
import type { Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import {
  attendance,
  audienceMet,
  invitation,
  preparation,
  visit,
  visitEvent,
  type VisitEventKind,
  visitUnit,
} from './visits.tables.ts'

/** Locks these persons, in order of id, to the end of the transaction: nobody is booked twice for the same hour. */
export async function lockPersons(tx: Tx, personIds: readonly string[]): Promise<void> {
  // `no key update` lets rows that only refer to the person be written meanwhile.
  await tx.execute(
    sql`select from person where id = any(${sql.param([...personIds])}::uuid[]) order by id for no key update`,
  )
}

export type NewVisit = Omit<typeof visit.$inferInsert, 'municipalityId' | 'committeeId' | 'version'> & {
  readonly id: string
}

export type NewInvitation = {
  readonly personId: string
  readonly sentAt: Instant
  /** The one who books has answered by booking. */
  readonly acceptedAt?: Instant | undefined
  /** The one in whose place the person serves. */
  readonly standsInForId?: string | undefined
}

/** Adds a visit with its units and invitations. */
export async function addVisit(
  tx: Tx,
  scope: Scope,
  row: NewVisit,
  with_: { readonly unitIds: readonly string[]; readonly invitations: readonly NewInvitation[] },
): Promise<void> {
  const { municipalityId, committeeId } = scope
  await tx.insert(visit).values({ ...row, municipalityId, committeeId })
  await tx
    .insert(visitUnit)
    .values(with_.unitIds.map((unitId) => ({ id: newId(), municipalityId, visitId: row.id, unitId })))
  if (with_.invitations.length === 0) return
  await tx.insert(invitation).values(
    with_.invitations.map(({ personId, sentAt, acceptedAt, standsInForId }) => ({
      id: newId(),
      municipalityId,
      visitId: row.id,
      personId,
      sentAt,
      standsInForId,
      ...(acceptedAt === undefined ? {} : { answer: 'accepted' as const, answeredAt: acceptedAt }),
    })),
  )
}

/** Lets the answers that stand hold for this sequence too: what has changed since does not ask anybody anew. */
export async function keepAnswers(tx: Tx, visitId: string, sequence: number): Promise<void> {
  await tx
    .update(invitation)
    .set({ sequence })
    .where(and(eq(invitation.visitId, visitId), isNull(invitation.withdrawnAt)))
}

export type VisitChange = {
  readonly state?: VisitState
  readonly brokenOff?: boolean
  readonly programme?: string
  readonly place?: string
  readonly forum?: string
  readonly toMeet?: string
  readonly declinedReason?: 'capacity' | 'other'
  readonly declinedOn?: Day
  readonly noticeOn?: Day | null
  readonly noticeSays?: string[]
  readonly plannedBy?: Initiator
  readonly plannedOn?: Day
  readonly confirmedOn?: Day | null
  readonly day?: Day
  readonly startTime?: Minutes
  readonly endTime?: Minutes
  readonly timesOpen?: boolean
  readonly sequence?: number
}

/** Changes the locked visit and counts its version up. A visit that is no longer proposed has no times to choose among. */
export async function changeVisit(tx: Tx, scope: Scope, id: string, change: VisitChange): Promise<void> {
  const isSettled = change.state !== undefined && change.state !== 'proposed'
  await tx
    .update(visit)
    .set({ ...change, ...(isSettled ? { timesOpen: false } : {}), version: sql`${visit.version} + 1` })
    .where(and(eq(visit.id, id), eq(visit.committeeId, scope.committeeId)))
}

export type NewVisitEvent = {
  readonly visitId: string
  readonly kind: VisitEventKind
  readonly at: Instant
  readonly concernsId?: string
  readonly onBehalf?: boolean
  readonly note?: string
  /** The time that it is about, for what sets or changes the visit's time. */
  readonly time?: { readonly day: Day; readonly start: Minutes; readonly end: Minutes } | undefined
}

/** Adds to the timeline, in the name of the one who asks. */
export async function addVisitEvent(tx: Tx, scope: Scope, { time, ...event }: NewVisitEvent): Promise<void> {
  await tx.insert(visitEvent).values({
    id: newId(),
    municipalityId: scope.municipalityId,
    personId: scope.personId ?? null,
    byLink: scope.byLink ?? false,
    ...event,
    ...(time === undefined ? {} : { day: time.day, startTime: time.start, endTime: time.end }),
  })
}

/** Writes a person's answer over an earlier one. */
export async function saveAnswer(
  tx: Tx,
  of: { readonly visitId: string; readonly personId: string },
  given: {
    readonly answer: 'accepted' | 'declined'
    readonly answeredAt: Instant
    readonly message: string
    readonly registeredById: string | null
  },
): Promise<void> {
  await tx
    .update(invitation)
    .set(given)
    .where(and(eq(invitation.visitId, of.visitId), eq(invitation.personId, of.personId)))
}

export type Attending = {
  readonly personId: string
  readonly start: Minutes
  readonly end: Minutes
  /** A substitute who came in a member's place. */
  readonly serving: boolean
  /** The time is paid by an employer as work. */
  readonly withinPaidWork: boolean
  /** Who registered it for one who has phoned in. */
  readonly registeredById?: string | undefined
}
export type Met = {
  readonly audience: string
  readonly met: boolean
  /** How many, where it was counted. */
  readonly count: number | null
  readonly explanation: string
}

/** Replaces who came and whom the visit reached. */
export async function saveAttendance(
  tx: Tx,
  scope: Scope,
  visitId: string,
  noted: { readonly attending: readonly Attending[]; readonly met: readonly Met[] },
): Promise<void> {
  const { municipalityId } = scope
  await tx.delete(attendance).where(eq(attendance.visitId, visitId))
  await tx.delete(audienceMet).where(eq(audienceMet.visitId, visitId))
  if (noted.attending.length > 0) {
    await tx.insert(attendance).values(
      noted.attending.map(({ personId, start, end, serving, withinPaidWork, registeredById }) => ({
        id: newId(),
        municipalityId,
        visitId,
        personId,
        startTime: start,
        endTime: end,
        serving,
        withinPaidWork,
        registeredById,
      })),
    )
  }
  if (noted.met.length > 0) {
    await tx.insert(audienceMet).values(noted.met.map((row) => ({ id: newId(), municipalityId, visitId, ...row })))
  }
}

/** Notes that the person is prepared. Returns whether that was new. */
export async function addPreparation(
  tx: Tx,
  scope: Scope,
  row: { readonly visitId: string; readonly personId: string; readonly day: Day },
): Promise<boolean> {
  const added = await tx
    .insert(preparation)
    .values({ id: newId(), municipalityId: scope.municipalityId, ...row })
    .onConflictDoNothing()
    .returning({ id: preparation.id })
  return added.length > 0
}
