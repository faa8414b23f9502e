import { and, asc, eq } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { feeRulesVersion, guidelineAdoption, guidelineVersion, interpretation } from './guidelines.tables.ts'

export type AdoptionRow = typeof guidelineAdoption.$inferSelect
export type InterpretationRow = typeof interpretation.$inferSelect
export type VersionRow = typeof guidelineVersion.$inferSelect & {
  readonly adoption: AdoptionRow | undefined
  readonly interpretations: readonly InterpretationRow[]
}

/** Returns every version of the committee's guideline with its adoption and local interpretations, oldest first. */
export async function listVersions(tx: ReadTx | Tx, scope: Scope): Promise<readonly VersionRow[]> {
  const versions = await tx
    .select({ version: guidelineVersion, adoption: guidelineAdoption })
    .from(guidelineVersion)
    .leftJoin(guidelineAdoption, eq(guidelineAdoption.guidelineVersionId, guidelineVersion.id))
    .where(eq(guidelineVersion.committeeId, scope.committeeId))
    .orderBy(asc(guidelineVersion.id))
  const answers = await tx
    .select({ answer: interpretation })
    .from(interpretation)
    .innerJoin(guidelineVersion, eq(guidelineVersion.id, interpretation.guidelineVersionId))
    .where(eq(guidelineVersion.committeeId, scope.committeeId))
    .orderBy(asc(interpretation.validFrom), asc(interpretation.id))
  return versions.map(({ version, adoption }) => ({
    ...version,
    adoption: adoption ?? undefined,
    interpretations: answers.map(({ answer }) => answer).filter((answer) => answer.guidelineVersionId === version.id),
  }))
}

/** Returns one version of the committee's guideline. Throws `NotFound`. */
export async function getVersion(tx: ReadTx | Tx, scope: Scope, id: string): Promise<VersionRow> {
  const found = (await listVersions(tx, scope)).find((version) => version.id === id)
  if (!found) throw new NotFound('guideline version')
  return found
}

/** Locks the version so that it is adopted once. Throws `NotFound`. */
export async function lockVersion(tx: Tx, scope: Scope, id: string): Promise<void> {
  const [row] = await tx
    .select({ id: guidelineVersion.id })
    .from(guidelineVersion)
    .where(and(eq(guidelineVersion.id, id), eq(guidelineVersion.committeeId, scope.committeeId)))
    .for('update')
  if (!row) throw new NotFound('guideline version')
}

export type FeeRulesRow = typeof feeRulesVersion.$inferSelect

/** Returns every version of the municipality's fee rules, oldest first. */
export async function listFeeRules(tx: ReadTx | Tx): Promise<readonly FeeRulesRow[]> {
  return tx.select().from(feeRulesVersion).orderBy(asc(feeRulesVersion.id))
}

export async function addVersion(tx: Tx, row: typeof guidelineVersion.$inferInsert): Promise<void> {
  await tx.insert(guidelineVersion).values(row)
}

export async function addAdoption(tx: Tx, row: typeof guidelineAdoption.$inferInsert): Promise<void> {
  await tx.insert(guidelineAdoption).values(row)
}

export async function addInterpretation(tx: Tx, row: typeof interpretation.$inferInsert): Promise<void> {
  await tx.insert(interpretation).values(row)
}

export async function addFeeRules(tx: Tx, row: typeof feeRulesVersion.$inferInsert): Promise<void> {
  await tx.insert(feeRulesVersion).values(row)
}

/** Whether there is an answer to the question from the same day already. */
export function isAnswered(version: VersionRow, silenceId: string, from: Day): boolean {
  return version.interpretations.some((it) => it.silenceId === silenceId && it.validFrom === from)
}
