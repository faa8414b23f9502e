import { and, eq, sql } from 'drizzle-orm'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { type MailChoice, usualMailChoice } from './mail-choice.rules.ts'
import { mailChoice } from './people.tables.ts'

/** Returns what the person has chosen, or the usual. */
export async function choiceOf(tx: ReadTx | Tx, personId: string): Promise<MailChoice> {
  const [row] = await tx.select(chosen).from(mailChoice).where(eq(mailChoice.personId, personId))
  return row ?? usualMailChoice
}

/** Returns what everybody in the municipality has chosen who has; for the others the usual holds. */
export async function listChoices(tx: ReadTx | Tx): Promise<ReadonlyMap<string, MailChoice>> {
  const rows = await tx.select({ personId: mailChoice.personId, ...chosen }).from(mailChoice)
  return new Map(rows.map(({ personId, ...choice }) => [personId, choice]))
}

const chosen = {
  gathered: mailChoice.gathered,
  visitReminders: mailChoice.visitReminders,
  reportReminder: mailChoice.reportReminder,
  version: mailChoice.version,
}

/** Saves the choice over the version it was made from. Returns whether that was still the newest. */
export async function saveChoice(
  tx: Tx,
  of: { readonly municipalityId: string; readonly personId: string },
  { version, ...choice }: MailChoice,
): Promise<boolean> {
  const values = { ...choice, visitReminders: [...choice.visitReminders] }
  if (version === 0) {
    const added = await tx
      .insert(mailChoice)
      .values({ ...of, ...values, id: newId() })
      .onConflictDoNothing()
    return added.rowCount === 1
  }
  const changed = await tx
    .update(mailChoice)
    .set({ ...values, version: sql`${mailChoice.version} + 1` })
    .where(and(eq(mailChoice.personId, of.personId), eq(mailChoice.version, version)))
  return changed.rowCount === 1
}
