import type { FeeLine } from '../../engine/finding.ts'
import type { Span, Stop, StopBasis } from './claims.stops.rules.ts'

/** What fee rules pay beside the fee, as a claimant has stated it, where the same may stand in two claims. */
export type Stated = {
  readonly journeys: readonly { readonly kilometres: number; readonly startsFrom: string; readonly distance: number }[]
  /** In all, in minutes. */
  readonly lostMinutes: number
}

/** Another claim of the person on the same day, in this committee or another of the municipality. */
export type Besides = Span &
  Stated & {
    /** Absent for a claim of another committee: it cannot be opened from here. */
    readonly claimId: string | undefined
    readonly name: string
    readonly unitIds: readonly string[]
  }

/** The same receipt in another claim, whoever's; without a day and units for a claim of another committee. */
export type SameReceipt = { readonly claimId: string | undefined; readonly at: Span | undefined; readonly name: string }

export type StatedFacts = Stated & {
  readonly at: Span
  readonly unitIds: readonly string[]
  readonly line: FeeLine | undefined
  readonly others: readonly FeeLine[]
  readonly besides: readonly Besides[]
  readonly sameReceipts: readonly SameReceipt[]
}

/**
 * Returns what may have been claimed twice, for the one who checks to see: a visit that goes on where another to the same unit
 * ended, the same journey or lost earnings at two visits of a day, the same receipt in two claims. Each may be right — one receipt
 * can be for several evenings — and so nothing of it stops a claim.
 */
export function claimedTwice(facts: StatedFacts): readonly Stop[] {
  const { at, unitIds, line, others, besides, sameReceipts } = facts
  const about = (isIt: (other: FeeLine) => boolean) =>
    basisOf(others.find(isIt)) ?? basisOf(line) ?? { source: '', clause: '' }
  const found = (code: Twice, basis: StopBasis, other: Other): Stop => {
    return { by: 'claim', code, stops: false, advice: 'see-that-once', basis, at, other }
  }
  return [
    ...besides
      .filter((it) => it.unitIds.some((id) => unitIds.includes(id)) && (it.end === at.start || it.start === at.end))
      .map((it) =>
        found(
          'adjoining',
          about(() => false),
          otherOf(it),
        ),
      ),
    ...besides
      .filter((it) => it.journeys.some((one) => facts.journeys.some((own) => isSame(own, one))))
      .map((it) =>
        found(
          'journey-twice',
          about(({ feeKind }) => feeKind === 'mileage'),
          otherOf(it),
        ),
      ),
    ...besides
      .filter((it) => it.lostMinutes > 0 && facts.lostMinutes > 0)
      .map((it) =>
        found(
          'lost-time-twice',
          about(({ component }) => component === 'lost-earnings'),
          otherOf(it),
        ),
      ),
    ...sameReceipts.map(({ claimId, at: its, name }) =>
      found(
        'receipt-twice',
        about(({ component, feeKind }) => component === 'costs' && feeKind !== 'mileage'),
        { ...(its ?? at), claimId, name },
      ),
    ),
  ]
}

type Twice = 'adjoining' | 'journey-twice' | 'lost-time-twice' | 'receipt-twice'
type Other = Span & { readonly claimId: string | undefined; readonly name: string }

function otherOf({ day, start, end, claimId, name }: Besides): Other {
  return { day, start, end, claimId, name }
}

function isSame(one: Stated['journeys'][number], other: Stated['journeys'][number]): boolean {
  return one.kilometres === other.kilometres && one.distance === other.distance && one.startsFrom === other.startsFrom
}

function basisOf(line: FeeLine | undefined): StopBasis | undefined {
  const found = line?.parts[0] ?? line?.reasons[0]
  return found && { source: found.source, clause: found.clause }
}
