import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../platform/scope.ts'
import { reportsPart } from '../reports/index.ts'

/**
 * Returns the reports' part of the programme with the meetings: whose papers a report is in, where it was given or
 * summed up orally, and where it was discussed. It stands in place of `reportsFacts`, so it comes after it.
 */
export function meetingsFacts(scope: Scope) {
  return {
    reports: reportsPart(scope, {
      meeting: meetingWith(sql`i.kind in ('paper', 'oral-report')`),
      oralAt: sql`coalesce(r.oral_meeting_id, ${meetingWith(sql`i.kind = 'oral-summary' and coalesce(i.given_at, i.done_at) is not null`)})`,
      discussedAt: meetingWith(sql`i.was_discussed or (i.kind = 'discussion' and i.done_at is not null)`),
    }),
  } satisfies Record<string, SQL>
}

/** The first meeting that has the report `r` among such items. */
function meetingWith(which: SQL): SQL {
  return sql`(select i.meeting_id from meeting_item i join meeting m on m.id = i.meeting_id
    where i.report_id = r.id and ${which} order by m.day, i.id limit 1)`
}
