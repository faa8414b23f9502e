import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'

const text = z.string()

export type FindFilter = {
  readonly from?: Day | undefined
  readonly until?: Day | undefined
  readonly unitId?: string | undefined
  readonly kind?: string | undefined
  readonly word?: string | undefined
}

const foundRow = z.object({
  kind: z.enum(['report', 'decision', 'claim']),
  subject: text,
  day: text.transform(dayFromIso),
  visitDay: text.transform(dayFromIso),
  units: z.array(text),
  person: text,
})

export type FoundRow = z.output<typeof foundRow>

/** How many documents a search shows at the most. */
export const mostFound = 100

/**
 * Returns the committee's official documents that the filter chooses, the newest first: final reports, decisions about
 * extra visits, and approved fee claims. Drafts are none (TF 2 kap. 12 §).
 */
export async function findDocuments(
  tx: ReadTx | Tx,
  scope: Scope,
  { from, until, unitId, kind, word }: FindFilter,
): Promise<readonly FoundRow[]> {
  const like = word === undefined ? null : `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await tx.execute(sql`
    select found.kind, found.subject, found.day::text as day, v.day::text as "visitDay", found.person,
      (select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu join unit u on u.id = vu.unit_id
        where vu.visit_id = v.id) as units
    from (
      select 'report' as kind, r.id::text as subject, r.final_day as day, r.visit_id, '' as person, d.frozen::text as words
      from report r join report_document d on d.report_id = r.id
      where r.committee_id = ${scope.committeeId} and r.state = 'final' and not d.frozen ? 'disposed'
        and not exists (select from report_document l where l.report_id = d.report_id and l.version > d.version)
      union all
      select 'decision', e.id::text, e.decided_on, e.visit_id, p.name, concat_ws(' ', p.name, e.reason, e.delegation)
      from extra_decision e join person p on p.id = e.person_id where e.committee_id = ${scope.committeeId}
      union all
      select 'claim', c.id::text, w.day, c.visit_id, p.name, p.name
      from claim c join person p on p.id = c.person_id join visit w on w.id = c.visit_id
      where c.committee_id = ${scope.committeeId} and c.state in ('approved', 'exported', 'paid', 'reversed')
    ) as found
    join visit v on v.id = found.visit_id
    where (${from === undefined ? null : isoFromDay(from)}::date is null or found.day >= ${from === undefined ? null : isoFromDay(from)}::date)
      and (${until === undefined ? null : isoFromDay(until)}::date is null or found.day <= ${until === undefined ? null : isoFromDay(until)}::date)
      and (${kind ?? null}::text is null or found.kind = ${kind ?? null}::text)
      and (${unitId ?? null}::uuid is null or exists (
        select from visit_unit vu where vu.visit_id = v.id and vu.unit_id = ${unitId ?? null}::uuid))
      and (${like}::text is null or found.words ilike ${like}::text)
    order by found.day desc, found.subject
    limit ${mostFound}`)
  return z.array(foundRow).parse(rows)
}

/** Returns the years with visits, the latest first: those that a summary can be made of. */
export async function summaryYearsOf(tx: ReadTx | Tx, scope: Scope): Promise<readonly number[]> {
  const { rows } = await tx.execute(sql`
    select distinct extract(year from day)::int as year from visit where committee_id = ${scope.committeeId} order by 1 desc`)
  return z
    .array(z.object({ year: z.number() }))
    .parse(rows)
    .map(({ year }) => year)
}

const decisionRow = z.object({
  day: text.transform(dayFromIso),
  visitDay: text.transform(dayFromIso),
  about: z.enum(['extra-visit', 'extra-fee']),
  person: text,
  decidedBy: text,
  granted: z.boolean(),
  delegation: text,
  reason: text,
  units: z.array(text),
})

/** Returns one decision about an extra visit. Throws `NotFound`. */
export async function getDecision(tx: ReadTx | Tx, scope: Scope, id: string) {
  const { rows } = await tx.execute(sql`
    select e.decided_on::text as day, v.day::text as "visitDay", e.about, p.name as person, b.name as "decidedBy", e.granted,
      e.delegation, e.reason, (select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu
        join unit u on u.id = vu.unit_id where vu.visit_id = v.id) as units
    from extra_decision e join visit v on v.id = e.visit_id join person p on p.id = e.person_id join person b on b.id = e.decided_by
    where e.committee_id = ${scope.committeeId} and e.id = ${id}::uuid`)
  const [row] = rows
  if (row === undefined) throw new NotFound('decision')
  return decisionRow.parse(row)
}
