import type { VisitState } from '../../engine/programme.ts'
import type { VisitTime } from './times.rules.ts'
import type { VisitEventRow } from './visits.store.ts'

/** What the timeline alone says about a visit. */
export type Replayed = VisitTime & { readonly state: VisitState; readonly timesOpen: boolean }

type Told = Pick<VisitEventRow, 'kind' | 'day' | 'start' | 'end'>

/**
 * Returns the visit as its timeline tells it, event by event. The visit's own row says the same and is kept so that
 * lists need no replay. Throws when the timeline does not begin with a time: then it is no timeline of ours.
 */
export function replay(events: readonly Told[]): Replayed {
  const [first, ...rest] = events
  const begun = first && timeOf(first)
  if (first === undefined || begun === undefined) throw new Error('a timeline begins with the time of the visit')
  const start: Replayed = { ...begun, state: first.kind === 'proposed' ? 'proposed' : 'booked', timesOpen: false }
  return rest.reduce(after, start)
}

function after(visit: Replayed, event: Told): Replayed {
  const settled = (state: VisitState): Replayed => ({ ...visit, state, timesOpen: false })
  switch (event.kind) {
    case 'times-proposed':
      return { ...visit, timesOpen: true }
    case 'time-chosen':
    case 'moved':
      return { ...visit, ...timeOf(event), state: 'proposed', timesOpen: false }
    case 'postponed':
      return { ...visit, ...timeOf(event), state: 'proposed', timesOpen: true }
    // An unannounced visit is booked again by whoever moves it: nobody at the unit confirms it.
    case 'booked':
    case 'confirmed':
      return settled('booked')
    case 'held':
    case 'broken-off':
      // Attendance that is corrected after the report leaves the visit reported.
      return settled(visit.state === 'reported' ? 'reported' : 'held')
    case 'declined':
    case 'cancelled':
    case 'missed':
    case 'reported':
      return settled(event.kind)
    default:
      return visit
  }
}

function timeOf({ day, start, end }: Told): VisitTime | undefined {
  return day === null || start === null || end === null ? undefined : { day, start, end }
}
