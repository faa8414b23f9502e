import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  CheckboxGroup,
  type Choice,
  DateField,
  EmptyState,
  Form,
  FormPage,
  type FormState,
  formOf,
  Heading,
  Lead,
  Pagination,
  Pair,
  Paragraph,
  SelectField,
  SubmitButton,
  Table,
  TextArea,
  TextField,
  TextLink,
  TimeField,
} from '../../ui/index.ts'
import { newOtherTimePath, otherTimePath, otherTimeRemovalPath } from './claims.other-time.paths.ts'
import { otherTimeTexts } from './claims.other-time.texts.ts'
import { claimsPath } from './claims.paths.ts'
import { claimsTexts } from './claims.texts.ts'

export type ShownMeeting = {
  readonly id: string
  readonly day: string
  readonly time: string
  readonly person: string
  readonly kind: string
  readonly amount: string
  readonly body: string
  readonly minutesOf: string
}

type OtherTime = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly meetings: readonly ShownMeeting[]
  readonly years: readonly number[]
  readonly persons: readonly Choice[]
  readonly year: number
  readonly person: string | undefined
  readonly page: number
  readonly pages: number
  readonly mayEdit: boolean
  readonly done: string | undefined
}

/** The meetings that have been entered, by year and person. */
export function OtherTimePage(page: OtherTime) {
  const { language, place, year, person } = page
  const texts = otherTimeTexts(language)
  const form = formOf({ ar: String(year), person: person ?? '' })
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[{ label: claimsTexts(language).backToClaims, href: claimsPath(place) }]}
      />
      <Heading level={1}>{texts.title}</Heading>
      {page.done !== undefined && (
        <Alert tone="good" announce>
          <Paragraph>{page.done}</Paragraph>
        </Alert>
      )}
      <Lead>{texts.lead}</Lead>
      {page.mayEdit && (
        <Actions>
          <ButtonLink href={newOtherTimePath(place)}>{texts.add}</ButtonLink>
        </Actions>
      )}
      <Form action={otherTimePath(place)} method="get" layout="inline" label={texts.filter}>
        <SelectField
          language={language}
          form={form}
          name="ar"
          label={texts.filterYear}
          choices={page.years.map((it) => ({ value: String(it), label: String(it) }))}
        />
        <SelectField
          language={language}
          form={form}
          name="person"
          label={texts.filterPerson}
          optional="as-labelled"
          unchosen={texts.everybody}
          choices={page.persons}
        />
        <SubmitButton tone="secondary">{texts.show}</SubmitButton>
      </Form>
      <MeetingTable {...page} />
      <Pagination
        language={language}
        page={page.page}
        pages={page.pages}
        hrefOf={(number) => otherTimePath(place, { year, person, page: number })}
      />
    </>
  )
}

function MeetingTable({ language, place, meetings, mayEdit }: OtherTime) {
  const texts = otherTimeTexts(language)
  return (
    <Table
      caption={texts.caption}
      hideCaption
      rows={meetings}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={texts.none}>{texts.noneLead}</EmptyState>}
      columns={[
        { heading: texts.person, rowHeading: true, cell: ({ person }) => person },
        { heading: texts.when, cell: ({ day, time }) => `${day}, ${time}` },
        { heading: texts.where, cell: ({ body, minutesOf }) => `${body}. ${minutesOf}` },
        { heading: texts.kind, cell: ({ kind }) => kind },
        { heading: texts.amount, align: 'number', cell: ({ amount }) => amount },
        ...(mayEdit
          ? [
              {
                heading: texts.action,
                cell: ({ id, person, day }: ShownMeeting) => (
                  <TextLink href={otherTimeRemovalPath(place, id)} label={texts.removeName(person, day)}>
                    {texts.remove}
                  </TextLink>
                ),
              },
            ]
          : []),
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

/** A new meeting, for several persons at once. */
export function NewMeetingPage({
  persons,
  kinds,
  ...page
}: FormProps & { readonly persons: readonly Choice[]; readonly kinds: readonly Choice[] }) {
  const texts = otherTimeTexts(page.language)
  const field = { language: page.language, form: page.form }
  return (
    <FormPage {...page} title={texts.newTitle} lead={texts.newLead} submitLabel={texts.save}>
      <TextField {...field} name="body" label={texts.body} hint={texts.bodyHint} maxLength={200} />
      <TextField {...field} name="minutesOf" label={texts.minutesOf} hint={texts.minutesHint} maxLength={200} />
      <DateField {...field} name="day" label={texts.day} />
      <Pair>
        <TimeField {...field} name="start" label={texts.start} />
        <TimeField {...field} name="end" label={texts.end} />
      </Pair>
      <SelectField {...field} name="kind" label={texts.kind} choices={kinds} />
      <TextField
        {...field}
        name="amount"
        label={texts.amountLabel}
        hint={texts.amountHint}
        width="short"
        inputMode="decimal"
        suffix="kr"
      />
      <CheckboxGroup {...field} name="person" label={texts.persons} choices={persons} />
    </FormPage>
  )
}

/** Taking away what was entered. */
export function RemoveMeetingPage({ who, what, ...page }: FormProps & { readonly who: string; readonly what: string }) {
  const texts = otherTimeTexts(page.language)
  return (
    <FormPage
      {...page}
      title={texts.removeTitle(who)}
      lead={texts.removeLead(what)}
      submitLabel={texts.removeSubmit}
      submitTone="danger"
    >
      <TextArea language={page.language} form={page.form} name="reason" label={texts.reason} rows={3} maxLength={500} />
    </FormPage>
  )
}
