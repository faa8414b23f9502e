import { type Day, isWithin, type Period } from '../kernel/date.ts'
import { byId, groupBy, groupByMany } from './indexing.ts'
import type { Appointment, Group, Person, Programme, Unit } from './programme.ts'

type Seat = Person['seats'][number]['kind']

/** Who has a part by the rules of a day without being named by an appointment or a group. */
export type Standing = {
  /** Seats whose holders are contact politicians for every unit; none where people are appointed. */
  readonly everyone: readonly Seat[]
  /** Roles whose holders are in no group and get no appointment. */
  readonly exempt: readonly string[]
  /** Roles whose holders may visit every unit all the same. */
  readonly mayVisitAll: readonly string[]
}

/** By appointments and groups alone. */
export const nobodyStanding: Standing = { everyone: [], exempt: [], mayVisitAll: [] }

/** What appointments, groups and rules say about who is contact politician for what, looked up once. */
export type Appointing = {
  readonly persons: ReadonlyMap<string, Person>
  readonly units: ReadonlyMap<string, Unit>
  readonly unitsOfArea: ReadonlyMap<string, readonly Unit[]>
  readonly unitsOfLocality: ReadonlyMap<string, readonly Unit[]>
  readonly unitsOfKind: ReadonlyMap<string, readonly Unit[]>
  readonly appointmentsByPerson: ReadonlyMap<string, readonly Appointment[]>
  /** Every appointment that covers the unit: it names the unit, alone or in a set, or the unit's area, locality or kind. */
  readonly appointmentsByUnit: ReadonlyMap<string, readonly Appointment[]>
  readonly appointmentsByArea: ReadonlyMap<string, readonly Appointment[]>
  readonly appointmentsByLocality: ReadonlyMap<string, readonly Appointment[]>
  readonly appointmentsByService: ReadonlyMap<string, readonly Appointment[]>
  readonly groupsByPerson: ReadonlyMap<string, readonly Group[]>
  /** Visiting groups that have the unit as their own. */
  readonly groupsByUnit: ReadonlyMap<string, readonly Group[]>
  /** Those whom appointments and visiting groups name for a unit, each once. */
  namedOn(unit: string, day: Day): readonly string[]
  /** Who stands by the rules of the day. */
  standingOn(day: Day): Standing
  /** Those who are contact politicians for every unit without an appointment, in the order of the programme. */
  everyoneOn(day: Day): readonly string[]
}

/** What an appointment is for, or a question asks about: one of the keys. */
export type AppointedObject = {
  readonly unit?: string | undefined
  readonly units?: readonly string[] | undefined
  readonly area?: string | undefined
  readonly locality?: string | undefined
  readonly service?: string | undefined
}

/** Returns who is appointed for what, indexed. Linear in the programme. */
export function indexAppointments(programme: Programme, standingOn: (day: Day) => Standing): Appointing {
  const { persons, units, appointments, groups } = programme
  const appointmentsByArea = groupBy(appointments, (it) => it.area)
  const appointmentsByLocality = groupBy(appointments, (it) => it.locality)
  const appointmentsByService = groupBy(appointments, (it) => it.service)
  const naming = groupByMany(appointments, (it) => (it.unit === undefined ? [...new Set(it.units)] : [it.unit]))
  const appointmentsByUnit = new Map(naming)
  for (const { id, area, locality, kind } of units) {
    const covering = [
      naming.get(id),
      area === undefined ? undefined : appointmentsByArea.get(area),
      locality === undefined ? undefined : appointmentsByLocality.get(locality),
      appointmentsByService.get(kind),
    ].filter((it) => it !== undefined)
    if (covering.length > 0) appointmentsByUnit.set(id, covering.length === 1 ? (covering[0] ?? []) : covering.flat())
  }
  const groupsByUnit = groupByMany(groups, (group) => [...new Set(group.units)])
  return {
    persons: byId(persons),
    units: byId(units),
    unitsOfArea: groupBy(units, (it) => it.area),
    unitsOfLocality: groupBy(units, (it) => it.locality),
    unitsOfKind: groupBy(units, (it) => it.kind),
    appointmentsByPerson: groupBy(appointments, (it) => it.person),
    appointmentsByUnit,
    appointmentsByArea,
    appointmentsByLocality,
    appointmentsByService,
    groupsByPerson: groupByMany(groups, (group) => [...new Set(group.members.map((it) => it.person))]),
    groupsByUnit,
    namedOn: namedBy(appointmentsByUnit, groupsByUnit),
    standingOn,
    everyoneOn: everyoneBy(persons, standingOn),
  }
}

/** Those who are named for a unit through a stretch of days. */
type Named = { readonly from: number; readonly until: number; readonly persons: readonly string[] }

/** Days come in order, so the stretch that was asked about last nearly always holds. */
function namedBy(
  appointments: ReadonlyMap<string, readonly Appointment[]>,
  groups: ReadonlyMap<string, readonly Group[]>,
): (unit: string, day: Day) => readonly string[] {
  const latest = new Map<string, Named>()
  return (unit, day) => {
    const known = latest.get(unit)
    if (known !== undefined && day >= known.from && day < known.until) return known.persons
    const made = namedAround(day, appointments.get(unit) ?? [], groups.get(unit) ?? [])
    latest.set(unit, made)
    return made.persons
  }
}

/** Nobody comes or goes but where an appointment, a group or a membership begins or ends. */
function namedAround(day: Day, appointments: readonly Appointment[], groups: readonly Group[]): Named {
  const persons: string[] = []
  const periods: Period[] = [...appointments, ...groups, ...groups.flatMap((it) => it.members)]
  const bounds = periods.flatMap(({ from, until }): number[] => (until === undefined ? [from] : [from, until]))
  collect(appointments, day, persons)
  for (const group of groups) if (isWithin(day, group)) for (const person of membersOn(group, day)) add(persons, person)
  return {
    from: Math.max(Number.NEGATIVE_INFINITY, ...bounds.filter((it) => it <= day)),
    until: Math.min(Number.POSITIVE_INFINITY, ...bounds.filter((it) => it > day)),
    persons,
  }
}

/** Whole days are asked about again and again, so each is worked out once. */
function everyoneBy(persons: readonly Person[], standingOn: (day: Day) => Standing): (day: Day) => readonly string[] {
  const known = new Map<Day, readonly string[]>()
  return (day) => {
    const { everyone, exempt } = standingOn(day)
    if (everyone.length === 0) return nobody
    const found = known.get(day)
    if (found !== undefined) return found
    const made = persons.filter((it) => holdsSeat(it, everyone, day) && !holdsRole(it, exempt, day)).map(({ id }) => id)
    known.set(day, made)
    return made
  }
}

const nobody: readonly string[] = []

/** Whether the person holds one of the seats in the committee on the day. */
export function holdsSeat(person: Person, seats: readonly Seat[], day: Day): boolean {
  return person.seats.some((it) => seats.includes(it.kind) && isWithin(day, it))
}

/** Whether the person holds one of the roles on the day. */
export function holdsRole(person: Person, roles: readonly string[], day: Day): boolean {
  return person.roles.some((it) => roles.includes(it.role) && isWithin(day, it))
}

/** Returns the contact politicians of a unit, an area, a locality or a service type on a day, appointed or standing by the rules. */
export function appointedTo(facts: Appointing, object: AppointedObject, day: Day): readonly string[] {
  return withEveryone(namedFor(facts, object, day), facts.everyoneOn(day))
}

/**
 * Returns those who are contact politicians at a visit: the visiting group's members, or those of the units, with the
 * ones whom appointments and groups name apart from everyone.
 */
export function appointedAt(
  facts: Appointing,
  { units, group, day }: { readonly units: readonly Unit[]; readonly group: Group | undefined; readonly day: Day },
): { readonly named: readonly string[]; readonly all: readonly string[] } {
  if (group !== undefined) {
    const members = membersOn(group, day)
    return { named: members, all: members }
  }
  const [first] = units
  const named =
    units.length === 1 && first !== undefined
      ? facts.namedOn(first.id, day)
      : [...new Set(units.flatMap((unit) => facts.namedOn(unit.id, day)))]
  return { named, all: withEveryone(named, facts.everyoneOn(day)) }
}

function withEveryone(named: readonly string[], everyone: readonly string[]): readonly string[] {
  if (everyone.length === 0) return named
  return named.length === 0 ? everyone : [...new Set([...named, ...everyone])]
}

/** What covers a unit holds its area, locality and kind already, so nothing else is asked where a unit is named. */
function namedFor(facts: Appointing, { unit, area, locality, service }: AppointedObject, day: Day): readonly string[] {
  if (unit !== undefined) return facts.namedOn(unit, day)
  const found: string[] = []
  if (area !== undefined) collect(facts.appointmentsByArea.get(area), day, found)
  if (locality !== undefined) collect(facts.appointmentsByLocality.get(locality), day, found)
  if (service !== undefined) collect(facts.appointmentsByService.get(service), day, found)
  return found
}

function collect(appointments: readonly Appointment[] | undefined, day: Day, found: string[]): void {
  for (const appointment of appointments ?? []) if (isWithin(day, appointment)) add(found, appointment.person)
}

/** They are few, so looking through them is quicker than a set. */
function add(found: string[], person: string): void {
  if (!found.includes(person)) found.push(person)
}

/** Returns the known units that an appointment covers: those it names, or all of its area, locality or kind. */
export function unitsOf(facts: Appointing, object: AppointedObject): readonly Unit[] {
  const { unit, units, area, locality, service } = object
  if (area !== undefined) return facts.unitsOfArea.get(area) ?? []
  if (locality !== undefined) return facts.unitsOfLocality.get(locality) ?? []
  if (service !== undefined) return facts.unitsOfKind.get(service) ?? []
  const named = unit === undefined ? (units ?? []) : [unit]
  return named.flatMap((id) => facts.units.get(id) ?? [])
}

/** Whether the person is contact politician for anything on the day: by appointment, as member of a group, or because everyone is. */
export function isAssigned(facts: Appointing, person: string, day: Day): boolean {
  return (
    (facts.appointmentsByPerson.get(person) ?? []).some((it) => isWithin(day, it)) ||
    (facts.groupsByPerson.get(person) ?? []).some(
      (group) => isWithin(day, group) && membersOn(group, day).includes(person),
    ) ||
    facts.everyoneOn(day).includes(person)
  )
}

/** Whether the person visits as a contact politician on the day: assigned to something, or by a role that may visit all. */
export function isContactPolitician(facts: Appointing, person: string, day: Day): boolean {
  return isAssigned(facts, person, day) || mayVisitAll(facts, person, day)
}

/** Whether the person holds a role that may visit every unit without being assigned to any. */
export function mayVisitAll(facts: Appointing, person: string, day: Day): boolean {
  const { mayVisitAll: roles } = facts.standingOn(day)
  if (roles.length === 0) return false
  const found = facts.persons.get(person)
  return found !== undefined && holdsRole(found, roles, day)
}

/** Returns the ids of the group's members on the day. */
export function membersOn(group: Group, day: Day): readonly string[] {
  return group.members.filter((member) => isWithin(day, member)).map((member) => member.person)
}
