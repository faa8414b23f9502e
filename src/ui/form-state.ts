export type FieldError = {
  readonly field: string
  readonly message: string
  /** What stands in the summary on top, where the message alone does not say which question it is about. */
  readonly summary?: string
}

/** What a form shows: the raw text as typed, and what is wrong with it. Both come back after a refused post. */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  /** `field` is the field's name; empty when the fault belongs to the form as a whole. */
  readonly errors: readonly FieldError[]
}

/** A form that nobody has touched. */
export const emptyForm: FormState = { values: {}, errors: [] }

/** Returns an untouched form that shows these values. */
export function formOf(values: FormState['values']): FormState {
  return { values, errors: [] }
}

/** Returns the id of the element that an error in this field should lead to. The same name always gives the same id. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\p{L}\p{N}_-]/gu, '-')}`
}

/** Returns the single text of a field; empty when it has none. */
export function textOf(form: FormState, name: string): string {
  const value = form.values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Returns all chosen values of a field; none when nothing is chosen. */
export function choicesOf(form: FormState, name: string): readonly string[] {
  const value = form.values[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** Returns the first message about a field, or undefined when it is fine. */
export function errorOf(form: FormState, name: string): string | undefined {
  return form.errors.find((error) => error.field === name)?.message
}
