import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { visit } from '../visits/visits.tables.ts'
import { readsWholeCommittee } from './reports.rules.ts'
import { report, reportDelivery, reportReading } from './reports.tables.ts'

const unitRefs = z.array(z.object({ id: z.string(), name: z.string() }))
const authorRefs = z.array(
  z
    .object({
      personId: z.string(),
      name: z.string(),
      signedAt: z
        .string()
        .nullable()
        .transform((text) => (text === null ? undefined : instantFromIso(text))),
      by: z.string().nullish(),
      calledOn: z.string().nullish(),
    })
    .transform(({ by, calledOn, ...author }) => ({
      ...author,
      ...(by && calledOn ? { registered: { by, calledOn: dayFromIso(calledOn) } } : {}),
    })),
)

const columns = {
  id: report.id,
  visitId: report.visitId,
  form: report.form,
  state: report.state,
  startedAt: report.startedAt,
  finalAt: report.finalAt,
  finalDay: report.finalDay,
  finalBy: report.finalBy,
  finalRegisteredById: report.finalRegisteredById,
  registrationNumber: report.registrationNumber,
  takenOverById: report.takenOverById,
  takenOverAt: report.takenOverAt,
  oralMeetingId: report.oralMeetingId,
  version: report.version,
  /** The latest version of the final report; 0 for a draft. */
  documentVersion:
    sql`(select coalesce(max(d.version), 0) from report_document d where d.report_id = ${report.id})`.mapWith(Number),
  visitDay: visit.day,
  visitStart: visit.startTime,
  visitEnd: visit.endTime,
  groupId: visit.groupId,
  units: sql`(select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name), '[]')
    from visit_unit vu join unit u on u.id = vu.unit_id where vu.visit_id = ${report.visitId})`.mapWith((value) =>
    unitRefs.parse(value),
  ),
  // A report that somebody else than the politicians has written has its writer's name in the document alone.
  authors: sql`coalesce((select jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name,
    'signedAt', to_char(a.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', r.name, 'calledOn', a.called_on) order by p.name)
    from report_author a join person p on p.id = a.person_id left join person r on r.id = a.registered_by_id where a.report_id = ${report.id}),
    (select jsonb_agg(jsonb_build_object('personId', '', 'name', w.writer->>'name', 'signedAt', null))
      from report_document d, jsonb_array_elements(d.frozen->'authors') as w(writer) where d.report_id = ${report.id}
        and not exists (select 1 from report_document l where l.report_id = d.report_id and l.version > d.version)), '[]')`.mapWith(
    (value) => authorRefs.parse(value),
  ),
  isRestricted: sql<boolean>`exists (select 1 from report_restriction x where x.report_id = ${report.id} and x.lifted_at is null)`,
  deliveries: sql`(select count(*) from report_delivery d where d.report_id = ${report.id})`.mapWith(Number),
}

export type ReportRow = Awaited<ReturnType<typeof listReports>>[number]

/** Returns the reports that the one who asks may see, the newest visit first. */
export async function listReports(
  tx: ReadTx | Tx,
  scope: Scope,
  filter: {
    readonly ids?: readonly string[]
    readonly state?: 'draft' | 'final'
    /** So many of them, after so many that are left out. */
    readonly most?: number
    readonly after?: number
  } = {},
) {
  return tx
    .select(columns)
    .from(report)
    .innerJoin(visit, eq(visit.id, report.visitId))
    .where(
      and(
        visibleReports(scope),
        filter.ids && inArray(report.id, [...filter.ids]),
        filter.state && eq(report.state, filter.state),
      ),
    )
    .orderBy(desc(visit.day), desc(report.id))
    .limit(filter.most ?? Number.MAX_SAFE_INTEGER)
    .offset(filter.after ?? 0)
}

/** Returns how many final reports the one who asks may see. */
export async function countFinal(tx: ReadTx | Tx, scope: Scope): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(report)
    .where(and(visibleReports(scope), eq(report.state, 'final')))
  return row?.count ?? 0
}

/** Returns the report. Throws `NotFound` when there is none or it must not be seen. */
export async function getReport(tx: ReadTx | Tx, scope: Scope, id: string): Promise<ReportRow> {
  const [row] = await listReports(tx, scope, { ids: [id] })
  if (!row) throw new NotFound('report')
  return row
}

/** Returns the report of the visit, when there is one that the one who asks may see. */
export async function findReportOfVisit(
  tx: ReadTx | Tx,
  scope: Scope,
  visitId: string,
): Promise<ReportRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(report)
    .innerJoin(visit, eq(visit.id, report.visitId))
    .where(and(visibleReports(scope), eq(report.visitId, visitId)))
  return row
}

/** Returns the id and state of the visit's report, whoever may see it: so that nobody starts a second one. */
export async function findAnyReportOfVisit(tx: ReadTx | Tx, scope: Scope, visitId: string) {
  const [row] = await tx
    .select({ id: report.id, state: report.state })
    .from(report)
    .where(and(eq(report.committeeId, scope.committeeId), eq(report.visitId, visitId)))
  return row
}

/** Returns who has read which version of the reports and when, in order of day. */
export async function listReadings(tx: ReadTx | Tx, scope: Scope, reportIds?: readonly string[]) {
  return tx
    .select({
      reportId: reportReading.reportId,
      personId: reportReading.personId,
      day: reportReading.day,
      version: reportReading.version,
    })
    .from(reportReading)
    .innerJoin(report, eq(report.id, reportReading.reportId))
    .where(and(eq(report.committeeId, scope.committeeId), reportIds && inArray(reportReading.reportId, [...reportIds])))
    .orderBy(asc(reportReading.day), asc(reportReading.id))
}

/** Returns to whom the report has gone. */
export async function listDeliveries(tx: ReadTx | Tx, _scope: Scope, reportId: string) {
  return tx
    .select({ personId: reportDelivery.personId, deliveredDay: reportDelivery.deliveredDay })
    .from(reportDelivery)
    .where(eq(reportDelivery.reportId, reportId))
    .orderBy(asc(reportDelivery.id))
}

/** The condition that `maySeeReport` says in words, for every query of reports. */
function visibleReports(scope: Scope): SQL | undefined {
  const ours = eq(report.committeeId, scope.committeeId)
  if (scope.personId === undefined) return ours
  const ownDraft = sql`exists (select 1 from report_author a where a.report_id = ${report.id} and a.person_id = ${scope.personId})`
  const draft = scope.roles.includes('secretary') ? sql`true` : ownDraft
  const final = readsWholeCommittee(scope) ? sql`true` : ofManagedUnit(scope)
  return and(ours, sql`case when ${report.state} = 'draft' then ${draft} else ${final} end`)
}

function ofManagedUnit(scope: Scope): SQL {
  if (scope.managedUnitIds.length === 0) return sql`false`
  const managed = sql.join(
    scope.managedUnitIds.map((id) => sql`${id}`),
    sql`, `,
  )
  return sql`exists (select 1 from visit_unit vu where vu.visit_id = ${report.visitId} and vu.unit_id in (${managed}))`
}
