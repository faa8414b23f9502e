import { explain, termsOf } from '../../engine/explain.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { yearOf } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore } from '../../kernel/money.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { type Judgement, programmeNames } from '../guidelines/index.ts'
import { feeKindName } from './claims.asked.rules.ts'
import { judgeClaims } from './claims.basis.ts'
import { type ComparedFee, type EqualVariant, equalPayOf } from './claims.equal.rules.ts'
import { equalTexts } from './claims.equal.texts.ts'
import { isFrozen, lineKey, linesByClaim } from './claims.rules.ts'
import { type ClaimRow, latestDecisions, listClaims, listYears } from './claims.store.ts'
import { claimsTexts } from './claims.texts.ts'

export type ShownVariant = {
  readonly key: string
  readonly amount: Ore
  readonly persons: readonly string[]
  readonly claims: readonly { readonly id: string; readonly name: string }[]
  readonly isUsual: boolean
  /** Each a sentence with its clause; empty for the usual amount. */
  readonly because: readonly string[]
  readonly isExplained: boolean
}

export type ShownGroup = {
  readonly key: string
  /** Kind of fee, form of visit, kind of unit and time, in words. */
  readonly what: string
  readonly persons: number
  readonly fees: number
  readonly variants: readonly ShownVariant[]
}

export type EqualPay = {
  readonly years: readonly number[]
  readonly equal: readonly ShownGroup[]
  readonly differing: readonly ShownGroup[]
  readonly unexplained: number
}

/** Returns the year's fees by assignment, as they were frozen or count today. What is waived, refused or not clear yet is left out. */
export async function equalPayPage(
  tx: ReadTx,
  scope: Scope,
  { year, language }: { readonly year: number; readonly language: Language },
): Promise<EqualPay> {
  const rows = (await listClaims(tx, scope, { year })).filter(({ state }) => state !== 'waived' && state !== 'refused')
  const judgement = await judgeClaims(tx, scope)
  const frozen = rows.filter(({ state }) => isFrozen(state)).map(({ id }) => id)
  const fees = comparedFees(rows, judgement, await latestDecisions(tx, scope, frozen))
  const names = new Map(rows.map(({ personId, personName }) => [personId, personName]))
  const say = sayingOf(judgement, rows, names, language)
  const groups = equalPayOf(fees).map((group) => ({
    key: group.key,
    what: say.what(group),
    persons: group.personIds.length,
    fees: group.variants.reduce((sum, it) => sum + it.fees.length, 0),
    variants: group.variants.map((variant, at) => say.variant(variant, at === 0)),
  }))
  const differing = groups.filter(({ variants }) => variants.length > 1)
  const years = [yearOf(scope.today), year, ...(await listYears(tx, scope))]
  return {
    years: [...new Set(years)].sort((a, b) => b - a),
    equal: groups.filter(({ variants }) => variants.length === 1),
    differing,
    unexplained: differing.filter(({ variants }) => variants.some((it) => !it.isExplained)).length,
  }
}

function comparedFees(
  rows: readonly ClaimRow[],
  { evaluation, programme }: Judgement,
  latest: Awaited<ReturnType<typeof latestDecisions>>,
): readonly ComparedFee[] {
  const today = linesByClaim(evaluation.feeLines)
  const kinds = new Map(programme.units.map(({ id, kind }) => [id, kind]))
  const forms = new Map(programme.visits.map(({ id, form }) => [id, form]))
  return rows.flatMap(({ id, personId, visitId, unitIds }) => {
    const line = latest.get(id)?.line ?? today.get(lineKey({ visit: visitId, person: personId }))
    if (line === undefined) return []
    const unitKinds = [...new Set(unitIds.map((unit) => kinds.get(unit) ?? ''))]
    return [{ claimId: id, personId, line, form: forms.get(visitId) ?? 'visit', unitKinds }]
  })
}

function sayingOf(
  { programme, rules }: Judgement,
  rows: readonly ClaimRow[],
  names: ReadonlyMap<string, string>,
  language: Language,
) {
  const [known, texts] = [claimsTexts(language), equalTexts(language)]
  const terms = termsOf(rules.guidelines, rules.feeRules)
  const words = wordsOf(language, terms)
  const titles = new Map([...rules.guidelines, ...rules.feeRules].map(({ id, title }) => [id, title]))
  const clauseOf = ({ source, clause }: { readonly source: string; readonly clause: string }) =>
    known.clauseOf(titles.get(source) ?? source, clause)
  const units = new Map(rows.map(({ id, unitNames }) => [id, unitNames.join(', ')]))
  return {
    what: ({ feeKind, form, unitKinds, attended }: ReturnType<typeof equalPayOf>[number]) =>
      texts.what(
        feeKind === undefined ? texts.noKind : feeKindName(feeKind, { known: known.feeKinds, language, terms }),
        words.label(form),
        unitKinds.map((kind) => words.label(kind)).join(', '),
        words.duration(attended),
      ),
    variant: (variant: EqualVariant, isUsual: boolean): ShownVariant => ({
      key: String(variant.amount),
      amount: variant.amount,
      persons: variant.personIds.map((id) => names.get(id) ?? ''),
      claims: variant.fees.map(({ claimId, personId }) => ({
        id: claimId,
        name: texts.claimOf(names.get(personId) ?? '', units.get(claimId) ?? ''),
      })),
      isUsual,
      because: [
        ...new Set([
          ...variant.reasons.map((it) =>
            texts.because(explain(it, language, programmeNames(programme), terms), clauseOf(it)),
          ),
          ...variant.rates.map((it) => texts.otherRate(formatKronor(it.rate), clauseOf(it))),
        ]),
      ],
      isExplained: variant.isExplained,
    }),
  }
}
