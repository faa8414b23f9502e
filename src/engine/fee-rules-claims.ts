import { z } from 'zod'
import type { Ore } from '../kernel/money.ts'
import {
  claimsProblems,
  costProblems,
  deadlineProblems,
  lostEarningsProblems,
  type PlacedIssue,
} from './fee-rules-claims-check.ts'
import { amountField, roundingSchema, type WrittenAmount } from './fee-rules-amounts.ts'
import { feeComponents } from './finding.ts'
import { clauseField as clause, openCode } from './programme.ts'
import { localised } from './rules/kind.ts'

/** A sub-block rests on its block's clause unless it names one of its own. */
const ownClause = clause.optional()
/** Whole öre, or a part of another amount or base, as everywhere in fee rules. */
const amount = amountField.refine(
  (value) => value !== 0,
  'an amount here is above zero; write it in öre, for example 25000 for 250 kr',
)
const percent = z.number().gt(0).max(100).multipleOf(0.01)
const certificate = z.enum(['required', 'not'])

/** Mileage (milersättning): an amount per kilometre of a journey in one's own car. */
export const mileageSchema = z.strictObject({
  clause,
  perKilometre: amount,
  /** Nothing is paid for a place nearer than this, one way from where the journey began. */
  fromKilometres: z.int().min(1).max(2000).optional(),
  /** What exactly that distance gives; `silent` where the rules do not say. */
  atThreshold: z.enum(['paid', 'unpaid', 'silent']).default('paid'),
  startsFrom: z
    .array(z.enum(['home', 'workplace']))
    .min(1)
    .default(['home', 'workplace']),
  onlyWithFeeBasis: z.boolean().default(false),
  notWhenMadeAnyway: z.boolean().default(false),
})

const lossLimits = { hourlyMost: amount.optional(), dailyMost: amount.optional(), certificate, clause: ownClause }
const benefit = z.strictObject({ percent, dailyMost: amount.optional(), clause: ownClause })

/** Lost earnings (förlorad arbetsinkomst) and what goes with them: pension and holiday benefit. */
export const lostEarningsSchema = refined(
  z.strictObject({
    clause,
    /** Time is counted by begun steps of so many minutes; to the minute when left out. */
    stepMinutes: z.int().min(1).max(480).optional(),
    notWithinPaidWork: z.boolean().default(false),
    employee: z
      .strictObject({
        ...lossLimits,
        /** For those who can show that they lost earnings, but not how much (schablon). */
        flatPerHour: amount.optional(),
      })
      .optional(),
    selfEmployed: z
      .strictObject({
        ...lossLimits,
        /** The incomes that one may choose as basis: what one hour is, is the yearly income by the divisor. */
        bases: z
          .array(
            z.strictObject({
              code: openCode,
              title: localised,
              divisor: z.int().min(1).max(8784),
              /** What an hour is; to the nearest öre when left out. */
              rounding: roundingSchema.optional(),
            }),
          )
          .default([]),
        /** For those who give no income. */
        flatPerHour: amount.optional(),
      })
      .optional(),
    /** Somebody who loses earnings of both kinds on one day. */
    mixed: z
      .strictObject({
        maximum: z.enum(['shared', 'separate', 'silent']),
        dailyMost: amount.optional(),
        clause: ownClause,
      })
      .optional(),
    pension: benefit.optional(),
    holiday: benefit.optional(),
  }),
  lostEarningsProblems,
)

/** One kind of cost: child-minding, parking, public transport … with its receipt and ceilings. */
export const costSchema = refined(
  z.strictObject({
    kind: openCode.meta({ examples: ['child-minding', 'parking', 'public-transport'] }),
    title: localised,
    clause,
    receipt: z.enum(['required', 'not']),
    mostPerHour: amount.optional(),
    mostPerOccasion: amount.optional(),
    mostPerDay: amount.optional(),
  }),
  costProblems,
)

/** A day by which a claim is handed in, and what follows when it is not. */
export const deadlineSchema = refined(
  z.strictObject({
    clause,
    of: z.enum(feeComponents),
    /** Only for these: `employee` or `self-employed`, `member` or `substitute`, or a group of the fee rules. Goes before a deadline for all. */
    claimant: openCode.meta({ examples: ['employee', 'self-employed', 'member', 'substitute'] }).optional(),
    days: z.int().min(0).max(3660).optional(),
    monthsAfter: z.int().min(0).max(120).optional(),
    after: z.enum(['visit', 'month-end', 'quarter-end', 'half-year-end', 'year-end']),
    effect: z.enum(['refuse', 'note']),
  }),
  deadlineProblems,
)

/** How a claim is made: its fields, for each occasion or for a month, and by when. */
export const claimsSchema = refined(
  z.strictObject({
    clause,
    per: z.enum(['occasion', 'month']),
    fields: z.array(z.strictObject({ code: openCode, title: localised })).default([]),
    /** Whether anything is paid while a field is missing. */
    incomplete: z.enum(['waits', 'note']).default('note'),
    deadlines: z.array(deadlineSchema).default([]),
  }),
  claimsProblems,
)

/** The day of the month by which a claim goes with that month's pay. In a shorter month its last day. */
export const payrollSchema = z.strictObject({ clause, cutOffDay: z.int().min(1).max(31) })

const role = z.strictObject({ role: openCode, title: localised })

/** Who approves (attesterar) a claim. */
export const approvalSchema = z.strictObject({
  clause,
  by: role,
  /** Who approves the claims of those who hold that role. */
  ownBy: role.optional(),
  neverOwn: z.boolean().default(false),
  /** Nothing is paid before it. */
  required: z.boolean().default(false),
})

/** The rules are acknowledged by each contact politician, each year, by a day. */
export const acknowledgementSchema = z.strictObject({
  clause,
  each: z.literal('year'),
  by: z
    .string()
    .regex(
      /^(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])$|^(0[469]|11)-(0[1-9]|[12]\d|30)$|^02-(0[1-9]|1\d|2[0-8])$/,
      'a day that every year has is written MM-DD; write for example "01-31"',
    ),
})

/**
 * The share of a full-time office from which the law gives no right to lost earnings and child-minding (kommunallagen 4:12 and
 * 4:14). Nobody below it is ever refused these for an office, whatever category they are in.
 */
export const considerableOfficeSchema = z.strictObject({
  clause,
  fromPercent: z.int().min(1).max(100),
  /** What those who hold such an office do not get: `lost-earnings`, `mileage`, or kinds of cost. */
  excludes: z
    .array(openCode)
    .default([])
    .meta({ examples: ['lost-earnings', 'child-minding'] }),
})

/** The part of the fee rules that is about costs, lost earnings and claims. */
export const claimBlocks = {
  mileage: mileageSchema.optional(),
  lostEarnings: lostEarningsSchema.optional(),
  costs: z.array(costSchema).min(1).optional(),
  considerableOffice: considerableOfficeSchema.optional(),
  claims: claimsSchema.optional(),
  payroll: payrollSchema.optional(),
  approval: approvalSchema.optional(),
  acknowledgement: acknowledgementSchema.optional(),
} as const

export type Mileage = Settled<z.infer<typeof mileageSchema>>
export type LostEarnings = Settled<z.infer<typeof lostEarningsSchema>>
export type Cost = Settled<z.infer<typeof costSchema>>
export type ClaimsBlock = z.infer<typeof claimsSchema>
export type Deadline = z.infer<typeof deadlineSchema>
export type Approval = z.infer<typeof approvalSchema>
export type ClaimBlocks = z.infer<z.ZodObject<typeof claimBlocks>>

/** A block as it is on a day: every amount worked out, in whole öre. */
export type Settled<T> = [T] extends [WrittenAmount | undefined]
  ? Ore | Extract<T, undefined>
  : T extends readonly (infer Item)[]
    ? readonly Settled<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Settled<T[Key]> }
      : T

function refined<S extends z.ZodObject>(schema: S, problemsOf: (values: z.infer<S>) => readonly PlacedIssue[]): S {
  return schema.superRefine((values, context) => {
    for (const { at, message } of problemsOf(values as z.infer<S>))
      context.addIssue({ code: 'custom', path: [...at], message })
  })
}
