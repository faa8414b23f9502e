import { yearOf } from '../../kernel/date.ts'
import type { Programme } from '../programme.ts'

/** A person's other paid time of one kind, in a day or a year. */
export type OtherPaid = {
  readonly count: number
  readonly minutes: number
  readonly ore: number
  /** Minutes from midnight at which the first began. */
  readonly start: number
}

/** Other paid time by person, day or year, and kind of fee. It has been paid, so it is taken off a cap before any visit. */
export type OtherPaidIndex = ReadonlyMap<string, OtherPaid>

export const noOther: OtherPaid = { count: 0, minutes: 0, ore: 0, start: Number.POSITIVE_INFINITY }

/** Returns the key of a day's or a year's caps, and of other paid time under them. */
export function capKey(stretch: 'day' | 'year', at: number, person: string, kind: string): string {
  return `${stretch} ${at} ${person} ${kind}`
}

/** Returns the other paid time of a programme, added up. */
export function indexOtherPaid({ otherPaid }: Programme): OtherPaidIndex {
  const index = new Map<string, OtherPaid>()
  for (const { person, day, kind, start, end, amount } of otherPaid) {
    for (const key of [capKey('day', day, person, kind), capKey('year', yearOf(day), person, kind)]) {
      const known = index.get(key) ?? noOther
      index.set(key, {
        count: known.count + 1,
        minutes: known.minutes + Math.max(0, end - start),
        ore: known.ore + Math.max(0, amount),
        start: Math.min(known.start, start),
      })
    }
  }
  return index
}
