import { eq, inArray, and } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { violation } from '../../platform/db/violation.ts'
import { personalNumber } from './people.tables.ts'
import { maskPersonalNumber, type PersonalNumberNeed } from './personal-numbers.rules.ts'

export type MaskedNumber = { readonly masked: string; readonly neededFor: PersonalNumberNeed }

/** Returns a person's registered number as it is shown, without its last four digits, or undefined when there is none. */
export async function findMaskedNumber(tx: ReadTx, personId: string): Promise<MaskedNumber | undefined> {
  const [row] = await tx
    .select({ sealed: personalNumber.sealed, neededFor: personalNumber.neededFor })
    .from(personalNumber)
    .where(eq(personalNumber.personId, personId))
  return row && { masked: maskPersonalNumber(tx.unseal(row.sealed)), neededFor: row.neededFor }
}

/** Returns the twelve digits, opened, of those among these persons whose number is registered for payroll. For the payroll file alone. */
export async function payrollNumbers(tx: ReadTx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ personId: personalNumber.personId, sealed: personalNumber.sealed })
    .from(personalNumber)
    .where(
      and(
        inArray(personalNumber.personId, [...new Set(personIds)]),
        inArray(personalNumber.neededFor, ['payroll', 'both']),
      ),
    )
  return new Map(rows.map(({ personId, sealed }) => [personId, tx.unseal(sealed)]))
}

type NewNumber = {
  readonly municipalityId: string
  readonly personId: string
  readonly digits: string
  readonly neededFor: PersonalNumberNeed
  readonly at: Instant
}

/** Seals the number in place of an earlier one. Returns whether it was nobody else's in the municipality. */
export async function putNumber(
  tx: Tx,
  { municipalityId, personId, digits, neededFor, at }: NewNumber,
): Promise<boolean> {
  const kept = { sealed: tx.seal(digits), digest: tx.digest(digits), neededFor, registeredAt: at }
  try {
    await tx
      .insert(personalNumber)
      .values({ municipalityId, personId, ...kept })
      .onConflictDoUpdate({ target: personalNumber.personId, set: kept })
    return true
  } catch (error) {
    if (violation(error)?.constraint === 'personal_number_digest') return false
    throw error
  }
}

/** Removes a person's number. Returns whether there was one. */
export async function removeNumber(tx: Tx, personId: string): Promise<boolean> {
  const removed = await tx
    .delete(personalNumber)
    .where(eq(personalNumber.personId, personId))
    .returning({ id: personalNumber.id })
  return removed.length > 0
}
