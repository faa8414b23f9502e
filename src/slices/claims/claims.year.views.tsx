import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore, sumOre } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Alert,
  Card,
  DefinitionList,
  Details,
  DownloadLink,
  EmptyState,
  Form,
  Heading,
  Lead,
  List,
  Money,
  Note,
  Paragraph,
  Section,
  StatTiles,
  SubmitButton,
  Table,
  Tabs,
  TextLink,
} from '../../ui/index.ts'
import { guidelinePath } from '../guidelines/guidelines.paths.ts'
import { ClaimLine } from './claim-line.views.tsx'
import { OtherLines } from './claim-other-lines.views.tsx'
import { claimPath, claimsPath } from './claims.paths.ts'
import { StopList } from './claims.stops.views.tsx'
import { claimsTexts } from './claims.texts.ts'
import { ClaimAmount, ClaimantActions, SentBack, type ShownClaim, StateTag, WhoseTabs } from './claims.views.tsx'
import { acknowledgementPath, employerPath, trailPath, yearStatementPath } from './claims.year.paths.ts'
import type { KindSum } from './claims.year.rules.ts'
import { yearTexts } from './claims.year.texts.ts'

/** How much of a cap is used, in words. */
export type ShownCap = { readonly key: string; readonly what: string; readonly used: string; readonly clause: string }

/** What another committee or an entered meeting has given. */
export type ShownOther = {
  readonly id: string
  readonly body: string
  readonly day: string
  readonly time: string
  readonly kind: string
  readonly amount: Ore
  readonly standing: string
}

export type YearClaim = ShownClaim & {
  /** What each part of the amount is called; only where there is more than the fee. */
  readonly parts: readonly { readonly name: string; readonly amount: Ore }[]
  /** What has gone to payroll for it, a sentence each. */
  readonly out: readonly string[]
}

export type OwnYear = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly year: number
  readonly years: readonly number[]
  readonly readsAll: boolean
  readonly sums: { readonly received: Ore; readonly onItsWay: Ore; readonly open: Ore; readonly waiting: number }
  readonly kinds: readonly KindSum[]
  readonly caps: readonly ShownCap[]
  readonly others: readonly ShownOther[]
  readonly acknowledgement: { readonly lead: string; readonly done: string | undefined } | undefined
  /** Other pages about one's own fees. */
  readonly links: readonly { readonly href: string; readonly label: string }[]
  readonly claims: readonly YearClaim[]
}

/** The claimant's own year: each visit with what was paid and why, the one thing to do, and what the caps leave. */
export function OwnYearPage(page: OwnYear) {
  const { language, place, year, years, readsAll, claims, sums } = page
  const texts = { ...claimsTexts(language), ...yearTexts(language) }
  return (
    <>
      <Heading level={1}>{texts.ownTitle(year)}</Heading>
      <Lead>{texts.ownLead}</Lead>
      {readsAll && <WhoseTabs language={language} place={place} year={year} own />}
      {years.length > 1 && (
        <Tabs
          label={texts.years}
          items={years.map((it) => ({ label: String(it), href: claimsPath(place, it), current: it === year }))}
        />
      )}
      <Acknowledgement {...page} />
      <StatTiles
        items={[
          { label: texts.sumReceived, value: formatKronor(sums.received) },
          { label: texts.sumOnItsWay, value: formatKronor(sums.onItsWay) },
          { label: texts.sumOpen, value: formatKronor(sums.open) },
          { label: texts.sumWaiting, value: String(sums.waiting) },
        ]}
      />
      {claims.length === 0 ? (
        <EmptyState heading={texts.ownEmptyHeading}>{texts.ownEmpty}</EmptyState>
      ) : (
        <Section heading={texts.visitsHeading}>
          {claims.map((claim) => (
            <VisitCard key={claim.id} language={language} place={place} claim={claim} />
          ))}
        </Section>
      )}
      <Kinds {...page} />
      <Caps {...page} />
      <Elsewhere {...page} />
      <Section heading={texts.more}>
        <List
          items={[
            <DownloadLink
              key="statement"
              href={yearStatementPath(place, year)}
              label={texts.statement(year)}
              format={texts.pdf}
            />,
            <TextLink key="employer" href={employerPath(place)}>
              {texts.employer}
            </TextLink>,
            ...page.links.map(({ href, label }) => (
              <TextLink key={href} href={href}>
                {label}
              </TextLink>
            )),
          ]}
        />
      </Section>
    </>
  )
}

function Acknowledgement({ language, place, year, acknowledgement }: OwnYear) {
  const texts = yearTexts(language)
  if (acknowledgement === undefined) return null
  if (acknowledgement.done !== undefined) return <Note>{acknowledgement.done}</Note>
  return (
    <Alert tone="info" heading={texts.acknowledgementHeading}>
      <Paragraph>{acknowledgement.lead}</Paragraph>
      <Paragraph>
        <TextLink href={guidelinePath(place)}>{texts.readRules}</TextLink>
      </Paragraph>
      <Form action={acknowledgementPath(place)} layout="inline" label={texts.acknowledgementHeading}>
        <SubmitButton>{texts.acknowledge(year)}</SubmitButton>
      </Form>
    </Alert>
  )
}

type CardProps = { readonly language: Language; readonly place: PlaceSlugs; readonly claim: YearClaim }

function VisitCard({ language, place, claim }: CardProps) {
  const texts = { ...claimsTexts(language), ...yearTexts(language) }
  const { unit, day, person } = claim
  return (
    <Card level={3} heading={`${unit}, ${day}`} tag={<StateTag language={language} state={claim.state} />}>
      <Paragraph>
        <ClaimAmount language={language} claim={claim} />
      </Paragraph>
      {claim.parts.length > 1 && (
        <DefinitionList
          items={claim.parts.map(({ name, amount }) => ({ term: name, description: <Money amount={amount} /> }))}
        />
      )}
      {claim.out.map((sentence) => (
        <Note key={sentence}>{sentence}</Note>
      ))}
      <SentBack language={language} claim={claim} level={4} />
      <StopList language={language} stops={claim.stops} here={claimPath(place, claim.id)} level={4} />
      <ClaimantActions language={language} place={place} claim={claim} />
      {claim.line && (
        // Designsystemet takes away a card's padding when a foldable part stands directly in it.
        <div>
          <Details summary={texts.reasonsHeading} open={claim.line.outcome.tone !== 'good'}>
            <ClaimLine language={language} line={claim.line} />
            <OtherLines language={language} others={claim.others} total={claim.total} level={4} />
          </Details>
        </div>
      )}
      <Paragraph>
        <TextLink href={claimPath(place, claim.id)} label={texts.openClaimOf(person, unit, day)}>
          {texts.openClaim}
        </TextLink>
      </Paragraph>
      {claim.out.length > 0 && (
        <Paragraph>
          <TextLink href={trailPath(place, claim.id)} label={texts.trailLabel(unit, day)}>
            {texts.trail}
          </TextLink>
        </Paragraph>
      )}
    </Card>
  )
}

function Kinds({ language, kinds }: OwnYear) {
  const texts = yearTexts(language)
  if (kinds.length === 0) return null
  return (
    <Section heading={texts.kindsHeading}>
      <Table
        caption={texts.kindsHeading}
        hideCaption
        rows={kinds}
        rowKey={({ kind }) => kind}
        columns={[
          { heading: texts.kind, rowHeading: true, cell: ({ kind }) => kind },
          { heading: texts.out, align: 'number', cell: ({ out }) => <Money amount={out} /> },
          { heading: texts.waiting, align: 'number', cell: ({ waiting }) => <Money amount={waiting} /> },
        ]}
        footer={[
          texts.total,
          <Money key="out" amount={sumOre(kinds.map(({ out }) => out))} />,
          <Money key="waiting" amount={sumOre(kinds.map(({ waiting }) => waiting))} />,
        ]}
      />
    </Section>
  )
}

function Caps({ language, caps }: OwnYear) {
  const texts = yearTexts(language)
  if (caps.length === 0) return null
  return (
    <Section heading={texts.capsHeading}>
      <Note>{texts.capsLead}</Note>
      <Table
        caption={texts.capsHeading}
        hideCaption
        rows={caps}
        rowKey={({ key }) => key}
        columns={[
          { heading: texts.capUsed, rowHeading: true, cell: ({ used }) => used },
          { heading: texts.capOf, cell: ({ what }) => what },
          { heading: texts.capClause, cell: ({ clause }) => clause },
        ]}
      />
    </Section>
  )
}

function Elsewhere({ language, others }: OwnYear) {
  const texts = yearTexts(language)
  return (
    <Section heading={texts.elsewhereHeading}>
      <Note>{texts.elsewhereLead}</Note>
      <Table
        caption={texts.elsewhereHeading}
        hideCaption
        rows={others}
        rowKey={({ id }) => id}
        empty={<Paragraph>{texts.elsewhereEmpty}</Paragraph>}
        columns={[
          { heading: texts.body, rowHeading: true, cell: ({ body }) => body },
          { heading: texts.day, cell: ({ day }) => day },
          { heading: texts.time, cell: ({ time }) => time },
          { heading: texts.kind, cell: ({ kind }) => kind },
          { heading: texts.standing, cell: ({ standing }) => standing },
          { heading: texts.amount, align: 'number', cell: ({ amount }) => <Money amount={amount} /> },
        ]}
      />
    </Section>
  )
}
