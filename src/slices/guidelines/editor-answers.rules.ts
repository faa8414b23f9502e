// What somebody has answered on a page of the editor: a rule, a dated change, or what the guideline says about itself.
import {
  aboutQuestions,
  type Block,
  frameQuestions,
  isBlock,
  type Localised,
  type Question,
  ruleQuestions,
  type TextEdit,
  termsIn,
  wordsOf,
} from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import { type AnswerChoice, changesOf, type OpenQuestions, putRule, rulesOf, silenceOf } from './editor.rules.ts'
import { type Fields, fieldsOf, textOf } from './editor-fields.rules.ts'
import { blockOf, codeText, freeName, type OwnWord, withItem, withoutItem } from './editor-values.rules.ts'

/** Where on the rule's page the answers stand: beside the values, in them, and in a dated change. */
export const parts = { frame: 'rule', values: 'values', change: 'change', about: 'about', open: 'open' } as const

/** Returns what a code is called, with a capital letter: in the question's own words, else in those of the draft or the product. */
export function choiceLabel(question: Pick<Question, 'ask'>, code: string, language: Language, terms: unknown): string {
  const said = question.ask?.choices?.[code]?.[language] ?? wordsOf(language, termsIn(terms)).label(code)
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/**
 * Returns the draft's own words that go with an open list: those that stand in a list of the same sort, and those that
 * stand nowhere yet.
 */
export function offeredWords(data: Block, examples: readonly string[]): readonly string[] {
  const sorts = new Map<string, Set<string>>()
  for (const { kind, data: rule } of rulesOf(data)) {
    for (const { values } of [rule, ...changesOf(rule)]) gatherWords(ruleQuestions(kind), values, sorts)
  }
  const here = sorts.get(examples.join()) ?? new Set()
  const anywhere = new Set([...sorts.values()].flatMap((codes) => [...codes]))
  return termsIn(data.terms).flatMap(({ id }) => (here.has(id) || !anywhere.has(id) ? [id] : []))
}

function gatherWords(questions: readonly Question[], block: unknown, sorts: Map<string, Set<string>>): void {
  if (!isBlock(block)) return
  for (const { key, answer } of questions) {
    const values = [block[key]].flat()
    if (answer.form === 'list' || answer.form === 'group')
      for (const value of values) gatherWords(answer.questions, value, sorts)
    if (answer.form !== 'code' && answer.form !== 'codes') continue
    const known = sorts.get(answer.examples.join()) ?? new Set<string>()
    for (const value of values) if (typeof value === 'string') known.add(value)
    sorts.set(answer.examples.join(), known)
  }
}

/** Which button was pressed: keeps the answers, adds to a list, or takes from it. */
export type Asked =
  | { readonly what: 'save' }
  | { readonly what: 'show' }
  | { readonly what: 'add' | 'remove'; readonly place: string }

/** Returns which button of a form was pressed. */
export function askedOf(fields: Fields): Asked {
  const [what, place = ''] = textOf(fields, 'do').split(':')
  if (what === 'add' || what === 'remove') return { what, place }
  return what === 'show' ? { what } : { what: 'save' }
}

type Answered = { readonly data: Block; readonly fields: Fields }

/** Returns the edits by which a draft's rule says what was answered. `index` counts from 0; a new rule has none. */
export function answerRule(
  { data, fields }: Answered,
  { index, kind }: { readonly index: number | undefined; readonly kind: string },
): readonly TextEdit[] {
  const before = index === undefined ? {} : (rulesOf(data)[index]?.data ?? {})
  const questions = ruleQuestions(kind)
  const read = reader(data, fields)
  const frame = read.block(frameQuestions, before, parts.frame)
  const values = read.block(questions, before.values, parts.values)
  const { id, ...rest } = frame
  const rule = { id, kind, ...rest, values, ...(before.changes === undefined ? {} : { changes: before.changes }) }
  return [...putRule(data, { index, rule, questions, ...openIn(questions, fields, data) }), ...read.terms()]
}

/** Returns the edits by which a dated change of a rule says what was answered. `at` counts from 0; a new change has none. */
export function answerChange(
  { data, fields }: Answered,
  { index, at }: { readonly index: number; readonly at: number | undefined },
): readonly TextEdit[] {
  const found = rulesOf(data)[index]
  if (found === undefined) return []
  const changes = changesOf(found.data)
  const before = (at === undefined ? undefined : changes[at]) ?? {}
  const questions = ruleQuestions(found.kind, { change: true })
  const read = reader(data, fields)
  const { from, clause, ...kept } = read.block(changeQuestions, before, parts.change)
  const { values: _, ...more } = kept
  const change = { from, values: read.block(questions, before.values, parts.values), clause, ...more }
  const all = at === undefined ? [...changes, change] : changes.map((it, place) => (place === at ? change : it))
  const rule = { ...found.data, changes: all }
  return [...putRule(data, { index, rule, questions, ...openIn(questions, fields, data) }), ...read.terms()]
}

/** Returns the edits by which the guideline says about itself what was answered. */
export function answerAbout({ data, fields }: Answered): readonly TextEdit[] {
  const known = aboutOf(data)
  const about = reader(data, fields).block(aboutQuestions, known, parts.about)
  return [...new Set([...Object.keys(known), ...Object.keys(about)])].map((key) => ({ at: [key], value: about[key] }))
}

/** Returns the fields that show a rule; those of an untouched one for a rule that is not there yet. */
export function ruleFields(data: Block, rule: Block, kind: string): Fields {
  const questions = ruleQuestions(kind)
  return {
    ...fieldsOf(questions, rule.values, parts.values),
    ...openFields(data, rule, questions),
    ...fieldsOf(frameQuestions, rule, parts.frame),
  }
}

/** Returns the fields that show a dated change of a rule. */
export function changeFields(data: Block, rule: Block, kind: string, change: Block): Fields {
  const questions = ruleQuestions(kind, { change: true })
  return {
    ...fieldsOf(changeQuestions, change, parts.change),
    ...fieldsOf(questions, change.values, parts.values),
    ...openFields(data, rule, questions),
  }
}

/** Returns the fields that show what the guideline says about itself. */
export function aboutFields(data: Block): Fields {
  return fieldsOf(aboutQuestions, aboutOf(data), parts.about)
}

const settledElsewhere: readonly string[] = ['format', 'id', 'status', 'adoption', 'rules', 'silences']

/** Returns what the page about the guideline shows: all but rules, questions, and what the product settles. */
export function aboutOf(data: Block): Block {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !settledElsewhere.includes(key)))
}

const asks = Object.fromEntries(frameQuestions.map((question) => [question.key, question]))

/** What a dated change is asked beside its values. */
export const changeQuestions: readonly Question[] = [
  {
    key: 'from',
    path: 'changes.from',
    ask: { sv: 'Från och med vilken dag?', en: 'From which day?' },
    optional: false,
    fallback: undefined,
    silent: false,
    fixed: [],
    answer: { form: 'day' },
  },
  ...(asks.clause === undefined ? [] : [asks.clause]),
]

/** Reads blocks of one form, and gathers the words that the guideline has to name. */
function reader(data: Block, sent: Fields) {
  const asked = askedOf(sent)
  const fields = asked.what === 'add' ? withItem(sent, asked.place) : sent
  const added: { readonly id: string; readonly sv: string; readonly en: string }[] = []
  const terms = termsIn(data.terms)
  const codeOf = ({ sv, en }: OwnWord, examples: readonly string[]) => {
    const swedish = wordsOf('sv', [...terms, ...added])
    const codes = [...examples, ...terms.map(({ id }) => id), ...added.map(({ id }) => id)]
    const known = codes.find((code) => swedish.label(code).toLowerCase() === sv.toLowerCase())
    if (known !== undefined) return known
    const id = freeName(codeText(sv), (name) => codes.includes(name) || swedish.label(name) !== name)
    added.push({ id, sv, en })
    return id
  }
  return {
    block: (questions: readonly Question[], before: unknown, part: string): Block => {
      const keepBlank = asked.what === 'add' || asked.what === 'remove'
      const block = blockOf(questions, before, part, { fields, codeOf, keepBlank })
      const isHere = asked.what === 'remove' && asked.place.startsWith(`${part}.`)
      return isHere ? withoutItem(block, asked.place.slice(part.length + 1)) : block
    },
    terms: (): readonly TextEdit[] => {
      const count = Array.isArray(data.terms) ? data.terms.length : 0
      return added.map((term, index) => ({ at: ['terms', count + index], insert: term }))
    },
  }
}

function openFields(data: Block, rule: Block, questions: readonly Question[]): Fields {
  const open = questions
    .filter(({ silent }) => silent)
    .map(({ key }) => {
      const question = silenceOf(data, String(rule.id), key)?.question
      return isBlock(question) ? fieldsOf([openQuestion(key)], { [key]: question }, parts.open) : {}
    })
  return Object.assign({}, ...open)
}

/** The question that the committee gets where a rule is silent, as a question of the form. */
export function openQuestion(key: string): Question {
  return {
    key,
    path: key,
    ask: undefined,
    optional: true,
    fallback: undefined,
    silent: false,
    fixed: [],
    answer: { form: 'localised' },
  }
}

/** A question left unwritten is the editor's own: it asks for the very same. */
function openIn(questions: readonly Question[], fields: Fields, data: Block) {
  const open: Record<string, Localised> = {}
  for (const { key, ask, silent } of questions) {
    if (!silent) continue
    const sv = textOf(fields, `${parts.open}.${key}.sv`) || (ask?.sv ?? key)
    const isTheSame = sv === ask?.sv
    open[key] = { sv, en: textOf(fields, `${parts.open}.${key}.en`) || (isTheSame ? (ask?.en ?? sv) : sv) }
  }
  const choicesOf = (question: Question): readonly AnswerChoice[] => {
    const label = (code: string) => ({
      sv: choiceLabel(question, code, 'sv', data.terms),
      en: choiceLabel(question, code, 'en', data.terms),
    })
    if (question.answer.form === 'one-of')
      return question.answer.codes.map((code) => ({ value: code, label: label(code) }))
    if (question.answer.form !== 'yes-no') return []
    return [
      { value: true, label: { sv: 'Ja', en: 'Yes' } },
      { value: false, label: { sv: 'Nej', en: 'No' } },
    ]
  }
  return { open: open as OpenQuestions, choicesOf }
}
