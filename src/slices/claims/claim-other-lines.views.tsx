import { Fragment } from 'preact'
import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore } from '../../kernel/money.ts'
import { FindingList, Heading, Paragraph, Tag } from '../../ui/index.ts'
import { LineParts, type ShownLine } from './claim-line.views.tsx'
import { additionsTexts } from './claims.additions.texts.ts'
import { claimsTexts } from './claims.texts.ts'

type Props = {
  readonly language: Language
  readonly others: readonly ShownLine[]
  /** The fee and the other lines together. */
  readonly total: Ore
  readonly level?: 3 | 4
}

/** Lost earnings and costs, each with its sum, clause and reasons, and what the claim gives in all. Nothing where there are none. */
export function OtherLines({ language, others, total, level = 3 }: Props) {
  const additions = additionsTexts(language)
  if (others.length === 0) return null
  return (
    <>
      {others.map((line, index) => (
        <Fragment key={`${line.feeKind} ${index}`}>
          <Heading level={level}>{line.feeKind ?? additions.otherLines}</Heading>
          <OtherLine language={language} line={line} />
        </Fragment>
      ))}
      <Paragraph>{additions.totalOfAll(formatKronor(total))}</Paragraph>
    </>
  )
}

/** One of them: its sum and reasons, or in a word why it gives nothing yet. */
export function OtherLine({ language, line }: { readonly language: Language; readonly line: ShownLine }) {
  const additions = additionsTexts(language)
  return (
    <>
      {line.amount === undefined && (
        <Paragraph>
          <Tag tone={line.outcome.tone}>{line.outcome.tone === 'neutral' ? additions.notPaid : line.outcome.label}</Tag>{' '}
          {line.expected !== undefined && claimsTexts(language).expected(formatKronor(line.expected))}
        </Paragraph>
      )}
      {line.parts.length > 0 && <LineParts language={language} line={line} />}
      <FindingList items={line.reasons} />
    </>
  )
}
