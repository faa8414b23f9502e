import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Checkbox,
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
  SubmitButton,
  TextArea,
  WrittenText,
} from '../../ui/index.ts'
import type { CheckMeans, SentItem } from './reports.check.rules.ts'
import { checkTexts } from './reports.check.texts.ts'
import type { DocumentStatus as Status } from './reports.status.rules.ts'
import { reportsTexts } from './reports.texts.ts'
import { type Reply, ReplyPart, SentItems } from './reports-check-parts.views.tsx'
import { DocumentStatus } from './reports-status.views.tsx'

export type CheckSendPage = {
  readonly language: Language
  readonly lead: string
  readonly status: Status
  /** What happens, a sentence each, in order. */
  readonly happens: readonly string[]
  /** What its leaving the authority means, when it does. */
  readonly outside: readonly string[] | undefined
  /** The guideline names no days. */
  readonly choosesDay: boolean
  readonly canSend: boolean
  readonly items: readonly SentItem[]
  readonly version: number
  readonly form: FormState
  readonly action: string
  readonly draftHref: string
}

/** The page before a draft is sent to the managers: to whom, until when, and whether it leaves the authority. */
export function CheckSend(page: CheckSendPage) {
  const { language, form, outside } = page
  const texts = checkTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.back, href: page.draftHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.sendTitle}</Heading>
      <Lead>{page.lead}</Lead>
      <DocumentStatus language={language} status={page.status} compact />
      <Section heading={texts.happens}>
        <List items={page.happens} />
      </Section>
      {outside && (
        <Alert tone="warning" heading={texts.outsideHeading}>
          {outside.map((sentence) => (
            <Paragraph key={sentence}>{sentence}</Paragraph>
          ))}
        </Alert>
      )}
      <Section heading={texts.contents}>
        <SentItems items={page.items} />
      </Section>
      {page.canSend && (
        <Form action={page.action} version={page.version}>
          {page.choosesDay && (
            <>
              <Note>{texts.daysSilent}</Note>
              <DateField language={language} form={form} name="lastDay" label={texts.lastDay} />
            </>
          )}
          {outside && <Checkbox language={language} form={form} name="dispatch" label={texts.dispatch} />}
          <Actions>
            <SubmitButton>{outside ? texts.sendOutside : texts.send}</SubmitButton>
            <ButtonLink href={page.draftHref} tone="quiet">
              {texts.back}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </>
  )
}

export type CheckFormPage = {
  readonly language: Language
  readonly title: string
  readonly visit: string
  readonly status: Status
  readonly means: CheckMeans
  readonly lead: string
  readonly deadline: string
  readonly items: readonly SentItem[]
  /** Absent where there is nothing to answer any more. */
  readonly answer: { readonly form: FormState; readonly version: number; readonly action: string } | undefined
  /** Why there is nothing to answer, when that is not the manager's own doing. */
  readonly closed: string | undefined
  readonly replies: readonly Reply[]
  readonly reportHref: string | undefined
  readonly notice?: string | undefined
}

/** The draft as a manager gets it: each text with room for an answer, or one comment on the whole. */
export function CheckForm(page: CheckFormPage) {
  const { language, answer, means } = page
  const texts = checkTexts(language)
  return (
    <>
      {answer && <ErrorSummary language={language} form={answer.form} />}
      {page.notice && <Alert tone="good" announce heading={page.notice} />}
      <Heading level={1}>{page.title}</Heading>
      <Lead>{page.visit}</Lead>
      {page.closed && <Alert>{page.closed}</Alert>}
      {page.reportHref && (
        <Actions>
          <ButtonLink href={page.reportHref}>{reportsTexts(language).title}</ButtonLink>
        </Actions>
      )}
      {answer && (
        <>
          <Paragraph>{page.lead}</Paragraph>
          <Paragraph>{page.deadline}</Paragraph>
        </>
      )}
      <DocumentStatus language={language} status={page.status} compact />
      {page.replies.map((reply) => (
        <ReplyPart key={reply.heading} language={language} reply={reply} items={page.items} />
      ))}
      {answer ? (
        <Form action={answer.action} version={answer.version}>
          {page.items.map((item) => (
            <Section key={item.field} heading={item.heading}>
              <WrittenText>{item.text}</WrittenText>
              {means === 'check' && <ItemFields language={language} form={answer.form} item={item} />}
            </Section>
          ))}
          <TextArea
            language={language}
            form={answer.form}
            name="comment"
            label={texts.comment[means]}
            hint={texts.commentHint}
            optional
          />
          <Note>{texts.handInNote}</Note>
          <Actions>
            <SubmitButton name="next" value="save" tone="secondary">
              {texts.save}
            </SubmitButton>
            <SubmitButton name="next" value="hand-in">
              {texts.handIn}
            </SubmitButton>
          </Actions>
        </Form>
      ) : (
        page.items.length > 0 && (
          <Section heading={texts.contentsSent}>
            <SentItems items={page.items} />
          </Section>
        )
      )}
    </>
  )
}

type ItemFieldsProps = { readonly language: Language; readonly form: FormState; readonly item: SentItem }

function ItemFields({ language, form, item: { field, heading } }: ItemFieldsProps) {
  const texts = checkTexts(language)
  return (
    <>
      <RadioGroup
        language={language}
        form={form}
        name={`verdict.${field}`}
        label={`${texts.verdict} (${heading})`}
        optional
        choices={(['agrees', 'wrong'] as const).map((value) => ({ value, label: texts.verdicts[value] }))}
      />
      <TextArea
        language={language}
        form={form}
        name={`said.${field}`}
        label={`${texts.said} (${heading})`}
        hint={texts.saidHint}
        rows={2}
        optional
      />
    </>
  )
}
