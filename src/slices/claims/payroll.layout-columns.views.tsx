import {
  Actions,
  Checkbox,
  Details,
  fieldId,
  Pair,
  Paragraph,
  Section,
  SelectField,
  SubmitButton,
  TextField,
  textOf,
} from '../../ui/index.ts'
import type { FormRecords } from './payroll.layout.forms.ts'
import { paddings, rowFields, sides, wholeFields } from './payroll.layout.rules.ts'
import { layoutTexts } from './payroll.layout.texts.ts'
import type { LayoutPageProps } from './payroll.layout.views.tsx'

type RecordProps = LayoutPageProps & {
  readonly record: FormRecords[number]
  readonly heading: string
  readonly lead?: string
}

/** The columns of one record of the file, each folded, with buttons to move and remove it. */
export function ColumnFields(props: RecordProps) {
  const { language, record, heading, lead } = props
  const texts = layoutTexts(language)
  return (
    // An error that belongs to the columns as a whole leads here.
    <Section heading={heading} id={fieldId(record.part)}>
      {lead && <Paragraph>{lead}</Paragraph>}
      {record.columns.map((_, index) => (
        <ColumnForm key={`${record.part}.${index}`} {...props} index={index} />
      ))}
      <Actions>
        <SubmitButton tone="secondary" name="do" value={`add:${record.part}`} label={labelOfAdd(props)}>
          {record.part === 'columns' ? texts.addColumn : texts.addField}
        </SubmitButton>
      </Actions>
    </Section>
  )
}

function labelOfAdd({ language, record, heading }: RecordProps): string | undefined {
  return record.part === 'columns' ? undefined : layoutTexts(language).addFieldTo(heading)
}

function ColumnForm(props: RecordProps & { readonly index: number }) {
  const { language, form, record, index, opened } = props
  const texts = layoutTexts(language)
  const name = (key: string) => `${record.part}.${index}.${key}`
  const field = { language, form }
  const shown = texts.fields[textOf(form, name('field'))] ?? texts.unnamed
  const isFixed = textOf(form, 'form') === 'fixed'
  const isWrong = form.errors.some((error) => error.field.startsWith(`${record.part}.${index}.`))
  const isNew = opened === record.part && index === record.columns.length - 1
  const fields: readonly string[] = record.part === 'columns' ? rowFields : wholeFields
  const title = texts.columnName(index + 1, shown)
  return (
    <Details summary={title} open={isWrong || isNew}>
      <SelectField
        {...field}
        name={name('field')}
        label={texts.field}
        choices={fields.map((value) => ({ value, label: texts.fields[value] ?? value }))}
      />
      {record.part === 'columns' && (
        <TextField {...field} name={name('heading')} label={texts.heading} width="medium" maxLength={40} optional />
      )}
      <TextField
        {...field}
        name={name('text')}
        label={texts.text}
        hint={texts.textHint}
        width="medium"
        maxLength={80}
        optional="as-labelled"
      />
      {isFixed && <PlacingFields {...props} />}
      <MoveButtons {...props} title={title} />
    </Details>
  )
}

function PlacingFields({ language, form, record, index }: RecordProps & { readonly index: number }) {
  const texts = layoutTexts(language)
  const name = (key: string) => `${record.part}.${index}.${key}`
  const field = { language, form }
  const choices = (values: readonly string[]) =>
    values.map((value) => ({ value, label: texts.choices[value] ?? value }))
  // What a layout has unless it says otherwise stands first, as what not choosing means.
  return (
    <>
      <TextField
        {...field}
        name={name('width')}
        label={texts.width}
        hint={texts.widthHint}
        inputMode="numeric"
        width="short"
        maxLength={3}
      />
      <Pair>
        <SelectField
          {...field}
          name={name('align')}
          label={texts.align}
          choices={choices(sides.filter((it) => it !== 'left'))}
          unchosen={texts.choices.left ?? ''}
          optional="as-labelled"
        />
        <SelectField
          {...field}
          name={name('pad')}
          label={texts.pad}
          choices={choices(paddings.filter((it) => it !== 'space'))}
          unchosen={texts.choices.space ?? ''}
          optional="as-labelled"
        />
      </Pair>
      <Checkbox {...field} name={name('cut')} label={texts.cut} />
    </>
  )
}

type MoveProps = RecordProps & { readonly index: number; readonly title: string }

function MoveButtons({ language, record, index, title }: MoveProps) {
  const texts = layoutTexts(language)
  const button = (what: string) => ({ name: 'do', value: `${what}:${record.part}:${index}`, tone: 'quiet' as const })
  return (
    <Actions>
      {index > 0 && (
        <SubmitButton {...button('up')} label={texts.upNamed(title)}>
          {texts.up}
        </SubmitButton>
      )}
      {index < record.columns.length - 1 && (
        <SubmitButton {...button('down')} label={texts.downNamed(title)}>
          {texts.down}
        </SubmitButton>
      )}
      <SubmitButton {...button('remove')} label={texts.removeNamed(title)}>
        {texts.remove}
      </SubmitButton>
    </Actions>
  )
}
