import { yearOf } from '../kernel/date.ts'
import {
  addToSimulation,
  committeeOf,
  type Guideline,
  type Interpretations,
  type Programme,
  type RuleSet,
  simulationOf,
  startSimulation,
  syntheticYear,
  termsOf,
  type TriedRules,
} from '../engine/index.ts'
import { findBeside } from './beside.ts'
import { type Arguments, type Command, exitCodes, Refused, WrongUse } from './command.ts'
import { todayOf, todayOption } from './day.ts'
import { readFeeRules, readGuideline, readInterpretations, readProgramme } from './files.ts'
import { formatOf, formatOption, printJson } from './format.ts'
import { languageOf, languageOption, mistakesIn } from './language.ts'
import { startTelling, tellOf } from './simulation-telling.ts'
import { simulationJson } from './simulation-json.ts'
import { simulationText } from './simulation-text.ts'

/** Says what changed rules would have made of programmes that are there, or of a made-up year. */
export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'Try changed rules on programmes before they are decided: breaches, visits and kronor, before and after.',
  operands: 'PROGRAMME…',
  options: [
    { name: 'guideline', value: 'FILE', repeatable: true, help: 'the guideline to try, adopted or not' },
    { name: 'new-fee-rules', value: 'FILE', repeatable: true, help: 'the fee rules to try' },
    {
      name: 'against',
      value: 'FILE',
      repeatable: true,
      help: 'the guidelines to compare with; each version by its days',
    },
    {
      name: 'interpretations',
      value: 'FILE',
      repeatable: true,
      help: 'local interpretations of any of the guidelines',
    },
    { name: 'fee-rules', value: 'FILE', repeatable: true, help: 'fee rules to pay by' },
    { name: 'synthetic', help: 'make a year of visits up instead of those of the programme' },
    todayOption,
    formatOption,
    languageOption,
  ],
  details: [
    'What is tried is tried as if it had been in force all the time, whatever days it states; the rest as it was.',
    'Without --against the folders guidelines, interpretations and fee-rules beside the folder of each programme are\n' +
      'searched for what belongs to its committee and municipality.',
    'With --synthetic the visits of the programme are replaced by a made-up year (the last whole one before --today), as it\n' +
      'would have been under the guideline that is compared with, or else tried; without a programme its units and persons\n' +
      'are made up too.',
    'The exit code is 0 whatever the rules would have found.',
  ],
  run: async (given) => {
    const asked = await readAsked(given)
    const run = startSimulation({ keep: asked.format === 'json' ? Number.POSITIVE_INFINITY : shownInText })
    const telling = startTelling()
    const terms = new Map<string, Term>()
    for (const file of asked.files.length > 0 ? asked.files : [undefined]) {
      const { programme, before, after } = await readCase(file, asked)
      for (const _ of addToSimulation(run, { before, after, programme, today: asked.today }));
      const rules = {
        guidelines: [...before.guidelines, ...asked.tried],
        feeRules: [...before.feeRules, ...asked.newFeeRules],
      }
      tellOf(telling, run, programme, rules, asked)
      for (const term of termsOf(rules.guidelines, rules.feeRules)) terms.set(term.id, term)
    }
    const simulation = simulationOf(run)
    if (asked.format === 'json') printJson(simulationJson(simulation, telling, asked.today))
    else console.log(simulationText(simulation, { ...asked, telling, terms: [...terms.values()] }))
    return exitCodes.good
  },
}

type Term = ReturnType<typeof termsOf>[number]

/** More than this nobody reads; `--format json` has them all. */
const shownInText = 20

const withoutGuideline = 'a year is made up by a guideline; name one with --guideline FILE or --against FILE'

type Asked = Awaited<ReturnType<typeof readAsked>>

async function readAsked(given: Arguments) {
  const synthetic = given.all('synthetic').length > 0
  if (given.files.length === 0 && !synthetic)
    throw new WrongUse('PROGRAMME… is missing; name one, or make a year up with --synthetic')
  const mistakes = mistakesIn(given)
  const [tried, newFeeRules, against, feeRules] = await Promise.all([
    Promise.all(given.all('guideline').map((file) => readGuideline(file, mistakes))),
    Promise.all(given.all('new-fee-rules').map((file) => readFeeRules(file, mistakes))),
    Promise.all(given.all('against').map((file) => readGuideline(file, mistakes))),
    Promise.all(given.all('fee-rules').map((file) => readFeeRules(file, mistakes))),
  ])
  if (tried.length + newFeeRules.length === 0)
    throw new WrongUse('say what to try: --guideline FILE, or --new-fee-rules FILE')
  const interpretations = given.all('interpretations')
  const { files } = given
  const [format, language, today] = [formatOf(given), languageOf(given), todayOf(given)]
  return { files, tried, newFeeRules, against, feeRules, interpretations, synthetic, format, language, mistakes, today }
}

type Case = { readonly programme: Programme; readonly before: RuleSet; readonly after: TriedRules }

async function readCase(file: string | undefined, asked: Asked): Promise<Case> {
  const read = file === undefined ? undefined : await readProgramme(file, asked.mistakes)
  const before = await readBefore(file, read, asked)
  const named = await readNamed(asked, before.guidelines)
  const interpretations = [...before.interpretations, ...named]
  const programme =
    asked.synthetic || read === undefined ? madeUp(read, before.guidelines, asked, interpretations) : read
  return {
    programme,
    before: { ...before, interpretations },
    after: {
      interpretations,
      ...(asked.tried.length === 0 ? {} : { guidelines: asked.tried }),
      ...(asked.newFeeRules.length === 0 ? {} : { feeRules: asked.newFeeRules }),
    },
  }
}

/** What holds before the change: what is named, or what lies beside the programme. */
async function readBefore(file: string | undefined, programme: Programme | undefined, asked: Asked): Promise<RuleSet> {
  const named = { guidelines: asked.against, interpretations: [], feeRules: asked.feeRules }
  if (file === undefined || programme === undefined) return named
  const found = await findBeside(file, programme, named, asked.mistakes)
  if (found.guidelines.length === 0 && !asked.synthetic) {
    throw new Refused(
      `${file}: no guideline for ${programme.committee.name} was found beside it to compare with.\nName one with --against FILE.`,
    )
  }
  return found
}

async function readNamed(
  { interpretations, tried, mistakes }: Asked,
  before: readonly Guideline[],
): Promise<Interpretations[]> {
  return Promise.all(interpretations.map((file) => readInterpretations(file, [...tried, ...before], mistakes)))
}

/** The year is as it would have been under the rules that are compared with, or under those that are tried where there are none. */
function madeUp(
  read: Programme | undefined,
  before: readonly Guideline[],
  { tried, today }: Asked,
  interpretations: readonly Interpretations[],
): Programme {
  const guidelines = before.length > 0 ? before : tried
  const [first] = guidelines
  if (first === undefined) throw new WrongUse(withoutGuideline)
  const programme = read ?? committeeOf(first)
  return syntheticYear({ guidelines, interpretations, programme, year: yearOf(today) - 1 })
}
