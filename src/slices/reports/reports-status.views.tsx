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
  oral: 'info',
}

type Props = { readonly language: Language; readonly status: Status }

/** Draft or official document: which it is, who can see it, and what happens at the next step. */
export function DocumentStatus({ language, status }: Props) {
  const texts = statusTexts(language)
  const { kind, seenBy, next, dispatched } = status
  return (
    <Card heading={texts.heading} level={2} tag={<Tag tone={tones[kind]}>{texts.tags[kind]}</Tag>}>
      <Paragraph>{texts.facts[kind]}</Paragraph>
      {dispatched !== undefined && (
        <Paragraph>{texts.dispatchedOn(formatDay(dispatched.on, language), dispatched.number)}</Paragraph>
      )}
      {kind === 'dispatched' && <Paragraph>{texts.dispatchedDraft}</Paragraph>}
      <DefinitionList
        items={[
          {
            term: texts.seenBy,
            description: (
              <List items={seenBy.map(({ who, names }) => texts.readers[who](wordsOf(language).list(names)))} />
            ),
          },
          { term: texts.next, description: <List items={next.map((step) => texts.steps[step])} /> },
        ]}
      />
    </Card>
  )
}
