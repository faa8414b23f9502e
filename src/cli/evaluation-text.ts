import { isoFromDay } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import { formatKronor, sumOre } from '../kernel/money.ts'
import {
  type EvaluateInput,
  type Evaluation,
  explain,
  type FeeLine,
  type FeePart,
  type Finding,
  type Guideline,
  isFee,
  type Names,
  type Programme,
  sourceTitles,
  type SourceTitle,
  type Subject,
  termsOf,
} from '../engine/index.ts'
import { wordsOf } from '../engine/rules/words.ts'
import { evaluationWords } from './evaluation-words.ts'

/**
 * Returns the evaluation as lines of plain text: what is not satisfied, each fee line with its reasons, and a sum.
 * Where guidelines of several issuers bind, each clause is followed by the title of its guideline.
 */
export function evaluationText(
  evaluation: Evaluation,
  programme: Programme,
  language: Language,
  rules: JudgedBy,
): string {
  const say = sayingOf(programme, language, rules)
  const words = evaluationWords[language]
  const open = evaluation.findings.filter(isOpen)
  const paid = evaluation.feeLines.filter((line) => line.outcome === 'payable')
  return [
    words.findings(open.length, evaluation.findings.length),
    ...open.map((finding) => findingLine(finding, say)),
    '',
    words.feeLines(evaluation.feeLines.length),
    ...evaluation.feeLines.flatMap((line) => feeLines(line, say)),
    '',
    words.payable(paid.length, formatKronor(sumOre(paid.map((line) => line.amount)))),
  ].join('\n')
}

/** What a programme was judged by. */
export type JudgedBy = Pick<EvaluateInput, 'guidelines' | 'feeRules'>

/** What findings about a programme are said with. */
export type Saying = {
  readonly language: Language
  readonly names: Names
  readonly terms: ReturnType<typeof termsOf>
  readonly titleOf: SourceTitle
  readonly programme: Programme
}

/** Returns what findings about a programme are said with, in one language. */
export function sayingOf(programme: Programme, language: Language, { guidelines, feeRules }: JudgedBy): Saying {
  return {
    language,
    names: namesOf(programme, guidelines),
    terms: termsOf(guidelines, feeRules),
    titleOf: sourceTitles(guidelines),
    programme,
  }
}

/** True for a finding that asks something of somebody, or tells of a rule that was not followed. */
function isOpen(finding: Finding): boolean {
  return finding.outcome !== 'satisfied'
}

/** True for a finding that says more than that something is still to be done in time. */
export function isRemark(finding: Finding): boolean {
  return isOpen(finding) && finding.outcome !== 'due'
}

/** Returns the names of the programme's committee, persons, units, groups and areas, and of guidelines; of other things their id. */
export function namesOf(programme: Programme, guidelines: readonly Guideline[]): Names {
  const named = {
    person: programme.persons,
    unit: programme.units,
    group: programme.groups,
    area: programme.areas,
    committee: [programme.committee],
    guideline: guidelines.map(({ id, title }) => ({ id, name: title })),
  }
  const names = new Map(
    Object.entries(named).flatMap(([type, things]) => things.map(({ id, name }) => [`${type} ${id}`, name])),
  )
  return ({ type, id }) => names.get(`${type} ${id}`) ?? id
}

const outcomeWidth = 'Kan inte avgöras'.length

/** Returns a finding as two lines: outcome, rule and what it is about; then its sentence with the clause. */
export function findingLine(finding: Finding, say: Saying): string {
  const { outcomes } = evaluationWords[say.language]
  const { outcome, subject, day } = finding
  const rule = finding.clause === '' ? '–' : finding.rule
  const when = day === undefined ? '' : ` ${isoFromDay(day)}`
  return [
    `  ${outcomes[outcome].padEnd(outcomeWidth)}  ${rule}  ${subjectText(subject, say)}${when}`,
    `  ${' '.repeat(outcomeWidth)}  ${explain(finding, say.language, say.names, say.terms)}${basisText(finding, say)}`,
  ].join('\n')
}

/** A visit by where it was made: its id alone says nothing to a reader. */
function subjectText(subject: Subject, { language, names, programme }: Saying): string {
  const { subjects } = evaluationWords[language]
  if (subject.type === 'committee') return subjects.committee
  const visit = subject.type === 'visit' ? programme.visits.find(({ id }) => id === subject.id) : undefined
  const places = visit?.units.map((id) => names({ type: 'unit', id })) ?? []
  return [`${subjects[subject.type]} ${names(subject)}`, ...places].join(', ')
}

/** Clause, force and bearer, and the committee's own answers where the finding rests on them. */
function basisText(finding: Finding, { language, titleOf }: Saying): string {
  const clause = placeText(finding, titleOf)
  if (clause === '') return ''
  const { forces, bearers } = evaluationWords[language]
  const duty = `${forces[finding.force]}, ${bearers[finding.bearer]}`
  return ` (${[clause, duty, ...answersUsed(finding, language)].join('; ')})`
}

/** The clause, and the guideline that it stands in where several bind. */
function placeText(finding: Finding, titleOf: SourceTitle): string {
  return [finding.clause, titleOf(finding) ?? ''].filter((it) => it !== '').join(', ')
}

function answersUsed({ interpretations }: Finding, language: Language): readonly string[] {
  return interpretations === undefined ? [] : [evaluationWords[language].interpretation(interpretations.join(', '))]
}

function feeLines(line: FeeLine, say: Saying): readonly string[] {
  const { feeOutcomes, notPaid, expected } = evaluationWords[say.language]
  const { visit: id, person, day, outcome } = line
  const refused = outcome === 'not-payable' && !isFee(line) ? notPaid : feeOutcomes[outcome]
  const amount = outcome === 'payable' ? formatKronor(line.amount) : refused
  const words = wordsOf(say.language, say.terms)
  const what = isFee(line) ? '' : `, ${words.label(line.feeKind ?? '')}`
  const later = line.expected === undefined ? '' : `, ${expected(formatKronor(line.expected))}`
  return [
    `  ${isoFromDay(day)}  ${subjectText({ type: 'visit', id }, say)}`,
    `    ${say.names({ type: 'person', id: person })}${what}: ${amount}${later}`,
    ...line.parts.map((part) => partLine(part, say)),
    ...line.reasons.map((reason) => reasonLine(reason, say)),
  ]
}

function partLine({ kind, quantity, rate, amount, clause }: FeePart, { language, terms }: Saying): string {
  const count = (quantity.numerator / quantity.denominator).toLocaleString(language)
  const name = evaluationWords[language].parts[kind] ?? wordsOf(language, terms).label(kind)
  return `      ${name}: ${count} × ${formatKronor(rate)} = ${formatKronor(amount)} (${clause})`
}

/** What lets a fee through, or settles it, needs no label; what holds it does. */
function reasonLine(reason: Finding, { language, names, terms, titleOf }: Saying): string {
  const label = isOpen(reason) ? `${evaluationWords[language].outcomes[reason.outcome]}: ` : ''
  const basis = [`${reason.rule}, ${placeText(reason, titleOf)}`, ...answersUsed(reason, language)].join('; ')
  const clause = reason.clause === '' ? '' : ` (${basis})`
  return `      - ${label}${explain(reason, language, names, terms)}${clause}`
}
