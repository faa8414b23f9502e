import { civilFromDay, type Day, isWithin } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { type CalendarDay, type CalendarItem, formatDay, formatDayWithWeekday, formatMonth } from '../../ui/index.ts'
import type { MeetingRow } from '../directory/index.ts'
import { type CalendarPeriod, isInside } from './visits-calendar.rules.ts'
import { visitsCalendarTexts } from './visits-calendar.texts.ts'
import { shownState } from './visits-held.page.ts'
import { unitsOf } from './visits.page.ts'
import { visitPath } from './visits.paths.ts'
import type { VisitRow } from './visits.store.ts'
import { visitsTexts } from './visits.texts.ts'

/** What a calendar page is made of. */
export type CalendarContent = {
  readonly visits: readonly VisitRow[]
  readonly meetings: readonly MeetingRow[]
  readonly blocked: readonly { readonly id: string; readonly unit: string; readonly from: Day; readonly until: Day }[]
  readonly councils: readonly {
    readonly id: string
    readonly unit: string
    readonly name: string
    readonly day: Day
    readonly start: VisitRow['start']
    readonly end: VisitRow['end']
  }[]
}

type Shown = { readonly language: Language; readonly place: PlaceSlugs; readonly today: Day }

/** Returns the weeks of the period with what is on each day: what takes the whole day first, then in order of time. */
export function calendarWeeks(
  period: CalendarPeriod,
  content: CalendarContent,
  shown: Shown,
): readonly { readonly number: number; readonly days: readonly CalendarDay[] }[] {
  return period.weeks.map(({ number, days }) => ({
    number,
    days: days.map((day) => ({
      day,
      number: civilFromDay(day).day,
      name: formatDayWithWeekday(day, shown.language),
      isToday: day === shown.today,
      isOutside: !isInside(period, day),
      items: itemsOn(day, content, shown),
    })),
  }))
}

/** Returns what the period is called: `november 2026` or `vecka 47, 16 november 2026–22 november 2026`. */
export function periodName(period: CalendarPeriod, language: Language): string {
  if (period.span === 'month') return formatMonth(period.start, language)
  const [week] = period.weeks
  const last = week?.days.at(-1) ?? period.start
  return visitsCalendarTexts(language).weekOf(
    week?.number ?? 0,
    formatDay(period.start, language),
    formatDay(last, language),
  )
}

function itemsOn(day: Day, content: CalendarContent, { language, place }: Shown): readonly CalendarItem[] {
  const texts = visitsCalendarTexts(language)
  const all: CalendarItem[] = []
  for (const { id, unit, from, until } of content.blocked)
    if (isWithin(day, { from, until })) all.push({ key: `blocked-${id}`, text: texts.blocked(unit) })
  for (const meeting of content.meetings) {
    if (meeting.day === day) all.push({ key: `meeting-${meeting.id}`, text: texts.meeting })
    if (meeting.papersDeadline === day) all.push({ key: `papers-${meeting.id}`, text: texts.papersDeadline })
  }
  const timed = [
    ...content.visits.flatMap((visit) => occasions(visit, language, place)),
    ...content.councils.map(({ id, unit, name, day: on, start, end }) => ({
      day: on,
      start,
      item: {
        key: `council-${id}`,
        time: visitsTexts(language).timeRange(start, end),
        text: texts.council(name, unit),
      },
    })),
  ].filter((it) => it.day === day)
  return [...all, ...timed.toSorted((a, b) => a.start - b.start).map(({ item }) => item)]
}

type Occasion = { readonly day: Day; readonly start: VisitRow['start']; readonly item: CalendarItem }

/** A visit on its day, or on each day that is proposed for it while none is chosen. */
function occasions(visit: VisitRow, language: Language, place: PlaceSlugs): readonly Occasion[] {
  const href = visitPath(place, visit.id)
  const text = unitsOf(visit, language)
  const state = shownState(visit, language)
  if (!visit.timesOpen)
    return [
      {
        day: visit.day,
        start: visit.start,
        item: {
          key: visit.id,
          href,
          text,
          time: visitsTexts(language).timeRange(visit.start, visit.end),
          state,
        },
      },
    ]
  const label = visitsCalendarTexts(language).proposedTime
  return visit.times.map(({ id, day, start, end }) => ({
    day,
    start,
    item: { key: id, href, text, time: visitsTexts(language).timeRange(start, end), state: { ...state, label } },
  }))
}
