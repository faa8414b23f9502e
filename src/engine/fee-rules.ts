import { z } from 'zod'
import { amountField, baseSchema, namedAmountSchema } from './fee-rules-amounts.ts'
import { additionSchema } from './fee-rules-additions.ts'
import { feeRulesProblems } from './fee-rules-check.ts'
import { claimBlocks } from './fee-rules-claims.ts'
import { categorySchema, substitutesSchema, withinPaidWorkSchema } from './fee-rules-persons.ts'
import { feeFormSchema } from './fee-rules-rates.ts'
import { feeComponents } from './finding.ts'
import { clauseField as clause, dayField, nameField, openCode } from './programme.ts'
import { localised } from './rules/kind.ts'

/** A part of a fee rests on the fee's clause unless it names one of its own. */
const ownClause = clause.optional()

/** Kinds of fee that the product has words for. A municipality's own have a code and a title in its fee rules. */
export const feeKinds = ['meeting', 'errand'] as const
export type FeeKind = (typeof feeKinds)[number]

export const countedTimes = ['meeting', 'travel', 'preparation', 'after-work'] as const

/** Which time is paid, beside or instead of the time of attendance. What is not in the claim counts as none. */
const timeSchema = z.strictObject({
  clause: ownClause,
  counts: z.array(z.enum(countedTimes)).min(1),
  /** Whether travel is within the hours that are paid at most, or beyond them; `silent` where the rules do not say. */
  travel: z.enum(['inside-cap', 'beyond-cap', 'silent']).optional(),
  /** Travel counts when the place lies at least so many kilometres from home or workplace, one way. */
  travelFromKilometres: z.int().min(1).max(2000).optional(),
})

/** The most for one person in a day or a year, over all that is paid of the kind. */
const capSchema = z
  .strictObject({ clause: ownClause, minutes: z.int().min(1).max(100_000).optional(), amount: amountField.optional() })
  .refine(({ minutes, amount }) => minutes !== undefined || amount !== undefined, {
    message: 'a cap has a number; add minutes: or amount:',
  })

/** The least that is paid for one event, however short it was. */
const leastTimeSchema = z.strictObject({ minutes: z.int().min(1).max(1440), clause: ownClause })

/** Events of the kind on one day are counted as one long event, so that the first hour is paid once. */
const sameDaySchema = z.strictObject({
  /** Only where the break between them is so long at most; however long without it. */
  breakMost: z.int().min(0).max(1440).optional(),
  clause: ownClause,
})

/** The most in kronor for one person in a day for several kinds of fee together. */
const dayCapSchema = z.strictObject({
  /** Which kinds; all that stand here without it. */
  kinds: z.array(openCode).min(2).optional(),
  amount: amountField,
  clause,
})

/** A kind of fee: what an event of the kind gives, and its rate. */
const feeSchema = z.strictObject({
  kind: openCode.meta({ examples: [...feeKinds] }),
  title: localised,
  clause,
  rate: feeFormSchema,
  /** What an event of this kind gives; all of them without it. */
  gives: z.array(z.enum(feeComponents)).min(1).optional(),
  time: timeSchema.optional(),
  leastTime: leastTimeSchema.optional(),
  /** What is paid beside the fee: for inconvenient hours, for travel at a rate of its own, for preparation. */
  additions: z.array(additionSchema).default([]),
  sameDay: sameDaySchema.optional(),
  dailyCap: capSchema.optional(),
  yearlyCap: capSchema.optional(),
  /** How many of the kind are paid on a day. */
  perDay: z.strictObject({ most: z.int().min(1).max(24), clause: ownClause }).optional(),
})

/** Kinds of fee on one day: paid together, or only one of them, the higher or the one that began first. */
const combinationSchema = z.strictObject({
  kinds: z.array(openCode).min(2),
  paid: z.enum(['together', 'higher', 'first', 'silent']),
  clause,
})

const feeRulesShape = z.strictObject({
  format: z.literal('namndkontakt/fee-rules@1'),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id holds small letters, digits and hyphens'),
  title: nameField,
  municipality: z.string().min(1).max(100).optional(),
  /** `example`: real public figures shown as an example. `invented`: made up for the demonstration. */
  status: z.enum(['adopted', 'example', 'invented']),
  source: localised,
  validity: z.strictObject({ from: dayField, until: dayField.optional() }),
  /** Amounts decided elsewhere, that others are a part of. */
  bases: z.array(baseSchema).default([]),
  /** Amounts with names. */
  amounts: z.array(namedAmountSchema).default([]),
  fees: z.array(feeSchema).min(1),
  combinations: z.array(combinationSchema).default([]),
  dayCaps: z.array(dayCapSchema).default([]),
  categories: z.array(categorySchema).default([]),
  substitutes: substitutesSchema.optional(),
  withinPaidWork: withinPaidWorkSchema.optional(),
  ...claimBlocks,
})

/**
 * A municipality's fee rules (arvodesreglemente), decided by its council; one version a file. Amounts in whole öre.
 * All but `fees` may be left out.
 */
export const feeRulesSchema = feeRulesShape.superRefine((rules, context) => {
  for (const { at, message } of feeRulesProblems(rules)) context.addIssue({ code: 'custom', path: [...at], message })
})

export type FeeRules = z.infer<typeof feeRulesShape>
export type Fee = FeeRules['fees'][number]
