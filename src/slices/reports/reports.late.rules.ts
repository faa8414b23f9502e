import type { Finding } from '../../engine/index.ts'
import { addDays, type Day } from '../../kernel/date.ts'
import { openTiming, type ReminderWindow, reminderWindows } from './reports.reminders.rules.ts'

/** What somebody has been told about a report that is missing. */
export type ToldOfReport = {
  readonly personId: string
  readonly kind: string
  /** The visit. */
  readonly subjectId: string
  readonly occasion: string
  readonly day: Day
}

/** A step of the guideline's escalation, with those who have been told. */
type Escalation = { readonly finding: Finding; readonly told: readonly ToldOfReport[] }

/** When a report was due, how late it is, and what has been done about it. */
export type Lateness = {
  /** Absent where the guideline names no day. */
  readonly deadline: Day | undefined
  /** What names the day, or says why there is none. */
  readonly timing: Finding | undefined
  /** Days since the last day: 0 on it and negative before it. Undefined where no day is named. */
  readonly daysLate: number | undefined
  readonly reminders: readonly ToldOfReport[]
  readonly next: { readonly kind: ReminderWindow['kind']; readonly on: Day } | undefined
  readonly escalations: readonly Escalation[]
}

/** Somebody has been told because the report is late: by the guideline's step, named by source and rule. */
export const escalatedKind = 'report-escalation'
/** Somebody has been reminded by the secretary. */
export const askedKind = 'report-asked'

/** Returns what names the step in `ToldOfReport.occasion`, so that each step is told once. */
export function stepOf({ source, rule }: Pick<Finding, 'source' | 'rule'>): string {
  return `${source} ${rule}`
}

/**
 * Returns how late the report of a visit is. `findings` and `told` may be about other visits too; `remindedIds` are those who
 * get reminders, and want them.
 */
export function latenessOf(
  visit: { readonly id: string; readonly day: Day },
  about: {
    readonly findings: readonly Finding[]
    readonly told: readonly ToldOfReport[]
    readonly remindedIds: readonly string[]
    readonly today: Day
  },
): Lateness {
  const { findings, remindedIds, today } = about
  const told = about.told.filter(({ subjectId }) => subjectId === visit.id)
  const { deadline, finding } = openTiming(findings, visit.id)
  const steps = findings.filter(
    ({ kind, subject }) => kind === 'report.escalation' && subject.type === 'visit' && subject.id === visit.id,
  )
  return {
    deadline,
    timing: finding,
    daysLate: deadline === undefined ? undefined : today - deadline,
    reminders: told.filter(({ kind }) => kind !== escalatedKind),
    next: nextReminder(reminderWindows(visit.day, deadline), { told, remindedIds, today }),
    escalations: steps.map((step) => ({
      finding: step,
      told: told.filter(({ kind, occasion }) => kind === escalatedKind && occasion === stepOf(step)),
    })),
  }
}

/** Returns the reports in the order of how late they are: what has waited longest comes first, with or without a named day. */
export function latestFirst<T extends { readonly day: Day; readonly deadline: Day | undefined }>(
  reports: readonly T[],
): readonly T[] {
  const due = ({ day, deadline }: T) => deadline ?? reminderWindows(day, undefined)[0]?.from ?? day
  return reports.toSorted((one, other) => due(one) - due(other) || one.day - other.day)
}

/** The first reminder that somebody has yet to get. Reminders go out in the morning: what is due today has gone, or comes tomorrow. */
function nextReminder(
  windows: readonly ReminderWindow[],
  {
    told,
    remindedIds,
    today,
  }: { readonly told: readonly ToldOfReport[]; readonly remindedIds: readonly string[]; readonly today: Day },
): Lateness['next'] {
  for (const { kind, from, until, occasion } of windows) {
    const on = from > today ? from : addDays(today, 1)
    const isTold = (personId: string) =>
      told.some((it) => it.personId === personId && it.kind === kind && it.occasion === occasion)
    if (on <= until && remindedIds.some((id) => !isTold(id))) return { kind, on }
  }
  return undefined
}
