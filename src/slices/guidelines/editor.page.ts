import {
  type Block,
  type DraftProblem,
  describeDraftRule,
  describeValues,
  draftProblems,
  frameQuestions,
  isBlock,
  kindChoices,
  readText,
} from '../../engine/index.ts'
import { parseDay } from '../../kernel/date.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'
import { choiceLabel } from './editor-answers.rules.ts'
import { kindTitle, type PageOptions, type ReadDraft, ruleOf } from './editor-problems.page.ts'
import { changePath, familyPath, newRulePath, rulePath, takeQuestionPath, takeRulePath } from './editor.paths.ts'
import {
  changesOf,
  type DraftRule,
  families,
  type Family,
  familyOf,
  isSilentOn,
  rulesOf,
  silencesOf,
  textAt,
} from './editor.rules.ts'
import type { DraftRow } from './editor.store.ts'
import { editorTexts } from './editor.texts.ts'

/** Returns the draft as its text says it. */
export function readDraft(row: DraftRow, language: Language): ReadDraft {
  const read = readText(row.source)
  const problems = draftProblems(row.source, row.title, language)
  return { row, data: read.ok ? read.data : {}, problems: problems.filter((it) => !isNameToCome(it, problems)) }
}

/** An item gets its name of what it says; nobody has to think of one while it says nothing. */
function isNameToCome({ at, sort }: DraftProblem, problems: readonly DraftProblem[]): boolean {
  const item = at.slice(0, -1)
  if (sort !== 'missing' || at.at(-1) !== 'id' || item.length < 3) return false
  return problems.some((other) => other.at.at(-1) !== 'id' && item.every((step, index) => other.at[index] === step))
}

export type ShownRule = {
  readonly number: number
  readonly id: string
  readonly title: string
  /** Absent until the rule can be read. */
  readonly sentence: string | undefined
  /** How strong it is, and where it stands. */
  readonly about: string
  readonly problems: number
  readonly editHref: string
  readonly removeAction: string
}

export type ShownFamily = {
  readonly family: Family
  readonly href: string
  readonly rules: readonly ShownRule[]
  readonly problems: number
}

export type ShownKind = {
  readonly title: string
  readonly help: string | undefined
  readonly href: string
  /** A guideline has at most one, and it is there. */
  readonly isThere: boolean
}

export type ShownQuestion = {
  readonly id: string
  readonly rule: string
  readonly question: string
  /** Where the question no longer belongs to a rule: what takes it away. */
  readonly removeAction: string | undefined
}

/** Returns when the draft was saved last, and by whom. */
export function savedText({ savedAt, savedByName }: DraftRow, language: Language): string {
  return editorTexts(language).savedBy(formatInstant(savedAt, language), savedByName)
}

/** Returns the parts of a draft in the order of the work, each with its rules in plain words. */
export function shownFamilies({ row, data, problems }: ReadDraft, options: PageOptions): readonly ShownFamily[] {
  const rules = rulesOf(data).map((rule, index) => ({
    family: familyOf(rule.kind),
    shown: shownRule({ row, data, problems }, rule, index, options),
  }))
  return families.map((family) => {
    const own = rules.filter((it) => it.family === family).map(({ shown }) => shown)
    return {
      family,
      href: familyPath(options.place, row.id, family),
      rules: own,
      problems: own.reduce((sum, rule) => sum + rule.problems, 0),
    }
  })
}

function shownRule(draft: ReadDraft, rule: DraftRule, index: number, { language, place }: PageOptions): ShownRule {
  const { row, data, problems } = draft
  return {
    number: index + 1,
    id: rule.id,
    title: kindTitle(rule.kind, language),
    sentence: describeDraftRule(rule.data, language, data.terms),
    about: [forceText(textAt(rule.data, 'force'), language), textAt(rule.data, 'clause')].filter(Boolean).join(' · '),
    problems: problems.filter((problem) => ruleOf(problem, data) === index).length,
    editHref: rulePath(place, row.id, index + 1),
    removeAction: takeRulePath(place, row.id, index + 1),
  }
}

function forceText(force: string, language: Language): string {
  const question = frameQuestions.find(({ key }) => key === 'force')
  return force === '' || question === undefined ? '' : choiceLabel(question, force, language, [])
}

/** Returns the kinds of rule that a part can have, by name. */
export function shownKinds(
  { row, data }: ReadDraft,
  family: Family,
  { language, place }: PageOptions,
): readonly ShownKind[] {
  const there = new Set(rulesOf(data).map(({ kind }) => kind))
  const byTitle = new Intl.Collator(language)
  return kindChoices()
    .filter(({ kind }) => familyOf(kind) === family)
    .map(({ kind, title, help, once }) => ({
      title: title[language],
      help: help?.[language],
      href: newRulePath(place, row.id, kind),
      isThere: once && there.has(kind),
    }))
    .sort((one, other) => byTitle.compare(one.title, other.title))
}

/** Returns the questions that the draft leaves open. */
export function shownQuestions({ row, data }: ReadDraft, { language, place }: PageOptions): readonly ShownQuestion[] {
  const rules = rulesOf(data)
  return silencesOf(data).map((silence, index) => {
    const [rule, parameter] = [textAt(silence, 'rule'), textAt(silence, 'parameter')]
    const isAsked = rules.some(({ id, data: it }) => id === rule && isSilentOn(it, parameter))
    const question = isBlock(silence.question) ? textAt(silence.question, language) : ''
    return {
      id: textAt(silence, 'id'),
      rule,
      question,
      removeAction: isAsked ? undefined : takeQuestionPath(place, row.id, index + 1),
    }
  })
}

export type ShownReading = {
  readonly sentence: string | undefined
  /** What it says from a day on, and where that is changed. */
  readonly changes: readonly { readonly day: string; readonly sentence: string | undefined; readonly href: string }[]
  readonly questions: readonly string[]
  /** What is asked on the page has been saved: it can be without mistakes. */
  readonly isSaved: boolean
}

/** What is read back of a rule that is not there yet. */
export const nothingRead: ShownReading = { sentence: undefined, changes: [], questions: [], isSaved: false }

/** Returns a rule read back: as it stands, from each day on which it changes, and what it leaves open. */
export function ruleReading({ row, data }: ReadDraft, index: number, { language, place }: PageOptions): ShownReading {
  const rule = rulesOf(data)[index]
  if (rule === undefined) return nothingRead
  const texts = editorTexts(language)
  const asked = silencesOf(data).filter(
    (it) => it.rule === rule.id && isSilentOn(rule.data, textAt(it, 'parameter')) && isBlock(it.question),
  )
  return {
    sentence: describeDraftRule(rule.data, language, data.terms),
    changes: changesOf(rule.data).map((change, at) => {
      const day = parseDay(textAt(change, 'from'))
      const values = { ...(rule.data.values as Block), ...(change.values as Block) }
      return {
        day: day === undefined ? texts.undatedChange : texts.readsFrom(formatDay(day, language)),
        sentence: describeValues(rule.kind, values, language, data.terms),
        href: changePath(place, row.id, index + 1, at + 1),
      }
    }),
    questions: asked.map(({ question }) => textAt(question as Block, language)),
    isSaved: true,
  }
}
