import { declineReasons } from '../../engine/programme.ts'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  CheckboxGroup,
  type Choice,
  DateField,
  FormPage,
  type FormState,
  Paragraph,
  RadioGroup,
  TextArea,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import type { DeclineGuidance, NoticeGuidance } from './planning.rules.ts'
import { planningTexts } from './planning.texts.ts'
import { visitFormTexts } from './visits-forms.texts.ts'

type Field = { readonly language: Language; readonly form: FormState }

/** In which setting, and whom to meet: kinds of people, never names (SNB-08). */
export function PlanningFields({ language, form }: Field) {
  const texts = planningTexts(language)
  const field = { language, form }
  return (
    <>
      <TextField {...field} name="forum" label={texts.forum} hint={texts.forumHint} maxLength={200} optional />
      <TextField {...field} name="toMeet" label={texts.toMeet} hint={texts.toMeetHint} maxLength={300} optional />
    </>
  )
}

type VisitForm = Field & {
  readonly action: string
  readonly version: number
  readonly backHref: string
  readonly about: string
}

/** The unit cannot receive the visit: why, what the guideline says of it, and another way out. */
export function DeclineView({
  language,
  form,
  action,
  version,
  backHref,
  about,
  guidance,
  moveHref,
}: VisitForm & { readonly guidance: DeclineGuidance | undefined; readonly moveHref: string }) {
  const texts = planningTexts(language)
  const { title, lead, label, hint, submit } = visitFormTexts(language).endings.decline
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      <FormPage
        {...field}
        title={title}
        lead={lead}
        action={action}
        version={version}
        submitLabel={submit}
        submitTone="danger"
        cancelHref={backHref}
      >
        {guidance && <WhatTheGuidelineSays language={language} guidance={guidance} />}
        <Paragraph>
          {texts.proposeInstead} <TextLink href={moveHref}>{texts.proposeOther}</TextLink>
        </Paragraph>
        <RadioGroup
          {...field}
          name="cause"
          label={texts.declineCause}
          choices={declineReasons.map((value) => ({ value, label: texts.causes[value] }))}
        />
        <TextArea {...field} name="reason" label={label} hint={hint} rows={3} maxLength={1000} />
      </FormPage>
    </>
  )
}

function WhatTheGuidelineSays({
  language,
  guidance,
}: {
  readonly language: Language
  readonly guidance: DeclineGuidance
}) {
  const texts = planningTexts(language)
  const { allowed, proposeWithinDays, clause } = guidance
  const causes = allowed.map((it) => texts.allowedCauses[it]).join(', ')
  return (
    <Alert tone="info">
      {allowed.length === 0 ? texts.declineNever(clause) : texts.declineAllowed(causes, clause)}{' '}
      {proposeWithinDays === undefined ? '' : texts.proposeWithin(proposeWithinDays)}
    </Alert>
  )
}

/** When notice of the visit was given, and what it said. */
export function NoticeView({
  language,
  form,
  action,
  version,
  backHref,
  about,
  guidance,
  says,
}: VisitForm & { readonly guidance: NoticeGuidance; readonly says: readonly Choice[] }) {
  const texts = planningTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      <FormPage
        {...field}
        title={texts.noticeTitle}
        lead={guidance.never ? texts.noticeNever(guidance.clause) : texts.noticeLead(guidance.days, guidance.clause)}
        action={action}
        version={version}
        submitLabel={texts.noticeSave}
        cancelHref={backHref}
      >
        <DateField {...field} name="on" label={texts.noticeOn} hint={texts.noticeOnHint} optional />
        {says.length > 0 && <CheckboxGroup {...field} name="says" label={texts.noticeSays} choices={says} optional />}
      </FormPage>
    </>
  )
}

/** The way to note notice, on the page of a visit. */
export function NoticeStep({ language, href }: { readonly language: Language; readonly href: string | undefined }) {
  if (href === undefined) return null
  return (
    <Actions>
      <ButtonLink href={href} tone="secondary">
        {planningTexts(language).noticeStep}
      </ButtonLink>
    </Actions>
  )
}
