import { type Day, isoFromDay } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import { formatKronor, ore } from '../kernel/money.ts'
import {
  type Difference,
  type Kept,
  kindTitle,
  type SimulatedRule,
  type SimulatedSubject,
  type Simulation,
  type SimulationTally,
  type termsOf,
} from '../engine/index.ts'
import { wordsOf } from '../engine/rules/words.ts'
import type { Telling } from './simulation-telling.ts'
import { simulationWords } from './simulation-words.ts'

type Shown = {
  readonly today: Day
  readonly language: Language
  /** Words of the guidelines' and fee rules' own, such as kinds of fee. */
  readonly terms: ReturnType<typeof termsOf>
  readonly telling: Telling
}

/** Returns a simulation as lines of plain text: the totals, then what changes for each unit, person and rule. */
export function simulationText(simulation: Simulation, shown: Shown): string {
  const words = simulationWords[shown.language]
  const { total, units, persons, rules, appeared, disappeared, fees } = simulation
  const heading = words.heading(simulation.programmes, simulation.visits, isoFromDay(shown.today))
  const rows = (named: readonly (SimulationTally & { readonly label: string })[]) =>
    named.flatMap((row) => changedRow(row.label, row, shown))
  const [unitRows, personRows] = [rows(labelled(units, simulation)), rows(labelled(persons, simulation))]
  const ruleRows = rows(rules.map((rule) => ({ ...rule, label: ruleLabel(rule, shown.language) })))
  const parts = [
    [heading, ...(simulation.synthetic > 0 ? [words.synthetic] : [])],
    table(total, shown),
    part(words.units(unitRows.length), unitRows),
    part(words.persons(personRows.length), personRows),
    part(words.rules(ruleRows.length), ruleRows),
    kept(words.appeared(appeared.count), appeared, shown),
    kept(words.disappeared(disappeared.count), disappeared, shown),
    kept(words.fees(fees.count), fees, shown),
  ].filter((lines) => lines.length > 0)
  const nothing = parts.length === 2 ? [[words.nothing]] : []
  return [...parts, ...nothing].map((lines) => lines.join('\n')).join('\n\n')
}

function part(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines]
}

function kept(heading: string, list: Kept<object>, { telling, language }: Shown): readonly string[] {
  if (list.count === 0) return []
  const left = list.count - list.items.length
  const lines = list.items.map((item) => telling.texts.get(item) ?? '')
  return [heading, ...lines, ...(left > 0 ? [simulationWords[language].more(left)] : [])]
}

/** The committee is named where there are several. */
function labelled(rows: readonly SimulatedSubject[], { programmes }: Simulation) {
  return rows.map((row) => ({ ...row, label: programmes === 1 ? row.name : `${row.name} (${row.committee.name})` }))
}

/** Where no guideline is in force there is no rule to name. */
function ruleLabel({ rule, kind, clause }: SimulatedRule, language: Language): string {
  return kind === 'in-force'
    ? simulationWords[language].notInForce
    : `${rule}  ${kindTitle(kind, language)} (${clause})`
}

type Figure = { readonly label: string; readonly value: Difference; readonly inOre: boolean }

function figuresOf(tally: SimulationTally, { language, terms }: Shown): readonly Figure[] {
  const words = simulationWords[language]
  const { label } = wordsOf(language, terms)
  const count = (name: string, value: Difference): Figure => ({ label: name, value, inOre: false })
  const amount = (name: string, value: Difference): Figure => ({ label: name, value, inOre: true })
  const kinds = Object.entries(tally.fees.byKind)
  return [
    ...Object.entries(tally.outcomes).map(([outcome, value]) =>
      count(words.outcomes[outcome as keyof typeof words.outcomes], value),
    ),
    count(words.visitsOwed, tally.visitsOwed),
    ...Object.entries(tally.feeLines).map(([outcome, value]) =>
      count(words.feeLines[outcome as keyof typeof words.feeLines], value),
    ),
    amount(words.payable, tally.fees.payable),
    // One kind alone says nothing more than the sum.
    ...(kinds.length < 2 ? [] : kinds.map(([kind, { payable }]) => amount(`  ${label(kind)}`, payable))),
    amount(words.expected, tally.fees.expected),
  ]
}

function table(tally: SimulationTally, shown: Shown): readonly string[] {
  const words = simulationWords[shown.language]
  const head = ['', words.before, words.after, words.difference]
  const cells = figuresOf(tally, shown).map((figure) => [
    figure.label,
    amountText(figure, figure.value.before),
    amountText(figure, figure.value.after),
    signedText(figure),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((row) => (row[column] ?? '').length)))
  return [head, ...cells].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

/** What changes for one, with every figure that does; none where nothing does. */
function changedRow(label: string, tally: SimulationTally, shown: Shown): readonly string[] {
  const changed = figuresOf(tally, shown)
    .filter(({ value, label: name }) => value.difference !== 0 && !name.startsWith(' '))
    .map((figure) => {
      const { before, after } = figure.value
      return `${lowered(figure.label)} ${amountText(figure, before)} → ${amountText(figure, after)}`
    })
  return changed.length === 0 ? [] : [`  ${label}\n      ${changed.join('; ')}`]
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

function amountText({ inOre }: Figure, value: number): string {
  return inOre ? formatKronor(ore(value)) : String(value)
}

function signedText(figure: Figure): string {
  const { difference } = figure.value
  return difference === 0 ? '–' : `${difference > 0 ? '+' : '−'}${amountText(figure, Math.abs(difference))}`
}
