import { adoptedBy, type Guideline, loadGuideline } from '../../engine/index.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { listDrafts } from './editor.store.ts'
import { guidelineSource, readShelf } from './guidelines.store.ts'
import { type Rulebook, rulebookOf } from './rulebook.store.ts'

/** A saved version, as adopted, or a draft that can be read: what can be compared with another, and tried out. */
export type Choosable =
  | { readonly is: 'version'; readonly id: string; readonly title: string; readonly guideline: Guideline }
  | {
      readonly is: 'draft'
      readonly id: string
      readonly title: string
      readonly savedAt: Instant
      readonly guideline: Guideline
    }

export type Choosables = {
  /** Versions in the order in which they were saved, then drafts, the one saved last first. */
  readonly all: readonly Choosable[]
  /** Drafts with mistakes: nothing can be said of what they would mean. */
  readonly unreadable: readonly { readonly id: string; readonly title: string }[]
  readonly rules: Rulebook
}

/** Returns the committee's versions, and its drafts for those who may see them. */
export async function listChoosable(
  tx: ReadTx | Tx,
  scope: Scope,
  { drafts: withDrafts }: { readonly drafts: boolean },
): Promise<Choosables> {
  const shelf = await readShelf(tx, scope)
  const rules = await rulebookOf(tx, shelf)
  const adopted = adoptedBy(rules.guidelines, rules.interpretations)
  const versions = shelf.versions.flatMap(({ id, title }, index): readonly Choosable[] => {
    const guideline = adopted[index]
    return guideline === undefined ? [] : [{ is: 'version', id, title, guideline }]
  })
  const drafts = withDrafts ? await listDrafts(tx, scope) : []
  const read = drafts.map(({ id, title, source, savedAt }) => {
    return { id, title, savedAt, loaded: loadGuideline(source, title) }
  })
  return {
    all: [
      ...versions,
      ...read.flatMap(({ id, title, savedAt, loaded }): readonly Choosable[] =>
        loaded.ok ? [{ is: 'draft', id, title, savedAt, guideline: loaded.value }] : [],
      ),
    ],
    unreadable: read.flatMap(({ id, title, loaded }) => (loaded.ok ? [] : [{ id, title }])),
    rules,
  }
}

/** Returns the draft that was saved last, or the newest version where there is no draft; undefined where there is nothing. */
export function newestOf(all: readonly Choosable[]): Choosable | undefined {
  return all.find(({ is }) => is === 'draft') ?? all.at(-1)
}

/** Returns the text of a version, or of a draft that can be read, by its id; undefined when there is none such to choose. */
export async function choosableSource(
  tx: ReadTx | Tx,
  scope: Scope,
  id: string,
  { drafts: withDrafts }: { readonly drafts: boolean },
): Promise<{ readonly title: string; readonly source: string } | undefined> {
  const version = (await readShelf(tx, scope)).versions.find((it) => it.id === id)
  if (version !== undefined) return { title: version.title, source: await guidelineSource(tx, id) }
  const draft = withDrafts ? (await listDrafts(tx, scope)).find((it) => it.id === id) : undefined
  if (draft === undefined) return undefined
  const loaded = loadGuideline(draft.source, draft.title)
  return loaded.ok ? { title: loaded.value.title, source: draft.source } : undefined
}
