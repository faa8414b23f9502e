import type { Evaluation, Finding, Programme, Settings } from '../../engine/index.ts'
import { addDays, type Day, isoFromDay } from '../../kernel/date.ts'
import { otherWriter, reportersOf } from './reports.rules.ts'

/** A report that is to be made, and one of those who make it. */
export type ReportReminder = {
  readonly personId: string
  /** `report-due` while there is time, `report-late` when the day has passed, `report-missing` where there is none. */
  readonly kind: 'report-due' | 'report-late' | 'report-missing'
  /** The visit. */
  readonly subjectId: string
  /** The deadline, as it now stands: told anew when it changes. */
  readonly occasion: string
  /** Absent where the guideline names no day. */
  readonly deadline: Day | undefined
}

/** So many days before the deadline, and until so long after it. */
const daysBefore = 3
const daysAfter = 30
/** How long after the visit a missing report is brought to mind where the guideline names no day. */
const usualDays = 14

/** The days on which one kind of reminder is given: the first on which it has not been is the one it is given on. */
export type ReminderWindow = {
  readonly kind: ReportReminder['kind']
  readonly from: Day
  /** The last day. */
  readonly until: Day
  readonly occasion: string
}

/** Returns when those who report are reminded, in order. */
export function reminderWindows(visitDay: Day, deadline: Day | undefined): readonly ReminderWindow[] {
  if (deadline === undefined) {
    const from = addDays(visitDay, usualDays)
    return [{ kind: 'report-missing', from, until: addDays(from, daysAfter), occasion: '' }]
  }
  const occasion = isoFromDay(deadline)
  return [
    { kind: 'report-due', from: addDays(deadline, -daysBefore), until: deadline, occasion },
    { kind: 'report-late', from: addDays(deadline, 1), until: addDays(deadline, daysAfter), occasion },
  ]
}

/**
 * Returns who is to be told of which report today. Who reports, and by when, is the guideline's: the findings name the
 * day, and where the manager or an officer writes the report they, or the secretary who registers it, are told.
 */
export function reportReminders(
  {
    evaluation,
    programme,
    settings,
  }: {
    readonly evaluation: Evaluation
    readonly programme: Pick<Programme, 'visits' | 'reports' | 'groups'>
    readonly settings: Settings | undefined
  },
  today: Day,
  those: { readonly managersOf: (unitId: string) => readonly string[]; readonly secretaries: readonly string[] },
): readonly ReportReminder[] {
  const reported = new Set(
    programme.reports.filter(({ final, form }) => final !== undefined || form === 'oral').map(({ visit }) => visit),
  )
  const by = settings?.report.by.value
  const writer = otherWriter(by)
  return programme.visits
    .filter(({ id, state, form }) => state === 'held' && form === 'visit' && !reported.has(id))
    .flatMap((visit) => {
      const { deadline } = openTiming(evaluation.findings, visit.id)
      const now = reminderWindows(visit.day, deadline).find(({ from, until }) => from <= today && today <= until)
      if (now === undefined) return []
      const rapporteurId = programme.groups.find(({ id }) => id === visit.group)?.rapporteur
      const attendees = [...new Set(visit.attendance.map(({ person }) => person))]
      const reporters =
        writer === 'manager'
          ? visit.units.flatMap((unit) => those.managersOf(unit))
          : writer === 'officer'
            ? those.secretaries
            : reportersOf(by, { attendees, rapporteurId })
      const about = { kind: now.kind, subjectId: visit.id, occasion: now.occasion, deadline }
      return [...new Set(reporters)].map((personId) => ({ ...about, personId }))
    })
}

/**
 * Returns the last day that a finding names for the visit's report, with that finding: the day of the papers, or of the
 * meeting where it is given there; the earliest where several sources name one.
 */
export function openTiming(
  findings: readonly Finding[],
  visitId: string,
): { readonly deadline?: Day | undefined; readonly finding?: Finding | undefined } {
  const named = findings.flatMap((finding) => {
    const { kind, subject, outcome } = finding
    if (kind !== 'report.timing' || subject.type !== 'visit' || subject.id !== visitId) return []
    return outcome === 'satisfied' ? [] : [{ finding, deadline: lastDayIn(finding) }]
  })
  const dated = named.flatMap(({ finding, deadline }) => (deadline === undefined ? [] : [{ finding, deadline }]))
  return dated.toSorted((one, other) => one.deadline - other.deadline)[0] ?? named[0] ?? {}
}

function lastDayIn({ code, values: { meetingDay, deadlineDay } }: Finding): Day | undefined {
  const last = code === 'ahead-of-meeting' || code === 'missed-meeting' ? meetingDay : deadlineDay
  return typeof last === 'number' ? (last as Day) : undefined
}
