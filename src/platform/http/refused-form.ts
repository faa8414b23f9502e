import { isBadInput, type Outcome } from '../command.ts'
import type { RawForm } from './page.ts'

export type RefusedForm = {
  readonly values: RawForm
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

/**
 * Returns the form to show again after a no: what was typed, and a sentence for each fault. `sentences` has one for
 * every code of the form and of the command's refusals; a code without one is a fault of ours and throws.
 */
export function refusedForm(
  values: RawForm,
  outcome: Exclude<Outcome<unknown>, { readonly ok: true }>,
  sentences: Readonly<Record<string, string>>,
): RefusedForm {
  const sentence = (code: string) => {
    const found = sentences[code]
    if (found === undefined) throw new Error(`There is no sentence for ${code}`)
    return found
  }
  if (isBadInput(outcome))
    return { values, errors: outcome.issues.map(({ field, code }) => ({ field, message: sentence(code) })) }
  const field = 'field' in outcome ? (outcome.field ?? '') : ''
  return { values, errors: [{ field, message: sentence(outcome.code) }] }
}
