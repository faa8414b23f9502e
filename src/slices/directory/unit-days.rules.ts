import { addDays, type Day } from '../../kernel/date.ts'
import { isAllowed } from '../../kernel/permissions.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import type { Scope } from '../../platform/scope.ts'

type Viewer = Pick<Scope, 'roles' | 'managedUnitIds'>

/** Whether the viewer keeps the unit's days: its manager, and the secretary for every unit. */
export function mayKeepDays(viewer: Viewer, unitId: string): boolean {
  return registersForUnits(viewer) || (viewer.roles.includes('manager') && viewer.managedUnitIds.includes(unitId))
}

/** Whether the viewer notes a manager's consent and a provider's agreement: the secretary. */
export function registersForUnits({ roles }: Pick<Viewer, 'roles'>): boolean {
  return isAllowed(roles, 'people:act-for')
}

/** Two years ahead is further than anybody plans, and near enough to catch a mistyped year. */
const daysAhead = 730
/** A unit that receives nobody for longer is closed, and that is another matter. */
const mostBlocked = 366

type Span = { readonly from: Day; readonly through: Day }

/** Returns why the days cannot be blocked, or undefined: the order of the two, the past, a mistyped year, what is blocked already. */
export function checkBlocked(
  { from, through }: Span,
  known: readonly { readonly validFrom: Day; readonly validUntil: Day }[],
  today: Day,
): Refusal | undefined {
  if (through < from) return refuse('directory.through-before-from', {}, 'through')
  if (through < today) return refuse('directory.days-past', {}, 'through')
  if (from > addDays(today, daysAhead)) return refuse('directory.too-far', {}, 'from')
  if (through >= addDays(from, mostBlocked)) return refuse('directory.blocked-long', {}, 'through')
  return known.some((it) => it.validFrom <= from && it.validUntil > through)
    ? refuse('directory.already-blocked', {}, 'from')
    : undefined
}

/** Returns why a council's meeting cannot be on the day, or undefined. */
export function checkCouncilDay(day: Day, today: Day): Refusal | undefined {
  if (day < today) return refuse('directory.council-past', {}, 'day')
  return day > addDays(today, daysAhead) ? refuse('directory.too-far', {}, 'day') : undefined
}
