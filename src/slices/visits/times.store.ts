import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { isoFromDay } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import type { TimeAnswer, VisitTime } from './times.rules.ts'
import { invitation, timeAnswer, visitTime } from './visits.tables.ts'

/** Locks these units, in order of id, to the end of the transaction: no unit gets two visits the same hour. Lock persons first. */
export async function lockUnits(tx: Tx, unitIds: readonly string[]): Promise<void> {
  // `no key update` lets rows that only refer to the unit be written meanwhile.
  await tx.execute(
    sql`select from unit where id = any(${sql.param([...unitIds])}::uuid[]) order by id for no key update`,
  )
}

const time = z.number().transform((value): Minutes => minutes(value))
const unitClashRow = z.object({ unitId: z.string(), unit: z.string(), visitId: z.string(), start: time, end: time })
export type UnitClash = Readonly<z.infer<typeof unitClashRow>>

/**
 * Returns where these units are visited in the same hours by what is on its way; a visit whose time is still to be
 * chosen holds none of its times, and an unannounced one holds no hour of a unit that is not told of it. Lock the units
 * first (`lockUnits`) to keep the answer true.
 */
export async function findUnitClashes(
  tx: ReadTx | Tx,
  at: VisitTime & { readonly unitIds: readonly string[]; readonly exceptVisitId?: string | undefined },
): Promise<readonly UnitClash[]> {
  const { rows } = await tx.execute(sql`
    select u.id as "unitId", u.name as unit, v.id as "visitId", v.start_time as start, v.end_time as end
    from visit v join visit_unit vu on vu.visit_id = v.id join unit u on u.id = vu.unit_id
    where v.day = ${isoFromDay(at.day)} and v.state in ('proposed', 'booked') and not v.times_open and not v.unannounced
      and vu.unit_id = any(${sql.param([...at.unitIds])}::uuid[])
      and v.start_time < ${at.end} and v.end_time > ${at.start} and v.id is distinct from ${at.exceptVisitId ?? null}::uuid
    order by v.start_time, v.id`)
  return z.array(unitClashRow).parse(rows)
}

export type Proposal = { readonly visitId: string; readonly sequence: number; readonly proposedAt: Instant }

/** Adds the proposed times of one sequence. The one who proposes says yes to them all: `answeredById` is that person. */
export async function addTimes(
  tx: Tx,
  scope: Scope,
  { visitId, sequence, proposedAt }: Proposal,
  times: readonly VisitTime[],
  by: {
    readonly proposedById: string
    readonly answeredById?: string | undefined
    readonly registeredById?: string | undefined
  },
): Promise<void> {
  const { municipalityId } = scope
  const rows = times.map(({ day, start, end }) => ({ id: newId(), day, startTime: start, endTime: end }))
  await tx
    .insert(visitTime)
    .values(
      rows.map((row) => ({ ...row, municipalityId, visitId, sequence, proposedAt, proposedById: by.proposedById })),
    )
  const { answeredById } = by
  if (answeredById === undefined) return
  await saveTimeAnswers(
    tx,
    scope,
    rows.map(({ id }) => ({ timeId: id, answer: 'yes' })),
    { personId: answeredById, answeredAt: proposedAt, registeredById: by.registeredById },
  )
}

/** Writes a person's answers over earlier ones. */
export async function saveTimeAnswers(
  tx: Tx,
  { municipalityId }: Scope,
  answers: readonly { readonly timeId: string; readonly answer: TimeAnswer }[],
  by: { readonly personId: string; readonly answeredAt: Instant; readonly registeredById: string | undefined },
): Promise<void> {
  const { personId, answeredAt, registeredById = null } = by
  for (const { timeId, answer } of answers)
    await tx
      .insert(timeAnswer)
      .values({ id: newId(), municipalityId, visitTimeId: timeId, personId, answer, answeredAt, registeredById })
      .onConflictDoUpdate({
        target: [timeAnswer.visitTimeId, timeAnswer.personId],
        set: { answer, answeredAt, registeredById },
      })
}

/** Carries the times of a sequence over to the next, when one of them is chosen: they are what was chosen among. */
export async function carryTimes(tx: Tx, visitId: string, from: number, to: number): Promise<void> {
  await tx
    .update(visitTime)
    .set({ sequence: to })
    .where(and(eq(visitTime.visitId, visitId), eq(visitTime.sequence, from)))
}

/** Asks everybody who stands invited anew, for this sequence: earlier answers no longer count. */
export async function askAgain(tx: Tx, visitId: string, sequence: number, now: Instant): Promise<void> {
  await tx
    .update(invitation)
    .set({ sequence, askedAgainAt: now, answer: null, answeredAt: null, registeredById: null, message: '' })
    .where(and(eq(invitation.visitId, visitId), isNull(invitation.withdrawnAt)))
}

/** Lets an answer to the chosen time be the answer to the invitation, with its own moment and whoever registered it. */
export async function answerFromTime(
  tx: Tx,
  of: { readonly visitId: string; readonly personId: string },
  given: {
    readonly answer: 'accepted' | 'declined'
    readonly answeredAt: Instant
    readonly registeredById: string | undefined
  },
): Promise<void> {
  await tx
    .update(invitation)
    .set({ ...given, registeredById: given.registeredById ?? null })
    .where(and(eq(invitation.visitId, of.visitId), eq(invitation.personId, of.personId)))
}

/** Invites more persons to a visit, in its present sequence. One who was taken off before is asked again. */
export async function addInvitations(
  tx: Tx,
  { municipalityId }: Scope,
  visit: { readonly id: string; readonly sequence: number },
  invited: readonly {
    readonly personId: string
    readonly acceptedAt?: Instant | undefined
    /** The one in whose place the person serves. */
    readonly standsInForId?: string | undefined
  }[],
  sentAt: Instant,
): Promise<void> {
  for (const { personId, acceptedAt, standsInForId = null } of invited) {
    const asked = {
      sequence: visit.sequence,
      answer: acceptedAt === undefined ? null : ('accepted' as const),
      answeredAt: acceptedAt ?? null,
      withdrawnAt: null,
      standsInForId,
    }
    await tx
      .insert(invitation)
      .values({ id: newId(), municipalityId, visitId: visit.id, personId, sentAt, ...asked })
      .onConflictDoUpdate({
        target: [invitation.visitId, invitation.personId],
        set: { ...asked, askedAgainAt: sentAt, registeredById: null, message: '' },
      })
  }
}
