import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../platform/scope.ts'

/** Returns the reports' part of the programme, without the meetings' papers: those the slice `meetings` adds. */
export function reportsFacts(scope: Scope) {
  return { reports: reportsPart(scope) } satisfies Record<string, SQL>
}

/**
 * Returns the reports' part of the programme with further keys on each report. The SQL of a key may name the
 * report's row as `r`. An oral report is given at its meeting, so its day is the meeting's and it has no `final`.
 */
export function reportsPart(scope: Scope, more: Readonly<Record<string, SQL>> = {}): SQL {
  const keys: Readonly<Record<string, SQL>> = {
    id: sql`r.id`,
    visit: sql`r.visit_id`,
    form: sql`r.form`,
    authors: sql`(select coalesce(json_agg(a.person_id order by a.person_id), '[]') from report_author a where a.report_id = r.id)`,
    signed: sql`(select coalesce(json_agg(json_build_object('person', a.person_id, 'on', (a.signed_at at time zone 'Europe/Stockholm')::date)
      order by a.person_id), '[]') from report_author a where a.report_id = r.id and a.signed_at is not null)`,
    dissents: sql`(select coalesce(json_agg(json_build_object('person', x.person_id, 'on', x.day) order by x.person_id), '[]')
      from report_dissent x where x.report_id = r.id)`,
    // Only a report that somebody else than the politicians has written is without authors.
    writtenBy: sql`(select d.frozen->>'writtenBy' from report_document d
      where d.report_id = r.id and d.version = 1 and not exists (select 1 from report_author a where a.report_id = r.id))`,
    // Of several managers the last one's day counts: until all have answered the report is not answered.
    checked: sql`(select json_build_object('sentOn', c.sent_day, 'answeredOn', (select case when bool_and(u.answered_day is not null)
        then max(u.answered_day) end from report_check_unit u where u.check_id = c.id))
      from report_check c where c.report_id = r.id and c.taken_back_at is null)`,
    final: sql`case when r.form = 'written' then r.final_day end`,
    toManager: sql`(select min(d.delivered_day) from report_delivery d where d.report_id = r.id)`,
    oralAt: sql`r.oral_meeting_id`,
    readBy: sql`(select coalesce(json_agg(json_build_object('person', g.person_id, 'on', g.day) order by g.day, g.person_id), '[]')
      from (select person_id, min(day) as day from report_reading where report_id = r.id group by person_id) as g)`,
    ...more,
  }
  const pairs = Object.entries(keys).map(([key, value]) => sql`${sql.raw(`'${key}'`)}, ${value}`)
  return sql`(select coalesce(json_agg(json_strip_nulls(json_build_object(${sql.join(pairs, sql`, `)})) order by r.id), '[]')
    from report r where r.committee_id = ${scope.committeeId})`
}
