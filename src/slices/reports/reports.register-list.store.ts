import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { dayFromIso } from '../../kernel/date.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type Scope } from '../../platform/scope.ts'

/** What the register is asked for: a year, a unit, or everything. */
export type RegisterFilter = { readonly year?: number | undefined; readonly unitId?: string | undefined }

const row = z.object({
  reportId: z.string(),
  version: z.number(),
  /** What left the authority to be checked, before the report was final: its version is 0. */
  checkId: z.string().nullable(),
  number: z.string(),
  day: z.string().transform(dayFromIso),
  senders: z.array(z.string()),
  receivers: z.array(z.string()),
  subject: z.string(),
  /** The legal grounds of the marks that stand. */
  marks: z.array(z.string()),
  /** Whether the report as a whole is marked: then the register says no more than it may. */
  isSecret: z.boolean(),
  isAuthor: z.boolean(),
})

export type RegisterRow = z.output<typeof row>

const version = sql`d.version`
/** The final versions, and what was sent to private providers before. */
const documents = sql`(select report_id, version, frozen, null::uuid as check_id, null::date as sent_on from report_document
  union all select report_id, 0, sent, id, sent_day from report_check where outside)`
const standing = sql`from report_restriction x where x.report_id = r.id and x.lifted_at is null`
const isSecret = sql`exists (select ${standing} and x.passage is null)`

/**
 * Returns the committee's registered reports, the latest number first and each version by itself. The caller has seen that
 * the one who asks reads the whole committee.
 */
export async function listRegister(
  tx: ReadTx,
  scope: Scope,
  filter: RegisterFilter,
  part: { readonly limit: number; readonly offset: number },
): Promise<readonly RegisterRow[]> {
  const { rows } = await tx.execute(sql`
    select r.id as "reportId", ${version}, d.check_id as "checkId", r.registration_number as number,
      coalesce(d.sent_on::text, d.frozen #>> '{correction,on}', d.frozen->>'drawnUp') as day,
      case when d.check_id is not null then (select coalesce(jsonb_agg(p.name order by p.name), '[]')
          from report_author a join person p on p.id = a.person_id where a.report_id = r.id)
        when d.frozen ? 'correction' then jsonb_build_array(d.frozen #>> '{correction,by,name}')
        else (select coalesce(jsonb_agg(w.writer->>'name'), '[]') from jsonb_array_elements(d.frozen->'authors') as w(writer)) end as senders,
      case when d.check_id is not null then (select jsonb_agg(u.name order by u.name)
          from report_check_unit c join unit u on u.id = c.unit_id where c.check_id = d.check_id and c.outside)
        else coalesce(d.frozen->'receivers', jsonb_build_array(d.frozen->>'committee') || (select coalesce(jsonb_agg(p.name order by p.name), '[]')
        from report_delivery v join person p on p.id = v.person_id where v.report_id = r.id and v.version = ${version})) end as receivers,
      d.frozen->>'title' as subject,
      (select coalesce(jsonb_agg(distinct x.legal_ground), '[]') ${standing}) as marks,
      ${isSecret} as "isSecret",
      exists (select from report_author a where a.report_id = r.id and a.person_id = ${scope.personId ?? null}) as "isAuthor"
    from report r join ${documents} d on d.report_id = r.id
    where ${conditions(scope, filter)}
    order by r.registration_number desc, ${version} desc, d.check_id desc limit ${part.limit} offset ${part.offset}`)
  return z.array(row).parse(rows)
}

/** Returns how many rows the register has for the filter. */
export async function countRegister(tx: ReadTx, scope: Scope, filter: RegisterFilter): Promise<number> {
  const { rows } = await tx.execute(sql`
    select count(*)::int as count from report r join ${documents} d on d.report_id = r.id where ${conditions(scope, filter)}`)
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count
}

/** Returns the years that the register has numbers of, the latest first. */
export async function registerYears(tx: ReadTx, scope: Scope): Promise<readonly number[]> {
  const { rows } = await tx.execute(sql`
    select distinct substring(r.registration_number from '[0-9]{4}')::int as year from report r
    where r.committee_id = ${scope.committeeId} and r.registration_number is not null order by year desc`)
  return z
    .array(z.object({ year: z.number() }))
    .parse(rows)
    .map(({ year }) => year)
}

/**
 * Which unit a secret report is about is not told by asking for the unit either (OSL 5 kap. 2 § andra stycket): those who
 * may not read it find it only where no unit is asked for.
 */
function conditions(scope: Scope, { year, unitId }: RegisterFilter): SQL {
  const readsSecret = may(scope, 'reports:read-restricted')
  const isOwn = sql`exists (select from report_author a where a.report_id = r.id and a.person_id = ${scope.personId ?? null})`
  const ofUnit = sql`exists (select from visit_unit u where u.visit_id = r.visit_id and u.unit_id = ${unitId ?? null})
    and (${readsSecret}::boolean or ${isOwn} or not ${isSecret})`
  return sql`r.committee_id = ${scope.committeeId} and (r.state = 'final' or d.check_id is not null)
    and r.registration_number is not null
    and ${year === undefined ? sql`true` : sql`substring(r.registration_number from '[0-9]{4}')::int = ${year}`}
    and ${unitId === undefined ? sql`true` : ofUnit}`
}
