import { z } from 'zod'
import type { Day } from '../kernel/date.ts'
import { bearers, forces, type Bearer, type Force } from './finding.ts'
import { dayField, openCode } from './programme.ts'
import { openCodesIn } from './terms.ts'
import { isKnownCode } from './rules/words.ts'
import { localised, type Localised, type RuleKind, type RuleValues } from './rules/kind.ts'
import { ruleKinds } from './rules/index.ts'

const ruleId = z
  .string()
  .regex(
    /^[A-ZÅÄÖ][A-Za-zÅÄÖåäö0-9-]*$/,
    'a rule id begins with a capital letter and holds letters, digits and hyphens, for example HED-03',
  )
const fileId = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'an id holds small letters, digits and hyphens, for example hedemora-omsorgsnamnden-2026',
  )
const clause = z.string().min(1).max(300)

/** A rule as it stands in the file. `values` has the shape of its kind. */
export type Rule = {
  readonly id: string
  readonly kind: string
  readonly force: Force
  readonly bearer: Bearer
  readonly clause: string
  /** What the kind's own sentence does not say. */
  readonly says?: Localised | undefined
  readonly values: RuleValues
  /** Values that change on a day; what is not named stays. */
  readonly changes: readonly { readonly from: Day; readonly values: RuleValues; readonly clause: string }[]
}

const [firstKind, ...otherKinds] = ruleKinds.map(ruleSchema)
if (firstKind === undefined) throw new Error('there are no kinds of rules')

/** A rule of any kind, told apart by `kind`. */
export const anyRuleSchema = z.discriminatedUnion('kind', [firstKind, ...otherKinds]) as unknown as z.ZodType<Rule>

const validitySchema = z.strictObject({
  from: dayField,
  until: dayField.optional(),
  /** The source states no day; this one is taken for the demonstration. */
  assumed: z.boolean().optional(),
})

export const adoptionSchema = z.strictObject({
  on: dayField,
  paragraph: z.string().max(50).optional(),
  registrationNumber: z.string().max(100).optional(),
})

/** What a governing document says about itself. */
export const documentSchema = z.strictObject({
  /** The rule id under which the metadata are required. */
  rule: ruleId.optional(),
  category: localised.optional(),
  owner: z.string().max(200).optional(),
  responsible: z.string().max(200).optional(),
  createdBy: z.string().max(200).optional(),
  scope: z.string().max(200).optional(),
  firstDecided: z.string().max(50).optional(),
  firstRegistrationNumber: z.string().max(100).optional(),
  revisions: z
    .array(
      z.strictObject({
        on: dayField,
        paragraph: z.string().max(50).optional(),
        revised: localised,
        registrationNumber: z.string().max(100).optional(),
        by: z.string().max(200).optional(),
      }),
    )
    .default([]),
  reviewBy: z.strictObject({ when: z.enum(['none', 'date', 'once-per-term']), on: dayField.optional() }),
  /** Reviews made, with their outcome. */
  reviews: z
    .array(
      z.strictObject({ on: dayField, paragraph: z.string().max(50).optional(), outcome: z.string().min(1).max(2000) }),
    )
    .default([]),
  disposal: localised.optional(),
})

/** A question that the source leaves open: the rule's parameter is `silent` until a local interpretation answers it. */
export const silenceSchema = z.strictObject({
  id: ruleId,
  rule: ruleId,
  parameter: z.string().min(1),
  question: localised,
  choices: z
    .array(z.strictObject({ value: z.union([z.string(), z.boolean(), z.int()]), label: localised }))
    .min(2)
    .optional(),
})

const guidelineShape = z.strictObject({
  format: z.literal('namndkontakt/guideline@1'),
  id: fileId,
  title: z.string().min(1).max(200),
  issuer: z.strictObject({
    municipality: z.string().min(1).max(100).optional(),
    committee: z.string().min(1).max(100),
  }),
  status: z.enum(['proposal', 'adopted']),
  adoption: adoptionSchema.optional(),
  /** Required once adopted. */
  validity: validitySchema.optional(),
  document: documentSchema,
  /** Words of the guideline's own for the open lists: audiences, roles, forms of visit, kinds of fee. */
  terms: z.array(z.strictObject({ id: openCode, sv: z.string().min(1), en: z.string().min(1) })).default([]),
  rules: z.array(anyRuleSchema).min(1),
  silences: z.array(silenceSchema).default([]),
})

/**
 * A committee's guideline, one version a file. Strict: an unknown key is refused, and so are values
 * that cannot be combined, two rules with the same id and kind, and a silence without its rule.
 */
export const guidelineSchema = guidelineShape.superRefine((guideline, context) => {
  const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (guideline.status === 'adopted' && guideline.validity === undefined) {
    issue(['validity'], 'an adopted guideline says from which day it holds; add validity: { from: YYYY-MM-DD }')
  }
  const validity = guideline.validity
  if (validity?.until !== undefined && validity.until <= validity.from) {
    issue(
      ['validity', 'until'],
      '"until" comes after "from"; it is the first day on which the guideline no longer holds',
    )
  }
  if (guideline.status === 'proposal' && guideline.adoption !== undefined)
    issue(['status'], 'a proposal has not been adopted; write status: adopted, or take "adoption" away')
  if (guideline.document.reviewBy.when === 'date' && guideline.document.reviewBy.on === undefined) {
    issue(['document', 'reviewBy'], 'it is not said which day; write reviewBy: { when: date, on: YYYY-MM-DD }')
  }
  const seen = new Map<string, number>()
  guideline.rules.forEach((rule, index) => {
    const key = `${rule.id} ${rule.kind}`
    if (seen.has(key))
      issue(
        ['rules', index, 'id'],
        `the rule ${rule.id} of the kind ${rule.kind} stands twice; give this one an id of its own or take it away`,
      )
    seen.set(key, index)
    checkValues(rule, index, issue)
  })
  checkOnce(guideline.rules, issue)
  for (const [index, silence] of guideline.silences.entries()) {
    const earlier = guideline.silences.slice(0, index)
    if (earlier.some((it) => it.id === silence.id))
      issue(['silences', index, 'id'], `the question ${silence.id} stands twice; give this one an id of its own`)
    if (earlier.some((it) => it.rule === silence.rule && it.parameter === silence.parameter))
      issue(
        ['silences', index, 'parameter'],
        `another question asks about "${silence.parameter}" of ${silence.rule} already; take one of them away`,
      )
    checkSilence(silence, index, guideline.rules, issue)
  }
  checkEverySilenceIsAsked(guideline, issue)
  checkTerms(guideline, issue)
})

export type Guideline = z.infer<typeof guidelineSchema>
export type Silence = z.infer<typeof silenceSchema>

/** Returns the kind of a rule. Throws for a kind that is not registered: no loaded guideline has one. */
export function kindOf(kind: string): RuleKind {
  const found = kindsByName.get(kind)
  if (found === undefined) throw new Error(`unknown kind of rule: ${kind}`)
  return found
}

const kindsByName: ReadonlyMap<string, RuleKind> = new Map(ruleKinds.map((kind) => [kind.kind, kind]))

/** Returns the rule's values as they stand on a day, before any local answer. */
export function valuesOn(rule: Rule, day: Day): { readonly values: RuleValues; readonly clause: string } {
  let current = { values: rule.values, clause: rule.clause }
  for (const change of [...rule.changes].sort((a, b) => a.from - b.from)) {
    if (change.from <= day) current = { values: { ...current.values, ...change.values }, clause: change.clause }
  }
  return current
}

/** Of two rules that can only be one, the second would be passed over without a word. */
function checkOnce(rules: readonly Rule[], issue: Issue): void {
  const first = new Map<string, string>()
  rules.forEach((rule, index) => {
    const forms = rule.kind === 'fee.kind' ? (rule.values.forms as readonly string[]) : ['']
    for (const form of kindsByName.get(rule.kind)?.once === true || rule.kind === 'fee.kind' ? forms : []) {
      const key = `${rule.kind} ${form}`
      const earlier = first.get(key)
      if (earlier !== undefined)
        issue(
          ['rules', index, 'kind'],
          form === ''
            ? `${earlier} is a rule of the kind ${rule.kind} already, and a guideline has one; write this one's values there, or under its "changes" when they begin later`
            : `${earlier} says which fee is paid for the form ${form} already; name each form in one rule`,
        )
      else first.set(key, rule.id)
    }
  })
}

type Issue = (path: (string | number)[], message: string) => void

function ruleSchema(kind: RuleKind) {
  return z.strictObject({
    id: ruleId,
    kind: z.literal(kind.kind),
    force: z.enum(forces),
    bearer: z.enum(bearers),
    clause,
    says: localised.optional(),
    values: kind.values,
    changes: z.array(z.strictObject({ from: dayField, values: changedValues(kind), clause })).default([]),
  })
}

/** A change names only what changes, so a default must not creep in where nothing is written. */
function changedValues(kind: RuleKind): z.ZodObject {
  const shape = Object.entries(kind.values.shape).map(([key, schema]) => [
    key,
    (schema instanceof z.ZodDefault ? schema.unwrap() : schema) as z.ZodType,
  ])
  return z.strictObject(Object.fromEntries(shape.map(([key, schema]) => [key, (schema as z.ZodType).optional()])))
}

function checkValues(rule: Rule, index: number, issue: Issue): void {
  const kind = kindsByName.get(rule.kind)
  if (kind?.check === undefined) return
  for (const problem of kind.check(rule.values))
    issue(['rules', index, 'values', problem.parameter], `${problem.message}; ${problem.mend}`)
  rule.changes.forEach((change, at) => {
    const { values } = valuesOn(rule, change.from)
    for (const problem of kind.check?.(values) ?? [])
      issue(['rules', index, 'changes', at, 'values', problem.parameter], `${problem.message}; ${problem.mend}`)
  })
}

function checkSilence(silence: Silence, index: number, rules: readonly Rule[], issue: Issue): void {
  const named = rules.filter((rule) => rule.id === silence.rule)
  if (named.length === 0) {
    issue(['silences', index, 'rule'], `there is no rule ${silence.rule}; name one of the rules above`)
    return
  }
  const silent = named.filter((rule) => isSilent(rule, silence.parameter))
  if (silent.length > 1)
    issue(
      ['silences', index, 'rule'],
      `${silent.length} rules with the id ${silence.rule} are silent on "${silence.parameter}", and one answer cannot serve both; give one of the rules an id of its own`,
    )
  const [asked] = silent
  if (asked === undefined) {
    issue(
      ['silences', index, 'parameter'],
      `the rule ${silence.rule} is not silent on "${silence.parameter}"; write ${silence.parameter}: silent among its values, or take the question away`,
    )
    return
  }
  const schema = kindsByName.get(asked.kind)?.values.shape[silence.parameter] as z.ZodType | undefined
  silence.choices?.forEach((choice, at) => {
    if (choice.value === 'silent' || schema?.safeParse(choice.value).success !== true) {
      issue(
        ['silences', index, 'choices', at, 'value'],
        `"${String(choice.value)}" is no answer to ${silence.parameter}; ${answersTo(schema)}`,
      )
    }
  })
}

/** A code of an open list is one that the product knows or that the guideline names, or a slip of the pen would pass. */
function checkTerms(guideline: z.infer<typeof guidelineShape>, issue: Issue): void {
  const own = new Set<string>()
  guideline.terms.forEach((term, index) => {
    if (own.has(term.id)) issue(['terms', index, 'id'], `the term ${term.id} stands twice; keep one of them`)
    own.add(term.id)
  })
  guideline.rules.forEach((rule, index) => {
    const kind = kindsByName.get(rule.kind)
    if (kind === undefined) return
    const places = [
      { values: rule.values, path: ['rules', index, 'values'] },
      ...rule.changes.map((change, at) => ({ values: change.values, path: ['rules', index, 'changes', at, 'values'] })),
    ]
    for (const { values, path } of places) {
      for (const { code, at } of openCodesIn(kind.values, values)) {
        if (isKnownCode(code) || own.has(code)) continue
        issue(
          [...path, ...at],
          `nobody knows what "${code}" is called; correct it, or add it under terms: { id: ${code}, sv: …, en: … }`,
        )
      }
    }
  })
}

function answersTo(schema: z.ZodType | undefined): string {
  const allowed = schema instanceof z.ZodEnum ? schema.options.filter((it) => it !== 'silent') : []
  return allowed.length === 0 ? 'write a value that the rule can have' : `write one of ${allowed.join(', ')}`
}

function checkEverySilenceIsAsked(guideline: z.infer<typeof guidelineShape>, issue: Issue): void {
  guideline.rules.forEach((rule, index) => {
    for (const parameter of Object.keys(kindsByName.get(rule.kind)?.values.shape ?? {})) {
      if (!isSilent(rule, parameter)) continue
      if (guideline.silences.some((silence) => silence.rule === rule.id && silence.parameter === parameter)) continue
      issue(
        ['rules', index, 'values', parameter],
        `${rule.id} is silent on "${parameter}" but no question asks about it; add one under silences`,
      )
    }
  })
}

function isSilent(rule: Rule, parameter: string): boolean {
  return rule.values[parameter] === 'silent' || rule.changes.some((change) => change.values[parameter] === 'silent')
}
