// What the editor does to a draft, as edits of its text. Pure: data and answers in, edits out.
import { type Block, isBlock, isSame, type Question, type TextEdit } from '../../engine/index.ts'
import { freeName } from './editor-values.rules.ts'

/** The parts of a guideline that are written one at a time, in the order of the work. */
export const families = ['appointment', 'visits', 'conversation', 'report', 'fee', 'use', 'sources'] as const
export type Family = (typeof families)[number]

const familyOfPrefix: Readonly<Record<string, Family>> = {
  appointment: 'appointment',
  groups: 'appointment',
  role: 'appointment',
  visits: 'visits',
  conversation: 'conversation',
  report: 'report',
  fee: 'fee',
  use: 'use',
  review: 'use',
}

/** Returns the part that a kind of rule belongs to: by what stands before its first full stop. */
export function familyOf(kind: string): Family {
  return familyOfPrefix[kind.split('.')[0] ?? ''] ?? 'sources'
}

/** Returns whose duty a new rule of the kind usually is. */
function usualBearer(kind: string): string {
  return (
    { appointment: 'committee', fee: 'administration', use: 'administration' }[familyOf(kind) as 'fee'] ?? 'politician'
  )
}

/** Returns a rule that nobody has answered yet: what is usual, and what can be answered in one way alone. */
export function newRule(data: Block, kind: string, questions: readonly Question[]): Block {
  const settled = questions.flatMap(({ key, answer, optional, silent }) =>
    answer.form === 'one-of' && answer.codes.length === 1 && !optional && !silent ? [[key, answer.codes[0]]] : [],
  )
  return { id: nextRuleId(data), force: 'must', bearer: usualBearer(kind), values: Object.fromEntries(settled) }
}

/** A rule as a draft has it: anything may still be missing. */
export type DraftRule = { readonly id: string; readonly kind: string; readonly data: Block }

/** Returns the rules of a draft in order. What is no block of keys counts as an empty one, so that every place has its number. */
export function rulesOf(data: Block): readonly DraftRule[] {
  return blocksAt(data, 'rules').map((rule) => ({ id: textAt(rule, 'id'), kind: textAt(rule, 'kind'), data: rule }))
}

/** Returns the questions that a draft leaves open, in order. */
export function silencesOf(data: Block): readonly Block[] {
  return blocksAt(data, 'silences')
}

export function changesOf(rule: Block): readonly Block[] {
  return blocksAt(rule, 'changes')
}

export function textAt(block: Block, key: string): string {
  const value = block[key]
  return typeof value === 'string' ? value : ''
}

/** Returns the name that the next rule of a draft would have: one more than the highest, HED-19 after HED-18. */
function nextRuleId(data: Block): string {
  let [mark, highest] = ['R-', 0]
  for (const { id } of rulesOf(data)) {
    const [, before, number] = /^(.*-)(\d+)$/.exec(id) ?? []
    if (before !== undefined && Number(number) > highest) [mark, highest] = [before, Number(number)]
  }
  return `${mark}${String(highest + 1).padStart(2, '0')}`
}

/** Answers about a question that a rule leaves open, by the rule's parameter. */
export type OpenQuestions = Readonly<Record<string, { readonly sv: string; readonly en: string }>>

/** What somebody may choose between when the question is answered. */
export type AnswerChoice = {
  readonly value: string | boolean
  readonly label: { readonly sv: string; readonly en: string }
}

export type RuleChange = {
  /** Its number from 0; a new one has none. */
  readonly index: number | undefined
  readonly rule: Block
  readonly questions: readonly Question[]
  readonly open: OpenQuestions
  readonly choicesOf: (question: Question) => readonly AnswerChoice[]
}

/** Returns the edits that put a rule in a draft, together with the questions that it leaves open and no others. */
export function putRule(data: Block, change: RuleChange): readonly TextEdit[] {
  const rules = rulesOf(data)
  const { index, rule } = change
  const at = index ?? placeOf(rules, textAt(rule, 'kind'))
  const edits: TextEdit[] = [
    index === undefined ? { at: ['rules', at], insert: rule } : { at: ['rules', at], value: rule },
  ]
  const others = rules.filter((_, place) => place !== index)
  const silences = silencesWith(data, change, index === undefined ? undefined : rules[index], others)
  if (!isSame(silences, silencesOf(data))) edits.push({ at: ['silences'], value: silences })
  return edits
}

/** Returns the edits that take a rule away, and the questions that it alone leaves open. */
export function takeRule(data: Block, index: number): readonly TextEdit[] {
  const rules = rulesOf(data)
  const others = rules.filter((_, place) => place !== index)
  const left = silencesOf(data).filter(
    (silence) => textAt(silence, 'rule') !== rules[index]?.id || others.some((rule) => asks(silence, rule)),
  )
  const edits: TextEdit[] = [{ at: ['rules', index], value: undefined }]
  if (left.length < silencesOf(data).length) edits.push({ at: ['silences'], value: left })
  return edits
}

/** Whether the rule's values, now or from a day, leave the parameter open. */
export function isSilentOn(rule: Block, parameter: string): boolean {
  return [rule, ...changesOf(rule)].some(({ values }) => isBlock(values) && values[parameter] === 'silent')
}

/** Returns the question that a draft asks about a rule's parameter. */
export function silenceOf(data: Block, rule: string, parameter: string): Block | undefined {
  return silencesOf(data).find((it) => textAt(it, 'rule') === rule && textAt(it, 'parameter') === parameter)
}

function silencesWith(
  data: Block,
  { rule, questions, open, choicesOf }: RuleChange,
  before: DraftRule | undefined,
  others: readonly DraftRule[],
): readonly Block[] {
  const [id, earlierId] = [textAt(rule, 'id'), before?.id ?? textAt(rule, 'id')]
  const silent = questions.filter(({ key, silent }) => silent && isSilentOn(rule, key))
  const own = (silence: Block) =>
    textAt(silence, 'rule') === earlierId &&
    questions.some(({ key }) => key === silence.parameter) &&
    !others.some((it) => asks(silence, it))
  const kept = silencesOf(data).flatMap((silence) => {
    if (!own(silence)) return [silence]
    if (!silent.some(({ key }) => key === silence.parameter)) return []
    const question = open[textAt(silence, 'parameter')]
    return [{ ...silence, rule: id, ...(question && { question }) }]
  })
  const added = silent.filter(({ key }) => !kept.some((it) => it.rule === id && it.parameter === key))
  const taken = new Set(kept.map((it) => it.id))
  const asked = added.map((question): Block => {
    const choices = choicesOf(question)
    const name = freeQuestionId(id, taken)
    taken.add(name)
    return {
      id: name,
      rule: id,
      parameter: question.key,
      question: open[question.key] ?? { sv: question.key, en: question.key },
      ...(choices.length > 1 ? { choices } : {}),
    }
  })
  return [...kept, ...asked]
}

/** HED-15 asks HED-Q1. */
function freeQuestionId(rule: string, taken: ReadonlySet<unknown>): string {
  const mark = /^(.*-)\d+$/.exec(rule)?.[1] ?? `${rule}-`
  let number = 1
  while (taken.has(`${mark}Q${number}`)) number++
  return `${mark}Q${number}`
}

function asks(silence: Block, rule: DraftRule): boolean {
  return textAt(silence, 'rule') === rule.id && isSilentOn(rule.data, textAt(silence, 'parameter'))
}

/** A new rule stands after the last of its part; the first of a part after the parts before it. */
function placeOf(rules: readonly DraftRule[], kind: string): number {
  const order = (it: string) => families.indexOf(familyOf(it))
  return rules.findLastIndex((rule) => order(rule.kind) <= order(kind)) + 1
}

/** Who issues a guideline, as its file says it. */
export type Issuer = Block

/** Returns the edits that make a draft of a guideline: not adopted, not yet in force, and the committee's own. */
export function asDraft(
  data: Block,
  { id, issuer }: { readonly id: string; readonly issuer: Issuer },
): readonly TextEdit[] {
  return [
    { at: ['id'], value: id },
    ...(isSame(data.issuer, issuer) ? [] : [{ at: ['issuer'], value: issuer }]),
    ...asProposal(data),
    ...('validity' in data ? [{ at: ['validity'], value: undefined }] : []),
  ]
}

const format = 'namndkontakt/guideline@1'

/** Whether a file says itself that it is something else than a guideline. */
export function isSomethingElse(data: Block): boolean {
  return data.format !== undefined && data.format !== format
}

/** Returns the edits that a file needs to be a draft: what the product settles is put right, everything else is left as it is. */
export function asTakenIn(data: Block, id: string): readonly TextEdit[] {
  const isNamed = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(textAt(data, 'id'))
  return [
    ...(data.format === format ? [] : [{ at: ['format'], value: format }]),
    ...(isNamed ? [] : [{ at: ['id'], value: id }]),
    ...asProposal(data),
  ]
}

/** Returns the edits by which the text says that nobody has adopted it. */
export function asProposal(data: Block): readonly TextEdit[] {
  return [
    ...(data.status === 'proposal' ? [] : [{ at: ['status'], value: 'proposal' }]),
    ...('adoption' in data ? [{ at: ['adoption'], value: undefined }] : []),
  ]
}

/** Returns the text of a guideline without rules. */
export function emptyGuideline(about: { readonly id: string; readonly title: string; readonly issuer: Issuer }): Block {
  return {
    format,
    ...about,
    status: 'proposal',
    document: { reviewBy: { when: 'none' } },
    rules: [],
  }
}

/** Returns a name for a guideline's file that none of the taken ones is: `hedemora-omsorgsnamnden-2026-2`. */
export function fileName(words: readonly string[], taken: readonly string[]): string {
  const name = words
    .join(' ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return freeName(name === '' ? 'riktlinje' : name, (it) => taken.includes(it))
}

function blocksAt(data: Block, key: string): readonly Block[] {
  const value = data[key]
  return Array.isArray(value) ? value.map((item: unknown) => (isBlock(item) ? item : {})) : []
}
