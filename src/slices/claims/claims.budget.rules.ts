import type { ClaimState } from '../../kernel/claim-steps.ts'
import { type Ore, ore, sumOre } from '../../kernel/money.ts'
import { hasGoneOut } from './claims.rules.ts'

/** A part of a claim: what it is called, in which month and at which unit, and how far it has come. Amounts are whole öre. */
export type Spent = {
  readonly month: number
  readonly kind: string
  readonly unit: string
  readonly state: ClaimState
  readonly amount: Ore
  /** What it will be when what is missing is there; for what is not payable yet. */
  readonly expected: Ore
}

export type Figures = {
  /** Handed to payroll or paid. */
  readonly out: Ore
  /** Approved and not handed over yet. */
  readonly approved: Ore
  /** Not approved yet: what it gives today, or will when what is missing is there. */
  readonly expected: Ore
  readonly total: Ore
}

/** Returns the sums of the parts, by how far they have come. */
export function figuresOf(parts: readonly Spent[]): Figures {
  const sum = (wanted: (state: ClaimState) => boolean, of: (part: Spent) => Ore) =>
    sumOre(parts.filter(({ state }) => wanted(state)).map(of))
  const out = sum(hasGoneOut, ({ amount }) => amount)
  const approved = sum(
    (state) => state === 'approved',
    ({ amount }) => amount,
  )
  const expected = sum(
    (state) => !hasGoneOut(state) && state !== 'approved',
    (part) => part.expected,
  )
  return { out, approved, expected, total: sumOre([out, approved, expected]) }
}

export type FigureRow = Figures & { readonly name: string; readonly before: Ore }

/** Returns the figures of this year and the total of the year before, for each name that either has. */
export function compared(
  now: readonly Spent[],
  before: readonly Spent[],
  nameOf: (part: Spent) => string,
  names: readonly string[] = [],
): readonly FigureRow[] {
  const [these, those] = [Map.groupBy(now, nameOf), Map.groupBy(before, nameOf)]
  const all = [...new Set([...names, ...these.keys(), ...those.keys()])]
  return all.map((name) => ({
    name,
    ...figuresOf(these.get(name) ?? []),
    before: figuresOf(those.get(name) ?? []).total,
  }))
}

/** Returns what is left of the budget when everything expected is paid; below zero where it does not last. */
export function leftOf(budget: Ore, { total }: Figures): Ore {
  return ore(budget - total)
}
