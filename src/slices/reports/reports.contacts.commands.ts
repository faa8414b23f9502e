import { done, type Result, refuse } from '../../kernel/result.ts'
import type { CommandContext } from '../../platform/command.ts'
import { getVisit, listUntaken, markTaken } from '../visits/index.ts'
import { withContacts } from './reports.contacts.rules.ts'
import { addReportContacts } from './reports.contacts.store.ts'
import { contactLine, reportContactsTexts } from './reports.contacts.texts.ts'
import { freeTopic, longestDraft, textField } from './reports.fields.rules.ts'
import type { ReportRefusal } from './reports.texts.ts'

type Taking = {
  readonly report: { readonly id: string; readonly visitId: string }
  /** Whose contacts: nobody takes up another's. */
  readonly personId: string
  readonly contactIds: readonly string[]
  /** The report's free text, which they are put into. */
  readonly text: string
}

/**
 * Takes the person's contacts into the report: a line each last in its free text, and each linked to it. Returns that
 * text with them, which the caller saves. Refuses contacts that a report has taken up, and those about other units.
 */
export async function takeContacts(
  { tx, scope, now }: CommandContext,
  { report, personId, contactIds, text }: Taking,
): Promise<Result<string>> {
  if (contactIds.length === 0) return done(text)
  const { units } = await getVisit(tx, scope, report.visitId)
  const contacts = await listUntaken(tx, scope, { personId, units, ids: contactIds })
  const ids = contacts.map(({ id }) => id)
  const isWhole = ids.length === contactIds.length && (await markTaken(tx, scope, ids, now)) === ids.length
  if (!isWhole) return no('reports.contact-taken', 'contact')
  await addReportContacts(tx, scope, report.id, ids)
  const all = withContacts(text, `${reportContactsTexts('sv').heading}:`, contacts.map(contactLine))
  if (all.length > longestDraft) return no('reports.too-long', textField(freeTopic))
  return done(all)
}

function no(code: ReportRefusal, field: string) {
  return refuse(code, {}, field)
}
