import type { Evaluation, Programme, Settings } from '../../engine/index.ts'
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
      const deadline = deadlineOf(evaluation, visit.id)
      const from = deadline === undefined ? addDays(visit.day, usualDays) : addDays(deadline, -daysBefore)
      if (today < from || today > addDays(deadline ?? from, daysAfter)) return []
      const rapporteurId = programme.groups.find(({ id }) => id === visit.group)?.rapporteur
      const attendees = [...new Set(visit.attendance.map(({ person }) => person))]
      const reporters =
        writer === 'manager'
          ? visit.units.flatMap((unit) => those.managersOf(unit))
          : writer === 'officer'
            ? those.secretaries
            : reportersOf(by, { attendees, rapporteurId })
      const occasion = deadline === undefined ? '' : isoFromDay(deadline)
      const about = { kind: kindOf(deadline, today), subjectId: visit.id, occasion, deadline }
      return [...new Set(reporters)].map((personId) => ({ ...about, personId }))
    })
}

function kindOf(deadline: Day | undefined, today: Day): ReportReminder['kind'] {
  if (deadline === undefined) return 'report-missing'
  return today > deadline ? 'report-late' : 'report-due'
}

/** The last day that a finding names for the visit's report: that of the papers, or of the meeting where it is given there. */
function deadlineOf({ findings }: Evaluation, visitId: string): Day | undefined {
  const open = findings.find(
    ({ kind, subject, outcome }) =>
      kind === 'report.timing' && subject.type === 'visit' && subject.id === visitId && outcome !== 'satisfied',
  )
  if (open === undefined) return undefined
  const { meetingDay, deadlineDay } = open.values
  const last = open.code === 'ahead-of-meeting' || open.code === 'missed-meeting' ? meetingDay : deadlineDay
  return typeof last === 'number' ? (last as Day) : undefined
}
