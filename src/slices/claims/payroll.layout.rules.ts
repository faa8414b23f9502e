/** A file of fields with a sign between them (CSV), or of fields of fixed width. */
export const fileForms = ['separated', 'fixed'] as const
export const fileEncodings = ['utf-8', 'utf-8-bom', 'iso-8859-1', 'windows-1252'] as const
/** What happens to a character that the encoding lacks: the file is not made, or `?`, or the letter without its mark and else `?`. */
export const lackedCharacters = ['refuse', 'question-mark', 'plain-letter'] as const
export const separatorNames = ['semicolon', 'comma', 'tab', 'bar'] as const
export const quotings = ['when-needed', 'always', 'never'] as const
export const lineEndings = ['crlf', 'lf'] as const
/** `none` writes the decimals without a sign before them: `259.50` is `25950`. */
export const decimalMarks = ['comma', 'point', 'none'] as const
export const moneyUnits = ['kronor', 'ore'] as const
export const dateForms = ['YYYY-MM-DD', 'YYYYMMDD', 'YYMMDD', 'DD.MM.YYYY'] as const
/** Where the sign of a negative amount stands; `column` is in a field of its own. */
export const signPlaces = ['leading', 'trailing', 'column'] as const
export const sides = ['left', 'right'] as const
export const paddings = ['space', 'zero'] as const

/** What a column can hold of a row. */
export const rowFields = [
  'row-number',
  'employment-number',
  'personal-number',
  'identity',
  'name',
  'day',
  'pay-type',
  'label',
  'quantity',
  'rate',
  'amount',
  'sign',
  'cost-centre',
  'project',
  'comment',
  'visit',
  'batch-number',
  'text',
  'blank',
] as const
export type RowField = (typeof rowFields)[number]

/** What a field of a header or a footer can hold of the whole. */
export const wholeFields = [
  'batch-number',
  'created',
  'municipality',
  'organisation-number',
  'committee',
  'row-count',
  'person-count',
  'amount-sum',
  'sign',
  'text',
  'blank',
] as const
export type WholeField = (typeof wholeFields)[number]

export type LayoutColumn<Field extends RowField | WholeField = RowField | WholeField> = {
  readonly field: Field
  /** Stands in the row of headings. */
  readonly heading: string
  /** What a `text` says in every row. */
  readonly text: string
  /** In characters; for fixed width alone. */
  readonly width?: number | undefined
  readonly align: (typeof sides)[number]
  readonly pad: (typeof paddings)[number]
  /** Whether a text that has no room is cut; figures never are. */
  readonly cut: boolean
}

/** How a municipality's payroll programme wants its file. */
export type PayrollLayout = {
  readonly name: string
  readonly form: (typeof fileForms)[number]
  readonly encoding: (typeof fileEncodings)[number]
  readonly lackedCharacters: (typeof lackedCharacters)[number]
  readonly lineEnding: (typeof lineEndings)[number]
  readonly separator: (typeof separatorNames)[number]
  readonly quoting: (typeof quotings)[number]
  readonly headings: boolean
  readonly date: (typeof dateForms)[number]
  readonly decimalMark: (typeof decimalMarks)[number]
  readonly money: (typeof moneyUnits)[number]
  /** Of amounts and rates in kronor, from 2: less would lose öre. */
  readonly moneyDecimals: number
  readonly quantityDecimals: number
  readonly sign: (typeof signPlaces)[number]
  /** What a field `sign` says of what is paid, and of what is taken back. */
  readonly plus: string
  readonly minus: string
  readonly header: readonly (readonly LayoutColumn<WholeField>[])[]
  readonly columns: readonly LayoutColumn<RowField>[]
  readonly footer: readonly (readonly LayoutColumn<WholeField>[])[]
}

type LayoutFaultCode =
  | 'column-twice'
  | 'amount-missing'
  | 'pay-type-missing'
  | 'person-missing'
  | 'sign-column-missing'
  | 'sign-column-unused'
  | 'signs-alike'
  | 'text-missing'
  | 'width-missing'
  | 'width-narrow'
  | 'zero-after-figures'
  | 'separator-is-decimal'

type LayoutFault = {
  readonly code: LayoutFaultCode
  /** The field of the layout that it is about, as a path: `columns.3.width`. Empty for the whole. */
  readonly at: string
}

type Placed = { readonly column: LayoutColumn; readonly at: string }

/** Returns what keeps a layout from giving a file that can be read back: nothing for a good one. */
export function layoutFaults(layout: PayrollLayout): readonly LayoutFault[] {
  const { columns } = layout
  const has = (...fields: readonly RowField[]) => columns.some(({ field }) => fields.includes(field))
  const isSignUsed = layout.sign === 'column'
  return [
    ...twice(columns),
    ...fault(has('amount'), 'amount-missing'),
    ...fault(has('pay-type'), 'pay-type-missing'),
    ...fault(has('employment-number', 'identity'), 'person-missing'),
    ...fault(!isSignUsed || has('sign'), 'sign-column-missing', 'sign'),
    ...fault(isSignUsed || placed(layout).every(({ column }) => column.field !== 'sign'), 'sign-column-unused', 'sign'),
    ...fault(!isSignUsed || layout.plus !== layout.minus, 'signs-alike', 'minus'),
    ...fault(!isDecimalAmbiguous(layout), 'separator-is-decimal', 'quoting'),
    ...placed(layout).flatMap((it) => columnFaults(it, layout)),
  ]
}

/** Whether commas between fields could be taken for commas in figures. */
function isDecimalAmbiguous({ form, separator, decimalMark, quoting }: PayrollLayout): boolean {
  return form === 'separated' && separator === 'comma' && decimalMark === 'comma' && quoting === 'never'
}

/** A day, a text of one's own or nothing may well stand twice; what a payroll programme reads by may not. */
const onceOnly: readonly RowField[] = ['row-number', 'amount', 'quantity', 'rate', 'sign', 'pay-type', 'identity']

function twice(columns: PayrollLayout['columns']): readonly LayoutFault[] {
  return columns.flatMap(({ field }, index) => {
    const isFirst = columns.findIndex((it) => it.field === field) === index
    return fault(isFirst || !onceOnly.includes(field), 'column-twice', `columns.${index}.field`)
  })
}

function placed({ header, columns, footer }: PayrollLayout): readonly Placed[] {
  const inPart = (part: string, fields: readonly LayoutColumn[]) =>
    fields.map((column, index) => ({ column, at: `${part}.${index}` }))
  return [
    ...header.flatMap((fields, row) => inPart(`header.${row}`, fields)),
    ...inPart('columns', columns),
    ...footer.flatMap((fields, row) => inPart(`footer.${row}`, fields)),
  ]
}

const figures: readonly (RowField | WholeField)[] = [
  ...(['row-number', 'quantity', 'rate', 'amount'] as const),
  ...(['batch-number', 'row-count', 'person-count', 'amount-sum'] as const),
]
/** Whether the field is a figure, which is never cut and never quoted as text. */
export function isFigure(field: RowField | WholeField): boolean {
  return figures.includes(field)
}

function columnFaults({ column, at }: Placed, layout: PayrollLayout): readonly LayoutFault[] {
  const text = fault(column.field !== 'text' || column.text !== '', 'text-missing', `${at}.text`)
  if (layout.form !== 'fixed') return text
  const { field, width, align, pad } = column
  if (width === undefined) return [...text, { code: 'width-missing', at: `${at}.width` }]
  const hasRoom = width >= leastWidth(column, layout)
  return [
    ...text,
    ...fault(hasRoom || column.cut, 'width-narrow', `${at}.width`),
    ...fault(!(isFigure(field) && pad === 'zero' && align === 'left'), 'zero-after-figures', `${at}.pad`),
  ]
}

/** What the values of a field take up at the least, as far as the layout tells. */
function leastWidth(column: LayoutColumn, layout: PayrollLayout): number {
  const { field, text, heading } = column
  const decimals = (count: number) => (count === 0 ? 1 : count + (layout.decimalMark === 'none' ? 0 : 1) + 1)
  const ofValue: Partial<Record<RowField | WholeField, number>> = {
    day: layout.date.length,
    created: layout.date.length,
    text: [...text].length,
    sign: Math.max([...layout.plus].length, [...layout.minus].length),
    'personal-number': 12,
    quantity: decimals(layout.quantityDecimals),
    rate: layout.money === 'ore' ? 1 : decimals(layout.moneyDecimals),
    amount: layout.money === 'ore' ? 1 : decimals(layout.moneyDecimals),
    'amount-sum': layout.money === 'ore' ? 1 : decimals(layout.moneyDecimals),
  }
  return Math.max(ofValue[field] ?? 1, layout.headings ? [...heading].length : 0)
}

function fault(holds: boolean, code: LayoutFaultCode, at = ''): readonly LayoutFault[] {
  return holds ? [] : [{ code, at }]
}
