import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { dayFromIso } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import type { SameReceipt, Stated } from './claims.claimed-twice.rules.ts'

const count = z.number().int()
const stated = z.object({
  claimId: z.string(),
  journeys: z.array(z.object({ kilometres: count, startsFrom: z.string(), distance: count })),
  lostMinutes: count,
})

/** Returns the journeys and the lost time of these claims, of other committees' too, by claim; of those that state any. */
export async function listStated(
  tx: ReadTx | Tx,
  _scope: Scope,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, Stated>> {
  if (claimIds.length === 0) return new Map()
  const { rows } = await tx.execute(sql`
    select w.id as "claimId", coalesce(j.journeys, '[]') as journeys, coalesce(l.minutes, 0)::integer as "lostMinutes"
    from (select id::uuid from jsonb_array_elements_text(${JSON.stringify(claimIds)}::jsonb) named (id)) w
    left join (select claim_id, jsonb_agg(jsonb_build_object('kilometres', kilometres, 'startsFrom', starts_from, 'distance', distance)) as journeys
      from claim_journey group by claim_id) j on j.claim_id = w.id
    left join (select claim_id, sum(minutes) as minutes from claim_loss group by claim_id) l on l.claim_id = w.id
    where j.claim_id is not null or l.claim_id is not null`)
  return new Map(
    z
      .array(stated)
      .parse(rows)
      .map(({ claimId, ...it }) => [claimId, it]),
  )
}

const sameReceipt = z.object({
  ownId: z.string(),
  claimId: z.string().nullable(),
  day: z.string().transform(dayFromIso).nullable(),
  start: count.nullable(),
  end: count.nullable(),
  units: z.string().nullable(),
})

/** Returns for each of the claims where else a receipt of it stands: the same file, byte for byte, in a claim that may be paid. */
export async function listSameReceipts(
  tx: ReadTx | Tx,
  scope: Scope,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SameReceipt[]>> {
  if (claimIds.length === 0) return new Map()
  const { rows } = await tx.execute(sql`
    select distinct k.claim_id as "ownId", c.id as "claimId", v.day::text as day, v.start_time as start, v.end_time as "end",
      (select string_agg(u.name, ', ' order by u.name) from visit_unit vu join unit u on u.id = vu.unit_id
        where vu.visit_id = v.id) as units
    from claim_cost k join claim_file f on f.id = k.file_id join claim_file g on g.sha256 = f.sha256
      join claim_cost o on o.file_id = g.id and o.claim_id <> k.claim_id
      left join claim c on c.id = o.claim_id and c.committee_id = ${scope.committeeId} left join visit v on v.id = c.visit_id
    where k.claim_id in (select jsonb_array_elements_text(${JSON.stringify(claimIds)}::jsonb)::uuid)
      and (c.id is null or c.state not in ('waived', 'refused', 'reversed'))
    order by 1, 3, 2`)
  const found = z.array(sameReceipt).parse(rows)
  return new Map(
    [...Map.groupBy(found, ({ ownId }) => ownId)].map(([id, all]) => [
      id,
      all.map(({ claimId, day, start, end, units }): SameReceipt => {
        const at = day === null || start === null || end === null ? undefined : { day, start, end }
        return { claimId: claimId ?? undefined, at, name: units ?? '' }
      }),
    ]),
  )
}
