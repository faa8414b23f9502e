import type { Programme, Settings } from '../../engine/index.ts'
import type { Day } from '../../kernel/date.ts'
import { appointedUnits, type Desk, groupsOf, manages } from './desk.rules.ts'

/**
 * Whether somebody in one of these roles takes the first step, alone or side by side with others. Where no rule speaks of
 * it anybody may; an open question waits for its answer.
 */
export function mayTakeFirstStep(settings: Settings | undefined, roles: readonly string[]): boolean {
  if (settings === undefined) return false
  const { initiator, initiators } = settings.visits
  if (initiator.value === 'silent') return initiator.basis === undefined
  return initiators.value !== 'silent' && initiators.value.some((role) => roles.includes(role))
}

/** Whether the guideline lets the operation call or invite, alone or beside others. */
export function isOperationsStep(settings: Settings | undefined): boolean {
  return settings?.visits.initiator.basis !== undefined && mayTakeFirstStep(settings, operation)
}

const operation = ['manager', 'administration'] as const

/** A unit for which nothing had happened by its day: it is now for the next in line to take the first step. */
export type TakenOver = {
  readonly unit: string
  /** The role whose turn it is: one of the product's, or one that the guideline names. */
  readonly next: string
  readonly lastDay: Day
}

/** Returns the units whose initiative has passed on, as the engine finds (SNB-05, VSN-04 and guidelines that name the next). */
export function takenOver({ evaluation }: Pick<Desk, 'evaluation'>): readonly TakenOver[] {
  return evaluation.findings.flatMap(({ kind, code, values: { unit, next, lastDay } }) =>
    kind === 'visits.initiator' && code === 'take-over-due'
      ? [{ unit: String(unit), next: String(next), lastDay: Number(lastDay) as Day }]
      : [],
  )
}

/** Whether it is this person's turn at the unit; a role that nobody holds in the product falls to the secretary. */
export function isNextInLine(desk: Desk, { unit, next }: TakenOver): boolean {
  const { me } = desk
  const at = desk.programme.units.find(({ id }) => id === unit)
  switch (next) {
    case 'politician':
      return me.roles.includes('politician') && isContact(desk, at)
    case 'group':
      return me.roles.includes('politician') && groupsOf(desk, me.personId).length > 0
    case 'manager':
      return manages(me, unit)
    case 'administration':
      return manages(me, unit) || me.roles.includes('secretary')
    case 'chair':
      return me.roles.includes('chair')
    default:
      return me.roles.includes('secretary')
  }
}

function isContact(desk: Desk, unit: Programme['units'][number] | undefined): boolean {
  return unit !== undefined && appointedUnits(desk, desk.me.personId).some(({ id }) => id === unit.id)
}
