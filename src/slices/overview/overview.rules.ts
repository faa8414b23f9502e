import { type Programme, unreadBy, yearCoverage } from '../../engine/index.ts'
import { addDays, type Day, yearOf } from '../../kernel/date.ts'
import {
  answerOf,
  appointedUnits,
  attendanceTask,
  type Desk,
  groupsOf,
  handOverTasks,
  isAhead,
  isComing,
  lackingRows,
  lateDays,
  manages,
  ordered,
  type ProgrammeVisit,
  replacementTasks,
  reportDeadline,
  soonDays,
  type Task,
  task,
  touchesUnit,
  unreported,
  yearEnd,
} from './desk.rules.ts'
import { awaitedCheck, draftsToCheck } from './check-desk.rules.ts'
import { extraTasks } from './extra-desk.rules.ts'
import { isNextInLine, isOperationsStep, mayTakeFirstStep, takenOver } from './initiative.rules.ts'

/** Returns what is due from the person in order of date, each thing once; what waits for others comes last. */
export function tasksOf(desk: Desk): readonly Task[] {
  const { roles } = desk.me
  return ordered([
    ...(roles.includes('politician') ? politicianTasks(desk) : []),
    ...(roles.includes('manager') ? managerTasks(desk) : []),
    ...(roles.includes('secretary') ? secretaryTasks(desk) : []),
    ...(roles.includes('chair') ? chairTasks(desk) : []),
    ...extraTasks(desk),
    ...takeOvers(desk),
    ...replacementTasks(desk),
    ...handOverTasks(desk),
    ...claimTasks(desk),
  ])
}

/** Returns what the secretary and the chair follow up with others, the longest waiting first. */
export function followUpsOf(desk: Desk): readonly Task[] {
  const { roles } = desk.me
  if (!roles.includes('secretary') && !roles.includes('chair')) return []
  return ordered([...lateReports(desk), ...unconfirmedVisits(desk), ...coverageFollowUps(desk), ...handedOver(desk)])
}

/** Returns the person's visits that are booked or proposed from today on, the next one first; a manager's are the units'. */
export function upcomingVisits({ me, today, programme }: Desk): Programme['visits'] {
  const own = programme.visits.filter(
    (visit) =>
      isAhead(visit) &&
      visit.day >= today &&
      (isComing(visit, me.personId) || visit.units.some((id) => manages(me, id))),
  )
  return own.sort((a, b) => a.day - b.day || a.start - b.start)
}

function politicianTasks(desk: Desk): readonly Task[] {
  const { me, today, programme, settings } = desk
  const ahead = programme.visits.filter(isAhead)
  const invited = ahead.filter(({ invitations }) => invitations.some(({ person }) => person === me.personId))
  const unread =
    settings?.report.othersRead.value === 'silent' || settings === undefined ? [] : unreadBy({ programme }, me.personId)
  return [
    ...invited
      .filter((visit) => visit.day >= today && answerOf(visit, me.personId) === undefined)
      .map((visit) => task('answer', desk, { visit: visit.id, due: visit.day })),
    ...ahead.filter((visit) => isComing(visit, me.personId)).flatMap((visit) => visitTasks(desk, visit)),
    ...unreported(desk).flatMap(({ visit, reporters }) =>
      reporters.includes(me.personId) ? reportTask(desk, visit) : [],
    ),
    ...spokenReports(desk),
    ...(unread.length > 0 ? [task('read-reports', desk, { count: unread.length })] : []),
    ...desk.claims.toConfirm.map(({ id, visitId }) => task('confirm-fee', desk, { claim: id, visit: visitId })),
    ...ownVisitsDue(desk),
  ]
}

function visitTasks(desk: Desk, visit: ProgrammeVisit): readonly Task[] {
  const { me, today } = desk
  if (visit.day < today) return [attendanceTask(desk, visit)]
  if (visit.day === today) return [{ kind: 'visit-today', urgency: 'today', on: today, visit: visit.id }]
  const isSoon = visit.day <= addDays(today, soonDays)
  const accepted = answerOf(visit, me.personId) === 'accepted'
  if (!isSoon || !accepted || visit.prepared.some(({ person }) => person === me.personId)) return []
  return [task('prepare', desk, { visit: visit.id, due: visit.day })]
}

function reportTask(desk: Desk, visit: ProgrammeVisit): readonly Task[] {
  const draft = desk.programme.reports.find((it) => it.visit === visit.id)
  const awaited = awaitedCheck(desk, visit)
  if (awaited !== undefined) return [awaited]
  return [
    task(draft === undefined ? 'write-report' : 'finish-report', desk, {
      visit: visit.id,
      due: reportDeadline(desk, visit),
      on: visit.day,
    }),
  ]
}

/** Oral reports that the person gives at a meeting that lies ahead. */
function spokenReports(desk: Desk): readonly Task[] {
  const { me, today, programme } = desk
  const meetings = new Map(programme.meetings.map((it) => [it.id, it]))
  return programme.reports.flatMap(({ form, authors, oralAt, visit }) => {
    const meeting = oralAt === undefined ? undefined : meetings.get(oralAt)
    if (form !== 'oral' || meeting === undefined || meeting.day < today || !authors.includes(me.personId)) return []
    return [task('speak', desk, { meeting: meeting.id, visit, due: meeting.day })]
  })
}

function ownVisitsDue(desk: Desk): readonly Task[] {
  const { me } = desk
  const mine = appointedUnits(desk, me.personId)
  const groups = groupsOf(desk, me.personId)
  const due = yearEnd(desk)
  const books = mayTakeFirstStep(desk.settings, ['politician', 'group'])
  return lackingRows(desk)
    .filter((row) => {
      if (row.person !== undefined) return row.person === me.personId
      if (row.unit !== undefined) return mine.some(({ id }) => id === row.unit)
      if (row.area !== undefined) return mine.some(({ area }) => area === row.area)
      return row.group === undefined ? groups.length > 0 : groups.includes(row.group)
    })
    .map((row) => {
      const only = mine.length === 1 ? mine[0]?.id : undefined
      const about = {
        unit: row.unit ?? (row.group === undefined ? only : undefined),
        group: row.group,
        count: row.least - row.done - row.booked,
        due,
      }
      return books
        ? task('book', desk, about)
        : { ...task('await-invitation', desk, about), urgency: 'waiting' as const }
    })
}

function managerTasks(desk: Desk): readonly Task[] {
  const { me, today, programme } = desk
  const ahead = programme.visits.filter((visit) => isAhead(visit) && visit.units.some((id) => manages(me, id)))
  const coming = ahead.filter(({ day }) => day >= today)
  return [
    ...coming
      .filter(({ state }) => state === 'proposed')
      .map(({ id, day }) => task('confirm', desk, { visit: id, due: day })),
    ...coming
      .filter(({ state, planned }) => state === 'booked' && planned === undefined)
      .map(({ id, day }) => task('plan', desk, { visit: id, due: day })),
    ...ahead.filter(({ day }) => day < today).map((visit) => attendanceTask(desk, visit)),
    ...invitationsDue(desk),
    ...receivedReports(desk),
    ...draftsToCheck(desk),
  ]
}

/** One for each unit of the manager's where somebody is short of visits and the first step is the operation's (SNB-05, VSN-04). */
function invitationsDue(desk: Desk): readonly Task[] {
  if (!isOperationsStep(desk.settings)) return []
  const rows = lackingRows(desk)
  const handedOn = new Set(takenOver(desk).map(({ unit }) => unit))
  return desk.programme.units
    .filter(({ id }) => manages(desk.me, id) && !handedOn.has(id))
    .flatMap((unit) => {
      const touching = rows.filter((row) => touchesUnit(desk, row, unit))
      if (touching.length === 0) return []
      const persons = touching.flatMap(({ person }) => (person === undefined ? [] : [person]))
      return [task('invite', desk, { unit: unit.id, persons, due: yearEnd(desk) })]
    })
}

/** Reports that were sent to the manager lately and are not marked as read: where the guideline sends none, none is waited for. */
function receivedReports(desk: Desk): readonly Task[] {
  const { me, today, programme } = desk
  const visits = new Map(programme.visits.map((it) => [it.id, it]))
  return programme.reports.flatMap(({ id, visit, toManager: came, readBy }) => {
    const units = visits.get(visit)?.units ?? []
    const isOurs = units.some((unit) => manages(me, unit))
    if (came === undefined || came < addDays(today, -lateDays) || !isOurs) return []
    return readBy.some(({ person }) => person === me.personId)
      ? []
      : [{ ...task('received-report', desk, { report: id, visit }), on: came }]
  })
}

function secretaryTasks(desk: Desk): readonly Task[] {
  const { today, programme, evaluation } = desk
  const about = evaluation.findings.filter(({ subject }) => subject.type === 'guideline')
  const toAdopt = about.filter(({ outcome }) => outcome === 'needs-decision')
  return [
    ...toAdopt.slice(0, 1).map(() => task('adopt', desk, {})),
    ...(desk.openQuestions > 0 ? [task('answer-questions', desk, { count: desk.openQuestions })] : []),
    ...about.flatMap(({ outcome, values, subject }) => {
      const due = typeof values.dueOn === 'number' ? (values.dueOn as Day) : undefined
      if (outcome === 'breached') return [task('review-guideline', desk, { due, guideline: subject.id })]
      return outcome === 'due' && due !== undefined && due <= addDays(today, 365)
        ? [task('review-guideline', desk, { due, guideline: subject.id })]
        : []
    }),
    ...papers(desk),
    ...programme.visits
      .filter((visit) => isAhead(visit) && visit.day < today)
      .map((visit) => attendanceTask(desk, visit)),
    ...arrangements(desk, 'secretary'),
  ]
}

/** The next meeting: its papers before the deadline, the package after it. */
function papers(desk: Desk): readonly Task[] {
  const { today, programme } = desk
  const next = [...programme.meetings].sort((a, b) => a.day - b.day).find(({ day }) => day >= today)
  if (next === undefined) return []
  const count = programme.reports.filter(({ meeting }) => meeting === next.id).length
  if (next.papersDeadline >= today) {
    return next.papersDeadline <= addDays(today, soonDays)
      ? [task('papers', desk, { meeting: next.id, count, due: next.papersDeadline })]
      : []
  }
  return count === 0 ? [] : [task('package', desk, { meeting: next.id, count, due: next.day })]
}

/** Units whose first step is the person's own now that nothing has happened in time; each told by itself. */
function takeOvers(desk: Desk): readonly Task[] {
  return takenOver(desk)
    .filter((it) => isNextInLine(desk, it))
    .map(({ unit, lastDay }) => ({ kind: 'take-over', urgency: 'late', unit, on: lastDay, due: lastDay }))
}

/** Where somebody else is to take over: followed up, in one line. */
function handedOver(desk: Desk): readonly Task[] {
  const others = takenOver(desk).filter((it) => !isNextInLine(desk, it))
  const units = others.map(({ unit }) => unit)
  const on = yearEnd(desk)
  return units.length === 0 ? [] : [{ kind: 'handed-over', urgency: 'waiting', on, units }]
}

/** Where the first step is the secretary's own, or the chair's. */
function arrangements(desk: Desk, role: 'secretary' | 'chair'): readonly Task[] {
  const { settings } = desk
  if (settings?.visits.initiator.basis === undefined || !mayTakeFirstStep(settings, [role])) return []
  const rows = lackingRows(desk)
  return rows.length === 0 ? [] : [task('arrange', desk, { count: rows.length, due: yearEnd(desk) })]
}

/** What the chair arranges where the guideline leaves the first step to the chair. */
function chairTasks(desk: Desk): readonly Task[] {
  return desk.me.roles.includes('secretary') ? [] : arrangements(desk, 'chair')
}

function claimTasks(desk: Desk): readonly Task[] {
  const { toCheck, toApprove, toExport } = desk.claims
  return [
    ...(toCheck > 0 ? [task('check-fees', desk, { count: toCheck })] : []),
    ...(toApprove > 0 ? [task('approve-fees', desk, { count: toApprove })] : []),
    ...(toExport > 0 ? [task('export-fees', desk, { count: toExport })] : []),
  ]
}

function lateReports(desk: Desk): readonly Task[] {
  return unreported(desk).flatMap(({ visit, reporters }): readonly Task[] => {
    // What the chair is to write stands among the chair's own tasks already.
    if (reporters.includes(desk.me.personId)) return []
    const due = reportDeadline(desk, visit)
    const isLate = due === undefined ? visit.day < addDays(desk.today, -lateDays) : due < desk.today
    return isLate
      ? [{ kind: 'late-report', urgency: 'late', on: visit.day, due, visit: visit.id, persons: reporters }]
      : []
  })
}

/** Proposals that the manager has not answered, when the day comes near or a week has gone. */
function unconfirmedVisits({ today, programme }: Desk): readonly Task[] {
  return programme.visits
    .filter(
      ({ state, day, initiated }) =>
        state === 'proposed' && day >= today && (day <= addDays(today, 7) || initiated.on < addDays(today, -7)),
    )
    .map(({ id, day }) => ({ kind: 'unconfirmed', urgency: 'waiting', on: day, due: day, visit: id }))
}

/** No call is visible and is followed up (SNB-05); otherwise how many still lack visits. */
function coverageFollowUps(desk: Desk): readonly Task[] {
  const rows = lackingRows(desk)
  if (rows.length === 0) return []
  const of = yearCoverage(desk.evaluation, yearOf(desk.today)).length
  const due = yearEnd(desk)
  const about = { on: due, due, count: rows.length, of, urgency: 'waiting' as const }
  if (!isOperationsStep(desk.settings)) return [{ ...about, kind: 'visits-left' }]
  const units = desk.programme.units
    .filter((unit) => rows.some((row) => touchesUnit(desk, row, unit)))
    .map(({ id }) => id)
  return [{ ...about, kind: 'no-call', units }]
}
