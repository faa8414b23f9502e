import type { VisitFacts } from '../facts.ts'
import { claimOf, type Facts } from '../facts.ts'
import type { Claim, OtherPaid } from '../programme.ts'

/** What has been used of each maximum of a day, in öre, and which kinds of earnings a person loses that day. */
export type DayMaxima = {
  readonly used: Map<string, number>
  readonly lost: ReadonlyMap<string, ReadonlySet<string>>
}

/** A use of a day's maximum: its kind, and öre. */
export type Use = { readonly kind: string; readonly amount: number }

/**
 * Returns the maxima as they stand before any line: a person's other paid time of the same kind that day is used, and so is what
 * has gone to payroll already, whichever visit it was for.
 */
export function dayMaxima(facts: Facts): DayMaxima {
  const used = new Map<string, number>()
  const lost = new Map<string, Set<string>>()
  const maxima = { used, lost }
  for (const entry of facts.programme.otherPaid) if (entry.state === 'paid') useOther(maxima, entry)
  for (const visit of facts.visits) {
    if (!visit.happened) continue
    for (const { person } of visit.attendees) {
      const claim = claimOf(facts, visit.id, person)
      if (claim === undefined) continue
      for (const loss of claim.lostEarnings) {
        const key = keyOf({ day: visit.day, person }, '')
        lost.set(key, (lost.get(key) ?? new Set()).add(loss.as))
      }
      for (const exported of claim.exportedLines)
        for (const kind of kindsUnder(exported.kind, earningsIn(claim)))
          use(maxima, { day: visit.day, person }, { kind, amount: exported.amount })
    }
  }
  return maxima
}

/** Uses the maxima as other time or money of the person does. */
export function useOther(maxima: DayMaxima, { person, day, kind, amount }: OtherPaid): void {
  for (const each of kindsUnder(kind, earnings)) use(maxima, { day, person }, { kind: each, amount })
}

export type Whose = { readonly day: VisitFacts['day']; readonly person: string }

/** Returns what is left of a maximum that day, never below zero. */
export function leftOf({ used }: DayMaxima, whose: Whose, kind: string, most: number): number {
  return Math.max(0, most - (used.get(keyOf(whose, kind)) ?? 0))
}

/** Uses a maximum; a negative amount gives back. */
export function use({ used }: DayMaxima, whose: Whose, { kind, amount }: Use): void {
  const key = keyOf(whose, kind)
  used.set(key, (used.get(key) ?? 0) + amount)
}

/** Whether the person loses earnings both as employee and as self-employed that day. */
export function losesBoth({ lost }: DayMaxima, whose: Whose): boolean {
  return (lost.get(keyOf(whose, ''))?.size ?? 0) > 1
}

/** Returns the maxima that a kind of line uses: lost earnings use the day's own and that of each kind of earnings. */
export function kindsUnder(kind: string, earned: readonly string[]): readonly string[] {
  return kind === 'lost-earnings' ? ['lost-earnings', ...earned] : [kind]
}

/** Returns the kinds of earnings that the claim says are lost. */
export function earningsIn(claim: Pick<Claim, 'lostEarnings'>): readonly string[] {
  return earnings.filter((it) => claim.lostEarnings.some((loss) => loss.as === it))
}

const earnings = ['employee', 'self-employed'] as const

function keyOf({ day, person }: Whose, kind: string): string {
  return `${day} ${person} ${kind}`
}
