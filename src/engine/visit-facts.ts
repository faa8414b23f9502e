import { minutesBetween } from '../kernel/clock-change.ts'
import { civilFromDay, type Day } from '../kernel/date.ts'
import type { Minutes } from '../kernel/clock-time.ts'
import { type Appointing, appointedAt } from './appointed.ts'
import type { Subject } from './finding.ts'
import { byText, once } from './indexing.ts'
import type { Group, Programme, Report, Unit, Visit } from './programme.ts'

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

/** What visits are looked up in. */
type Lookup = Appointing & {
  readonly groups: ReadonlyMap<string, Group>
  readonly reports: ReadonlyMap<string, readonly Report[]>
}

/** Returns the programme's visits in order of day, start and id, each with what the rules ask about it. */
export function visitsInOrder(programme: Programme, lookup: Lookup): readonly VisitFacts[] {
  const latest = new Map<string, VisitFacts>()
  return [...programme.visits].sort(byStart).map((visit) => {
    const alone = visit.units.length === 1 && visit.group === undefined ? visit.units[0] : undefined
    if (alone === undefined) return visitFacts(visit, lookup, undefined)
    const made = visitFacts(visit, lookup, latest.get(alone))
    latest.set(alone, made)
    return made
  })
}

/** Caps are consumed in this order, never in the order of entry. */
function byStart(a: Visit, b: Visit): number {
  return a.day - b.day || a.start - b.start || byText(a.id, b.id)
}

/** The same people come to a unit again and again, so a visit to it alone shares with the latest one what is the same. */
function visitFacts(visit: Visit, lookup: Lookup, latest: VisitFacts | undefined): VisitFacts {
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
  return {
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
  }
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

function areasOf(units: readonly Unit[]): readonly string[] {
  const areas: string[] = []
  for (const { area } of units) if (area !== undefined && !areas.includes(area)) areas.push(area)
  return areas
}

/** Someone who left and came back has two rows; the time is their sum. */
function attendeesOf(visit: Visit): readonly Attendee[] {
  const [first, second, third] = visit.attendance
  if (first === undefined) return none
  if (second === undefined) return first.end > first.start ? [attendee(visit, first)] : none
  if (third === undefined && first.person !== second.person && first.end > first.start && second.end > second.start) {
    const [one, other] = [attendee(visit, first), attendee(visit, second)]
    return first.person < second.person ? [one, other] : [other, one]
  }
  const total = new Map<string, number>()
  for (const { person, start, end } of visit.attendance)
    total.set(person, (total.get(person) ?? 0) + minutesBetween(visit.day, start, end))
  const came = [...total].filter(([, time]) => time > 0).map(([person, time]) => ({ person, minutes: time as Minutes }))
  return came.sort((a, b) => byText(a.person, b.person))
}

function attendee({ day }: Visit, { person, start, end }: Visit['attendance'][number]): Attendee {
  return { person, minutes: minutesBetween(day, start, end) as Minutes }
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
