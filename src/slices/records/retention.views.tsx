import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Breadcrumbs,
  type Choice,
  DateField,
  EmptyState,
  ErrorSummary,
  Fieldset,
  Form,
  type FormState,
  FormPage,
  Heading,
  Lead,
  Note,
  RadioGroup,
  Section,
  SelectField,
  SubmitButton,
  Table,
  Tag,
  TextArea,
  TextField,
  TextLink,
  type Tone,
} from '../../ui/index.ts'
import { countings, eventKinds, type RetentionKind, retentionActions } from './retention.rules.ts'
import { retentionTexts } from './retention.texts.ts'

export type KindLine = {
  readonly kind: RetentionKind
  readonly rule: string
  readonly ground: string
  readonly coming: readonly string[]
  readonly href: string
}

export type HoldLine = {
  readonly id: string
  readonly what: string
  readonly reason: string
  readonly since: string
  readonly endAction?: string | undefined
}

export type RunLine = {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly state: 'proposed' | 'done' | 'withdrawn'
  readonly recordHref?: string | undefined
}

export type RetentionPage = {
  readonly language: Language
  readonly kinds: readonly KindLine[]
  readonly holds: readonly HoldLine[]
  readonly runs: readonly RunLine[]
  readonly form: FormState
  /** For those who propose. */
  readonly actions?: { readonly propose: string; readonly hold: string } | undefined
}

const tones: Readonly<Record<RunLine['state'], Tone>> = { proposed: 'info', done: 'good', withdrawn: 'neutral' }

/** What is kept and for how long, what is excepted, and what has been proposed and disposed of. */
export function RetentionOverview({ language, kinds, holds, runs, form, actions }: RetentionPage) {
  const texts = retentionTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Section heading={texts.rules}>
        <Table
          caption={texts.rules}
          hideCaption
          rows={kinds}
          rowKey={({ kind }) => kind}
          columns={[
            {
              heading: texts.columns.kind,
              rowHeading: true,
              cell: ({ kind, href }) => <TextLink href={href}>{texts.kinds[kind]}</TextLink>,
            },
            {
              heading: texts.columns.rule,
              cell: ({ rule, coming }) => (
                <>
                  {rule}
                  {coming.map((it) => (
                    <Note key={it}>{it}</Note>
                  ))}
                </>
              ),
            },
            { heading: texts.columns.ground, cell: ({ ground }) => ground },
          ]}
        />
      </Section>
      <Section heading={texts.proposals} id="forslag">
        <Table
          caption={texts.proposals}
          hideCaption
          rows={runs}
          rowKey={({ id }) => id}
          empty={<EmptyState heading={texts.noProposals} />}
          columns={[
            {
              heading: texts.proposals,
              rowHeading: true,
              cell: ({ href, title }) => <TextLink href={href}>{title}</TextLink>,
            },
            { heading: texts.state, cell: ({ state }) => <Tag tone={tones[state]}>{texts.states[state]}</Tag> },
            {
              heading: texts.record,
              cell: ({ recordHref, title }) =>
                recordHref && (
                  <TextLink href={recordHref} label={`${texts.pdf}: ${title}`}>
                    {texts.pdf}
                  </TextLink>
                ),
            },
          ]}
        />
        {actions && (
          <Form action={actions.propose} label={texts.propose}>
            <Note>{texts.proposeLead}</Note>
            <Actions>
              <SubmitButton>{texts.propose}</SubmitButton>
            </Actions>
          </Form>
        )}
      </Section>
      <Section heading={texts.holds} id="undantag">
        <Note>{texts.holdLead}</Note>
        <Holds language={language} holds={holds} />
        {actions && (
          <HoldForm
            language={language}
            form={form}
            action={actions.hold}
            choices={kinds.map(({ kind }) => ({ value: kind, label: texts.wholeKind(texts.kinds[kind]) }))}
          />
        )}
      </Section>
    </>
  )
}

function Holds({ language, holds }: { readonly language: Language; readonly holds: readonly HoldLine[] }) {
  const texts = retentionTexts(language)
  return (
    <Table
      caption={texts.holds}
      hideCaption
      rows={holds}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={texts.noHolds} />}
      columns={[
        { heading: texts.columns.document, rowHeading: true, cell: ({ what }) => what },
        { heading: texts.columns.reason, cell: ({ reason }) => reason },
        { heading: texts.columns.day, cell: ({ since }) => since },
        {
          heading: texts.holdAction,
          cell: ({ endAction, what }) =>
            endAction && (
              <Form action={endAction} label={texts.endHoldOf(what)} layout="inline">
                <SubmitButton tone="quiet" label={texts.endHoldOf(what)}>
                  {texts.endHold}
                </SubmitButton>
              </Form>
            ),
        },
      ]}
    />
  )
}

type HoldProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly choices: readonly Choice[]
}

/** Excepts a kind, or a document of a proposal. */
export function HoldForm({ language, form, action, choices }: HoldProps) {
  const texts = retentionTexts(language)
  return (
    <Form action={action} label={texts.hold}>
      <SelectField language={language} form={form} name="what" label={texts.holdWhat} choices={choices} />
      <TextArea language={language} form={form} name="reason" label={texts.holdReason} rows={2} maxLength={500} />
      <Actions>
        <SubmitButton tone="secondary">{texts.hold}</SubmitButton>
      </Actions>
    </Form>
  )
}

export type RulePage = {
  readonly language: Language
  readonly kind: RetentionKind
  readonly versions: readonly {
    readonly id: string
    readonly from: string
    readonly rule: string
    readonly ground: string
  }[]
  readonly form: FormState
  readonly listHref: string
  /** For those who propose. */
  readonly action?: string | undefined
}

/** One kind of document: what a rule would remove, the versions of the rule, and a new one. */
export function RetentionRuleDetails({ language, kind, versions, form, listHref, action }: RulePage) {
  const texts = retentionTexts(language)
  const shared = { language, form }
  const list = (
    <Section heading={texts.versions} level={2}>
      <Table
        caption={texts.versions}
        hideCaption
        rows={versions}
        rowKey={({ id }) => id}
        empty={<EmptyState heading={texts.noVersions} />}
        columns={[
          { heading: texts.columns.day, rowHeading: true, cell: ({ from }) => from },
          { heading: texts.columns.rule, cell: ({ rule }) => rule },
          { heading: texts.columns.ground, cell: ({ ground }) => ground },
        ]}
      />
    </Section>
  )
  const crumbs = <Breadcrumbs language={language} items={[{ label: texts.title, href: listHref }]} />
  if (action === undefined) {
    return (
      <>
        {crumbs}
        <Heading level={1}>{texts.ruleTitle(texts.kinds[kind])}</Heading>
        <Lead>{texts.about[kind]}</Lead>
        {list}
      </>
    )
  }
  return (
    <>
      {crumbs}
      <FormPage
        language={language}
        title={texts.ruleTitle(texts.kinds[kind])}
        lead={texts.about[kind]}
        form={form}
        action={action}
        submitLabel={texts.save}
        cancelHref={listHref}
      >
        <RadioGroup
          {...shared}
          name="action"
          label={texts.action}
          choices={retentionActions
            .filter((value) => value !== 'at-event' || eventKinds.has(kind))
            .map((value) => ({ value, label: texts.actions[value] }))}
        />
        <Fieldset legend={texts.ifYears} look="inner">
          <TextField
            {...shared}
            name="years"
            label={texts.years}
            width="short"
            inputMode="numeric"
            optional="as-labelled"
            maxLength={3}
          />
          <RadioGroup
            {...shared}
            name="countedFrom"
            label={texts.countedFrom}
            optional="as-labelled"
            choices={countings.map((value) => ({ value, label: texts.countings[value] }))}
          />
        </Fieldset>
        <TextField {...shared} name="plan" label={texts.plan} hint={texts.planHint} maxLength={200} />
        <DateField {...shared} name="decidedOn" label={texts.decidedOn} />
        <TextField
          {...shared}
          name="paragraph"
          label={texts.paragraph}
          hint={texts.paragraphHint}
          width="short"
          maxLength={30}
        />
        <DateField {...shared} name="validFrom" label={texts.validFrom} />
      </FormPage>
      {list}
    </>
  )
}
