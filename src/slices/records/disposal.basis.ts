import type { Day } from '../../kernel/date.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { dueDocuments } from './disposal.store.ts'
import { cutOff, retentionKinds, rulesOn } from './retention.rules.ts'
import { listRules } from './retention.store.ts'
import { retentionTexts } from './retention.texts.ts'

export type DueItem = {
  readonly kind: string
  readonly subjectId: string
  readonly ruleId: string
  readonly title: string
  readonly day: Day
}

/**
 * Returns everything that today's rules let be disposed of, as it was on the day. A kind without a rule gives nothing.
 * Titles are Swedish, the language of the authority.
 */
export async function dueItems(tx: ReadTx, scope: Scope, day: Day): Promise<readonly DueItem[]> {
  const rules = rulesOn(await listRules(tx, scope), scope.today)
  const found: DueItem[] = []
  for (const kind of retentionKinds) {
    const rule = rules.get(kind)
    const before = rule && cutOff(rule, day)
    if (rule === undefined || before === undefined) continue
    const due = await dueDocuments(tx, scope, kind, { before, atEvent: rule.action === 'at-event' })
    const title = retentionTexts('sv').titles[kind]
    for (const { subjectId, what, day: happened } of due)
      found.push({ kind, subjectId, ruleId: rule.id, title: title(what), day: happened })
  }
  return found
}
