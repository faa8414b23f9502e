import type { Language } from '../../kernel/language.ts'
import { isBadInput, type Outcome } from '../../platform/command.ts'
import type { FormState } from '../../ui/index.ts'

type Refused = Exclude<Outcome<unknown>, { readonly ok: true }>

/** Returns what makes the form to show again: what was typed, and for each fault at its field what `say` says of its code. */
export function refusedWith(say: (language: Language, code: string) => string) {
  return (values: FormState['values'], outcome: Refused, language: Language): FormState => {
    if (isBadInput(outcome))
      return { values, errors: outcome.issues.map(({ field, code }) => ({ field, message: say(language, code) })) }
    const { code, field = '' } = outcome as Exclude<Refused, { readonly issues: unknown }>
    return { values, errors: [{ field, message: say(language, code) }] }
  }
}
