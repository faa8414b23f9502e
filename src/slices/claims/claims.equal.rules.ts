import type { FeeLine, Finding } from '../../engine/finding.ts'
import type { Ore } from '../../kernel/money.ts'

/** A fee that is settled, or would be today, with the facts that assignments are compared by. */
export type ComparedFee = {
  readonly claimId: string
  readonly personId: string
  readonly line: FeeLine
  /** The form of visit, and the kinds of the units visited. */
  readonly form: string
  readonly unitKinds: readonly string[]
}

/** Those in a group who get the same amount, and why it is another than the usual one. */
export type EqualVariant = {
  readonly amount: Ore
  readonly fees: readonly ComparedFee[]
  readonly personIds: readonly string[]
  /** Reasons of this amount that the usual one does not have; empty for the usual one. */
  readonly reasons: readonly Finding[]
  /** Where its rates stand, when that is elsewhere than those of the usual one. */
  readonly rates: readonly { readonly source: string; readonly clause: string; readonly rate: Ore }[]
  /** It is the usual amount, or a clause explains why it is another. */
  readonly isExplained: boolean
}

/** The same assignment: kind of fee, form of visit, kind of unit and time. */
export type EqualGroup = {
  readonly key: string
  readonly feeKind: string | undefined
  readonly form: string
  readonly unitKinds: readonly string[]
  readonly attended: number
  readonly personIds: readonly string[]
  /** The usual amount first. */
  readonly variants: readonly EqualVariant[]
}

/**
 * Returns the fees of the same assignments together (kommunallagen 4 kap. 16 §: arvoden are to be the same for the same assignment),
 * those with several amounts first. A fee that waits for something has no amount to compare yet and is left out.
 */
export function equalPayOf(fees: readonly ComparedFee[]): readonly EqualGroup[] {
  const settled = fees.filter(({ line }) => line.outcome === 'payable' || line.outcome === 'not-payable')
  const groups = [...Map.groupBy(settled, keyOf)].flatMap(([key, of]) => {
    const [first] = of
    return first === undefined ? [] : [groupOf(key, first, of)]
  })
  return groups.sort(
    (a, b) =>
      Number(b.variants.length > 1) - Number(a.variants.length > 1) ||
      (a.feeKind ?? '').localeCompare(b.feeKind ?? '') ||
      a.attended - b.attended ||
      a.key.localeCompare(b.key),
  )
}

function keyOf({ line, form, unitKinds }: ComparedFee): string {
  return [line.feeKind ?? '', form, [...unitKinds].sort().join(','), line.attended].join(' ')
}

function groupOf(key: string, { line, form, unitKinds }: ComparedFee, of: readonly ComparedFee[]): EqualGroup {
  const byAmount = [...Map.groupBy(of, (it) => it.line.amount)].sort(
    ([amount, those], [other, others]) => others.length - those.length || other - amount,
  )
  const usual = byAmount[0]?.[1] ?? []
  return {
    key,
    feeKind: line.feeKind,
    form,
    unitKinds,
    attended: line.attended,
    personIds: personsOf(of),
    variants: byAmount.map(([amount, those]) => variantOf(amount as Ore, those, usual)),
  }
}

function variantOf(amount: Ore, fees: readonly ComparedFee[], usual: readonly ComparedFee[]): EqualVariant {
  const common = { amount, fees, personIds: personsOf(fees) }
  if (fees === usual) return { ...common, reasons: [], rates: [], isExplained: true }
  const usually = new Set(usual.flatMap(({ line }) => weighing(line).map(reasonKey)))
  const usualRates = new Set(usual.flatMap(({ line }) => line.parts.map(rateKey)))
  const own = fees.flatMap(({ line }) => weighing(line))
  const here = new Set(own.map(reasonKey))
  const reasons = own.filter((it) => !usually.has(reasonKey(it)))
  const rates = fees.flatMap(({ line }) => line.parts).filter((part) => !usualRates.has(rateKey(part)))
  // What cuts the usual amount and not this one explains it as well.
  const lacking = usual.flatMap(({ line }) => weighing(line)).filter((it) => !here.has(reasonKey(it)))
  const told = reasons.length > 0 || rates.length > 0 ? reasons : lacking
  return {
    ...common,
    reasons: onceEach(told, reasonKey),
    rates: onceEach(rates, rateKey),
    isExplained: told.length > 0 || rates.length > 0,
  }
}

/** Reasons that are the same whatever is paid: that something is there, in time, or within a limit. */
const neutral: ReadonlySet<string> = new Set([
  'fee.kind counted',
  'fee.kind counted-day',
  'fee.kind exported',
  'fee.conditions basis-complete',
  'fee.cap-hours within-hours',
  'fee.cap-visits within-cap',
  'fee.cap-visits beyond-granted',
  'fee.extra-fee-decision fee-granted',
  'fee.year-hours year-hours-within',
  'visits.extra-decision decided',
  'visits.extra-decision late',
  'visits.extra-decision fee-granted',
  'visits.placement within-year',
  'visits.capacity counts-too',
  'visits.unappointed may-paid',
  'fee-rules.claims fields-there',
  'fee-rules.claims one-claim',
  'fee-rules.deadline in-time',
  'fee-rules.deadline late-noted',
  'fee-rules.payroll payroll-month',
])

function weighing({ reasons }: FeeLine): readonly Finding[] {
  return reasons.filter(({ kind, code }) => !neutral.has(`${kind} ${code}`))
}

/** Whom a reason is about is no part of it: the same clause with the same values is the same reason. */
function reasonKey({ source, clause, kind, code, values: { person, ...values } }: Finding): string {
  return JSON.stringify([source, clause, kind, code, values])
}

function rateKey({ source, clause, rate, kind }: FeeLine['parts'][number]): string {
  return JSON.stringify([source, clause, kind, rate])
}

function personsOf(fees: readonly ComparedFee[]): readonly string[] {
  return [...new Set(fees.map(({ personId }) => personId))]
}

function onceEach<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()]
}
