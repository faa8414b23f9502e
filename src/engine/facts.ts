import { type Day, yearOf, yearPeriod } from '../kernel/date.ts'
import { type Appointing, indexAppointments, nobodyStanding, type Standing } from './appointed.ts'
import { byId, byText, groupBy, groupByMany, once } from './indexing.ts'
import type { Area, Claim, Decision, Group, Meeting, Programme, Relation, Report } from './programme.ts'
import { type VisitFacts, visitsInOrder } from './visit-facts.ts'
import { isVisitForm } from './programme.ts'

export { appointedTo, isContactPolitician, membersOn } from './appointed.ts'
export type { Attendee, VisitFacts } from './visit-facts.ts'

/** A half-open stretch of days with its visits in order of start and id. */
export type Span = {
  readonly from: Day
  readonly until: Day
  /** The first day that the programme tells about, when it says. */
  readonly coveredFrom: Day | undefined
  readonly visits: readonly VisitFacts[]
  /** Visits that a person came to, or is expected at. */
  readonly byPerson: ReadonlyMap<string, readonly VisitFacts[]>
  readonly byUnit: ReadonlyMap<string, readonly VisitFacts[]>
  readonly byArea: ReadonlyMap<string, readonly VisitFacts[]>
  readonly byGroup: ReadonlyMap<string, readonly VisitFacts[]>
}

/** A calendar year with its visits. */
export type YearFacts = Span & { readonly year: number }

/** The programme indexed once, so that no rule searches through it. */
export type Facts = Appointing & {
  readonly programme: Programme
  readonly areas: ReadonlyMap<string, Area>
  readonly groups: ReadonlyMap<string, Group>
  readonly relationsByPerson: ReadonlyMap<string, readonly Relation[]>
  readonly decisionsByPerson: ReadonlyMap<string, readonly Decision[]>
  readonly claimsByVisit: ReadonlyMap<string, readonly Claim[]>
  readonly meetings: readonly Meeting[]
  readonly meetingById: ReadonlyMap<string, Meeting>
  /** In order of day, start and id. */
  readonly visits: readonly VisitFacts[]
  readonly visitById: ReadonlyMap<string, VisitFacts>
  readonly years: readonly YearFacts[]
  /** Reports in the papers of a meeting, or given at it. */
  readonly reportsByMeeting: ReadonlyMap<string, readonly Report[]>
  /** How many final written reports there are, and how many of them each person has written or read. */
  readonly reading: { readonly all: number; readonly seenBy: ReadonlyMap<string, number> }
  /** When a guideline was decided, when it holds, and the reviews made of it in order, by its id. */
  lifeOf(guideline: string): GuidelineLife
}

export type GuidelineLife = {
  readonly adoptedOn?: Day | undefined
  readonly from?: Day | undefined
  readonly until?: Day | undefined
  readonly reviews: readonly { readonly on: Day; readonly outcome: string }[]
}

/**
 * Returns the programme's facts, indexed. Linear in the programme, apart from sorting. Who is contact politician
 * without an appointment depends on the rules of the day, which `standingOn` tells; without it nobody is.
 */
export function indexProgramme(
  programme: Programme,
  today: Day,
  guidelines: readonly Lived[] = [],
  standingOn: (day: Day) => Standing = () => nobodyStanding,
): Facts {
  const lives = new Map(guidelines.map((it) => [it.id, lifeOf(it)]))
  const groups = byId(programme.groups)
  const appointing = indexAppointments(programme, standingOn)
  const reports = groupBy(programme.reports, (it) => it.visit)
  const visits = visitsInOrder(programme, { ...appointing, groups, reports })
  // Hardly any guideline asks for these, and each goes through all of the programme.
  let visitById: Facts['visitById'] | undefined
  let reportsByMeeting: Facts['reportsByMeeting'] | undefined
  return {
    ...appointing,
    programme,
    groups,
    visits,
    areas: byId(programme.areas),
    relationsByPerson: groupBy(programme.relations, (it) => it.person),
    decisionsByPerson: groupBy(
      [...programme.decisions].sort((a, b) => a.on - b.on || byText(a.id, b.id)),
      (it) => it.person,
    ),
    claimsByVisit: groupBy(programme.claims, (it) => it.visit),
    meetings: [...programme.meetings].sort((a, b) => a.day - b.day || byText(a.id, b.id)),
    meetingById: byId(programme.meetings),
    get visitById() {
      visitById ??= byId(visits)
      return visitById
    },
    get reportsByMeeting() {
      reportsByMeeting ??= groupBy(programme.reports, (it) => it.meeting ?? it.oralAt)
      return reportsByMeeting
    },
    reading: readingOf(programme.reports),
    years: yearsOf(visits, programme.period, today),
    lifeOf: (guideline) => lives.get(guideline) ?? { reviews: [] },
  }
}

type Lived = {
  readonly id: string
  readonly adoption?: { readonly on: Day } | undefined
  readonly validity?: { readonly from: Day; readonly until?: Day | undefined } | undefined
  readonly document: { readonly reviews: GuidelineLife['reviews'] }
}

function lifeOf({ adoption, validity, document }: Lived): GuidelineLife {
  const reviews = [...document.reviews].sort((a, b) => a.on - b.on)
  return { adoptedOn: adoption?.on, from: validity?.from, until: validity?.until, reviews }
}

/** Returns a person's claim for a visit. */
export function claimOf(facts: Pick<Facts, 'claimsByVisit'>, visit: string, person: string): Claim | undefined {
  const claims = facts.claimsByVisit.get(visit)
  if (claims !== undefined) for (const claim of claims) if (claim.person === person) return claim
  return undefined
}

/** Returns the key of a person's claim for a visit. */
export function claimKey(visit: string, person: string): string {
  return `${visit}\u0000${person}`
}

/** Returns those who are to be at the visit and for whom it is beyond that many ordinary visits that count in the calendar year. */
export function personsBeyond(
  { facts, counts }: { readonly facts: Facts; counts(visit: VisitFacts): boolean },
  visit: VisitFacts,
  beyond: number,
): readonly string[] {
  if (!isVisitForm(visit.visit.form) || (!visit.happened && !visit.ahead)) return []
  const year = facts.years.find((it) => it.year === visit.year)
  return visit.expected.filter((person) => {
    const own = (year?.byPerson.get(person) ?? []).filter(
      (it) => (it.happened || it.ahead) && isVisitForm(it.visit.form) && counts(it),
    )
    return own.findIndex((it) => it.id === visit.id) >= beyond
  })
}

/** Whether the unit is open on the day; without dates it always is. */
export function isOpen(unit: { readonly from?: Day | undefined; readonly until?: Day | undefined }, day: Day): boolean {
  return (unit.from === undefined || day >= unit.from) && (unit.until === undefined || day < unit.until)
}

/** Whether the period touches the year. */
export function overlaps(
  period: { readonly from?: Day | undefined; readonly until?: Day | undefined },
  year: { readonly from: Day; readonly until: Day },
): boolean {
  return (
    (period.from === undefined || period.from < year.until) && (period.until === undefined || period.until > year.from)
  )
}

function readingOf(reports: readonly Report[]): Facts['reading'] {
  const seenBy = new Map<string, number>()
  let all = 0
  for (const report of reports) {
    if (report.final === undefined || report.form !== 'written') continue
    all += 1
    const { authors } = report
    for (const person of once(authors)) seenBy.set(person, (seenBy.get(person) ?? 0) + 1)
    if (report.readBy.length === 0) continue
    const readers = report.readBy.filter(({ person }) => !authors.includes(person)).map(({ person }) => person)
    for (const person of once(readers)) seenBy.set(person, (seenBy.get(person) ?? 0) + 1)
  }
  return { all, seenBy }
}

function yearsOf(visits: readonly VisitFacts[], period: Programme['period'], today: Day): readonly YearFacts[] {
  const years = new Map<number, VisitFacts[]>()
  const first = Math.min(
    yearOf(today),
    visits[0]?.year ?? Number.POSITIVE_INFINITY,
    period === undefined ? Number.POSITIVE_INFINITY : yearOf(period.from),
  )
  // A year without a single visit counts too, or nobody would miss what was not made in it.
  for (let year = first; year <= yearOf(today); year++) years.set(year, [])
  for (const visit of visits) {
    const known = years.get(visit.year)
    if (known === undefined) years.set(visit.year, [visit])
    else known.push(visit)
  }
  return [...years.keys()]
    .sort((a, b) => a - b)
    .map((year) => Object.assign(spanOf(years.get(year) ?? [], yearPeriod(year), period?.from), { year }))
}

/** Returns a stretch of days with its visits, which are given in order, indexed by whom and what they are about. */
export function spanOf(
  visits: readonly VisitFacts[],
  { from, until }: { readonly from: Day; readonly until: Day },
  coveredFrom: Day | undefined,
): Span {
  // Hardly any guideline asks for all four, and each goes through every visit.
  let byPerson: Span['byPerson'] | undefined
  let byUnit: Span['byUnit'] | undefined
  let byArea: Span['byArea'] | undefined
  let byGroup: Span['byGroup'] | undefined
  return {
    from,
    until,
    visits,
    coveredFrom,
    get byPerson() {
      byPerson ??= groupByMany(visits, (it) => it.expected)
      return byPerson
    },
    get byUnit() {
      byUnit ??= groupByMany(visits, (it) => it.units.map((unit) => unit.id))
      return byUnit
    },
    get byArea() {
      byArea ??= groupByMany(visits, (it) => it.areas)
      return byArea
    },
    get byGroup() {
      byGroup ??= groupBy(visits, (it) => it.visit.group)
      return byGroup
    },
  }
}
