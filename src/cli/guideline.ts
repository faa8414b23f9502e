import { type Day, isoFromDay } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import {
  type DescribedRule,
  describeGuideline,
  type Guideline,
  type Interpretations,
  issuerName,
  kindTitle,
  placed,
  type Problem,
  versionProblems,
} from '../engine/index.ts'
import { checkWords } from './check-words.ts'
import { type Arguments, type Command, exitCodes } from './command.ts'
import { todayOf, todayOption } from './day.ts'
import { evaluationWords } from './evaluation-words.ts'
import {
  checkEach,
  goodGuidelines,
  holdsInterpretations,
  problemText,
  readGuideline,
  readInterpretations,
} from './files.ts'
import { formatOf, formatOption, printJson } from './format.ts'
import { languageOf, languageOption, mistakesIn, mistakesOption } from './language.ts'

/** Checks guidelines and their local interpretations; each fault with its line and what to write instead. */
export const guidelineCheckCommand: Command = {
  name: 'guideline check',
  summary: 'Check guideline files and files with local interpretations.',
  operands: 'FILE…',
  minimum: 1,
  options: [mistakesOption],
  details: [
    'Each mistake is told with its line, what is wrong and what to write instead. A file is good as a whole or refused.',
    'Versions by the same issuer are also checked against each other: on a day one of them holds.',
  ],
  run: async (given) => {
    const language = mistakesIn(given)
    const words = checkWords[language]
    const each = await checkEach(given.files, async (file) =>
      (await holdsInterpretations(file))
        ? words.interpretations(await readInterpretations(file, [], language))
        : words.guideline(await readGuideline(file, language)),
    )
    const overlaps = await overlapsAmong(given.files, language)
    for (const problem of overlaps) console.error(problemText(problem))
    return overlaps.length > 0 ? exitCodes.findings : each
  },
}

async function overlapsAmong(files: readonly string[], language: Language): Promise<readonly Problem[]> {
  const read = await goodGuidelines(files)
  const problems = versionProblems(read.map(({ guideline }) => guideline))
  return read.flatMap(({ file, text, guideline }) =>
    placed(
      text,
      file,
      problems.filter((problem) => problem.guideline === guideline.id),
      language,
    ),
  )
}

/** Reads guidelines back in plain words, rule by rule, with their clauses. */
export const guidelineExplainCommand: Command = {
  name: 'guideline explain',
  summary: 'Read a guideline back in plain words, each rule with its clause.',
  operands: 'FILE…',
  minimum: 1,
  options: [
    { ...todayOption, help: 'read the rules as they stand on this day, YYYY-MM-DD' },
    formatOption,
    languageOption,
  ],
  details: [
    'Files with local interpretations of the same guidelines can be named too; their answers are shown as such.',
  ],
  run: async (given) => {
    const language = languageOf(given)
    const day = todayOf(given)
    const format = formatOf(given)
    const { guidelines, interpretations } = await readBoth(given)
    if (format === 'json') {
      printJson({
        format: 'namndkontakt/guideline-explanation@1',
        language,
        guidelines: guidelines.map((guideline) => explanationJson(guideline, language, day, interpretations)),
      })
      return exitCodes.good
    }
    for (const guideline of guidelines) {
      console.log(heading(guideline, language))
      for (const rule of describeGuideline(guideline, language, day, interpretations))
        console.log(ruleText(rule, language))
    }
    return exitCodes.good
  },
}

function explanationJson(
  guideline: Guideline,
  language: Language,
  day: Day,
  interpretations: readonly Interpretations[],
): object {
  const { id, title, status } = guideline
  const rules = describeGuideline(guideline, language, day, interpretations).map((rule) => ({
    ...rule,
    title: kindTitle(rule.kind, language),
    interpretations: rule.interpretations.map(({ question, answer, given }) => ({
      question,
      answer,
      id: given.id,
      decidedBy: given.decidedBy,
      on: isoFromDay(given.on),
    })),
  }))
  return { id, title, status, rules }
}

async function readBoth(given: Arguments) {
  const mistakes = mistakesIn(given)
  const guidelines: Guideline[] = []
  const others: string[] = []
  for (const file of given.files) {
    if (await holdsInterpretations(file)) others.push(file)
    else guidelines.push(await readGuideline(file, mistakes))
  }
  const interpretations = await Promise.all(others.map((file) => readInterpretations(file, guidelines, mistakes)))
  return { guidelines, interpretations }
}

function heading({ title, issuer, status }: Guideline, language: Language): string {
  const stage = language === 'en' ? status : { adopted: 'antagen', proposal: 'förslag' }[status]
  return `${title}\n${issuerName(issuer)} (${stage})\n`
}

function ruleText(rule: DescribedRule, language: Language): string {
  const { forces, bearers } = evaluationWords[language]
  const [question, answer] =
    language === 'sv' ? ['Öppen fråga', 'Lokal tolkning'] : ['Open question', 'Local interpretation']
  return [
    `${rule.id}  ${rule.sentence}`,
    `    ${rule.clause} · ${forces[rule.force]} · ${bearers[rule.bearer]}`,
    ...rule.silent.map((it) => `    ${question} ${it.silence}: ${it.question}`),
    ...rule.interpretations.map(
      (it) => `    ${answer}: ${it.question} ${it.answer}. ${it.given.decidedBy}, ${isoFromDay(it.given.on)}`,
    ),
    '',
  ].join('\n')
}
