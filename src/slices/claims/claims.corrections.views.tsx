import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore, ore } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  Money,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  Table,
  TextArea,
  TextLink,
} from '../../ui/index.ts'
import type { ShownDifference } from './claims.corrections.page.ts'
import { correctionsTexts } from './claims.corrections.texts.ts'
import { allClaimsPath, claimPath, differencePath, differencesPath } from './claims.paths.ts'
import { claimsTexts } from './claims.texts.ts'

export type DifferencesPageProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly differences: readonly ShownDifference[]
  /** Corrections that are decided and leave with the next batch. */
  readonly pending: readonly PendingRow[]
  readonly mayDecide: boolean
}

export type PendingRow = {
  readonly id: string
  readonly claimHref: string
  readonly what: string
  readonly from: Ore
  readonly to: Ore
}

/** Everything that has gone to payroll and is something else today: to decide, decided, and let stand. */
export function DifferencesPage({ language, place, differences, pending, mayDecide }: DifferencesPageProps) {
  const texts = correctionsTexts(language)
  const of = (standing: ShownDifference['standing']) => differences.filter((it) => it.standing === standing)
  // What is decided and differs anew is decided once more when its counter-rows have left.
  const [open, waiting, letStand] = [of('open'), of('pending'), of('let-stand')]
  const cards = (some: readonly ShownDifference[]) =>
    some.map((it) => (
      <DifferenceCard key={it.id} language={language} place={place} difference={it} mayDecide={mayDecide} />
    ))
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[{ label: claimsTexts(language).backToClaims, href: allClaimsPath(place) }]}
      />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Section heading={texts.openHeading}>
        {open.length === 0 && <EmptyState heading={texts.openEmptyHeading}>{texts.openEmpty}</EmptyState>}
        {cards(open)}
      </Section>
      {pending.length > 0 && (
        <Section heading={texts.pendingHeading}>
          <Paragraph>{texts.pendingLead}</Paragraph>
          <PendingTable language={language} rows={pending} />
          {cards(waiting)}
        </Section>
      )}
      {letStand.length > 0 && (
        <Section heading={texts.letStandHeading}>
          <Paragraph>{texts.letStandLead}</Paragraph>
          {cards(letStand)}
        </Section>
      )}
    </>
  )
}

function PendingTable({ language, rows }: { readonly language: Language; readonly rows: readonly PendingRow[] }) {
  const texts = correctionsTexts(language)
  return (
    <Table
      caption={texts.pendingHeading}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          heading: texts.corrected,
          rowHeading: true,
          cell: (row) => <TextLink href={row.claimHref}>{row.what}</TextLink>,
        },
        { heading: texts.before, align: 'number', cell: (row) => <Money amount={row.from} /> },
        { heading: texts.becomes, align: 'number', cell: (row) => <Money amount={row.to} /> },
        { heading: texts.difference, align: 'number', cell: (row) => <Money amount={ore(row.to - row.from)} /> },
      ]}
    />
  )
}

type OneProps = { readonly language: Language; readonly place: PlaceSlugs; readonly difference: ShownDifference }

function DifferenceCard({ language, place, difference, mayDecide }: OneProps & { readonly mayDecide: boolean }) {
  const texts = correctionsTexts(language)
  const { id, person, unit, day } = difference
  return (
    <Card heading={texts.caption(person, unit, day)}>
      <DifferenceTable language={language} difference={difference} />
      <Why language={language} difference={difference} />
      <Actions>
        {mayDecide && difference.standing === 'open' && (
          <ButtonLink href={differencePath(place, id)} tone="secondary" label={texts.decideLabel(person, unit, day)}>
            {texts.decide}
          </ButtonLink>
        )}
        <TextLink href={claimPath(place, id)} label={texts.openClaimLabel(person, unit, day)}>
          {texts.openClaim}
        </TextLink>
      </Actions>
    </Card>
  )
}

function DifferenceTable({ language, difference }: Omit<OneProps, 'place'>) {
  const texts = correctionsTexts(language)
  const { person, unit, day } = difference
  return (
    <Table
      caption={texts.caption(person, unit, day)}
      hideCaption
      rows={difference.lines}
      rowKey={(row) => row.key}
      columns={[
        { heading: texts.kind, rowHeading: true, cell: (row) => row.kind },
        { heading: texts.before, align: 'number', cell: (row) => <Money amount={row.before} /> },
        { heading: texts.now, align: 'number', cell: (row) => <Money amount={row.now} /> },
        { heading: texts.difference, align: 'number', cell: (row) => <Money amount={row.difference} /> },
      ]}
      footer={[
        texts.sum,
        <Money key="from" amount={difference.from} />,
        <Money key="to" amount={difference.to} />,
        <Money key="difference" amount={difference.difference} />,
      ]}
    />
  )
}

function Why({ language, difference }: Omit<OneProps, 'place'>) {
  const texts = correctionsTexts(language)
  return (
    <>
      <Paragraph>{texts.why}</Paragraph>
      <List items={difference.why} />
      {difference.open && <Note>{texts.open}</Note>}
      {difference.reason !== undefined && <Note>{texts.decided(difference.reason)}</Note>}
    </>
  )
}

export type DifferencePageProps = OneProps & {
  readonly form: FormState
  readonly mayDecide: boolean
}

/** One difference with the form of the one who decides it. */
export function DifferencePage({ language, place, difference, form, mayDecide }: DifferencePageProps) {
  const texts = correctionsTexts(language)
  const { id, person, unit, day, to } = difference
  const correct = {
    value: 'correct',
    label: texts.correct,
    hint: to === 0 ? texts.reverseHint : texts.correctHint(formatKronor(to)),
  }
  const letStand = { value: 'let-stand', label: texts.letStand, hint: texts.letStandHint }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: differencesPath(place) }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.decideTitle(person, unit)}</Heading>
      <Lead>{day}</Lead>
      <DifferenceTable language={language} difference={difference} />
      <Section heading={texts.why}>
        <List items={difference.why} />
        {difference.reason !== undefined && <Note>{texts.decided(difference.reason)}</Note>}
      </Section>
      {difference.open && (
        <Alert tone="warning">
          <Paragraph>{texts.open}</Paragraph>
        </Alert>
      )}
      {difference.standing === 'pending' ? (
        <Alert tone="info">
          <Paragraph>{texts.pendingLead}</Paragraph>
        </Alert>
      ) : mayDecide ? (
        <Form action={differencePath(place, id)} version={difference.version} label={texts.decide}>
          <HiddenField name="seen" value={difference.seen} />
          <RadioGroup
            language={language}
            form={form}
            name="outcome"
            label={texts.outcome}
            choices={difference.open ? [letStand] : [correct, letStand]}
          />
          <TextArea
            language={language}
            form={form}
            name="reason"
            label={texts.reason}
            hint={texts.reasonHint}
            optional="as-labelled"
            maxLength={500}
            rows={3}
          />
          <SubmitButton>{texts.submit}</SubmitButton>
        </Form>
      ) : (
        <Note>{texts.mayNot}</Note>
      )}
      <Paragraph>
        <TextLink href={claimPath(place, id)} label={texts.openClaimLabel(person, unit, day)}>
          {texts.openClaim}
        </TextLink>
      </Paragraph>
    </>
  )
}
