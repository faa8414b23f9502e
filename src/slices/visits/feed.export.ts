import { addDays, type Day } from '../../kernel/date.ts'
import { addMilliseconds, fromStockholm, type Instant } from '../../kernel/instant.ts'
import { minutes } from '../../kernel/clock-time.ts'
import type { Language } from '../../kernel/language.ts'
import type { At, ReadTx } from '../../platform/db/database.ts'
import { type CalendarEvent, writeCalendar } from '../../platform/icalendar.ts'
import { type Scope, systemScope } from '../../platform/scope.ts'
import { listMeetings } from '../directory/index.ts'
import { meetingsPath } from '../meetings/meetings.paths.ts'
import { visitEvent } from './calendar.invitation.ts'
import { feedTexts } from './feed.texts.ts'
import type { CommitteeOf } from './reply.store.ts'
import { visitPath } from './visits.paths.ts'
import { listVisitEvents, listVisits, type VisitRow } from './visits.store.ts'

/** How far back and ahead a feed reaches, and for how long it says that a visit is called off. */
const [daysBack, daysAhead, cancelledDays] = [90, 730, 30]

type Wanted = {
  readonly municipality: { readonly id: string; readonly slug: string }
  readonly personId: string
  readonly language: Language
  readonly committees: readonly CommitteeOf[]
  readonly publicUrl: string
  readonly now: Instant
  readonly today: Day
}

/**
 * Returns a person's calendar as iCalendar: the visits they are asked to or receive and the meetings of their
 * committees, each committee read for itself. It has units, days and links, and nothing about persons.
 */
export async function feedCalendar(
  read: <T>(at: At, work: (tx: ReadTx) => Promise<T>) => Promise<T>,
  wanted: Wanted,
): Promise<string> {
  const events: CalendarEvent[] = []
  for (const committee of wanted.committees) {
    const scope = systemScope({
      municipalityId: wanted.municipality.id,
      committeeId: committee.id,
      today: wanted.today,
    })
    events.push(...(await read(scope, (tx) => eventsOf(tx, scope, committee, wanted))))
  }
  return writeCalendar('PUBLISH', wanted.now, events, feedTexts(wanted.language).calendarName)
}

async function eventsOf(
  tx: ReadTx,
  scope: Scope,
  { slug, name, roles, unitIds }: CommitteeOf,
  { municipality, personId, language, publicUrl, now, today }: Wanted,
): Promise<readonly CalendarEvent[]> {
  const place = { municipality: municipality.slug, committee: slug }
  const addressOf = (path: string) => new URL(path, publicUrl).href
  const within = { from: addDays(today, -daysBack), until: addDays(today, daysAhead) }
  const asked = (await listVisits(tx, scope, { within, personId })).filter((visit) => isComing(visit, personId))
  const received = unitIds.length === 0 ? [] : await listVisits(tx, scope, { within, unitIds })
  const shown: VisitRow[] = []
  for (const visit of new Map([...asked, ...received].map((it) => [it.id, it])).values())
    if (!isOff(visit) || (await endedLately(tx, scope, visit, now))) shown.push(visit)
  const meetings = roles.every((role) => role === 'manager') ? [] : await listMeetings(tx, scope)
  return [
    ...shown.map((visit) => visitEvent(visit, language, addressOf(visitPath(place, visit.id)))),
    ...meetings
      .filter(({ day }) => day >= within.from && day < within.until)
      .map(({ id, day }): CalendarEvent => {
        const midnight = (on: Day) => fromStockholm(on, minutes(0))
        const link = addressOf(meetingsPath(place))
        return {
          uid: `${id}@namndkontakt`,
          sequence: 0,
          start: midnight(day),
          end: midnight(addDays(day, 1)),
          allDay: true,
          summary: feedTexts(language).meeting(name),
          description: link,
          location: '',
          url: link,
          status: 'confirmed',
          free: true,
        }
      }),
  ]
}

/** Whoever has said no has nothing to keep the time for. */
function isComing({ invitations, attendance }: VisitRow, personId: string): boolean {
  const asked = invitations.find((it) => it.personId === personId)
  return attendance.some((it) => it.personId === personId) || (asked !== undefined && asked.answer !== 'declined')
}

function isOff({ state }: VisitRow): boolean {
  return state === 'cancelled' || state === 'declined' || state === 'missed'
}

async function endedLately(tx: ReadTx, scope: Scope, visit: VisitRow, now: Instant): Promise<boolean> {
  if (visit.state === 'missed') return false
  const events = await listVisitEvents(tx, scope, visit.id)
  const ended = events.findLast(({ kind }) => kind === 'cancelled' || kind === 'declined')
  return ended !== undefined && ended.at > addMilliseconds(now, -cancelledDays * 86_400_000)
}
