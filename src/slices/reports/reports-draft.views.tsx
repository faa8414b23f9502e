import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  EnterButton,
  ErrorSummary,
  fieldId,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  Note,
  OnPhone,
  Paragraph,
  Section,
  Step,
  StepList,
  SubmitButton,
  TextLink,
  type Tone,
} from '../../ui/index.ts'
import { AttachmentsLink, type AttachmentsLinkProps } from './reports-attachments.views.tsx'
import type { ReportGuide } from './reports.guide.rules.ts'
import type { BesideText, WritingStep } from './reports.writing.page.ts'
import { writingTexts } from './reports.writing.texts.ts'
import { AutosaveStatus } from './reports-autosave.views.tsx'
import type { ReportContacts } from './reports-contacts.views.tsx'
import { type VisitFacts, VisitFactsParts } from './reports-parts.views.tsx'
import { reportsTexts } from './reports.texts.ts'
import { StepContent, WrittenParts } from './reports-draft-steps.views.tsx'
import { StepButtons } from './reports-writing.views.tsx'

export type DraftPage = {
  readonly language: Language
  readonly reportId: string
  /** The one who looks. */
  readonly personId: string
  readonly units: string
  readonly visit: string
  readonly facts: VisitFacts
  readonly guide: Pick<ReportGuide, 'principles' | 'secrecy' | 'excluded' | 'guideline'>
  readonly managers: string
  readonly topicsLead?: string | undefined
  readonly steps: readonly WritingStep[]
  /** The step that is shown where one step is a page, from 1. */
  readonly current: number
  readonly contacts: ReportContacts
  readonly signatures: readonly string[]
  /** Absent for the one who may look and not write. */
  readonly action?: string | undefined
  /** Where the page's script saves one field; absent where it saves none. */
  readonly saveAction?: string | undefined
  /** The page itself, for coming back to it. */
  readonly here: string
  /** The one for whom it is written, after a phone call. */
  readonly writingFor?: string | undefined
  /** The one who looks has taken the report over. */
  readonly isTakenOver: boolean
  /** Those for whom the one who looks can write. */
  readonly writeFor?: readonly { readonly name: string; readonly href: string }[] | undefined
  /** Where the secretary takes the report over, when all its authors have left. */
  readonly takeOverAction?: string | undefined
  /** Who makes the report final, when it is not the one who writes. */
  readonly finishedBy?: string | undefined
  readonly version: number
  /** Returns the tag of what the page shows in a field. */
  readonly tagOf: (field: string) => string
  /** What others have saved beside the writer's own texts, by field. */
  readonly beside: Readonly<Record<string, BesideText>>
  /** What the managers have said of a field's text. */
  readonly checkOf?: ((field: string) => ComponentChildren) | undefined
  /** What else is said at a field. */
  readonly noteOf?: ((field: string) => ComponentChildren) | undefined
  readonly form: FormState
  /** Fields where two texts have just met, with what they are called. */
  readonly collided: readonly { readonly field: string; readonly label: string }[]
  /** What has just been done: said at the top, or in the step that is shown. */
  readonly notice?: string | undefined
  readonly stepNotice?: string | undefined
  /** The ways to report concern, where a text points to abuse or danger. */
  readonly concern?: ComponentChildren
  /** What was handed over instead of reported. */
  readonly handedOver?: ComponentChildren
  /** The way to a dissent. */
  readonly dissent?: ComponentChildren
  /** Draft or official document. */
  readonly status?: ComponentChildren
  /** The way to its files, where the municipality allows them. */
  readonly attachments?: AttachmentsLinkProps | undefined
  readonly listHref: string
}

/** The draft: everything the visit says already, and one form for the rest, in steps. */
export function ReportDraft(page: DraftPage) {
  const { language, form, notice, action, collided } = page
  const texts = reportsTexts(language)
  const words = writingTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: page.listHref }]} />
      <ErrorSummary language={language} form={form} />
      {notice && <Alert tone="good" announce heading={notice} />}
      {collided.length > 0 && (
        <Alert tone="warning" announce heading={words.twoTexts}>
          <Paragraph>{words.twoTextsLead}</Paragraph>
          <List
            items={collided.map(({ field, label }) => (
              <TextLink key={field} href={`#${fieldId(field)}`}>
                {label}
              </TextLink>
            ))}
          />
        </Alert>
      )}
      {page.concern}
      <Heading level={1}>{texts.draftTitle(page.units)}</Heading>
      {page.status}
      <Whom {...page} />
      {action === undefined ? <LookOnly {...page} /> : <DraftForm {...page} action={action} />}
      {page.dissent}
      {page.handedOver}
      {page.attachments && <AttachmentsLink {...page.attachments} />}
      {page.writeFor !== undefined && page.writeFor.length > 0 && (
        <Section heading={texts.writeForHeading}>
          <Actions>
            {page.writeFor.map(({ name, href }) => (
              <ButtonLink key={href} href={href} tone="secondary">
                {texts.writeFor(name)}
              </ButtonLink>
            ))}
          </Actions>
        </Section>
      )}
    </>
  )
}

/** For whom it is written, when that is not oneself. */
function Whom({ language, writingFor, isTakenOver, takeOverAction }: DraftPage) {
  const texts = reportsTexts(language)
  const words = writingTexts(language)
  return (
    <>
      {writingFor !== undefined && (
        <Alert heading={texts.writingFor(writingFor)}>
          <Paragraph>{texts.writingForHow}</Paragraph>
        </Alert>
      )}
      {isTakenOver && (
        <Alert heading={words.takenOver}>
          <Paragraph>{words.takenOverText}</Paragraph>
        </Alert>
      )}
      {takeOverAction !== undefined && (
        <Alert tone="warning" heading={words.allLeft}>
          <Paragraph>{words.allLeftText}</Paragraph>
          <Form action={takeOverAction}>
            <Actions>
              <SubmitButton>{words.takeOver}</SubmitButton>
            </Actions>
          </Form>
        </Alert>
      )}
    </>
  )
}

const tones: Readonly<Record<NonNullable<WritingStep['state']>, Tone>> = {
  filled: 'good',
  choose: 'warning',
  wrong: 'danger',
  long: 'warning',
  explain: 'warning',
}

function DraftForm(page: DraftPage & { readonly action: string }) {
  const { language, steps, current } = page
  const words = writingTexts(language)
  const data = page.saveAction && {
    'data-report': page.reportId,
    'data-person': page.personId,
    'data-save': page.saveAction,
  }
  // The last step is where it is handed in: there is nothing to fill in.
  const [filled, count] = [steps.filter(({ state }) => state === 'filled').length, steps.length - 1]
  return (
    <Form action={page.action} version={page.version} data={data || undefined}>
      <EnterButton name="next" value={`step:${current}`} />
      <HiddenField name="step" value={String(current)} />
      <AutosaveStatus language={language} here={page.here} />
      <StepList
        label={words.steps}
        here={words.stepOf(current, steps.length)}
        all={words.steps}
        filled={words.filledOf(filled, count)}
        name="next"
        steps={steps.map(({ number, label, state }) => ({
          value: `step:${number}`,
          label,
          isCurrent: number === current,
          state: state && { tone: tones[state], label: words.states[state] },
        }))}
      />
      {steps.map((step) => (
        <Step
          key={step.number}
          id={`steg-${step.number}`}
          count={words.stepOf(step.number, steps.length)}
          done={step.number === current ? page.stepNotice : undefined}
          isCurrent={step.number === current}
        >
          <StepContent page={page} step={step} />
          {step.kind !== 'hand-in' && (
            <OnPhone>
              <Actions>
                <StepButtons page={page} number={step.number} />
              </Actions>
            </OnPhone>
          )}
        </Step>
      ))}
    </Form>
  )
}

/** The draft for one who may look and not write. */
function LookOnly(page: DraftPage) {
  const texts = reportsTexts(page.language)
  return (
    <>
      <Section heading={texts.visitFacts}>
        <Lead>{page.visit}</Lead>
        <VisitFactsParts {...page.facts} />
      </Section>
      <WrittenParts page={page} level={2} />
      <Section heading={texts.signatures}>
        <List items={page.signatures} />
        <Note>{texts.signatureDelaysNothing}</Note>
      </Section>
    </>
  )
}
