import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import { Card, DefinitionList, formatDay, List, Paragraph, Tag, type Tone } from '../../ui/index.ts'
import type { DocumentStatus as Status, StatusKind } from './reports.status.rules.ts'
import { statusTexts } from './reports.status.texts.ts'

const tones: { readonly [K in StatusKind]: Tone } = {
  draft: 'warning',
  'in-check': 'warning',
  dispatched: 'info',
  official: 'good',
  delivered: 'good',
  oral: 'info',
}

type Props = {
  readonly language: Language
  readonly status: Status
  /** One line each, and the next step alone: for a page that somebody works in. */
  readonly compact?: boolean
}

/** Draft or official document: which it is, who can see it, and what happens at the next step. */
export function DocumentStatus({ language, status, compact = false }: Props) {
  const texts = statusTexts(language)
  const { kind, seenBy, next, dispatched } = status
  const readers = seenBy.map(({ who, names }) => texts.readers[who](wordsOf(language).list(names)))
  const steps = next.map((step) => texts.steps[step])
  // Where it goes once it is final belongs to that step, and how a check went is none.
  const soon = next[0] === 'finalise' || next[0] === 'answered' || next[0] === 'silence' ? next.length : 1
  return (
    <Card heading={texts.heading} level={2} tag={<Tag tone={tones[kind]}>{texts.tags[kind]}</Tag>}>
      <Paragraph>{texts.facts[kind]}</Paragraph>
      {dispatched !== undefined && (
        <Paragraph>{texts.dispatchedOn(formatDay(dispatched.on, language), dispatched.number)}</Paragraph>
      )}
      {kind === 'dispatched' && <Paragraph>{texts.dispatchedDraft}</Paragraph>}
      <DefinitionList
        items={[
          { term: texts.seenBy, description: compact ? readers.map(asGoesOn).join('; ') : <List items={readers} /> },
          { term: texts.next, description: compact ? steps.slice(0, soon).join(' ') : <List items={steps} /> },
        ]}
      />
    </Card>
  )
}

/** All but the first of several begin with a small letter. */
function asGoesOn(text: string, index: number): string {
  return index === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
