import type { Language } from '../kernel/language.ts'
import { appointmentMessages } from './mend.swedish-appointments.ts'
import { claimMessages } from './mend.swedish-claims.ts'
import { feeMessages } from './mend.swedish-fees.ts'
import { fileMessages } from './mend.swedish-files.ts'
import { valueMessages } from './mend.swedish-values.ts'

/** What a schema or a check says in English, and the same in Swedish; `{0}`, `{1}` … stand for what is quoted from the file. */
export type Messages = readonly (readonly [english: string, swedish: string])[]

/**
 * Returns the words of a schema or a check in the reader's language. They are written in English where the check is,
 * and stand in Swedish in the tables; one that no table has stays English.
 */
export function inLanguage(said: string, language: Language): string {
  return language === 'en' ? said : (inSwedish(said) ?? said)
}

/** Returns the Swedish of what a schema or a check says; undefined when no table has it. */
export function inSwedish(said: string): string | undefined {
  templates ??= [...fileMessages, ...valueMessages, ...feeMessages, ...claimMessages, ...appointmentMessages].map(
    ([english, swedish]) => ({
      english: patternOf(english),
      swedish,
    }),
  )
  for (const { english, swedish } of templates) {
    const match = english.exec(said)
    if (match !== null)
      return swedish.replace(/\{(\d)\}/g, (_, index: string) => {
        const quoted = match[Number(index) + 1] ?? ''
        return nouns.get(quoted) ?? quoted
      })
  }
  return undefined
}

let templates: readonly { readonly english: RegExp; readonly swedish: string }[] | undefined

function patternOf(english: string): RegExp {
  const escaped = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/[{}]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/\\\{\d\\\}/g, '([^]*?)')}$`)
}

/** What a check of references calls that which is not there. */
const nouns: ReadonlyMap<string, string> = new Map([
  ['person', 'person'],
  ['unit', 'enhet'],
  ['area', 'område'],
  ['group', 'grupp'],
  ['visit', 'besök'],
  ['meeting', 'sammanträde'],
])
