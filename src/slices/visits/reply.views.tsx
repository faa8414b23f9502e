import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  DefinitionList,
  Form,
  formatDayWithWeekday,
  formatTimeOfDay,
  Heading,
  Lead,
  SubmitButton,
} from '../../ui/index.ts'
import { replyTexts } from './reply.texts.ts'
import type { VisitRow } from './visits.store.ts'

type Asked = Pick<VisitRow, 'day' | 'start' | 'end' | 'units'>

function Question({ language, visit }: { readonly language: Language; readonly visit: Asked }) {
  const texts = replyTexts(language)
  const { day, start, end, units } = visit
  return (
    <DefinitionList
      items={[
        { term: texts.unit, description: units.map(({ name }) => name).join(', ') },
        {
          term: texts.when,
          description: texts.at(
            formatDayWithWeekday(day, language),
            formatTimeOfDay(start, language),
            formatTimeOfDay(end, language),
          ),
        },
      ]}
    />
  )
}

type ReplyProps = {
  readonly language: Language
  readonly visit: Asked
  readonly action: string
  /** It came back without an answer. */
  readonly isUnanswered?: boolean
}

/** What the link of a letter shows: the unit and the time, and two buttons. Opening it changes nothing. */
export function ReplyPage({ language, visit, action, isUnanswered }: ReplyProps) {
  const texts = replyTexts(language)
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      {isUnanswered && (
        <Alert tone="danger" announce>
          {texts.choose}
        </Alert>
      )}
      <Lead>{texts.lead}</Lead>
      <Question language={language} visit={visit} />
      <Form action={action}>
        <Actions>
          <SubmitButton name="answer" value="accepted">
            {texts.accept}
          </SubmitButton>
          <SubmitButton name="answer" value="declined" tone="secondary">
            {texts.decline}
          </SubmitButton>
        </Actions>
      </Form>
    </>
  )
}

type RepliedProps = {
  readonly language: Language
  readonly heading: string
  readonly text: string
  /** Absent where the visit must not be told of. */
  readonly visit: Asked | undefined
  readonly onward: { readonly href: string; readonly label: string }
}

/** What has become of the answer, or why the link does not answer, and the way on. */
export function RepliedPage({ language, heading, text, visit, onward }: RepliedProps) {
  return (
    <>
      <Heading level={1}>{heading}</Heading>
      <Lead>{text}</Lead>
      {visit && <Question language={language} visit={visit} />}
      <Actions>
        <ButtonLink href={onward.href}>{onward.label}</ButtonLink>
      </Actions>
    </>
  )
}
