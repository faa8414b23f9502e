import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  type Choice,
  DateField,
  EmptyState,
  type FormState,
  FormPage,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SelectField,
  Table,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { claimsPath } from './claims.paths.ts'
import { claimsTexts } from './claims.texts.ts'
import { termsTexts } from './claims.terms.texts.ts'
import {
  endFeeTermPath,
  feeTermsListPath,
  feeTermsPath,
  newFeeGroupPath,
  newFixedFeePath,
} from './claims.year.paths.ts'

export type ShownTerm = { readonly id: string; readonly what: string; readonly where: string; readonly period: string }

type ListProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly persons: readonly {
    readonly id: string
    readonly name: string
    readonly fixedFees: string
    readonly groups: string
    readonly acknowledged: string
  }[]
}

/** Everybody's fee terms, a row each. */
export function FeeTermsListPage({ language, place, persons }: ListProps) {
  const texts = termsTexts(language)
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[{ label: claimsTexts(language).backToClaims, href: claimsPath(place) }]}
      />
      <Heading level={1}>{texts.listTitle}</Heading>
      <Lead>{texts.listLead}</Lead>
      <Table
        caption={texts.caption}
        hideCaption
        rows={persons}
        rowKey={({ id }) => id}
        empty={<EmptyState heading={texts.none} />}
        columns={[
          {
            heading: texts.person,
            rowHeading: true,
            cell: ({ id, name }) => <TextLink href={feeTermsPath(place, id)}>{name}</TextLink>,
          },
          { heading: texts.fixedFees, cell: ({ fixedFees }) => fixedFees },
          { heading: texts.groups, cell: ({ groups }) => groups },
          { heading: texts.acknowledged, cell: ({ acknowledged }) => acknowledged },
        ]}
      />
    </>
  )
}

type TermsProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly personId: string
  readonly name: string
  readonly isSaved: boolean
  readonly died: string | undefined
  readonly fixedFees: readonly ShownTerm[]
  readonly groups: readonly ShownTerm[]
  readonly hasGroups: boolean
  readonly acknowledged: readonly string[]
}

/** One person's fee terms. */
export function FeeTermsPage(page: TermsProps) {
  const { language, place, personId, name } = page
  const texts = termsTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.listTitle, href: feeTermsListPath(place) }]} />
      <Heading level={1}>{texts.title(name)}</Heading>
      {page.isSaved && (
        <Alert tone="good" announce>
          <Paragraph>{texts.saved}</Paragraph>
        </Alert>
      )}
      {page.died !== undefined && <Note>{page.died}</Note>}
      <Lead>{texts.lead}</Lead>
      <Section heading={texts.fixedFees}>
        <Note>{texts.fixedFeesLead}</Note>
        <Terms
          {...page}
          terms={page.fixedFees}
          heading={texts.share}
          where={texts.forCommittee}
          empty={texts.noFixedFees}
        />
        <Actions>
          <ButtonLink href={newFixedFeePath(place, personId)} tone="secondary">
            {texts.addFixedFee}
          </ButtonLink>
        </Actions>
      </Section>
      <Section heading={texts.groups}>
        <Note>{page.hasGroups ? texts.groupsLead : texts.noGroupsInRules}</Note>
        {(page.hasGroups || page.groups.length > 0) && (
          <Terms {...page} terms={page.groups} heading={texts.group} empty={texts.noGroups} />
        )}
        {page.hasGroups && (
          <Actions>
            <ButtonLink href={newFeeGroupPath(place, personId)} tone="secondary">
              {texts.addGroup}
            </ButtonLink>
          </Actions>
        )}
      </Section>
      <Section heading={texts.acknowledgedHeading}>
        {page.acknowledged.length === 0 ? (
          <Paragraph>{texts.notAcknowledged}</Paragraph>
        ) : (
          <List items={page.acknowledged} />
        )}
      </Section>
    </>
  )
}

type TermTable = TermsProps & {
  readonly terms: readonly ShownTerm[]
  readonly heading: string
  readonly where?: string
  readonly empty: string
}

function Terms({ language, place, personId, terms, heading, where, empty }: TermTable) {
  const texts = termsTexts(language)
  return (
    <Table
      caption={heading}
      hideCaption
      rows={terms}
      rowKey={({ id }) => id}
      empty={<Paragraph>{empty}</Paragraph>}
      columns={[
        { heading, rowHeading: true, cell: ({ what }) => what },
        ...(where === undefined ? [] : [{ heading: where, cell: (term: ShownTerm) => term.where }]),
        { heading: texts.period, cell: ({ period }) => period },
        {
          heading: texts.action,
          cell: ({ id, what }) => (
            <TextLink href={endFeeTermPath(place, personId, id)} label={`${texts.change}: ${what}`}>
              {texts.change}
            </TextLink>
          ),
        },
      ]}
    />
  )
}

type FormProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
}

/** What is added, and to whom. */
type AddProps = FormProps & { readonly title: string }

/** A new fixed fee. */
export function FixedFeePage({ committees, ...page }: AddProps & { readonly committees: readonly Choice[] }) {
  const texts = termsTexts(page.language)
  const field = { language: page.language, form: page.form }
  return (
    <FormPage {...page} lead={texts.fixedFeesLead} submitLabel={texts.save}>
      <TextField
        {...field}
        name="percent"
        label={texts.shareLabel}
        hint={texts.shareHint}
        width="short"
        inputMode="numeric"
        suffix="%"
      />
      <SelectField
        {...field}
        name="forCommitteeId"
        label={texts.forCommittee}
        choices={committees}
        unchosen={texts.noCommittee}
        optional="as-labelled"
      />
      <PeriodFields {...field} />
    </FormPage>
  )
}

/** A new membership of a group. */
export function FeeGroupPage({ groups, ...page }: AddProps & { readonly groups: readonly Choice[] }) {
  const texts = termsTexts(page.language)
  const field = { language: page.language, form: page.form }
  return (
    <FormPage {...page} lead={texts.groupsLead} submitLabel={texts.save}>
      <SelectField {...field} name="code" label={texts.group} choices={groups} />
      <PeriodFields {...field} />
    </FormPage>
  )
}

function PeriodFields(field: Pick<FormProps, 'language' | 'form'>) {
  const texts = termsTexts(field.language)
  return (
    <>
      <DateField {...field} name="validFrom" label={texts.validFrom} />
      <DateField {...field} name="lastDay" label={texts.lastDay} hint={texts.lastDayHint} optional />
    </>
  )
}

/** To end a term, or take it away. */
export function EndFeeTermPage({ what, ...page }: FormProps & { readonly what: string }) {
  const texts = termsTexts(page.language)
  const field = { language: page.language, form: page.form }
  return (
    <FormPage {...page} title={texts.endTitle(what)} submitLabel={texts.save}>
      <RadioGroup
        {...field}
        name="outcome"
        label={texts.outcome}
        choices={[
          { value: 'end', label: texts.end },
          { value: 'remove', label: texts.remove },
        ]}
      />
      <DateField {...field} name="lastDay" label={texts.lastDayIfEnd} optional="as-labelled" />
    </FormPage>
  )
}
