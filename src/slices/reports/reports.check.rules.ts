import type { Minutes } from '../../kernel/clock-time.ts'
import { addDays, type Day } from '../../kernel/date.ts'
import type { DraftFields } from './reports.fields.rules.ts'

/** What the manager is asked for: what is wrong, item by item, or one comment on the whole. */
export type CheckMeans = 'check' | 'comment'

/** What the guideline says of the check: who corrects what, within how many days, and whether it is to be made. */
export type CheckAsked = {
  readonly means: CheckMeans
  /** `silent` where the guideline names no days: whoever sends it chooses the last one. */
  readonly days: number | 'silent'
  readonly isDuty: boolean
  readonly clause: string
}

/** How many days ahead the last day is set at first where the guideline names none. */
export const usualCheckDays = 14
/** The longest time that can be chosen, as the guideline's rule has it. */
const longestCheckDays = 365

/** Returns the last day to answer of what is sent on the day: the guideline's, or the one chosen; undefined when that cannot be. */
export function lastDayOf({ days }: Pick<CheckAsked, 'days'>, sentOn: Day, chosen: Day | undefined): Day | undefined {
  if (days !== 'silent') return addDays(sentOn, days)
  return chosen !== undefined && chosen > sentOn && chosen <= addDays(sentOn, longestCheckDays) ? chosen : undefined
}

/** `waits`: somebody has time left to answer; `answered`: all have; `silence`: the time is out and somebody has not. */
export type CheckPhase = 'waits' | 'answered' | 'silence'

/** Returns how far the check has come. The last day itself is still the managers'. */
export function phaseOf(
  check: { readonly lastDay: Day; readonly units: readonly { readonly answeredDay?: Day | undefined }[] },
  today: Day,
): CheckPhase {
  if (check.units.every(({ answeredDay }) => answeredDay !== undefined)) return 'answered'
  return today <= check.lastDay ? 'waits' : 'silence'
}

/** A text as it was sent, with what stood above it. */
export type SentItem = { readonly field: string; readonly heading: string; readonly text: string }

/** The draft as it was sent, in Swedish: what the manager reads and what is kept. */
export type SentDraft = {
  readonly title: string
  readonly visit: { readonly day: Day; readonly start: Minutes; readonly end: Minutes }
  readonly items: readonly SentItem[]
}

/** Returns the texts that something is written in, in the order that their headings are given. */
export function sentItems(fields: DraftFields, headings: ReadonlyMap<string, string>): readonly SentItem[] {
  return [...headings].flatMap(([field, heading]) => {
    const text = fields.get(field) ?? ''
    return text.trim() === '' ? [] : [{ field, heading, text }]
  })
}

export type Verdict = 'agrees' | 'wrong'
export type ItemAnswer = { readonly field: string; readonly verdict: Verdict; readonly text: string }

/** Returns what the manager found wrong in texts that the authors have left as they were: it follows the report. */
export function notFollowed(
  sent: SentDraft,
  answers: readonly ItemAnswer[],
  now: DraftFields,
): readonly { readonly heading: string; readonly text: string; readonly said: string }[] {
  const said = new Map(answers.filter(({ verdict }) => verdict === 'wrong').map((it) => [it.field, it.text]))
  return sent.items.flatMap(({ field, heading, text }) => {
    const wrong = said.get(field)
    return wrong === undefined || now.get(field) !== text ? [] : [{ heading, text, said: wrong }]
  })
}
