import { type Day, isWithin, yearOf, yearPeriod } from '../kernel/date.ts'
import type { Minutes } from '../kernel/clock-time.ts'
import type {
  Appointment,
  Area,
  Claim,
  Decision,
  Group,
  Meeting,
  Person,
  Programme,
  Relation,
  Report,
  Unit,
  Visit,
} from './programme.ts'
import type { Subject } from './finding.ts'

export type Attendee = { readonly person: string; readonly minutes: Minutes }

/** A visit with everything that the rules ask about it, looked up once. */
export type VisitFacts = {
  readonly visit: Visit
  readonly id: string
  readonly day: Day
  readonly year: number
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

/** A calendar year with its visits in order of start and id. */
export type YearFacts = {
  readonly year: number
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

/** The programme indexed once, so that no rule searches through it. */
export type Facts = {
  readonly programme: Programme
  readonly persons: ReadonlyMap<string, Person>
  readonly units: ReadonlyMap<string, Unit>
  readonly areas: ReadonlyMap<string, Area>
  readonly groups: ReadonlyMap<string, Group>
  readonly unitsOfArea: ReadonlyMap<string, readonly Unit[]>
  readonly appointmentsByPerson: ReadonlyMap<string, readonly Appointment[]>
  readonly appointmentsByUnit: ReadonlyMap<string, readonly Appointment[]>
  readonly appointmentsByArea: ReadonlyMap<string, readonly Appointment[]>
  readonly groupsByPerson: ReadonlyMap<string, readonly Group[]>
  readonly relationsByPerson: ReadonlyMap<string, readonly Relation[]>
  readonly decisionsByPerson: ReadonlyMap<string, readonly Decision[]>
  readonly claims: ReadonlyMap<string, Claim>
  readonly meetings: readonly Meeting[]
  readonly meetingById: ReadonlyMap<string, Meeting>
  /** In order of day, start and id. */
  readonly visits: readonly VisitFacts[]
  readonly visitById: ReadonlyMap<string, VisitFacts>
  readonly years: readonly YearFacts[]
  /** How many final written reports there are, and how many of them each person has written or read. */
  readonly reading: { readonly all: number; readonly seenBy: ReadonlyMap<string, number> }
  /** Reviews made of a guideline, by its id. */
  reviewsOf(guideline: string): readonly { readonly on: Day; readonly outcome: string }[]
}

/** Returns the programme's facts, indexed. Linear in the programme, apart from sorting. */
export function indexProgramme(programme: Programme, today: Day, guidelines: readonly Reviewed[] = []): Facts {
  const reviews = new Map(guidelines.map((it) => [it.id, it.document.reviews]))
  const persons = byId(programme.persons)
  const units = byId(programme.units)
  const groups = byId(programme.groups)
  const appointmentsByUnit = groupBy(programme.appointments, (it) => it.unit)
  const appointmentsByArea = groupBy(programme.appointments, (it) => it.area)
  const reports = groupBy(programme.reports, (it) => it.visit)
  const lookup = { units, groups, appointmentsByUnit, appointmentsByArea, reports }
  const visits = [...programme.visits].sort(byStart).map((visit) => visitFacts(visit, lookup))
  return {
    programme,
    persons,
    units,
    groups,
    appointmentsByUnit,
    appointmentsByArea,
    visits,
    areas: byId(programme.areas),
    unitsOfArea: groupBy(programme.units, (it) => it.area),
    appointmentsByPerson: groupBy(programme.appointments, (it) => it.person),
    groupsByPerson: groupByMany(programme.groups, (group) => [...new Set(group.members.map((it) => it.person))]),
    relationsByPerson: groupBy(programme.relations, (it) => it.person),
    decisionsByPerson: groupBy(
      [...programme.decisions].sort((a, b) => a.on - b.on || compare(a.id, b.id)),
      (it) => it.person,
    ),
    claims: new Map(programme.claims.map((claim) => [claimKey(claim.visit, claim.person), claim])),
    meetings: [...programme.meetings].sort((a, b) => a.day - b.day || compare(a.id, b.id)),
    meetingById: byId(programme.meetings),
    visitById: new Map(visits.map((visit) => [visit.id, visit])),
    reading: readingOf(programme.reports),
    years: yearsOf(visits, programme.period, today),
    reviewsOf: (guideline) => reviews.get(guideline) ?? [],
  }
}

type Reviewed = {
  readonly id: string
  readonly document: { readonly reviews: readonly { readonly on: Day; readonly outcome: string }[] }
}

/** Returns the key of a person's claim for a visit. */
export function claimKey(visit: string, person: string): string {
  return `${visit}\u0000${person}`
}

/** Returns the contact politicians of a unit on a day, through its own appointments and its area's. */
export function appointedTo(
  facts: Pick<Facts, 'appointmentsByUnit' | 'appointmentsByArea'>,
  object: { readonly unit?: string | undefined; readonly area?: string | undefined },
  day: Day,
): readonly string[] {
  const found = new Set<string>()
  if (object.unit !== undefined) collect(facts.appointmentsByUnit.get(object.unit), day, found)
  if (object.area !== undefined) collect(facts.appointmentsByArea.get(object.area), day, found)
  return [...found]
}

/** Whether the person is contact politician for anything on the day, by appointment or as member of a group. */
export function isContactPolitician(facts: Facts, person: string, day: Day): boolean {
  return (
    (facts.appointmentsByPerson.get(person) ?? []).some((it) => isWithin(day, it)) ||
    (facts.groupsByPerson.get(person) ?? []).some(
      (group) => isWithin(day, group) && membersOn(group, day).includes(person),
    )
  )
}

/** Returns the ids of the group's members on the day. */
export function membersOn(group: Group, day: Day): readonly string[] {
  return group.members.filter((member) => isWithin(day, member)).map((member) => member.person)
}

/** Returns those who are to be at the visit and for whom it is beyond that many ordinary visits in the calendar year. */
export function personsBeyond(facts: Facts, visit: VisitFacts, beyond: number): readonly string[] {
  if (visit.visit.form !== 'visit' || (!visit.happened && !visit.ahead)) return []
  const year = facts.years.find((it) => it.year === visit.year)
  return visit.expected.filter((person) => {
    const own = (year?.byPerson.get(person) ?? []).filter(
      (it) => (it.happened || it.ahead) && it.visit.form === 'visit',
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

type Lookup = Pick<Facts, 'units' | 'groups' | 'appointmentsByUnit' | 'appointmentsByArea'> & {
  readonly reports: ReadonlyMap<string, readonly Report[]>
}

function visitFacts(visit: Visit, lookup: Lookup): VisitFacts {
  const units: Unit[] = []
  for (const id of new Set(visit.units)) {
    const unit = lookup.units.get(id)
    if (unit !== undefined) units.push(unit)
  }
  const group = visit.group === undefined ? undefined : lookup.groups.get(visit.group)
  const appointed = group === undefined ? appointedToUnits(units, visit.day, lookup) : membersOn(group, visit.day)
  const attendees = attendeesOf(visit)
  const happened = visit.state === 'held' || visit.state === 'reported'
  const expected = expectedAt(visit, happened, attendees, appointed)
  const related: Subject[] = units.map((unit) => ({ type: 'unit', id: unit.id }))
  if (visit.group !== undefined) related.push({ type: 'group', id: visit.group })
  for (const person of new Set([...expected, ...appointed])) related.push({ type: 'person', id: person })
  return {
    visit,
    id: visit.id,
    day: visit.day,
    year: yearOf(visit.day),
    happened,
    units,
    attendees,
    expected,
    appointed,
    related,
    ahead: visit.state === 'proposed' || visit.state === 'booked',
    areas: [...new Set(units.flatMap((unit) => (unit.area === undefined ? [] : [unit.area])))],
    reports: lookup.reports.get(visit.id) ?? [],
    subject: { type: 'visit', id: visit.id },
  }
}

function appointedToUnits(units: readonly Unit[], day: Day, lookup: Lookup): readonly string[] {
  return [...new Set(units.flatMap((unit) => appointedTo(lookup, { unit: unit.id, area: unit.area }, day)))]
}

/** Someone who left and came back has two rows; the time is their sum. */
function attendeesOf(visit: Visit): readonly Attendee[] {
  const total = new Map<string, number>()
  for (const { person, start, end } of visit.attendance)
    total.set(person, (total.get(person) ?? 0) + Math.max(0, end - start))
  const came = [...total].filter(([, time]) => time > 0).map(([person, time]) => ({ person, minutes: time as Minutes }))
  return came.sort((a, b) => compare(a.person, b.person))
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
    const seen = new Set([...report.authors, ...report.readBy.map((it) => it.person)])
    for (const person of seen) seenBy.set(person, (seenBy.get(person) ?? 0) + 1)
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
    .map((year) => {
      const all = years.get(year) ?? []
      return {
        year,
        ...yearPeriod(year),
        visits: all,
        coveredFrom: period?.from,
        byPerson: groupByMany(all, (it) => it.expected),
        byUnit: groupByMany(all, (it) => it.units.map((unit) => unit.id)),
        byArea: groupByMany(all, (it) => it.areas),
        byGroup: groupByMany(all, (it) => (it.visit.group === undefined ? [] : [it.visit.group])),
      }
    })
}

function collect(appointments: readonly Appointment[] | undefined, day: Day, found: Set<string>): void {
  for (const appointment of appointments ?? []) if (isWithin(day, appointment)) found.add(appointment.person)
}

/** Caps are consumed in this order, never in the order of entry. */
function byStart(a: Visit, b: Visit): number {
  return a.day - b.day || a.start - b.start || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  return groupByMany(items, (item) => {
    const key = keyOf(item)
    return key === undefined ? [] : [key]
  })
}

function groupByMany<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = groups.get(key)
      if (known === undefined) groups.set(key, [item])
      else known.push(item)
    }
  }
  return groups
}
