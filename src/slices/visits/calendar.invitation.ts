import { fromStockholm, type Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { type CalendarEvent, type Organizer, writeCalendar } from '../../platform/icalendar.ts'
import { calendarTexts } from './calendar.texts.ts'
import type { InvitationKind } from './visits.mail.rules.ts'
import type { VisitRow } from './visits.store.ts'

/** Of a visit, what an entry in a calendar is made of. */
export type CalendarVisit = Pick<
  VisitRow,
  'id' | 'sequence' | 'state' | 'timesOpen' | 'day' | 'start' | 'end' | 'units' | 'invitations'
>

export type Invitation = { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string }

type Receiver = { readonly id: string; readonly address: string; readonly language: Language }

/**
 * Returns the iCalendar object (RFC 5545, 5546) that tells one receiver about a visit as it is now.
 *
 * While several times are open there is one tentative event at the first of them, which takes up no time. No event at
 * all would leave a visit that is postponed at its old time in everybody's calendar; calling that off first and inviting
 * again later with the same UID is shown as a removed meeting by Gmail; and one event for each time makes Outlook write
 * several meetings.
 */
export function calendarInvitation(
  kind: InvitationKind,
  about: {
    readonly visit: CalendarVisit
    readonly receiver: Receiver
    readonly organizer: Organizer
    readonly link: string
    readonly now: Instant
  },
): Invitation {
  const { visit, receiver, organizer, link, now } = about
  const texts = calendarTexts(receiver.language)
  const status = kind === 'remove' ? undefined : statusOf(visit)
  const method = status === undefined || status === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const says = kind === 'remove' ? texts.removed : texts[visit.timesOpen ? 'timesOpen' : wordOf(visit)]
  const answer = visit.invitations.find(({ personId }) => personId === receiver.id)?.answer
  const event = visitEvent(visit, receiver.language, link)
  const text = writeCalendar(method, now, [
    {
      ...event,
      description: [says, ...(method === 'REQUEST' ? [texts.answerThere] : []), event.description].join('\n'),
      status,
      organizer,
      attendee: { address: receiver.address, hasAccepted: answer === 'accepted' },
    },
  ])
  return { method, text }
}

/** Returns the visit as an entry of a calendar: unit, time and link, and nothing about persons or where they meet. */
export function visitEvent(visit: CalendarVisit, language: Language, link: string): CalendarEvent {
  const texts = calendarTexts(language)
  // The place of the plan is free text and can be somebody's home: the unit is what a calendar may tell.
  const units = visit.units.map(({ name }) => name).join(', ')
  return {
    uid: visitUid(visit.id),
    sequence: visit.sequence,
    start: fromStockholm(visit.day, visit.start),
    end: fromStockholm(visit.day, visit.end),
    summary: texts.summary(units),
    description: texts.openVisit(link),
    location: units,
    url: link,
    status: statusOf(visit),
    free: visit.timesOpen,
  }
}

/**
 * The visit's UID. An installation's address can change and a municipality's too, which would make a second meeting of
 * every visit; the id is unique by itself (RFC 7986, 5.3).
 */
function visitUid(visitId: string): string {
  return `${visitId}@namndkontakt`
}

function statusOf({ state }: Pick<CalendarVisit, 'state'>): NonNullable<CalendarEvent['status']> {
  if (state === 'proposed') return 'tentative'
  return state === 'cancelled' || state === 'declined' ? 'cancelled' : 'confirmed'
}

function wordOf(visit: CalendarVisit) {
  return ({ tentative: 'proposed', confirmed: 'confirmed', cancelled: 'cancelled' } as const)[statusOf(visit)]
}
