import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  type Choice,
  DateField,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
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
} from '../../ui/index.ts'
import { onBehalfTexts } from '../people/index.ts'
import { longestLine, longestText } from './reports.fields.rules.ts'
import type { OtherWriter } from './reports.rules.ts'
import { NoteSpoken } from './reports-spoken.views.tsx'
import type { ReportGuide } from './reports.guide.rules.ts'
import { reportsTexts } from './reports.texts.ts'

export type StartPage = {
  readonly language: Language
  readonly units: string
  /** When the visit took place, as a sentence. */
  readonly visit: string
  readonly guide: Pick<ReportGuide, 'principles' | 'secrecy' | 'excluded' | 'guideline'>
  readonly managers: string
  readonly authors: string
  readonly authorCount: number
  readonly rapporteur?: string | undefined
  /** `own`: may begin; `others`: somebody else writes; `not-held`: too early; otherwise who writes in the politicians' place. */
  readonly who: 'own' | 'others' | 'not-held' | OtherWriter
  readonly written?: { readonly action: string } | undefined
  readonly oral?: OralChoice | undefined
  /** For the one who registers what the manager or an officer has written. */
  readonly registration?: { readonly action: string } | undefined
  /** For the secretary, when one of the authors has phoned. */
  readonly onBehalf?: OnBehalf | undefined
  /** For the secretary: where it is noted that the visit was told of at a meeting. */
  readonly spokenHref?: string | undefined
  readonly visitHref: string
  readonly listHref: string
  readonly form: FormState
}

export type OnBehalf = {
  readonly persons: readonly Choice[]
  readonly written: string | undefined
  readonly oral: string | undefined
  readonly meetings: readonly Choice[]
}

export type OralChoice = {
  readonly action: string
  readonly meetings: readonly Choice[]
  readonly speakers: readonly Choice[]
}

/** Before the report: the principles, secrecy, what does not belong in it, and the two ways to report. */
export function ReportStart(page: StartPage) {
  const { language, guide, who, form } = page
  const texts = reportsTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: page.listHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.startTitle(page.units)}</Heading>
      <Lead>{page.visit}</Lead>
      {who === 'not-held' && <Alert tone="warning" heading={texts.notHeld} />}
      {who === 'others' && (
        <Alert heading={texts.notYours}>
          <Paragraph>{page.authors}</Paragraph>
        </Alert>
      )}
      {(who === 'manager' || who === 'officer') && (
        <Alert heading={texts.writtenBy[who]}>
          <Paragraph>{texts.writtenByRegistered}</Paragraph>
        </Alert>
      )}
      {!guide.guideline && <Alert tone="warning" heading={texts.missingGuideline} />}
      {who === 'own' && <Paragraph>{texts.startLead}</Paragraph>}
      <Boundaries language={language} guide={guide} managers={page.managers} level={2} />
      {who === 'own' && <Ways {...page} />}
      {page.onBehalf && <OnBehalfForms language={language} onBehalf={page.onBehalf} form={form} />}
      <NoteSpoken language={language} href={page.spokenHref} />
      {page.registration && <Registration language={language} action={page.registration.action} form={form} />}
      <Actions>
        <ButtonLink href={page.visitHref} tone="quiet">
          {texts.toVisit}
        </ButtonLink>
      </Actions>
    </>
  )
}

type BoundariesProps = Pick<StartPage, 'language' | 'guide' | 'managers'> & { readonly level: 2 | 3 }

/** The principles, the reminder of secrecy, and what is handed over instead of written down. */
export function Boundaries({ language, guide, managers, level }: BoundariesProps) {
  const texts = reportsTexts(language)
  return (
    <>
      {guide.principles.length > 0 && (
        <Section heading={texts.principles} level={level}>
          <List items={guide.principles.map(({ text, clause }) => `${text} (${clause})`)} />
        </Section>
      )}
      <Section heading={texts.secrecy} level={level}>
        {guide.secrecy.map(({ text, clause }) => (
          <Paragraph key={text}>{`${text} (${clause})`}</Paragraph>
        ))}
        <Paragraph>{texts.secrecyText}</Paragraph>
      </Section>
      {guide.excluded.length > 0 && (
        <Section heading={texts.excluded} level={level}>
          <Paragraph>{texts.excludedLead}</Paragraph>
          <List
            items={guide.excluded.map(({ matter, referTo, clause }) => (
              <>
                <strong>{matter}</strong> {texts.referTo(referTo)} {`(${clause})`}
              </>
            ))}
          />
          {managers !== '' && <Note>{texts.handOverText(managers)}</Note>}
        </Section>
      )}
    </>
  )
}

function Ways({ language, written, oral, authors, authorCount, rapporteur, form }: StartPage) {
  const texts = reportsTexts(language)
  return (
    <>
      {written && (
        <Section heading={texts.writeReport}>
          <Paragraph>{texts.startTogether(authors, authorCount)}</Paragraph>
          {rapporteur !== undefined && <Paragraph>{texts.rapporteurFinishes(rapporteur)}</Paragraph>}
          <Form action={written.action}>
            <Actions>
              <SubmitButton>{texts.start}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
      {oral && <OralForm language={language} oral={oral} form={form} />}
    </>
  )
}

/** To begin the written report, or register the oral one, for an author who has phoned. */
function OnBehalfForms({
  language,
  onBehalf,
  form,
}: {
  readonly language: Language
  readonly onBehalf: OnBehalf
  readonly form: FormState
}) {
  const texts = reportsTexts(language)
  const field = { language, form }
  const { persons, meetings } = onBehalf
  const shared = (
    <>
      <RadioGroup {...field} name="person" label={texts.whoPhoned} choices={persons} />
      <DateField {...field} name="calledOn" label={onBehalfTexts(language).calledOn} />
    </>
  )
  return (
    <Section heading={texts.writeForHeading}>
      <Paragraph>{texts.writeForLead}</Paragraph>
      {onBehalf.written !== undefined && (
        <Form action={onBehalf.written} label={texts.writeReport}>
          {shared}
          <Actions>
            <SubmitButton>{texts.startFor}</SubmitButton>
          </Actions>
        </Form>
      )}
      {onBehalf.oral !== undefined && meetings.length > 0 && (
        <Section heading={texts.oral} level={3}>
          <Form action={onBehalf.oral} label={texts.oral}>
            <RadioGroup {...field} name="speaker" label={texts.whoPhonedAndSpeaks} choices={persons} />
            <DateField {...field} name="oralCalledOn" label={onBehalfTexts(language).calledOn} />
            <SelectField {...field} name="meeting" label={texts.oralMeeting} choices={meetings} />
            <TextField
              {...field}
              name="line"
              label={texts.oralLine}
              hint={texts.oralLineHint}
              maxLength={longestLine}
            />
            <Actions>
              <SubmitButton tone="secondary">{texts.oralSubmit}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
    </Section>
  )
}

type RegistrationProps = { readonly language: Language; readonly action: string; readonly form: FormState }

/** The report that has come in, with who wrote it and when it came. */
function Registration({ language, action, form }: RegistrationProps) {
  const texts = reportsTexts(language)
  const field = { language, form }
  return (
    <Section heading={texts.registration}>
      <Paragraph>{texts.registrationLead}</Paragraph>
      <Form action={action} label={texts.registration}>
        <TextField {...field} name="writer" label={texts.registrationWriter} maxLength={200} />
        <DateField {...field} name="received" label={texts.registrationReceived} />
        <TextArea
          {...field}
          name="text"
          label={texts.registrationText}
          hint={texts.freeTopicHint}
          rows={12}
          maxLength={longestText}
        />
        <Actions>
          <SubmitButton>{texts.registrationSubmit}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  )
}

type OralProps = { readonly language: Language; readonly oral: OralChoice; readonly form: FormState }

function OralForm({ language, oral, form }: OralProps) {
  const texts = reportsTexts(language)
  return (
    <Section heading={texts.oral}>
      <Paragraph>{texts.oralLead}</Paragraph>
      {oral.meetings.length === 0 ? (
        <Alert tone="warning" heading={texts.noMeeting} level={3} />
      ) : (
        <Form action={oral.action} label={texts.oral}>
          <SelectField
            language={language}
            form={form}
            name="meeting"
            label={texts.oralMeeting}
            choices={oral.meetings}
          />
          <RadioGroup
            language={language}
            form={form}
            name="speaker"
            label={texts.oralSpeaker}
            choices={oral.speakers}
          />
          <TextField
            language={language}
            form={form}
            name="line"
            label={texts.oralLine}
            hint={texts.oralLineHint}
            maxLength={longestLine}
          />
          <Actions>
            <SubmitButton tone="secondary">{texts.oralSubmit}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
