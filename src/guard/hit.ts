/** What a place in a report text can be that the author is asked to look at again. */
export type HitKind =
  | 'personal-number'
  | 'coordination-number'
  | 'telephone'
  | 'email'
  | 'address'
  | 'car-registration'
  | 'name'
  | 'health'
  | 'staff'
  | 'work-environment'
  | 'single-case'
  | 'party-politics'
  | 'promise'
  | 'concern'

/** A stretch of a text, in UTF-16 code units; `end` is the first unit after it. */
export type Span = { readonly start: number; readonly end: number }

/**
 * A place that the author is asked about, with the sentence it stands in. `checkDigit` is there for whole personal and
 * coordination numbers alone.
 */
export type Hit = Span & {
  readonly kind: HitKind
  readonly sentence: Span
  readonly checkDigit?: 'right' | 'wrong'
}

/** A hit before it is known which sentence it stands in. */
export type Found = Omit<Hit, 'sentence'>

/** What the system knows: names of persons, and words that are names of something else (units, places, parties of the committee). */
export type Known = { readonly names: readonly string[]; readonly not?: readonly string[] }
