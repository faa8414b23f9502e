import {
  type Evaluation,
  type EvaluateInput,
  evaluate,
  type FeeRules,
  type Guideline,
  type Interpretations,
  loadFeeRules,
  loadGuideline,
  type Loaded,
  type Names,
  type Programme,
  programmeSchema,
  type Settings,
  settingsOn,
} from '../../engine/index.ts'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { gather } from '../../platform/db/facts.ts'
import type { Scope } from '../../platform/scope.ts'
import { feeRulesSource, guidelineSource, readShelf, type Shelf, type VersionRow } from './guidelines.store.ts'

/** Everything that decides in a committee: its guideline versions, what it has answered, and the council's fee rules. */
export type Rulebook = {
  readonly guidelines: readonly Guideline[]
  readonly interpretations: readonly Interpretations[]
  readonly feeRules: readonly FeeRules[]
}

/** Returns the committee's rules: every version, so that each day is judged by its own. */
export async function rulesInForce(tx: ReadTx | Tx, scope: Scope): Promise<Rulebook> {
  return rulebookOf(tx, await readShelf(tx, scope))
}

/** Returns the rules that stand on the shelf, reading the texts that this process has not read before. */
export async function rulebookOf(tx: ReadTx | Tx, { versions, feeRules }: Shelf): Promise<Rulebook> {
  const read: Guideline[] = []
  for (const version of versions) read.push(reviewed(await guidelineOf(tx, version), version))
  const rates: FeeRules[] = []
  for (const { id, key } of feeRules) {
    rates.push(feeRulesById.get(id) ?? keep(feeRulesById, id, loadFeeRules(await feeRulesSource(tx, id), key)))
  }
  return { guidelines: read, interpretations: versions.map(interpretationsOf), feeRules: rates }
}

/** Returns the guideline with the reviews that have been registered, beside those that its text tells of. */
function reviewed(guideline: Guideline, { id, reviews }: VersionRow): Guideline {
  if (reviews.length === 0) return guideline
  const key = reviews.map((review) => review.id).join(' ')
  const known = withReviews.get(id)
  if (known?.key === key) return known.guideline
  const registered = reviews.map(({ on, paragraph, outcome }) => ({ on, outcome, ...(paragraph && { paragraph }) }))
  const all = [...guideline.document.reviews, ...registered].sort((a, b) => a.on - b.on)
  const made = { ...guideline, document: { ...guideline.document, reviews: all } }
  withReviews.set(id, { key, guideline: made })
  return made
}

/** Returns the guideline that a saved version's text says. */
export async function guidelineOf(tx: ReadTx | Tx, { id, key }: Pick<VersionRow, 'id' | 'key'>): Promise<Guideline> {
  return guidelines.get(id) ?? keep(guidelines, id, loadGuideline(await guidelineSource(tx, id), key))
}

/** Returns what the guideline in force on the day says about how the programme is run; undefined when none is. */
export async function settingsFor(tx: ReadTx | Tx, scope: Scope, day: Day): Promise<Settings | undefined> {
  const { guidelines, interpretations } = await rulesInForce(tx, scope)
  return settingsOn(guidelines, interpretations, day)
}

export type Judgement = { readonly evaluation: Evaluation; readonly programme: Programme; readonly rules: Rulebook }

/**
 * Gathers the parts of the programme that are given, in one statement, and tries them against the committee's rules.
 * The parts come from the slices' `xFacts(scope)`; what is left out counts as empty.
 */
export async function judge(
  tx: ReadTx | Tx,
  scope: Scope,
  parts: Readonly<Record<string, SQL>>,
  only?: EvaluateInput['only'],
): Promise<Judgement> {
  const rules = await rulesInForce(tx, scope)
  const programme = programmeSchema.parse(await gather(tx, parts))
  const evaluation = evaluate({ ...rules, programme, today: scope.today, ...(only && { only }) })
  return { evaluation, programme, rules }
}

/** Returns what persons, units, areas and groups of the programme are called, for `explain`. What has no name is shown by its id. */
export function programmeNames(programme: Programme): Names {
  const named = [...programme.persons, ...programme.units, ...programme.areas, ...programme.groups, programme.committee]
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const unitOfVisit = new Map(
    programme.visits.map(({ id, units }) => [id, units.map((unit) => names.get(unit) ?? unit).join(', ')]),
  )
  return ({ id }) => names.get(id) ?? unitOfVisit.get(id) ?? id
}

/** Returns the version's adoption and local interpretations in the engine's own form. */
export function interpretationsOf({ key, adoption, interpretations }: VersionRow): Interpretations {
  return {
    format: 'namndkontakt/interpretations@1',
    guideline: key,
    adoption: adoption && {
      on: adoption.decidedOn,
      paragraph: adoption.paragraph,
      ...(adoption.registrationNumber === null ? {} : { registrationNumber: adoption.registrationNumber }),
      from: adoption.validFrom,
      invented: adoption.invented,
    },
    answers: interpretations.map((row) => ({
      id: row.id,
      silence: row.silenceId,
      answer: row.answer,
      decidedBy: row.decidedBy,
      on: row.decidedOn,
      paragraph: row.paragraph,
      from: row.validFrom,
      invented: row.invented,
    })),
  }
}

// A version's text is never changed once saved, so it is read once in a process.
const guidelines = new Map<string, Guideline>()
/** With the reviews that were registered when it was last asked for. */
const withReviews = new Map<string, { readonly key: string; readonly guideline: Guideline }>()
const feeRulesById = new Map<string, FeeRules>()

function keep<T>(known: Map<string, T>, id: string, loaded: Loaded<T>): T {
  if (!loaded.ok) {
    throw new Error(
      `The saved version ${id} cannot be read: ${loaded.problems.map(({ message }) => message).join('; ')}`,
    )
  }
  known.set(id, loaded.value)
  return loaded.value
}
