import type { Language } from '../../kernel/language.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { PersonScope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { listUntaken } from '../visits/index.ts'
import { listReportContacts } from './reports.contacts.store.ts'
import { reportContactsTexts } from './reports.contacts.texts.ts'
import type { ReportContacts } from './reports-contacts.views.tsx'

type Asked = {
  /** Whose contacts are offered: the writer's own. */
  readonly personId: string
  readonly reportId: string
  readonly units: readonly { readonly id: string; readonly areaId: string | null }[]
  readonly language: Language
}

/** Returns the writer's contacts that can be taken into the report, and those that it has taken up. */
export async function contactsFor(
  tx: ReadTx,
  scope: PersonScope,
  { personId, reportId, units, language }: Asked,
): Promise<ReportContacts> {
  const { line, kinds } = reportContactsTexts(language)
  const untaken = await listUntaken(tx, scope, { personId, units })
  return {
    offered: untaken.map(({ id, day, kind, subject, where }) => ({
      value: id,
      label: subject,
      hint: [formatDay(day, language), kinds[kind], where].filter((it) => it !== '').join(', '),
    })),
    taken: (await listReportContacts(tx, reportId)).map(line),
  }
}
