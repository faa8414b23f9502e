import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  Card,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  Paragraph,
  Section,
  SubmitButton,
  Tag,
  TextField,
  TextLink,
  type Tone,
  WrittenText,
} from '../../ui/index.ts'
import type { HandOverItem } from './reports.handover.page.ts'
import { handOverTexts } from './reports.handover.texts.ts'
import { reportsTexts } from './reports.texts.ts'

const tones: { readonly [S in HandOverItem['state']]: Tone } = {
  sent: 'warning',
  opened: 'info',
  received: 'good',
  answered: 'good',
  outside: 'neutral',
}

type ListProps = {
  readonly language: Language
  readonly received: readonly HandOverItem[]
  readonly sent: readonly HandOverItem[]
  readonly reportsHref: string
}

/** What the one who looks has received and handed over. */
export function HandOverList({ language, received, sent, reportsHref }: ListProps) {
  const texts = handOverTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: reportsTexts(language).title, href: reportsHref }]} />
      <Heading level={1}>{texts.title}</Heading>
      {received.length + sent.length === 0 && (
        <EmptyState heading={texts.none}>
          <Paragraph>{texts.noneText}</Paragraph>
        </EmptyState>
      )}
      {received.length > 0 && (
        <Section heading={texts.toYou}>
          <Paragraph>{texts.leadReceiver}</Paragraph>
          <Items language={language} items={received} />
        </Section>
      )}
      {sent.length > 0 && (
        <Section heading={texts.fromYou}>
          <Paragraph>{texts.leadSender}</Paragraph>
          <Items language={language} items={sent} />
        </Section>
      )}
    </>
  )
}

function Items({ language, items }: { readonly language: Language; readonly items: readonly HandOverItem[] }) {
  const texts = handOverTexts(language)
  return (
    <>
      {items.map(({ id, href, units, day, who, state }) => (
        <Card key={id} heading={texts.itemTitle(units)} tag={<Tag tone={tones[state]}>{texts.states[state]}</Tag>}>
          <Paragraph>{`${who}, ${day}`}</Paragraph>
          <Paragraph>
            <TextLink href={href} label={texts.openLabel(units, day)}>
              {texts.open}
            </TextLink>
          </Paragraph>
        </Card>
      ))}
    </>
  )
}

type ItemProps = {
  readonly language: Language
  readonly item: HandOverItem
  readonly listHref: string
  /** Where the receiver says that it is received, and answers; absent for the sender. */
  readonly actions?: { readonly receive: string; readonly answer: string } | undefined
  readonly notice?: string | undefined
  readonly form: FormState
}

/** One thing that was handed over, for its sender and its receivers. */
export function HandOverPage({ language, item, listHref, actions, notice, form }: ItemProps) {
  const texts = handOverTexts(language)
  const { units, day, from, to, state, clause, text, answer } = item
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: listHref }]} />
      <ErrorSummary language={language} form={form} />
      {notice && <Alert tone="good" announce heading={notice} />}
      <Heading level={1}>{texts.itemTitle(units)}</Heading>
      {state === 'outside' ? (
        <Alert>{texts.contactYourself(to)}</Alert>
      ) : (
        <Lead>{actions === undefined ? texts.leadSender : texts.leadReceiver}</Lead>
      )}
      <Section heading={texts.words}>
        <WrittenText>{text}</WrittenText>
      </Section>
      <DefinitionList
        items={[
          { term: texts.from, description: from },
          { term: texts.to, description: to },
          { term: texts.day, description: day },
          { term: texts.state, description: <Tag tone={tones[state]}>{texts.states[state]}</Tag> },
          ...(clause === '' ? [] : [{ term: texts.clause, description: clause }]),
          ...(answer === '' ? [] : [{ term: texts.answer, description: answer }]),
        ]}
      />
      {actions && (state === 'sent' || state === 'opened') && (
        <Form action={actions.receive}>
          <Actions>
            <SubmitButton>{texts.receive}</SubmitButton>
          </Actions>
        </Form>
      )}
      {actions && (
        <Form action={actions.answer}>
          <TextField
            language={language}
            form={form}
            name="answer"
            label={texts.answerLabel}
            hint={texts.answerHint}
            maxLength={300}
            width="full"
          />
          <Actions>
            <SubmitButton tone="secondary">{texts.answerSend}</SubmitButton>
          </Actions>
        </Form>
      )}
    </>
  )
}
