import type { Language } from '../../kernel/language.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { RuleKind, RuleValues } from '../rules/kind.ts'
import { type Terms, wordsOf } from '../rules/words.ts'
import { acknowledgementKind, approvalKind, payrollKind } from './approval-kind.ts'
import { claimsKind, deadlineKind } from './claims-kind.ts'
import { considerableOfficeKind, costsKind } from './costs-kind.ts'
import { lostEarningsKind } from './lost-earnings-kind.ts'
import { mileageKind } from './mileage-kind.ts'

/** A block of the fee rules, and where it stands in the file: `mileage`; a list ends in `[]`. */
export type BlockKind = { readonly place: string; readonly kind: RuleKind }

/** Every block of the fee rules that makes findings, reasons or lines of its own, with its questions and sentences. */
export const blockKinds: readonly BlockKind[] = [
  { place: 'mileage', kind: mileageKind },
  { place: 'lostEarnings', kind: lostEarningsKind },
  { place: 'costs[]', kind: costsKind },
  { place: 'considerableOffice', kind: considerableOfficeKind },
  { place: 'claims', kind: claimsKind },
  { place: 'claims.deadlines[]', kind: deadlineKind },
  { place: 'payroll', kind: payrollKind },
  { place: 'approval', kind: approvalKind },
  { place: 'acknowledgement', kind: acknowledgementKind },
]

const byName: ReadonlyMap<string, RuleKind> = new Map(blockKinds.map(({ kind }) => [kind.kind, kind]))

/** Returns the block of the fee rules that a finding's kind names, or undefined when it is a rule of a guideline. */
export function blockKindOf(kind: string): RuleKind | undefined {
  return byName.get(kind)
}

/** A block of the fee rules read back in plain words. */
export type DescribedBlock = { readonly kind: string; readonly clause: string; readonly sentence: string }

/** Returns what the fee rules say of lost earnings, costs and claims, in plain words and in the order of the file's reference. */
export function describeBlocks(rules: FeeRules, language: Language, terms: Terms = []): readonly DescribedBlock[] {
  const words = wordsOf(language, terms)
  return blockKinds.flatMap(({ place, kind }) =>
    valuesAt(rules, place.split('.')).map((values) => ({
      kind: kind.kind,
      clause: String(values.clause),
      sentence: kind.describe(values, words),
    })),
  )
}

function valuesAt(from: RuleValues, [step, ...rest]: readonly string[]): readonly RuleValues[] {
  if (step === undefined) return [from]
  const found = from[step.replace('[]', '')]
  const items = (Array.isArray(found) ? found : [found]) as readonly (RuleValues | undefined)[]
  return items.flatMap((item) => (item === undefined ? [] : valuesAt(item, rest)))
}
