import { type Refusal, refuse } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { namesOf } from '../people/index.ts'
import { listVariants } from './reports.draft.store.ts'
import type { ReportRow } from './reports.store.ts'
import type { ReportRefusal } from './reports.texts.ts'
import { writingTexts } from './reports.writing.texts.ts'

/** Refuses to finish while a text that collided waits for a choice: whoever finishes takes it in or leaves it out. */
export async function openVariants(tx: ReadTx | Tx, scope: Scope, reportId: string): Promise<Refusal | undefined> {
  const open = (await listVariants(tx, scope, reportId)).filter(({ isLeftOut }) => !isLeftOut)
  const code: ReportRefusal = 'reports.open-variants'
  return open.length === 0 ? undefined : refuse(code, { variants: open.length })
}

/** Returns the authors as the final report names them: last the secretary, where the report was taken over. */
export async function authorsToFreeze(
  tx: ReadTx | Tx,
  scope: Scope,
  { authors, takenOverById }: Pick<ReportRow, 'authors' | 'takenOverById'>,
  now: Instant,
): Promise<ReportRow['authors']> {
  if (takenOverById === null) return authors
  const name = (await namesOf(tx, scope)).get(takenOverById) ?? ''
  return [...authors, { personId: takenOverById, name: writingTexts('sv').takenOverAuthor(name), signedAt: now }]
}
