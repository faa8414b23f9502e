import { type Language, languages } from '../kernel/language.ts'
import { type Arguments, type Option, WrongUse } from './command.ts'

export const languageOption: Option = {
  name: 'language',
  value: languages.join('|'),
  help: 'the language of the sentences (sv unless said)',
}

export const mistakesOption: Option = {
  name: 'language',
  value: languages.join('|'),
  help: 'the language in which mistakes are told (en unless said)',
}

/** Returns the language that sentences are to be written in: Swedish unless another was asked for. */
export function languageOf(given: Arguments): Language {
  return asked(given) ?? 'sv'
}

/** Returns the language in which mistakes in files are told: English, as the keys of the files are, unless another was asked for. */
export function mistakesIn(given: Arguments): Language {
  return asked(given) ?? 'en'
}

function asked(given: Arguments): Language | undefined {
  const word = given.one('language')
  const language = languages.find((it) => it === word)
  if (word !== undefined && language === undefined)
    throw new WrongUse(`--language is ${languages.join(' or ')}, not "${word}"`)
  return language
}
