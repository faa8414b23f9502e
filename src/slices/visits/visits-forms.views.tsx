import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Checkbox,
  CheckboxGroup,
  type Choice,
  DateField,
  EmptyState,
  ErrorSummary,
  Fieldset,
  Form,
  FormPage,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  TextLink,
  TimeField,
  YesNoField,
} from '../../ui/index.ts'
import { visitFormTexts } from './visits-forms.texts.ts'
import { attendanceFields } from './visits.forms.ts'
import type { Part, RuleLine } from './visits.guideline-page.ts'
import { visitsTexts } from './visits.texts.ts'
import { RuleLines, Whys } from './visits.views.tsx'

type Common = { readonly language: Language; readonly form: FormState; readonly backHref: string }

/** Why no visit can be booked here now, in place of the form. */
export function NoBookingView({ language, reason, guidelineHref }: { readonly language: Language; readonly reason: string; readonly guidelineHref: string }) {
  const texts = visitFormTexts(language)
  return (
    <>
      <Heading level={1}>{texts.newTitle}</Heading>
      <Alert tone="warning" heading={texts.noBookingHeading}>
        <Paragraph>{reason}</Paragraph>
        <Paragraph>
          <TextLink href={guidelineHref}>{texts.readGuideline}</TextLink>
        </Paragraph>
      </Alert>
    </>
  )
}

export type ChooseProps = Omit<Common, 'backHref'> & {
  readonly action: string
  readonly units: readonly Choice[]
  /** The viewer's visiting groups; none where visits are not made by groups. */
  readonly groups: readonly Choice[]
  readonly nothing: string
}

/** The first step: where the visit goes. */
export function ChooseView({ language, form, action, units, groups, nothing }: ChooseProps) {
  const texts = visitFormTexts(language)
  return (
    <>
      <Heading level={1}>{texts.chooseTitle}</Heading>
      {units.length === 0 ? (
        <EmptyState heading={texts.chooseNothing}>{nothing}</EmptyState>
      ) : (
        <>
          <Lead>{texts.chooseLead}</Lead>
          <Form action={action} method="get">
            {groups.length > 0 && <RadioGroup language={language} form={form} name="grupp" label={texts.chooseGroup} choices={groups} />}
            <CheckboxGroup language={language} form={form} name="enhet" label={texts.chooseUnits} choices={units} />
            <Actions>
              <SubmitButton>{texts.next}</SubmitButton>
            </Actions>
          </Form>
        </>
      )}
    </>
  )
}

export type BookingProps = Common & {
  readonly action: string
  readonly unitIds: readonly string[]
  readonly unitNames: string
  readonly groupId: string | undefined
  readonly lead: string
  readonly submitLabel: string
  readonly principles: Part<string>
  readonly invited: readonly string[]
  readonly otherVisits: readonly { readonly href: string; readonly label: string }[]
  /** The forms there are besides the ordinary visit; with one, nothing is asked. */
  readonly forms: readonly Choice[]
  readonly offersRelativesCouncil: boolean
  readonly asksSpecialReason: boolean
  /** Those for whom the secretary can register; empty for everybody else. */
  readonly onBehalfOf: readonly Choice[]
  readonly mayRegisterAfterwards: boolean
  /** What the guideline says about the booking that was tried. */
  readonly lines: readonly RuleLine[]
}

/** The second step: when, and what to know first. */
export function BookingView(props: BookingProps) {
  const { language, form, action, backHref, unitIds, groupId, lines } = props
  const texts = visitFormTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: visitsTexts(language).title, href: backHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.bookTitle(props.unitNames)}</Heading>
      <Lead>{props.lead}</Lead>
      {props.principles.items.length > 0 && (
        <Section heading={texts.principlesHeading}>
          <List items={props.principles.items} />
          <Whys language={language} whys={props.principles.whys} />
        </Section>
      )}
      <Section heading={texts.willBeInvited}>{props.invited.length === 0 ? <Paragraph>{texts.nobodyToInvite}</Paragraph> : <List items={props.invited} />}</Section>
      {props.otherVisits.length > 0 && (
        <Alert tone="info" heading={texts.otherVisits}>
          <List items={props.otherVisits.map(({ href, label }) => <TextLink key={href} href={href}>{label}</TextLink>)} />
          <Note>{texts.otherVisitsHint}</Note>
        </Alert>
      )}
      <Form action={action}>
        {unitIds.map((id) => (
          <HiddenField key={id} name="units" value={id} />
        ))}
        {groupId !== undefined && <HiddenField name="group" value={groupId} />}
        {props.onBehalfOf.length > 0 && (
          <SelectField {...field} name="onBehalfOf" label={texts.onBehalfOf} hint={texts.onBehalfOfHint} choices={props.onBehalfOf} optional />
        )}
        {props.forms.length > 1 && <RadioGroup {...field} name="form" label={texts.form} choices={props.forms} />}
        <DateField {...field} name="day" label={texts.day} />
        <TimeField {...field} name="start" label={texts.start} />
        <TimeField {...field} name="end" label={texts.end} />
        <TextField {...field} name="place" label={texts.place} hint={texts.placeHint} maxLength={200} optional />
        {props.offersRelativesCouncil && (
          <Checkbox {...field} name="withRelativesCouncil" label={texts.withRelativesCouncil} hint={texts.withRelativesCouncilHint} />
        )}
        {props.asksSpecialReason && (
          <TextArea {...field} name="specialReason" label={texts.specialReason} hint={texts.specialReasonHint} rows={3} maxLength={2000} optional />
        )}
        {props.mayRegisterAfterwards && (
          <>
            <Checkbox {...field} name="afterwards" label={texts.afterwards} hint={texts.afterwardsHint} />
            <Checkbox {...field} name="agreedWithManager" label={texts.agreedWithManager} />
          </>
        )}
        {lines.length > 0 && (
          <Fieldset legend={texts.seenHeading}>
            <RuleLines language={language} lines={lines} />
            <Checkbox {...field} name="seen" label={texts.seen} />
          </Fieldset>
        )}
        <Actions>
          <SubmitButton>{props.submitLabel}</SubmitButton>
          <ButtonLink href={backHref} tone="quiet">
            {texts.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

type VisitForm = Common & { readonly action: string; readonly version: number; readonly about: string }

/** The manager's programme; a proposed visit can be confirmed in the same step. */
export function PlanView({ language, form, action, version, backHref, about, canConfirm }: VisitForm & { readonly canConfirm: boolean }) {
  const texts = visitFormTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.planTitle}</Heading>
      <Lead>{texts.planLead}</Lead>
      <Form action={action} version={version}>
        <TextArea language={language} form={form} name="programme" label={texts.programme} hint={texts.programmeHint} rows={8} maxLength={5000} />
        <TextField language={language} form={form} name="place" label={texts.planWhere} hint={texts.placeHint} maxLength={200} optional />
        <Actions>
          {canConfirm && (
            <SubmitButton name="intent" value="confirm">
              {texts.saveAndConfirm}
            </SubmitButton>
          )}
          <SubmitButton name="intent" value="save" tone={canConfirm ? 'secondary' : 'primary'}>
            {texts.savePlan}
          </SubmitButton>
        </Actions>
      </Form>
    </>
  )
}

export type ReasonKind = 'decline' | 'cancel' | 'missed'

/** Declined, cancelled or never came about: one question, why. */
export function ReasonView({ language, form, action, version, backHref, about, kind }: VisitForm & { readonly kind: ReasonKind }) {
  const texts = visitFormTexts(language)
  const { title, lead, label, hint, submit } = texts.endings[kind]
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      <FormPage language={language} title={title} lead={lead} form={form} action={action} version={version} submitLabel={submit} submitTone="danger" cancelHref={backHref}>
        <TextArea language={language} form={form} name="reason" label={label} hint={hint} rows={3} maxLength={1000} />
      </FormPage>
    </>
  )
}

export type AttendanceProps = VisitForm & {
  readonly isCorrection: boolean
  readonly persons: readonly { readonly id: string; readonly name: string }[]
  readonly audiences: readonly { readonly audience: string; readonly label: string; readonly explained: boolean }[]
}

/** Who came and whom the visit reached. */
export function AttendanceView({ language, form, action, version, backHref, about, isCorrection, persons, audiences }: AttendanceProps) {
  const texts = visitFormTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      <FormPage
        language={language}
        title={texts.attendanceTitle}
        lead={isCorrection ? texts.attendanceCorrectLead : texts.attendanceLead}
        form={form}
        action={action}
        version={version}
        submitLabel={texts.attendanceSubmit}
        cancelHref={backHref}
      >
        {persons.map(({ id, name }) => (
          <Fieldset key={id} legend={name}>
            <Checkbox {...field} name={attendanceFields.came(id)} label={texts.came(name)} />
            <TimeField {...field} name={attendanceFields.start(id)} label={texts.attendStart(name)} />
            <TimeField {...field} name={attendanceFields.end(id)} label={texts.attendEnd(name)} />
          </Fieldset>
        ))}
        {audiences.length > 0 && (
          <Fieldset legend={texts.metLegend}>
            {audiences.map(({ audience, label, explained }) => (
              <div key={audience}>
                <YesNoField {...field} name={attendanceFields.met(audience)} label={texts.met(label)} />
                {explained && <TextField {...field} name={attendanceFields.why(audience)} label={texts.why(label)} hint={texts.whyHint} maxLength={1000} optional />}
              </div>
            ))}
          </Fieldset>
        )}
      </FormPage>
    </>
  )
}

export type DecisionProps = VisitForm & {
  readonly decision: 'extra-visit' | 'extra-fee'
  readonly persons: readonly Choice[]
  readonly lines: readonly RuleLine[]
}

/** The chair's decision about one person's visit beyond the usual number. */
export function DecisionView({ language, form, action, version, backHref, about, decision, persons, lines }: DecisionProps) {
  const texts = visitFormTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      {persons.length === 0 ? (
        <>
          <Heading level={1}>{texts.decisionTitle}</Heading>
          <EmptyState heading={texts.decisionNobody} />
        </>
      ) : (
        <FormPage
          language={language}
          title={texts.decisionTitle}
          lead={texts.decisionLead}
          form={form}
          action={action}
          version={version}
          submitLabel={texts.decisionSubmit}
          cancelHref={backHref}
        >
          <RuleLines language={language} lines={lines} />
          <HiddenField name="about" value={decision} />
          <RadioGroup {...field} name="person" label={texts.decisionPerson} choices={persons} />
          <YesNoField {...field} name="granted" label={texts.decisionGranted[decision]} />
          <TextField {...field} name="delegation" label={texts.delegation} hint={texts.delegationHint} maxLength={200} />
          <TextArea {...field} name="reason" label={texts.decisionReason} rows={3} maxLength={1000} />
        </FormPage>
      )}
    </>
  )
}
