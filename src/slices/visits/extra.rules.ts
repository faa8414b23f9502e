import { evaluate, type Evaluation, factsUnder, type Finding, isFee, type Programme } from '../../engine/index.ts'
import type { Day } from '../../kernel/date.ts'
import { actsForOthers, mayDecideFor, type Viewer } from './visits.rules.ts'

type Rules = Omit<Parameters<typeof evaluate>[0], 'programme' | 'today' | 'only'>

/** About the visit itself, or about nothing but its fee. */
export type ExtraMatter = 'extra-visit' | 'extra-fee'

/** What somebody has to decide about one person's part in a visit, as the rules of its day have it. */
export type NeededDecision = {
  readonly about: ExtraMatter
  readonly personId: string
  /** A role of the product or of the guideline's own. Where no clause names one, the chair. */
  readonly decidedBy: string
  /** It was to come before the visit, which has begun. */
  readonly tooLate: boolean
  readonly finding: Finding
}

/**
 * Returns what has to be decided about the visit: what the engine finds about it as it stands, and about its fee as it
 * will stand once it, and those that are booked before it, have been made. `begun` says whether it has begun.
 */
export function decisionsNeeded(
  visitId: string,
  { now, made }: { readonly now: Evaluation; readonly made: Evaluation },
  begun: boolean,
): readonly NeededDecision[] {
  const reasons = made.feeLines.filter((line) => line.visit === visitId && isFee(line)).flatMap((line) => line.reasons)
  const found = [...now.findings.filter(({ subject }) => subject.id === visitId), ...reasons]
  const needed = found.flatMap((finding): readonly NeededDecision[] => {
    const personId = personOf(finding)
    const matter = matterOf(finding, begun)
    if (personId === undefined || matter === undefined) return []
    const { decidedBy } = finding.values
    return [{ ...matter, personId, decidedBy: typeof decidedBy === 'string' ? decidedBy : 'chair', finding }]
  })
  const once = new Map<string, NeededDecision>()
  for (const it of needed) {
    const key = `${it.about} ${it.personId} ${it.tooLate}`
    if (!once.has(key)) once.set(key, it)
  }
  return [...once.values()]
}

type Matter = Pick<NeededDecision, 'about' | 'tooLate'>

/** What a finding asks to have decided; undefined for one that nobody's decision settles. */
function matterOf({ kind, code, outcome, values }: Finding, begun: boolean): Matter | undefined {
  if (kind === 'visits.extra-decision') {
    if (code === 'to-decide-after') return { about: 'extra-visit', tooLate: false }
    if (code === 'to-decide') return { about: 'extra-visit', tooLate: begun }
    // Made without a yes: the breach is about the visit, and what is still open is the fee.
    if (code === 'undecided' && outcome !== 'needs-decision') return { about: 'extra-visit', tooLate: true }
    return (code === 'undecided' || code === 'refused') && outcome === 'needs-decision' && begun
      ? { about: 'extra-fee', tooLate: false }
      : undefined
  }
  if (outcome !== 'needs-decision') return undefined
  const isAboutFee = kind === 'fee.extra-fee-decision' || feeCodes.has(code) || values.guidelineRule !== undefined
  return isAboutFee ? { about: 'extra-fee', tooLate: false } : undefined
}

/** Beyond a cap, a fee that takes a decision in any case, and guidelines that say different things of it. */
const feeCodes: ReadonlySet<string> = new Set(['beyond-to-decide', 'decision-missing', 'collide'])

function personOf({ values, related = [] }: Finding): string | undefined {
  if (typeof values.person === 'string') return values.person
  return related.find(({ type }) => type === 'person')?.id
}

/** Returns the programme judged as if this visit, and those booked before it, had been made by all who are expected. */
export function evaluateMade(rules: Rules, programme: Programme, visitId: string, today: Day): Evaluation {
  const { visits } = factsUnder(rules, programme, today)
  const at = visits.findIndex(({ id }) => id === visitId)
  const made = new Map(visits.slice(0, at + 1).flatMap((it) => (it.ahead ? [[it.id, it.expected] as const] : [])))
  const asMade = programme.visits.map((visit): Programme['visits'][number] => {
    const came = made.get(visit.id)
    if (came === undefined) return visit
    const attendance = came.map((person) => ({ person, start: visit.start, end: visit.end }))
    return { ...visit, state: 'held', attendance }
  })
  const day = visits[at]?.day ?? today
  return evaluate({ ...rules, programme: { ...programme, visits: asMade }, today: Math.max(day, today) as Day })
}

/** As what the viewer takes the decision: in the own office, or registers it for a decider who has no part in the product. */
export function decidesAs(
  viewer: Viewer,
  { decidedBy, personId }: Pick<NeededDecision, 'decidedBy' | 'personId'>,
): 'own' | 'registered' | undefined {
  if (viewer.personId === undefined || viewer.personId === personId) return undefined
  if (decidedBy === 'chair') return mayDecideFor(viewer, personId) ? 'own' : undefined
  if (decidedBy === 'secretary' || decidedBy === 'administration')
    return viewer.roles.includes('secretary') ? 'own' : undefined
  return actsForOthers(viewer) ? 'registered' : undefined
}

/** One asks for oneself, whoever began the visit for those who are called to it, and the secretary for one who phones in. */
export function mayAskFor(viewer: Viewer, visit: { readonly initiatedByPersonId: string }, personId: string): boolean {
  return viewer.personId === personId || viewer.personId === visit.initiatedByPersonId || actsForOthers(viewer)
}
