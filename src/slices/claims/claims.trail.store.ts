import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Day, dayFromIso } from '../../kernel/date.ts'
import { type Instant, instantFromIso } from '../../kernel/instant.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'

const day = z.iso.date().transform((text): Day => dayFromIso(text))
const instant = z.string().transform((text): Instant => instantFromIso(text))
const name = z.string().nullable()

const trailSchema = z.object({
  payroll: z.array(
    z.object({
      batchId: z.uuid(),
      number: z.number(),
      handedOverAt: instant,
      handedOverBy: name,
      amount: z.number(),
      isCorrection: z.boolean(),
      rowIds: z.array(z.number()),
      paidOn: day.nullable(),
    }),
  ),
  delegations: z.array(
    z.object({ id: z.uuid(), giver: name, decidedOn: day, paragraph: z.string(), validFrom: day, validUntil: day }),
  ),
  attendance: z.object({ startTime: z.number(), endTime: z.number(), registeredBy: name }).nullable(),
  initiatedOn: day.nullable(),
  initiator: name,
  invitation: z.object({ sentAt: instant, answer: name, answeredAt: instant.nullable() }).nullable(),
  extraDecisions: z.array(
    z.object({
      about: z.string(),
      number: z.number().nullable(),
      decidedOn: day,
      decidedBy: name,
      granted: z.boolean(),
      clause: z.string(),
    }),
  ),
  report: z
    .object({
      id: z.uuid(),
      state: z.string(),
      registrationNumber: name,
      finalDay: day.nullable(),
      finalBy: name,
    })
    .nullable(),
  appointments: z.array(
    z.object({ to: z.string(), decidedOn: day, paragraph: z.string(), validFrom: day, validUntil: day.nullable() }),
  ),
  log: z.array(z.object({ seq: z.number(), at: instant, about: z.string(), who: name })),
})

/** What a claim rests on, as it is kept in the slices before it. Amounts are whole öre, times minutes from midnight. */
export type Trail = z.output<typeof trailSchema>

/**
 * Returns what the claim rests on and what it led to, in one statement. The claim must be one that the scope may see: ask
 * `getClaim` first.
 */
export async function readTrail(
  tx: ReadTx,
  { committeeId }: Scope,
  of: { readonly claimId: string; readonly visitId: string; readonly personId: string },
): Promise<Trail> {
  const claim = sql`${of.claimId}::uuid`
  const visit = sql`${of.visitId}::uuid`
  const person = sql`${of.personId}::uuid`
  const ours = sql`${committeeId}::uuid`
  const called = (id: ReturnType<typeof sql>) => sql`(select p.name from person p where p.id = ${id})`
  const { rows } = await tx.execute(sql`select
    (select coalesce(jsonb_agg(jsonb_build_object('batchId', b.id, 'number', b.number, 'handedOverAt', b.created_at,
        'handedOverBy', ${called(sql`b.created_by`)}, 'amount', r.amount, 'isCorrection', r.correction_id is not null,
        'rowIds', (select coalesce(jsonb_agg((f->>'rowId')::int order by (f->>'rowId')::int), '[]') from jsonb_array_elements(r.frozen) f),
        'paidOn', r.paid_on) order by b.number, r.position), '[]')
      from payroll_row r join payroll_batch b on b.id = r.batch_id where r.claim_id = ${claim}) as payroll,
    (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'giver', ${called(sql`g.from_person_id`)}, 'decidedOn', g.decided_on,
        'paragraph', g.paragraph, 'validFrom', g.valid_from, 'validUntil', g.valid_until)), '[]')
      from approval_delegation g where g.id in (select d.delegation_id from claim_decision d where d.claim_id = ${claim})) as delegations,
    (select jsonb_build_object('startTime', a.start_time, 'endTime', a.end_time, 'registeredBy', ${called(sql`a.registered_by_id`)})
      from attendance a where a.visit_id = ${visit} and a.person_id = ${person}) as attendance,
    (select v.initiated_on::text from visit v where v.id = ${visit}) as "initiatedOn",
    (select ${called(sql`v.initiated_by_person_id`)} from visit v where v.id = ${visit}) as initiator,
    (select jsonb_build_object('sentAt', i.sent_at, 'answer', i.answer, 'answeredAt', i.answered_at)
      from invitation i where i.visit_id = ${visit} and i.person_id = ${person} order by i.sent_at desc limit 1) as invitation,
    (select coalesce(jsonb_agg(jsonb_build_object('about', e.about, 'number', e.number, 'decidedOn', e.decided_on,
        'decidedBy', ${called(sql`e.decided_by`)}, 'granted', e.granted, 'clause', e.clause) order by e.decided_on, e.id), '[]')
      from extra_decision e where e.visit_id = ${visit} and e.person_id = ${person}) as "extraDecisions",
    (select jsonb_build_object('id', r.id, 'state', r.state, 'registrationNumber', r.registration_number,
        'finalDay', r.final_day, 'finalBy', ${called(sql`r.final_by`)}) from report r where r.visit_id = ${visit}) as report,
    (select coalesce(jsonb_agg(jsonb_build_object('to', coalesce(u.name, k.name), 'decidedOn', x.decided_on, 'paragraph', x.paragraph,
        'validFrom', x.valid_from, 'validUntil', x.valid_until) order by x.valid_from, x.id), '[]')
      from appointment x left join unit u on u.id = x.unit_id left join area k on k.id = x.area_id
      join visit v on v.id = ${visit}
      where x.person_id = ${person} and x.committee_id = ${ours} and x.valid_from <= v.day and (x.valid_until is null or x.valid_until > v.day)
        and exists (select from visit_unit vu join unit w on w.id = vu.unit_id
          where vu.visit_id = v.id and (vu.unit_id = x.unit_id or w.area_id = x.area_id))) as appointments,
    (select coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'at', e.at, 'about', e.subject_type, 'who', ${called(sql`e.actor_id`)}) order by e.seq), '[]')
      from audit_entry e where e.committee_id = ${ours} and e.subject_id in (select ${claim} union select ${visit}
        union select r.id from report r where r.visit_id = ${visit} union select r.batch_id from payroll_row r where r.claim_id = ${claim})) as log`)
  return trailSchema.parse(rows[0])
}

/** Returns the claim that a row of a payroll batch is about, by the row's number; undefined when the batch has no such row. */
export async function claimOfRow(
  tx: ReadTx,
  { committeeId }: Scope,
  of: { readonly batchId: string; readonly rowId: number },
): Promise<string | undefined> {
  const { rows } = await tx.execute<{ readonly claim_id: string }>(sql`select r.claim_id from payroll_row r
    join payroll_batch b on b.id = r.batch_id where b.committee_id = ${committeeId}::uuid and b.id = ${of.batchId}::uuid
      and exists (select from jsonb_array_elements(r.frozen) f where (f->>'rowId')::int = ${of.rowId})`)
  return rows[0]?.claim_id
}
