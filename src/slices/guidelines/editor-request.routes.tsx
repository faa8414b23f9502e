import { NotFound } from '../../kernel/errors.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { isBadInput, type Outcome } from '../../platform/command.ts'
import type { PageRequest, RawForm } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { fieldId, type FormState } from '../../ui/index.ts'
import { askedOf } from './editor-answers.rules.ts'
import { type ReadDraft, shownProblems } from './editor-problems.page.ts'
import { readDraft, savedText, shownFamilies, shownQuestions } from './editor.page.ts'
import {
  aboutPath,
  deleteDraftPath,
  type Done,
  draftFilePath,
  draftsPath,
  proposePath,
  putBackPath,
  undoPath,
} from './editor.paths.ts'
import { type DraftRule, rulesOf } from './editor.rules.ts'
import { type DraftRow, getDraft } from './editor.store.ts'
import { editorTexts } from './editor.texts.ts'
import { readingId } from './editor-rule.views.tsx'
import { DraftPage, type Notice } from './editor.views.tsx'

/** Returns the draft that the address names. Throws `NotFound`. */
export async function readHere(request: PageRequest): Promise<ReadDraft> {
  const row = await request.read((tx) => getDraft(tx, request.scope, request.id()))
  return readDraft(row, request.language)
}

export type PlacedRule = DraftRule & { readonly index: number }

/** Returns the rule whose number stands in the address. Throws `NotFound`. */
export function ruleHere(request: PageRequest, { data }: ReadDraft): PlacedRule {
  const index = Number(request.param('number')) - 1
  const rule = rulesOf(data)[index]
  if (rule === undefined) throw new NotFound('rule')
  return { ...rule, index }
}

/** Returns what the draft is called. */
export function titleOf({ language }: PageRequest, { row }: ReadDraft): string {
  return row.title || editorTexts(language).untitled
}

/** The draft as a whole; with the reason where what was asked for was not done. */
export async function draftPage(request: PageRequest, refusal: FormState) {
  const { language, place } = request
  const texts = editorTexts(language)
  const draft = await readHere(request)
  const { row } = draft
  const title = titleOf(request, draft)
  return request.page(
    title,
    <DraftPage
      language={language}
      notice={noticeOf(request, row)}
      refusal={refusal}
      title={title}
      about={[
        { term: texts.basedOn, description: row.basedOn ?? texts.fromNothing },
        { term: texts.lastSaved, description: savedText(row, language) },
      ]}
      problems={shownProblems(draft, { language, place })}
      families={shownFamilies(draft, { language, place })}
      questions={shownQuestions(draft, { language, place })}
      version={row.version}
      links={{
        drafts: draftsPath(place),
        about: aboutPath(place, row.id),
        propose: proposePath(place, row.id),
        file: draftFilePath(place, row.id),
        putBack: putBackPath(place, row.id),
        remove: deleteDraftPath(place, row.id),
      }}
    />,
    refusal.errors.length > 0 ? 422 : 200,
  )
}

/** Returns what was just done, as the address says it; what nobody has saved over since can be undone. */
export function noticeOf({ query, language, place }: PageRequest, row?: DraftRow): Notice | undefined {
  const text = editorTexts(language).notices[query('klart') ?? '']
  if (text === undefined) return undefined
  const isLast = row !== undefined && row.previousSource !== null && query('version') === String(row.version)
  return { text, undo: isLast ? { action: undoPath(place, row.id), version: row.version } : undefined }
}

/** Returns what was done to a draft, for the address. */
export function doneBy(what: Done['what'], { version }: { readonly version: number }): Done {
  return { what, version }
}

/** Returns what a form of questions did: a list that has grown is not looked over for mistakes yet. */
export function doneOf(fields: RawForm): 'added' | 'saved' {
  return askedOf(fields).what === 'add' ? 'added' : 'saved'
}

/** Returns where on the page the button was, so that the browser comes back there. */
export function anchorOf(fields: RawForm): string {
  const asked = askedOf(fields)
  if (asked.what === 'save') return ''
  if (asked.what === 'show') return `#${readingId}`
  const list = asked.place
  return `#${fieldId(asked.what === 'add' ? `${list}.${Number(fields[`${list}.count`] ?? 0)}` : list.replace(/\.\d+$/, ''))}`
}

/** Returns the form to show again after a no. Who has saved in between, and the line of a mistake, are said with their facts. */
export function refused(
  { language }: PageRequest,
  form: RawForm,
  outcome: Exclude<Outcome<unknown>, { readonly ok: true }>,
): FormState {
  const texts = editorTexts(language)
  if (isBadInput(outcome)) return refusedForm(form, outcome, texts.errors)
  const { by, at, line } = outcome.facts as { readonly by?: string; readonly at?: number; readonly line?: number }
  const when = formatInstant((at ?? 0) as Parameters<typeof formatInstant>[0], language)
  return refusedForm(form, outcome, {
    ...texts.errors,
    'guidelines.draft-changed': texts.staleAction(by ?? '', when),
    'guidelines.not-yaml': texts.notYaml(line === undefined ? '' : texts.notYamlLine(line)),
  })
}

/** Returns the form of questions again, with what was typed, and who saved in between. `isGone`: what it was about is no longer there. */
export function stale(
  request: PageRequest,
  fields: RawForm,
  outcome: Exclude<Outcome<unknown>, { readonly ok: true }>,
  isGone = false,
): FormState {
  const form = refused(request, fields, outcome)
  if (isBadInput(outcome))
    return { ...form, errors: form.errors.map((error) => ({ ...error, field: error.field.replace(/^fields\./, '') })) }
  if (outcome.code !== 'guidelines.draft-changed') return form
  const texts = editorTexts(request.language)
  const { by, at } = outcome.facts as { readonly by: string; readonly at: Parameters<typeof formatInstant>[0] }
  const say = isGone ? texts.staleGone : texts.stale
  return { values: fields, errors: [{ field: '', message: say(by, formatInstant(at, request.language)) }] }
}
