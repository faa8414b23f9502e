import { isoFromDay } from '../kernel/date.ts'
import type { Day } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import type { Tone } from './tone.tsx'
import { uiTexts } from './ui.texts.ts'

/** Something in a calendar on one day. */
export type CalendarItem = {
  readonly key: string
  readonly text: string
  /** When it is, in words; absent for what takes the whole day. */
  readonly time?: string | undefined
  /** How it stands, in words: colour never says it alone. */
  readonly state?: { readonly tone: Tone; readonly label: string } | undefined
  readonly href?: string | undefined
}

export type CalendarDay = {
  readonly day: Day
  /** The day's number in the month. */
  readonly number: number
  /** The whole date, for screen readers and for the phone. */
  readonly name: string
  readonly isToday: boolean
  /** Belongs to the month before or after the one that is shown. */
  readonly isOutside: boolean
  readonly items: readonly CalendarItem[]
}

type CalendarProps = {
  readonly language: Language
  readonly caption: string
  /** Monday to Sunday. */
  readonly weekdays: readonly string[]
  readonly weeks: readonly { readonly number: number; readonly days: readonly CalendarDay[] }[]
  /** A week alone has room for more in each day. */
  readonly isWeek?: boolean | undefined
}

const role = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/**
 * Weeks with their days: a table, so that a screen reader tells weekday and week, and links alone to move among with the
 * keyboard. On a phone it is the list of the days that have something. The roles are written out, since that takes them away.
 */
export function Calendar({ language, caption, weekdays, weeks, isWeek }: CalendarProps) {
  const texts = uiTexts(language)
  return (
    <table class="ui-calendar" data-week={isWeek ? 'yes' : undefined} {...role.table}>
      <caption class="ds-sr-only">{caption}</caption>
      <thead {...role.rowgroup}>
        <tr {...role.row}>
          <th {...role.columnheader} scope="col" class="ui-calendar__week">
            {texts.week}
          </th>
          {weekdays.map((name) => (
            <th key={name} {...role.columnheader} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role.rowgroup}>
        {weeks.map(({ number, days }) => (
          <tr key={`${number}`} {...role.row}>
            <th {...role.rowheader} scope="row" class="ui-calendar__week">
              {number}
            </th>
            {days.map((day) => (
              <Cell key={day.day} language={language} {...day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({
  language,
  day,
  number,
  name,
  isToday,
  isOutside,
  items,
}: CalendarDay & { readonly language: Language }) {
  const isEmpty = items.length === 0
  return (
    <td
      {...role.cell}
      class="ui-calendar__day"
      data-today={isToday ? 'yes' : undefined}
      data-outside={isOutside ? 'yes' : undefined}
      data-empty={isEmpty && !isToday ? 'yes' : undefined}
    >
      <time class="ui-calendar__date" dateTime={isoFromDay(day)}>
        <span class="ui-calendar__number" aria-hidden="true">
          {number}
        </span>
        <span class="ui-calendar__name">{isToday ? uiTexts(language).today(name) : name}</span>
      </time>
      {!isEmpty && (
        <ul class="ui-calendar__items">
          {items.map((item) => (
            <li key={item.key} class="ui-calendar__item" data-tone={item.state?.tone ?? 'neutral'}>
              <Item {...item} />
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}

function Item({ time, text, state, href }: CalendarItem) {
  const words = (
    <>
      {time !== undefined && <span class="ui-calendar__time">{time} </span>}
      {text}
    </>
  )
  return (
    <>
      {href === undefined ? <span>{words}</span> : <a href={href}>{words}</a>}
      {state !== undefined && <span class="ui-calendar__state"> {state.label}</span>}
    </>
  )
}
