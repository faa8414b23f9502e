import { isoFromDay } from '../kernel/date.ts'
import { describeBlocks, describeFees, type FeeRules, termsOf } from '../engine/index.ts'
import { checkWords } from './check-words.ts'
import { type Command, exitCodes } from './command.ts'
import { checkEach, readFeeRules } from './files.ts'
import { languageOf, languageOption, mistakesIn, mistakesOption } from './language.ts'

/** Checks fee rules; each fault with its line and what to write instead. */
export const feeRulesCheckCommand: Command = {
  name: 'fee-rules check',
  summary: 'Check files with a municipality’s fee rules.',
  operands: 'FILE…',
  minimum: 1,
  options: [mistakesOption],
  details: [
    'Each mistake is told with its line, what is wrong and what to write instead. A file is good as a whole or refused.',
  ],
  run: (given) => {
    const language = mistakesIn(given)
    return checkEach(given.files, async (file) => checkWords[language].feeRules(await readFeeRules(file, language)))
  },
}

/** Reads fee rules back in plain words, with their clauses. */
export const feeRulesExplainCommand: Command = {
  name: 'fee-rules explain',
  summary: 'Read fee rules back in plain words, each part with its clause.',
  operands: 'FILE…',
  minimum: 1,
  options: [languageOption],
  run: async (given) => {
    const language = languageOf(given)
    for (const file of given.files) {
      const rules = await readFeeRules(file, mistakesIn(given))
      const terms = termsOf([], [rules])
      const parts = [...describeFees(rules, language, terms), ...describeBlocks(rules, language, terms)]
      console.log(`${heading(rules)}\n`)
      for (const { sentence, clause } of parts) console.log(`${sentence}${clause === '' ? '' : `\n    ${clause}`}\n`)
    }
    return exitCodes.good
  },
}

function heading({ title, municipality, validity }: FeeRules): string {
  const days = [validity.from, validity.until].flatMap((day) => (day === undefined ? [] : [isoFromDay(day)]))
  return [title, ...(municipality === undefined ? [] : [municipality]), days.join(' – ')].join('\n')
}
