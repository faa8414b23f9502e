import {
  type Block,
  editText,
  isBlock,
  loadGuideline,
  readText,
  type TextEdit,
  textOfValue,
} from '../../engine/index.ts'
import { civilFromDay } from '../../kernel/date.ts'
import { type Result, done, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { listPackaged, readPackaged } from '../../platform/packaged-files.ts'
import { getCommittee } from '../directory/index.ts'
import { draftForm, putBackForm, startForm } from './editor.forms.ts'
import {
  asDraft,
  asProposal,
  asTakenIn,
  emptyGuideline,
  fileName,
  isSomethingElse,
  type Issuer,
  textAt,
} from './editor.rules.ts'
import { addDraft, type DraftRow, lockDraft, lockVersionKeys, removeDraft, saveDraft } from './editor.store.ts'
import { addVersion, getVersion, guidelineSource, listVersions } from './guidelines.store.ts'

/** Begins a draft. A file with mistakes is taken in as it is; what is no YAML at all is refused. */
export const startDraft = command({
  name: 'guidelines.start-draft',
  allow: 'guideline:edit',
  input: startForm,
  run: async (context, start) => {
    const { tx, scope, note, now } = context
    const issuer = await issuerOf(context)
    const key = await draftName(context, issuer)
    const begun = await beginning(context, start, { key, issuer })
    if (!begun.ok) return begun
    const id = newId()
    const { source, basedOn, title } = begun.value
    await addDraft(tx, {
      id,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      title,
      source,
      basedOn,
      createdAt: now,
      createdBy: actor(context),
      savedAt: now,
      savedBy: actor(context),
    })
    note({ type: 'guideline-draft', id }, { base: start.base, basedOn })
    return done({ id })
  },
})

/** Puts a file back in place of the draft's text: it was taken out and edited elsewhere. */
export const putBackFile = command({
  name: 'guidelines.put-back-file',
  allow: 'guideline:edit',
  input: putBackForm,
  run: async (context, { draftId, version, file, fileName: name }) => {
    const draft = await fresh(context, draftId, version)
    if (!draft.ok) return draft
    const read = readFile(file)
    if (!read.ok) return read
    const source = editText(file, asTakenIn(read.value, await draftName(context)))
    return done(await keep(context, draft.value, source, { file: name }))
  },
})

/** Goes back to the text before the last save; once more goes forward again. */
export const undoDraft = command({
  name: 'guidelines.undo-draft',
  allow: 'guideline:edit',
  input: draftForm,
  run: async (context, { draftId, version }) => {
    const draft = await fresh(context, draftId, version)
    if (!draft.ok) return draft
    if (draft.value.previousSource === null) return refuse('guidelines.nothing-to-undo')
    return done(await keep(context, draft.value, draft.value.previousSource, { undone: true }))
  },
})

/** Makes the draft a proposal of the committee's, to be adopted. The draft is gone then: the proposal's text stands. */
export const proposeDraft = command({
  name: 'guidelines.propose',
  allow: 'guideline:edit',
  input: draftForm,
  run: async (context, { draftId, version }) => {
    const { tx, scope, now, note } = context
    const draft = await fresh(context, draftId, version)
    if (!draft.ok) return draft
    const read = readText(draft.value.source)
    if (!read.ok) return refuse('guidelines.draft-has-problems')
    const wanted = textAt(read.data, 'id')
    const isTaken = (await lockVersionKeys(tx, scope)).includes(wanted)
    const key = isTaken ? await draftName(context, isBlock(read.data.issuer) ? read.data.issuer : {}) : wanted
    const named: readonly TextEdit[] = key === read.data.id ? [] : [{ at: ['id'], value: key }]
    const source = editText(draft.value.source, [...named, ...asProposal(read.data)])
    const loaded = loadGuideline(source, key)
    if (!loaded.ok) return refuse('guidelines.draft-has-problems', { problems: loaded.problems })
    const id = newId()
    await addVersion(tx, {
      id,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      key,
      title: loaded.value.title,
      source,
      savedAt: now,
    })
    await removeDraft(tx, draftId)
    note({ type: 'guideline', id }, { key, fromDraft: draftId })
    return done({ id, key })
  },
})

/** Throws a draft away. */
export const deleteDraft = command({
  name: 'guidelines.delete-draft',
  allow: 'guideline:edit',
  input: draftForm,
  run: async (context, { draftId, version }) => {
    const draft = await fresh(context, draftId, version)
    if (!draft.ok) return draft
    await removeDraft(context.tx, draftId)
    context.note({ type: 'guideline-draft', id: draftId }, { deleted: draft.value.title })
    return done({ id: draftId })
  },
})

type From = { readonly draftId: string; readonly version: number }
type Changed = {
  readonly edits: readonly TextEdit[]
  /** What the log says. */
  readonly what: Readonly<Record<string, unknown>>
  /** The number, from 1, of what was saved. */
  readonly number?: number
}

/** Locks the draft as the form knew it, edits its text, and keeps it. */
export async function change(context: CommandContext, from: From, decide: (data: Block) => Result<Changed>) {
  const draft = await fresh(context, from.draftId, from.version)
  if (!draft.ok) return draft
  const read = readText(draft.value.source)
  // A draft is begun and put back from texts that can be read, and edits keep them so.
  if (!read.ok) throw new Error(`The draft ${from.draftId} cannot be read: ${read.message}`)
  const decided = decide(read.data)
  if (!decided.ok) return decided
  const { edits, what, number = 0 } = decided.value
  const kept = await keep(context, draft.value, editText(draft.value.source, edits), what)
  return done({ ...kept, number })
}

/** Returns the locked draft, or the refusal that says who has saved it since the form was made. */
async function fresh({ tx, scope }: CommandContext, draftId: string, version: number): Promise<Result<DraftRow>> {
  const draft = await lockDraft(tx, scope, draftId)
  return draft.version === version
    ? done(draft)
    : refuse('guidelines.draft-changed', { by: draft.savedByName, at: draft.savedAt, version: draft.version })
}

async function keep(context: CommandContext, draft: DraftRow, source: string, what: Readonly<Record<string, unknown>>) {
  const read = readText(source)
  const title = read.ok ? textAt(read.data, 'title') : draft.title
  await saveDraft(context.tx, draft, { source, title, at: context.now, by: actor(context) })
  context.note({ type: 'guideline-draft', id: draft.id }, { version: draft.version + 1, ...what })
  return { id: draft.id, version: draft.version + 1 }
}

type Begun = { readonly source: string; readonly title: string; readonly basedOn: string | undefined }
type Start = Parameters<typeof startDraft.run>[1]

/** Returns the text that a draft begins with. */
async function beginning(
  { tx, scope }: CommandContext,
  start: Start,
  { key, issuer }: { readonly key: string; readonly issuer: Issuer },
): Promise<Result<Begun>> {
  if (start.base === 'nothing') {
    const title = `Riktlinje för kontaktpolitiker, ${String(issuer.committee ?? '')}`
    const source = editText(textOfValue(emptyGuideline({ id: key, title, issuer })), [])
    return done({ source, title, basedOn: undefined })
  }
  if (start.base === 'file') {
    const read = readFile(start.file)
    if (!read.ok) return read
    const source = editText(start.file, asTakenIn(read.value, key))
    return done({ source, title: textAt(read.value, 'title'), basedOn: start.fileName || undefined })
  }
  if (start.base === 'packaged' && !listPackaged('guidelines').includes(start.name))
    return refuse('guidelines.base-is-gone', {}, 'base')
  const source =
    start.base === 'packaged'
      ? readPackaged('guidelines', start.name).source
      : await guidelineSource(tx, (await getVersion(tx, scope, start.versionId)).id)
  const read = readFile(source)
  if (!read.ok) return read
  const title = textAt(read.value, 'title')
  const own = start.base === 'version' && typeof read.value.issuer === 'object' ? (read.value.issuer as Issuer) : issuer
  return done({ source: editText(source, asDraft(read.value, { id: key, issuer: own })), title, basedOn: title })
}

function readFile(source: string): Result<Block> {
  const read = readText(source)
  if (!read.ok) return refuse('guidelines.not-yaml', { line: read.line }, 'file')
  return isSomethingElse(read.data) ? refuse('guidelines.not-a-guideline', {}, 'file') : done(read.data)
}

/** Returns a name for the file of a draft, after who issues it and the year: `hedemora-omsorgsnamnden-2026-2`. */
async function draftName(context: CommandContext, issuer?: Issuer): Promise<string> {
  const { municipality = '', committee = '' } = issuer ?? (await issuerOf(context))
  const { year } = civilFromDay(context.scope.today)
  const taken = await lockVersionKeys(context.tx, context.scope)
  return fileName([String(municipality), String(committee), String(year)], taken)
}

/** A later version replaces an earlier one of the same issuer, so a new guideline has the words of the one there is. */
async function issuerOf({ tx, scope }: CommandContext): Promise<Issuer> {
  for (const { id } of [...(await listVersions(tx, scope))].reverse()) {
    const read = readText(await guidelineSource(tx, id))
    const issuer = read.ok ? (read.data.issuer as Block | undefined) : undefined
    if (typeof issuer?.committee === 'string') return issuer
  }
  const { name } = await getCommittee(tx, scope)
  return { committee: name }
}

function actor({ scope }: CommandContext): string {
  if (scope.personId === undefined) throw new Error('A person writes a draft')
  return scope.personId
}
