import { type ComponentChildren, Fragment } from 'preact'
import { type CoverageRow, explain, type Names, type Outcome, type Subject, type Terms } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Alert,
  DefinitionList,
  Details,
  DownloadLink,
  EmptyState,
  FindingList,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
  Progress,
  Section,
  Table,
  Tabs,
  Tag,
  TextLink,
  type Tone,
  WhyNote,
} from '../../ui/index.ts'
import { guidelinePath } from '../guidelines/guidelines.paths.ts'
import { visitPath } from '../visits/visits.paths.ts'
import { summaryCsvPath, summaryPath } from './summaries.paths.ts'
import { countsCalls, coverageLabel, type Departure, type YearFees, type YearSummary } from './summaries.rules.ts'
import { summariesTexts } from './summaries.texts.ts'
import type { ContactsRow } from './summaries.contacts.rules.ts'
import { Contacts } from './summaries-contacts.views.tsx'
import { Balance, Fees, Figures, Reached } from './summaries-figures.views.tsx'

/** A rule about the summary, read back, with where it stands. */
export type SaidAbout = { readonly rule: string; readonly clause: string; readonly source: string }

export type SummaryPageProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly title: string
  readonly years: readonly number[]
  readonly summary: YearSummary
  readonly names: Names
  /** The words of guideline and fee rules for their own codes. */
  readonly terms: Terms
  /** Units and day of a visit, in words. */
  readonly visitText: (visitId: string) => string
  /** The visit that a finding is about, itself or through its report. */
  readonly visitOf: (subject: Subject) => string | undefined
  /** The rule that a departure is from, read back. */
  readonly ruleText: (departure: Departure) => string
  /** What the summary is for; absent where the guideline gives it no purpose. */
  readonly purpose?: (SaidAbout & { readonly text: string }) | undefined
  /** Whether the year is part of the quality follow-up; absent where the guideline does not say. */
  readonly followUp?: (SaidAbout & { readonly part: boolean }) | undefined
  readonly hasGuideline: boolean
  /** How many contacts outside visits there have been; none for those who may not read of them. */
  readonly contacts: readonly ContactsRow[]
  /** Absent for those who may not see what others are paid. */
  readonly fees?: YearFees | undefined
}

/** The year: visits against the guideline, balance, reports, whom they reached, what was broken, and fees. */
export function SummaryPage(props: SummaryPageProps) {
  const { language, terms, place, title, years, summary, hasGuideline, fees } = props
  const texts = summariesTexts(language)
  const { year, visits } = summary
  const isEmpty = visits.held + visits.ahead === 0
  return (
    <>
      <Heading level={1}>{title}</Heading>
      <Purpose {...props} />
      {years.length > 1 && (
        <Tabs
          label={texts.years}
          items={years.map((it) => ({ label: String(it), href: summaryPath(place, it), current: it === year }))}
        />
      )}
      <FollowUp {...props} />
      {!hasGuideline && <Alert tone="info">{texts.noGuideline(year)}</Alert>}
      {isEmpty && <EmptyState heading={texts.emptyHeading(year)}>{texts.empty}</EmptyState>}
      {!isEmpty && <Figures language={language} summary={summary} />}
      <Coverage {...props} />
      {!isEmpty && (
        <>
          <Balance language={language} rows={summary.balance} />
          <Reports {...props} />
          <Reached language={language} terms={terms} reached={summary.reached} />
        </>
      )}
      <Contacts language={language} place={place} rows={props.contacts} />
      {hasGuideline && <Departures {...props} />}
      {fees && <Fees language={language} terms={terms} place={place} year={year} fees={fees} />}
    </>
  )
}

function Purpose({ language, place, purpose }: SummaryPageProps) {
  const texts = summariesTexts(language)
  if (purpose === undefined) return null
  const { text, rule, clause, source } = purpose
  return (
    <>
      <Lead>{texts.purpose(text)}</Lead>
      <WhyNote language={language} clause={clause} source={source} href={guidelinePath(place)}>
        {rule}
      </WhyNote>
    </>
  )
}

function FollowUp({ language, place, followUp }: SummaryPageProps) {
  const texts = summariesTexts(language)
  if (followUp === undefined) return null
  const { part, rule, clause, source } = followUp
  return (
    <Alert tone="info" heading={part ? texts.partOfFollowUp : texts.notFollowUp}>
      <Paragraph>{part ? texts.partOfFollowUpText : texts.notFollowUpText}</Paragraph>
      <WhyNote language={language} clause={clause} source={source} href={guidelinePath(place)}>
        {rule}
      </WhyNote>
    </Alert>
  )
}

const tones: { readonly [O in Outcome]: Tone } = {
  satisfied: 'good',
  breached: 'danger',
  deviates: 'warning',
  'needs-decision': 'warning',
  due: 'info',
  'cannot-tell': 'warning',
}

function Coverage({ language, place, summary, names }: SummaryPageProps) {
  const texts = summariesTexts(language)
  const { year, coverage, visits } = summary
  return (
    <Section heading={texts.coverage} id="besok">
      {coverage.length > 0 && <Note>{texts.coverageLead}</Note>}
      <Table
        caption={texts.coverage}
        hideCaption
        rows={coverage}
        rowKey={(row) => [row.rule, row.person, row.unit, row.area, row.group].join(' ')}
        empty={<EmptyState heading={texts.coverageEmpty} />}
        columns={[
          { heading: texts.who, rowHeading: true, cell: (row) => coverageLabel(row, names, texts) },
          ...(countsCalls(coverage)
            ? [{ heading: texts.called, align: 'number' as const, cell: ({ done }: CoverageRow) => done }]
            : [
                { heading: texts.done, align: 'number' as const, cell: ({ done }: CoverageRow) => done },
                { heading: texts.booked, align: 'number' as const, cell: ({ booked }: CoverageRow) => booked },
              ]),
          { heading: texts.expected, align: 'number', cell: ({ least, most }) => texts.range(least, most) },
          { heading: texts.outcome, cell: ({ outcome }) => <Tag tone={tones[outcome]}>{texts.outcomes[outcome]}</Tag> },
          { heading: texts.clause, cell: ({ clause }) => clause },
        ]}
      />
      {coverage.length > 0 && (
        <Paragraph>
          <DownloadLink href={summaryCsvPath(place, year)} label={texts.csv(year)} format={texts.csvFormat} />
        </Paragraph>
      )}
      {visits.held > 0 && visits.unitsWithout.length > 0 && (
        <Details summary={texts.unitsWithout(year)}>
          <List items={visits.unitsWithout.map((id) => names({ type: 'unit', id }))} />
        </Details>
      )}
    </Section>
  )
}

function Reports({ language, place, summary, visitText }: SummaryPageProps) {
  const texts = summariesTexts(language)
  const { expected, written, oral, missing } = summary.reports
  return (
    <Section heading={texts.reports} id="rapporter">
      <Progress language={language} label={texts.reported} done={written + oral} expected={expected} />
      <DefinitionList
        items={[
          { term: texts.written, description: written },
          { term: texts.oral, description: oral },
          { term: texts.missing, description: missing.length },
        ]}
      />
      {missing.length === 0 ? (
        <Note>{texts.allReported}</Note>
      ) : (
        <Details summary={texts.missingReports(missing.length)}>
          <List
            items={missing.map((id) => (
              <TextLink key={id} href={visitPath(place, id)}>
                {visitText(id)}
              </TextLink>
            ))}
          />
        </Details>
      )}
    </Section>
  )
}

function Departures({ language, terms, place, summary, names, visitText, visitOf, ruleText }: SummaryPageProps) {
  const texts = summariesTexts(language)
  const words = wordsOf(language, terms)
  const { departures } = summary
  return (
    <Section heading={texts.departures} id="avvikelser">
      {departures.length === 0 ? (
        <EmptyState heading={texts.departuresEmptyHeading}>{texts.departuresEmpty}</EmptyState>
      ) : (
        <Note>{texts.departuresLead}</Note>
      )}
      {departures.map((departure) => {
        const { source, rule, kind, clause, force, bearer, outcome, findings } = departure
        const detail = texts.duty(words.label(bearer), findings.length)
        const said = { tone: tones[outcome], label: texts.departureTag[outcome], text: ruleText(departure), detail }
        return (
          <Fragment key={[source, rule, kind, outcome].join(' ')}>
            <FindingList items={[{ ...said, clause: `${clause} (${rule}, ${texts.force[force]})` }]} />
            <Times language={language} count={findings.length}>
              <List
                items={findings.map((finding, index) => {
                  const sentence = explain(finding, language, names, terms)
                  const visit = visitOf(finding.subject)
                  if (visit === undefined) return sentence
                  return (
                    <span key={`${visit} ${index}`}>
                      <TextLink href={visitPath(place, visit)}>{visitText(visit)}</TextLink>: {sentence}
                    </span>
                  )
                })}
              />
            </Times>
          </Fragment>
        )
      })}
    </Section>
  )
}

type TimesProps = { readonly language: Language; readonly count: number; readonly children: ComponentChildren }

/** One time is said at once; several are folded. */
function Times({ language, count, children }: TimesProps) {
  if (count === 1) return <>{children}</>
  return <Details summary={summariesTexts(language).showTimes(count)}>{children}</Details>
}
