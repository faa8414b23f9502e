import type { FeeLine } from '../../engine/finding.ts'
import type { ClaimState } from '../../kernel/claim-steps.ts'
import { type Ore, sumOre } from '../../kernel/money.ts'
import { awaitedFor } from './claims.rules.ts'

/** Who must do something before a claim comes further; `nobody` where it has come to rest. */
export const waitedFor = ['claimant', 'decision', 'checker', 'approver', 'payroll', 'payment', 'nobody'] as const
export type WaitedFor = (typeof waitedFor)[number]

const byState: { readonly [S in ClaimState]: WaitedFor | undefined } = {
  made: undefined,
  confirmed: undefined,
  returned: 'claimant',
  checked: 'approver',
  approved: 'payroll',
  exported: 'payment',
  paid: 'nobody',
  reversed: 'nobody',
  waived: 'nobody',
  refused: 'nobody',
}

/** Returns for whom the claim waits, by its state and what its line still needs. */
export function waitsFor(state: ClaimState, line: FeeLine | undefined): WaitedFor {
  const known = byState[state]
  if (known !== undefined) return known
  if (line === undefined) return 'nobody'
  const awaited = awaitedFor(line)
  if (awaited.has('report') || awaited.has('confirmation')) return 'claimant'
  if (line.outcome === 'payable') return 'checker'
  return line.outcome === 'not-payable' ? 'nobody' : 'decision'
}

export type Listed = {
  readonly state: ClaimState
  readonly amount: Ore
  readonly waits: WaitedFor
  readonly differs: boolean
  readonly stopped: boolean
  readonly unitIds: readonly string[]
}

export type ListFilter = {
  readonly unitId?: string | undefined
  readonly waits?: WaitedFor | undefined
  readonly only?: 'differs' | 'stopped' | undefined
}

/** Returns the claims that the filter chooses: those that wait for one of `mine` first, otherwise in the order they came. */
export function chosenClaims<Claim extends Listed>(
  claims: readonly Claim[],
  { unitId, waits, only }: ListFilter,
  mine: readonly WaitedFor[],
): readonly Claim[] {
  const chosen = claims.filter(
    (it) =>
      (unitId === undefined || it.unitIds.includes(unitId)) &&
      (waits === undefined || it.waits === waits) &&
      (only === undefined || (only === 'differs' ? it.differs : it.stopped)),
  )
  const isMine = ({ waits: whom }: Claim) => mine.includes(whom)
  return [...chosen.filter(isMine), ...chosen.filter((it) => !isMine(it))]
}

/** Returns how many claims stand in each state and what they give in all, in the order in which the states first come. */
export function sumsByState(claims: readonly Pick<Listed, 'state' | 'amount'>[]) {
  return [...Map.groupBy(claims, ({ state }) => state)].map(([state, all]) => ({
    state,
    count: all.length,
    amount: sumOre(all.map(({ amount }) => amount)),
  }))
}
