import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  DateField,
  Details,
  ErrorSummary,
  Fieldset,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  TextArea,
  WrittenText,
} from '../../ui/index.ts'
import { onBehalfTexts } from '../people/index.ts'
import type { ReportGuide } from './reports.guide.rules.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { ContactsToTake, type ReportContacts } from './reports-contacts.views.tsx'
import { StateTag } from './reports-list.views.tsx'
import { type VisitFacts, VisitFactsParts } from './reports-parts.views.tsx'
import { Boundaries } from './reports-start.views.tsx'
import { reportsTexts } from './reports.texts.ts'

/** A text to fill in: its field's name and what is asked. */
export type Question = { readonly field: string; readonly label: string; readonly hint: string }

/** Topics under one heading: those of one audience, or the one free text of a guideline without topics. */
export type TopicGroup = { readonly heading: string; readonly questions: readonly Question[] }

export type DraftPage = {
  readonly language: Language
  readonly units: string
  readonly visit: string
  readonly facts: VisitFacts
  readonly guide: Pick<ReportGuide, 'principles' | 'secrecy' | 'excluded' | 'guideline'>
  readonly managers: string
  readonly topicsLead?: string | undefined
  readonly topics: readonly TopicGroup[]
  readonly explanations: readonly Question[]
  readonly proposals: readonly Question[]
  readonly questions: readonly Question[]
  readonly contacts: ReportContacts
  readonly signatures: readonly string[]
  /** Absent for the one who may look and not write. */
  readonly action?: string | undefined
  /** The one for whom it is written, after a phone call. */
  readonly writingFor?: string | undefined
  /** Those for whom the one who looks can write. */
  readonly writeFor?: readonly { readonly name: string; readonly href: string }[] | undefined
  /** Who makes the report final, when it is not the one who writes. */
  readonly finishedBy?: string | undefined
  readonly version: number
  /** The tag of what is saved in each field that has something; that of an empty text stands for the others. */
  readonly tags: Readonly<Record<string, string>>
  readonly form: FormState
  /** What somebody else saved in the meantime, by field, where it differs. */
  readonly savedByOther?: Readonly<Record<string, string>> | undefined
  /** What has just been done. */
  readonly notice?: string | undefined
  readonly listHref: string
}

/** The draft: everything the visit says already, and one form for the rest. */
export function ReportDraft(page: DraftPage) {
  const { language, form, savedByOther, notice, action } = page
  const texts = reportsTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: page.listHref }]} />
      <ErrorSummary language={language} form={form} />
      {notice && <Alert tone="good" announce heading={notice} />}
      {savedByOther && (
        <Alert tone="warning" heading={texts.staleHeading}>
          <Paragraph>{texts.staleText}</Paragraph>
        </Alert>
      )}
      <Heading level={1}>{texts.draftTitle(page.units)}</Heading>
      <StateTag language={language} state="draft" />
      <Lead>{page.visit}</Lead>
      <Note>{texts.stateFacts.draft}</Note>
      {page.writingFor !== undefined && (
        <Alert heading={texts.writingFor(page.writingFor)}>
          <Paragraph>{texts.writingForHow}</Paragraph>
        </Alert>
      )}
      {action !== undefined && page.writingFor === undefined && <Paragraph>{texts.draftLead}</Paragraph>}
      <Section heading={texts.visitFacts}>
        <Note>{texts.fromVisit}</Note>
        <VisitFactsParts {...page.facts} />
      </Section>
      <Details summary={texts.principles}>
        <Boundaries language={language} guide={page.guide} managers={page.managers} level={3} />
      </Details>
      {action === undefined ? <WrittenParts {...page} /> : <DraftForm {...page} action={action} />}
      <Section heading={texts.signatures}>
        <List items={page.signatures} />
        <Note>{texts.signatureDelaysNothing}</Note>
      </Section>
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

function DraftForm(page: DraftPage & { readonly action: string }) {
  const { language, finishedBy } = page
  const texts = reportsTexts(language)
  return (
    <Form action={page.action} version={page.version}>
      <Section heading={texts.topics}>
        {page.topicsLead && <Note>{page.topicsLead}</Note>}
        {page.topics.map(({ heading, questions }) =>
          heading === texts.topics ? (
            <Questions key={heading} page={page} questions={questions} />
          ) : (
            <Fieldset key={heading} legend={heading}>
              <Questions page={page} questions={questions} />
            </Fieldset>
          ),
        )}
      </Section>
      <ContactsToTake language={language} contacts={page.contacts} form={page.form} />
      {page.explanations.length > 0 && (
        <Section heading={texts.deviations}>
          <Questions page={page} questions={page.explanations} rows={2} />
        </Section>
      )}
      <Fieldset legend={texts.proposals} hint={texts.proposalsHint}>
        <Questions page={page} questions={page.proposals} rows={2} />
      </Fieldset>
      <Fieldset legend={texts.questions} hint={texts.questionsHint}>
        <Questions page={page} questions={page.questions} rows={2} />
      </Fieldset>
      {page.writingFor !== undefined && (
        <DateField language={language} form={page.form} name="calledOn" label={onBehalfTexts(language).calledOn} />
      )}
      {finishedBy && <Note>{texts.finalOnlyRapporteur(finishedBy)}</Note>}
      <Actions>
        <SubmitButton name="next" value="save" tone="secondary">
          {texts.save}
        </SubmitButton>
        <SubmitButton name="next" value="sign" tone="secondary">
          {page.writingFor === undefined ? texts.saveAndSign : texts.saveAndSignFor(page.writingFor)}
        </SubmitButton>
        {!finishedBy && (
          <SubmitButton name="next" value="finish">
            {texts.saveAndFinish}
          </SubmitButton>
        )}
      </Actions>
    </Form>
  )
}

type QuestionsProps = { readonly page: DraftPage; readonly questions: readonly Question[]; readonly rows?: number }

function Questions({ page, questions, rows = 5 }: QuestionsProps) {
  const { language, form, savedByOther } = page
  const texts = reportsTexts(language)
  return (
    <>
      {questions.map(({ field, label, hint }) => (
        <div key={field}>
          <TextArea language={language} form={form} name={field} label={label} hint={hint} rows={rows} optional />
          <input type="hidden" name={`was.${field}`} value={page.tags[field] ?? textTag('')} />
          {savedByOther?.[field] !== undefined && (
            <>
              <Note>{texts.savedByOther}</Note>
              <WrittenText>{savedByOther[field] || texts.savedByOtherEmpty}</WrittenText>
            </>
          )}
        </div>
      ))}
    </>
  )
}

/** The draft for one who may look and not write. */
function WrittenParts(page: DraftPage) {
  const { language, form } = page
  const texts = reportsTexts(language)
  const saved = (questions: readonly Question[]) =>
    questions.flatMap(({ field, label }) => {
      const text = form.values[field]
      return typeof text === 'string' && text !== '' ? [{ field, label, text }] : []
    })
  const groups = [
    ...page.topics,
    { heading: texts.deviations, questions: page.explanations },
    { heading: texts.proposals, questions: page.proposals },
    { heading: texts.questions, questions: page.questions },
  ].map(({ heading, questions }) => ({ heading, texts: saved(questions) }))
  return (
    <>
      {groups
        .filter((group) => group.texts.length > 0)
        .map((group) => (
          <Section key={group.heading} heading={group.heading}>
            {group.texts.map(({ field, label, text }) => (
              <Section key={field} heading={label} level={3}>
                <WrittenText>{text}</WrittenText>
              </Section>
            ))}
          </Section>
        ))}
    </>
  )
}
