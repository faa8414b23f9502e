import { eq } from 'drizzle-orm'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { outsideContact } from '../visits/visits.tables.ts'
import { reportContact } from './reports.tables.ts'

/** Notes that the report has taken up these contacts. Each is taken up once. */
export async function addReportContacts(
  tx: Tx,
  scope: Scope,
  reportId: string,
  contactIds: readonly string[],
): Promise<void> {
  const { municipalityId } = scope
  await tx.insert(reportContact).values(contactIds.map((contactId) => ({ municipalityId, reportId, contactId })))
}

/** Returns the contacts that the report has taken up, the oldest first. */
export async function listReportContacts(tx: ReadTx | Tx, reportId: string) {
  return tx
    .select({
      id: outsideContact.id,
      day: outsideContact.day,
      kind: outsideContact.kind,
      subject: outsideContact.subject,
    })
    .from(reportContact)
    .innerJoin(outsideContact, eq(outsideContact.id, reportContact.contactId))
    .where(eq(reportContact.reportId, reportId))
    .orderBy(outsideContact.day, outsideContact.id)
}
