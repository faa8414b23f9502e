import type { Language } from '../../kernel/language.ts'
import {
  Alert,
  Breadcrumbs,
  CheckboxGroup,
  type Choice,
  Details,
  Form,
  FormPage,
  type FormState,
  Note,
  RadioGroup,
  Section,
  SubmitButton,
  Table,
  TextArea,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { restrictionTexts } from './reports.restriction.texts.ts'

type Standing = {
  readonly id: string
  readonly legalGround: string
  readonly reason: string
  readonly passage?: string | undefined
  readonly by: string
  readonly at: string
  /** A correction has changed the passage: everything is masked until somebody has looked at the mark. */
  readonly isGone: boolean
}

type RestrictionPageProps = {
  readonly language: Language
  readonly report: { readonly title: string; readonly href: string }
  readonly form: FormState
  readonly action: string
  readonly liftAction: string
  readonly standing: readonly Standing[]
  readonly passages: readonly Choice[]
  /** The visit, when the report has explanations from its attendance: they stand there as well. */
  readonly visitHref: string | undefined
}

/** Marking a report or passages of it as secret, and the marks that stand with how to lift each. */
export function RestrictionPage(props: RestrictionPageProps) {
  const { language, report, form, action, standing, passages } = props
  const texts = restrictionTexts(language)
  const field = { language, form } as const
  const isWhole = standing.some(({ passage }) => passage === undefined)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: report.title, href: report.href }]} />
      {standing.length > 0 && <Standings {...props} />}
      {!isWhole && (
        <FormPage
          language={language}
          title={standing.length === 0 ? texts.set : texts.more}
          lead={texts.lead}
          form={form.values.what === undefined ? { ...form, values: { what: 'whole', ...form.values } } : form}
          action={action}
          submitLabel={texts.submit}
          cancelHref={report.href}
        >
          <Note>{texts.warning}</Note>
          {props.visitHref !== undefined && (
            <Alert tone="warning">
              {texts.alsoOnVisit} <TextLink href={props.visitHref}>{texts.toVisit}</TextLink>
            </Alert>
          )}
          {passages.length > 0 && (
            <>
              <RadioGroup
                {...field}
                form={form.values.what === undefined ? { ...form, values: { what: 'whole', ...form.values } } : form}
                name="what"
                label={texts.what}
                choices={[
                  { value: 'whole', label: texts.whole, hint: texts.wholeHint },
                  { value: 'passages', label: texts.passages, hint: texts.passagesHint },
                ]}
              />
              <Details summary={texts.choosePassages} open={form.values.what === 'passages'}>
                <CheckboxGroup {...field} name="passage" label={texts.passagesOf} choices={passages} optional />
                <TextArea {...field} name="words" label={texts.words} hint={texts.wordsHint} rows={2} optional />
              </Details>
            </>
          )}
          <TextField {...field} name="legalGround" label={texts.ground} hint={texts.groundHint} maxLength={200} />
          <TextArea {...field} name="reason" label={texts.reason} hint={texts.reasonHint} />
        </FormPage>
      )}
    </>
  )
}

function Standings({ language, standing, liftAction }: RestrictionPageProps) {
  const texts = restrictionTexts(language)
  return (
    <Section heading={texts.standing}>
      {standing.some(({ isGone }) => isGone) && <Alert tone="warning">{texts.gone}</Alert>}
      <Table
        caption={texts.standing}
        hideCaption
        rows={standing}
        rowKey={({ id }) => id}
        columns={[
          { heading: texts.columns.what, rowHeading: true, cell: ({ passage }) => passage ?? texts.whole },
          { heading: texts.columns.ground, cell: ({ legalGround }) => legalGround },
          { heading: texts.columns.reason, cell: ({ reason }) => reason },
          { heading: texts.columns.marked, cell: ({ by, at }) => texts.markedBy(by, at) },
          {
            heading: texts.columns.step,
            cell: ({ id }) => (
              <Form action={liftAction} layout="inline">
                <input type="hidden" name="mark" value={id} />
                <SubmitButton tone="secondary">{texts.lift}</SubmitButton>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  )
}
