import { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import type { Appointment, Group, Person, Unit } from '../programme.ts'
import type { Bearer, Finding, FindingValues, Force, Missing, Outcome, Subject } from '../finding.ts'
import { openCode } from '../programme.ts'
import type { Facts, VisitFacts, YearFacts } from '../facts.ts'
import type { Words } from './words.ts'

/** A text in both languages of the product. */
export const localised = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) })
export type Localised = z.infer<typeof localised>

/** One of the values, or `silent` where the source says nothing. */
export function orSilent<const T extends readonly string[]>(values: T) {
  return z.enum([...values, 'silent'] as [...T, 'silent'])
}

/** A question of the editor and the reference about one value: what it means, and what its choices are called where the dictionary's word does not fit. */
export type Ask = Localised & {
  readonly help?: Localised
  readonly choices?: Readonly<Record<string, Localised>>
}

export const audiences = ['users', 'relatives', 'staff', 'manager', 'operation', 'interest-organisations'] as const
/** Somebody to meet: one of the known audiences, or a code that the guideline names under `terms`. */
export const audience = openCode.meta({ examples: [...audiences] })

export type RuleValues = Readonly<Record<string, unknown>>

/** A rule as it stands on a day: dated changes and local answers merged in. */
export type CompiledRule<V extends object = RuleValues> = {
  readonly id: string
  readonly kind: string
  /** The guideline's id. */
  readonly source: string
  readonly clause: string
  readonly force: Force
  readonly bearer: Bearer
  readonly values: V
  readonly says?: Localised | undefined
  /** Local interpretations whose answers are among the values. */
  readonly interpretations: readonly string[]
}

export type Emitted = {
  readonly subject: Subject
  readonly day?: Day | undefined
  readonly values?: FindingValues | undefined
  readonly related?: readonly Subject[] | undefined
  readonly missing?: readonly Missing[] | undefined
}

/** What a rule is tried with: the facts, today, and where its findings go. */
export type Run = {
  readonly facts: Facts
  readonly today: Day
  emit(rule: CompiledRule<object>, outcome: Outcome, code: string, about: Emitted): void
  /** Whether the same rule with the same values held through the whole calendar year. */
  heldAllYear(rule: CompiledRule<object>, year: number): boolean
  /** Whether the same rule with the same values held on the day. */
  heldOn(rule: CompiledRule<object>, day: Day): boolean
  /** Whether a visit counts in the capacity in which it was made, by the rules of its own day. */
  counts(visit: VisitFacts): boolean
  /** Returns the rules of a kind that hold on the day, from every source in force. */
  rulesOn<V extends object>(kind: RuleKind<V>, day: Day): readonly CompiledRule<V>[]
  /** Returns the rules of the same kind that the same guideline has beside this one, where a year is judged. */
  beside(rule: CompiledRule<object>): readonly CompiledRule[]
  /** Whether the guideline means the unit at all: by who runs it, and by its manager's consent where that is asked for. */
  covers(unit: Unit): boolean
}

/** What a sentence about a finding is made with. */
export type Say = {
  readonly finding: Finding
  readonly words: Words
  /** The name of the finding's subject. */
  readonly subject: string
  text(key: string): string
  number(key: string): number
  day(key: string): string
  duration(key: string): string
  kronor(key: string): string
  /** Coded values under the key, as words. */
  labels(key: string): string
  /** The name of the person, unit … whose id stands under the key. */
  name(type: Subject['type'], key: string): string
  names(type: Subject['type'], key: string): string
}

export type Sentences<Code extends string = string> = Readonly<Record<Code, (say: Say) => string>>

export type ValueProblem = { readonly parameter: string; readonly message: string; readonly mend: string }

/**
 * One kind of rule: the values that a guideline file gives it, what it finds, and how both are said.
 * A hook is called for each of its subjects; a kind without hooks only guides and is read through `settingsOn`.
 */
export type RuleKind<V extends object = RuleValues> = {
  readonly kind: string
  /** What the editor and the reference call it. */
  readonly title: Localised
  /** A plain question for each value, by its path: `least`, `topics`, `topics.audiences`. */
  readonly ask: Readonly<Record<string, Ask>>
  readonly values: z.ZodObject
  /** A guideline has at most one rule of the kind: of two, one would have to be passed over. */
  readonly once?: true
  /** Of two rules from different sources, the parameters that cannot both be followed; without it those of a `once` kind that differ. */
  collides?(one: V, other: V): readonly string[]
  /** Combinations of values that cannot be. */
  check?(values: V): readonly ValueProblem[]
  /** For each visit, by the rules that hold on its day. */
  visit?(run: Run, rule: CompiledRule<V>, visit: VisitFacts): void
  /** For each appointment that runs today or later. */
  appointment?(run: Run, rule: CompiledRule<V>, appointment: Appointment): void
  /** For each unit that is open today. */
  unit?(run: Run, rule: CompiledRule<V>, unit: Unit): void
  /** For each visiting group that is open today. */
  group?(run: Run, rule: CompiledRule<V>, group: Group): void
  /** For each person who is contact politician today. */
  person?(run: Run, rule: CompiledRule<V>, person: Person): void
  /** For each calendar year in the programme. */
  year?(run: Run, rule: CompiledRule<V>, year: YearFacts): void
  /** Once, as things stand today. */
  committee?(run: Run, rule: CompiledRule<V>): void
  describe(values: V, words: Words): string
  readonly sentences: { readonly sv: Sentences; readonly en: Sentences }
}

type Definition<S extends z.ZodObject, Code extends string> = Omit<
  RuleKind<z.infer<S>>,
  'values' | 'sentences' | 'describe'
> & {
  readonly values: S
  readonly describe: {
    readonly sv: (values: z.infer<S>, words: Words) => string
    readonly en: (values: z.infer<S>, words: Words) => string
  }
  readonly sentences: { readonly sv: Sentences<Code>; readonly en: Sentences<NoInfer<Code>> }
}

/** Returns a kind of rule whose English has every sentence of its Swedish. */
export function defineRule<S extends z.ZodObject, Code extends string>(
  definition: Definition<S, Code>,
): RuleKind<z.infer<S>> {
  return { ...definition, describe: (values, words) => definition.describe[words.language](values, words) }
}

/** Returns how a rule of this force is broken: a must is a breach, a should a deviation, a may cannot be broken. */
export function broken(rule: { readonly force: Force }): Outcome {
  return rule.force === 'must' ? 'breached' : rule.force === 'should' ? 'deviates' : 'satisfied'
}

/** Returns what is missing when the guideline is silent on a parameter and the committee has not answered. */
export function unanswered(rule: CompiledRule<object>, parameter: string): readonly Missing[] {
  return [{ what: 'answer', rule: rule.id, parameter }]
}

/** The sentence of every kind for a question that the committee has not answered. */
export const unansweredSentences = {
  sv: { unanswered: () => 'Riktlinjen säger inget om detta. Nämnden behöver svara innan det går att avgöra.' },
  en: { unanswered: () => 'The guideline is silent on this. The committee needs to answer before it can be told.' },
} as const
