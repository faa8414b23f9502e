import { civilFromDay, type Day, yearOf, yearPeriod } from '../kernel/date.ts'
import type { Minutes } from '../kernel/clock-time.ts'
import { type Appointing, appointedAt, indexAppointments, nobodyStanding, type Standing } from './appointed.ts'
import { byId, groupBy, groupByMany } from './indexing.ts'
import type { Area, Claim, Decision, Group, Meeting, Programme, Relation, Report, Unit, Visit } from './programme.ts'
import type { Subject } from './finding.ts'

export { appointedTo, isContactPolitician, membersOn } from './appointed.ts'

export type Attendee = { readonly person: string; readonly minutes: Minutes }

/** A visit with everything that the rules ask about it, looked up once. */
export type VisitFacts = {
  readonly visit: Visit
  readonly id: string
  readonly day: Day
  readonly year: number
  /** Calendar month, 1–12. */
  readonly month: number
  /** Calendar weeks (ISO 8601) since the one of 1970-01-01; a week that spans two years has one number. */
  readonly week: number
  /** Held or reported. */
  readonly happened: boolean
  /** Proposed or booked. */
  readonly ahead: boolean
  readonly units: readonly Unit[]
  readonly areas: readonly string[]
  /** Those who came, by id, each once. */
  readonly attendees: readonly Attendee[]
  /** Those who came, or are invited and have not said no, or are appointed when nobody is invited. */
  readonly expected: readonly string[]
  /** Contact politicians of the visited units, or members of the visiting group, on the day. */
  readonly appointed: readonly string[]
  readonly reports: readonly Report[]
  readonly subject: Subject
  readonly related: readonly Subject[]
}

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
  const lookup = { ...appointing, groups, reports, latest: new Map<string, VisitFacts>() }
  const visits = [...programme.visits].sort(byStart).map((visit) => visitFacts(visit, lookup))
  return {
    ...appointing,
    programme,
    groups,
    visits,
    areas: byId(programme.areas),
    relationsByPerson: groupBy(programme.relations, (it) => it.person),
    decisionsByPerson: groupBy(
      [...programme.decisions].sort((a, b) => a.on - b.on || compare(a.id, b.id)),
      (it) => it.person,
    ),
    claimsByVisit: groupBy(programme.claims, (it) => it.visit),
    meetings: [...programme.meetings].sort((a, b) => a.day - b.day || compare(a.id, b.id)),
    meetingById: byId(programme.meetings),
    visitById: byId(visits),
    reportsByMeeting: groupBy(programme.reports, (it) => it.meeting ?? it.oralAt),
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
  if (visit.visit.form !== 'visit' || (!visit.happened && !visit.ahead)) return []
  const year = facts.years.find((it) => it.year === visit.year)
  return visit.expected.filter((person) => {
    const own = (year?.byPerson.get(person) ?? []).filter(
      (it) => (it.happened || it.ahead) && it.visit.form === 'visit' && counts(it),
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

type Lookup = Appointing & {
  readonly groups: ReadonlyMap<string, Group>
  readonly reports: ReadonlyMap<string, readonly Report[]>
  /** The latest visit to each unit alone. The same people come again, so the next shares what is the same. */
  readonly latest: Map<string, VisitFacts>
}

function visitFacts(visit: Visit, lookup: Lookup): VisitFacts {
  const alone = visit.units.length === 1 && visit.group === undefined ? visit.units[0] : undefined
  const latest = alone === undefined ? undefined : lookup.latest.get(alone)
  const units = latest?.units ?? unitsVisited(visit, lookup)
  const group = visit.group === undefined ? undefined : lookup.groups.get(visit.group)
  const { named, all: appointed } = appointedAt(lookup, { units, group, day: visit.day })
  const attendees = attendeesOf(visit)
  const happened = visit.state === 'held' || visit.state === 'reported'
  const expected =
    happened && latest !== undefined && arePersons(latest.expected, attendees)
      ? latest.expected
      : expectedAt(visit, happened, attendees, named.length === 0 ? takingPart(visit, appointed) : named)
  const { year, month } = civilFromDay(visit.day)
  const related =
    latest !== undefined && latest.expected === expected && latest.appointed === appointed
      ? latest.related
      : relatedTo(units, visit.group, expected, named)
  const made = {
    visit,
    id: visit.id,
    day: visit.day,
    year,
    month,
    // 1970-01-01 was a Thursday, three days into its week.
    week: Math.floor((visit.day + 3) / 7),
    happened,
    units,
    attendees,
    expected,
    appointed,
    related,
    ahead: visit.state === 'proposed' || visit.state === 'booked',
    areas: latest?.areas ?? areasOf(units),
    reports: lookup.reports.get(visit.id) ?? none,
    subject: { type: 'visit', id: visit.id },
  } as const
  if (alone !== undefined) lookup.latest.set(alone, made)
  return made
}

function unitsVisited(visit: Visit, { units }: Lookup): readonly Unit[] {
  const found: Unit[] = []
  for (const id of once(visit.units)) {
    const unit = units.get(id)
    if (unit !== undefined) found.push(unit)
  }
  return found
}

function arePersons(persons: readonly string[], attendees: readonly Attendee[]): boolean {
  return persons.length === attendees.length && persons.every((person, index) => attendees[index]?.person === person)
}

/** The units, the group, those who are expected and those who are appointed, each once. */
function relatedTo(
  units: readonly Unit[],
  group: string | undefined,
  expected: readonly string[],
  named: readonly string[],
): readonly Subject[] {
  const related = units.map((unit): Subject => ({ type: 'unit', id: unit.id }))
  if (group !== undefined) related.push({ type: 'group', id: group })
  for (const person of expected) related.push({ type: 'person', id: person })
  for (const person of named) if (!expected.includes(person)) related.push({ type: 'person', id: person })
  return related
}

/** Where everyone is contact politician and nobody is appointed to the unit, only the one who took the visit up is known to come. */
function takingPart(visit: Visit, everyone: readonly string[]): readonly string[] {
  const { person } = visit.initiated
  return person !== undefined && everyone.includes(person) ? [person] : []
}

const none: readonly never[] = []

/** Nearly always there are one or two, and nothing to gather. */
function once(ids: readonly string[]): Iterable<string> {
  return ids.length < 2 || (ids.length === 2 && ids[0] !== ids[1]) ? ids : new Set(ids)
}

function areasOf(units: readonly Unit[]): readonly string[] {
  const areas: string[] = []
  for (const { area } of units) if (area !== undefined && !areas.includes(area)) areas.push(area)
  return areas
}

/** Someone who left and came back has two rows; the time is their sum. */
function attendeesOf(visit: Visit): readonly Attendee[] {
  const [first, second, third] = visit.attendance
  if (first === undefined) return none
  if (second === undefined) return first.end > first.start ? [attendee(first)] : none
  if (third === undefined && first.person !== second.person && first.end > first.start && second.end > second.start)
    return first.person < second.person ? [attendee(first), attendee(second)] : [attendee(second), attendee(first)]
  const total = new Map<string, number>()
  for (const { person, start, end } of visit.attendance)
    total.set(person, (total.get(person) ?? 0) + Math.max(0, end - start))
  const came = [...total].filter(([, time]) => time > 0).map(([person, time]) => ({ person, minutes: time as Minutes }))
  return came.sort((a, b) => compare(a.person, b.person))
}

function attendee({ person, start, end }: Visit['attendance'][number]): Attendee {
  return { person, minutes: (end - start) as Minutes }
}

function expectedAt(
  visit: Visit,
  happened: boolean,
  attendees: readonly Attendee[],
  appointed: readonly string[],
): readonly string[] {
  if (happened) return attendees.map((it) => it.person)
  if (visit.invitations.length === 0) return appointed
  return [...new Set(visit.invitations.filter((it) => it.answer !== 'declined').map((it) => it.person))]
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

/** Caps are consumed in this order, never in the order of entry. */
function byStart(a: Visit, b: Visit): number {
  return a.day - b.day || a.start - b.start || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
