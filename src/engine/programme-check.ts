import type { PlacedProblem } from './load.ts'
import type { Path } from './mend.ts'
import { nearest } from './mend.ts'
import type { Programme } from './programme.ts'

/** Returns references to what the programme does not have, ids that stand twice, and times that end before they begin. */
export function programmeProblems(programme: Programme): readonly PlacedProblem[] {
  const problems: PlacedProblem[] = []
  const ids = {
    person: idsOf(programme.persons, 'persons', problems), unit: idsOf(programme.units, 'units', problems), area: idsOf(programme.areas, 'areas', problems),
    group: idsOf(programme.groups, 'groups', problems), visit: idsOf(programme.visits, 'visits', problems), meeting: idsOf(programme.meetings, 'meetings', problems),
  }
  idsOf(programme.appointments, 'appointments', problems)
  idsOf(programme.reports, 'reports', problems)
  idsOf(programme.decisions, 'decisions', problems)
  idsOf(programme.claims, 'claims', problems)
  const refer = (kind: keyof typeof ids, id: string | undefined, path: Path) => {
    if (id === undefined || ids[kind].has(id)) return
    const near = nearest(id, [...ids[kind]])
    problems.push({ path, message: `there is no ${kind} "${id}"`, mend: near === undefined ? `add the ${kind}, or name one that is there` : `write "${near}", or add the ${kind}` })
  }
  const inOrder = (start: number, end: number, path: Path) => {
    if (end <= start) problems.push({ path, message: 'it ends before it begins', mend: 'write an end that is later than the start' })
  }
  programme.units.forEach((unit, at) => refer('area', unit.area, ['units', at, 'area']))
  programme.groups.forEach((group, at) => {
    group.members.forEach((member, index) => refer('person', member.person, ['groups', at, 'members', index, 'person']))
    refer('person', group.rapporteur, ['groups', at, 'rapporteur'])
  })
  programme.appointments.forEach((it, at) => {
    refer('person', it.person, ['appointments', at, 'person'])
    refer('unit', it.unit, ['appointments', at, 'unit'])
    refer('area', it.area, ['appointments', at, 'area'])
  })
  programme.relations.forEach((it, at) => {
    refer('person', it.person, ['relations', at, 'person'])
    refer('unit', it.unit, ['relations', at, 'unit'])
    refer('area', it.area, ['relations', at, 'area'])
  })
  programme.visits.forEach((visit, at) => {
    visit.units.forEach((unit, index) => refer('unit', unit, ['visits', at, 'units', index]))
    refer('group', visit.group, ['visits', at, 'group'])
    inOrder(visit.start, visit.end, ['visits', at, 'end'])
    visit.invitations.forEach((it, index) => refer('person', it.person, ['visits', at, 'invitations', index, 'person']))
    visit.attendance.forEach((it, index) => {
      refer('person', it.person, ['visits', at, 'attendance', index, 'person'])
      inOrder(it.start, it.end, ['visits', at, 'attendance', index, 'end'])
    })
  })
  programme.reports.forEach((it, at) => {
    refer('visit', it.visit, ['reports', at, 'visit'])
    refer('meeting', it.meeting, ['reports', at, 'meeting'])
    refer('meeting', it.oralAt, ['reports', at, 'oralAt'])
    refer('meeting', it.discussedAt, ['reports', at, 'discussedAt'])
    it.authors.forEach((author, index) => refer('person', author, ['reports', at, 'authors', index]))
  })
  programme.decisions.forEach((it, at) => {
    refer('person', it.person, ['decisions', at, 'person'])
    refer('visit', it.visit, ['decisions', at, 'visit'])
  })
  programme.claims.forEach((it, at) => {
    refer('visit', it.visit, ['claims', at, 'visit'])
    refer('person', it.person, ['claims', at, 'person'])
  })
  return problems
}

function idsOf(items: readonly { readonly id: string }[], list: string, problems: PlacedProblem[]): ReadonlySet<string> {
  const seen = new Set<string>()
  items.forEach((item, at) => {
    if (seen.has(item.id)) problems.push({ path: [list, at, 'id'], message: `the id "${item.id}" stands twice among ${list}`, mend: 'give this one an id of its own' })
    seen.add(item.id)
  })
  return seen
}
