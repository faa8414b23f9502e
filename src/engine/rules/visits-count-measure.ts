import type { VisitFacts } from '../facts.ts'
import { those } from '../indexing.ts'
import type { Counted } from './visits-count-subjects.ts'
import type { CountValues } from './visits-count-values.ts'

/**
 * Whether a visit belongs to the series: by the series that it names, and without one by its form. Where a rule about
 * all visits of the form stands beside the series (`isApart`), a visit that names none is none of the series.
 */
export function belongsTo({ series, form, counts }: CountValues, { visit }: VisitFacts, isApart: boolean): boolean {
  if (visit.series !== undefined) return visit.series === series
  if (isApart) return false
  if (visit.form === form) return true
  return (counts === 'half-days' || counts === 'days') && (visit.form === 'half-day' || visit.form === 'full-day')
}

/** How much of what is counted: in the smallest whole parts, with those visits whose time nobody has noted. */
export type Measured = { readonly parts: number; readonly unmeasured: number }

/** Returns how many of the smallest parts make one of what is counted: two half days a day, sixty minutes an hour. */
export function partsOfOne(counts: CountValues['counts']): number {
  return counts === 'days' ? 2 : counts === 'hours' ? 60 : 1
}

/** Returns what has been made. One occasion at several units counts for each of them. */
export function madeOf(visits: readonly VisitFacts[], values: CountValues, { person, unit }: Counted['ids']): Measured {
  const { counts, distinctUnits } = values
  if (counts === 'calls') return whole(visits.filter((it) => it.visit.state !== 'cancelled').length)
  const held = those(visits, (it) => it.happened)
  if (counts === 'visits')
    return whole(
      distinctUnits && unit === undefined
        ? new Set(held.flatMap((it) => it.units.map((at) => at.id))).size
        : held.length,
    )
  return sumOf(held, (visit) => partsOfVisit(visit, values, attended(visit, person)))
}

/** Returns what is booked, by the time that is set aside for it. */
export function bookedOf(visits: readonly VisitFacts[], values: CountValues): number {
  if (values.counts === 'calls') return 0
  const ahead = those(visits, (it) => it.ahead)
  if (values.counts === 'visits') return ahead.length
  return sumOf(ahead, (it) => partsOfVisit(it, values, Math.max(0, it.visit.end - it.visit.start))).parts
}

function partsOfVisit({ visit }: VisitFacts, { counts, halfDayMinutes }: CountValues, minutes: number): number {
  if (counts === 'hours') return minutes
  if (visit.form === 'half-day') return 1
  if (visit.form === 'full-day') return 2
  if (minutes === 0) return 0
  return halfDayMinutes !== undefined && minutes > halfDayMinutes ? 2 : 1
}

/** A person's own time; for a unit, a group or the committee the longest that anybody was there, so that two side by side count once. */
function attended({ attendees }: VisitFacts, person: string | undefined): number {
  let most = 0
  for (const it of attendees) if ((person === undefined || it.person === person) && it.minutes > most) most = it.minutes
  return most
}

function sumOf(visits: readonly VisitFacts[], partsIn: (visit: VisitFacts) => number): Measured {
  let [parts, unmeasured] = [0, 0]
  for (const visit of visits) {
    const found = partsIn(visit)
    parts += found
    if (found === 0) unmeasured += 1
  }
  return { parts, unmeasured }
}

function whole(parts: number): Measured {
  return { parts, unmeasured: 0 }
}
