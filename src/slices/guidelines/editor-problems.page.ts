// What keeps a draft from being a guideline: in plain words, and at the field that mends it.
import {
  aboutQuestions,
  type Block,
  type DraftProblem,
  frameQuestions,
  type KindChoice,
  kindChoices,
  type Question,
  ruleQuestions,
  type TextPath,
} from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { FieldError } from '../../ui/index.ts'
import { changeQuestions } from './editor-answers.rules.ts'
import type { Fields } from './editor-fields.rules.ts'
import { aboutPath, changePath, rulePath } from './editor.paths.ts'
import { isSilentOn, rulesOf, silencesOf, textAt } from './editor.rules.ts'
import type { DraftRow } from './editor.store.ts'
import { formTexts } from './editor-form.texts.ts'
import { editorTexts } from './editor.texts.ts'

/** A draft read: its data, and everything that keeps it from being a proposal. */
export type ReadDraft = {
  readonly row: DraftRow
  readonly data: Block
  readonly problems: readonly DraftProblem[]
}

export type PageOptions = { readonly language: Language; readonly place: PlaceSlugs }

export type ShownProblem = {
  /** What it is about, and where it is mended. */
  readonly about: string
  readonly href: string | undefined
  readonly text: string
  readonly line: number
}

/** Returns the kind of rule by its code; undefined for one that the product does not know. */
export function findKind(kind: string): KindChoice | undefined {
  return kindChoices().find((choice) => choice.kind === kind)
}

/** Returns what a kind of rule is called; its code where it is unknown. */
export function kindTitle(kind: string, language: Language): string {
  return findKind(kind)?.title[language] ?? (kind || editorTexts(language).unknownKind)
}

/** Returns every problem in plain words, with the page that mends it. */
export function shownProblems(
  { row, data, problems }: ReadDraft,
  { language, place }: PageOptions,
): readonly ShownProblem[] {
  const rules = rulesOf(data)
  const texts = editorTexts(language)
  return problems.map((problem) => {
    const { line } = problem
    const index = ruleOf(problem, data)
    const text = summaryText(problem, data, language)
    const rule = index === undefined ? undefined : rules[index]
    if (rule !== undefined && index !== undefined) {
      const about = [rule.id, kindTitle(rule.kind, language)].filter(Boolean).join(' ')
      return { about, href: pageOf(problem.at, index, place, row.id), text, line }
    }
    const isAbout = !['rules', 'silences', 'format', 'id', 'status'].includes(String(problem.at[0] ?? 'format'))
    const about = isAbout ? texts.about : problem.at[0] === 'silences' ? texts.openQuestions : texts.file
    return { about, href: isAbout ? aboutPath(place, row.id) : undefined, text, line }
  })
}

function pageOf(at: TextPath, index: number, place: PlaceSlugs, draft: string): string {
  return at[2] === 'changes' && typeof at[3] === 'number'
    ? changePath(place, draft, index + 1, at[3] + 1)
    : rulePath(place, draft, index + 1)
}

/** Returns a problem in plain words. */
function problemText({ sort, limit, at, message, mend }: DraftProblem, language: Language): string {
  const texts = formTexts(language)
  if (at.length === 1 && at[0] === 'rules') return texts.noRules
  switch (sort) {
    case 'other':
      return [message, mend].map(sentence).join(' ')
    case 'too-small':
    case 'too-big':
    case 'too-long':
      return texts.problem[sort](String(limit ?? ''))
    case 'unknown-key':
      return texts.problem[sort](String(at.at(-1) ?? ''))
    default:
      return texts.problem[sort]
  }
}

/** Returns a problem with the question that it is about, for a list of several. */
function summaryText(problem: DraftProblem, data: Block, language: Language): string {
  const question = questionAt(problem.at, data, language)
  return [question, problemText(problem, language)].filter((text) => text !== undefined).join(' ')
}

/** Returns the question that asks for what stands at a place, with the number of the item where there are several. */
function questionAt(at: TextPath, data: Block, language: Language): string | undefined {
  const [list, index, ...rest] = at
  if (list !== 'rules') return list === 'silences' ? undefined : within(aboutQuestions, at, language)
  const [part, ...deeper] = rest[0] === 'changes' ? rest.slice(2) : rest
  const kind = rulesOf(data)[Number(index)]?.kind ?? ''
  return part === 'values'
    ? within(ruleQuestions(kind), deeper, language)
    : within([...frameQuestions, ...changeQuestions], [part ?? ''], language)
}

function within(questions: readonly Question[], [key, ...rest]: TextPath, language: Language): string | undefined {
  const question = questions.find((it) => it.key === key)
  if (question === undefined) return undefined
  const { answer } = question
  const [next, ...deeper] = rest
  const inner =
    answer.form === 'group'
      ? within(answer.questions, rest, language)
      : answer.form === 'list' && typeof next === 'number'
        ? within(answer.questions, deeper, language)
        : undefined
  const item = formTexts(language).item(Number(next) + 1)
  const number = typeof next === 'number' && inner !== undefined ? ` (${item.toLowerCase()})` : ''
  return inner === undefined ? question.ask?.[language] : `${inner}${number}`
}

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}

/** Returns the rule, counted from 0, that a problem belongs to; also where it is about the question that the rule leaves open. */
export function ruleOf({ at }: DraftProblem, data: Block): number | undefined {
  const [list, index] = at
  if (list === 'rules' && typeof index === 'number') return index
  if (list !== 'silences' || typeof index !== 'number') return undefined
  const silence = silencesOf(data)[index]
  const found = rulesOf(data).findIndex(
    (rule) => silence !== undefined && rule.id === silence.rule && isSilentOn(rule.data, textAt(silence, 'parameter')),
  )
  return found === -1 ? undefined : found
}

/** Returns the problems of a rule as errors of the fields on its page; those of its dated changes belong to pages of their own. */
export function ruleErrors(
  { data, problems }: ReadDraft,
  index: number,
  fields: Fields,
  language: Language,
): readonly FieldError[] {
  return problems
    .filter((problem) => ruleOf(problem, data) === index && problem.at[2] !== 'changes')
    .map((problem) => errorAt(ruleField(problem, data), problem, { data, fields, language }))
    .sort(inOrderOf(fields))
}

/** Returns the problems of a dated change as errors of the fields on its page. */
export function changeErrors(
  { data, problems }: ReadDraft,
  { index, at }: { readonly index: number; readonly at: number },
  fields: Fields,
  language: Language,
): readonly FieldError[] {
  return problems
    .filter(
      ({ at: [list, rule, part, change] }) => list === 'rules' && rule === index && part === 'changes' && change === at,
    )
    .map((problem) => {
      const [, , , , part, ...rest] = problem.at
      const name = part === 'values' ? ['values', ...rest] : ['change', ...(part === undefined ? [] : [part])]
      return errorAt(name.join('.'), problem, { data, fields, language })
    })
}

/** Returns the problems of what the guideline says about itself as errors of the fields on its page. */
export function aboutErrors({ data, problems }: ReadDraft, fields: Fields, language: Language): readonly FieldError[] {
  return problems
    .filter(({ at }) => !['rules', 'silences', 'format', 'id', 'status'].includes(String(at[0] ?? 'format')))
    .map((problem) => errorAt(['about', ...problem.at].join('.'), problem, { data, fields, language }))
}

/** Mistakes are told in the order of the page, whatever the order of the file. */
function inOrderOf(fields: Fields) {
  const names = Object.keys(fields)
  const placeOf = ({ field }: FieldError) => names.findIndex((name) => name === field || name === `${field}.count`)
  return (one: FieldError, other: FieldError) => placeOf(one) - placeOf(other)
}

function ruleField({ at }: DraftProblem, data: Block): string {
  const [list, index, ...rest] = at
  if (list === 'rules') return rest[0] === 'values' ? rest.join('.') : ['rule', ...rest].join('.')
  const silence = silencesOf(data)[Number(index)]
  return ['open', textAt(silence ?? {}, 'parameter'), ...rest.slice(1)].join('.')
}

type Shown = { readonly data: Block; readonly fields: Fields; readonly language: Language }

function errorAt(name: string, problem: DraftProblem, { data, fields, language }: Shown): FieldError {
  return {
    field: fieldNear(name, fields),
    message: problemText(problem, language),
    summary: summaryText(problem, data, language),
  }
}

/** Returns the field of the page that is nearest to a place in the file; empty when none is. */
function fieldNear(name: string, fields: Fields): string {
  if (`${name}.count` in fields) return name
  const found = [name, `${name}.sv`, `${name}.hours`, `${name}.fixed`].find((it) => it in fields)
  if (found !== undefined) return found
  const inside = Object.keys(fields).find((it) => it.startsWith(`${name}.`) && !it.endsWith('.count'))
  if (inside !== undefined) return inside
  const above = name.slice(0, Math.max(0, name.lastIndexOf('.')))
  return above === '' ? '' : fieldNear(above, fields)
}
