import { type ComponentChildren, Fragment } from 'preact'

const role = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

export type Column<Row> = {
  readonly heading: string
  readonly cell: (row: Row) => ComponentChildren
  /** `number` is set to the right with figures of equal width. */
  readonly align?: 'text' | 'number' | undefined
  /** Stays on one line: a rule's number such as HED-03. */
  readonly unbroken?: boolean | undefined
  /** The column that names the row; exactly one. It becomes the card's heading on a phone. */
  readonly rowHeading?: boolean | undefined
}

type TableProps<Row> = {
  readonly caption: string
  /** Hides the caption for the eye when a heading right above says the same. */
  readonly hideCaption?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Shown in place of rows when there are none. */
  readonly empty?: ComponentChildren
  /** The last row: one cell for each column, for sums. */
  readonly footer?: readonly ComponentChildren[] | undefined
}

/**
 * A table with a caption. On a phone every row becomes a card in which each value stands beside its
 * column's heading. The roles are written out, since the change of layout takes them away in some browsers.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, empty, footer } = props
  if (rows.length === 0 && empty !== undefined) return <div class="ui-table-empty">{empty}</div>
  return (
    <table class="ds-table ui-table" {...role.table}>
      <caption class={hideCaption ? 'ds-sr-only' : undefined}>{caption}</caption>
      <thead {...role.rowgroup}>
        <tr {...role.row}>
          {columns.map(({ heading, align }) => (
            <th key={heading} {...role.columnheader} scope="col" data-align={align}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role.rowgroup}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...role.row}>
            {columns.map((column) => (
              <Fragment key={column.heading}>
                <BodyCell column={column}>{column.cell(row)}</BodyCell>
              </Fragment>
            ))}
          </tr>
        ))}
      </tbody>
      {footer && (
        <tfoot {...role.rowgroup}>
          <tr {...role.row}>
            {columns.map((column, index) => (
              <Fragment key={column.heading}>
                {/* The first cell says what the row is: “Summa”. */}
                <BodyCell column={{ ...column, rowHeading: index === 0 }}>{footer[index]}</BodyCell>
              </Fragment>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

type BodyCellProps = {
  readonly column: {
    readonly heading: string
    readonly align?: string | undefined
    readonly unbroken?: boolean | undefined
    readonly rowHeading?: boolean | undefined
  }
  readonly children: ComponentChildren
}

function BodyCell({ column, children }: BodyCellProps) {
  const value = <div class="ui-table__value">{children}</div>
  const look = { 'data-label': column.heading, 'data-align': column.align, 'data-unbroken': column.unbroken }
  return column.rowHeading ? (
    <th {...role.rowheader} scope="row" {...look}>
      {value}
    </th>
  ) : (
    <td {...role.cell} {...look}>
      {value}
    </td>
  )
}
