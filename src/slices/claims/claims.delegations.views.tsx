import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Alert,
  Breadcrumbs,
  type Choice,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  Note,
  Pair,
  Section,
  SelectField,
  SubmitButton,
  Table,
  Tag,
  TextField,
  type Tone,
} from '../../ui/index.ts'
import type { DelegationState } from './claims.delegations.rules.ts'
import { delegationsTexts } from './claims.delegations.texts.ts'
import { allClaimsPath, delegationEndPath, delegationsPath } from './claims.paths.ts'

export type ShownDelegation = {
  readonly id: string
  readonly role: string
  readonly to: string
  readonly from: string
  readonly period: string
  readonly decision: string
  readonly state: DelegationState
  /** Who ended it and when, in words. */
  readonly ended: string | undefined
}

export type DelegationsProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly form: FormState
  /** What has just been done. */
  readonly notice: string | undefined
  readonly delegations: readonly ShownDelegation[]
  /** What can be chosen when one is registered; absent for those who only read. */
  readonly choices:
    | {
        readonly roles: readonly Choice[]
        readonly givers: readonly Choice[]
        readonly delegates: readonly Choice[]
      }
    | undefined
}

const tones: { readonly [S in DelegationState]: Tone } = {
  ahead: 'info',
  'in-force': 'good',
  over: 'neutral',
  ended: 'neutral',
}

/** Who approves in somebody else's place, with the form to register another. */
export function DelegationsPage(props: DelegationsProps) {
  const { language, place, form, notice, delegations, choices } = props
  const texts = delegationsTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.back, href: allClaimsPath(place) }]} />
      <ErrorSummary language={language} form={form} />
      {notice && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Table
        caption={texts.caption}
        hideCaption
        rows={delegations}
        rowKey={({ id }) => id}
        empty={<EmptyState heading={texts.emptyHeading}>{texts.empty}</EmptyState>}
        columns={[
          { heading: texts.to, rowHeading: true, cell: ({ to }) => to },
          { heading: texts.role, cell: ({ role }) => role },
          { heading: texts.from, cell: ({ from }) => from },
          { heading: texts.period, cell: ({ period }) => period },
          { heading: texts.decision, cell: ({ decision }) => decision },
          { heading: texts.state, cell: (row) => <State language={language} delegation={row} /> },
          ...(choices === undefined
            ? []
            : [
                {
                  heading: texts.endColumn,
                  cell: (row: ShownDelegation) => <End language={language} place={place} delegation={row} />,
                },
              ]),
        ]}
      />
      {choices && <NewDelegation {...props} choices={choices} />}
    </>
  )
}

function State({ language, delegation }: { readonly language: Language; readonly delegation: ShownDelegation }) {
  const { state, ended } = delegation
  return (
    <>
      <Tag tone={tones[state]}>{delegationsTexts(language).states[state]}</Tag>
      {ended && <Note>{ended}</Note>}
    </>
  )
}

type EndProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly delegation: ShownDelegation
}

function End({ language, place, delegation: { id, to, role, state } }: EndProps) {
  const texts = delegationsTexts(language)
  if (state !== 'ahead' && state !== 'in-force') return <span>–</span>
  return (
    <Form action={delegationEndPath(place)} layout="inline" label={texts.endOf(to, role)}>
      <HiddenField name="id" value={id} />
      <SubmitButton tone="quiet" label={texts.endOf(to, role)}>
        {texts.end}
      </SubmitButton>
    </Form>
  )
}

function NewDelegation({
  language,
  place,
  form,
  choices,
}: DelegationsProps & { readonly choices: NonNullable<DelegationsProps['choices']> }) {
  const texts = delegationsTexts(language)
  const field = { language, form }
  return (
    <Section heading={texts.newHeading} id="ny">
      <Note>{texts.newLead}</Note>
      <Form action={delegationsPath(place)} label={texts.newHeading}>
        <SelectField {...field} name="role" label={texts.roleLabel} choices={choices.roles} />
        <SelectField {...field} name="from" label={texts.fromLabel} hint={texts.fromHint} choices={choices.givers} />
        <SelectField {...field} name="to" label={texts.toLabel} choices={choices.delegates} />
        <Pair>
          <DateField {...field} name="validFrom" label={texts.validFrom} />
          <DateField {...field} name="lastDay" label={texts.lastDay} />
        </Pair>
        <DateField {...field} name="decidedOn" label={texts.decidedOn} />
        <TextField
          {...field}
          name="paragraph"
          label={texts.paragraph}
          hint={texts.paragraphHint}
          maxLength={100}
          optional="as-labelled"
        />
        <SubmitButton>{texts.register}</SubmitButton>
      </Form>
    </Section>
  )
}
