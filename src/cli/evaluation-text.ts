import { isoFromDay } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import { formatKronor, sumOre } from '../kernel/money.ts'
import {
  type Evaluation,
  explain,
  type FeeLine,
  type Finding,
  type Names,
  type Outcome,
  type Programme,
} from '../engine/index.ts'

/** Returns the evaluation as lines of plain text: what is not satisfied, each fee line with its reasons, and a sum. */
export function evaluationText(evaluation: Evaluation, programme: Programme, language: Language): string {
  const names = namesOf(programme)
  const open = evaluation.findings.filter(isOpen)
  const paid = evaluation.feeLines.filter((line) => line.outcome === 'payable')
  return [
    `Findings (${open.length} of ${evaluation.findings.length}; the others are satisfied)`,
    ...open.map((finding) => findingLine(finding, language, names, '  ')),
    '',
    `Fee lines (${evaluation.feeLines.length})`,
    ...evaluation.feeLines.flatMap((line) => feeLines(line, language, names)),
    '',
    `${paid.length} payable, ${formatKronor(sumOre(paid.map((line) => line.amount)))}`,
  ].join('\n')
}

/** True for a finding that asks something of somebody, or tells of a rule that was not followed. */
function isOpen(finding: Finding): boolean {
  return finding.outcome !== 'satisfied'
}

/** True for a finding that says more than that something is still to be done in time. */
export function isRemark(finding: Finding): boolean {
  return isOpen(finding) && finding.outcome !== 'due'
}

/** Returns the names of the programme's persons, units, groups and areas; of other things their id. */
export function namesOf(programme: Programme): Names {
  const named = { person: programme.persons, unit: programme.units, group: programme.groups, area: programme.areas }
  const names = new Map(
    Object.entries(named).flatMap(([type, things]) => things.map(({ id, name }) => [`${type} ${id}`, name])),
  )
  return ({ type, id }) => names.get(`${type} ${id}`) ?? id
}

const outcomeWidth = 'needs-decision'.length

function findingLine(finding: Finding, language: Language, names: Names, indent: string): string {
  const { outcome, rule, clause, subject, day } = finding
  const when = day === undefined ? '' : ` ${isoFromDay(day)}`
  const about = `${subject.type} ${names(subject)}${when}`
  const basis = [clause, finding.force, finding.bearer].filter((word) => word !== '').join(', ')
  return [
    `${indent}${labelOf(outcome)}  ${rule}  ${about}`,
    `${indent}${' '.repeat(outcomeWidth)}  ${explain(finding, language, names)} (${basis})`,
  ].join('\n')
}

function labelOf(outcome: Outcome): string {
  return outcome.padEnd(outcomeWidth)
}

function feeLines(line: FeeLine, language: Language, names: Names): readonly string[] {
  const amount = line.outcome === 'payable' ? formatKronor(line.amount) : line.outcome
  const parts = line.parts.map(
    ({ kind, quantity: { numerator, denominator }, rate, amount: sum, clause }) =>
      `      ${kind}: ${denominator === 1 ? numerator : `${numerator}/${denominator}`} × ${formatKronor(rate)} = ${formatKronor(sum)} (${clause})`,
  )
  return [
    `  ${isoFromDay(line.day)}  ${line.visit}  ${names({ type: 'person', id: line.person })}: ${amount}`,
    ...parts,
    ...line.reasons.map((reason) => findingLine(reason, language, names, '      ')),
  ]
}
