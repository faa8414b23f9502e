import { type Language, languages } from '../kernel/language.ts'
import { type Arguments, type Option, WrongUse } from './command.ts'

export const languageOption: Option = {
  name: 'language',
  value: languages.join('|'),
  help: 'the language of the sentences (sv unless said)',
}

/** Returns the language that sentences are to be written in: Swedish unless another was asked for. */
export function languageOf(given: Arguments): Language {
  const asked = given.one('language') ?? 'sv'
  const language = languages.find((it) => it === asked)
  if (language === undefined) throw new WrongUse(`--language is ${languages.join(' or ')}, not "${asked}"`)
  return language
}
