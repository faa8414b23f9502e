/** An expected no: a stable dotted code with the facts its sentence needs. Never thrown. */
export type Refusal = {
  readonly ok: false
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  /** The form field that the refusal is about, when there is one. */
  readonly field?: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | Refusal

/** Returns the good outcome. */
export function done<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** Returns an expected no with its code (`visits.already-cancelled`) and facts. */
export function refuse(code: string, facts: Readonly<Record<string, unknown>> = {}, field?: string): Refusal {
  return field === undefined ? { ok: false, code, facts } : { ok: false, code, facts, field }
}
