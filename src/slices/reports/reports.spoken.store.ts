import { sql } from 'drizzle-orm'
import type { Tx } from '../../platform/db/database.ts'

/** Makes an oral report that was noted by mistake a draft again, without its document and without who has read it. */
export async function takeBackOral(tx: Tx, reportId: string): Promise<void> {
  await tx.execute(sql`delete from report_document where report_id = ${reportId}`)
  await tx.execute(sql`delete from report_reading where report_id = ${reportId}`)
  await tx.execute(sql`update report set state = 'draft', form = 'written', final_at = null, final_day = null, final_by = null,
    final_registered_by_id = null, oral_meeting_id = null, version = version + 1 where id = ${reportId}`)
}

/** What somebody has written or done in a draft. A draft with none of it was only begun. */
const kept = [
  'report_field',
  'report_variant',
  'report_contact',
  'report_attachment',
  'report_check',
  'report_guard_decision',
  'report_taken_away',
  'report_hand_over',
  'report_restriction',
  'report_dissent',
  'report_document',
  'report_delivery',
] as const

/** Takes away a draft in which nobody has written anything. Any other report stays as it is. */
export async function dropEmptyReport(tx: Tx, reportId: string): Promise<void> {
  const isEmpty = sql.join(
    kept.map((table) => sql`not exists (select from ${sql.identifier(table)} k where k.report_id = ${reportId}::uuid)`),
    sql` and `,
  )
  const begun = sql`id = ${reportId} and state = 'draft' and not exists (select from meeting_item i where i.report_id = ${reportId}::uuid) and ${isEmpty}`
  await tx.execute(sql`delete from report_author where report_id in (select id from report where ${begun})`)
  await tx.execute(sql`delete from report where ${begun}`)
}
