import type { Terms } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { capital, type Language } from '../../kernel/language.ts'
import { visitsTexts } from './visits.texts.ts'

/** Returns what a form of visit is called, by the product or by the guideline, with a capital. */
export function formName(form: string, language: Language, terms: Terms): string {
  const known: Readonly<Record<string, string>> = visitsTexts(language).forms
  return Object.hasOwn(known, form) ? (known[form] ?? form) : capital(wordsOf(language, terms).label(form))
}

/** Returns what an initiator is called, by the product or by the guideline, with a capital. */
export function initiatorName(role: string, language: Language, terms: Terms): string {
  const known: Readonly<Record<string, string>> = visitsTexts(language).initiators
  return Object.hasOwn(known, role) ? (known[role] ?? role) : capital(wordsOf(language, terms).label(role))
}

/** Returns what a kind of people is called, by the product or by the guideline, with a capital. */
export function audienceName(audience: string, language: Language, terms: Terms): string {
  return capital(wordsOf(language, terms).label(audience))
}
