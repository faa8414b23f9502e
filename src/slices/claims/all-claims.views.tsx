import type { Language } from '../../kernel/language.ts'
import type { Ore } from '../../kernel/money.ts'
import { type PlaceSlugs, withQuery } from '../../kernel/place.ts'
import {
  Actions,
  ButtonLink,
  type Choice,
  Details,
  DownloadLink,
  EmptyState,
  Form,
  formOf,
  Heading,
  HiddenField,
  Lead,
  List,
  Money,
  Pagination,
  Paragraph,
  Section,
  SelectField,
  SubmitButton,
  Table,
  TextLink,
} from '../../ui/index.ts'
import {
  approvalsPath,
  checksPath,
  claimPath,
  claimsPath,
  delegationsPath,
  differencesPath,
  equalPayPath,
  payTypesPath,
} from './claims.paths.ts'
import { type ClaimState, claimStates } from '../../kernel/claim-steps.ts'
import { correctionsTexts } from './claims.corrections.texts.ts'
import { delegationsTexts } from './claims.delegations.texts.ts'
import { equalTexts } from './claims.equal.texts.ts'
import { otherTimePath } from './claims.other-time.paths.ts'
import { otherTimeTexts } from './claims.other-time.texts.ts'
import { type ListFilter, waitedFor, type WaitedFor } from './claims.list.rules.ts'
import { listTexts } from './claims.list.texts.ts'
import { claimsTexts } from './claims.texts.ts'
import { budgetPath, claimListPath, feeTermsListPath } from './claims.year.paths.ts'
import { ClaimAmount, type ShownClaim, StateTag, WhoseTabs } from './claims.views.tsx'

export type AllClaims = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly query: {
    readonly year: number
    readonly state: ClaimState | undefined
    readonly personId: string | undefined
    readonly page: number
  } & ListFilter
  readonly units: readonly Choice[]
  /** For whom each claim of the page waits, by its id. */
  readonly waits: ReadonlyMap<string, WaitedFor>
  readonly sums: readonly { readonly state: ClaimState; readonly count: number; readonly amount: Ore }[]
  readonly mayEditTerms: boolean
  readonly years: readonly number[]
  readonly claimants: readonly { readonly id: string; readonly name: string }[]
  readonly hasOwn: boolean
  readonly mayCheck: boolean
  readonly mayApprove: boolean
  readonly pages: number
  readonly claims: readonly ShownClaim[]
}

/** Everybody's claims by year, state and person. */
export function AllClaimsPage(page: AllClaims) {
  const { language, place, query, claims } = page
  const texts = claimsTexts(language)
  const more = listTexts(language)
  const selection = {
    ar: query.year,
    lage: query.state,
    person: query.personId,
    enhet: query.unitId,
    vantar: query.waits,
    bara: query.only,
  }
  return (
    <>
      <Heading level={1}>{texts.allTitle(query.year)}</Heading>
      <Lead>{texts.allLead}</Lead>
      {page.hasOwn && <WhoseTabs language={language} place={place} year={query.year} own={false} />}
      {(page.mayCheck || page.mayApprove) && (
        <Actions>
          {page.mayCheck && <ButtonLink href={checksPath(place)}>{texts.toCheck}</ButtonLink>}
          {page.mayApprove && <ButtonLink href={approvalsPath(place)}>{texts.toApprove}</ButtonLink>}
        </Actions>
      )}
      <FilterForm {...page} />
      {page.sums.length > 0 && (
        <div>
          <Details summary={more.sumsHeading}>
            <Table
              caption={more.sumsHeading}
              hideCaption
              rows={page.sums}
              rowKey={({ state }) => state}
              columns={[
                { heading: texts.state, rowHeading: true, cell: ({ state }) => texts.states[state] },
                { heading: more.count, align: 'number', cell: ({ count }) => count },
                { heading: texts.amount, align: 'number', cell: ({ amount }) => <Money amount={amount} /> },
              ]}
            />
          </Details>
        </div>
      )}
      <Table
        caption={texts.allCaption}
        hideCaption
        rows={claims}
        rowKey={(claim) => claim.id}
        empty={<EmptyState heading={texts.allEmptyHeading}>{texts.allEmpty}</EmptyState>}
        columns={[
          {
            heading: texts.visit,
            rowHeading: true,
            cell: (claim) => (
              <TextLink href={claimPath(place, claim.id)} label={texts.claimName(claim.unit, claim.day, claim.person)}>
                {claim.unit}
              </TextLink>
            ),
          },
          { heading: texts.day, cell: (claim) => claim.day },
          { heading: texts.person, cell: (claim) => claim.person },
          { heading: texts.state, cell: (claim) => <StateTag language={language} state={claim.state} /> },
          { heading: more.waitsHeading, cell: (claim) => more.waits[page.waits.get(claim.id) ?? 'nobody'] },
          {
            heading: texts.amount,
            align: 'number',
            cell: (claim) => <ClaimAmount language={language} claim={claim} />,
          },
        ]}
      />
      <Pagination
        language={language}
        page={query.page}
        pages={page.pages}
        hrefOf={(number) => withQuery(claimsPath(place), { vilka: 'alla', ...selection, sida: number })}
      />
      <Paragraph>
        <DownloadLink href={claimListPath(place, selection)} label={more.download} format={more.format} />
      </Paragraph>
      <MoreLinks {...page} />
    </>
  )
}

/** Where the rest about fees is: below the list, so that the one next step stands alone above it. */
function MoreLinks({ language, place, query, mayCheck, mayEditTerms }: AllClaims) {
  const more = listTexts(language)
  const links = [
    { href: differencesPath(place), label: correctionsTexts(language).title },
    { href: otherTimePath(place), label: otherTimeTexts(language).link },
    { href: delegationsPath(place), label: delegationsTexts(language).link },
    { href: budgetPath(place, query.year), label: more.budget },
    { href: equalPayPath(place, query.year), label: equalTexts(language).link },
    ...(mayEditTerms ? [{ href: feeTermsListPath(place), label: more.terms }] : []),
    ...(mayCheck ? [{ href: payTypesPath(place), label: claimsTexts(language).payTypes }] : []),
  ]
  return (
    <Section heading={more.moreHeading}>
      <List
        items={links.map(({ href, label }) => (
          <TextLink key={href} href={href}>
            {label}
          </TextLink>
        ))}
      />
    </Section>
  )
}

function FilterForm({ language, place, query, years, claimants, units }: AllClaims) {
  const texts = claimsTexts(language)
  const more = listTexts(language)
  const form = formOf({
    ar: String(query.year),
    lage: query.state ?? '',
    person: query.personId ?? '',
    enhet: query.unitId ?? '',
    vantar: query.waits ?? '',
    bara: query.only ?? '',
  })
  return (
    <Form action={claimsPath(place)} method="get" layout="inline" label={texts.filterLabel}>
      <HiddenField name="vilka" value="alla" />
      <SelectField
        language={language}
        form={form}
        name="ar"
        label={texts.filterYear}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <SelectField
        language={language}
        form={form}
        name="lage"
        label={texts.filterState}
        optional="as-labelled"
        unchosen={texts.filterAll}
        choices={claimStates.map((state) => ({ value: state, label: texts.states[state] }))}
      />
      <SelectField
        language={language}
        form={form}
        name="person"
        label={texts.filterPerson}
        optional="as-labelled"
        unchosen={texts.filterAll}
        choices={claimants.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        language={language}
        form={form}
        name="enhet"
        label={more.filterUnit}
        optional="as-labelled"
        unchosen={texts.filterAll}
        choices={units}
      />
      <SelectField
        language={language}
        form={form}
        name="vantar"
        label={more.filterWaits}
        optional="as-labelled"
        unchosen={texts.filterAll}
        choices={waitedFor.map((it) => ({ value: it, label: more.waits[it] }))}
      />
      <SelectField
        language={language}
        form={form}
        name="bara"
        label={more.filterOnly}
        optional="as-labelled"
        unchosen={texts.filterAll}
        choices={[
          { value: 'differs', label: more.differs },
          { value: 'stopped', label: more.stopped },
        ]}
      />
      <SubmitButton tone="secondary">{texts.filter}</SubmitButton>
    </Form>
  )
}
