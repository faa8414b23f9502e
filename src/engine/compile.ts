import type { Day } from '../kernel/date.ts'
import { adoptedBy, type Answer, type Interpretations } from './interpretations.ts'
import { type Collision, collisionsBetween } from './collisions.ts'
import type { Guideline } from './guideline.ts'
import { binds, issuerKey } from './issuer.ts'
import { kindOf, type Rule, valuesOn } from './rule.ts'
import type { CompiledRule, RuleKind, RuleValues } from './rules/kind.ts'

/** A stretch of days through which the same rules with the same values hold. */
export type Epoch = {
  readonly from: Day | undefined
  /** The guidelines in force, the committee's own before the council's; none when nothing holds. */
  readonly guidelines: readonly Guideline[]
  /** Proposals on the table by issuers of whom nothing is in force. */
  readonly proposals: readonly Guideline[]
  readonly rules: readonly CompiledRule[]
  readonly byKind: ReadonlyMap<string, readonly CompiledRule[]>
  /** Rules of several sources that cannot both be followed, by their kind. */
  readonly collisions: ReadonlyMap<string, readonly Collision[]>
}

export type Timeline = { readonly epochs: readonly Epoch[]; at(day: Day): Epoch }

export type CompileInput = {
  readonly guidelines: readonly Guideline[]
  readonly interpretations: readonly Interpretations[]
  /** The committee that is judged; a council's policy that does not bind it is left out. Without one every policy binds. */
  readonly committee?: { readonly id: string; readonly name: string } | undefined
  /** Counts proposals as in force from their validity, or always when they have none. Only for trying out; never for booking. */
  readonly tryProposals?: boolean | undefined
}

/** Returns the rules by day: every version, dated change and local answer merged, once for a whole run. */
export function compile(input: CompileInput): Timeline {
  const guidelines = bindingGuidelines(input)
  const answers = new Map(guidelines.map((it) => [it.id, answersOf(it, input.interpretations)]))
  const starts = [...new Set(guidelines.flatMap((it) => daysOfChange(it, answers.get(it.id) ?? [])))].sort(
    (a, b) => a - b,
  )
  const epochs = [undefined, ...starts].map((from) => epochFrom(from, guidelines, answers, input.tryProposals === true))
  return { epochs, at: (day) => epochs[indexAt(starts, day)] ?? emptyEpoch }
}

/** Returns the guidelines as adopted, without the council's policies that do not bind the committee. */
export function bindingGuidelines({ guidelines, interpretations, committee }: CompileInput): readonly Guideline[] {
  return adoptedBy(guidelines, interpretations).filter(
    ({ issuer }) => committee === undefined || issuer.committee !== undefined || binds(issuer, committee),
  )
}

/** Returns the rules of one kind, typed by it. */
export function rulesOf<V extends object>(epoch: Epoch, kind: RuleKind<V>): readonly CompiledRule<V>[] {
  return (epoch.byKind.get(kind.kind) ?? []) as unknown as readonly CompiledRule<V>[]
}

/** Returns the guideline version of each issuer that is in force on the day, the latest begun and not ended: the committee's own first. */
export function inForce(guidelines: readonly Guideline[], day: Day, tryProposals = false): readonly Guideline[] {
  const latest = new Map<string, Guideline>()
  for (const guideline of guidelines) {
    if (guideline.status === 'proposal' && !tryProposals) continue
    const from = guideline.validity?.from ?? Number.NEGATIVE_INFINITY
    if (day < from || (guideline.validity?.until !== undefined && day >= guideline.validity.until)) continue
    const issuer = issuerKey(guideline.issuer)
    const rival = latest.get(issuer)
    if (rival === undefined || from > (rival.validity?.from ?? Number.NEGATIVE_INFINITY)) latest.set(issuer, guideline)
  }
  const all = [...latest.values()]
  return [
    ...all.filter(({ issuer }) => issuer.committee !== undefined),
    ...all.filter(({ issuer }) => issuer.committee === undefined),
  ]
}

const emptyEpoch: Epoch = {
  from: undefined,
  guidelines: [],
  proposals: [],
  rules: [],
  byKind: new Map(),
  collisions: new Map(),
}

/** Before anything has ever begun is a time of its own, judged as the day before the first start. */
function epochFrom(
  from: Day | undefined,
  guidelines: readonly Guideline[],
  answers: ReadonlyMap<string, readonly DatedAnswer[]>,
  tryProposals: boolean,
): Epoch {
  const day = from ?? (Number.MIN_SAFE_INTEGER as Day)
  const holding = inForce(guidelines, day, tryProposals)
  const rules = holding.flatMap((guideline) =>
    guideline.rules.map((rule) => compileRule(rule, guideline, answers.get(guideline.id) ?? [], day)),
  )
  const byKind = new Map<string, CompiledRule[]>()
  for (const rule of rules) {
    const known = byKind.get(rule.kind)
    if (known === undefined) byKind.set(rule.kind, [rule])
    else known.push(rule)
  }
  const issuers = new Set(holding.map(({ issuer }) => issuerKey(issuer)))
  const proposals = guidelines.filter((it) => it.status === 'proposal' && !issuers.has(issuerKey(it.issuer)))
  const collisions = holding.length < 2 ? new Map() : collisionsBetween(holding, byKind)
  return { from, guidelines: holding, proposals, rules, byKind, collisions }
}

type DatedAnswer = Answer & { readonly rule: string; readonly parameter: string }

function compileRule(rule: Rule, guideline: Guideline, answers: readonly DatedAnswer[], day: Day): CompiledRule {
  const { values, clause } = valuesOn(rule, day)
  const answered: Record<string, unknown> = { ...values }
  const used = new Map<string, string>()
  for (const answer of answers) {
    if (answer.rule !== rule.id || values[answer.parameter] !== 'silent') continue
    if (day < answer.from || (answer.until !== undefined && day >= answer.until)) continue
    const schema = kindOf(rule.kind).values.shape[answer.parameter]
    if (schema === undefined) continue
    answered[answer.parameter] = answer.answer
    used.set(answer.parameter, answer.id)
  }
  return {
    id: rule.id,
    kind: rule.kind,
    source: guideline.id,
    clause,
    force: rule.force,
    bearer: rule.bearer,
    values: answered as RuleValues,
    interpretations: [...used.values()],
    says: rule.says,
  }
}

/** A later answer to the same question replaces an earlier one, so they are merged in order of their first day. */
function answersOf(guideline: Guideline, interpretations: readonly Interpretations[]): readonly DatedAnswer[] {
  const found: DatedAnswer[] = []
  for (const file of interpretations) {
    if (file.guideline !== guideline.id) continue
    for (const answer of file.answers) {
      const silence = guideline.silences.find((it) => it.id === answer.silence)
      if (silence !== undefined) found.push({ ...answer, rule: silence.rule, parameter: silence.parameter })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function daysOfChange(guideline: Guideline, answers: readonly DatedAnswer[]): readonly Day[] {
  const days = [guideline.validity?.from, guideline.validity?.until]
  for (const rule of guideline.rules) for (const change of rule.changes) days.push(change.from)
  for (const answer of answers) days.push(answer.from, answer.until)
  return days.filter((day) => day !== undefined)
}

/** Returns how many starts lie on or before the day, which is the index of its epoch. */
function indexAt(starts: readonly Day[], day: Day): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] as Day) <= day) low = middle + 1
    else high = middle
  }
  return low
}
