import { parseDay } from '../kernel/date.ts'
import { diffGuidelines } from '../engine/index.ts'
import { type Arguments, type Command, exitCodes, WrongUse } from './command.ts'
import { diffText } from './diff-text.ts'
import { readGuideline, readInterpretations } from './files.ts'
import { formatOf, formatOption, printJson } from './format.ts'
import { languageOf, languageOption, mistakesIn } from './language.ts'

/** Says what differs between two versions of a guideline, rule by rule, in plain words. */
export const guidelineDiffCommand: Command = {
  name: 'guideline diff',
  summary: 'Say what differs between two versions of a guideline, rule by rule.',
  operands: 'BEFORE AFTER',
  minimum: 2,
  maximum: 2,
  options: [
    { name: 'interpretations', value: 'FILE', repeatable: true, help: 'local interpretations to read the rules with' },
    { name: 'day', value: 'DAY', help: 'read the sentences as they stand on this day (the first day of each version)' },
    formatOption,
    languageOption,
  ],
  details: [
    'Rules are the same when their id and kind are: a rule with another id is one that goes and one that is new.',
    'The exit code is 0 whether or not the versions differ.',
  ],
  run: async (given) => {
    const [format, language, day] = [formatOf(given), languageOf(given), dayOf(given)]
    const [first = '', second = ''] = given.files
    const mistakes = mistakesIn(given)
    const [before, after] = [await readGuideline(first, mistakes), await readGuideline(second, mistakes)]
    const interpretations = await Promise.all(
      given.all('interpretations').map((file) => readInterpretations(file, [before, after], mistakes)),
    )
    const diff = diffGuidelines({ before, after, language, day, interpretations })
    if (format === 'json') printJson({ format: 'namndkontakt/guideline-diff@1', language, ...diff })
    else console.log(diffText(diff, language))
    return exitCodes.good
  },
}

function dayOf(given: Arguments) {
  const asked = given.one('day')
  const day = asked === undefined ? undefined : parseDay(asked)
  if (asked !== undefined && day === undefined) throw new WrongUse(`--day is a date such as 2026-03-25, not "${asked}"`)
  return day
}
