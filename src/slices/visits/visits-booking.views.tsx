import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Checkbox,
  CheckboxGroup,
  type Choice,
  EmptyState,
  ErrorSummary,
  Fieldset,
  Form,
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
} from '../../ui/index.ts'
import { BookingLimits, type BookingLimitsPart, ConsultedField } from './booking-limits.views.tsx'
import type { BookingKinds } from './booking-kinds.page.ts'
import { ExtraReasonField, KindFields, KindNotes } from './booking-kinds.views.tsx'
import { visitFormTexts } from './visits-forms.texts.ts'
import type { Part, RuleLine } from './visits.guideline-page.ts'
import { timesTexts } from './times.texts.ts'
import { type Beside, BesideTimes, JoinForms, type JoinOffer, TimesFields } from './times.views.tsx'
import { visitsTexts } from './visits.texts.ts'
import { RuleLines, Whys } from './visits-rules.views.tsx'

type Common = { readonly language: Language; readonly form: FormState; readonly backHref: string }

/** Why no visit can be booked here now, in place of the form. */
export function NoBookingView({
  language,
  reason,
  guidelineHref,
}: {
  readonly language: Language
  readonly reason: string
  readonly guidelineHref: string
}) {
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
  /** The groups to choose among; none where visits are not made by groups. */
  readonly groups: readonly Choice[]
  readonly nothing: string
}

/** The first step: where the visit goes. */
export function ChooseView({ language, form, action, units, groups, nothing }: ChooseProps) {
  const texts = visitFormTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.chooseTitle}</Heading>
      {units.length === 0 ? (
        <EmptyState heading={texts.chooseNothing}>{nothing}</EmptyState>
      ) : (
        <>
          <Lead>{texts.chooseLead}</Lead>
          <Form action={action} method="get">
            {groups.length > 0 && (
              <RadioGroup language={language} form={form} name="grupp" label={texts.chooseGroup} choices={groups} />
            )}
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
  /** What to know before a day is chosen. */
  readonly limits: BookingLimitsPart
  readonly invited: readonly string[]
  /** Without an address where the visit is shown to others alone. */
  readonly otherVisits: readonly { readonly id: string; readonly href: string | undefined; readonly label: string }[]
  /** Of those, the visits that the viewer can make joint ones (VSN-05). */
  readonly joinOffers: readonly JoinOffer[]
  /** What to know about the coming months, and about the times that are written already. */
  readonly beside: Beside
  /** The kinds of visit there are; with the ordinary one alone, nothing is asked. */
  readonly kinds: BookingKinds
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
      <BookingLimits language={language} limits={props.limits} />
      <Section heading={texts.willBeInvited}>
        {props.invited.length === 0 ? <Paragraph>{texts.nobodyToInvite}</Paragraph> : <List items={props.invited} />}
      </Section>
      {props.otherVisits.length > 0 && (
        <Alert tone="info" heading={texts.otherVisits}>
          <List
            items={props.otherVisits.map(({ id, href, label }) =>
              href === undefined ? (
                label
              ) : (
                <TextLink key={id} href={href}>
                  {label}
                </TextLink>
              ),
            )}
          />
          <Note>{props.joinOffers.length === 0 ? texts.otherVisitsHint : timesTexts(language).joinHint}</Note>
          <JoinForms offers={props.joinOffers} />
        </Alert>
      )}
      <KindNotes language={language} kinds={props.kinds} />
      <BesideTimes language={language} {...props.beside} />
      <Form action={action}>
        {unitIds.map((id) => (
          <HiddenField key={id} name="units" value={id} />
        ))}
        {groupId !== undefined && <HiddenField name="group" value={groupId} />}
        {props.onBehalfOf.length > 0 && (
          <SelectField
            {...field}
            name="onBehalfOf"
            label={texts.onBehalfOf}
            hint={texts.onBehalfOfHint}
            choices={props.onBehalfOf}
            optional
          />
        )}
        <KindFields {...field} kinds={props.kinds} />
        <TimesFields {...field} />
        <TextField {...field} name="place" label={texts.place} hint={texts.placeHint} maxLength={200} optional />
        {props.offersRelativesCouncil && (
          <Checkbox
            {...field}
            name="withRelativesCouncil"
            label={texts.withRelativesCouncil}
            hint={texts.withRelativesCouncilHint}
          />
        )}
        {props.asksSpecialReason && (
          <TextArea
            {...field}
            name="specialReason"
            label={texts.specialReason}
            hint={texts.specialReasonHint}
            rows={3}
            maxLength={2000}
          />
        )}
        <ExtraReasonField {...field} kinds={props.kinds} />
        <ConsultedField language={language} form={form} consulted={props.limits.consulted} />
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
