import type { Outcome } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import { Actions, ButtonLink, EmptyState, Heading, Lead, Table, Tag, TextLink, type Tone } from '../../ui/index.ts'
import { coverageTexts } from './coverage.texts.ts'
import { overviewTexts } from './overview.texts.ts'

/** A unit in the list, in words. */
export type UnitLine = {
  readonly id: string
  readonly href: string
  readonly name: string
  readonly area: string
  readonly contacts: string
  readonly last: string
  readonly next: string
  readonly visitsThisYear: number
  readonly outcome: Outcome | undefined
}

/** The list of units. */
export type UnitsPageProps = {
  readonly language: Language
  readonly lines: readonly UnitLine[]
  /** Where it is told how far the year has come. */
  readonly coverageHref: string
  readonly hasAreas: boolean
  readonly year: number
  /** A manager sees the own units alone. */
  readonly isOwn: boolean
}

const tones: { readonly [O in Outcome]: Tone } = {
  satisfied: 'good',
  breached: 'danger',
  deviates: 'warning',
  'needs-decision': 'warning',
  due: 'info',
  'cannot-tell': 'neutral',
}

/** Says how the unit stands against the guideline. */
export function UnitStatus({
  language,
  outcome,
}: {
  readonly language: Language
  readonly outcome: Outcome | undefined
}) {
  const texts = overviewTexts(language)
  if (outcome === undefined) return <>{texts.statusSilent}</>
  return <Tag tone={tones[outcome]}>{texts.statusOf[outcome]}</Tag>
}

/** All units: who represents the committee there, last and next visit, and how they stand. */
export function UnitsPage({ language, lines, coverageHref, hasAreas, year, isOwn }: UnitsPageProps) {
  const texts = overviewTexts(language)
  return (
    <>
      <Heading level={1}>{texts.unitsTitle}</Heading>
      <Lead>{isOwn ? texts.ownUnitsLead : texts.unitsLead}</Lead>
      <Actions>
        <ButtonLink href={coverageHref} tone="secondary">
          {coverageTexts(language).titleOf(year)}
        </ButtonLink>
      </Actions>
      <Table
        caption={texts.unitsCaption}
        hideCaption
        rows={lines}
        rowKey={({ id }) => id}
        empty={<EmptyState heading={texts.unitsEmptyHeading}>{texts.unitsEmpty}</EmptyState>}
        columns={[
          { heading: texts.unit, rowHeading: true, cell: ({ href, name }) => <TextLink href={href}>{name}</TextLink> },
          ...(hasAreas ? [{ heading: texts.area, cell: ({ area }: UnitLine) => area }] : []),
          { heading: texts.contacts, cell: ({ contacts }) => contacts },
          { heading: texts.lastVisit, cell: ({ last }) => last },
          { heading: texts.nextVisit, cell: ({ next }) => next },
          { heading: texts.thisYear(year), align: 'number', cell: ({ visitsThisYear }) => visitsThisYear },
          { heading: texts.status, cell: ({ outcome }) => <UnitStatus language={language} outcome={outcome} /> },
        ]}
      />
    </>
  )
}
