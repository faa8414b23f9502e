import { type Desk, manages, type ProgrammeVisit, type Task, task } from './desk.rules.ts'

/** Returns the drafts that the manager is asked to check, as long as they are drafts. */
export function draftsToCheck(desk: Desk): readonly Task[] {
  return (desk.checks ?? [])
    .filter(({ openUnitIds }) => openUnitIds.some((unit) => manages(desk.me, unit)))
    .map(({ reportId, visitId, lastDay }) =>
      task('check-report', desk, { report: reportId, visit: visitId, due: lastDay }),
    )
}

/** Returns that the visit's draft is with its managers, while they still can answer: its authors wait. */
export function awaitedCheck(desk: Desk, visit: ProgrammeVisit): Task | undefined {
  const check = desk.checks?.find(({ visitId, lastDay }) => visitId === visit.id && desk.today <= lastDay)
  if (check === undefined) return undefined
  const about = { report: check.reportId, visit: visit.id, due: check.lastDay }
  return { ...task('await-check', desk, about), urgency: 'waiting' }
}
