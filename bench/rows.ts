/** One line of a benchmark: a value, beside that of a peer where there is one, and what it must be. */
export type Row = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly peer?: string
  readonly peerValue?: number
  /** How many times better than the peer. */
  readonly ratio?: number
  readonly must: string
  readonly met: boolean
}

/** Returns the rows as a table for people. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${shown(row.value)} ${row.unit}`,
    row.peer === undefined ? '' : `${row.peer} ${shown(row.peerValue ?? 0)}`,
    row.ratio === undefined ? '' : `${shown(row.ratio)} ×`,
    row.must,
    row.met ? 'met' : 'NOT MET',
  ])
  const all = [['name', 'value', 'peer', 'ratio', 'must', ''], ...cells]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? []
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3)
}
