import type { Refusal } from '../../kernel/result.ts'
import type { CommandContext } from '../../platform/command.ts'
import { no } from './reports.commands.ts'
import { type LaterText, undecidedLater } from './reports.guard.basis.ts'
import { decide } from './reports.guard.commands.ts'
import { looksLikePersonalNumber } from './reports.guard.rules.ts'
import type { ReportRow } from './reports.store.ts'

type Later = {
  readonly report: ReportRow
  readonly texts: readonly LaterText[]
  /** Why what the guard asks about is to stay; empty when nobody has said so. */
  readonly keep: string
}

/**
 * Has what the guard sees in texts that go into the report at once decided on: a correction's, or a dissent's. Refuses while
 * there is something that nobody has given a reason to keep; names the fields, never the words.
 */
export async function decideLater(
  context: CommandContext,
  { report, texts, keep }: Later,
): Promise<Refusal | undefined> {
  const { tx, scope } = context
  const open = await undecidedLater(tx, scope, report, texts)
  if (open.length === 0) return undefined
  const fields = [...new Set(open.map(({ field }) => field))]
  if (keep === '') return no('reports.guard-later', { fields }, fields[0])
  if (looksLikePersonalNumber(keep)) return no('reports.personal-number', {}, 'keep')
  for (const flagged of open)
    await decide(context, { report, flagged, decision: 'kept', reason: keep }, { personId: scope.personId })
  return undefined
}
