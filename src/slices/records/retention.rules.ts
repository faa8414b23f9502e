import { addDays, civilFromDay, type Day, dayOf } from '../../kernel/date.ts'

/** The kinds of document that can be disposed of, in the order of their pages. */
export const retentionKinds = [
  'report-draft',
  'report',
  'letter',
  'visit-note',
  'claim',
  'try-out',
  'disclosure',
  'sign-in',
  'log-content',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** The kinds that can be disposed of as soon as something has happened: a report is final, a session has ended. */
export const eventKinds: ReadonlySet<string> = new Set<RetentionKind>([
  'report-draft',
  'try-out',
  'disclosure',
  'sign-in',
])

export const retentionActions = ['keep', 'at-event', 'after-years'] as const
export const countings = ['event', 'year-end'] as const

export type RetentionRule = {
  readonly id: string
  readonly kind: string
  readonly action: (typeof retentionActions)[number]
  readonly years: number | null
  readonly countedFrom: (typeof countings)[number]
  readonly validFrom: Day
}

/** Returns the rule for each kind that holds on the day: the latest that has begun. A kind without one is kept. */
export function rulesOn<Rule extends RetentionRule>(rules: readonly Rule[], today: Day): ReadonlyMap<string, Rule> {
  const begun = rules.filter(({ validFrom }) => validFrom <= today).sort((a, b) => a.validFrom - b.validFrom)
  return new Map(begun.map((rule) => [rule.kind, rule]))
}

/**
 * Returns the day before which an event must lie for its document to be disposed of on the day, or undefined when the
 * rule keeps everything. What happens on the day itself waits till the next, so that a proposal holds all day.
 */
export function cutOff(rule: Pick<RetentionRule, 'action' | 'years' | 'countedFrom'>, today: Day): Day | undefined {
  if (rule.action === 'keep') return undefined
  if (rule.action === 'at-event') return today
  const years = rule.years ?? 0
  const { year, month, day } = civilFromDay(today)
  if (rule.countedFrom === 'year-end') return dayOf(year - years, 1, 1)
  const same = dayOf(year - years, month, day)
  // From 29 February back to a year without one: 28 February is the last that is due.
  return civilFromDay(same).month === month ? addDays(same, 1) : same
}

/** Whether two proposals are the same: the same documents under the same rules. */
export function isSameProposal(
  a: readonly { readonly kind: string; readonly subjectId: string; readonly ruleId: string }[],
  b: readonly { readonly kind: string; readonly subjectId: string; readonly ruleId: string }[],
): boolean {
  const keys = (items: typeof a) => items.map(({ kind, subjectId, ruleId }) => `${kind} ${subjectId} ${ruleId}`).sort()
  const [first, second] = [keys(a), keys(b)]
  return first.length === second.length && first.every((key, index) => key === second[index])
}

/** Returns how much of each kind there is, with the oldest and the newest day. */
export function tallied<Item extends { readonly kind: string; readonly day: Day }>(items: readonly Item[]) {
  const groups = Map.groupBy(items, ({ kind }) => kind)
  return retentionKinds.flatMap((kind) => {
    const found = groups.get(kind)
    if (found === undefined) return []
    const days = found.map(({ day }) => day).sort((a, b) => a - b)
    return [
      {
        kind,
        count: found.length,
        oldest: days[0] as Day,
        newest: days.at(-1) as Day,
        items: found,
      },
    ]
  })
}
