import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  type Choice,
  DateField,
  EmptyState,
  FormPage,
  type FormState,
  Heading,
  Lead,
  SelectField,
  Table,
  TextLink,
} from '../../ui/index.ts'
import { leaveTexts } from './leave.texts.ts'

export type LeavesProps = {
  readonly language: Language
  /** What has just been done. */
  readonly notice: string | undefined
  readonly appointmentsHref: string
  readonly newHref: string
  /** The visits ahead where somebody is invited who cannot come. */
  readonly affectedHref: string
  readonly leaves: readonly {
    readonly id: string
    readonly name: string
    readonly when: string
    readonly standIn: string | undefined
    readonly endHref: string
  }[]
}

/** Who is on leave, and who serves meanwhile. */
export function LeavesPage({ language, notice, appointmentsHref, newHref, affectedHref, leaves }: LeavesProps) {
  const texts = leaveTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.appointments, href: appointmentsHref }]} />
      {notice && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Actions>
        <ButtonLink href={newHref}>{texts.newTitle}</ButtonLink>
        <ButtonLink href={affectedHref} tone="secondary">
          {texts.affected}
        </ButtonLink>
      </Actions>
      {leaves.length === 0 ? (
        <EmptyState heading={texts.empty}>{texts.emptyText}</EmptyState>
      ) : (
        <Table
          caption={texts.caption}
          rows={leaves}
          rowKey={({ id }) => id}
          columns={[
            { heading: texts.who, cell: ({ name }) => name, rowHeading: true },
            { heading: texts.when, cell: ({ when }) => when },
            { heading: texts.standIn, cell: ({ standIn }) => standIn ?? texts.nobody },
            {
              heading: texts.end,
              cell: ({ endHref, name }) => (
                <TextLink href={endHref} label={texts.endOf(name)}>
                  {texts.end}
                </TextLink>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

type LeaveForm = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
}

/** Registers a leave: who, when, and who serves meanwhile. */
export function NewLeavePage({
  language,
  form,
  action,
  cancelHref,
  persons,
  standIns,
}: LeaveForm & { readonly persons: readonly Choice[]; readonly standIns: readonly Choice[] }) {
  const texts = leaveTexts(language)
  const field = { language, form }
  return (
    <FormPage
      {...field}
      title={texts.newTitle}
      lead={texts.newLead}
      action={action}
      submitLabel={texts.save}
      cancelHref={cancelHref}
    >
      <SelectField {...field} name="personId" label={texts.person} choices={persons} />
      <DateField {...field} name="from" label={texts.from} />
      <DateField {...field} name="through" label={texts.through} hint={texts.throughHint} optional />
      <SelectField
        {...field}
        name="standInId"
        label={texts.standInLabel}
        hint={texts.standInHint}
        choices={standIns}
        optional
      />
    </FormPage>
  )
}

/** Ends a leave on a day. */
export function EndLeavePage({ language, form, action, cancelHref, name }: LeaveForm & { readonly name: string }) {
  const texts = leaveTexts(language)
  return (
    <FormPage
      language={language}
      form={form}
      title={texts.endTitle}
      lead={texts.endLead(name)}
      action={action}
      submitLabel={texts.endSubmit}
      cancelHref={cancelHref}
    >
      <DateField language={language} form={form} name="until" label={texts.until} />
    </FormPage>
  )
}
