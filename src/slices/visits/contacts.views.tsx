import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  type Choice,
  DateField,
  DefinitionList,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  FormPage,
  type FormState,
  Heading,
  Lead,
  Note,
  Pagination,
  Pair,
  Paragraph,
  RadioGroup,
  Section,
  SelectField,
  StatTiles,
  SubmitButton,
  Table,
  Tag,
  TextArea,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { longestReferral, longestSubject } from './contacts.forms.ts'
import { type ContactKind, contactKinds } from './contacts.rules.ts'
import { contactsTexts } from './contacts.texts.ts'

export type ContactListProps = {
  readonly language: Language
  readonly year: number
  /** The viewer reads everybody's. */
  readonly readsAll: boolean
  readonly newHref: string | undefined
  readonly visitsHref: string
  readonly notice: string | undefined
  /** The committee's whole year, by kind. */
  readonly counts: readonly { readonly kind: ContactKind; readonly count: number }[]
  readonly action: string
  readonly form: FormState
  readonly isFiltered: boolean
  readonly wheres: readonly Choice[]
  readonly rows: readonly {
    readonly id: string
    readonly subject: string
    /** Where it is changed, for the one who may. */
    readonly href: string | undefined
    readonly day: string
    readonly kind: string
    readonly where: string
    readonly referredTo: string
    readonly notedBy: string
    readonly isTaken: boolean
  }[]
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** The contacts that the viewer may read, with the committee's year in figures. */
export function ContactList(props: ContactListProps) {
  const { language, counts, newHref, rows, readsAll, isFiltered } = props
  const texts = contactsTexts(language)
  const action = newHref && <ButtonLink href={newHref}>{texts.note}</ButtonLink>
  const isEmpty = rows.length === 0 && !isFiltered
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.toVisits, href: props.visitsHref }]} />
      <ErrorSummary language={language} form={props.form} />
      {props.notice && (
        <Alert tone="good" announce>
          {props.notice}
        </Alert>
      )}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {!readsAll && <Note>{texts.ownOnly}</Note>}
      {!isEmpty && action && <Actions>{action}</Actions>}
      {counts.some(({ count }) => count > 0) && (
        <Section heading={texts.yearHeading(props.year)}>
          <StatTiles items={counts.map(({ kind, count }) => ({ label: texts.kindsOfMany[kind], value: count }))} />
        </Section>
      )}
      {isEmpty ? (
        <EmptyState heading={readsAll ? texts.emptyAll : texts.emptyOwn} action={action}>
          {texts.emptyText}
        </EmptyState>
      ) : (
        <>
          <Filter {...props} />
          <Rows {...props} />
        </>
      )}
    </>
  )
}

function Filter({ language, action, form, wheres, isFiltered }: ContactListProps) {
  const texts = contactsTexts(language)
  const field = { language, form, optional: true } as const
  return (
    <Details summary={texts.filter} open={isFiltered}>
      <Form action={action} method="get" label={texts.filter}>
        <Pair>
          <DateField {...field} name="fran" label={texts.from} />
          <DateField {...field} name="till" label={texts.to} />
        </Pair>
        <Pair>
          <SelectField
            {...field}
            name="enhet"
            label={texts.whereColumn}
            choices={wheres.filter(({ value }) => value.includes(':'))}
            unchosen={texts.everywhere}
          />
          <SelectField
            {...field}
            name="slag"
            label={texts.kindColumn}
            choices={contactKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
            unchosen={texts.everyKind}
          />
        </Pair>
        <Actions>
          <SubmitButton tone="secondary">{texts.show}</SubmitButton>
          {isFiltered && (
            <ButtonLink href={action} tone="quiet">
              {texts.showAll}
            </ButtonLink>
          )}
        </Actions>
      </Form>
    </Details>
  )
}

function Rows({ language, rows, readsAll, page, pages, hrefOf }: ContactListProps) {
  const texts = contactsTexts(language)
  type Row = ContactListProps['rows'][number]
  return (
    <Section heading={texts.listHeading}>
      <Table<Row>
        caption={texts.listHeading}
        hideCaption
        columns={[
          {
            heading: texts.subject,
            rowHeading: true,
            cell: ({ href, subject }) => (href === undefined ? subject : <TextLink href={href}>{subject}</TextLink>),
          },
          { heading: texts.day, cell: ({ day }) => day },
          { heading: texts.kindColumn, cell: ({ kind }) => kind },
          { heading: texts.whereColumn, cell: ({ where }) => where },
          { heading: texts.referred, cell: ({ referredTo }) => referredTo || '–' },
          ...(readsAll ? [{ heading: texts.notedBy, cell: ({ notedBy }: Row) => notedBy }] : []),
          {
            heading: texts.state,
            cell: ({ isTaken }) => (
              <Tag tone={isTaken ? 'good' : 'neutral'}>{isTaken ? texts.taken : texts.notTaken}</Tag>
            ),
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState heading={texts.emptyFiltered}>{texts.emptyFilteredText}</EmptyState>}
      />
      <Pagination language={language} page={page} pages={pages} hrefOf={hrefOf} />
    </Section>
  )
}

export type ContactFormProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
  readonly wheres: readonly Choice[]
  /** Those whom the referral guide names. */
  readonly referrals: readonly Choice[]
  /** For one that is there already: its version, and where it is taken away. */
  readonly existing?: { readonly version: number; readonly removeAction: string } | undefined
}

/** The form for one contact, short enough for a phone in the hand. */
export function ContactForm(props: ContactFormProps) {
  const { language, form, existing } = props
  const texts = contactsTexts(language)
  const field = { language, form }
  return (
    <>
      <FormPage
        language={language}
        title={existing ? texts.changeTitle : texts.newTitle}
        lead={texts.newLead}
        form={form}
        action={props.action}
        version={existing?.version}
        submitLabel={texts.save}
        cancelHref={props.cancelHref}
      >
        <RadioGroup
          {...field}
          name="kind"
          label={texts.kind}
          choices={contactKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
        />
        <SelectField {...field} name="where" label={texts.where} choices={props.wheres} />
        <TextArea
          {...field}
          name="subject"
          label={texts.subjectLabel}
          hint={texts.subjectHint}
          rows={3}
          maxLength={longestSubject}
        />
        {props.referrals.length > 0 && (
          <SelectField
            {...field}
            name="referredTo"
            label={texts.referredTo}
            choices={props.referrals}
            unchosen={texts.referredNobody}
            optional
          />
        )}
        <TextField
          {...field}
          name="referredOther"
          label={props.referrals.length > 0 ? texts.referredOther : texts.referredTo}
          hint={texts.referredOtherHint}
          maxLength={longestReferral}
          optional
        />
        <DateField {...field} name="day" label={texts.dayLabel} />
      </FormPage>
      {existing && (
        <Details summary={texts.removeSummary}>
          <Paragraph>{texts.removeText}</Paragraph>
          <Form action={existing.removeAction} version={existing.version} label={texts.removeSummary}>
            <Actions>
              <SubmitButton tone="danger">{texts.remove}</SubmitButton>
            </Actions>
          </Form>
        </Details>
      )}
    </>
  )
}

type TakenProps = {
  readonly language: Language
  readonly listHref: string
  readonly form: FormState
  readonly contact: {
    readonly subject: string
    readonly day: string
    readonly kind: ContactKind
    readonly where: string
    readonly referredTo: string
  }
}

/** A contact that a report has taken up. */
export function TakenContact({ language, listHref, form, contact }: TakenProps) {
  const texts = contactsTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: listHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.takenHeading}</Heading>
      <Paragraph>{texts.takenText}</Paragraph>
      <DefinitionList
        items={[
          { term: texts.subject, description: contact.subject },
          { term: texts.day, description: contact.day },
          { term: texts.kindColumn, description: texts.kinds[contact.kind] },
          { term: texts.whereColumn, description: contact.where || texts.nowhere },
          { term: texts.referred, description: contact.referredTo || '–' },
        ]}
      />
    </>
  )
}
