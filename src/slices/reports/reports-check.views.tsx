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
  SelectField,
  SubmitButton,
  Tag,
  TextArea,
  WrittenText,
} from '../../ui/index.ts'
import { onBehalfTexts } from '../people/index.ts'
import type { CheckMeans, CheckPhase, ItemAnswer, SentItem } from './reports.check.rules.ts'
import { checkTexts } from './reports.check.texts.ts'
import type { DocumentStatus as Status } from './reports.status.rules.ts'
import { reportsTexts } from './reports.texts.ts'
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
        <Items items={page.items} />
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

function Items({ items }: { readonly items: readonly SentItem[] }) {
  return (
    <>
      {items.map(({ field, heading, text }) => (
        <Section key={field} heading={heading} level={3}>
          <WrittenText>{text}</WrittenText>
        </Section>
      ))}
    </>
  )
}

/** What one manager has answered. */
export type Reply = {
  readonly heading: string
  readonly name: string
  /** By phone, and registered by whom. */
  readonly registered: string | undefined
  readonly comment: string
  readonly answers: readonly ItemAnswer[]
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
            <Items items={page.items} />
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

type ReplyProps = { readonly language: Language; readonly reply: Reply; readonly items: readonly SentItem[] }

function ReplyPart({ language, reply, items }: ReplyProps) {
  const texts = checkTexts(language)
  const said = new Map(reply.answers.map((answer) => [answer.field, answer]))
  const wrong = items.flatMap(({ field, heading }) => {
    const answer = said.get(field)
    return answer?.verdict === 'wrong' ? [{ field, heading, text: answer.text }] : []
  })
  return (
    <Section heading={reply.heading}>
      {reply.registered && <Note>{reply.registered}</Note>}
      {wrong.map(({ field, heading, text }) => (
        <Section key={field} heading={texts.aboutText(heading)} level={3}>
          <WrittenText>{text}</WrittenText>
        </Section>
      ))}
      {reply.comment === '' ? (
        wrong.length === 0 && <Paragraph>{texts.noRemarks}</Paragraph>
      ) : (
        <WrittenText>{reply.comment}</WrittenText>
      )}
    </Section>
  )
}

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
        <Items items={page.items} />
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
