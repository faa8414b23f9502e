import { Fragment } from 'preact'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Card,
  type Choice,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  Paragraph,
  RadioGroup,
  Section,
  SelectField,
  SubmitButton,
} from '../../ui/index.ts'
import { removalReasons } from './participants.rules.ts'
import { participantsTexts } from './participants.texts.ts'

export type ParticipantsProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly version: number
  readonly visit: { readonly title: string; readonly href: string }
  readonly notice: string | undefined
  /** Who cannot come, in sentences. */
  readonly unavailable: readonly string[]
  readonly invited: readonly Choice[]
  readonly choosable: readonly Choice[]
}

/** Takes somebody off a visit, with another in the place, or invites one more. */
export function ParticipantsView(props: ParticipantsProps) {
  const { language, form, action, version, visit, notice, unavailable, invited, choosable } = props
  const texts = participantsTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: visit.title, href: visit.href }]} />
      <ErrorSummary language={language} form={form} />
      {notice && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {unavailable.length > 0 && (
        <Alert tone="warning" heading={texts.unavailableHeading}>
          <List items={unavailable} />
        </Alert>
      )}
      <Section heading={texts.removeHeading}>
        {invited.length === 0 ? (
          <Paragraph>{texts.nobodyInvited}</Paragraph>
        ) : (
          <Form action={action} version={version} label={texts.removeHeading}>
            <HiddenField name="what" value="remove" />
            <RadioGroup {...field} name="person" label={texts.who} choices={invited} />
            <RadioGroup
              {...field}
              name="reason"
              label={texts.reason}
              hint={texts.reasonHint}
              choices={removalReasons.map((value) => ({ value, label: texts.reasons[value] }))}
            />
            {choosable.length > 0 && (
              <SelectField
                {...field}
                name="instead"
                label={texts.instead}
                hint={texts.insteadHint}
                choices={choosable}
                optional
              />
            )}
            <Actions>
              <SubmitButton>{texts.remove}</SubmitButton>
            </Actions>
          </Form>
        )}
      </Section>
      <Section heading={texts.inviteHeading}>
        {choosable.length === 0 ? (
          <Paragraph>{texts.nobodyToInvite}</Paragraph>
        ) : (
          <Form action={action} version={version} label={texts.inviteHeading}>
            <HiddenField name="what" value="invite" />
            <SelectField {...field} name="invitee" label={texts.invitee} choices={choosable} />
            <Actions>
              <SubmitButton tone="secondary">{texts.invite}</SubmitButton>
            </Actions>
          </Form>
        )}
      </Section>
    </>
  )
}

/** On a visit's own page, for the one who changes its participants: who cannot come, and where to change it. */
export type ParticipantsPart = { readonly href: string; readonly unavailable: readonly string[] }

/** That somebody who is invited cannot come, with the step to change it. Nothing when all can. */
export function ParticipantsNotice({
  language,
  part,
}: {
  readonly language: Language
  readonly part: ParticipantsPart | undefined
}) {
  const texts = participantsTexts(language)
  if (part === undefined || part.unavailable.length === 0) return null
  return (
    <Alert tone="warning" heading={texts.unavailableHeading}>
      <List items={part.unavailable} />
      <Actions>
        <ButtonLink href={part.href} tone="secondary">
          {texts.change}
        </ButtonLink>
      </Actions>
    </Alert>
  )
}

/** The way to the form, below the list of those invited, unless the notice above leads there. */
export function ParticipantsLink({
  language,
  part,
}: {
  readonly language: Language
  readonly part: ParticipantsPart | undefined
}) {
  if (part === undefined || part.unavailable.length > 0) return null
  return (
    <Actions>
      <ButtonLink href={part.href} tone="secondary">
        {participantsTexts(language).change}
      </ButtonLink>
    </Actions>
  )
}

export type ReplacementsProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly notice: string | undefined
  readonly leavesHref: string
  readonly visits: readonly {
    readonly id: string
    readonly title: string
    readonly href: string
    readonly version: number
    readonly participantsHref: string
    readonly unavailable: readonly {
      readonly personId: string
      readonly name: string
      readonly why: string
      readonly reason: string
      readonly standIn: { readonly id: string; readonly name: string } | undefined
    }[]
  }[]
}

/** The visits ahead where somebody is invited who cannot come, each with the steps that mend it. */
export function ReplacementsView({ language, form, action, notice, leavesHref, visits }: ReplacementsProps) {
  const texts = participantsTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.leaves, href: leavesHref }]} />
      <ErrorSummary language={language} form={form} />
      {notice && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <Heading level={1}>{texts.replacementsTitle}</Heading>
      {visits.length === 0 ? (
        <EmptyState heading={texts.replacementsEmpty}>{texts.replacementsEmptyText}</EmptyState>
      ) : (
        <Lead>{texts.replacementsLead}</Lead>
      )}
      {visits.map(({ id, title, href, version, participantsHref, unavailable }) => (
        <Card key={id} heading={title} level={2} href={href}>
          {unavailable.map(({ personId, name, why, reason, standIn }) => (
            <Fragment key={personId}>
              <Paragraph>{why}</Paragraph>
              {standIn && (
                <Form action={action} version={version} label={texts.putInFor(standIn.name, name, title)}>
                  <HiddenField name="visit" value={id} />
                  <HiddenField name="person" value={personId} />
                  <HiddenField name="reason" value={reason} />
                  <HiddenField name="instead" value={standIn.id} />
                  <Actions>
                    <SubmitButton label={texts.putInFor(standIn.name, name, title)}>
                      {texts.putIn(standIn.name)}
                    </SubmitButton>
                  </Actions>
                </Form>
              )}
            </Fragment>
          ))}
          <Actions>
            <ButtonLink href={participantsHref} tone="secondary" label={texts.takeFrom(title)}>
              {texts.take}
            </ButtonLink>
          </Actions>
        </Card>
      ))}
    </>
  )
}
