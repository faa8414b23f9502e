import {
  type CoverageRow,
  type Evaluation,
  type Facts,
  type Programme,
  type Settings,
  unitsOf,
  yearCoverage,
} from '../../engine/index.ts'
import { addDays, type Day, isWithin, yearOf, yearPeriod } from '../../kernel/date.ts'
import type { Scope } from '../../platform/scope.ts'

/** Everything that can be due from somebody. The order settles what comes first on the same day. */
export const taskKinds = [
  'visit-today',
  'attendance',
  'answer',
  'confirm',
  'plan',
  'prepare',
  'write-report',
  'finish-report',
  'speak',
  'read-reports',
  'received-report',
  'received-hand-over',
  'check-report',
  'confirm-fee',
  'ask-extra',
  'decide-extra',
  'decide-fee',
  'extra-open',
  'adopt',
  'answer-questions',
  'papers',
  'package',
  'check-fees',
  'approve-fees',
  'export-fees',
  'replace',
  'review-guideline',
  'take-over',
  'book',
  'invite',
  'arrange',
  'await-invitation',
  'late-report',
  'unconfirmed',
  'no-call',
  'await-check',
  'handed-over',
  'visits-left',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** `waiting` is somebody else's next step, shown so that nobody wonders. */
export type Urgency = 'late' | 'today' | 'soon' | 'open' | 'waiting'

/** One thing that is due, with what its one next step needs to know. Ids; words are put on it where it is shown. */
export type Task = {
  readonly kind: TaskKind
  readonly urgency: Urgency
  /** The day it is sorted by. */
  readonly on?: Day | undefined
  /** The last day, where there is one. */
  readonly due?: Day | undefined
  readonly visit?: string | undefined
  readonly unit?: string | undefined
  readonly group?: string | undefined
  readonly meeting?: string | undefined
  readonly claim?: string | undefined
  readonly report?: string | undefined
  /** The file id of a guideline. */
  readonly guideline?: string | undefined
  readonly persons?: readonly string[] | undefined
  readonly units?: readonly string[] | undefined
  readonly count?: number | undefined
  readonly of?: number | undefined
}

/** What lies on one person's desk: the programme with its findings, and what they have to do with it. */
export type Desk = {
  readonly me: Pick<Scope, 'roles' | 'managedUnitIds'> & { readonly personId: string }
  readonly today: Day
  readonly programme: Programme
  /** The programme indexed under its rules. */
  readonly facts: Facts
  readonly evaluation: Evaluation
  readonly settings: Settings | undefined
  /** Drafts that managers have and that some have still to answer. */
  readonly checks?: readonly {
    readonly reportId: string
    readonly visitId: string
    readonly lastDay: Day
    readonly openUnitIds: readonly string[]
  }[]
  /** For whom a decision about which visit has been asked for, as `visit person`. */
  readonly asked?: ReadonlySet<string>
  /** Questions that the guideline leaves open and nobody has answered. */
  readonly openQuestions: number
  /** Visits ahead where somebody is invited who is on leave or has left, for the one who mends it; the first one's day. */
  readonly replacements?: { readonly count: number; readonly day: Day } | undefined
  /** What was handed over to this person and waits to be received, since which day the oldest. */
  readonly handOvers?: { readonly count: number; readonly since: Day } | undefined
  /** The claims that wait for this person, chosen by the rules of claims. */
  readonly claims: {
    readonly toConfirm: readonly { readonly id: string; readonly visitId: string }[]
    readonly toCheck: number
    readonly toApprove: number
    readonly toExport: number
  }
}

/** How many days ahead a visit is prepared for, and a deadline is told of. */
export const soonDays = 14
/** After so many days without the next step somebody is reminded. */
export const lateDays = 14
const yearEndDays = 60

/** Returns the task of saying how a visit went that lies behind. */
export function attendanceTask(desk: Desk, visit: ProgrammeVisit): Task {
  const isLate = visit.day < addDays(desk.today, -lateDays)
  return { kind: 'attendance', urgency: isLate ? 'late' : 'open', on: visit.day, visit: visit.id }
}

/** Returns the task of replacing those who are invited and cannot come. */
export function replacementTasks({ replacements, today }: Desk): readonly Task[] {
  if (replacements === undefined || replacements.count === 0) return []
  const { count, day } = replacements
  return [{ kind: 'replace', urgency: day <= addDays(today, soonDays) ? 'soon' : 'open', on: day, count }]
}

/** Returns the task of reading what was handed over to the person. */
export function handOverTasks({ handOvers }: Desk): readonly Task[] {
  if (handOvers === undefined) return []
  return [{ kind: 'received-hand-over', urgency: 'open', on: handOvers.since, count: handOvers.count }]
}

/** Returns the last day that the evaluation names for this visit's report, where the guideline has one. */
export function reportDeadline({ evaluation }: Desk, visit: ProgrammeVisit): Day | undefined {
  const open = evaluation.findings.filter(
    ({ subject, outcome, values }) =>
      subject.type === 'visit' &&
      subject.id === visit.id &&
      outcome !== 'satisfied' &&
      typeof values.deadlineDay === 'number',
  )
  const [first] = open
  return first === undefined ? undefined : (Number(first.values.deadlineDay) as Day)
}

/** Returns the rows of the running year that still lack visits, neither made nor booked. */
export function lackingRows({ evaluation, today }: Desk): readonly CoverageRow[] {
  return yearCoverage(evaluation, yearOf(today)).filter(
    ({ outcome, least, done, booked }) => outcome !== 'satisfied' && done + booked < least,
  )
}

export type ProgrammeVisit = Programme['visits'][number]

/** Whether the visit is proposed or booked. */
export function isAhead({ state }: ProgrammeVisit): boolean {
  return state === 'proposed' || state === 'booked'
}

/** Returns what the person has answered, or undefined. */
export function answerOf({ invitations }: ProgrammeVisit, person: string) {
  return invitations.find((it) => it.person === person)?.answer
}

/** Whether the person is invited and has not said no. */
export function isComing({ invitations }: ProgrammeVisit, person: string): boolean {
  return invitations.some((it) => it.person === person && it.answer !== 'declined')
}

/** Whether the person manages the unit. */
export function manages(me: Desk['me'], unitId: string): boolean {
  return me.roles.includes('manager') && me.managedUnitIds.includes(unitId)
}

/** Returns visits that are made and have no final report, with those who are to write it (the rapporteur alone, where there is one). */
export function unreported({
  programme,
  settings,
}: Desk): readonly { readonly visit: ProgrammeVisit; readonly reporters: readonly string[] }[] {
  const reported = new Set(
    programme.reports.filter((it) => it.final !== undefined || it.form === 'oral').map(({ visit }) => visit),
  )
  const held = programme.visits.filter(
    ({ id, state, form }) => state === 'held' && form === 'visit' && !reported.has(id),
  )
  return held.map((visit) => {
    const rapporteur = programme.groups.find(({ id }) => id === visit.group)?.rapporteur
    const attendees = visit.attendance.map(({ person }) => person)
    const isRapporteurs = settings?.report.by.value === 'rapporteur' && rapporteur !== undefined
    return { visit, reporters: isRapporteurs ? [rapporteur] : [...new Set(attendees)] }
  })
}

/** Returns the units that the person is contact politician for today, by whatever an appointment covers or because everyone is. */
export function appointedUnits(
  { programme, facts, today }: Pick<Desk, 'programme' | 'facts' | 'today'>,
  person: string,
): readonly Programme['units'][number][] {
  if (facts.everyoneOn(today).includes(person)) return programme.units
  const own = (facts.appointmentsByPerson.get(person) ?? []).filter((it) => isWithin(today, it))
  const covered = new Set(own.flatMap((appointment) => unitsOf(facts, appointment)).map(({ id }) => id))
  return programme.units.filter(({ id }) => covered.has(id))
}

/** Returns the visiting groups that the person is in today. */
export function groupsOf({ programme, today }: Desk, person: string): readonly string[] {
  const standing = programme.groups.filter((it) => isWithin(today, it))
  return standing
    .filter(({ members }) => members.some((it) => it.person === person && isWithin(today, it)))
    .map(({ id }) => id)
}

/** Whether the row's visits can be made at the unit. */
export function touchesUnit(desk: Desk, row: CoverageRow, unit: Programme['units'][number]): boolean {
  if (row.unit !== undefined) return row.unit === unit.id
  if (row.area !== undefined) return row.area === unit.area
  if (row.person !== undefined) return appointedUnits(desk, row.person).some(({ id }) => id === unit.id)
  return false
}

/** Returns the last day of the running calendar year, which counts run over. */
export function yearEnd({ today }: Desk): Day {
  return addDays(yearPeriod(yearOf(today)).until, -1)
}

/** Returns a task about something, as urgent as its last day makes it. */
export function task(kind: TaskKind, { today }: Desk, about: Omit<Task, 'kind' | 'urgency'>): Task {
  const { due } = about
  const isYearEnd = kind === 'book' || kind === 'invite' || kind === 'arrange'
  return { on: due, ...about, kind, urgency: urgencyOf(due, today, isYearEnd ? yearEndDays : soonDays) }
}

function urgencyOf(due: Day | undefined, today: Day, days: number): Urgency {
  if (due === undefined) return 'open'
  if (due < today) return 'late'
  return due === today ? 'today' : due <= addDays(today, days) ? 'soon' : 'open'
}

/** One visit can need a decision for each of those who come. */
function isDecision(kind: TaskKind): boolean {
  return kind === 'decide-extra' || kind === 'decide-fee' || kind === 'extra-open'
}

/** Returns what makes a task the same as another. */
export function taskKey({ kind, visit, unit, group, meeting, claim, report, guideline, persons }: Task): string {
  return [kind, visit, unit, group, meeting, claim, report, guideline, isDecision(kind) ? persons?.join(' ') : ''].join(
    ' ',
  )
}

/** Returns each task once, in order of day; what waits for others comes last. */
export function ordered(tasks: readonly Task[]): readonly Task[] {
  const once = [...new Map(tasks.map((it) => [taskKey(it), it])).values()]
  const rank = ({ urgency }: Task) => (urgency === 'waiting' ? 1 : 0)
  const day = ({ on }: Task) => on ?? Number.MAX_SAFE_INTEGER
  return once.sort(
    (a, b) => rank(a) - rank(b) || day(a) - day(b) || taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind),
  )
}
