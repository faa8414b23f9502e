import { formatInstant } from '../../kernel/instant.ts'
import { type BadInput, isBadInput } from '../../platform/command.ts'
import type { Refusal } from '../../kernel/result.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { type FieldError, type FormState, formOf } from '../../ui/index.ts'
import { FormatsPage } from './payroll.formats.views.tsx'
import { layoutPreview } from './payroll.layout-preview.export.ts'
import { type LayoutIssue, layoutFromText, layoutToText, plainName, readLayout } from './payroll.layout-text.export.ts'
import { payrollLayoutSchema } from './payroll.layout.export.ts'
import { removePayrollLayout, savePayrollLayout, savePayrollSettings } from './payroll.layout.commands.ts'
import { changedRecords, formOfLayout, layoutDataOf, recordsOf, withRecords } from './payroll.layout.forms.ts'
import { payrollFormatsPath } from './payroll.layout.paths.ts'
import type { PayrollLayout } from './payroll.layout.rules.ts'
import { getLayout, listLayouts } from './payroll.layout.store.ts'
import { type LayoutTexts, layoutTexts } from './payroll.layout.texts.ts'
import { LayoutPage } from './payroll.layout.views.tsx'
import { getPayrollSettings } from './payroll.settings.store.ts'

const layoutFile = { kind: 'text', atMost: 200_000 } as const

/** The formats of the payroll file: what is set for PAXml, the municipality's own layouts, and a batch in one of them. */
export const payrollFormatPages = [
  get('/lon/format', 'claims:set-up', (request) => formatsPage(request)),
  post('/lon/format', 'claims:set-up', async (request) => {
    const form = await request.form()
    const outcome = await request.run(savePayrollSettings, form)
    if (outcome.ok) return request.redirect(`${payrollFormatsPath(request.place)}?sparat=ja`)
    return formatsPage(request, { values: form, errors: outcomeErrors(outcome, layoutTexts(request.language)) })
  }),
  get('/lon/format/ny', 'claims:set-up', (request) => layoutPage(request, { values: formOfLayout(beginning) })),
  post('/lon/format/ny', 'claims:set-up', (request) => answer(request, undefined)),
  get('/lon/format/:id', 'claims:set-up', async (request) => {
    const { layout, ...row } = await request.read((tx) => getLayout(tx, request.id()))
    return layoutPage(request, { values: formOfLayout(layout), row: { ...row, name: layout.name } })
  }),
  post('/lon/format/:id', 'claims:set-up', (request) => answer(request, request.id())),
  post('/lon/format/:id/borttagning', 'claims:set-up', async (request) => {
    const form = await request.form()
    const seen = { id: request.id(), version: fieldText(form, 'version') }
    const outcome = await request.run(removePayrollLayout, seen)
    if (outcome.ok) return request.redirect(`${payrollFormatsPath(request.place)}?borttagen=ja`)
    const { layout, ...row } = await request.read((tx) => getLayout(tx, seen.id))
    const errors = outcomeErrors(outcome, layoutTexts(request.language))
    return layoutPage(request, { values: formOfLayout(layout), row: { ...row, name: layout.name }, errors })
  }),
  ...(['yaml', 'json'] as const).map((kind) =>
    get(`/lon/format/:id/uppstallning.${kind}`, 'claims:set-up', async (request) => {
      const { layout } = await request.read((tx) => getLayout(tx, request.id()))
      const type = kind === 'yaml' ? 'application/yaml; charset=utf-8' : 'application/json'
      const bytes = new TextEncoder().encode(layoutToText(layout, kind))
      return request.file(bytes, { type, name: `uppstallning-${plainName(layout.name)}.${kind}` })
    }),
  ),
]

async function formatsPage(request: PageRequest, refused?: FormState): Promise<Response> {
  const { language, place } = request
  const texts = layoutTexts(language)
  const { layouts, version, settings } = await request.read(async (tx) => ({
    layouts: await listLayouts(tx),
    ...(await getPayrollSettings(tx)),
  }))
  const values = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]))
  const notice =
    request.query('sparat') !== undefined ? 'saved' : request.query('borttagen') !== undefined ? 'removed' : undefined
  return request.page(
    texts.title,
    <FormatsPage
      language={language}
      place={place}
      layouts={layouts.map(({ id, layout, changedAt, changedBy }) => ({
        id,
        name: layout.name,
        form: texts.choices[layout.form] ?? layout.form,
        encoding: texts.choices[layout.encoding] ?? layout.encoding,
        changed: formatInstant(changedAt, language),
        changedBy,
      }))}
      form={refused ?? formOf(values)}
      version={refused ? Number(fieldText(refused.values, 'version')) || 0 : version}
      notice={refused ? undefined : notice}
    />,
    refused ? 422 : 200,
  )
}

/** A button of the layout page: the form comes back changed or shown as a file, until it is saved. */
async function answer(request: PageRequest, id: string | undefined): Promise<Response> {
  const form = await request.form()
  const texts = layoutTexts(request.language)
  const button = fieldText(form, 'do')
  const version = Number(fieldText(form, 'version')) || 0
  const saved = id === undefined ? undefined : await request.read((tx) => getLayout(tx, id))
  const row = saved && { id: saved.id, version, name: saved.layout.name }
  if (button === 'upload') return uploaded(request, row)
  const records = changedRecords(recordsOf(form), button)
  const values = withRecords(form, records)
  const [what, part] = button.split(':')
  if (part !== undefined)
    return layoutPage(request, {
      values,
      row,
      opened: what === 'record' ? lastOf(records, part) : what === 'add' ? part : undefined,
    })
  const read = readLayout(layoutDataOf(form))
  if (!read.ok) return layoutPage(request, { values, row, errors: issueErrors(read.issues, texts, values) })
  if (button !== 'save') return layoutPage(request, { values, row, layout: read.layout })
  const outcome = await request.run(savePayrollLayout, { id, version, layout: read.layout })
  if (outcome.ok) return request.redirect(`${payrollFormatsPath(request.place)}?sparat=ja`)
  return layoutPage(request, { values, row, errors: outcomeErrors(outcome, texts) })
}

function lastOf(records: ReturnType<typeof recordsOf>, kind: string): string | undefined {
  return records.filter(({ part }) => part.startsWith(`${kind}.`)).at(-1)?.part
}

/** Shows what a file says, for saving: the file replaces what was in the form. */
async function uploaded(request: PageRequest, row: ShownRow | undefined): Promise<Response> {
  const texts = layoutTexts(request.language)
  const upload = (await request.upload('file', layoutFile))?.content
  const values = row
    ? formOfLayout((await request.read((tx) => getLayout(tx, row.id))).layout)
    : formOfLayout(beginning)
  const refusal = (message: string | undefined) =>
    layoutPage(request, { values, row, errors: [{ field: 'file', message: message ?? texts.errors.unreadable ?? '' }] })
  if (upload === undefined) return refusal(texts.errors['file-missing'])
  if (!upload.ok) return refusal(texts.errors[upload.fault === 'missing' ? 'file-missing' : upload.fault])
  const read = layoutFromText(upload.text)
  if (read.ok)
    return layoutPage(request, { values: formOfLayout(read.layout), row, layout: read.layout, isUploaded: true })
  const errors = read.issues.slice(0, 10).map(({ code, at, value }) => {
    const message = texts.errors[code] ?? texts.errors.unreadable ?? ''
    const place = [placeInFile(at, texts), value].filter(Boolean).join(' ')
    return { field: 'file', message: place === '' ? message : texts.atPlace(place, message) }
  })
  return layoutPage(request, { values, row, errors })
}

/** `columns.0.width` as one counts in a file: `columns, nr 1, width`. */
function placeInFile(at: string, texts: LayoutTexts): string {
  const parts = at.split('.').map((part) => (/^\d+$/.test(part) ? texts.numberInFile(Number(part) + 1) : part))
  return parts.join(', ')
}

type ShownRow = { readonly id: string; readonly version: number; readonly name: string }
type Shown = {
  readonly values: RawForm
  readonly row?: ShownRow | undefined
  readonly errors?: readonly FieldError[]
  /** What is shown as a file. */
  readonly layout?: PayrollLayout
  readonly isUploaded?: boolean
  readonly opened?: string | undefined
}

async function layoutPage(request: PageRequest, shown: Shown): Promise<Response> {
  const { language, place } = request
  const texts = layoutTexts(language)
  const { values, row, errors = [], layout } = shown
  const preview = layout && (await request.read((tx) => layoutPreview(tx, request, layout)))
  return request.page(
    row === undefined ? texts.newTitle : texts.editTitle(row.name),
    <LayoutPage
      language={language}
      place={place}
      id={row?.id}
      version={row?.version ?? 0}
      name={row?.name ?? ''}
      form={{ values, errors }}
      records={recordsOf(values)}
      preview={preview}
      isUploaded={shown.isUploaded === true}
      opened={shown.opened}
    />,
    errors.length > 0 ? 422 : 200,
  )
}

function outcomeErrors(outcome: Refusal | BadInput, texts: LayoutTexts): readonly FieldError[] {
  if (!isBadInput(outcome))
    return [{ field: outcome.field ?? '', message: texts.errors[outcome.code] ?? texts.errors.unreadable ?? '' }]
  return issueErrors(
    outcome.issues.map(({ field, code }) => ({ code, at: field.replace(/^layout\./, '') })),
    texts,
  )
}

/** In the summary on top a sentence names its column: the same may be wrong in several. */
function issueErrors(issues: readonly LayoutIssue[], texts: LayoutTexts, values: RawForm = {}): readonly FieldError[] {
  return issues.map(({ code, at }) => {
    const message = texts.errors[code] ?? texts.errors.unreadable ?? ''
    const [, column, number] = /^((?:columns|(?:header|footer)\.\d)\.(\d+))\./.exec(at) ?? []
    if (column === undefined) return { field: at, message }
    const name = texts.fields[fieldText(values, `${column}.field`)] ?? texts.unnamed
    return { field: at, message, summary: texts.atPlace(texts.columnName(Number(number) + 1, name), message) }
  })
}

/** What a new layout begins as: the columns that most payroll programmes ask for. */
const beginning: PayrollLayout = {
  ...payrollLayoutSchema.parse({
    name: '-',
    form: 'separated',
    encoding: 'utf-8',
    columns: [
      { field: 'row-number', heading: 'Rad' },
      { field: 'identity', heading: 'Anställningsnummer' },
      { field: 'day', heading: 'Datum' },
      { field: 'pay-type', heading: 'Löneart' },
      { field: 'quantity', heading: 'Antal' },
      { field: 'rate', heading: 'À-pris' },
      { field: 'amount', heading: 'Belopp' },
      { field: 'cost-centre', heading: 'Kostnadsställe' },
      { field: 'project', heading: 'Projekt' },
      { field: 'comment', heading: 'Kommentar' },
    ],
  }),
  name: '',
}
