import { addDays, type Day, weekdayOf } from '../../kernel/date.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { fromStockholm, type Instant } from '../../kernel/instant.ts'

/** When what only informs comes: each by itself, or gathered once a day or once a week. */
export const gatherings = ['each', 'daily', 'weekly'] as const
export type Gathering = (typeof gatherings)[number]

/** How many days before a visit a reminder can be had. */
export const reminderDays = [14, 1] as const

export type MailChoice = {
  readonly gathered: Gathering
  /** Days before a visit, the most first. */
  readonly visitReminders: readonly number[]
  readonly reportReminder: boolean
  /** 0 for somebody who has not chosen. */
  readonly version: number
}

/** What holds for somebody who has not chosen. */
export const usualMailChoice: MailChoice = {
  gathered: 'each',
  visitReminders: reminderDays,
  reportReminder: true,
  version: 0,
}

/**
 * Whether what waits for a person is gathered today. The week's mail comes on Monday morning, or the first morning after
 * it when no server ran then; what waits for somebody who no longer wants it gathered comes the next morning.
 */
export function isGatheredOn(today: Day, gathered: Gathering, oldestQueuedAt: Instant): boolean {
  if (gathered !== 'weekly') return true
  const monday = addDays(today, 1 - weekdayOf(today))
  return today === monday || oldestQueuedAt < fromStockholm(monday, minutes(7 * 60))
}
