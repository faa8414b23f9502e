import type { Evaluation, Facts, Settings } from '../../engine/index.ts'
import { addDays, type Day, dayOf, yearOf } from '../../kernel/date.ts'
import { type Instant, inStockholm } from '../../kernel/instant.ts'
import type { VisitRow } from './visits.store.ts'

/** What somebody is reminded of. */
export const reminderKinds = ['visit', 'unanswered', 'attendance', 'take-over', 'no-invitation'] as const
export type ReminderKind = (typeof reminderKinds)[number]

/** One thing that one person is told, once for each occasion. */
export type Reminder = {
  readonly personId: string
  readonly kind: ReminderKind
  /** How many days before the visit this reminder belongs to; for visits alone. */
  readonly daysBefore?: number
  /** The visit or the unit. */
  readonly subjectId: string
  /** What makes it new again: the sequence of the visit, or the year. */
  readonly occasion: string
  readonly as: 'invited' | 'manager' | 'secretary' | 'next'
}

/** After so many days an invitation that nobody has answered is brought to mind. */
const unansweredDays = 7
/** A reminder whose morning passed while no server ran is still of use for so many days. */
const lateReminderDays = 3
/** What happened longer ago is on the desk and in no mail. */
const attendanceDays = 14

type About = Pick<
  VisitRow,
  'id' | 'state' | 'sequence' | 'timesOpen' | 'day' | 'units' | 'initiatedOn' | 'confirmedOn' | 'times'
> & {
  readonly invitations: readonly Pick<
    VisitRow['invitations'][number],
    'personId' | 'sentAt' | 'askedAgainAt' | 'answer'
  >[]
}

/** Returns what is to be told about visits on their way: that the day comes near, that an answer or the attendance is missing. */
export function visitReminders(
  visits: readonly About[],
  today: Day,
  those: {
    /** Who manages a unit. */
    readonly managersOf: (unitId: string) => readonly string[]
    /** How many days before a visit the person wants to be reminded. */
    readonly daysFor: (personId: string) => readonly number[]
  },
): readonly Reminder[] {
  return visits
    .filter(({ state }) => state === 'proposed' || state === 'booked')
    .flatMap((visit) => {
      const { id: subjectId, day, sequence } = visit
      const occasion = String(sequence)
      return [...expected(visit, those.managersOf)].flatMap(([personId, { askedOn, hasAnswered, as }]): Reminder[] => {
        const one = { personId, subjectId, occasion, as }
        if (day < today)
          return visit.timesOpen || day < addDays(today, -attendanceDays) ? [] : [{ ...one, kind: 'attendance' }]
        const daysBefore = dueBefore(day, today, those.daysFor(personId))
        const isNews = daysBefore !== undefined && !visit.timesOpen && askedOn < addDays(day, -daysBefore)
        const waits = !hasAnswered && day > today && askedOn <= addDays(today, -unansweredDays)
        return [
          ...(isNews ? [{ ...one, kind: 'visit' as const, daysBefore }] : []),
          ...(waits ? [{ ...one, kind: 'unanswered' as const }] : []),
        ]
      })
    })
}

type Expected = { readonly askedOn: Day; readonly hasAnswered: boolean; readonly as: 'invited' | 'manager' }

/** Those who are to come or to receive, each once: whoever has said no hears no more. */
function expected(visit: About, managersOf: (unitId: string) => readonly string[]): ReadonlyMap<string, Expected> {
  const dayOfInstant = (at: Instant) => inStockholm(at).day
  const saidOfTimes = new Set(visit.times.flatMap(({ answers }) => answers.map(({ personId }) => personId)))
  const proposedOn = visit.times.map(({ proposedAt }) => dayOfInstant(proposedAt))
  const asked = Math.max(visit.initiatedOn, ...proposedOn) as Day
  const managers = visit.units.flatMap(({ id }) => managersOf(id))
  const hasAnswered = (personId: string, answered: boolean) => (visit.timesOpen ? saidOfTimes.has(personId) : answered)
  return new Map([
    ...managers.map((id): [string, Expected] => [
      id,
      { askedOn: visit.confirmedOn ?? asked, hasAnswered: hasAnswered(id, visit.state === 'booked'), as: 'manager' },
    ]),
    ...visit.invitations
      .filter(({ answer }) => answer !== 'declined')
      .map(({ personId, sentAt, askedAgainAt, answer }): [string, Expected] => [
        personId,
        {
          askedOn: dayOfInstant(askedAgainAt ?? sentAt),
          hasAnswered: hasAnswered(personId, answer !== null),
          as: 'invited',
        },
      ]),
  ])
}

/** Which of the reminders is due: today's own, or the one whose morning passed lately. */
function dueBefore(day: Day, today: Day, wanted: readonly number[]): number | undefined {
  const left = day - today
  return [...wanted].sort((a, b) => a - b).find((days) => left <= days && left >= days - lateReminderDays)
}

/**
 * Returns what is to be told about units for which nothing has happened: to the next in line that it is their turn,
 * and where the operation invites that no invitation has come (SNB-05, VSN-04), to everyone concerned.
 */
export function initiativeReminders(
  {
    evaluation,
    settings,
    facts,
  }: {
    readonly evaluation: Evaluation
    readonly settings: Settings | undefined
    readonly facts: Pick<Facts, 'programme' | 'namedOn' | 'everyoneOn' | 'years' | 'appointmentsByArea'>
  },
  today: Day,
  those: {
    readonly managersOf: (unitId: string) => readonly string[]
    readonly secretaries: readonly string[]
    readonly chairs: readonly string[]
  },
): readonly Reminder[] {
  const occasion = String(yearOf(today))
  const contacts = (unit: string) => facts.namedOn(unit, today)
  const turn = (role: string, unit: string): readonly string[] => {
    if (role === 'politician' || role === 'group') {
      const named = contacts(unit)
      return named.length > 0 ? named : facts.everyoneOn(today)
    }
    if (role === 'manager') return those.managersOf(unit)
    if (role === 'administration') return [...those.managersOf(unit), ...those.secretaries]
    // A role that nobody holds in the product falls to the secretary.
    return role === 'chair' ? those.chairs : those.secretaries
  }
  const passed = evaluation.findings.filter(({ kind, code }) => kind === 'visits.initiator' && code === 'take-over-due')
  const next = passed.flatMap(({ values }) => {
    const unit = String(values.unit)
    return turn(String(values.next), unit).map((personId) => of(personId, 'take-over', unit, occasion, 'next'))
  })
  const silent = !isOperations(settings)
    ? []
    : settings?.visits.initiativeTakenOverBy.value !== undefined &&
        settings.visits.initiativeTakenOverBy.value !== 'silent'
      ? passed.map(({ values }) => String(values.unit))
      : unitsWithoutStep(facts, today)
  const missing = silent.flatMap((unit) => [
    ...those.managersOf(unit).map((personId) => of(personId, 'no-invitation', unit, occasion, 'manager')),
    ...contacts(unit).map((personId) => of(personId, 'no-invitation', unit, occasion, 'invited')),
    ...those.secretaries.map((personId) => of(personId, 'no-invitation', unit, occasion, 'secretary')),
  ])
  const told = new Set(next.map(({ personId, subjectId }) => `${personId} ${subjectId}`))
  return [...next, ...missing.filter(({ personId, subjectId }) => !told.has(`${personId} ${subjectId}`))]
}

function of(
  personId: string,
  kind: 'take-over' | 'no-invitation',
  subjectId: string,
  occasion: string,
  as: Reminder['as'],
): Reminder {
  return { personId, kind, subjectId, occasion, as }
}

/** Whether the operation calls or invites, alone or beside others. */
function isOperations(settings: Settings | undefined): boolean {
  const initiators = settings?.visits.initiators.value
  if (initiators === undefined || initiators === 'silent') return false
  return initiators.includes('manager') || initiators.includes('administration')
}

/**
 * Half the year is gone and nothing has been taken up for the unit, nor for the area that its contact politicians share.
 * A unit that had no contact politicians by then has nobody to invite.
 */
function unitsWithoutStep(
  {
    programme,
    namedOn,
    years,
    appointmentsByArea,
  }: Pick<Facts, 'programme' | 'namedOn' | 'years' | 'appointmentsByArea'>,
  today: Day,
): readonly string[] {
  const halfway = dayOf(yearOf(today), 7, 1)
  if (today < halfway) return []
  const year = years.find((it) => it.year === yearOf(today))
  return programme.units
    .filter(({ id, area, from, until }) => {
      const isOpen = (from === undefined || from <= halfway) && (until === undefined || until > today)
      if (!isOpen || namedOn(id, halfway).length === 0 || namedOn(id, today).length === 0) return false
      const shared = area !== undefined && appointmentsByArea.has(area) ? (year?.byArea.get(area) ?? []) : []
      const visits = [...(year?.byUnit.get(id) ?? []), ...shared]
      return visits.every(({ visit }) => visit.state === 'cancelled' || visit.state === 'declined')
    })
    .map(({ id }) => id)
}
