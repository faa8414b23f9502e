import { type Epoch, rulesOf, type Timeline } from '../compile.ts'
import { feeCapVisits } from '../rules/fee-cap-visits.ts'
import { feeYearHours } from '../rules/fee-year-hours.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { visitsPlacement } from '../rules/visits-placement.ts'

/**
 * Yearly caps that another version or another day has and this one has not. They cut nothing now, but a cap runs
 * through the calendar year: what is paid before it begins counts under it.
 */
export type OtherCaps = ReturnType<ReturnType<typeof otherCaps>>

/** Returns the caps of other stretches of days that are not among those of a stretch, by what they count. */
export function otherCaps(timeline: Timeline) {
  const all = capsOf(timeline.epochs)
  return (epoch: Epoch) => {
    const own = capsOf([epoch])
    return {
      visits: without(all.visits, own.visits),
      hours: without(all.hours, own.hours),
      placement: without(all.placement, own.placement)[0],
    }
  }
}

/** Returns the key of the hours of some forms in a year: another version of the rule goes on where the first ended. */
export function yearHoursKey(rule: YearHours, year: number, person: string): string {
  return `hours ${formsOf(rule)} ${year} ${person}`
}

type YearHours = ReturnType<typeof rulesOf<{ readonly minutes: number; readonly forms: readonly string[] }>>[number]

function capsOf(epochs: readonly Epoch[]) {
  return {
    visits: firstOfEach(
      epochs.flatMap((epoch) => rulesOf(epoch, feeCapVisits)),
      (rule) => rule.values.per,
    ),
    hours: firstOfEach(
      epochs.flatMap((epoch) => rulesOf(epoch, feeYearHours)),
      formsOf,
    ),
    placement: firstOfEach(epochs.flatMap(placementsOf), () => 'placement'),
  }
}

/** Placements have hours of their own only where they do not count as visits. */
function placementsOf(epoch: Epoch) {
  return rulesOf(epoch, visitsPlacement).filter(({ values }) => values.countsAsVisit === 'no')
}

function formsOf({ values }: YearHours): string {
  return [...values.forms].sort().join(' ')
}

function firstOfEach<V extends object>(
  rules: readonly CompiledRule<V>[],
  keyOf: (rule: CompiledRule<V>) => string,
): ReadonlyMap<string, CompiledRule<V>> {
  const found = new Map<string, CompiledRule<V>>()
  for (const rule of rules) if (!found.has(keyOf(rule))) found.set(keyOf(rule), rule)
  return found
}

function without<T>(all: ReadonlyMap<string, T>, own: ReadonlyMap<string, T>): readonly T[] {
  return [...all].flatMap(([key, rule]) => (own.has(key) ? [] : [rule]))
}
