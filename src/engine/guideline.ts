import { z } from 'zod'
import { checkGuideline } from './guideline-checks.ts'
import { issuerSchema } from './issuer.ts'
import { dayField, nameField, openCode } from './programme.ts'
import { anyRuleSchema, ruleId } from './rule.ts'
import { localised } from './rules/kind.ts'

export { kindOf, type Rule } from './rule.ts'

const fileId = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'an id holds small letters, digits and hyphens, for example hedemora-omsorgsnamnden-2026',
  )

const validitySchema = z.strictObject({
  from: dayField,
  until: dayField.optional(),
  /** The source states no day; this one is taken for the demonstration. */
  assumed: z.boolean().optional(),
  /** It is tried out until its end, and evaluated: before the end, or by a day of its own. */
  trial: z.strictObject({ evaluateBy: dayField.optional() }).optional(),
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
  reviewBy: z.strictObject({ when: z.enum(['none', 'date', 'once-per-term', 'after-trial']), on: dayField.optional() }),
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
  title: nameField,
  issuer: issuerSchema,
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

/** A guideline whose parts are each of the right form, before it is known whether they go together. */
export type GuidelineShape = z.infer<typeof guidelineShape>

/**
 * A guideline of a committee or a council, one version a file. Strict: an unknown key is refused, and so are
 * values that cannot be combined, two rules with the same id and kind, and a silence without its rule.
 */
export const guidelineSchema = guidelineShape.superRefine((guideline, context) => {
  checkGuideline(guideline, (path, message) => context.addIssue({ code: 'custom', path, message }))
})

export type Guideline = z.infer<typeof guidelineSchema>
export type Silence = z.infer<typeof silenceSchema>
