import { and, asc, count, desc, eq, exists, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Minutes } from '../../kernel/clock-time.ts'
import { type Day, yearOf, yearPeriod } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Ore } from '../../kernel/money.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { person, seat } from '../people/people.tables.ts'
import { paidTime } from './claims.paid-time.tables.ts'

/** A meeting that was entered from minutes, for one person. */
export type EnteredMeeting = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly day: Day
  readonly start: Minutes
  readonly end: Minutes
  readonly kind: string
  readonly amount: Ore
  readonly body: string
  readonly minutesOf: string
}

export type MeetingFilter = { readonly year?: number | undefined; readonly personId?: string | undefined }

const columns = {
  id: paidTime.id,
  personId: paidTime.personId,
  personName: person.name,
  day: paidTime.day,
  start: paidTime.startTime,
  end: paidTime.endTime,
  kind: paidTime.kind,
  amount: paidTime.amount,
  body: paidTime.body,
  minutesOf: paidTime.minutesOf,
}

/** Those who have a seat in the committee, or have had one, are the committee's to know the meetings of. */
function ours(tx: ReadTx | Tx, scope: Scope, filter: MeetingFilter): SQL | undefined {
  const period = filter.year === undefined ? undefined : yearPeriod(filter.year)
  return and(
    isNull(paidTime.claimId),
    exists(
      tx
        .select({ one: sql`1` })
        .from(seat)
        .where(and(eq(seat.personId, paidTime.personId), eq(seat.committeeId, scope.committeeId))),
    ),
    filter.personId === undefined ? undefined : eq(paidTime.personId, filter.personId),
    period && gte(paidTime.day, period.from),
    period && lt(paidTime.day, period.until),
  )
}

/** Returns the entered meetings of those who have sat in the committee, the latest first. */
export async function listMeetings(
  tx: ReadTx | Tx,
  scope: Scope,
  filter: MeetingFilter,
  slice: { readonly limit: number; readonly offset: number },
): Promise<readonly EnteredMeeting[]> {
  return tx
    .select(columns)
    .from(paidTime)
    .innerJoin(person, eq(person.id, paidTime.personId))
    .where(ours(tx, scope, filter))
    .orderBy(desc(paidTime.day), desc(paidTime.startTime), asc(person.name), asc(paidTime.id))
    .limit(slice.limit)
    .offset(slice.offset)
}

/** Returns how many meetings the filter chooses. */
export async function countMeetings(tx: ReadTx | Tx, scope: Scope, filter: MeetingFilter): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(paidTime)
    .where(ours(tx, scope, filter))
  return row?.count ?? 0
}

/** Returns the years that have entered meetings, the latest first. */
export async function meetingYears(tx: ReadTx | Tx, scope: Scope): Promise<readonly number[]> {
  const rows = await tx
    .selectDistinct({ day: paidTime.day })
    .from(paidTime)
    .where(ours(tx, scope, {}))
  return [...new Set(rows.map(({ day }) => yearOf(day)))].sort((a, b) => b - a)
}

/** Returns the entered meeting. Throws `NotFound` when there is none of somebody in the committee. */
export async function getMeeting(tx: ReadTx | Tx, scope: Scope, id: string): Promise<EnteredMeeting> {
  const [row] = await tx
    .select(columns)
    .from(paidTime)
    .innerJoin(person, eq(person.id, paidTime.personId))
    .where(and(ours(tx, scope, {}), eq(paidTime.id, id)))
  if (row === undefined) throw new NotFound('paid-time')
  return row
}

/** Returns those who have or have had a seat in the committee, by name. */
export async function listSeated(
  tx: ReadTx | Tx,
  scope: Scope,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return tx
    .selectDistinct({ id: person.id, name: person.name })
    .from(person)
    .innerJoin(seat, and(eq(seat.personId, person.id), eq(seat.committeeId, scope.committeeId)))
    .orderBy(asc(person.name), asc(person.id))
}

export type NewMeeting = Omit<EnteredMeeting, 'id' | 'personId' | 'personName'> & {
  readonly personIds: readonly string[]
  readonly at: Instant
  readonly by: string
}

/** Returns the names of those for whom the same meeting has been entered already. */
export async function alreadyEntered(tx: Tx, { personIds, ...meeting }: NewMeeting): Promise<readonly string[]> {
  const rows = await tx
    .select({ name: person.name })
    .from(paidTime)
    .innerJoin(person, eq(person.id, paidTime.personId))
    .where(
      and(
        isNull(paidTime.claimId),
        inArray(paidTime.personId, [...personIds]),
        eq(paidTime.day, meeting.day),
        eq(paidTime.startTime, meeting.start),
        eq(paidTime.endTime, meeting.end),
        eq(paidTime.kind, meeting.kind),
        eq(paidTime.body, meeting.body),
      ),
    )
    .orderBy(asc(person.name))
  return rows.map(({ name }) => name)
}

/** Enters the meeting for each of the persons. Returns the ids, in the same order. */
export async function addMeeting(tx: Tx, scope: Scope, meeting: NewMeeting): Promise<readonly string[]> {
  const { personIds, day, start, end, kind, amount, body, minutesOf, at, by } = meeting
  const rows = personIds.map((personId) => ({
    id: newId(),
    municipalityId: scope.municipalityId,
    personId,
    day,
    startTime: start,
    endTime: end,
    beganAt: start,
    kind,
    amount,
    byItself: amount,
    paidMinutes: (end - start) as Minutes,
    standing: true,
    body,
    minutesOf,
    enteredById: by,
    enteredAt: at,
  }))
  await tx.insert(paidTime).values(rows)
  return rows.map(({ id }) => id)
}

/** Takes an entered meeting away. */
export async function removeMeeting(tx: Tx, id: string): Promise<void> {
  await tx.delete(paidTime).where(and(eq(paidTime.id, id), isNull(paidTime.claimId)))
}

/** Returns every committee in which each of the persons has or has had a seat. */
export async function committeesOf(
  tx: ReadTx | Tx,
  personIds: readonly string[],
): Promise<readonly { readonly personId: string; readonly committeeId: string }[]> {
  return tx
    .selectDistinct({ personId: seat.personId, committeeId: seat.committeeId })
    .from(seat)
    .where(inArray(seat.personId, [...personIds]))
    .orderBy(seat.personId, seat.committeeId)
}
