import type { FindingValues } from './finding.ts'
import type { Guideline } from './guideline.ts'
import { kindOf } from './rule.ts'
import { differing } from './rules/apart.ts'
import type { CompiledRule, RuleKind, Sentences } from './rules/kind.ts'
import { wordsOf } from './rules/words.ts'

/** Two rules of one kind, from different sources in force on the same day, that cannot both be followed. */
export type Collision = {
  readonly rules: readonly [CompiledRule, CompiledRule]
  /** The values in which they collide. */
  readonly parameters: readonly string[]
  /** What a finding about the collision names as its rule: the first of the two, under the kind `sources`. */
  readonly rule: CompiledRule
  /** Both rules, clauses, sources and values, and what each says, for the sentence. */
  readonly values: FindingValues
}

/** Returns the collisions between the guidelines in force, by the kind of the rules; each pair of rules once. */
export function collisionsBetween(
  guidelines: readonly Guideline[],
  byKind: ReadonlyMap<string, readonly CompiledRule[]>,
): ReadonlyMap<string, readonly Collision[]> {
  const found = new Map<string, readonly Collision[]>()
  for (const [name, rules] of byKind) {
    const kind = kindOf(name)
    const collisions = pairsOf(rules).flatMap(([one, other]): readonly Collision[] => {
      const parameters = parametersApart(kind, one, other)
      return parameters.length === 0 ? [] : [collisionOf(kind, one, other, parameters, guidelines)]
    })
    if (collisions.length > 0) found.set(name, collisions)
  }
  return found
}

/** The sentence of every collision: both rules are quoted, and nobody has said which of them holds. */
export const collisionSentences: { readonly sv: Sentences; readonly en: Sentences } = {
  sv: {
    collide: (say) =>
      `Två regler gäller samtidigt och kan inte följas båda. ${say.text('firstTitle')} (${say.text('firstClause')}): ”${say.text('firstSv')}” ${say.text('secondTitle')} (${say.text('secondClause')}): ”${say.text('secondSv')}” Någon behöver besluta vilken som ska följas.`,
  },
  en: {
    collide: (say) =>
      `Two rules hold at the same time and cannot both be followed. ${say.text('firstTitle')} (${say.text('firstClause')}): “${say.text('firstEn')}” ${say.text('secondTitle')} (${say.text('secondClause')}): “${say.text('secondEn')}” Somebody needs to decide which is to be followed.`,
  },
}

function pairsOf(rules: readonly CompiledRule[]): readonly (readonly [CompiledRule, CompiledRule])[] {
  return rules.flatMap((one, index) =>
    rules.slice(index + 1).flatMap((other) => (one.source === other.source ? [] : [[one, other] as const])),
  )
}

/** A permission leaves free what another rule demands; where it decides a payment the kind itself says so. */
function parametersApart(kind: RuleKind, one: CompiledRule, other: CompiledRule): readonly string[] {
  if (kind.collides !== undefined) return kind.collides(one.values, other.values)
  if (kind.once !== true || one.force === 'may' || other.force === 'may') return []
  return differing(one.values, other.values)
}

function collisionOf(
  kind: RuleKind,
  one: CompiledRule,
  other: CompiledRule,
  parameters: readonly string[],
  guidelines: readonly Guideline[],
): Collision {
  return {
    rules: [one, other],
    parameters,
    rule: {
      ...one,
      kind: 'sources',
      force: 'must',
      bearer: 'committee',
      interpretations: [...new Set([...one.interpretations, ...other.interpretations])],
    },
    values: {
      of: kind.kind,
      parameters,
      ...saidBy('first', kind, one, parameters, guidelines),
      ...saidBy('second', kind, other, parameters, guidelines),
    },
  }
}

function saidBy(
  place: 'first' | 'second',
  kind: RuleKind,
  rule: CompiledRule,
  parameters: readonly string[],
  guidelines: readonly Guideline[],
): FindingValues {
  const guideline = guidelines.find(({ id }) => id === rule.source)
  const sentence = (language: 'sv' | 'en') => kind.describe(rule.values, wordsOf(language, guideline?.terms ?? []))
  return {
    [place]: rule.id,
    [`${place}Source`]: rule.source,
    [`${place}Title`]: guideline?.title ?? rule.source,
    [`${place}Clause`]: rule.clause,
    [`${place}Values`]: parameters.map((key) => `${key}: ${JSON.stringify(rule.values[key])}`),
    [`${place}Sv`]: sentence('sv'),
    [`${place}En`]: sentence('en'),
  }
}
