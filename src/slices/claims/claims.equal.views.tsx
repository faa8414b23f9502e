import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Breadcrumbs,
  Details,
  EmptyState,
  Heading,
  Lead,
  List,
  Money,
  Section,
  StatTiles,
  Table,
  Tabs,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import type { EqualPay, ShownGroup, ShownVariant } from './claims.equal.page.ts'
import { equalTexts } from './claims.equal.texts.ts'
import { allClaimsPath, claimPath, equalPayPath } from './claims.paths.ts'
import { claimsTexts } from './claims.texts.ts'

type Props = EqualPay & { readonly language: Language; readonly place: PlaceSlugs; readonly year: number }

/** The same assignment and what is paid for it: where everybody gets the same, and where a clause says why not. */
export function EqualPayPage({ language, place, year, years, equal, differing, unexplained }: Props) {
  const texts = equalTexts(language)
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[{ label: claimsTexts(language).backToClaims, href: allClaimsPath(place, { year }) }]}
      />
      <Heading level={1}>{texts.title(year)}</Heading>
      <Lead>{texts.lead}</Lead>
      {years.length > 1 && (
        <Tabs
          label={texts.years}
          items={years.map((it) => ({ label: String(it), href: equalPayPath(place, it), current: it === year }))}
        />
      )}
      {equal.length + differing.length === 0 ? (
        <EmptyState heading={texts.emptyHeading}>{texts.empty}</EmptyState>
      ) : (
        <StatTiles
          items={[
            { label: texts.groups, value: String(equal.length + differing.length) },
            { label: texts.same, value: String(equal.length) },
            { label: texts.unexplained, value: String(unexplained) },
          ]}
        />
      )}
      {differing.length > 0 && (
        <Section heading={texts.differingHeading}>
          {differing.map((group) => (
            <Differing key={group.key} language={language} place={place} group={group} />
          ))}
        </Section>
      )}
      {equal.length > 0 && (
        <Section heading={texts.equalHeading}>
          <Table
            caption={texts.equalHeading}
            hideCaption
            rows={equal}
            rowKey={({ key }) => key}
            columns={[
              { heading: texts.assignment, rowHeading: true, cell: ({ what }) => what },
              { heading: texts.persons, cell: ({ persons, fees }) => texts.count(persons, fees) },
              {
                heading: texts.amount,
                align: 'number',
                cell: ({ variants }) => variants.map(({ key, amount }) => <Money key={key} amount={amount} />),
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}

type GroupProps = { readonly language: Language; readonly place: PlaceSlugs; readonly group: ShownGroup }

function Differing({ language, place, group }: GroupProps) {
  const texts = equalTexts(language)
  return (
    <Section heading={group.what} level={3}>
      <Table
        caption={group.what}
        hideCaption
        rows={group.variants}
        rowKey={({ key }) => key}
        columns={[
          { heading: texts.amount, rowHeading: true, cell: ({ amount }) => <Money amount={amount} /> },
          {
            heading: texts.persons,
            cell: (variant) => <Persons language={language} place={place} variant={variant} />,
          },
          { heading: texts.why, cell: (variant) => <Why language={language} variant={variant} /> },
        ]}
      />
    </Section>
  )
}

type VariantProps = { readonly language: Language; readonly variant: ShownVariant }

function Persons({ language, place, variant }: VariantProps & { readonly place: PlaceSlugs }) {
  const texts = equalTexts(language)
  return (
    <Details summary={texts.count(variant.persons.length, variant.claims.length)}>
      <List
        items={variant.claims.map(({ id, name }) => (
          <TextLink key={id} href={claimPath(place, id)}>
            {name}
          </TextLink>
        ))}
      />
    </Details>
  )
}

function Why({ language, variant }: VariantProps) {
  const texts = equalTexts(language)
  if (variant.isUsual) return <span>{texts.usual}</span>
  if (!variant.isExplained) return <Tag tone="danger">{texts.notExplained}</Tag>
  return variant.because.length === 1 ? <span>{variant.because[0]}</span> : <List items={variant.because} />
}
