import type { Settings } from '../../engine/index.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { settingsFor } from '../guidelines/index.ts'
import { fieldsIn } from './reports.draft.store.ts'
import type { DraftFields } from './reports.fields.rules.ts'
import { comparable, type Flagged, flaggedIn, flaggedWords } from './reports.guard.rules.ts'
import { type KeptWords, keptWords, knownNames } from './reports.guard.store.ts'
import type { ReportRow } from './reports.store.ts'
import type { ReportRefusal } from './reports.texts.ts'

/** What the guard sees in a draft, and what its authors have decided about it. */
export type Guarded = {
  /** Every sentence it asks about, in the order of the fields; `isKept` when all of it is decided to stay. */
  readonly sentences: readonly (Flagged & { readonly isKept: boolean })[]
  readonly settings: Settings | undefined
}

/** Returns what the guard sees in these fields, which are the draft's own unless others are given. */
export async function guardDraft(
  tx: ReadTx | Tx,
  scope: Scope,
  report: Pick<ReportRow, 'id' | 'visitDay'>,
  fields?: DraftFields,
): Promise<Guarded> {
  const known = await knownNames(tx, scope)
  const kept = await keptWords(tx, scope, report.id)
  const sentences = flaggedIn(fields ?? (await fieldsIn(tx, scope, report.id)), known)
  return {
    settings: await settingsFor(tx, scope, report.visitDay),
    sentences: sentences.map((flagged) => ({
      ...flagged,
      isKept: wordsIn(tx, report.id, flagged).every(({ kind, digest }) =>
        kept.has(`${flagged.field} ${kind} ${digest.toString('hex')}`),
      ),
    })),
  }
}

/** Returns the flagged words of the sentence as a decision keeps them: digests that this installation alone can make. */
export function wordsIn(tx: ReadTx | Tx, reportId: string, flagged: Flagged): readonly KeptWords[] {
  return flagged.hits.map((hit) => ({
    kind: hit.kind,
    digest: tx.digest(JSON.stringify(['guard', reportId, flagged.field, hit.kind, flaggedWords(flagged, hit)])),
  }))
}

/** Refuses a draft with sentences that the guard asks about and nobody has decided on; names the fields, never the words. */
export async function undecided(
  tx: ReadTx | Tx,
  scope: Scope,
  report: Pick<ReportRow, 'id' | 'visitDay'>,
  fields?: DraftFields,
): Promise<Refusal | undefined> {
  const { sentences } = await guardDraft(tx, scope, report, fields)
  const open = [...new Set(sentences.filter(({ isKept }) => !isKept).map(({ field }) => field))]
  const [first] = open
  const code: ReportRefusal = 'reports.guard-undecided'
  return first === undefined ? undefined : refuse(code, { fields: open }, first)
}

/** A text that goes into the report at once, with what stood in its field before. */
export type LaterText = { readonly field: string; readonly text: string; readonly before: string }

/** Returns the sentences of these texts that the guard asks about: not those whose flagged words stood there already. */
export async function undecidedLater(
  tx: ReadTx | Tx,
  scope: Scope,
  report: Pick<ReportRow, 'id' | 'visitDay'>,
  texts: readonly LaterText[],
): Promise<readonly Flagged[]> {
  const { sentences } = await guardDraft(tx, scope, report, new Map(texts.map(({ field, text }) => [field, text])))
  const before = new Map(texts.map((it) => [it.field, comparable(it.before)]))
  return sentences.filter(
    ({ isKept, ...flagged }) =>
      !isKept && !flagged.hits.every((hit) => before.get(flagged.field)?.includes(flaggedWords(flagged, hit))),
  )
}
