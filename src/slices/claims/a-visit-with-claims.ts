import { minutes, parseTimeOfDay } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import type { Clock } from '../../platform/clock.ts'
import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { report, reportAuthor, reportDocument } from '../reports/reports.tables.ts'
import { attendance, extraDecision, invitation, visit, visitUnit } from '../visits/visits.tables.ts'
import { followVisit } from './claims.commands.ts'
import { type ClaimRow, listClaims } from './claims.store.ts'

type World = { readonly database: Database; readonly clock: Clock }

export type VisitWithClaims = {
  /** `2026-05-04 15:00–17:20`. */
  readonly when: string
  readonly unitId: string
  /** The ids of those who came, all of the time. */
  readonly who: readonly string[]
  readonly form?: string
  /** A final report: with the times that it keeps (`15:00–17:00`), those of the visit (`same`), no document, or no report. */
  readonly reported?: string | 'same' | 'without-document' | 'no'
  readonly invited?: readonly string[]
  /** The substitutes who served, and those who came within paid work. */
  readonly serving?: readonly string[]
  readonly withinPaidWork?: readonly string[]
  /** A decision about the visit or its fee for everybody who came. */
  readonly decided?: {
    readonly about: 'extra-visit' | 'extra-fee'
    readonly by: string
    readonly granted: boolean
    readonly on?: string
  }
}

/** Puts a held visit on record as the earlier steps leave it, and has its claims make themselves. For tests. Returns its id and claims. */
export async function aVisitWithClaims(
  { database, clock }: World,
  scope: Scope,
  given: VisitWithClaims,
): Promise<{ readonly visitId: string; readonly claims: readonly ClaimRow[] }> {
  const { municipalityId, committeeId } = scope
  const owner = { municipalityId }
  const [iso = '', hours = ''] = given.when.split(' ')
  const [visitId, reportId, day] = [newId(), newId(), dayFromIso(iso)]
  const times = spanOf(hours)
  const [first = ''] = given.who
  const { reported = 'without-document', decided } = given
  await database.transaction(scope, async (tx) => {
    await tx.insert(visit).values({
      ...owner,
      ...times,
      id: visitId,
      committeeId,
      day,
      form: given.form ?? 'visit',
      state: 'held',
      initiatedBy: 'politician',
      initiatedByPersonId: first,
      initiatedOn: day,
      confirmedOn: day,
    })
    await tx.insert(visitUnit).values({ ...owner, visitId, unitId: given.unitId })
    await tx.insert(attendance).values(
      given.who.map((personId) => ({
        ...owner,
        ...times,
        visitId,
        personId,
        serving: given.serving?.includes(personId) ?? false,
        withinPaidWork: given.withinPaidWork?.includes(personId) ?? false,
      })),
    )
    for (const personId of given.invited ?? [])
      await tx
        .insert(invitation)
        .values({ ...owner, visitId, personId, sentAt: instantFromIso(`${iso}T06:00:00.000Z`) })
    if (decided !== undefined)
      await tx.insert(extraDecision).values(
        given.who.map((personId) => ({
          ...owner,
          committeeId,
          visitId,
          personId,
          about: decided.about,
          decidedOn: dayFromIso(decided.on ?? iso),
          decidedBy: decided.by,
          granted: decided.granted,
        })),
      )
    if (reported === 'no') return
    const at = instantFromIso(`${iso}T18:00:00.000Z`)
    const final = {
      state: 'final',
      form: 'written',
      startedAt: at,
      finalAt: at,
      finalDay: day,
      finalBy: first,
    } as const
    await tx.insert(report).values({ ...owner, ...final, id: reportId, committeeId, visitId })
    await tx.insert(reportAuthor).values(given.who.map((personId) => ({ ...owner, reportId, personId })))
    if (reported === 'without-document') return
    const said = reported === 'same' ? times : spanOf(reported)
    const span = { start: said.startTime, end: said.endTime }
    const frozen = {
      visit: { id: visitId, day: iso, ...span },
      participants: given.who.map((personId) => ({ personId, name: '', ...span })),
    }
    await tx.insert(reportDocument).values({ ...owner, reportId, frozen })
  })
  const outcome = await execute({ database, clock }, scope, followVisit, { visitId })
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return { visitId, claims: await database.read(scope, (tx) => listClaims(tx, scope, { visitId })) }
}

function spanOf(hours: string) {
  const [start = '', end = ''] = hours.split('–')
  return { startTime: parseTimeOfDay(start) ?? minutes(0), endTime: parseTimeOfDay(end) ?? minutes(0) }
}
