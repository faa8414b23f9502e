import type { Finding } from '../../engine/index.ts'
import { addDays, type Day } from '../../kernel/date.ts'
import { type Desk, lateDays, type Task, task } from './desk.rules.ts'

/**
 * Returns what is due about visits beyond the usual number: the one whom it takes a decision for asks, whoever the clause
 * names decides, and what was neither asked nor decided when the day came lies before the secretary.
 */
export function extraTasks(desk: Desk): readonly Task[] {
  const { roles } = desk.me
  return [
    ...(roles.includes('politician') ? toAsk(desk) : []),
    ...(roles.includes('chair') ? toDecide(desk, (role) => role === 'chair') : []),
    ...(roles.includes('secretary') ? [...toDecide(desk, (role) => role !== 'chair'), ...neverAsked(desk)] : []),
  ]
}

type Found = { readonly finding: Finding; readonly person: string; readonly visit: string; readonly day: Day }

function foundIn({ programme }: Desk, findings: readonly Finding[]): readonly Found[] {
  const days = new Map(programme.visits.map(({ id, day }) => [id, day]))
  return findings.flatMap((finding) => {
    const { subject, values, related = [] } = finding
    const day = subject.type === 'visit' ? days.get(subject.id) : undefined
    const person = values.person ?? related.find(({ type }) => type === 'person')?.id
    return day === undefined || typeof person !== 'string' ? [] : [{ finding, person, visit: subject.id, day }]
  })
}

/** The chair decides about others; the chair's own matter goes to somebody else in the chair. */
function toDecide(desk: Desk, isMine: (role: string) => boolean): readonly Task[] {
  const { me, today, evaluation } = desk
  const all = [...evaluation.findings, ...evaluation.feeLines.flatMap(({ reasons }) => reasons)]
  return foundIn(desk, all).flatMap(({ finding, person, visit, day }) => {
    const { kind, code, outcome, values } = finding
    if (outcome !== 'needs-decision' || typeof values.decidedBy !== 'string' || !isMine(values.decidedBy)) return []
    // What was to come before the visit is too late once its day has passed.
    if (person === me.personId || (code === 'to-decide' && day < today)) return []
    const isAboutVisit = kind === 'visits.extra-decision' && (code === 'to-decide' || code === 'to-decide-after')
    // A decision about the visit itself must come before it; one about the fee has no last day.
    const due = isAboutVisit && day >= today ? day : undefined
    return [task(isAboutVisit ? 'decide-extra' : 'decide-fee', desk, { visit, persons: [person], due, on: day })]
  })
}

function isAsked({ asked }: Desk, { visit, person }: Found): boolean {
  return asked?.has(`${visit} ${person}`) === true
}

function toAsk(desk: Desk): readonly Task[] {
  const { me, today, evaluation } = desk
  return foundIn(desk, evaluation.findings)
    .filter(({ finding, day }) => finding.code === 'to-decide' && finding.outcome === 'needs-decision' && day >= today)
    .filter((it) => it.person === me.personId && !isAsked(desk, it))
    .map(({ visit, person, day }) => task('ask-extra', desk, { visit, persons: [person], due: day }))
}

/** For as long as somebody may still wonder about it. */
function neverAsked(desk: Desk): readonly Task[] {
  const { today, evaluation } = desk
  return foundIn(desk, evaluation.findings)
    .filter(
      ({ finding: { kind, code }, day }) =>
        kind === 'visits.extra-decision' &&
        (code === 'to-decide' || code === 'undecided') &&
        day <= today &&
        day >= addDays(today, -lateDays),
    )
    .filter((it) => !isAsked(desk, it))
    .map(({ visit, person, day }) => ({ kind: 'extra-open', urgency: 'late', on: day, visit, persons: [person] }))
}
