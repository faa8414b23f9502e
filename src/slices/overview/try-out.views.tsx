import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  type Choice,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Note,
  Pair,
  Paragraph,
  Progress,
  RadioGroup,
  Section,
  SelectField,
  SubmitButton,
  Table,
  Tag,
  TextLink,
  type Tone,
} from '../../ui/index.ts'
import { type ShownResult, TryOutResultView } from './try-out-result.views.tsx'
import { tryOutOvers, type TryOutProblem, type TryOutState } from './try-out.rules.ts'
import { tryOutTexts } from './try-out.texts.ts'

/** A try-out as the list has it. */
export type TryOutLine = {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly over: string
  readonly started: string
  readonly state: { readonly tone: Tone; readonly text: string }
}

export type TryOutsPageProps = {
  readonly language: Language
  readonly notice: string | undefined
  readonly guidelineHref: string
  readonly form: FormState
  readonly action: string
  /** Versions and drafts. */
  readonly choices: readonly Choice[]
  /** Years with visits; none where nothing has been made. */
  readonly years: readonly number[]
  readonly hasUnits: boolean
  readonly hasProposal: boolean
  /** Where a draft is begun, for those who may. */
  readonly draftHref: string | undefined
  readonly rows: readonly TryOutLine[]
}

/** Earlier try-outs, and the form in which one is started. */
export function TryOutsPage(props: TryOutsPageProps) {
  const { language, notice, guidelineHref, choices, rows, form } = props
  const texts = tryOutTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.guideline, href: guidelineHref }]} />
      <ErrorSummary language={language} form={form} />
      {notice !== undefined && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {choices.length === 0 ? (
        <EmptyState heading={texts.nothingHeading}>{texts.nothing}</EmptyState>
      ) : (
        <StartForm {...props} />
      )}
      <Section heading={texts.earlier}>
        <Table
          caption={texts.earlier}
          hideCaption
          rows={rows}
          rowKey={({ id }) => id}
          empty={texts.earlierEmpty}
          columns={[
            {
              heading: texts.name,
              cell: ({ title, href }) => <TextLink href={href}>{title}</TextLink>,
              rowHeading: true,
            },
            { heading: texts.on, cell: ({ over }) => over },
            { heading: texts.started, cell: ({ started }) => started },
            { heading: texts.state, cell: ({ state }) => <Tag tone={state.tone}>{state.text}</Tag> },
          ]}
        />
      </Section>
    </>
  )
}

function StartForm({ language, form, action, choices, years, hasUnits, hasProposal, draftHref }: TryOutsPageProps) {
  const texts = tryOutTexts(language)
  const shared = { language, form }
  const overs = years.length > 0 ? tryOutOvers : (['synthetic'] as const)
  const yearChoices = years.map((year) => ({ value: String(year), label: String(year) }))
  return (
    <Section heading={texts.start}>
      <Paragraph>{texts.startLead}</Paragraph>
      {!hasProposal && (
        <Alert tone="info">
          <Paragraph>{texts.noProposal}</Paragraph>
          {draftHref && <TextLink href={draftHref}>{texts.writeDraft}</TextLink>}
        </Alert>
      )}
      {years.length === 0 && <Note>{texts.noVisits}</Note>}
      {!hasUnits && <Note>{texts.noUnits}</Note>}
      <Form action={action} label={texts.start}>
        <SelectField {...shared} name="guideline" label={texts.which} choices={choices} />
        <RadioGroup
          {...shared}
          name="over"
          label={texts.over}
          choices={overs.map((value) => ({ value, label: texts.overs[value], hint: texts.overHints[value] }))}
        />
        {years.length > 0 && (
          <Pair>
            <SelectField {...shared} name="from" label={texts.from} optional="as-labelled" choices={yearChoices} />
            <SelectField {...shared} name="to" label={texts.to} optional="as-labelled" choices={yearChoices} />
          </Pair>
        )}
        <Actions>
          <SubmitButton>{texts.submit}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  )
}

export type TryOutPageProps = TryOutLine & {
  readonly language: Language
  readonly allHref: string
  readonly guidelineHref: string
  readonly isSynthetic: boolean
  readonly day: string
  /** While the work is under way, or waits. */
  readonly progress: { readonly done: number; readonly total: number; readonly state: TryOutState } | undefined
  readonly isStill: boolean
  readonly stillHref: string
  readonly reloadHref: string
  readonly problem: TryOutProblem | undefined
  /** Nothing has been heard of it for long. */
  readonly isLost: boolean
  readonly restartAction: string | undefined
  readonly removeAction: string
  readonly result: ShownResult | undefined
}

/** One try-out: how far it has come, why it failed, or what it came to. */
export function TryOutPage(props: TryOutPageProps) {
  const { language, title, over, started, isSynthetic, guidelineHref, allHref, progress, result, day } = props
  const texts = tryOutTexts(language)
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[
          { label: texts.guideline, href: guidelineHref },
          { label: texts.all, href: allHref },
        ]}
      />
      <Heading level={1}>{texts.one(title)}</Heading>
      <Paragraph>
        <Tag tone="warning">{texts.marked}</Tag> {isSynthetic && <Tag tone="info">{texts.madeUp}</Tag>}
      </Paragraph>
      {result ? (
        <>
          <Lead>
            {texts.about(over, result.visits)}{' '}
            {result.before.length === 0 ? texts.comparedNone : texts.compared(result.before.join(', '))}
          </Lead>
          {result.borrowed > 0 && <Note>{texts.borrowed(result.borrowed)}</Note>}
          <TryOutResultView language={language} result={result} />
          <Details summary={texts.ids}>
            <List items={[texts.idsText(result.beforeIds, result.afterId), texts.day(day), started]} />
          </Details>
        </>
      ) : (
        <Lead>
          {over}. {started}.
        </Lead>
      )}
      {progress && <UnderWay {...props} progress={progress} />}
      <Stopped {...props} />
      <Form action={props.removeAction} label={texts.remove} layout="inline">
        <SubmitButton tone="quiet">{progress ? texts.cancel : texts.remove}</SubmitButton>
      </Form>
    </>
  )
}

type UnderWayProps = TryOutPageProps & { readonly progress: NonNullable<TryOutPageProps['progress']> }

function UnderWay({ language, progress, isStill, stillHref, reloadHref }: UnderWayProps) {
  const texts = tryOutTexts(language)
  const { done, total, state } = progress
  return (
    <Alert tone="info" heading={texts.states[state]} announce>
      <Progress language={language} label={texts.progress} done={done} expected={total} />
      <Paragraph>{texts.steps[state === 'waiting' ? 0 : done + 1]}</Paragraph>
      <Paragraph>
        {texts.leave} {!isStill && texts.refreshes}
      </Paragraph>
      <Actions>
        <ButtonLink href={reloadHref} tone="secondary">
          {texts.reload}
        </ButtonLink>
        {!isStill && (
          <ButtonLink href={stillHref} tone="quiet">
            {texts.still}
          </ButtonLink>
        )}
      </Actions>
    </Alert>
  )
}

function Stopped({ language, problem, isLost, restartAction }: TryOutPageProps) {
  const texts = tryOutTexts(language)
  if (problem === undefined && !isLost) return null
  return (
    <Alert tone="danger" heading={isLost ? texts.lostHeading : texts.failedHeading}>
      <Paragraph>{problem === undefined ? texts.lostText : texts.failed[problem]}</Paragraph>
      {restartAction && problem !== 'unreadable' && (
        <Form action={restartAction} label={texts.again} layout="inline">
          <SubmitButton>{texts.again}</SubmitButton>
        </Form>
      )}
    </Alert>
  )
}
