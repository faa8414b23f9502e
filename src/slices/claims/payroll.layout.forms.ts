import type { PayrollLayout } from './payroll.layout.rules.ts'

/** What a browser sends of the layout page: every field as text. */
type Sent = Readonly<Record<string, string | readonly string[]>>
type Column = Readonly<Record<string, string>>

/** The records of a form: the columns of each row, and of headers and footers (`header.0`). */
export type FormRecords = readonly { readonly part: string; readonly columns: readonly Column[] }[]

const columnField = /^(columns|(?:header|footer)\.[0-2])\.(\d{1,3})\.(field|heading|text|width|align|pad|cut)$/
const mostColumns = 40

/** Returns the records of the form that was sent, headers first, without gaps. */
export function recordsOf(form: Sent): FormRecords {
  const found = new Map<string, Map<number, Record<string, string>>>()
  for (const [name, value] of Object.entries(form)) {
    const [, part, at, key] = columnField.exec(name) ?? []
    if (part === undefined || at === undefined || key === undefined) continue
    const columns = found.get(part) ?? new Map<number, Record<string, string>>()
    found.set(part, columns)
    columns.set(Number(at), { ...columns.get(Number(at)), [key]: oneText(value) })
  }
  const parts = [...found].map(([part, columns]) => ({
    part,
    columns: [...columns].sort(([a], [b]) => a - b).map(([, column]) => column),
  }))
  return renumbered([...parts, ...(found.has('columns') ? [] : [{ part: 'columns', columns: [] }])])
}

/** Returns the records as they are after a button of the form: `add:columns`, `remove:header.0:2`, `up:columns:3`, `record:footer`. */
export function changedRecords(records: FormRecords, button: string): FormRecords {
  const [what, part = '', place = ''] = button.split(':')
  const at = Number(place)
  if (what === 'record') {
    const beside = records.filter((it) => it.part.startsWith(`${part}.`)).length
    const isPart = part === 'header' || part === 'footer'
    return isPart && beside < 3
      ? renumbered([...records, { part: `${part}.${beside}`, columns: [{ field: '' }] }])
      : records
  }
  return renumbered(records.map((it) => (it.part === part ? { part, columns: changed(it.columns, what, at) } : it)))
}

function changed(columns: readonly Column[], what: string | undefined, at: number): readonly Column[] {
  if (what === 'add') return columns.length < mostColumns ? [...columns, { field: '' }] : columns
  if (what === 'remove') return columns.filter((_, index) => index !== at)
  const other = what === 'up' ? at - 1 : what === 'down' ? at + 1 : -1
  const [moved, displaced] = [columns[at], columns[other]]
  if (moved === undefined || displaced === undefined) return columns
  return columns.map((column, index) => (index === at ? displaced : index === other ? moved : column))
}

/** A header or footer that has lost its last field is gone, and the next one takes its place. */
function renumbered(records: FormRecords): FormRecords {
  const filled = (kind: string) =>
    records
      .filter(({ part, columns }) => part.startsWith(`${kind}.`) && columns.length > 0)
      .sort((a, b) => (a.part < b.part ? -1 : 1))
      .map(({ columns }, index) => ({ part: `${kind}.${index}`, columns }))
  return [...filled('header'), ...records.filter(({ part }) => part === 'columns'), ...filled('footer')]
}

const plainFields = [
  ...['name', 'form', 'encoding', 'lackedCharacters', 'lineEnding', 'separator', 'quoting', 'date'],
  ...['decimalMark', 'money', 'moneyDecimals', 'quantityDecimals', 'sign', 'plus', 'minus', 'headings'],
] as const

/** Returns the values of the form with these records in place of its own. */
export function withRecords(form: Sent, records: FormRecords): Record<string, string> {
  const plain = Object.fromEntries(plainFields.map((name) => [name, oneText(form[name] ?? '')]))
  const columns = records.flatMap((record) =>
    record.columns.flatMap((column, index) =>
      Object.entries(column).map(([key, value]) => [`${record.part}.${index}.${key}`, value] as const),
    ),
  )
  return { ...plain, ...Object.fromEntries(columns) }
}

/** Returns what the form says, for the schema to judge. */
export function layoutDataOf(form: Sent): Readonly<Record<string, unknown>> {
  const records = recordsOf(form)
  const inPart = (kind: string) =>
    records.filter(({ part }) => part.startsWith(`${kind}.`)).map(({ columns }) => columns.map(columnData))
  const plain = plainFields.map((name) => [name, oneText(form[name] ?? '')] as const)
  const data = Object.fromEntries(plain.filter(([name, value]) => value !== '' || name === 'name'))
  return {
    ...data,
    headings: oneText(form.headings ?? '') === 'yes',
    ...numbered(data, 'moneyDecimals'),
    ...numbered(data, 'quantityDecimals'),
    header: inPart('header'),
    columns: (records.find(({ part }) => part === 'columns')?.columns ?? []).map(columnData),
    footer: inPart('footer'),
  }
}

function columnData(column: Column): Readonly<Record<string, unknown>> {
  const said = Object.fromEntries(Object.entries(column).filter(([key, value]) => value !== '' || key === 'field'))
  return { ...said, cut: column.cut === 'yes', ...numbered(said, 'width') }
}

/** What is no number stays as it was typed: the schema says so beside the field. */
function numbered(data: Readonly<Record<string, string>>, name: string): object {
  const text = (data[name] ?? '').trim()
  return /^\d{1,6}$/.test(text) ? { [name]: Number(text) } : {}
}

/** Returns the values of a form that shows the layout. */
export function formOfLayout(layout: PayrollLayout): Record<string, string> {
  const column = (it: PayrollLayout['columns'][number] | PayrollLayout['header'][number][number]) => ({
    ...it,
    width: it.width === undefined ? '' : String(it.width),
    cut: it.cut ? 'yes' : '',
  })
  const form = Object.fromEntries(
    plainFields.map((name) => [name, name === 'headings' ? (layout.headings ? 'yes' : '') : String(layout[name])]),
  )
  return withRecords(form, [
    ...layout.header.map((columns, index) => ({ part: `header.${index}`, columns: columns.map(column) })),
    { part: 'columns', columns: layout.columns.map(column) },
    ...layout.footer.map((columns, index) => ({ part: `footer.${index}`, columns: columns.map(column) })),
  ])
}

function oneText(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : (value[0] ?? '')
}
