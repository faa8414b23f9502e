import { isWithin, type Day } from '../../kernel/date.ts'
import { unitsOf } from '../appointed.ts'
import type { Subject } from '../finding.ts'
import { isOpen, overlaps, type Span, type VisitFacts } from '../facts.ts'
import type { Appointment, Unit } from '../programme.ts'
import type { Run } from './kind.ts'
import type { CountValues } from './visits-count-values.ts'

/** One that visits are counted for, with the visits of a stretch of days. */
export type Counted = {
  readonly subject: Subject
  readonly related: readonly Subject[]
  readonly visits: readonly VisitFacts[]
  /** What is counted lasted through the whole stretch. */
  readonly throughout: boolean
  /** When it lasted: appointments, or the unit's own time. */
  readonly lasted: readonly Lasting[]
  readonly ids: { readonly person?: string; readonly unit?: string; readonly area?: string; readonly group?: string }
}

export type Lasting = { readonly from?: Day | undefined; readonly until?: Day | undefined }

/** Returns everybody and everything that the visits of the stretch are counted for. */
export function countedIn(run: Run, { per, counts }: CountValues, span: Span): readonly Counted[] {
  if (per === 'person') return persons(run, span)
  if (per === 'person-and-unit') return personsAndUnits(run, span)
  if (per === 'group' || per === 'all-groups') return groups(run, span, per)
  if (per === 'committee') return [committee(run, span)]
  const units = run.facts.programme.units.filter(
    (unit) => run.covers(unit) && (counts === 'calls' ? hasContactPolitician(run, unit, span) : overlaps(unit, span)),
  )
  return units.map((unit) => ({
    subject: { type: 'unit', id: unit.id },
    related: [],
    visits: span.byUnit.get(unit.id) ?? [],
    ids: { unit: unit.id },
    throughout: isOpen(unit, span.from) && (unit.until === undefined || unit.until >= span.until),
    lasted: [unit],
  }))
}

function persons(run: Run, span: Span): readonly Counted[] {
  const found: Counted[] = []
  for (const person of run.facts.programme.persons) {
    const assigned: readonly Lasting[] = [
      ...(run.facts.appointmentsByPerson.get(person.id) ?? []),
      ...(run.facts.groupsByPerson.get(person.id) ?? []),
      ...seatsOfEveryone(run, person.id, span),
    ].filter((it) => overlaps(it, span))
    if (assigned.length === 0) continue
    found.push({
      subject: { type: 'person', id: person.id },
      related: [],
      visits: span.byPerson.get(person.id) ?? [],
      ids: { person: person.id },
      throughout: assigned.some((it) => lastsThrough(it, span)),
      lasted: assigned,
    })
  }
  return found
}

/** Where everyone is contact politician without an appointment, a person is one for as long as the seat is held. */
function seatsOfEveryone(run: Run, person: string, span: Span): readonly Lasting[] {
  const day = Math.max(span.from, Math.min(run.today, span.until - 1)) as Day
  if (!run.facts.everyoneOn(day).includes(person)) return []
  const { everyone } = run.facts.standingOn(day)
  return (run.facts.persons.get(person)?.seats ?? []).filter((seat) => everyone.includes(seat.kind))
}

/** A later appointment of the same person to the same unit continues the earlier one. */
function personsAndUnits(run: Run, span: Span): readonly Counted[] {
  const found: Lengthened[] = []
  const byPerson = new Map<string, readonly Lengthened[]>()
  for (const appointment of run.facts.programme.appointments) {
    if (!overlaps(appointment, span)) continue
    const { person } = appointment
    const objects = objectsOf(run, appointment)
    const [only] = objects
    // Most people have one appointment, to one unit, and then there is no earlier one to look for.
    if (only !== undefined && objects.length === 1 && run.facts.appointmentsByPerson.get(person)?.length === 1) {
      found.push(atObject(appointment, only, span))
      continue
    }
    for (const object of objects) {
      const own = byPerson.get(person)
      const earlier = own?.find(({ object: it }) => it.id === object.id && it.type === object.type)
      if (earlier === undefined) {
        const made = atObject(appointment, object, span)
        byPerson.set(person, own === undefined ? [made] : [...own, made])
        found.push(made)
      } else {
        earlier.lasted = [...earlier.lasted, appointment]
        earlier.throughout ||= lastsThrough(appointment, span)
      }
    }
  }
  return found
}

/** A person and a unit or an area, which another appointment may make last longer. */
type Lengthened = Omit<Counted, 'lasted' | 'throughout'> & {
  readonly object: Subject
  lasted: readonly Lasting[]
  throughout: boolean
}

function atObject(appointment: Appointment, object: Subject, span: Span): Lengthened {
  const { person } = appointment
  const { id } = object
  return {
    object,
    subject: { type: 'person', id: person },
    related: [object],
    visits: visitsAt(object, span.byPerson.get(person) ?? none),
    ids: object.type === 'area' ? { person, area: id } : { person, unit: id },
    throughout: lastsThrough(appointment, span),
    lasted: [appointment],
  }
}

const none: readonly VisitFacts[] = []

/** Most people visit one unit, and then the visits are all of theirs. */
function visitsAt(object: Subject, visits: readonly VisitFacts[]): readonly VisitFacts[] {
  for (const visit of visits) if (!isAt(object, visit)) return visitsAmong(object, visits)
  return visits
}

function visitsAmong(object: Subject, visits: readonly VisitFacts[]): readonly VisitFacts[] {
  return visits.filter((visit) => isAt(object, visit))
}

function isAt({ type, id }: Subject, { areas, units }: VisitFacts): boolean {
  if (type === 'area') return areas.includes(id)
  for (const unit of units) if (unit.id === id) return true
  return false
}

/** An area is one object whose units share their contact politicians; a set of units, a locality and a service type are their units. */
function objectsOf(run: Run, appointment: Appointment): readonly Subject[] {
  if (appointment.area !== undefined) return [{ type: 'area', id: appointment.area }]
  if (appointment.unit !== undefined) return [{ type: 'unit', id: appointment.unit }]
  return unitsOf(run.facts, appointment).map((unit) => ({ type: 'unit', id: unit.id }))
}

function groups(run: Run, span: Span, per: 'group' | 'all-groups'): readonly Counted[] {
  const open = run.facts.programme.groups.filter((group) => overlaps(group, span))
  const each = open.map(
    (group): Counted => ({
      subject: { type: 'group', id: group.id },
      related: [],
      visits: span.byGroup.get(group.id) ?? [],
      ids: { group: group.id },
      throughout: isWithin(span.from, group) && (group.until === undefined || group.until >= span.until),
      lasted: [group],
    }),
  )
  if (per === 'group' || each.length === 0) return each
  return [
    {
      ...committee(run, span),
      related: each.map((it) => it.subject),
      visits: each.flatMap((it) => it.visits),
      throughout: each.every((it) => it.throughout),
      lasted: open,
    },
  ]
}

function committee(run: Run, span: Span): Counted {
  return {
    subject: { type: 'committee', id: run.facts.programme.committee.id },
    related: [],
    ids: {},
    visits: span.visits,
    throughout: true,
    lasted: [],
  }
}

function lastsThrough({ from, until }: Lasting, span: Span): boolean {
  return (from === undefined || from <= span.from) && (until === undefined || until >= span.until)
}

function hasContactPolitician(run: Run, unit: Unit, span: Span): boolean {
  return (run.facts.appointmentsByUnit.get(unit.id) ?? []).some((it) => overlaps(it, span))
}
