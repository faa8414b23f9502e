import type { VisitEventRow, VisitRow } from './visits.store.ts'

/** What is announced of a visit and told by mail. */
export const tidings = [
  'proposed',
  'times-proposed',
  'time-chosen',
  'moved',
  'place-changed',
  'booked',
  'invited',
  'removed',
  'answered',
  'confirmed',
  'declined',
  'cancelled',
  'extra-asked',
  'extra-decided',
] as const
export type Tiding = (typeof tidings)[number]

/** What a letter says: a tiding, times that take the place of a time that was, and what an answer does to one's calendar. */
export type LetterKind = Tiding | 'postponed' | 'said-no' | 'said-yes'

/** `invite` for a new or changed visit and one that is called off, `remove` for one participant who is taken off it. */
export type InvitationKind = 'invite' | 'remove'

/**
 * Whom a letter goes to. A manager is told what to do with the visit, somebody invited what it means for them. `calendar`
 * is there when the entry in the receiver's calendar is to follow.
 */
export type Recipient = {
  readonly id: string
  readonly as: 'manager' | 'invited'
  readonly letter: LetterKind
  readonly calendar?: InvitationKind
}

type Told = Pick<VisitRow, 'initiatedByPersonId' | 'timesOpen'> & {
  readonly invitations: readonly Pick<VisitRow['invitations'][number], 'personId' | 'answer'>[]
}

type Happened = Pick<VisitEventRow, 'kind' | 'at' | 'personId' | 'concernsId'>

/**
 * Returns whom to tell, each once. One who has said no hears no more, unless it is to have the entry removed. Whoever did
 * it is told only where an entry follows: their calendar is to be right too.
 */
export function recipientsOf(
  tiding: Tiding,
  visit: Told,
  about: {
    readonly managerIds: readonly string[]
    readonly concernedId?: string | undefined
    readonly events: readonly Happened[]
  },
): readonly Recipient[] {
  const { managerIds, concernedId, events } = about
  const everybody = byTiding(tiding, visit, { managerIds, concernedId, events })
  const doneBy = doerOf(tiding, events)
  const once = everybody.filter(({ id }, index) => everybody.findIndex((other) => other.id === id) === index)
  return once.filter(({ id, calendar }) => calendar !== undefined || id !== doneBy)
}

/** Returns who did what is told, when that was a person. */
export function doerOf(tiding: Tiding, events: readonly Happened[]): string | undefined {
  return events.findLast(({ kind }) => kind === tiding)?.personId ?? undefined
}

function byTiding(
  tiding: Tiding,
  visit: Told,
  about: {
    readonly managerIds: readonly string[]
    readonly concernedId: string | undefined
    readonly events: readonly Happened[]
  },
): readonly Recipient[] {
  const { managerIds, concernedId, events } = about
  const everyone = (letter: LetterKind, calendar?: InvitationKind): readonly Recipient[] => [
    ...managerIds.map((id) => ({ id, as: 'manager' as const, letter, ...(calendar && { calendar }) })),
    ...visit.invitations.map(({ personId, answer }) =>
      answer === 'declined'
        ? {
            id: personId,
            as: 'invited' as const,
            letter: 'said-no' as const,
            ...(calendar && { calendar: 'remove' as const }),
          }
        : { id: personId, as: 'invited' as const, letter, ...(calendar && { calendar }) },
    ),
  ]
  const coming = (letter: LetterKind, calendar?: InvitationKind) =>
    everyone(letter, calendar).filter((recipient) => recipient.letter !== 'said-no')
  const concerned = (letter: LetterKind, calendar?: InvitationKind): readonly Recipient[] =>
    concernedId === undefined ? [] : [{ id: concernedId, as: 'invited', letter, ...(calendar && { calendar }) }]
  switch (tiding) {
    case 'times-proposed': {
      const isPostponed = wasInCalendars(events)
      return coming(isPostponed ? 'postponed' : tiding, isPostponed ? 'invite' : undefined)
    }
    // Those to whom the chosen time is a no may have an entry of the time that was, from before it was put off.
    case 'time-chosen':
      return events.some(({ kind }) => kind === 'postponed') ? everyone(tiding, 'invite') : coming(tiding, 'invite')
    case 'proposed':
    case 'moved':
    case 'place-changed':
    case 'booked':
    case 'confirmed':
      return coming(tiding, 'invite')
    case 'declined':
    case 'cancelled':
      return coming(tiding, wasInCalendars(events) ? 'invite' : undefined)
    case 'invited':
      return concerned(tiding, wasInCalendars(events) ? 'invite' : undefined)
    case 'removed':
      return concerned(tiding, wasInCalendars(events) ? 'remove' : undefined)
    case 'extra-asked':
    case 'extra-decided':
      return concerned(tiding)
    case 'answered':
      return [...initiatorOf(visit, managerIds, concernedId), ...afterAnswer(visit, concernedId, events)]
  }
}

function initiatorOf(
  { initiatedByPersonId: id }: Told,
  managerIds: readonly string[],
  concernedId: string | undefined,
): readonly Recipient[] {
  return concernedId === id ? [] : [{ id, as: managerIds.includes(id) ? 'manager' : 'invited', letter: 'answered' }]
}

/** Whoever says no in the application loses the entry; it comes back to one who has said no and then yes. */
function afterAnswer(visit: Told, concernedId: string | undefined, events: readonly Happened[]): readonly Recipient[] {
  const answer = visit.invitations.find(({ personId }) => personId === concernedId)?.answer
  if (visit.timesOpen || concernedId === undefined || !answer) return []
  if (answer === 'declined') return [{ id: concernedId, as: 'invited', letter: 'said-no', calendar: 'remove' }]
  const said = events.filter(
    ({ kind, concernsId }) => concernsId === concernedId && (kind === 'accepted' || kind === 'declined-invitation'),
  )
  return said.at(-2)?.kind === 'declined-invitation'
    ? [{ id: concernedId, as: 'invited', letter: 'said-yes', calendar: 'invite' }]
    : []
}

/** Whether a time has stood that was sent to calendars. Several proposed times are, until one of them is chosen, in none. */
export function wasInCalendars(events: readonly Happened[]): boolean {
  return events.some(
    ({ kind, at }) =>
      kind === 'booked' ||
      kind === 'time-chosen' ||
      kind === 'moved' ||
      (kind === 'proposed' && !events.some((other) => other.kind === 'times-proposed' && other.at === at)),
  )
}
