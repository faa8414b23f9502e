import { type Evaluation, evaluate, type Finding } from '../../engine/index.ts'
import type { Programme, Visit } from '../../engine/programme.ts'
import type { Day } from '../../kernel/date.ts'

type Rules = Omit<Parameters<typeof evaluate>[0], 'programme' | 'today' | 'only'>

/**
 * Returns what the guideline would say about a visit that is not made yet: the same evaluation, with the visit added.
 * `concerns` are the breaches, deviations and decisions that come with it, about the visit itself or about anybody's
 * year (SOC-05, SOC-10, VSN-05, VSN-09); `lacksReason` when it needs a special circumstance that is not given.
 */
export function previewVisit(
  rules: Rules,
  programme: Programme,
  visit: Visit,
  today: Day,
): { readonly concerns: readonly Finding[]; readonly lacksReason: boolean } {
  const before = evaluate({ ...rules, programme, today })
  const after = evaluate({ ...rules, programme: { ...programme, visits: [...programme.visits, visit] }, today })
  return {
    concerns: newConcerns(before, after),
    // A special circumstance is the one thing that is due before the visit and can only be given by the one who books.
    lacksReason: after.findings.some((it) => it.code === 'reason-due' && it.subject.id === visit.id),
  }
}

const ofConcern: ReadonlySet<Finding['outcome']> = new Set(['breached', 'deviates', 'needs-decision'])

/** Returns the findings of concern that were not there before, each once. */
export function newConcerns(before: Evaluation, after: Evaluation): readonly Finding[] {
  const known = new Set(before.findings.filter((it) => ofConcern.has(it.outcome)).map(keyOf))
  const found = new Map<string, Finding>()
  for (const finding of after.findings) {
    const key = keyOf(finding)
    if (ofConcern.has(finding.outcome) && !known.has(key) && !found.has(key)) found.set(key, finding)
  }
  return [...found.values()]
}

/** Returns the findings without those that say the same thing again. */
export function onceEach(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.toReversed().map((finding) => [keyOf(finding), finding])).values()].toReversed()
}

/** The same thing about the same subject and person is the same concern; a count that has grown is a new one. */
function keyOf({ source, rule, kind, code, outcome, subject, values }: Finding): string {
  return JSON.stringify([
    source,
    rule,
    kind,
    code,
    outcome,
    subject.type,
    subject.id,
    values.person,
    values.year,
    values.done,
  ])
}
