import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { disposalItem, disposalRun } from './disposal.tables.ts'

export type RunRow = typeof disposalRun.$inferSelect
export type ItemRow = typeof disposalItem.$inferSelect

/** Returns the committee's proposals and records of disposal, the latest first. */
export async function listRuns(tx: ReadTx | Tx, scope: Scope): Promise<readonly RunRow[]> {
  return tx
    .select()
    .from(disposalRun)
    .where(eq(disposalRun.committeeId, scope.committeeId))
    .orderBy(desc(disposalRun.proposedAt), desc(disposalRun.id))
}

/** Returns the proposal or record. Throws `NotFound`. */
export async function getRun(tx: ReadTx | Tx, scope: Scope, id: string): Promise<RunRow> {
  const [row] = await tx
    .select()
    .from(disposalRun)
    .where(and(eq(disposalRun.committeeId, scope.committeeId), eq(disposalRun.id, id)))
  if (!row) throw new NotFound('disposal run')
  return row
}

/** Returns the documents of a run, the oldest first. */
export async function listItems(tx: ReadTx | Tx, scope: Scope, runId: string): Promise<readonly ItemRow[]> {
  return tx
    .select()
    .from(disposalItem)
    .where(and(eq(disposalItem.committeeId, scope.committeeId), eq(disposalItem.runId, runId)))
    .orderBy(asc(disposalItem.day), asc(disposalItem.id))
}

/** Returns what some run has called this document, or undefined when none knows it. */
export async function titleOf(
  tx: ReadTx | Tx,
  scope: Scope,
  of: { readonly kind: string; readonly subjectId: string },
): Promise<string | undefined> {
  const [row] = await tx
    .select({ title: disposalItem.title })
    .from(disposalItem)
    .where(
      and(
        eq(disposalItem.committeeId, scope.committeeId),
        eq(disposalItem.kind, of.kind),
        eq(disposalItem.subjectId, of.subjectId),
      ),
    )
    .limit(1)
  return row?.title
}

/** Writes a proposal with its documents. */
export async function addRun(
  tx: Tx,
  run: typeof disposalRun.$inferInsert,
  items: readonly (typeof disposalItem.$inferInsert)[],
): Promise<void> {
  await tx.insert(disposalRun).values(run)
  for (let at = 0; at < items.length; at += 1000) await tx.insert(disposalItem).values(items.slice(at, at + 1000))
}

/** Writes what became of proposals. */
export async function decideRuns(
  tx: Tx,
  scope: Scope,
  decided: {
    readonly ids: readonly string[]
    readonly state: 'done' | 'withdrawn'
    readonly at: Instant
    readonly by: string
  },
): Promise<void> {
  if (decided.ids.length === 0) return
  await tx
    .update(disposalRun)
    .set({ state: decided.state, decidedAt: decided.at, decidedBy: decided.by })
    .where(and(eq(disposalRun.committeeId, scope.committeeId), inArray(disposalRun.id, [...decided.ids])))
}

/** Returns what has been disposed of, as `report 0198…`. */
export async function disposedOf(
  tx: ReadTx | Tx,
  scope: Scope,
  kinds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ kind: disposalItem.kind, subjectId: disposalItem.subjectId })
    .from(disposalItem)
    .innerJoin(disposalRun, eq(disposalRun.id, disposalItem.runId))
    .where(
      and(
        eq(disposalItem.committeeId, scope.committeeId),
        eq(disposalRun.state, 'done'),
        inArray(disposalItem.kind, [...kinds]),
      ),
    )
  return new Set(rows.map(({ kind, subjectId }) => `${kind} ${subjectId}`))
}

const candidate = z.object({ subjectId: z.string(), what: z.string(), day: z.string().transform(dayFromIso) })

/** A document whose time is up. `what` tells which one it is, and nothing that stands in it. */
export type Candidate = z.output<typeof candidate>

type Due = {
  /** Events before this day. */
  readonly before: Day
  /** By the event alone, without years. */
  readonly atEvent: boolean
}

/**
 * Returns the kind's documents whose event lies before the day, the oldest first. What a request for disclosure is under
 * way for is left out, and what an exception holds.
 */
export async function dueDocuments(
  tx: ReadTx | Tx,
  scope: Scope,
  kind: string,
  due: Due,
): Promise<readonly Candidate[]> {
  const source = sources(scope, due)[kind]
  if (source === undefined) return []
  const { rows } = await tx.execute(sql`
    select due.id as "subjectId", due.what, due.day::text as day from (${source}) as due
    where due.day < ${isoFromDay(due.before)}::date
      and not exists (select from disclosure_document dd join disclosure d on d.id = dd.disclosure_id
        where d.committee_id = ${scope.committeeId} and d.state in ('received', 'examining') and dd.subject = due.id::text)
      and not exists (select from retention_hold h where h.committee_id = ${scope.committeeId} and h.ended_at is null
        and (h.subject_id = due.id or (h.subject_id is null and h.kind = ${kind})))
    order by due.day, due.id`)
  return z.array(candidate).parse(rows)
}

/** What stands where something written was disposed of. */
const gone = 'Gallrad'

function sources(scope: Scope, { atEvent }: Due): Readonly<Record<string, SQL>> {
  const ours = sql`${scope.committeeId}::uuid`
  const unitsOf = (visitId: SQL) => sql`coalesce((select string_agg(u.name, ', ' order by u.name) from visit_unit vu
    join unit u on u.id = vu.unit_id where vu.visit_id = ${visitId}), '')`
  // What is the municipality's own is disposed of by the committee alone in which the person has roles.
  const onlyOurs = (
    personId: SQL,
  ) => sql`exists (select from role_holding h where h.person_id = ${personId} and h.committee_id = ${ours})
    and not exists (select from role_holding h where h.person_id = ${personId} and h.committee_id <> ${ours})`
  const dayOf = (instant: SQL) => sql`(${instant} at time zone 'Europe/Stockholm')::date`
  return {
    'report-draft': sql`
      select r.id, ${unitsOf(sql`r.visit_id`)} as what, coalesce(r.final_day, ${dayOf(sql`r.started_at`)}) as day
      from report r where r.committee_id = ${ours} and (r.state = 'final' or ${!atEvent}::boolean)
        and (exists (select from report_field f where f.report_id = r.id) or (r.state = 'draft' and exists (select from report_attachment p where p.report_id = r.id)) or exists (select from report_variant w where w.report_id = r.id))`,
    report: sql`
      select r.id, concat_ws(', ', ${unitsOf(sql`r.visit_id`)}, r.registration_number) as what, r.final_day as day
      from report r join report_document d on d.report_id = r.id
      where r.committee_id = ${ours} and r.state = 'final' and d.version = 1 and not d.frozen ? 'disposed'`,
    letter: sql`
      select m.id, m.subject as what, ${dayOf(sql`m.queued_at`)} as day from outgoing_mail m
      where ${onlyOurs(sql`m.person_id`)}
        and exists (select from mail_delivery d where d.mail_id = m.id and d.outcome in ('sent', 'kept', 'unsure', 'given-up'))`,
    'visit-note': sql`
      select v.id, ${unitsOf(sql`v.id`)} as what, v.day from visit v where v.committee_id = ${ours}
        and (exists (select from invitation i where i.visit_id = v.id and i.message not in ('', ${gone}))
          or exists (select from visit_event e where e.visit_id = v.id and e.note not in ('', ${gone})))
      union all
      select c.id, concat_ws(', ', 'kontakt utanför besök', coalesce(u.name, a.name)), c.day from outside_contact c
        left join unit u on u.id = c.unit_id left join area a on a.id = c.area_id
      where c.committee_id = ${ours} and c.subject <> ${gone}`,
    claim: sql`
      select c.id, ${unitsOf(sql`c.visit_id`)} as what,
        (select max(d.day) from claim_decision d where d.claim_id = c.id) as day
      from claim c where c.committee_id = ${ours} and c.state in ('exported', 'paid', 'reversed', 'waived', 'refused')
        and not exists (select from disposal_item i join disposal_run r on r.id = i.run_id
          where i.kind = 'claim' and i.subject_id = c.id and r.state = 'done')`,
    'try-out': sql`
      select t.id, t.title as what, ${dayOf(sql`t.changed_at`)} as day from guideline_trial t
      where t.committee_id = ${ours} and t.state in ('done', 'failed')`,
    disclosure: sql`
      select d.id, d.number::text as what, ${dayOf(sql`d.closed_at`)} as day from disclosure d
      where d.committee_id = ${ours} and d.closed_at is not null and d.asked <> ${gone}`,
    'sign-in': sql`
      select s.id, 'session' as what, ${dayOf(sql`coalesce(s.ended_at, s.expires_at)`)} as day from session s where ${onlyOurs(sql`s.person_id`)}
      union all
      select c.id, 'code', ${dayOf(sql`c.expires_at`)} from sign_in_code c where ${onlyOurs(sql`c.person_id`)}
      union all
      select a.id, 'attempt', ${dayOf(sql`a.expires_at`)} from sign_in_attempt a where a.person_id is null or (${onlyOurs(sql`a.person_id`)})
      union all
      select t.id, 'attempt', ${dayOf(sql`t.started_at`)} from attempt_tally t`,
    'log-content': sql`
      select c.id, e.seq || ' ' || e.command as what, ${dayOf(sql`e.at`)} as day
      from audit_content c join audit_entry e on e.id = c.entry_id where e.committee_id = ${ours}`,
  }
}

/**
 * Disposes of the documents for good. What they were about stays: that a visit had a report and when, who was paid which
 * amount, that something was logged; totals, evaluation and the log's chain rest on that.
 */
export async function disposeOf(
  tx: Tx,
  kind: string,
  ids: readonly string[],
  said: { readonly day: Day; readonly sentence: string },
): Promise<void> {
  const these = sql`any(${sql.param([...ids])}::uuid[])`
  for (const statement of statements(these, said)[kind] ?? []) await tx.execute(statement)
}

/** What was sent to managers before it circulated and what they said of it. What left the authority stays as long as the report. */
function checks(which: SQL): readonly SQL[] {
  const units = sql`(select id from report_check_unit where check_id in (select id from report_check where ${which}))`
  return [
    sql`delete from report_check_answer where check_unit_id in ${units}`,
    sql`update report_check_unit set comment = '' where comment <> '' and id in ${units}`,
    sql`update report_check set sent = jsonb_set(sent, '{items}', '[]') where ${which}`,
  ]
}

function statements(
  these: SQL,
  { day, sentence }: { readonly day: Day; readonly sentence: string },
): Readonly<Record<string, readonly SQL[]>> {
  const written = [
    sql`delete from report_field where report_id = ${these}`,
    sql`delete from report_variant where report_id = ${these}`,
    sql`delete from report_taken_away where report_id = ${these}`,
    sql`delete from report_guard_decision where report_id = ${these}`,
    ...checks(sql`report_id = ${these} and not outside`),
  ]
  // What goes with a final report stays as long as the report does.
  const files = (which: SQL) =>
    sql`delete from report_attachment where report_id in (select id from report where ${which})`
  // So does what was handed over instead of reported: it may be with its receiver long after the draft is done with.
  const handOvers = (which: SQL) => [
    sql`delete from report_hand_over_to where hand_over_id in (select h.id from report_hand_over h join report r on r.id = h.report_id where ${which})`,
    sql`delete from report_hand_over where report_id in (select r.id from report r where ${which})`,
  ]
  // Receipts and certificates go, unless another claim rests on them; what was paid on them still stands.
  const papers = sql`with used as (select file_id from claim_cost where claim_id = ${these}
        union select file_id from claim_loss where claim_id = ${these}),
      costs as (update claim_cost set file_id = null, file_disposed = true where claim_id = ${these} and file_id is not null),
      losses as (update claim_loss set file_id = null, file_disposed = true where claim_id = ${these} and file_id is not null)
    delete from claim_file f where f.id in (select file_id from used)
      and not exists (select from claim_cost k where k.file_id = f.id and not k.claim_id = ${these})
      and not exists (select from claim_loss l where l.file_id = f.id and not l.claim_id = ${these})`
  return {
    'report-draft': [
      ...written,
      ...handOvers(sql`r.id = ${these} and r.state = 'draft'`),
      files(sql`id = ${these} and state = 'draft'`),
    ],
    report: [
      ...written,
      ...handOvers(sql`r.id = ${these}`),
      files(sql`id = ${these}`),
      sql`update meeting_item set line = '' where report_id = ${these}`,
      ...checks(sql`report_id = ${these}`),
      sql`delete from report_dissent where report_id = ${these}`,
      sql`update report_document set pdf = null, frozen = (frozen - 'oral' - 'attachments' - 'checked' - 'dissents' - 'correction' - 'receivers') || jsonb_build_object('disposed', ${isoFromDay(day)}::text,
        'participants', '[]'::jsonb, 'met', '[]'::jsonb, 'deviations', '[]'::jsonb, 'proposals', '[]'::jsonb, 'questions', '[]'::jsonb,
        'authors', '[]'::jsonb, 'topics', jsonb_build_array(jsonb_build_object('key', 'disposed', 'heading', ${gone}::text, 'text', ${sentence}::text)))
        where report_id = ${these}`,
      sql`update report_restriction set reason = ${gone}, passage = case when passage is not null then ${gone}::text end where report_id = ${these}`,
    ],
    letter: [
      sql`delete from mail_delivery where mail_id = ${these}`,
      sql`delete from outgoing_mail where id = ${these}`,
    ],
    'visit-note': [
      sql`update invitation set message = ${gone} where visit_id = ${these} and message <> ''`,
      sql`update visit_event set note = ${gone} where visit_id = ${these} and note <> ''`,
      sql`update outside_contact set subject = ${gone}, referred_to = '' where id = ${these}`,
    ],
    claim: [
      papers,
      sql`delete from payroll_row where claim_id = ${these}`,
      // A correction that has left goes with its rows: without them it would be taken for one that waits.
      sql`delete from claim_correction where claim_id = ${these}`,
      sql`delete from payroll_receipt r where not exists (select 1 from payroll_row w where w.batch_id = r.batch_id)`,
      // What was entered from minutes served the caps of the same year.
      sql`delete from paid_time t using claim c join visit v on v.id = c.visit_id where c.id = ${these} and t.claim_id is null
        and t.person_id = c.person_id and extract(year from t.day) <= extract(year from v.day)`,
      sql`delete from paid_time where claim_id = ${these}`,
      sql`update claim_decision set reason = '', given = (select coalesce(jsonb_object_agg(key, ''), '{}') from jsonb_object_keys(given) as key)
        where claim_id = ${these}`,
    ],
    'try-out': [sql`delete from guideline_trial where id = ${these}`],
    disclosure: [
      sql`delete from disclosure_package where disclosure_id = ${these}`,
      sql`delete from disclosure_mask where document_id in (select id from disclosure_document where disclosure_id = ${these})`,
      sql`update disclosure_document set title = ${gone}, told = '' where disclosure_id = ${these}`,
      sql`update disclosure set asked = ${gone}, told = '' where id = ${these}`,
    ],
    'sign-in': [
      sql`delete from session where id = ${these}`,
      sql`delete from sign_in_code where id = ${these}`,
      sql`delete from sign_in_attempt where id = ${these}`,
      sql`delete from attempt_tally where id = ${these}`,
    ],
    'log-content': [sql`delete from audit_content where entry_id = ${these}`],
  }
}
