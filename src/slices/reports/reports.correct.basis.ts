import type { FrozenReport } from './reports.document.store.ts'
import {
  explanationTopic,
  freeTopic,
  mostItems,
  proposalField,
  questionField,
  textField,
} from './reports.fields.rules.ts'
import { reportsTexts } from './reports.texts.ts'

/** A topic that the guideline has: also one that nothing was written under can be filled in afterwards. */
export type OfferedTopic = { readonly key: string; readonly audience: string; readonly heading: string }

/** One text of a final report as it can be corrected. Headings are Swedish like the report. */
export type CorrectableField = {
  readonly field: string
  readonly kind: 'topic' | 'explanation' | 'proposal' | 'question'
  /** For topics: whom it was talked about with. */
  readonly audience?: string | undefined
  readonly heading: string
  readonly text: string
}

/** The content of a final report that a correction can change. */
type Corrected = Pick<FrozenReport, 'topics' | 'met' | 'deviations' | 'proposals' | 'questions'>

/** The field of why an audience was not met. Reports frozen before audiences had a key are numbered. */
const metField = ({ key }: FrozenReport['met'][number], index: number) =>
  key === undefined ? `met.${index + 1}` : textField(explanationTopic(key))

const deviationField = ({ rule }: FrozenReport['deviations'][number]) => textField(explanationTopic(rule))

/** Returns every text of the report with its field and heading, in the order of the page, and room for one more of each kind. */
export function correctableFields(frozen: FrozenReport, offered: readonly OfferedTopic[]): readonly CorrectableField[] {
  const texts = reportsTexts('sv')
  const there = new Set(frozen.topics.map(({ key }) => key))
  const free = { key: freeTopic, audience: undefined, heading: texts.freeTopic }
  const more = [...offered, free].filter(({ key }) => !there.has(key)).map((topic) => ({ ...topic, text: '' }))
  const topics = [...frozen.topics, ...more].map(({ key, audience, heading, text }) => ({
    field: textField(key),
    kind: 'topic' as const,
    audience,
    heading,
    text,
  }))
  const met = frozen.met.flatMap((it, index) =>
    it.met ? [] : [{ field: metField(it, index), heading: texts.explain(it.audience), text: it.explanation ?? '' }],
  )
  const deviations = frozen.deviations.flatMap((it) =>
    it.explanation === undefined
      ? []
      : [{ field: deviationField(it), heading: texts.explainDeviation(it.rule), text: it.explanation }],
  )
  const explanations = [...new Map([...met, ...deviations].map((it) => [it.field, it])).values()]
  const items = (kind: 'proposal' | 'question', said: readonly string[]) =>
    [...said, ''].slice(0, mostItems).map((text, index) => ({
      field: (kind === 'proposal' ? proposalField : questionField)(index + 1),
      kind,
      heading: texts[kind](index + 1),
      text,
    }))
  return [
    ...topics,
    ...explanations.map((it) => ({ ...it, kind: 'explanation' as const })),
    ...items(
      'proposal',
      frozen.proposals.map(({ text }) => text),
    ),
    ...items('question', frozen.questions),
  ]
}

/** Returns the report's content with these texts in its fields. A field that is not named keeps what it has. */
export function withTexts(
  frozen: FrozenReport,
  offered: readonly OfferedTopic[],
  typed: ReadonlyMap<string, string>,
): Corrected {
  const fields = correctableFields(frozen, offered)
  const at = (field: string, otherwise: string) => typed.get(field) ?? otherwise
  const there = new Set(frozen.topics.map(({ key }) => textField(key)))
  const added = fields
    .filter(({ field, kind }) => kind === 'topic' && !there.has(field) && at(field, '') !== '')
    .map(({ field, audience, heading }) => ({
      key: field.slice(textField('').length),
      audience,
      heading,
      text: at(field, ''),
    }))
  const items = (name: (position: number) => string, said: readonly string[]) => {
    const positions = Array.from({ length: mostItems }, (_, index) => index + 1)
    return positions.map((position) => ({ position, text: at(name(position), said[position - 1] ?? '') }))
  }
  const proposals = items(
    proposalField,
    frozen.proposals.map(({ text }) => text),
  )
  return {
    topics: [...frozen.topics.map((it) => ({ ...it, text: at(textField(it.key), it.text) })), ...added],
    met: frozen.met.map((it, index) => ({
      ...it,
      explanation: at(metField(it, index), it.explanation ?? '') || undefined,
    })),
    deviations: frozen.deviations.map((it) => ({
      ...it,
      explanation: it.explanation === undefined ? undefined : at(deviationField(it), it.explanation) || undefined,
    })),
    proposals: proposals
      .filter(({ text }) => text.trim() !== '')
      .map(({ position, text }) => ({ text, answerer: frozen.proposals[position - 1]?.answerer ?? '' })),
    questions: items(questionField, frozen.questions)
      .map(({ text }) => text)
      .filter((text) => text.trim() !== ''),
  }
}

/** Returns the fields whose typed text is another than the one that stands, with their headings. */
export function changedFields(
  fields: readonly CorrectableField[],
  typed: ReadonlyMap<string, string>,
): readonly { readonly field: string; readonly heading: string; readonly text: string }[] {
  const texts = reportsTexts('sv')
  const known = new Map(fields.map((it) => [it.field, it]))
  return [...typed].flatMap(([field, text]) => {
    const standing = known.get(field)
    if (text === (standing?.text ?? '')) return []
    const [kind, position] = field.split('.')
    const heading =
      standing?.heading ??
      (kind === 'proposal' || kind === 'question' ? texts[kind](Number(position)) : texts.freeTopic)
    return [{ field, heading, text }]
  })
}

/** Whether the report's texts were disposed of: there is nothing left to correct. */
export function isDisposed({ topics }: Pick<FrozenReport, 'topics'>): boolean {
  return topics.some(({ key }) => key === 'disposed')
}

type Attendance = readonly FrozenReport['participants'][number][]

/** Whether those who came, or their times, are others than the report says. Older reports have no times. */
export function attendanceDiffers(frozen: Attendance, now: Attendance): boolean {
  const key = (of: Attendance, hasTimes: boolean) =>
    of
      .map(({ personId, start, end }) => (hasTimes ? `${personId} ${start}–${end}` : personId))
      .toSorted()
      .join()
  const hasTimes = frozen.every(({ start }) => start !== undefined)
  return key(frozen, hasTimes) !== key(now, hasTimes)
}
