import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  Checkbox,
  DownloadLink,
  EnterButton,
  ErrorSummary,
  FileField,
  FileText,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Note,
  Pair,
  Paragraph,
  Section,
  SelectField,
  SubmitButton,
  TextField,
} from '../../ui/index.ts'
import { ColumnFields } from './payroll.layout-columns.views.tsx'
import type { FormRecords } from './payroll.layout.forms.ts'
import {
  layoutFilePath,
  layoutPath,
  layoutRemovalPath,
  newLayoutPath,
  payrollFormatsPath,
} from './payroll.layout.paths.ts'
import {
  dateForms,
  decimalMarks,
  fileEncodings,
  fileForms,
  lackedCharacters,
  lineEndings,
  moneyUnits,
  quotings,
  separatorNames,
  signPlaces,
} from './payroll.layout.rules.ts'
import { payrollPath } from './claims.paths.ts'
import { payrollTexts } from './payroll.texts.ts'
import { layoutTexts } from './payroll.layout.texts.ts'

export type LayoutPreview = {
  /** The number of the batch that is shown; made-up rows without one. */
  readonly number: number | undefined
  readonly text: string
  readonly problems: readonly string[]
}

export type LayoutPageProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  /** Absent for a layout that is not there yet. */
  readonly id: string | undefined
  readonly version: number
  /** What it is called where it is saved. */
  readonly name: string
  readonly form: FormState
  readonly records: FormRecords
  readonly preview: LayoutPreview | undefined
  readonly isUploaded: boolean
  /** The part whose last field was just added: it stands open. */
  readonly opened: string | undefined
}

/** Where one layout is written: the file, its columns, a preview, and the same as a file. */
export function LayoutPage(page: LayoutPageProps) {
  const { language, place, id, version, form, records, preview } = page
  const texts = layoutTexts(language)
  const action = id === undefined ? newLayoutPath(place) : layoutPath(place, id)
  const part = (kind: string) => records.filter((it) => it.part.startsWith(kind))
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Breadcrumbs
        language={language}
        items={[
          { label: payrollTexts(language).title, href: payrollPath(place) },
          { label: texts.title, href: payrollFormatsPath(place) },
        ]}
      />
      <Heading level={1}>{id === undefined ? texts.newTitle : texts.editTitle(page.name)}</Heading>
      <Lead>{texts.editLead}</Lead>
      {page.isUploaded && (
        <Alert tone="info" announce>
          <Paragraph>{texts.uploaded}</Paragraph>
        </Alert>
      )}
      {preview && <Preview language={language} preview={preview} />}
      <Form action={action} version={version} label={texts.layout}>
        <EnterButton name="do" value="preview" />
        <FileFields {...page} />
        <FigureFields {...page} />
        {part('header').map((record, index) => (
          <ColumnFields key={record.part} {...page} record={record} heading={texts.headerRecord(index + 1)} />
        ))}
        {part('columns').map((record) => (
          <ColumnFields key={record.part} {...page} record={record} heading={texts.columns} lead={texts.columnsLead} />
        ))}
        {part('footer').map((record, index) => (
          <ColumnFields key={record.part} {...page} record={record} heading={texts.footerRecord(index + 1)} />
        ))}
        <Actions>
          <SubmitButton tone="quiet" name="do" value="record:header">
            {texts.addHeader}
          </SubmitButton>
          <SubmitButton tone="quiet" name="do" value="record:footer">
            {texts.addFooter}
          </SubmitButton>
        </Actions>
        <Actions>
          <SubmitButton name="do" value="save">
            {texts.save}
          </SubmitButton>
          <SubmitButton tone="secondary" name="do" value="preview">
            {texts.previewButton}
          </SubmitButton>
        </Actions>
      </Form>
      <AsFile {...page} action={action} />
    </>
  )
}

function Preview({ language, preview }: { readonly language: Language; readonly preview: LayoutPreview }) {
  const texts = layoutTexts(language)
  const { number, text, problems } = preview
  return (
    <Section heading={texts.preview}>
      {problems.length > 0 ? (
        <Alert tone="warning" announce>
          <List items={problems} />
        </Alert>
      ) : (
        <>
          <Note>{number === undefined ? texts.previewOfSample : texts.previewOf(number)}</Note>
          <FileText label={texts.previewLabel}>{text}</FileText>
        </>
      )}
    </Section>
  )
}

function FileFields({ language, form }: LayoutPageProps) {
  const texts = layoutTexts(language)
  const field = { language, form }
  const choices = (values: readonly string[]) =>
    values.map((value) => ({ value, label: texts.choices[value] ?? value }))
  return (
    <Section heading={texts.general}>
      <TextField {...field} name="name" label={texts.name} hint={texts.nameHint} width="medium" maxLength={60} />
      <SelectField {...field} name="form" label={texts.form} hint={texts.formHint} choices={choices(fileForms)} />
      <SelectField {...field} name="encoding" label={texts.encoding} choices={choices(fileEncodings)} />
      <SelectField {...field} name="lackedCharacters" label={texts.lacked} choices={choices(lackedCharacters)} />
      <SelectField {...field} name="lineEnding" label={texts.lineEnding} choices={choices(lineEndings)} />
      <Pair>
        <SelectField
          {...field}
          name="separator"
          label={texts.separator}
          hint={texts.separatorHint}
          choices={choices(separatorNames)}
        />
        <SelectField
          {...field}
          name="quoting"
          label={texts.quoting}
          hint={texts.quotingHint}
          choices={choices(quotings)}
        />
      </Pair>
      <Checkbox {...field} name="headings" label={texts.headings} />
    </Section>
  )
}

function FigureFields({ language, form }: LayoutPageProps) {
  const texts = layoutTexts(language)
  const field = { language, form }
  const choices = (values: readonly string[]) =>
    values.map((value) => ({ value, label: texts.choices[value] ?? value }))
  const marks = decimalMarks.map((value) => ({
    value,
    label: value === 'comma' ? texts.decimalComma : (texts.choices[value] ?? value),
  }))
  return (
    <Section heading={texts.figures}>
      <SelectField
        {...field}
        name="date"
        label={texts.date}
        choices={dateForms.map((value) => ({ value, label: texts.dates[value] ?? value }))}
      />
      <SelectField {...field} name="decimalMark" label={texts.decimalMark} choices={marks} />
      <SelectField {...field} name="money" label={texts.money} choices={choices(moneyUnits)} />
      <Pair>
        <TextField
          {...field}
          name="moneyDecimals"
          label={texts.moneyDecimals}
          hint={texts.moneyDecimalsHint}
          inputMode="numeric"
          width="short"
          maxLength={1}
        />
        <TextField
          {...field}
          name="quantityDecimals"
          label={texts.quantityDecimals}
          hint={texts.quantityDecimalsHint}
          inputMode="numeric"
          width="short"
          maxLength={1}
        />
      </Pair>
      <SelectField {...field} name="sign" label={texts.sign} choices={choices(signPlaces)} />
      <Pair>
        <TextField {...field} name="plus" label={texts.plus} hint={texts.signsHint} width="short" maxLength={3} />
        <TextField {...field} name="minus" label={texts.minus} hint={texts.signsHint} width="short" maxLength={3} />
      </Pair>
    </Section>
  )
}

function AsFile({ language, place, id, version, form, action }: LayoutPageProps & { readonly action: string }) {
  const texts = layoutTexts(language)
  return (
    <>
      <Section heading={texts.asFile}>
        <Paragraph>{texts.asFileLead}</Paragraph>
        {id !== undefined &&
          (['yaml', 'json'] as const).map((kind) => (
            <Paragraph key={kind}>
              <DownloadLink href={layoutFilePath(place, id, kind)} label={texts.download} format={kind.toUpperCase()} />
            </Paragraph>
          ))}
        <Form action={action} version={version} upload label={texts.upload}>
          <FileField
            language={language}
            form={form}
            name="file"
            label={texts.uploadFile}
            hint={texts.uploadHint}
            accept=".yaml,.yml,.json,.txt"
          />
          <SubmitButton tone="secondary" name="do" value="upload">
            {texts.uploadButton}
          </SubmitButton>
        </Form>
      </Section>
      {id !== undefined && (
        <Section heading={texts.removal}>
          <Paragraph>{texts.removalLead}</Paragraph>
          <Form action={layoutRemovalPath(place, id)} version={version} label={texts.removal}>
            <SubmitButton tone="danger">{texts.removal}</SubmitButton>
          </Form>
        </Section>
      )}
    </>
  )
}
