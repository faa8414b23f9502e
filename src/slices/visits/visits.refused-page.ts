import type { Finding } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import { isBadInput, type Outcome } from '../../platform/command.ts'
import type { RawForm } from '../../platform/http/page.ts'
import type { FormState } from '../../ui/index.ts'
import { sayRefusal } from './visits-refusals.texts.ts'

type Refused = Exclude<Outcome<unknown>, { readonly ok: true }>

/** Returns the form to show again: what was typed, and a sentence for each fault at its field. */
export function refusedVisitForm(values: RawForm, outcome: Refused, language: Language): FormState {
  if (isBadInput(outcome))
    return { values, errors: outcome.issues.map(({ field, code }) => ({ field, message: sayRefusal(language, code) })) }
  const { code, facts, field = '' } = outcome as Exclude<Refused, { readonly issues: unknown }>
  return { values, errors: [{ field, message: sayRefusal(language, code, facts) }] }
}

/** Returns what the guideline said about a booking that was refused for it, to be shown with the form. */
export function findingsOf(outcome: Refused): readonly Finding[] {
  if (isBadInput(outcome)) return []
  const { facts } = outcome as Exclude<Refused, { readonly issues: unknown }>
  return (facts.findings as readonly Finding[] | undefined) ?? []
}

/** Returns the visit that has the hour already, when that is why the booking was refused: it can be made a joint one. */
export function takenVisitOf(outcome: Refused): string | undefined {
  if (isBadInput(outcome)) return undefined
  const { code, facts } = outcome as Exclude<Refused, { readonly issues: unknown }>
  return code === 'visits.unit-taken' ? (facts.visitId as string) : undefined
}
