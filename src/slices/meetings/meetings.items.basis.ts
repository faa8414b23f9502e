import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { readReport } from '../reports/index.ts'
import { type ItemRow, listItems } from './meetings.store.ts'

/**
 * Returns what is on the meeting's list, as the whole committee may read it: what is marked as secret in a report is left
 * out for everybody. It is read in the report, where each reading is logged.
 */
export async function itemsOf(tx: ReadTx | Tx, scope: Scope, meetingId: string): Promise<readonly ItemRow[]> {
  const items: ItemRow[] = []
  for (const item of await listItems(tx, scope, meetingId))
    items.push(item.isRestricted ? { ...item, ...(await masked(tx, scope, item.reportId)) } : item)
  return items
}

async function masked(tx: ReadTx | Tx, scope: Scope, reportId: string): Promise<Pick<ItemRow, 'points' | 'line'>> {
  const { frozen } = await readReport(tx, scope, reportId, { forOthers: true })
  return {
    points: [...frozen.questions, ...frozen.proposals.map(({ text }) => text)],
    line: frozen.oral?.line ?? '',
  }
}
