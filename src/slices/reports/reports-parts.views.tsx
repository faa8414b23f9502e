import type { Language } from '../../kernel/language.ts'
import { FindingList, List, Paragraph, Section, Table } from '../../ui/index.ts'
import { reportsTexts } from './reports.texts.ts'

export type MetLine = { readonly audience: string; readonly met: boolean; readonly explanation?: string | undefined }
export type DeviationLine = {
  readonly text: string
  readonly clause: string
  readonly label: string
  readonly isBreach: boolean
  readonly explanation?: string | undefined
}

export type VisitFacts = {
  readonly language: Language
  readonly participants: readonly string[]
  /** None where the guideline names no audiences: attendance cannot be noted without an answer for each. */
  readonly met: readonly MetLine[]
  readonly deviations: readonly DeviationLine[]
}

/** What the visit itself says: who came, whom it reached, and where it went another way than the guideline. */
export function VisitFactsParts({ language, participants, met, deviations }: VisitFacts) {
  const texts = reportsTexts(language)
  return (
    <>
      <Section heading={texts.participants} level={3}>
        <List items={participants} />
      </Section>
      {met.length > 0 && (
        <Section heading={texts.met} level={3}>
          <Table
            caption={texts.met}
            hideCaption
            rows={met}
            rowKey={({ audience }) => audience}
            columns={[
              {
                heading: texts.metColumns.audience,
                rowHeading: true,
                cell: ({ audience }) => startWithCapital(audience),
              },
              { heading: texts.metColumns.met, cell: (line) => (line.met ? texts.metYes : texts.metNo) },
              { heading: texts.metColumns.explanation, cell: ({ explanation }) => explanation ?? '' },
            ]}
          />
        </Section>
      )}
      <Section heading={texts.deviations} level={3}>
        {deviations.length === 0 ? (
          <Paragraph>{texts.noDeviations}</Paragraph>
        ) : (
          <FindingList
            items={deviations.map(({ text, clause, label, isBreach, explanation }) => ({
              tone: isBreach ? ('danger' as const) : ('warning' as const),
              label,
              text,
              clause,
              detail: explanation ? texts.explanation(explanation) : undefined,
            }))}
          />
        )}
      </Section>
    </>
  )
}

function startWithCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
