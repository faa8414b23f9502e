import { type FeeRules, type Localised, settingsOn, type Terms } from '../../engine/index.ts'
import { blocksOn } from '../../engine/fees/blocks.ts'
import { feeKinds } from '../../engine/fee-rules.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Day } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'

/** A field that the fee rules want in every claim. */
export type AskedField = { readonly code: string; readonly title: Localised }

/** Returns the fields that the fee rules in force on the day of the visit ask for, each once. */
export function askedFields(feeRules: readonly FeeRules[], day: Day): readonly AskedField[] {
  const all = blocksOn(feeRules, 'claims', day).flatMap(({ values }) => values.fields)
  return [...new Map(all.map((field) => [field.code, field])).values()]
}

/** Returns the codes of the fields that are asked for and not filled in. */
export function unfilled(asked: readonly AskedField[], given: Readonly<Record<string, string>>): readonly string[] {
  return asked.map(({ code }) => code).filter((code) => (given[code] ?? '').trim() === '')
}

/**
 * Returns fee rules under which no fee waits for its approval: here every claim is approved before it leaves, so what is
 * asked is what it will be then. A fee that waited for its approval could never be approved.
 */
export function onceApproved(feeRules: readonly FeeRules[]): readonly FeeRules[] {
  return feeRules.map((rules) =>
    rules.approval?.required === true ? { ...rules, approval: { ...rules.approval, required: false } } : rules,
  )
}

export const kindGroups = ['fee', 'lost-earnings', 'costs', 'other'] as const
export type KindGroup = (typeof kindGroups)[number]
export type PayableKind = { readonly kind: string; readonly group: KindGroup }

/**
 * Returns every kind that payroll may need a name for: fees of the product and of all fee rules, the lost earnings, mileage and
 * costs that the fee rules pay, and those named already. Each once, fees first.
 */
export function payableKinds(feeRules: readonly FeeRules[], named: readonly string[]): readonly PayableKind[] {
  const inGroup = (group: KindGroup, kinds: readonly string[]) => kinds.map((kind) => ({ kind, group }))
  const all = [
    ...inGroup('fee', feeKinds),
    ...feeRules.flatMap(({ fees }) =>
      inGroup(
        'fee',
        fees.map(({ kind }) => kind),
      ),
    ),
    ...feeRules.flatMap((rules) => inGroup('lost-earnings', lossKinds(rules))),
    ...feeRules.flatMap(({ mileage, costs = [] }) =>
      inGroup('costs', [...(mileage === undefined ? [] : ['mileage']), ...costs.map(({ kind }) => kind)]),
    ),
    ...inGroup('other', named),
  ]
  return all.filter(({ kind }, index) => all.findIndex((it) => it.kind === kind) === index)
}

/** The kinds of line that the engine gives for lost earnings: benefits have lines of their own. */
function lossKinds({ lostEarnings }: FeeRules): readonly string[] {
  if (lostEarnings === undefined) return []
  const benefits = (['pension', 'holiday'] as const).filter((it) => lostEarnings[it] !== undefined)
  return ['lost-earnings', ...benefits.map((it) => `lost-${it}`)]
}

/** Returns what a kind of fee is called: as the product says, or as guideline and fee rules do, with a capital. */
export function feeKindName(
  kind: string,
  {
    known,
    language,
    terms,
  }: {
    readonly known: Readonly<Record<string, string>>
    readonly language: Language
    readonly terms: Terms
  },
): string {
  if (Object.hasOwn(known, kind)) return known[kind] ?? kind
  const label = wordsOf(language, terms).label(kind)
  return label.charAt(0).toUpperCase() + label.slice(1)
}

type RulesOfDay = {
  readonly guidelines: Parameters<typeof settingsOn>[0]
  readonly interpretations: Parameters<typeof settingsOn>[1]
}

/** Returns who by the guideline of the day decides about visits beyond a number, in words; the chair unless said. */
export function extraDecider({ guidelines, interpretations }: RulesOfDay, day: Day, language: Language): string {
  const settings = settingsOn(guidelines, interpretations, day)
  const extra = settings?.fee.extraDecision
  const role = extra === undefined || extra.value === 'silent' ? 'chair' : extra.value.decidedBy
  const label = wordsOf(language, settings?.terms).label(role)
  return label.charAt(0).toUpperCase() + label.slice(1)
}
