import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { dayFromIso } from '../../kernel/date.ts'
import type { ReadTx } from '../../platform/db/database.ts'

const proposals = z.array(z.object({ text: z.string(), visitDay: z.string().transform(dayFromIso) }))

/** Returns the proposals of these reports that no meeting has noted as discussed, the latest visit first; at most so many. */
export async function openProposals(tx: ReadTx, reportIds: readonly string[], most: number) {
  const { rows } = await tx.execute(sql`
    select case jsonb_typeof(p.proposal) when 'object' then p.proposal->>'text' else p.proposal #>> '{}' end as text, v.day::text as "visitDay"
    from report_document d join report r on r.id = d.report_id join visit v on v.id = r.visit_id
      cross join lateral jsonb_array_elements(d.frozen->'proposals') with ordinality as p(proposal, position)
    where not exists (select from report_document l where l.report_id = d.report_id and l.version > d.version)
      and r.id = any(${sql.param([...reportIds])}::uuid[])
      and not exists (select from meeting_item i where i.report_id = r.id and i.kind = 'discussion' and i.done_at is not null)
    order by v.day desc, r.id, p.position limit ${most}`)
  return proposals.parse(rows)
}
