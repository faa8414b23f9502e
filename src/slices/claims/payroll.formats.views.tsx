import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Pair,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  Table,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { payrollPath } from './claims.paths.ts'
import { layoutPath, newLayoutPath, payrollFormatsPath } from './payroll.layout.paths.ts'
import { layoutTexts } from './payroll.layout.texts.ts'
import { paxmlEncodings } from './payroll.settings.rules.ts'
import { payrollTexts } from './payroll.texts.ts'

export type ShownLayout = {
  readonly id: string
  readonly name: string
  readonly form: string
  readonly encoding: string
  readonly changed: string
  readonly changedBy: string
}

type FormatsProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly layouts: readonly ShownLayout[]
  /** What is set for PAXml, as typed. */
  readonly form: FormState
  readonly version: number
  readonly notice: 'saved' | 'removed' | undefined
}

/** The municipality's layouts of the payroll file, and what it has set for PAXml. */
export function FormatsPage({ language, place, layouts, form, version, notice }: FormatsProps) {
  const texts = layoutTexts(language)
  const field = { language, form }
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Breadcrumbs language={language} items={[{ label: payrollTexts(language).title, href: payrollPath(place) }]} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {notice && (
        <Alert tone="good" announce>
          <Paragraph>{texts[notice]}</Paragraph>
        </Alert>
      )}
      <Section heading={texts.layouts}>
        <Paragraph>{texts.layoutsLead}</Paragraph>
        <Table
          caption={texts.layouts}
          hideCaption
          rows={layouts}
          rowKey={(row) => row.id}
          empty={<Paragraph>{texts.noLayouts}</Paragraph>}
          columns={[
            {
              heading: texts.layout,
              rowHeading: true,
              cell: ({ id, name }) => <TextLink href={layoutPath(place, id)}>{name}</TextLink>,
            },
            { heading: texts.form, cell: (row) => row.form },
            { heading: texts.encoding, cell: (row) => row.encoding },
            { heading: texts.changed, cell: (row) => row.changed },
            { heading: texts.changedBy, cell: (row) => row.changedBy },
          ]}
        />
        <Actions>
          <ButtonLink href={newLayoutPath(place)} tone="secondary">
            {texts.newLayout}
          </ButtonLink>
        </Actions>
      </Section>
      <Section heading={texts.paxml}>
        <Paragraph>{texts.paxmlLead}</Paragraph>
        <Form action={payrollFormatsPath(place)} version={version} label={texts.paxml}>
          <TextField
            {...field}
            name="paxmlVersion"
            label={texts.paxmlVersion}
            hint={texts.paxmlVersionHint}
            width="short"
            maxLength={5}
          />
          <TextField {...field} name="paxmlSchema" label={texts.paxmlSchema} maxLength={200} />
          <RadioGroup
            {...field}
            name="paxmlEncoding"
            label={texts.paxmlEncoding}
            choices={paxmlEncodings.map((value) => ({ value, label: value }))}
          />
          <Pair>
            <TextField
              {...field}
              name="costCentreDimension"
              label={texts.costCentreDimension}
              hint={texts.dimensionHint}
              inputMode="numeric"
              width="short"
              maxLength={2}
            />
            <TextField
              {...field}
              name="projectDimension"
              label={texts.projectDimension}
              hint={texts.dimensionHint}
              inputMode="numeric"
              width="short"
              maxLength={2}
            />
          </Pair>
          <SubmitButton>{texts.save}</SubmitButton>
        </Form>
      </Section>
    </>
  )
}

type CannotWriteProps = {
  readonly language: Language
  readonly back: { readonly label: string; readonly href: string }
  readonly name: string
  readonly sentences: readonly string[]
}

/** Why a batch is no file in a layout. */
export function CannotWritePage({ language, back, name, sentences }: CannotWriteProps) {
  return (
    <>
      <Breadcrumbs language={language} items={[back]} />
      <Heading level={1}>{layoutTexts(language).cannotWrite(name)}</Heading>
      <Alert tone="warning">
        <List items={sentences} />
      </Alert>
    </>
  )
}
