import type { Evaluation, Finding, Outcome } from './finding.ts'

/** Visits of one series against the guideline for one unit, person, group or the committee in one calendar year or a part of it. */
export type CoverageRow = {
  readonly person?: string
  readonly unit?: string
  readonly area?: string
  readonly group?: string
  /** The series that is counted, and its form where it is no ordinary visit. */
  readonly series?: string
  readonly form?: string
  /** What is counted: visits, calls, half days, days or hours. */
  readonly counts: string
  /** The half-year, the quarter or the month, where each is counted by itself. */
  readonly half?: number
  readonly quarter?: number
  readonly month?: number
  /** In what is counted; hours and days with two decimals, rounded down. */
  readonly done: number
  readonly booked: number
  readonly least: number
  readonly most?: number
  readonly outcome: Outcome
  readonly rule: string
  readonly clause: string
  /** The finding itself, for its sentence. */
  readonly finding: Finding
}

/** Returns the year's rows, in the order of the programme. They are the evaluation's own findings, not a second count. */
export function yearCoverage(evaluation: Evaluation, year: number): readonly CoverageRow[] {
  return evaluation.findings
    .filter((it) => it.kind === 'visits.count' && it.values.year === year && it.values.done !== undefined)
    .map(rowOf)
}

function rowOf(finding: Finding): CoverageRow {
  const { person, unit, area, group, series, form, counts, half, quarter, month, done, booked, least, most } =
    finding.values
  return {
    ...(person === undefined ? {} : { person: String(person) }),
    ...(unit === undefined ? {} : { unit: String(unit) }),
    ...(area === undefined ? {} : { area: String(area) }),
    ...(group === undefined ? {} : { group: String(group) }),
    ...(series === undefined ? {} : { series: String(series) }),
    ...(form === undefined ? {} : { form: String(form) }),
    ...(half === undefined ? {} : { half: Number(half) }),
    ...(quarter === undefined ? {} : { quarter: Number(quarter) }),
    ...(month === undefined ? {} : { month: Number(month) }),
    counts: String(counts),
    done: Number(done),
    booked: Number(booked),
    least: Number(least),
    ...(Number(most) < 0 ? {} : { most: Number(most) }),
    outcome: finding.outcome,
    rule: finding.rule,
    clause: finding.clause,
    finding,
  }
}
