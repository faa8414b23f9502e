import { z } from 'zod'
import { clauseField as clause, dayField, oreField } from './programme.ts'
import { localised } from './rules/kind.ts'

/** The name of an amount or a base, by which other amounts refer to it. */
const amountId = z
  .string()
  .max(50)
  .regex(
    /^[a-zåäö][a-zåäö0-9]*(-[a-zåäö0-9]+)*$/,
    'an id holds small letters, digits and hyphens; write it so, for example price-base-amount',
  )
const periods = ['month', 'year'] as const
export type Period = (typeof periods)[number]

const oreAmount = oreField.refine(
  (value) => value >= 0 && value <= 10_000_000_000,
  'an amount is not below zero and at most 100 million kronor; write it in öre, for example 25000 for 250 kr',
)

export const roundingUnits = { ore: 1, krona: 100, 'ten-kronor': 1000, 'hundred-kronor': 10_000 } as const

/** To what an amount is rounded, and by which rule; `silent` where the source demands whole kronor without saying how. */
export const roundingSchema = z.strictObject({
  to: z.enum(['ore', 'krona', 'ten-kronor', 'hundred-kronor']),
  /** `nearest` takes exactly the middle upwards, `half-even` to the even neighbour. */
  by: z.enum(['nearest', 'up', 'down', 'half-even', 'silent']),
})
export type Rounding = z.infer<typeof roundingSchema>

/** A number with at most four decimals, so that it is an exact fraction. */
const decimal = z
  .number()
  .positive()
  .max(1_000_000)
  .refine(
    (value) => /^\d+(\.\d{1,4})?$/.test(String(value)),
    'a number here has at most four decimals; write for example 1.75',
  )
const fraction = z
  .string()
  .regex(/^[1-9]\d{0,8}\/[1-9]\d{0,8}$/, 'a fraction is two whole numbers with a stroke between; write it as "1/2"')

const operation = {
  percent: decimal.optional(),
  fraction: fraction.optional(),
  times: decimal.optional(),
  /** Turned from a year's amount into a month's, or the other way round, by twelve. */
  per: z.enum(periods).optional(),
  rounding: roundingSchema.optional(),
}

const oneOperation = {
  message: 'an amount is taken once in each step; keep one of percent, fraction and times, or write several steps',
}
const atMostOne = ({ percent, fraction, times }: { percent?: unknown; fraction?: unknown; times?: unknown }) =>
  [percent, fraction, times].filter((it) => it !== undefined).length < 2

const stepSchema = z.strictObject(operation).refine(atMostOne, oneOperation)
export type AmountStep = z.infer<typeof stepSchema>

/** A part or a multiple of another amount or of a base, in one step or stepwise, each step with its own rounding. */
const derivedSchema = z
  .strictObject({ of: amountId, ...operation, steps: z.array(stepSchema).min(1).max(10).optional() })
  .refine(atMostOne, oneOperation)

/** Amounts that change on a day. */
const datedSchema = z.strictObject({
  values: z.array(z.strictObject({ from: dayField, amount: z.union([oreAmount, derivedSchema]) })).min(1),
})

/** An amount: whole öre, a part or a multiple of another amount or base, or such amounts by date. */
export const amountField = z
  .union([oreAmount, derivedSchema, datedSchema])
  .meta({ description: 'Whole öre, { of: another amount }, or { values: [{ from, amount }] }' })
export type WrittenAmount = z.infer<typeof amountField>
export type DerivedAmount = z.infer<typeof derivedSchema>

/** An amount decided elsewhere (a base amount, a member of parliament's fee), per month or year, with its source. */
export const baseSchema = z.strictObject({
  id: amountId,
  title: localised,
  per: z.enum(periods),
  source: clause,
  values: z.array(z.strictObject({ from: dayField, amount: oreAmount })).min(1),
})

/** An amount with a name, for others to refer to. */
export const namedAmountSchema = z.strictObject({
  id: amountId,
  title: localised,
  clause: clause.optional(),
  /** What it is paid for, where it is for a month or a year. */
  per: z.enum(periods).optional(),
  amount: amountField,
})

/** A share of a fee: all, nothing, or so many percent. */
export const shareSchema = z.union([
  z.enum(['full', 'none']),
  z.strictObject({ percent: decimal, rounding: roundingSchema.optional() }),
])
export type Share = z.infer<typeof shareSchema>
