import type { Language } from '../../kernel/language.ts'
import { EmptyState, Note, Section, Table, TextLink } from '../../ui/index.ts'
import type { DecisionLine } from './meetings.decisions.page.ts'
import { decisionTexts } from './meetings.decisions.texts.ts'

export type LinkedDecision = DecisionLine & { readonly href: string }

type Props = { readonly language: Language; readonly decisions: readonly LinkedDecision[] }

/** What others have decided for the committee and is reported at the meeting. */
export function DecisionsSection({ language, decisions }: Props) {
  const texts = decisionTexts(language)
  return (
    <Section heading={texts.heading} id="delegationsbeslut">
      {decisions.length > 0 && <Note>{texts.hint}</Note>}
      <DecisionTable language={language} decisions={decisions} caption={texts.heading} />
    </Section>
  )
}

/** For the secretary: decisions that no meeting in the calendar takes yet. Nothing where there are none. */
export function WaitingDecisions({ language, decisions }: Props) {
  if (decisions.length === 0) return null
  const texts = decisionTexts(language)
  return (
    <Section heading={texts.waiting} id="vantar">
      <Note>{texts.waitingHint}</Note>
      <DecisionTable language={language} decisions={decisions} caption={texts.waiting} />
    </Section>
  )
}

function DecisionTable({ language, decisions, caption }: Props & { readonly caption: string }) {
  const texts = decisionTexts(language)
  const { columns } = texts
  return (
    <Table
      caption={caption}
      hideCaption
      rows={decisions}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={texts.none} />}
      columns={[
        { heading: columns.number, cell: ({ number }) => number },
        { heading: columns.what, rowHeading: true, cell: ({ what, href }) => <TextLink href={href}>{what}</TextLink> },
        { heading: columns.person, cell: ({ person }) => person },
        { heading: columns.by, cell: ({ by }) => by },
        { heading: columns.clause, cell: ({ clause }) => clause },
        { heading: columns.delegation, cell: ({ delegation }) => delegation },
      ]}
    />
  )
}
