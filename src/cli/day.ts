import { type Day, parseDay } from '../kernel/date.ts'
import { systemClock } from '../platform/clock.ts'
import { type Arguments, type Option, WrongUse } from './command.ts'

export const todayOption: Option = {
  name: 'today',
  value: 'DAY',
  help: 'the day to judge from, YYYY-MM-DD (the day it is unless said)',
}

/** Returns the day that the answer is given for. */
export function todayOf(given: Arguments): Day {
  const asked = given.one('today')
  if (asked === undefined) return systemClock.today()
  const day = parseDay(asked)
  if (day === undefined) throw new WrongUse(`--today is a date such as 2026-03-25, not "${asked}"`)
  return day
}
