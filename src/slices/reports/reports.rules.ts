import type { Scope } from '../../platform/scope.ts'

export const reportForms = ['written', 'oral'] as const
export type ReportForm = (typeof reportForms)[number]

export const reportStates = ['draft', 'final', 'delivered'] as const
export type ReportState = (typeof reportStates)[number]

export const reportSteps = ['save', 'sign', 'finalise', 'deliver', 'read'] as const
export type ReportStep = (typeof reportSteps)[number]

/** Every step a report can take, by the state it is in. What is not here cannot be done. */
const transitions: { readonly [State in ReportState]: { readonly [Step in ReportStep]?: ReportState } } = {
  draft: { save: 'draft', sign: 'draft', finalise: 'final' },
  final: { deliver: 'delivered', read: 'final' },
  delivered: { read: 'delivered' },
}

/** Returns the state after the step, or undefined when a report in this state cannot take it. */
export function nextState(state: ReportState, step: ReportStep): ReportState | undefined {
  return transitions[state][step]
}

/** Returns the report's state: a final report that has gone to a manager is delivered. */
export function stateOf(report: { readonly state: 'draft' | 'final'; readonly deliveries: number }): ReportState {
  if (report.state === 'draft') return 'draft'
  return report.deliveries > 0 ? 'delivered' : 'final'
}

/** Returns what a page calls the report: its state, or that it is oral, which has no document to deliver. */
export function shownStateOf(report: Parameters<typeof stateOf>[0] & { readonly form: ReportForm }): ShownState {
  return report.form === 'oral' && report.state === 'final' ? 'oral' : stateOf(report)
}

export type ShownState = ReportState | 'oral'

/** Who a report belongs to, as far as seeing and writing it goes. */
type ReportReach = {
  readonly state: 'draft' | 'final'
  readonly authorIds: readonly string[]
  readonly unitIds: readonly string[]
}

/**
 * Whether the one who asks may see the report. A draft (utkast) is seen by its authors and the secretary: it has not
 * left them, so it is no official document (TF 2 kap. 12 §). A final report is seen in the whole committee, and by
 * managers for their own units. `visibleReports` in the store says the same in SQL.
 */
export function maySeeReport(scope: Scope, report: ReportReach): boolean {
  if (scope.personId === undefined) return true
  if (report.state === 'draft') return scope.roles.includes('secretary') || report.authorIds.includes(scope.personId)
  return readsWholeCommittee(scope) || report.unitIds.some((unit) => scope.managedUnitIds.includes(unit))
}

/** Whether the one who asks reads every final report of the committee, and not only those of the own units. */
export function readsWholeCommittee(scope: Scope): boolean {
  return scope.roles.some((role) => wholeCommittee.includes(role))
}

const wholeCommittee: readonly string[] = ['politician', 'secretary', 'chair', 'quality-officer', 'auditor']

/** Whether the one who asks may change the draft: its authors may. */
export function mayWriteReport(scope: Scope, report: ReportReach): boolean {
  return report.state === 'draft' && scope.personId !== undefined && report.authorIds.includes(scope.personId)
}

/** Returns who reports in the politicians' place, where the guideline has the manager or an officer do so. */
export function otherWriter(by: string | undefined): OtherWriter | undefined {
  return by === 'manager' || by === 'officer' ? by : undefined
}

export type OtherWriter = 'manager' | 'officer'

/**
 * Returns the ids of those who may make the report final. Any author may, so that a missing signature delays nothing;
 * where the guideline names a rapporteur it is that person alone, as long as the group has one. Of a report that the
 * manager or an officer writes nothing is asked of those who came.
 */
export function reportersOf(
  by: string | undefined,
  those: { readonly attendees: readonly string[]; readonly rapporteurId?: string | undefined },
): readonly string[] {
  if (otherWriter(by) !== undefined) return []
  return by === 'rapporteur' && those.rapporteurId !== undefined ? [those.rapporteurId] : those.attendees
}

/** Returns those who write the report together: everyone who came, and the one who reports for the group. */
export function authorsOf(
  by: string | undefined,
  those: { readonly attendees: readonly string[]; readonly rapporteurId?: string | undefined },
): readonly string[] {
  if (otherWriter(by) !== undefined) return []
  return [...new Set([...those.attendees, ...reportersOf(by, those)])]
}

/** Returns `KP 2026-014`: the committee's running number of the year, after KP for contact politicians (kontaktpolitiker). */
export function registrationNumber(year: number, running: number): string {
  return `${registrationSeries(year)}${String(running).padStart(3, '0')}`
}

/** Returns what every registration number of the year begins with. */
export function registrationSeries(year: number): string {
  return `KP ${year}-`
}
