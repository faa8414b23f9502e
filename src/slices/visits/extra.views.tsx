import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Breadcrumbs,
  ButtonLink,
  type Choice,
  DefinitionList,
  EmptyState,
  FormPage,
  type FormState,
  Heading,
  HiddenField,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  Table,
  Tag,
  TextArea,
  TextField,
  TextLink,
  WrittenText,
  YesNoField,
} from '../../ui/index.ts'
import type { ExtraShown, YearRow } from './extra.page.ts'
import type { ExtraMatter } from './extra.rules.ts'
import { extraTexts } from './extra.texts.ts'
import type { RuleLine } from './visits.guideline-page.ts'
import { RuleLines } from './visits-rules.views.tsx'

/** What the visit's page says of visits beyond the usual: what is to be decided, what was, and the next step. */
export function ExtraSection({
  language,
  extra,
}: {
  readonly language: Language
  readonly extra: ExtraShown | undefined
}) {
  if (extra === undefined) return null
  const texts = extraTexts(language)
  return (
    <Section heading={texts.heading} id="extra">
      {extra.matters.length > 0 && (
        <Table
          caption={texts.caption}
          hideCaption
          rows={extra.matters}
          rowKey={({ key }) => key}
          columns={[
            { heading: texts.columns.who, cell: ({ who }) => who, rowHeading: true },
            { heading: texts.columns.matter, cell: ({ matter }) => matter },
            { heading: texts.columns.state, cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag> },
            { heading: texts.columns.clause, cell: ({ clause }) => clause },
            { heading: texts.columns.reason, cell: ({ reason }) => reason },
          ]}
        />
      )}
      {extra.decisions.length > 0 && (
        <DefinitionList items={extra.decisions.map(({ what, basis }) => ({ term: what, description: basis }))} />
      )}
      {extra.steps.length > 0 && (
        <Actions>
          {extra.steps.map(({ label, href }) => (
            <ButtonLink key={href} href={href} tone="secondary">
              {label}
            </ButtonLink>
          ))}
        </Actions>
      )}
    </Section>
  )
}

type Common = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly backHref: string
  /** Which visit it is. */
  readonly visit: string
  readonly matter: ExtraMatter
  readonly persons: readonly Choice[]
}

/** The form to ask for a visit beyond the usual number, or for its fee. */
export function RequestView({
  language,
  form,
  action,
  backHref,
  visit,
  matter,
  persons,
  decider,
  lines,
}: Common & { readonly decider: string; readonly lines: readonly RuleLine[] }) {
  const texts = extraTexts(language)
  const field = { language, form }
  const [only, ...others] = persons
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: visit, href: backHref }]} />
      {only === undefined ? (
        <>
          <Heading level={1}>{texts.askTitle[matter]}</Heading>
          <EmptyState heading={texts.askNobody}>{texts.askNobodyText}</EmptyState>
        </>
      ) : (
        <FormPage
          language={language}
          title={texts.askTitle[matter]}
          lead={texts.askLead(decider)}
          form={form}
          action={action}
          submitLabel={texts.askSubmit}
          cancelHref={backHref}
        >
          <RuleLines language={language} lines={lines} />
          <HiddenField name="about" value={matter} />
          {others.length === 0 ? (
            <HiddenField name="person" value={only.value} />
          ) : (
            <RadioGroup {...field} name="person" label={texts.askPerson} choices={persons} />
          )}
          <TextArea
            {...field}
            name="reason"
            label={texts.askReason[matter]}
            hint={texts.askReasonHint}
            rows={4}
            maxLength={1000}
          />
        </FormPage>
      )}
    </>
  )
}

/** What the one who decides sees of a person: why it was asked for, and their year. */
export type Considered = {
  readonly id: string
  readonly heading: string
  readonly asked: string | undefined
  readonly reason: string
  readonly year: readonly YearRow[]
}

export type DecisionProps = Common & {
  readonly version: number
  readonly lines: readonly RuleLine[]
  readonly considered: readonly Considered[]
  /** For whom the secretary registers it; undefined for one who decides. */
  readonly registeredFor: string | undefined
  /** The same visit's other matter, where that is to be decided too. */
  readonly other: { readonly label: string; readonly href: string } | undefined
}

/** The decision about one person's visit beyond the usual number, or its fee, with what it rests on. */
export function DecisionView(props: DecisionProps) {
  const { language, form, action, version, backHref, visit, matter, persons, lines, considered } = props
  const texts = extraTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: visit, href: backHref }]} />
      {persons.length === 0 ? (
        <>
          <Heading level={1}>{texts.decisionTitle[matter]}</Heading>
          <EmptyState heading={texts.decisionNobody} />
        </>
      ) : (
        <FormPage
          language={language}
          title={texts.decisionTitle[matter]}
          lead={texts.decisionLead}
          form={form}
          action={action}
          version={version}
          submitLabel={texts.decisionSubmit}
          cancelHref={backHref}
        >
          {props.registeredFor !== undefined && <Paragraph>{texts.registeredFor(props.registeredFor)}</Paragraph>}
          {props.other !== undefined && <TextLink href={props.other.href}>{props.other.label}</TextLink>}
          <RuleLines language={language} lines={lines} />
          {considered.map((person) => (
            <ConsideredView key={person.id} language={language} person={person} />
          ))}
          <HiddenField name="about" value={matter} />
          <RadioGroup {...field} name="person" label={texts.decisionPerson} choices={persons} />
          <YesNoField {...field} name="granted" label={texts.decisionGranted[matter]} />
          <TextField
            {...field}
            name="delegation"
            label={texts.delegation}
            hint={texts.delegationHint}
            maxLength={200}
          />
          <TextArea {...field} name="reason" label={texts.decisionReason} rows={3} maxLength={1000} />
        </FormPage>
      )}
    </>
  )
}

function ConsideredView({ language, person }: { readonly language: Language; readonly person: Considered }) {
  const texts = extraTexts(language)
  const { yearColumns: columns } = texts
  return (
    <Section heading={person.heading}>
      {person.asked === undefined ? (
        <Note>{texts.noRequest}</Note>
      ) : (
        <>
          <WrittenText>{person.reason}</WrittenText>
          <Note>{person.asked}</Note>
        </>
      )}
      <Table
        caption={person.heading}
        hideCaption
        rows={person.year}
        rowKey={({ key }) => key}
        columns={[
          { heading: columns.number, cell: ({ number }) => number, align: 'number' },
          { heading: columns.day, cell: ({ day }) => day, rowHeading: true },
          { heading: columns.unit, cell: ({ unit }) => unit },
          { heading: columns.state, cell: ({ state }) => state },
        ]}
      />
    </Section>
  )
}
