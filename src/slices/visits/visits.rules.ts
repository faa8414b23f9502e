import { type Initiator, initiators, type VisitState } from '../../engine/programme.ts'
import type { Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { isAllowed } from '../../kernel/permissions.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import type { Scope } from '../../platform/scope.ts'

/** What can be done to a visit that exists. */
export const visitActions = [
  'plan',
  'confirm',
  'choose',
  'move',
  'postpone',
  'decline',
  'cancel',
  'miss',
  'hold',
  'correct',
  'report',
  'unreport',
] as const
export type VisitAction = (typeof visitActions)[number]

/**
 * Every way from one state to another; what is not here cannot happen. A visit that nobody confirmed can still be
 * noted as held: what took place must be on record, and the guideline's finding says what was missing.
 */
export const transitions: { readonly [S in VisitState]: { readonly [A in VisitAction]?: VisitState } } = {
  proposed: {
    plan: 'proposed',
    confirm: 'booked',
    choose: 'proposed',
    move: 'proposed',
    postpone: 'proposed',
    decline: 'declined',
    cancel: 'cancelled',
    miss: 'missed',
    hold: 'held',
  },
  booked: { plan: 'booked', move: 'proposed', postpone: 'proposed', cancel: 'cancelled', miss: 'missed', hold: 'held' },
  held: { correct: 'held', report: 'reported', unreport: 'held' },
  reported: { correct: 'reported', report: 'reported', unreport: 'held' },
  declined: {},
  cancelled: {},
  missed: {},
}

/** Returns the state that the action leads to, or the refusal `visits.not-possible` with state and action. */
export function nextState(state: VisitState, action: VisitAction): Result<VisitState> {
  const next = transitions[state][action]
  return next === undefined ? refuse('visits.not-possible', { state, action }) : done(next)
}

export type Moment = { readonly day: Day; readonly time: Minutes }
type When = { readonly day: Day; readonly start: Minutes }

/** Whether the visit's start has come. */
export function hasBegun(visit: When, now: Moment): boolean {
  return now.day > visit.day || (now.day === visit.day && now.time >= visit.start)
}

/** Refuses what belongs before the visit once it has begun, and what belongs after it while it has not. */
export function checkMoment(action: VisitAction, visit: When, now: Moment): Refusal | undefined {
  const begun = hasBegun(visit, now)
  if ((action === 'hold' || action === 'miss') && !begun)
    return refuse('visits.not-begun', { day: visit.day, start: visit.start })
  // The plan can be put right through the visit's own day: a programme often changes on the spot.
  if ((action === 'plan' || action === 'confirm') && now.day > visit.day)
    return refuse('visits.already-over', { day: visit.day })
  if (beforeItBegins.has(action) && begun) return refuse('visits.already-begun', { day: visit.day })
  return undefined
}

const beforeItBegins: ReadonlySet<VisitAction> = new Set(['cancel', 'decline', 'move', 'postpone'])
/** What needs a time that is settled: while several are proposed, one of them is chosen first. */
const withATime: ReadonlySet<VisitAction> = new Set(['confirm', 'hold', 'miss'])

/**
 * Returns the state after the action, or why it cannot be done now: the state first, then the time. A visit whose time
 * is still to be chosen has not begun, whatever the hour.
 */
export function attempt(
  action: VisitAction,
  visit: When & { readonly state: VisitState; readonly timesOpen?: boolean },
  now: Moment,
): Result<VisitState> {
  const next = nextState(visit.state, action)
  if (!next.ok) return next
  if (visit.timesOpen) return withATime.has(action) ? refuse('visits.choose-first') : next
  return checkMoment(action, visit, now) ?? next
}

/** Who looks or acts. */
export type Viewer = Pick<Scope, 'personId' | 'roles' | 'managedUnitIds'>

/** What a visit says about who has to do with it. */
export type Concerned = {
  readonly unitIds: readonly string[]
  readonly invitedIds: readonly string[]
  /** One of the product's initiators, or a role that the guideline names. */
  readonly initiatedBy: string
}

/** Whether the viewer sees all visits of the committee; a manager sees those of the own units alone. */
export function seesWholeCommittee(viewer: Viewer): boolean {
  if (viewer.personId === undefined) return true
  return isAllowed(
    viewer.roles.filter((role) => role !== 'manager'),
    'visits:read',
  )
}

/** Whether the viewer may see the visit. The SQL in the store says the same. */
export function maySee(viewer: Viewer, visit: Pick<Concerned, 'unitIds'>): boolean {
  return seesWholeCommittee(viewer) || managesAny(viewer, visit.unitIds)
}

/** Whether the viewer registers for others: the committee secretary. What is done so is marked. */
export function actsForOthers(viewer: Viewer): boolean {
  return isAllowed(viewer.roles, 'people:act-for')
}

/** Whether the viewer manages one of the units. */
export function managesAny(viewer: Viewer, unitIds: readonly string[]): boolean {
  return viewer.roles.includes('manager') && unitIds.some((id) => viewer.managedUnitIds.includes(id))
}

/** The manager plans, confirms and declines; the secretary can for one who phones in. */
export function mayPlan(viewer: Viewer, visit: Concerned): boolean {
  return managesAny(viewer, visit.unitIds) || actsForOthers(viewer)
}

/** One answers for oneself; the secretary can for one who phones in. */
export function mayAnswerFor(viewer: Viewer, visit: Concerned, personId: string): boolean {
  return visit.invitedIds.includes(personId) && (viewer.personId === personId || actsForOthers(viewer))
}

/** Those who were to come, the manager who received them, and the secretary. */
export function mayNoteAttendance(viewer: Viewer, visit: Concerned): boolean {
  return isInvited(viewer, visit) || managesAny(viewer, visit.unitIds) || actsForOthers(viewer)
}

/** The manager, the secretary, and the politicians when one of them booked; one who is called answers no instead. */
export function mayCancel(viewer: Viewer, visit: Concerned): boolean {
  if (managesAny(viewer, visit.unitIds) || actsForOthers(viewer)) return true
  return isInvited(viewer, visit) && (visit.initiatedBy === 'politician' || visit.initiatedBy === 'group')
}

/** The chair decides about others; in the chair's own matter somebody else in the chair must. */
export function mayDecideFor(viewer: Viewer, personId: string): boolean {
  return viewer.roles.includes('chair') && viewer.personId !== personId
}

function isInvited(viewer: Viewer, visit: Concerned): boolean {
  return viewer.personId !== undefined && visit.invitedIds.includes(viewer.personId)
}

/** A person seen as somebody who might initiate a visit. */
export type Candidate = {
  readonly personId: string
  readonly isManagerOfAll: boolean
  readonly isPolitician: boolean
  readonly isContact: boolean
  readonly isChair: boolean
  readonly isSecretary: boolean
}

/**
 * Returns as what the person initiates the visit under a guideline that names these initiators, in its order;
 * undefined when none fits. The operation (administration) speaks through the manager or the secretary.
 */
export function capacityOf(candidate: Candidate, allowed: readonly string[], byGroup: boolean): Initiator | undefined {
  const fits: { readonly [I in Initiator]: boolean } = {
    politician: candidate.isContact,
    group: byGroup && candidate.isContact,
    manager: candidate.isManagerOfAll,
    administration: candidate.isManagerOfAll || candidate.isSecretary,
    secretary: candidate.isSecretary,
    chair: candidate.isChair,
  }
  return allowed.filter(isInitiator).find((role) => fits[role])
}

/** Whether the role has a part of its own in the product; for another one that a guideline names the secretary acts. */
export function isInitiator(role: string): role is Initiator {
  return initiators.some((it) => it === role)
}

/** Returns the first state of a visit: the manager's own word books it, anybody else's waits for the manager. */
export function firstState(start: {
  readonly byManager: boolean
  readonly afterwards: boolean
  /** The unit is told nothing, so that nobody there has to agree. */
  readonly unannounced?: boolean
}): 'proposed' | 'booked' {
  return start.byManager || start.afterwards || start.unannounced === true ? 'booked' : 'proposed'
}

/** What a page offers the viewer to do with a visit. The commands decide for themselves, to the minute. */
export type Offered = {
  /** Those whom the viewer can answer for, oneself first. */
  readonly answerFor: readonly string[]
  readonly plan: boolean
  readonly confirm: boolean
  readonly decline: boolean
  readonly move: boolean
  readonly cancel: boolean
  readonly miss: boolean
  readonly attendance: 'note' | 'correct' | undefined
  readonly report: boolean
}

/** Returns what can be done with the visit today by one who may. */
export function offeredTo(
  viewer: Viewer,
  visit: Concerned & {
    readonly state: VisitState
    readonly day: Day
    readonly timesOpen?: boolean
    /** The guideline has the manager or an officer report, and the secretary registers it. */
    readonly reportedByOthers?: boolean
  },
  today: Day,
): Offered {
  const { timesOpen = false } = visit
  const can = (action: VisitAction) =>
    transitions[visit.state][action] !== undefined && !(timesOpen && withATime.has(action))
  const [ahead, come] = [timesOpen || today <= visit.day, today >= visit.day]
  const own = visit.invitedIds.filter((id) => id === viewer.personId)
  const others = visit.invitedIds.filter((id) => id !== viewer.personId)
  const happened = visit.state === 'held' || visit.state === 'reported'
  const mayNote = mayNoteAttendance(viewer, visit)
  return {
    answerFor:
      ahead && can('plan') && !timesOpen ? [...own, ...others].filter((id) => mayAnswerFor(viewer, visit, id)) : [],
    plan: ahead && can('plan') && mayPlan(viewer, visit),
    confirm: ahead && can('confirm') && mayPlan(viewer, visit),
    decline: ahead && can('decline') && mayPlan(viewer, visit),
    move: ahead && can('move') && mayCancel(viewer, visit),
    cancel: ahead && can('cancel') && mayCancel(viewer, visit),
    miss: come && can('miss') && mayNote,
    attendance: !mayNote ? undefined : happened ? 'correct' : come && can('hold') ? 'note' : undefined,
    report:
      visit.state === 'reported' ||
      (happened && ((isInvited(viewer, visit) && !visit.reportedByOthers) || actsForOthers(viewer))),
  }
}

/**
 * Whether the viewer could begin a visit under a guideline that names these initiators, here or somewhere; the secretary
 * always, for others. Where the guideline names none, everyone with the permission can.
 */
export function couldInitiate(viewer: Viewer, by: readonly string[] | undefined): boolean {
  if (actsForOthers(viewer) || by === undefined) return true
  const { roles } = viewer
  const fits: { readonly [I in Initiator]: boolean } = {
    politician: roles.includes('politician'),
    group: roles.includes('politician'),
    manager: roles.includes('manager'),
    administration: roles.includes('manager'),
    secretary: roles.includes('secretary'),
    chair: roles.includes('chair'),
  }
  return by.some((role) => isInitiator(role) && fits[role])
}
