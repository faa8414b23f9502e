import type { Language } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { BadInput } from '../../platform/command.ts'
import type { FieldError } from '../../ui/index.ts'
import type { FrozenReport } from './reports.document.ts'
import { reportError, reportsTexts } from './reports.texts.ts'

/** Returns what to show for input or a step that was refused, by field. */
export function errorsOf(outcome: Refusal | BadInput, language: Language): readonly FieldError[] {
  const texts = reportsTexts(language)
  if ('issues' in outcome)
    return outcome.issues.map(({ field, code }) => ({ field, message: reportError(texts, code) }))
  const message = reportError(texts, outcome.code)
  const { fields } = outcome.facts
  if (Array.isArray(fields)) return fields.map((field) => ({ field: String(field), message }))
  return [{ field: outcome.field ?? '', message }]
}

/** Returns the file's name: the registration number without spaces. */
export function reportFileName(frozen: FrozenReport, language: Language): string {
  return reportsTexts(language).fileName((frozen.registrationNumber ?? '').replace(/[^A-Za-z0-9-]+/g, '-'))
}
