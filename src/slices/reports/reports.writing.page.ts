import type { Language } from '../../kernel/language.ts'
import { formatInstant, type Instant } from '../../kernel/instant.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { type Choice, type FormState, textOf } from '../../ui/index.ts'
import { explainables, type ReportBasis } from './reports.basis.ts'
import {
  answererField,
  type DraftFields,
  explanationTopic,
  freeTopic,
  isDraftField,
  longestText,
  proposalField,
  questionField,
  textField,
} from './reports.fields.rules.ts'
import type { ReportGuide } from './reports.guide.rules.ts'
import { reportsTexts } from './reports.texts.ts'
import { freePosition, keptTag, positionsIn } from './reports.writing.rules.ts'
import { writingTexts } from './reports.writing.texts.ts'

/** A text to write, or a choice to make, in a draft. */
export type WritingField = {
  readonly field: string
  readonly label: string
  readonly hint: string
  /** Where it stands in the guideline. */
  readonly source?: string | undefined
  /** For the one who answers a proposal. */
  readonly choices?: readonly Choice[] | undefined
}

export type StepKind = 'visit' | 'topic' | 'old-topics' | 'contacts' | 'proposals' | 'questions' | 'hand-in'
type StepState = 'filled' | 'choose' | 'wrong' | 'long' | 'explain'

export type WritingStep = {
  /** Counted from 1. */
  readonly number: number
  readonly kind: StepKind
  readonly heading: string
  /** What the list of steps calls it: no two the same. */
  readonly label: string
  /** The people it is talked about with. */
  readonly group?: string | undefined
  readonly fields: readonly WritingField[]
  readonly state: StepState | undefined
}

type UnnumberedStep = Omit<WritingStep, 'number' | 'label' | 'state'>

/** What another has saved in a field beside the writer's own text. */
export type BesideText = {
  readonly by?: { readonly name: string; readonly when: string } | undefined
  /** The text, or what is chosen in words. */
  readonly text: string
  readonly tag: string
}

type Asked = {
  readonly language: Language
  readonly basis: ReportBasis
  /** What is saved. */
  readonly fields: DraftFields
  /** The writer's own texts that stand beside saved ones. */
  readonly kept: DraftFields
  readonly form: FormState
  readonly contacts: { readonly offered: readonly unknown[]; readonly taken: readonly unknown[] }
  /** Another box is wanted. */
  readonly wantsMore: boolean
}

/** Returns the steps of the draft, in order: the visit, a step for each topic, contacts, proposals, questions, handing in. */
export function writingSteps(asked: Asked): readonly WritingStep[] {
  const { language, basis, contacts, form } = asked
  const texts = writingTexts(language)
  const steps: readonly UnnumberedStep[] = [
    { kind: 'visit', heading: texts.visit, fields: explanationFields(basis, language) },
    ...topicSteps(basis, language),
    ...oldTopics(asked),
    ...(contacts.offered.length + contacts.taken.length > 0
      ? [{ kind: 'contacts' as const, heading: texts.contacts, fields: [] }]
      : []),
    { kind: 'proposals', heading: reportsTexts(language).proposals, fields: proposalFields(asked) },
    { kind: 'questions', heading: reportsTexts(language).questions, fields: questionFields(asked) },
    { kind: 'hand-in', heading: texts.handIn, fields: [] },
  ]
  return steps.map((step, index) => {
    const numbered = { ...step, number: index + 1, label: labelOf(step, steps) }
    return { ...numbered, state: stateOfStep(numbered, asked, form) }
  })
}

/** A topic can be called what another step is called (HED-09 has proposals among its topics): then its people are said too. */
function labelOf({ heading, group = '' }: UnnumberedStep, steps: readonly UnnumberedStep[]): string {
  const isAlone = steps.filter((it) => it.heading === heading).length === 1
  return isAlone || group === '' ? heading : `${heading} (${group.charAt(0).toLowerCase()}${group.slice(1)})`
}

/** Returns the step that has the first of these fields, or undefined where none of them is in a step. */
export function stepOf(steps: readonly WritingStep[], fields: readonly string[]): number | undefined {
  return steps.find((step) => step.fields.some(({ field }) => fields.includes(field)) || holdsAlso(step, fields))
    ?.number
}

function holdsAlso({ kind }: WritingStep, fields: readonly string[]): boolean {
  return (kind === 'contacts' && fields.includes('contact')) || (kind === 'hand-in' && fields.includes('calledOn'))
}

function stateOfStep(
  { kind, fields }: Omit<WritingStep, 'state'>,
  { fields: saved, kept, contacts }: Asked,
  form: FormState,
): StepState | undefined {
  const has = (test: (field: string) => boolean) => fields.some(({ field }) => test(field))
  if (has((field) => form.errors.some((error) => error.field === field))) return 'wrong'
  if (has((field) => kept.has(field))) return 'choose'
  if (has((field) => textOf(form, field).length > longestText)) return 'long'
  if (kind === 'visit') return has((field) => (saved.get(field) ?? '') === '') ? 'explain' : 'filled'
  if (kind === 'contacts') return contacts.taken.length > 0 ? 'filled' : undefined
  return has((field) => !field.startsWith('answerer.') && (saved.get(field) ?? '') !== '') ? 'filled' : undefined
}

function explanationFields(basis: ReportBasis, language: Language): readonly WritingField[] {
  const texts = reportsTexts(language)
  return explainables(basis).map((it) => ({
    field: textField(it.topic),
    label: 'audience' in it ? texts.explain(it.audience) : texts.explainDeviation(it.rule),
    hint: 'audience' in it ? texts.explainHint : it.text,
  }))
}

function topicSteps({ guide }: ReportBasis, language: Language): readonly UnnumberedStep[] {
  const texts = reportsTexts(language)
  const asked = guide.topics.map(({ key, audience, audiences, heading, help, clause, weight }) => ({
    kind: 'topic' as const,
    heading,
    group: texts.withAudience(audience),
    fields: [
      {
        field: textField(key),
        label: heading,
        hint: `${texts.weights[weight]}. ${help ?? usualHelp(audiences, language)}`,
        source: texts.topicHint(clause),
      },
    ],
  }))
  const free = { field: textField(freeTopic), label: texts.freeTopic, hint: texts.freeTopicHint }
  return [...asked, { kind: 'topic', heading: texts.freeTopic, fields: [free] }]
}

/** A topic that is for several kinds of people is helped in general words. */
function usualHelp(audiences: readonly string[], language: Language): string {
  const { help } = writingTexts(language)
  const byAudience: Readonly<Record<string, string>> = help
  const [first = ''] = audiences
  return (audiences.length === 1 ? byAudience[first] : undefined) ?? help.other
}

/** Texts that the guideline does not ask for any more: they are shown, can be changed and go with the report. */
function oldTopics({ language, basis, fields, kept, form }: Asked): readonly UnnumberedStep[] {
  const texts = writingTexts(language)
  // A text that could not be saved is among them, when the topic went while it was written.
  const left = formerFields(basis, new Map([...fields, ...kept, ...typedIn(form)]))
  if (left.length === 0) return []
  return [
    {
      kind: 'old-topics',
      heading: texts.oldTopics,
      fields: left.map(({ field, heading, isExplanation }, index) => ({
        field,
        label: heading ?? (isExplanation ? texts.explanation : texts.oldTopic(index + 1)),
        hint: '',
      })),
    },
  ]
}

/** Returns the texts of the draft that the guideline does not ask for, with what their topic was called where that is known. */
export function formerFields(
  basis: Pick<ReportBasis, 'guide' | 'formerTopics' | 'met' | 'deviations'>,
  fields: DraftFields,
): readonly { readonly field: string; readonly heading: string | undefined; readonly isExplanation: boolean }[] {
  const asked = new Set([
    freeTopic,
    ...basis.guide.topics.map(({ key }) => key),
    ...explainables(basis).map(({ topic }) => topic),
  ])
  return [...fields].flatMap(([field, text]) => {
    const topic = field.startsWith('text.') ? field.slice('text.'.length) : freeTopic
    if (text === '' || asked.has(topic)) return []
    const isExplanation = topic.startsWith(explanationTopic(''))
    return [{ field, heading: basis.formerTopics.get(topic), isExplanation }]
  })
}

function proposalFields(asked: Asked): readonly WritingField[] {
  const { language, basis } = asked
  const texts = writingTexts(language)
  const choices = answererChoices(basis.guide, language)
  return boxes('proposal', asked).flatMap((position, index) => [
    { field: proposalField(position), label: reportsTexts(language).proposal(index + 1), hint: '' },
    { field: answererField(position), label: texts.answerer(index + 1), hint: '', choices },
  ])
}

function questionFields(asked: Asked): readonly WritingField[] {
  return boxes('question', asked).map((position, index) => ({
    field: questionField(position),
    label: reportsTexts(asked.language).question(index + 1),
    hint: '',
  }))
}

/** The boxes that have something, saved or typed, and an empty one: without script there is always room for another. */
function boxes(kind: 'proposal' | 'question', { fields, kept, form, wantsMore }: Asked): readonly number[] {
  const all = new Map([...kept, ...fields, ...typedIn(form)])
  const filled = positionsIn(kind, all)
  const first = freePosition(kind, all)
  if (first === undefined) return filled
  const second = wantsMore ? freePosition(kind, new Map([...all, [`${kind}.${first}`, '…']])) : undefined
  return [...filled, first, ...(second === undefined ? [] : [second])]
}

function typedIn({ values }: FormState): readonly (readonly [field: string, text: string])[] {
  return Object.entries(values).flatMap(([field, value]) =>
    typeof value === 'string' && value !== '' && isDraftField(field) ? [[field, value] as const] : [],
  )
}

/** Returns those who can be asked to answer a proposal: the guideline's own first, where it is another. */
export function answererChoices({ answerer }: Pick<ReportGuide, 'answerer'>, language: Language): readonly Choice[] {
  const usual = Object.entries(writingTexts(language).answerers).map(([value, label]) => ({ value, label }))
  if (answerer === undefined || usual.some(({ value }) => value === answerer.code)) return usual
  return [{ value: answerer.code, label: answerer.label }, ...usual]
}

type Shown = {
  readonly fields: DraftFields
  readonly kept: DraftFields
  readonly writers: readonly { readonly field: string; readonly name: string; readonly changedAt: Instant }[]
}

/** Returns the tag that the page sends back for a field: of the saved text, or of the writer's own that stands beside it. */
export function shownTag({ fields, kept }: Pick<Shown, 'fields' | 'kept'>, field: string): string {
  const own = kept.get(field)
  return own === undefined ? textTag(fields.get(field) ?? '') : keptTag(own)
}

/** Returns what others have saved where the writer's own text stands beside it, by field. */
export function besideTexts(
  { fields, kept, writers }: Shown,
  guide: Pick<ReportGuide, 'answerer'>,
  language: Language,
): Readonly<Record<string, BesideText>> {
  const choices = answererChoices(guide, language)
  return Object.fromEntries(
    [...kept.keys()].map((field) => {
      const saved = fields.get(field) ?? ''
      const writer = writers.find((it) => it.field === field)
      const text = field.startsWith('answerer.')
        ? (choices.find(({ value }) => value === saved)?.label ?? saved)
        : saved
      const by = writer && { name: writer.name, when: formatInstant(writer.changedAt, language) }
      return [field, { by, text, tag: textTag(saved) }] as const
    }),
  )
}

/** Returns what a field is called in a sentence: its topic, or which proposal or question. */
export function fieldName(basis: ReportBasis, field: string, language: Language): string {
  const texts = writingTexts(language).fieldNames
  const [kind, rest = ''] = [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)]
  if (kind === 'proposal' || kind === 'answerer' || kind === 'question') return texts[kind](Number(rest))
  if (rest === freeTopic) return reportsTexts(language).freeTopic
  const topic = basis.guide.topics.find(({ key }) => key === rest)?.heading ?? basis.formerTopics.get(rest)
  return topic ?? writingTexts(language).explanation
}
