import { type Day, isoFromDay } from '../kernel/date.ts'
import { languages } from '../kernel/language.ts'
import { type Evaluation, explain, type FeeLine, type Finding, type Names, termsOf } from '../engine/index.ts'
import type { JudgedBy } from './evaluation-text.ts'

/**
 * Returns the evaluation as plain data for other programs: days as YYYY-MM-DD, amounts in whole öre, times in whole
 * minutes, each finding with its sentence in every language, and the titles of the guidelines that findings name as
 * their source. Described in docs/cli.md.
 */
export function evaluationJson(evaluation: Evaluation, names: Names, { guidelines, feeRules }: JudgedBy): object {
  const terms = termsOf(guidelines, feeRules)
  return {
    format: 'namndkontakt/evaluation@1',
    sources: guidelines.map(({ id, title }) => ({ id, title })),
    findings: evaluation.findings.map((finding) => findingJson(finding, names, terms)),
    feeLines: evaluation.feeLines.map((line) => feeLineJson(line, names, terms)),
  }
}

type Terms = ReturnType<typeof termsOf>

/** Returns a finding as plain data, with its sentence in every language. */
export function findingJson(finding: Finding, names: Names, terms: Terms): object {
  return {
    ...finding,
    ...(finding.day === undefined ? {} : { day: isoFromDay(finding.day) }),
    values: Object.fromEntries(Object.entries(finding.values).map(([key, value]) => [key, valueJson(key, value)])),
    text: Object.fromEntries(languages.map((language) => [language, explain(finding, language, names, terms)])),
  }
}

/** Days stand under keys that end in `Day` or `On` (see `FindingValues`). */
function valueJson(key: string, value: unknown): unknown {
  return typeof value === 'number' && /(?:Day|On|^day|^on)$/.test(key) ? isoFromDay(value as Day) : value
}

function feeLineJson(line: FeeLine, names: Names, terms: Terms): object {
  return {
    ...line,
    day: isoFromDay(line.day),
    reasons: line.reasons.map((reason) => findingJson(reason, names, terms)),
  }
}
