import type { Day } from '../../kernel/date.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { DelegationFact } from './claims.approval.rules.ts'

type Asked = {
  readonly role: string
  readonly fromPersonId: string | undefined
  readonly toPersonId: string
  readonly validFrom: Day
  readonly validUntil: Day
  readonly decidedOn: Day
  readonly paragraph: string
}

type Known = {
  readonly today: Day
  readonly byPersonId: string | undefined
  /** The roles that can be delegated here. */
  readonly delegable: readonly string[]
  readonly rolesOf: ReadonlyMap<string, readonly Role[]>
  readonly delegations: readonly DelegationFact[]
}

/** A term of office, with room for its turn. */
const longestDays = 4 * 366

export type DelegationFault = { readonly code: DelegationCode; readonly field: keyof Form }
type Form = {
  role: never
  from: never
  to: never
  validFrom: never
  lastDay: never
  decidedOn: never
  paragraph: never
}
type DelegationCode =
  | 'delegation.role'
  | 'delegation.to-giver'
  | 'delegation.to-oneself'
  | 'delegation.auditor'
  | 'delegation.has-role'
  | 'delegation.giver-lacks-role'
  | 'delegation.in-past'
  | 'delegation.ends-before-start'
  | 'delegation.too-long'
  | 'delegation.decided-ahead'
  | 'delegation.paragraph-missing'
  | 'delegation.overlaps'

/** Returns why the delegation cannot be registered, and which field says so, or undefined when it can. */
export function delegationFault(asked: Asked, known: Known): DelegationFault | undefined {
  const { role, fromPersonId, toPersonId } = asked
  const holds = (person: string, held: string) =>
    ((known.rolesOf.get(person) ?? []) as readonly string[]).includes(held)
  if (!known.delegable.includes(role)) return { code: 'delegation.role', field: 'role' }
  if (toPersonId === fromPersonId) return { code: 'delegation.to-giver', field: 'to' }
  if (toPersonId === known.byPersonId) return { code: 'delegation.to-oneself', field: 'to' }
  // Who audits does not take part in what is audited.
  if (holds(toPersonId, 'auditor')) return { code: 'delegation.auditor', field: 'to' }
  if (holds(toPersonId, role)) return { code: 'delegation.has-role', field: 'to' }
  // What is lent is one's own: a delegate does not delegate further (kommunallagen 7:6 names the few who may).
  if (fromPersonId !== undefined && !holds(fromPersonId, role))
    return { code: 'delegation.giver-lacks-role', field: 'from' }
  return periodFault(asked, known.today) ?? overlapFault(asked, known.delegations)
}

function periodFault(
  { validFrom, validUntil, decidedOn, fromPersonId, paragraph }: Asked,
  today: Day,
): DelegationFault | undefined {
  if (validFrom < today) return { code: 'delegation.in-past', field: 'validFrom' }
  if (validUntil <= validFrom) return { code: 'delegation.ends-before-start', field: 'lastDay' }
  if (validUntil - validFrom > longestDays) return { code: 'delegation.too-long', field: 'lastDay' }
  if (decidedOn > today) return { code: 'delegation.decided-ahead', field: 'decidedOn' }
  if (fromPersonId === undefined && paragraph === '')
    return { code: 'delegation.paragraph-missing', field: 'paragraph' }
  return undefined
}

function overlapFault(
  { role, toPersonId, validFrom, validUntil }: Asked,
  delegations: readonly DelegationFact[],
): DelegationFault | undefined {
  const isTaken = delegations.some(
    (it) =>
      !it.isEnded &&
      it.role === role &&
      it.toPersonId === toPersonId &&
      it.validFrom < validUntil &&
      validFrom < it.validUntil,
  )
  return isTaken ? { code: 'delegation.overlaps', field: 'to' } : undefined
}

/** Where a delegation stands on a day. */
export type DelegationState = 'ahead' | 'in-force' | 'over' | 'ended'

/** Returns where the delegation stands on the day. */
export function delegationState(
  { isEnded, validFrom, validUntil }: Pick<DelegationFact, 'isEnded' | 'validFrom' | 'validUntil'>,
  today: Day,
): DelegationState {
  if (isEnded) return 'ended'
  if (validUntil <= today) return 'over'
  return validFrom > today ? 'ahead' : 'in-force'
}
