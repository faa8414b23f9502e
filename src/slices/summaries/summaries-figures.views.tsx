import type { ComponentChildren } from 'preact'
import { type Terms, wordsOf } from '../../engine/rules/words.ts'
import { capital, type Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  DefinitionList,
  EmptyState,
  Money,
  Note,
  Paragraph,
  Progress,
  Section,
  StatTiles,
  Table,
  TextLink,
} from '../../ui/index.ts'
import { claimsPath } from '../claims/claims.paths.ts'
import type { BalanceRow, YearFees, YearSummary } from './summaries.rules.ts'
import { summariesTexts } from './summaries.texts.ts'

/** The year in four figures. */
export function Figures({ language, summary }: { readonly language: Language; readonly summary: YearSummary }) {
  const texts = summariesTexts(language)
  const { visits, reports } = summary
  const ofVisits = (count: number, all: number) => (all === 0 ? '–' : texts.ofVisits(count, all))
  return (
    <Section heading={texts.figures}>
      <StatTiles
        items={[
          { label: texts.held, value: visits.held, note: visits.ahead > 0 ? texts.ahead(visits.ahead) : undefined },
          { label: texts.unitsVisited, value: texts.ofUnits(visits.unitsVisited, visits.units) },
          ...(visits.forBothBlocs > 0
            ? [{ label: texts.bothBlocs, value: ofVisits(visits.bothBlocs, visits.held), note: texts.ofVisitsNote }]
            : []),
          { label: texts.reportsIn, value: ofVisits(reports.written + reports.oral, reports.expected) },
        ]}
      />
    </Section>
  )
}

/** What each bloc has been invited to and attended. */
export function Balance({ language, rows }: { readonly language: Language; readonly rows: readonly BalanceRow[] }) {
  const texts = summariesTexts(language)
  const all = rows.reduce((sum, { attended }) => sum + attended, 0)
  const share = (attended: number): ComponentChildren =>
    all === 0 ? '–' : texts.percent(Math.round((100 * attended) / all))
  return (
    <Section heading={texts.balance} id="balans">
      <Note>{texts.balanceLead}</Note>
      <Table
        caption={texts.balance}
        hideCaption
        rows={rows}
        rowKey={({ bloc }) => bloc}
        columns={[
          { heading: texts.bloc, rowHeading: true, cell: ({ bloc }) => texts.blocs[bloc] },
          { heading: texts.persons, align: 'number', cell: ({ persons }) => persons },
          { heading: texts.invited, align: 'number', cell: ({ invited }) => invited },
          { heading: texts.accepted, align: 'number', cell: ({ accepted }) => accepted },
          { heading: texts.attended, align: 'number', cell: ({ attended }) => attended },
          { heading: texts.share, align: 'number', cell: ({ attended }) => share(attended) },
        ]}
      />
    </Section>
  )
}

/** Whom the visits reached, kind by kind (SOC-13). */
export function Reached({
  language,
  terms,
  reached,
}: {
  readonly language: Language
  readonly terms: Terms
  readonly reached: YearSummary['reached']
}) {
  const texts = summariesTexts(language)
  if (reached.audiences.length === 0) return null
  const { label } = wordsOf(language, terms)
  return (
    <Section heading={texts.reached} id="natt">
      <Note>{texts.reachedLead}</Note>
      {reached.audiences.map(({ audience, met, noted }) => (
        <Progress key={audience} language={language} label={capital(label(audience))} done={met} expected={noted} />
      ))}
      {reached.notNoted > 0 && <Note>{texts.notNoted(reached.notNoted)}</Note>}
    </Section>
  )
}

type FeesProps = {
  readonly language: Language
  readonly terms: Terms
  readonly place: PlaceSlugs
  readonly year: number
  readonly fees: YearFees
}

/** What the year's visits are paid, by kind of fee. */
export function Fees({ language, terms, place, year, fees }: FeesProps) {
  const texts = summariesTexts(language)
  const nameOf = (kind: string) => texts.feeKinds[kind] ?? capital(wordsOf(language, terms).label(kind))
  return (
    <Section heading={texts.fees} id="arvoden">
      <Note>{texts.feesLead}</Note>
      <Table
        caption={texts.fees}
        hideCaption
        rows={fees.kinds}
        rowKey={({ feeKind }) => feeKind}
        empty={<EmptyState heading={texts.noFees} />}
        columns={[
          { heading: texts.feeKind, rowHeading: true, cell: ({ feeKind }) => nameOf(feeKind) },
          { heading: texts.feeCount, align: 'number', cell: ({ count }) => count },
          { heading: texts.amount, align: 'number', cell: ({ amount }) => <Money amount={amount} /> },
        ]}
        footer={[
          texts.total,
          fees.kinds.reduce((sum, { count }) => sum + count, 0),
          <Money key="sum" amount={fees.payable} />,
        ]}
      />
      <DefinitionList
        items={[
          { term: texts.exported, description: <Money amount={fees.exported} /> },
          { term: texts.feesOpen, description: fees.open },
        ]}
      />
      <Paragraph>
        <TextLink href={claimsPath(place, year)}>{texts.toClaims}</TextLink>
      </Paragraph>
    </Section>
  )
}
