import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** What the log is narrowed to, as it stands in the address. */
export type LogQuery = {
  readonly person?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly kind?: string | undefined
  readonly subject?: string | undefined
  readonly id?: string | undefined
  /** Rows before this number. */
  readonly before?: number | undefined
  readonly check?: true | undefined
}

const asked = ({ person, from, until, kind, subject, id, before, check }: LogQuery) => ({
  person,
  fran: from,
  till: until,
  slag: kind,
  arende: subject,
  id,
  fore: before,
  kontroll: check && 'ja',
})

export const logPath = (place: PlaceSlugs, query: LogQuery = {}) => withQuery(placePath(place, 'logg'), asked(query))
/** The same rows as a file. */
export const logFilePath = (place: PlaceSlugs, file: 'logg.csv' | 'logg.json', query: LogQuery = {}) =>
  withQuery(placePath(place, 'logg', file), asked(query))
