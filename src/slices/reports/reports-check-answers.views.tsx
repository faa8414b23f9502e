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
  Lead,
  List,
  Note,
  Section,
  SelectField,
  SubmitButton,
  Tag,
  TextArea,
} from '../../ui/index.ts'
import { onBehalfTexts } from '../people/index.ts'
import type { CheckPhase, SentItem } from './reports.check.rules.ts'
import { checkTexts } from './reports.check.texts.ts'
import type { DocumentStatus as Status } from './reports.status.rules.ts'
import { type Reply, ReplyPart, SentItems } from './reports-check-parts.views.tsx'
import { DocumentStatus } from './reports-status.views.tsx'

export type CheckAnswersPage = {
  readonly language: Language
  readonly title: string
  readonly status: Status
  readonly phase: CheckPhase
  readonly sent: string
  readonly items: readonly SentItem[]
  readonly replies: readonly Reply[]
  /** A line for each unit whose manager has not answered. */
  readonly unanswered: readonly string[]
  readonly takeBackAction: string | undefined
  /** For the secretary, who notes what a manager says by phone. */
  readonly phone:
    | {
        readonly action: string
        readonly managers: readonly { readonly value: string; readonly label: string }[]
        readonly form: FormState
      }
    | undefined
  readonly draftHref: string
  readonly notice?: string | undefined
}

/** The check as the authors and the secretary see it: what was sent, who has answered what, and who has not. */
export function CheckAnswers(page: CheckAnswersPage) {
  const { language, phone } = page
  const texts = checkTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.back, href: page.draftHref }]} />
      {phone && <ErrorSummary language={language} form={phone.form} />}
      {page.notice && <Alert tone="good" announce heading={page.notice} />}
      <Heading level={1}>{page.title}</Heading>
      <p>
        <Tag tone={page.phase === 'answered' ? 'good' : 'warning'}>{texts.statusOf[page.phase]}</Tag>
      </p>
      <Lead>{page.sent}</Lead>
      {page.unanswered.length > 0 && <List items={page.unanswered} />}
      {page.takeBackAction && <TakeBack language={language} action={page.takeBackAction} />}
      <DocumentStatus language={language} status={page.status} compact />
      {page.replies.map((reply) => (
        <ReplyPart key={reply.heading} language={language} reply={reply} items={page.items} />
      ))}
      {phone && (
        <Section heading={texts.phoned}>
          <Note>{texts.phonedLead}</Note>
          <Form action={phone.action}>
            <SelectField
              language={language}
              form={phone.form}
              name="person"
              label={texts.phonedWho}
              choices={phone.managers}
            />
            <DateField language={language} form={phone.form} name="calledOn" label={onBehalfTexts(language).calledOn} />
            <TextArea language={language} form={phone.form} name="comment" label={texts.phonedSaid} />
            <Actions>
              <SubmitButton>{texts.phonedSubmit}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
      <Section heading={texts.contentsSent}>
        <SentItems items={page.items} />
      </Section>
    </>
  )
}

/** The button by which the authors get the draft back. */
export function TakeBack({ language, action }: { readonly language: Language; readonly action: string }) {
  return (
    <Form action={action}>
      <Actions>
        <SubmitButton tone="secondary">{checkTexts(language).takeBack}</SubmitButton>
      </Actions>
    </Form>
  )
}
