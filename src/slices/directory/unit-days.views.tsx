import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  DateField,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  Note,
  Pair,
  Paragraph,
  Section,
  SubmitButton,
  Table,
  TextField,
  TimeField,
} from '../../ui/index.ts'
import { unitDaysTexts } from './unit-days.texts.ts'

/** The forms of the page, by what they send as `what`. */
export type UnitDaysForm = 'block' | 'unblock' | 'council' | 'remove-council' | 'consent' | 'agreement'

export type UnitDaysProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly unit: { readonly name: string; readonly href: string }
  readonly unitsHref: string
  /** What has just been done. */
  readonly notice: string | undefined
  readonly blocked: readonly { readonly id: string; readonly days: string; readonly reason: string }[]
  readonly councils: readonly {
    readonly id: string
    readonly name: string
    readonly day: string
    readonly when: string
  }[]
  readonly asksConsent: boolean
  readonly asksAgreement: boolean
}

/** A unit's days: when it receives no visits, when its council meets, and what it has agreed to. */
export function UnitDaysView(props: UnitDaysProps) {
  const { language, form, unit, unitsHref, notice } = props
  const texts = unitDaysTexts(language)
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[
          { label: texts.units, href: unitsHref },
          { label: unit.name, href: unit.href },
        ]}
      />
      <ErrorSummary language={language} form={form} />
      {notice && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <Heading level={1}>{texts.title(unit.name)}</Heading>
      <Lead>{texts.lead}</Lead>
      <Blocked {...props} />
      <Councils {...props} />
      {props.asksConsent && (
        <Section heading={texts.consentHeading} id="medgivande">
          <OneForm {...props} what="consent" lead={texts.consentLead} submit={texts.saveConsent}>
            <DateField language={language} form={form} name="consentOn" label={texts.consentOn} optional />
          </OneForm>
        </Section>
      )}
      {props.asksAgreement && (
        <Section heading={texts.agreementHeading} id="overenskommelse">
          <OneForm {...props} what="agreement" lead={texts.agreementLead} submit={texts.saveAgreement}>
            <DateField language={language} form={form} name="agreementFrom" label={texts.from} optional />
            <DateField
              language={language}
              form={form}
              name="agreementThrough"
              label={texts.through}
              hint={texts.agreementThroughHint}
              optional
            />
          </OneForm>
        </Section>
      )}
    </>
  )
}

function Blocked(props: UnitDaysProps) {
  const { language, form, blocked } = props
  const texts = unitDaysTexts(language)
  const field = { language, form }
  return (
    <Section heading={texts.blockedHeading} id="sparrade">
      <Note>{texts.blockedLead}</Note>
      <Table
        caption={texts.blockedHeading}
        hideCaption
        rows={blocked}
        rowKey={({ id }) => id}
        empty={<Paragraph>{texts.blockedEmpty}</Paragraph>}
        columns={[
          { heading: texts.days, cell: ({ days }) => days, rowHeading: true },
          { heading: texts.reason, cell: ({ reason }) => reason },
          {
            heading: texts.columnRemove,
            cell: ({ id, days }) => <Removal {...props} what="unblock" id={id} label={texts.removeBlocked(days)} />,
          },
        ]}
      />
      <OneForm {...props} what="block" submit={texts.block}>
        <DateField {...field} name="from" label={texts.from} />
        <DateField {...field} name="through" label={texts.through} />
        <TextField {...field} name="reason" label={texts.reason} hint={texts.reasonHint} maxLength={200} optional />
      </OneForm>
    </Section>
  )
}

function Councils(props: UnitDaysProps) {
  const { language, form, councils } = props
  const texts = unitDaysTexts(language)
  const field = { language, form }
  return (
    <Section heading={texts.councilHeading} id="anhorigrad">
      <Note>{texts.councilLead}</Note>
      <Table
        caption={texts.councilHeading}
        hideCaption
        rows={councils}
        rowKey={({ id }) => id}
        empty={<Paragraph>{texts.councilEmpty}</Paragraph>}
        columns={[
          { heading: texts.when, cell: ({ when }) => when, rowHeading: true },
          { heading: texts.council, cell: ({ name }) => name },
          {
            heading: texts.columnRemove,
            cell: ({ id, name, day }) => (
              <Removal {...props} what="remove-council" id={id} label={texts.removeCouncil(name, day)} />
            ),
          },
        ]}
      />
      <OneForm {...props} what="council" submit={texts.addCouncil}>
        <TextField {...field} name="name" label={texts.councilName} maxLength={100} />
        <DateField {...field} name="day" label={texts.councilDay} />
        <Pair>
          <TimeField {...field} name="start" label={texts.start} />
          <TimeField {...field} name="end" label={texts.end} />
        </Pair>
      </OneForm>
    </Section>
  )
}

type Sent = UnitDaysProps & { readonly what: UnitDaysForm }

function OneForm({
  action,
  what,
  lead,
  submit,
  children,
}: Sent & {
  readonly lead?: string
  readonly submit: string
  readonly children: ComponentChildren
}) {
  return (
    <>
      {lead && <Note>{lead}</Note>}
      <Form action={action} label={submit}>
        <HiddenField name="what" value={what} />
        {children}
        <Actions>
          <SubmitButton tone="secondary">{submit}</SubmitButton>
        </Actions>
      </Form>
    </>
  )
}

function Removal({ language, action, what, id, label }: Sent & { readonly id: string; readonly label: string }) {
  return (
    <Form action={action} layout="inline">
      <HiddenField name="what" value={what} />
      <HiddenField name="id" value={id} />
      <SubmitButton tone="quiet" label={label}>
        {unitDaysTexts(language).remove}
      </SubmitButton>
    </Form>
  )
}
