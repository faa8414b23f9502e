import type { Language } from '../../kernel/language.ts'
import type { Ore } from '../../kernel/money.ts'
import {
  Actions,
  Breadcrumbs,
  ButtonLink,
  Details,
  type Finding,
  FindingList,
  Heading,
  Lead,
  Money,
  Note,
  Section,
  Table,
  TextLink,
} from '../../ui/index.ts'
import { overviewTexts } from './overview.texts.ts'
import { type LinkedEntry, LinkedTimeline } from './timeline.views.tsx'

export type FeeRow = {
  readonly id: string
  readonly href: string
  readonly name: string
  readonly state: string
  readonly amount: Ore | undefined
}

export type StoryPageProps = {
  readonly language: Language
  readonly visitHref: string
  readonly unitHref: string | undefined
  readonly where: string
  readonly when: string
  readonly entries: readonly LinkedEntry[]
  /** The claims that the reader may see; none for those who see no fees. */
  readonly fees: readonly FeeRow[]
  /** What is not met, or cannot be told; then what is met. */
  readonly open: readonly Finding[]
  readonly met: readonly Finding[]
}

/** Everything that happened around a visit, from invitation to payment, and what the guideline says about it. */
export function StoryPage({ language, visitHref, unitHref, where, when, entries, fees, open, met }: StoryPageProps) {
  const texts = overviewTexts(language)
  return (
    <>
      {unitHref && <Breadcrumbs language={language} items={[{ label: where, href: unitHref }]} />}
      <Heading level={1}>{texts.storyTitle(where)}</Heading>
      <Lead>{texts.storyLead(when)}</Lead>
      <Actions>
        <ButtonLink href={visitHref} tone="secondary">
          {texts.toVisit}
        </ButtonLink>
      </Actions>
      <LinkedTimeline label={texts.storyLabel} entries={entries} />
      {fees.length > 0 && (
        <Section heading={texts.feesHeading} id="arvoden">
          <Table
            caption={texts.feesCaption}
            hideCaption
            rows={fees}
            rowKey={({ id }) => id}
            columns={[
              {
                heading: texts.person,
                rowHeading: true,
                cell: ({ href, name }) => <TextLink href={href}>{name}</TextLink>,
              },
              { heading: texts.state, cell: ({ state }) => state },
              {
                heading: texts.amount,
                align: 'number',
                cell: ({ amount }) => (amount === undefined ? texts.noAmount : <Money amount={amount} />),
              },
            ]}
          />
        </Section>
      )}
      <Section heading={texts.findingsHeading} id="riktlinjen">
        {open.length + met.length === 0 && <Note>{texts.findingsNothing}</Note>}
        <FindingList items={open} />
        {met.length > 0 && (
          <Details summary={texts.findingsGood(met.length)} open={open.length === 0}>
            <FindingList items={met} />
          </Details>
        )}
      </Section>
    </>
  )
}
