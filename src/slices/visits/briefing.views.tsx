import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  Note,
  Section,
  SubmitButton,
  Table,
  Tag,
  TextLink,
  type Tone,
  WrittenText,
} from '../../ui/index.ts'
import { briefingTexts } from './briefing.texts.ts'

type Referral = {
  readonly id: string
  readonly question: string
  readonly turnTo: string
  readonly reachedBy: string
  readonly version: number
  readonly changeHref: string
  readonly moveAction: string
}

type News = {
  readonly id: string
  readonly text: string
  readonly period: string
  readonly state: { readonly tone: Tone; readonly label: string }
  readonly changeHref: string
}

export type BriefingProps = {
  readonly language: Language
  readonly visitsHref: string
  readonly notice: string | undefined
  readonly form: FormState
  /** What the guideline says, with its clause. */
  readonly fixed: readonly { readonly question: string; readonly turnTo: string; readonly clause: string }[]
  readonly referrals: readonly Referral[]
  /** For readers what is shown today alone. */
  readonly news: readonly News[]
  /** For the one who edits. */
  readonly edit: { readonly newReferralHref: string; readonly newNewsHref: string } | undefined
}

/** Whom one turns to in which question, and what is going on in the committee. */
export function Briefing(props: BriefingProps) {
  const { language, notice } = props
  const texts = briefingTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.toVisits, href: props.visitsHref }]} />
      <ErrorSummary language={language} form={props.form} />
      {notice && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Section heading={texts.referralHeading} id="vart">
        <Fixed {...props} />
        <Own {...props} />
      </Section>
      <NewsPart {...props} />
    </>
  )
}

function Fixed({ language, fixed }: BriefingProps) {
  const texts = briefingTexts(language)
  if (fixed.length === 0) return null
  return (
    <Section heading={texts.fixedHeading} level={3}>
      <Note>{texts.fixedNote}</Note>
      <Table
        caption={texts.fixedHeading}
        hideCaption
        columns={[
          { heading: texts.question, cell: ({ question }) => question, rowHeading: true },
          { heading: texts.turnTo, cell: ({ turnTo }) => turnTo },
          { heading: texts.clause, cell: ({ clause }) => clause },
        ]}
        rows={fixed}
        rowKey={({ question }) => question}
      />
    </Section>
  )
}

function Own({ language, referrals, edit }: BriefingProps) {
  const texts = briefingTexts(language)
  const add = edit && <ButtonLink href={edit.newReferralHref}>{texts.addReferral}</ButtonLink>
  if (referrals.length === 0)
    return (
      <EmptyState heading={texts.emptyReferralHeading} action={add}>
        {edit ? texts.emptyReferral : texts.emptyReferralRead}
      </EmptyState>
    )
  return (
    <Section heading={texts.ownHeading} level={3}>
      <Table
        caption={texts.ownHeading}
        hideCaption
        columns={[
          {
            heading: texts.question,
            rowHeading: true,
            cell: ({ question, changeHref }) =>
              edit ? (
                <TextLink href={changeHref} label={`${question}: ${texts.change}`}>
                  {question}
                </TextLink>
              ) : (
                question
              ),
          },
          { heading: texts.turnTo, cell: ({ turnTo }) => turnTo },
          { heading: texts.reachedBy, cell: ({ reachedBy }) => reachedBy || '–' },
          ...(edit
            ? [
                {
                  heading: texts.order,
                  cell: (row: Referral) => (
                    <Move
                      language={language}
                      row={row}
                      isFirst={row.id === referrals[0]?.id}
                      isLast={row.id === referrals.at(-1)?.id}
                    />
                  ),
                },
              ]
            : []),
        ]}
        rows={referrals}
        rowKey={({ id }) => id}
      />
      {add && <Actions>{add}</Actions>}
    </Section>
  )
}

type MoveProps = {
  readonly language: Language
  readonly row: Referral
  readonly isFirst: boolean
  readonly isLast: boolean
}

function Move({ language, row, isFirst, isLast }: MoveProps) {
  const texts = briefingTexts(language)
  if (isFirst && isLast) return <>–</>
  return (
    <Form action={row.moveAction} version={row.version} layout="inline" label={texts.moveOf(row.question)}>
      {!isFirst && (
        <SubmitButton tone="quiet" name="towards" value="up" label={texts.upOf(row.question)}>
          {texts.up}
        </SubmitButton>
      )}
      {!isLast && (
        <SubmitButton tone="quiet" name="towards" value="down" label={texts.downOf(row.question)}>
          {texts.down}
        </SubmitButton>
      )}
    </Form>
  )
}

function NewsPart({ language, news, edit }: BriefingProps) {
  const texts = briefingTexts(language)
  const add = edit && <ButtonLink href={edit.newNewsHref}>{texts.addNews}</ButtonLink>
  return (
    <Section heading={texts.newsHeading} id="nytt">
      {news.length === 0 && (
        <EmptyState heading={texts.emptyNewsHeading} action={add}>
          {edit ? texts.emptyNews : texts.emptyNewsRead}
        </EmptyState>
      )}
      {edit === undefined ? (
        news.map(({ id, text }) => <WrittenText key={id}>{text}</WrittenText>)
      ) : news.length > 0 ? (
        <>
          <Table
            caption={texts.newsHeading}
            hideCaption
            columns={[
              {
                heading: texts.newsColumn,
                rowHeading: true,
                cell: ({ text, changeHref }) => <TextLink href={changeHref}>{text}</TextLink>,
              },
              { heading: texts.newsPeriodColumn, cell: ({ period }) => period },
              { heading: texts.newsState, cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag> },
            ]}
            rows={news}
            rowKey={({ id }) => id}
          />
          <Actions>{add}</Actions>
        </>
      ) : null}
    </Section>
  )
}
