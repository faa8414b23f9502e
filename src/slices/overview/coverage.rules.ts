import { type CoverageRow, yearCoverage } from '../../engine/index.ts'
import { type Day, yearOf } from '../../kernel/date.ts'
import { type Known, maySeeUnit, seesAllUnits } from './units.rules.ts'
import type { Programme } from '../../engine/index.ts'
import type { Scope } from '../../platform/scope.ts'

/** For whom the coverage is told. */
export const coverageSubjects = ['unit', 'person', 'group'] as const
export type CoverageSubject = (typeof coverageSubjects)[number]

/** How far one visit has come, by its days; a step that has not been taken has none. */
export type VisitSteps = {
  readonly visit: string
  readonly state: Programme['visits'][number]['state']
  readonly day: Day
  readonly invitedOn: Day | undefined
  /** How many were asked and have answered, and the day of the latest answer. */
  readonly asked: number
  readonly answered: number
  readonly answeredOn: Day | undefined
  readonly doneOn: Day | undefined
  readonly reportedOn: Day | undefined
}

/** A unit, a person or a group in one calendar year: what is due by the guideline, and each visit with its steps. */
export type CoverageLine = {
  readonly id: string
  /** The guideline's counts that are about it; none where it counts in another way. */
  readonly rows: readonly CoverageRow[]
  readonly visits: readonly VisitSteps[]
}

/** Returns the lines of the year in the order of the programme: only what the viewer may see, and what was there that year. */
export function coverageLines(
  viewer: Pick<Scope, 'personId' | 'roles' | 'managedUnitIds'>,
  known: Known,
  about: { readonly subject: CoverageSubject; readonly year: number },
): readonly CoverageLine[] {
  const { programme } = known
  const { subject, year } = about
  const inYear = programme.visits.filter(({ day }) => yearOf(day) === year)
  const rows = yearCoverage(known.evaluation, year)
  const reported = reportDays(programme, known.today)
  const steps = (visits: Programme['visits'], person?: string) =>
    visits
      .map((visit) => stepsOf(visit, reported.get(visit.id), person))
      .toSorted((a, b) => a.day - b.day || (a.visit < b.visit ? -1 : 1))
  if (subject === 'unit')
    return programme.units
      .filter((unit) => maySeeUnit(viewer, unit.id))
      .map((unit) => ({
        id: unit.id,
        rows: rows.filter(
          (row) => row.unit === unit.id || (row.unit === undefined && row.area !== undefined && row.area === unit.area),
        ),
        visits: steps(inYear.filter(({ units }) => units.includes(unit.id))),
      }))
      .filter(({ id, visits }) => visits.length > 0 || isOpenIn(programme, id, year))
  if (!seesAllUnits(viewer)) return []
  if (subject === 'group')
    return programme.groups.map(({ id }) => ({
      id,
      rows: rows.filter((row) => row.group === id),
      visits: steps(inYear.filter(({ group }) => group === id)),
    }))
  return programme.persons
    .map(({ id }) => ({
      id,
      rows: rows.filter((row) => row.person === id),
      visits: steps(
        inYear.filter(
          ({ invitations, attendance }) =>
            invitations.some(({ person }) => person === id) || attendance.some(({ person }) => person === id),
        ),
        id,
      ),
    }))
    .filter(({ rows: own, visits }) => own.length > 0 || visits.length > 0)
}

/** Whether less is made and booked than is due. */
export function isLacking({ rows }: Pick<CoverageLine, 'rows'>): boolean {
  return rows.some(({ outcome, least, done, booked }) => outcome !== 'satisfied' && done + booked < least)
}

/** Returns the years that there is something to tell about, the latest first: the running one and all with visits. */
export function coverageYears({ visits }: Pick<Programme, 'visits'>, today: Day): readonly number[] {
  return [...new Set([yearOf(today), ...visits.map(({ day }) => yearOf(day))])].toSorted((a, b) => b - a)
}

/** Returns the day of each visit's first report: when it became final, or when it was given at a meeting. */
export function reportDays(
  { reports, meetings }: Pick<Programme, 'reports' | 'meetings'>,
  today: Day,
): ReadonlyMap<string, Day> {
  const dayOfMeeting = new Map(meetings.map(({ id, day }) => [id, day]))
  const days = new Map<string, Day>()
  for (const { visit, form, final, oralAt } of reports) {
    const given = oralAt === undefined ? undefined : dayOfMeeting.get(oralAt)
    const day = form === 'oral' ? (given !== undefined && given <= today ? given : undefined) : final
    if (day !== undefined) days.set(visit, Math.min(day, days.get(visit) ?? day) as Day)
  }
  return days
}

/** Returns how far the visit has come. For one person the asking and the answer are their own; one who came without being asked was not. */
export function stepsOf(visit: Programme['visits'][number], reportedOn: Day | undefined, person?: string): VisitSteps {
  const asked = visit.invitations.filter((it) => person === undefined || it.person === person)
  const answers = asked.flatMap(({ answer, answeredOn }) => (answer === undefined ? [] : [answeredOn]))
  const isMade = visit.state === 'held' || visit.state === 'reported'
  const came = person === undefined || visit.attendance.some((it) => it.person === person)
  return {
    visit: visit.id,
    state: visit.state,
    day: visit.day,
    invitedOn: least(asked.map(({ on }) => on)),
    asked: asked.length,
    answered: answers.length,
    answeredOn: most(answers.filter((it) => it !== undefined)),
    doneOn: isMade && came ? visit.day : undefined,
    reportedOn,
  }
}

function isOpenIn({ units }: Programme, id: string, year: number): boolean {
  const unit = units.find((it) => it.id === id)
  const from = unit?.from === undefined ? Number.NEGATIVE_INFINITY : yearOf(unit.from)
  const until = unit?.until === undefined ? Number.POSITIVE_INFINITY : yearOf((unit.until - 1) as Day)
  return from <= year && year <= until
}

function least(days: readonly Day[]): Day | undefined {
  return days.length === 0 ? undefined : (Math.min(...days) as Day)
}

function most(days: readonly Day[]): Day | undefined {
  return days.length === 0 ? undefined : (Math.max(...days) as Day)
}
