import type { Day } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  type Choice,
  DateField,
  EmptyState,
  type Finding,
  FindingList,
  Form,
  type FormState,
  FormPage,
  formatDay,
  Heading,
  HiddenField,
  Lead,
  List,
  Paragraph,
  RadioGroup,
  Section,
  SelectField,
  SubmitButton,
  Table,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { appointmentsTexts } from './appointments.texts.ts'

export type AppointmentLine = {
  readonly id: string
  readonly object: string
  readonly name: string
  readonly about: string
  readonly from: Day
  readonly decision: string
  /** Where the appointment is ended, for those who may. */
  readonly endHref: string | undefined
}

export type AppointmentsPageProps = {
  readonly language: Language
  readonly lines: readonly AppointmentLine[]
  readonly groups: readonly { readonly id: string; readonly name: string; readonly members: readonly string[] }[]
  readonly findings: readonly Finding[]
  /** What has just been done. */
  readonly notice: string | undefined
  readonly newHref: string | undefined
  readonly relationsHref: string | undefined
  /** Who is on leave, for the one who registers it. */
  readonly leavesHref: string | undefined
}

/** Who is contact politician for what, the groups, and what the guideline says about it. */
export function AppointmentsPage(page: AppointmentsPageProps) {
  const { language, lines, groups, findings, notice, newHref, relationsHref, leavesHref } = page
  const texts = appointmentsTexts(language)
  const isEmpty = lines.length === 0 && groups.length === 0
  return (
    <>
      <Notice notice={notice} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Actions>
        {newHref && <ButtonLink href={newHref}>{texts.newAppointment}</ButtonLink>}
        {leavesHref && (
          <ButtonLink href={leavesHref} tone="secondary">
            {texts.leavesLink}
          </ButtonLink>
        )}
        {relationsHref && (
          <ButtonLink href={relationsHref} tone="secondary">
            {texts.relationsLink}
          </ButtonLink>
        )}
      </Actions>
      {isEmpty && <EmptyState heading={texts.emptyHeading}>{texts.empty}</EmptyState>}
      {lines.length > 0 && (
        <Table
          caption={texts.byObject}
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            { heading: texts.unitOrArea, cell: ({ object }) => object, rowHeading: true },
            { heading: texts.contacts, cell: ({ name, about }) => `${name} (${about})` },
            { heading: texts.since, cell: ({ from }) => formatDay(from, language) },
            { heading: texts.decision, cell: ({ decision }) => decision },
            ...(lines.some(({ endHref }) => endHref)
              ? [
                  {
                    heading: texts.end,
                    cell: ({ endHref, name, object }: AppointmentLine) =>
                      endHref && (
                        <TextLink href={endHref} label={`${texts.end}: ${name}, ${object}`}>
                          {texts.end}
                        </TextLink>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {groups.length > 0 && (
        <Section heading={texts.groups}>
          {groups.map(({ id, name, members }) => (
            <Section key={id} heading={name} level={3}>
              <List items={members} />
            </Section>
          ))}
        </Section>
      )}
      {findings.length > 0 && (
        <Section heading={texts.findings}>
          <FindingList items={findings} />
        </Section>
      )}
    </>
  )
}

function Notice({ notice }: { readonly notice: string | undefined }) {
  if (notice === undefined) return null
  return (
    <Alert tone="good" announce>
      {notice}
    </Alert>
  )
}

export type NewAppointmentProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
  readonly persons: readonly Choice[]
  readonly objects: readonly Choice[]
  /** Why the guideline forbids what was asked for. */
  readonly reasons: readonly Finding[]
}

/** Registers who is appointed to what. */
export function NewAppointmentPage({
  language,
  form,
  action,
  cancelHref,
  persons,
  objects,
  reasons,
}: NewAppointmentProps) {
  const texts = appointmentsTexts(language)
  const shared = { language, form }
  return (
    <FormPage
      language={language}
      title={texts.newAppointment}
      form={form}
      action={action}
      submitLabel={texts.save}
      cancelHref={cancelHref}
    >
      {reasons.length > 0 && <FindingList items={reasons} />}
      <SelectField {...shared} name="personId" label={texts.person} choices={persons} />
      <SelectField {...shared} name="object" label={texts.object} choices={objects} />
      <DateField {...shared} name="validFrom" label={texts.validFrom} />
      <DateField {...shared} name="validUntil" label={texts.validUntil} hint={texts.validUntilHint} optional />
      <DateField {...shared} name="decidedOn" label={texts.decidedOn} />
      <TextField
        {...shared}
        name="paragraph"
        label={texts.paragraph}
        hint={texts.paragraphHint}
        width="short"
        optional
      />
    </FormPage>
  )
}

type EndProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
  readonly name: string
  readonly object: string
}

/** Ends an appointment on a day. */
export function EndAppointmentPage({ language, form, action, cancelHref, name, object }: EndProps) {
  const texts = appointmentsTexts(language)
  return (
    <FormPage
      language={language}
      title={texts.endTitle}
      lead={texts.endLead(name, object)}
      form={form}
      action={action}
      submitLabel={texts.endSubmit}
      submitTone="danger"
      cancelHref={cancelHref}
    >
      <DateField language={language} form={form} name="until" label={texts.endDay} />
    </FormPage>
  )
}

type RelationsProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly objects: readonly Choice[]
  /** The ties that can be declared, in words. */
  readonly kinds: readonly Choice[]
  /** What has just been done. */
  readonly notice: string | undefined
  readonly relations: readonly { readonly id: string; readonly text: string }[]
}

/** A person's own relations, and a form for one more. */
export function RelationsPage({ language, form, action, objects, kinds, notice, relations }: RelationsProps) {
  const texts = appointmentsTexts(language)
  const shared = { language, form }
  return (
    <>
      <Notice notice={notice} />
      <FormPage
        language={language}
        title={texts.relationsTitle}
        lead={texts.relationsLead}
        form={form}
        action={action}
        submitLabel={texts.relationSave}
      >
        <SelectField {...shared} name="object" label={texts.relationObject} choices={objects} />
        <RadioGroup {...shared} name="kind" label={texts.relationKind} choices={kinds} />
        <DateField {...shared} name="validFrom" label={texts.validFrom} />
      </FormPage>
      <Section heading={texts.relationsOwn}>
        {relations.length === 0 && <Paragraph>{texts.relationsEmpty}</Paragraph>}
        {relations.map(({ id, text }) => (
          <Form key={id} action={action} layout="inline">
            <HiddenField name="withdraw" value={id} />
            <Paragraph>{text}</Paragraph>
            <SubmitButton tone="secondary" label={`${texts.relationEnd}: ${text}`}>
              {texts.relationEnd}
            </SubmitButton>
          </Form>
        ))}
      </Section>
    </>
  )
}
