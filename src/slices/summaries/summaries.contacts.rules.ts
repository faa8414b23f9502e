/** Who has been in touch outside visits: kinds, never names. */
export const contactKinds = ['user', 'relative', 'organisation', 'other'] as const
type ContactKind = (typeof contactKinds)[number]

type Counted = {
  readonly kind: ContactKind
  readonly unitId: string | null
  readonly areaId: string | null
  /** The unit's or the area's name; empty for neither. */
  readonly where: string
  readonly count: number
}

/** One unit or area with its contacts by kind; what is about neither has no name. */
export type ContactsRow = {
  readonly key: string
  readonly where: string
  readonly counts: { readonly [K in ContactKind]: number }
  readonly total: number
}

/** Returns a row for each unit and area that there have been contacts about (SNB-01), by name; what is about none of them last. */
export function contactRows(counted: readonly Counted[]): readonly ContactsRow[] {
  const byPlace = Map.groupBy(counted, ({ unitId, areaId }) => unitId ?? areaId ?? '')
  const rows = [...byPlace].map(([key, those]) => {
    const of = (kind: ContactKind) => those.filter((it) => it.kind === kind).reduce((sum, { count }) => sum + count, 0)
    const counts = { user: of('user'), relative: of('relative'), organisation: of('organisation'), other: of('other') }
    return { key, where: those[0]?.where ?? '', counts, total: those.reduce((sum, { count }) => sum + count, 0) }
  })
  return rows.toSorted(
    (a, b) => Number(a.where === '') - Number(b.where === '') || a.where.localeCompare(b.where, 'sv'),
  )
}
