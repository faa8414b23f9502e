import { addDays, type Day } from '../../kernel/date.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { listBlocked, listCouncilDates, listMeetings } from '../directory/index.ts'
import { overlap, type VisitTime } from './times.rules.ts'
import { findUnitClashes } from './times.store.ts'
import { seesWholeCommittee } from './visits.rules.ts'
import { findClashes, listVisits, type VisitRow } from './visits.store.ts'

/** Whom and where a time would be for. */
export type TimeFor = {
  readonly unitIds: readonly string[]
  readonly personIds: readonly string[]
  readonly visitId?: string | undefined
}

/** What stands beside one time: who and what is taken in those hours, and what else that day holds. */
export type BesideTime = {
  /** Persons who are expected elsewhere then, each once. */
  readonly taken: readonly string[]
  /** Units that receive another visit in those hours. */
  readonly unitsTaken: readonly string[]
  readonly blocked: readonly { readonly unitId: string; readonly reason: string }[]
  readonly isMeetingDay: boolean
  readonly councils: readonly (VisitTime & { readonly unitId: string; readonly name: string })[]
  /** Other visits of the units the same day, outside these hours. */
  readonly visits: readonly VisitRow[]
}

/** Returns what stands beside each of these times, in their order. */
export async function besideTimes(
  tx: ReadTx,
  scope: Scope,
  { unitIds, personIds, visitId }: TimeFor,
  times: readonly VisitTime[],
): Promise<readonly BesideTime[]> {
  if (times.length === 0) return []
  const days = times.map(({ day }) => day)
  const period = { unitIds, from: Math.min(...days) as Day, until: addDays(Math.max(...days) as Day, 1) }
  const blocked = unitIds.length === 0 ? [] : await listBlocked(tx, scope, period)
  const councils = unitIds.length === 0 ? [] : await listCouncilDates(tx, scope, period)
  const meetingDays = new Set((await listMeetings(tx, scope)).map(({ day }) => day))
  const visits = await settledVisits(tx, scope, unitIds)
  const beside: BesideTime[] = []
  for (const time of times) {
    const { day, start, end } = time
    const at = { day, start, end, exceptVisitId: visitId }
    const clashes = await findClashes(tx, { ...at, personIds })
    const units = unitIds.length === 0 ? [] : await findUnitClashes(tx, { ...at, unitIds })
    beside.push({
      taken: [...new Set(clashes.map(({ personId }) => personId))],
      unitsTaken: [...new Set(units.map(({ unitId }) => unitId))],
      blocked: blocked.filter((it) => it.validFrom <= day && day < it.validUntil),
      isMeetingDay: meetingDays.has(day),
      councils: councils.filter((it) => it.day === day).map((it) => ({ ...it, start: it.startTime, end: it.endTime })),
      visits: visits.filter((it) => it.id !== visitId && it.day === day && !overlap(it, time)),
    })
  }
  return beside
}

/** What the coming months hold: when units receive no visits, the committee meets, and councils meet. */
export type Ahead = {
  readonly blocked: readonly {
    readonly unitId: string
    readonly from: Day
    readonly until: Day
    readonly reason: string
  }[]
  readonly meetings: readonly Day[]
  readonly councils: BesideTime['councils']
}

const daysShown = 92

/** Returns what the coming three months hold for these units. */
export async function listAhead(tx: ReadTx, scope: Scope, unitIds: readonly string[]): Promise<Ahead> {
  const { today } = scope
  const period = { unitIds, from: today, until: addDays(today, daysShown) }
  const blocked = unitIds.length === 0 ? [] : await listBlocked(tx, scope, period)
  const councils = unitIds.length === 0 ? [] : await listCouncilDates(tx, scope, period)
  const meetings = await listMeetings(tx, scope)
  return {
    blocked: blocked.map(({ unitId, validFrom, validUntil, reason }) => ({
      ...{ unitId, reason },
      ...{ from: validFrom, until: addDays(validUntil, -1) },
    })),
    meetings: meetings.map(({ day }) => day).filter((day) => day >= today && day < period.until),
    councils: councils.map((it) => ({ ...it, start: it.startTime, end: it.endTime })),
  }
}

/** Visits of these units on their way whose time is settled; everybody is told when, whoever may see them. */
export async function settledVisits(
  tx: ReadTx,
  scope: Scope,
  unitIds: readonly string[],
): Promise<readonly VisitRow[]> {
  if (unitIds.length === 0) return []
  const { personId: _reader, ...everybody } = scope
  const visits = await listVisits(tx, everybody, { when: 'upcoming', states: ['proposed', 'booked'], unitIds })
  return visits.filter(({ timesOpen, unannounced }) => !timesOpen && (!unannounced || seesWholeCommittee(scope)))
}
