import { isoFromDay } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import {
  type DescribedRule,
  describeGuideline,
  type Guideline,
  type Interpretations,
  issuerName,
  placed,
  type Problem,
  versionProblems,
} from '../engine/index.ts'
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
import { languageOf, languageOption } from './language.ts'

/** Checks guidelines and their local interpretations; each fault with its line and what to write instead. */
export const guidelineCheckCommand: Command = {
  name: 'guideline check',
  summary: 'Check guideline files and files with local interpretations.',
  operands: 'FILE…',
  minimum: 1,
  details: [
    'Each mistake is told with its line, what is wrong and what to write instead. A file is good as a whole or refused.',
    'Versions by the same issuer are also checked against each other: on a day one of them holds.',
  ],
  run: async ({ files }) => {
    const each = await checkEach(files, async (file) =>
      (await holdsInterpretations(file))
        ? interpretationsSummary(await readInterpretations(file, []))
        : guidelineSummary(await readGuideline(file)),
    )
    const overlaps = await overlapsAmong(files)
    for (const problem of overlaps) console.error(problemText(problem))
    return overlaps.length > 0 ? exitCodes.findings : each
  },
}

async function overlapsAmong(files: readonly string[]): Promise<readonly Problem[]> {
  const read = await goodGuidelines(files)
  const problems = versionProblems(read.map(({ guideline }) => guideline))
  return read.flatMap(({ file, text, guideline }) =>
    placed(
      text,
      file,
      problems.filter((problem) => problem.guideline === guideline.id),
    ),
  )
}

/** Reads guidelines back in plain words, rule by rule, with their clauses. */
export const guidelineExplainCommand: Command = {
  name: 'guideline explain',
  summary: 'Read a guideline back in plain words, each rule with its clause.',
  operands: 'FILE…',
  minimum: 1,
  options: [languageOption, { ...todayOption, help: 'read the rules as they stand on this day, YYYY-MM-DD' }],
  details: [
    'Files with local interpretations of the same guidelines can be named too; their answers are shown as such.',
  ],
  run: async (given) => {
    const language = languageOf(given)
    const day = todayOf(given)
    const { guidelines, interpretations } = await readBoth(given)
    for (const guideline of guidelines) {
      console.log(heading(guideline, language))
      for (const rule of describeGuideline(guideline, language, day, interpretations))
        console.log(ruleText(rule, language))
    }
    return exitCodes.good
  },
}

async function readBoth({ files }: Arguments) {
  const guidelines: Guideline[] = []
  const others: string[] = []
  for (const file of files) {
    if (await holdsInterpretations(file)) others.push(file)
    else guidelines.push(await readGuideline(file))
  }
  const interpretations = await Promise.all(others.map((file) => readInterpretations(file, guidelines)))
  return { guidelines, interpretations }
}

function guidelineSummary({ title, status, validity, rules, silences }: Guideline): string {
  const since = validity === undefined ? '' : ` from ${isoFromDay(validity.from)}`
  return `good: ${title}, ${status}${since}, ${rules.length} rules, ${silences.length} questions left open`
}

function interpretationsSummary({ guideline, answers }: Interpretations): string {
  return `good: ${answers.length} local interpretations of ${guideline}`
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
