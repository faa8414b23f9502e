import type { Evaluation, Finding, Outcome } from './finding.ts'

/** Visits against the guideline for one unit, person or group in one calendar year. */
export type CoverageRow = {
  readonly person?: string
  readonly unit?: string
  readonly area?: string
  readonly group?: string
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
  const { person, unit, area, group, done, booked, least, most } = finding.values
  return {
    ...(person === undefined ? {} : { person: String(person) }),
    ...(unit === undefined ? {} : { unit: String(unit) }),
    ...(area === undefined ? {} : { area: String(area) }),
    ...(group === undefined ? {} : { group: String(group) }),
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
