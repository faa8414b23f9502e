import { evaluate } from '../engine/index.ts'
import { findBeside, type RuleFiles } from './beside.ts'
import { type Arguments, type Command, exitCodes, Refused } from './command.ts'
import { todayOf, todayOption } from './day.ts'
import { evaluationJson } from './evaluation-json.ts'
import { evaluationText, isRemark, namesOf } from './evaluation-text.ts'
import { readFeeRules, readGuideline, readInterpretations, readProgramme } from './files.ts'
import { formatOf, formatOption, printJson } from './format.ts'
import { languageOf, languageOption, mistakesIn } from './language.ts'

/** Tries a programme against guidelines and fee rules and prints every finding and fee line. */
export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'Try a programme against its guideline and fee rules: findings and fee lines.',
  operands: 'PROGRAMME',
  minimum: 1,
  maximum: 1,
  options: [
    { name: 'guideline', value: 'FILE', repeatable: true, help: 'a guideline to judge by; may be given several times' },
    { name: 'interpretations', value: 'FILE', repeatable: true, help: 'local interpretations of a guideline' },
    { name: 'fee-rules', value: 'FILE', repeatable: true, help: 'fee rules to pay by' },
    todayOption,
    formatOption,
    languageOption,
  ],
  details: [
    'Without --guideline the folders guidelines, interpretations and fee-rules beside the folder of the programme are\n' +
      'searched for what belongs to its committee and municipality.',
    'The exit code is 1 when a rule is broken, deviated from, waits for a decision or cannot be told.',
  ],
  run: async (given) => {
    const format = formatOf(given)
    const language = languageOf(given)
    const today = todayOf(given)
    const [file = ''] = given.files
    const mistakes = mistakesIn(given)
    const programme = await readProgramme(file, mistakes)
    const named = await readNamed(given)
    const { guidelines, interpretations, feeRules } = await findBeside(file, programme, named, mistakes)
    if (guidelines.length === 0) {
      throw new Refused(
        `${file}: no guideline for ${programme.committee.name} was found beside it.\nName one with --guideline FILE.`,
      )
    }
    const evaluation = evaluate({ programme, guidelines, interpretations, feeRules, today })
    const rules = { guidelines, feeRules }
    if (format === 'json') printJson(evaluationJson(evaluation, namesOf(programme, guidelines), rules))
    else console.log(evaluationText(evaluation, programme, language, rules))
    return evaluation.findings.some(isRemark) ? exitCodes.findings : exitCodes.good
  },
}

async function readNamed(given: Arguments): Promise<RuleFiles> {
  const language = mistakesIn(given)
  const guidelines = await Promise.all(given.all('guideline').map((file) => readGuideline(file, language)))
  const interpretations = await Promise.all(
    given.all('interpretations').map((file) => readInterpretations(file, guidelines, language)),
  )
  const feeRules = await Promise.all(given.all('fee-rules').map((file) => readFeeRules(file, language)))
  return { guidelines, interpretations, feeRules }
}
