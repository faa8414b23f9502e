import { z } from 'zod'
import type { Day } from '../kernel/date.ts'
import { bearers, forces, type Bearer, type Force } from './finding.ts'
import { clauseField, dayField } from './programme.ts'
import { localised, type Localised, type RuleKind, type RuleValues } from './rules/kind.ts'
import { ruleKinds } from './rules/index.ts'

/** The name of a rule or of a question: `HED-03`. */
export const ruleId = z
  .string()
  .regex(
    /^[A-ZÅÄÖ][A-Za-zÅÄÖåäö0-9-]*$/,
    'a rule id begins with a capital letter and holds letters, digits and hyphens, for example HED-03',
  )

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

/** Every kind of rule by its name. */
export const kindsByName: ReadonlyMap<string, RuleKind> = new Map(ruleKinds.map((kind) => [kind.kind, kind]))

/** Returns the kind of a rule. Throws for a kind that is not registered: no loaded guideline has one. */
export function kindOf(kind: string): RuleKind {
  const found = kindsByName.get(kind)
  if (found === undefined) throw new Error(`unknown kind of rule: ${kind}`)
  return found
}

/** Returns the rule's values as they stand on a day, before any local answer. */
export function valuesOn(rule: Rule, day: Day): { readonly values: RuleValues; readonly clause: string } {
  let current = { values: rule.values, clause: rule.clause }
  for (const change of [...rule.changes].sort((a, b) => a.from - b.from)) {
    if (change.from <= day) current = { values: { ...current.values, ...change.values }, clause: change.clause }
  }
  return current
}

function ruleSchema(kind: RuleKind) {
  return z.strictObject({
    id: ruleId,
    kind: z.literal(kind.kind),
    force: z.enum(forces),
    bearer: z.enum(bearers),
    clause: clauseField,
    says: localised.optional(),
    values: kind.values,
    changes: z.array(z.strictObject({ from: dayField, values: changedValues(kind), clause: clauseField })).default([]),
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
