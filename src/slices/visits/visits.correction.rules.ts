import { evaluate, type FeeLine, type Finding } from '../../engine/index.ts'
import type { Programme, Visit } from '../../engine/programme.ts'
import type { Day } from '../../kernel/date.ts'

type Rules = Omit<Parameters<typeof evaluate>[0], 'programme' | 'today' | 'only'>

/** One fee, or one other line of a claim, before and after a correction. */
export type FeeChange = {
  readonly person: string
  readonly visit: string
  readonly day: Day
  /** Absent where there was no line, because the person had not come. */
  readonly before: FeeLine | undefined
  readonly after: FeeLine | undefined
  /** It has gone to payroll for one who no longer attends: what is paid stands until somebody decides. */
  readonly stands: boolean
  /** Reasons for what it becomes that were none before. */
  readonly reasons: readonly Finding[]
}

export type CorrectionPreview = {
  readonly appears: readonly Finding[]
  readonly disappears: readonly Finding[]
  readonly fees: readonly FeeChange[]
}

/**
 * Returns what it changes that this visit stands as `corrected` instead: findings of concern that come and go, about any
 * visit or person, and fees that become others. The same evaluation as everywhere, before and after.
 */
export function previewCorrection(rules: Rules, programme: Programme, corrected: Visit, today: Day): CorrectionPreview {
  const visits = programme.visits.map((visit) => (visit.id === corrected.id ? corrected : visit))
  const before = evaluate({ ...rules, programme, today })
  const after = evaluate({ ...rules, programme: { ...programme, visits }, today })
  return {
    appears: without(after.findings, before.findings),
    disappears: without(before.findings, after.findings),
    fees: feeChanges(before.feeLines, after.feeLines, programme),
  }
}

const ofConcern: ReadonlySet<Finding['outcome']> = new Set(['breached', 'deviates', 'needs-decision', 'cannot-tell'])

/** Returns the findings of concern of the first that the second does not have, each once. */
function without(findings: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  const keys = new Set(known.map(keyOf))
  const found = new Map<string, Finding>()
  for (const finding of findings) {
    const key = keyOf(finding)
    if (ofConcern.has(finding.outcome) && !keys.has(key)) found.set(key, finding)
  }
  return [...found.values()]
}

function keyOf({ source, rule, kind, code, outcome, subject, values }: Finding): string {
  return JSON.stringify([source, rule, kind, code, outcome, subject.type, subject.id, values])
}

function feeChanges(
  before: readonly FeeLine[],
  after: readonly FeeLine[],
  { claims }: Pick<Programme, 'claims'>,
): readonly FeeChange[] {
  const then = new Map(before.map((line) => [lineKey(line), line]))
  const now = new Map(after.map((line) => [lineKey(line), line]))
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key): readonly FeeChange[] => {
    const [was, is] = [then.get(key), now.get(key)]
    const line = is ?? was
    if (line === undefined || amountKey(was) === amountKey(is)) return []
    const { person, visit, day } = line
    const paid = claims.some((it) => it.visit === visit && it.person === person && (it.exported?.amount ?? 0) > 0)
    const known = new Set(was?.reasons.map(keyOf))
    const reasons = (is?.reasons ?? []).filter((it) => it.outcome !== 'satisfied' && !known.has(keyOf(it)))
    return [{ person, visit, day, before: was, after: is, stands: paid && is === undefined, reasons }]
  })
}

/** The fee first; lost earnings and costs have lines of their own. */
function lineKey({ visit, person, component = 'fee', feeKind = '' }: FeeLine): string {
  return `${visit} ${person} ${component}${component === 'fee' ? '' : ` ${feeKind}`}`
}

function amountKey(line: FeeLine | undefined): string {
  return line === undefined ? '' : JSON.stringify([line.outcome, line.amount, line.expected])
}
