import type { Day } from '../kernel/date.ts'
import { claimProblems } from './claim-check.ts'
import type { PlacedProblem } from './mend.ts'
import { nearest } from './nearest.ts'
import type { Programme } from './programme.ts'
import type { Path } from './schema-path.ts'

/** Returns references to what the programme does not have, what stands twice, and times that end before they begin. */
export function programmeProblems(programme: Programme): readonly PlacedProblem[] {
  const ids = {
    person: idsOf(programme.persons),
    unit: idsOf(programme.units),
    area: idsOf(programme.areas),
    group: idsOf(programme.groups),
    visit: idsOf(programme.visits),
    meeting: idsOf(programme.meetings),
    locality: new Set(programme.units.flatMap((unit) => unit.locality ?? [])),
    service: new Set(programme.units.map((unit) => unit.kind)),
  }
  const dangling = references(programme).filter(({ kind, id }) => id !== undefined && !ids[kind].has(id))
  return [
    ...doubled(programme),
    ...claimedTwice(programme),
    ...claimProblems(programme),
    ...authorless(programme),
    ...dangling.map((it) => danglingProblem(it, ids[it.kind])),
    ...backwards(programme),
    ...attendedTwice(programme),
  ]
}

type Kind = 'person' | 'unit' | 'area' | 'group' | 'visit' | 'meeting' | 'locality' | 'service'
type Reference = { readonly kind: Kind; readonly id: string | undefined; readonly path: Path }

function danglingProblem({ kind, id, path }: Reference, known: ReadonlySet<string>): PlacedProblem {
  const near = nearest(id ?? '', [...known])
  // A locality and a service type have no list of their own: they are there when a unit has them.
  if (kind === 'locality' || kind === 'service') {
    const key = kind === 'locality' ? 'locality' : 'kind'
    const other = `give a unit ${key}: ${id}`
    return {
      path,
      message: `no unit has the ${key} "${id}"`,
      mend: near === undefined ? `${other}, or name one that is there` : `write "${near}", or ${other}`,
    }
  }
  const mend = near === undefined ? `add the ${kind}, or name one that is there` : `write "${near}", or add the ${kind}`
  return { path, message: `there is no ${kind} "${id}"`, mend }
}

function references(programme: Programme): readonly Reference[] {
  const found: Reference[] = []
  const refer = (kind: Kind, id: string | undefined, ...path: Path) => {
    found.push({ kind, id, path })
  }
  for (const [at, unit] of programme.units.entries()) refer('area', unit.area, 'units', at, 'area')
  for (const [at, group] of programme.groups.entries()) {
    refer('person', group.rapporteur, 'groups', at, 'rapporteur')
    for (const [index, unit] of group.units.entries()) refer('unit', unit, 'groups', at, 'units', index)
    for (const [index, member] of group.members.entries())
      refer('person', member.person, 'groups', at, 'members', index, 'person')
  }
  for (const list of ['appointments', 'relations'] as const) {
    for (const [at, it] of programme[list].entries()) {
      refer('person', it.person, list, at, 'person')
      refer('unit', it.unit, list, at, 'unit')
      refer('area', it.area, list, at, 'area')
    }
  }
  for (const [at, { units = [], locality, service }] of programme.appointments.entries()) {
    for (const [index, unit] of units.entries()) refer('unit', unit, 'appointments', at, 'units', index)
    refer('locality', locality, 'appointments', at, 'locality')
    refer('service', service, 'appointments', at, 'service')
  }
  for (const [at, visit] of programme.visits.entries()) {
    refer('group', visit.group, 'visits', at, 'group')
    for (const [index, unit] of visit.units.entries()) refer('unit', unit, 'visits', at, 'units', index)
    refer('person', visit.initiated.person, 'visits', at, 'initiated', 'person')
    for (const list of ['invitations', 'attendance', 'prepared'] as const)
      for (const [index, it] of visit[list].entries()) refer('person', it.person, 'visits', at, list, index, 'person')
  }
  for (const [at, report] of programme.reports.entries()) {
    refer('visit', report.visit, 'reports', at, 'visit')
    for (const key of ['meeting', 'oralAt', 'discussedAt'] as const) refer('meeting', report[key], 'reports', at, key)
    for (const [index, it] of report.readBy.entries())
      refer('person', it.person, 'reports', at, 'readBy', index, 'person')
    for (const [index, author] of report.authors.entries()) refer('person', author, 'reports', at, 'authors', index)
  }
  for (const list of ['decisions', 'claims'] as const) {
    for (const [at, it] of programme[list].entries()) {
      refer('person', it.person, list, at, 'person')
      refer('visit', it.visit, list, at, 'visit')
    }
  }
  for (const [at, it] of programme.otherPaid.entries()) refer('person', it.person, 'otherPaid', at, 'person')
  return found
}

function doubled(programme: Programme): readonly PlacedProblem[] {
  const lists = [
    'persons',
    'units',
    'areas',
    'groups',
    'appointments',
    'visits',
    'reports',
    'meetings',
    'decisions',
    'claims',
  ] as const
  return lists.flatMap((list) => {
    const seen = new Set<string>()
    return programme[list].flatMap((item, at): readonly PlacedProblem[] => {
      if (!seen.has(item.id)) {
        seen.add(item.id)
        return []
      }
      const message = `the id "${item.id}" stands twice among ${list}`
      return [{ path: [list, at, 'id'], message, mend: 'give this one an id of its own' }]
    })
  })
}

/** Somebody's fee for a visit is claimed once: of two claims, one would be passed over without a word. */
function claimedTwice(programme: Programme): readonly PlacedProblem[] {
  const seen = new Set<string>()
  return programme.claims.flatMap(({ visit, person }, at): readonly PlacedProblem[] => {
    const key = `${visit} ${person}`
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const message = `"${person}" claims the fee for the visit "${visit}" twice`
    return [{ path: ['claims', at, 'visit'], message, mend: 'keep one claim for each person and visit' }]
  })
}

/** Only a manager's or an officer's report has no author among the persons. */
function authorless({ reports }: Programme): readonly PlacedProblem[] {
  const message = "a politician's report has no author"
  const mend = 'name somebody under authors, or write writtenBy: manager or officer'
  return reports.flatMap(({ writtenBy, authors }, at) =>
    writtenBy === 'politician' && authors.length === 0 ? [{ path: ['reports', at, 'authors'], message, mend }] : [],
  )
}

function problem(path: Path): PlacedProblem {
  return { path, message: 'it ends before it begins', mend: 'write an end that is later than the start' }
}

/** A visit has one day, so that what goes on past midnight is two. */
function clockProblem(path: Path): PlacedProblem {
  return {
    ...problem(path),
    mend: 'write an end that is later than the start, or what goes on past midnight as two visits, until "24:00" and from "00:00"',
  }
}

function backwards(programme: Programme): readonly PlacedProblem[] {
  const visits = programme.visits.flatMap((visit, at) => [
    ...(visit.end <= visit.start ? [clockProblem(['visits', at, 'end'])] : []),
    ...visit.attendance.flatMap((it, index) =>
      it.end <= it.start ? [clockProblem(['visits', at, 'attendance', index, 'end'])] : [],
    ),
  ])
  const paid = programme.otherPaid.flatMap((it, at) => (it.end <= it.start ? [problem(['otherPaid', at, 'end'])] : []))
  const meetings = programme.meetings.flatMap(({ day, papersDeadline }, at): readonly PlacedProblem[] =>
    papersDeadline > day
      ? [
          {
            path: ['meetings', at, 'papersDeadline'],
            message: 'the papers are due after the meeting itself',
            mend: 'write a day on or before the meeting',
          },
        ]
      : [],
  )
  return [...visits, ...paid, ...meetings, ...periodsBackwards(programme)]
}

/** Nobody is at one visit twice at the same time: the time would be paid twice. */
function attendedTwice({ visits }: Programme): readonly PlacedProblem[] {
  return visits.flatMap(({ attendance }, at) =>
    attendance.flatMap((row, index): readonly PlacedProblem[] => {
      const isTwice = attendance.some(
        (it, before) => before < index && it.person === row.person && it.start < row.end && row.start < it.end,
      )
      const message = `"${row.person}" attends the visit twice at the same time`
      const mend = 'keep one of the times, or write times that follow each other'
      return isTwice ? [{ path: ['visits', at, 'attendance', index, 'start'], message, mend }] : []
    }),
  )
}

type Period = { readonly from?: Day | undefined; readonly until?: Day | undefined }

/** `until` is the first day on which something no longer holds, everywhere. */
function periodsBackwards(programme: Programme): readonly PlacedProblem[] {
  const placed: (readonly [Path, Period])[] = []
  const place = (period: Period | undefined, ...path: Path) => {
    if (period !== undefined) placed.push([path, period])
  }
  place(programme.period, 'period')
  place(programme.term, 'term')
  for (const list of ['units', 'groups', 'appointments', 'relations'] as const)
    for (const [at, it] of programme[list].entries()) place(it, list, at)
  for (const [at, { agreement }] of programme.units.entries()) place(agreement, 'units', at, 'agreement')
  for (const [at, { seats, roles, otherSeats }] of programme.persons.entries()) {
    for (const [index, seat] of otherSeats.entries()) place(seat, 'persons', at, 'otherSeats', index)
    for (const [index, seat] of seats.entries()) place(seat, 'persons', at, 'seats', index)
    for (const [index, role] of roles.entries()) place(role, 'persons', at, 'roles', index)
  }
  for (const [at, { members }] of programme.groups.entries())
    for (const [index, member] of members.entries()) place(member, 'groups', at, 'members', index)
  return placed.flatMap(([path, { from, until }]) =>
    from !== undefined && until !== undefined && until <= from ? [problem([...path, 'until'])] : [],
  )
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map((item) => item.id))
}
