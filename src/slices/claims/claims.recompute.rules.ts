import type { FeeComponent, FeeLine } from '../../engine/finding.ts'
import type { Claim } from '../../engine/index.ts'
import { type Ore, ore, sumOre } from '../../kernel/money.ts'
import { lineKey } from './claims.rules.ts'

/** One line of a claim: what has gone to payroll for it, with its corrections, and what the facts give today. */
type LineCompared = {
  readonly component: FeeComponent
  readonly feeKind?: string | undefined
  readonly exported: Ore
  readonly computed: Ore
}

/** A claim that has gone to payroll and by the facts of today would be another amount. Amounts are whole öre. */
export type Difference = {
  readonly claimId: string
  readonly visitId: string
  readonly personId: string
  readonly exported: Ore
  readonly computed: Ore
  /** The lines that differ, and no others. */
  readonly lines: readonly LineCompared[]
}

type Out = Pick<Claim, 'id' | 'visit' | 'person' | 'exported' | 'exportedLines'>

/**
 * Returns the differences between what has gone to payroll and what the evaluation gives, in the order of the claims. The
 * lines are those of the same programme with the exported amounts in it: then the engine lets them stand under every cap, and
 * says in its reasons what it counted instead. A claim that has not gone out never differs. `outKinds` says by claim which kind of
 * fee went out: one that is of another kind today has another pay type, and differs though the amount is the same.
 */
export function differencesOf(
  claims: readonly Out[],
  lines: readonly FeeLine[],
  outKinds: ReadonlyMap<string, string> = new Map(),
): readonly Difference[] {
  const out = claims.filter((claim) => claim.exported !== undefined)
  if (out.length === 0) return []
  const wanted = new Set(out.map(lineKey))
  const byClaim = new Map<string, FeeLine[]>()
  for (const line of lines) {
    const key = lineKey(line)
    if (!wanted.has(key)) continue
    const known = byClaim.get(key)
    if (known === undefined) byClaim.set(key, [line])
    else known.push(line)
  }
  return out.flatMap((claim) => differenceOf(claim, byClaim.get(lineKey(claim)) ?? [], outKinds.get(claim.id)))
}

function differenceOf(claim: Out, lines: readonly FeeLine[], outKind: string | undefined): readonly Difference[] {
  const compared = [
    ...lines.flatMap((line) => linesCompared(claim, line, outKind)),
    ...withoutLine(claim, lines, outKind),
  ]
  const differing = compared.filter(({ exported, computed }) => exported !== computed)
  if (differing.length === 0) return []
  const { id: claimId, visit: visitId, person: personId } = claim
  const exported = sumOre(compared.map((it) => it.exported))
  const computed = sumOre(compared.map((it) => it.computed))
  return [{ claimId, visitId, personId, exported, computed, lines: differing }]
}

function linesCompared(claim: Out, line: FeeLine, outKind: string | undefined): readonly LineCompared[] {
  const { component = 'fee', feeKind, reasons } = line
  const differs = reasons.find(({ code }) => code === 'exported-differs')
  const computed = differs === undefined ? line.amount : ore(Number(differs.values.computedOre ?? 0))
  const exported = exportedFor(claim, line)
  if (component !== 'fee' || outKind === undefined || outKind === feeKind)
    return [{ component, feeKind, exported, computed }]
  return [
    { component, feeKind: outKind, exported, computed: ore(0) },
    { component, feeKind, exported: ore(0), computed },
  ]
}

function exportedFor({ exported, exportedLines }: Out, { component = 'fee', feeKind }: FeeLine): Ore {
  if (component === 'fee') return ore(exported?.amount ?? 0)
  return ore(exportedLines.find(({ kind }) => kind === feeKind)?.amount ?? 0)
}

/** What has gone out for a visit that the person by now did not attend has no line any more: nothing is computed for it. */
function withoutLine(
  { exported, exportedLines }: Out,
  lines: readonly FeeLine[],
  outKind: string | undefined,
): readonly LineCompared[] {
  const hasFee = lines.some(({ component = 'fee' }) => component === 'fee')
  const kinds = new Set(lines.filter(({ component = 'fee' }) => component !== 'fee').map(({ feeKind }) => feeKind))
  return [
    ...(hasFee
      ? []
      : [{ component: 'fee' as const, feeKind: outKind, exported: ore(exported?.amount ?? 0), computed: ore(0) }]),
    ...exportedLines
      .filter(({ kind }) => !kinds.has(kind))
      .map(({ kind, amount }) => ({
        component: kind.startsWith('lost-') ? ('lost-earnings' as const) : ('costs' as const),
        feeKind: kind,
        exported: ore(amount),
        computed: ore(0),
      })),
  ]
}
