import { type Day, addDays } from '../kernel/date.ts'
import type { Timeline } from './compile.ts'
import type { Guideline } from './guideline.ts'
import type { Run } from './rules/kind.ts'
import { review } from './rules/review.ts'

type ReviewRule = Parameters<NonNullable<typeof review.committee>>[1]

/**
 * Says when a guideline in force is to be reviewed by what its document states of itself, and a trial by its end.
 * Where the file has a rule about it the rule says so, and nothing is said twice; a day by which the trial is evaluated
 * holds beside a rule that names none.
 */
export function judgeDocument(run: Run, guideline: Guideline): void {
  const written = guideline.rules.filter((rule) => rule.kind === review.kind)
  if (written.some(({ values }) => values.every === 'date')) return
  if (written.length > 0 && guideline.validity?.trial?.evaluateBy === undefined) return
  for (const rule of documentRules(guideline))
    if (written.length === 0 || rule.values.on === guideline.validity?.trial?.evaluateBy) review.committee?.(run, rule)
}

/** Says of trials that have ended what became of their evaluation: no rule of theirs is in force any more. */
export function judgeEndedTrials(run: Run, timeline: Timeline, guidelines: readonly Guideline[]): void {
  for (const guideline of guidelines) {
    const until = endOfTrial(guideline)
    if (until === undefined || until > run.today) continue
    const rules = (timeline.at(addDays(until, -1)).byKind.get(review.kind) ?? []) as unknown as readonly ReviewRule[]
    for (const rule of rules) if (rule.source === guideline.id) review.committee?.(run, rule)
    judgeDocument(run, guideline)
  }
}

function endOfTrial({ status, validity, rules }: Guideline): Day | undefined {
  if (status !== 'adopted' || validity?.until === undefined) return undefined
  const isTrial =
    validity.trial !== undefined || rules.some((it) => it.kind === review.kind && it.values.every === 'trial-end')
  return isTrial ? validity.until : undefined
}

function documentRules({ id, document, validity }: Guideline): readonly ReviewRule[] {
  const { when, on } = document.reviewBy
  const evaluateBy = validity?.trial?.evaluateBy
  const isTrial = when === 'after-trial' || validity?.trial !== undefined
  const values: ReviewRule['values'][] = []
  if (when === 'date') values.push({ every: 'date', on })
  if (when === 'once-per-term') values.push({ every: 'term' })
  if (isTrial) values.push(evaluateBy === undefined ? { every: 'trial-end' } : { every: 'date', on: evaluateBy })
  return values.map((it) => ({
    id: document.rule ?? 'document',
    kind: review.kind,
    source: id,
    clause: '',
    force: 'must',
    bearer: 'committee',
    values: it,
    interpretations: [],
  }))
}
