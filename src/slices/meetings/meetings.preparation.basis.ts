import type { ReadTx } from '../../platform/db/database.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { findNextMeeting, listMeetings } from '../directory/index.ts'
import { listReports } from '../reports/index.ts'
import type { ReadBefore } from '../visits/index.ts'
import { openProposals } from './meetings.preparation.store.ts'
import { itemsOf } from './meetings.items.basis.ts'

/** So many of the latest reports, and of the proposals that are open, are read before a visit. */
const latestReports = 3
const mostProposals = 10

/** Returns what a visit to the units is prepared with besides the visit itself; only what the one who asks may read. */
export async function readBeforeVisit(tx: ReadTx, scope: Scope, unitIds: readonly string[]): Promise<ReadBefore> {
  const reports = may(scope, 'reports:read') ? await reportsOf(tx, scope, unitIds) : []
  return {
    reports: reports
      .slice(0, latestReports)
      .map(({ id, visitDay, authors }) => ({ id, visitDay, authors: authors.map(({ name }) => name) })),
    proposals: await openProposals(
      tx,
      reports.map(({ id }) => id),
      mostProposals,
    ),
    ...(may(scope, 'meetings:read') ? await nextMeeting(tx, scope) : {}),
  }
}

/** What is marked as secret is left out for everybody: it is opened where each reading is noted, and not taken along. */
async function reportsOf(tx: ReadTx, scope: Scope, unitIds: readonly string[]) {
  const final = await listReports(tx, scope, { state: 'final' })
  return final.filter(({ units, isRestricted }) => !isRestricted && units.some(({ id }) => unitIds.includes(id)))
}

async function nextMeeting(tx: ReadTx, scope: Scope): Promise<Pick<ReadBefore, 'meeting' | 'deadline'>> {
  const meeting = (await listMeetings(tx, scope)).find(({ day }) => day >= scope.today)
  const items = meeting === undefined ? [] : await itemsOf(tx, scope, meeting.id)
  return {
    deadline: (await findNextMeeting(tx, scope, scope.today))?.papersDeadline,
    meeting: meeting && {
      id: meeting.id,
      day: meeting.day,
      place: meeting.place,
      discussion: items
        .filter(
          ({ kind, doneAt, points, isRestricted }) =>
            kind === 'discussion' && doneAt === null && points.length > 0 && !isRestricted,
        )
        .map(({ units, visitDay, points }) => ({ units, visitDay, points })),
    },
  }
}
