import type { Language } from '../../kernel/language.ts'
import { type Definition, formatDayWithWeekday } from '../../ui/index.ts'
import { sayEventNote } from './participants.texts.ts'
import { timesTexts } from './times.texts.ts'
import type { VisitEventRow, VisitRow } from './visits.store.ts'
import { visitsTexts } from './visits.texts.ts'

type When = Pick<VisitRow, 'day' | 'start' | 'end' | 'timesOpen' | 'times'>

/** Returns when the visit is, as facts of its page; while several times are proposed, that it is not decided. */
export function whenFacts(visit: When, language: Language): readonly Definition[] {
  const texts = visitsTexts(language)
  if (visit.timesOpen) return [{ term: texts.time, description: whenText(visit, language) }]
  return [
    { term: texts.day, description: formatDayWithWeekday(visit.day, language) },
    { term: texts.time, description: texts.timeRange(visit.start, visit.end) },
  ]
}

/** Returns when the visit is on one line. */
export function whenText({ day, start, end, timesOpen, times }: When, language: Language): string {
  const texts = timesTexts(language)
  if (timesOpen) return `${texts.notChosen}, ${texts.proposedCount(times.length)}`
  const { formatDay, timeRange } = visitsTexts(language)
  return `${formatDay(day)}, ${timeRange(start, end)}`
}

/** Whether one who is invited has said which of the open times suit. */
export function hasAnsweredTimes({ timesOpen, times }: When, personId: string): boolean {
  return timesOpen && times.some(({ answers }) => answers.some((it) => it.personId === personId))
}

/** Returns what the timeline says more about an event: the time that it set, and what was noted. */
export function detailOf(event: VisitEventRow, language: Language): { readonly detail?: string } {
  const { day, start, end, note } = event
  const time = day === null || start === null || end === null ? [] : [timesTexts(language).time({ day, start, end })]
  const detail = [...time, ...(note === '' ? [] : [sayEventNote(event, language)])].join('. ')
  return detail === '' ? {} : { detail }
}
