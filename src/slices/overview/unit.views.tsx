import type { Bloc, Outcome } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Breadcrumbs,
  ButtonLink,
  Card,
  CardGrid,
  DefinitionList,
  EmptyState,
  type Finding,
  FindingList,
  Heading,
  Lead,
  Note,
  Paragraph,
  Section,
  StatTiles,
  Table,
  TextLink,
  WhyNote,
  WrittenText,
} from '../../ui/index.ts'
import { coverageTexts } from './coverage.texts.ts'
import { overviewTexts } from './overview.texts.ts'
import { UnitStatus } from './units.views.tsx'
import { type LinkedEntry, LinkedTimeline } from './timeline.views.tsx'

export type UnitPageProps = {
  readonly language: Language
  readonly unitsHref: string
  readonly name: string
  readonly kind: string
  readonly area: string | undefined
  readonly operatedBy: 'municipality' | 'private'
  readonly location: string
  readonly relativesCouncil: boolean
  /** Absent where nobody asks for consent. */
  readonly consent: { readonly on: string | undefined } | undefined
  readonly mission: string
  readonly managers: string
  readonly contacts: readonly { readonly id: string; readonly name: string; readonly bloc: Bloc | null }[]
  /** Visited by groups without units of their own. */
  readonly byGroups: boolean
  readonly functionAddress: string
  readonly reach: readonly { readonly rule: string; readonly clause: string; readonly source: string }[]
  readonly guidelineHref: string
  readonly last: string
  readonly next: string
  readonly visitsThisYear: number
  readonly year: number
  readonly outcome: Outcome | undefined
  /** Where the visit is booked, for the one whose step it is. */
  readonly book: { readonly href: string; readonly isCall: boolean } | undefined
  /** Where the unit's days are kept, for those who keep them. */
  readonly daysHref: string | undefined
  /** For a contact politician: what has happened since the own last visit. */
  readonly news: { readonly since: string | undefined; readonly entries: readonly LinkedEntry[] } | undefined
  readonly visits: readonly VisitLine[]
  /** Absent for those who do not read reports. */
  readonly reports: readonly ReportLine[] | undefined
  readonly findings: readonly Finding[]
}

export type VisitLine = {
  readonly id: string
  readonly day: string
  readonly state: string
  readonly invited: string
  readonly answered: string
  readonly reported: string
  readonly href: string | undefined
  readonly storyHref: string | undefined
}
export type ReportLine = {
  readonly id: string
  readonly href: string | undefined
  readonly visitDay: string
  readonly authors: string
}

/** One unit: who represents the committee here, how it stands, what is new, and what has been reported. */
export function UnitPage(props: UnitPageProps) {
  const { language, unitsHref, name, kind, area, operatedBy, book, daysHref } = props
  const { last, next, visitsThisYear, year, outcome } = props
  const texts = overviewTexts(language)
  const about = [unitKind(texts.unitKinds, kind), area, texts.operatedBy[operatedBy]].filter((it) => it !== undefined)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.unitsTitle, href: unitsHref }]} />
      <Heading level={1}>{name}</Heading>
      <Lead>{about.join(' · ')}</Lead>
      {(book || daysHref) && (
        <Actions>
          {book && <ButtonLink href={book.href}>{book.isCall ? texts.callVisit : texts.bookVisit}</ButtonLink>}
          {daysHref && (
            <ButtonLink href={daysHref} tone="secondary">
              {texts.unitDays}
            </ButtonLink>
          )}
        </Actions>
      )}
      <StatTiles
        items={[
          { label: texts.lastVisit, value: last },
          { label: texts.nextVisit, value: next },
          { label: texts.thisYear(year), value: visitsThisYear },
          { label: texts.status, value: <UnitStatus language={language} outcome={outcome} /> },
        ]}
      />
      <KnownFace {...props} />
      <News {...props} />
      <Reports {...props} />
      <Visits {...props} />
      <Section heading={texts.guidelineHeading} id="riktlinjen">
        {props.findings.length === 0 ? <Note>{texts.guidelineNothing}</Note> : <FindingList items={props.findings} />}
      </Section>
      <About {...props} />
    </>
  )
}

function KnownFace({ language, contacts, byGroups, functionAddress, reach, guidelineHref }: UnitPageProps) {
  const texts = overviewTexts(language)
  return (
    <Section heading={texts.faceHeading} id="kontakt">
      <Note>{texts.faceLead}</Note>
      {contacts.length === 0 && <Paragraph>{byGroups ? texts.faceGroups : texts.faceNobody}</Paragraph>}
      {contacts.length > 0 && (
        <CardGrid>
          {contacts.map(({ id, name, bloc }) => (
            <Card key={id} heading={name} tinted>
              {bloc && <Paragraph>{texts.blocs[bloc]}</Paragraph>}
              <Note>{texts.writeToContact(name)}</Note>
            </Card>
          ))}
        </CardGrid>
      )}
      <Paragraph>
        <TextLink href={`mailto:${functionAddress}`}>{texts.writeTo(functionAddress)}</TextLink>
      </Paragraph>
      {reach.map(({ rule, clause, source }) => (
        <WhyNote key={clause} language={language} clause={clause} source={source} href={guidelineHref}>
          {rule}
        </WhyNote>
      ))}
    </Section>
  )
}

function News({ language, news }: UnitPageProps) {
  const texts = overviewTexts(language)
  if (news === undefined) return null
  return (
    <Section heading={texts.newsHeading} id="nytt">
      <Note>{news.since === undefined ? texts.newsNever : texts.newsSince(news.since)}</Note>
      {news.entries.length === 0 ? (
        <Paragraph>{texts.newsNothing}</Paragraph>
      ) : (
        <LinkedTimeline label={texts.newsHeading} entries={news.entries} />
      )}
    </Section>
  )
}

function Reports({ language, reports }: UnitPageProps) {
  const texts = overviewTexts(language)
  if (reports === undefined) return null
  return (
    <Section heading={texts.reportsHeading} id="rapporter">
      <Table
        caption={texts.reportsHeading}
        hideCaption
        rows={reports}
        rowKey={({ id }) => id}
        empty={<EmptyState heading={texts.reportsEmpty} />}
        columns={[
          {
            heading: texts.report,
            rowHeading: true,
            cell: ({ href, visitDay }) =>
              href ? <TextLink href={href}>{texts.reportOf(visitDay)}</TextLink> : texts.reportOf(visitDay),
          },
          { heading: texts.writtenBy, cell: ({ authors }) => authors },
        ]}
      />
    </Section>
  )
}

function Visits({ language, visits }: UnitPageProps) {
  const [texts, steps] = [overviewTexts(language), coverageTexts(language)]
  return (
    <Section heading={texts.visitsHeading} id="besok">
      <Table
        caption={texts.visitsCaption}
        hideCaption
        rows={visits}
        rowKey={({ id }) => id}
        empty={<EmptyState heading={texts.visitsEmpty} />}
        columns={[
          {
            heading: texts.day,
            rowHeading: true,
            cell: ({ href, day }) => (href ? <TextLink href={href}>{day}</TextLink> : day),
          },
          { heading: texts.state, cell: ({ state }) => state },
          { heading: steps.invited, cell: ({ invited }) => invited },
          { heading: steps.answered, cell: ({ answered }) => answered },
          { heading: steps.reported, cell: ({ reported }) => reported },
          {
            heading: texts.story,
            cell: ({ storyHref, day }) =>
              storyHref && (
                <TextLink href={storyHref} label={`${texts.story}: ${texts.storyOf(day)}`}>
                  {texts.story}
                </TextLink>
              ),
          },
        ]}
      />
    </Section>
  )
}

function About({ language, kind, operatedBy, managers, location, relativesCouncil, consent, mission }: UnitPageProps) {
  const texts = overviewTexts(language)
  return (
    <Section heading={texts.aboutHeading} id="om">
      <DefinitionList
        items={[
          { term: texts.kind, description: unitKind(texts.unitKinds, kind) },
          { term: texts.operation, description: texts.operatedBy[operatedBy] },
          { term: texts.manager, description: managers || texts.noManager },
          ...(location === '' ? [] : [{ term: texts.location, description: location }]),
          { term: texts.relativesCouncil, description: relativesCouncil ? texts.yes : texts.no },
          ...(consent
            ? [
                {
                  term: texts.consent,
                  description: consent.on === undefined ? texts.consentMissing : texts.consentOn(consent.on),
                },
              ]
            : []),
          ...(mission === '' ? [] : [{ term: texts.mission, description: <WrittenText>{mission}</WrittenText> }]),
        ]}
      />
    </Section>
  )
}

/** What the register calls the unit, with a capital; the codes of imports in words. */
function unitKind(known: Readonly<Record<string, string>>, kind: string): string {
  return known[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1)
}
