import {
  adoptedBy,
  answersCarriedOver,
  type Guideline,
  type Loaded,
  loadGuideline,
  type Programme,
  type RuleSet,
  type SimulateInput,
  statusOn,
  syntheticYear,
} from '../../engine/index.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { gatherProgramme } from '../summaries/index.ts'
import { withinYears } from './try-out.rules.ts'
import type { TryOut } from './try-out.store.ts'

export type TryOutBasis = {
  readonly input: SimulateInput
  readonly tried: Guideline
  readonly before: readonly Guideline[]
  readonly borrowed: readonly string[]
}

/** Returns what a try-out rests on, as the committee's rules and programme are now; undefined when the tried text cannot be read. */
export async function tryOutBasis(tx: ReadTx, scope: Scope, tryOut: TryOut): Promise<TryOutBasis | undefined> {
  const loaded: Loaded<Guideline> = loadGuideline(tryOut.source, tryOut.title)
  if (!loaded.ok) return undefined
  const tried = loaded.value
  const rules = await rulesInForce(tx, scope)
  const before = rulesBefore(rules, tryOut)
  const after = { guidelines: [tried] }
  const carriedOver = answersCarriedOver(before, after, [tried]).flatMap(({ answers }) => answers)
  const programme = await gatherProgramme(tx, scope)
  return {
    tried,
    before: before.guidelines,
    borrowed: [...new Set(carriedOver.map(({ silence }) => silence))],
    input: { before, after, programme: programmeOf(programme, tryOut, { tried, before }), today: scope.today },
  }
}

/** Visits were made under the versions of their days. A made-up year has none, so the rules of today are compared with. */
function rulesBefore({ guidelines, interpretations, feeRules }: RuleSet, { over, day }: TryOut): RuleSet {
  const adopted = adoptedBy(guidelines, interpretations)
  const holding = adopted.filter((it) =>
    over === 'past' ? it.status === 'adopted' : statusOn(it, adopted, day).is === 'adopted',
  )
  return { guidelines: holding, interpretations, feeRules }
}

/** A year is made up as it would have been under the rules that are compared with; where there are none, under those that are tried. */
function programmeOf(
  programme: Programme,
  { over, fromYear, toYear, day }: TryOut,
  { tried, before }: { readonly tried: Guideline; readonly before: RuleSet },
): Programme {
  if (over === 'past') return withinYears(programme, { from: fromYear, to: toYear, today: day })
  const guidelines = before.guidelines.length > 0 ? before.guidelines : [tried]
  return syntheticYear({ guidelines, interpretations: before.interpretations, programme, year: fromYear })
}
