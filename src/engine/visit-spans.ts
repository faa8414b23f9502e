import type { Facts, VisitFacts } from './facts.ts'

/**
 * Returns the visits made or booked to a unit in the same calendar week (ISO 8601) or month as a visit, that one
 * among them, in order of start and id. Indexed at the first question, so that programmes without a quota do not pay.
 */
export function visitsNear(
  facts: Facts,
  unit: string,
  visit: VisitFacts,
  span: 'week' | 'month',
): readonly VisitFacts[] {
  const known = indexes[span].get(facts)
  const index = known ?? indexOf(facts, span)
  if (known === undefined) indexes[span].set(facts, index)
  return index.get(unit)?.get(numberOf(visit, span)) ?? []
}

type Index = ReadonlyMap<string, ReadonlyMap<number, readonly VisitFacts[]>>

const indexes = { week: new WeakMap<Facts, Index>(), month: new WeakMap<Facts, Index>() }

function indexOf(facts: Facts, span: 'week' | 'month'): Index {
  const index = new Map<string, Map<number, VisitFacts[]>>()
  for (const visit of facts.visits) {
    if (!visit.happened && !visit.ahead) continue
    const number = numberOf(visit, span)
    for (const { id } of visit.units) {
      const ofUnit = index.get(id) ?? new Map<number, VisitFacts[]>()
      if (ofUnit.size === 0) index.set(id, ofUnit)
      const known = ofUnit.get(number)
      if (known === undefined) ofUnit.set(number, [visit])
      else known.push(visit)
    }
  }
  return index
}

function numberOf({ week, year, month }: VisitFacts, span: 'week' | 'month'): number {
  return span === 'week' ? week : year * 12 + month
}
