import { type Day, isWithin } from '../../kernel/date.ts'
import type { Facts } from '../facts.ts'
import type { Category } from '../fee-rules-persons.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { FeeComponent } from '../finding.ts'
import type { Person } from '../programme.ts'

/** Whose fee, on which day. */
export type Whose = { readonly person: string; readonly day: Day }

/** Returns the person's fixed fees on the day together, in percent of a full one; 0 without any. */
export function fixedShare(person: Person | undefined, day: Day): number {
  return (person?.fixedFees ?? []).reduce((sum, it) => sum + (isWithin(day, it) ? it.percent : 0), 0)
}

/** Returns the categories of the fee rules that the person is in on the day. */
export function categoriesOf(facts: Facts, { categories }: FeeRules, { person, day }: Whose): readonly Category[] {
  if (categories.length === 0) return categories
  const known = facts.persons.get(person)
  return categories.filter(({ who }) => {
    if ('group' in who) return (known?.feeGroups ?? []).some((it) => it.group === who.group && isWithin(day, it))
    if ('roles' in who) return (known?.roles ?? []).some((it) => who.roles.includes(it.role) && isWithin(day, it))
    const share = fixedShare(known, day)
    return share >= (who.fixedFees.from ?? 0) && share < (who.fixedFees.below ?? Number.POSITIVE_INFINITY)
  })
}

/** What a category takes from a person, and the clause. */
export type Exclusion = { readonly category: Category; readonly clause: string }

/**
 * Returns the exclusions of a component for the person, of events of a kind of fee. Lost earnings and costs, child-minding
 * among them, are never refused those whose fixed fees are below the considerable office.
 */
export function exclusionsOf(
  facts: Facts,
  rules: FeeRules,
  whose: Whose & { readonly kind: string | undefined },
  component: FeeComponent,
): readonly Exclusion[] {
  const categories = categoriesOf(facts, rules, whose)
  if (categories.length === 0) return []
  const person = facts.persons.get(whose.person)
  const office = rules.considerableOffice?.fromPercent ?? Number.POSITIVE_INFINITY
  if (component !== 'fee' && fixedShare(person, whose.day) < office) return []
  return categories.flatMap((category) =>
    category.excluded
      .filter(
        ({ components, kinds, where }) =>
          components.includes(component) &&
          (kinds === undefined || (whose.kind !== undefined && kinds.includes(whose.kind))) &&
          (where === 'everywhere' || isOwnCommittee(facts, category, person, whose.day)),
      )
      .map(({ clause }) => ({ category, clause: clause ?? category.clause })),
  )
}

/** Whether the person holds no seat but a substitute's on the day. */
export function isSubstitute(facts: Facts, { person, day }: Whose): boolean {
  const seats = (facts.persons.get(person)?.seats ?? []).filter((seat) => isWithin(day, seat))
  return seats.length > 0 && seats.every((seat) => seat.kind === 'substitute')
}

/** A fixed fee is for the work of the committee that it names; a named group, or a role, has its own committee by its seats. */
function isOwnCommittee({ programme }: Facts, { who }: Category, person: Person | undefined, day: Day): boolean {
  return !('fixedFees' in who)
    ? (person?.seats ?? []).some((seat) => isWithin(day, seat))
    : (person?.fixedFees ?? []).some((it) => it.committee === programme.committee.id && isWithin(day, it))
}
