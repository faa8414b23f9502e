import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { formOf, type FormState } from '../../ui/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { dissentPath } from './reports.correct.paths.ts'
import { laterNotes } from './reports.guard.page.ts'
import { listDissents } from './reports.dissent.store.ts'
import { dissentRefused } from './reports.joint.rules.ts'
import { reportDraftPath, reportPath } from './reports.paths.ts'
import type { ReportRow } from './reports.store.ts'
import type { DissentPage, DraftDissent } from './reports-correct.views.tsx'

type On = { readonly language: Language; readonly place: PlaceSlugs }

/** Returns the page of the dissent of the one who asks. */
export async function dissentPage(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  { language, place, form }: On & { readonly form?: FormState | undefined },
): Promise<DissentPage> {
  const refused = dissentRefused(await settingsFor(tx, scope, report.visitDay))
  const own = (await listDissents(tx, scope, report.id)).find(({ personId }) => personId === scope.personId)
  const isFinal = report.state === 'final'
  const typed = form?.values.text
  const texts = typeof typed === 'string' ? [{ field: 'text', text: typed, before: own?.text ?? '' }] : []
  return {
    language,
    isFinal,
    notes: (await laterNotes(tx, scope, report, { language, texts })).get('text'),
    form: form ?? formOf({ text: own?.text ?? '' }),
    action: dissentPath(place, report.id),
    backHref: isFinal ? reportPath(place, report.id) : reportDraftPath(place, report.id),
    refused: refused && `${refused.rule}, ${refused.clause}`,
  }
}

/** Returns what the draft’s page shows of dissents: undefined for others than its authors, and where there is no room for one. */
export async function draftDissent(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  { language, place }: On,
): Promise<Parameters<typeof DraftDissent>[0] | undefined> {
  if (!report.authors.some(({ personId }) => personId === scope.personId)) return undefined
  if (dissentRefused(await settingsFor(tx, scope, report.visitDay))) return undefined
  const dissents = await listDissents(tx, scope, report.id)
  return {
    language,
    href: dissentPath(place, report.id),
    dissenting: dissents.map(({ name }) => name),
    isOwn: dissents.some(({ personId }) => personId === scope.personId),
  }
}
