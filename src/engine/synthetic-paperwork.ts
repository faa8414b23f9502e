import type { z } from 'zod'
import { addDays, isoFromDay } from '../kernel/date.ts'
import { type Programme, programmeSchema, type Visit } from './programme.ts'
import type { MakeUp } from './synthetic-visits.ts'

type Written = z.input<typeof programmeSchema>
type Row<K extends keyof Written> = NonNullable<Written[K]> extends readonly (infer T)[] ? T : never

/** Returns the reports, claims and decisions that belong to made-up visits; some are late and some are missing. */
export function paperworkOf(
  input: MakeUp,
  visits: readonly Visit[],
  extras: ReadonlySet<string>,
): Pick<Programme, 'reports' | 'claims' | 'decisions'> {
  const held = visits.filter(({ state }) => state === 'held')
  const rows = {
    reports: held.filter(() => !input.draw.chance(0.1)).flatMap((visit) => reportsOf(input, visit)),
    claims: held.flatMap((visit) => claimsOf(input, visit)),
    decisions: held
      .filter(({ id }) => extras.has(id) && input.draw.chance(0.5))
      .flatMap((visit) => decisionsOf(input, visit)),
  }
  const { reports, claims, decisions } = programmeSchema.parse({
    municipality: { name: '–' },
    committee: { id: '–', name: '–' },
    ...rows,
  })
  return { reports, claims, decisions }
}

function attendeesOf({ attendance }: Visit): readonly string[] {
  return attendance.map(({ person }) => person)
}

/** One for each who came, one for all of them, or the manager's or an officer's, as the guideline has it. */
function reportsOf({ cast, settings, draw }: MakeUp, visit: Visit): readonly Row<'reports'>[] {
  const came = attendeesOf(visit)
  const { forms, by, to, when, factualCheck, oralSummary, discussion, othersRead } = settings.report
  const days = when.value === 'silent' ? undefined : when.value.days
  const final = addDays(visit.day, draw.chance(0.12) ? 50 : Math.max(1, Math.min(7, days ?? 7)))
  const meeting = cast.meetings
    .filter(({ papersDeadline }) => papersDeadline >= final)
    .sort((one, other) => one.day - other.day)[0]
  const on = isoFromDay(final)
  const written = forms.value === 'silent' || forms.value.includes('written')
  const others = to.value === 'silent' ? [] : to.value.others
  const author = by.value === 'manager' || by.value === 'officer' ? by.value : 'politician'
  const authors = author !== 'politician' ? [[]] : by.value === 'each' ? came.map((it) => [it]) : [came]
  return authors.map((those, at) => ({
    id: `${visit.id}-report${authors.length > 1 ? `-${at + 1}` : ''}`,
    visit: visit.id,
    form: written ? 'written' : 'oral',
    writtenBy: author,
    authors: [...those],
    signed: those.map((person) => ({ person, on })),
    ...(factualCheck.value === 'silent'
      ? {}
      : { checked: { sentOn: isoFromDay(addDays(visit.day, 1)), answeredOn: isoFromDay(addDays(visit.day, 1)) } }),
    final: on,
    ...(draw.chance(0.06) ? {} : { toManager: on }),
    sentTo: others.map((recipient) => ({ recipient, on })),
    ...(meeting === undefined
      ? {}
      : {
          meeting: meeting.id,
          ...(written && oralSummary.value !== true ? {} : { oralAt: meeting.id }),
          ...(discussion.value === 'silent' || draw.chance(0.1) ? {} : { discussedAt: meeting.id }),
          readBy: othersRead.value === true ? readers(cast, draw, isoFromDay(meeting.day)) : [],
        }),
  }))
}

function readers({ persons }: Programme, draw: MakeUp['draw'], on: string): { person: string; on: string }[] {
  return persons.filter(() => draw.chance(0.9)).map(({ id }) => ({ person: id, on }))
}

function claimsOf({ draw }: MakeUp, visit: Visit): readonly Row<'claims'>[] {
  const on = isoFromDay(addDays(visit.day, 7))
  return attendeesOf(visit).map((person) => ({
    id: `${visit.id}-claim-${person}`,
    visit: visit.id,
    person,
    ...(draw.chance(0.12) ? {} : { confirmed: on, submitted: on }),
  }))
}

/** By the chair, before the visit; a tenth are refused. */
function decisionsOf({ cast, settings, draw }: MakeUp, visit: Visit): readonly Row<'decisions'>[] {
  const { value } = settings.fee.extraDecision
  if (value === 'silent') return []
  const chair = cast.persons.find(({ roles }) => roles.some(({ role }) => role === 'chair'))?.id ?? 'chair'
  return attendeesOf(visit).map((person) => ({
    id: `${visit.id}-decision-${person}`,
    about: value.about === 'visit' ? 'extra-visit' : 'extra-fee',
    person,
    visit: visit.id,
    on: isoFromDay(addDays(visit.day, -20)),
    by: chair,
    granted: !draw.chance(0.1),
  }))
}
