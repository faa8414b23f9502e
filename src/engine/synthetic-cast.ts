import type { z } from 'zod'
import { addDays, type Day, dayOf, isoFromDay, isWithin, yearPeriod } from '../kernel/date.ts'
import type { Epoch } from './compile.ts'
import { rulesOf } from './compile.ts'
import { type Person, type Programme, programmeSchema, type Unit } from './programme.ts'
import { appointmentEligible } from './rules/appointment-eligible.ts'
import { appointmentExempt } from './rules/appointment-exempt.ts'
import { appointmentObject } from './rules/appointment-object.ts'
import { appointmentPerObject } from './rules/appointment-per-object.ts'
import { groupsDivision } from './rules/groups-division.ts'

type Written = z.input<typeof programmeSchema>
type Row<K extends keyof Written> = NonNullable<Written[K]> extends readonly (infer T)[] ? T : never

/**
 * Returns the programme with what a year needs: units, persons, appointments or visiting groups as the guideline's
 * rules say, and meetings once a month. What the programme has is kept; only what it lacks is made up.
 */
export function withCast(programme: Programme, epoch: Epoch, year: number): Programme {
  const places = placesIn(epoch)
  const units = programme.units.length > 0 ? programme.units : parsed({ units: madeUpUnits(places) }).units
  const persons = programme.persons.length > 0 ? programme.persons : parsed({ persons: madeUpPersons(year) }).persons
  const areas = programme.units.length > 0 ? programme.areas : parsed({ areas: madeUpAreas(places.area) }).areas
  const period = yearPeriod(year)
  const cast = { ...programme, units, persons, areas }
  const division = rulesOf(epoch, groupsDivision)[0]
  const groups =
    division === undefined || programme.groups.length > 0
      ? programme.groups
      : madeUpGroups(cast, epoch, division.values, period.from)
  const isAssigned = [...programme.appointments, ...groups].some((it) => isWithin(addDays(period.until, -1), it))
  const everyone = rulesOf(epoch, appointmentEligible).some(({ values }) => values.everyone)
  const appointments = isAssigned || everyone ? programme.appointments : madeUpAppointments(cast, epoch, period.from)
  const hasMeetings = programme.meetings.some(({ day }) => day >= period.from && day < period.until)
  const meetings = hasMeetings ? programme.meetings : [...programme.meetings, ...madeUpMeetings(year)]
  return { ...cast, groups, appointments, meetings }
}

/** Returns the persons who can be contact politicians on the day, blocs taking turns so that pairs are mixed. */
export function eligiblePersons(persons: readonly Person[], epoch: Epoch, day: Day): readonly Person[] {
  const seats = rulesOf(epoch, appointmentEligible).flatMap(({ values }) => values.seats)
  const exempt = rulesOf(epoch, appointmentExempt).flatMap(({ values }) => values.roles)
  const eligible = persons.filter(
    (person) =>
      person.seats.some((seat) => isWithin(day, seat) && (seats.length === 0 || seats.includes(seat.kind))) &&
      !person.roles.some((held) => isWithin(day, held) && exempt.includes(held.role)),
  )
  const turns = [true, false].map((majority) => eligible.filter(({ bloc }) => (bloc === 'majority') === majority))
  const longest = Math.max(...turns.map((turn) => turn.length))
  return Array.from({ length: longest }, (_, at) => turns.flatMap((turn) => turn[at] ?? [])).flat()
}

function parsed(written: Partial<Written>): Programme {
  return programmeSchema.parse({ municipality: { name: '–' }, committee: { id: '–', name: '–' }, ...written })
}

type Places = Readonly<Record<'area' | 'locality' | 'service', readonly string[]>>

/** What areas, localities and service types are called: as the guideline lists them, or by names that are made up. */
function placesIn(epoch: Epoch): Places {
  const [rule] = rulesOf(epoch, appointmentObject)
  const listed = (rule?.values.named ?? []).map(({ sv }) => sv)
  const named = (object: keyof Places, otherwise: readonly string[]) =>
    listed.length > 0 && [rule?.values.object].flat().includes(object) ? listed : otherwise
  return {
    area: named('area', ['Område A (påhittat)', 'Område B (påhittat)']),
    locality: named('locality', ['norr', 'söder']),
    service: named('service', ['särskilt boende', 'hemtjänst']),
  }
}

function madeUpAreas(names: readonly string[]): Row<'areas'>[] {
  return names.map((name, at) => ({ id: `synthetic-area-${at + 1}`, name }))
}

function madeUpUnits({ area, locality, service }: Places): Row<'units'>[] {
  return Array.from({ length: 10 }, (_, at) => ({
    id: `synthetic-unit-${at + 1}`,
    name: `Enhet ${at + 1} (påhittad)`,
    kind: service[at % service.length] ?? '',
    area: `synthetic-area-${(at % area.length) + 1}`,
    locality: locality[Math.floor(at / 2) % locality.length],
    consent: { on: '2000-01-01' },
  }))
}

/** The chair and fifteen more, of both blocs, members and substitutes. */
function madeUpPersons(year: number): Row<'persons'>[] {
  const from = isoFromDay(dayOf(year - 1, 1, 1))
  return Array.from({ length: 16 }, (_, at) => ({
    id: `synthetic-person-${at + 1}`,
    name: `Person ${at + 1} (påhittad)`,
    bloc: at % 2 === 0 ? 'majority' : 'opposition',
    party: ['A', 'B', 'C', 'D'][at % 4],
    seats: [{ kind: at < 10 ? 'member' : 'substitute', from }],
    roles: at === 0 ? [{ role: 'chair', from }] : [],
  }))
}

/** Each object that the rules speak of gets as many contact politicians as it is to have at least. */
function madeUpAppointments(cast: Programme, epoch: Epoch, from: Day): Programme['appointments'] {
  const persons = eligiblePersons(cast.persons, epoch, from)
  const [object] = rulesOf(epoch, appointmentObject).flatMap(({ values }) => values.object)
  const perObject = rulesOf(epoch, appointmentPerObject)[0]?.values
  const each = Math.max(1, perObject?.least ?? 1)
  if (persons.length === 0) return []
  const objects = objectsOf(cast, object ?? 'unit')
  const rows = objects.flatMap((about, at) =>
    Array.from({ length: Math.min(each, persons.length) }, (_, place): Row<'appointments'> => {
      const person = persons[(at * each + place) % persons.length]?.id ?? ''
      return {
        id: `synthetic-appointment-${at + 1}-${place + 1}`,
        person,
        ...about,
        from: isoFromDay(from),
        decided: { on: isoFromDay(addDays(from, -30)) },
      }
    }),
  )
  return parsed({ appointments: rows }).appointments
}

type About = Pick<Row<'appointments'>, 'unit' | 'units' | 'area' | 'locality' | 'service'>

function objectsOf({ units, areas }: Programme, object: string): readonly About[] {
  const distinct = (values: readonly (string | undefined)[]) => [...new Set(values.filter((it) => it !== undefined))]
  const localities = distinct(units.map(({ locality }) => locality))
  if (object === 'area' && areas.length > 0) return areas.map(({ id }) => ({ area: id }))
  if (object === 'locality' && localities.length > 0) return localities.map((locality) => ({ locality }))
  if (object === 'service') return distinct(units.map(({ kind }) => kind)).map((service) => ({ service }))
  if (object === 'units') return pairs(units).map((pair) => ({ units: pair.map(({ id }) => id) }))
  return units.map(({ id }) => ({ unit: id }))
}

function pairs(units: readonly Unit[]): readonly (readonly Unit[])[] {
  return Array.from({ length: Math.ceil(units.length / 2) }, (_, at) => units.slice(at * 2, at * 2 + 2))
}

function madeUpGroups(
  cast: Programme,
  epoch: Epoch,
  { groups: asked = 2, units: own }: { readonly groups?: number | undefined; readonly units?: string | undefined },
  from: Day,
): Programme['groups'] {
  const persons = eligiblePersons(cast.persons, epoch, from)
  const day = isoFromDay(from)
  const rows = Array.from({ length: asked }, (_, at): Row<'groups'> => {
    // Two at a time, so that both blocs come into each group.
    const members = persons.filter((_person, place) => Math.floor(place / 2) % asked === at)
    const units = cast.units.filter((_unit, place) => place % asked === at).map(({ id }) => id)
    return {
      id: `synthetic-group-${at + 1}`,
      name: `Besöksgrupp ${at + 1} (påhittad)`,
      members: members.map(({ id }) => ({ person: id, from: day })),
      ...(members[0] === undefined ? {} : { rapporteur: members[0].id }),
      units: own === 'several' ? units : own === 'one' ? units.slice(0, 1) : [],
      from: day,
    }
  })
  return parsed({ groups: rows }).groups
}

/** In the last week of each month but July, with the papers due two weeks before; one in January to take what comes late. */
function madeUpMeetings(year: number): Programme['meetings'] {
  const months = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13]
  const rows = months.map((month): Row<'meetings'> => {
    const day = dayOf(year + (month > 12 ? 1 : 0), month > 12 ? 1 : month, 20)
    return {
      id: `synthetic-meeting-${month}`,
      day: isoFromDay(day),
      papersDeadline: isoFromDay(addDays(day, -14)),
    }
  })
  return parsed({ meetings: rows }).meetings
}
