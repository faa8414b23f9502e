import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'

const change = z.object({
  kind: z.enum(['manager', 'contact-begun', 'contact-ended']),
  personId: z.string(),
  day: z.string().transform(dayFromIso),
})
export type UnitChange = Readonly<z.infer<typeof change>>

/** Returns what has changed about who has to do with the unit after the day, through today, the latest first. */
export async function listUnitChanges(
  tx: ReadTx,
  scope: Scope,
  unitId: string,
  since: Day,
): Promise<readonly UnitChange[]> {
  const [after, today] = [isoFromDay(since), isoFromDay(scope.today)]
  const between = (column: string) => sql`${sql.raw(column)} > ${after}::date and ${sql.raw(column)} <= ${today}::date`
  const covers = sql`a.committee_id = ${scope.committeeId} and (a.unit_id = u.id or a.area_id = u.area_id)`
  const { rows } = await tx.execute(sql`
    select * from (
      select 'manager' as kind, h.person_id as "personId", h.valid_from::text as day from role_holding h
        where h.committee_id = ${scope.committeeId} and h.role = 'manager' and h.unit_id = ${unitId} and ${between('h.valid_from')}
      union
      select 'contact-begun', a.person_id, a.valid_from::text from unit u join appointment a on ${covers}
        where u.id = ${unitId} and ${between('a.valid_from')}
      union
      select 'contact-ended', a.person_id, a.valid_until::text from unit u join appointment a on ${covers}
        where u.id = ${unitId} and ${between('a.valid_until')}
          and not exists (select from appointment n where n.person_id = a.person_id and n.committee_id = a.committee_id
            and (n.unit_id = u.id or n.area_id = u.area_id) and n.valid_from <= ${today}::date and (n.valid_until is null or n.valid_until > ${today}::date))
    ) changes order by day desc, kind, "personId"`)
  return z.array(change).parse(rows)
}
