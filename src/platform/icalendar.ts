import ical, {
  escape as escapeText,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalTemporalInstantStub,
  type ICalTemporalPlainDateTimeStub,
  type ICalTemporalZonedDateTimeStub,
} from 'ical-generator'
import { civilFromDay } from '../kernel/date.ts'
import { type Instant, inStockholm, isoFromInstant } from '../kernel/instant.ts'

export type CalendarEvent = {
  /** The same for ever (RFC 5545, 3.8.4.7). */
  readonly uid: string
  /** Grows with each change of what was invited to (RFC 5545, 3.8.7.4). */
  readonly sequence: number
  readonly start: Instant
  readonly end: Instant
  /** It has a day and no time: from the midnight of the start until that of the end. */
  readonly allDay?: true | undefined
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly url?: string | undefined
  /** Absent for what tells one participant alone that they are taken off: the event itself stands (RFC 5546, 3.2.5). */
  readonly status?: 'confirmed' | 'tentative' | 'cancelled' | undefined
  /** It takes up no time in the calendar, for a time that may not be the one. */
  readonly free?: boolean | undefined
  readonly organizer?: Organizer | undefined
  readonly attendee?: { readonly address: string; readonly hasAccepted: boolean } | undefined
}

export type Organizer = {
  readonly name: string
  readonly address: string
  /** Who sends for the organiser, when the mail comes from another address (RFC 5545, 3.2.18). */
  readonly sentBy?: string | undefined
}

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/**
 * Returns an iCalendar object (RFC 5545) with the rules of the zone that its times are in: lines folded at 75 octets and
 * ended by CRLF, times by a clock in Stockholm, DTSTAMP in UTC. An invitation holds one event.
 */
export function writeCalendar(
  method: CalendarMethod,
  stamp: Instant,
  events: readonly CalendarEvent[],
  name?: string,
): string {
  const calendar = ical({
    prodId: '//Namndkontakt//Namndkontakt//SV',
    method: ICalCalendarMethod[method],
    scale: 'gregorian',
    // How often a published calendar is fetched anew (RFC 7986, 5.7), in seconds.
    ...(method === 'PUBLISH' && { ttl: refreshSeconds }),
    ...(name !== undefined && { name: escapeText(name, false) }),
    // Without a name of its own: a calendar's zone would turn DTSTAMP into local time. The events name theirs.
    timezone: { name: null, generator: () => stockholmRules },
    events: events.map((event) => eventData(event, stamp)),
  })
  return `${propertiesFirst(calendar.toString())}\r\n`
}

/** The library writes some of the calendar's own properties after the zone; they stand before all components (RFC 5545, 3.6). */
function propertiesFirst(text: string): string {
  const [zone = ''] = /BEGIN:VTIMEZONE\r\n[\s\S]*END:VTIMEZONE\r\n/.exec(text) ?? []
  return text.replace(zone, '').replace(/BEGIN:VEVENT|END:VCALENDAR/, (first) => `${zone}${first}`)
}

const refreshSeconds = 4 * 3600

function eventData(event: CalendarEvent, stamp: Instant): ICalEventData {
  const { organizer, attendee } = event
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: isoFromInstant(stamp),
    start: shownInStockholm(event.start),
    end: shownInStockholm(event.end),
    ...(event.allDay && { allDay: true }),
    timezone: stockholm,
    summary: event.summary,
    description: event.description,
    location: event.location,
    url: event.url ?? null,
    // What is called off takes up no time, whatever a calendar that is subscribed to makes of its status.
    transparency:
      event.free || event.status === 'cancelled' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    ...(event.status && {
      status: statuses[event.status],
      busystatus: busyStatuses[event.free ? 'free' : event.status],
    }),
    ...(organizer && {
      organizer: {
        name: organizer.name,
        email: organizer.address,
        ...(organizer.sentBy !== undefined && { sentBy: organizer.sentBy }),
      },
    }),
    ...(attendee && {
      attendees: [
        {
          email: attendee.address,
          role: ICalAttendeeRole.REQ,
          status: attendee.hasAccepted ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION,
          rsvp: true,
        },
      ],
    }),
  }
}

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}

/** What Outlook shows in the calendar's margin. */
const busyStatuses = {
  confirmed: ICalEventBusyStatus.BUSY,
  tentative: ICalEventBusyStatus.TENTATIVE,
  cancelled: ICalEventBusyStatus.FREE,
  free: ICalEventBusyStatus.FREE,
}

const stockholm = 'Europe/Stockholm'

/** The zone since the European Union moved the end of summer time to October (RFC 5545, 3.6.5; directive 2000/84/EC). */
const stockholmRules = `BEGIN:VTIMEZONE
TZID:${stockholm}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`

/**
 * Returns the instant as the library takes one that knows what a clock in Stockholm shows. Given a `Date` and a zone it
 * writes what the server's own clock shows, which is another hour wherever the server does not stand in Sweden.
 */
function shownInStockholm(instant: Instant): ICalTemporalInstantStub {
  const { day, time } = inStockholm(instant)
  const iso = isoFromInstant(instant)
  const text = { toJSON: () => iso, toString: () => iso }
  const clock = { ...civilFromDay(day), hour: Math.floor(time / 60), minute: time % 60, second: 0 }
  const onTheClock: ICalTemporalPlainDateTimeStub = {
    ...clock,
    ...text,
    toPlainDate: () => ({ ...civilFromDay(day), ...text }),
    toZonedDateTime: () => zoned,
  }
  const zoned: ICalTemporalZonedDateTimeStub = {
    ...clock,
    ...text,
    timeZoneId: stockholm,
    toInstant: () => known,
    toPlainDateTime: () => onTheClock,
    withTimeZone: () => zoned,
  }
  const known: ICalTemporalInstantStub = { ...text, epochMilliseconds: instant, toZonedDateTimeISO: () => zoned }
  return known
}
