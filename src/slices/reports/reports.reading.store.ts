import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { dayFromIso } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'

const isoDay = z.string().transform(dayFromIso)
const maybeDay = isoDay.nullable().transform((day) => day ?? undefined)

const toRead = z.object({
  id: z.string(),
  units: z.array(z.string()),
  visitDay: isoDay,
  authors: z.array(z.string()),
  finalDay: isoDay,
  /** The day of the meeting that it was sent to when it became final. */
  meetingDay: maybeDay,
  version: z.number(),
  isRestricted: z.boolean(),
  /** When the person read it as it now stands, and when in an earlier version. */
  readOn: maybeDay,
  readEarlierOn: maybeDay,
})

export type ToRead = z.output<typeof toRead>

/** The final written reports of the committee in their latest version, `r`, `d` and `v`. */
const finalReports = (scope: Scope) => sql`
  from report r join visit v on v.id = r.visit_id
    join lateral (select * from report_document l where l.report_id = r.id order by l.version desc limit 1) d on true
  where r.committee_id = ${scope.committeeId} and r.state = 'final' and r.form = 'written'`

/** A report that nobody among the politicians has written has its writer's name in the document. */
const authors = sql`coalesce((select jsonb_agg(p.name order by p.name) from report_author a join person p on p.id = a.person_id
    where a.report_id = r.id), (select jsonb_agg(w.writer->>'name') from jsonb_array_elements(d.frozen->'authors') as w(writer)), '[]')`

const isOwn = (personId: unknown) =>
  sql`exists (select from report_author a where a.report_id = r.id and a.person_id = ${personId})`

/** Returns the reports by others, unread first, the latest visit first; at most so many. */
export async function listToRead(
  tx: ReadTx | Tx,
  scope: Scope & { readonly personId: string },
  most: number,
): Promise<readonly ToRead[]> {
  const readIn = (which: ReturnType<typeof sql>) =>
    sql`(select max(g.day)::text from report_reading g where g.report_id = r.id and g.person_id = ${scope.personId} and g.version ${which})`
  const { rows } = await tx.execute(sql`
    select r.id, v.day::text as "visitDay", r.final_day::text as "finalDay", d.frozen #>> '{meeting,day}' as "meetingDay", d.version,
      (select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu join unit u on u.id = vu.unit_id
        where vu.visit_id = v.id) as units, ${authors} as authors,
      exists (select from report_restriction x where x.report_id = r.id and x.lifted_at is null) as "isRestricted",
      ${readIn(sql`= d.version`)} as "readOn", ${readIn(sql`< d.version`)} as "readEarlierOn"
    ${finalReports(scope)} and not ${isOwn(scope.personId)}
    order by ${readIn(sql`= d.version`)} is not null, v.day desc, r.id
    limit ${most}`)
  return z.array(toRead).parse(rows)
}

const memberReading = z.object({
  name: z.string(),
  read: z.number(),
  unread: z.array(z.object({ id: z.string(), units: z.array(z.string()), visitDay: isoDay })),
})

export type MemberReading = z.output<typeof memberReading>

/**
 * Returns how far each of these persons has come with the others' reports (HED-14): how many they have read as they now
 * stand, and the unread ones by visit.
 */
export async function readingByMember(
  tx: ReadTx | Tx,
  scope: Scope,
  personIds: readonly string[],
): Promise<readonly MemberReading[]> {
  const { rows } = await tx.execute(sql`
    with final as (select r.id, v.day, d.version,
        (select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu join unit u on u.id = vu.unit_id
          where vu.visit_id = v.id) as units
      ${finalReports(scope)})
    select p.name, count(*) filter (where r.id is not null and g.id is not null)::int as read,
      coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'units', r.units, 'visitDay', r.day) order by r.day desc, r.id)
        filter (where r.id is not null and g.id is null), '[]') as unread
    from person p
      left join final r on not ${isOwn(sql`p.id`)}
      left join report_reading g on g.report_id = r.id and g.person_id = p.id and g.version = r.version
    where p.id = any(${sql.param([...personIds])}::uuid[])
    group by p.id, p.name order by p.name collate "sv-x-icu", p.id`)
  return z.array(memberReading).parse(rows)
}
