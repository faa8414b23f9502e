import type { CoverageRow, Evaluation, Facts, Finding, Outcome, Programme, Settings } from '../../engine/index.ts'
import { appointedTo, yearCoverage } from '../../engine/index.ts'
import { type Day, yearOf } from '../../kernel/date.ts'
import { isAllowed } from '../../kernel/permissions.ts'
import type { Scope } from '../../platform/scope.ts'

type Viewer = Pick<Scope, 'personId' | 'roles' | 'managedUnitIds'>
type Unit = Programme['units'][number]
type Visit = Programme['visits'][number]

/** Whether the viewer sees all units of the committee; a manager sees the own units alone. */
export function seesAllUnits({ roles }: Viewer): boolean {
  return isAllowed(
    roles.filter((role) => role !== 'manager'),
    'appointments:read',
  )
}

/** Whether the viewer may see the unit's page. */
export function maySeeUnit(viewer: Viewer, unitId: string): boolean {
  return seesAllUnits(viewer) || (viewer.roles.includes('manager') && viewer.managedUnitIds.includes(unitId))
}

/** A unit at a glance. Ids and days. */
export type UnitGlance = {
  readonly unit: Unit
  readonly contacts: readonly string[]
  readonly last: Visit | undefined
  readonly next: Visit | undefined
  readonly visitsThisYear: number
  /** The weightiest of what the guideline says about the unit itself; absent where it says nothing. */
  readonly outcome: Outcome | undefined
  readonly coverage: readonly CoverageRow[]
}

export type Known = {
  readonly programme: Programme
  readonly evaluation: Evaluation
  /** The programme indexed under its rules. */
  readonly facts: Facts
  readonly today: Day
}

/** Returns the units that are open today and that the viewer may see, at a glance each. */
export function glances(viewer: Viewer, known: Known): readonly UnitGlance[] {
  const { programme, today } = known
  return programme.units
    .filter(
      (unit) => (unit.from === undefined || unit.from <= today) && (unit.until === undefined || unit.until > today),
    )
    .filter(({ id }) => maySeeUnit(viewer, id))
    .map((unit) => glanceOf(unit, known))
}

/** Returns the unit at a glance. */
export function glanceOf(unit: Unit, known: Known): UnitGlance {
  const { programme, today } = known
  const visits = programme.visits.filter(({ units }) => units.includes(unit.id))
  const held = visits.filter(({ state }) => state === 'held' || state === 'reported')
  const ahead = visits.filter(({ state, day }) => (state === 'proposed' || state === 'booked') && day >= today)
  const coverage = coverageOf(unit, known)
  return {
    unit,
    contacts: contactsOf(unit, known),
    last: held.reduce<Visit | undefined>(
      (latest, visit) => (latest === undefined || visit.day >= latest.day ? visit : latest),
      undefined,
    ),
    next: ahead.reduce<Visit | undefined>(
      (first, visit) => (first === undefined || visit.day < first.day ? visit : first),
      undefined,
    ),
    visitsThisYear: held.filter(({ day }) => yearOf(day) === yearOf(today)).length,
    outcome: weightiest([...coverage, ...standingFindings(unit, known)].map(({ outcome }) => outcome)),
    coverage,
  }
}

/** Those who represent the committee for the unit today: appointed to it in any way, or because everyone does. */
function contactsOf({ id }: Unit, { facts, today }: Known): readonly string[] {
  return appointedTo(facts, { unit: id }, today)
}

/** The running year's counts that are about this unit: its own, its area's, or a person's there. */
function coverageOf(unit: Unit, { evaluation, today }: Known): readonly CoverageRow[] {
  return yearCoverage(evaluation, yearOf(today)).filter((row) => isAt(row, unit))
}

/** What stands about the unit today: who represents it, consent. */
function standingFindings(unit: Unit, { evaluation }: Known): readonly Finding[] {
  return evaluation.findings.filter(
    ({ subject, values }) => subject.type === 'unit' && subject.id === unit.id && values.year === undefined,
  )
}

/**
 * Returns what the guideline says about the unit: this year's counts, met or not; what stands today and this year's
 * visits there, where they are not as it says. What is only still to be done on a visit is on the visit's own page.
 */
export function findingsAbout(unit: Unit, known: Known): readonly Finding[] {
  const year = yearOf(known.today)
  const { findings } = known.evaluation
  const counts = new Set(coverageOf(unit, known).map(({ finding }) => finding))
  return findings.filter((finding) => {
    const { subject, related = [], outcome, values, day } = finding
    if (outcome === 'satisfied') return counts.has(finding)
    const isRelated = related.some(({ type, id }) => type === 'unit' && id === unit.id)
    const isOwn =
      (subject.type === 'unit' && subject.id === unit.id) || (subject.type === 'area' && subject.id === unit.area)
    if (!isOwn && !isRelated) return false
    if (typeof values.year === 'number') return values.year === year
    if (subject.type !== 'visit') return true
    return outcome !== 'due' && day !== undefined && yearOf(day) === year
  })
}

function isAt(it: { readonly unit?: string | undefined; readonly area?: string | undefined }, unit: Unit): boolean {
  return it.unit === undefined ? it.area !== undefined && it.area === unit.area : it.unit === unit.id
}

const weights: readonly Outcome[] = ['satisfied', 'due', 'cannot-tell', 'needs-decision', 'deviates', 'breached']

function weightiest(outcomes: readonly Outcome[]): Outcome | undefined {
  return weights.findLast((outcome) => outcomes.includes(outcome))
}

type BookableUnit = {
  readonly unitId: string
  /** The manager has agreed to receive contact politicians. */
  readonly hasConsent: boolean
  readonly contacts: readonly string[]
  readonly groupMembers: readonly string[]
}

/**
 * Whether the viewer takes the first step to a visit at the unit under the guideline in force: the contact politician,
 * the manager, or the secretary, who also registers for one who phones in. Nothing is booked where none is in force.
 */
export function mayBook(viewer: Viewer, settings: Settings | undefined, at: BookableUnit): boolean {
  if (settings === undefined || !isAllowed(viewer.roles, 'visits:initiate')) return false
  const { initiator, initiators, initiativeTakenOverBy: next } = settings.visits
  if (initiator.value === 'silent' && initiator.basis !== undefined) return false
  if (settings.appointment.needsUnitConsent.basis !== undefined && !at.hasConsent) return false
  if (viewer.roles.includes('secretary')) return true
  const isContact = viewer.personId !== undefined && at.contacts.includes(viewer.personId)
  const isMember = viewer.personId !== undefined && at.groupMembers.includes(viewer.personId)
  const isManager = viewer.roles.includes('manager') && viewer.managedUnitIds.includes(at.unitId)
  if (initiators.value === 'silent') return isContact || isMember || isManager
  const fits: Readonly<Record<string, boolean>> = {
    politician: isContact || isMember,
    group: isMember,
    manager: isManager,
    administration: isManager,
    chair: viewer.roles.includes('chair'),
  }
  const named = next.value === 'silent' || next.value === undefined ? [] : [next.value]
  return [...initiators.value, ...named].some((role) => fits[role] === true)
}
